//! Nobody is sent where somebody else would rather be: no two members could change places to the good of both together.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::engine::plan::{Options, plan};
use picket::model::{Assignment, MemberIx, Roster, ShiftIx};
use picket::rules::{self, Case, Ground, reach};
use picket::store::generate::{GenerateOptions, generate};
use picket::store::read::read_strike;

/// What a shift is worth to a member, less being better: how far down the member's lists its site and its template are, then
/// kilometres.
fn worth(ground: &Ground, member: MemberIx, shift: ShiftIx) -> [i64; 2] {
    let (who, shift) = (ground.strike.member(member), ground.shift(shift));
    let site = who.sites.iter().position(|site| *site == shift.site).unwrap_or(who.sites.len());
    let template = who.shifts.iter().position(|template| *template == shift.template).unwrap_or(who.shifts.len());
    let km = reach::distance_km(ground, member, shift.site).map_or(0.0, f64::round);
    [(site + template) as i64, km as i64]
}

/// Whether both rosters' rules let two members stand in each other's place.
fn may_change(ground: &Ground, roster: &mut Roster, a: &Assignment, b: &Assignment) -> bool {
    for each in [a, b] {
        roster.take(each.shift, each.member).unwrap();
    }
    let mut changed = true;
    let mut put = Vec::new();
    for (who, place) in [(a, b), (b, a)] {
        let case = Case { ground, roster, member: who.member, shift: place.shift, duty: place.duty };
        changed = changed && rules::refusal(&case).is_none();
        if changed {
            roster.put(Assignment { member: who.member, ..place.clone() });
            put.push((place.shift, who.member));
        }
    }
    for (shift, member) in put {
        roster.take(shift, member).unwrap();
    }
    for each in [a, b] {
        roster.put(each.clone());
    }
    changed
}

/// Pairs that would be better off in each other's place, and could be; and how many pairs only the rules keep apart.
fn regrets(ground: &Ground, roster: &Roster) -> (Vec<String>, usize) {
    let mut roster = roster.clone();
    let all: Vec<Assignment> = roster.iter().filter(|each| !each.pinned).cloned().collect();
    let length = |shift: ShiftIx| ground.shift(shift).span.end.minutes_since(ground.shift(shift).span.start);
    let (mut found, mut kept) = (Vec::new(), 0);
    for (i, a) in all.iter().enumerate() {
        for b in &all[..i] {
            let (s, t) = (ground.shift(a.shift), ground.shift(b.shift));
            if roster.get(a.shift, b.member).is_some()
                || roster.get(b.shift, a.member).is_some()
                || s.week != t.week
                || length(a.shift) != length(b.shift)
            {
                continue;
            }
            let now = [worth(ground, a.member, a.shift), worth(ground, b.member, b.shift)];
            let then = [worth(ground, a.member, b.shift), worth(ground, b.member, a.shift)];
            let sum = |pair: [[i64; 2]; 2]| [pair[0][0] + pair[1][0], pair[0][1] + pair[1][1]];
            if sum(then) >= sum(now) {
                continue;
            }
            if may_change(ground, &mut roster, a, b) {
                found.push(format!("{a:?}\n{b:?}\n{now:?} {then:?}"));
            } else {
                kept += 1;
            }
        }
    }
    (found, kept)
}

/// Plans a strike, and counts the pairs who would change places but for the rules.
fn held_apart(ground: &Ground, seed: u64) -> usize {
    let roster = plan(ground, &strikes::empty(ground), None, &Options { seed, ..Options::default() }).unwrap().roster;
    let (found, apart) = regrets(ground, &roster);
    assert!(found.is_empty(), "seed {seed}, {} of {}:\n{}", found.len(), roster.len(), found[0]);
    apart
}

#[test]
fn no_two_could_change_places_and_be_better_off() {
    let mut apart = 0;
    for seed in 0..20 {
        let options = GenerateOptions { members: 70, sites: 4, days: 14, seed, ..GenerateOptions::default() };
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in generate(&options) {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        apart += held_apart(&Ground::new(read_strike(dir.path()).strike.unwrap()), seed);
    }
    assert!(apart > 1000, "the rules keep apart {apart} pairs who would change");
}

#[test]
fn nor_in_strange_strikes() {
    let apart: usize = (0..60).map(|seed| held_apart(&strikes::small(seed), seed)).sum();
    assert!(apart > 1000, "the rules keep apart {apart} pairs who would change");
}
