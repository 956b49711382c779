//! The differences on paper: a box to tick for each person, and under the name what goes and what comes.

use super::{List, differences};
use crate::app::told::{Difference, Person, Place};
use crate::export::code::Code;
use crate::export::fit::{edges, wrap};
use crate::export::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use crate::export::line_day::{duty, hours_told, place, plan_days, state_of, version, when};
use crate::export::press;
use crate::export::view::View;
use crate::model::Duty;
use crate::speech::calendar;
use crate::speech::visible::visible;
use std::io::{self, Write};

/// Marks a change that is closer than the notice people are owed.
const SOON: &str = "!";

/// Writes the sheet.
pub fn text(view: &View<'_>, list: List, to: &mut dyn Write) -> io::Result<()> {
    let width = paper_width(view);
    let all = differences(view, list);
    let word = |id: &str| view.say(id, &[]);
    let mut notes = Vec::new();
    match view.published {
        None => notes.push(word("told-unpublished")),
        Some(_) if all.is_empty() => notes.push(word("told-nothing")),
        Some(_) => {}
    }
    if all.iter().flat_map(|(_, all)| all).any(|each| each.is_short_notice(&view.asked())) {
        let hours = view.ground.strike.rules.notice_minutes / 60;
        notes.push(format!("{SOON} {}", view.say("told-soon", &[("hours", hours.into())])));
    }
    let rows: Vec<Row> = all.iter().map(|(person, all)| row(view, list, width, *person, all)).collect();
    let count = |wanted: &str| all.iter().flat_map(|(_, all)| all).filter(|each| each.word() == wanted).count();
    let values = [
        ("people", all.len().into()),
        ("removed", count("removed").into()),
        ("added", count("added").into()),
        ("duty", count("duty").into()),
        ("time", count("time").into()),
    ];
    let title = if list == List::Calls { "told-calls" } else { "told-changes" };
    let mut place = word(title);
    if let Some(site) = view.site {
        place = view.of(&place, &view.site_name(site));
    }
    let dates = view.day.map_or_else(|| plan_days(view), |day| calendar::day_long(day, view.language));
    let mut parts = vec![title.to_owned(), view.published.map_or(0, |published| published.version).to_string()];
    for (person, all) in &all {
        for each in all {
            let post = |post: &Option<String>| post.clone().unwrap_or_default();
            parts.extend([person.id(view.ground).to_owned(), each.id.clone(), post(&each.before), post(&each.after)]);
            let spans = [each.span(view.ground), each.was.map(|was| was.span)].into_iter().flatten();
            parts.extend(spans.flat_map(|span| [span.start, span.end]).map(|at| at.0.to_string()));
        }
    }
    let (version, state) = (version(view), state_of(view, all.iter().map(|(_, all)| all.len()).sum()));
    let sheet = Sheet {
        head: Head { place, dates, version, state, code: Some(Code::of(parts)), ..Head::default() },
        notes,
        blocks: vec![Block { rows, ..Block::default() }],
        totals: vec![view.say("told-totals", &values)],
        counted: Counted::Rows,
        ..Sheet::default()
    };
    press::print(view, &[sheet], "", to)
}

fn row<'a>(view: &View<'a>, list: List, width: usize, person: Person<'a>, all: &[Difference]) -> Row {
    let (name, ways) = match person {
        Person::Member(member) => {
            let person = view.ground.strike.member(member);
            let name = view.member(member);
            (name, [&person.phone, &person.email].into_iter().filter_map(|way| way.as_deref()).collect())
        }
        Person::Gone(id) => (view.say("told-gone", &[("member", visible(id).into_owned().into())]), Vec::new()),
    };
    let name = format!("[ ] {name}");
    let reach = match (list, ways.is_empty()) {
        (List::Changes, _) => String::new(),
        (List::Calls, true) => view.say("told-no-phone", &[]),
        (List::Calls, false) => visible(&ways.join("  ")).into_owned(),
    };
    let mut lines = edges(&name, &reach, width);
    for each in all {
        let soon = if each.is_short_notice(&view.asked()) { SOON } else { " " };
        let post = |word: &Option<String>| {
            let word = word.as_deref().unwrap_or("");
            let known = Duty::parse(word, &view.ground.strike);
            known.map_or_else(|| visible(word).into_owned(), |known| duty(view, known))
        };
        let at = shift(view, each);
        let (sign, mut text) = match each.word() {
            "removed" => ("-", format!("{at}, {}", post(&each.before))),
            "added" => ("+", format!("{at}, {}", post(&each.after))),
            _ if each.before == each.after => ("~", format!("{at}, {}", post(&each.after))),
            _ => ("~", format!("{at}, {} → {}", post(&each.before), post(&each.after))),
        };
        if let (Some(was), Some(site)) = (each.was, each.site(view.ground)) {
            text = format!("{text} ({})", hours_told(view, site, was));
        }
        for (ix, part) in wrap(&text, width - 8, 4).iter().enumerate() {
            lines.push(if ix == 0 { format!("  {soon} {sign} {part}") } else { format!("        {part}") });
        }
    }
    Row { lines, kind: RowKind::Person }
}

/// When and where; of a shift that exists no more, as far as the files still know.
fn shift(view: &View<'_>, each: &Difference) -> String {
    let (site, line, span) = match each.at {
        Place::Shift(ix) => {
            let shift = view.ground.shift(ix);
            (shift.site, shift.line, shift.span)
        }
        Place::Lost(lost) => (lost.site, lost.line, lost.span),
        Place::Unknown => return view.say("told-lost", &[("shift", each.id.as_str().into())]),
    };
    let zone = view.ground.strike.site(site).zone;
    let said = format!("{}, {}", when(view, span, zone), place(view, site, line));
    match each.at {
        Place::Lost(_) => view.say("told-lost", &[("shift", said.into())]),
        _ => said,
    }
}
