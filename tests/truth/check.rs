//! Every way in which the program's JSON can be wrong.
//!
//! Each function returns what it found, empty when all is well; the code of a
//! finding is the hard rule's, or the name of the thing that is wrong.

use super::levels::{self, NAMES};
use super::proof;
use super::roster::{Roster, list, rank};
use super::rules::{self, Rule};
use super::strike::Strike;
use super::time;
use chrono::{DateTime, NaiveDate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub code: String,
    pub place: String,
    pub text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.code, self.place, self.text)
    }
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, code: &str, place: &str, text: impl Into<String>) {
        self.0.push(Finding { code: code.into(), place: place.into(), text: text.into() });
    }

    /// One value of the JSON against the truth.
    fn same(&mut self, place: &str, name: &str, told: &Value, truth: impl Into<Value>) {
        let truth = truth.into();
        if *told != truth {
            self.add(name, place, format!("told {told}, is {truth}"));
        }
    }
}

/// Everything about `export roster --format json`.
pub fn roster(strike: &Strike, json: &Value) -> Vec<Finding> {
    let mut found = Findings::default();
    found.same("roster", "strike", &json["strike"], strike.name.clone());
    if !json["version"].is_u64() {
        found.add("version", "roster", format!("{} is no count", json["version"]));
    }
    if !(json["published"].is_u64() || json["published"].is_null()) {
        found.add("published", "roster", format!("{} is no version", json["published"]));
    }
    if json["generated"].as_str().is_none_or(|t| DateTime::parse_from_rfc3339(t).is_err()) {
        found.add("generated", "roster", format!("{} is no time", json["generated"]));
    }
    existence(strike, json, &mut found);
    let roster = Roster::read(strike, json);
    for entry in list(&json["shifts"]) {
        let id = entry["id"].as_str().unwrap_or("?");
        if let Some(index) = strike.shift(id) {
            one_shift(strike, &roster, index, entry, &mut found);
        } else {
            found.add("closed", id, "no such shift exists");
        }
    }
    let states = (0..strike.shifts.len()).map(|index| levels::state(strike, &roster, index));
    let gaps = states.filter(levels::State::is_gap).count();
    let totals = &json["totals"];
    found.same("totals", "totals", &totals["shifts"], strike.shifts.len());
    found.same("totals", "totals", &totals["assignments"], roster.seats.len());
    found.same("totals", "totals", &totals["gaps"], gaps);
    found.0.extend(hard_rules(strike, &roster));
    found.0
}

/// Each shift that exists once, in order.
fn existence(strike: &Strike, json: &Value, found: &mut Findings) {
    let told: Vec<&str> = list(&json["shifts"]).iter().map(|s| s["id"].as_str().unwrap_or("?")).collect();
    for shift in &strike.shifts {
        match told.iter().filter(|id| **id == shift.id).count() {
            1 => {}
            0 => found.add("missing", &shift.id, "exists, but is not listed"),
            _ => found.add("twice", &shift.id, "is listed more than once"),
        }
    }
    let rank = |id: &str| strike.shift(id).unwrap_or(usize::MAX);
    if let Some(pair) = told.windows(2).find(|pair| rank(pair[0]) > rank(pair[1])) {
        found.add("order", pair[1], format!("is listed after {}", pair[0]));
    }
}

fn one_shift(strike: &Strike, roster: &Roster, index: usize, entry: &Value, found: &mut Findings) {
    let shift = &strike.shifts[index];
    let id = shift.id.as_str();
    let tz = strike.sites[shift.site].tz;
    for (name, at) in [("starts", shift.span.0), ("ends", shift.span.1)] {
        let told = entry[name].as_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
        let truth = time::local(tz, at).fixed_offset();
        if told.is_none_or(|told| told != truth || told.offset() != truth.offset()) {
            found.add(name, id, format!("told {}, is {}", entry[name], truth.to_rfc3339()));
        }
    }
    found.same(id, "minimum", &entry["minimum"], shift.minimum);
    found.same(id, "target", &entry["target"], shift.target);
    found.same(id, "maximum", &entry["maximum"], shift.maximum);
    found.same(id, "captains", &entry["captains"], shift.captains);
    let needs: BTreeMap<String, usize> = entry["needs"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(skill, count)| (skill.clone(), count.as_u64().unwrap_or(u64::MAX) as usize))
        .filter(|(_, count)| *count > 0)
        .collect();
    if needs != shift.needs {
        found.add("needs", id, format!("told {needs:?}, is {:?}", shift.needs));
    }
    let state = levels::state(strike, roster, index);
    found.same(id, "heads", &entry["heads"], state.heads);
    found.same(id, "worst_case", &entry["worst_case"], state.worst_case);
    found.same(id, "status", &entry["status"], state.status);

    let seats = list(&entry["assigned"]);
    let mut before: Option<((u8, &str), &str)> = None;
    for seat in seats {
        let (member, duty) = (seat["member"].as_str().unwrap_or("?"), seat["duty"].as_str().unwrap_or("?"));
        if strike.member(member).is_none() {
            found.add("member", id, format!("{member} is nobody"));
        }
        if !seat["pinned"].is_boolean() || seat["origin"].as_str().is_none_or(str::is_empty) {
            found.add("assigned", id, format!("{seat} lacks pinned or origin"));
        }
        if !seat["overrides"].is_array() {
            found.add("assigned", id, format!("{seat} lacks overrides"));
        }
        let here = (rank(duty), member);
        if before.is_some_and(|before| before >= here) {
            found.add("order", id, format!("{member} stands out of order"));
        }
        before = Some(here);
    }
}

/// The rules that a roster never breaks.
pub fn hard_rules(strike: &Strike, roster: &Roster) -> Vec<Finding> {
    let mut found = Findings::default();
    for seat in &roster.seats {
        let (shift, member) = (&strike.shifts[seat.shift], &strike.members[seat.member]);
        let place = format!("{} on {}", member.id, shift.id);
        for code in &seat.overrides {
            let may = Rule::ALL.iter().any(|r| r.code() == code && r.can_be_set_aside());
            if !may {
                found.add("override", &place, format!("{code} can't be set aside"));
            }
        }
        for rule in rules::alone(strike, seat.member, seat.shift) {
            if !(rule.can_be_set_aside() && seat.overrides.contains(rule.code())) {
                found.add(rule.code(), &place, "not allowed on this shift");
            }
        }
        if seat.duty != "picket" && !member.skills.contains(&seat.duty) {
            found.add("skill", &place, format!("lacks {}", seat.duty));
        }
    }
    for (index, shift) in strike.shifts.iter().enumerate() {
        let seats: Vec<_> = roster.on(index).collect();
        if seats.len() > shift.maximum {
            found.add("maximum", &shift.id, format!("{} heads", seats.len()));
        }
        let duties: BTreeSet<&str> = seats.iter().map(|seat| seat.duty.as_str()).collect();
        for duty in duties {
            let held = seats.iter().filter(|seat| seat.duty == duty).count();
            if duty != "picket" && held > shift.posts(duty) {
                found.add("posts", &shift.id, format!("{held} hold {duty}"));
            }
        }
    }
    for member in 0..strike.members.len() {
        one_member(strike, roster, member, &mut found);
    }
    for pool in &strike.pools {
        if rules::pool_broken(strike, pool, roster) {
            found.add("pool", &pool.requirement, format!("more than {} stand", pool.spare));
        }
    }
    found.0
}

fn one_member(strike: &Strike, roster: &Roster, member: usize, found: &mut Findings) {
    let id = &strike.members[member].id;
    let seats: Vec<_> = roster.of(member).collect();
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let mut weeks: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for (index, seat) in seats.iter().enumerate() {
        let shift = &strike.shifts[seat.shift];
        *days.entry(shift.date).or_default() += 1;
        *weeks.entry(shift.week).or_default() += shift.minutes();
        for other in &seats[index + 1..] {
            let place = format!("{id} on {} and {}", shift.id, strike.shifts[other.shift].id);
            if seat.shift == other.shift {
                found.add("twice", &place, "holds two posts on one shift");
                continue;
            }
            match rules::clash(strike, seat.shift, other.shift) {
                None => {}
                Some(Rule::Rest) if seat.overrides.contains("rest") || other.overrides.contains("rest") => {}
                Some(rule) => found.add(rule.code(), &place, "both"),
            }
        }
    }
    for (day, count) in days {
        if count > strike.shifts_per_day {
            found.add("daily", id, format!("{count} shifts on {day}"));
        }
    }
    for (week, minutes) in weeks {
        if minutes > strike.week_minutes {
            found.add("weekly", id, format!("{minutes} minutes in the week of {week}"));
        }
    }
}

/// `plan --json`, next to the roster exported after it.
pub fn plan(strike: &Strike, roster: &Roster, exported: &Value, json: &Value) -> Vec<Finding> {
    let mut found = Findings::default();
    found.same("plan", "strike", &json["strike"], strike.name.clone());
    found.same("plan", "version", &json["version"], exported["version"].clone());
    found.same("plan", "assignments", &json["assignments"], roster.seats.len());
    found.same("plan", "gaps", &json["gaps"], exported["totals"]["gaps"].clone());
    if json["seconds"].as_f64().is_none_or(|seconds| seconds < 0.0) {
        found.add("seconds", "plan", format!("{} is no time", json["seconds"]));
    }
    for name in ["seed", "changes"] {
        if !json[name].is_u64() {
            found.add(name, "plan", format!("{} is no count", json[name]));
        }
    }
    let (filled, asked) = (levels::filled(strike, roster), levels::asked(strike));
    for (index, name) in NAMES.iter().enumerate() {
        let level = &json["levels"][*name];
        let Some(told) = minutes_or_count(level, index) else {
            found.add("levels", name, format!("{level} is not filled, of, bound"));
            continue;
        };
        if told[0] != filled[index] {
            found.add("filled", name, format!("told {}, is {}", told[0], filled[index]));
        }
        if told[1] != asked[index] {
            found.add("of", name, format!("told {}, is {}", told[1], asked[index]));
        }
        if told[2] < told[0] {
            found.add("bound", name, format!("{} is below {}", told[2], told[0]));
        }
        // Pins may stand where nothing was asked, so `of` holds without them only.
        if told[2] > told[1].max(told[0]) {
            found.add("bound", name, format!("{} is above what was asked, {}", told[2], told[1]));
        }
    }
    found.0
}

/// A level's filled, of and bound; hours come as minutes.
pub fn minutes_or_count(level: &Value, index: usize) -> Option<[i64; 3]> {
    let read = |name: &str| {
        if index == 4 { level[name].as_f64().map(|hours| (hours * 60.0).round() as i64) } else { level[name].as_i64() }
    };
    Some([read("filled")?, read("of")?, read("bound")?])
}

/// `gaps --json`, for the roster as it stands.
pub fn gaps(strike: &Strike, roster: &Roster, json: &Value) -> Vec<Finding> {
    let mut found = Findings::default();
    found.same("gaps", "strike", &json["strike"], strike.name.clone());
    let mut told = BTreeSet::new();
    for gap in list(&json["gaps"]) {
        let id = gap["shift"].as_str().unwrap_or("?");
        let Some(index) = strike.shift(id) else {
            found.add("closed", id, "no such shift exists");
            continue;
        };
        if !told.insert(index) {
            found.add("twice", id, "is told twice");
        }
        let (shift, state) = (&strike.shifts[index], levels::state(strike, roster, index));
        found.same(id, "status", &gap["status"], state.status);
        found.same(id, "heads", &gap["heads"], state.heads);
        found.same(id, "minimum", &gap["minimum"], shift.minimum);
        found.same(id, "target", &gap["target"], shift.target);
        let captains = shift.captains - state.captains.min(shift.captains);
        found.same(id, "captains_missing", &gap["captains_missing"], captains);
        for (skill, asked) in &shift.needs {
            let missing = (asked - state.skills[skill].min(*asked)) as u64;
            let said = &gap["needs_missing"][skill];
            if said.as_u64().unwrap_or(0) != missing {
                found.add("needs_missing", id, format!("{skill}: told {said}, is {missing}"));
            }
        }
        let fillable = gap["fillable"].as_u64();
        if fillable.is_none_or(|heads| heads as usize > shift.maximum - state.heads) {
            found.add("fillable", id, format!("{} can't be", gap["fillable"]));
        }
        reason(strike, roster, index, &gap["reason"], &mut found);
        let proof = gap["reason"].get("bottleneck");
        let fault = proof.map(|proof| proof::fault(strike, roster, index, state.status, proof));
        if let Some(fault) = fault.unwrap_or_else(|| Some("is not there at all".into())) {
            found.add("bottleneck", id, fault);
        }
    }
    for (index, shift) in strike.shifts.iter().enumerate() {
        let is_gap = levels::state(strike, roster, index).is_gap();
        if is_gap && !told.contains(&index) {
            found.add("missing", &shift.id, "is a gap that is not told");
        }
        if !is_gap && told.contains(&index) {
            found.add("status", &shift.id, "is no gap");
        }
    }
    found.0
}

fn reason(strike: &Strike, roster: &Roster, index: usize, told: &Value, found: &mut Findings) {
    let id = strike.shifts[index].id.as_str();
    found.same(id, "members", &told["members"], strike.members.len());
    let mut sum = told["eligible"].as_u64().unwrap_or(0);
    let mut said: BTreeMap<&str, u64> = BTreeMap::new();
    for (code, count) in told["lost"].as_object().into_iter().flatten() {
        let count = count.as_u64().unwrap_or(0);
        sum += count;
        if count > 0 {
            said.insert(code, count);
        }
    }
    if sum != strike.members.len() as u64 {
        found.add("lost", id, format!("eligible and lost add up to {sum}"));
    }
    let lost = lost(strike, roster, index);
    if said != lost {
        found.add("lost", id, format!("told {said:?}, is {lost:?}"));
    }
}

/// How many members each rule takes away from a shift, each under the first.
/// The question follows what the shift lacks: heads, a captain, or one of the
/// skills that are missing.
pub fn lost(strike: &Strike, roster: &Roster, index: usize) -> BTreeMap<&'static str, u64> {
    let (shift, state) = (&strike.shifts[index], levels::state(strike, roster, index));
    let able: Vec<&str> = match state.status {
        "captain" => vec!["captain"],
        "skill" => shift.needs.keys().map(String::as_str).filter(|s| state.skills[*s] < shift.needs[*s]).collect(),
        _ => Vec::new(),
    };
    let mut lost = BTreeMap::new();
    for (member, who) in strike.members.iter().enumerate() {
        let others = roster.on(index).filter(|seat| seat.member != member).count();
        let rule = rules::refusal(strike, roster, member, index)
            .or((others >= shift.maximum).then_some(Rule::Maximum))
            .or((!able.is_empty() && !able.iter().any(|s| who.skills.contains(*s))).then_some(Rule::Skill));
        if let Some(rule) = rule {
            *lost.entry(rule.code()).or_default() += 1;
        }
    }
    lost
}
