//! What the program has to say of what was done, what was not and why, and what would come of something supposed: a sentence
//! each, the same on the screen and on the command line.

mod entry;
mod record;

pub use entry::{summary, summary_here};
pub use record::record;

use crate::app::imported;
use crate::app::session::{
    ActError, Against, Measure, NotEntered, NotSet, NotSigned, NotTaken, NotYet, Noted, Session, Unclear, WhatIf,
};
use crate::model::problem::{Severity, Value};
use crate::model::{Instant, MemberIx};
use crate::rules::Ground;
use crate::speech::Speech;
use crate::speech::calendar::{date_long, day_short, time};
use crate::speech::number::{decimal, whole};
use crate::speech::place;
use crate::speech::refusal::{refusal, refusal_for};
use crate::speech::visible::visible;
use crate::store::read::Reading;
use crate::store::record::{Branch, Copied};
use chrono_tz::Tz;
use std::path::Path;

/// The levels of coverage, as messages call them.
const LEVELS: [&str; 4] = ["captain", "skill", "minimum", "target"];

/// A strike as it would be beside the strike as it stands: name, now, then, difference, a row for each number.
pub fn beside(speech: Speech, found: &WhatIf) -> Vec<[String; 4]> {
    let language = speech.language();
    let mut rows = Vec::new();
    let mut row = |id: &str, now: i64, then: i64, of: Option<(i64, i64)>, shown: &dyn Fn(i64) -> String| {
        let part = |number: i64, of: Option<i64>| match of {
            None => shown(number),
            Some(of) => {
                speech.say("cli-what-if-part", &[("filled", shown(number).into()), ("of", whole(of, language).into())])
            }
        };
        let sign = if then > now { "+" } else { "" };
        let more = format!("{sign}{}", shown(then - now));
        rows.push([speech.word(id), part(now, of.map(|of| of.0)), part(then, of.map(|of| of.1)), more]);
    };
    let number = |number: i64| whole(number, language);
    let (now, then) = (&found.now, &found.then);
    let [gaps, shifts, assignments] = [
        |each: &Measure| i64::from(each.totals.gaps()),
        |each: &Measure| i64::from(each.totals.shifts),
        |each: &Measure| i64::from(each.totals.assignments),
    ]
    .map(|count: fn(&Measure) -> i64| (count(now), count(then)));
    row("cli-what-if-gaps", gaps.0, gaps.1, Some(shifts), &number);
    for (name, (now, then)) in LEVELS.iter().zip(now.levels().into_iter().zip(then.levels())) {
        row(&format!("cli-level-{name}"), now.filled, then.filled, Some((now.of, then.of)), &number);
    }
    let hours = |minutes: i64| decimal(minutes as f64 / 60.0, 1, language);
    row("cli-level-hours", now.hours, then.hours, None, &hours);
    row("cli-what-if-assignments", assignments.0, assignments.1, None, &number);
    rows
}

/// How many would lose their shift, how many be told something new.
pub fn people(speech: Speech, found: &WhatIf) -> String {
    speech.say("cli-what-if-people", &[("lost", found.lost.into()), ("told", found.told.into())])
}

/// Why an action was not done, in one sentence. What rules refuse has its own words; it is told in short here.
pub fn no(speech: Speech, ground: &Ground, error: &ActError) -> String {
    let zone = ground.strike.campaign.zone;
    match error {
        ActError::Refused(refusals) => {
            refusals.iter().map(|each| refusal(speech, ground, each)).collect::<Vec<_>>().join("; ")
        }
        ActError::RefusedEach(each) => {
            each.iter().map(|each| against(speech, ground, each)).collect::<Vec<_>>().join("; ")
        }
        ActError::NotThere(shift, member) => {
            let values = [("who", place::member(ground, *member).into()), ("shift", (&ground.shift(*shift).id).into())];
            speech.say("cli-not-there", &values)
        }
        ActError::NotSigned(why, zone) => not_signed(speech, *zone, why),
        ActError::NothingTo(what) => speech.word(&format!("cli-nothing-to-{what}")),
        ActError::Lent => speech.word("record-lent"),
        ActError::InThePast => speech.word("record-in-the-past"),
        ActError::Locked(locked) => {
            let values = [
                ("week", day(speech, &locked.week)),
                ("by", (&locked.by).into()),
                ("at", moment(speech, zone, locked.at)),
            ];
            speech.say("record-locked", &values)
        }
        ActError::NotYet(NotYet::NoWeek(week)) => {
            speech.say("record-no-week", &[("week", date_long(*week, speech.language()).into())])
        }
        ActError::NotYet(NotYet::Running(end)) => speech.say("record-not-over", &[("end", moment(speech, zone, *end))]),
        ActError::NotYet(NotYet::StillIn(count, member, shift)) => {
            let values = [("count", (*count).into()), ("member", member.into()), ("shift", shift.into())];
            speech.say("record-still-in", &values)
        }
        ActError::FileChanged(file) => speech.say("record-file-changed", &[("file", file.into())]),
        ActError::Overtaken(entry) => {
            let values = [("actor", entry.actor.as_str().into()), ("what", summary(speech, entry).into())];
            speech.say("cli-overtaken", &values)
        }
        ActError::Record(error) => record(speech, error),
    }
}

/// Why a branch can't be looked at or taken, in one sentence.
pub fn not_taken(speech: Speech, ground: &Ground, name: &str, why: &NotTaken) -> String {
    let first = |reading: &Reading| {
        let wrong = reading.problems.iter().find(|problem| problem.severity == Severity::Error);
        Value::from(wrong.map(|problem| speech.problem(problem).0).unwrap_or_default())
    };
    let name = ("name", Value::from(name));
    match why {
        NotTaken::Unknown(_) => speech.say("cli-branch-unknown", &[name]),
        NotTaken::InFiles => speech.say("cli-branch-in-files", &[name]),
        NotTaken::Unfit(reading) => speech.say("branch-unfit", &[name, ("detail", first(reading))]),
        NotTaken::List(error) => {
            speech.say("branch-not-done", &[name, ("detail", imported::unusable(speech, error).into())])
        }
        NotTaken::Cancelled(_) => speech.say("branch-cancelled", &[name]),
        NotTaken::NotSet(NotSet::Nowhere(site)) => speech.say("branch-nowhere", &[name, ("site", site.into())]),
        NotTaken::NotSet(NotSet::Unfit(reading)) => speech.say("branch-no-files", &[name, ("detail", first(reading))]),
        NotTaken::NotSet(NotSet::Act(error)) => {
            speech.say("branch-not-done", &[name, ("detail", no(speech, ground, error).into())])
        }
    }
}

/// Why a line of a paper sheet was not entered, in one sentence.
pub fn not_entered(speech: Speech, ground: &Ground, line: &str, why: &NotEntered) -> String {
    match why {
        NotEntered::Form => speech.word("sheet-form"),
        NotEntered::Who(found) => {
            let text = line.split_whitespace().next().unwrap_or(line);
            unclear(speech, ground, text, found)
        }
        NotEntered::Act(error) => no(speech, ground, error),
    }
}

/// That it is not clear who is meant by `text`: several fit, or nobody.
pub fn unclear(speech: Speech, ground: &Ground, text: &str, Unclear(found): &Unclear) -> String {
    if found.is_empty() {
        return speech.word("sheet-nobody");
    }
    let (id, values) = many(ground, text, found);
    speech.say(id, &values)
}

/// What is said when several members fit: the message, and its particulars.
pub fn many(ground: &Ground, text: &str, several: &[MemberIx]) -> (&'static str, [(&'static str, Value); 3]) {
    let named = several.iter().take(5).map(|ix| place::member(ground, *ix));
    let mut who = named.collect::<Vec<_>>().join(", ");
    if several.len() > 5 {
        who.push_str(", …");
    }
    ("cli-many-members", [("id", text.into()), ("count", several.len().into()), ("who", who.into())])
}

/// Where an incident happened: the site, and the line where one is meant.
pub fn incident_place(speech: Speech, ground: &Ground, noted: &Noted) -> String {
    let incident = &noted.incident;
    let id = incident.line.as_ref().map_or_else(|| incident.site.clone(), |line| format!("{}/{line}", incident.site));
    // What the files no longer know stays as it was written.
    place::of_ids(speech, ground, &id).unwrap_or_else(|| visible(&id).into_owned())
}

/// What was told of an incident: the facts as they were written, what else is known, and who noted it, a line each.
pub fn incident_lines(speech: Speech, noted: &Noted) -> Vec<String> {
    let incident = &noted.incident;
    let mut lines: Vec<String> = visible(&incident.facts).lines().map(str::to_owned).collect();
    for (id, text) in [
        ("incident-vehicle", &incident.vehicle),
        ("incident-police", &incident.police),
        ("incident-witness", &incident.witness),
    ] {
        lines.extend(text.as_ref().map(|text| speech.say(id, &[("text", text.into())])));
    }
    lines.push(speech.say("incident-noted", &[("by", noted.by.as_str().into())]));
    lines
}

/// Whom, where and why an action would put someone who may not stand there.
pub fn against(speech: Speech, ground: &Ground, each: &Against) -> String {
    let who = place::member(ground, each.member);
    let why: Vec<String> = each.refusals.iter().map(|found| refusal_for(speech, ground, each.shift, found)).collect();
    let values =
        [("who", who.into()), ("shift", (&ground.shift(each.shift).id).into()), ("why", why.join("; ").into())];
    speech.say("record-against", &values)
}

fn moment(speech: Speech, zone: Tz, at: Instant) -> Value {
    let local = at.in_zone(zone).naive_local();
    format!("{} {}", day_short(local.date(), speech.language()), time(local.time(), speech.language())).into()
}

fn day(speech: Speech, text: &str) -> Value {
    text.parse().map_or_else(|_| text.into(), |date| day_short(date, speech.language()).into())
}

/// Why a line of a sign-in sheet can't be as told, with times on the clock of the shift's site.
pub fn not_signed(speech: Speech, zone: Tz, why: &NotSigned) -> String {
    let time = |at: &Instant| Value::from(time(at.in_zone(zone).time(), speech.language()));
    match why {
        NotSigned::AlreadyIn(at) => speech.say("line-already-in", &[("time", time(at))]),
        NotSigned::AlreadyOut(at) => speech.say("line-already-out", &[("time", time(at))]),
        NotSigned::NotIn => speech.word("line-not-in"),
        NotSigned::OutBeforeIn(at) => speech.say("line-out-before-in", &[("time", time(at))]),
        NotSigned::Far(at) => {
            let day = date_long(at.in_zone(zone).date_naive(), speech.language());
            speech.say("line-far", &[("day", day.into())])
        }
        NotSigned::Elsewhere(shift, span) => {
            let values = [("shift", shift.into()), ("from", time(&span.start)), ("to", time(&span.end))];
            speech.say("line-elsewhere", &values)
        }
        NotSigned::CameIn(at) => speech.say("line-came-in", &[("time", time(at))]),
        NotSigned::NotExpected => speech.word("line-not-expected"),
    }
}

/// What came of filling a folder with a day's sheets.
pub fn filled(speech: Speech, folder: &Path, written: usize, kept: usize, stale: usize) -> String {
    let values = [
        ("folder", folder.display().to_string().into()),
        ("written", written.into()),
        ("kept", kept.into()),
        ("stale", stale.into()),
    ];
    speech.say("cli-filled", &values)
}

/// What was looked over and is in order: so many members, sites, shifts.
pub fn checked(speech: Speech, session: &Session) -> String {
    let strike = &session.ground.strike;
    let values = [
        ("strike", strike.campaign.name.as_str().into()),
        ("members", strike.members.len().into()),
        ("sites", strike.sites.len().into()),
        ("lines", strike.lines.len().into()),
        ("shifts", session.ground.timetable.len().into()),
        ("assignments", session.roster.len().into()),
        ("version", session.version.to_string().into()),
    ];
    speech.say("cli-checked", &values)
}

/// The seal of a journal of so many entries.
pub fn sealed(speech: Speech, entries: u64, seal: &str) -> String {
    let values = [("entries", entries.into()), ("seal", seal.get(..16).unwrap_or(seal).into())];
    speech.say("record-seal", &values)
}

/// What a copy of the record is, in one sentence.
pub fn copied(speech: Speech, copied: &Copied) -> String {
    let seal = copied.seal.as_deref().unwrap_or_default();
    let values = [
        ("file", copied.place.display().to_string().into()),
        ("entries", copied.entries.into()),
        ("version", copied.version.to_string().into()),
        ("seal", seal.get(..16).unwrap_or(seal).into()),
    ];
    speech.say("backup-done", &values)
}

/// What a branch supposes, in words.
pub fn supposed(speech: Speech, branch: &Branch) -> String {
    let mut parts = Vec::new();
    let list = |ids: &[String]| match ids {
        [first, .., _] if ids.len() > FEW => format!("{first} … ({})", ids.len()),
        ids => ids.join(", "),
    };
    let mut part = |id: &str, value: Value| parts.push(speech.say(id, &[("value", value)]));
    if !branch.close.is_empty() {
        part("branch-close", list(&branch.close).into());
    }
    if !branch.out.is_empty() {
        part("branch-out", list(&branch.out).into());
    }
    if branch.full.is_some() {
        part("branch-full", "".into());
    }
    for (id, number) in [("branch-minimum", branch.minimum), ("branch-target", branch.target)] {
        if let Some(number) = number {
            part(id, format!("{number:+}").into());
        }
    }
    if let Some(metres) = branch.reach {
        let km = decimal(f64::from(metres) / 1000.0, 0, speech.language());
        part("branch-reach", km.into());
    }
    if let Some(file) = &branch.essential {
        part("branch-essential", file.as_str().into());
    }
    parts.join("; ")
}

/// Sites named one by one.
const FEW: usize = 3;
