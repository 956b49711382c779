//! Plans of large strikes against the most that can be filled: a second opinion from the files alone, at sizes where no
//! whole-number program comes to an end. `PICKET_MOST_MEMBERS=5000` looks at one so large.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod truth;

use std::path::Path;
use truth::drive::{document, picket};
use truth::levels;
use truth::most::most;
use truth::roster::Roster;
use truth::strike::Strike;

/// That captains and skills come first, and rest and pools, all left out here, may cost one head in so many. (At 5,000 members and
/// seed 2, 10 of 24,026 to the minimum, all for captains.)
const LOST: i64 = 1_000;

#[test]
fn a_large_plan_fills_the_most_there_is() {
    let members = std::env::var("PICKET_MOST_MEMBERS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_usize);
    let sites = members / 40;
    for seed in 1..=2 {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("strike");
        let program = Path::new(env!("CARGO_BIN_EXE_picket"));
        let size = ["--members", &members.to_string(), "--sites", &sites.to_string(), "--seed", &seed.to_string()];
        assert_eq!(picket(program, "generate", &dir, &size).status, 0);
        let plan = document(program, "plan", &dir, &["--json"], &[0, 1]).unwrap();
        let exported = picket(program, "export", &dir, &["roster", "--format", "json"]).json().unwrap();
        let strike = Strike::read(&dir);
        let reached = levels::filled(&strike, &Roster::read(&strike, &exported));
        let has = |skill: &'static str| {
            let strike = &strike;
            move |member: usize| strike.members[member].skills.contains(skill)
        };
        let captains = most(&strike, has("captain"), |shift| shift.captains);
        let minimum = most(&strike, |_| true, |shift| shift.minimum);
        let target = most(&strike, |_| true, |shift| shift.target);
        println!("{members} members: {reached:?} of at most {captains}, -, {minimum}, {target}");
        for (level, name, most) in [(0, "captain", captains), (2, "minimum", minimum), (3, "target", target)] {
            assert!(reached[level] <= most, "{name}: {} where no more than {most} can be", reached[level]);
            assert!(most - reached[level] <= most / LOST + 1, "{name}: {} of {most}", reached[level]);
            let bound = plan["levels"][name]["bound"].as_i64().unwrap();
            assert!((reached[level]..=most).contains(&bound), "{name}: {bound} is told, {most} is the most");
        }
        // Nothing comes before captains.
        assert_eq!(reached[0], captains);
    }
}
