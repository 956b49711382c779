//! The program's clock, and instants as people write them. The clock is given, never taken: tests and captains who look
//! at tomorrow set it.

use crate::model::Instant;
use crate::model::time::{date, resolve};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

/// What tells the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// Stands still at that instant.
    Fixed(Instant),
}

impl Clock {
    /// The present.
    pub fn now(self) -> Instant {
        match self {
            Self::System => chrono::Utc::now().into(),
            Self::Fixed(at) => at,
        }
    }
}

/// An instant as written; a local time needs a zone to become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// `now`.
    Now,
    /// With an offset: `2026-12-08T06:00:00-05:00`.
    At(Instant),
    /// Without: `2026-12-08T06:00`, or a date for its first instant.
    Local(NaiveDateTime),
}

impl When {
    /// Reads what a person wrote; None when it is no instant.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("now") {
            return Some(Self::Now);
        }
        let spaced = text.replacen(' ', "T", 1);
        let with_offset = [spaced.clone(), with_seconds(&spaced)];
        if let Some(at) = with_offset.iter().find_map(|text| DateTime::parse_from_rfc3339(text).ok()) {
            return Some(Self::At(at.into()));
        }
        let (day, rest) = spaced.split_at_checked(10)?;
        let time = match rest.strip_prefix('T') {
            Some(time) => ["%H:%M:%S", "%H:%M"].iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?,
            None if rest.is_empty() => NaiveTime::MIN,
            None => return None,
        };
        Some(Self::Local(date(day)?.and_time(time)))
    }

    /// The instant, on the clock of `zone`.
    pub fn resolve(self, zone: Tz, clock: Clock) -> Instant {
        match self {
            Self::Now => clock.now(),
            Self::At(at) => at,
            Self::Local(local) => resolve(zone, local),
        }
    }
}

/// An instant that lies behind, as people tell it: a reading of the clock of `zone` (the last before `now`), or an instant as
/// [`When`] reads it.
pub fn instant_told(text: &str, zone: Tz, now: Instant) -> Option<Instant> {
    if text.trim().eq_ignore_ascii_case("now") {
        return Some(now);
    }
    let today = now.in_zone(zone).date_naive();
    let at = instant_on(text, zone, today)?;
    let is_reading = super::clock_told(text).is_some();
    if is_reading && at > now { instant_on(text, zone, today - Days::new(1)) } else { Some(at) }
}

/// An instant as people tell it: a reading of the clock of `zone` on a day, or an instant as [`When`] reads it.
pub fn instant_on(text: &str, zone: Tz, day: NaiveDate) -> Option<Instant> {
    match super::clock_told(text) {
        Some(clock) => Some(clock.on(day, zone)),
        None => match When::parse(text)? {
            When::Now => None,
            when => Some(when.resolve(zone, Clock::System)),
        },
    }
}

/// `2026-12-08T06:00-05:00` with the seconds that RFC 3339 asks for.
fn with_seconds(text: &str) -> String {
    match text.char_indices().nth(16) {
        Some((at, 'Z' | 'z' | '+' | '-')) => format!("{}:00{}", &text[..at], &text[at..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::{Toronto, Winnipeg};

    #[test]
    fn instants_are_read_as_people_write_them() {
        let at = |text: &str, zone| When::parse(text).map(|when| when.resolve(zone, Clock::Fixed(Instant(5))));
        let six = at("2026-12-08T06:00:00-05:00", Toronto);
        assert!(six.is_some());
        for same in ["2026-12-08T06:00-05:00", "2026-12-08T11:00Z", "2026-12-08T06:00", "2026-12-08 06:00:00"] {
            assert_eq!(at(same, Toronto), six, "{same}");
        }
        assert_eq!(at("2026-12-08T05:00", Winnipeg), six);
        assert_eq!(at("2026-12-08", Toronto), at("2026-12-08T00:00", Toronto));
        assert_eq!(at("now", Toronto), Some(Instant(5)));
        for bad in
            ["", "tomorrow", "2026-13-01", "06:00", "2026-12-08T25:00", "2026-12-08T06:00é", "+262142-12-31T23:59"]
        {
            assert_eq!(at(bad, Toronto), None, "{bad}");
        }
    }

    #[test]
    fn a_reading_told_lies_behind() {
        let now = When::parse("2026-12-08T06:10").map(|when| when.resolve(Toronto, Clock::System));
        let told = |text| now.and_then(|now| instant_told(text, Toronto, now)).map(|at| at.rfc3339(Toronto));
        assert_eq!(told("5:50").as_deref(), Some("2026-12-08T05:50:00-05:00"));
        assert_eq!(told("6h10").as_deref(), Some("2026-12-08T06:10:00-05:00"));
        assert_eq!(told("2215").as_deref(), Some("2026-12-07T22:15:00-05:00"));
        assert_eq!(told("2026-12-06 12:00").as_deref(), Some("2026-12-06T12:00:00-05:00"));
        assert_eq!(told("soon"), None);
    }
}
