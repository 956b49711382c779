//! By hand, and against a calculation in plain fractions that shares nothing with the one it checks.

use super::*;
use crate::model::campaign::Rate;
use chrono::{Datelike, Days, Weekday};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn with_rates(rates: &[(u32, i64)]) -> StrikePay {
    let rates =
        rates.iter().map(|(from_week, cents)| Rate { from_week: *from_week, per_week: Cents(*cents) }).collect();
    StrikePay { rates, ..StrikePay::default() }
}

/// Pay of one week of attendances on the days from Monday 2026-12-07 on.
fn week(pay: &StrikePay, minutes: &[(u64, i64)]) -> (i64, String) {
    let monday = date("2026-12-07");
    let days = credited(pay, monday, minutes.iter().map(|(day, minutes)| (monday + Days::new(*day), *minutes)));
    let sum = days.values().sum();
    (sum, strike_pay(pay, rate(pay, 1), days.into_values()).to_string())
}

#[test]
fn the_contract_s_own_numbers() {
    let pay = with_rates(&[(1, 45_000), (4, 55_000)]);
    // 1175 minutes on the line: one day's last quarter of an hour is beyond the day's cap, another's last twenty minutes are
    // no half hour. 1140 of 1200 minutes at 450.00.
    let attended = [(0, 255), (1, 240), (2, 240), (3, 230), (4, 210)];
    assert_eq!(attended.iter().map(|(_, minutes)| minutes).sum::<i64>(), 1175);
    assert_eq!(week(&pay, &attended), (1140, "427.50".into()));
    assert_eq!(strike_pay(&pay, Cents(45_000), [240, 240, 240, 240, 180]), Cents(42_750));
}

#[test]
fn each_attendance_is_rounded_before_the_day_is_capped() {
    let pay = with_rates(&[(1, 45_000)]);
    assert_eq!(week(&pay, &[(0, 119), (0, 119)]).0, 180, "two times 90, not 238 rounded to 210");
    assert_eq!(week(&pay, &[(0, 239), (0, 29)]).0, 210);
    assert_eq!(week(&pay, &[(0, 200), (0, 200)]).0, 240, "capped by the day");
    assert_eq!(week(&pay, &[(0, 0)]), (0, "0.00".into()));
    assert_eq!(week(&pay, &[(0, 480), (1, 480), (2, 480), (3, 480), (4, 480), (5, 480)]), (1440, "450.00".into()));
}

#[test]
fn the_first_paid_day_counts_from_the_first_day_of_the_strike() {
    let pay = StrikePay { first_paid_day: 3, ..with_rates(&[(1, 45_000)]) };
    assert_eq!(week(&pay, &[(0, 240), (1, 240)]), (0, "0.00".into()));
    assert_eq!(week(&pay, &[(0, 240), (1, 240), (2, 240)]), (240, "90.00".into()));
}

#[test]
fn a_fraction_of_a_cent_is_dropped_once_at_the_end() {
    let third = StrikePay { minutes_per_week: 900, ..with_rates(&[(1, 10_000)]) };
    assert_eq!(week(&third, &[(0, 90)]).1, "10.00");
    assert_eq!(week(&third, &[(0, 60)]).1, "6.66");
    assert_eq!(week(&third, &[(0, 30), (1, 30)]).1, "6.66", "not twice 3.33 and not 6.67");
    let daily = StrikePay { basis: PayBasis::Daily, ..with_rates(&[(1, 45_004)]) };
    assert_eq!(week(&daily, &[(0, 240), (1, 240)]).1, "180.01", "two fifths of 450.04 are 180.016");
    assert_eq!(week(&daily, &[(0, 240), (1, 240), (2, 240), (3, 240), (4, 240), (5, 240)]).1, "450.04");
    assert_eq!(week(&daily, &[(0, 239), (1, 240)]).1, "90.00", "a day without its full hours earns nothing");
}

#[test]
fn weekly_pay_is_all_or_nothing() {
    let pay = StrikePay { basis: PayBasis::Weekly, ..with_rates(&[(1, 45_000)]) };
    assert_eq!(week(&pay, &[(0, 240), (1, 240), (2, 240), (3, 240), (4, 239)]).1, "0.00");
    assert_eq!(week(&pay, &[(0, 240), (1, 240), (2, 240), (3, 240), (4, 240)]).1, "450.00");
}

#[test]
fn rates_hold_from_their_week_on() {
    let pay = with_rates(&[(2, 45_000), (4, 55_000)]);
    let rates: Vec<i64> = (1..=5).map(|week| rate(&pay, week).0).collect();
    assert_eq!(rates, [0, 45_000, 45_000, 55_000, 55_000]);
    assert_eq!(rate(&with_rates(&[]), 9), Cents(0));
    // The strike begins on a Wednesday: week 1 is the short one.
    let weeks = |day: &str| strike_week(&pay, date("2026-12-09"), date(day));
    assert_eq!([weeks("2026-12-09"), weeks("2026-12-13"), weeks("2026-12-14"), weeks("2026-12-28")], [1, 1, 2, 4]);
    let sunday = StrikePay { week_starts: Weekday::Sun, ..pay };
    assert_eq!(strike_week(&sunday, date("2026-12-09"), date("2026-12-13")), 2);
}

/// A fraction in lowest terms is not needed: numerators and denominators stay small enough.
#[derive(Clone, Copy)]
struct Fraction(i128, i128);

/// The same from the contract's sentences, day by day, in fractions.
fn in_fractions(
    pay: &StrikePay,
    first_day: NaiveDate,
    week_start: NaiveDate,
    attended: &[(NaiveDate, i64)],
) -> (i64, i64) {
    let mut credited_in_all = 0;
    let mut full_days = 0;
    for offset in 0..7 {
        let day = week_start + Days::new(offset);
        let number_of_day = i64::from(day.num_days_from_ce()) - i64::from(first_day.num_days_from_ce()) + 1;
        let mut of_day = 0;
        let mut any = false;
        for (_, minutes) in attended.iter().filter(|(date, _)| *date == day) {
            any = true;
            of_day += minutes - minutes % pay.rounding_minutes;
        }
        if of_day > pay.minutes_per_day {
            of_day = pay.minutes_per_day;
        }
        if number_of_day < i64::from(pay.first_paid_day) {
            continue;
        }
        credited_in_all += of_day;
        if any && of_day == pay.minutes_per_day {
            full_days += 1;
        }
    }
    let mut first_week = first_day;
    while first_week.weekday() != pay.week_starts {
        first_week = first_week.pred_opt().expect("a day before");
    }
    let mut number_of_week = 1;
    let mut week = first_week;
    while week < week_start {
        week = week + Days::new(7);
        number_of_week += 1;
    }
    let mut rate = 0;
    for each in &pay.rates {
        if each.from_week <= number_of_week {
            rate = each.per_week.0;
        }
    }
    let Fraction(above, below) = match pay.basis {
        PayBasis::ProRata if credited_in_all > pay.minutes_per_week => Fraction(1, 1),
        PayBasis::ProRata => Fraction(i128::from(credited_in_all), i128::from(pay.minutes_per_week)),
        PayBasis::Daily => Fraction(if full_days > 5 { 5 } else { full_days }, 5),
        PayBasis::Weekly => Fraction(i128::from(credited_in_all >= pay.minutes_per_week), 1),
    };
    let cents = (i128::from(rate) * above).div_euclid(below);
    (credited_in_all, i64::try_from(cents).expect("small"))
}

prop_compose! {
    fn rules()(
        week in 1_i64..=2400, day in 1_i64..=600, rounding in 1_i64..=90, first_paid_day in 1_u32..=10,
        starts in 0_u8..7, basis in 0_usize..3, first in 1_u32..=2, later in 1_u32..=4, rate in 0_i64..=200_000, raise in 0_i64..=50_000,
    ) -> StrikePay {
        StrikePay {
            minutes_per_week: week,
            minutes_per_day: day,
            week_starts: Weekday::try_from(starts).expect("a day"),
            rounding_minutes: rounding,
            first_paid_day,
            basis: [PayBasis::ProRata, PayBasis::Daily, PayBasis::Weekly][basis],
            rates: vec![
                Rate { from_week: first, per_week: Cents(rate) },
                Rate { from_week: first + later, per_week: Cents(rate + raise) },
            ],
        }
    }
}

proptest! {
    #[test]
    fn pay_agrees_with_fractions(
        pay in rules(),
        first in 0_u64..30,
        attended in prop::collection::vec((0_u64..28, 0_i64..700), 0..40),
    ) {
        let first_day = date("2026-10-20") + Days::new(first);
        let attended: Vec<(NaiveDate, i64)> =
            attended.into_iter().map(|(day, minutes)| (first_day + Days::new(day), minutes)).collect();
        let mut start = week_of(first_day, pay.week_starts);
        for number in 1..=5 {
            let end = start + Days::new(7);
            let of_week: Vec<_> = attended.iter().copied().filter(|(day, _)| start <= *day && *day < end).collect();
            prop_assert_eq!(strike_week(&pay, first_day, start), number);
            let days = credited(&pay, first_day, of_week.iter().copied());
            let sum: i64 = days.values().sum();
            let cents = strike_pay(&pay, rate(&pay, number), days.into_values());
            prop_assert_eq!((sum, cents.0), in_fractions(&pay, first_day, start, &of_week));
            start = end;
        }
    }
}
