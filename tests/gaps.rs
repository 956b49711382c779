//! Gaps and their reasons against the rules and against common sense.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::engine::candidates::missing_posts;
use picket::engine::coverage::{Coverage, Status};
use picket::engine::gaps::{Explainer, Filter, gaps};
use picket::model::time::Clock;
use picket::model::{Assignment, Duty, Roster, ShiftIx};
use picket::rules::{Case, Ground, Refusal, RuleCode, refusals};
use proptest::prelude::*;

/// The first rule that keeps a member from every post in question, by the rules themselves.
fn first_rule(ground: &Ground, roster: &Roster, shift: ShiftIx, member: picket::model::MemberIx) -> Option<RuleCode> {
    let the_shift = ground.shift(shift);
    let posts = match Coverage::count(ground, roster).of(shift).status(the_shift) {
        Status::Captain => vec![Duty::Captain],
        Status::Skill => missing_posts(ground, roster, shift),
        _ => vec![Duty::Picket],
    };
    let answers = posts.iter().map(|duty| {
        let case = Case { ground, roster, member, shift, duty: *duty };
        refusals(&case).first().map(Refusal::code)
    });
    // Free in one of the posts is free; else the posts differ in skill only, which comes last.
    answers.min_by_key(|code| code.map_or(0, |code| code as usize + 1)).unwrap()
}

/// The same strike with shifts that overlap, and sites in three time zones.
fn mixed(ground: &Ground) -> Ground {
    let mut strike = ground.strike.clone();
    let zones = [chrono_tz::America::St_Johns, chrono_tz::America::Winnipeg, chrono_tz::America::Toronto];
    for (at, site) in strike.sites.iter_mut().enumerate() {
        site.zone = zones[at % 3];
    }
    let (start, end) = (strike.templates[0].start, strike.templates[0].end);
    strike.templates[1].start = Clock(start.0 + 60);
    strike.templates[1].end = Clock(end.0 + 120);
    strike.rules.shifts_per_day = 2;
    Ground::new(strike)
}

/// Every reason, counted again rule by rule and member by member.
fn reasons_are_the_rules_own(ground: &Ground, roster: &Roster) -> Result<(), TestCaseError> {
    let explainer = Explainer::new(ground, roster);
    let shifts: Vec<ShiftIx> = ground.timetable.indices().collect();
    for (shift, reason) in shifts.iter().zip(explainer.reasons(&shifts)) {
        let codes: Vec<Option<RuleCode>> =
            ground.strike.member_indices().map(|member| first_rule(ground, roster, *shift, member)).collect();
        let count = |wanted| codes.iter().filter(|code| **code == wanted).count() as u32;
        prop_assert_eq!(reason.eligible, count(None));
        for code in RuleCode::ALL {
            prop_assert_eq!(reason.lost(code), count(Some(code)), "{:?}", code);
        }
        prop_assert_eq!(reason.members as usize, ground.strike.members.len());
        prop_assert_eq!(reason.eligible + reason.losses().map(|(_, lost)| lost).sum::<u32>(), reason.members);
        prop_assert_eq!(reason.lost(RuleCode::Closed), 0);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn reasons_count_each_member_once_under_the_first_rule(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        reasons_are_the_rules_own(&ground, &strikes::filled(&ground, 0.6, seed))?;
        let ground = mixed(&ground);
        reasons_are_the_rules_own(&ground, &strikes::filled(&ground, 0.6, seed))?;
    }

    #[test]
    fn a_roster_out_of_step_with_its_strike_is_explained_too(seed in any::<u64>()) {
        let ground = mixed(&strikes::small(seed));
        let mut rng = strikes::rng(seed);
        let mut roster = strikes::filled(&ground, 0.4, seed);
        for member in ground.strike.member_indices() {
            if let Some(shift) = strikes::any_shift(&ground, &mut rng) {
                roster.put(Assignment::planned(member, shift, strikes::any_duty(&mut rng)));
            }
        }
        reasons_are_the_rules_own(&ground, &roster)?;
    }

    #[test]
    fn the_worst_gaps_come_first(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        let coverage = Coverage::count(&ground, &strikes::filled(&ground, 0.5, seed));
        let all = gaps(&ground, &coverage, Filter::default());
        prop_assert_eq!(all.len() as u32, coverage.totals().gaps());
        let key = |gap: &picket::engine::gaps::Gap| {
            let shift = ground.shift(gap.shift);
            (gap.status, u32::MAX - gap.shortfall, shift.span.start, shift.id.clone())
        };
        prop_assert!(all.iter().map(key).is_sorted());
        prop_assert!(all.iter().all(|gap| gap.shortfall > 0 || ground.shift(gap.shift).minimum == 0));
        if let Some(first) = all.first() {
            let shift = ground.shift(first.shift);
            let filter = Filter { site: Some(shift.site), day: Some(shift.date) };
            let some = gaps(&ground, &coverage, filter);
            let wanted: Vec<_> = all.iter().copied().filter(|gap| {
                let each = ground.shift(gap.shift);
                (each.site, each.date) == (shift.site, shift.date)
            }).collect();
            prop_assert_eq!(some, wanted);
        }
    }
}
