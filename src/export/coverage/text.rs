//! The coverage on paper: a sheet for each week with its days across, or for one day with its shifts across.

use super::{Column, Field, Matrix, names, sign};
use crate::engine::coverage::{Count, Status, Totals};
use crate::export::code::Code;
use crate::export::fit::{columns, cut, pad, wrap};
use crate::export::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use crate::export::line_day;
use crate::export::press;
use crate::export::view::View;
use crate::model::ShiftIx;
use crate::speech::{calendar, refusal::coverage_word};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Columns of a field: `120/120 !`. Wide paper and few of them make room for more.
const FIELD: (usize, usize) = (8, 14);
/// Columns at least for the names of sites and lines; and so many before the fields grow.
const NAME: (usize, usize) = (20, 34);

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut made = sheets(view);
    if made.is_empty() {
        made.push(line_day::nothing(view, view.say("coverage-title", &[])));
    }
    let shown: Vec<ShiftIx> = view.shifts().collect();
    press::print(view, &made, &line_day::totals_of(view, "coverage-end", &shown), to)
}

/// The sheets.
pub fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let width = paper_width(view);
    let room = ((width - NAME.0) / FIELD.0).max(1);
    let mut weeks: BTreeMap<NaiveDate, Vec<ShiftIx>> = BTreeMap::new();
    for ix in view.shifts() {
        let shift = view.ground.shift(ix);
        let week = crate::model::time::week_of(shift.date, view.ground.strike.pay.week_starts);
        weeks.entry(week).or_default().push(ix);
    }
    let mut made = Vec::new();
    for (week, shifts) in weeks {
        let matrix = Matrix::of(view, shifts.iter().copied(), view.day.is_some());
        for columns in matrix.columns.chunks(room) {
            made.push(sheet(view, width, week, &matrix, columns));
        }
    }
    made
}

fn sheet(view: &View<'_>, width: usize, week: NaiveDate, matrix: &Matrix, columns: &[Column]) -> Sheet {
    let shown = |fields: &BTreeMap<Column, Field>| -> Vec<Option<Totals>> {
        columns.iter().map(|column| fields.get(column).map(|field| field.totals)).collect()
    };
    let mut sums = vec![Totals::default(); columns.len()];
    let mut rows: Vec<Row> = Vec::new();
    let mut shifts: Vec<ShiftIx> = Vec::new();
    let field_width = (width.saturating_sub(NAME.1) / columns.len().max(1)).clamp(FIELD.0, FIELD.1);
    let name_width = width - field_width * columns.len();
    for (line, fields) in &matrix.rows {
        let row = shown(fields);
        if row.iter().all(Option::is_none) {
            continue;
        }
        for (sum, totals) in sums.iter_mut().zip(&row) {
            *sum += totals.unwrap_or_default();
        }
        shifts.extend(columns.iter().filter_map(|column| fields.get(column)).flat_map(|field| &field.shifts));
        let (site, line) = names(view, *line);
        rows.push(Row { lines: lines(&site, line.as_deref(), &row, name_width, field_width), kind: RowKind::Open });
    }
    let all: Vec<Option<Totals>> = sums.into_iter().map(|sum| (sum.shifts > 0).then_some(sum)).collect();
    let total = Row {
        lines: lines(&view.say("coverage-all", &[]), None, &all, name_width, field_width),
        kind: RowKind::Remark,
    };
    let rule = Row { lines: vec!["-".repeat(width)], kind: RowKind::Remark };
    rows.extend([rule, total]);
    shifts.sort_unstable();
    Sheet {
        head: Head {
            title: view.say("coverage-title", &[]),
            place: line_day::where_shown(view),
            dates: dates(view, week, &shifts),
            version: line_day::version(view),
            state: line_day::state(view, &shifts),
            code: Some(code(view, &shifts)),
        },
        notes: vec![legend(view)],
        columns: titles(view, columns, name_width, field_width),
        blocks: vec![Block { rows, ..Block::default() }],
        totals: vec![line_day::totals(view, &shifts)],
        counted: Counted::Rows,
    }
}

/// The days of a week, or the day and the next when a shift runs past midnight.
fn dates(view: &View<'_>, week: NaiveDate, shifts: &[ShiftIx]) -> String {
    let long = |date| calendar::day_long(date, view.language);
    let Some(day) = view.day else {
        return format!("{} – {}", long(week), long(week + Days::new(6)));
    };
    line_day::day_dates(view, day, shifts)
}

/// Two lines over the fields: days, or the times and names of the day's shifts.
fn titles(view: &View<'_>, columns: &[Column], name_width: usize, field_width: usize) -> Vec<String> {
    let field = |text: &str| pad(&format!(" {}", cut(text, field_width - 1)), field_width);
    let mut above = pad(&view.say("coverage-column-line", &[]), name_width);
    let mut below = " ".repeat(name_width);
    for column in columns {
        match column.template {
            None => {
                above.push_str(&field(calendar::weekday_short(chrono::Datelike::weekday(&column.date), view.language)));
                // The month stands in the head too: a narrow field tells the day rather than half of the month.
                let date = calendar::date_short(column.date, view.language);
                let is_cut = self::columns(&date) >= field_width;
                below.push_str(&field(&if is_cut { chrono::Datelike::day(&column.date).to_string() } else { date }));
            }
            Some(template) => {
                let template = view.ground.strike.template(template);
                above.push_str(&field(&crate::speech::visible::visible(template.label(view.language))));
                below.push_str(&field(&calendar::clock(template.start, view.language)));
            }
        }
    }
    let width = name_width + field_width * columns.len();
    vec![above.trim_end().to_owned(), below.trim_end().to_owned(), "-".repeat(width)]
}

/// A row: what is planned, and below it the worst case where that is another; beside them the site, and its line below.
fn lines(site: &str, line: Option<&str>, row: &[Option<Totals>], name_width: usize, field_width: usize) -> Vec<String> {
    let planned = |each: &Option<Totals>| match each {
        Some(sum) => field(&sum.planned, false, field_width),
        None => pad(" .", field_width),
    };
    let planned: String = row.iter().map(planned).collect();
    let worst: Vec<String> = row
        .iter()
        .map(|each| match each {
            Some(sum) if differs(sum) => field(&sum.worst, true, field_width),
            _ => " ".repeat(field_width),
        })
        .collect();
    let worst = worst.concat();
    // What tells one office from the next often stands last in its name.
    let mut names = wrap(site, name_width - 1, 3);
    let line = line.map(|line| wrap(line, name_width - 3, 2)).unwrap_or_default();
    names.extend(line.iter().map(|line| format!("  {line}")));
    let mut numbers = [planned, worst].into_iter();
    let mut names = names.into_iter();
    let mut lines = Vec::new();
    loop {
        let (name, numbers) = (names.next(), numbers.next().unwrap_or_default());
        if name.is_none() && numbers.trim().is_empty() {
            return lines;
        }
        let name = pad(&name.unwrap_or_default(), name_width - 1);
        lines.push(format!("{name} {numbers}").trim_end().to_owned());
    }
}

fn differs(sum: &Totals) -> bool {
    let seen = |count: &Count| (count.target.filled, count.worst_status());
    seen(&sum.planned) != seen(&sum.worst)
}

/// ` 33/36 !`; the worst case `(29) c`.
fn field(count: &Count, is_worst: bool, width: usize) -> String {
    let numbers = if is_worst {
        format!("({})", count.target.filled)
    } else {
        let numbers = format!("{}/{}", count.target.filled, count.target.of);
        // Beyond the field, what is there counts more than what was asked.
        if columns(&numbers) > width - 2 { count.target.filled.to_string() } else { numbers }
    };
    let mark = count.worst_status().map_or("", sign);
    pad(&format!(" {numbers}{mark}"), width)
}

fn legend(view: &View<'_>) -> String {
    let speech = view.speech();
    let signs = Status::ALL.iter().filter(|status| !sign(**status).is_empty());
    let signs: Vec<String> = signs.map(|each| format!("{} {}", sign(*each), coverage_word(speech, *each))).collect();
    view.say("coverage-legend", &[("signs", signs.join(", ").into())])
}

fn code(view: &View<'_>, shifts: &[ShiftIx]) -> Code {
    let mut parts = vec!["coverage".to_owned(), view.ground.strike.campaign.name.clone()];
    for ix in shifts {
        let (shift, tally) = (view.ground.shift(*ix), view.tally(*ix));
        let counts = [tally.heads(), tally.worst_case(), shift.target].map(|number| number.to_string());
        parts.push(shift.id.clone());
        parts.extend(counts);
        parts.extend([tally.status(shift).word(), tally.worst_status(shift).word()].map(str::to_owned));
    }
    Code::of(parts)
}
