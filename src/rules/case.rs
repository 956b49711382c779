//! The case put before a rule: may this member stand on this shift, in this post, with the roster as it is?

use super::ground::Ground;
use crate::model::{Duty, MemberIx, Roster, Shift, ShiftIx};

/// A member, a shift, a post, and the roster without that member on that shift.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What does not change.
    pub ground: &'a Ground,
    /// Who stands where. The member's own place on this very shift, if any, is left out by every rule.
    pub roster: &'a Roster,
    /// Who.
    pub member: MemberIx,
    /// Where and when.
    pub shift: ShiftIx,
    /// In which post.
    pub duty: Duty,
}

impl<'a> Case<'a> {
    /// The shift in question.
    pub fn the_shift(&self) -> &'a Shift {
        self.ground.shift(self.shift)
    }

    /// The member's other shifts.
    pub fn others(&self) -> impl Iterator<Item = (ShiftIx, &'a Shift)> {
        let (ground, this) = (self.ground, self.shift);
        self.roster.of(self.member).iter().filter(move |ix| **ix != this).map(move |ix| (*ix, ground.shift(*ix)))
    }
}
