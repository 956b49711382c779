//! What the benches of the planner share: the strikes they are run on, which of them were asked for, and the clock.

use picket::rules::Ground;
use picket::store::generate::{GenerateOptions, generate};
use picket::store::read::read_strike;
use std::time::{Duration, Instant};

/// Members and sites: a local, a small union, a large one, the province.
pub const SIZES: [(usize, usize); 4] = [(341, 10), (5_000, 120), (35_000, 600), (55_000, 1_000)];
/// Days of each strike.
pub const DAYS: u32 = 14;

/// The sizes that the command line asks for; `unasked` of them, the smallest, when it names none. None at all for
/// `cargo test --benches`, which wants a bench to begin and end.
pub fn sizes(unasked: usize) -> Vec<(usize, usize)> {
    if std::env::args().any(|word| word == "--test") {
        return Vec::new();
    }
    let wanted: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let is_wanted = |(at, (members, _)): &(usize, (usize, usize))| {
        if wanted.is_empty() { *at < unasked } else { wanted.contains(members) }
    };
    SIZES.into_iter().enumerate().filter(is_wanted).map(|(_, size)| size).collect()
}

/// The files of a fictional strike of that size, in a folder that goes when it is dropped.
pub fn folder(members: usize, sites: usize) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in generate(&GenerateOptions { members, sites, days: DAYS, ..GenerateOptions::default() }) {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// The strike read from such a folder.
pub fn ground(dir: &tempfile::TempDir) -> Ground {
    Ground::new(read_strike(dir.path()).strike.unwrap())
}

/// What some work comes to, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let clock = Instant::now();
    let made = work();
    (made, clock.elapsed())
}
