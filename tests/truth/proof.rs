//! A bottleneck, counted again from the strike alone: what its shifts ask for
//! and what those who can reach any of them can supply at most.

use super::roster::{Roster, list};
use super::rules;
use super::strike::{Shift, Strike};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with the bottleneck told of a gap; None: nothing, or none is
/// told. `status` is the gap's.
pub fn fault(strike: &Strike, roster: &Roster, gap: usize, status: &str, told: &Value) -> Option<String> {
    if told.is_null() {
        return None;
    }
    let ids: Vec<&str> = list(&told["shifts"]).iter().filter_map(Value::as_str).collect();
    let shifts: Vec<usize> = ids.iter().filter_map(|id| strike.shift(id)).collect();
    let distinct: BTreeSet<usize> = shifts.iter().copied().collect();
    if distinct.len() != list(&told["shifts"]).len() || !distinct.contains(&gap) {
        return Some(format!("{} are no shifts of which the gap is one", told["shifts"]));
    }
    let duties: BTreeSet<&str> = match status {
        "captain" => BTreeSet::from(["captain"]),
        "skill" => list(&told["skills"]).iter().filter_map(Value::as_str).collect(),
        _ => BTreeSet::new(),
    };
    let level = match status {
        "captain" | "skill" => status,
        "thin" => "target",
        _ => "minimum",
    };
    let heads = level == "minimum" || level == "target";
    let posts = |shift: &Shift| match level {
        "minimum" => shift.minimum,
        "target" => shift.target,
        _ => duties.iter().map(|duty| shift.posts(duty)).sum(),
    };
    let asked: usize = shifts.iter().map(|shift| posts(&strike.shifts[*shift])).sum();
    let (mut members, mut capacity) = (0, 0);
    for (member, who) in strike.members.iter().enumerate() {
        let able = |shift: &&usize| {
            let asks = |duty: &&&str| strike.shifts[**shift].posts(duty) > 0 && who.skills.contains(**duty);
            let skilled = heads || duties.iter().any(|duty| asks(&duty));
            let counted = |duty: &str| heads || duties.contains(duty);
            let stands = roster.on(**shift).any(|seat| seat.member == member && counted(&seat.duty));
            stands || skilled && rules::eligible(strike, member, **shift)
        };
        let open: Vec<&Shift> = shifts.iter().filter(able).map(|shift| &strike.shifts[*shift]).collect();
        members += usize::from(!open.is_empty());
        for week in open.iter().map(|shift| shift.week).collect::<BTreeSet<_>>() {
            let mut days = BTreeMap::new();
            let mut lengths = Vec::new();
            for shift in open.iter().filter(|shift| shift.week == week) {
                *days.entry(shift.date).or_insert(0) += 1;
                lengths.push(shift.minutes());
            }
            lengths.sort_unstable();
            let by_day: usize = days.values().map(|count: &usize| (*count).min(strike.shifts_per_day)).sum();
            let by_hours = (0..=lengths.len()).rfind(|n| lengths[..*n].iter().sum::<i64>() <= strike.week_minutes);
            capacity += by_day.min(by_hours.unwrap_or(0));
        }
    }
    let number = |name: &str| told[name].as_u64().map(|number| number as usize);
    let sound = number("posts") == Some(asked)
        && number("members") == Some(members)
        && number("capacity") == Some(capacity)
        && asked > capacity
        && told["level"] == level;
    (!sound).then(|| format!("told {told}; {asked} posts, {members} members, capacity {capacity}"))
}
