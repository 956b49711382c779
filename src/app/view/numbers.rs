//! A line's numbers, changed from the screen: written into the person's own file, comments kept, and read anew at once.

use super::Desk;
use super::notice::Tone;
use super::prompt::{Act, Choice, Pick, Wanted};
use crate::app::said;
use crate::app::session::NotSet;
use crate::model::LineIx;
use crate::model::problem::Severity;

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
        self.ground().strike.line(line).numbers.named(key).unwrap_or_default()
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
        let fits = (self.ground().timetable.len(), self.ground().strike.members.len());
        let name_of_line = self.words().stretch(line);
        let file = match self.session.set_number(line, key, number) {
            Ok((_, file)) => file,
            Err(NotSet::Nowhere(site)) => return self.fail("told-number-nowhere", &site),
            Err(NotSet::Unfit(reading)) => {
                let first = reading.problems.iter().find(|problem| problem.severity == Severity::Error);
                let why = first.map(|problem| self.speech.problem(problem).0).unwrap_or_default();
                return self.fail("told-number-refused", &why);
            }
            Err(NotSet::Act(error)) => {
                let why = said::no(self.speech, self.ground(), &error);
                return self.fail("told-record-failed", &why);
            }
        };
        self.forget_what_was_worked_out();
        if fits != (self.ground().timetable.len(), self.ground().strike.members.len()) {
            self.trail.clear();
            self.place = super::place::Place::Overview;
        }
        let name = self.speech.word(&format!("number-{}", key.replace('_', "-")));
        let values = [
            ("name", name.into()),
            ("line", name_of_line.into()),
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
}
