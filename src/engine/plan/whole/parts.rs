//! Strikes with too much to decide for one program, part by part: the people around a gap are set free together, everybody else
//! stands still, and what is best for them is taken where the whole is better for it.
//!
//! Chains of moves put one person in another's place. Where shifts differ in length, one long shift may have to be given up for
//! two short ones, and no chain does that. (Large neighbourhood search: Shaw, *Using constraint programming and local search
//! methods to solve vehicle routing problems*, 1998.)

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::Whole;
use crate::engine::plan::kinds::{CAPTAIN, Kind, PICKET};
use crate::engine::plan::levels::{LEVELS, Level};
use crate::engine::plan::live::Live;
use crate::engine::plan::mend::{self, lacks};
use crate::engine::plan::piece::reached;
use crate::engine::plan::program::Work;
use crate::engine::plan::split::{self, Piece};
use crate::engine::plan::task::{Stand, Task};

/// Pairs of member and shift in one part: many small ones find more than few large ones in the same time.
const PAIRS: usize = 120;
/// Shifts looked at for one gap, the nearest in time.
const SHIFTS: usize = 60;
/// What may be done in all, each level of each cluster a third of what those before have left: some five seconds.
pub(in crate::engine::plan) const WORK: Work = Work(60_000_000);
const SHARE: u64 = 3;
/// What may be done for one level in vain, each part a share of what is left; and for each level below of a part that is better.
const WORK_IN_VAIN: Work = Work(6_000_000);
const SHARE_OF_PART: u64 = 8;
const WORK_BELOW: Work = Work(300_000);
/// Parts looked at in vain before a level is left.
const VAIN: usize = 80;
/// With every round the search around a gap begins so many people further on.
const TURN: usize = 3;
/// Members of a cluster up to which its parts are looked at; and where all shifts are of one length, so that chains miss little.
const MEMBERS: usize = 3_000;
const MEMBERS_OF_ONE_LENGTH: usize = 100;

/// Betters the coverage of a cluster part by part. `most` is what is known to be the most on each level; it is lowered where a
/// part proves less. What is done is taken off `work`. Whether anything got better.
pub(in crate::engine::plan) fn better(
    live: &mut Live,
    pieces: &[&Piece],
    most: &mut [Option<i64>; 5],
    bounds: &[i64; 5],
    work: &mut Work,
    stop: &dyn Fn() -> bool,
) -> bool {
    let most_members = if split::mixed(live.task, pieces) { MEMBERS } else { MEMBERS_OF_ONE_LENGTH };
    if pieces.iter().map(|p| p.members.len()).sum::<usize>() > most_members {
        return false;
    }
    let mut any = false;
    for (&level, most) in LEVELS[..4].iter().zip(most) {
        any |= work.share(SHARE, |work| better_level(live, pieces, level, most, bounds, work, stop));
    }
    any
}

/// The same on one level.
fn better_level(
    live: &mut Live,
    pieces: &[&Piece],
    level: Level,
    most: &mut Option<i64>,
    bounds: &[i64; 5],
    work: &mut Work,
    stop: &dyn Fn() -> bool,
) -> bool {
    let i = level as usize;
    let (mut any, mut turn, mut vain, mut work_in_vain) = (false, 0, 0, WORK_IN_VAIN);
    let mut seen: FxHashSet<Part> = FxHashSet::default();
    while vain < VAIN && reached(live, pieces)[i] < most.unwrap_or(bounds[i]) && !stop() {
        let shifts = pieces.iter().flat_map(|p| &p.shifts);
        let gaps: Vec<(u32, Kind)> =
            shifts.flat_map(|&s| lacks(live, s, level).into_iter().map(move |kind| (s, kind))).collect();
        if gaps.is_empty() {
            break;
        }
        let (need, round) = (gaps[turn % gaps.len()], turn / gaps.len());
        turn += 1;
        vain += 1;
        let Some(part) = Part::around(live, pieces, need, level, round).filter(|part| !seen.contains(part)) else {
            continue;
        };
        let before = work.0;
        let found = part.better(live, pieces, work, Work(work_in_vain.0 / SHARE_OF_PART));
        work_in_vain.0 = work_in_vain.0.saturating_sub(before - work.0);
        if found.better {
            any = true;
            (vain, work_in_vain) = (0, WORK_IN_VAIN);
            seen.clear();
        }
        if found.proven && part.all {
            *most = Some(reached(live, pieces)[i]);
        }
        seen.insert(part);
    }
    any
}

/// Whether a member could stand there, as far as place and time go.
fn could(task: &Task, member: u32, shift: u32) -> bool {
    let post = &task.posts[shift as usize];
    task.open.has(member, post.slot) && task.reaches(member, post.site)
}

/// What came of a part.
struct Found {
    better: bool,
    /// No more can be had on the level of its gap as long as all others stand still.
    proven: bool,
}

/// Members who may move, and the shifts they may move to beside those they stand on.
#[derive(PartialEq, Eq, Hash)]
struct Part {
    level: usize,
    /// What the gap asks.
    kind: Kind,
    members: BTreeSet<u32>,
    shifts: BTreeSet<u32>,
    /// Whoever could ever count on this level is in it, and everybody else gives way: what is proven of it is of the whole.
    all: bool,
}

impl Part {
    /// The people around a gap: in turn one who could fill it, and one who could not, but perhaps something else. Every round
    /// begins with others.
    fn around(live: &Live, pieces: &[&Piece], (shift, kind): (u32, Kind), level: Level, round: usize) -> Option<Self> {
        let task = live.task;
        let start = |s: u32| task.slots[task.slot_of(s) as usize].span.start;
        let asks = |s: &u32| match kind {
            PICKET => !lacks(live, *s, level).is_empty(),
            kind => task.posts[*s as usize].kinds.iter().any(|row| row.0 == kind),
        };
        let mut near: Vec<u32> = pieces.iter().flat_map(|p| p.shifts.iter().copied()).filter(asks).collect();
        let asking = near.len();
        near.sort_by_key(|&s| (start(s).minutes_since(start(shift)).abs(), s));
        near.truncate(SHIFTS);
        let holders: BTreeSet<u32> = pieces
            .iter()
            .flat_map(|p| p.members.iter().copied())
            .filter(|m| kind == PICKET || task.kinds_of(*m).contains(&kind))
            .collect();
        let known = holders.len();
        let (mut first, mut second): (Vec<u32>, Vec<u32>) = holders.into_iter().partition(|&m| could(task, m, shift));
        if first.is_empty() {
            return None;
        }
        for side in [&mut first, &mut second] {
            let by = (round * TURN).checked_rem(side.len()).unwrap_or(0);
            side.rotate_left(by);
        }
        let all = level == Level::Captain && asking <= SHIFTS;
        let mut part =
            Self { level: level as usize, kind, members: BTreeSet::new(), shifts: near.into_iter().collect(), all };
        for at in 0..first.len().max(second.len()) {
            for &m in first.get(at).into_iter().chain(second.get(at)) {
                if kind == PICKET {
                    part.shifts.extend(live.of(m).iter().map(|s| s.shift));
                }
                part.members.insert(m);
            }
            let pairs = |m: &u32| part.shifts.iter().filter(|s| could(task, *m, **s)).count() + live.of(*m).len();
            if part.members.iter().map(pairs).sum::<usize>() > PAIRS {
                break;
            }
        }
        // Whoever of a pool stands still may keep one of the part from leaving.
        let pooled = |m: &u32| !live.pools_of(*m).is_empty();
        part.all &= part.members.len() == known && !part.members.iter().any(pooled);
        Some(part)
    }

    /// Looks for what is best for the part, with no more than `most` of the work, and takes it where the whole is better for it.
    fn better(&self, live: &mut Live, pieces: &[&Piece], work: &mut Work, most: Work) -> Found {
        let mut found = Found { better: false, proven: false };
        let here = |s: u32| pieces.iter().any(|p| p.shifts.binary_search(&s).is_ok());
        let stands = |m: &u32| live.of(*m).iter().copied().filter(|stand| here(stand.shift)).collect::<Vec<_>>();
        let mut before: Vec<Stand> = self.members.iter().flat_map(stands).collect();
        before.retain(|stand| live.on(stand.shift).contains(&(stand.member, stand.kind)));
        let stood: BTreeSet<(u32, u32)> = before.iter().map(|stand| (stand.member, stand.shift)).collect();
        let shifts: BTreeSet<u32> = stood.iter().map(|s| s.1).chain(self.shifts.iter().copied()).collect();
        let may = |m: u32, s: u32| self.shifts.contains(&s) || stood.contains(&(m, s));
        let yields = |kind: Kind| self.yields(kind);
        let shifts = shifts.into_iter().filter(|s| here(*s)).collect();
        let Some(mut whole) = Whole::new(live, shifts, &self.members, &may, &yields) else { return found };
        whole.know(&before);
        for level in 0..self.level {
            whole.keep(level);
        }
        let was = whole.worth(self.level);
        let aim = whole.aims[self.level].clone();
        let (now, proven) = work.some(most, |work| whole.best(&aim, None, work, 1));
        found.proven = proven;
        if now <= was {
            return found;
        }
        for level in self.level + 1..whole.aims.len() {
            let aim = whole.aims[level].clone();
            work.some(WORK_BELOW, |work| whole.best(&aim, None, work, 1));
        }
        let after = whole.stands();
        before.extend(self.crowded_out(live, &before, &after));
        let was = reached(live, pieces);
        if mend::change(live, &before, &after) {
            found.better = reached(live, pieces) > was;
            if !found.better {
                mend::change(live, &after, &before);
            }
        }
        // Where a rule refused what the program found, it proves nothing of the roster.
        found.proven &= found.better;
        found
    }

    /// Whether whoever holds such a post gives way to the part. Those who do are found another place later.
    fn yields(&self, kind: Kind) -> bool {
        match self.kind {
            PICKET => false,
            CAPTAIN => kind != CAPTAIN,
            _ => kind == PICKET,
        }
    }

    /// Those who have to go so that everybody finds room.
    fn crowded_out(&self, live: &Live, before: &[Stand], after: &[Stand]) -> Vec<Stand> {
        let mut more: BTreeMap<u32, i32> = BTreeMap::new();
        for (stands, by) in [(before, -1), (after, 1)] {
            for stand in stands {
                *more.entry(stand.shift).or_default() += by;
            }
        }
        let mut out = Vec::new();
        for (shift, more) in more {
            let over = live.heads(shift) + more - live.task.posts[shift as usize].maximum;
            let yields = |on: &&(u32, Kind)| !self.members.contains(&on.0) && self.yields(on.1);
            let mut yielding: Vec<(Kind, u32)> = live.on(shift).iter().filter(yields).map(|on| (on.1, on.0)).collect();
            yielding.sort_unstable();
            let gone = yielding.into_iter().take(over.max(0) as usize);
            out.extend(gone.map(|(kind, member)| Stand { member, shift, kind }));
        }
        out
    }
}
