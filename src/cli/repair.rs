//! `repair`: the moves that fill a gap, shown and made.

use super::acted::{self, ChangeRow};
use super::answer::{Answer, DONE, NO, Reply};
use super::args::Part;
use super::context::Context;
use super::hand;
use super::usage;
use crate::app::said;
use crate::app::session::Session;
use crate::engine::gaps::{Aim, Move, Repair, Want};
use crate::model::ShiftIx;
use crate::rules::{Ground, RuleCode};
use crate::speech::number::decimal;
use crate::speech::{Speech, place};
use clap::Args;
use serde::Serialize;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Write as _;

/// Repairs shown to a person; documents list all of them.
const SHOWN: usize = 20;

/// What `repair` is asked.
#[derive(Debug, Args)]
pub struct RepairArgs {
    /// The words
    #[arg(hide = true)]
    words: Vec<OsString>,
    /// Of which part of the strike.
    #[command(flatten)]
    part: Part,
    /// Up to the target, as long as no other shift is left below its own
    #[arg(long = "target")]
    aim_high: bool,
    /// Whatever betters captains, then skills, minima, targets anywhere, even if something that counts for less loses
    #[arg(long, conflicts_with_all = ["site", "day", "aim_high"])]
    all: bool,
    /// Show the moves; make none
    #[arg(long)]
    dry_run: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    action: &'static str,
    summary: String,
    repairs: Vec<RepairRow<'a>>,
    changes: Vec<ChangeRow<'a>>,
}

/// A repair, as documents list it.
#[derive(Serialize)]
pub struct RepairRow<'a> {
    shift: &'a str,
    missing: u32,
    brings: u32,
    /// Towards full strike pay, where the moves are made for somebody's hours.
    earned_minutes: i64,
    moves: Vec<MoveRow<'a>>,
}

/// What one member would do, as documents tell it.
#[derive(Serialize)]
pub struct MoveRow<'a> {
    member: &'a str,
    from: Vec<PlaceRow<'a>>,
    to: Vec<PlaceRow<'a>>,
    /// The rule that keeps the member from staying.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
}

/// A post on a shift.
#[derive(Serialize)]
pub struct PlaceRow<'a> {
    shift: &'a str,
    duty: &'a str,
}

impl<'a> PlaceRow<'a> {
    /// The row of a place.
    pub fn new(ground: &'a Ground, &(shift, duty): &Want) -> Self {
        Self { shift: &ground.shift(shift).id, duty: duty.word(&ground.strike) }
    }
}

impl<'a> MoveRow<'a> {
    /// The row of a move.
    pub fn new(ground: &'a Ground, each: &Move) -> Self {
        let places = |all: &[Want]| all.iter().map(|place| PlaceRow::new(ground, place)).collect();
        Self {
            member: &ground.strike.member(each.member).id,
            from: places(&each.from),
            to: places(&each.to),
            rule: each.barred.map(RuleCode::word),
        }
    }
}

impl<'a> RepairRow<'a> {
    /// The row of a repair.
    pub fn new(ground: &'a Ground, repair: &Repair) -> Self {
        let shift = &ground.shift(repair.shift).id;
        Self {
            shift,
            missing: repair.missing,
            brings: repair.brings,
            earned_minutes: repair.earns,
            moves: repair.moves.iter().map(|each| MoveRow::new(ground, each)).collect(),
        }
    }
}

/// Carries `repair` out.
pub fn repair(context: &Context, args: &RepairArgs) -> Reply {
    let (dir, rest) = context.words(&args.words, 1, 1, usage::REPAIR)?;
    let mut session = context.open(&dir)?;
    let (shifts, found) = if args.all && rest.is_empty() {
        let found = session.answers_to(&session.edit_of_all());
        (found.iter().map(|each| each.shift).collect(), found)
    } else {
        let aim = if args.aim_high { Aim::Target } else { Aim::NoGap };
        let shifts = shifts(context, &session, rest.first().map(String::as_str), &args.part)?;
        let found = session.repairs_of(&shifts, aim);
        (shifts, found)
    };
    told(context, &mut session, &shifts, &found, args)
}

/// Which shifts are meant: the one that is named, else the gaps that are still to come, worst first.
fn shifts(context: &Context, session: &Session, named: Option<&str>, part: &Part) -> Result<Vec<ShiftIx>, Answer> {
    let filter = context.part(session, part)?;
    match named {
        Some(id) => hand::shift(context, session, id, usage::REPAIR, "repair").map(|shift| vec![shift]),
        None => Ok(session.gaps_to_come(filter)),
    }
}

fn told(context: &Context, session: &mut Session, shifts: &[ShiftIx], found: &[Repair], asked: &RepairArgs) -> Reply {
    let speech = context.speech();
    let made = if asked.dry_run { Ok(None) } else { session.repair(found).map(Some) };
    let made = made.map_err(|error| acted::told(context, session, "repair", Err(error)))?;
    let whole = found.iter().all(|each| each.brings == each.missing);
    let status = if whole { DONE } else { NO };
    let (ground, version) = (&session.ground, made.as_ref().map_or(session.version, |done| done.version));
    let entry = made.as_ref().and_then(|done| done.entry.as_ref());
    let summary = match (&made, entry) {
        (_, Some(entry)) => said::summary(speech, entry),
        _ if asked.all && found.is_empty() => speech.word("hold-nothing"),
        (Some(_), None) if !shifts.is_empty() && !found.is_empty() => speech.word("cli-nothing-repair"),
        _ => sum(speech, shifts, found),
    };
    if context.json {
        let strike = ground.strike.campaign.name.as_str();
        let repairs = found.iter().map(|each| RepairRow::new(ground, each)).collect();
        let changes = made.as_ref().map_or_else(Vec::new, |done| ChangeRow::of(&done.payload));
        let document = Document { strike, version, action: "repair", summary, repairs, changes };
        return Ok(Answer::json(status, &document));
    }
    let mut out = String::new();
    // Of one shift, also that nothing can be done; of many, what can.
    let listed: Vec<&Repair> = found.iter().filter(|each| !each.moves.is_empty() || found.len() == 1).collect();
    for each in listed.iter().take(SHOWN) {
        out += &lines(speech, ground, each);
    }
    if listed.len() > SHOWN {
        let more = [("count", (listed.len() - SHOWN).into())];
        let _ = writeln!(out, "{}", speech.say("cli-candidates-more", &more));
    }
    let _ = writeln!(out, "{summary}");
    let stuck = found.iter().filter(|each| each.missing > 0 && each.brings == 0).count();
    if stuck > 0 && found.len() > 1 {
        let _ = writeln!(out, "{}", speech.say("repair-stuck", &[("count", stuck.into())]));
    }
    if entry.is_some() {
        let _ = writeln!(out, "{}", acted::version(speech, version));
    }
    Ok(Answer::new(status, out))
}

/// How many gaps, and how many people would be told something new.
fn sum(speech: Speech, shifts: &[ShiftIx], found: &[Repair]) -> String {
    if found.is_empty() {
        return speech.word(if shifts.len() == 1 { "repair-full" } else { "repair-no-gaps" });
    }
    let people: BTreeSet<_> = found.iter().flat_map(|each| &each.moves).map(|each| each.member).collect();
    let gaps = found.iter().filter(|each| each.missing > 0).count();
    speech.say("repair-sum", &[("gaps", gaps.into()), ("people", people.len().into())])
}

/// A gap and the moves that fill it, a line each.
fn lines(speech: Speech, ground: &Ground, repair: &Repair) -> String {
    let values = [
        ("shift", ground.shift(repair.shift).id.as_str().into()),
        ("place", place::shift(speech, ground, repair.shift).into()),
        ("brings", repair.brings.into()),
        ("missing", repair.missing.into()),
        ("earned", decimal(repair.earns as f64 / 60.0, 1, speech.language()).into()),
    ];
    let head = match repair {
        Repair { earns: 1.., .. } => "repair-hours",
        Repair { brings: 1.., .. } => "repair-of",
        Repair { missing: 0, .. } if !repair.moves.is_empty() => "repair-barred-from",
        _ => "repair-none",
    };
    format!("{}\n{}", speech.say(head, &values), moves(speech, ground, repair))
}

/// The moves that `repair` would make, where something is short: what they bring, then a line each.
pub fn offer(speech: Speech, ground: &Ground, repair: &Repair) -> String {
    let values = [
        ("brings", repair.brings.into()),
        ("missing", repair.missing.into()),
        ("shift", ground.shift(repair.shift).id.as_str().into()),
    ];
    format!("{}\n{}", speech.say("cli-why-moves", &values), moves(speech, ground, repair))
}

/// The moves of a repair, a line each.
fn moves(speech: Speech, ground: &Ground, repair: &Repair) -> String {
    let mut out = String::new();
    for each in steps(speech, ground, repair) {
        let _ = writeln!(out, "    {each}");
    }
    out
}

/// The moves of a repair, each as it is said.
pub fn steps(speech: Speech, ground: &Ground, repair: &Repair) -> Vec<String> {
    repair.moves.iter().map(|each| place::step(speech, ground, each, None)).collect()
}
