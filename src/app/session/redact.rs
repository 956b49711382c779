//! A copy of the strike for the report of a fault, held against the original.

use super::{Opened, Session, Settings, examine};
use crate::store::redact::{RedactError, Redacted, redact};
use std::path::Path;

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// What is in it.
    pub made: Redacted,
    /// It has the same problems and the same counts as the original.
    pub is_same: bool,
}

impl Session {
    /// Writes a copy of the strike that may be shown to strangers into the new folder `out`, and reads both by the same
    /// `settings`.
    pub fn redact(&self, out: &Path, settings: &Settings) -> Result<Copy, RedactError> {
        let made = redact(&self.folder, &self.ground.strike, &self.record, out)?;
        let is_same = match (examine(&self.folder, settings.clone()), examine(out, settings.clone())) {
            (Ok(original), Ok(copy)) => seen(&original) == seen(&copy),
            _ => false,
        };
        Ok(Copy { made, is_same })
    }
}

/// What the copy must share with the original: codes and places of problems, and the counts of the roster.
fn seen(opened: &Opened) -> impl PartialEq + use<> {
    let problems: Vec<_> =
        opened.problems.iter().map(|problem| (problem.code, problem.spot.as_ref().map(|spot| spot.line))).collect();
    let counts = opened.session.as_ref().map(|session| {
        let totals = session.coverage.totals();
        (session.version, session.roster.len(), session.stranded.len(), session.ground.timetable.len(), *totals)
    });
    (problems, counts)
}
