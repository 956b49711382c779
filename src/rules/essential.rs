//! Essential: full-time and part-time designated members stay clear of the line around their duty.

use super::ground::Ground;
use super::{Case, Refusal};
use crate::model::essential::Bond;
use crate::model::time::first_touch;
use crate::model::{DesignationIx, MemberIx, ShiftIx, Span};

/// Refuses when the shift, with the buffer on both sides, runs into the member's duty.
pub fn judge(case: &Case) -> Option<Refusal> {
    refuses(case.ground, case.member, case.shift)
}

/// The same, without a roster: it does not depend on one.
pub fn refuses(ground: &Ground, member: MemberIx, shift: ShiftIx) -> Option<Refusal> {
    let &first = ground.bonds(member).first()?;
    let rules = &ground.strike.rules;
    if !rules.essential_may_picket_off_duty {
        return Some(Refusal::Essential { designation: first, duty: None });
    }
    let first = duties(ground, member, shift).next();
    first.map(|(designation, duty)| Refusal::Essential { designation, duty: Some(duty) })
}

/// Every duty of the member's that the shift, with the buffer, runs into: the first of each designation.
pub fn duties(ground: &Ground, member: MemberIx, shift: ShiftIx) -> impl Iterator<Item = (DesignationIx, Span)> {
    let span = ground.shift(shift).span.widened(ground.strike.rules.essential_buffer_minutes);
    ground.bonds(member).iter().filter_map(move |&designation| {
        let hours = match &ground.strike.agreement.designations[designation.ix()].bond {
            Bond::FullTime(hours) | Bond::PartTime(hours) => hours.open.as_deref()?,
            Bond::Pool | Bond::Alternate | Bond::OnCall => return None,
        };
        first_touch(hours, span).map(|duty| (designation, duty))
    })
}
