//! A roster: who stands where, in which post, and who put them there.
//!
//! It keeps both directions (by shift, by member) in step and nothing else; whether an assignment is permitted is asked of
//! the rules before it comes here.

use super::index::{MemberIx, ShiftIx};
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
    /// Why they were set aside.
    pub reason: Option<String>,
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
    on_shift: Shared<Assignment>,
    of_member: Shared<ShiftIx>,
    len: usize,
}

/// Lists in chunks that copies share until one of them writes there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shared<T> {
    chunks: Vec<Arc<Vec<Vec<T>>>>,
}

/// Lists in a chunk: few enough that a first write copies little, many enough that a copy of all has little to count.
const CHUNK: usize = 64;

impl<T: Clone + Eq> Shared<T> {
    fn of(lists: Vec<Vec<T>>) -> Self {
        let mut lists = lists.into_iter().peekable();
        let mut chunks = Vec::with_capacity(lists.len().div_ceil(CHUNK));
        while lists.peek().is_some() {
            chunks.push(Arc::new(lists.by_ref().take(CHUNK).collect()));
        }
        Self { chunks }
    }

    /// Takes the chunks of `other` that hold the same as one's own.
    fn share(&mut self, other: &Self) {
        for (mine, theirs) in self.chunks.iter_mut().zip(&other.chunks) {
            if mine == theirs {
                *mine = Arc::clone(theirs);
            }
        }
    }

    fn new(len: usize) -> Self {
        let chunk = |first: usize| Arc::new(vec![Vec::new(); CHUNK.min(len - first)]);
        Self { chunks: (0..len).step_by(CHUNK).map(chunk).collect() }
    }

    fn at(&self, ix: usize) -> &[T] {
        &self.chunks[ix / CHUNK][ix % CHUNK]
    }

    fn at_mut(&mut self, ix: usize) -> &mut Vec<T> {
        &mut Arc::make_mut(&mut self.chunks[ix / CHUNK])[ix % CHUNK]
    }

    fn lists(&self) -> impl Iterator<Item = &[T]> {
        self.chunks.iter().flat_map(|chunk| chunk.iter().map(Vec::as_slice))
    }

    /// The lists of both, side by side, where they differ.
    fn beside<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a [T], &'a [T])> {
        let chunks = self.chunks.iter().zip(&other.chunks).filter(|(a, b)| !Arc::ptr_eq(a, b));
        let lists = chunks.flat_map(|(a, b)| a.iter().zip(b.iter()));
        lists.filter(|(a, b)| a != b).map(|(a, b)| (a.as_slice(), b.as_slice()))
    }
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
        let on = self.on_shift.at_mut(assignment.shift.ix());
        let key = (assignment.duty, assignment.member);
        let at = on.partition_point(|each| (each.duty, each.member) < key);
        let of = self.of_member.at_mut(assignment.member.ix());
        let of_at = of.partition_point(|shift| *shift < assignment.shift);
        of.insert(of_at, assignment.shift);
        on.insert(at, assignment);
        self.len += 1;
        before
    }

    /// Takes the assignment of `member` to `shift` out, when there is one.
    pub fn take(&mut self, shift: ShiftIx, member: MemberIx) -> Option<Assignment> {
        let at = self.on_shift.at(shift.ix()).iter().position(|each| each.member == member)?;
        let taken = self.on_shift.at_mut(shift.ix()).remove(at);
        self.of_member.at_mut(member.ix()).retain(|each| *each != shift);
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

/// One change to a roster: what stood before and what stands after, of the same member on the same shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Someone came.
    Added(Assignment),
    /// Someone went.
    Removed(Assignment),
    /// Another duty, pin, origin or reason.
    Altered {
        /// As it was.
        before: Assignment,
        /// As it is.
        after: Assignment,
    },
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Added(after) => Self::Removed(after.clone()),
            Self::Removed(before) => Self::Added(before.clone()),
            Self::Altered { before, after } => Self::Altered { before: after.clone(), after: before.clone() },
        }
    }

    /// The shift it touches.
    pub fn shift(&self) -> ShiftIx {
        self.any().shift
    }

    /// The member it touches.
    pub fn member(&self) -> MemberIx {
        self.any().member
    }

    fn any(&self) -> &Assignment {
        match self {
            Self::Added(each) | Self::Removed(each) | Self::Altered { after: each, .. } => each,
        }
    }
}

impl Roster {
    /// Carries `change` out.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Added(after) | Change::Altered { after, .. } => {
                self.put(after.clone());
            }
            Change::Removed(before) => {
                self.take(before.shift, before.member);
            }
        }
    }

    /// What turns this roster into `after`, in order of shift, then member.
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (before_on, after_on) in self.on_shift.beside(&after.on_shift) {
            let sorted = |on: &[Assignment]| {
                let mut on = on.to_vec();
                on.sort_unstable_by_key(|each| each.member);
                on
            };
            let (old, new) = (sorted(before_on), sorted(after_on));
            let (mut a, mut b) = (old.into_iter().peekable(), new.into_iter().peekable());
            loop {
                match (a.peek(), b.peek()) {
                    (None, None) => break,
                    (Some(x), Some(y)) if x.member == y.member => {
                        if let (Some(before), Some(after)) = (a.next(), b.next())
                            && before != after
                        {
                            changes.push(Change::Altered { before, after });
                        }
                    }
                    (Some(x), Some(y)) if x.member < y.member => changes.extend(a.next().map(Change::Removed)),
                    (Some(_), None) => changes.extend(a.next().map(Change::Removed)),
                    _ => changes.extend(b.next().map(Change::Added)),
                }
            }
        }
        changes
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

    #[test]
    fn changes_lead_from_one_roster_to_the_other_and_back() {
        let mut old = Roster::new(2, 4);
        let mut new = Roster::new(2, 4);
        for each in [one(0, 0, Duty::Picket), one(1, 0, Duty::Picket), one(3, 1, Duty::Captain)] {
            old.put(each);
        }
        for each in [one(1, 0, Duty::Captain), one(2, 0, Duty::Picket), one(3, 1, Duty::Captain)] {
            new.put(each);
        }
        let changes = old.changes_to(&new);
        assert_eq!(changes.len(), 3);
        let mut walked = old.clone();
        for change in &changes {
            walked.apply(change);
        }
        assert_eq!(walked, new);
        for change in changes.iter().rev() {
            walked.apply(&change.inverse());
        }
        assert_eq!(walked, old);
    }
}
