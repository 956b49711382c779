//! A line's numbers, changed from the screen: written into the person's own file, comments kept, and read anew at once.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::prompt::{Pick, Wanted};
use crate::app::said;
use crate::app::session::{Clock, NotSet, Session, Settings, When};
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
        let asked = self.prompt.take();
        if number == before {
            return;
        }
        let (shape, stretch) = (self.shape(), self.words().stretch(line));
        let set = move |session: &mut Session| session.set_number(line, key, number);
        self.carry_out(self.session.is_large(), "busy-reading", set, move |desk, set| {
            let file = match set {
                Ok((done, file)) if done.entry.is_some() => file,
                Ok(_) => return,
                Err(NotSet::Nowhere(site)) => return desk.fail("told-number-nowhere", &site),
                Err(NotSet::Unfit(reading)) => {
                    // Another number may do: what was typed is still there.
                    desk.ask_again(asked);
                    let first = reading.problems.iter().find(|problem| problem.severity == Severity::Error);
                    let why = first.map(|problem| desk.speech.problem(problem).0).unwrap_or_default();
                    return desk.fail("told-number-refused", &why);
                }
                Err(NotSet::Act(error)) => {
                    let why = said::no(desk.speech, desk.ground(), &error);
                    return desk.fail("told-record-failed", &why);
                }
            };
            desk.go_on_anew(shape);
            let name = desk.speech.word(&format!("number-{}", key.replace('_', "-")));
            let values = [
                ("name", name.into()),
                ("line", stretch.into()),
                ("before", i64::from(before).into()),
                ("after", i64::from(number).into()),
                ("file", file.into()),
            ];
            desk.tell_done(desk.speech.say("told-number", &values));
        });
    }

    /// What a session is opened with from here.
    pub(super) fn settings(&self) -> Settings {
        let now = match self.session.clock() {
            Clock::System => When::Now,
            Clock::Fixed(at) => When::At(at),
        };
        Settings { now, actor: self.session.actor().to_owned(), language: Some(self.speech.language()) }
    }

    /// How many shifts and members there are: while that stays, so do their places.
    pub(super) fn shape(&self) -> (usize, usize) {
        (self.ground().timetable.len(), self.ground().strike.members.len())
    }

    /// Goes on with another reading of the same strike: where everything has its place still, what is looked at stays.
    pub(super) fn go_on_anew(&mut self, before: (usize, usize)) {
        if self.shape() == before {
            self.epoch = self.session.epoch;
            self.forget_what_was_worked_out();
        }
    }

    fn fail(&mut self, id: &str, detail: &str) {
        let text = self.speech.say(id, &[("detail", detail.into())]);
        self.tell(Tone::Failed, text);
    }
}
