//! The roster as a table: one row for each member on each shift, and no other rows, so that rows can be counted and hours
//! added up. (Shifts without people are in the coverage, which has a row for every shift.) Column names are the same in
//! every language; names of places and shifts are in the one asked for.

use crate::export::cells::{Table, yes_no};
use crate::export::view::View;
use crate::model::{Assignment, ShiftIx};
use std::io::{self, Write};

/// The columns of a row, in order: of the shift, of the member on it, of the shift's counts.
const COLUMNS: [&str; 26] = [
    "shift",
    "date",
    "starts",
    "ends",
    "minutes",
    "site",
    "site_name",
    "line",
    "line_name",
    "template",
    "label",
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
    let mut table = Table::new(view, &COLUMNS, to)?;
    for ix in view.shifts() {
        let (place, counts) = (place(view, ix), counts(view, ix));
        for each in view.by_id(ix) {
            table.row(place.iter().chain(&member(view, each)).chain(&counts))?;
        }
    }
    table.finish()
}

fn place(view: &View<'_>, ix: ShiftIx) -> [String; 11] {
    let shift = view.ground.shift(ix);
    let strike = &view.ground.strike;
    let (site, line) = (strike.site(shift.site), strike.line(shift.line));
    [
        shift.id.clone(),
        shift.date.to_string(),
        shift.span.start.rfc3339(site.zone),
        shift.span.end.rfc3339(site.zone),
        shift.minutes().to_string(),
        site.id.clone(),
        site.name(view.language).to_owned(),
        line.id.clone(),
        line.name(view.language).to_owned(),
        strike.template(shift.template).id.clone(),
        strike.template(shift.template).label(view.language).to_owned(),
    ]
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
        each.reason.clone().unwrap_or_default(),
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
