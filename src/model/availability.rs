//! When a member can come, as the member writes it: `mon-fri 07:00-19:00; not 2026-12-09`.
//!
//! The same grammar, without `not`, tells the windows and hours of essential duty. This module reads the text and turns it
//! into spans; whose time it is, and what follows from it, is decided elsewhere.

use super::time::{Clock, Span, Weekdays, local_span, merged, weekday};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// The days an item speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum On {
    /// Every such weekday.
    Weekdays(Weekdays),
    /// From the first to the last date, both included.
    Dates(NaiveDate, NaiveDate),
}

/// One item: `[not] [DAYS | DATE | DATE..DATE] [HH:MM-HH:MM]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Item {
    /// The item says when the member can *not* come.
    pub not: bool,
    /// The days on which the time begins.
    pub on: On,
    /// Local start and end; an end at or before the start lies on the next day. None: the whole day.
    pub time: Option<(Clock, Clock)>,
}

/// A list of items. No items: always available.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Pattern {
    /// The items in the order written.
    pub items: Vec<Item>,
}

/// What is wrong with a word of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternFault {
    /// Neither a day, a date, nor a time.
    Word,
    /// A weekday that is none of `mon` … `sun`.
    Day,
    /// A date that is not in the calendar, or not written YYYY-MM-DD.
    Date,
    /// A range of dates whose end lies before its start.
    Backwards,
    /// A time that is not `HH:MM-HH:MM`.
    Time,
    /// A second day part or time part in one item, or parts in the wrong order.
    Order,
    /// `not` where only times of duty can stand.
    Not,
}

/// Where in the text a pattern goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault:?} at byte {at}: {word}")]
pub struct PatternError {
    /// What is wrong.
    pub fault: PatternFault,
    /// Byte offset of the word in the text.
    pub at: usize,
    /// The word itself.
    pub word: String,
}

impl Pattern {
    /// Reads a pattern; its first fault, where it has any.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        Ok(Self { items: Self::items(text).collect::<Result<_, _>>()? })
    }

    /// Reads items of windows or hours of duty: `not` is refused.
    pub fn parse_window(text: &str) -> Result<Self, PatternError> {
        Ok(Self { items: Self::window_items(text).collect::<Result<_, _>>()? })
    }

    /// Each item of a pattern, or what is wrong with it.
    pub fn items(text: &str) -> impl Iterator<Item = Result<Item, PatternError>> {
        parts(text).map(|(at, part)| parse_item(part, at))
    }

    /// As [`items`](Self::items), where `not` is refused.
    pub fn window_items(text: &str) -> impl Iterator<Item = Result<Item, PatternError>> {
        parts(text).map(|(at, part)| {
            let item = parse_item(part, at)?;
            match words(part).next() {
                Some((within, word)) if item.not => {
                    Err(PatternError { fault: PatternFault::Not, at: at + within, word: word.to_owned() })
                }
                _ => Ok(item),
            }
        })
    }

    /// The pattern as spans, for whatever begins from `first` to `last` (dates in `zone`, with a day to spare at both ends).
    pub fn windows(&self, first: NaiveDate, last: NaiveDate, zone: Tz) -> Windows {
        let (mut open, mut shut) = (Vec::new(), Vec::new());
        for item in &self.items {
            let spans = if item.not { &mut shut } else { &mut open };
            item.add_spans(first - Days::new(2), last + Days::new(3), zone, spans);
        }
        let always = self.items.iter().all(|item| item.not);
        Windows { open: if always { None } else { Some(merged(open)) }, shut: merged(shut) }
    }
}

/// A pattern worked out on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Windows {
    /// Inside these (merged) spans the member can come; None: whenever not shut.
    pub open: Option<Vec<Span>>,
    /// In these (merged) spans the member can not come.
    pub shut: Vec<Span>,
}

/// Stretches of time written as an availability, in dates and minutes of `zone`: what is read from it are the same stretches.
pub fn written(spans: &[Span], zone: Tz) -> String {
    let mut items: Vec<String> = Vec::new();
    for span in spans {
        let [from, to] = [span.start, span.end].map(|at| at.in_zone(zone).naive_local());
        let mut day = from.date();
        if from.time() != NaiveTime::MIN {
            // An end at or before the start is read as the next day's.
            let is_one = to.date() == day || to.date() == day + Days::new(1) && to.time() <= from.time();
            let until = if is_one { to.format("%H:%M").to_string() } else { "24:00".to_owned() };
            items.push(format!("{day} {}-{until}", from.format("%H:%M")));
            if is_one {
                continue;
            }
            day = day + Days::new(1);
        }
        match (to.date() - day).num_days() {
            ..=0 => {}
            1 => items.push(day.to_string()),
            _ => items.push(format!("{day}..{}", to.date() - Days::new(1))),
        }
        if to.time() != NaiveTime::MIN {
            items.push(format!("{} 00:00-{}", to.date(), to.format("%H:%M")));
        }
    }
    items.join("; ")
}

impl Windows {
    /// True when the whole of `span` lies in the open time and touches no shut time.
    pub fn allow(&self, span: Span) -> bool {
        self.open.as_ref().is_none_or(|open| super::time::covered(open, span))
            && !super::time::touches(&self.shut, span)
    }
}

impl Item {
    fn add_spans(&self, first: NaiveDate, last: NaiveDate, zone: Tz, spans: &mut Vec<Span>) {
        let (from, to) = match self.on {
            On::Weekdays(_) => (first, last),
            On::Dates(from, to) => (from.max(first), to.min(last)),
        };
        let (start, end) = self.time.unwrap_or((Clock(0), Clock(0)));
        let mut date = from;
        while date <= to {
            let wanted = match self.on {
                On::Weekdays(days) => days.has(date.weekday()),
                On::Dates(..) => true,
            };
            if wanted {
                spans.push(local_span(date, start, end, zone));
            }
            date = date + Days::new(1);
        }
    }
}

/// The parts of a pattern that say anything, with their byte offsets.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(';').map(move |part| (part.as_ptr() as usize - text.as_ptr() as usize, part));
    parts.filter(|(_, part)| !part.trim().is_empty())
}

fn parse_item(part: &str, part_at: usize) -> Result<Item, PatternError> {
    let mut item = Item { not: false, on: On::Weekdays(Weekdays::ALL), time: None };
    let (mut seen_days, mut first) = (false, true);
    for (at, word) in words(part) {
        let fail = |fault| PatternError { fault, at: part_at + at, word: word.to_owned() };
        if first && word.eq_ignore_ascii_case("not") {
            item.not = true;
        } else if word.contains(':') {
            if item.time.is_some() {
                return Err(fail(PatternFault::Order));
            }
            item.time = Some(parse_time(word).ok_or_else(|| fail(PatternFault::Time))?);
        } else {
            if seen_days || item.time.is_some() {
                // `mon 7-9` is meant for a time.
                let is_time = item.time.is_none() && word.starts_with(|c: char| c.is_ascii_digit());
                let is_time = is_time && parse_days(word).is_err();
                return Err(fail(if is_time { PatternFault::Time } else { PatternFault::Order }));
            }
            item.on = parse_days(word).map_err(fail)?;
            seen_days = true;
        }
        first = false;
    }
    Ok(item)
}

/// The words of `text` with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn parse_time(word: &str) -> Option<(Clock, Clock)> {
    let (start, end) = word.split_once('-')?;
    Some((Clock::parse(start)?, Clock::parse(end)?))
}

fn parse_days(word: &str) -> Result<On, PatternFault> {
    let numeric = word.starts_with(|c: char| c.is_ascii_digit());
    if let Some((from, to)) = word.split_once("..") {
        let (from, to) = (parse_date(from)?, parse_date(to)?);
        return if to < from { Err(PatternFault::Backwards) } else { Ok(On::Dates(from, to)) };
    }
    if numeric {
        let date = parse_date(word)?;
        return Ok(On::Dates(date, date));
    }
    let mut days = Weekdays::NONE;
    for piece in word.split(',') {
        let day = |text: &str| weekday(text).ok_or(PatternFault::Day);
        days = match piece.split_once('-') {
            Some((first, last)) => days.with_range(day(first)?, day(last)?),
            None => days.with(day(piece)?),
        };
    }
    Ok(On::Weekdays(days))
}

fn parse_date(text: &str) -> Result<NaiveDate, PatternFault> {
    super::time::date(text).ok_or(PatternFault::Date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::Toronto;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn allows(pattern: &str, on: &str, start: &str, end: &str) -> bool {
        let clock = |text| Clock::parse(text).expect("a clock");
        let pattern = Pattern::parse(pattern).expect("a pattern");
        let windows = pattern.windows(date("2026-12-07"), date("2026-12-20"), Toronto);
        windows.allow(local_span(date(on), clock(start), clock(end), Toronto))
    }

    #[test]
    fn blank_is_always() {
        assert!(allows("", "2026-12-07", "22:00", "02:00"));
        assert!(allows(" ; ", "2026-12-07", "00:00", "24:00"));
    }

    #[test]
    fn what_is_written_of_stretches_reads_as_the_same_stretches() {
        let (first, last) = (date("2026-10-26"), date("2026-11-08"));
        for text in [
            "2026-10-27",
            "2026-10-27..2026-10-30",
            "mon-fri 07:00-12:00",
            "2026-10-28 22:00-06:00; 2026-11-03",
            "2026-10-31 13:00-24:00; 2026-11-01; 2026-11-02 00:00-06:12",
            "sat-sun; wed 23:59-00:01",
        ] {
            let spans = Pattern::parse(text).expect("a pattern").windows(first, last, Toronto).open.expect("some");
            let again = written(&spans, Toronto);
            let read = Pattern::parse_window(&again).expect("a window").windows(first, last, Toronto).open;
            assert_eq!(read.as_ref(), Some(&spans), "{text} was written {again}");
        }
    }

    #[test]
    fn the_whole_shift_must_fit_the_union() {
        let pattern = "mon-fri 07:00-11:00; mon-fri 11:00-19:00; not 2026-12-09";
        assert!(allows(pattern, "2026-12-07", "07:00", "19:00"), "two items that touch are one stretch");
        assert!(!allows(pattern, "2026-12-07", "06:30", "10:00"));
        assert!(!allows(pattern, "2026-12-09", "07:30", "11:30"));
        assert!(!allows(pattern, "2026-12-12", "07:30", "11:30"));
    }

    #[test]
    fn not_is_half_open_and_runs_over_midnight() {
        assert!(allows("not 12:00-14:00", "2026-12-07", "08:00", "12:00"));
        assert!(!allows("not mon 22:00-02:00", "2026-12-08", "01:00", "05:00"));
        assert!(allows("not mon 22:00-02:00", "2026-12-08", "02:00", "05:00"));
        assert!(!allows("not", "2026-12-08", "02:00", "05:00"));
    }

    #[test]
    fn days_wrap_mix_and_ignore_case() {
        assert!(allows("SUN-Thu", "2026-12-13", "07:00", "09:00"));
        assert!(!allows("sun-thu", "2026-12-11", "07:00", "09:00"));
        assert!(allows("mon-wed,fri", "2026-12-11", "07:00", "09:00"));
        assert!(allows("2026-12-08..2026-12-10", "2026-12-10", "07:00", "24:00"));
        assert!(allows("mon 22:00-06:00", "2026-12-08", "00:00", "06:00"));
    }

    #[test]
    fn faults_are_told_with_their_place() {
        let fault = |text: &str| Pattern::parse(text).map_err(|e| (e.fault, e.at)).err();
        assert_eq!(fault("mon-fri; nto 2026-12-09"), Some((PatternFault::Day, 9)));
        assert_eq!(fault("mon 7:00-09:00"), Some((PatternFault::Time, 4)));
        assert_eq!(fault("2026-02-30"), Some((PatternFault::Date, 0)));
        assert_eq!(fault("2026-12-09..2026-12-08"), Some((PatternFault::Backwards, 0)));
        assert_eq!(fault("mon 7-9"), Some((PatternFault::Time, 4)));
        assert_eq!(fault("mon 2026-12-09"), Some((PatternFault::Order, 4)));
        assert_eq!(fault("mon tue"), Some((PatternFault::Order, 4)));
        assert_eq!(fault("07:00-09:00 mon"), Some((PatternFault::Order, 12)));
        assert_eq!(Pattern::parse_window("mon; not tue").map_err(|e| (e.fault, e.at)), Err((PatternFault::Not, 5)));
        let faults = |text: &str| Pattern::items(text).filter_map(Result::err).map(|e| e.at).collect::<Vec<_>>();
        assert_eq!(faults("foo; mon; not not; sat 7-9"), [0, 14, 23]);
    }
}
