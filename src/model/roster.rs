//! A roster: who stands where, in which post, and who put them there.
//!
//! It keeps both directions (by shift, by member) in step and nothing else; whether an assignment is permitted is asked of
//! the rules before it comes here.

use super::index::{MemberIx, ShiftIx};
use super::shared::Shared;
use super::shift::Duty;
use std::sync::Arc;

/// Who made an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The planner.
    Plan,
    /// A person.
    Hand,
}

impl Origin {
    /// The word in files and outputs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Hand => "hand",
        }
    }
}

/// The † rules that a person may set aside, with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Overrides {
    /// The shift lies outside the member's availability.
    pub availability: bool,
    /// The site lies beyond the member's reach.
    pub reach: bool,
    /// Too little rest before or after another shift.
    pub rest: bool,
}

impl Overrides {
    /// None set aside.
    pub const NONE: Self = Self { availability: false, reach: false, rest: false };

    /// True when none is set aside.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The codes of those set aside, as outputs list them.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        [(self.availability, "availability"), (self.reach, "reach"), (self.rest, "rest")]
            .into_iter()
            .filter_map(|(aside, word)| aside.then_some(word))
    }

    /// Those of the codes that can be set aside; others are passed over.
    pub fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = Self::NONE;
        for word in words {
            match word {
                "availability" => all.availability = true,
                "reach" => all.reach = true,
                "rest" => all.rest = true,
                _ => {}
            }
        }
        all
    }
}

/// One member on one shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub member: MemberIx,
    /// Where and when.
    pub shift: ShiftIx,
    /// In which post.
    pub duty: Duty,
    /// Stays, whatever the planner would rather.
    pub pinned: bool,
    /// Who made it.
    pub origin: Origin,
    /// Rules set aside for it by hand.
    pub overrides: Overrides,
    /// Why they were set aside. Of half a million assignments next to none has one: it takes up one word.
    pub reason: Option<Arc<String>>,
}

impl Assignment {
    /// An unpinned assignment by the planner.
    pub fn planned(member: MemberIx, shift: ShiftIx, duty: Duty) -> Self {
        Self { member, shift, duty, pinned: false, origin: Origin::Plan, overrides: Overrides::NONE, reason: None }
    }
}

/// All assignments, found by shift and by member. A copy costs next to nothing: it shares what neither changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    pub(super) on_shift: Shared<Assignment>,
    of_member: Shared<ShiftIx>,
    len: usize,
}

impl Roster {
    /// An empty roster for so many shifts and members.
    pub fn new(shifts: usize, members: usize) -> Self {
        Self { on_shift: Shared::new(shifts), of_member: Shared::new(members), len: 0 }
    }

    /// The roster of all these, for so many shifts and members; of two of one member on one shift, the later counts.
    pub fn of_all(shifts: usize, members: usize, all: Vec<Assignment>) -> Self {
        let mut count = vec![0_u32; shifts];
        for each in &all {
            count[each.shift.ix()] += 1;
        }
        let mut on: Vec<Vec<Assignment>> = count.into_iter().map(|count| Vec::with_capacity(count as usize)).collect();
        for each in all {
            on[each.shift.ix()].push(each);
        }
        Self::of_lists(members, on)
    }

    /// The same of those on each shift, shift by shift.
    pub fn of_lists(members: usize, mut on: Vec<Vec<Assignment>>) -> Self {
        let (mut len, mut count) = (0, vec![0_u32; members]);
        for list in &mut on {
            // In the order told, the last of a member's first; the others go.
            list.reverse();
            list.sort_by_key(|each| each.member);
            list.dedup_by_key(|each| each.member);
            list.sort_unstable_by_key(|each| (each.duty, each.member));
            len += list.len();
            for each in list {
                count[each.member.ix()] += 1;
            }
        }
        let mut of: Vec<Vec<ShiftIx>> = count.into_iter().map(|count| Vec::with_capacity(count as usize)).collect();
        for each in on.iter().flatten() {
            of[each.member.ix()].push(each.shift);
        }
        Self { on_shift: Shared::of(on), of_member: Shared::of(of), len }
    }

    /// Takes up no room for what `other` holds too.
    pub fn share(&mut self, other: &Self) {
        self.on_shift.share(&other.on_shift);
        self.of_member.share(&other.of_member);
    }

    /// Those on a shift, in order of duty, then member index.
    pub fn on(&self, shift: ShiftIx) -> &[Assignment] {
        self.on_shift.at(shift.ix())
    }

    /// A member's shifts, in order.
    pub fn of(&self, member: MemberIx) -> &[ShiftIx] {
        self.of_member.at(member.ix())
    }

    /// The assignment of `member` to `shift`.
    pub fn get(&self, shift: ShiftIx, member: MemberIx) -> Option<&Assignment> {
        self.on_shift.at(shift.ix()).iter().find(|each| each.member == member)
    }

    /// Puts `assignment` in; one of the same member on the same shift is replaced and given back.
    pub fn put(&mut self, assignment: Assignment) -> Option<Assignment> {
        let before = self.take(assignment.shift, assignment.member);
        let key = (assignment.duty, assignment.member);
        let at = self.on(assignment.shift).partition_point(|each| (each.duty, each.member) < key);
        let of_at = self.of(assignment.member).partition_point(|shift| *shift < assignment.shift);
        self.of_member.insert(assignment.member.ix(), of_at, assignment.shift);
        self.on_shift.insert(assignment.shift.ix(), at, assignment);
        self.len += 1;
        before
    }

    /// Takes the assignment of `member` to `shift` out, when there is one.
    pub fn take(&mut self, shift: ShiftIx, member: MemberIx) -> Option<Assignment> {
        let at = self.on(shift).iter().position(|each| each.member == member)?;
        let taken = self.on_shift.remove(shift.ix(), at);
        if let Ok(of_at) = self.of(member).binary_search(&shift) {
            self.of_member.remove(member.ix(), of_at);
        }
        self.len -= 1;
        Some(taken)
    }

    /// Every assignment, in order of shift, duty, member.
    pub fn iter(&self) -> impl Iterator<Item = &Assignment> {
        self.on_shift.lists().flatten()
    }

    /// Number of assignments.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True when nobody is assigned.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(member: u32, shift: u32, duty: Duty) -> Assignment {
        Assignment::planned(MemberIx(member), ShiftIx(shift), duty)
    }

    #[test]
    fn both_directions_stay_in_step() {
        let mut roster = Roster::new(3, 3);
        roster.put(one(1, 2, Duty::Picket));
        roster.put(one(1, 0, Duty::Captain));
        roster.put(one(0, 2, Duty::Picket));
        assert_eq!(roster.of(MemberIx(1)), &[ShiftIx(0), ShiftIx(2)]);
        assert_eq!(roster.on(ShiftIx(2)).iter().map(|a| a.member.0).collect::<Vec<_>>(), [0, 1]);
        let before = roster.put(one(1, 2, Duty::Captain)).expect("was there");
        assert_eq!((before.duty, roster.len(), roster.on(ShiftIx(2))[0].member), (Duty::Picket, 3, MemberIx(1)));
        assert!(roster.take(ShiftIx(1), MemberIx(1)).is_none());
    }

    #[test]
    fn a_roster_made_at_once_is_one_made_step_by_step() {
        let all: Vec<Assignment> = (0..400)
            .map(|n: u32| {
                let duty = if n.is_multiple_of(5) { Duty::Captain } else { Duty::Picket };
                // Some members come twice on one shift, in another post.
                one(n * 7 % 90, n * 3 % 150, duty)
            })
            .collect();
        let mut slow = Roster::new(150, 90);
        for each in &all {
            slow.put(each.clone());
        }
        let mut quick = Roster::of_all(150, 90, all);
        assert_eq!((&quick, quick.len()), (&slow, slow.len()));
        quick.share(&slow);
        assert_eq!(quick, slow);
        quick.take(quick.on(ShiftIx(0))[0].shift, quick.on(ShiftIx(0))[0].member);
        assert_ne!(quick, slow, "sharing is no tie");
        assert_eq!(Roster::of_all(0, 0, Vec::new()), Roster::new(0, 0));
    }
}
