//! An entry read as a time: a date, a moment of a zone, a time of day, the zone itself.

use super::codes;
use super::entry::{Entry, Told};
use crate::model::nearest::nearest;
use crate::model::problem::Problem;
use crate::model::time::{Clock, Instant, resolve};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use std::ops::RangeInclusive;
use toml::de::DeValue;
use toml::value::{Datetime, Offset};

/// Years in which a strike can be; typing slips (0206, 20226) lie outside.
const YEARS: RangeInclusive<i32> = 1900..=2199;

impl Entry<'_> {
    /// A calendar date.
    pub fn date(&self) -> Option<Told<NaiveDate>> {
        let (value, span) = self.sound()?;
        let DeValue::Datetime(at) = value else { return self.wrong_type("date", value, &span) };
        let Some(date) = calendar_date(at) else {
            return if at.date.is_some() {
                self.tell(&span, Problem::error(codes::BAD_DATE).with("value", self.file.slice(span.clone())))
            } else {
                self.wrong_type("date", value, &span)
            };
        };
        if at.time.is_some() {
            let problem = Problem::error(codes::MOMENT_NOT_DATE).with("date", date.to_string());
            return self.tell(&span, problem.with("value", self.file.slice(span.clone())));
        }
        Some(Told { value: date, span })
    }

    /// A local date and time, as an instant of `zone`.
    pub fn moment(&self, zone: Tz) -> Option<Told<Instant>> {
        let (value, span) = self.sound()?;
        let DeValue::Datetime(at) = value else { return self.wrong_type("moment", value, &span) };
        let text = self.file.slice(span.clone());
        let (date, time) = match (calendar_date(at), at.time) {
            (Some(date), Some(time)) => (date, time),
            (Some(date), None) => {
                let problem = Problem::error(codes::DATE_NOT_MOMENT).with("date", date.to_string());
                return self.tell(&span, problem.with("value", text));
            }
            (None, _) if at.date.is_some() => {
                return self.tell(&span, Problem::error(codes::BAD_DATE).with("value", text));
            }
            (None, _) => return self.wrong_type("moment", value, &span),
        };
        // A leap second is read as the last second of its minute: no clock on a picket line shows one.
        let second = u32::from(time.second.unwrap_or(0)).min(59);
        let time = NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), second)?;
        let local = date.and_time(time);
        if let Some(offset) = at.offset {
            let problem = Problem::error(codes::OFFSET_MOMENT).with("value", text).with("zone", zone.name());
            return self.tell(&span, problem.with("local", local_text(local, offset, zone)));
        }
        Some(Told { value: resolve(zone, local), span })
    }

    /// A time of day in quotes, `07:30`; `24:00` only where `is_end`.
    pub fn clock(&self, is_end: bool) -> Option<Told<Clock>> {
        let told = self.string("clock")?;
        match Clock::parse(told.value.trim()) {
            Some(clock) if is_end || clock.0 < 1440 => Some(told.map(|_| clock)),
            Some(_) => {
                self.tell(&told.span, Problem::error(codes::BAD_TIME).with("value", told.value).help("midnight"))
            }
            None => self.tell(&told.span, Problem::error(codes::BAD_TIME).with("value", told.value)),
        }
    }

    /// A time zone.
    pub fn zone(&self) -> Option<Tz> {
        let told = self.string("zone")?;
        if let Ok(zone) = told.value.parse() {
            return Some(zone);
        }
        let problem = Problem::error(codes::UNKNOWN_TIMEZONE).with("value", told.value.as_str());
        let known = || chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        // `Toronto` alone is the commonest slip: the city first, then any name.
        let city =
            known().find(|name| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&told.value)));
        self.tell(
            &told.span,
            match city.or_else(|| nearest(&told.value, known())) {
                Some(near) => problem.with("nearest", near).help("nearest"),
                None => problem,
            },
        )
    }
}

fn calendar_date(at: &Datetime) -> Option<NaiveDate> {
    let date = at.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        .filter(|date| YEARS.contains(&date.year()))
}

/// What a moment with an offset is on the clocks of `zone`, as it should be written.
fn local_text(local: NaiveDateTime, offset: Offset, zone: Tz) -> String {
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i64::from(minutes),
    };
    let utc = local - TimeDelta::minutes(minutes);
    Instant(utc.and_utc().timestamp()).in_zone(zone).format("%Y-%m-%dT%H:%M:%S").to_string()
}
