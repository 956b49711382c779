//! What a search for a chain may cost, and whom it may move.

use super::barren::Barren;
use super::moves::{Step, Want};
use crate::model::{Assignment, Instant, MemberIx, Origin, Roster, ShiftIx};
use crate::rules::Ground;
use rustc_hash::FxHashSet;

/// What it costs to find out whom to look at for one place, in members looked at.
pub(super) const PLACE: u64 = 20;

/// The heads that a shift on the way keeps, if it has them; from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keep {
    /// Its target.
    Target,
    /// Its minimum.
    Minimum,
    /// None.
    Nothing,
}

/// The planner's levels of coverage, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Captains,
    Skills,
    Minimum,
    Target,
}

/// For chains that better a level and cost nothing that counts for more: captains and skills may then change places too, the
/// post of one shift filled and that of another left empty, as long as there are as many all in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exchange {
    /// What is to be bettered.
    pub level: Level,
    /// Whether any shift that hangs together with those wanted lacks a captain; else no captain can be made up for.
    pub captains: bool,
    /// The same of skills.
    pub skills: bool,
}

impl Exchange {
    /// Ways to better one level: see [`way`](Self::way).
    pub const WAYS: usize = 4;

    /// With what lacks in a stretch of country. What a level is to better itself, or counts for less, changes no places: giving it
    /// up and making up for it elsewhere is no more than filling it there.
    pub fn new(level: Level, captains: bool, skills: bool) -> Self {
        Self { level, captains: captains && level > Level::Captains, skills: skills && level > Level::Skills }
    }

    /// True when anything may change places.
    pub fn is_any(self) -> bool {
        self.captains || self.skills
    }

    /// The number of what may change places.
    pub fn way(self) -> usize {
        usize::from(self.captains) * 2 + usize::from(self.skills)
    }
}

/// Captain posts and skill posts that were empty and are filled on the way ahead of others that are given up, as numbers below
/// nothing. The other way round, what is given up first and made up for later, needs no looking at: the second half alone would
/// better a level that is at its best already. Only where captains are sought a skill may be given up, any number of them: one
/// above nothing.
pub(super) type Balance = (i8, i8);

/// Nothing filled ahead, nothing given up.
pub(super) const EVEN: Balance = (0, 0);
/// Skills given up.
pub(super) const GIVEN: Balance = (0, 1);
/// More than one post of a kind is not filled ahead.
const AHEAD: i8 = -1;
/// Every balance.
pub(super) const BALANCES: [Balance; 5] = [EVEN, (0, AHEAD), (AHEAD, 0), (AHEAD, AHEAD), GIVEN];

/// The number of a balance in [`BALANCES`].
pub(super) fn number_of(balance: Balance) -> usize {
    if balance == GIVEN { 4 } else { (-2 * balance.0 - balance.1) as usize }
}

/// A place that wants somebody, on a balance.
pub(super) type Place = (Want, Balance);

/// The search for chains to one shift: what it may still cost, and what was found not to go.
#[derive(Debug)]
pub(super) struct Hunt<'h> {
    /// Where. Several are sought for at once: none of them.
    pub gap: Option<ShiftIx>,
    /// What shifts on the way keep at least.
    pub keep: Keep,
    /// A chain by which they keep as much as this is taken at once; one by which they keep less, when there is no other.
    pub settle: Keep,
    /// Captains and skills may change places; None: whoever holds a post stays, or is followed.
    pub exchange: Option<Exchange>,
    /// A shift on the way keeps one head at least: without any it is a gap, whatever its numbers.
    pub one_stays: bool,
    /// Members that may still be looked at.
    pub looks: u64,
    /// Take the best of those who can end a chain, not the first.
    pub choosy: bool,
    /// Nobody leaves a shift that begins before this.
    pub from: Option<Instant>,
    /// Nobody leaves a place given by hand.
    pub by_hand_stays: bool,
    /// They can't come, nor move.
    pub absent: Vec<MemberIx>,
    /// They don't come to that shift.
    pub off: Vec<(ShiftIx, MemberIx)>,
    /// A head is wanted for its hours alone: only somebody who is short of hours in this week ends a chain.
    pub earning: Option<u16>,
    /// What people were told: of chains of one length, that which changes least of it.
    pub told: Option<&'h Roster>,
    /// Places that are known to lead nowhere, in searches of this kind.
    pub barren: Option<&'h Barren>,
    pub(super) banned: FxHashSet<Step>,
    pub(super) refused: usize,
    /// Of the chains that were refused, those against which something else stood than a pool.
    pub(super) otherwise: usize,
}

impl Hunt<'_> {
    /// For one shift.
    pub fn new(gap: ShiftIx, keep: Keep, looks: u64) -> Self {
        Self { gap: Some(gap), looks, ..Self::anywhere(keep) }
    }

    /// For whichever shift it leads to.
    pub fn anywhere(keep: Keep) -> Self {
        Self {
            gap: None,
            keep,
            settle: keep,
            exchange: None,
            one_stays: true,
            looks: u64::MAX,
            choosy: false,
            from: None,
            by_hand_stays: false,
            absent: Vec::new(),
            off: Vec::new(),
            earning: None,
            told: None,
            barren: None,
            banned: FxHashSet::default(),
            refused: 0,
            otherwise: 0,
        }
    }

    pub(super) fn may_leave(&self, ground: &Ground, each: &Assignment) -> bool {
        let stays =
            each.pinned || self.absent.contains(&each.member) || self.by_hand_stays && each.origin == Origin::Hand;
        !stays && self.from.is_none_or(|from| ground.shift(each.shift).span.start >= from)
    }

    /// True when `member` is not to come to `shift`.
    pub(super) fn stays_off(&self, shift: ShiftIx, member: MemberIx) -> bool {
        self.absent.contains(&member) || self.off.contains(&(shift, member))
    }

    /// How much more of what people were told would be otherwise, once `step` is made.
    pub(super) fn price(&self, step: &Step) -> i32 {
        let Some(told) = self.told else { return 0 };
        let was = |shift: ShiftIx| told.get(shift, step.member).is_some();
        let left = step.left().filter(|shift| *shift != step.to.0 && was(*shift)).count() as i32;
        left - i32::from(step.left().all(|shift| shift != step.to.0) && was(step.to.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balances_are_numbered_in_their_order() {
        assert!(BALANCES.iter().enumerate().all(|(at, balance)| number_of(*balance) == at));
    }
}
