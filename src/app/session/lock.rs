//! Weeks that are signed off: what was paid stands, and only a reason opens an attendance again.

use super::Session;
use super::action::{ActError, Locked};
use crate::model::Instant;
use crate::model::time::week_of;
use crate::rules::closed::day_in;
use crate::store::record::What;
use chrono::NaiveDate;

impl Session {
    /// Refuses when the week of the day in this shift's id is signed off.
    pub(super) fn refuse_if_locked(&self, shift: &str) -> Result<(), ActError> {
        self.refuse_if_day_locked(day_in(shift))
    }

    /// Refuses when the week of this day is signed off.
    pub(super) fn refuse_if_day_locked(&self, day: &str) -> Result<(), ActError> {
        let Ok(day) = day.parse::<NaiveDate>() else { return Ok(()) };
        let week = week_of(day, self.ground.strike.pay.week_starts).to_string();
        let Some(fact) = self.record.facts(What::SIGNED_OFF, Some(&week))?.pop() else { return Ok(()) };
        let (entry, _) = self.record.entry(fact.id)?;
        Err(ActError::Locked(Box::new(Locked { week, by: entry.actor, at: Instant(fact.at) })))
    }
}
