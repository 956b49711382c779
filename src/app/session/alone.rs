//! One action taken back although others were done after it: as an action of its own, which those others don't stand in the way
//! of, and which the rules allow.

use super::Session;
use super::action::{ActError, Against, Done, Draft};
use super::hand::set_aside;
use crate::model::{Assignment, Change, MemberIx, ShiftIx};
use crate::rules::{Case, refusals};
use crate::store::record::{Payload, RecordError, Row, Step, UNDO};
use serde_json::json;
use std::sync::Arc;

/// The action.
pub const ALONE: &str = "take-back";

impl Session {
    /// The changes that would take this entry back alone. None: it did more than to change assignments, or not all of them
    /// are still as it left them.
    pub fn alone(&self, seq: u64) -> Result<Option<Vec<Change>>, RecordError> {
        let (_, payload) = self.record.entry(seq)?;
        let is_of_assignments = payload.came.is_empty()
            && payload.went.is_empty()
            && payload.signed.is_empty()
            && payload.facts.is_empty()
            && payload.files.is_empty();
        if !is_of_assignments || payload.is_empty() {
            return Ok(None);
        }
        let back = payload.inverse();
        Ok(back.steps().map(|(shift, step)| self.step_back(shift, step)).collect())
    }

    /// One assignment as it was before; None: it is no more as it was left, or the files no longer know it.
    fn step_back(&self, shift: &str, step: &Step) -> Option<Change> {
        let shift = self.ground.find(shift).ok()?;
        let member = *self.ground.strike.lookup.members.get(&step.member)?;
        let row = |row: &Option<Arc<Row>>| match row {
            Some(row) => row.assignment(&self.ground, shift, &step.member).map(Some),
            None => Some(None),
        };
        let (left, before) = (row(&step.before)?, row(&step.after)?);
        if self.roster.get(shift, member) != left.as_ref() {
            return None;
        }
        match (left, before) {
            (None, Some(before)) => Some(Change::Added(before)),
            (Some(left), None) => Some(Change::Removed(left)),
            (Some(left), Some(before)) => Some(Change::Altered { before: left, after: before }),
            (None, None) => None,
        }
    }

    /// Takes this entry back alone.
    pub fn take_back_alone(&mut self, seq: u64) -> Result<Done, ActError> {
        let about: Vec<(ShiftIx, MemberIx)> =
            self.alone(seq)?.iter().flatten().map(|change| (change.shift(), change.member())).collect();
        self.act_on(&about, |session| {
            let changes = session.alone(seq)?.ok_or(ActError::NothingTo(UNDO))?;
            session.refuse_what_rules_forbid(&changes)?;
            let (entry, _) = session.record.entry(seq)?;
            let particulars = json!({ "of": entry.seq, "action": entry.action, "particulars": entry.particulars });
            Ok(Some(Draft::new(ALONE, particulars, Payload::of_changes(&session.ground, &changes))))
        })
    }

    /// Who comes back to a shift or to a post is held to the rules; what was set aside for them before is set aside still.
    fn refuse_what_rules_forbid(&self, changes: &[Change]) -> Result<(), ActError> {
        let mut trial = self.roster.clone();
        for change in changes {
            trial.take(change.shift(), change.member());
        }
        let coming = changes.iter().filter_map(|change| match change {
            Change::Added(after) | Change::Altered { after, .. } => Some(after),
            Change::Removed(_) => None,
        });
        let mut against = Vec::new();
        for each in coming {
            let Assignment { member, shift, duty, overrides, .. } = *each;
            let found = refusals(&Case { ground: &self.ground, roster: &trial, member, shift, duty });
            if let Err(refusals) = set_aside(found, overrides, false) {
                against.push(Against { member, shift, refusals });
            }
            trial.put(each.clone());
        }
        if against.is_empty() { Ok(()) } else { Err(ActError::RefusedEach(against)) }
    }
}
