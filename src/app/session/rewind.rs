//! The roster as it was: the journal read backwards.

use super::Session;
use crate::model::{Instant, MemberIx, Roster, ShiftIx};
use crate::store::record::RecordError;

/// The roster before one of the journal's entries.
#[derive(Debug)]
pub struct Past<'a> {
    /// Its version.
    pub version: u64,
    /// When it became another.
    pub until: Instant,
    /// Who stood where.
    pub roster: &'a Roster,
    /// The assignments that the entry changed.
    pub touched: &'a [(ShiftIx, MemberIx)],
}

impl Session {
    /// Goes back through every roster there was, the latest first, until `see` gives something. Assignments whose shift or
    /// member the files no longer know are passed over.
    pub fn rewind<T>(&self, mut see: impl FnMut(&Past<'_>) -> Option<T>) -> Result<Option<T>, RecordError> {
        let (entries, _) = self.history()?;
        let mut roster = self.roster.clone();
        for (at, entry) in entries.iter().enumerate().rev() {
            let (_, payload) = self.record.entry(entry.seq)?;
            let mut touched = Vec::new();
            for (shift, step) in payload.inverse().steps() {
                let (Ok(ix), Some(member)) =
                    (self.ground.find(shift), self.ground.strike.lookup.members.get(&step.member).copied())
                else {
                    continue;
                };
                match step.after.as_ref().and_then(|row| row.assignment(&self.ground, ix, &step.member)) {
                    Some(before) => drop(roster.put(before)),
                    None => drop(roster.take(ix, member)),
                }
                touched.push((ix, member));
            }
            if touched.is_empty() {
                continue;
            }
            let version = at.checked_sub(1).map_or(0, |before| entries[before].version);
            let past = Past { version, until: entry.at, roster: &roster, touched: &touched };
            if let Some(seen) = see(&past) {
                return Ok(Some(seen));
            }
        }
        Ok(None)
    }
}
