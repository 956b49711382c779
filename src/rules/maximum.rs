//! Maximum: heads on a shift (court orders counted in), and holders of each of its posts.

use super::{Case, Refusal};
use crate::model::Duty;

/// Refuses when the shift, or the post, has all it may have.
pub fn judge(case: &Case) -> Option<Refusal> {
    let shift = case.the_shift();
    let others = || case.roster.on(case.shift).iter().filter(|each| each.member != case.member);
    if others().count() as u32 >= shift.maximum {
        return Some(Refusal::Maximum { at_most: shift.maximum });
    }
    let posts = shift.posts(case.duty)?;
    let held = others().filter(|each| each.duty == case.duty).count() as u32;
    (case.duty != Duty::Picket && held >= posts).then_some(Refusal::PostHeld { duty: case.duty, posts })
}
