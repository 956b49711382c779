//! `check`: everything read, every problem told.

use super::answer::{Answer, DONE, NO};
use super::context::Context;
use super::report;
use crate::app::report::{Said, said};
use crate::app::session::examine;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Document<'a> {
    strike: Option<&'a str>,
    problems: Vec<Said>,
}

/// Carries `check` out.
pub fn check(context: &Context, dir: &Path) -> Answer {
    let opened = match examine(dir, context.settings()) {
        Ok(opened) => opened,
        Err(error) => return context.failed(&error),
    };
    let speech = opened.session.as_ref().map_or_else(|| context.speech(), |session| context.speech_of(session));
    let status = if opened.has_errors() { NO } else { DONE };
    if context.json {
        let problems = opened.problems.iter().map(|problem| said(problem, speech)).collect();
        return Answer::json(status, &Document { strike: opened.name.as_deref(), problems });
    }
    let mut out = report::problems(speech, context.style.out, &opened, context.style.width);
    if opened.problems.is_empty() {
        out += &(speech.word("cli-no-problems") + "\n");
    }
    if let (DONE, Some(session)) = (status, &opened.session) {
        let strike = &session.ground.strike;
        out += &speech.say(
            "cli-checked",
            &[
                ("strike", strike.campaign.name.as_str().into()),
                ("members", strike.members.len().into()),
                ("sites", strike.sites.len().into()),
                ("lines", strike.lines.len().into()),
                ("shifts", session.ground.timetable.len().into()),
                ("assignments", session.roster.len().into()),
                ("version", session.version.to_string().into()),
            ],
        );
        out.push('\n');
    }
    Answer::new(status, out)
}
