//! Availability (†): the whole shift lies in the time the member can come.

use super::ground::Ground;
use super::{Case, Refusal};
use crate::model::time::first_touch;
use crate::model::{MemberIx, ShiftIx};

/// Refuses when part of the shift lies outside the member's availability.
pub fn judge(case: &Case) -> Option<Refusal> {
    refuses(case.ground, case.member, case.shift)
}

/// The same, without a roster.
pub fn refuses(ground: &Ground, member: MemberIx, shift: ShiftIx) -> Option<Refusal> {
    let windows = ground.availability(member)?;
    let span = ground.shift(shift).span;
    (!windows.allow(span)).then(|| Refusal::Availability { shut: first_touch(&windows.shut, span) })
}
