//! The roster as a document, exactly as the contract has it. One shift a line, so that two documents can be compared by
//! any tool that compares lines.

use crate::export::harmless_json;
use crate::export::view::View;
use crate::model::{Assignment, ShiftIx, SkillIx};
use serde::{Serialize, Serializer};
use std::io::{self, Write};

#[derive(Serialize)]
struct ShiftRow<'a> {
    id: &'a str,
    starts: String,
    ends: String,
    minimum: u32,
    target: u32,
    maximum: u32,
    captains: u32,
    needs: Needs<'a>,
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

/// Skills and their numbers, as an object in the order of the skills' names.
struct Needs<'a> {
    view: &'a View<'a>,
    posts: &'a [(SkillIx, u32)],
}

impl Serialize for Needs<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.posts.iter().map(|(skill, count)| (self.view.ground.strike.skill(*skill), count)))
    }
}

/// Writes the document.
pub fn json(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    harmless_json::head(view, to)?;
    to.write_all(b",\"shifts\":[")?;
    for (at, ix) in view.shifts().enumerate() {
        to.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        harmless_json::write(to, &shift_row(view, ix))?;
    }
    let totals = view.totals();
    let (shifts, assignments, gaps) = (totals.shifts, totals.assignments, totals.gaps);
    writeln!(to, "\n],\"totals\":{{\"shifts\":{shifts},\"assignments\":{assignments},\"gaps\":{gaps}}}}}")
}

fn shift_row<'a>(view: &'a View<'a>, ix: ShiftIx) -> ShiftRow<'a> {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    let zone = view.site_of(shift).zone;
    ShiftRow {
        id: &shift.id,
        starts: shift.span.start.rfc3339(zone),
        ends: shift.span.end.rfc3339(zone),
        minimum: shift.minimum,
        target: shift.target,
        maximum: shift.maximum,
        captains: shift.captains,
        needs: Needs { view, posts: &shift.needs },
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
