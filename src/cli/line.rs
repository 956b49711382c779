//! `sign`, `noshow`, `hours`: the day on the line, and what it earns.

use super::answer::{Answer, DONE};
use super::context::Context;
use super::export::{Sheet, made};
use super::{Doors, hand, usage, words};
use crate::app::said;
use crate::app::session::{ActError, By, Done, Session, Told, Way, When};
use crate::model::time::Clock;
use crate::model::{Instant, MemberIx, ShiftIx};
use crate::store::record::{RecordError, Sign};
use serde::Serialize;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    action: &'a str,
    summary: String,
    shift: &'a str,
    member: &'a str,
    /// The member's line on the shift's sign-in sheet, as it is now.
    attendance: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    came: Option<String>,
    went: Option<String>,
    minutes: Option<i64>,
    walk_in: bool,
    no_show: bool,
    by_in: Option<String>,
    by_out: Option<String>,
}

/// Carries `sign` out.
pub fn sign(context: &Context, given: &[OsString], by: By<'_>) -> Answer {
    let (dir, rest) = match words::with_shift(given, 4, 1) {
        Ok(words) => words,
        Err(slip) => return hand::slipped(context, &slip, usage::SIGN),
    };
    let way = match rest[2].as_str() {
        "in" => Way::In,
        "out" => Way::Out,
        other => {
            let values = [("text", other.into())];
            return super::context::misused(context.speech(), context.style, "cli-bad-way", &values);
        }
    };
    let told = match rest.get(3) {
        None => Told::At(When::Now),
        Some(text) => {
            let read = Clock::parse(text).map(Told::Clock).or_else(|| When::parse(text).map(Told::At));
            let Some(told) = read else {
                let values = [("text", text.as_str().into())];
                return super::context::misused(context.speech(), context.style, "cli-bad-clock", &values);
            };
            told
        }
    };
    on_the_line(context, &dir, &rest, "sign", |session, shift, member| session.sign(shift, member, way, told, by))
}

/// Carries `noshow` out.
pub fn no_show(context: &Context, given: &[OsString], by: By<'_>) -> Answer {
    let (dir, rest) = match words::with_shift(given, 2, 0) {
        Ok(words) => words,
        Err(slip) => return hand::slipped(context, &slip, usage::NOSHOW),
    };
    on_the_line(context, &dir, &rest, "noshow", |session, shift, member| session.no_show(shift, member, by))
}

fn on_the_line(
    context: &Context,
    dir: &Path,
    rest: &[String],
    action: &str,
    act: impl FnOnce(&mut Session, ShiftIx, MemberIx) -> Result<Done, ActError>,
) -> Answer {
    let (mut session, warned) = match context.open(dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let usage = if action == "sign" { usage::SIGN } else { usage::NOSHOW };
    let shift = match hand::shift(context, &session, &rest[0], usage) {
        Ok(Ok(shift)) => shift,
        Ok(Err(closed)) => return hand::told(context, &session, action, Err(closed)).after(&warned),
        Err(answer) => return answer,
    };
    let member = match context.member_by_name(&session, &rest[1], Some(shift)) {
        Ok(member) => member,
        Err(answer) => return answer,
    };
    match act(&mut session, shift, member) {
        Ok(done) if context.json => match document(context, &session, action, (shift, member), &done) {
            Ok(answer) => answer.after(&warned),
            Err(error) => context.failed(&error),
        },
        outcome => hand::told(context, &session, action, outcome).after(&warned),
    }
}

fn document(
    context: &Context,
    session: &Session,
    action: &str,
    (shift, member): (ShiftIx, MemberIx),
    done: &Done,
) -> Result<Answer, RecordError> {
    let speech = context.speech_of(session);
    let wanted = session.ground.shift(shift);
    let zone = session.ground.strike.site(wanted.site).zone;
    let at = |seconds: Option<i64>| seconds.map(|seconds| Instant(seconds).rfc3339(zone));
    let row = |sign: Sign| Row {
        came: at(sign.came),
        went: at(sign.went),
        minutes: sign.minutes(),
        walk_in: sign.walk_in,
        no_show: sign.came.is_none(),
        by_in: sign.by_in,
        by_out: sign.by_out,
    };
    let summary = match &done.entry {
        Some(entry) => said::summary(speech, entry),
        None => speech.word(&format!("cli-nothing-{action}")),
    };
    let document = Document {
        strike: &session.ground.strike.campaign.name,
        version: done.version,
        action,
        summary,
        shift: &wanted.id,
        member: &session.ground.strike.member(member).id,
        attendance: session.signs(shift, member)?.into_iter().map(row).collect(),
    };
    Ok(Answer::json(DONE, &document))
}

/// What `hours` is asked.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The strike's folder.
    pub dir: &'a PathBuf,
    /// A day of the week wanted.
    pub week: Option<&'a str>,
    /// The member wanted.
    pub member: Option<&'a str>,
    /// Columns of the sheet.
    pub width: usize,
}

/// Carries `hours` out: the ledger's sheet, or its document.
pub fn hours(context: &Context, asked: &Asked<'_>, doors: &Doors<'_>) -> Answer {
    let (session, warned) = match context.open(asked.dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let chosen = context.day(&session, asked.week).and_then(|week| {
        let member = asked.member.map(|id| context.owed(&session, id)).transpose()?;
        Ok((week, member))
    });
    let (week, member) = match chosen {
        Ok(chosen) => chosen,
        Err(answer) => return answer,
    };
    let sheet = Sheet {
        format: Some(if context.json { "json" } else { "text" }),
        week,
        member: member.as_deref(),
        width: asked.width,
        ..Sheet::new("hours", session.language)
    };
    made(context, &session, &sheet, doors).after(&warned)
}
