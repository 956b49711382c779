//! `verify-sheet`: which sheet has this code, and does it still say what is so?

use super::answer::{Answer, DONE, NO, Reply};
use super::context::Context;
use super::export::{Sheet, refused};
use super::{Doors, usage};
use crate::app::recognised::{self, Recognised};
use crate::app::session::Session;
use serde::Serialize;
use std::ffi::OsString;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    code: &'a str,
    known: bool,
    current: bool,
    sheet: Option<&'a str>,
    place: Option<&'a str>,
    dates: Option<&'a str>,
    sheet_version: Option<u64>,
    until: Option<String>,
}

/// Carries `verify-sheet` out.
pub fn verify(context: &Context, given: &[OsString], doors: &Doors<'_>) -> Reply {
    let (dir, rest) = context.words(given, 1, 0, usage::VERIFY)?;
    let session = context.open(&dir)?;
    let code = rest[0].as_str();
    let sheet = Sheet::new("verify-sheet", session.language);
    let found = (doors.verify)(&session, code).map_err(|trouble| refused(context, &sheet, &trouble))?;
    let is_current = found.as_ref().is_some_and(|found| found.past.is_none());
    let status = if is_current { DONE } else { NO };
    if context.json {
        return Ok(Answer::json(status, &document(&session, code, found.as_ref())));
    }
    let said = recognised::said(context.speech(), &session, code, found.as_ref());
    Ok(Answer::new(status, said + "\n"))
}

fn document<'a>(session: &'a Session, code: &'a str, found: Option<&'a Recognised>) -> Document<'a> {
    let past = found.and_then(|found| found.past);
    let is_current = found.is_some() && past.is_none();
    let campaign = &session.ground.strike.campaign;
    Document {
        strike: &campaign.name,
        version: session.version,
        code,
        known: found.is_some(),
        current: is_current,
        sheet: found.map(|found| found.what),
        place: found.map(|found| found.place.as_str()),
        dates: found.map(|found| found.dates.as_str()),
        sheet_version: past.map(|(version, _)| version).or(is_current.then_some(session.version)),
        until: past.map(|(_, until)| until.rfc3339(campaign.zone)),
    }
}
