//! The coverage picture: every line down, time across, and in each field how well the line is covered; in columns, as a
//! table, as a document, as a picture. Two numbers throughout, planned and worst case; shortfalls are never netted.

mod csv;
mod json;
mod svg;
mod text;

pub use csv::csv;
pub use json::json;
pub use svg::{drawn, svg};
pub use text::{sheets, text};

use super::view::View;
use crate::engine::coverage::{Status, Totals};
use crate::model::{LineIx, ShiftIx, TemplateIx};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A column: a day, or one of its templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    date: NaiveDate,
    template: Option<TemplateIx>,
}

/// The picture: a field for every line and column that has a shift.
struct Matrix {
    /// In order of time.
    columns: Vec<Column>,
    /// Lines in the order of the files, with their fields.
    rows: Vec<(LineIx, BTreeMap<Column, Field>)>,
}

/// What a line's shifts in a column add up to.
#[derive(Debug, Clone, Default)]
struct Field {
    shifts: Vec<ShiftIx>,
    totals: Totals,
}

impl Matrix {
    /// The picture of these shifts; `by_template` splits the days.
    fn of(view: &View<'_>, shifts: impl IntoIterator<Item = ShiftIx>, by_template: bool) -> Self {
        let mut columns = BTreeSet::new();
        let mut rows: BTreeMap<LineIx, BTreeMap<Column, Field>> = BTreeMap::new();
        for ix in shifts {
            let shift = view.ground.shift(ix);
            let column = Column { date: shift.date, template: by_template.then_some(shift.template) };
            columns.insert(column);
            let field = rows.entry(shift.line).or_default().entry(column).or_default();
            field.shifts.push(ix);
            field.totals += Totals::of(shift, view.tally(ix));
        }
        let strike = &view.ground.strike;
        let mut columns: Vec<Column> = columns.into_iter().collect();
        // Templates stand in the order of the clock; of two at the same time, in that of the file.
        columns.sort_by_key(|each| (each.date, each.template.map(|ix| (strike.template(ix).start, ix))));
        Self { columns, rows: rows.into_iter().collect() }
    }
}

/// A line's site, and its own name where it has one.
fn names(view: &View<'_>, line: LineIx) -> (String, Option<String>) {
    let site = view.ground.strike.line(line).site;
    (view.site_name(site).into_owned(), view.line_name(line).map(std::borrow::Cow::into_owned))
}

/// One sign for each status, the same in every language and on every printer; a line that is full has none, so that what is
/// not stands out.
fn sign(status: Status) -> &'static str {
    match status {
        Status::Open => "X",
        Status::Short => "!",
        Status::Captain => "c",
        Status::Skill => "s",
        Status::Thin => "-",
        Status::Full => "",
    }
}
