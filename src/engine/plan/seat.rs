//! Putting people in without moving anybody: what a flow or a roster chose, as far as the rules let it; or whoever fits, when
//! there was no time to choose.

use rustc_hash::{FxHashMap, FxHashSet};

use super::kinds::{CAPTAIN, PICKET};
use super::levels::Level;
use super::live::Live;
use super::mend::{Candidates, lacks};
use super::split::Piece;
use super::task::Stand;

/// Puts in what fits of the flow's assignments, scarce posts first.
pub(super) fn settle(live: &mut Live, mut stands: Vec<Stand>) {
    stands.sort_by_key(|s| (s.kind == PICKET, s.kind != CAPTAIN, *s));
    for stand in stands {
        if live.fits(stand, None) {
            live.put(stand);
        }
    }
}

/// Puts everybody of some pieces where `stands` has them. False when a rule left somebody out.
pub(super) fn take_over(live: &mut Live, pieces: &[&Piece], stands: &[Stand]) -> bool {
    let new: FxHashSet<Stand> = stands.iter().copied().collect();
    let old: Vec<Stand> = pieces.iter().flat_map(|piece| live.in_piece(piece)).collect();
    let stays: FxHashSet<Stand> = old.iter().copied().filter(|stand| new.contains(stand)).collect();
    for &stand in old.iter().filter(|stand| !stays.contains(stand)) {
        live.take(stand);
    }
    let mut whole = true;
    for &stand in stands.iter().filter(|stand| !stays.contains(stand)) {
        let fits = live.fits(stand, None);
        if fits {
            live.put(stand);
        }
        whole &= fits;
    }
    whole
}

/// Seats whoever fits, captains and skills first, without moving anybody: what is delivered when there was no time to plan.
pub(super) fn seat(live: &mut Live, piece: &Piece, who: &Candidates, cancel: &dyn Fn() -> bool) {
    let task = live.task;
    let shortest = piece.shifts.iter().map(|&s| task.slots[task.slot_of(s) as usize].minutes).min().unwrap_or(0);
    // The members of each site, and who is next in turn: those who were just seated come again last.
    let mut turns: FxHashMap<u32, (Vec<u32>, usize)> = FxHashMap::default();
    for level in [Level::Captain, Level::Skill, Level::Minimum, Level::Target] {
        // Nobody is ever unseated here, so whoever has no hours left need not be asked again.
        for (members, turn) in turns.values_mut() {
            members.rotate_left(*turn);
            members.retain(|&m| live.minutes(m, piece.week) + shortest <= task.week_cap());
            *turn = 0;
        }
        for &shift in &piece.shifts {
            if cancel() {
                return;
            }
            let post = &task.posts[shift as usize];
            let (slot, site) = (post.slot, post.site);
            let (members, turn) = turns.entry(site).or_insert_with(|| (who.at(site).to_vec(), 0));
            for kind in lacks(live, shift, level) {
                let mut left = match level {
                    Level::Minimum => post.minimum - live.heads(shift),
                    Level::Target => post.target - live.heads(shift),
                    _ => live.missing(shift, kind),
                };
                for _ in 0..members.len() {
                    if left <= 0 {
                        break;
                    }
                    let stand = Stand { member: members[*turn], shift, kind };
                    *turn = (*turn + 1) % members.len();
                    if task.open.has(stand.member, slot) && live.fits(stand, None) {
                        live.put(stand);
                        left -= 1;
                    }
                }
            }
        }
    }
}
