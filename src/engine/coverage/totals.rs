//! Sums over shifts. Shortfalls are added up shift by shift and never netted against surplus elsewhere.

use super::tally::{Heads, Status, Tally};
use crate::model::Shift;
use std::ops::{AddAssign, SubAssign};

/// How much of what was asked is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filled {
    /// What is there, never counted beyond what was asked of each shift (or member and week).
    pub filled: i64,
    /// What was asked.
    pub of: i64,
}

impl Filled {
    /// What is missing.
    pub fn missing(self) -> i64 {
        self.of - self.filled
    }

    fn capped(filled: u32, of: u32) -> Self {
        Self { filled: i64::from(filled.min(of)), of: i64::from(of) }
    }
}

/// The levels that `plan` reports, counted. Hours are in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levels {
    /// Captain posts.
    pub captain: Filled,
    /// Skill posts.
    pub skill: Filled,
    /// Heads up to minimum.
    pub minimum: Filled,
    /// Heads up to target.
    pub target: Filled,
    /// Minutes towards strike pay, over members and weeks.
    pub hours: Filled,
}

/// One way to count shifts: as planned, or without the members at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Heads.
    pub heads: i64,
    /// Shifts by status, in the order of [`Status::ALL`].
    pub statuses: [u32; 6],
    /// Captain posts.
    pub captain: Filled,
    /// Skill posts.
    pub skill: Filled,
    /// Heads up to minimum.
    pub minimum: Filled,
    /// Heads up to target.
    pub target: Filled,
}

impl Count {
    fn of(shift: &Shift, heads: Heads<'_>) -> Self {
        let mut count = Self {
            heads: i64::from(heads.heads),
            captain: Filled::capped(heads.captains, shift.captains),
            minimum: Filled::capped(heads.heads, shift.minimum),
            target: Filled::capped(heads.heads, shift.target),
            ..Self::default()
        };
        for ((_, posts), held) in shift.needs.iter().zip(heads.skills) {
            count.skill += Filled::capped(*held, *posts);
        }
        count.statuses[heads.status(shift) as usize] = 1;
        count
    }

    /// Shifts with this status.
    pub fn with(&self, status: Status) -> u32 {
        self.statuses[status as usize]
    }

    /// Shifts that are gaps.
    pub fn gaps(&self) -> u32 {
        Status::ALL.iter().filter(|status| status.is_gap()).map(|status| self.with(*status)).sum()
    }

    /// The worst status any of the shifts has; None: no shifts.
    pub fn worst_status(&self) -> Option<Status> {
        Status::ALL.into_iter().find(|status| self.with(*status) > 0)
    }
}

/// The sums of some shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Shifts.
    pub shifts: u32,
    /// Members standing on them, each as often as on a shift.
    pub assignments: u32,
    /// As planned.
    pub planned: Count,
    /// Without the members at risk.
    pub worst: Count,
}

impl Totals {
    /// What one shift adds.
    pub fn of(shift: &Shift, tally: &Tally) -> Self {
        Self {
            shifts: 1,
            assignments: tally.heads(),
            planned: Count::of(shift, tally.planned()),
            worst: Count::of(shift, tally.worst()),
        }
    }

    /// Shifts that are gaps, as planned.
    pub fn gaps(&self) -> u32 {
        self.planned.gaps()
    }
}

macro_rules! add_and_subtract {
    ($name:ident { $($field:ident),* } $(each $array:ident)?) => {
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                $(self.$field += other.$field;)*
                $(for (mine, theirs) in self.$array.iter_mut().zip(other.$array) { *mine += theirs; })?
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                $(self.$field -= other.$field;)*
                $(for (mine, theirs) in self.$array.iter_mut().zip(other.$array) { *mine -= theirs; })?
            }
        }
    };
}
add_and_subtract!(Filled { filled, of });
add_and_subtract!(Count { heads, captain, skill, minimum, target } each statuses);
add_and_subtract!(Totals { shifts, assignments, planned, worst });
