//! `sheet`: a whole paper sheet entered at once. Each line is one action of its own; a line that can't be entered is told,
//! and the others are.

use super::answer::{Answer, DONE, NO, Reply, UNUSABLE};
use super::context::Context;
use super::{hand, report, usage};
use crate::app::said;
use crate::app::session::{ActError, By, NotEntered, Session};
use crate::model::ShiftIx;
use crate::speech::Speech;
use crate::speech::fit::cut;
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Read;

/// Longest sheet that is read.
const MOST_BYTES: u64 = 1 << 20;

/// Columns of a refused line that are shown: enough to find it by.
const TOLD: usize = 60;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    shift: &'a str,
    entered: usize,
    unchanged: usize,
    refused: usize,
    lines: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    line: usize,
    text: String,
    /// `entered`, `unchanged` or `refused`.
    outcome: &'static str,
    member: Option<String>,
    seq: Option<u64>,
    summary: String,
}

/// Carries `sheet` out.
pub fn sheet(context: &Context, given: &[OsString], by: By<'_>) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 2, 1, usage::SHEET)?;
    let file = (rest.len() > 1).then(|| given.last()).flatten().filter(|file| *file != "-");
    let mut text = String::new();
    let read = match file {
        Some(path) => std::fs::File::open(path).and_then(|file| whole(file, &mut text)),
        None => whole(std::io::stdin().lock(), &mut text),
    };
    if let Err(error) = read {
        let path = file.map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned());
        let values = [("path", path.into()), ("detail", crate::speech::disk::why(context.speech(), &error).into())];
        return Err(context.misused("cli-io", &values));
    }
    let mut session = context.open(&dir)?;
    let shift = hand::shift(context, &session, &rest[0], usage::SHEET, "sheet")?;
    let speech = context.speech();
    let mut rows = Vec::new();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match entered(speech, &mut session, shift, line, by) {
            Ok(row) => rows.push(Row { line: at + 1, text: line.to_owned(), ..row }),
            // The disk, or a lock: what was entered so far is; the rest is not.
            Err(error) => {
                let told = context.failed(&error);
                let done = [("count", rows.iter().filter(|row: &&Row| row.outcome == "entered").count().into())];
                return Err(told.after(&(speech.say("sheet-so-far", &done) + "\n")));
            }
        }
    }
    Ok(answer(context, &session, shift, rows))
}

/// Reads all of a sheet. What is longer than any is none, rather than the first part of one.
fn whole(from: impl Read, text: &mut String) -> std::io::Result<()> {
    let read = from.take(MOST_BYTES + 1).read_to_string(text)?;
    if read as u64 > MOST_BYTES { Err(std::io::ErrorKind::FileTooLarge.into()) } else { Ok(()) }
}

fn entered(
    speech: Speech,
    session: &mut Session,
    shift: ShiftIx,
    line: &str,
    by: By<'_>,
) -> Result<Row, crate::store::record::RecordError> {
    let row = |outcome, member, seq, summary| Row { line: 0, text: String::new(), outcome, member, seq, summary };
    let refused = |summary| row("refused", None, None, summary);
    match session.enter_line(shift, line, by) {
        Ok((member, done)) => {
            let id = member.map(|member| session.ground.strike.member(member).id.clone());
            Ok(match done.entry {
                Some(entry) => row("entered", id, Some(entry.seq), said::summary(speech, &entry)),
                None => row("unchanged", id, None, speech.word("sheet-same")),
            })
        }
        Err(NotEntered::Act(ActError::Record(error))) => Err(error),
        Err(why) => Ok(refused(said::not_entered(speech, &session.ground, line, &why))),
    }
}

fn answer(context: &Context, session: &Session, shift: ShiftIx, rows: Vec<Row>) -> Answer {
    let speech = context.speech();
    let count = |wanted: &str| rows.iter().filter(|row| row.outcome == wanted).count();
    let (entered, unchanged, refused) = (count("entered"), count("unchanged"), count("refused"));
    let status = if refused == 0 { DONE } else { NO };
    if rows.is_empty() {
        return context.complaint(UNUSABLE, &speech.word("sheet-empty"));
    }
    let strike = session.ground.strike.campaign.name.as_str();
    let id = session.ground.shift(shift).id.as_str();
    if context.json {
        let version = session.version;
        return Answer::json(
            status,
            &Document { strike, version, shift: id, entered, unchanged, refused, lines: rows },
        );
    }
    let mut out = String::new();
    for row in rows.iter().filter(|row| row.outcome != "refused") {
        let _ = writeln!(out, "{}", row.summary);
    }
    let values = [("entered", entered.into()), ("unchanged", unchanged.into()), ("refused", refused.into())];
    let _ = writeln!(out, "{}", speech.say("sheet-done", &values));
    let mut answer = Answer::new(status, out);
    for row in rows.iter().filter(|row| row.outcome == "refused") {
        let values = [
            ("line", row.line.to_string().into()),
            ("text", cut(&row.text, TOLD, false).as_ref().into()),
            ("why", row.summary.as_str().into()),
        ];
        let told = report::error(speech, context.style.err, &speech.say("sheet-refused", &values));
        answer.err.push_str(&told.shown);
    }
    answer
}
