//! `redact`: a copy of the strike that may be shown to strangers.

use super::answer::{Answer, DONE, FAILED, UNUSABLE};
use super::context::Context;
use super::{hand, report, usage, words};
use crate::app::session::{Copy, Session};
use crate::app::{imported, purged};
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
    let copy = match session.redact(out, &context.settings()) {
        Ok(copy) => copy,
        Err(why) => return refused(context, &session, why).after(&warned),
    };
    if context.json {
        let Copy { made: Redacted { files, members, entries, exact }, is_same } = copy;
        let (strike, folder) = (session.ground.strike.campaign.name.as_str(), out.display().to_string());
        let document = Document { strike, folder, files: &files, members, entries, exact, same: is_same };
        return Answer::json(DONE, &document).after(&warned);
    }
    Answer::new(DONE, purged::copied(speech, out, &copy).join("\n") + "\n").after(&warned)
}

fn refused(context: &Context, session: &Session, why: RedactError) -> Answer {
    let speech = context.speech_of(session);
    match why {
        RedactError::Taken(path) => {
            context.misused(session, "redact-taken", &[("path", path.display().to_string().into())])
        }
        RedactError::Io { path, source } => {
            let values = [
                ("path", path.display().to_string().into()),
                ("detail", crate::speech::disk::why(speech, &source).into()),
            ];
            Answer::complaint(FAILED, report::error(speech, context.style.err, &speech.say("cli-io", &values)))
        }
        RedactError::List(error) => {
            let said = imported::unusable(speech, &error);
            Answer::complaint(UNUSABLE, report::error(speech, context.style.err, &said))
        }
        RedactError::Record(error) => context.failed(&error),
    }
}
