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
