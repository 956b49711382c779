//! Where somebody waiting would help: tried, by putting somebody there.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::engine::gaps::{Standby, Strength, standbys, strengths};
use picket::engine::plan::{Options, plan};
use picket::model::availability::Pattern;
use picket::model::geo::Place;
use picket::model::member::{Member, Restrictions, Status};
use picket::model::time::Clock;
use picket::model::{Assignment, Duty, PatternIx, Roster, ShiftIx};
use picket::rules::Ground;
use std::collections::BTreeSet;

/// A strike where a flow says everything, of sites 40 km apart in a row, the usual reach being 60.
fn row(seed: u64) -> Ground {
    let mut strike = strikes::made(strikes::Size { members: 10 + (seed % 9) as usize, sites: 3, days: 2 }, seed).strike;
    (strike.rules.shifts_per_day, strike.rules.min_rest_minutes, strike.rules.reach_km) = (1, 0, 60.0);
    for (at, template) in strike.templates.iter_mut().enumerate() {
        template.start = Clock(at as u16 * 240);
        template.end = Clock(at as u16 * 240 + 240);
    }
    for (at, site) in strike.sites.iter_mut().enumerate() {
        site.place = Some(Place { latitude: 43.0 + at as f64 * 0.36, longitude: -80.0 });
        site.zone = strike.campaign.zone;
    }
    for requirement in &mut strike.agreement.requirements {
        requirement.pool.clear();
    }
    for member in &mut strike.members {
        member.start = member.home.and_then(|home| strike.sites[home.ix()].place);
        member.reach_km = member.reach_km.min(60.0);
        // Where anyone can lead, heads alone are missing.
        if seed.is_multiple_of(2) && !member.has(strikes::CAPTAIN) {
            member.skills.insert(0, strikes::CAPTAIN);
        }
    }
    Ground::new(strike)
}

/// The same with one member more, who is at a site at the time of `beside` and has the usual reach.
fn with_one_waiting(ground: &Ground, roster: &Roster, beside: ShiftIx, captain: bool) -> (Ground, Roster) {
    let mut strike = ground.strike.clone();
    let (shift, zone) = (ground.shift(beside), strike.campaign.zone);
    let local = |at: picket::model::Instant| at.in_zone(zone).format("%H:%M").to_string();
    let time = format!("{} {}-{}", shift.date, local(shift.span.start), local(shift.span.end));
    strike.patterns.push(Pattern::parse(&time).unwrap());
    strike.members.push(Member {
        id: "waits".into(),
        name: "Waits".into(),
        local: None,
        unit: None,
        classification: None,
        home: Some(shift.site),
        start: strike.site(shift.site).place,
        reach_km: strike.rules.reach_km,
        phone: None,
        email: None,
        skills: if captain { vec![strikes::CAPTAIN] } else { Vec::new() },
        availability: Some(PatternIx::new(strike.patterns.len() - 1)),
        sites: Vec::new(),
        shifts: Vec::new(),
        restrictions: Restrictions::default(),
        status: Status::Active,
    });
    let ground = Ground::new(strike);
    let mut more = strikes::empty(&ground);
    roster.iter().for_each(|each| drop(more.put(Assignment::clone(each))));
    (ground, more)
}

/// The shifts that one absence breaks.
fn fragile(ground: &Ground, roster: &Roster) -> BTreeSet<ShiftIx> {
    let all: Vec<ShiftIx> = ground.timetable.indices().collect();
    strengths(ground, roster, &all, 1).iter().filter(|each| Strength::is_fragile(each)).map(|each| each.shift).collect()
}

#[test]
fn whoever_waits_where_it_is_said_protects_what_is_said_and_nothing_else_would() {
    let (mut protected, mut others, mut captains, mut anyone, mut several, mut elsewhere) = (0, 0, 0, 0, 0, 0);
    for seed in 0..80 {
        let ground = row(seed);
        let roster = plan(&ground, &strikes::empty(&ground), None, &Options::default()).unwrap().roster;
        let all: Vec<ShiftIx> = ground.timetable.indices().collect();
        let weak = strengths(&ground, &roster, &all, 1);
        let found = standbys(&ground, &weak);
        let mut left = fragile(&ground, &roster);
        for Standby { site, span, beside, captain, protects } in &found {
            let there = ground.shift(*beside);
            assert_eq!((there.site, there.span), (*site, *span));
            let (more, with) = with_one_waiting(&ground, &roster, *beside, *captain);
            let still = fragile(&more, &with);
            for shift in protects {
                assert!(!still.contains(shift), "seed {seed}: {} is not protected", ground.shift(*shift).id);
                assert!(left.remove(shift), "seed {seed}: protected once, and fragile before");
                protected += 1;
                elsewhere += usize::from(ground.shift(*shift).site != *site);
            }
            if *captain {
                // Anyone would not do for all of them.
                let (more, with) = with_one_waiting(&ground, &roster, *beside, false);
                let still = fragile(&more, &with);
                assert!(protects.iter().any(|shift| still.contains(shift)), "seed {seed}: no captain is needed");
            }
            *(if *captain { &mut captains } else { &mut anyone }) += 1;
            several += usize::from(protects.len() > 1);
        }
        assert_eq!(left, BTreeSet::new(), "seed {seed}: whoever waits at the shift itself protects it");
        // Nobody at that time protects more than the first who is told, wherever there is a line then.
        let weak: Vec<ShiftIx> = weak.iter().filter(|each| Strength::is_fragile(each)).map(|each| each.shift).collect();
        let mut seen = BTreeSet::new();
        for first in found.iter().filter(|each| seen.insert(each.span)) {
            let then = |shift: &ShiftIx| ground.shift(*shift).span == first.span;
            for at in all.iter().copied().filter(then) {
                let (more, with) = with_one_waiting(&ground, &roster, at, true);
                let still = fragile(&more, &with);
                let saved = weak.iter().filter(|shift| then(shift) && !still.contains(shift)).count();
                assert!(saved <= first.protects.len(), "seed {seed}: {} protects {saved}", ground.shift(at).id);
                others += usize::from(ground.shift(at).site != first.site);
            }
        }
    }
    assert!(protected > 300 && captains > 100 && anyone > 10, "{protected} protected, {captains}, {anyone}");
    assert!(several > 50 && elsewhere > 50, "{several} posts protect several, {elsewhere} from another site");
    assert!(others > 50, "{others} other places tried");
}

#[test]
fn a_second_captain_among_those_who_stand_there_is_enough_where_heads_can_be_spared() {
    let mut named = 0;
    for seed in 0..80 {
        let ground = row(seed);
        let roster = plan(&ground, &strikes::empty(&ground), None, &Options::default()).unwrap().roster;
        let all: Vec<ShiftIx> = ground.timetable.indices().collect();
        for each in strengths(&ground, &roster, &all, 1) {
            let picket = roster.on(each.shift).iter().find(|each| each.duty == Duty::Picket);
            let (Some(picket), true) = (picket, each.bears > 0 && !each.captains.is_empty()) else { continue };
            let mut strike = ground.strike.clone();
            strike.members[picket.member.ix()].skills.insert(0, strikes::CAPTAIN);
            assert!(!fragile(&Ground::new(strike), &roster).contains(&each.shift), "seed {seed}");
            named += 1;
        }
    }
    assert!(named > 5, "{named} named");
}
