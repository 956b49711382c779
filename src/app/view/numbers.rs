//! A line's numbers, changed from the screen: written into the person's own file, comments kept, and read anew at once.

use super::Desk;
use super::notice::Tone;
use super::prompt::{Act, Choice, Pick, Wanted};
use crate::app::session::{Settings, When, open};
use crate::model::LineIx;
use crate::model::problem::Severity;
use crate::store::numbers::edit;

/// The numbers that can be changed, by their names in the file.
pub const NUMBERS: [&str; 5] = ["minimum", "target", "maximum", "captain_ratio", "vehicle_delay_minutes"];

impl Desk {
    /// Shows the numbers of the line the cursor is on.
    pub(super) fn show_numbers(&mut self) {
        let of_row = self.picture_line();
        let line = self.chosen_shift().map(|shift| self.ground().shift(shift).line).or(of_row);
        match line {
            Some(line) => self.pick(Pick::Numbers(line)),
            None => self.say("told-no-shift-here"),
        }
    }

    /// The line of the picture's row, also where no shift is under the cursor.
    fn picture_line(&self) -> Option<LineIx> {
        let site = self.chosen_site()?;
        self.ground().strike.site(site).lines.first().copied()
    }

    fn number(&self, line: LineIx, key: &str) -> u32 {
        let numbers = &self.ground().strike.line(line).numbers;
        match key {
            "minimum" => numbers.minimum,
            "target" => numbers.target,
            "maximum" => numbers.maximum,
            "captain_ratio" => numbers.captain_ratio,
            _ => numbers.vehicle_delay_minutes,
        }
    }

    pub(super) fn number_choices(&self, line: LineIx) -> Vec<Choice> {
        let choice = |key: &'static str| {
            let text = self.speech.word(&format!("number-{}", key.replace('_', "-")));
            Choice::new(text, Act::Number(line, key)).aside(self.number(line, key).to_string())
        };
        NUMBERS.into_iter().map(choice).collect()
    }

    pub(super) fn ask_number(&mut self, line: LineIx, key: &'static str) {
        let now = self.number(line, key).to_string();
        self.ask(Wanted::Number(line, key), &now);
    }

    /// Writes a number into the file and reads the strike anew. What the program would refuse to read is taken back.
    pub(super) fn set_number(&mut self, line: LineIx, key: &'static str, text: &str) {
        let Ok(number) = text.trim().parse::<u32>() else {
            self.say("told-no-number");
            return;
        };
        let before = self.number(line, key);
        self.prompt = None;
        if number == before {
            return;
        }
        let the_line = self.ground().strike.line(line);
        let (site, id) = (self.ground().strike.site(the_line.site).id.clone(), the_line.id.clone());
        let files: Vec<_> = self.session.files.iter().map(|file| self.session.folder.join(file)).collect();
        let Some(edited) = edit(&files, &site, &id, key, number) else {
            self.fail("told-number-nowhere", &site);
            return;
        };
        if let Err(error) = edited.put() {
            self.fail("told-record-failed", &error.to_string());
            return;
        }
        if let Err(why) = self.read_anew() {
            // The text before was read well, so taking it back can't make things worse.
            let _ = edited.take_back();
            self.fail("told-number-refused", &why);
            return;
        }
        let name = self.speech.word(&format!("number-{}", key.replace('_', "-")));
        let file = edited.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let values = [
            ("name", name.into()),
            ("line", self.words().stretch(line).into()),
            ("before", i64::from(before).into()),
            ("after", i64::from(number).into()),
            ("file", file.into()),
        ];
        let text = self.speech.say("told-number", &values);
        self.tell(Tone::Done, text);
    }

    fn fail(&mut self, id: &str, detail: &str) {
        let text = self.speech.say(id, &[("detail", detail.into())]);
        self.tell(Tone::Failed, text);
    }

    /// Reads the strike's files again and goes on where one was; else says what is wrong with them and changes nothing.
    pub fn read_anew(&mut self) -> Result<(), String> {
        let now = match self.session.clock() {
            crate::app::session::Clock::System => When::Now,
            crate::app::session::Clock::Fixed(at) => When::At(at),
        };
        let settings = Settings { now, actor: self.session.actor().to_owned(), language: Some(self.speech.language()) };
        let opened = open(&self.session.folder.clone(), settings).map_err(|error| self.record_trouble(&error))?;
        let Some(mut session) = opened.session else {
            let first = opened.problems.iter().find(|problem| problem.severity == Severity::Error);
            return Err(first.map(|problem| self.speech.problem(problem).0).unwrap_or_default());
        };
        session.sample = self.session.sample.take();
        self.take_session(session);
        Ok(())
    }

    /// Puts another reading of the same strike in place; what is looked at stays while it is there.
    fn take_session(&mut self, session: super::Session) {
        let fits = session.ground.timetable.len() == self.ground().timetable.len()
            && session.ground.strike.members.len() == self.ground().strike.members.len();
        self.session = session;
        self.forget_what_was_worked_out();
        if !fits {
            self.trail.clear();
            self.place = super::place::Place::Overview;
        }
    }
}
