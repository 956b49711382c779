//! How long the live numbers take: counting, one edit, hours asked, candidates, gaps and their reasons.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/strikes/mod.rs"]
mod strikes;

use divan::{Bencher, black_box};
use picket::engine::candidates::{candidates, ruled_out};
use picket::engine::coverage::Coverage;
use picket::engine::gaps::{Explainer, Filter, gaps};
use picket::engine::plan::{Options, plan};
use picket::model::{Change, Roster, ShiftIx};
use picket::rules::Ground;
use std::sync::LazyLock;

/// A local, a large union, and the largest.
const MEMBERS: [usize; 3] = [341, 5_000, 55_000];

struct Made {
    ground: Ground,
    roster: Roster,
}

fn make(members: usize) -> Made {
    let size = match members {
        341 => strikes::Size { members, sites: 6, days: 14 },
        5_000 => strikes::Size { members, sites: 60, days: 14 },
        _ => strikes::Size { members, sites: 600, days: 14 },
    };
    let ground = strikes::made(size, 4);
    let roster = strikes::filled(&ground, 0.75, 4);
    Made { ground, roster }
}

static MADE: [LazyLock<Made>; 3] =
    [LazyLock::new(|| make(MEMBERS[0])), LazyLock::new(|| make(MEMBERS[1])), LazyLock::new(|| make(MEMBERS[2]))];

fn made(members: usize) -> &'static Made {
    let at = MEMBERS.iter().position(|each| *each == members).unwrap();
    &MADE[at]
}

fn main() {
    for members in MEMBERS {
        let Made { ground, roster } = made(members);
        let coverage = Coverage::count(ground, roster);
        println!(
            "{members} members, {} shifts, {} assignments, {} gaps",
            ground.timetable.len(),
            roster.len(),
            coverage.totals().gaps()
        );
    }
    divan::main();
}

/// A shift in the middle of the plan.
fn middle(ground: &Ground) -> ShiftIx {
    ShiftIx::new(ground.timetable.len() / 2)
}

#[divan::bench(args = MEMBERS)]
fn count(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    bencher.bench(|| Coverage::count(ground, roster));
}

#[divan::bench(args = MEMBERS)]
fn one_edit(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    let mut coverage = Coverage::count(ground, roster);
    let change = Change::Removed(roster.iter().next().unwrap().clone());
    let back = change.inverse();
    bencher.bench_local(|| {
        coverage.apply(ground, black_box(&change));
        coverage.apply(ground, black_box(&back));
    });
}

#[divan::bench(args = MEMBERS, sample_count = 10)]
fn hours_asked(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    bencher.with_inputs(|| Coverage::count(ground, roster)).bench_values(|coverage| coverage.hours_asked(ground));
}

#[divan::bench(args = MEMBERS)]
fn candidates_of_a_shift(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    bencher.bench(|| candidates(ground, roster, middle(ground)));
}

#[divan::bench(args = MEMBERS)]
fn everyone_ruled_out(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    bencher.bench(|| ruled_out(ground, roster, middle(ground)).count());
}

#[divan::bench(args = MEMBERS)]
fn gaps_listed(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    let coverage = Coverage::count(ground, roster);
    bencher.bench(|| gaps(ground, &coverage, Filter::default()));
}

#[divan::bench(args = MEMBERS, sample_count = 3, sample_size = 1)]
fn reasons_of_300_gaps(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    let coverage = Coverage::count(ground, roster);
    let worst: Vec<ShiftIx> =
        gaps(ground, &coverage, Filter::default()).iter().take(300).map(|gap| gap.shift).collect();
    bencher.bench(|| Explainer::new(ground, roster).reasons(&worst));
}

/// On a planned roster, as a strike captain has it: few chains are left, so most searches go through all they can reach.
#[divan::bench(args = [341, 5_000], sample_count = 3, sample_size = 1)]
fn fillable_of_100_gaps_planned(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    let planned = plan(ground, roster, None, &Options::default()).unwrap().roster;
    let coverage = Coverage::count(ground, &planned);
    let worst: Vec<ShiftIx> =
        gaps(ground, &coverage, Filter::default()).iter().take(100).map(|gap| gap.shift).collect();
    bencher.bench(|| {
        let mut explainer = Explainer::new(ground, &planned);
        explainer.fillables(&worst).iter().sum::<u32>()
    });
}

#[divan::bench(args = MEMBERS, sample_count = 3, sample_size = 1)]
fn fillable_of_100_gaps(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    let coverage = Coverage::count(ground, roster);
    let worst: Vec<ShiftIx> =
        gaps(ground, &coverage, Filter::default()).iter().take(100).map(|gap| gap.shift).collect();
    bencher.bench(|| {
        let mut explainer = Explainer::new(ground, roster);
        explainer.fillables(&worst).iter().sum::<u32>()
    });
}

/// All that `gaps` tells of every gap: reasons, what could be filled, bottlenecks.
fn told(ground: &Ground, roster: &Roster) -> usize {
    let coverage = Coverage::count(ground, roster);
    let all: Vec<ShiftIx> = gaps(ground, &coverage, Filter::default()).iter().map(|gap| gap.shift).collect();
    let mut explainer = Explainer::new(ground, roster);
    black_box((explainer.reasons(&all), explainer.fillables(&all)));
    explainer.bottlenecks(&all).iter().flatten().count()
}

#[divan::bench(args = MEMBERS, sample_count = 3, sample_size = 1)]
fn every_gap_told_half_filled(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    bencher.bench(|| told(ground, roster));
}

#[divan::bench(args = MEMBERS, sample_count = 3, sample_size = 1)]
fn every_gap_told_before_planning(bencher: Bencher, members: usize) {
    let Made { ground, .. } = made(members);
    let roster = strikes::empty(ground);
    bencher.bench(|| told(ground, &roster));
}

#[divan::bench(args = [341, 5_000], sample_count = 3, sample_size = 1)]
fn every_gap_told_planned(bencher: Bencher, members: usize) {
    let Made { ground, roster } = made(members);
    let planned = plan(ground, roster, None, &Options::default()).unwrap().roster;
    bencher.bench(|| told(ground, &planned));
}
