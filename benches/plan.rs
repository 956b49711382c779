//! The planner's goals, with what was measured beside each: one run prints the table.
//!
//! `cargo bench --bench plan` goes over all sizes; `cargo bench --bench plan -- 5000` over one, `-- 55000 apart` over the largest
//! in stretches of country that nobody leaves, on which the goals were set; `-- city` over one in a large city, where hardly two
//! members reach the same sites. Beside the plan stands what a careful greedy reaches
//! (captains first, then skills, minima, targets, whoever has the fewest hours first, nobody ever moved): it is what
//! the planner delivers when it is given no time at all.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[allow(dead_code, reason = "other benches use the rest")]
mod common;

use common::{Country, timed};
use picket::engine::coverage::Coverage;
use picket::engine::gaps::{Aim, Explainer, Field, Filter, Terms, gaps, repairs_in};
use picket::engine::plan::{Options, Outcome, plan};
use picket::model::{Assignment, Roster, ShiftIx};
use picket::rules::Ground;
use std::sync::Arc;
use std::time::Duration;

/// Absences repaired, certificates looked for, of each strike.
const EDITS: usize = 200;

/// Goals in milliseconds, by size; None: none is set.
struct Goals {
    load: Option<f64>,
    plan_one: Option<f64>,
    plan_two: Option<f64>,
    repair: [f64; 3],
    proof: f64,
    megabytes: f64,
}

fn goals(members: usize) -> Goals {
    let (load, plan_one, plan_two) = match members {
        341 => (None, Some(3.0), None),
        5_000 => (None, Some(50.0), None),
        55_000 => (Some(300.0), Some(500.0), Some(300.0)),
        _ => (None, None, None),
    };
    Goals { load, plan_one, plan_two, repair: [0.15, 3.0, 16.0], proof: 1.0, megabytes: 100.0 }
}

fn main() {
    let sizes = common::sizes(common::SIZES.len());
    let whole = sizes.len() == common::SIZES.len();
    let asked = |country| common::country().map_or(whole, |named| named == country);
    if common::country().is_none_or(|named| named == Country::Wide) {
        for &(members, sites) in &sizes {
            table(members, sites, Country::Wide);
        }
    }
    if let Some(&(members, sites)) = sizes.last().filter(|_| asked(Country::Apart)) {
        table(members, sites, Country::Apart);
    }
    if !sizes.is_empty() && asked(Country::City) {
        table(IN_A_CITY.0, IN_A_CITY.1, Country::City);
    }
}

/// Members and sites of the strike in one city.
const IN_A_CITY: (usize, usize) = (5_000, 300);

fn row(what: &str, measured: Duration, goal: Option<f64>) {
    let measured = measured.as_secs_f64() * 1000.0;
    let goal = goal.map_or_else(String::new, |goal| format!("{goal:>8} ms  {:>8.1} × the goal", measured / goal));
    println!("  {what:<34} {measured:>10.2} ms  {goal}");
}

fn table(members: usize, sites: usize, country: Country) {
    let told = match country {
        Country::Wide => "",
        Country::Apart => ", moved apart",
        Country::City => ", in one city",
    };
    println!("\n{members} members, {sites} sites, {} days{told}{:>20}measured       goal", common::DAYS, "");
    let goals = goals(members);
    let dir = common::folder(members, sites);
    let (ground, load) = timed(|| common::ground_in(&dir, country));
    row("load from files, and build", load, goals.load);
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let planned = |threads: usize, enough: &(dyn Fn() -> bool + Sync)| {
        let options = Options { threads, enough, ..Options::default() };
        timed(|| plan(&ground, &empty, None, &options).unwrap())
    };
    let (whole, one) = planned(1, &|| false);
    row("full plan, one thread", one, goals.plan_one);
    let (again, two) = planned(2, &|| false);
    assert!(whole.roster == again.roster, "the same on one thread or two");
    row("full plan, two threads", two, goals.plan_two);
    let (greedy, quick) = planned(1, &|| true);
    row("careful greedy, one thread", quick, None);
    levels(&whole, &greedy);
    let now = whole.roster;
    spread("repair of one absence", &absences(&ground, &now, true), goals.repair);
    spread("the same, nothing known before", &absences(&ground, &now, false), goals.repair);
    spread("certificate of one gap", &proofs(&ground, &now, true), [goals.proof; 3]);
    spread("the same, nothing known before", &proofs(&ground, &now, false), [goals.proof; 3]);
    if let Some(peak) = peak() {
        println!(
            "  {:<34} {peak:>10.0} MB  {:>8} MB  (the greatest so far, everything counted)",
            "memory", goals.megabytes
        );
    }
}

/// What both reach, of what no roster can exceed.
fn levels(whole: &Outcome, greedy: &Outcome) {
    println!("  {:<34} {:>13} {:>13} {:>13}", "reached", "plan", "greedy", "at most");
    let names = ["captains", "skills", "heads to minimum", "heads to target", "minutes towards full pay"];
    for (at, name) in names.iter().enumerate() {
        let (plan, greedy) = (whole.scores.in_order()[at], greedy.scores.in_order()[at]);
        println!("    {name:<32} {:>13} {:>13} {:>13}", plan.filled, greedy.filled, plan.bound);
    }
}

/// The middle, the 99th of a hundred, and the worst.
fn spread(what: &str, times: &[Duration], goals: [f64; 3]) {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    if sorted.is_empty() {
        println!("  {what:<34} nothing to measure");
        return;
    }
    let at = |part: usize| sorted[(sorted.len() * part / 100).min(sorted.len() - 1)];
    for (name, time, goal) in [("p50", at(50), goals[0]), ("p99", at(99), goals[1]), ("worst", at(100), goals[2])] {
        row(&format!("{what}, {name} of {}", sorted.len()), time, Some(goal));
    }
}

/// Somebody does not come to one shift; the shift is filled up again as far as it was. With who could come where known before, as
/// a session knows it, or not.
fn absences(ground: &Ground, roster: &Roster, warm: bool) -> Vec<Duration> {
    let known = Field::new(ground);
    if warm {
        known.warm(ground);
    }
    let terms = Terms { aim: Aim::Target, from: None, told: None };
    let all: Vec<Assignment> = roster.iter().cloned().collect();
    let step = (all.len() / EDITS).max(1);
    let mut times = Vec::new();
    for each in all.iter().step_by(step).take(EDITS) {
        let mut without = roster.clone();
        without.take(each.shift, each.member);
        let made = || {
            let fresh = (!warm).then(|| Field::new(ground));
            repairs_in(fresh.as_ref().unwrap_or(&known), ground, &without, &[each.shift], &terms)
        };
        times.push(timed(made).1);
    }
    times
}

/// Proofs that a gap can't be filled, each looked for on its own; with who could come where known before, or not.
fn proofs(ground: &Ground, roster: &Roster, warm: bool) -> Vec<Duration> {
    let found = gaps(ground, &Coverage::count(ground, roster), Filter::default());
    let shifts: Vec<ShiftIx> = found.iter().take(EDITS).map(|gap| gap.shift).collect();
    let field = Arc::new(Field::new(ground));
    if warm {
        field.warm(ground);
    }
    let mut explainer = Explainer::within(field, ground, roster);
    let mut lengths = Vec::new();
    let mut times = Vec::new();
    for &shift in &shifts {
        let (proof, time) = timed(|| explainer.bottleneck(shift));
        lengths.extend(proof.map(|proof| proof.shifts.len()));
        times.push(time);
    }
    lengths.sort_unstable();
    if let (true, Some(most)) = (warm, lengths.last()) {
        let middle = lengths[lengths.len() / 2];
        println!(
            "  {} of {} gaps proven; shifts in a proof: {middle} in the middle, {most} at most",
            lengths.len(),
            shifts.len()
        );
    }
    times
}

/// The most memory this program has had, in megabytes; None where the system doesn't tell.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1000.0)
}
