//! What turns one roster into another, one member on one shift at a time.

use super::index::{MemberIx, ShiftIx};
use super::roster::{Assignment, Roster};

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
    /// What turns the one into the other; None: nothing has to.
    fn between(before: Option<&Assignment>, after: Option<&Assignment>) -> Option<Self> {
        match (before.cloned(), after.cloned()) {
            (None, None) => None,
            (None, Some(after)) => Some(Self::Added(after)),
            (Some(before), None) => Some(Self::Removed(before)),
            (Some(before), Some(after)) => (before != after).then_some(Self::Altered { before, after }),
        }
    }

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
        self.beside(after, |before, after| changes.extend(Change::between(before, after)));
        changes
    }

    /// Where they are, and no more: a plan from scratch makes hundreds of thousands, and few of them are looked at.
    pub fn changed_in(&self, after: &Self) -> Vec<(ShiftIx, MemberIx)> {
        let mut places = Vec::new();
        self.beside(after, |before, after| places.extend(before.or(after).map(|each| (each.shift, each.member))));
        places
    }

    /// What turns this roster into `after` at one of these places.
    pub fn change_at(&self, after: &Self, (shift, member): (ShiftIx, MemberIx)) -> Option<Change> {
        Change::between(self.get(shift, member), after.get(shift, member))
    }

    /// Takes what stands here and what stands in `after`, wherever that differs, in order of shift, then member.
    fn beside<'a>(&'a self, after: &'a Self, mut take: impl FnMut(Option<&'a Assignment>, Option<&'a Assignment>)) {
        for (before_on, after_on) in self.on_shift.beside(&after.on_shift) {
            let sorted = |on: &'a [Assignment]| {
                let mut on: Vec<&Assignment> = on.iter().collect();
                on.sort_unstable_by_key(|each| each.member);
                on.into_iter().peekable()
            };
            let (mut a, mut b) = (sorted(before_on), sorted(after_on));
            loop {
                match (a.peek(), b.peek()) {
                    (None, None) => break,
                    (Some(x), Some(y)) if x.member == y.member => {
                        if x != y {
                            take(Some(x), Some(y));
                        }
                        a.next();
                        b.next();
                    }
                    (Some(x), Some(y)) if x.member < y.member => take(a.next(), None),
                    (Some(_), None) => take(a.next(), None),
                    _ => take(None, b.next()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Duty;

    fn one(member: u32, shift: u32, duty: Duty) -> Assignment {
        Assignment::planned(MemberIx(member), ShiftIx(shift), duty)
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
        let at = |place| old.change_at(&new, place);
        assert_eq!(old.changed_in(&new).into_iter().filter_map(at).collect::<Vec<_>>(), changes);
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
