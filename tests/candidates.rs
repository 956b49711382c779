//! Candidates against the rules, one member at a time.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::engine::candidates::{candidates, missing_posts, ruled_out};
use picket::model::{Assignment, Duty, Shift};
use picket::rules::{Case, Refusal, refusal, skill};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn everyone_is_standing_a_candidate_or_ruled_out(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.6, seed);
        for shift in ground.timetable.indices() {
            let found = candidates(&ground, &roster, shift);
            let out: Vec<_> = ruled_out(&ground, &roster, shift).collect();
            prop_assert_eq!(found.len() + out.len() + roster.on(shift).len(), ground.strike.members.len());
            for candidate in &found {
                let case = |duty| Case { ground: &ground, roster: &roster, member: candidate.member, shift, duty };
                prop_assert_eq!(refusal(&case(candidate.duty)), None);
                prop_assert_eq!(refusal(&case(Duty::Picket)), None);
                let missing = missing_posts(&ground, &roster, shift);
                let best = missing.iter().find(|duty| skill::has(&ground, candidate.member, **duty));
                prop_assert_eq!(candidate.duty, best.copied().unwrap_or(Duty::Picket));
            }
            for (member, refusals) in out {
                let case = Case { ground: &ground, roster: &roster, member, shift, duty: Duty::Picket };
                prop_assert_eq!(refusals.first().cloned(), refusal(&case));
                prop_assert!(refusals.is_sorted_by_key(Refusal::code));
            }
        }
    }

    #[test]
    fn the_best_come_first(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.4, seed);
        for shift in ground.timetable.indices() {
            let the_shift = ground.shift(shift);
            let key = |c: &picket::engine::candidates::Candidate| {
                let who = ground.strike.member(c.member);
                let site = who.sites.iter().position(|site| *site == the_shift.site).unwrap_or(usize::MAX);
                let template = who.shifts.iter().position(|t| *t == the_shift.template).unwrap_or(usize::MAX);
                let post = match c.duty { Duty::Captain => 0, Duty::Skill(_) => 1, Duty::Picket => 2 };
                let week: i64 = roster.of(c.member).iter().map(|ix| ground.shift(*ix))
                    .filter(|other| other.week == the_shift.week).map(Shift::minutes).sum();
                let metres = c.km.map_or(i64::MAX, |km| (km * 1e6) as i64);
                (post, week, site, template, metres, who.id.clone())
            };
            let found = candidates(&ground, &roster, shift);
            prop_assert!(found.iter().map(key).is_sorted());
        }
    }
}

#[test]
fn hours_over_strike_pay_are_told() {
    let ground = strikes::small(11);
    let shift = ground.timetable.indices().next().unwrap();
    let roster = strikes::empty(&ground);
    for candidate in candidates(&ground, &roster, shift) {
        assert_eq!((candidate.week_minutes, candidate.unpaid_minutes), (0, 0));
        let mut with = roster.clone();
        with.put(Assignment::planned(candidate.member, shift, candidate.duty));
        assert!(candidates(&ground, &with, shift).iter().all(|other| other.member != candidate.member));
    }
}
