//! When the strike becomes lawful.
//!
//! No-board report + 17 days at 00:01 (Labour Relations Act, 1995, s. 79 as applied; the pairs the contract lists are tests
//! here); under the school boards' and colleges' acts also five days' notice; under the Crown employees' act not before the
//! essential services agreement. An instant agreed otherwise overrides the arithmetic.

use crate::model::campaign::Statute;
use crate::model::time::Clock;
use crate::model::{Instant, Strike};
use chrono::{Days, NaiveDate};

/// Days from the mailing of the no-board report.
pub const NO_BOARD_DAYS: u64 = 17;
/// Days from the service of notice.
pub const NOTICE_DAYS: u64 = 5;

/// What a lawful instant rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// No-board report mailed on this day.
    NoBoard(NaiveDate),
    /// Notice served on this day.
    Notice(NaiveDate),
    /// Essential services agreement signed on this day.
    Agreement(NaiveDate),
    /// Agreed otherwise, for this reason.
    Agreed(String),
}

/// The lawful instant and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lawful {
    /// From then on the strike is lawful.
    pub at: Instant,
    /// Every ground with the instant it gives, in the order of the law's steps; the latest decides.
    pub grounds: Vec<(Ground, Instant)>,
}

/// The lawful instant; None when nothing in the file sets one.
pub fn lawful(strike: &Strike) -> Option<Lawful> {
    let legal = strike.legal.as_ref()?;
    if let Some((at, reason)) = &legal.lawful_from {
        return Some(Lawful { at: *at, grounds: vec![(Ground::Agreed(reason.clone()), *at)] });
    }
    let grounds = arithmetic(strike);
    let at = grounds.iter().map(|(_, at)| *at).max()?;
    Some(Lawful { at, grounds })
}

/// What the dates in the file come to by the law alone, whatever was agreed otherwise: every ground with the instant it
/// gives.
pub fn arithmetic(strike: &Strike) -> Vec<(Ground, Instant)> {
    let Some(legal) = strike.legal.as_ref() else { return Vec::new() };
    let zone = strike.campaign.zone;
    let minute_past = |date: NaiveDate, days| Clock(1).on(date + Days::new(days), zone);
    let mut grounds = Vec::new();
    if let Some(mailed) = legal.no_board_mailed {
        grounds.push((Ground::NoBoard(mailed), minute_past(mailed, NO_BOARD_DAYS)));
    }
    let statute = strike.campaign.statute;
    if let (Statute::Sbcba | Statute::Ccba, Some(served)) = (statute, legal.notice_served) {
        grounds.push((Ground::Notice(served), minute_past(served, NOTICE_DAYS)));
    }
    if let (Statute::Cecba, Some(signed)) = (statute, legal.essential_agreement_signed) {
        grounds.push((Ground::Agreement(signed), Clock(0).on(signed, zone)));
    }
    grounds
}
