//! A week of the ledger is signed off: what is locked, and what is still open, is shown before it is.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::paper::Paper;
use super::prompt::Pick;
use crate::app::said;
use crate::app::session::{ActError, NotYet};
use crate::model::Instant;
use crate::store::record::Attendance;
use chrono::NaiveDate;

impl Desk {
    /// Asks which week; where only one can be meant, shows it.
    pub(super) fn ask_sign_off(&mut self) {
        let signed = self.session.weeks_signed_off().unwrap_or_default();
        let over = |week: &NaiveDate| !matches!(self.session.may_sign_off(*week), Ok(Some(NotYet::Running(_))));
        let ready: Vec<NaiveDate> =
            self.weeks_begun().into_iter().filter(|week| !signed.contains(&week.to_string())).filter(over).collect();
        match ready.as_slice() {
            [only] => self.look_at_week(*only),
            _ => self.pick(Pick::WeekToSignOff),
        }
    }

    /// The weeks that have begun, and how far each is.
    pub(super) fn week_choices(&self) -> Vec<Choice> {
        let signed = self.session.weeks_signed_off().unwrap_or_default();
        // What it says of a week, and how soon one would want it: those that can be signed off first, those that are last.
        let choice = |week: NaiveDate| {
            let text = self.week_text(week);
            if signed.contains(&week.to_string()) {
                return (2, Choice::new(text, Act::Book(week)).aside(self.speech.word("sign-off-done")));
            }
            let (turn, aside) = match self.session.may_sign_off(week) {
                Ok(None) => (0, self.speech.word("sign-off-ready")),
                Ok(Some(NotYet::StillIn(count, ..))) => {
                    (0, self.speech.say("sign-off-open", &[("count", count.into())]))
                }
                Ok(Some(running)) => (1, said::no(self.speech, self.ground(), &ActError::NotYet(running))),
                Err(error) => (1, self.record_trouble(&error)),
            };
            (turn, Choice::new(text, Act::AskSignOff(week)).aside(aside))
        };
        let mut choices: Vec<(u8, Choice)> = self.weeks_begun().into_iter().map(choice).collect();
        choices.sort_by_key(|(turn, _)| *turn);
        choices.into_iter().map(|(_, choice)| choice).collect()
    }

    /// Works the week's ledger out, and shows what would be locked.
    pub(super) fn look_at_week(&mut self, week: NaiveDate) {
        self.with_books(Some(week), None, Pick::SignOff(week));
    }

    /// What would be locked, and what of it is still open.
    pub(super) fn sign_off_lines(&self, week: NaiveDate) -> Vec<String> {
        let mut lines = self.book_lines(week);
        let silent = self.silent(week);
        if silent > 0 {
            lines.push(self.speech.say("sign-off-silent", &[("count", silent.into())]));
        }
        match self.session.may_sign_off(week) {
            Ok(None) => lines.push(self.speech.word("sign-off-locks")),
            Ok(Some(NotYet::StillIn(count, ..))) => {
                lines.push(self.speech.say("sign-off-first", &[("count", count.into())]));
            }
            Ok(Some(why)) => lines.push(said::no(self.speech, self.ground(), &ActError::NotYet(why))),
            Err(error) => lines.push(self.record_trouble(&error)),
        }
        lines
    }

    /// How many were rostered and are on no sheet at all: nobody noted whether they came.
    fn silent(&self, week: NaiveDate) -> usize {
        let rows = self.book(week).map(|book| book.rows.as_slice()).unwrap_or_default();
        rows.iter().filter(|row| row.rostered > 0 && row.attended == 0 && row.open + row.no_shows == 0).count()
    }

    /// It is signed off; or, one by one, who has to be signed out before.
    pub(super) fn sign_off_choices(&self, week: NaiveDate) -> Vec<Choice> {
        let hours = Paper { day: Some(week), ..Paper::of("hours") };
        let print = Choice::new(self.speech.word("sign-off-print"), Act::Print(hours));
        let mut choices = Vec::new();
        match self.session.may_sign_off(week) {
            Ok(None) => {
                let text = self.speech.say("sign-off-do", &[("week", self.week_text(week).into())]);
                choices.push(Choice::new(text, Act::SignOff(week)));
            }
            Ok(Some(NotYet::StillIn(..))) => {
                let open = self.session.still_in(week).unwrap_or_default();
                choices.extend(open.iter().map(|each| self.open_choice(each)));
            }
            Ok(Some(NotYet::NoWeek(_) | NotYet::Running(_))) | Err(_) => {}
        }
        choices.push(print);
        choices.push(Choice::new(self.speech.word("sign-off-read"), Act::Book(week)));
        // There is no way back: where nobody noted whether some came, the key under the finger is not the one that locks it.
        if self.silent(week) > 0 && choices.first().is_some_and(|first| matches!(first.act, Act::SignOff(_))) {
            choices.rotate_left(1);
        }
        choices
    }

    /// Someone who was signed in and never out.
    fn open_choice(&self, each: &Attendance) -> Choice {
        let member = self.ground().strike.lookup.members.get(&each.member).copied();
        let shift = self.ground().find(&each.shift).ok();
        let name = member.map_or_else(|| each.member.clone(), |member| self.words().member(member));
        let since = each.sign.came.map(|came| self.words().instant(Instant(came))).unwrap_or_default();
        let place =
            shift.map_or_else(|| each.shift.clone(), |shift| self.words().stretch(self.ground().shift(shift).line));
        let act = shift.zip(member).map_or(Act::Nothing, |(shift, member)| Act::AskSignAt(shift, member));
        let values = [("member", name.into()), ("since", since.into())];
        Choice::new(self.speech.say("sign-off-out", &values), act).aside(place)
    }

    pub(super) fn sign_off(&mut self, week: NaiveDate) {
        match self.session.sign_off(week) {
            Ok(done) => {
                let said = done.entry.as_ref().map(|entry| self.words().entry(entry));
                let said = said.unwrap_or_else(|| self.speech.word("cli-nothing-signoff"));
                let text = self.speech.say("sign-off-told", &[("what", said.into())]);
                self.tell(Tone::Done, text);
            }
            Err(error) => self.refused(None, &error),
        }
    }
}
