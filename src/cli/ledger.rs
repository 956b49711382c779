//! `alternate`, `signoff`, `hours --short`: the ledger beside the sign-in sheets.

use super::answer::{Answer, DONE, NO, Reply};
use super::context::Context;
use super::{acted, list, usage};
use crate::app::session::{By, Short, length_told};
use crate::speech::number::length;
use crate::speech::place;
use serde::Serialize;
use std::ffi::OsString;
use std::path::Path;

/// Members short of hours that are listed; the rest is counted.
const SHOWN: usize = 50;

/// Carries `alternate` out.
pub fn alternate(context: &Context, given: &[OsString], task: Option<&str>, by: By<'_>) -> Reply {
    let (dir, rest) = context.words(given, 3, 0, usage::ALTERNATE)?;
    let Some(minutes) = length_told(&rest[2]) else {
        return Err(context.misused("record-bad-length", &[("text", rest[2].as_str().into())]));
    };
    let mut session = context.open(&dir)?;
    let member = context.member_by_name(&session, &rest[0], None)?;
    let day = context.the_day(&rest[1])?;
    let outcome = session.alternate_duty(member, day, minutes, task, by);
    Ok(acted::told(context, &session, "alternate", outcome))
}

/// Carries `signoff` out.
pub fn sign_off(context: &Context, given: &[OsString]) -> Reply {
    let (dir, rest) = context.words(given, 1, 0, usage::SIGNOFF)?;
    let mut session = context.open(&dir)?;
    let day = context.the_day(&rest[0])?;
    let outcome = session.sign_off(day);
    Ok(acted::told(context, &session, "signoff", outcome))
}

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    week: String,
    members: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    member: &'a str,
    credited_minutes: i64,
    ahead_minutes: i64,
    missing_minutes: i64,
    offer: &'a str,
}

/// Carries `hours --short` out. The answer is no when someone is short.
pub fn short(context: &Context, dir: &Path, week: Option<&str>) -> Reply {
    let session = context.open(dir)?;
    let (speech, ground) = (context.speech(), &session.ground);
    let day = context.day(week)?.unwrap_or_else(|| {
        let campaign = &ground.strike.campaign;
        session.now().in_zone(campaign.zone).date_naive().clamp(campaign.first_day, campaign.last_day())
    });
    let found = session.short_of_hours(day).map_err(|error| context.failed(&error))?;
    let status = if found.is_empty() { DONE } else { NO };
    let starts = crate::model::time::week_of(day, ground.strike.pay.week_starts);
    if context.json {
        let row = |each: &Short| Row {
            member: ground.strike.member(each.member).id.as_str(),
            credited_minutes: each.credited,
            ahead_minutes: each.ahead,
            missing_minutes: each.missing,
            offer: &ground.shift(each.offer).id,
        };
        let members = found.iter().map(row).collect();
        let strike = ground.strike.campaign.name.as_str();
        let document = Document { strike, version: session.version, week: starts.to_string(), members };
        return Ok(Answer::json(status, &document));
    }
    let values = [
        ("count", found.len().into()),
        ("week", crate::speech::calendar::day_short(starts, speech.language()).into()),
        ("full", length(ground.strike.pay.minutes_per_week).into()),
    ];
    let mut out = speech.say("hours-short", &values) + "\n";
    let row = |each: &Short| {
        let values = [
            ("who", place::member(ground, each.member).into()),
            ("credited", length(each.credited).into()),
            ("ahead", length(each.ahead).into()),
            ("missing", length(each.missing).into()),
            ("offer", (&ground.shift(each.offer).id).into()),
        ];
        speech.say("hours-short-row", &values)
    };
    out += &list::first(speech, "  ", SHOWN, found.iter().map(row));
    Ok(Answer::new(status, out))
}
