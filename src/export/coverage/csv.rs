//! The coverage as a table: one row for each shift that exists.

use crate::export::cells::{Table, yes_no};
use crate::export::shift_data::{PLACE, place};
use crate::export::view::View;
use crate::model::ShiftIx;
use std::io::{self, Write};

/// The columns after those that tell the shift.
const COLUMNS: [&str; 16] = [
    "region",
    "status",
    "is_gap",
    "heads",
    "minimum",
    "target",
    "maximum",
    "captains",
    "captains_wanted",
    "skills",
    "skills_wanted",
    "to_minimum",
    "to_target",
    "worst_case",
    "worst_case_status",
    "at_risk",
];

/// Writes the table.
pub fn csv(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(view, &[&PLACE[..], &COLUMNS].concat(), to)?;
    for ix in view.shifts() {
        table.row(place(view, ix).iter().chain(&counts(view, ix)))?;
    }
    table.finish()
}

fn counts(view: &View<'_>, ix: ShiftIx) -> [String; 16] {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    let (held, status) = (tally.planned(), tally.status(shift));
    let wanted: u32 = shift.needs.iter().map(|(_, posts)| posts).sum();
    [
        view.site_of(shift).region.map_or_else(String::new, |region| region.to_string()),
        status.word().to_owned(),
        yes_no(status.is_gap()),
        held.heads.to_string(),
        shift.minimum.to_string(),
        shift.target.to_string(),
        shift.maximum.to_string(),
        held.captains.to_string(),
        shift.captains.to_string(),
        (wanted - held.skills_missing(shift)).to_string(),
        wanted.to_string(),
        held.short_by(shift).to_string(),
        shift.target.saturating_sub(held.heads).to_string(),
        tally.worst_case().to_string(),
        tally.worst_status(shift).word().to_owned(),
        tally.at_risk().to_string(),
    ]
}
