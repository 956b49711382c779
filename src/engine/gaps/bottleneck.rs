//! The proof that no roster can do better: some shifts, the gap among them, that together ask for more posts than all who
//! can reach any of them can supply.
//!
//! Looked for from small to large: the gap alone, its line's day, its site's day and week, its region's day, what is reached
//! from it over the present roster ([`closure`]), its region's week. The first that falls short is made as short as it will
//! go by taking out shifts it holds without. Of what is left, the gap counts: without it less is lacking. Before it is told
//! a proof is counted anew, member by member ([`Need::supply`]).
//!
//! It may not be found where one exists: what rest, pools that spare a few, or pins elsewhere take away is not counted, and
//! work is bounded, in sets gone through, so that the answer is the same on every machine.

use super::closure::closure;
use super::crowd::Crowd;
use super::muster::Muster;
use super::range::Range;
use super::supply::{Need, Supply, lacking};
use crate::engine::candidates::missing_posts;
use crate::engine::coverage::{Status, Tally};
use crate::model::{Duty, LineIx, Shift, ShiftIx, SiteIx, SkillIx};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// Members looked at for the gaps asked about together, at most; and for one.
const ALL_WORK: u64 = 1_000_000_000;
const WORK: u64 = 50_000_000;
/// Shifts listed for the gaps asked about together, at most; for one, at most and at least.
const ALL_LISTED: usize = 400_000;
const LISTED: usize = 2_000;
const LISTED_AT_LEAST: usize = 12;

/// Shifts that ask for more posts together than can be supplied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// The shifts, in order; the gap is among them.
    pub shifts: Vec<ShiftIx>,
    /// Which posts are counted: those of the level that is short.
    pub need: Need,
    /// How many of them the shifts ask for.
    pub posts: u32,
    /// The members who can reach any of the shifts (and have the skill), by the rules that no roster can change.
    pub members: u32,
    /// How many posts these can fill at most; fewer than `posts`.
    pub capacity: u32,
}

/// Shifts that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Area {
    LineDay(LineIx, NaiveDate),
    SiteDay(SiteIx, NaiveDate),
    SiteWeek(SiteIx, u16),
    RegionDay(u32, NaiveDate),
    RegionWeek(u32, u16),
}

/// Looks for bottlenecks; keeps what it found out.
#[derive(Debug, Default)]
pub(super) struct Prover {
    /// The shifts of each area.
    areas: FxHashMap<Area, Vec<ShiftIx>>,
    /// By week: who stands nowhere.
    idle: Vec<Crowd>,
    /// Posts lacking in an area as a whole.
    lacking: FxHashMap<(Area, Need), i64>,
    /// Of the proofs found, one for each shift in them.
    known: FxHashMap<(ShiftIx, Need), usize>,
    found: Vec<Bottleneck>,
}

impl Prover {
    pub fn new(muster: &Muster) -> Self {
        let mut areas: FxHashMap<Area, Vec<ShiftIx>> = FxHashMap::default();
        for ix in muster.ground.timetable.indices() {
            for area in areas_of(muster, muster.ground.shift(ix)) {
                areas.entry(area).or_default().push(ix);
            }
        }
        let weeks = muster.ground.timetable.weeks.len();
        let mut idle = vec![muster.able(&[Duty::Picket]); weeks];
        for each in muster.roster.iter() {
            idle[usize::from(muster.ground.shift(each.shift).week)].remove(each.member);
        }
        Self { areas, idle, ..Self::default() }
    }

    /// A proof for `gap`, one of so many `gaps` that are asked about together.
    pub fn prove(&mut self, muster: &Muster, gap: ShiftIx, gaps: usize) -> Option<Bottleneck> {
        let gaps = gaps.max(1);
        let mut work = WORK.min(ALL_WORK / gaps as u64);
        let listed = LISTED.min((ALL_LISTED / gaps).max(LISTED_AT_LEAST));
        needs(muster, gap).into_iter().find_map(|need| self.prove_need(muster, gap, &need, &mut work, listed))
    }

    fn prove_need(
        &mut self,
        muster: &Muster,
        gap: ShiftIx,
        need: &Need,
        work: &mut u64,
        listed: usize,
    ) -> Option<Bottleneck> {
        if let Some(at) = self.known.get(&(gap, need.clone())) {
            return self.found.get(*at).cloned();
        }
        let proof = self.search(muster, gap, need, work, listed)?;
        // Of a proof that is as short as it will go, every shift counts as the gap does.
        if *work > 0 {
            for shift in &proof.shifts {
                self.known.entry((*shift, need.clone())).or_insert(self.found.len());
            }
            self.found.push(proof.clone());
        }
        Some(proof)
    }

    fn search(
        &mut self,
        muster: &Muster,
        gap: ShiftIx,
        need: &Need,
        work: &mut u64,
        listed: usize,
    ) -> Option<Bottleneck> {
        let the_shift = muster.ground.shift(gap);
        if need.posts(the_shift) == 0 {
            return None;
        }
        if let Some(proof) = shorten(muster, need, gap, vec![gap], work).and_then(|left| told(muster, need, left)) {
            return Some(proof);
        }
        let (wide, near): (Vec<Area>, Vec<Area>) =
            areas_of(muster, the_shift).partition(|area| matches!(area, Area::RegionWeek(..)));
        for area in near {
            if let Some(proof) = self.within(muster, gap, need, area, work, listed) {
                return Some(proof);
            }
        }
        let reached = closure(muster, need, gap, &self.idle[usize::from(the_shift.week)], work);
        let reached =
            reached.filter(|reached| reached.len() > 1).and_then(|reached| shorten(muster, need, gap, reached, work));
        if let Some(proof) = reached.filter(|left| left.len() <= listed).and_then(|left| told(muster, need, left)) {
            return Some(proof);
        }
        wide.into_iter().find_map(|area| self.within(muster, gap, need, area, work, listed))
    }

    /// A proof within an area. Whether the area lacks anything at all is counted once.
    fn within(
        &mut self,
        muster: &Muster,
        gap: ShiftIx,
        need: &Need,
        area: Area,
        work: &mut u64,
        listed: usize,
    ) -> Option<Bottleneck> {
        let of = |ix: &&ShiftIx| need.posts(muster.ground.shift(**ix)) > 0;
        let shifts: Vec<ShiftIx> = self.areas.get(&area)?.iter().filter(of).copied().collect();
        if shifts.len() < 2 {
            return None;
        }
        let lacking = *self.lacking.entry((area, need.clone())).or_insert_with(|| lacking(muster, need, &shifts));
        if lacking <= 0 {
            return None;
        }
        let left = shorten(muster, need, gap, shifts, work)?;
        if left.len() > listed { None } else { told(muster, need, left) }
    }
}

fn areas_of(muster: &Muster, shift: &Shift) -> impl Iterator<Item = Area> + use<> {
    let site = muster.ground.strike.site(shift.site);
    let lines = (site.lines.len() > 1).then_some(Area::LineDay(shift.line, shift.date));
    let region = |area: fn(u32, &Shift) -> Area| site.region.map(|region| area(region, shift));
    let day = region(|region, shift| Area::RegionDay(region, shift.date));
    let week = region(|region, shift| Area::RegionWeek(region, shift.week));
    let own = [Some(Area::SiteDay(shift.site, shift.date)), Some(Area::SiteWeek(shift.site, shift.week))];
    std::iter::once(lines).chain(own).chain([day, week]).flatten()
}

/// What a gap lacks, as posts to be counted: for skills first all skills, as the level has it, then those that are missing.
fn needs(muster: &Muster, gap: ShiftIx) -> Vec<Need> {
    let (ground, roster) = (muster.ground, muster.roster);
    match Tally::of(ground, roster, gap).status(ground.shift(gap)) {
        Status::Open | Status::Short => vec![Need::Heads],
        Status::Captain => vec![Need::Captains],
        Status::Skill => {
            let skill = |duty: Duty| match duty {
                Duty::Skill(skill) => Some(skill),
                Duty::Captain | Duty::Picket => None,
            };
            let every =
                (0..ground.strike.skills.len()).map(SkillIx::new).filter(|skill| ground.captain != Some(*skill));
            let missing = missing_posts(ground, roster, gap).into_iter().filter_map(skill);
            vec![Need::Skills(every.collect()), Need::Skills(missing.collect())]
        }
        Status::Thin | Status::Full => Vec::new(),
    }
}

/// What is left of `shifts` when everything is taken out without which it still falls short, what is far from the gap
/// first. None: it does not fall short, or no less without the gap.
fn shorten(muster: &Muster, need: &Need, gap: ShiftIx, shifts: Vec<ShiftIx>, work: &mut u64) -> Option<Vec<ShiftIx>> {
    let ground = muster.ground;
    let words = ground.strike.members.len().div_ceil(64) as u64;
    *work = work.checked_sub(shifts.len() as u64 * words)?;
    let mut range = Range::new(muster, need, shifts);
    *work = work.saturating_sub(range.size());
    let here = range.shifts.iter().position(|shift| *shift == gap)?;
    let proves = |range: &Range| range.lacking() > 0 && range.share(here) > 0;
    if !proves(&range) {
        return None;
    }
    let the_shift = ground.shift(gap);
    // What is far goes first, in heaps of ever fewer shifts: all of a site, then one by one.
    let mut order: Vec<usize> = (0..range.shifts.len()).filter(|at| *at != here).collect();
    let key = |at: &usize| {
        let shift = ground.shift(range.shifts[*at]);
        (shift.site == the_shift.site, shift.site, shift.date == the_shift.date, *at)
    };
    order.sort_by_key(key);
    let mut heaps: Vec<Vec<usize>> = Vec::new();
    if order.len() > 8 {
        let sites = order.chunk_by(|a, b| ground.shift(range.shifts[*a]).site == ground.shift(range.shifts[*b]).site);
        heaps.extend(sites.filter(|heap| heap.len() > 1).map(<[usize]>::to_vec));
    }
    heaps.extend(order.into_iter().map(|at| vec![at]));
    for heap in heaps {
        let heap: Vec<usize> = heap.into_iter().filter(|at| range.has(*at)).collect();
        let cost: u64 = heap.iter().map(|at| range.cost(*at)).sum();
        *work = work.saturating_sub(2 * cost + range.cost(here));
        if *work == 0 {
            break;
        }
        for at in &heap {
            range.take(*at);
        }
        if !proves(&range) {
            for at in &heap {
                range.put(*at);
            }
        }
    }
    let left = range.left();
    debug_assert_eq!(range.lacking(), Range::new(muster, need, left.clone()).lacking(), "kept right all along");
    Some(left)
}

/// The proof on `shifts`, counted anew; None when it is none after all.
fn told(muster: &Muster, need: &Need, shifts: Vec<ShiftIx>) -> Option<Bottleneck> {
    let posts = shifts.iter().map(|shift| need.posts(muster.ground.shift(*shift))).sum();
    let Supply { members, capacity } = need.supply(muster, &shifts);
    if posts <= capacity {
        return None;
    }
    let asked = |skill: &SkillIx| {
        shifts.iter().any(|shift| muster.ground.shift(*shift).needs.iter().any(|(need, _)| need == skill))
    };
    let need = match need {
        Need::Skills(skills) => Need::Skills(skills.iter().copied().filter(asked).collect()),
        Need::Heads | Need::Captains => need.clone(),
    };
    Some(Bottleneck { shifts, need, posts, members, capacity })
}
