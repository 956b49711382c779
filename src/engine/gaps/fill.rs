//! What a gap could still get: how many more heads some re-arrangement of unpinned assignments could put there.
//!
//! *What the number is.* It is always true that so many can be put there: the re-arrangement was made and checked (see
//! [`chain`](super::chain)). It is
//! the most where the rules of [`flow`](crate::engine::flow) say all there is to say: one shift a day, shifts of one
//! length, no rest or pool in play. Beyond that it may be too low where a member would have to give up two shifts at once
//! for one and neither can spare a head, or two members of a pool would have to change places in step. And work is bounded,
//! counted in members looked at, so that the answer is the same on every machine: [`LOOKS`] for one gap, [`ALL_LOOKS`] for
//! all that are asked about together, shared evenly. Those at hand without a chain are counted before any of it is spent.

use super::chain::Chains;
use super::hunt::{Hunt, Keep, PLACE};
use super::muster::Muster;
use crate::model::{Duty, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::Ground;

/// Members looked at for one gap, at most.
pub(super) const LOOKS: u64 = 1_000_000;
/// Members looked at for all gaps asked about together, at most.
pub(super) const ALL_LOOKS: u64 = 20_000_000;

/// Counts on a copy of a roster; leaves it as it was after each gap.
#[derive(Debug)]
pub(super) struct Filler<'a> {
    ground: &'a Ground,
    chains: Chains<'a>,
    /// Nobody leaves a shift that began before this.
    from: Option<Instant>,
}

impl<'a> Filler<'a> {
    pub fn new(ground: &'a Ground, base: &'a Roster, from: Option<Instant>) -> Self {
        Self { ground, chains: Chains::new(ground, base), from }
    }

    /// How many more heads could be put on `gap`, one of so many `gaps` that are asked about together.
    pub fn fillable(&mut self, muster: &Muster, gap: ShiftIx, gaps: usize) -> u32 {
        let had = self.heads(gap);
        let room = self.ground.shift(gap).maximum.saturating_sub(had);
        let at_hand = muster.at_hand(gap);
        let in_pools = |member: &MemberIx| !self.ground.pools(*member).is_empty();
        let (in_pools, sure): (Vec<MemberIx>, Vec<MemberIx>) = at_hand.iter().partition(in_pools);
        if sure.len() as u32 >= room {
            return room;
        }
        let mut hunt = Hunt::new(gap, Keep::Minimum, LOOKS.min(ALL_LOOKS / gaps.max(1) as u64));
        hunt.from = self.from;
        for member in sure {
            self.chains.put(gap, member);
        }
        // Those of a pool are asked one after the other: each that comes leaves it with one fewer to spare.
        for member in in_pools {
            hunt.looks = hunt.looks.saturating_sub(PLACE);
            if hunt.looks > 0 && self.heads(gap) < had + room && self.chains.may_come(gap, member) {
                self.chains.put(gap, member);
            }
        }
        while self.heads(gap) < had + room && self.chains.one_more(muster.field(), &mut hunt, Duty::Picket) {}
        let found = self.heads(gap).saturating_sub(had);
        self.chains.take_back();
        found
    }

    fn heads(&self, shift: ShiftIx) -> u32 {
        self.chains.roster().on(shift).len() as u32
    }
}
