//! Daily: so many shifts in one local calendar day, by the day each starts.

use super::{Case, Refusal};

/// Refuses when the member already stands on as many shifts that day as one may.
pub fn judge(case: &Case) -> Option<Refusal> {
    let at_most = case.ground.strike.rules.shifts_per_day;
    let date = case.the_shift().date;
    let mut same_day = case.others().filter(|(_, other)| other.date == date);
    let first = same_day.next();
    let count = first.map_or(0, |_| 1 + same_day.count() as u32);
    match first {
        Some((other, _)) if count >= at_most => Some(Refusal::Daily { other, at_most }),
        // With no shift allowed in a day there is no other to name: the shift itself is the one too many.
        None if at_most == 0 => Some(Refusal::Daily { other: case.shift, at_most }),
        _ => None,
    }
}
