//! What the second opinion reads from the files, against values worked out by
//! hand from the contract and the calendar.

#![allow(clippy::unwrap_used, missing_docs)]

mod truth;

use chrono::NaiveDate;
use chrono_tz::America::{Toronto, Winnipeg};
use truth::rules::{self, great_circle};
use truth::strike::Strike;
use truth::time::{self, covered, item, items, overlap, spans};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn utc(text: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp()
}

#[test]
fn a_missing_local_time_moves_forward_and_of_two_the_first_is_meant() {
    let at = |date, minutes| time::at(Toronto, day(date), minutes);
    assert_eq!(at("2026-03-08", 150), utc("2026-03-08T03:00:00-04:00"));
    assert_eq!(at("2026-03-08", 120), utc("2026-03-08T03:00:00-04:00"));
    assert_eq!(at("2026-03-08", 180), utc("2026-03-08T03:00:00-04:00"));
    assert_eq!(at("2026-11-01", 90), utc("2026-11-01T01:30:00-04:00"));
    assert_eq!(at("2026-11-01", 120), utc("2026-11-01T02:00:00-05:00"));
    // From ten to two in that night is five hours.
    assert_eq!(at("2026-11-01", 120) - at("2026-10-31", 22 * 60), 5 * 3600);
    assert_eq!(time::at(Winnipeg, day("2026-12-07"), 450), utc("2026-12-07T07:30:00-06:00"));
}

#[test]
fn availability_is_read_as_the_contract_says() {
    // Monday, 7 December 2026, in the morning and at night.
    let span = |from: &str, to: &str| (utc(from), utc(to));
    let morning = span("2026-12-07T07:30:00-05:00", "2026-12-07T11:30:00-05:00");
    let night = span("2026-12-07T22:00:00-05:00", "2026-12-08T02:00:00-05:00");
    for (text, am, late) in [
        ("", true, true),
        ("mon", true, false),
        ("mon; tue", true, true),
        ("mon,tue", true, true),
        ("sun-thu", true, true),
        ("SAT-MON", true, false),
        ("tue-sun", false, false),
        ("mon 07:30-11:30", true, false),
        ("mon 07:31-11:30", false, false),
        ("mon 07:30-11:29", false, false),
        ("mon 07:30-09:00; 09:00-12:00", true, false),
        ("mon 07:30-09:00; 09:01-12:00", false, false),
        ("mon 22:00-02:00", false, true),
        ("22:00-24:00; 00:00-02:00", false, true),
        ("2026-12-07", true, false),
        ("2026-12-07..2026-12-08", true, true),
        ("2026-12-08..2026-12-09", false, false),
        ("not mon", false, false),
        ("not tue", true, false),
        ("not 11:30-22:00", true, true),
        ("not sun 20:00-07:31", false, true),
        ("not sun 20:00-07:30", true, true),
        ("mon-fri 07:00-19:00; not 2026-12-07", false, false),
        ("not 2026-12-07 11:29-11:30", false, true),
    ] {
        let list = items(text);
        for (span, wanted) in [(morning, am), (night, late)] {
            let (no, yes): (Vec<_>, Vec<_>) = list.iter().cloned().partition(|i| i.not);
            let inside = yes.is_empty() || covered(span, &spans(&yes, Toronto, span));
            let off = spans(&no, Toronto, span).iter().any(|off| overlap(*off, span));
            assert_eq!(inside && !off, wanted, "{text:?} {span:?}");
        }
    }
    assert!(item("not").not);
}

#[test]
fn distance_is_by_great_circle() {
    // A degree of a meridian, and Toronto to London as the tables have it.
    assert!((great_circle((43.0, -81.0), (44.0, -81.0)) - 111.195).abs() < 0.001);
    assert!((great_circle((43.6532, -79.3832), (42.9849, -81.2453)) - 168.5).abs() < 1.0);
    assert!(great_circle((43.0, -81.0), (43.0, -81.0)) < 1e-9);
}

/// A strike of one site with two members, from the text of strike.toml.
fn strike(text: &str) -> Strike {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("strike.toml"), text).unwrap();
    let site = "[[site]]\nid = \"a\"\nname = \"A\"\nregion = 1\n";
    std::fs::write(dir.path().join("sites.toml"), site).unwrap();
    let members = "\u{feff}Name,ID,home_site\r\n\"Tremblay, Anne\",108-0042,a\r\nB,2,\r\n";
    std::fs::write(dir.path().join("members.csv"), members).unwrap();
    Strike::read(dir.path())
}

/// The first and the number of the shifts of a strike that lasts a week from
/// `first`, on shifts that start at midnight and a minute later.
fn shifts(first: &str, statute: &str, rest: &str) -> (String, usize) {
    let text = format!(
        "[strike]\nname = \"S\"\nstatute = \"{statute}\"\nfirst_day = {first}\ndays = 7\n{rest}\n\
         [[shift]]\nid = \"zero\"\nstart = \"00:00\"\nend = \"00:30\"\n\
         [[shift]]\nid = \"one\"\nstart = \"00:01\"\nend = \"00:30\"\n\
         [[shift]]\nid = \"info\"\nstart = \"12:00\"\nend = \"13:00\"\ninformation = true\n"
    );
    let strike = strike(&text);
    (strike.shifts[0].id.clone(), strike.shifts.len())
}

#[test]
fn the_lawful_instant_is_counted_in_days_at_a_minute_past_midnight() {
    for (mailed, lawful) in [
        ("2018-02-11", "2018-02-28"),
        ("2022-10-17", "2022-11-03"),
        ("2019-09-06", "2019-09-23"),
        ("2015-12-24", "2016-01-10"),
    ] {
        let eve = day(lawful).pred_opt().unwrap().to_string();
        let legal = format!("[legal]\nno_board_mailed = {mailed}\n");
        // Of seven days the first is too early, and the second's midnight too.
        assert_eq!(shifts(&eve, "lra", &legal), (format!("a/main/{lawful}/one"), 11));
    }
    for (served, lawful) in [("2022-10-30", "2022-11-04"), ("2020-01-26", "2020-01-31")] {
        let eve = day(lawful).pred_opt().unwrap().to_string();
        let legal = format!("[legal]\nno_board_mailed = 2015-01-01\nnotice_served = {served}\n");
        assert_eq!(shifts(&eve, "ccba", &legal), (format!("a/main/{lawful}/one"), 11));
        assert_eq!(shifts(&eve, "sbcba", &legal).1, 11);
        assert_eq!(shifts(&eve, "lra", &legal).1, 14);
    }
    let signed = "[legal]\nessential_agreement_signed = 2026-12-09\n";
    assert_eq!(shifts("2026-12-07", "cecba", signed), ("a/main/2026-12-09/zero".into(), 10));
    assert_eq!(shifts("2026-12-07", "lra", signed).1, 14);
    assert_eq!(shifts("2026-12-07", "cecba", "").1, 14);
    let over = "[legal]\nno_board_mailed = 2026-12-01\nlawful_from = { at = 2026-12-08T00:00:00, reason = \"r\" }\n";
    assert_eq!(shifts("2026-12-07", "lra", over), ("a/main/2026-12-08/zero".into(), 12));
}

#[test]
fn phases_decide_where_people_are_out() {
    let phases = |first: &str| {
        format!(
            "[[phase]]\n{first}from = 2026-12-07T00:00:00\n[[phase]]\nmode = \"full\"\nfrom = 2026-12-09T00:01:00\n"
        )
    };
    // Two days of noons; of the third day's two shifts one begins too early.
    assert_eq!(shifts("2026-12-07", "lra", &phases("mode = \"information\"\n")).1, 2 + 9);
    assert_eq!(shifts("2026-12-07", "lra", &phases("mode = \"work_to_rule\"\n")).1, 9);
    assert_eq!(shifts("2026-12-07", "lra", &phases("mode = \"rotating\"\n")).1, 9);
    assert_eq!(shifts("2026-12-07", "lra", &phases("mode = \"rotating\"\nregions = [1]\n")).1, 14);
    assert_eq!(shifts("2026-12-07", "lra", &phases("mode = \"rotating\"\nsites = [\"b\"]\n")).1, 9);
    let gap = "mode = \"full\"\nuntil = 2026-12-08T00:00:00\n";
    assert_eq!(shifts("2026-12-07", "lra", &phases(gap)).1, 2 + 9);
}

#[test]
fn members_are_read_by_column_name() {
    let strike = strike(
        "[strike]\nname = \"S\"\nfirst_day = 2026-12-07\n[[shift]]\nid = \"am\"\nstart = \"07:30\"\nend = \"11:30\"\n",
    );
    assert_eq!(strike.members[0].id, "108-0042");
    assert_eq!(strike.shifts.len(), 14);
    assert!(rules::eligible(&strike, 0, 0));
    // Nowhere from, nowhere in reach.
    assert_eq!(rules::alone(&strike, 1, 0), [rules::Rule::Reach]);
    assert_eq!((strike.pay_minutes, strike.week_minutes, strike.shifts_per_day), (1200, 1200, 1));
    assert_eq!((strike.rest, strike.buffer), (8 * 3600, 3600));
}
