//! What the sheets of a line's day say, whether in columns or in tables: the roster, the sign-in sheet, the captain's copy.

mod notes;
mod shift;

pub use notes::{hours, location, moment, notes, orders, span_of, when, whereabouts};
pub use shift::{
    AT_RISK, Place, Places, any_at_risk, counts, duty, heading, hours_told, places, remarks, set_aside, shift_title,
    status, times,
};

use super::code::Code;
use super::furniture::{Head, Sheet};
use super::press;
use super::view::View;
use crate::engine::coverage::Totals;
use crate::model::problem::Value;
use crate::model::{LineIx, ShiftIx, SiteIx};
use crate::speech::calendar;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// A line's day.
#[derive(Debug)]
pub struct LineDay {
    /// The site.
    pub site: SiteIx,
    /// The line.
    pub line: LineIx,
    /// The local date on which its shifts start.
    pub date: NaiveDate,
    /// The shifts, in order.
    pub shifts: Vec<ShiftIx>,
}

/// Every line's days that have shifts: by site and line in the order of the files, then by day.
pub fn line_days(view: &View<'_>) -> Vec<LineDay> {
    let mut days: BTreeMap<(SiteIx, LineIx, NaiveDate), Vec<ShiftIx>> = BTreeMap::new();
    for ix in view.shifts() {
        let shift = view.ground.shift(ix);
        days.entry((shift.site, shift.line, shift.date)).or_default().push(ix);
    }
    days.into_iter().map(|((site, line, date), shifts)| LineDay { site, line, date, shifts }).collect()
}

/// `Site — Line`, or the site alone when its only line has no name.
pub fn where_to(view: &View<'_>, day: &LineDay) -> String {
    place(view, day.site, day.line)
}

/// As [`where_to`], of any line.
pub fn place(view: &View<'_>, site: SiteIx, line: LineIx) -> String {
    match view.line_name(line) {
        Some(line) => format!("{} — {line}", view.site_name(site)),
        None => view.site_name(site).into_owned(),
    }
}

/// The local date, or both when one of the shifts ends on the next.
pub fn dates(view: &View<'_>, day: &LineDay) -> String {
    day_dates(view, day.date, &day.shifts)
}

/// The day, or both when one of `shifts` ends on the next.
pub fn day_dates(view: &View<'_>, day: NaiveDate, shifts: &[ShiftIx]) -> String {
    let last = shifts.iter().map(|ix| local_dates(view, *ix).1).max().unwrap_or(day).max(day);
    let first = calendar::day_long(day, view.language);
    if last == day { first } else { format!("{first} – {}", calendar::day_long(last, view.language)) }
}

/// The local dates on which a shift starts and ends.
pub fn local_dates(view: &View<'_>, ix: ShiftIx) -> (NaiveDate, NaiveDate) {
    let shift = view.ground.shift(ix);
    let zone = view.site_of(shift).zone;
    (shift.span.start.in_zone(zone).date_naive(), shift.span.end.in_zone(zone).date_naive())
}

/// The code of the sheets of a line's day: another one whenever a shift, its numbers, or someone's place on it is another.
/// The roster, the sign-in sheet and the captain's copy carry the same, so that they can be held against each other.
pub fn code(view: &View<'_>, day: &LineDay) -> Code {
    let strike = &view.ground.strike;
    let (site, line) = (strike.site(day.site), strike.line(day.line));
    let mut parts = vec![
        "line-day".to_owned(),
        strike.campaign.name.clone(),
        site.id.clone(),
        line.id.clone(),
        day.date.to_string(),
    ];
    for ix in &day.shifts {
        let shift = view.ground.shift(*ix);
        let numbers = [shift.span.start.0, shift.span.end.0].into_iter();
        let numbers = numbers.chain([shift.minimum, shift.target, shift.maximum, shift.captains].map(i64::from));
        parts.push(shift.id.clone());
        parts.extend(numbers.map(|number| number.to_string()));
        for (skill, posts) in &shift.needs {
            parts.extend([strike.skill(*skill).to_owned(), posts.to_string()]);
        }
        for each in view.by_id(*ix) {
            parts.extend([view.raw_id(each.member), view.duty_word(each.duty)].map(str::to_owned));
            parts.extend(each.overrides.words().map(str::to_owned));
        }
    }
    Code::of(parts)
}

/// The head of a sheet of that day.
pub fn head(view: &View<'_>, day: &LineDay, title: String) -> Head {
    Head {
        title,
        place: where_to(view, day),
        dates: dates(view, day),
        version: version(view),
        state: state(view, &day.shifts),
        code: Some(code(view, day)),
    }
}

/// Prints the sheets of every line's day, and after the last of them `end`; where there is none, one titled `title` that says so.
pub fn print(
    view: &View<'_>,
    days: &[LineDay],
    title: &str,
    sheets: impl Fn(&LineDay) -> Vec<Sheet> + Sync,
    end: &str,
    to: &mut dyn Write,
) -> io::Result<()> {
    if days.is_empty() {
        return press::print(view, &[nothing(view, title.to_owned())], end, to);
    }
    press::print_lots(view, days, sheets, end, to)
}

/// A sheet that says that there is nothing to show: an empty file would look like a fault.
pub fn nothing(view: &View<'_>, title: String) -> Sheet {
    let place = view.site.map_or_else(String::new, |site| view.site_name(site).into_owned());
    let dates = view.day.map_or_else(|| plan_days(view), |day| calendar::day_long(day, view.language));
    Sheet {
        head: Head { title, place, dates, version: version(view), state: state(view, &[]), code: None },
        notes: vec![view.say("paper-nothing", &[])],
        totals: vec![totals(view, &[])],
        ..Sheet::default()
    }
}

/// The site that is shown; else that it is all of them.
pub fn where_shown(view: &View<'_>) -> String {
    view.site.map_or_else(|| view.say("coverage-everywhere", &[]), |site| view.site_name(site).into_owned())
}

/// The days of the plan: `Monday 7 December 2026 – Sunday 20 December 2026`.
pub fn plan_days(view: &View<'_>) -> String {
    let campaign = &view.ground.strike.campaign;
    let day = |day| calendar::day_long(day, view.language);
    format!("{} – {}", day(campaign.first_day), day(campaign.last_day()))
}

/// Which version of the roster.
pub fn version(view: &View<'_>) -> String {
    view.say("paper-version", &[("version", view.version.to_string().into())])
}

/// Whether these shifts stand as people were told.
pub fn state(view: &View<'_>, shifts: &[ShiftIx]) -> String {
    state_of(view, shifts.iter().filter_map(|ix| view.changes_since_published(*ix)).sum())
}

/// As [`state`], with so many changes.
pub fn state_of(view: &View<'_>, changes: usize) -> String {
    let Some(published) = view.published else { return view.say("paper-draft", &[]) };
    let version = ("published", Value::from(published.version.to_string()));
    if changes == 0 {
        view.say("paper-published", &[version])
    } else {
        view.say("paper-changed", &[version, ("changes", changes.into())])
    }
}

/// What the shifts of a sheet add up to.
pub fn totals(view: &View<'_>, shifts: &[ShiftIx]) -> String {
    totals_of(view, "paper-totals", shifts)
}

/// What the shifts add up to, in this sentence.
pub fn totals_of(view: &View<'_>, sentence: &str, shifts: &[ShiftIx]) -> String {
    let mut sum = Totals::default();
    let mut wanted: u32 = 0;
    for ix in shifts {
        let shift = view.ground.shift(*ix);
        sum += Totals::of(shift, view.tally(*ix));
        wanted += shift.target;
    }
    let values = [
        ("shifts", sum.shifts.into()),
        ("people", sum.assignments.into()),
        ("wanted", wanted.into()),
        ("captains", sum.planned.captain.filled.into()),
        ("of", sum.planned.captain.of.into()),
        ("gaps", sum.gaps().into()),
        ("worst", sum.worst.heads.into()),
        ("worst_gaps", sum.worst.gaps().into()),
    ];
    view.say(sentence, &values)
}
