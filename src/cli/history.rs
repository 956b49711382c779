//! `history`: what was done, by whom, when; and the roster as it was at a moment.

use super::answer::{Answer, DONE, Reply, paint};
use super::context::Context;
use crate::app::said;
use crate::app::session::Session;
use crate::model::{Assignment, Instant, MemberIx, Origin, ShiftIx};
use crate::speech::Speech;
use crate::speech::calendar::{day_short, time};
use crate::speech::place;
use crate::speech::refusal::duty_name;
use crate::speech::visible::visible;
use crate::store::record::{Entry, RecordError};
use clap::Args;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;

/// What `history` is asked.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// The strike's folder
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Only what was done at or after this instant
    #[arg(long, value_name = "WHEN")]
    pub since: Option<String>,
    /// Only what was done at or before this instant
    #[arg(long, value_name = "WHEN")]
    pub until: Option<String>,
    /// Only what this person did
    // Not `actor`: by that name `--as`, which goes with every command, is known.
    #[arg(long = "actor", value_name = "NAME")]
    pub by: Option<String>,
    /// Only such actions: assign, plan, sign-in, …
    #[arg(long, value_name = "WORD")]
    pub action: Option<String>,
    /// Only what touches this member
    #[arg(long, value_name = "MEMBER")]
    pub member: Option<String>,
    /// Only what touches shifts whose id begins so: a site, SITE/LINE, a shift
    #[arg(long, value_name = "ID")]
    pub shift: Option<String>,
    /// Only the last so many
    #[arg(long, value_name = "N")]
    pub last: Option<usize>,
    /// Show the roster as it was then, by what was known then: an instant, or a version
    #[arg(long, value_name = "WHEN", conflicts_with_all = ["since", "until", "by", "action", "last"])]
    pub as_of: Option<String>,
    /// With --as-of: only shifts that run at this instant
    #[arg(long, value_name = "WHEN", requires = "as_of")]
    pub at: Option<String>,
}

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

/// What is asked for, understood.
struct Asked<'a> {
    since: Option<Instant>,
    until: Option<Instant>,
    member: Option<MemberIx>,
    args: &'a HistoryArgs,
}

/// Carries `history` out.
pub fn history(context: &Context, args: &HistoryArgs) -> Reply {
    let mut session = context.open(&args.dir)?;
    let since = context.when(&session, args.since.as_deref())?;
    let until = context.when(&session, args.until.as_deref())?;
    let member = args.member.as_deref();
    let member = member.map(|text| context.member_by_name(&session, text, None)).transpose()?;
    let asked = Asked { since, until, member, args };
    if args.as_of.is_some() {
        return as_it_was(context, &mut session, &asked);
    }
    entries(context, &session, &asked).map_err(|error| context.failed(&error))
}

fn entries(context: &Context, session: &Session, asked: &Asked<'_>) -> Result<Answer, RecordError> {
    let (all, turns) = session.history()?;
    let member = asked.member.map(|member| session.ground.strike.member(member).id.as_str());
    let touching = match (member, asked.args.shift.as_deref()) {
        (None, None) => None,
        (member, shift) => Some(session.touching(member, shift)?),
    };
    let is_wanted = |entry: &&Entry| {
        asked.since.is_none_or(|since| since <= entry.at)
            && asked.until.is_none_or(|until| entry.at <= until)
            && asked.args.by.as_ref().is_none_or(|actor| *actor == entry.actor)
            && asked.args.action.as_ref().is_none_or(|action| *action == entry.action)
            && touching.as_ref().is_none_or(|found| found.contains(&entry.seq))
    };
    let wanted: Vec<&Entry> = all.iter().filter(is_wanted).collect();
    let from = asked.args.last.map_or(0, |last| wanted.len().saturating_sub(last));
    let entries = &wanted[from..];
    let (speech, zone) = (context.speech(), session.ground.strike.campaign.zone);
    if context.json {
        let row = |entry: &&Entry| Row {
            seq: entry.seq,
            at: entry.at.rfc3339(zone),
            actor: entry.actor.clone(),
            action: entry.action.clone(),
            summary: said::summary(speech, entry),
            version: entry.version,
            undone: turns.all_undone.contains(&entry.seq),
        };
        return Ok(Answer::json(DONE, &Document { entries: entries.iter().map(row).collect() }));
    }
    if entries.is_empty() {
        let id = if all.is_empty() { "cli-no-history" } else { "history-none" };
        return Ok(Answer::new(DONE, speech.word(id) + "\n"));
    }
    let mut out = String::new();
    let width = entries.last().map_or(1, |entry| entry.seq.to_string().len());
    for entry in entries {
        let undone = turns.all_undone.contains(&entry.seq);
        let mark = if undone { format!(" [{}]", speech.word("cli-undone")) } else { String::new() };
        let line = format!(
            "{:>width$}  {}  {}  {}{mark}",
            entry.seq,
            when(speech, session, entry.at),
            visible(&entry.actor),
            said::summary(speech, entry)
        );
        let _ = writeln!(out, "{}", paint(context.style.out && undone, "2", &line));
    }
    Ok(Answer::new(DONE, out))
}

fn when(speech: Speech, session: &Session, at: Instant) -> String {
    let at = at.in_zone(session.ground.strike.campaign.zone).naive_local();
    format!("{} {}", day_short(at.date(), speech.language()), time(at.time(), speech.language()))
}

#[derive(Serialize)]
struct Past<'a> {
    strike: &'a str,
    /// The last entry made by then; 0: before the first.
    entry: u64,
    at: Option<String>,
    version: u64,
    published: Option<u64>,
    shifts: Vec<PastShift<'a>>,
    /// Assignments to shifts, or of members, that the files no longer know.
    lost: Vec<Lost<'a>>,
}

#[derive(Serialize)]
struct PastShift<'a> {
    id: &'a str,
    starts: String,
    ends: String,
    assigned: Vec<Stood<'a>>,
}

#[derive(Serialize)]
struct Stood<'a> {
    member: &'a str,
    name: &'a str,
    duty: &'a str,
    pinned: bool,
    origin: &'static str,
    overrides: Vec<&'static str>,
}

#[derive(Serialize)]
struct Lost<'a> {
    shift: &'a str,
    member: &'a str,
    duty: &'a str,
}

/// The roster as it was.
fn as_it_was(context: &Context, session: &mut Session, asked: &Asked<'_>) -> Reply {
    context.look_back(session, asked.args.as_of.as_deref())?;
    let at = context.when(session, asked.args.at.as_deref())?;
    let ground = &session.ground;
    let begins = |id: &str| asked.args.shift.as_deref().is_none_or(|shift| id.starts_with(shift));
    let stood = |ix: ShiftIx| {
        let on = session.roster.on(ix).iter();
        on.filter(|each| asked.member.is_none_or(|member| member == each.member)).collect::<Vec<&Assignment>>()
    };
    let shifts: Vec<(ShiftIx, Vec<&Assignment>)> = ground
        .timetable
        .indices()
        .filter(|ix| begins(&ground.shift(*ix).id) && at.is_none_or(|at| ground.shift(*ix).span.contains(at)))
        .map(|ix| (ix, stood(ix)))
        .filter(|(_, on)| !on.is_empty() || asked.member.is_none())
        .collect();
    let is_lost = |(shift, member): &(String, String)| {
        begins(shift) && at.is_none() && asked.member.is_none_or(|ix| ground.strike.member(ix).id == *member)
    };
    let lost: Vec<Lost<'_>> = session
        .stranded
        .iter()
        .filter(|(key, _)| is_lost(key))
        .map(|((shift, member), row)| Lost { shift, member, duty: &row.duty })
        .collect();
    let moment = session.moment;
    if context.json {
        let shift = |(ix, on): &(ShiftIx, Vec<&'_ Assignment>)| {
            let shift = ground.shift(*ix);
            let zone = ground.strike.site(shift.site).zone;
            let stood = |each: &&Assignment| {
                let member = ground.strike.member(each.member);
                Stood {
                    member: &member.id,
                    name: &member.name,
                    duty: each.duty.word(&ground.strike),
                    pinned: each.pinned,
                    origin: each.origin.word(),
                    overrides: each.overrides.words().collect(),
                }
            };
            PastShift {
                id: &shift.id,
                starts: shift.span.start.rfc3339(zone),
                ends: shift.span.end.rfc3339(zone),
                assigned: on.iter().map(stood).collect(),
            }
        };
        let document = Past {
            strike: &ground.strike.campaign.name,
            entry: moment.map_or(0, |moment| moment.seq),
            at: moment.and_then(|moment| moment.at).map(|at| at.rfc3339(ground.strike.campaign.zone)),
            version: session.version,
            published: session.published.as_ref().map(|(version, _)| *version),
            shifts: shifts.iter().map(shift).collect(),
            lost,
        };
        return Ok(Answer::json(DONE, &document));
    }
    Ok(Answer::new(DONE, told(context.speech(), session, &shifts, &lost)))
}

fn told(speech: Speech, session: &Session, shifts: &[(ShiftIx, Vec<&Assignment>)], lost: &[Lost<'_>]) -> String {
    let ground = &session.ground;
    let moment = session.moment;
    let values = [
        ("version", session.version.to_string().into()),
        ("entry", moment.map_or(0, |moment| moment.seq).to_string().into()),
        ("when", moment.and_then(|moment| moment.at).map_or_else(String::new, |at| when(speech, session, at)).into()),
        ("published", session.published.as_ref().map_or_else(String::new, |(version, _)| version.to_string()).into()),
    ];
    let id = if moment.is_some_and(|moment| moment.at.is_some()) { "history-as-of" } else { "history-before-all" };
    let mut out = speech.say(id, &values) + "\n";
    let told = if session.published.is_some() { "history-told" } else { "history-untold" };
    let _ = writeln!(out, "{}", speech.say(told, &values));
    for (ix, on) in shifts {
        let _ = writeln!(out, "{}  {}", place::shift(speech, ground, *ix), visible(&ground.shift(*ix).id));
        if on.is_empty() {
            let _ = writeln!(out, "    {}", speech.word("history-nobody"));
        }
        for each in on {
            let _ = writeln!(out, "    {}", standing(speech, session, each));
        }
    }
    for each in lost {
        let values = [("member", each.member.into()), ("shift", each.shift.into())];
        let _ = writeln!(out, "{}", speech.say("history-lost", &values));
    }
    out
}

/// A member, the post, and whether it was pinned or made by hand.
fn standing(speech: Speech, session: &Session, each: &Assignment) -> String {
    let mut parts =
        vec![place::member(&session.ground, each.member), duty_name(speech, &session.ground.strike, each.duty)];
    for (is_so, id) in [(each.pinned, "cli-standing-pinned"), (each.origin == Origin::Hand, "cli-standing-hand")] {
        if is_so {
            parts.push(speech.word(id));
        }
    }
    parts.join(" · ")
}
