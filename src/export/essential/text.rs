//! The essential-duty roster on paper: a sheet for each site.

use super::{CallIn, Service, call_ins, on_day, own_hours, services};
use crate::export::code::Code;
use crate::export::fit::{columns, edges, pad, wrap};
use crate::export::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use crate::export::line_day;
use crate::export::press;
use crate::export::view::View;
use crate::model::essential::{Bond, Designation, Part, Requirement};
use crate::model::{Instant, SiteIx, Span};
use crate::speech::visible::visible;
use crate::speech::{calendar, hours::hours};
use chrono::NaiveDate;
use std::io::{self, Write};

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let made = sheets(view);
    let people: usize = services(view).iter().flat_map(|(_, all)| all).map(|each| each.people.len()).sum();
    let values = [("sheets", made.len().into()), ("people", people.into()), ("calls", call_ins(view).len().into())];
    press::print(view, &made, &view.say("essential-end", &values), to)
}

/// The sheets.
pub fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let layout = Layout::of(view);
    let (services, log) = (services(view), call_ins(view));
    let mut made: Vec<Sheet> = services
        .iter()
        .map(|(site, services)| {
            let here: Vec<&CallIn<'_>> = log.iter().filter(|each| each.site == Some(*site)).collect();
            sheet(view, &layout, Some(*site), services, &here)
        })
        .collect();
    let elsewhere = |each: &&CallIn<'_>| !services.iter().any(|(site, _)| each.site == Some(*site));
    let elsewhere: Vec<&CallIn<'_>> = log.iter().filter(elsewhere).collect();
    if made.is_empty() || !elsewhere.is_empty() {
        made.push(sheet(view, &layout, None, &[], &elsewhere));
    }
    made
}

/// Columns of the rows, in display columns.
struct Layout {
    width: usize,
    name: usize,
    id: usize,
    kind: usize,
    last: usize,
}

impl Layout {
    fn of(view: &View<'_>) -> Self {
        let width = paper_width(view);
        let people = view.ground.strike.agreement.designations.iter();
        let ids = people.map(|each| columns(&view.member_id(each.member))).max();
        let id = ids.unwrap_or(8).clamp(8, width / 5);
        let people = view.ground.strike.agreement.designations.iter();
        let kinds = people.map(|each| columns(&kind(view, &each.bond)));
        let called = columns(&view.say("essential-call", &[]));
        let kind = kinds.max().unwrap_or(0).max(called).min(width / 6);
        let name = (width - id - kind - 8) * 45 / 100;
        Self { width, name, id, kind, last: width - name - id - kind - 8 }
    }

    /// A row, whose last column goes on below.
    fn row(&self, name: &str, id: &str, kind: &str, last: &str) -> Vec<String> {
        let mut last = wrap(last, self.last, 6).into_iter();
        let first = last.next().unwrap_or_default();
        let line = format!("  {}  {}  {}  {first}", pad(name, self.name), pad(id, self.id), pad(kind, self.kind));
        let indent = " ".repeat(self.width - self.last);
        let mut lines = vec![line.trim_end().to_owned()];
        lines.extend(last.map(|line| format!("{indent}{line}")));
        lines
    }
}

fn sheet(
    view: &View<'_>,
    layout: &Layout,
    site: Option<SiteIx>,
    services: &[Service<'_>],
    log: &[&CallIn<'_>],
) -> Sheet {
    let word = |id: &str| view.say(id, &[]);
    let mut notes = site.map_or_else(Vec::new, |site| line_day::whereabouts(view, site));
    if services.is_empty() && log.is_empty() {
        notes.push(word("essential-nothing"));
    }
    let people: usize = services.iter().map(|each| each.people.len()).sum();
    let values = [("services", services.len().into()), ("people", people.into()), ("calls", log.len().into())];
    let titles = ["paper-column-name", "paper-column-member", "essential-column-kind", "essential-column-hours"];
    let titles = titles.map(word);
    let mut blocks: Vec<Block> = services.iter().map(|each| block(view, layout, each)).collect();
    if !log.is_empty() || !services.is_empty() {
        blocks.push(call_in_log(view, layout, log));
    }
    Sheet {
        head: Head {
            title: word("essential-title"),
            place: site
                .or(view.site)
                .map_or_else(|| word("essential-everywhere"), |site| view.site_name(site).into_owned()),
            dates: dates(view, site, services),
            version: view.say("essential-version", &[("version", view.version.to_string().into())]),
            state: agreement(view),
            code: Some(code(view, site, services, log)),
        },
        notes,
        columns: layout.row(&titles[0], &titles[1], &titles[2], &titles[3]),
        blocks,
        totals: vec![view.say("essential-totals", &values)],
        counted: Counted::Rows,
    }
}

/// Which agreement: `Agreement version 3, signed 27 November 2026`.
fn agreement(view: &View<'_>) -> String {
    let agreement = &view.ground.strike.agreement;
    let signed =
        agreement.signed.or(view.ground.strike.legal.as_ref().and_then(|each| each.essential_agreement_signed));
    let signed = signed.map(|date| calendar::date_long(date, view.language));
    match (agreement.version, signed) {
        (Some(version), Some(signed)) => {
            view.say("essential-agreement-signed", &[("version", version.into()), ("signed", signed.into())])
        }
        (Some(version), None) => view.say("essential-agreement", &[("version", version.into())]),
        (None, Some(signed)) => view.say("essential-agreement-unnumbered", &[("signed", signed.into())]),
        (None, None) => String::new(),
    }
}

/// The day, or both when duty runs past midnight; without a day: the plan's.
fn dates(view: &View<'_>, site: Option<SiteIx>, services: &[Service<'_>]) -> String {
    let (Some(date), Some(site)) = (view.day, site) else {
        return view.day.map_or_else(|| line_day::plan_days(view), |date| calendar::day_long(date, view.language));
    };
    let zone = view.ground.strike.site(site).zone;
    // Half-open: what ends at midnight lies in the day before.
    let last_of = |span: Span| Instant(span.end.0 - 1).in_zone(zone).date_naive();
    let windows = services.iter().flat_map(|each| on_day(&each.requirement.windows_text, date, zone));
    let last = windows.map(last_of).max().unwrap_or(date).max(date);
    let long = |date: NaiveDate| calendar::day_long(date, view.language);
    if last == date { long(date) } else { format!("{} – {}", long(date), long(last)) }
}

fn block(view: &View<'_>, layout: &Layout, service: &Service<'_>) -> Block {
    let requirement = service.requirement;
    let name = name(requirement);
    let part = if requirement.part == Part::Essential { "essential-part" } else { "essential-part-emergency" };
    let mut heading = edges(&name, &view.say(part, &[("required", requirement.required.into())]), layout.width);
    let mut particulars: Vec<String> = Vec::new();
    particulars.extend(requirement.classification.as_ref().map(|text| visible(text).into_owned()));
    particulars.push(windows(view, requirement));
    particulars
        .extend(requirement.normal_complement.map(|number| view.say("essential-normal", &[("people", number.into())])));
    particulars
        .extend(requirement.trigger.as_ref().map(|text| view.say("essential-trigger", &[("trigger", text.into())])));
    heading.extend(wrap(&particulars.join("; "), layout.width - 2, 4).iter().map(|line| format!("  {line}")));
    let again = wrap(&view.say("paper-continued", &[("what", name.into())]), layout.width, 2);
    let mut rows: Vec<Row> = service.people.iter().map(|each| person(view, layout, requirement, each)).collect();
    if rows.is_empty() {
        let line = format!("  {}", view.say("essential-nobody", &[]));
        rows.push(Row { lines: vec![line], kind: RowKind::Remark });
    }
    Block { heading, again, rows, whole: true, ..Block::default() }
}

/// `Health care (emdc-health)`.
fn name(requirement: &Requirement) -> String {
    match &requirement.service {
        Some(service) => format!("{} ({})", visible(service), visible(&requirement.id)),
        None => visible(&requirement.id).into_owned(),
    }
}

/// When the service must go on: that day's stretches, or as the agreement has it.
fn windows(view: &View<'_>, requirement: &Requirement) -> String {
    let zone = view.ground.strike.site(requirement.site).zone;
    match view.day {
        Some(_) if requirement.windows_text.is_empty() => view.say("hours-always", &[]),
        Some(date) => match on_day(&requirement.windows_text, date, zone).as_slice() {
            [] => view.say("essential-not-today", &[]),
            spans => spans_said(view, requirement.site, spans),
        },
        None => hours(view.speech(), &requirement.windows_text),
    }
}

fn spans_said(view: &View<'_>, site: SiteIx, spans: &[Span]) -> String {
    let zone = view.ground.strike.site(site).zone;
    spans.iter().map(|span| line_day::hours(view, *span, zone)).collect::<Vec<_>>().join("; ")
}

fn person(view: &View<'_>, layout: &Layout, requirement: &Requirement, each: &Designation) -> Row {
    let last = match (&each.bond, view.day) {
        (Bond::FullTime(_) | Bond::PartTime(_), Some(date)) if !own_hours(view, each).is_empty() => {
            let zone = view.ground.strike.site(requirement.site).zone;
            spans_said(view, requirement.site, &on_day(own_hours(view, each), date, zone))
        }
        (Bond::FullTime(_) | Bond::PartTime(_), _) => hours(view.speech(), own_hours(view, each)),
        (Bond::Pool, _) => {
            let values = [("pool", requirement.pool.len().into()), ("required", requirement.required.into())];
            view.say("essential-pool", &values)
        }
        (Bond::Alternate, _) => {
            let name = each.alternate_for.map(|other| view.member_name(other)).unwrap_or_default();
            view.say("essential-alternate-for", &[("name", name.as_ref().into())])
        }
        (Bond::OnCall, _) => match each.response_minutes {
            Some(minutes) => view.say("essential-on-call", &[("minutes", minutes.into())]),
            None => view.say("essential-on-call-bare", &[]),
        },
    };
    let kind = kind(view, &each.bond);
    let lines = layout.row(&view.member_name(each.member), &view.member_id(each.member), &kind, &last);
    Row { lines, kind: RowKind::Person }
}

/// How someone is bound, in a word or two.
fn kind(view: &View<'_>, bond: &Bond) -> String {
    view.say(&format!("bond-{}", bond.word().replace('_', "-")), &[])
}

fn call_in_log(view: &View<'_>, layout: &Layout, log: &[&CallIn<'_>]) -> Block {
    let row = |each: &&CallIn<'_>| {
        let zone = view.ground.strike.campaign.zone;
        let (absence, id) = (each.absence, visible(&each.absence.member).into_owned());
        let name = each.member.map_or_else(String::new, |member| view.member_name(member).into_owned());
        let service = match (each.requirement, &absence.requirement) {
            (Some(requirement), _) => self::name(requirement),
            (None, Some(id)) => visible(id).into_owned(),
            (None, None) => view.say("essential-call-any", &[]),
        };
        let values = [
            ("at", line_day::moment(view, Instant(absence.at), zone).into()),
            ("service", service.into()),
            ("hours", hours(view.speech(), std::slice::from_ref(&absence.time)).into()),
        ];
        let called = view.say("essential-called", &values);
        Row { lines: layout.row(&name, &id, &view.say("essential-call", &[]), &called), kind: RowKind::Person }
    };
    let mut rows: Vec<Row> = log.iter().map(row).collect();
    if rows.is_empty() {
        let line = format!("  {}", view.say("essential-no-calls", &[]));
        rows.push(Row { lines: vec![line], kind: RowKind::Remark });
    }
    let heading = view.say("essential-log", &[]);
    Block {
        again: vec![view.say("paper-continued", &[("what", heading.as_str().into())])],
        heading: vec![heading],
        rows,
        whole: true,
        ..Block::default()
    }
}

fn code(view: &View<'_>, site: Option<SiteIx>, services: &[Service<'_>], log: &[&CallIn<'_>]) -> Code {
    let strike = &view.ground.strike;
    let mut parts = vec!["essential".to_owned(), strike.campaign.name.clone()];
    parts.push(site.map_or_else(String::new, |site| strike.site(site).id.clone()));
    parts.push(view.day.map_or_else(String::new, |day| day.to_string()));
    for service in services {
        let each = service.requirement;
        parts.extend([each.id.clone(), each.required.to_string(), each.windows_text.join(";")]);
        for person in &service.people {
            parts.extend([view.raw_id(person.member).to_owned(), person.bond.word().to_owned()]);
            parts.push(person.hours_text.join(";"));
        }
    }
    for each in log {
        parts.extend([each.absence.member.clone(), each.absence.at.to_string(), each.absence.time.clone()]);
    }
    Code::of(parts)
}
