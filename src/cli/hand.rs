//! `assign`, `unassign`, `undo`, `redo`, `publish`, `absent`, `callin`, `back`: what is done by hand.

use super::acted::told;
use super::answer::{Answer, Reply};
use super::context::Context;
use super::{freed, usage};
use crate::app::session::{ActError, Cause, Done, Session};
use crate::model::availability::Pattern;
use crate::model::{Duty, ShiftIx};
use crate::rules::{Refusal, closed::Closed};
use clap::Args;
use std::ffi::OsString;
use std::path::Path;

/// What `assign` is asked.
#[derive(Debug, Args)]
pub struct AssignArgs {
    /// The words
    #[arg(hide = true)]
    words: Vec<OsString>,
    /// The post: `captain`, a skill, or `picket` [default: the best vacant one]
    #[arg(long, value_name = "D")]
    duty: Option<String>,
    /// Keep it, whatever the planner would rather
    #[arg(long)]
    pin: bool,
    /// Set availability, reach or rest aside, for this reason; it is kept and printed
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

/// Carries `assign` out.
pub fn assign(context: &Context, args: &AssignArgs) -> Reply {
    with_shift(context, &args.words, "assign", |session, shift, member| {
        let duty = args.duty.as_deref().map(|word| duty(context, session, word)).transpose()?;
        let member = context.member_by_name(session, member, Some(shift))?;
        Ok(session.assign(shift, member, duty, args.pin, super::args::told(args.reason.as_deref())))
    })
}

/// Carries `unassign` out.
pub fn unassign(context: &Context, given: &[OsString]) -> Reply {
    with_shift(context, given, "unassign", |session, shift, member| {
        let member = context.member_by_name(session, member, Some(shift))?;
        Ok(session.unassign(shift, member))
    })
}

/// Carries `undo`, `redo` or `publish` out.
pub fn plain(
    context: &Context,
    dir: &Path,
    action: &str,
    act: impl FnOnce(&mut Session) -> Result<Done, ActError>,
) -> Reply {
    let mut session = context.open(dir)?;
    let outcome = act(&mut session);
    Ok(told(context, &session, action, outcome))
}

/// Why someone is away, as given on the command line.
#[derive(Clone, Copy)]
pub enum Away<'a> {
    /// `absent --code`.
    Absent(Option<&'a str>),
    /// `callin --requirement`.
    Callin(Option<&'a str>),
}

/// Carries `absent` or `callin` out.
pub fn time_out(context: &Context, given: &[OsString], away: Away, alternate: Option<&str>) -> Reply {
    let (action, usage) = match away {
        Away::Absent(_) => ("absent", usage::ABSENT),
        Away::Callin(_) => ("callin", usage::CALLIN),
    };
    let (dir, rest) = context.words(given, 2, 0, usage)?;
    let mut session = context.open(&dir)?;
    let member = context.member_by_name(&session, &rest[0], None)?;
    let alternate = alternate.map(|text| context.member_by_name(&session, text, None)).transpose()?;
    let time = window(context, &rest[1])?;
    let cause = match away {
        Away::Absent(code) => Cause::Absent(code),
        Away::Callin(None) => Cause::CalledIn(None),
        Away::Callin(Some(id)) => {
            let found = session.ground.strike.lookup.requirements.get(id).copied();
            Cause::CalledIn(Some(found.ok_or_else(|| {
                let known = session.ground.strike.agreement.requirements.iter().map(|each| each.id.as_str());
                context.unknown("cli-no-requirement", id, known)
            })?))
        }
    };
    Ok(match session.time_out(member, &time, &rest[1], cause, alternate) {
        Ok(done) => freed::told(context, &session, action, member, &done),
        outcome => told(context, &session, action, outcome),
    })
}

/// Carries `back` out.
pub fn back(context: &Context, given: &[OsString]) -> Reply {
    let (dir, rest) = context.words(given, 2, 1, usage::BACK)?;
    let mut session = context.open(&dir)?;
    let member = context.member_by_name(&session, &rest[0], None)?;
    let text = rest.get(1).map(String::as_str);
    let time = text.map(|text| window(context, text).map(|time| (time, text))).transpose()?;
    let outcome = session.back(member, time.as_ref().map(|(time, text)| (time, *text)));
    Ok(told(context, &session, "back", outcome))
}

/// A time as it is written for an absence.
fn window(context: &Context, text: &str) -> Result<Pattern, Answer> {
    // Nothing at all is an availability too: all the time. Here it is a variable of a shell that was empty.
    if text.trim().is_empty() {
        return Err(context.misused("cli-no-time", &[]));
    }
    Pattern::parse_window(text)
        .map_err(|error| context.misused("cli-bad-time", &[("text", text.into()), ("word", error.word.into())]))
}

fn with_shift(
    context: &Context,
    given: &[OsString],
    action: &str,
    act: impl FnOnce(&mut Session, ShiftIx, &str) -> Result<Result<Done, ActError>, Answer>,
) -> Reply {
    let usage = if action == "assign" { usage::ASSIGN } else { usage::UNASSIGN };
    let (dir, rest) = context.words_with_shift(given, 2, 0, usage)?;
    let mut session = context.open(&dir)?;
    if session.ground.find(&rest[0]).is_err_and(|closed| closed != Closed::Form) {
        // The member is looked up first, so that a slip there is told too.
        context.member_by_name(&session, &rest[1], None)?;
    }
    let shift = shift(context, &session, &rest[0], usage, action)?;
    let outcome = act(&mut session, shift, &rest[1])?;
    Ok(told(context, &session, action, outcome))
}

/// The shift with that id; else the refusal of `action` on one that does not exist, or the complaint about what is no id of a
/// shift.
pub fn shift(context: &Context, session: &Session, id: &str, usage: &str, action: &str) -> Result<ShiftIx, Answer> {
    session.ground.find(id).map_err(|closed| match closed {
        Closed::Form => no_shift(context, session, id, usage),
        closed => told(context, session, action, Err(ActError::Refused(vec![Refusal::Closed(closed)]))),
    })
}

/// The complaint about a word that is no shift's id; a member's there means that the shift was forgotten.
pub fn no_shift(context: &Context, session: &Session, word: &str, usage: &str) -> Answer {
    let forgotten = session.ground.strike.lookup.members.contains_key(word);
    let id = if forgotten { "cli-shift-missing" } else { "cli-bad-shift" };
    context.misused(id, &[("usage", usage.into()), ("id", word.into())])
}

/// The post of that word.
pub fn duty(context: &Context, session: &Session, word: &str) -> Result<Duty, Answer> {
    Duty::parse(word, &session.ground.strike).ok_or_else(|| {
        let skills = session.ground.strike.skills.iter().map(String::as_str);
        context.unknown("cli-no-duty", word, skills.chain(["captain", "picket"]))
    })
}
