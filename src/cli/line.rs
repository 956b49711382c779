//! `sign`, `noshow`, `hours`: the day on the line, and what it earns.

use super::answer::{Answer, DONE, Reply};
use super::context::Context;
use super::export::{Sheet, made};
use super::{Doors, acted, hand, ledger, usage};
use crate::app::session::{ActError, By, Done, Session, Told, Way, When, reading_told};
use crate::model::{Instant, MemberIx, ShiftIx};
use crate::store::record::{RecordError, Sign};
use clap::Args;
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
pub fn sign(context: &Context, given: &[OsString], by: By<'_>) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 4, 1, usage::SIGN)?;
    let way = match rest[2].as_str() {
        "in" => Way::In,
        "out" => Way::Out,
        other => return Err(context.misused("cli-bad-way", &[("text", other.into())])),
    };
    let told = match rest.get(3) {
        None => Told::At(When::Now),
        Some(text) => {
            let read = reading_told(text).map(Told::Clock).or_else(|| When::parse(text).map(Told::At));
            read.ok_or_else(|| context.misused("cli-bad-clock", &[("text", text.into())]))?
        }
    };
    on_the_line(context, &dir, &rest, "sign", |session, shift, member| session.sign(shift, member, way, told, by))
}

/// Carries `noshow` out.
pub fn no_show(context: &Context, given: &[OsString], by: By<'_>) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 2, 0, usage::NOSHOW)?;
    on_the_line(context, &dir, &rest, "noshow", |session, shift, member| session.no_show(shift, member, by))
}

fn on_the_line(
    context: &Context,
    dir: &Path,
    rest: &[String],
    action: &str,
    act: impl FnOnce(&mut Session, ShiftIx, MemberIx) -> Result<Done, ActError>,
) -> Reply {
    let mut session = context.open(dir)?;
    let usage = if action == "sign" { usage::SIGN } else { usage::NOSHOW };
    let shift = hand::shift(context, &session, &rest[0], usage, action)?;
    let member = context.member_by_name(&session, &rest[1], Some(shift))?;
    match act(&mut session, shift, member) {
        Ok(done) if context.json => {
            document(context, &session, action, (shift, member), &done).map_err(|error| context.failed(&error))
        }
        outcome => Ok(acted::told(context, &session, action, outcome)),
    }
}

fn document(
    context: &Context,
    session: &Session,
    action: &str,
    (shift, member): (ShiftIx, MemberIx),
    done: &Done,
) -> Result<Answer, RecordError> {
    let speech = context.speech();
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
    let summary = acted::summary(speech, action, done);
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
#[derive(Debug, Args)]
pub struct HoursArgs {
    /// The strike's folder
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Only the week that holds this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    week: Option<String>,
    /// Only this member
    #[arg(long, value_name = "ID")]
    member: Option<String>,
    /// Columns of the sheet
    #[arg(long, value_name = "N", default_value_t = 80)]
    width: usize,
    /// Instead: who will be short of full hours this week (or the week of --week), and a shift still to be offered
    #[arg(long)]
    pub short: bool,
}

/// Carries `hours` out: the ledger's sheet, or its document; or who is short.
pub fn hours(context: &Context, args: &HoursArgs, doors: &Doors<'_>) -> Reply {
    if args.short {
        return ledger::short(context, &args.dir, args.week.as_deref());
    }
    let session = context.open(&args.dir)?;
    let week = context.day(args.week.as_deref())?;
    let member = args.member.as_deref().map(|id| context.owed(&session, id)).transpose()?;
    let sheet = Sheet {
        format: Some(if context.json { "json" } else { "text" }),
        week,
        member: member.as_deref(),
        width: args.width,
        ..Sheet::new("hours", session.language)
    };
    Ok(made(context, &session, &sheet, doors))
}
