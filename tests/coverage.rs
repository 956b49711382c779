//! The running numbers against a recount, and the hours asked against the long way round.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::engine::coverage::{Coverage, Group, Present, Status, Totals};
use picket::model::{Assignment, Change, Duty, MemberIx, Roster, Shift, ShiftIx};
use picket::rules::skill::has;
use picket::rules::{Ground, barred};
use proptest::prelude::*;
use rand::RngExt;
use std::collections::BTreeSet;

/// One random edit: someone comes, goes, or changes post. None: nothing to do there.
fn edit(ground: &Ground, roster: &Roster, rng: &mut impl RngExt) -> Option<Change> {
    let shift = ShiftIx::new(rng.random_range(0..ground.timetable.len()));
    let member = MemberIx::new(rng.random_range(0..ground.strike.members.len()));
    let duty = match rng.random_range(0..5) {
        0 => Duty::Captain,
        1 => ground.shift(shift).needs.first().map_or(Duty::Picket, |(skill, _)| Duty::Skill(*skill)),
        _ => Duty::Picket,
    };
    let standing = roster.on(shift);
    match rng.random_range(0..3) {
        0 if !standing.is_empty() => Some(Change::Removed(standing[rng.random_range(0..standing.len())].clone())),
        1 if !standing.is_empty() => {
            let before = standing[rng.random_range(0..standing.len())].clone();
            Some(Change::Altered { after: Assignment { duty, pinned: !before.pinned, ..before.clone() }, before })
        }
        _ if roster.get(shift, member).is_none() => Some(Change::Added(Assignment::planned(member, shift, duty))),
        _ => None,
    }
}

/// Captain posts and skill posts that these people can hold, captains first: the best of every way to seat them.
fn every_way(ground: &Ground, shift: &Shift, here: &[MemberIx]) -> (u32, u32) {
    let mut posts = vec![(Duty::Captain, shift.captains)];
    posts.extend(shift.needs.iter().map(|(skill, count)| (Duty::Skill(*skill), *count)));
    best(ground, &posts, here, &mut vec![0; posts.len()])
}

fn best(ground: &Ground, posts: &[(Duty, u32)], here: &[MemberIx], held: &mut Vec<u32>) -> (u32, u32) {
    let Some((one, others)) = here.split_first() else { return (held[0], held[1..].iter().sum()) };
    let mut most = best(ground, posts, others, held);
    for kind in 0..posts.len() {
        if held[kind] < posts[kind].1 && has(ground, *one, posts[kind].0) {
            held[kind] += 1;
            most = most.max(best(ground, posts, others, held));
            held[kind] -= 1;
        }
    }
    most
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn people_present_hold_as_many_posts_as_they_can_each_of_them_one(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        prop_assume!(!ground.timetable.is_empty());
        let mut rng = strikes::rng(seed);
        for _ in 0..30 {
            let shift = ground.shift(ShiftIx::new(rng.random_range(0..ground.timetable.len())));
            let here: BTreeSet<u32> =
                (0..5).map(|_| rng.random_range(0..ground.strike.members.len() as u32)).collect();
            let here: Vec<MemberIx> = here.into_iter().map(|each| MemberIx::new(each as usize)).collect();
            let present = Present::count(&ground, shift, here.len() as u32, &here);
            let filled = (present.captains, present.skills.iter().sum());
            prop_assert_eq!(filled, every_way(&ground, shift, &here), "{} by {:?}", shift.id, here);
        }
    }

    #[test]
    fn running_numbers_are_a_recount_after_every_step(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        prop_assume!(!ground.timetable.is_empty());
        let mut rng = strikes::rng(seed);
        let mut roster = strikes::filled(&ground, 0.5, seed);
        let mut coverage = Coverage::count(&ground, &roster);
        let mut done: Vec<Change> = Vec::new();
        for _ in 0..120 {
            // Sometimes the last change is taken back, as undo does.
            let change = if rng.random_bool(0.2) { done.pop().map(|change| change.inverse()) } else {
                let change = edit(&ground, &roster, &mut rng);
                done.extend(change.clone());
                change
            };
            let Some(change) = change else { continue };
            roster.apply(&change);
            coverage.apply(&ground, &change);
            let recount = Coverage::count(&ground, &roster);
            prop_assert!(coverage == recount, "after {change:?}");
            prop_assert_eq!(coverage.levels(&ground), recount.levels(&ground));
        }
    }

    #[test]
    fn sums_are_what_a_person_would_add_up(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.7, seed);
        let coverage = Coverage::count(&ground, &roster);
        let mut all = (0, 0, 0, 0, 0, 0, 0);
        for ix in ground.timetable.indices() {
            let (shift, on) = (ground.shift(ix), roster.on(ix));
            let heads = on.len() as u32;
            let captains = on.iter().filter(|each| each.duty == Duty::Captain).count() as u32;
            let held = |skill| on.iter().filter(|each| each.duty == Duty::Skill(skill)).count() as u32;
            let sure = on.iter().filter(|each| !ground.at_risk(each.member)).count() as u32;
            let skills_missing: u32 = shift.needs.iter().map(|(skill, n)| n.saturating_sub(held(*skill))).sum();
            let status = if heads == 0 { Status::Open }
                else if heads < shift.minimum { Status::Short }
                else if captains < shift.captains { Status::Captain }
                else if skills_missing > 0 { Status::Skill }
                else if heads < shift.target { Status::Thin }
                else { Status::Full };
            let tally = coverage.of(ix);
            prop_assert_eq!((tally.status(shift), tally.heads(), tally.worst_case()), (status, heads, sure));
            prop_assert_eq!(tally.planned().skills_missing(shift), skills_missing);
            prop_assert!(tally.worst_status(shift) <= status || tally.at_risk() == 0);
            all.0 += i64::from(heads.min(shift.minimum));
            all.1 += i64::from(heads.min(shift.target));
            all.2 += i64::from(captains.min(shift.captains));
            all.3 += i64::from(sure.min(shift.target));
            all.4 += u32::from(status.is_gap());
            all.5 += u32::from(tally.worst_status(shift).is_gap());
            all.6 += heads;
        }
        let totals = coverage.totals();
        let (planned, worst) = (totals.planned, totals.worst);
        prop_assert_eq!(
            (planned.minimum.filled, planned.target.filled, planned.captain.filled, worst.target.filled),
            (all.0, all.1, all.2, all.3)
        );
        prop_assert_eq!((totals.gaps(), worst.gaps(), totals.assignments), (all.4, all.5, all.6));
        // Every family of groups parts the strike: its sums add up to the whole.
        let families: [fn(&Group) -> bool; 8] = [
            |group| matches!(group, Group::Region(_)),
            |group| matches!(group, Group::Kind(_)),
            |group| matches!(group, Group::Site(_)),
            |group| matches!(group, Group::Line(_)),
            |group| matches!(group, Group::Day(_)),
            |group| matches!(group, Group::Template(_)),
            |group| matches!(group, Group::LineDay(..)),
            |group| matches!(group, Group::Slot(..)),
        ];
        for belongs in families {
            let mut sum = Totals::default();
            for (_, totals) in coverage.groups().filter(|(group, _)| belongs(group)) {
                sum += *totals;
            }
            prop_assert_eq!(&sum, totals);
        }
    }

    #[test]
    fn hours_asked_are_those_of_every_open_week(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        let coverage = Coverage::count(&ground, &strikes::empty(&ground));
        let mut weeks = 0;
        for member in ground.strike.member_indices() {
            for week in 0..ground.timetable.weeks.len() {
                let open = ground.timetable.indices().any(|shift| {
                    usize::from(ground.shift(shift).week) == week && barred(&ground, member, shift).is_none()
                });
                weeks += i64::from(open);
            }
        }
        prop_assert_eq!(coverage.hours_asked(&ground), weeks * ground.strike.pay.minutes_per_week);
    }
}

#[test]
fn a_strike_without_members_or_shifts_counts_to_nothing() {
    let ground = strikes::made(strikes::Size { members: 0, sites: 1, days: 1 }, 3);
    let coverage = Coverage::count(&ground, &strikes::empty(&ground));
    assert_eq!(coverage.totals().assignments, 0);
    assert_eq!(coverage.hours_asked(&ground), 0);
    assert_eq!(coverage.totals().gaps(), coverage.totals().shifts);
}
