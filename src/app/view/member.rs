//! One person's weeks: essential duty, shifts, hours.

use super::list::List;
use crate::model::essential::Bond;
use crate::model::{Assignment, DesignationIx, Instant, MemberIx, Roster, ShiftIx, Span};
use crate::rules::Ground;
use chrono::{Days, NaiveDate};

/// The state of a member's page.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub member: MemberIx,
    /// The cursor among the member's shifts.
    pub list: List,
}

impl Person {
    /// The page of `member`.
    pub fn new(member: MemberIx) -> Self {
        Self { member, list: List::default() }
    }

    /// The shift the cursor is on.
    pub fn shift(&self, roster: &Roster) -> Option<ShiftIx> {
        let shifts = roster.of(self.member);
        shifts.get(self.list.at(shifts.len())).copied()
    }

    /// The assignment the cursor is on.
    pub fn assignment<'a>(&self, roster: &'a Roster) -> Option<&'a Assignment> {
        roster.get(self.shift(roster)?, self.member)
    }
}

/// What a stretch of a day holds, for the strip that pictures it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// Nothing.
    Free,
    /// The member can't come.
    Away,
    /// Essential duty.
    Essential,
    /// A shift on a line.
    Line,
}

/// The designations of a member, in the order of the file.
pub fn designations(ground: &Ground, member: MemberIx) -> impl Iterator<Item = DesignationIx> {
    let all = ground.strike.agreement.designations.iter().enumerate();
    all.filter(move |(_, each)| each.member == member).map(|(ix, _)| DesignationIx::new(ix))
}

/// A day in the strike's zone, cut into so many stretches: what holds the member in each, the strongest first.
pub fn strip(ground: &Ground, roster: &Roster, member: MemberIx, date: NaiveDate, parts: usize) -> Vec<Hold> {
    let zone = ground.strike.campaign.zone;
    let midnight = crate::model::time::Clock(0);
    let (start, end) = (midnight.on(date, zone), midnight.on(date + Days::new(1), zone));
    let length = end.0 - start.0;
    let windows = ground.availability(member);
    (0..parts as i64)
        .map(|part| {
            let at = |n: i64| Instant(start.0 + length * n / parts as i64);
            let span = Span::new(at(part), at(part + 1));
            if roster.of(member).iter().any(|shift| ground.shift(*shift).span.overlaps(span)) {
                Hold::Line
            } else if on_duty(ground, member, span) {
                Hold::Essential
            } else if windows.is_some_and(|windows| !windows.allow(span)) {
                Hold::Away
            } else {
                Hold::Free
            }
        })
        .collect()
}

fn on_duty(ground: &Ground, member: MemberIx, span: Span) -> bool {
    ground.bonds(member).iter().any(|designation| match &ground.strike.agreement.designations[designation.ix()].bond {
        Bond::FullTime(hours) | Bond::PartTime(hours) => {
            hours.open.as_deref().is_some_and(|open| crate::model::time::touches(open, span))
        }
        Bond::Pool | Bond::Alternate | Bond::OnCall => false,
    })
}
