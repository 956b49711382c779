//! How the stored roster stands with the files as they are now: what lost its place, and what breaks a rule since.

use crate::model::problem::Problem;
use crate::model::{Assignment, Instant, Origin, Roster};
use crate::rules::{Case, Ground, Refusal, refusals};
use crate::store::record::{FILE, Stranded};

/// The assignments that break a rule which was not set aside for them, with the first such rule.
pub fn broken<'a>(ground: &'a Ground, roster: &'a Roster) -> impl Iterator<Item = (&'a Assignment, Refusal)> {
    roster.iter().filter_map(move |each| first_breach(ground, roster, each).map(|refusal| (each, refusal)))
}

/// The first rule that an assignment breaks, those set aside for it left out.
pub fn first_breach(ground: &Ground, roster: &Roster, each: &Assignment) -> Option<Refusal> {
    let case = Case { ground, roster, member: each.member, shift: each.shift, duty: each.duty };
    let aside: Vec<&str> = each.overrides.words().collect();
    refusals(&case).into_iter().find(|refusal| {
        // Rest is a matter of two shifts: set aside for one of them, the other breaks nothing either.
        let with_the_other = matches!(refusal, Refusal::Rest { other, .. }
            if roster.get(*other, each.member).is_some_and(|other| other.overrides.rest));
        !aside.contains(&refusal.code().word()) && !with_the_other
    })
}

/// The roster without the unpinned assignments that break a rule, for the planner to start from. Of two that break a rule
/// together, the planner's goes before a person's. Shifts that began before `from` stay as they are.
pub fn sound(ground: &Ground, roster: &Roster, from: Option<Instant>) -> Roster {
    let mut kept = roster.clone();
    for origin in [Origin::Plan, Origin::Hand] {
        let suspects: Vec<Assignment> = broken(ground, &kept)
            .map(|(each, _)| each.clone())
            .filter(|each| each.origin == origin && !each.pinned)
            .filter(|each| from.is_none_or(|from| ground.shift(each.shift).span.start >= from))
            .collect();
        for each in suspects {
            if first_breach(ground, &kept, &each).is_some() {
                kept.take(each.shift, each.member);
            }
        }
    }
    kept
}

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
