//! Weekly: so many rostered hours in one week, by the day each shift starts.

use super::{Case, Refusal};

/// Refuses when this shift would take the member's week over the hours one may stand.
pub fn judge(case: &Case) -> Option<Refusal> {
    let at_most = case.ground.strike.rules.minutes_per_week;
    let shift = case.the_shift();
    let rostered: i64 =
        case.others().filter(|(_, other)| other.week == shift.week).map(|(_, other)| other.minutes()).sum();
    let more = shift.minutes();
    (rostered + more > at_most).then_some(Refusal::Weekly { rostered, more, at_most })
}
