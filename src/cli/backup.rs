//! `backup`: the record copied while others go on working.

use super::answer::{Answer, DONE, NO, Reply};
use super::context::Context;
use super::usage;
use crate::app::said;
use crate::store::record::{Copied, RecordError};
use serde::Serialize;
use std::ffi::OsString;
use std::path::PathBuf;

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
pub fn backup(context: &Context, given: &[OsString]) -> Reply {
    let (dir, file) = context.folder_and_file(given, usage::BACKUP)?;
    let session = context.open(&dir)?;
    let speech = context.speech();
    let place: PathBuf = if file.is_dir() { file.join(session.backup_name()) } else { file.to_owned() };
    match session.copy_record(&place) {
        Ok(Some(copied)) if context.json => {
            let strike = session.ground.strike.campaign.name.as_str();
            let file = copied.place.display().to_string();
            let Copied { entries, version, seal, bytes, .. } = copied;
            Ok(Answer::json(DONE, &Document { strike, file, entries, version, bytes, seal }))
        }
        Ok(Some(copied)) => Ok(Answer::new(DONE, said::copied(speech, &copied) + "\n")),
        Ok(None) => Err(context.complaint(NO, &speech.word("backup-nothing"))),
        // As of every file that the program would have to write over.
        Err(RecordError::Io { path, source }) if source.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(context.misused("backup-taken", &[("path", path.display().to_string().into())]))
        }
        Err(error) => Err(context.failed(&error)),
    }
}
