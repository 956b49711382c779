//! `check`: everything read, every problem told.

use super::answer::{Answer, DONE, NO, Reply};
use super::context::Context;
use super::report;
use crate::app::report::{Said, said};
use crate::app::said::{checked, sealed};
use crate::app::session::examine;
use crate::model::problem::Problem;
use crate::store::record::FILE;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Document<'a> {
    strike: Option<&'a str>,
    problems: Vec<Said>,
    /// The record's journal; null where nothing was done yet.
    journal: Option<&'a Journal>,
}

#[derive(Serialize)]
struct Journal {
    entries: u64,
    seal: Option<String>,
}

/// Carries `check` out.
pub fn check(context: &Context, dir: &Path, seal: Option<&str>) -> Reply {
    context.turn_to(dir);
    let mut opened = examine(dir, context.settings()).map_err(|error| context.failed(&error))?;
    if let (Some(seal), Some(session)) = (seal, &opened.session) {
        match session.sealed(seal) {
            Ok(Some(_)) => {}
            Ok(None) => opened.problems.push(Problem::error("seal_missing").in_file(FILE).with("seal", seal)),
            Err(error) => return Err(context.failed(&error)),
        }
    }
    let record = match opened.session.as_ref().map(|session| (session.seq(), session.seal())) {
        Some((entries, Ok(seal))) => Some(Journal { entries, seal }).filter(|journal| journal.entries > 0),
        Some((_, Err(error))) => return Err(context.failed(&error)),
        None => None,
    };
    let speech = context.speech();
    let status = if opened.has_errors() { NO } else { DONE };
    if context.json {
        let problems = opened.problems.iter().map(|problem| said(problem, speech)).collect();
        let strike = opened.name.as_deref();
        return Ok(Answer::json(status, &Document { strike, problems, journal: record.as_ref() }));
    }
    let mut out = report::problems(speech, context.style.out, &opened, context.style.width);
    if opened.problems.is_empty() {
        out += &(speech.word("cli-no-problems") + "\n");
    }
    if let (DONE, Some(session)) = (status, &opened.session) {
        out += &(checked(speech, session) + "\n");
        if let Some(Journal { entries, seal: Some(seal) }) = &record {
            out += &(sealed(speech, *entries, seal) + "\n");
        }
    }
    Ok(Answer::new(status, out))
}
