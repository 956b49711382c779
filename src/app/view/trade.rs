//! Two members change places.

use super::Desk;
use super::choice::{Act, Choice};
use super::prompt::{Pick, Prompt};
use super::score::Words;
use crate::app::session::{ActError, Done};
use crate::model::{MemberIx, ShiftIx};
use crate::store::record::Entry;

/// So many who could change places are offered.
const MOST: usize = 24;
/// So many are asked whether they could.
const ASKED: usize = 120;

impl Desk {
    /// Asks with whom the member under the cursor changes places.
    pub(super) fn ask_swap(&mut self) {
        match self.chosen_assignment() {
            Some(each) => self.pick(Pick::Swap(each.shift, each.member)),
            None => self.not_done("told-choose-standing", &[]),
        }
    }

    /// Those who could: nobody is offered whom a rule keeps from it. Nothing typed: people of the same site around that day;
    /// else those whose name fits, on any shift to come. A `reason` lets those in whom only † rules keep from it.
    pub(super) fn swap_choices(&self, one: (ShiftIx, MemberIx), typed: &str, reason: Option<&str>) -> Vec<Choice> {
        let (ground, roster) = (self.ground(), &self.session.roster);
        let here = ground.shift(one.0);
        let query = Words::new(typed);
        let to_come = |shift: &ShiftIx| *shift != one.0 && ground.shift(*shift).span.start > self.now;
        let mut asked: Vec<(ShiftIx, MemberIx)> = if query.is_empty() {
            let near = |shift: &ShiftIx| {
                let shift = ground.shift(*shift);
                shift.site == here.site && (shift.date - here.date).num_days().abs() <= 1
            };
            let shifts = ground.timetable.indices().filter(near).filter(to_come);
            shifts.flat_map(|shift| roster.on(shift)).map(|each| (each.shift, each.member)).collect()
        } else {
            let found = self.members_found(&query).into_iter();
            found
                .flat_map(|(_, member)| roster.of(member).iter().copied().map(move |shift| (shift, member)))
                .filter(|(shift, _)| to_come(shift))
                .collect()
        };
        // Those of the same day first.
        asked.sort_by_key(|(shift, _)| ((ground.shift(*shift).date - here.date).num_days().abs(), *shift));
        let can = |other: &(ShiftIx, MemberIx)| self.session.can_swap(one, *other, reason);
        let choice = |other: (ShiftIx, MemberIx)| {
            self.beside(Choice::new(self.words().member(other.1), Act::Swap(one, other)), other.0)
        };
        asked.into_iter().take(ASKED).filter(can).take(MOST).map(choice).collect()
    }

    pub(super) fn swap(&mut self, one: (ShiftIx, MemberIx), other: (ShiftIx, MemberIx), asked: Option<&Prompt>) {
        let reason = asked.and_then(|prompt| prompt.told("set-aside"));
        let done = self.session.swap(one, other, reason);
        self.tell_outcome(done);
    }

    /// Sends one member to another shift: to the post that is told, else to the same one where it is vacant.
    pub(super) fn transfer(&mut self, member: MemberIx, from: ShiftIx, to: ShiftIx, asked: Option<Prompt>) {
        let told = |name| asked.as_ref().and_then(|prompt| prompt.told(name));
        let duty = match told("duty").map(|text| (self.duty_named(text), text.to_owned())) {
            Some((None, text)) => {
                self.ask_again(asked);
                self.not_done("told-no-duty", &[("text", text.into())]);
                return;
            }
            named => named.and_then(|(duty, _)| duty),
        };
        match self.session.transfer(member, from, to, duty, told("set-aside")) {
            Ok(done) => self.tell_entry(&done),
            Err(error) => {
                // Another post, or a reason, may be all that is missing.
                self.ask_again(asked);
                self.refused(None, &error);
            }
        }
    }

    /// Says what an action did, or why it was not done.
    pub(super) fn tell_outcome(&mut self, done: Result<Done, ActError>) {
        match done {
            Ok(done) => self.tell_entry(&done),
            Err(error) => self.refused(None, &error),
        }
    }

    /// Says what an action did, and how to take it back.
    pub(super) fn tell_entry(&mut self, done: &Done) {
        self.tell_noted(done.entry.as_ref());
    }

    /// The same of the entry alone; None: nothing was changed.
    pub(super) fn tell_noted(&mut self, entry: Option<&Entry>) {
        let Some(entry) = entry else {
            self.say("told-several-nothing");
            return;
        };
        let text = format!("{}.", self.words().entry(entry));
        self.tell_done(text);
    }
}
