//! Mending what the flow could not say: rest, overlap, pools, mixed lengths.
//!
//! Assignments of the flow that break a rule are left out; then every post that is empty for it is filled again where a
//! chain of moves can: a member who is free, or one who leaves a place that another takes, and so on. Each step is asked
//! of every rule. Work is counted, not timed, so that the answer is the same on every machine.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::chain::{self, Need};
use super::kinds::{CAPTAIN, Kind, PICKET};
use super::levels::Level;
use super::live::Live;
use super::piece::tally;
use super::relieve;
use super::split::Piece;
use super::task::{Stand, Task};

/// Those who could stand on a shift of a piece, by site.
pub(super) struct Candidates(FxHashMap<u32, Vec<u32>>);

impl Candidates {
    pub(super) fn new(task: &Task, piece: &Piece) -> Self {
        let mut at: FxHashMap<u32, Vec<u32>> =
            piece.shifts.iter().map(|&s| (task.posts[s as usize].site, Vec::new())).collect();
        for &m in &piece.members {
            for site in &task.classes[task.people[m as usize].class as usize].sites {
                if let Some(at) = at.get_mut(site) {
                    at.push(m);
                }
            }
        }
        Self(at)
    }

    /// Who could stand at a site, in the order of the seed.
    pub(super) fn at(&self, site: u32) -> &[u32] {
        self.0.get(&site).map_or(&[], Vec::as_slice)
    }
}

/// What a shift lacks on a level.
pub(super) fn lacks(live: &Live, shift: u32, level: Level) -> Vec<Kind> {
    let post = &live.task.posts[shift as usize];
    let kinds = post.kinds.iter().map(|row| row.0).filter(|&k| live.missing(shift, k) > 0);
    match level {
        Level::Captain => kinds.filter(|&k| k == CAPTAIN).collect(),
        Level::Skill => kinds.filter(|&k| k != CAPTAIN).collect(),
        Level::Minimum if live.heads(shift) < post.minimum => vec![PICKET],
        Level::Target if live.heads(shift) < post.target => vec![PICKET],
        _ => Vec::new(),
    }
}

/// How often a piece is gone through at most: what one round moves can open a way for the next.
const ROUNDS: u32 = 4;

/// In a piece of so many members posts are sought together, once a round, the shortest chain to any of them first: one by one,
/// most of the work would go into those that nothing leads to. In a smaller one it is seen early which these are.
const MANY: usize = 20_000;

/// How many rules are asked, at most, to give hours to members one by one.
const TOP_UP: u64 = 2_000_000;

/// Fills what a piece lacks on every level, until a round finds nothing more: a plan that is planned again then stays as it is.
pub(super) fn mend(
    live: &mut Live,
    piece: &Piece,
    who: &Candidates,
    bound: &[i64; 5],
    work: u64,
    stop: &dyn Fn() -> bool,
) {
    for round in 0..ROUNDS {
        let before = tally(live, piece);
        // Later rounds find less, and are given less time for it.
        let work = work >> round;
        fill(live, piece, who, bound, work, stop);
        if stop() || round > 0 && tally(live, piece) == before {
            return;
        }
        top_up(live, piece, 2 * work, stop);
        prune(live, piece);
        if tally(live, piece) == before {
            return;
        }
    }
}

/// Fills what the four coverage levels lack in a piece, as far as chains and `work` reach. `bound` is what the flow proved
/// possible on each level: once it is reached there is nothing left to look for.
fn fill(live: &mut Live, piece: &Piece, who: &Candidates, bound: &[i64; 5], work: u64, stop: &dyn Fn() -> bool) {
    for (i, level) in [Level::Captain, Level::Skill, Level::Minimum, Level::Target].into_iter().enumerate() {
        // Work is counted level by level: a hopeless search on one leaves the next its own.
        let end = live.asked + work;
        let mut short = bound[i] - tally(live, piece)[i];
        if piece.members.len() >= MANY && short > 0 {
            let needs = |&s: &u32| lacks(live, s, level).into_iter().map(move |kind| (s, kind));
            let needs: Vec<Need> = piece.shifts.iter().flat_map(needs).collect();
            chain::fill(live, who, &needs, level, &mut FxHashSet::default(), (short, end));
            continue;
        }
        let mut moved = true;
        while moved && short > 0 && live.asked < end && !stop() {
            // Posts from which a search came back with nothing. In a flow, nothing that is found later leads out of what such
            // a search went through; where the other rules make it so after all, the next time round finds it.
            let mut dead: FxHashSet<Need> = FxHashSet::default();
            moved = false;
            for &s in &piece.shifts {
                while short > 0 && live.asked < end && !stop() {
                    let needs: Vec<Need> = lacks(live, s, level).into_iter().map(|kind| (s, kind)).collect();
                    let filled = chain::fill(live, who, &needs, level, &mut dead, (short, end));
                    if filled == 0 {
                        break;
                    }
                    moved = true;
                    short -= filled;
                }
            }
        }
    }
}

/// Gives hours to members who are below full strike pay, on shifts that have room, the fewest hours first. False: nobody got
/// any.
pub(super) fn top_up(live: &mut Live, piece: &Piece, work: u64, stop: &dyn Fn() -> bool) -> bool {
    let end = live.asked + work.min(TOP_UP);
    let mut longer = false;
    let task = live.task;
    let mut queue: Vec<(i64, u32)> = piece.members.iter().map(|&m| (live.minutes(m, piece.week), m)).collect();
    let rank: FxHashMap<u32, usize> = piece.members.iter().enumerate().map(|(i, &m)| (m, i)).collect();
    queue.retain(|(minutes, _)| *minutes < task.pay());
    queue.sort_by_key(|(minutes, m)| (*minutes, rank[m]));
    let mut queue: VecDeque<(i64, u32)> = queue.into();
    while let Some((minutes, m)) = queue.pop_front() {
        if live.asked >= end || stop() {
            break;
        }
        if minutes >= task.pay() {
            continue;
        }
        let class = task.people[m as usize].class;
        let mut best: Option<(i64, i32, u32)> = None;
        for &slot in &task.week_slots[usize::from(piece.week)] {
            if !task.open.has(m, slot) {
                continue;
            }
            let gain = task.slots[slot as usize].minutes.min(task.pay() - minutes);
            for &site in &task.classes[class as usize].sites {
                for &shift in task.shifts_at(slot, site) {
                    let over = live.heads(shift) - task.posts[shift as usize].target;
                    let better = best.is_none_or(|(g, o, _)| (-gain, over) < (-g, o));
                    if better && live.fits(Stand { member: m, shift, kind: PICKET }, None) {
                        best = Some((gain, over, shift));
                    }
                }
            }
        }
        let gain = if let Some((gain, _, shift)) = best {
            live.put(Stand { member: m, shift, kind: PICKET });
            Some(gain)
        } else {
            relieve::one_more(live, piece, m, end).or_else(|| lengthen(live, piece, m))
        };
        if let Some(gain) = gain {
            longer = true;
            let entry = (minutes + gain, m);
            let at = queue.partition_point(|x| x.0 <= entry.0);
            queue.insert(at, entry);
        }
    }
    longer
}

/// Moves a member from a shift to a longer one, to a post of the same kind, where no level is worse for it, the way that gains
/// most. Returns the minutes gained.
fn lengthen(live: &mut Live, piece: &Piece, member: u32) -> Option<i64> {
    let task = live.task;
    let minutes = |shift: u32| task.slots[task.slot_of(shift) as usize].minutes;
    let left = task.pay() - live.minutes(member, piece.week);
    let class = task.people[member as usize].class;
    let mut best: Option<(i64, Stand, Stand)> = None;
    for old in live.of(member).to_vec() {
        let here = piece.shifts.binary_search(&old.shift).is_ok();
        if !here || !live.on(old.shift).contains(&(member, old.kind)) {
            continue;
        }
        // A post lost is one won: heads decide.
        let loss = chain::loss(live, old.shift, PICKET);
        for &slot in &task.week_slots[usize::from(piece.week)] {
            let gain = (task.slots[slot as usize].minutes - minutes(old.shift)).min(left);
            if gain <= best.map_or(0, |best| best.0) || !task.open.has(member, slot) {
                continue;
            }
            let shifts = task.classes[class as usize].sites.iter().flat_map(|&site| task.shifts_at(slot, site));
            let new = shifts.map(|&shift| Stand { member, shift, kind: old.kind }).find(|&new| {
                let post = &task.posts[new.shift as usize];
                let won = if live.heads(new.shift) < post.minimum {
                    Some(Level::Minimum)
                } else {
                    (live.heads(new.shift) < post.target).then_some(Level::Target)
                };
                let no_worse = loss.is_none_or(|loss| won.is_some_and(|won| won <= loss));
                no_worse && live.fits(new, Some(old.shift))
            });
            best = new.map(|new| (gain, old, new)).or(best);
        }
    }
    let (gain, old, new) = best?;
    change(live, &[old], &[new]).then_some(gain)
}

/// Moves pickets from shifts above their target to others of the week, as long and less above theirs, as long as somebody can.
pub(super) fn even_out(live: &mut Live, piece: &Piece, work: u64, stop: &dyn Fn() -> bool) {
    let end = live.asked + work;
    // Where those of a class could stand so long, fewest heads above target first: as long as nobody moves.
    let mut known: FxHashMap<(u32, i64), Vec<(i32, u32)>> = FxHashMap::default();
    let mut moved = true;
    while std::mem::take(&mut moved) {
        for &s in &piece.shifts {
            for (member, _) in live.on(s).to_vec().into_iter().filter(|on| on.1 == PICKET) {
                let most = above(live, s) - 1;
                if most < 1 || live.asked >= end || stop() {
                    break;
                }
                let old = Stand { member, shift: s, kind: PICKET };
                let minutes = live.task.slots[live.task.slot_of(s) as usize].minutes;
                let class = live.task.people[member as usize].class;
                let others = known.entry((class, minutes)).or_insert_with(|| as_long(live, piece, class, minutes));
                let less = others.iter().take_while(|other| other.0 < most);
                let to = less.map(|other| Stand { shift: other.1, ..old }).find(|&new| live.fits(new, Some(s)));
                if to.is_some_and(|to| change(live, &[old], &[to])) {
                    moved = true;
                    known.clear();
                }
            }
        }
    }
}

/// How many heads above its target a shift has.
fn above(live: &Live, shift: u32) -> i32 {
    live.heads(shift) - live.task.posts[shift as usize].target
}

/// The shifts of a piece's week to which those of a class can be sent, of such a length, fewest heads above target first.
fn as_long(live: &Live, piece: &Piece, class: u32, minutes: i64) -> Vec<(i32, u32)> {
    let task = live.task;
    let sites = &task.classes[class as usize].sites;
    let slots = task.week_slots[usize::from(piece.week)].iter();
    let slots = slots.filter(|&&slot| task.slots[slot as usize].minutes == minutes);
    let shifts = slots.flat_map(|&slot| sites.iter().flat_map(move |&site| task.shifts_at(slot, site)));
    let mut shifts: Vec<(i32, u32)> = shifts.map(|&shift| (above(live, shift), shift)).collect();
    shifts.sort_unstable();
    shifts
}

/// Takes away assignments that no level is better for.
fn prune(live: &mut Live, piece: &Piece) {
    for &s in &piece.shifts {
        let mut on: Vec<(u32, Kind)> = live.on(s).to_vec();
        on.sort_unstable();
        for (member, kind) in on {
            let slot = &live.task.slots[live.task.slot_of(s) as usize];
            let spare = live.minutes(member, slot.week) - slot.minutes >= live.task.pay();
            if spare && chain::loss(live, s, kind).is_none() {
                live.take(Stand { member, shift: s, kind });
            }
        }
    }
}

/// All leave, then each takes the place found, asked of every rule again. Taken back if one may not.
pub(super) fn change(live: &mut Live, out: &[Stand], into: &[Stand]) -> bool {
    for &stand in out {
        live.take(stand);
    }
    let mut done = 0;
    while done < into.len() && live.fits(into[done], None) {
        live.put(into[done]);
        done += 1;
    }
    if done == into.len() {
        return true;
    }
    for &stand in into[..done].iter().rev() {
        live.take(stand);
    }
    for &stand in out.iter().rev() {
        live.put(stand);
    }
    false
}
