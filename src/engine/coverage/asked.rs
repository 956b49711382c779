//! How many hours are asked: a full week of strike duty for every member and week with a shift open to the member.

use crate::model::MemberIx;
use crate::model::ShiftIx;
use crate::rules::{Ground, barred};

/// Minutes asked over the whole strike.
pub(super) fn minutes_asked(ground: &Ground) -> i64 {
    let members = ground.strike.member_indices();
    members.map(|member| weeks_open(ground, member) as i64).sum::<i64>() * ground.strike.pay.minutes_per_week
}

/// In how many weeks some shift is open to `member`.
fn weeks_open(ground: &Ground, member: MemberIx) -> usize {
    let mut open = vec![false; ground.timetable.weeks.len()];
    for (ix, shift) in ground.timetable.shifts.iter().enumerate() {
        if !open[usize::from(shift.week)] && barred(ground, member, ShiftIx::new(ix)).is_none() {
            open[usize::from(shift.week)] = true;
        }
    }
    open.iter().filter(|open| **open).count()
}
