//! The line as it is now: who is here, who is still awaited, who has not been relieved. Counted are people present, not people
//! planned.

use super::Session;
use crate::engine::coverage::{Present, Status};
use crate::model::{Duty, Instant, MemberIx, Shift, ShiftIx, SiteIx};
use crate::rules::closed::site_in;
use crate::store::record::{Attendance, RecordError, What};
use std::collections::{BTreeMap, BTreeSet};

/// One shift as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineNow {
    /// Which.
    pub shift: ShiftIx,
    /// Who is signed in, in order of coming.
    pub here: Vec<Here>,
    /// Rostered and not seen yet, in order of duty.
    pub awaited: Vec<MemberIx>,
    /// Signed in and out again.
    pub gone: Vec<String>,
    /// Rostered and noted as not having come.
    pub missed: Vec<String>,
    /// People who are no members.
    pub guests: u32,
    /// The coverage word, by those who are here.
    pub status: Status,
}

/// Someone who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// The id.
    pub id: String,
    /// The member; None: no longer on the list.
    pub member: Option<MemberIx>,
    /// Since when.
    pub since: Instant,
    /// In which post, when rostered.
    pub duty: Option<Duty>,
    /// Minutes after the start at which the member came; 0: in time.
    pub late: i64,
}

/// Someone who is still signed in after the shift's end: not relieved, or forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrelieved {
    /// The id.
    pub id: String,
    /// The member; None: no longer on the list.
    pub member: Option<MemberIx>,
    /// Id of the shift.
    pub shift: String,
    /// The shift; None: it exists no more.
    pub ix: Option<ShiftIx>,
    /// Since when.
    pub since: Instant,
    /// Minutes since the shift ended; None: it exists no more.
    pub over: Option<i64>,
}

impl Session {
    /// The shifts that run at `at`, of one site or of all, in order of site, line and start.
    pub fn lines_at(&self, at: Instant, site: Option<SiteIx>) -> Result<Vec<LineNow>, RecordError> {
        let running = |shift: &Shift| shift.span.contains(at) && site.is_none_or(|site| shift.site == site);
        let mut all: Vec<ShiftIx> =
            self.ground.timetable.indices().filter(|ix| running(self.ground.shift(*ix))).collect();
        all.sort_by_key(|ix| {
            let shift = self.ground.shift(*ix);
            (shift.site, shift.line, shift.span.start)
        });
        all.into_iter().map(|ix| self.line_now(ix)).collect()
    }

    /// One shift as its sign-in sheet stands.
    pub fn line_now(&self, shift: ShiftIx) -> Result<LineNow, RecordError> {
        let the_shift = self.ground.shift(shift);
        let signs = self.signs_on(shift)?;
        let status = self.present(shift, &signs).status(the_shift);
        let mut of: BTreeMap<String, Vec<Attendance>> = BTreeMap::new();
        for each in signs {
            of.entry(each.member.clone()).or_default().push(each);
        }
        let (mut here, mut gone, mut missed) = (Vec::new(), Vec::new(), Vec::new());
        for (id, sheet) in &of {
            let first = sheet.iter().find_map(|each| each.sign.came);
            if let Some(since) = sheet.iter().find(|each| each.sign.is_open()).and_then(|each| each.sign.came) {
                let member = self.ground.strike.lookup.members.get(id).copied();
                let duty = member.and_then(|member| self.roster.get(shift, member)).map(|each| each.duty);
                let late = Instant(first.unwrap_or(since)).minutes_since(the_shift.span.start).max(0);
                here.push(Here { id: id.clone(), member, since: Instant(since), duty, late });
            } else if first.is_some() {
                gone.push(id.clone());
            } else {
                missed.push(id.clone());
            }
        }
        here.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.id.cmp(&b.id)));
        let on = self.roster.on(shift).iter().map(|each| each.member);
        let awaited = on.filter(|member| !of.contains_key(&self.ground.strike.member(*member).id)).collect();
        let guests = self.guests_on(shift)?;
        Ok(LineNow { shift, here, awaited, gone, missed, guests, status })
    }

    /// Guests noted on a shift.
    pub fn guests_on(&self, shift: ShiftIx) -> Result<u32, RecordError> {
        let facts = self.record.facts(What::GUESTS, Some(&self.ground.shift(shift).id))?;
        Ok(facts.iter().map(|fact| if let What::Guests { count, .. } = fact.what { count } else { 0 }).sum())
    }

    /// Who is still signed in to a shift that has ended by `at`, of one site or of all: the longest first. Nobody leaves
    /// before being relieved, and nobody is forgotten.
    pub fn unrelieved(&self, at: Instant, site: Option<SiteIx>) -> Result<Vec<Unrelieved>, RecordError> {
        let mut all = Vec::new();
        for each in self.record.present()? {
            let ix = self.ground.find(&each.shift).ok();
            let end = ix.map(|ix| self.ground.shift(ix).span.end);
            let is_here = match (site, ix) {
                (Some(site), Some(ix)) => self.ground.shift(ix).site == site,
                (Some(site), None) => site_in(&each.shift) == self.ground.strike.site(site).id,
                (None, _) => true,
            };
            if is_here && end.is_none_or(|end| end <= at) {
                let member = self.ground.strike.lookup.members.get(&each.member).copied();
                let since = Instant(each.sign.came.unwrap_or_default());
                let over = end.map(|end| at.minutes_since(end));
                all.push(Unrelieved { id: each.member, member, shift: each.shift, ix, since, over });
            }
        }
        all.sort_by(|a, b| b.over.cmp(&a.over).then_with(|| a.id.cmp(&b.id)));
        Ok(all)
    }

    /// Those who are here by the `signs` of a shift, against what it asks.
    pub fn present(&self, shift: ShiftIx, signs: &[Attendance]) -> Present {
        let here: BTreeSet<&str> =
            signs.iter().filter(|each| each.sign.is_open()).map(|each| each.member.as_str()).collect();
        let members: Vec<MemberIx> =
            here.iter().filter_map(|id| self.ground.strike.lookup.members.get(*id).copied()).collect();
        Present::count(&self.ground, self.ground.shift(shift), here.len() as u32, &members)
    }
}
