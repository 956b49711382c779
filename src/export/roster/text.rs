//! The roster on paper: a sheet for each line's day, with everyone's post, and lines to write on where a post is open.

use super::end;
use crate::export::fit::columns;
use crate::export::furniture::{Block, Row, RowKind, Sheet};
use crate::export::line_day::{self, AT_RISK, LineDay, Place};
use crate::export::people::People;
use crate::export::view::View;
use crate::model::{Assignment, ShiftIx};
use std::io::{self, Write};

/// Widest that the column of the locals grows.
const LOCAL: usize = 10;

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = line_day::line_days(view);
    let maker = Maker::of(view);
    let end = end(view, days.len());
    line_day::print(view, &days, "", |day| vec![maker.sheet(view, day)], &end, to)
}

/// Makes the sheets of one view: holds what is worked out once for all of them.
pub struct Maker(People);

impl Maker {
    /// For the sheets of `view`.
    pub fn of(view: &View<'_>) -> Self {
        Self(People::of(view, "paper-column-local", LOCAL, |member| columns(&view.member_local(member))))
    }

    /// The sheet of a line's day.
    pub fn sheet(&self, view: &View<'_>, day: &LineDay) -> Sheet {
        sheet(view, &self.0, day)
    }
}

fn sheet(view: &View<'_>, layout: &People, day: &LineDay) -> Sheet {
    let word = |id: &str| view.say(id, &[]);
    let mut totals = vec![line_day::totals(view, &day.shifts)];
    if line_day::any_at_risk(view, &day.shifts) {
        totals.push(format!("{AT_RISK} {}", word("paper-at-risk")));
    }
    let titles = ["paper-column-post", "paper-column-name", "paper-column-member", "paper-column-local"].map(word);
    Sheet {
        head: line_day::head(view, day, String::new()),
        notes: line_day::notes(view, day),
        columns: vec![layout.row(&titles[0], &titles[1], &titles[2], &titles[3], "")],
        blocks: day.shifts.iter().map(|ix| block(view, layout, *ix)).collect(),
        totals,
        ..Sheet::default()
    }
}

fn block(view: &View<'_>, layout: &People, ix: ShiftIx) -> Block {
    let (heading, again) = line_day::heading(view, ix, layout.width);
    let places = line_day::places(view, ix);
    let mut rows: Vec<Row> = places.rows.iter().map(|place| row(view, layout, place)).collect();
    for remark in line_day::remarks(view, &places) {
        rows.push(Row { lines: layout.remark(&remark), kind: RowKind::Remark });
    }
    Block { heading, again, rows, ..Block::default() }
}

fn row(view: &View<'_>, layout: &People, place: &Place<'_>) -> Row {
    match place {
        Place::Held(each) => person(view, layout, each),
        Place::Open(duty) => Row { lines: vec![layout.vacancy(*duty)], kind: RowKind::Open },
    }
}

fn person(view: &View<'_>, layout: &People, each: &Assignment) -> Row {
    let mark = if view.ground.at_risk(each.member) { AT_RISK } else { "" };
    let member = each.member;
    let mut lines = vec![layout.row(
        layout.duty(each.duty),
        &view.member_name(member),
        &view.member_id(member),
        &view.member_local(member),
        mark,
    )];
    if let Some(aside) = line_day::set_aside(view, each) {
        lines.extend(layout.remark(&aside));
    }
    Row { lines, kind: RowKind::Person }
}
