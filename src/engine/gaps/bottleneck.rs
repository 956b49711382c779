//! The proof that no roster can do better: some shifts, the gap among them, that together ask for more posts than all who
//! can reach any of them can supply.
//!
//! Looked for from small to large: the gap alone, its line's day, its site's day and week, its region's day, what is reached
//! from it over the present roster ([`closure`]), its region's week. What falls short is made as short as it will go by taking
//! out shifts it holds without, in several orders: site by site, day by day, by what a shift adds. Of what is left, the gap
//! counts: without it less is lacking. The first that a person can take in is told; else the shortest of all, the densest set
//! of what is reached among them ([`cut`](super::cut)). Before it is told a proof is counted anew, member by member
//! ([`Need::supply`]).
//!
//! It may not be found where one exists: what rest, pools that spare a few, or pins elsewhere take away is not counted, and
//! work is bounded, in sets gone through, so that the answer is the same on every machine.

use super::closure::closure;
use super::cut::densest;
use super::muster::Muster;
use super::range::Range;
use super::supply::{Need, Supply, lacking};
use crate::engine::candidates::missing_posts;
use crate::engine::coverage::{Status, Tally};
use crate::model::{Duty, LineIx, Shift, ShiftIx, SiteIx, SkillIx};
use crate::rules::Ground;
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

/// A proof of more shifts than this is long enough to look for the densest set there is, which takes longer than all the rest.
const LONG: usize = 48;
/// A proof of so many shifts is taken in at a glance; beyond that a shorter one is looked for.
const SHORT: usize = 6;

/// Looks for bottlenecks; keeps what it found out.
#[derive(Debug, Default)]
pub(super) struct Prover {
    /// The shifts of each site, in order.
    of_site: Vec<Vec<ShiftIx>>,
    /// Posts lacking in an area as a whole.
    lacking: FxHashMap<(Area, Need), i64>,
    /// Of the proofs found, one for each shift in them.
    known: FxHashMap<(ShiftIx, Need), usize>,
    found: Vec<Bottleneck>,
}

impl Prover {
    pub fn new(muster: &Muster) -> Self {
        let mut of_site = vec![Vec::new(); muster.ground.strike.sites.len()];
        for ix in muster.ground.timetable.indices() {
            of_site[muster.ground.shift(ix).site.ix()].push(ix);
        }
        Self { of_site, ..Self::default() }
    }

    /// The shifts of an area, in order.
    fn shifts_in(&self, muster: &Muster, area: Area) -> Vec<ShiftIx> {
        let ground = muster.ground;
        let region = |wanted: u32| {
            let there = ground.strike.sites.iter().zip(&self.of_site);
            there.filter(move |(site, _)| site.region == Some(wanted)).flat_map(|(_, shifts)| shifts)
        };
        let of = |ix: &&ShiftIx| {
            let shift = ground.shift(**ix);
            match area {
                Area::LineDay(line, date) => shift.line == line && shift.date == date,
                Area::SiteDay(_, date) | Area::RegionDay(_, date) => shift.date == date,
                Area::SiteWeek(_, week) | Area::RegionWeek(_, week) => shift.week == week,
            }
        };
        let mut shifts: Vec<ShiftIx> = match area {
            Area::LineDay(line, _) => {
                self.of_site[ground.strike.line(line).site.ix()].iter().filter(of).copied().collect()
            }
            Area::SiteDay(site, _) | Area::SiteWeek(site, _) => {
                self.of_site[site.ix()].iter().filter(of).copied().collect()
            }
            Area::RegionDay(wanted, _) | Area::RegionWeek(wanted, _) => region(wanted).filter(of).copied().collect(),
        };
        shifts.sort_unstable();
        shifts
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
        let (mut best, mut reached): (Option<Vec<ShiftIx>>, Option<Vec<ShiftIx>>) = (None, None);
        let mut take = |left: Option<Vec<ShiftIx>>| {
            let left = left.filter(|left| left.len() <= listed);
            if let Some(left) = left.filter(|left| best.as_ref().is_none_or(|best| left.len() < best.len())) {
                best = Some(left);
            }
            best.as_ref().is_some_and(|best| best.len() <= SHORT)
        };
        let mut found = near.into_iter().any(|area| take(self.within(muster, gap, need, area, work)));
        if !found {
            reached = closure(muster, need, gap, work).filter(|reached| reached.len() > 1);
            found = take(reached.clone().and_then(|reached| shorten(muster, need, gap, reached, work)));
        }
        if best.is_none() && !found {
            for area in wide {
                best = self.within(muster, gap, need, area, work).filter(|left| left.len() <= listed).or(best);
            }
        }
        // Of what was reached, all of which counts, nothing denser is to be had.
        let whole = reached.as_ref().map(Vec::len);
        if best.as_ref().is_some_and(|best| best.len() > LONG && Some(best.len()) != whole) {
            let among = reached.or_else(|| {
                let region = muster.ground.strike.site(the_shift.site).region?;
                Some(self.shifts_in(muster, Area::RegionWeek(region, the_shift.week)))
            });
            let asks = |ix: &ShiftIx| need.posts(muster.ground.shift(*ix)) > 0;
            let among: Vec<ShiftIx> = among.into_iter().flatten().filter(asks).collect();
            let denser = densest(muster, need, gap, &among, work).filter(|denser| denser.len() < among.len());
            let denser = denser.and_then(|denser| shorten(muster, need, gap, denser, work));
            best = denser.filter(|left| best.as_ref().is_some_and(|best| left.len() < best.len())).or(best);
        }
        best.and_then(|left| told(muster, need, left))
    }

    /// What proves it within an area. Whether the area lacks anything at all is counted once.
    fn within(
        &mut self,
        muster: &Muster,
        gap: ShiftIx,
        need: &Need,
        area: Area,
        work: &mut u64,
    ) -> Option<Vec<ShiftIx>> {
        if self.lacking.get(&(area, need.clone())).is_some_and(|lacking| *lacking <= 0) {
            return None;
        }
        let asks = |ix: &ShiftIx| need.posts(muster.ground.shift(*ix)) > 0;
        let shifts: Vec<ShiftIx> = self.shifts_in(muster, area).into_iter().filter(asks).collect();
        if shifts.len() < 2 {
            return None;
        }
        let lacking = *self.lacking.entry((area, need.clone())).or_insert_with(|| lacking(muster, need, &shifts));
        if lacking <= 0 { None } else { shorten(muster, need, gap, shifts, work) }
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
        Status::Thin => vec![Need::Target],
        Status::Full => Vec::new(),
    }
}

/// What is left of `shifts` when everything is taken out without which it still falls short; None: it does not fall short,
/// or no less without the gap. What is left beyond a person's reading is tried in other orders, and the shortest is taken.
fn shorten(muster: &Muster, need: &Need, gap: ShiftIx, shifts: Vec<ShiftIx>, work: &mut u64) -> Option<Vec<ShiftIx>> {
    let ground = muster.ground;
    let words = ground.strike.members.len().div_ceil(64) as u64;
    *work = work.checked_sub(shifts.len() as u64 * words)?;
    let mut range = Range::new(muster, need, shifts);
    *work = work.saturating_sub(range.size());
    let here = range.shifts.iter().position(|shift| *shift == gap)?;
    if !proves(&range, here) {
        return None;
    }
    let mut best = range.left();
    // A shorter proof is worth less than to have one at all: other places are still to be looked at.
    let kept = *work / 2;
    for (tried, order) in Order::ALL.into_iter().enumerate() {
        if tried > 0 && (best.len() <= SHORT || *work <= kept) {
            break;
        }
        take_out(ground, &mut range, here, order, work);
        let left = range.left();
        debug_assert_eq!(range.lacking(), Range::new(muster, need, left.clone()).lacking(), "kept right all along");
        range.put_all();
        // Where no shift could go, or another order brought nothing, further ones would hardly.
        if left.len() >= best.len() {
            break;
        }
        best = left;
    }
    Some(best)
}

/// That the shifts that are in fall short, and less without the one at `here`.
fn proves(range: &Range, here: usize) -> bool {
    range.lacking() > 0 && range.share(here) > 0
}

/// In what order shifts are taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// What is far first: site by site, then one by one.
    Sites,
    /// Other days first: day by day, then one by one.
    Days,
    /// What adds least to what is lacking first.
    Shares,
}

impl Order {
    const ALL: [Self; 3] = [Self::Days, Self::Shares, Self::Sites];
}

/// Takes out what is not needed, in heaps of ever fewer shifts, as far as work allows.
fn take_out(ground: &Ground, range: &mut Range, here: usize, order: Order, work: &mut u64) {
    let places: Vec<(SiteIx, NaiveDate)> =
        range.shifts.iter().map(|ix| (ground.shift(*ix).site, ground.shift(*ix).date)).collect();
    let (site, date) = places[here];
    let mut ones: Vec<usize> = (0..places.len()).filter(|at| *at != here).collect();
    match order {
        Order::Sites => ones.sort_by_key(|&at| (places[at].0 == site, places[at].0, places[at].1 == date, at)),
        Order::Days => ones.sort_by_key(|&at| (places[at].1 == date, places[at].1, places[at].0 == site, at)),
        Order::Shares => ones.sort_by_cached_key(|&at| (range.share(at), at)),
    }
    let mut heaps: Vec<Vec<usize>> = Vec::new();
    if ones.len() > 8 && order != Order::Shares {
        let alike = |a: &usize, b: &usize| {
            if order == Order::Sites { places[*a].0 == places[*b].0 } else { places[*a].1 == places[*b].1 }
        };
        heaps.extend(ones.chunk_by(alike).filter(|heap| heap.len() > 1).map(<[usize]>::to_vec));
    }
    heaps.extend(ones.into_iter().map(|at| vec![at]));
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
        if !proves(range, here) {
            for at in &heap {
                range.put(*at);
            }
        }
    }
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
        Need::Heads | Need::Target | Need::Captains => need.clone(),
    };
    Some(Bottleneck { shifts, need, posts, members, capacity })
}
