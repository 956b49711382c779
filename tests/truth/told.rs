//! What `why` says in English, read by its words and held against the files:
//! every number of every sentence, and every way to fill the gap.

use super::levels::{self, State};
use super::proof;
use super::roster::{Roster, Seat, list};
use super::rules::{self, Rule};
use super::strike::Strike;
use regex_lite::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The words of a rule that keeps people off.
const LOST: [(Rule, &str); 11] = [
    (Rule::Overlap, "on another shift then"),
    (Rule::Essential, "on essential duty"),
    (Rule::Pool, "held in an essential pool"),
    (Rule::Status, "not active"),
    (Rule::Availability, "not available"),
    (Rule::Reach, "out of reach"),
    (Rule::Restriction, "kept off by a restriction"),
    (Rule::Daily, "with no shift left that day"),
    (Rule::Weekly, "with no hours left that week"),
    (Rule::Rest, "without enough rest"),
    (Rule::Maximum, "by the shift’s maximum"),
];

/// A gap, and what was said of it.
pub struct Told<'a> {
    pub strike: &'a Strike,
    pub roster: &'a Roster,
    pub shift: usize,
    /// The answer in English, its lines joined.
    pub text: &'a str,
    pub json: &'a Value,
}

/// Everything that is said and not so.
pub fn faults(told: &Told) -> Vec<String> {
    let mut found = Vec::new();
    let state = levels::state(told.strike, told.roster, told.shift);
    heads(told, &state, &mut found);
    counts(told, &state, &mut found);
    if let Some(fault) =
        proof::fault(told.strike, told.roster, told.shift, state.status, &told.json["reason"]["bottleneck"])
    {
        found.push(fault);
    }
    proven(told, &state, &mut found);
    levers(told, &state, &mut found);
    found.into_iter().map(|fault| format!("{}: {fault}", told.strike.shifts[told.shift].id)).collect()
}

fn number(text: &str) -> usize {
    match text {
        "none" | "nobody" | "no" => 0,
        "a" | "one" | "someone" => 1,
        text => text.replace(',', "").parse().unwrap_or(usize::MAX),
    }
}

fn first<'t>(text: &'t str, pattern: &str) -> Option<Vec<&'t str>> {
    let found = Regex::new(pattern).unwrap().captures(text)?;
    Some(found.iter().skip(1).map(|group| group.map_or("", |group| group.as_str())).collect())
}

fn heads(told: &Told, state: &State, found: &mut Vec<String>) {
    let shift = &told.strike.shifts[told.shift];
    let said = first(told.text, r"([\d,]+) heads?, ([\d,]+) wanted, minimum ([\d,]+); worst case ([\d,]+)");
    let truth = [state.heads, shift.target, shift.minimum, state.worst_case];
    if said.as_ref().is_none_or(|said| said.iter().map(|text| number(text)).ne(truth)) {
        found.push(format!("told {said:?}, is {truth:?}"));
    }
    let captains = shift.captains - state.captains.min(shift.captains);
    let said = first(told.text, r"([\d,]+) captains? missing").map_or(0, |said| number(said[0]));
    if said != captains {
        found.push(format!("told {said} captains missing, {captains} are"));
    }
}

/// The skills of the posts in question; none: heads.
fn wanted(told: &Told, state: &State) -> Vec<String> {
    let shift = &told.strike.shifts[told.shift];
    match state.status {
        "captain" => vec!["captain".to_owned()],
        "skill" => {
            shift.needs.iter().filter(|(skill, asked)| state.skills[*skill] < **asked).map(|n| n.0.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// What of the roster a rule can see from the shift: its week, and the days beside it.
fn near(told: &Told) -> Roster {
    let here = &told.strike.shifts[told.shift];
    let sees = |at: usize| {
        let there = &told.strike.shifts[at];
        there.week == here.week || (there.date - here.date).num_days().abs() <= 2
    };
    Roster { seats: told.roster.seats.iter().filter(|seat| sees(seat.shift)).cloned().collect() }
}

/// Who could stand there, whom each rule keeps off, who has the skill, who could come from elsewhere.
fn counts(told: &Told, state: &State, found: &mut Vec<String>) {
    let (strike, roster, index) = (told.strike, &near(told), told.shift);
    let wanted = wanted(told, state);
    let full =
        |member: usize| roster.on(index).filter(|seat| seat.member != member).count() >= strike.shifts[index].maximum;
    let able = |member: usize| wanted.is_empty() || wanted.iter().any(|s| strike.members[member].skills.contains(s));
    let mut lost: BTreeMap<Rule, usize> = BTreeMap::new();
    let mut of_able: BTreeMap<Rule, usize> = BTreeMap::new();
    let (mut eligible, mut skilled, mut elsewhere, mut without) = (0, 0, 0, 0);
    for member in 0..strike.members.len() {
        let first = rules::refusal(strike, roster, member, index).or(full(member).then_some(Rule::Maximum));
        skilled += usize::from(able(member));
        match first {
            None if able(member) => eligible += 1,
            None => without += 1,
            Some(rule) => {
                *lost.entry(rule).or_default() += 1;
                if able(member) {
                    *of_able.entry(rule).or_default() += 1;
                }
            }
        }
        let stands = roster.on(index).any(|seat| seat.member == member);
        let by_shifts = matches!(first, Some(Rule::Overlap | Rule::Daily | Rule::Weekly | Rule::Rest));
        if !stands && able(member) && by_shifts && rules::eligible(strike, member, index) {
            elsewhere += 1;
        }
    }
    let said = first(told.text, r"(none|[\d,]+) of ([\d,]+) members could").unwrap_or_default();
    if said.iter().map(|text| number(text)).ne([eligible, strike.members.len()]) {
        found.push(format!("told {said:?} could, {eligible} of {} can", strike.members.len()));
    }
    let all = told.text.split("what keeps the rest off:").nth(1).unwrap_or_default();
    let (all, rest) = match Regex::new("of the (one|[\\d,]+) (captains?:|who ha)|no member (is|has)").unwrap().find(all)
    {
        Some(at) if !wanted.is_empty() => all.split_at(at.start()),
        _ => (all, ""),
    };
    let mut compare = |text: &str, truth: &BTreeMap<Rule, usize>| {
        for (rule, words) in LOST {
            let said = first(text, &format!(r"([\d,]+) {words}")).map_or(0, |said| number(said[0]));
            let truth = truth.get(&rule).copied().unwrap_or(0);
            if said != truth {
                found.push(format!("told {said} {words}, {truth} are"));
            }
        }
    };
    compare(all, &lost);
    if !wanted.is_empty() {
        compare(rest, &of_able);
        let said = first(all, r"([\d,]+) without the skill").map_or(0, |said| number(said[0]));
        if said != without {
            found.push(format!("told {said} without the skill, {without} are"));
        }
        let said = first(rest, "of the (one|[\\d,]+)").map_or(0, |said| number(said[0]));
        if said != skilled {
            found.push(format!("told {said} have it, {skilled} do"));
        }
    }
    let said = first(told.text, r"(nobody|no|one|[\d,]+) (?:else|other|more)[a-z ]* could come, (?:not even|but only)");
    match said {
        Some(said) if number(said[0]) == elsewhere => {}
        None if elsewhere == 0 => {}
        said => found.push(format!("told {said:?} could come from elsewhere, {elsewhere} could")),
    }
}

/// The sentence of the proof, and the shifts named under it.
fn proven(told: &Told, state: &State, found: &mut Vec<String>) {
    let proof = &told.json["reason"]["bottleneck"];
    let claim = first(told.text, r"(no roster can do better|not all can be filled): (the shift|([\d,]+) shifts)");
    let (Some(claim), false) = (&claim, proof.is_null()) else {
        if claim.is_some() || !proof.is_null() {
            found.push("what is proven is not what is said".to_owned());
        }
        return;
    };
    let shifts: BTreeSet<&str> = list(&proof["shifts"]).iter().filter_map(Value::as_str).collect();
    let count = |name: &str| proof[name].as_u64().map_or(usize::MAX, |count| count as usize);
    let (posts, members, capacity) = (count("posts"), count("members"), count("capacity"));
    let tail = told.text.split(claim[0]).nth(1).unwrap_or_default();
    let asked = first(tail, r"(?:needs?|wants?|asks? for) (a|someone|[\d,]+)").map(|said| number(said[0]));
    if asked != Some(posts) {
        found.push(format!("told {asked:?} asked, {posts} are"));
    }
    if claim[2].is_empty() {
        let come = first(tail, r"and (?:(nobody|no)|only (one|[\d,]+))").map(|said| number(said.concat().as_str()));
        if shifts.len() != 1 || come != Some(members) || members != capacity {
            found.push(format!("told {come:?} of one shift, {members} can come, {capacity} posts be filled"));
        }
    } else {
        let said = first(tail, r"and the (one|[\d,]+)[a-z ]* can fill ([\d,]+)");
        let said: Vec<usize> = said.iter().flatten().map(|text| number(text)).collect();
        if number(claim[2]) != shifts.len() || said != [members, capacity] {
            found.push(format!("told {said:?} for {}, are {members}, {capacity} for {}", claim[2], shifts.len()));
        }
    }
    // Only where no more is vacant than must be can no roster do better.
    let skills: BTreeSet<&str> = list(&proof["skills"]).iter().filter_map(Value::as_str).collect();
    let vacant = |id: &str| {
        let index = told.strike.shift(id).unwrap_or(usize::MAX);
        let (shift, state) = (&told.strike.shifts[index], levels::state(told.strike, told.roster, index));
        match proof["level"].as_str() {
            Some("captain") => shift.captains.saturating_sub(state.captains),
            Some("skill") => {
                skills.iter().map(|s| shift.posts(s).saturating_sub(*state.skills.get(*s).unwrap_or(&0))).sum()
            }
            Some("target") => shift.target.saturating_sub(state.heads),
            _ => shift.minimum.saturating_sub(state.heads),
        }
    };
    let vacant: usize = shifts.iter().map(|id| vacant(id)).sum();
    if (claim[0] == "no roster can do better") != (vacant == posts - capacity) {
        found.push(format!("told {}, {vacant} posts are vacant of {} that must be", claim[0], posts - capacity));
    }
    if vacant < posts - capacity || state.status == "full" {
        found.push(format!("fewer vacant ({vacant}) than proven ({})", posts - capacity));
    }
}

/// Each way to fill the gap, by granting it.
fn levers(told: &Told, state: &State, found: &mut Vec<String>) {
    let (strike, roster, index) = (told.strike, &near(told), told.shift);
    let wanted = wanted(told, state);
    for lever in list(&told.json["levers"]) {
        let means = lever["means"].as_str().unwrap_or_default();
        let ids: Vec<&str> = list(&lever["members"]).iter().filter_map(Value::as_str).collect();
        if !ids.iter().take(2).all(|id| told.text.contains(&format!("({id})"))) {
            found.push(format!("{means}: {ids:?} are not named"));
        }
        if !lever["at"].is_null() {
            found.extend(afar(told, lever, &ids).map(|why| format!("{means} elsewhere, {ids:?}: {why}")));
            continue;
        }
        for id in ids.iter().take(6) {
            let Some(member) = strike.member(id) else {
                found.push(format!("{means}: {id} is nobody"));
                continue;
            };
            let stands = roster.on(index).find(|seat| seat.member == member);
            if means == "skill" {
                let skill = lever["skill"].as_str().unwrap_or_default();
                let shift = &strike.shifts[index];
                let held = roster.on(index).filter(|seat| seat.duty == skill).count();
                let lacks = !strike.members[member].skills.contains(skill) && held < shift.posts(skill);
                if stands.is_none_or(|seat| seat.duty != "picket") || !lacks {
                    found.push(format!("{id} can't be given {skill}"));
                }
                continue;
            }
            if means == "backup" {
                let to = lever["to"].as_str().and_then(|to| strike.shift(to));
                let mut without = roster.clone();
                without.seats.retain(|seat| seat.shift != index);
                if stands.is_none() || to.is_none_or(|to| rules::refusal(strike, &without, member, to).is_some()) {
                    found.push(format!("{id} can't go to {}", lever["to"]));
                }
                continue;
            }
            let able = wanted.is_empty() || wanted.iter().any(|skill| strike.members[member].skills.contains(skill));
            let (before, after) = (rules::refusal(strike, roster, member, index), {
                let granted = granted(strike, member, means, lever);
                rules::refusal(&granted, roster, member, index)
            });
            if before.is_none() || after.is_some() || stands.is_some() || !able {
                found.push(format!("{means} does not bring {id}: {before:?} before, {after:?} after"));
            }
        }
    }
}

/// What is wrong with a lever on another shift, or with a move: those who move, and the member, are put where it says.
fn afar(told: &Told, lever: &Value, ids: &[&str]) -> Option<String> {
    let strike = told.strike;
    let place = |place: &Value| Some((strike.shift(place["shift"].as_str()?)?, place["duty"].as_str()?.to_owned()));
    let member = strike.member(ids.first()?)?;
    let (at, duty) = place(&lever["at"])?;
    let mut roster = told.roster.clone();
    let mut come = vec![(at, member, duty)];
    for each in list(&lever["moves"]) {
        let Some(who) = each["member"].as_str().and_then(|id| strike.member(id)) else {
            return Some(format!("{each} moves nobody"));
        };
        for (shift, duty) in list(&each["from"]).iter().filter_map(place) {
            let stands = |seat: &Seat| (seat.shift, seat.member) == (shift, who) && seat.duty == duty && !seat.pinned;
            if !roster.seats.iter().any(stands) {
                return Some(format!("{each}: stands not there, or is pinned"));
            }
            roster.seats.retain(|seat| !stands(seat));
        }
        let to = list(&each["to"]).iter().filter_map(place);
        come.extend(to.filter(|_| who != member).map(|(shift, duty)| (shift, who, duty)));
    }
    let means = lever["means"].as_str().unwrap_or_default();
    let with = granted(strike, member, means, lever);
    for (shift, who, duty) in &come {
        roster.seat(*shift, *who, duty);
    }
    // Who is granted something could not come without it.
    if rules::refusal(strike, &roster, member, at).is_none() {
        return Some("needs nothing granted".to_owned());
    }
    for (shift, who, duty) in &come {
        if duty != "picket" && !strike.members[*who].skills.contains(duty) {
            return Some(format!("{} is no {duty}", strike.members[*who].id));
        }
        if let Some(rule) = rules::refusal(&with, &roster, *who, *shift) {
            return Some(format!("{} may not come: {rule:?}", strike.members[*who].id));
        }
    }
    let touched: BTreeSet<usize> = come.iter().map(|each| each.0).chain([told.shift]).collect();
    for index in touched {
        let (before, after) = (levels::state(strike, told.roster, index), levels::state(strike, &roster, index));
        let shift = &strike.shifts[index];
        let skills = |state: &State| state.skills.iter().map(|(skill, n)| (*n).min(shift.posts(skill))).sum::<usize>();
        let worth = |state: &State| (state.captains.min(shift.captains), skills(state));
        if after.heads < before.heads.min(shift.minimum)
            || worth(&after) < worth(&before)
            || after.heads > shift.maximum
        {
            return Some(format!("{} is worse for it", shift.id));
        }
        if index == told.shift && worth(&after) <= worth(&before) && after.heads <= before.heads {
            return Some("brings nothing".to_owned());
        }
    }
    None
}

fn granted(strike: &Strike, member: usize, means: &str, lever: &Value) -> Strike {
    let mut granted = strike.clone();
    let who = &mut granted.members[member];
    match means {
        "availability" => who.availability.clear(),
        "reach" => who.reach_km = lever["km"].as_f64().unwrap_or(0.0) + 0.1,
        "release" => {
            who.duty.clear();
            who.never = false;
        }
        "rest" => granted.rest = 0,
        "weekly" => granted.week_minutes = i64::MAX / 4,
        "daily" => granted.shifts_per_day += 1,
        "spare" => {
            let pools = granted.pools.iter_mut().filter(|pool| lever["requirement"] == pool.requirement.as_str());
            pools.for_each(|pool| pool.spare += 1);
        }
        _ => {}
    }
    granted
}
