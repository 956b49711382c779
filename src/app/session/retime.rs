//! Other times for a shift template: written into the person's own strike.toml, comments kept, after a look at what that moves;
//! all of it one action that can be taken back.
//!
//! A template is of the whole strike: its shifts move on every line it runs on. Who stands on a shift that would no longer be
//! comes free with it. A shift that has begun can have other hours, but never be gone: people stood there.

use super::action::{ActError, Done, Draft};
use super::import::Broken;
use super::{NotSet, Session};
use crate::model::campaign::Template;
use crate::model::time::{Clock, Weekdays};
use crate::model::{Change, MemberIx, Shift, ShiftIx, TemplateIx};
use crate::store::read::STRIKE;
use crate::store::record::{Patch, Payload, RecordError};
use crate::store::templates::retime;
use serde_json::json;
use std::collections::BTreeMap;

/// When a template runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// Local start.
    pub start: Clock,
    /// Local end; at or before the start: the next day.
    pub end: Clock,
    /// The days on which it starts.
    pub days: Weekdays,
}

/// Minutes of a day.
const DAY: i64 = 1440;

impl Times {
    /// When `template` runs.
    pub fn of(template: &Template) -> Self {
        Self { start: template.start, end: template.end, days: template.days }
    }

    /// Minutes on the clock from start to end.
    pub fn length(self) -> i64 {
        match (i64::from(self.end.0) - i64::from(self.start.0)).rem_euclid(DAY) {
            0 => DAY,
            minutes => minutes,
        }
    }

    /// As long, from `start` on.
    #[must_use]
    pub fn beginning(self, start: Clock) -> Self {
        let end = (i64::from(start.0) + self.length()).rem_euclid(DAY);
        Self { start, end: Clock(end as u16), ..self }
    }

    /// Later by so many minutes; earlier, if they are negative.
    #[must_use]
    pub fn moved(self, minutes: i64) -> Self {
        self.beginning(Clock((i64::from(self.start.0) + minutes).rem_euclid(DAY) as u16))
    }

    /// As the files write it: `mon,tue 07:30-11:30`.
    pub fn written(self) -> String {
        format!("{} {}-{}", self.days.words().collect::<Vec<_>>().join(","), self.start, self.end)
    }
}

/// Other times for a template, worked out and found fit.
#[derive(Debug)]
pub struct Retiming {
    /// Which.
    pub template: TemplateIx,
    /// When it runs.
    pub was: Times,
    /// When it would run.
    pub times: Times,
    /// Shifts that would have other hours.
    pub moved: usize,
    /// How many of those have begun.
    pub begun: usize,
    /// Shifts that would be there and are not.
    pub came: usize,
    /// Shifts that would no longer be.
    pub gone: Vec<ShiftIx>,
    /// The assignments on those, which come free.
    pub freed: Vec<Change>,
    /// The assignments still to come that stay, and would break a rule.
    pub broken: Vec<Broken>,
    /// Who was told an hour that would no longer hold, or a shift that would no longer be, and has still to come: each with the
    /// first, the soonest before.
    pub told: Vec<(MemberIx, ShiftIx)>,
    before: String,
    after: String,
}

/// Why a template can't have other times.
#[derive(Debug, thiserror::Error)]
pub enum NotRetimed {
    /// So many shifts have begun that would no longer be.
    #[error("{0} shifts that have begun would be gone")]
    Begun(usize),
    /// The file, the record or the disk refuses.
    #[error(transparent)]
    Set(#[from] NotSet),
}

impl From<ActError> for NotRetimed {
    fn from(error: ActError) -> Self {
        Self::Set(error.into())
    }
}

impl Session {
    /// Works out what other times for `template` would do; nothing is written.
    pub fn stage_times(&self, template: TemplateIx, times: Times) -> Result<Retiming, NotRetimed> {
        let the_template = self.ground.strike.template(template);
        let was = Times::of(the_template);
        let path = self.folder.join(STRIKE);
        let before =
            std::fs::read_to_string(&path).map_err(|source| ActError::from(RecordError::Io { path, source }))?;
        let clocks = [(was.start, times.start), (was.end, times.end)];
        let clocks = clocks.map(|(was, now)| (was != now).then(|| now.to_string()));
        let days: Vec<&str> = times.days.words().collect();
        let days = (was.days != times.days).then_some(days.as_slice());
        let nowhere = || NotSet::Nowhere(the_template.id.clone());
        let after = retime(&before, &the_template.id, clocks, days).ok_or_else(nowhere)?;
        let reading = self.read_with(&[(STRIKE.to_owned(), after.clone())]).map_err(NotSet::Unfit)?;
        let then = self.as_it_stands(reading.strike.ok_or_else(nowhere)?);
        let (here, now) = (&self.ground, self.now());
        let has_begun = |shift: &ShiftIx| here.shift(*shift).span.start < now;
        let (mut moved, mut gone) = (Vec::new(), Vec::new());
        for shift in here.timetable.indices().filter(|shift| here.shift(*shift).template == template) {
            match then.find(&here.shift(shift).id) {
                Ok(there) if then.shift(there).span != here.shift(shift).span => moved.push(shift),
                Ok(_) => {}
                Err(_) => gone.push(shift),
            }
        }
        match gone.iter().filter(|shift| has_begun(shift)).count() {
            0 => {}
            count => return Err(NotRetimed::Begun(count)),
        }
        let is_new = |shift: &&Shift| shift.template == template && here.find(&shift.id).is_err();
        let came = then.timetable.shifts.iter().filter(is_new).count();
        let freed = self.held_on(&gone);
        let broken = self.broken_by(&then, &freed);
        let told = self.told_on(moved.iter().chain(&gone).copied().filter(|shift| !has_begun(shift)));
        let begun = moved.iter().filter(|shift| has_begun(shift)).count();
        let moved = moved.len();
        Ok(Retiming { template, was, times, moved, begun, came, gone, freed, broken, told, before, after })
    }

    /// Makes it so.
    pub fn set_times(&mut self, staged: &Retiming) -> Result<Done, NotRetimed> {
        self.rehearse(&[(STRIKE.to_owned(), staged.after.clone())])?;
        let id = self.ground.strike.template(staged.template).id.clone();
        let gone: Vec<String> = staged.gone.iter().map(|shift| self.ground.shift(*shift).id.clone()).collect();
        let done = self.act(|session| {
            session.refuse_if_not(STRIKE, &staged.before)?;
            if staged.before == staged.after {
                return Ok(None);
            }
            let gone: Vec<ShiftIx> = gone.iter().filter_map(|id| session.ground.find(id).ok()).collect();
            let changes = session.held_on(&gone);
            let particulars = json!({
                "template": id, "before": staged.was.written(), "after": staged.times.written(),
                "moved": staged.moved, "freed": changes.len(), "file": STRIKE,
            });
            let files = vec![Patch::between(STRIKE, &staged.before, &staged.after)];
            Ok(Some(Draft::new(
                "hours",
                particulars,
                Payload { files, ..Payload::of_changes(&session.ground, &changes) },
            )))
        })?;
        Ok(done)
    }

    /// Everyone on these shifts, taken off.
    fn held_on(&self, shifts: &[ShiftIx]) -> Vec<Change> {
        let mut held: Vec<Change> =
            shifts.iter().flat_map(|shift| self.roster.on(*shift)).cloned().map(Change::Removed).collect();
        held.sort_by_key(|change| (change.shift(), change.member()));
        held
    }

    /// Whom people were last told to be on one of these shifts, each with the first of them.
    fn told_on(&self, shifts: impl Iterator<Item = ShiftIx>) -> Vec<(MemberIx, ShiftIx)> {
        let Some((_, told)) = &self.published else { return Vec::new() };
        let mut first: BTreeMap<MemberIx, ShiftIx> = BTreeMap::new();
        for shift in shifts {
            for each in told.on(shift) {
                let at = first.entry(each.member).or_insert(shift);
                *at = (*at).min(shift);
            }
        }
        let mut told: Vec<(MemberIx, ShiftIx)> = first.into_iter().collect();
        told.sort_by_key(|(member, shift)| (*shift, *member));
        told
    }
}
