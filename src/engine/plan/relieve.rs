//! One more shift for a member whom a pool holds back: pool mates take each other's places.
//!
//! A pool that can spare no more on one day may spare somebody on another. So the member takes the place of a mate on the full
//! day, and the mate stands on another day instead, or takes the place of yet another there. Heads and posts stay as they are
//! but for the one place more at the end; only a place above target may be left altogether, for one on another shift.

use rustc_hash::FxHashSet;

use super::chain;
use super::kinds::PICKET;
use super::live::{Fit, Live};
use super::mend;
use super::split::Piece;
use super::task::Stand;

/// Someone who is to be placed, and the place that is given up for it.
struct Mate {
    member: u32,
    leaves: Option<Leaves>,
}

/// A place given up in favour of the mate before.
#[derive(Clone, Copy)]
struct Leaves {
    place: Stand,
    /// The number of the mate before, and the place that this one takes for it.
    before: usize,
    taken: Stand,
}

/// Finds a member one more shift by such a chain. Returns the minutes gained.
pub(super) fn one_more(live: &mut Live, piece: &Piece, member: u32, end: u64) -> Option<i64> {
    let task = live.task;
    let mut mates = vec![Mate { member, leaves: None }];
    let mut met: FxHashSet<u32> = FxHashSet::from_iter([member]);
    let mut at = 0;
    while at < mates.len() && live.asked < end {
        let x = mates[at].member;
        let left = mates[at].leaves.map(|leaves| leaves.place);
        let minutes = left.map(|stand| task.slots[task.slot_of(stand.shift) as usize].minutes);
        let mut pools: Vec<u32> = Vec::new();
        for &slot in &task.week_slots[usize::from(piece.week)] {
            // Whoever gives a place up loses no minutes by it.
            let as_long = minutes.is_none_or(|minutes| task.slots[slot as usize].minutes == minutes);
            if !as_long || !task.open.has(x, slot) {
                continue;
            }
            let class = task.people[x as usize].class;
            for &shift in task.classes[class as usize].sites.iter().flat_map(|&site| task.shifts_at(slot, site)) {
                let stand = Stand { member: x, shift, kind: PICKET };
                match live.fit(stand, left.map(|stand| stand.shift), &[]) {
                    Fit::Yes => {
                        let gain = carry_out(live, &mates, at, stand);
                        if gain.is_some() {
                            return gain;
                        }
                    }
                    Fit::Pool(row) if !pools.contains(&row) => {
                        pools.push(row);
                        for place in live.out_of(row) {
                            if met.contains(&place.member) {
                                continue;
                            }
                            let is_spare = chain::loss(live, place.shift, place.kind).is_none()
                                && !is_emptied(&mates, at, place.shift);
                            let instead = is_spare.then_some(stand);
                            let taken = [Some(Stand { member: x, ..place }), instead]
                                .into_iter()
                                .flatten()
                                .find(|&taken| live.fit(taken, left.map(|stand| stand.shift), &[place]) == Fit::Yes);
                            if let Some(taken) = taken {
                                met.insert(place.member);
                                let leaves = Leaves { place, before: at, taken };
                                mates.push(Mate { member: place.member, leaves: Some(leaves) });
                            }
                        }
                    }
                    Fit::Pool(_) | Fit::No => {}
                }
            }
        }
        at += 1;
    }
    None
}

/// Whether a place on a shift is left altogether on the way there: what one can spare, two could not.
fn is_emptied(mates: &[Mate], mut at: usize, shift: u32) -> bool {
    while let Some(Leaves { place, before, taken }) = mates[at].leaves {
        if place.shift == shift && taken.shift != shift {
            return true;
        }
        at = before;
    }
    false
}

/// The last mate goes to `place`, each one before to the place that the next has left.
fn carry_out(live: &mut Live, mates: &[Mate], at: usize, place: Stand) -> Option<i64> {
    let (mut out, mut into) = (Vec::new(), vec![place]);
    let mut mate = &mates[at];
    while let Some(leaves) = mate.leaves {
        out.push(leaves.place);
        into.push(leaves.taken);
        mate = &mates[leaves.before];
    }
    let first = *into.last()?;
    let gained = live.task.slots[live.task.slot_of(first.shift) as usize].minutes;
    mend::change(live, &out, &into).then_some(gained)
}
