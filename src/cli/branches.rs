//! `what-if --list`, `--keep`, `--drop`: the branches that are kept, beside what stands.

use super::acted;
use super::answer::{Answer, DONE, NO, Reply};
use super::context::Context;
use super::list::aligned_within;
use super::what_if::{Row, options};
use crate::app::said;
use crate::app::session::{Measure, NotSet, NotTaken, Opened, Session, WhatIf};
use crate::speech::Speech;
use crate::store::record::Branch;
use serde::Serialize;
use std::fmt::Write as _;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    now: Row,
    branches: Vec<Each<'a>>,
}

#[derive(Serialize)]
struct Each<'a> {
    /// What is supposed, the name included.
    #[serde(flatten)]
    branch: &'a Branch,
    /// The numbers it comes to; null: it can't be read as things are.
    then: Option<Row>,
    /// Assignments of now whose shift would not exist.
    lost: usize,
    /// People who would be told something new.
    told: usize,
}

/// A branch, and what it comes to; or why it can't be looked at.
type Looked<'a> = (&'a Branch, Result<WhatIf, String>);

/// Every branch, planned on what stands, side by side.
pub fn list(context: &Context, session: &Session, seed: u64) -> Reply {
    let branches = session.branches().map_err(|error| context.failed(&error))?;
    let options = options(seed, session.now());
    let speech = context.speech();
    let look = |branch| {
        let found: Result<WhatIf, NotTaken> = session.look_at(branch, &options);
        found.map_err(|why| said::not_taken(speech, &session.ground, &branch.name, &why))
    };
    let found: Vec<Looked<'_>> = branches.iter().map(|branch| (branch, look(branch))).collect();
    let now = session.measure();
    if context.json {
        let branches = found.iter().map(|(branch, found)| Each {
            branch,
            then: found.as_ref().ok().map(|found| Row::new(&found.then)),
            lost: found.as_ref().map_or(0, |found| found.lost),
            told: found.as_ref().map_or(0, |found| found.told),
        });
        let strike = session.ground.strike.campaign.name.as_str();
        let document = Document { strike, version: session.version, now: Row::new(&now), branches: branches.collect() };
        return Ok(Answer::json(DONE, &document));
    }
    if found.is_empty() {
        return Ok(Answer::new(DONE, format!("{}\n", speech.word("cli-branches-none"))));
    }
    Ok(Answer::new(DONE, table(speech, &now, &found, context.style.width)))
}

/// Today's numbers, then those of each branch; below them the next, where a line has no room for all.
fn table(speech: Speech, now: &Measure, found: &[Looked<'_>], width: usize) -> String {
    // Where no branch can be read, what stands is still told.
    let stands = WhatIf { now: *now, then: *now, lost: 0, told: 0 };
    let first = found.iter().find_map(|(_, found)| found.as_ref().ok()).unwrap_or(&stands);
    let mut rows: Vec<Vec<String>> = vec![vec![speech.word("cli-level"), speech.word("cli-what-if-now")]];
    rows.extend(said::beside(speech, first).into_iter().map(|[name, now, ..]| vec![name, now]));
    for (branch, found) in found {
        rows[0].push(branch.name.clone());
        let then = found.as_ref().ok().map(|found| said::beside(speech, found));
        for (at, row) in rows.iter_mut().enumerate().skip(1) {
            let cell = then.as_ref().and_then(|then| then.get(at - 1)).map(|[_, _, then, _]| then.clone());
            row.push(cell.unwrap_or_else(|| "?".to_owned()));
        }
    }
    let people = std::iter::once(speech.word("cli-branches-told")).chain([String::new()]);
    let told =
        found.iter().map(|(_, found)| found.as_ref().map_or_else(|_| "?".to_owned(), |each| each.told.to_string()));
    rows.push(people.chain(told).collect());
    let mut out = aligned_within(&rows, 2, width).join("\n") + "\n";
    for (branch, found) in found {
        let _ = writeln!(out, "{}", speech.of(&branch.name, &said::supposed(speech, branch)));
        if let Err(why) = found {
            let _ = writeln!(out, "  {why}");
        }
    }
    out
}

/// Makes a branch so.
pub fn keep(context: &Context, session: &mut Session, name: &str, seed: u64) -> Answer {
    let options = options(seed, session.now());
    match session.take_branch(name, &options) {
        Ok(done) => acted::told(context, session, "branch-take", Ok(done)),
        Err(NotTaken::Unfit(reading) | NotTaken::NotSet(NotSet::Unfit(reading))) => {
            let (name, problems, sources) = (reading.name, reading.problems, reading.sources);
            context.unusable(&Opened { session: None, name, problems, sources })
        }
        Err(NotTaken::NotSet(NotSet::Act(error))) => acted::told(context, session, "branch-take", Err(error)),
        Err(why) => not_taken(context, session, name, &why),
    }
}

fn not_taken(context: &Context, session: &Session, name: &str, why: &NotTaken) -> Answer {
    let speech = context.speech();
    let text = said::not_taken(speech, &session.ground, name, why);
    context.complaint(NO, &text)
}

/// Drops a branch.
pub fn drop(context: &Context, session: &mut Session, name: &str) -> Answer {
    match session.drop_branch(name) {
        Ok(done) if done.entry.is_none() => not_taken(context, session, name, &NotTaken::Unknown(name.to_owned())),
        outcome => acted::told(context, session, "branch-drop", outcome),
    }
}
