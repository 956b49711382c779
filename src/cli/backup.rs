//! `backup`: the record copied while others go on working.

use super::answer::{Answer, DONE, NO};
use super::context::Context;
use super::{hand, report, usage, words};
use crate::store::record::Copied;
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
    let place: PathBuf = if file.is_dir() {
        let at = session.now().in_zone(session.ground.strike.campaign.zone);
        file.join(format!("roster-{}.db", at.format("%Y%m%d-%H%M%S")))
    } else {
        file.to_owned()
    };
    match session.copy_record(&place) {
        Ok(Some(Copied { place, entries, version, seal, bytes })) => {
            let file = place.display().to_string();
            let strike = session.ground.strike.campaign.name.as_str();
            if context.json {
                return Answer::json(DONE, &Document { strike, file, entries, version, bytes, seal }).after(&warned);
            }
            let seal = seal.unwrap_or_default();
            let values = [
                ("file", file.into()),
                ("entries", entries.to_string().into()),
                ("version", version.to_string().into()),
                ("seal", seal.get(..16).unwrap_or(&seal).into()),
            ];
            Answer::new(DONE, speech.say("backup-done", &values) + "\n").after(&warned)
        }
        Ok(None) => Answer::complaint(NO, report::error(speech, context.style.err, &speech.word("backup-nothing"))),
        Err(error) => context.failed(&error),
    }
}
