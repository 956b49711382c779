//! Status: only active members are rostered.

use super::ground::Ground;
use super::{Case, Refusal};
use crate::model::MemberIx;
use crate::model::member::Status;

/// Refuses anyone who is not active.
pub fn judge(case: &Case) -> Option<Refusal> {
    refuses(case.ground, case.member)
}

/// The same, without a roster.
pub fn refuses(ground: &Ground, member: MemberIx) -> Option<Refusal> {
    let status = ground.strike.member(member).status;
    (status != Status::Active).then_some(Refusal::Status { status })
}
