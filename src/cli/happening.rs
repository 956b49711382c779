//! `guests`, `handover`, `incident`, `incidents`: what else happens on a line.

use super::answer::{Answer, DONE, Reply};
use super::context::Context;
use super::{acted, hand, usage};
use crate::app::said;
use crate::app::session::{By, Noted, Report, Session, guests_told};
use crate::speech::Speech;
use crate::speech::calendar::{day_short, time};
use crate::speech::visible::{cell, visible};
use crate::store::record::Incident;
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

/// What `incident` is asked.
#[derive(Debug, Args)]
pub struct IncidentArgs {
    /// The words
    #[arg(hide = true)]
    words: Vec<OsString>,
    /// When it happened [default: now]
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
    /// The vehicle: plate, colour, make
    #[arg(long, value_name = "TEXT")]
    vehicle: Option<String>,
    /// The police: officer, badge, what was said
    #[arg(long, value_name = "TEXT")]
    police: Option<String>,
    /// Who saw it
    #[arg(long, value_name = "TEXT")]
    witness: Option<String>,
}

/// Carries `guests` out.
pub fn guests(context: &Context, given: &[OsString], who: Option<&str>, by: By<'_>) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 2, 0, usage::GUESTS)?;
    let Some(count) = guests_told(&rest[1]) else {
        return Err(context.misused("record-bad-count", &[("text", rest[1].as_str().into())]));
    };
    let mut session = context.open(&dir)?;
    let shift = hand::shift(context, &session, &rest[0], usage::GUESTS, "guests")?;
    let outcome = session.guests(shift, count, who, by);
    Ok(acted::told(context, &session, "guests", outcome))
}

/// Carries `handover` out.
pub fn hand_over(context: &Context, given: &[OsString], from: Option<&str>, note: Option<&str>) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 2, 0, usage::HANDOVER)?;
    let mut session = context.open(&dir)?;
    let shift = hand::shift(context, &session, &rest[0], usage::HANDOVER, "handover")?;
    let to = context.member_by_name(&session, &rest[1], None)?;
    let from = from.map(|text| context.member_by_name(&session, text, Some(shift))).transpose()?;
    let outcome = session.hand_over(shift, from, to, note);
    Ok(acted::told(context, &session, "handover", outcome))
}

/// Carries `incident` out.
pub fn incident(context: &Context, args: &IncidentArgs) -> Reply {
    let (dir, rest) = context.words(&args.words, 2, 0, usage::INCIDENT)?;
    let mut session = context.open(&dir)?;
    let (site, line) = rest[0].split_once('/').map_or((rest[0].as_str(), None), |(site, line)| (site, Some(line)));
    let site = context.the_site(&session, site)?;
    let strike = &session.ground.strike;
    let line = line.map(|id| {
        let known = || strike.site(site).lines.iter().map(|line| strike.line(*line).id.as_str());
        strike.find_line(site, id).ok_or_else(|| context.unknown("record-no-line", id, known()))
    });
    let line = line.transpose()?;
    let facts = rest[1].trim();
    if facts.is_empty() {
        return Err(context.misused("record-no-facts", &[]));
    }
    let at = context.when_past(&session, site, args.at.as_deref())?.unwrap_or_else(|| session.now());
    let (vehicle, police, witness) = (args.vehicle.as_deref(), args.police.as_deref(), args.witness.as_deref());
    let outcome = session.incident(site, line, at, Report { facts, vehicle, police, witness });
    Ok(acted::told(context, &session, "incident", outcome))
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
pub fn incidents(context: &Context, dir: &Path, site: Option<&str>, day: Option<&str>, csv: bool) -> Reply {
    let session = context.open(dir)?;
    let (site, day) = (context.site(&session, site)?, context.day(day)?);
    let found = session.incidents(site, day).map_err(|error| context.failed(&error))?;
    let rows: Vec<Row<'_>> = found.iter().map(Row::from).collect();
    Ok(if context.json {
        Answer::json(DONE, &Document { strike: &session.ground.strike.campaign.name, incidents: rows })
    } else if csv {
        Answer::new(DONE, table(&found))
    } else {
        Answer::new(DONE, list(context.speech(), &session, &found))
    })
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
