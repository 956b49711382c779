//! Overlap: nobody stands in two places at once.

use super::{Case, Refusal};

/// Refuses when another of the member's shifts overlaps this one.
pub fn judge(case: &Case) -> Option<Refusal> {
    let span = case.the_shift().span;
    case.others().find(|(_, other)| other.span.overlaps(span)).map(|(other, _)| Refusal::Overlap { other })
}
