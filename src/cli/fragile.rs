//! `fragile`: what the shifts to come can bear.

use super::answer::{Answer, DONE, NO, Reply};
use super::args::Part;
use super::context::Context;
use super::list;
use crate::app::session::{Frailty, Session};
use crate::engine::gaps::{Standby, Strength};
use crate::model::{MemberIx, ShiftIx};
use crate::speech::frailty;
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
    /// How many, and whether they have to be captains.
    people: u32,
    captain: bool,
    protects: Vec<&'a str>,
}

/// Carries `fragile` out.
pub fn fragile(context: &Context, dir: &Path, part: &Part) -> Reply {
    let session = context.open(dir)?;
    let filter = context.part(&session, part)?;
    // Nobody calls it off here.
    Ok(session.frailty(filter, &|_, _| true).map_or_else(Answer::default, |found| told(context, &session, &found)))
}

fn told(context: &Context, session: &Session, found: &Frailty) -> Answer {
    let ground = &session.ground;
    let status = if found.fragile().next().is_none() { DONE } else { NO };
    if context.json {
        return Answer::json(status, &document(session, found));
    }
    let speech = context.speech();
    let mut out = frailty::sum(speech, &found.strengths) + "\n";
    let mut told = |head: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(out, "{}", speech.word(head));
        }
        out += &list::first(speech, "    ", SHOWN, lines.into_iter());
    };
    told("fragile-shifts", found.fragile().map(|each| frailty::weak(speech, ground, each)).collect());
    let carrier = |&(member, shifts): &(MemberIx, u32)| frailty::carrier(speech, ground, member, shifts);
    told("fragile-carriers", found.carriers.iter().map(carrier).collect());
    told("fragile-standbys", found.standbys.iter().map(|each| frailty::standby(speech, ground, each)).collect());
    if !found.standbys.is_empty() {
        let _ = writeln!(out, "{} {}", frailty::waiting(speech, &found.standbys), speech.word("fragile-nobody"));
    }
    let deputies = frailty::deputies(speech, &session.roster, &found.strengths);
    if !deputies.is_empty() {
        let _ = writeln!(out, "{deputies}");
    }
    Answer::new(status, out)
}

fn document<'a>(session: &'a Session, found: &Frailty) -> Document<'a> {
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
        Waiting {
            site: &site.id,
            starts: each.span.start.rfc3339(site.zone),
            ends: each.span.end.rfc3339(site.zone),
            people: 1,
            captain: each.captain,
            protects: each.protects.iter().copied().map(shift).collect(),
        }
    };
    Document {
        strike: &ground.strike.campaign.name,
        version: session.version,
        shifts: found.strengths.iter().map(row).collect(),
        carriers: found.carriers.iter().map(|&(who, shifts)| Carrier { member: member(who), shifts }).collect(),
        standbys: found.standbys.iter().map(wait).collect(),
    }
}
