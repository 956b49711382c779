//! Columns that days and times take at most as a language writes them: so that lists stand in columns, and no time of day is
//! cut.

use crate::model::campaign::Language;

/// The columns of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rooms {
    /// A day of the week: `Mon`, `lun.`.
    pub weekday: u16,
    /// A date: `14 Dec`, `1er juill.`.
    pub date: u16,
    /// A day: `Mon 14 Dec`, `mer. 1er juill.`.
    pub day: u16,
    /// A time of day: `10:30`, `10 h 30`.
    pub time: u16,
    /// From one to another: `10:30–14:30`, `10 h 30–14 h 30`.
    pub times: u16,
}

impl Rooms {
    /// Those of a language.
    pub const fn of(language: Language) -> Self {
        match language {
            Language::En => Self { weekday: 3, date: 6, day: 10, time: 5, times: 11 },
            Language::Fr => Self { weekday: 4, date: 10, day: 15, time: 7, times: 15 },
        }
    }

    /// A day and a time of day.
    pub const fn day_and_time(self) -> u16 {
        self.day + 1 + self.time
    }

    /// A day and from when to when.
    pub const fn day_and_times(self) -> u16 {
        self.day + 1 + self.times
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::speech::calendar::{date_short, day_short, time, times, weekday_short};
    use crate::tui::text::width;
    use chrono::{Datelike, NaiveDate, NaiveTime};

    #[test]
    fn there_is_room_for_every_day_and_time_and_no_more() {
        let (long, late) = (NaiveTime::from_hms_opt(10, 30, 0).unwrap(), NaiveTime::from_hms_opt(22, 30, 0).unwrap());
        for language in [Language::En, Language::Fr] {
            // In two years every date falls on another day of the week.
            let days = || NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().iter_days().take(8 * 366);
            let most = |told: &dyn Fn(NaiveDate) -> String| days().map(|day| width(&told(day))).max().unwrap();
            let found = Rooms {
                weekday: most(&|day| weekday_short(day.weekday(), language).to_owned()),
                date: most(&|day| date_short(day, language)),
                day: most(&|day| day_short(day, language)),
                time: width(&time(long, language)),
                times: width(&times(long, late, language)),
            };
            assert_eq!(Rooms::of(language), found);
        }
    }
}
