//! `backup`: the record copied while others go on working.

use super::answer::{Answer, DONE, NO};
use super::context::Context;
use super::{hand, report, usage, words};
use crate::app::said;
use crate::store::record::{Copied, RecordError};
use serde::Serialize;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    file: String,
    entries: u64,
    version: u64,
    bytes: u64,
    seal: Option<String>,
}

/// Carries `backup` out.
pub fn backup(context: &Context, given: &[OsString]) -> Answer {
    let Some((dir, _)) = words::split(given, 1, 0) else {
        return hand::slipped(context, &words::Slip::Count, usage::BACKUP);
    };
    let Some(file) = given.last().map(Path::new) else {
        return hand::slipped(context, &words::Slip::Count, usage::BACKUP);
    };
    let (session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let speech = context.speech_of(&session);
    let place: PathBuf = if file.is_dir() { file.join(session.backup_name()) } else { file.to_owned() };
    match session.copy_record(&place) {
        Ok(Some(copied)) => {
            if context.json {
                let strike = session.ground.strike.campaign.name.as_str();
                let file = copied.place.display().to_string();
                let Copied { entries, version, seal, bytes, .. } = copied;
                return Answer::json(DONE, &Document { strike, file, entries, version, bytes, seal }).after(&warned);
            }
            Answer::new(DONE, said::copied(speech, &copied) + "\n").after(&warned)
        }
        Ok(None) => Answer::complaint(NO, report::error(speech, context.style.err, &speech.word("backup-nothing"))),
        // As of every file that the program would have to write over.
        Err(RecordError::Io { path, source }) if source.kind() == std::io::ErrorKind::AlreadyExists => {
            context.misused(&session, "backup-taken", &[("path", path.display().to_string().into())])
        }
        Err(error) => context.failed(&error),
    }
}
