//! The roster as a document, exactly as the contract has it. One shift a line, so that two documents can be compared by
//! any tool that compares lines.

use crate::export::document;
use crate::export::shift_data::{ShiftHead, Skills};
use crate::export::view::View;
use crate::model::{Assignment, ShiftIx};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct ShiftRow<'a> {
    #[serde(flatten)]
    shift: ShiftHead<'a>,
    captains: u32,
    needs: Skills<'a>,
    heads: u32,
    worst_case: u32,
    status: &'static str,
    assigned: Vec<Stander<'a>>,
}

#[derive(Serialize)]
struct Stander<'a> {
    member: &'a str,
    duty: &'a str,
    pinned: bool,
    origin: &'static str,
    overrides: Vec<&'static str>,
}

/// Writes the document.
pub fn json(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    document::head(view, to)?;
    document::rows(to, "shifts", view.shifts().map(|ix| shift_row(view, ix)))?;
    let totals = view.totals();
    let (shifts, assignments, gaps) = (totals.shifts, totals.assignments, totals.gaps);
    writeln!(to, ",\"totals\":{{\"shifts\":{shifts},\"assignments\":{assignments},\"gaps\":{gaps}}}}}")
}

fn shift_row<'a>(view: &'a View<'a>, ix: ShiftIx) -> ShiftRow<'a> {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    ShiftRow {
        shift: ShiftHead::of(view, ix),
        captains: shift.captains,
        needs: Skills::of(view, shift.needs.clone()),
        heads: tally.heads(),
        worst_case: tally.worst_case(),
        status: tally.status(shift).word(),
        assigned: view.by_id(ix).into_iter().map(|each| stander(view, each)).collect(),
    }
}

fn stander<'a>(view: &View<'a>, each: &'a Assignment) -> Stander<'a> {
    Stander {
        member: view.raw_id(each.member),
        duty: view.duty_word(each.duty),
        pinned: each.pinned,
        origin: each.origin.word(),
        overrides: each.overrides.words().collect(),
    }
}
