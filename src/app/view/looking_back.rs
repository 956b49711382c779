//! The roster as it was at a moment of the history, to be looked at on every screen; and back to the present. The record takes
//! no action from there, and the bar says all the while that it is the past.

use super::Desk;
use super::place::Place;
use crate::app::commands::Command;
use crate::app::session::{ActError, Session};
use crate::store::record::RecordError;

impl Desk {
    /// True while the past is looked at.
    pub fn looks_back(&self) -> bool {
        self.session.moment.is_some()
    }

    /// Looks back to the entry under the cursor; from the past, comes back to the present.
    pub(super) fn look_back_or_return(&mut self) {
        if self.looks_back() {
            self.come_back();
            return;
        }
        let entry = self.history.chosen().map(|line| line.entry.seq);
        if let Some(seq) = entry.filter(|_| self.place == Place::History) {
            self.look_back_to(seq);
        } else {
            self.go_to_tab(Place::History);
            self.say("told-choose-moment");
        }
    }

    /// Looks back to the moment after entry `seq`.
    pub(super) fn look_back_to(&mut self, seq: u64) {
        self.turn_back(move |session| session.look_back_to(seq).map(drop), Place::Coverage, "told-looking-back");
    }

    /// Comes back to the present.
    pub(super) fn come_back(&mut self) {
        self.turn_back(Session::come_back, Place::History, "told-present-again");
    }

    /// Goes to another moment; whatever was worked out is of another roster then.
    fn turn_back(
        &mut self,
        turn: impl FnOnce(&mut Session) -> Result<(), RecordError> + Send + 'static,
        to: Place,
        told: &'static str,
    ) {
        let takes_long = self.session.is_large();
        self.carry_out(takes_long, "busy-looking-back", turn, move |desk, turned| match turned {
            Ok(()) => {
                // Shifts may have other places then: sites were closed or not.
                desk.refresh();
                desk.go_to_tab(to);
                desk.refresh();
                desk.say(told);
            }
            Err(error) => desk.refused(None, &ActError::Record(error)),
        });
    }

    /// Says that nothing is changed from the past; false: it is the present.
    pub(super) fn refuse_in_the_past(&mut self, command: Command) -> bool {
        // What is done at once the record refuses itself; what takes a while to work out is not even begun.
        let begins = matches!(
            command,
            Command::Plan | Command::Repair | Command::WhatIf | Command::Import | Command::Publish | Command::Close
        );
        let refused = begins && self.looks_back();
        if refused {
            self.not_done("told-in-the-past", &[]);
        }
        refused
    }

    /// Which moment is looked back to, in words; None: the present.
    pub fn past_text(&self) -> Option<String> {
        let moment = self.session.moment?;
        let when = moment.at.map(|at| self.words().instant(at)).unwrap_or_default();
        let values = [("entry", moment.seq.to_string().into()), ("when", when.into())];
        Some(self.speech.say(if moment.at.is_some() { "past-after" } else { "past-before-all" }, &values))
    }
}
