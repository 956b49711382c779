//! Duty elsewhere (kitchen, telephones, office) of a member who does not stand on a line: counted like time on it.

use super::Desk;
use super::choice::{Act, Choice};
use super::noting::Noting;
use super::prompt::{Pick, Prompt};
use crate::app::session::length_told;
use crate::model::MemberIx;
use crate::speech::{calendar, number};
use chrono::{Days, NaiveDate};

/// Days back from the present that are offered.
const DAYS: u64 = 3;

impl Desk {
    /// Asks how long the member under the cursor was on duty elsewhere.
    pub(super) fn ask_alternate(&mut self) {
        match self.chosen_member() {
            Some(member) => self.pick(Pick::Alternate(member)),
            None => self.say("told-nobody-here"),
        }
    }

    /// The day, today first; as long as nothing else is typed, for the hours that are credited in a day.
    pub(super) fn alternate_choices(&self, member: MemberIx, prompt: &Prompt) -> Vec<Choice> {
        let typed = prompt.text().trim();
        let usual = self.ground().strike.pay.minutes_per_day;
        let minutes = if typed.is_empty() { Some(usual).filter(|usual| *usual > 0) } else { length_told(typed) };
        let Some(minutes) = minutes else {
            return vec![Choice::new(self.speech.word("alternate-how"), Act::Nothing)];
        };
        let today = self.now.in_zone(self.ground().strike.campaign.zone).date_naive();
        let days: Vec<NaiveDate> = match prompt.told("day").map(str::parse) {
            Some(Ok(day)) => vec![day],
            Some(Err(_)) => return vec![Choice::new(self.speech.word("alternate-day-how"), Act::Nothing)],
            None => (0..DAYS).map(|back| today - Days::new(back)).collect(),
        };
        let choice = |date: NaiveDate| {
            let day = calendar::day_short(date, self.speech.language());
            let values = [("length", number::length(minutes).into()), ("day", day.into())];
            let task = prompt.told("task").map(str::to_owned);
            let what = Noting::Alternate { member, date, minutes, task };
            let aside = if date == today { self.speech.word("word-today") } else { String::new() };
            Choice::new(self.speech.say("alternate-do", &values), Act::Note(what)).aside(aside)
        };
        days.into_iter().map(choice).collect()
    }
}
