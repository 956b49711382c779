//! The full plan of a generated strike, from nothing, by size and threads.
#![allow(clippy::unwrap_used, missing_docs)]

use divan::Bencher;
use picket::engine::plan::{Options, plan};
use picket::model::Roster;
use picket::rules::Ground;
use picket::store::generate::{GenerateOptions, generate};
use picket::store::read::read_strike;

/// Members and sites: a local, a small union, a large one, the province.
const SIZES: [(usize, usize); 4] = [(341, 10), (5_000, 120), (35_000, 600), (55_000, 1_000)];

fn main() {
    divan::main();
}

fn ground(members: usize, sites: usize) -> Ground {
    let dir = tempfile::tempdir().unwrap();
    let options = GenerateOptions { members, sites, ..GenerateOptions::default() };
    for (name, text) in generate(&options) {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    Ground::new(read_strike(dir.path()).strike.unwrap())
}

#[divan::bench(args = SIZES, consts = [1, 2], sample_count = 5, sample_size = 1)]
fn full<const THREADS: usize>(bencher: Bencher, (members, sites): (usize, usize)) {
    let ground = ground(members, sites);
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let options = Options { threads: THREADS, ..Options::default() };
    bencher.bench_local(|| plan(&ground, &empty, None, &options).unwrap());
}
