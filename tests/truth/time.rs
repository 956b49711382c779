//! Local times as instants, and availability items as stretches of time.

use chrono::{DateTime, Datelike, Duration, MappedLocalTime, NaiveDate, NaiveDateTime, TimeZone, Weekday};
use chrono_tz::Tz;

/// Seconds since 1970 in UTC.
pub type Instant = i64;

/// From the first instant up to, not including, the second.
pub type Span = (Instant, Instant);

pub fn overlap(a: Span, b: Span) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// A local time that does not exist moves forward to the first that does; of
/// two, the first.
pub fn instant(tz: Tz, local: NaiveDateTime) -> Instant {
    match tz.from_local_datetime(&local) {
        MappedLocalTime::Single(at) => at.timestamp(),
        MappedLocalTime::Ambiguous(one, other) => one.timestamp().min(other.timestamp()),
        MappedLocalTime::None => instant(tz, local + Duration::minutes(1)),
    }
}

pub fn local(tz: Tz, at: Instant) -> DateTime<Tz> {
    DateTime::from_timestamp(at, 0).expect("an instant").with_timezone(&tz)
}

/// `HH:MM` as minutes after midnight, `24:00` included.
pub fn minutes(text: &str) -> i64 {
    let (h, m) = text.split_once(':').unwrap_or_else(|| panic!("{text:?} is no time of day"));
    let (h, m): (i64, i64) = (h.parse().expect("hour"), m.parse().expect("minute"));
    assert!((0..60).contains(&m) && h * 60 + m <= 24 * 60 && h >= 0, "{text}");
    h * 60 + m
}

pub fn at(tz: Tz, day: NaiveDate, minutes: i64) -> Instant {
    instant(tz, day.and_time(chrono::NaiveTime::MIN) + Duration::minutes(minutes))
}

pub fn weekday(text: &str) -> Weekday {
    text.trim().parse().unwrap_or_else(|_| panic!("{text:?} is no day of the week"))
}

/// The first day of the week that `day` lies in.
pub fn week_of(day: NaiveDate, starts: Weekday) -> NaiveDate {
    let mut first = day;
    while first.weekday() != starts {
        first = first.pred_opt().expect("a day before");
    }
    first
}

#[derive(Debug, Clone, PartialEq)]
enum Days {
    Every,
    Week(Vec<Weekday>),
    Dates(NaiveDate, NaiveDate),
}

/// One item of an availability: `[not] [DAYS | DATE | DATE..DATE] [HH:MM-HH:MM]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub not: bool,
    days: Days,
    /// Minutes after midnight of start and end; `None` is the whole day.
    hours: Option<(i64, i64)>,
}

pub fn items(text: &str) -> Vec<Item> {
    text.split(';').map(str::trim).filter(|t| !t.is_empty()).map(item).collect()
}

pub fn item(text: &str) -> Item {
    let text = text.trim().to_lowercase();
    let (not, rest) = match text.strip_prefix("not") {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => (true, rest),
        _ => (false, text.as_str()),
    };
    let mut found = Item { not, days: Days::Every, hours: None };
    for word in rest.split_whitespace() {
        if word.contains(':') {
            let (from, to) = word.split_once('-').expect("HH:MM-HH:MM");
            found.hours = Some((minutes(from), minutes(to)));
        } else {
            found.days = days(word);
        }
    }
    found
}

fn days(word: &str) -> Days {
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let (from, to) = word.split_once("..").unwrap_or((word, word));
        return Days::Dates(date(from), date(to));
    }
    let mut list = Vec::new();
    for part in word.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (mut day, last) = (weekday(from), weekday(to));
        while day != last {
            list.push(day);
            day = day.succ();
        }
        list.push(last);
    }
    Days::Week(list)
}

impl Item {
    /// The same stretches, as a time that is not free.
    pub fn negated(&self) -> Self {
        Self { not: true, ..self.clone() }
    }

    /// The stretches of this item that begin near `around`, in time zone `tz`.
    pub fn spans(&self, tz: Tz, around: Span) -> Vec<Span> {
        let first = local(tz, around.0).date_naive() - Duration::days(2);
        let last = local(tz, around.1).date_naive() + Duration::days(2);
        let mut found = Vec::new();
        for day in first.iter_days().take_while(|day| *day <= last) {
            let wanted = match &self.days {
                Days::Every => true,
                Days::Week(list) => list.contains(&day.weekday()),
                Days::Dates(from, to) => (*from..=*to).contains(&day),
            };
            if !wanted {
                continue;
            }
            let (from, mut to) = self.hours.unwrap_or((0, 24 * 60));
            if to <= from {
                to += 24 * 60;
            }
            let span = (at(tz, day, from), at(tz, day, to));
            if span.0 < span.1 {
                found.push(span);
            }
        }
        found
    }
}

/// Every stretch of any of the items near `around`.
pub fn spans(items: &[Item], tz: Tz, around: Span) -> Vec<Span> {
    items.iter().flat_map(|item| item.spans(tz, around)).collect()
}

/// Whether `whole` lies inside the union of `parts`.
pub fn covered(whole: Span, parts: &[Span]) -> bool {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    let mut reached = whole.0;
    for (from, to) in parts {
        if from <= reached {
            reached = reached.max(to);
        }
    }
    reached >= whole.1
}
