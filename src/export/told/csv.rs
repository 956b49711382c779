//! The differences as a table: one row each. Column names are the same in every language.

use super::{Difference, List, Place, differences, is_short_notice};
use crate::export::cells::{Table, yes_no};
use crate::export::view::View;
use std::io::{self, Write};

const WHO: [&str; 3] = ["member", "name", "local"];
const PHONES: [&str; 2] = ["phone", "email"];
const WHAT: [&str; 12] = [
    "change",
    "shift",
    "date",
    "starts",
    "ends",
    "site_name",
    "line_name",
    "label",
    "duty_before",
    "duty_after",
    "exists",
    "short_notice",
];

/// Writes the table.
pub fn csv(view: &View<'_>, list: List, to: &mut dyn Write) -> io::Result<()> {
    let phones: &[&str] = if list == List::Calls { &PHONES } else { &[] };
    let mut table = Table::new(view, &[&WHO, phones, &WHAT].concat(), to)?;
    for (member, all) in differences(view, list) {
        let row = view.ground.strike.member(member);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut who = vec![row.id.clone(), row.name.clone(), text(&row.local)];
        if list == List::Calls {
            who.extend([text(&row.phone), text(&row.email)]);
        }
        for each in &all {
            table.row(who.iter().chain(&what(view, each)))?;
        }
    }
    table.finish()
}

fn what(view: &View<'_>, each: &Difference) -> [String; 12] {
    let [id, date, starts, ends, site, line, label] = match &each.shift {
        Place::Shift(ix) => {
            let shift = view.ground.shift(*ix);
            let (site, strike) = (view.site_of(shift), &view.ground.strike);
            [
                shift.id.clone(),
                shift.date.to_string(),
                shift.span.start.rfc3339(site.zone),
                shift.span.end.rfc3339(site.zone),
                site.name(view.language).to_owned(),
                strike.line(shift.line).name(view.language).to_owned(),
                strike.template(shift.template).label(view.language).to_owned(),
            ]
        }
        Place::Lost(id) => {
            let date = id.split('/').nth(2).unwrap_or("").to_owned();
            [id.clone(), date, String::new(), String::new(), String::new(), String::new(), String::new()]
        }
    };
    [
        each.word().to_owned(),
        id,
        date,
        starts,
        ends,
        site,
        line,
        label,
        each.before.clone().unwrap_or_default(),
        each.after.clone().unwrap_or_default(),
        yes_no(matches!(each.shift, Place::Shift(_))),
        yes_no(is_short_notice(view, each)),
    ]
}
