//! Which sheet a code is of: as the roster is now, or as it was.

use super::code::Code;
use super::line_day::{self, LineDay};
use super::view::View;
use super::{What, board, calendar, coverage, essential, furniture, hours, member, report, short};
use crate::model::{LineIx, MemberIx, ShiftIx};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A sheet that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub what: What,
    /// Whose, or where; in the language of the view.
    pub place: String,
    /// The local dates.
    pub dates: String,
}

/// The sheet with this code, when the roster as it is now makes one: of every line's day and every member's weeks, and of
/// the sheets about the whole plan or one of its days.
pub fn find(view: &View<'_>, code: Code) -> Option<Found> {
    let days = line_day::line_days(view);
    let of_day = |day: &LineDay| line_day_found(view, day);
    if let Some(day) = days.iter().find(|day| line_day::code(view, day) == code) {
        return Some(of_day(day));
    }
    if let Some(day) = days.iter().find(|day| report::code(view, day) == code) {
        return Some(Found { what: What::Report, ..of_day(day) });
    }
    if let Some(found) = view.ground.strike.member_indices().find_map(|one| member_found(view, one, code)) {
        return Some(found);
    }
    let plan = &view.ground.strike.campaign;
    let dates = plan.first_day.iter_days().take(usize::from(plan.days)).map(Some);
    let with_code = |what: What, sheets: Vec<furniture::Sheet>| {
        let sheet = sheets.into_iter().find(|sheet| sheet.head.code == Some(code))?;
        Some(Found { what, place: sheet.head.place, dates: sheet.head.dates })
    };
    std::iter::once(None)
        .chain(dates)
        .find_map(|day: Option<NaiveDate>| {
            let view = &View { day, ..view.clone() };
            with_code(What::Essential, essential::sheets(view))
                .or_else(|| with_code(What::Coverage, coverage::sheets(view)))
                .or_else(|| with_code(What::Board, vec![board::sheet(view)]))
        })
        .or_else(|| with_code(What::Hours, hours::sheets(view)))
        .or_else(|| with_code(What::Short, short::sheets(view)))
        .or_else(|| with_code(What::Calendar, vec![calendar::sheet(view)]))
}

/// As [`find`], of a roster of the past, where only these assignments were others than after it: the sheets of a line's
/// day and of members.
pub fn find_touched(view: &View<'_>, code: Code, touched: &[(ShiftIx, MemberIx)]) -> Option<Found> {
    let days: BTreeSet<(LineIx, NaiveDate)> =
        touched.iter().map(|(ix, _)| (view.ground.shift(*ix).line, view.ground.shift(*ix).date)).collect();
    for (line, date) in days {
        let templates = &view.ground.strike.line(line).templates;
        let mut shifts: Vec<ShiftIx> =
            templates.iter().filter_map(|template| view.ground.timetable.find(line, date, *template)).collect();
        shifts.sort_unstable();
        let day = LineDay { site: view.ground.strike.line(line).site, line, date, shifts };
        if line_day::code(view, &day) == code {
            return Some(line_day_found(view, &day));
        }
    }
    let members: BTreeSet<MemberIx> = touched.iter().map(|(_, member)| *member).collect();
    members.into_iter().find_map(|member| member_found(view, member, code))
}

fn line_day_found(view: &View<'_>, day: &LineDay) -> Found {
    Found { what: What::Roster, place: line_day::where_to(view, day), dates: line_day::dates(view, day) }
}

fn member_found(view: &View<'_>, one: MemberIx, code: Code) -> Option<Found> {
    (member::code(view, one) == code).then(|| Found {
        what: What::Member,
        place: view.member(one),
        dates: line_day::plan_days(view),
    })
}
