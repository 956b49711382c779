//! Guests on a line: people who are no members, counted.

use super::Desk;
use super::choice::{Act, Choice};
use super::prompt::{Pick, Prompt};
use crate::app::session::{By, guests_told};
use crate::model::ShiftIx;

impl Desk {
    /// The shift that is meant where one notes what happens on a line: the board's, or the one that is looked at.
    pub(super) fn line_in_question(&mut self) -> Option<ShiftIx> {
        let shift = self.chosen_shift();
        if shift.is_none() {
            self.not_done("told-no-shift-here", &[]);
        }
        shift
    }

    /// Asks how many there are.
    pub(super) fn ask_guests(&mut self) {
        if let Some(shift) = self.line_in_question() {
            self.pick(Pick::Guests(shift));
        }
    }

    /// How many were counted so far.
    pub(super) fn guest_lines(&self, shift: ShiftIx) -> Vec<String> {
        match self.session.guests_on(shift) {
            Ok(0) | Err(_) => Vec::new(),
            Ok(count) => vec![self.speech.say("guests-so-far", &[("count", count.into())])],
        }
    }

    pub(super) fn guest_choices(&self, shift: ShiftIx, typed: &str) -> Vec<Choice> {
        match guests_told(typed) {
            Some(count) => {
                let text = self.speech.say("guests-do", &[("count", count.into())]);
                vec![Choice::new(text, Act::Guests(shift, count))]
            }
            None => vec![Choice::new(self.speech.word("guests-how"), Act::Nothing)],
        }
    }

    pub(super) fn count_guests(&mut self, shift: ShiftIx, count: u32, asked: Option<Prompt>) {
        let told = |name| asked.as_ref().and_then(|prompt| prompt.told(name));
        match self.session.guests(shift, count, told("who"), By::captain(told("by"))) {
            Ok(done) => self.tell_entry(&done),
            Err(error) => {
                self.ask_again(asked);
                self.refused(Some(shift), &error);
            }
        }
    }
}
