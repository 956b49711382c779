//! How the stored roster stands with the files as they are now: what lost its place, and what breaks a rule since.

use crate::engine::breach::broken;
use crate::model::Roster;
use crate::model::problem::Problem;
use crate::rules::Ground;
use crate::store::record::{FILE, Stranded};

/// What `check` warns about.
pub fn warnings(ground: &Ground, roster: &Roster, stranded: &Stranded) -> Vec<Problem> {
    let lost = stranded.keys().map(|(shift, member)| {
        Problem::warning("assignment_stranded").in_file(FILE).with("shift", shift).with("member", member)
    });
    let wrong = broken(ground, roster).map(|(each, refusal)| {
        let problem = Problem::warning("assignment_breaks_rule")
            .in_file(FILE)
            .with("shift", &ground.shift(each.shift).id)
            .with("member", &ground.strike.member(each.member).id)
            .with("name", &ground.strike.member(each.member).name)
            .with("rule", refusal.code().word());
        if each.pinned { problem.help("pinned") } else { problem }
    });
    lost.chain(wrong).collect()
}
