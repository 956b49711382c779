//! Restriction: what a member must not be asked to do, or needs at the site.

use super::ground::Ground;
use super::refusal::RestrictionCause;
use super::{Case, Refusal};
use crate::model::time::{Clock, local_span};
use crate::model::{MemberIx, Shift, ShiftIx};
use chrono::Days;

/// Local start of the night.
const NIGHT_FROM: Clock = Clock(22 * 60);
/// Local end of the night.
const NIGHT_TO: Clock = Clock(6 * 60);

/// Refuses when one of the member's restrictions is not met.
pub fn judge(case: &Case) -> Option<Refusal> {
    refuses(case.ground, case.member, case.shift)
}

/// The same, without a roster.
pub fn refuses(ground: &Ground, member: MemberIx, shift: ShiftIx) -> Option<Refusal> {
    let restrictions = ground.strike.member(member).restrictions;
    let shift = ground.shift(shift);
    let site = ground.strike.site(shift.site);
    let cause = if restrictions.no_line {
        Some(RestrictionCause::NoLine)
    } else if restrictions.no_nights && touches_night(ground, shift) {
        Some(RestrictionCause::Nights)
    } else {
        restrictions.amenities().find(|amenity| !site.offers(*amenity)).map(RestrictionCause::Amenity)
    };
    cause.map(|cause| Refusal::Restriction { cause })
}

/// True when part of the shift lies in 22:00–06:00 of the site's clock.
pub fn touches_night(ground: &Ground, shift: &Shift) -> bool {
    let zone = ground.strike.site(shift.site).zone;
    let first = shift.span.start.in_zone(zone).date_naive() - Days::new(1);
    let last = shift.span.end.in_zone(zone).date_naive();
    first
        .iter_days()
        .take_while(|date| *date <= last)
        .any(|date| local_span(date, NIGHT_FROM, NIGHT_TO, zone).overlaps(shift.span))
}
