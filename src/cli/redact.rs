//! `redact`: a copy of the strike that may be shown to strangers.

use super::answer::{Answer, DONE, FAILED, Reply, UNUSABLE};
use super::context::Context;
use super::usage;
use crate::app::session::Copy;
use crate::app::{imported, purged};
use crate::store::redact::{RedactError, Redacted};
use serde::Serialize;
use std::ffi::OsString;

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
pub fn redact(context: &Context, given: &[OsString]) -> Reply {
    let (dir, out) = context.folder_and_file(given, usage::REDACT)?;
    let session = context.open(&dir)?;
    let copy = session.redact(out, &context.settings()).map_err(|why| refused(context, why))?;
    if context.json {
        let Copy { made: Redacted { files, members, entries, exact }, is_same } = copy;
        let (strike, folder) = (session.ground.strike.campaign.name.as_str(), out.display().to_string());
        let document = Document { strike, folder, files: &files, members, entries, exact, same: is_same };
        return Ok(Answer::json(DONE, &document));
    }
    Ok(Answer::new(DONE, purged::copied(context.speech(), out, &copy).join("\n") + "\n"))
}

fn refused(context: &Context, why: RedactError) -> Answer {
    let speech = context.speech();
    match why {
        RedactError::Taken(path) => context.misused("redact-taken", &[("path", path.display().to_string().into())]),
        RedactError::Io { path, source } => {
            let values = [
                ("path", path.display().to_string().into()),
                ("detail", crate::speech::disk::why(speech, &source).into()),
            ];
            context.complaint(FAILED, &speech.say("cli-io", &values))
        }
        RedactError::List(error) => {
            let said = imported::unusable(speech, &error);
            context.complaint(UNUSABLE, &said)
        }
        RedactError::Record(error) => context.failed(&error),
    }
}
