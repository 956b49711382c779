//! Several things at once, as one action with one way back: pin these twelve, send those to the backup site, sign in a
//! whole line. Each step is put before the rules on the roster as the steps before it leave it; what is refused is left
//! out and told.

use super::Session;
use super::action::{ActError, Done, Draft};
use super::attendance::{By, Told};
use crate::model::{Assignment, Change, Duty, MemberIx, Origin, Overrides, Roster, ShiftIx};
use crate::rules::{Case, Refusal, refusals};
use crate::store::record::Payload;
use serde_json::json;
use std::cell::RefCell;

/// One of several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Puts a member on a shift, in a post.
    Put(ShiftIx, MemberIx, Duty),
    /// Takes a member off.
    Take(ShiftIx, MemberIx),
    /// Pins an assignment, or lets it go.
    Pin(ShiftIx, MemberIx, bool),
    /// Sends a member from one shift to another.
    Send(ShiftIx, ShiftIx, MemberIx),
}

/// How several things went.
#[derive(Debug)]
pub struct Many {
    /// What was done.
    pub done: Done,
    /// What was left out, and why.
    pub refused: Vec<(ShiftIx, MemberIx, Vec<Refusal>)>,
}

impl Session {
    /// Does all of `steps` that the rules allow, as one action.
    pub fn many(&mut self, steps: &[Step]) -> Result<Many, ActError> {
        let refused = RefCell::new(Vec::new());
        let done = self.act(|session| {
            let mut work = Work { session, roster: session.roster.clone(), changes: Vec::new() };
            let mut no = Vec::new();
            for step in steps {
                if let Err((shift, member, why)) = work.take_step(*step) {
                    no.push((shift, member, why));
                }
            }
            let changes = work.changes;
            *refused.borrow_mut() = no;
            if changes.is_empty() {
                return Ok(None);
            }
            let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
            let particulars = json!({
                "steps": steps.len() - refused.borrow().len(),
                "added": count(|change| matches!(change, Change::Added(_))),
                "removed": count(|change| matches!(change, Change::Removed(_))),
                "altered": count(|change| matches!(change, Change::Altered { .. })),
            });
            Ok(Some(Draft::new("several", particulars, Payload::of_changes(&session.ground, &changes))))
        })?;
        Ok(Many { done, refused: refused.into_inner() })
    }

    /// Signs everyone in to `shift` who is expected there and on no sheet yet, at the present minute (or at the start of
    /// the shift, when that is later), as one action. Those who are on another line are left out and counted.
    pub fn sign_all(&mut self, shift: ShiftIx, told: Told) -> Result<(Done, usize), ActError> {
        let left_out = RefCell::new(0);
        let done = self.act(|session| {
            session.unlocked(shift, By::default())?;
            let mut payload = Payload::default();
            let mut elsewhere = 0;
            for each in session.roster.on(shift) {
                if !session.signs(shift, each.member)?.is_empty() {
                    continue;
                }
                match session.sign_in(shift, each.member, told, By::default()) {
                    Ok(draft) => payload.signed.extend(draft.payload.signed),
                    Err(ActError::NotSigned(..)) => elsewhere += 1,
                    Err(error) => return Err(error),
                }
            }
            *left_out.borrow_mut() = elsewhere;
            if payload.signed.is_empty() {
                return Ok(None);
            }
            let count = payload.signed.len();
            let particulars = json!({ "shift": session.ground.shift(shift).id, "count": count });
            Ok(Some(Draft::new("sign-all", particulars, payload)))
        })?;
        Ok((done, left_out.into_inner()))
    }
}

type No = (ShiftIx, MemberIx, Vec<Refusal>);

struct Work<'a> {
    session: &'a Session,
    roster: Roster,
    changes: Vec<Change>,
}

impl Work<'_> {
    fn take_step(&mut self, step: Step) -> Result<(), No> {
        match step {
            Step::Put(shift, member, duty) => self.put(shift, member, duty),
            Step::Take(shift, member) => {
                if let Some(before) = self.roster.get(shift, member).cloned() {
                    self.change(Change::Removed(before));
                }
                Ok(())
            }
            Step::Pin(shift, member, pinned) => {
                if let Some(before) = self.roster.get(shift, member).filter(|each| each.pinned != pinned).cloned() {
                    let after = Assignment { pinned, ..before.clone() };
                    self.change(Change::Altered { before, after });
                }
                Ok(())
            }
            Step::Send(from, to, member) => {
                let Some(before) = self.roster.get(from, member).cloned() else { return Ok(()) };
                self.roster.take(from, member);
                let duty = self.session.post_for(&self.roster, to, member);
                match self.put(to, member, duty) {
                    Ok(()) => {
                        self.changes.push(Change::Removed(before));
                        Ok(())
                    }
                    Err(no) => {
                        self.roster.put(before);
                        Err(no)
                    }
                }
            }
        }
    }

    fn put(&mut self, shift: ShiftIx, member: MemberIx, duty: Duty) -> Result<(), No> {
        if self.roster.get(shift, member).is_some() {
            return Ok(());
        }
        let case = Case { ground: &self.session.ground, roster: &self.roster, member, shift, duty };
        let why = refusals(&case);
        if !why.is_empty() {
            return Err((shift, member, why));
        }
        let (pinned, origin, overrides, reason) = (false, Origin::Hand, Overrides::NONE, None);
        self.change(Change::Added(Assignment { member, shift, duty, pinned, origin, overrides, reason }));
        Ok(())
    }

    fn change(&mut self, change: Change) {
        self.roster.apply(&change);
        self.changes.push(change);
    }
}
