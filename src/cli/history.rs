//! `history`: what was done, by whom, when.

use super::answer::{Answer, DONE, paint};
use super::context::Context;
use crate::app::said;
use crate::speech::calendar::{day_short, time};
use crate::speech::visible::visible;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Serialize)]
struct Document {
    entries: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    seq: u64,
    at: String,
    actor: String,
    action: String,
    summary: String,
    version: u64,
    undone: bool,
}

/// Carries `history` out.
pub fn history(context: &Context, dir: &Path) -> Answer {
    let (session, warned) = match context.open(dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let (entries, turns) = match session.history() {
        Ok(history) => history,
        Err(error) => return context.failed(&error),
    };
    let (speech, zone) = (context.speech_of(&session), session.ground.strike.campaign.zone);
    if context.json {
        let row = |entry: &crate::store::record::Entry| Row {
            seq: entry.seq,
            at: entry.at.rfc3339(zone),
            actor: entry.actor.clone(),
            action: entry.action.clone(),
            summary: said::summary(speech, entry),
            version: entry.version,
            undone: turns.all_undone.contains(&entry.seq),
        };
        return Answer::json(DONE, &Document { entries: entries.iter().map(row).collect() }).after(&warned);
    }
    if entries.is_empty() {
        return Answer::new(DONE, speech.word("cli-no-history") + "\n").after(&warned);
    }
    let mut out = String::new();
    let width = entries.last().map_or(1, |entry| entry.seq.to_string().len());
    for entry in &entries {
        let at = entry.at.in_zone(zone).naive_local();
        let when = format!("{} {}", day_short(at.date(), speech.language()), time(at.time(), speech.language()));
        let undone = turns.all_undone.contains(&entry.seq);
        let mark = if undone { format!(" [{}]", speech.word("cli-undone")) } else { String::new() };
        let line =
            format!("{:>width$}  {when}  {}  {}{mark}", entry.seq, visible(&entry.actor), said::summary(speech, entry));
        let _ = writeln!(out, "{}", paint(context.style.out && undone, "2", &line));
    }
    Answer::new(DONE, out).after(&warned)
}
