//! The differences as a table: one row each. Column names are the same in every language.

use super::{List, differences};
use crate::app::told::{Difference, Person, Place};
use crate::export::cells::{Table, yes_no};
use crate::export::view::View;
use crate::model::member::Member;
use crate::model::{Instant, Span};
use crate::rules::closed::day_in;
use std::io::{self, Write};

const WHO: [&str; 3] = ["member", "name", "local"];
const PHONES: [&str; 2] = ["phone", "email"];
const WHAT: [&str; 14] = [
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
    "starts_before",
    "ends_before",
];

/// Writes the table.
pub fn csv(view: &View<'_>, list: List, to: &mut dyn Write) -> io::Result<()> {
    let phones: &[&str] = if list == List::Calls { &PHONES } else { &[] };
    let mut table = Table::new(view, &[&WHO, phones, &WHAT].concat(), to)?;
    for (person, all) in differences(view, list) {
        let row = match person {
            Person::Member(member) => Some(view.ground.strike.member(member)),
            Person::Gone(_) => None,
        };
        let text = |field: fn(&Member) -> Option<&String>| row.and_then(field).cloned().unwrap_or_default();
        let mut who =
            vec![person.id(view.ground).to_owned(), text(|row| Some(&row.name)), text(|row| row.local.as_ref())];
        if list == List::Calls {
            who.extend([text(|row| row.phone.as_ref()), text(|row| row.email.as_ref())]);
        }
        for each in &all {
            table.row(who.iter().chain(&what(view, each)))?;
        }
    }
    table.finish()
}

fn what(view: &View<'_>, each: &Difference) -> [String; 14] {
    let strike = &view.ground.strike;
    let (site, line, template, date) = match each.at {
        Place::Shift(ix) => {
            let shift = view.ground.shift(ix);
            (Some(shift.site), Some(shift.line), Some(shift.template), shift.date.to_string())
        }
        Place::Lost(lost) => (Some(lost.site), Some(lost.line), Some(lost.template), lost.date.to_string()),
        Place::Unknown => (None, None, None, day_in(&each.id).to_owned()),
    };
    let zone = site.map_or(strike.campaign.zone, |site| strike.site(site).zone);
    let time = |of: fn(Span) -> Instant| each.span(view.ground).map_or_else(String::new, |span| of(span).rfc3339(zone));
    let told = |of: fn(Span) -> Instant| each.was.map_or_else(String::new, |was| of(was.span).rfc3339(was.zone));
    let named = |name: Option<&str>| name.unwrap_or("").to_owned();
    [
        each.word().to_owned(),
        each.id.clone(),
        date,
        time(|span| span.start),
        time(|span| span.end),
        named(site.map(|site| strike.site(site).name(view.language))),
        named(line.map(|line| strike.line(line).name(view.language))),
        named(template.map(|template| strike.template(template).label(view.language))),
        each.before.clone().unwrap_or_default(),
        each.after.clone().unwrap_or_default(),
        yes_no(matches!(each.at, Place::Shift(_))),
        yes_no(each.is_short_notice(&view.asked())),
        told(|span| span.start),
        told(|span| span.end),
    ]
}
