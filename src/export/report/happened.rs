//! What the record tells of a line's day beside who signed: guests, hand-overs, incidents.

use crate::export::fit::wrap;
use crate::export::line_day::LineDay;
use crate::export::view::View;
use crate::model::{Instant, ShiftIx};
use crate::speech::calendar;
use crate::speech::visible::visible;
use crate::store::record::{Fact, Incident, What};

/// Guests on a shift: how many, and who they were.
pub fn guests(view: &View<'_>, ix: ShiftIx) -> (u32, Vec<String>) {
    let id = &view.ground.shift(ix).id;
    let (mut sum, mut groups) = (0_u32, Vec::new());
    for (fact, _) in view.happened {
        let What::Guests { shift, count, who } = &fact.what else { continue };
        if shift == id {
            sum = sum.saturating_add(*count);
            groups.extend(who.as_deref().map(|who| visible(who).into_owned()));
        }
    }
    (sum, groups)
}

/// The hand-overs of the day, each in the lines it takes.
pub fn hand_overs(view: &View<'_>, day: &LineDay, width: usize) -> Vec<Vec<String>> {
    let is_here = |id: &str| day.shifts.iter().any(|ix| view.ground.shift(*ix).id == id);
    let said = |(fact, _): &(Fact, String)| {
        let What::Handover { shift, from, to, note } = &fact.what else { return None };
        if !is_here(shift) {
            return None;
        }
        let values = [("at", at(view, day, fact).into()), ("to", view.person(to).into())];
        let mut text = match from {
            Some(from) => {
                let from = ("from", view.person(from).into());
                view.say("report-hand-over", &[&values[..], &[from]].concat())
            }
            None => view.say("report-hand-over-bare", &values),
        };
        if let Some(note) = note {
            text = view.of(&text, note);
        }
        Some(hung(&text, width))
    };
    view.happened.iter().filter_map(said).collect()
}

/// The incidents of the day on its line, and those of the whole site, each in the lines it takes.
pub fn incidents(view: &View<'_>, day: &LineDay, width: usize) -> Vec<Vec<String>> {
    let strike = &view.ground.strike;
    let (site, line) = (&strike.site(day.site).id, &strike.line(day.line).id);
    let said = |(fact, by): &(Fact, String)| {
        let What::Incident(incident) = &fact.what else { return None };
        let is_here = incident.site == *site && incident.line.as_ref().is_none_or(|its| its == line);
        (is_here && is_of(view, day, Instant(fact.at))).then(|| hung(&told(view, day, fact, incident, by), width))
    };
    view.happened.iter().filter_map(said).collect()
}

fn told(view: &View<'_>, day: &LineDay, fact: &Fact, incident: &Incident, by: &str) -> String {
    let facts = ("facts", visible(&incident.facts).trim_end_matches('.').into());
    let mut parts = vec![view.say("report-incident", &[("at", at(view, day, fact).into()), facts])];
    if incident.line.is_none() && view.ground.strike.site(day.site).lines.len() > 1 {
        parts.push(view.say("report-whole-site", &[]));
    }
    let more = [
        ("incident-vehicle", incident.vehicle.as_deref()),
        ("incident-police", incident.police.as_deref()),
        ("incident-witness", incident.witness.as_deref()),
    ];
    parts.extend(more.into_iter().filter_map(|(id, text)| Some(view.say(id, &[("text", text?.into())]))));
    parts.push(view.say("incident-noted", &[("by", by.into())]));
    format!("{}.", parts.join(". "))
}

/// True when a moment belongs to this day of its line: it lies in one of the day's shifts; or in none of the line's, and on
/// that date.
fn is_of(view: &View<'_>, day: &LineDay, at: Instant) -> bool {
    let spans = |ix: &ShiftIx| {
        let span = view.ground.shift(*ix).span;
        span.start <= at && at < span.end
    };
    if day.shifts.iter().any(spans) {
        return true;
    }
    let date = at.in_zone(view.ground.strike.site(day.site).zone).date_naive();
    let of_line = |ix: &ShiftIx| view.ground.shift(*ix).line == day.line;
    date == day.date && !view.ground.timetable.indices().filter(of_line).any(|ix| spans(&ix))
}

/// The site's clock; with the date when it is not the sheet's.
fn at(view: &View<'_>, day: &LineDay, fact: &Fact) -> String {
    let local = Instant(fact.at).in_zone(view.ground.strike.site(day.site).zone);
    let time = calendar::time(local.time(), view.language);
    if local.date_naive() == day.date {
        return time;
    }
    format!("{} {time}", calendar::day_short(local.date_naive(), view.language))
}

/// Text hung under its first words.
fn hung(text: &str, width: usize) -> Vec<String> {
    let lines = wrap(text, width.saturating_sub(4), usize::MAX);
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { "  " } else { "    " })).collect()
}

/// What the code of a report is made from.
pub fn marks(view: &View<'_>, day: &LineDay) -> Vec<String> {
    let wide = usize::MAX / 2;
    let mut marks: Vec<String> = day.shifts.iter().map(|ix| format!("{:?}", guests(view, *ix))).collect();
    marks.extend(hand_overs(&in_no_language(view), day, wide).concat());
    marks.extend(incidents(&in_no_language(view), day, wide).concat());
    marks
}

/// Codes are the same in every language.
fn in_no_language<'a>(view: &View<'a>) -> View<'a> {
    View { language: crate::model::campaign::Language::En, ..view.clone() }
}
