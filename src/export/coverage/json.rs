//! The coverage as a document: every shift with its counts, and every line's days summed up. One shift or day a line, so
//! that two documents can be compared by any tool that compares lines.

use super::{Field, Matrix};
use crate::export::document;
use crate::export::shift_data::{ShiftHead, Skills};
use crate::export::view::View;
use crate::model::ShiftIx;
use crate::speech::json;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct ShiftRow<'a> {
    #[serde(flatten)]
    shift: ShiftHead<'a>,
    heads: u32,
    worst_case: u32,
    status: &'static str,
    worst_case_status: &'static str,
    captains_missing: u32,
    needs_missing: Skills<'a>,
}

#[derive(Serialize)]
struct DayRow<'a> {
    site: &'a str,
    line: &'a str,
    date: String,
    shifts: u32,
    heads: u32,
    worst_case: i64,
    to_target: i64,
    worst_case_to_target: i64,
    gaps: u32,
    worst_case_gaps: u32,
    status: Option<&'static str>,
    worst_case_status: Option<&'static str>,
}

#[derive(Serialize)]
struct Sums {
    shifts: usize,
    assignments: usize,
    gaps: usize,
    worst_case_gaps: usize,
}

/// Writes the document.
pub fn json(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    document::head(view, to)?;
    document::rows(to, "shifts", view.shifts().map(|ix| shift(view, ix)))?;
    let matrix = Matrix::of(view, view.shifts(), false);
    let days = matrix.rows.iter().flat_map(|(line, fields)| {
        let line = view.ground.strike.line(*line);
        let site = &view.ground.strike.site(line.site).id;
        fields.iter().map(move |(column, field)| day(site, &line.id, column.date.to_string(), field))
    });
    document::rows(to, "days", days)?;
    let totals = view.totals();
    let is_worst_gap = |ix: &ShiftIx| view.tally(*ix).worst_status(view.ground.shift(*ix)).is_gap();
    let sums = Sums {
        shifts: totals.shifts,
        assignments: totals.assignments,
        gaps: totals.gaps,
        worst_case_gaps: view.shifts().filter(is_worst_gap).count(),
    };
    to.write_all(b",\"totals\":")?;
    json::write(to, &sums)?;
    to.write_all(b"}\n")
}

fn shift<'a>(view: &'a View<'a>, ix: ShiftIx) -> ShiftRow<'a> {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    ShiftRow {
        shift: ShiftHead::of(view, ix),
        heads: tally.heads(),
        worst_case: tally.worst_case(),
        status: tally.status(shift).word(),
        worst_case_status: tally.worst_status(shift).word(),
        captains_missing: tally.planned().captains_missing(shift),
        needs_missing: Skills::of(view, tally.planned().needs_missing(shift)),
    }
}

fn day<'a>(site: &'a str, line: &'a str, date: String, field: &Field) -> DayRow<'a> {
    let totals = &field.totals;
    DayRow {
        site,
        line,
        date,
        shifts: totals.shifts,
        heads: totals.assignments,
        worst_case: totals.worst.heads,
        to_target: totals.planned.target.missing(),
        worst_case_to_target: totals.worst.target.missing(),
        gaps: totals.gaps(),
        worst_case_gaps: totals.worst.gaps(),
        status: totals.planned.worst_status().map(crate::engine::coverage::Status::word),
        worst_case_status: totals.worst.worst_status().map(crate::engine::coverage::Status::word),
    }
}
