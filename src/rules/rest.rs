//! Rest (†): time to go home and sleep between one shift and the next.

use super::{Case, Refusal};
use crate::model::Span;

/// Refuses when another shift ends too shortly before this one, or starts too shortly after it.
pub fn judge(case: &Case) -> Option<Refusal> {
    let at_least = case.ground.strike.rules.min_rest_minutes;
    let span = case.the_shift().span;
    case.others().find_map(|(other, shift)| {
        let minutes = minutes_between(span, shift.span)?;
        (minutes < at_least).then_some(Refusal::Rest { other, minutes, at_least })
    })
}

/// Elapsed minutes between two spans; None when they overlap.
pub fn minutes_between(a: Span, b: Span) -> Option<i64> {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    (first.end <= second.start).then(|| second.start.minutes_since(first.end))
}
