//! The ledger as a table: one row for each member and week. Column names are the same in every language.

use crate::engine::pay::{Row, Week};
use crate::export::cells::Table;
use crate::export::view::View;
use std::io::{self, Write};

const COLUMNS: [&str; 17] = [
    "week",
    "strike_week",
    "member",
    "name",
    "local",
    "rostered_minutes",
    "attended_minutes",
    "credited_minutes",
    "full_minutes",
    "full_pay",
    "strike_pay",
    "not_signed_out",
    "no_shows",
    "alternate_minutes",
    "essential_minutes",
    "signed_off_pay",
    "correction",
];

/// Writes the table.
pub fn csv(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(view, &COLUMNS, to)?;
    for week in view.weeks() {
        for row in &week.rows {
            table.row(of(view, week, row))?;
        }
    }
    table.finish()
}

fn of(view: &View<'_>, week: &Week, row: &Row) -> [String; 17] {
    let member = row.ix.map(|ix| view.ground.strike.member(ix));
    [
        week.starts.to_string(),
        week.number.to_string(),
        row.member.clone(),
        member.map_or_else(String::new, |member| member.name.clone()),
        member.and_then(|member| member.local.clone()).unwrap_or_default(),
        row.rostered.to_string(),
        row.attended.to_string(),
        row.credited.to_string(),
        row.full.to_string(),
        week.rate.to_string(),
        row.pay.to_string(),
        row.open.to_string(),
        row.no_shows.to_string(),
        row.alternate.to_string(),
        row.essential.to_string(),
        row.signed.map_or_else(String::new, |signed| signed.pay.to_string()),
        row.correction().map_or_else(String::new, |pay| pay.to_string()),
    ]
}
