//! `fragile`: what the shifts to come can bear.

use super::answer::{Answer, DONE, NO};
use super::context::Context;
use crate::app::session::Session;
use crate::engine::gaps::{Filter, Standby, Strength, carriers, standbys, strengths};
use crate::model::{MemberIx, ShiftIx};
use crate::rules::Ground;
use crate::speech::{Speech, place};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

/// Shifts, people and places shown to a person; documents list all of them.
const SHOWN: usize = 10;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    shifts: Vec<Row<'a>>,
    carriers: Vec<Carrier<'a>>,
    standbys: Vec<Waiting<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    shift: &'a str,
    /// So many absences.
    bears: u32,
    fragile: bool,
    /// Captains whom nobody could replace.
    captains: Vec<&'a str>,
}

#[derive(Serialize)]
struct Carrier<'a> {
    member: &'a str,
    shifts: u32,
}

#[derive(Serialize)]
struct Waiting<'a> {
    site: &'a str,
    starts: String,
    ends: String,
    protects: Vec<&'a str>,
}

/// Carries `fragile` out.
pub fn fragile(context: &Context, dir: &Path, site: Option<&str>, day: Option<&str>) -> Answer {
    let (session, warned) = match context.open(dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let filter = match (context.site(&session, site), context.day(&session, day)) {
        (Ok(site), Ok(day)) => Filter { site, day },
        (Err(answer), _) | (_, Err(answer)) => return answer,
    };
    let (ground, now) = (&session.ground, session.now());
    let to_come = |ix: &ShiftIx| filter.lists(ground.shift(*ix)) && ground.shift(*ix).span.start > now;
    let shifts: Vec<ShiftIx> = ground.timetable.indices().filter(to_come).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let found = strengths(ground, &session.roster, &shifts, threads);
    let carrying = carriers(&session.roster, &found);
    let waiting = standbys(ground, &found);
    told(context, &session, &found, &carrying, &waiting).after(&warned)
}

fn told(
    context: &Context,
    session: &Session,
    found: &[Strength],
    carrying: &[(MemberIx, u32)],
    waiting: &[Standby],
) -> Answer {
    let ground = &session.ground;
    let fragile: Vec<&Strength> = found.iter().filter(|each| each.is_fragile()).collect();
    let status = if fragile.is_empty() { DONE } else { NO };
    if context.json {
        return Answer::json(status, &document(session, found, carrying, waiting));
    }
    let speech = context.speech_of(session);
    let alone = fragile.iter().filter(|each| each.bears == 0).count();
    let captains = fragile.iter().filter(|each| !each.captains.is_empty()).count();
    let counts = [("shifts", found.len().into()), ("alone", alone.into()), ("captains", captains.into())];
    let mut out = speech.say("fragile-sum", &counts) + "\n";
    let mut list = |head: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(out, "{}", speech.word(head));
        }
        for line in lines.iter().take(SHOWN) {
            let _ = writeln!(out, "    {line}");
        }
        if lines.len() > SHOWN {
            let more = [("count", (lines.len() - SHOWN).into())];
            let _ = writeln!(out, "    {}", speech.say("cli-candidates-more", &more));
        }
    };
    list("fragile-shifts", fragile.iter().map(|each| weak(speech, ground, each)).collect());
    let carrier = |&(member, shifts): &(MemberIx, u32)| {
        let values = [("who", place::member(ground, member).into()), ("shifts", shifts.into())];
        speech.say("fragile-carrier", &values)
    };
    list("fragile-carriers", carrying.iter().map(carrier).collect());
    let standby = |each: &Standby| {
        let Some(first) = each.protects.iter().copied().find(|shift| ground.shift(*shift).site == each.site) else {
            return String::new();
        };
        let values = [("where", place::shift(speech, ground, first).into()), ("shifts", each.protects.len().into())];
        speech.say("fragile-standby", &values)
    };
    list("fragile-standbys", waiting.iter().map(standby).collect());
    Answer::new(status, out)
}

/// What breaks a fragile shift.
fn weak(speech: Speech, ground: &Ground, each: &Strength) -> String {
    let shift = place::shift(speech, ground, each.shift);
    let names: Vec<String> = each.captains.iter().map(|&member| place::member(ground, member)).collect();
    let values = [("shift", shift.into()), ("who", names.join("; ").into())];
    speech.say(
        match (each.bears, each.captains.is_empty()) {
            (0, true) => "fragile-anyone",
            (0, false) => "fragile-both",
            _ => "fragile-captain",
        },
        &values,
    )
}

fn document<'a>(
    session: &'a Session,
    found: &[Strength],
    carrying: &[(MemberIx, u32)],
    waiting: &[Standby],
) -> Document<'a> {
    let ground = &session.ground;
    let shift = |ix: ShiftIx| ground.shift(ix).id.as_str();
    let member = |ix: MemberIx| ground.strike.member(ix).id.as_str();
    let row = |each: &Strength| Row {
        shift: shift(each.shift),
        bears: each.bears,
        fragile: each.is_fragile(),
        captains: each.captains.iter().copied().map(member).collect(),
    };
    let wait = |each: &Standby| {
        let site = ground.strike.site(each.site);
        let clock = |at: crate::model::Instant| at.in_zone(site.zone).format("%Y-%m-%dT%H:%M:%S%:z").to_string();
        Waiting {
            site: &site.id,
            starts: clock(each.span.start),
            ends: clock(each.span.end),
            protects: each.protects.iter().copied().map(shift).collect(),
        }
    };
    Document {
        strike: &ground.strike.campaign.name,
        version: session.version,
        shifts: found.iter().map(row).collect(),
        carriers: carrying.iter().map(|&(who, shifts)| Carrier { member: member(who), shifts }).collect(),
        standbys: waiting.iter().map(wait).collect(),
    }
}
