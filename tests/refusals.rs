//! Every refusal is said whole, in both languages.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::model::campaign::Language;
use picket::model::essential::Bond;
use picket::model::member::Status;
use picket::model::site::Amenity;
use picket::model::time::Clock;
use picket::model::{DesignationIx, Duty, Instant, RequirementIx, ShiftIx, Span};
use picket::rules::closed::Closed;
use picket::rules::refusal::RestrictionCause;
use picket::rules::{Ground, Refusal, RuleCode, refusals};
use picket::speech::Speech;
use picket::speech::refusal::{closed, coverage_word, duty_name, lost, refusal, refusal_for};

fn ground() -> Ground {
    // A seed whose first requirement has a full-time designation.
    let grounds = (0..).map(|seed| strikes::made(strikes::Size { members: 40, sites: 2, days: 7 }, seed));
    grounds.into_iter().find(|ground| !ground.timetable.is_empty() && full_time(ground).is_some()).unwrap()
}

fn full_time(ground: &Ground) -> Option<DesignationIx> {
    let at = ground.strike.agreement.designations.iter().position(|each| matches!(each.bond, Bond::FullTime(_)))?;
    Some(DesignationIx::new(at))
}

fn at(day: &str, clock: &str) -> Instant {
    Clock::parse(clock).unwrap().on(day.parse().unwrap(), chrono_tz::America::Toronto)
}

/// English and French without the spaces that do not break.
fn both(ground: &Ground, what: &Refusal) -> [String; 2] {
    [Language::En, Language::Fr].map(|language| refusal(Speech::new(language), ground, what).replace('\u{202f}', " "))
}

#[test]
fn particulars_are_told_in_both_languages() {
    let ground = ground();
    let designation = full_time(&ground).unwrap();
    let duty = Some(Span::new(at("2026-12-07", "07:00"), at("2026-12-07", "15:00")));
    let [en, fr] = both(&ground, &Refusal::Essential { designation, duty });
    assert_eq!(en, "essential duty Mon 7 Dec 07:00–15:00, Health care (requirement-0)");
    assert_eq!(fr, "service essentiel lun. 7 déc. 7 h–15 h, Health care (requirement-0)");
    let [en, fr] = both(&ground, &Refusal::Weekly { rostered: 1200, more: 240, at_most: 1200 });
    assert_eq!((en.as_str(), fr.as_str()), ("already 20 h of 20 h that week", "déjà 20 h sur 20 h cette semaine-là"));
    let [en, _] = both(&ground, &Refusal::Weekly { rostered: 1080, more: 240, at_most: 1200 });
    assert_eq!(en, "18 h that week; 4 h more would pass 20 h");
    let [en, fr] = both(&ground, &Refusal::Reach { km: Some(38.24), reach_km: 25.0 });
    assert_eq!((en.as_str(), fr.as_str()), ("38.2 km away, reach 25 km", "à 38,2 km, portée 25 km"));
    let [en, _] = both(&ground, &Refusal::Reach { km: Some(60.0004), reach_km: 60.0 });
    assert_eq!(en, "60.0004 km away, reach 60 km", "never “60 km away, reach 60 km”");
    let [en, fr] = both(&ground, &Refusal::Restriction { cause: RestrictionCause::Amenity(Amenity::Seating) });
    assert_eq!(
        (en.as_str(), fr.as_str()),
        ("needs seating; the site has none", "a besoin d’un siège; le lieu n’en a pas")
    );
    let shut = Some(Span::new(at("2026-12-09", "00:00"), at("2026-12-10", "00:00")));
    assert_eq!(both(&ground, &Refusal::Availability { shut })[0], "not available Wed 9 Dec");
    let shut = Some(Span::new(at("2026-12-09", "00:00"), at("2026-12-12", "00:00")));
    assert_eq!(both(&ground, &Refusal::Availability { shut })[1], "non disponible 9–11 déc.");
    let shut = Some(Span::new(at("2026-12-01", "00:00"), at("2027-01-12", "00:00")));
    assert_eq!(both(&ground, &Refusal::Availability { shut })[0], "not available at any time");
}

#[test]
fn a_shift_at_hand_tells_which_way_rest_is_lacking() {
    let ground = ground();
    let last = ShiftIx::new(ground.timetable.len() - 1);
    let rest = |other| Refusal::Rest { other, minutes: 360, at_least: 480 };
    let say = |about, other| refusal_for(Speech::new(Language::En), &ground, about, &rest(other));
    let after = say(last, ShiftIx(0)).replace('\u{202f}', " ");
    assert!(after.starts_with("only 6 h of rest after Site 0") && after.ends_with("ends, 8 h needed"), "{after}");
    assert!(say(ShiftIx(0), last).ends_with("starts, 8\u{202f}h needed"));
    let between = &both(&ground, &rest(last))[0];
    assert!(between.contains("of rest between this and Site "), "{between}");
}

#[test]
fn clear_time_around_duty_is_told_where_it_decides() {
    let ground = ground();
    let designation = full_time(&ground).unwrap();
    let span = ground.shift(ShiftIx(0)).span;
    let say = |duty| {
        let what = Refusal::Essential { designation, duty: Some(duty) };
        refusal_for(Speech::new(Language::En), &ground, ShiftIx(0), &what).replace('\u{202f}', " ")
    };
    assert!(say(Span::new(span.end, span.end.plus_minutes(480))).ends_with("(and 1 h clear before and after)"));
    assert!(say(span).ends_with("Health care (requirement-0)"));
}

#[test]
fn reasons_for_closing_name_their_dates() {
    let ground = ground();
    let say = |why| closed(Speech::new(Language::En), &ground, &why);
    assert_eq!(
        say(Closed::NotLawful(at("2026-12-07", "00:01"))),
        "it starts before the strike is lawful (Mon 7 Dec 00:01)"
    );
    assert_eq!(say(Closed::Horizon), "the date is not one of the plan’s days (7–13 Dec)");
    assert_eq!(say(Closed::StandDown(Some("funeral".into()))), "picketing stands down there then: funeral");
    let (site, template) = (&ground.strike.sites[0].id, &ground.strike.templates[0].id);
    assert_eq!(
        say(Closed::Site(site.to_uppercase())),
        format!("there is no site {}; did you mean {site}?", site.to_uppercase())
    );
    assert!(say(Closed::Template(template.to_uppercase())).ends_with(&format!("; did you mean {template}?")));
    assert!(!say(Closed::Site("a\u{1b}[31m".into())).contains('\u{1b}'), "ids from files are made harmless");
}

#[test]
fn nothing_is_left_unsaid() {
    let ground = ground();
    let at = Instant(1_796_000_000);
    let shift = ShiftIx(0);
    let designation = full_time(&ground).unwrap();
    let mut all = vec![
        Refusal::Overlap { other: shift },
        Refusal::Essential { designation, duty: None },
        Refusal::Essential { designation, duty: Some(Span::new(Instant(0), Instant::FAR)) },
        Refusal::Pool { requirement: RequirementIx(0), at, standing: 2, spare: 2 },
        Refusal::Pool { requirement: RequirementIx(0), at, standing: 0, spare: 0 },
        Refusal::Availability { shut: None },
        Refusal::Reach { km: None, reach_km: 25.0 },
        Refusal::Restriction { cause: RestrictionCause::Nights },
        Refusal::Restriction { cause: RestrictionCause::NoLine },
        Refusal::Daily { other: shift, at_most: 1 },
        Refusal::Daily { other: shift, at_most: 2 },
        Refusal::Daily { other: shift, at_most: 0 },
        Refusal::Rest { other: shift, minutes: 0, at_least: 480 },
        Refusal::Maximum { at_most: 1 },
        Refusal::Maximum { at_most: 12 },
        Refusal::PostHeld { duty: Duty::Captain, posts: 0 },
        Refusal::PostHeld { duty: Duty::Captain, posts: 1 },
        Refusal::PostHeld { duty: Duty::Captain, posts: 2 },
        Refusal::Skill { duty: Duty::Captain },
        Refusal::Closed(Closed::Form),
        Refusal::Closed(Closed::Cap(Some("CV-26-0001".into()))),
        Refusal::Closed(Closed::Cap(None)),
        Refusal::Closed(Closed::StandDown(None)),
        Refusal::Closed(Closed::NoPhase),
    ];
    all.extend(Status::WORDS.map(|(_, status)| Refusal::Status { status }));
    all.extend(Amenity::WORDS.map(|(_, amenity)| Refusal::Restriction { cause: RestrictionCause::Amenity(amenity) }));
    for what in &all {
        let [en, fr] = both(&ground, what);
        for said in [&en, &fr] {
            assert!(said.len() > 6 && !said.contains("refusal-") && !said.contains("closed-"), "{what:?}: {said}");
            assert!(!said.contains('{') && !said.contains("  "), "{what:?}: {said}");
        }
        assert_ne!(en, fr, "{what:?}");
        assert!(!refusal_for(Speech::new(Language::En), &ground, shift, what).contains("refusal-"));
    }
    for language in [Language::En, Language::Fr] {
        let speech = Speech::new(language);
        for code in RuleCode::ALL {
            assert!(lost(speech, code, 61).starts_with("61 "), "{}", lost(speech, code, 61));
        }
        for status in picket::engine::coverage::Status::ALL {
            assert!(!coverage_word(speech, status).starts_with("coverage-"));
        }
    }
    assert_eq!(duty_name(Speech::new(Language::Fr), &ground.strike, Duty::Captain), "capitaine");
}

#[test]
fn every_refusal_that_occurs_can_be_said() {
    let ground = strikes::small(5);
    let roster = strikes::filled(&ground, 0.8, 5);
    for shift in ground.timetable.indices() {
        for member in ground.strike.member_indices() {
            let case = picket::rules::Case { ground: &ground, roster: &roster, member, shift, duty: Duty::Captain };
            for what in refusals(&case) {
                let said = refusal_for(Speech::new(Language::Fr), &ground, shift, &what);
                assert!(!said.starts_with("refusal-") && !said.contains('{'), "{said}");
            }
        }
    }
}
