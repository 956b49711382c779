//! One more shift for a member whom a pool holds back: pool mates take each other's places.
//!
//! A pool that can spare no more on one day may spare somebody on another. So the member takes the place of a mate on the full
//! day, and the mate stands on another day instead, or takes the place of yet another there. Heads and posts stay as they are
//! but for the one place more at the end.

use rustc_hash::FxHashSet;

use super::kinds::PICKET;
use super::live::{Fit, Live};
use super::mend;
use super::split::Piece;
use super::task::Stand;

/// Someone who is to be placed, and the place that is given up for it.
struct Mate {
    member: u32,
    /// By whom (the number of the mate before), in whose favour, and the place itself.
    leaves: Option<(usize, Stand)>,
}

/// Finds a member one more shift by such a chain. Returns the minutes gained.
pub(super) fn one_more(live: &mut Live, piece: &Piece, member: u32, end: u64) -> Option<i64> {
    let task = live.task;
    let mut mates = vec![Mate { member, leaves: None }];
    let mut met: FxHashSet<u32> = FxHashSet::from_iter([member]);
    let mut at = 0;
    while at < mates.len() && live.asked < end {
        let x = mates[at].member;
        let left = mates[at].leaves.map(|(_, stand)| stand);
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
                match live.fit(Stand { member: x, shift, kind: PICKET }, left.map(|stand| stand.shift), &[]) {
                    Fit::Yes => {
                        let gain = carry_out(live, &mates, at, Stand { member: x, shift, kind: PICKET });
                        if gain.is_some() {
                            return gain;
                        }
                    }
                    Fit::Pool(row) if !pools.contains(&row) => {
                        pools.push(row);
                        for place in live.out_of(row) {
                            let taken = Stand { member: x, ..place };
                            if !met.contains(&place.member)
                                && live.fit(taken, left.map(|stand| stand.shift), &[place]) == Fit::Yes
                            {
                                met.insert(place.member);
                                mates.push(Mate { member: place.member, leaves: Some((at, place)) });
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

/// The last mate goes to `place`, each one before to the place that the next has left.
fn carry_out(live: &mut Live, mates: &[Mate], at: usize, place: Stand) -> Option<i64> {
    let (mut out, mut into) = (Vec::new(), vec![place]);
    let mut mate = &mates[at];
    while let Some((before, left)) = mate.leaves {
        out.push(left);
        mate = &mates[before];
        into.push(Stand { member: mate.member, ..left });
    }
    let first = *into.last()?;
    let gained = live.task.slots[live.task.slot_of(first.shift) as usize].minutes;
    mend::change(live, &out, &into).then_some(gained)
}
