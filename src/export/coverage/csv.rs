//! The coverage as a table: one row for each shift that exists.

use crate::export::cells::{Table, yes_no};
use crate::export::view::View;
use crate::model::ShiftIx;
use std::io::{self, Write};

const COLUMNS: [&str; 27] = [
    "shift",
    "date",
    "starts",
    "ends",
    "minutes",
    "site",
    "site_name",
    "region",
    "line",
    "line_name",
    "template",
    "label",
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
    let mut table = Table::new(view, &COLUMNS, to)?;
    for ix in view.shifts() {
        table.row(row(view, ix))?;
    }
    table.finish()
}

fn row(view: &View<'_>, ix: ShiftIx) -> [String; 27] {
    let (shift, tally, strike) = (view.ground.shift(ix), view.tally(ix), &view.ground.strike);
    let (site, line, template) = (strike.site(shift.site), strike.line(shift.line), strike.template(shift.template));
    let (held, status) = (tally.planned(), tally.status(shift));
    let wanted: u32 = shift.needs.iter().map(|(_, posts)| posts).sum();
    [
        shift.id.clone(),
        shift.date.to_string(),
        shift.span.start.rfc3339(site.zone),
        shift.span.end.rfc3339(site.zone),
        shift.minutes().to_string(),
        site.id.clone(),
        site.name(view.language).to_owned(),
        site.region.map_or_else(String::new, |region| region.to_string()),
        line.id.clone(),
        line.name(view.language).to_owned(),
        template.id.clone(),
        template.label(view.language).to_owned(),
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
