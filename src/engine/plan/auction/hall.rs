//! What is for sale, and who bids.

use std::ops::Range;

use super::diary::{Diary, Room};
use crate::engine::plan::gcd;
use crate::engine::plan::kinds::{Kind, PICKET};
use crate::engine::plan::levels::Level;
use crate::engine::plan::live::Live;
use crate::engine::plan::relax::is_captain;
use crate::engine::plan::split::Piece;
use crate::engine::plan::task::Task;

/// What a place is worth, in the unit of prices: a place towards the target where places towards the minimum are sold as well.
pub(super) const ONE: i64 = 1 << 16;

/// Places of one kind on one shift.
pub(super) struct Lot {
    pub(super) shift: u32,
    pub(super) kind: Kind,
    /// What each place is worth, the dearest first.
    pub(super) worth: Vec<i64>,
}

/// Someone who could stand there.
pub(super) struct Bidder {
    pub(super) member: u32,
    pub(super) diary: Diary,
    /// By page of the diary, the lots in reach.
    pub(super) reach: Vec<Vec<u32>>,
}

/// The lots of one level, and those who bid for them.
pub(super) struct Hall<'t, 'g> {
    pub(super) task: &'t Task<'g>,
    pub(super) lots: Vec<Lot>,
    pub(super) bidders: Vec<Bidder>,
    /// What making up everybody's weeks once costs, in states (see [`Diary::size`]).
    pub(super) size: usize,
    pub(super) room: Room,
}

impl<'t, 'g> Hall<'t, 'g> {
    /// What a level asks beside those who stay in any case. Every place is worth the same.
    pub(super) fn of_all(live: &Live<'t, 'g>, pieces: &[&Piece], level: Level) -> Self {
        let base = Live::new(live.task);
        let lots = lots(&base, pieces, level, &|asked, minimum| {
            let asked = if level == Level::Minimum { minimum } else { asked };
            vec![ONE; asked as usize]
        });
        Self::new(&base, pieces, lots)
    }

    /// What a roster lacks on a level: of heads, those towards the target too, and a place towards the minimum is worth so much
    /// `more` than one of them.
    pub(super) fn of_free(live: &Live<'t, 'g>, pieces: &[&Piece], level: Level, more: i64) -> Self {
        let lots = lots(live, pieces, level, &|asked, minimum| {
            (0..asked).map(|head| if head < minimum { ONE * more } else { ONE }).collect()
        });
        Self::new(live, pieces, lots)
    }

    fn new(live: &Live<'t, 'g>, pieces: &[&Piece], lots: Vec<Lot>) -> Self {
        let task = live.task;
        let mut of_shift: Vec<Range<usize>> = vec![0..0; task.posts.len()];
        let mut unit = 0;
        for (at, lot) in lots.iter().enumerate() {
            let here = &mut of_shift[lot.shift as usize];
            *here = if here.end == 0 { at..at + 1 } else { here.start..at + 1 };
            unit = gcd(unit, task.slots[task.slot_of(lot.shift) as usize].minutes);
        }
        let mut members: Vec<u32> = pieces.iter().flat_map(|piece| piece.members.iter().copied()).collect();
        members.sort_unstable();
        members.dedup();
        let bidder = |&member: &u32| {
            let class = &task.classes[task.people[member as usize].class as usize];
            let kinds = task.kinds_of(member);
            let in_slot = |slot: u32| -> Vec<u32> {
                let shifts = class.sites.iter().flat_map(|&site| task.shifts_at(slot, site));
                let lots_here = shifts.flat_map(|&shift| of_shift[shift as usize].clone());
                let can = |lot: &usize| lots[*lot].kind == PICKET || kinds.contains(&lots[*lot].kind);
                lots_here.filter(can).map(|lot| lot as u32).collect()
            };
            let clashes = |slot: u32| {
                let taken = |t: u32| t == slot || task.clash.has(t, slot);
                live.of(member).iter().any(|stand| taken(task.slot_of(stand.shift)))
            };
            let open = task.open.row(member).filter(|&slot| !clashes(slot));
            let mut rows: Vec<(u32, Vec<u32>)> =
                open.map(|slot| (slot, in_slot(slot))).filter(|row| !row.1.is_empty()).collect();
            // Where time zones differ, a week can begin here before the last one ends there.
            rows.sort_by_key(|row| task.slots[row.0 as usize].week);
            let (slots, reach): (Vec<u32>, Vec<Vec<u32>>) = rows.into_iter().unzip();
            Bidder { member, diary: Diary::new(live, member, &slots, unit.max(1)), reach }
        };
        let bidders: Vec<Bidder> = members.iter().map(bidder).filter(|bidder| !bidder.reach.is_empty()).collect();
        let size = bidders.iter().map(|bidder| bidder.diary.size()).sum::<usize>().max(1);
        Self { task, lots, bidders, size, room: Room::default() }
    }
}

/// The places that a roster leaves free on a level, shift by shift. `worth` says what each is worth, of so many in all and so many
/// towards the minimum.
fn lots(live: &Live, pieces: &[&Piece], level: Level, worth: &dyn Fn(i32, i32) -> Vec<i64>) -> Vec<Lot> {
    let mut lots = Vec::new();
    for &shift in pieces.iter().flat_map(|piece| &piece.shifts) {
        let (post, heads) = (&live.task.posts[shift as usize], live.heads(shift));
        let room = if post.shut { 0 } else { (post.maximum - heads).max(0) };
        let mut offer = |kind: Kind, asked: i32, minimum: i32| {
            if asked > 0 {
                lots.push(Lot { shift, kind, worth: worth(asked, minimum) });
            }
        };
        match level {
            Level::Captain | Level::Skill => {
                for &(kind, ..) in post.kinds.iter().filter(|row| is_captain(row.0) == (level == Level::Captain)) {
                    let free = live.missing(shift, kind).clamp(0, room);
                    offer(kind, free, 0);
                }
            }
            _ => {
                let minimum = (post.minimum - heads).clamp(0, room);
                offer(PICKET, (post.target - heads).clamp(minimum, room), minimum);
            }
        }
    }
    lots.retain(|lot| !lot.worth.is_empty());
    lots
}
