//! Planning: what the planner starts from, and its answer made the roster.

use super::Session;
use super::action::{ActError, Done, Draft};
use crate::engine::breach::sound;
use crate::model::{Change, Instant, Roster};
use crate::rules::Ground;
use crate::store::record::{Payload, Step};
use serde_json::{Value, json};
use std::sync::Arc;

/// What the planner starts from; can be taken to another thread.
#[derive(Debug, Clone)]
pub struct Base {
    /// The strike.
    pub ground: Arc<Ground>,
    /// The roster without what broke a rule since it was made.
    pub roster: Roster,
    /// What people were told.
    pub published: Option<Roster>,
    /// The journal's last entry known then: an answer to an older question is refused.
    pub seq: u64,
}

impl Base {
    /// Without what broke a rule since it was made; shifts that began before `from` stay as they are.
    #[must_use]
    pub fn sound(mut self, from: Option<Instant>) -> Self {
        self.roster = sound(&self.ground, &self.roster, from);
        self
    }
}

impl Session {
    /// What a planner starts from, when shifts that began before `from` are to stay as they are.
    pub fn plan_base(&self, from: Option<Instant>) -> Base {
        self.plan_start().sound(from)
    }

    /// The same before anything was looked over, for a caller that leaves that to another thread.
    pub fn plan_start(&self) -> Base {
        Base {
            ground: Arc::clone(&self.ground),
            roster: self.roster.clone(),
            published: self.published.as_ref().map(|(_, roster)| roster.clone()),
            seq: self.record.seq(),
        }
    }

    /// What would change if `after` became the roster.
    pub fn preview(&self, after: &Roster) -> Vec<Change> {
        self.roster.changes_to(after)
    }

    /// Makes `after` the roster, worked out from `base`; assignments without a place go with it. Nothing is written when
    /// nothing changes.
    pub fn accept_plan(&mut self, base: &Base, after: &Roster, particulars: &Value) -> Result<Done, ActError> {
        let done = self.act(|session| {
            session.refuse_if_moved_on(base.seq)?;
            let changes = session.roster.changes_to(after);
            if changes.is_empty() && session.stranded.is_empty() {
                return Ok(None);
            }
            let mut payload = Payload::of_changes(&session.ground, &changes);
            for ((shift, member), row) in &session.stranded {
                payload.push(shift, Step { member: member.clone(), before: Some(Arc::new(row.clone())), after: None });
            }
            let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
            let mut told = json!({
                "added": count(|change| matches!(change, Change::Added(_))),
                "removed": count(|change| matches!(change, Change::Removed(_))) + session.stranded.len(),
                "altered": count(|change| matches!(change, Change::Altered { .. })),
            });
            if let (Some(told), Some(more)) = (told.as_object_mut(), particulars.as_object()) {
                told.extend(more.clone());
            }
            Ok(Some(Draft::new("plan", told, payload)))
        })?;
        // The two hold the same now: lists that grew one by one give way to those that fit.
        self.roster.share(after);
        Ok(done)
    }
}
