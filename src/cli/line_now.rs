//! `line`: the lines as they are now, by who is present, not by who is planned.

use super::answer::{Answer, DONE, Reply};
use super::context::Context;
use crate::app::session::{Here, LineNow, Session, Unrelieved};
use crate::model::{Instant, MemberIx};
use crate::speech::Speech;
use crate::speech::calendar::{day_short, time};
use crate::speech::number::length;
use crate::speech::place;
use crate::speech::refusal::coverage_word;
use crate::speech::visible::visible;
use chrono_tz::Tz;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    at: String,
    lines: Vec<Line<'a>>,
    unrelieved: Vec<Late<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    shift: &'a str,
    ends: String,
    status: &'static str,
    here: usize,
    minimum: u32,
    target: u32,
    guests: u32,
    present: Vec<Present<'a>>,
    awaited: Vec<&'a str>,
    gone: &'a [String],
    no_shows: &'a [String],
}

#[derive(Serialize)]
struct Present<'a> {
    member: &'a str,
    since: String,
    duty: Option<&'a str>,
    walk_in: bool,
    late_minutes: i64,
}

#[derive(Serialize)]
struct Late<'a> {
    member: &'a str,
    shift: &'a str,
    since: String,
    minutes_over: Option<i64>,
}

/// Carries `line` out.
pub fn line(context: &Context, dir: &Path, site: Option<&str>, at: Option<&str>) -> Reply {
    let session = context.open(dir)?;
    let site = context.site(&session, site)?;
    let at = context.when(&session, at)?.unwrap_or_else(|| session.now());
    let found = session.lines_at(at, site).and_then(|lines| Ok((lines, session.unrelieved(at, site)?)));
    let (lines, unrelieved) = found.map_err(|error| context.failed(&error))?;
    Ok(if context.json {
        Answer::json(DONE, &document(&session, at, &lines, &unrelieved))
    } else {
        Answer::new(DONE, told(context.speech(), &session, at, &lines, &unrelieved))
    })
}

fn document<'a>(session: &'a Session, at: Instant, lines: &'a [LineNow], unrelieved: &'a [Unrelieved]) -> Document<'a> {
    let ground = &session.ground;
    let line = |line: &'a LineNow| {
        let shift = ground.shift(line.shift);
        let zone = ground.strike.site(shift.site).zone;
        let present = |here: &'a Here| Present {
            member: &here.id,
            since: here.since.rfc3339(zone),
            duty: here.duty.map(|duty| duty.word(&ground.strike)),
            walk_in: here.duty.is_none(),
            late_minutes: here.late,
        };
        Line {
            shift: &shift.id,
            ends: shift.span.end.rfc3339(zone),
            status: line.status.word(),
            here: line.here.len(),
            minimum: shift.minimum,
            target: shift.target,
            guests: line.guests,
            present: line.here.iter().map(present).collect(),
            awaited: line.awaited.iter().map(|member| ground.strike.member(*member).id.as_str()).collect(),
            gone: &line.gone,
            no_shows: &line.missed,
        }
    };
    let late = |each: &'a Unrelieved| Late {
        member: &each.id,
        shift: &each.shift,
        since: each.since.rfc3339(zone_of(session, each)),
        minutes_over: each.over,
    };
    Document {
        strike: &ground.strike.campaign.name,
        version: session.version,
        at: at.rfc3339(ground.strike.campaign.zone),
        lines: lines.iter().map(line).collect(),
        unrelieved: unrelieved.iter().map(late).collect(),
    }
}

fn zone_of(session: &Session, each: &Unrelieved) -> Tz {
    let strike = &session.ground.strike;
    each.ix.map_or(strike.campaign.zone, |ix| strike.site(session.ground.shift(ix).site).zone)
}

fn told(speech: Speech, session: &Session, at: Instant, lines: &[LineNow], unrelieved: &[Unrelieved]) -> String {
    let ground = &session.ground;
    let local = at.in_zone(ground.strike.campaign.zone).naive_local();
    let when = format!("{} {}", day_short(local.date(), speech.language()), time(local.time(), speech.language()));
    let mut out = speech.say("line-now", &[("when", when.into()), ("count", lines.len().into())]) + "\n";
    let names = |members: &[MemberIx]| {
        members.iter().map(|member| place::member(ground, *member)).collect::<Vec<_>>().join("; ")
    };
    for line in lines {
        let shift = ground.shift(line.shift);
        let values = [
            ("shift", place::shift(speech, ground, line.shift).into()),
            ("status", coverage_word(speech, line.status).into()),
            ("here", line.here.len().into()),
            ("minimum", shift.minimum.into()),
            ("target", shift.target.into()),
        ];
        let _ = writeln!(out, "{}", speech.say("line-now-shift", &values));
        let late = line.here.iter().filter(|here| here.late > 0).count();
        let walk_ins = line.here.iter().filter(|here| here.duty.is_none()).count();
        for (id, count) in [
            ("line-now-late", late),
            ("line-now-walk-ins", walk_ins),
            ("line-now-gone", line.gone.len()),
            ("line-now-missed", line.missed.len()),
            ("line-now-guests", line.guests as usize),
        ] {
            if count > 0 {
                let _ = writeln!(out, "    {}", speech.say(id, &[("count", count.into())]));
            }
        }
        if !line.awaited.is_empty() {
            let values = [("count", line.awaited.len().into()), ("who", names(&line.awaited).into())];
            let _ = writeln!(out, "    {}", speech.say("line-now-awaited", &values));
        }
    }
    if !unrelieved.is_empty() {
        let _ = writeln!(out, "{}", speech.say("line-now-unrelieved", &[("count", unrelieved.len().into())]));
    }
    for each in unrelieved {
        let who = each.member.map_or_else(|| visible(&each.id).into_owned(), |member| place::member(ground, member));
        let values = [
            ("who", who.into()),
            ("shift", (&each.shift).into()),
            ("minutes", length(each.over.unwrap_or_default()).into()),
        ];
        let _ = writeln!(out, "    {}", speech.say("line-now-over", &values));
    }
    out
}
