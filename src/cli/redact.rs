//! `redact`: a copy of the strike that may be shown to strangers.

use super::answer::{Answer, DONE, FAILED, UNUSABLE};
use super::context::Context;
use super::{hand, report, usage, words};
use crate::app::imported;
use crate::app::session::{Opened, Session, examine};
use crate::speech::visible::visible;
use crate::store::redact::{RedactError, Redacted};
use serde::Serialize;
use std::ffi::OsString;
use std::path::Path;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    folder: String,
    files: &'a [String],
    members: usize,
    entries: u64,
    /// Members whose place could not be told more roughly.
    exact: usize,
    /// The copy has the same problems and the same counts as the original.
    same: bool,
}

/// Carries `redact` out.
pub fn redact(context: &Context, given: &[OsString]) -> Answer {
    let Some((dir, _)) = words::split(given, 1, 0) else {
        return hand::slipped(context, &words::Slip::Count, usage::REDACT);
    };
    let Some(out) = given.last().map(Path::new) else {
        return hand::slipped(context, &words::Slip::Count, usage::REDACT);
    };
    let (session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let speech = context.speech_of(&session);
    let Redacted { files, members, entries, exact } = match session.redact(out) {
        Ok(redacted) => redacted,
        Err(why) => return refused(context, &session, why).after(&warned),
    };
    let same = match (examine(&dir, context.settings()), examine(out, context.settings())) {
        (Ok(original), Ok(copy)) => seen(&original) == seen(&copy),
        _ => false,
    };
    let folder = out.display().to_string();
    if context.json {
        let strike = session.ground.strike.campaign.name.as_str();
        return Answer::json(DONE, &Document { strike, folder, files: &files, members, entries, exact, same })
            .after(&warned);
    }
    let values = [
        ("folder", visible(&folder).into_owned().into()),
        ("members", members.into()),
        ("entries", (entries as usize).into()),
        ("exact", exact.into()),
    ];
    let mut said = vec![speech.say("redact-done", &values)];
    if exact > 0 {
        said.push(speech.say("redact-exact", &values));
    }
    said.push(speech.word(if same { "redact-same" } else { "redact-differs" }));
    said.push(speech.word("redact-look"));
    Answer::new(DONE, said.join("\n") + "\n").after(&warned)
}

/// What the copy must share with the original: codes and places of problems, and the counts of the roster.
fn seen(opened: &Opened) -> impl PartialEq + use<> {
    let problems: Vec<_> =
        opened.problems.iter().map(|problem| (problem.code, problem.spot.as_ref().map(|spot| spot.line))).collect();
    let counts = opened.session.as_ref().map(|session| {
        let totals = session.coverage.totals();
        (session.version, session.roster.len(), session.stranded.len(), session.ground.timetable.len(), *totals)
    });
    (problems, counts)
}

fn refused(context: &Context, session: &Session, why: RedactError) -> Answer {
    let speech = context.speech_of(session);
    match why {
        RedactError::Taken(path) => {
            context.misused(session, "redact-taken", &[("path", path.display().to_string().into())])
        }
        RedactError::Io { path, source } => {
            let values = [("path", path.display().to_string().into()), ("detail", source.to_string().into())];
            Answer::complaint(FAILED, report::error(speech, context.style.err, &speech.say("cli-io", &values)))
        }
        RedactError::List(error) => {
            let said = imported::unusable(speech, &error);
            Answer::complaint(UNUSABLE, report::error(speech, context.style.err, &said))
        }
        RedactError::Record(error) => context.failed(&error),
    }
}
