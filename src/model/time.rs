//! Instants, spans and local calendars: how a wall clock becomes a point in time.
//!
//! Everything compared is an instant; a local time exists only together with its zone. Refuses to know what the times
//! are for.

use chrono::{
    DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Weekday,
};
use chrono_tz::Tz;

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Later than anything a file can name; where an open end is put. Far enough from the edge of `i64` to be widened.
    pub const FAR: Self = Self(i64::MAX / 4);

    /// Later by `minutes` (earlier when negative).
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60)
    }

    /// Elapsed whole minutes from `earlier` to here, rounded towards zero; negative when `earlier` is later.
    pub const fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / 60
    }

    /// The wall clock of `zone` at this instant, with its offset.
    pub fn in_zone(self, zone: Tz) -> DateTime<Tz> {
        // Chrono's years end at ±262,000. What lies beyond (an open end, a corrupt record) is shown as the nearest that has a
        // wall clock in every zone.
        const EDGE: i64 = 8_000_000_000_000;
        DateTime::from_timestamp(self.0.clamp(-EDGE, EDGE), 0).unwrap_or_default().with_timezone(&zone)
    }

    /// RFC 3339 with the offset of `zone`: `2026-12-07T07:30:00-05:00`.
    pub fn rfc3339(self, zone: Tz) -> String {
        self.in_zone(zone).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }
}

impl<Z: TimeZone> From<DateTime<Z>> for Instant {
    fn from(at: DateTime<Z>) -> Self {
        Self(at.timestamp())
    }
}

/// A half-open stretch of time: `start` belongs to it, `end` does not. 18:00–22:00 does not touch 22:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first instant inside.
    pub start: Instant,
    /// The first instant after.
    pub end: Instant,
}

impl Span {
    /// The span from `start` up to `end`.
    pub const fn new(start: Instant, end: Instant) -> Self {
        Self { start, end }
    }

    /// True when nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// True when some instant lies in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end && !self.is_empty() && !other.is_empty()
    }

    /// True when every instant of `other` lies in this one.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when `at` lies inside.
    pub fn contains(self, at: Instant) -> bool {
        self.start <= at && at < self.end
    }

    /// Longer by `minutes` on both sides.
    #[must_use]
    pub const fn widened(self, minutes: i64) -> Self {
        Self { start: self.start.plus_minutes(-minutes), end: self.end.plus_minutes(minutes) }
    }

    /// Elapsed minutes.
    pub const fn minutes(self) -> i64 {
        self.end.minutes_since(self.start)
    }
}

/// Sorts spans and joins those that touch or overlap; empty ones are dropped.
pub fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// What is left of `sorted` without `gone` (both as made by [`merged`]).
pub fn without(sorted: &[Span], gone: &[Span]) -> Vec<Span> {
    let mut left = Vec::new();
    for span in sorted {
        let mut rest = *span;
        for each in gone.iter().filter(|each| each.overlaps(*span)) {
            left.push(Span::new(rest.start, each.start));
            rest.start = rest.start.max(each.end);
        }
        left.push(rest);
    }
    merged(left)
}

/// True when `span` overlaps one of `sorted` (as made by [`merged`]).
pub fn touches(sorted: &[Span], span: Span) -> bool {
    first_touch(sorted, span).is_some()
}

/// The first of `sorted` (as made by [`merged`]) that overlaps `span`.
pub fn first_touch(sorted: &[Span], span: Span) -> Option<Span> {
    let at = sorted.partition_point(|each| each.end <= span.start);
    sorted.get(at).copied().filter(|each| each.overlaps(span))
}

/// True when one of `sorted` (as made by [`merged`]) covers the whole of `span`.
pub fn covered(sorted: &[Span], span: Span) -> bool {
    let at = sorted.partition_point(|each| each.end <= span.start);
    sorted.get(at).is_some_and(|each| each.covers(span))
}

/// The instant of a wall-clock reading in `zone`. A reading that does not exist (the spring gap) moves forward to the
/// first that does; of two (the autumn hour), the first.
pub fn resolve(zone: Tz, local: NaiveDateTime) -> Instant {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => at.into(),
        LocalResult::Ambiguous(first, second) => Instant::from(first).min(second.into()),
        LocalResult::None => end_of_gap(zone, local),
    }
}

/// When the clock of `zone` shows for the second time what it shows at `at`: in the hour that an autumn night has twice. None: it
/// shows that once.
pub fn second_reading(zone: Tz, at: Instant) -> Option<Instant> {
    match zone.from_local_datetime(&at.in_zone(zone).naive_local()) {
        LocalResult::Ambiguous(first, second) => Some(Instant::from(first).max(second.into())),
        LocalResult::Single(_) | LocalResult::None => None,
    }
}

/// The instant at which the clock jumped over `local`: the first instant whose reading lies beyond the gap.
fn end_of_gap(zone: Tz, local: NaiveDateTime) -> Instant {
    // No zone was ever jumped by more than a day (Samoa, 2011), so the jump lies within two days either side.
    let guess = local.and_utc().timestamp();
    let (mut before, mut after) = (guess - 2 * 86_400, guess + 2 * 86_400);
    let reading = |at: i64| Instant(at).in_zone(zone).naive_local();
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if reading(middle) < local {
            before = middle;
        } else {
            after = middle;
        }
    }
    Instant(after)
}

/// Reads `YYYY-MM-DD`, four digits and twice two; nothing else, so that no year is beyond what can be reckoned with.
pub fn date(text: &str) -> Option<NaiveDate> {
    let digit_or_dash =
        |(ix, byte): (usize, u8)| if matches!(ix, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    let is_shaped = text.len() == 10 && text.bytes().enumerate().all(digit_or_dash);
    if is_shaped { text.parse().ok() } else { None }
}

/// Minutes after local midnight, 0 to 1440 (`24:00`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(pub u16);

impl Clock {
    /// Reads `HH:MM`, two digits each; `24:00` is accepted.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digit = |ix: usize| bytes.get(ix).filter(|b| b.is_ascii_digit()).map(|b| u16::from(b - b'0'));
        if bytes.len() != 5 || bytes[2] != b':' {
            return None;
        }
        let (hours, minutes) = (digit(0)? * 10 + digit(1)?, digit(3)? * 10 + digit(4)?);
        let total = hours * 60 + minutes;
        (minutes < 60 && total <= 1440).then_some(Self(total))
    }

    /// The instant of this reading on `date` in `zone`.
    pub fn on(self, date: NaiveDate, zone: Tz) -> Instant {
        let (date, minutes) = match self.0 {
            1440.. => (date + Days::new(1), self.0 - 1440),
            minutes => (date, minutes),
        };
        resolve(zone, date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minutes)))
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// The span from `start` to `end` on the local date `date`; an end at or before the start lies on the next day.
pub fn local_span(date: NaiveDate, start: Clock, end: Clock, zone: Tz) -> Span {
    let last_day = if end <= start { date + Days::new(1) } else { date };
    Span::new(start.on(date, zone), end.on(last_day, zone))
}

/// The first day of the week that holds `date`, when weeks start on `week_starts`.
pub fn week_of(date: NaiveDate, week_starts: Weekday) -> NaiveDate {
    let back = (7 + date.weekday().num_days_from_monday() - week_starts.num_days_from_monday()) % 7;
    date - Days::new(u64::from(back))
}

/// A set of weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekdays(pub u8);

impl Weekdays {
    /// Monday to Sunday.
    pub const ALL: Self = Self(0x7f);
    /// No day.
    pub const NONE: Self = Self(0);

    /// With `day` added.
    #[must_use]
    pub const fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day as u8)
    }

    /// With every day from `first` to `last` added, wrapping over Sunday.
    #[must_use]
    pub fn with_range(mut self, first: Weekday, last: Weekday) -> Self {
        let mut day = first;
        loop {
            self = self.with(day);
            if day == last {
                return self;
            }
            day = day.succ();
        }
    }

    /// True when `day` is in the set.
    pub const fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day as u8) != 0
    }

    /// Its days as the files write them, from Monday on.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        const WORDS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        WORDS.into_iter().enumerate().filter_map(move |(day, word)| (self.0 & (1 << day) != 0).then_some(word))
    }
}

/// `mon` … `sun`, in any case.
pub fn weekday(text: &str) -> Option<Weekday> {
    match text.to_ascii_lowercase().as_str() {
        "mon" => Some(Weekday::Mon),
        "tue" => Some(Weekday::Tue),
        "wed" => Some(Weekday::Wed),
        "thu" => Some(Weekday::Thu),
        "fri" => Some(Weekday::Fri),
        "sat" => Some(Weekday::Sat),
        "sun" => Some(Weekday::Sun),
        _ => None,
    }
}

/// Seconds east of UTC in `zone` at `at`.
pub fn offset_seconds(zone: Tz, at: Instant) -> i32 {
    at.in_zone(zone).offset().fix().local_minus_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::{Toronto, Winnipeg};

    fn date(text: &str) -> NaiveDate {
        super::date(text).expect("a date")
    }

    fn utc(text: &str) -> Instant {
        DateTime::parse_from_rfc3339(text).expect("an instant").into()
    }

    #[test]
    fn what_is_left_of_stretches_has_no_instant_of_those_taken_out() {
        let spans = |pairs: &[(i64, i64)]| -> Vec<Span> {
            pairs.iter().map(|(start, end)| Span::new(Instant(*start), Instant(*end))).collect()
        };
        let sorted = spans(&[(0, 10), (20, 30), (40, 50)]);
        assert_eq!(without(&sorted, &[]), sorted);
        assert_eq!(without(&sorted, &spans(&[(5, 25), (28, 29)])), spans(&[(0, 5), (25, 28), (29, 30), (40, 50)]));
        assert_eq!(without(&sorted, &spans(&[(10, 20), (40, 60)])), spans(&[(0, 10), (20, 30)]));
        assert_eq!(without(&sorted, &spans(&[(0, 100)])), []);
    }

    #[test]
    fn a_reading_in_the_spring_gap_moves_to_its_end() {
        let clock = Clock::parse("02:30").expect("a clock");
        assert_eq!(clock.on(date("2026-03-08"), Toronto), utc("2026-03-08T03:00:00-04:00"));
        assert_eq!(clock.on(date("2026-03-08"), Winnipeg), utc("2026-03-08T03:00:00-05:00"));
        let midnight_gap = Clock(0).on(date("2018-11-04"), chrono_tz::America::Sao_Paulo);
        assert_eq!(midnight_gap, utc("2018-11-04T01:00:00-02:00"));
    }

    #[test]
    fn of_two_readings_the_first_counts() {
        let clock = Clock::parse("01:30").expect("a clock");
        assert_eq!(clock.on(date("2026-11-01"), Toronto), utc("2026-11-01T01:30:00-04:00"));
    }

    #[test]
    fn lengths_are_elapsed_time() {
        let night = |on: &str| local_span(date(on), Clock(22 * 60), Clock(2 * 60), Toronto).minutes();
        assert_eq!(night("2026-10-31"), 300);
        assert_eq!(night("2026-03-07"), 240, "02:00 does not exist and moves to 03:00 EDT, four hours on");
        assert_eq!(night("2026-12-07"), 240);
        assert_eq!(local_span(date("2026-12-07"), Clock(0), Clock(0), Toronto).minutes(), 1440);
    }

    #[test]
    fn spans_are_half_open() {
        let span = |a: i64, b: i64| Span::new(Instant(a), Instant(b));
        assert!(!span(0, 10).overlaps(span(10, 20)));
        assert!(span(0, 11).overlaps(span(10, 20)));
        assert!(!span(5, 5).overlaps(span(0, 10)));
        assert_eq!(merged(vec![span(10, 20), span(0, 10), span(30, 30)]), vec![span(0, 20)]);
        assert!(covered(&[span(0, 20)], span(0, 20)) && !covered(&[span(0, 20), span(21, 30)], span(5, 25)));
        assert_eq!(first_touch(&[span(0, 10), span(15, 20)], span(10, 16)), Some(span(15, 20)));
    }

    #[test]
    fn weeks_start_where_they_are_told() {
        assert_eq!(week_of(date("2026-12-07"), Weekday::Mon), date("2026-12-07"));
        assert_eq!(week_of(date("2026-12-07"), Weekday::Sun), date("2026-12-06"));
        assert_eq!(week_of(date("2026-12-06"), Weekday::Mon), date("2026-11-30"));
    }

    #[test]
    fn a_date_is_written_in_one_way() {
        for bad in
            ["2026-2-03", "2026-02-30", "+262142-12-31", "-2026-01-1", "2026-01-011", " 2026-01-01", "2026/01/01", ""]
        {
            assert_eq!(super::date(bad), None, "{bad}");
        }
    }

    #[test]
    fn clocks_read_what_the_contract_says() {
        assert_eq!(Clock::parse("24:00"), Some(Clock(1440)));
        for bad in ["24:01", "7:30", "07:60", "0730", "07:3", "aa:bb", ""] {
            assert_eq!(Clock::parse(bad), None, "{bad}");
        }
        assert_eq!(Weekdays::NONE.with_range(Weekday::Sun, Weekday::Tue), Weekdays(0b100_0011));
    }
}
