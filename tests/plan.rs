//! The planner on strikes made straight from the model.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod strikes;

use picket::engine::plan::{self, Options};
use picket::model::Roster;
use picket::rules::{self, Case, Ground};

/// No rule is broken by any assignment.
fn obeys(ground: &Ground, roster: &Roster) {
    for each in roster.iter() {
        let case = Case { ground, roster, member: each.member, shift: each.shift, duty: each.duty };
        assert_eq!(rules::refusals(&case), Vec::new(), "{each:?}");
    }
}

#[test]
fn delivered_rosters_break_no_rule() {
    let mut loose = 0;
    for seed in 0..24 {
        let ground = strikes::small(seed);
        let empty = strikes::empty(&ground);
        let out = plan::plan(&ground, &empty, None, &Options { seed, ..Options::default() }).unwrap();
        obeys(&ground, &out.roster);
        let reached = plan::filled(&ground, &out.roster);
        for (i, score) in out.scores.in_order().into_iter().enumerate() {
            assert_eq!(score.filled, reached[i]);
            assert!(score.filled <= score.bound && score.bound <= score.of, "seed {seed} {:?}", out.scores);
        }
        if out.scores.in_order().iter().any(|s| s.filled != s.bound) {
            loose += 1;
        }
        let again =
            plan::plan(&ground, &out.roster, None, &Options { seed, threads: 3, ..Options::default() }).unwrap();
        assert_eq!(again.roster, out.roster);
    }
    println!("loose {loose}");
}
