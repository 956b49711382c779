//! Every edit is answered with its best repair, in one of two ways: it is offered, and one key takes it; or the line is held,
//! and it is made at once, as an action of its own. Either way it is worked out away from the screen where that takes longer
//! than a frame.

use super::Desk;
use super::aside::Aside;
use super::muster::{FEW, Sought};
use super::place::Place;
use crate::app::session::{ActError, Held, Hold, Session};
use crate::engine::gaps::{Move, Repair};
use crate::model::{MemberIx, ShiftIx};
use crate::speech::number::decimal;
use crate::speech::place;
use std::collections::BTreeSet;

/// Moves told in the line that answers.
const MOVES: usize = 2;
/// So many letters are told of them; a second that makes it more is counted.
const LETTERS: usize = 180;

/// The answer to an edit, as long as nothing else has happened.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The roster's version that it is for.
    version: u64,
    repairs: Vec<Repair>,
}

impl Desk {
    /// True when edits are answered as they come.
    pub fn holds_the_line(&self) -> bool {
        self.session.holds_the_line() == Hold::Noted
    }

    /// From now on edits are answered as they come, or the answer is offered again.
    pub(super) fn hold_or_offer(&mut self) {
        if self.session.is_lent() {
            self.not_done("record-lent", &[]);
            return;
        }
        let holds = !self.holds_the_line();
        self.session.hold_the_line(if holds { Hold::Noted } else { Hold::Offered });
        self.offer = None;
        self.say(if holds { "told-hold-on" } else { "told-hold-off" });
    }

    /// Answers an edit that waits for it.
    pub(super) fn answer_edit(&mut self) {
        if !self.session.is_to_be_held() || self.session.is_lent() {
            return;
        }
        let large = self.session.ground.strike.members.len() > FEW;
        if self.holds_the_line() {
            self.carry_out(large, "busy-holding", Session::answer, |desk, held| {
                if let Some(held) = held {
                    desk.held(held);
                }
            });
            return;
        }
        self.offer = None;
        let Some(edit) = self.session.take_edit() else { return };
        let version = self.session.version;
        let job = self.job(Sought::Answer(Box::new(edit.clone())), ShiftIx(0));
        match &mut self.aside {
            Aside::Away(asked) if large => asked.answer = Some(job),
            _ => {
                let repairs = job.answer(&edit);
                self.hear_answer(version, repairs);
            }
        }
    }

    /// Takes the answer to an edit that was worked out for this version of the roster, and offers it.
    pub(super) fn hear_answer(&mut self, version: u64, repairs: Vec<Repair>) {
        if version == self.session.version && !repairs.is_empty() {
            self.offer = Some(Offer { version, repairs });
            self.tell_offer();
        }
    }

    /// True when an answer to the last edit is offered.
    pub(super) fn has_offer(&self) -> bool {
        self.offer.as_ref().is_some_and(|offer| offer.version == self.session.version)
    }

    /// Takes the answer that is offered.
    pub(super) fn take_offer(&mut self) {
        let version = self.session.version;
        let Some(offer) = self.offer.take().filter(|offer| offer.version == version) else {
            self.say("told-no-offer");
            return;
        };
        let done = self.session.repair(&offer.repairs);
        self.tell_outcome(done);
    }

    fn held(&mut self, held: Result<Held, ActError>) {
        match held {
            Ok(Held { repairs, done }) => {
                let what = match &done.entry {
                    Some(entry) => self.speech.of(&self.words().entry(entry), &self.few_moves(&repairs)),
                    None => self.speech.word("hold-nothing"),
                };
                self.tell_more(&what);
            }
            Err(error) => self.refused(None, &error),
        }
    }

    fn tell_offer(&mut self) {
        let Some(offer) = &self.offer else { return };
        let people: BTreeSet<MemberIx> =
            offer.repairs.iter().flat_map(|each| &each.moves).map(|each| each.member).collect();
        let minutes: i64 = offer.repairs.iter().map(|each| each.earns).sum();
        let values = [
            ("people", people.len().into()),
            ("moves", self.few_moves(&offer.repairs).into()),
            ("minutes", minutes.into()),
            ("earned", decimal(minutes as f64 / 60.0, 1, self.speech.language()).into()),
        ];
        let text = self.speech.say("told-offer", &values);
        let take = self.sentence("told-take-offer", &[]);
        self.tell_more(&text);
        if let Some(notice) = &mut self.notice {
            let how = if notice.how.is_empty() { take } else { format!("{take} {}", notice.how) };
            notice.how = how;
        }
    }

    /// Says `text` after what was just said.
    pub(super) fn tell_more(&mut self, text: &str) {
        match &mut self.notice {
            Some(notice) => {
                let stop = if notice.text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
                notice.text = format!("{}{stop} {text}", notice.text);
            }
            None => self.tell_done(text.to_owned()),
        }
    }

    /// The moves; of many the first, and how many more there are.
    pub(super) fn few_moves(&self, repairs: &[Repair]) -> String {
        let all: Vec<&Move> = repairs.iter().flat_map(|each| &each.moves).collect();
        // Where there are more than fit, one says what they are like.
        let here = if let Place::Shift(shift) = self.place { Some(shift) } else { None };
        let tell = |each: &&Move| place::step(self.speech, self.ground(), each, here);
        let mut told: Vec<String> = all.iter().take(MOVES).map(tell).collect();
        let letters: usize = told.iter().map(|text| text.chars().count()).sum();
        let first = if all.len() > MOVES || letters > LETTERS { 1 } else { all.len() };
        told.truncate(first);
        if all.len() > first {
            told.push(self.speech.say("cli-candidates-more", &[("count", (all.len() - first).into())]));
        }
        told.join("; ")
    }
}
