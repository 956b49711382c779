//! Days and times of day as each language writes them: `Mon 7 Dec`, `lun. 7 déc.`; `07:30`, `7 h 30`. Which word names a mode
//! of the strike.

use super::number::NARROW;
use crate::model::campaign::{Language, Mode};
use crate::model::time::Clock;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
];
const WEEKDAYS_SHORT: [[&str; 7]; 2] =
    [["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]];
const MONTHS: [[&str; 12]; 2] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
];
const MONTHS_SHORT: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
];

const fn row(language: Language) -> usize {
    match language {
        Language::En => 0,
        Language::Fr => 1,
    }
}

/// The word that names a mode of the strike.
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Information => "mode-information",
        Mode::WorkToRule => "mode-work-to-rule",
        Mode::Rotating => "mode-rotating",
        Mode::Full => "mode-full",
        Mode::Suspended => "mode-suspended",
        Mode::Settled => "mode-settled",
    }
}

/// `Monday`, `lundi`.
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    WEEKDAYS[row(language)][day.num_days_from_monday() as usize]
}

/// `Mon`, `lun.`.
pub fn weekday_short(day: Weekday, language: Language) -> &'static str {
    WEEKDAYS_SHORT[row(language)][day.num_days_from_monday() as usize]
}

/// `December`, `décembre`; `month` from 1.
pub fn month(month: u32, language: Language) -> &'static str {
    MONTHS[row(language)].get(month.saturating_sub(1) as usize).copied().unwrap_or("")
}

/// `Dec`, `déc.`; `month` from 1.
fn month_short(month: u32, language: Language) -> &'static str {
    MONTHS_SHORT[row(language)].get(month.saturating_sub(1) as usize).copied().unwrap_or("")
}

/// The day of the month: `1`, in French `1er`.
fn day_of_month(date: NaiveDate, language: Language) -> String {
    match (date.day(), language) {
        (1, Language::Fr) => "1er".to_owned(),
        (day, _) => day.to_string(),
    }
}

/// `7 Dec`, `7 déc.`.
pub fn date_short(date: NaiveDate, language: Language) -> String {
    format!("{} {}", day_of_month(date, language), month_short(date.month(), language))
}

/// `Mon 7 Dec`, `lun. 7 déc.`.
pub fn day_short(date: NaiveDate, language: Language) -> String {
    format!("{} {}", weekday_short(date.weekday(), language), date_short(date, language))
}

/// `Monday 7 December 2026`, `lundi 7 décembre 2026`.
pub fn day_long(date: NaiveDate, language: Language) -> String {
    format!("{} {}", weekday(date.weekday(), language), date_long(date, language))
}

/// `7 December 2026`, `7 décembre 2026`.
pub fn date_long(date: NaiveDate, language: Language) -> String {
    format!("{} {} {}", day_of_month(date, language), month(date.month(), language), date.year())
}

/// Two days as one stretch, saying no part twice: `7–20 Dec`, `30 Nov–2 Dec`; with the years where it takes one or more.
pub fn days(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    if first == last {
        date_short(first, language)
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{}", day_of_month(first, language), date_short(last, language))
    } else if last.year() > first.year() && (last.month(), last.day()) >= (first.month(), first.day()) {
        let with_year = |date| format!("{} {}", date_short(date, language), date.year());
        format!("{}–{}", with_year(first), with_year(last))
    } else {
        format!("{}–{}", date_short(first, language), date_short(last, language))
    }
}

/// `07:30`, `7 h 30`; on the hour `7 h` in French.
pub fn time(at: NaiveTime, language: Language) -> String {
    hands(at.hour(), at.minute(), language)
}

/// As [`time`], of a template's clock (`24:00` stays).
pub fn clock(at: Clock, language: Language) -> String {
    hands(u32::from(at.0) / 60, u32::from(at.0) % 60, language)
}

/// `07:30–11:30`, `7 h 30–11 h 30`.
pub fn times(start: NaiveTime, end: NaiveTime, language: Language) -> String {
    format!("{}–{}", time(start, language), time(end, language))
}

fn hands(hours: u32, minutes: u32, language: Language) -> String {
    match (language, minutes) {
        (Language::En, _) => format!("{hours:02}:{minutes:02}"),
        (Language::Fr, 0) => format!("{hours}{NARROW}h"),
        (Language::Fr, _) => format!("{hours}{NARROW}h{NARROW}{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Fr};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn days_read_as_people_write_them() {
        assert_eq!(day_short(date("2026-12-07"), En), "Mon 7 Dec");
        assert_eq!(day_short(date("2026-12-07"), Fr), "lun. 7 déc.");
        assert_eq!(day_long(date("2026-12-01"), Fr), "mardi 1er décembre 2026");
        assert_eq!(day_long(date("2026-03-08"), En), "Sunday 8 March 2026");
        assert_eq!(days(date("2026-12-07"), date("2026-12-20"), En), "7–20 Dec");
        assert_eq!(days(date("2026-11-30"), date("2026-12-01"), Fr), "30 nov.–1er déc.");
        assert_eq!(days(date("2026-12-07"), date("2026-12-07"), En), "7 Dec");
    }

    #[test]
    fn times_follow_the_language() {
        let clock_of = |text| Clock::parse(text).expect("a clock");
        assert_eq!(clock(clock_of("07:30"), En), "07:30");
        assert_eq!(clock(clock_of("07:30"), Fr), "7\u{202f}h\u{202f}30");
        assert_eq!(clock(clock_of("24:00"), Fr), "24\u{202f}h");
        let (start, end) = (NaiveTime::MIN, NaiveTime::from_hms_opt(11, 5, 0).expect("a time"));
        assert_eq!(times(start, end, En), "00:00–11:05");
    }
}
