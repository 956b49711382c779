//! `assign`, `unassign`, `undo`, `redo`, `publish`, `absent`, `callin`, `back`: actions, and how their answers read.

use super::answer::{Answer, DONE, NO};
use super::context::Context;
use super::fold::{columns, left};
use super::held::{self, HeldRow};
use super::{freed, usage, words};
use crate::app::said;
use crate::app::session::{ActError, Against, Cause, Done, Session};
use crate::model::availability::Pattern;
use crate::model::{Assignment, Change, Duty, ShiftIx};
use crate::rules::{Ground, Refusal, closed::Closed};
use crate::speech::Speech;
use crate::speech::refusal::{refusal, refusal_for};
use crate::store::record::{Payload, Row, Step};
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

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

/// What `assign` is asked.
pub struct Asked<'a> {
    /// The post.
    pub duty: Option<&'a str>,
    /// Pin it.
    pub pin: bool,
    /// The reason for setting rules aside.
    pub reason: Option<&'a str>,
}

/// Carries `assign` out.
pub fn assign(context: &Context, given: &[OsString], asked: &Asked) -> Answer {
    with_shift(context, given, "assign", |session, shift, member| {
        let duty = match asked.duty {
            None => None,
            Some(word) => Some(duty(context, session, word)?),
        };
        let member = context.member_by_name(session, member, Some(shift))?;
        let reason = asked.reason.map(str::trim).filter(|reason| !reason.is_empty());
        Ok(session.assign(shift, member, duty, asked.pin, reason))
    })
}

/// Carries `unassign` out.
pub fn unassign(context: &Context, given: &[OsString]) -> Answer {
    with_shift(context, given, "unassign", |session, shift, member| {
        let member = context.member_by_name(session, member, Some(shift))?;
        Ok(session.unassign(shift, member))
    })
}

/// Carries `undo`, `redo` or `publish` out.
pub fn plain(
    context: &Context,
    dir: &Path,
    action: &str,
    act: impl FnOnce(&mut Session) -> Result<Done, ActError>,
) -> Answer {
    context.open(dir).map_or_else(
        |answer| answer,
        |(mut session, warned)| {
            let outcome = act(&mut session);
            told(context, &session, action, outcome).after(&warned)
        },
    )
}

/// Why someone is away, as given on the command line.
#[derive(Clone, Copy)]
pub enum Away<'a> {
    /// `absent --code`.
    Absent(Option<&'a str>),
    /// `callin --requirement`.
    Callin(Option<&'a str>),
}

/// Carries `absent` or `callin` out.
pub fn time_out(context: &Context, given: &[OsString], away: Away, alternate: Option<&str>) -> Answer {
    let action = if matches!(away, Away::Absent(_)) { "absent" } else { "callin" };
    let Some((dir, rest)) = words::split(given, 2, 0) else {
        let usage = if action == "absent" { usage::ABSENT } else { usage::CALLIN };
        return slipped(context, &words::Slip::Count, usage);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = (|| {
        let member = context.member_by_name(&session, &rest[0], None)?;
        let alternate = alternate.map(|text| context.member_by_name(&session, text, None)).transpose()?;
        let time = window(context, &session, &rest[1])?;
        let cause = match away {
            Away::Absent(code) => Cause::Absent(code),
            Away::Callin(None) => Cause::CalledIn(None),
            Away::Callin(Some(id)) => {
                let found = session.ground.strike.lookup.requirements.get(id).copied();
                Cause::CalledIn(Some(found.ok_or_else(|| {
                    let known = session.ground.strike.agreement.requirements.iter().map(|each| each.id.as_str());
                    context.unknown(&session, "cli-no-requirement", id, known)
                })?))
            }
        };
        Ok((member, session.time_out(member, &time, &rest[1], cause, alternate)))
    })();
    match outcome {
        Ok((member, Ok(done))) => freed::told(context, &session, action, member, &done).after(&warned),
        Ok((_, outcome)) => told(context, &session, action, outcome).after(&warned),
        Err(answer) => answer,
    }
}

/// Carries `back` out.
pub fn back(context: &Context, given: &[OsString]) -> Answer {
    let Some((dir, rest)) = words::split(given, 2, 1) else {
        return slipped(context, &words::Slip::Count, usage::BACK);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = (|| {
        let member = context.member_by_name(&session, &rest[0], None)?;
        let time = rest.get(1).map(|text| window(context, &session, text).map(|time| (time, text))).transpose()?;
        Ok(session.back(member, time.as_ref().map(|(time, text)| (time, text.as_str()))))
    })();
    match outcome {
        Ok(outcome) => told(context, &session, "back", outcome).after(&warned),
        Err(answer) => answer,
    }
}

/// A time as it is written for an absence.
fn window(context: &Context, session: &Session, text: &str) -> Result<Pattern, Answer> {
    // Nothing at all is an availability too: all the time. Here it is a variable of a shell that was empty.
    if text.trim().is_empty() {
        return Err(context.misused(session, "cli-no-time", &[]));
    }
    Pattern::parse_window(text).map_err(|error| {
        context.misused(session, "cli-bad-time", &[("text", text.into()), ("word", error.word.into())])
    })
}

fn with_shift(
    context: &Context,
    given: &[OsString],
    action: &str,
    act: impl FnOnce(&mut Session, ShiftIx, &str) -> Result<Result<Done, ActError>, Answer>,
) -> Answer {
    let usage = if action == "assign" { usage::ASSIGN } else { usage::UNASSIGN };
    let (dir, rest) = match words::with_shift(given, 2, 0) {
        Ok(words) => words,
        Err(slip) => return slipped(context, &slip, usage),
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = match shift(context, &session, &rest[0], usage) {
        Ok(Ok(shift)) => act(&mut session, shift, &rest[1]),
        // The member is looked up first, so that a slip there is told too.
        Ok(Err(closed)) => context.member_by_name(&session, &rest[1], None).map(|_| Err(closed)),
        Err(answer) => Err(answer),
    };
    match outcome {
        Ok(outcome) => told(context, &session, action, outcome).after(&warned),
        Err(answer) => answer,
    }
}

/// The shift with that id; the refusal of one that does not exist; or the complaint about what is no id of a shift.
pub fn shift(context: &Context, session: &Session, id: &str, usage: &str) -> Result<Result<ShiftIx, ActError>, Answer> {
    match session.ground.find(id) {
        Ok(shift) => Ok(Ok(shift)),
        Err(Closed::Form) => Err(no_shift(context, session, id, usage)),
        Err(closed) => Ok(Err(ActError::Refused(vec![Refusal::Closed(closed)]))),
    }
}

/// The complaint about the words of a command that can't be right.
pub fn slipped(context: &Context, slip: &words::Slip, usage: &str) -> Answer {
    let (id, word) = match slip {
        words::Slip::Count => ("cli-usage", ""),
        words::Slip::NoShift => ("cli-shift-missing", ""),
        words::Slip::Shift(word) => ("cli-bad-shift", word.as_str()),
    };
    super::context::misused(context.speech(), context.style, id, &[("usage", usage.into()), ("id", word.into())])
}

/// The complaint about a word that is no shift's id; a member's there means that the shift was forgotten.
pub fn no_shift(context: &Context, session: &Session, word: &str, usage: &str) -> Answer {
    let forgotten = session.ground.strike.lookup.members.contains_key(word);
    let id = if forgotten { "cli-shift-missing" } else { "cli-bad-shift" };
    context.misused(session, id, &[("usage", usage.into()), ("id", word.into())])
}

/// The post of that word.
pub fn duty(context: &Context, session: &Session, word: &str) -> Result<Duty, Answer> {
    Duty::parse(word, &session.ground.strike).ok_or_else(|| {
        let skills = session.ground.strike.skills.iter().map(String::as_str);
        context.unknown(session, "cli-no-duty", word, skills.chain(["captain", "picket"]))
    })
}

/// How an action went.
pub fn told(context: &Context, session: &Session, action: &str, outcome: Result<Done, ActError>) -> Answer {
    let speech = context.speech_of(session);
    let strike = session.ground.strike.campaign.name.as_str();
    match outcome {
        Ok(done) => {
            let summary = match &done.entry {
                Some(entry) => said::summary(speech, entry),
                None => speech.word(&format!("cli-nothing-{action}")),
            };
            if context.json {
                let changes = ChangeRow::of(&done.payload);
                let held = held::row(context, session);
                let document = Document { strike, version: session.version, action, summary, changes, held };
                return Answer::json(DONE, &document);
            }
            let version = [("version", done.version.to_string().into())];
            let held = held::lines(context, session);
            Answer::new(DONE, format!("{summary}\n{}\n{held}", speech.say("cli-version", &version)))
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
            Answer::complaint(NO, super::report::error(speech, context.style.err, &no))
        }
    }
}

/// Rules refuse for several people: each is told with the shift and the rules.
fn refused_each(context: &Context, session: &Session, action: &str, each: &[Against]) -> Answer {
    let (speech, ground) = (context.speech_of(session), &session.ground);
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
    let mut told = super::report::error(speech, context.style.err, &speech.word("cli-refused"));
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
    let speech = context.speech_of(session);
    let rows: Vec<RefusalRow> = refusals.iter().map(|each| RefusalRow::new(speech, &session.ground, each)).collect();
    if context.json {
        let strike = session.ground.strike.campaign.name.as_str();
        let document = RefusedDocument { strike, version: session.version, action, refusals: rows };
        return Answer::json(NO, &document);
    }
    let can_be = rows.iter().all(|row| row.can_be_set_aside);
    let mut told = super::report::error(speech, context.style.err, &speech.word("cli-refused"));
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
