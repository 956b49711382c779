//! Strike pay: from minutes on the line to cents, in whole numbers only.
//!
//! The order of the steps is the contract's, and it matters: each attendance is rounded down on its own, then the days are
//! capped, then the week is summed, and a fraction of a cent is dropped once, at the very end. Alternate duty
//! counts as time on the line; essential duty earns nothing here and is only told beside. What a member is owed under other
//! heads (hardship, children) is none of this module's business.

mod ledger;

pub use ledger::{Came, Choice, Ledger, Row, Signed, Stint, Week, ledger};

use crate::model::campaign::{PayBasis, StrikePay};
use crate::model::money::Cents;
use crate::model::time::week_of;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Days of full credit that earn a whole week's pay under `daily`.
const DAYS_OF_A_WEEK: i64 = 5;

/// The minutes credited on each day for these attendances (the day on which the shift starts, and minutes attended):
/// rounded down one by one, then capped by the day. `first_day` is the strike's; days before the first paid one earn
/// nothing.
pub fn credited(
    pay: &StrikePay,
    first_day: NaiveDate,
    attended: impl IntoIterator<Item = (NaiveDate, i64)>,
) -> BTreeMap<NaiveDate, i64> {
    let step = pay.rounding_minutes.max(1);
    let mut days = BTreeMap::new();
    for (date, minutes) in attended {
        if day_of_strike(first_day, date) >= i64::from(pay.first_paid_day) {
            *days.entry(date).or_default() += minutes.max(0) / step * step;
        }
    }
    for minutes in days.values_mut() {
        *minutes = pay.minutes_per_day.min(*minutes);
    }
    days
}

/// The number of a day of the strike: 1 is `first_day`.
fn day_of_strike(first_day: NaiveDate, date: NaiveDate) -> i64 {
    (date - first_day).num_days() + 1
}

/// The number of the strike week that holds `date`: 1 is the week of `first_day`.
pub fn strike_week(pay: &StrikePay, first_day: NaiveDate, date: NaiveDate) -> i64 {
    (week_of(date, pay.week_starts) - week_of(first_day, pay.week_starts)).num_days() / 7 + 1
}

/// Full strike pay in strike week `week`: the latest rate that holds by then; nothing before the first.
pub fn rate(pay: &StrikePay, week: i64) -> Cents {
    let holds = pay.rates.iter().filter(|rate| i64::from(rate.from_week) <= week);
    holds.max_by_key(|rate| rate.from_week).map_or(Cents(0), |rate| rate.per_week)
}

/// What a week earns at `rate`, given the minutes credited on each of its days (those with an attendance).
pub fn strike_pay(pay: &StrikePay, rate: Cents, days: impl IntoIterator<Item = i64>) -> Cents {
    let (mut credited, mut full_days) = (0, 0);
    for minutes in days {
        credited += minutes;
        full_days += i64::from(minutes >= pay.minutes_per_day);
    }
    match pay.basis {
        PayBasis::ProRata => part(rate, credited.min(pay.minutes_per_week), pay.minutes_per_week),
        PayBasis::Daily => part(rate, full_days.min(DAYS_OF_A_WEEK), DAYS_OF_A_WEEK),
        PayBasis::Weekly if credited >= pay.minutes_per_week => rate,
        PayBasis::Weekly => Cents(0),
    }
}

/// `rate` × `some` ÷ `of`, rounded down to the cent; all of it when nothing is asked.
fn part(rate: Cents, some: i64, of: i64) -> Cents {
    if of <= 0 {
        return rate;
    }
    let exact = i128::from(rate.0) * i128::from(some) / i128::from(of);
    // `some` is at most `of`, so the part is no more than the rate.
    Cents(i64::try_from(exact).unwrap_or(rate.0))
}

#[cfg(test)]
mod tests;
