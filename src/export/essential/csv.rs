//! The essential-duty roster as a table: one row for each designation (and for each requirement nobody is designated to),
//! then one for each call-in.

use super::{CallIn, Service, call_ins, services};
use crate::export::cells::Table;
use crate::export::view::View;
use crate::model::essential::{Designation, Part};
use std::io::{self, Write};

const COLUMNS: [&str; 20] = [
    "entry",
    "requirement",
    "site",
    "site_name",
    "service",
    "part",
    "classification",
    "required",
    "normal_complement",
    "windows",
    "trigger",
    "member",
    "name",
    "kind",
    "hours",
    "alternate_for",
    "alternate_for_name",
    "response_minutes",
    "called_at",
    "called_for",
];

/// Writes the table.
pub fn csv(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(view, &COLUMNS, to)?;
    for (_, services) in services(view) {
        for service in &services {
            for each in &service.people {
                let row = [&["designation".to_owned()], &required(view, service)[..], &person(view, each)].concat();
                table.row(row)?;
            }
            if service.people.is_empty() {
                table.row([&["requirement".to_owned()], &required(view, service)[..], &blank::<9>()].concat())?;
            }
        }
    }
    for each in call_ins(view) {
        table.row(call_in(view, &each))?;
    }
    table.finish()
}

fn blank<const N: usize>() -> [String; N] {
    std::array::from_fn(|_| String::new())
}

fn required(view: &View<'_>, service: &Service<'_>) -> [String; 10] {
    let each = service.requirement;
    let site = view.ground.strike.site(each.site);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        each.id.clone(),
        site.id.clone(),
        site.name(view.language).to_owned(),
        text(&each.service),
        if each.part == Part::Essential { "essential" } else { "emergency" }.to_owned(),
        text(&each.classification),
        each.required.to_string(),
        each.normal_complement.map_or_else(String::new, |number| number.to_string()),
        each.windows_text.join("; "),
        text(&each.trigger),
    ]
}

fn person(view: &View<'_>, each: &Designation) -> [String; 9] {
    let strike = &view.ground.strike;
    let member = strike.member(each.member);
    let other = each.alternate_for.map(|other| strike.member(other));
    [
        member.id.clone(),
        member.name.clone(),
        each.bond.word().to_owned(),
        each.hours_text.join("; "),
        other.map_or_else(String::new, |other| other.id.clone()),
        other.map_or_else(String::new, |other| other.name.clone()),
        each.response_minutes.map_or_else(String::new, |minutes| minutes.to_string()),
        String::new(),
        String::new(),
    ]
}

fn call_in(view: &View<'_>, each: &CallIn<'_>) -> Vec<String> {
    let strike = &view.ground.strike;
    let mut row = vec!["call_in".to_owned()];
    if let Some(requirement) = each.requirement {
        row.extend(required(view, &Service { requirement, people: Vec::new() }));
    } else {
        let site = each.site.map(|site| strike.site(site));
        row.push(each.absence.requirement.clone().unwrap_or_default());
        row.push(site.map_or_else(String::new, |site| site.id.clone()));
        row.push(site.map_or_else(String::new, |site| site.name(view.language).to_owned()));
        row.extend(blank::<7>());
    }
    row.push(each.absence.member.clone());
    row.push(each.member.map_or_else(String::new, |member| strike.member(member).name.clone()));
    row.extend(blank::<5>());
    row.push(crate::model::Instant(each.absence.at).rfc3339(strike.campaign.zone));
    row.push(each.absence.time.clone());
    row
}
