//! `guests`, `handover`, `incident`, `incidents`: what else happens on a line.

use super::answer::{Answer, DONE};
use super::context::Context;
use super::{hand, usage, words};
use crate::app::said;
use crate::app::session::{By, Noted, Report, Session, guests_told};
use crate::speech::Speech;
use crate::speech::calendar::{day_short, time};
use crate::speech::visible::{cell, visible};
use crate::store::record::Incident;
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

/// Carries `guests` out.
pub fn guests(context: &Context, given: &[OsString], who: Option<&str>, by: By<'_>) -> Answer {
    let (dir, rest) = match words::with_shift(given, 2, 0) {
        Ok(words) => words,
        Err(slip) => return hand::slipped(context, &slip, usage::GUESTS),
    };
    let Some(count) = guests_told(&rest[1]) else {
        let values = [("text", rest[1].as_str().into())];
        return super::context::misused(context.speech(), context.style, "record-bad-count", &values);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = match hand::shift(context, &session, &rest[0], usage::GUESTS) {
        Ok(Ok(shift)) => session.guests(shift, count, who, by),
        Ok(Err(closed)) => Err(closed),
        Err(answer) => return answer,
    };
    hand::told(context, &session, "guests", outcome).after(&warned)
}

/// Carries `handover` out.
pub fn hand_over(context: &Context, given: &[OsString], from: Option<&str>, note: Option<&str>) -> Answer {
    let (dir, rest) = match words::with_shift(given, 2, 0) {
        Ok(words) => words,
        Err(slip) => return hand::slipped(context, &slip, usage::HANDOVER),
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = (|| {
        let shift = match hand::shift(context, &session, &rest[0], usage::HANDOVER)? {
            Ok(shift) => shift,
            Err(closed) => return Ok(Err(closed)),
        };
        let to = context.member_by_name(&session, &rest[1], None)?;
        let from = from.map(|text| context.member_by_name(&session, text, Some(shift))).transpose()?;
        Ok(session.hand_over(shift, from, to, note))
    })();
    match outcome {
        Ok(outcome) => hand::told(context, &session, "handover", outcome).after(&warned),
        Err(answer) => answer,
    }
}

/// Carries `incident` out.
pub fn incident(context: &Context, given: &[OsString], at: Option<&str>, report: Report<'_>) -> Answer {
    let Some((dir, rest)) = words::split(given, 2, 0) else {
        return hand::slipped(context, &words::Slip::Count, usage::INCIDENT);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = (|| {
        let (site, line) = rest[0].split_once('/').map_or((rest[0].as_str(), None), |(site, line)| (site, Some(line)));
        let Some(site) = context.site(&session, Some(site))? else { return Ok(Answer::default()) };
        let line = match line {
            None => None,
            Some(id) => Some(session.ground.strike.find_line(site, id).ok_or_else(|| {
                let strike = &session.ground.strike;
                let known = strike.site(site).lines.iter().map(|line| strike.line(*line).id.as_str());
                context.unknown(&session, "record-no-line", id, known)
            })?),
        };
        let facts = rest[1].trim();
        if facts.is_empty() {
            return Err(context.misused(&session, "record-no-facts", &[]));
        }
        let at = context.when_at(&session, site, at)?.unwrap_or_else(|| session.now());
        let outcome = session.incident(site, line, at, Report { facts, ..report });
        Ok(hand::told(context, &session, "incident", outcome))
    })();
    outcome.map_or_else(|answer| answer, |answer| answer.after(&warned))
}

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    incidents: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: u64,
    at: String,
    #[serde(flatten)]
    incident: &'a Incident,
    noted_by: &'a str,
}

impl<'a> From<&'a Noted> for Row<'a> {
    fn from(each: &'a Noted) -> Self {
        Self { id: each.id, at: each.at.rfc3339(each.zone), incident: &each.incident, noted_by: &each.by }
    }
}

/// Carries `incidents` out.
pub fn incidents(context: &Context, dir: &Path, site: Option<&str>, day: Option<&str>, csv: bool) -> Answer {
    let (session, warned) = match context.open(dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let asked = context.site(&session, site).and_then(|site| Ok((site, context.day(&session, day)?)));
    let (site, day) = match asked {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let found = match session.incidents(site, day) {
        Ok(found) => found,
        Err(error) => return context.failed(&error),
    };
    let rows: Vec<Row<'_>> = found.iter().map(Row::from).collect();
    let answer = if context.json {
        Answer::json(DONE, &Document { strike: &session.ground.strike.campaign.name, incidents: rows })
    } else if csv {
        Answer::new(DONE, table(&found))
    } else {
        Answer::new(DONE, list(context.speech_of(&session), &session, &found))
    };
    answer.after(&warned)
}

/// The list of incidents as people read it, with everything that was told.
pub fn list(speech: Speech, session: &Session, found: &[Noted]) -> String {
    let name = visible(&session.ground.strike.campaign.name);
    let mut out = format!("{}\n", speech.say("incidents-title", &[("strike", name.as_ref().into())]));
    for each in found {
        let local = each.at.in_zone(each.zone).naive_local();
        let when = format!("{} {}", day_short(local.date(), speech.language()), time(local.time(), speech.language()));
        let place = said::incident_place(speech, &session.ground, each);
        let _ = writeln!(out, "\n{}  {when}  {place}", each.id);
        for line in said::incident_lines(speech, each) {
            let _ = writeln!(out, "    {line}");
        }
    }
    let _ = writeln!(out, "\n{}", speech.say("incidents-end", &[("count", found.len().into())]));
    out
}

/// The list for spreadsheets. A cell that one would run as a formula is led by an apostrophe.
pub fn table(found: &[Noted]) -> String {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory can't fail.
    let _ = table.write_record(["id", "at", "site", "line", "facts", "vehicle", "police", "witness", "noted_by"]);
    for row in found.iter().map(Row::from) {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let it = row.incident;
        let cells = [
            row.id.to_string(),
            row.at.clone(),
            it.site.clone(),
            text(&it.line),
            it.facts.clone(),
            text(&it.vehicle),
            text(&it.police),
            text(&it.witness),
            row.noted_by.to_owned(),
        ];
        let _ = table.write_record(cells.iter().map(|text| cell(text).into_owned()));
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
