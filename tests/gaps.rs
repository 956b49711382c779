//! Gaps and their reasons against the rules and against common sense.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::engine::candidates::missing_posts;
use picket::engine::coverage::{Coverage, Status, Tally};
use picket::engine::gaps::{
    Aim, Bottleneck, Explainer, Field, Filter, Gap, Lever, Means, Need, Repair, Strength, carriers, gaps, levers,
    repair, repairs, standbys, strengths,
};
use picket::engine::plan::{Options, plan};
use picket::model::availability::Pattern;
use picket::model::essential::{Agreement, Bond};
use picket::model::member::{Restrictions, Status as Standing};
use picket::model::time::Clock;
use picket::model::{
    Assignment, Duty, Instant, LineIx, MemberIx, Origin, PatternIx, Roster, ShiftIx, SiteIx, TemplateIx,
};
use picket::rules::{Case, Ground, Refusal, RuleCode, refusals};
use proptest::prelude::*;
use rand::seq::SliceRandom;

/// The first rule that keeps a member from every post in question, by the rules themselves.
fn first_rule(ground: &Ground, roster: &Roster, shift: ShiftIx, member: MemberIx) -> Option<RuleCode> {
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
        // Of those who have the skill that is missing, the same; and all but whom a skill keeps off are counted there.
        let skilled = explainer.reason_of_skilled(*shift);
        if let Some(skilled) = &skilled {
            prop_assert_eq!(skilled.lost(RuleCode::Skill), 0);
            prop_assert_eq!(skilled.eligible, reason.eligible);
            prop_assert_eq!(skilled.elsewhere, reason.elsewhere);
            prop_assert_eq!(skilled.eligible + skilled.losses().map(|(_, lost)| lost).sum::<u32>(), skilled.members);
        }
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
        let key = |gap: &Gap| {
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

/// A strike of one four-hour shift a day: sites with one line each of this minimum, members who reach these sites, at most
/// `shifts` a week each. Everyone is a captain, and no site lies in a region.
fn plain(days: u16, minimums: &[u32], reach: &[&[usize]], shifts: i64) -> Ground {
    let size = strikes::Size { members: reach.len(), sites: minimums.len(), days };
    let mut strike = strikes::made(size, 7).strike;
    strike.agreement = Agreement::default();
    strike.rules.shifts_per_day = 1;
    strike.rules.min_rest_minutes = 0;
    strike.rules.minutes_per_week = shifts * 240;
    strike.templates.truncate(1);
    (strike.templates[0].start, strike.templates[0].end) = (Clock(450), Clock(690));
    strike.lines.truncate(minimums.len());
    for (at, (site, minimum)) in strike.sites.iter_mut().zip(minimums).enumerate() {
        site.lines = vec![LineIx::new(at)];
        (site.region, site.place) = (None, None);
        let line = &mut strike.lines[at];
        line.site = SiteIx::new(at);
        (line.numbers.minimum, line.numbers.target, line.numbers.maximum) = (*minimum, *minimum, *minimum);
        line.numbers.captain_ratio = 10;
        (line.templates, line.needs, line.caps) = (vec![TemplateIx::new(0)], Vec::new(), Vec::new());
    }
    for (member, sites) in strike.members.iter_mut().zip(reach) {
        (member.status, member.availability, member.restrictions) = (Standing::Active, None, Restrictions::default());
        (member.home, member.skills, member.shifts) = (None, vec![strikes::CAPTAIN], Vec::new());
        member.sites = sites.iter().map(|site| SiteIx::new(*site)).collect();
    }
    Ground::new(strike)
}

/// The bottlenecks of the gaps of the best roster.
fn bottlenecks(ground: &Ground) -> Vec<(Gap, Option<Bottleneck>)> {
    let roster = plan(ground, &strikes::empty(ground), None, &Options::default()).unwrap().roster;
    let found = gaps(ground, &Coverage::count(ground, &roster), Filter::default());
    let shifts: Vec<ShiftIx> = found.iter().map(|gap| gap.shift).collect();
    let proofs = Explainer::new(ground, &roster).bottlenecks(&shifts);
    found.into_iter().zip(proofs).collect()
}

fn numbers(proof: Option<&Bottleneck>) -> (usize, u32, u32, u32) {
    proof.map(|proof| (proof.shifts.len(), proof.posts, proof.members, proof.capacity)).unwrap()
}

#[test]
fn too_few_in_reach_are_a_bottleneck_of_one_shift() {
    let found = bottlenecks(&plain(1, &[3], &[&[0], &[0]], 5));
    assert_eq!(found.len(), 1);
    assert_eq!(numbers(found[0].1.as_ref()), (1, 3, 2, 2));
}

#[test]
fn a_week_too_short_is_a_bottleneck_of_as_many_days_as_it_takes() {
    let found = bottlenecks(&plain(6, &[1], &[&[0], &[0]], 2));
    assert_eq!(found.len(), 2);
    for (gap, proof) in &found {
        assert_eq!(numbers(proof.as_ref()), (5, 5, 2, 4));
        assert!(proof.as_ref().unwrap().shifts.contains(&gap.shift));
    }
}

#[test]
fn sites_that_share_members_are_a_bottleneck_together() {
    // A ring of four sites, seven people for eight places; a fifth site has nothing to do with it.
    let found = bottlenecks(&plain(
        1,
        &[2, 2, 2, 2, 1],
        &[&[0, 1], &[0, 1], &[1, 2], &[1, 2], &[2, 3], &[2, 3], &[3, 0], &[4]],
        5,
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(numbers(found[0].1.as_ref()), (4, 8, 7, 7));
}

#[test]
fn missing_captains_are_counted_as_captains() {
    let mut strike = plain(1, &[1, 1], &[&[0, 1], &[0, 1], &[0, 1]], 5).strike;
    for member in &mut strike.members[1..] {
        member.skills.clear();
    }
    let found = bottlenecks(&Ground::new(strike));
    assert_eq!(found.len(), 1);
    let proof = found[0].1.as_ref();
    assert_eq!(numbers(proof), (2, 2, 1, 1));
    assert_eq!(proof.map(|proof| &proof.need), Some(&Need::Captains));
}

#[test]
fn what_could_be_filled_has_no_bottleneck() {
    let ground = plain(3, &[2, 1], &[&[0, 1], &[0], &[1, 0]], 5);
    let roster = strikes::empty(&ground);
    let shifts: Vec<ShiftIx> = ground.timetable.indices().collect();
    assert!(Explainer::new(&ground, &roster).bottlenecks(&shifts).iter().all(Option::is_none));
}

/// The strike in which what a lever asks for has been granted to a member.
fn granted(ground: &Ground, lever: &Lever, member: MemberIx) -> Ground {
    let mut strike = ground.strike.clone();
    match lever.means {
        Means::SetAside(RuleCode::Availability) => strike.members[member.ix()].availability = None,
        Means::SetAside(code) => {
            assert_eq!(code, RuleCode::Rest);
            strike.rules.min_rest_minutes = 0;
        }
        Means::OneMore(RuleCode::Daily) => strike.rules.shifts_per_day += 1,
        Means::OneMore(code) => {
            assert_eq!(code, RuleCode::Weekly);
            strike.rules.minutes_per_week = i64::MAX / 4;
        }
        Means::Reach { .. } => strike.members[member.ix()].reach_km *= 2.000_001,
        Means::Spare(at) => strike.agreement.requirements[at.ix()].required -= 1,
        Means::Release(at) => {
            for each in &mut strike.agreement.designations {
                if each.member == member && each.requirement == at {
                    each.bond = Bond::OnCall;
                }
            }
        }
        Means::Skill(duty) => {
            let skill = match duty {
                Duty::Skill(skill) => skill,
                _ => ground.captain.unwrap_or(strikes::CAPTAIN),
            };
            strike.members[member.ix()].skills.push(skill);
            strike.members[member.ix()].skills.sort_unstable();
        }
        Means::Minimum { .. } | Means::Backup { .. } => {}
    }
    Ground::new(strike)
}

/// Every lever, by granting what it asks for and putting the question to the rules again; and nobody is forgotten.
#[test]
fn levers_do_what_they_say() {
    let (mut tried, mut afar, mut kinds) = (0, 0, std::collections::BTreeSet::new());
    for seed in 0..60 {
        let ground = strikes::small(seed);
        let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
        let roster = plan(&ground, &empty, None, &Options::default()).unwrap().roster;
        let (coverage, field) = (Coverage::count(&ground, &roster), Field::new(&ground));
        for gap in gaps(&ground, &coverage, Filter::default()).iter().take(6) {
            let found = levers(&field, &ground, &roster, gap.shift, None);
            let posts = match gap.status {
                Status::Captain => vec![Duty::Captain],
                Status::Skill => missing_posts(&ground, &roster, gap.shift),
                _ => vec![Duty::Picket],
            };
            for lever in &found {
                if lever.at.is_some() {
                    afar_does_what_it_says(&ground, &roster, gap.shift, lever);
                    afar += 1;
                    continue;
                }
                assert!((1..=lever.of).contains(&lever.brings), "{lever:?} of {gap:?}");
                let named =
                    matches!(lever.means, Means::Skill(_)) && !matches!(gap.status, Status::Captain | Status::Skill);
                assert!(named || lever.of <= gap.shortfall.max(1), "{lever:?} of {gap:?}");
                kinds.insert(format!("{:?}", lever.means).split(['(', ' ']).next().unwrap().to_owned());
                if let Means::Minimum { to } = lever.means {
                    assert!(to < ground.shift(gap.shift).minimum && gap.status == Status::Short);
                    continue;
                }
                if let Means::Backup { to } = lever.means {
                    let (here, there) = (ground.shift(gap.shift), ground.shift(to));
                    assert_eq!(ground.strike.site(here.site).backup, Some(there.site));
                    assert_eq!(here.span, there.span);
                    let mut without = roster.clone();
                    lever.members.iter().for_each(|member| drop(without.take(gap.shift, *member).unwrap()));
                    for &member in &lever.members {
                        let case = Case { ground: &ground, roster: &without, member, shift: to, duty: Duty::Picket };
                        assert_eq!(refusals(&case), [], "{member:?} can't come along to {}", there.id);
                        without.put(Assignment::planned(member, to, Duty::Picket));
                    }
                    continue;
                }
                if let Means::Skill(duty) = lever.means {
                    // They stand there already, and would change their post only.
                    assert!(lever.members.iter().all(|&m| roster.get(gap.shift, m).unwrap().duty == Duty::Picket));
                    assert!(missing_posts(&ground, &roster, gap.shift).contains(&duty), "{duty:?} is not vacant");
                    let (mut all, mut trial) = (ground.clone(), roster.clone());
                    for &member in lever.members.iter().take(lever.brings as usize) {
                        all = granted(&all, lever, member);
                        let case = Case { ground: &all, roster: &trial, member, shift: gap.shift, duty };
                        assert_eq!(refusals(&case), []);
                        trial.put(Assignment::planned(member, gap.shift, duty));
                    }
                    let filled = posts_held(&trial, gap.shift, duty) - posts_held(&roster, gap.shift, duty);
                    assert_eq!(filled, lever.brings);
                    assert!(lever.brings <= lever.of);
                    continue;
                }
                assert!(lever.members.len() >= lever.brings as usize);
                for &member in lever.members.iter().take(3) {
                    let may = |ground: &Ground| {
                        posts.iter().any(|&duty| {
                            refusals(&Case { ground, roster: &roster, member, shift: gap.shift, duty }).is_empty()
                        })
                    };
                    assert!(!may(&ground), "{member:?} needs no lever: {lever:?}");
                    assert!(may(&granted(&ground, lever, member)), "{member:?} is not freed by {lever:?} for {gap:?}");
                    tried += 1;
                }
            }
            let freed = |member| found.iter().any(|lever| lever.members.contains(&member));
            for member in ground.strike.member_indices().filter(|&m| roster.get(gap.shift, m).is_none()) {
                let alone = posts.iter().any(|&duty| {
                    let found = refusals(&Case { ground: &ground, roster: &roster, member, shift: gap.shift, duty });
                    matches!(
                        found.as_slice(),
                        [Refusal::Availability { .. } | Refusal::Weekly { .. } | Refusal::Rest { .. }]
                    )
                });
                assert!(!alone || freed(member), "{member:?} has one thing against them and is in no lever");
            }
        }
    }
    assert!(tried > 100 && kinds.len() >= 7, "too little was tried: {tried}, {kinds:?}");
    assert!(afar > 10, "{afar} levers on other shifts");
}

/// A lever on another shift: each of those it names is put there once it is granted, those move who are said to, and the gap has
/// one more, and nothing else less.
fn afar_does_what_it_says(ground: &Ground, roster: &Roster, gap: ShiftIx, lever: &Lever) {
    let (at, duty) = lever.at.unwrap();
    let status = Tally::of(ground, roster, gap).status(ground.shift(gap));
    for &member in &lever.members {
        let all = granted(ground, lever, member);
        let before = refusals(&Case { ground, roster, member, shift: at, duty });
        assert!(!before.is_empty(), "{member:?} needs no lever: {lever:?}");
        let mut after = roster.clone();
        for each in &lever.moves {
            for (shift, duty) in &each.from {
                let was = after.take(*shift, each.member).unwrap();
                assert!(was.duty == *duty && !was.pinned && was.origin == Origin::Plan, "{was:?} moved");
            }
        }
        // Who is asked may leave another shift for it.
        let others = || lever.moves.iter().filter(|each| each.member != member);
        for each in others() {
            for &(shift, duty) in &each.to {
                assert!(after.put(Assignment::planned(each.member, shift, duty)).is_none());
            }
        }
        assert!(after.put(Assignment::planned(member, at, duty)).is_none());
        let own = lever.moves.iter().find(|each| each.member == member);
        assert!(own.is_none_or(|each| each.to == [(at, duty)]), "{lever:?}");
        let all_moves = others().flat_map(|each| each.to.iter().map(move |to| (each.member, *to)));
        for each in all_moves.chain([(member, (at, duty))]) {
            let (member, (shift, duty)) = each;
            assert_eq!(refusals(&Case { ground: &all, roster: &after, member, shift, duty }), [], "{lever:?}");
        }
        for shift in ground.timetable.indices() {
            let (was, is) = (Tally::of(ground, roster, shift), Tally::of(ground, &after, shift));
            let the_shift = ground.shift(shift);
            let heads = |roster: &Roster| roster.on(shift).len() as u32;
            assert!(heads(&after) >= heads(roster).min(the_shift.minimum), "{} has fewer", the_shift.id);
            let (was, is) = (was.planned(), is.planned());
            assert!(is.captains_missing(the_shift) <= was.captains_missing(the_shift), "{}", the_shift.id);
            if shift == gap {
                let fewer = match status {
                    Status::Captain => is.captains_missing(the_shift) < was.captains_missing(the_shift),
                    Status::Skill => is.shortfall(the_shift) < was.shortfall(the_shift),
                    _ => heads(&after) > heads(roster),
                };
                assert!(fewer, "{lever:?} brings nothing to {}", the_shift.id);
            }
        }
    }
}

/// The same strike where a flow says everything: one shift a day, four hours each, no rest, no pool.
fn simple(ground: &Ground) -> Ground {
    let mut strike = ground.strike.clone();
    (strike.rules.shifts_per_day, strike.rules.min_rest_minutes) = (1, 0);
    for (at, template) in strike.templates.iter_mut().enumerate() {
        template.start = Clock(at as u16 * 240);
        template.end = Clock(at as u16 * 240 + 240);
    }
    strike.agreement.requirements.iter_mut().for_each(|each| each.pool.clear());
    Ground::new(strike)
}

/// Where nobody is told to be asked about a time, nobody's whole time would help.
#[test]
fn nobody_s_time_would_fill_a_gap_who_is_not_told() {
    let (mut gaps_seen, mut nobody) = (0, 0);
    for seed in 0..80 {
        let ground = simple(&strikes::small(seed));
        let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
        let roster = plan(&ground, &empty, None, &Options::default()).unwrap().roster;
        let (coverage, field) = (Coverage::count(&ground, &roster), Field::new(&ground));
        for gap in gaps(&ground, &coverage, Filter::default()).iter().take(4) {
            if repair(&ground, &roster, gap.shift, Aim::NoGap, None).brings > 0 {
                continue;
            }
            gaps_seen += 1;
            let found = levers(&field, &ground, &roster, gap.shift, None);
            if found.iter().any(|lever| lever.means == Means::SetAside(RuleCode::Availability)) {
                continue;
            }
            nobody += 1;
            for member in ground.strike.member_indices().filter(|m| ground.strike.member(*m).availability.is_some()) {
                let mut strike = ground.strike.clone();
                strike.members[member.ix()].availability = None;
                let with = Ground::new(strike);
                let made = repair(&with, &roster, gap.shift, Aim::NoGap, None);
                let id = &ground.shift(gap.shift).id;
                assert_eq!(made.brings, 0, "seed {seed}: {member:?} would help {id}: {gap:?} {made:?} {found:?}");
            }
        }
    }
    assert!(gaps_seen > 60 && nobody > 20, "{gaps_seen} gaps, {nobody} without anyone to ask");
}

fn posts_held(roster: &Roster, shift: ShiftIx, duty: Duty) -> u32 {
    roster.on(shift).iter().filter(|each| each.duty == duty).count() as u32
}

/// How many hold each post of a shift, captains first, and all heads.
fn posts(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<u32> {
    let needs = ground.shift(shift).needs.iter().map(|(skill, _)| Duty::Skill(*skill));
    let duties: Vec<Duty> = std::iter::once(Duty::Captain).chain(needs).collect();
    let on = roster.on(shift);
    let held = duties.iter().map(|duty| on.iter().filter(|each| each.duty == *duty).count() as u32);
    held.chain([on.len() as u32]).collect()
}

/// What is missing of posts and heads, a head that a post brings counted once.
fn lacking(ground: &Ground, roster: &Roster, shift: ShiftIx, aim: Aim) -> u32 {
    let (the_shift, held) = (ground.shift(shift), posts(ground, roster, shift));
    let asked = std::iter::once(the_shift.captains).chain(the_shift.needs.iter().map(|(_, count)| *count));
    let empty: u32 = asked.zip(&held).map(|(asked, held)| asked.saturating_sub(*held)).sum();
    let heads = if aim == Aim::NoGap { the_shift.minimum } else { the_shift.target }.max(1).min(the_shift.maximum);
    empty.max(heads.saturating_sub(roster.on(shift).len() as u32))
}

/// The roster after a repair, every one of its moves held against the rules and against what the others must keep.
fn carried_out(
    ground: &Ground,
    roster: &Roster,
    made: &Repair,
    aim: Aim,
    from: Option<Instant>,
) -> Result<Roster, TestCaseError> {
    let mut after = roster.clone();
    for each in &made.moves {
        for (shift, duty) in &each.from {
            let left = after.take(*shift, each.member);
            prop_assert_eq!(left.as_ref().map(|left| left.duty), Some(*duty));
            let stays = |left: &Assignment| left.pinned || left.origin == Origin::Hand;
            prop_assert!(left.is_some_and(|left| !stays(&left)), "nobody leaves a pinned or hand-made place");
            prop_assert!(from.is_none_or(|from| ground.shift(*shift).span.start >= from), "nor a shift that has begun");
        }
    }
    for each in &made.moves {
        for (shift, duty) in &each.to {
            prop_assert!(after.get(*shift, each.member).is_none());
            after.put(Assignment::planned(each.member, *shift, *duty));
        }
    }
    for each in &made.moves {
        for (shift, duty) in &each.to {
            let case = Case { ground, roster: &after, member: each.member, shift: *shift, duty: *duty };
            prop_assert_eq!(refusals(&case), vec![]);
        }
    }
    for shift in ground.timetable.indices().filter(|shift| *shift != made.shift) {
        let (before, now, the_shift) =
            (posts(ground, roster, shift), posts(ground, &after, shift), ground.shift(shift));
        let keeps = |aim: Aim| if aim == Aim::NoGap { the_shift.minimum } else { the_shift.target };
        // Posts of the gap may cost another shift heads above its minimum, whatever the aim.
        let floor = if made.moves.is_empty() { keeps(aim) } else { the_shift.minimum };
        let last = before.len() - 1;
        prop_assert!(now[last] >= before[last].min(floor.max(1)), "{:?}: {:?} to {:?}", the_shift.id, before, now);
        prop_assert!(before[..last].iter().zip(&now[..last]).all(|(before, now)| now >= before), "posts stay filled");
    }
    let (before, now) = (posts(ground, roster, made.shift), posts(ground, &after, made.shift));
    prop_assert!(before.iter().zip(&now).all(|(before, now)| now >= before), "what the gap had it keeps");
    Ok(after)
}

/// Repairs of every shift, by itself and one after the other, held against what they say.
fn repairs_hold(seed: u64, target: bool, midway: bool) -> Result<(), TestCaseError> {
    let ground = strikes::small(seed);
    let roster = strikes::filled(&ground, 0.6, seed);
    let aim = if target { Aim::Target } else { Aim::NoGap };
    let middle = ground.timetable.indices().nth(ground.timetable.len() / 3);
    let from = middle.filter(|_| midway).map(|shift| ground.shift(shift).span.start);
    let shifts: Vec<ShiftIx> = ground.timetable.indices().collect();
    for &shift in &shifts {
        let missing = lacking(&ground, &roster, shift, aim);
        let made = repair(&ground, &roster, shift, aim, from);
        let after = carried_out(&ground, &roster, &made, aim, from)?;
        let left = lacking(&ground, &after, shift, aim);
        prop_assert_eq!(
            made.brings > 0,
            left < missing || posts(&ground, &after, shift) != posts(&ground, &roster, shift)
        );
        prop_assert_eq!(left == 0, made.brings == made.missing, "{:?}", made);
        prop_assert_eq!(made.brings > 0, !made.moves.is_empty());
    }
    // One after the other, each on what those before left.
    let mut now = roster.clone();
    for made in repairs(&ground, &roster, &shifts, aim, from) {
        now = carried_out(&ground, &now, &made, aim, from)?;
    }
    let lack = |roster: &Roster| shifts.iter().map(|shift| lacking(&ground, roster, *shift, Aim::NoGap)).sum::<u32>();
    prop_assert!(lack(&now) <= lack(&roster));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn repairs_do_what_they_say(seed in any::<u64>(), target in any::<bool>(), midway in any::<bool>()) {
        repairs_hold(seed, target, midway)?;
    }
}

#[test]
fn nobody_fills_two_posts_of_one_shift() {
    // Where a chain once led one member to the shift as its captain, and by another way as its first aid.
    repairs_hold(17_252_314_538_356_142_383, false, false).unwrap();
}

#[test]
fn a_repair_finds_what_could_be_filled() {
    let (mut some, mut moved) = (0, 0);
    for seed in 0..60 {
        let ground = strikes::small(seed);
        let roster = unpinned(&strikes::filled(&ground, 0.75, seed), &ground);
        for gap in gaps(&ground, &Coverage::count(&ground, &roster), Filter::default()) {
            let heads_only = missing_posts(&ground, &roster, gap.shift).is_empty();
            let most = Explainer::new(&ground, &roster).fillable(gap.shift);
            let made = repair(&ground, &roster, gap.shift, Aim::NoGap, None);
            if heads_only {
                assert_eq!(made.brings, most.min(made.missing), "seed {seed}, {}", ground.shift(gap.shift).id);
            }
            some += u32::from(made.brings > 0);
            moved += u32::from(made.moves.iter().any(|each| !each.from.is_empty()));
        }
    }
    assert!(some > 60 && moved > 15, "{some} gaps could be filled, {moved} of them by moving somebody");
}

/// The same roster as a planner would have made it.
fn unpinned(roster: &Roster, ground: &Ground) -> Roster {
    let mut plain = Roster::new(ground.timetable.len(), ground.strike.members.len());
    for each in roster.iter() {
        plain.put(Assignment::planned(each.member, each.shift, each.duty));
    }
    plain
}

/// The same strike, where these can't come to anything new; the roster without them on the shift.
fn without(ground: &Ground, roster: &Roster, shift: ShiftIx, who: &[MemberIx]) -> (Ground, Roster) {
    let (mut strike, mut roster) = (ground.strike.clone(), roster.clone());
    for &member in who {
        let mut pattern =
            strike.member(member).availability.map_or_else(Pattern::default, |ix| strike.pattern(ix).clone());
        pattern.items.extend(Pattern::parse("not 2026-01-01..2027-12-31").unwrap().items);
        strike.members[member.ix()].availability = Some(PatternIx::new(strike.patterns.len()));
        strike.patterns.push(pattern);
        roster.take(shift, member);
        // Whoever is away is told nothing new about other days either.
        for other in roster.of(member).to_vec() {
            let there = roster.get(other, member).unwrap().clone();
            roster.put(Assignment { pinned: true, ..there });
        }
    }
    (Ground::new(strike), roster)
}

#[test]
fn a_shift_bears_what_is_said_and_no_more() {
    let (mut said, mut borne, mut more, mut broken, mut irreplaceable, mut fragile) = (0, 0, 0, 0, 0, 0);
    for seed in 0..110 {
        let ground = strikes::small(seed);
        let roster = unpinned(&strikes::filled(&ground, 0.9, seed), &ground);
        let shifts: Vec<ShiftIx> = ground.timetable.indices().collect();
        let found = strengths(&ground, &roster, &shifts, 1);
        let mut rng = strikes::rng(seed);
        for each in &found {
            let mut here: Vec<MemberIx> = roster.on(each.shift).iter().map(|on| on.member).collect();
            here.shuffle(&mut rng);
            let minimum = ground.shift(each.shift).minimum.max(1);
            assert!(each.bears as usize <= here.len());
            let heads_without = |count: usize| {
                let (ground, roster) = without(&ground, &roster, each.shift, &here[..count]);
                let made = repair(&ground, &roster, each.shift, Aim::NoGap, None);
                let mut after = roster.clone();
                made.moves.iter().for_each(|each| {
                    each.from.iter().for_each(|place| drop(after.take(place.0, each.member)));
                    each.to
                        .iter()
                        .for_each(|place| drop(after.put(Assignment::planned(each.member, place.0, place.1))));
                });
                after.on(each.shift).len() as u32
            };
            // A repair fills posts first, and may spend on a captain whom heads needed; so one in many may differ.
            said += 1;
            borne += u32::from(heads_without(each.bears as usize) >= minimum);
            if (each.bears as usize) < here.len() {
                more += 1;
                broken += u32::from(heads_without(each.bears as usize + 1) < minimum);
            }
            for &captain in &each.captains {
                let (ground, roster) = without(&ground, &roster, each.shift, &[captain]);
                let made = repair(&ground, &roster, each.shift, Aim::NoGap, None);
                let filled = made.moves.iter().flat_map(|each| &each.to).any(|to| *to == (each.shift, Duty::Captain));
                assert!(!filled, "seed {seed}: nobody can replace that captain");
                irreplaceable += 1;
            }
            fragile += u32::from(each.is_fragile());
        }
        let carried: u32 = carriers(&roster, &found).iter().map(|(_, shifts)| shifts).sum();
        assert_eq!(carried > 0, found.iter().any(Strength::is_fragile));
        let protected: Vec<ShiftIx> = standbys(&ground, &found).into_iter().flat_map(|each| each.protects).collect();
        assert!(protected.iter().all(|shift| found.iter().any(|each| each.shift == *shift && each.is_fragile())));
    }
    assert!(said > 100 && borne * 100 >= said * 98, "{borne} of {said} borne");
    assert!(more > 100 && broken * 100 >= more * 95, "{broken} of {more} broken by one more");
    assert!(irreplaceable > 10 && fragile > 20, "{irreplaceable} captains, {fragile} fragile");
}
