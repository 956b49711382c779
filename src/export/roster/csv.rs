//! The roster as a table: one row for each member on each shift, and no other rows, so that rows can be counted and hours
//! added up. (Shifts without people are in the coverage, which has a row for every shift.) Column names are the same in
//! every language; names of places and shifts are in the one asked for.

use crate::export::cells::{Table, yes_no};
use crate::export::shift_data::{PLACE, place};
use crate::export::view::View;
use crate::model::{Assignment, ShiftIx};
use std::io::{self, Write};

/// The columns after those that tell the shift: of the member on it, then of its counts.
const COLUMNS: [&str; 15] = [
    "duty",
    "member",
    "name",
    "local",
    "at_risk",
    "pinned",
    "origin",
    "overrides",
    "reason",
    "status",
    "heads",
    "minimum",
    "target",
    "maximum",
    "worst_case",
];

/// Writes the table.
pub fn csv(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(view, &[&PLACE[..], &COLUMNS].concat(), to)?;
    for ix in view.shifts() {
        let (place, counts) = (place(view, ix), counts(view, ix));
        for each in view.by_id(ix) {
            table.row(place.iter().chain(&member(view, each)).chain(&counts))?;
        }
    }
    table.finish()
}

fn member(view: &View<'_>, each: &Assignment) -> [String; 9] {
    let row = view.ground.strike.member(each.member);
    [
        view.duty_word(each.duty).to_owned(),
        row.id.clone(),
        row.name.clone(),
        row.local.clone().unwrap_or_default(),
        yes_no(view.ground.at_risk(each.member)),
        yes_no(each.pinned),
        each.origin.word().to_owned(),
        each.overrides.words().collect::<Vec<_>>().join(";"),
        each.reason.as_deref().cloned().unwrap_or_default(),
    ]
}

fn counts(view: &View<'_>, ix: ShiftIx) -> [String; 6] {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    [
        tally.status(shift).word().to_owned(),
        tally.heads().to_string(),
        shift.minimum.to_string(),
        shift.target.to_string(),
        shift.maximum.to_string(),
        tally.worst_case().to_string(),
    ]
}
