//! How an action went: what changed, or the rules that refuse it; as people read it and as documents list it.

use super::answer::{Answer, DONE, NO};
use super::context::Context;
use super::fold::{columns, left};
use super::held::{self, HeldRow};
use super::report;
use crate::app::said;
use crate::app::session::{ActError, Against, Done, Session};
use crate::model::{Assignment, Change, ShiftIx};
use crate::rules::{Ground, Refusal};
use crate::speech::Speech;
use crate::speech::refusal::{refusal, refusal_for};
use crate::store::record::{Payload, Row, Step};
use serde::Serialize;
use std::fmt::Write as _;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    action: &'a str,
    summary: String,
    changes: Vec<ChangeRow<'a>>,
    /// How the edit was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<HeldRow<'a>>,
}

#[derive(Serialize)]
struct RefusedDocument<'a> {
    strike: &'a str,
    version: u64,
    action: &'a str,
    refusals: Vec<RefusalRow>,
}

/// A change, as documents list it.
#[derive(Debug, Serialize)]
pub struct ChangeRow<'a> {
    shift: &'a str,
    member: &'a str,
    before: Option<Place<'a>>,
    after: Option<Place<'a>>,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    duty: &'a str,
    pinned: bool,
    origin: &'a str,
    overrides: Vec<&'a str>,
}

impl<'a> ChangeRow<'a> {
    /// The row of `change`.
    pub fn new(ground: &'a Ground, change: &Change) -> Self {
        let place = |each: &Assignment| Place {
            duty: each.duty.word(&ground.strike),
            pinned: each.pinned,
            origin: each.origin.word(),
            overrides: each.overrides.words().collect(),
        };
        let (before, after) = match change {
            Change::Added(after) => (None, Some(place(after))),
            Change::Removed(before) => (Some(place(before)), None),
            Change::Altered { before, after } => (Some(place(before)), Some(place(after))),
        };
        let (shift, member) = (&ground.shift(change.shift()).id, &ground.strike.member(change.member()).id);
        Self { shift, member, before, after }
    }

    /// The rows of what an action changed, also of shifts that exist no more.
    pub fn of(payload: &'a Payload) -> Vec<Self> {
        let place = |row: &'a Row| Place {
            duty: &row.duty,
            pinned: row.pinned,
            origin: &row.origin,
            overrides: row.overrides.split(' ').filter(|word| !word.is_empty()).collect(),
        };
        let row = |(shift, step): (&'a str, &'a Step)| Self {
            shift,
            member: &step.member,
            before: step.before.as_deref().map(place),
            after: step.after.as_deref().map(place),
        };
        payload.steps().map(row).collect()
    }
}

/// A refusal, as documents list it.
#[derive(Debug, Serialize)]
pub struct RefusalRow {
    code: &'static str,
    /// A person may set the rule aside, with a reason.
    can_be_set_aside: bool,
    message: String,
    /// Of whom, where several people are moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    /// Where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    shift: Option<String>,
}

impl RefusalRow {
    /// The row of `each`.
    pub fn new(speech: Speech, ground: &Ground, each: &Refusal) -> Self {
        let code = each.code();
        let message = refusal(speech, ground, each);
        Self { code: code.word(), can_be_set_aside: code.can_be_set_aside(), message, member: None, shift: None }
    }

    /// The same, with whom and where to.
    fn of(self, (member, shift): (String, String)) -> Self {
        Self { member: Some(member), shift: Some(shift), ..self }
    }
}

/// What an action did, in one sentence; also that there was nothing to do.
pub fn summary(speech: Speech, action: &str, done: &Done) -> String {
    match &done.entry {
        Some(entry) => said::summary(speech, entry),
        None => speech.word(&format!("cli-nothing-{action}")),
    }
}

/// Which version the roster is now.
pub fn version(speech: Speech, version: u64) -> String {
    // A number to be named, without what parts thousands.
    speech.say("cli-version", &[("version", version.to_string().into())])
}

/// How an action went.
pub fn told(context: &Context, session: &Session, action: &str, outcome: Result<Done, ActError>) -> Answer {
    let speech = context.speech();
    let strike = session.ground.strike.campaign.name.as_str();
    match outcome {
        Ok(done) => {
            let summary = summary(speech, action, &done);
            if context.json {
                let changes = ChangeRow::of(&done.payload);
                let held = held::row(context, session);
                let document = Document { strike, version: session.version, action, summary, changes, held };
                return Answer::json(DONE, &document);
            }
            let held = held::lines(context, session);
            Answer::new(DONE, format!("{summary}\n{}\n{held}", version(speech, done.version)))
        }
        Err(ActError::Refused(refusals)) => refused(context, session, action, &refusals),
        Err(ActError::RefusedEach(each)) => refused_each(context, session, action, &each),
        Err(ActError::Record(error)) => context.failed(&error),
        Err(error) => {
            let no = said::no(speech, &session.ground, &error);
            if context.json {
                let changes = Vec::new();
                let document = Document { strike, version: session.version, action, summary: no, changes, held: None };
                return Answer::json(NO, &document);
            }
            context.complaint(NO, &no)
        }
    }
}

/// Rules refuse for several people: each is told with the shift and the rules.
fn refused_each(context: &Context, session: &Session, action: &str, each: &[Against]) -> Answer {
    let (speech, ground) = (context.speech(), &session.ground);
    if context.json {
        let row = |against: &'_ Against| {
            let place = (ground.strike.member(against.member).id.clone(), ground.shift(against.shift).id.clone());
            against
                .refusals
                .iter()
                .map(|each| RefusalRow::new(speech, ground, each).of(place.clone()))
                .collect::<Vec<_>>()
        };
        let refusals = each.iter().flat_map(row).collect();
        let strike = session.ground.strike.campaign.name.as_str();
        return Answer::json(NO, &RefusedDocument { strike, version: session.version, action, refusals });
    }
    let mut told = report::error(speech, context.style.err, &speech.word("cli-refused"));
    for against in each {
        let _ = writeln!(told.shown, "  {}", said::against(speech, ground, against));
    }
    if each.iter().flat_map(|each| &each.refusals).all(|each| each.code().can_be_set_aside())
        && action != "absent"
        && action != "callin"
    {
        let _ = writeln!(told.shown, "  = {}", speech.word("cli-refused-reason"));
    }
    Answer::complaint(NO, told)
}

fn refused(context: &Context, session: &Session, action: &str, refusals: &[Refusal]) -> Answer {
    let speech = context.speech();
    let rows: Vec<RefusalRow> = refusals.iter().map(|each| RefusalRow::new(speech, &session.ground, each)).collect();
    if context.json {
        let strike = session.ground.strike.campaign.name.as_str();
        let document = RefusedDocument { strike, version: session.version, action, refusals: rows };
        return Answer::json(NO, &document);
    }
    let can_be = rows.iter().all(|row| row.can_be_set_aside);
    let mut told = report::error(speech, context.style.err, &speech.word("cli-refused"));
    told.shown += &refusal_lines(speech, &session.ground, None, refusals);
    if can_be {
        let _ = writeln!(told.shown, "  = {}", speech.word("cli-refused-reason"));
    }
    Answer::complaint(NO, told)
}

/// One line for each rule that refuses: its word, † when all that refuse can be set aside, and the particulars.
pub fn refusal_lines(speech: Speech, ground: &Ground, about: Option<ShiftIx>, found: &[Refusal]) -> String {
    let can_be = found.iter().all(|each| each.code().can_be_set_aside());
    let words: Vec<String> = found
        .iter()
        .map(|each| speech.word(&format!("cli-rule-{}", each.code().word())) + if can_be { " †" } else { "" })
        .collect();
    let width = words.iter().map(|word| columns(word)).max().unwrap_or(0);
    let mut lines = String::new();
    for (each, word) in found.iter().zip(&words) {
        let why = about.map_or_else(|| refusal(speech, ground, each), |shift| refusal_for(speech, ground, shift, each));
        let _ = writeln!(lines, "  {}  {why}", left(word, width));
    }
    lines
}
