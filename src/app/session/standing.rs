//! How the stored roster stands with the files as they are now: what lost its place, and what breaks a rule since.

use crate::engine::breach::broken;
use crate::model::Roster;
use crate::model::problem::Problem;
use crate::rules::Ground;
use crate::rules::closed::day_in;
use crate::store::record::{FILE, Stranded};
use chrono::NaiveDate;

/// What `check` warns about.
pub fn warnings(ground: &Ground, roster: &Roster, stranded: &Stranded) -> Vec<Problem> {
    let moved = first_day_moved(ground, stranded);
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
    moved.into_iter().chain(lost).chain(wrong).collect()
}

/// The first day in the files comes after days on which people stand: nothing before it counts for rest and hours, and strike weeks
/// begin with it.
fn first_day_moved(ground: &Ground, stranded: &Stranded) -> Option<Problem> {
    let first = ground.strike.campaign.first_day;
    let days = stranded.keys().filter_map(|(shift, _)| day_in(shift).parse::<NaiveDate>().ok());
    let before: Vec<NaiveDate> = days.filter(|day| *day < first).collect();
    let was = before.iter().min()?;
    let problem = Problem::warning("first_day_moved").in_file("strike.toml");
    Some(problem.with("count", before.len()).with("first", first.to_string()).with("was", was.to_string()))
}
