//! What changes the roster: every action answers with a line that says what it changed and how to take it back.

use super::Desk;
use super::notice::Tone;
use super::place::Place;
use super::post::{RULED_OUT, STANDING, against, can_be_set_aside, other_duties};
use super::prompt::{Pick, Prompt, Purpose};
use crate::app::said;
use crate::app::session::ActError;
use crate::engine::candidates::candidate_for;
use crate::model::problem::Value;
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::rules::Refusal;
use crate::speech::refusal;
use crate::store::record::RecordError;

impl Desk {
    /// Says what was done, and how to take it back.
    fn done(&mut self, id: &str, values: &[(&str, Value)]) {
        let what = self.speech.say(id, values);
        self.tell_done(what);
    }

    /// One key: the best candidate, or the one the cursor is on. On other screens, the best for the gap the cursor is on.
    pub(super) fn assign(&mut self) {
        match self.place {
            Place::Shift(shift) => {
                if self.post.pane == RULED_OUT {
                    self.assign_against_rules();
                    return;
                }
                if self.marked() > 0 {
                    self.do_marked(super::choice::Deed::Assign);
                    return;
                }
                if self.is_mustering() {
                    self.assign_best(shift);
                    return;
                }
                match self.post.choice(&self.session.ground, &self.session.roster) {
                    Some((member, duty)) => self.put(shift, member, duty, None),
                    None => self.nobody_for(shift),
                }
            }
            Place::Coverage if self.marked() > 0 => self.ask_marked(),
            Place::Coverage if self.is_on_heading() => {
                self.mark();
                if self.marked() == 0 {
                    self.say("told-none-to-come");
                } else {
                    self.ask_marked();
                }
            }
            _ => match self.chosen_shift() {
                Some(shift) => self.assign_best(shift),
                None => self.not_done("told-no-shift-here", &[]),
            },
        }
    }

    /// Nobody is free for a shift: says so, and where it is a gap shows what would fill it.
    pub(super) fn nobody_for(&mut self, shift: ShiftIx) {
        if self.session.coverage.of(shift).status(self.ground().shift(shift)).is_gap() {
            self.seek_ways(shift);
            self.pick(Pick::Ways(shift));
            self.not_done("told-no-candidate-but", &[]);
        } else {
            self.not_done("told-no-candidate", &[]);
        }
    }

    /// Puts a member on a shift, or says why not.
    pub(super) fn put(&mut self, shift: ShiftIx, member: MemberIx, duty: Duty, reason: Option<&str>) {
        let words = self.words();
        let values = [
            ("member", words.member(member).into()),
            ("duty", words.duty(duty).into()),
            ("shift", words.shift(shift).into()),
        ];
        match self.session.assign(shift, member, Some(duty), false, reason) {
            Ok(_) => {
                self.done("told-assigned", &values);
                self.just_put = Some(member);
            }
            Err(error) => self.refused(Some(shift), &error),
        }
    }

    /// Asks for the reason that lets a member in whom only † rules keep off; or says that others do too.
    pub(super) fn assign_against_rules(&mut self) {
        let Place::Shift(shift) = self.place else { return };
        if self.post.pane != RULED_OUT {
            self.post.pane = RULED_OUT;
            self.not_done("told-choose-ruled-out", &[]);
            return;
        }
        let facts = self.post.facts();
        let Some(member) = facts.ruled_out.get(self.post.at(RULED_OUT)).copied() else {
            self.not_done("told-nobody-here", &[]);
            return;
        };
        let (ground, roster) = (&self.session.ground, &self.session.roster);
        let refusals = against(ground, roster, shift, member);
        if can_be_set_aside(&refusals) {
            let duty = candidate_for(ground, roster, shift, member).duty;
            self.prompt = Some(Prompt::new(Purpose::Reason { shift, member, duty, gap: None }, ""));
        } else {
            let hard = refusals.iter().find(|refusal| !refusal.code().can_be_set_aside());
            let why = hard.map(|refusal| self.words().refusal(shift, refusal)).unwrap_or_default();
            let member = self.words().member(member);
            self.not_done("told-hard-rule", &[("member", member.into()), ("why", why.into())]);
        }
    }

    /// Takes a member off a shift.
    pub(super) fn take_off(&mut self) {
        let Some(each) = self.chosen_assignment() else {
            self.not_done("told-choose-standing", &[]);
            return;
        };
        let words = self.words();
        let values = [("member", words.member(each.member).into()), ("shift", words.shift(each.shift).into())];
        match self.session.unassign(each.shift, each.member) {
            Ok(_) => self.done("told-unassigned", &values),
            Err(error) => self.refused(Some(each.shift), &error),
        }
    }

    /// Pins an assignment, or lets it go.
    pub(super) fn pin(&mut self) {
        let Some(each) = self.chosen_assignment() else {
            self.not_done("told-choose-standing", &[]);
            return;
        };
        let words = self.words();
        let values = [("member", words.member(each.member).into()), ("shift", words.shift(each.shift).into())];
        let id = if each.pinned { "told-unpinned" } else { "told-pinned" };
        match self.session.set_pin(each.shift, each.member, !each.pinned) {
            Ok(_) => self.done(id, &values),
            Err(error) => self.refused(Some(each.shift), &error),
        }
    }

    /// The next post the member could hold on the same shift.
    pub(super) fn change_duty(&mut self) {
        let Some(each) = self.chosen_assignment() else {
            self.not_done("told-choose-standing", &[]);
            return;
        };
        let others = other_duties(&self.session.ground, &self.session.roster, each.shift, each.member, each.duty);
        let next = others.iter().find(|duty| **duty > each.duty).or(others.first()).copied();
        let member = self.words().member(each.member);
        let Some(duty) = next else {
            self.not_done("told-no-other-duty", &[("member", member.into())]);
            return;
        };
        let values = [("member", member.into()), ("duty", self.words().duty(duty).into())];
        match self.session.set_duty(each.shift, each.member, duty) {
            Ok(_) => {
                self.done("told-duty", &values);
                self.follow(each.member);
            }
            Err(error) => self.refused(Some(each.shift), &error),
        }
    }

    /// Keeps the cursor on a member whose row has moved.
    pub(super) fn follow(&mut self, member: MemberIx) {
        self.refresh();
        if let Place::Shift(_) = self.place {
            let stands = &self.post.facts().stands;
            if let Some(at) = stands.iter().position(|stand| stand.who.as_ref().is_some_and(|who| who.member == member))
            {
                self.post.lists[STANDING].go(at);
            }
        }
    }

    /// Says why an action was not done.
    pub(super) fn refused(&mut self, shift: Option<ShiftIx>, error: &ActError) {
        // A reason has no full stop of its own: elsewhere it stands within a sentence.
        let not_done = |why: &str| {
            let why = why.trim_end_matches('.');
            (Tone::Refused, self.speech.say("told-refused", &[("why", why.into())]))
        };
        let (tone, text) = match error {
            ActError::Refused(refusals) => {
                let tell = |why: &Refusal| match shift {
                    Some(shift) => self.words().refusal(shift, why),
                    None => refusal::refusal(self.speech, self.ground(), why),
                };
                let why: Vec<String> = refusals.iter().map(tell).collect();
                not_done(&why.join("; "))
            }
            ActError::NotSigned(why, zone) => not_done(&said::not_signed(self.speech, *zone, why)),
            ActError::Locked(locked) => {
                let week = self.week_text_of(&locked.week);
                (Tone::Refused, self.speech.say("correct-why", &[("week", week.into())]))
            }
            ActError::NothingTo(what) => (Tone::Info, self.speech.word(&format!("told-nothing-to-{what}"))),
            ActError::Overtaken(entry) => {
                let values = [("actor", (&entry.actor).into()), ("what", self.words().entry(entry).into())];
                (Tone::Refused, self.speech.say("told-overtaken", &values))
            }
            ActError::Record(error) => (Tone::Failed, self.record_trouble(error)),
            other => not_done(&said::no(self.speech, self.ground(), other)),
        };
        self.tell(tone, text);
    }

    /// Says why the record could not be read or written.
    pub(super) fn tell_trouble(&mut self, error: &RecordError) {
        let text = self.record_trouble(error);
        self.tell(Tone::Failed, text);
    }

    /// Why the record could not be read or written.
    pub(super) fn record_trouble(&self, error: &RecordError) -> String {
        if let Some(problem) = error.problem() {
            let (message, help) = self.speech.problem(&problem);
            return if help.is_empty() { message } else { format!("{message}. {help}") };
        }
        match error {
            RecordError::Busy(Some(holder)) => {
                let who = holder.user.as_ref().or(holder.program.as_ref()).cloned().unwrap_or_default();
                self.speech.say("told-busy-with", &[("who", who.into()), ("pid", holder.pid.into())])
            }
            RecordError::Busy(None) => self.speech.word("told-busy"),
            full if full.is_full() => self.speech.word("record-full"),
            other => self.speech.say("told-record-failed", &[("detail", said::record(self.speech, other).into())]),
        }
    }

    /// Says what is saved.
    pub(super) fn say_saved(&mut self) {
        let text = self.speech.say("told-saved", &[("version", self.session.version.into())]);
        self.tell(Tone::Info, text);
    }
}
