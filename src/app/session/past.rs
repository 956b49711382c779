//! Looking back: the roster as it was at a moment, by what was known then. Nothing can be done there.

use super::{Session, absence};
use crate::engine::coverage::Coverage;
use crate::model::{Instant, Roster};
use crate::rules::Ground;
use crate::store::record::{RecordError, Stranded, What};
use std::sync::Arc;

/// A moment looked back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The last entry made by then; 0: before the first.
    pub seq: u64,
    /// When it was made.
    pub at: Option<Instant>,
}

impl Session {
    /// Looks back to `at`: roster, absences, closed sites and what people were told are as they were then, on the files as
    /// they are now. Of two entries in one second, both count.
    pub fn look_back(&mut self, at: Instant) -> Result<Moment, RecordError> {
        let seq = self.record.last_at(at)?;
        self.look_back_to(seq)
    }

    /// The last entry that left the roster at this version; None: no such version. The version 0 is before every entry.
    pub fn last_of_version(&self, version: u64) -> Result<Option<u64>, RecordError> {
        Ok(self.record.last_of_version(version)?.or((version == 0).then_some(0)))
    }

    /// Looks back to the moment after entry `seq`.
    pub fn look_back_to(&mut self, seq: u64) -> Result<Moment, RecordError> {
        let state = self.record.state_at(seq)?;
        let (made, version) = match seq {
            0 => (None, 0),
            seq => self.record.entry(seq).map(|(entry, _)| (Some(entry.at), entry.version))?,
        };
        let absences: Vec<_> = state.absences.into_values().collect();
        let is_closure = |what: &What| matches!(what, What::Closure { .. });
        let closures: Vec<_> = state.facts.into_values().filter(|fact| is_closure(&fact.what)).collect();
        let mut strike = self.ground.strike.clone();
        absence::amend(&mut strike, &mut self.originals, &absences, &closures);
        let ground = Arc::new(Ground::new(strike));
        let (roster, stranded) = placed(&ground, state.rows);
        self.tell_as_by(&ground, seq)?;
        self.coverage = Coverage::count(&ground, &roster);
        (self.ground, self.roster, self.stranded, self.version) = (ground, roster, stranded, version);
        (self.absences, self.closures) = (absences, closures);
        self.field = Arc::default();
        self.epoch += 1;
        let moment = Moment { seq, at: made };
        self.moment = Some(moment);
        Ok(moment)
    }

    /// Comes back to the present, with everything that was done meanwhile.
    pub fn come_back(&mut self) -> Result<(), RecordError> {
        self.moment = None;
        self.reload(false)
    }

    /// Takes the roster that was published as `version` for what people were told, so that changes are listed against it.
    /// False: that version was never published.
    pub fn compare_with(&mut self, version: u64) -> Result<bool, RecordError> {
        let publications = self.record.publications()?;
        let Some((seq, _)) = publications.iter().rev().find(|(_, published)| *published == version) else {
            return Ok(false);
        };
        let ground = Arc::clone(&self.ground);
        self.tell_as_by(&ground, *seq)?;
        Ok(true)
    }

    /// The versions that people were told, in order.
    pub fn published_versions(&self) -> Result<Vec<u64>, RecordError> {
        let mut versions: Vec<u64> = self.record.publications()?.into_iter().map(|(_, version)| version).collect();
        // One that was told again, at other hours, is still one.
        versions.dedup();
        Ok(versions)
    }

    /// Takes what people had been told by entry `seq` for what they were told last.
    fn tell_as_by(&mut self, ground: &Ground, seq: u64) -> Result<(), RecordError> {
        (self.published, self.told_lost, self.told_hours) = Default::default();
        if let Some((told, version)) = self.record.published_by(seq)? {
            let (roster, lost) = placed(ground, self.record.state_at(told)?.rows);
            (self.published, self.told_lost) = (Some((version, roster)), lost);
            self.told_hours = self.record.hours_told_by(told)?;
        }
        Ok(())
    }
}

/// The rows that have a place on `ground`, and the others.
fn placed(ground: &Ground, rows: Stranded) -> (Roster, Stranded) {
    let mut roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let mut lost = Stranded::new();
    for ((shift, member), row) in rows {
        match ground.find(&shift).ok().and_then(|ix| row.assignment(ground, ix, &member)) {
            Some(assignment) => drop(roster.put(assignment)),
            None => drop(lost.insert((shift, member), row)),
        }
    }
    (roster, lost)
}
