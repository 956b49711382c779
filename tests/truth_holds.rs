//! The second opinion itself, held to account: its checker finds every fault
//! that is planted, its exact solver agrees with trying everything, and its
//! strikes put every rule to the test.

#![allow(clippy::unwrap_used, missing_docs)]

mod truth;

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use truth::brute;
use truth::check::{self, Finding};
use truth::exact::Exact;
use truth::generate::{Case, Feature, Size, binding};
use truth::levels;
use truth::roster::{Roster, Seat};
use truth::rules::Rule;
use truth::strike::Strike;

const TIME: Duration = Duration::from_secs(20);

#[test]
fn the_exact_solver_agrees_with_trying_everything() {
    let mut with_surplus = 0;
    for seed in 0..120 {
        let case = Case::new(seed, Size::Tiny);
        let pins = case.seats();
        let told = Roster { seats: pins.iter().take(1).cloned().collect() };
        let best = brute::best(&case.strike, &pins, &told).unwrap();
        let mut exact = Exact::new(&case.strike, &pins, TIME);
        let levels = exact.levels().unwrap();
        let hours = exact.fair().unwrap();
        let spread = exact.spread().unwrap();
        let changes = exact.changes(&told).unwrap();
        let found = brute::Worth { levels, hours, spread: -spread, stability: -changes };
        assert_eq!(found, best, "seed {seed} {:?}", case.features);
        let broken = check::hard_rules(&case.strike, &with_pins(exact.roster(), &pins));
        assert!(broken.is_empty(), "seed {seed}: {broken:?}");
        with_surplus += usize::from(spread > 0);
    }
    assert!(with_surplus >= 10, "{with_surplus} cases had heads to spread");
}

fn with_pins(mut roster: Roster, pins: &[Seat]) -> Roster {
    for pin in pins {
        let seat = roster.seats.iter_mut().find(|s| (s.shift, s.member) == (pin.shift, pin.member));
        *seat.unwrap() = pin.clone();
    }
    roster
}

#[test]
fn generated_strikes_put_every_rule_and_feature_to_the_test() {
    let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
    let mut features: BTreeMap<Feature, usize> = BTreeMap::new();
    let (mut feasible, mut short) = (0, 0);
    for seed in 0..150 {
        let case = Case::new(seed, Size::Small);
        for rule in binding(&case.strike) {
            *rules.entry(rule).or_default() += 1;
        }
        for feature in &case.features {
            *features.entry(*feature).or_default() += 1;
        }
        let mut exact = Exact::new(&case.strike, &case.seats(), TIME);
        if exact.most(2).unwrap() == levels::asked(&case.strike)[2] {
            feasible += 1;
        } else {
            short += 1;
        }
    }
    for rule in Rule::ALL {
        let decides = rules.get(&rule).copied().unwrap_or(0);
        assert!(decides >= 10, "{rule:?} decides too little: {rules:?}");
    }
    for feature in Feature::ALL {
        let used = features.get(&feature).copied().unwrap_or(0);
        assert!(used >= 30, "{feature:?} is too rare: {features:?}");
    }
    assert!(feasible >= 30 && short >= 30, "{feasible} can be covered, {short} can't");
}

/// A strike by hand, with one of everything.
fn folder() -> Strike {
    let dir = tempfile::tempdir().unwrap();
    let files = [
        (
            "strike.toml",
            r#"
[strike]
name = "By hand"
first_day = 2026-12-07
days = 7

[[phase]]
mode = "full"
from = 2026-12-07T00:00:00
[[phase]]
mode = "suspended"
from = 2026-12-12T00:00:00

[rules]
hours_per_week = 12
reach_km = 10

[line]
minimum = 1
target = 2
maximum = 4

[[shift]]
id = "am"
start = "07:30"
end = "11:30"
[[shift]]
id = "noon"
start = "10:00"
end = "14:00"
[[shift]]
id = "night"
start = "22:00"
end = "02:00"
"#,
        ),
        (
            "sites.toml",
            r#"
[[site]]
id = "a"
name = "A"
latitude = 43.0
longitude = -81.0
needs = { first_aid = 1 }
[[site.line]]
id = "gate"
[[site.line.cap]]
at_most = 1
from = 2026-12-09T00:00:00
until = 2026-12-10T00:00:00
[[site.stand_down]]
from = 2026-12-10T00:00:00
until = 2026-12-11T00:00:00
reason = "funeral"

[[site]]
id = "far"
name = "Far"
latitude = 44.0
longitude = -81.0
"#,
        ),
        (
            "members.csv",
            "id,name,home_site,skills,availability,restrictions,status\n\
             c1,C,a,captain;first_aid,,,\n\
             c2,C,a,captain,,,\n\
             p1,P,a,,,,\n\
             p2,P,a,,,,\n\
             p3,P,a,,,,\n\
             av,P,a,,07:00-12:00,,\n\
             lv,P,a,,,,leave\n\
             nn,P,a,,,no_nights;no_line,\n\
             es,P,a,,,,\n\
             q1,P,a,,,,\n\
             q2,P,a,,,,\n\
             al,P,a,,,,\n",
        ),
        (
            "essential.toml",
            r#"
[[requirement]]
id = "care"
site = "a"
required = 1
windows = ["mon-sun 06:00-07:00"]
[[requirement]]
id = "pool"
site = "a"
required = 1
windows = ["06:00-23:00"]
[[requirement]]
id = "storm"
site = "a"
required = 1
part = "emergency"
[[designation]]
member = "es"
requirement = "care"
kind = "full_time"
[[designation]]
member = "q1"
requirement = "pool"
kind = "pool"
[[designation]]
member = "q2"
requirement = "pool"
kind = "pool"
[[designation]]
member = "al"
requirement = "storm"
kind = "on_call"
"#,
        ),
    ];
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    Strike::read(dir.path())
}

fn stand(strike: &Strike, roster: &mut Roster, day: u32, template: &str, who: &str, duty: &str) {
    let id = format!("a/gate/2026-12-{day:02}/{template}");
    let shift = strike.shift(&id).unwrap();
    roster.seat(shift, strike.member(who).unwrap(), duty);
}

/// A roster in which nothing is wrong.
fn sound(strike: &Strike) -> Roster {
    let mut roster = Roster::default();
    for (day, template, who, duty) in [
        (7, "am", "c2", "captain"),
        (7, "am", "c1", "first_aid"),
        (7, "am", "p1", "picket"),
        (7, "noon", "p2", "picket"),
        (7, "noon", "q1", "picket"),
        (8, "am", "al", "picket"),
        (8, "night", "c1", "captain"),
        (9, "am", "c2", "captain"),
    ] {
        stand(strike, &mut roster, day, template, who, duty);
    }
    roster
}

fn codes(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().map(|f| f.code.as_str()).collect()
}

#[test]
fn the_strike_by_hand_is_read_as_the_contract_says() {
    let strike = folder();
    // Two sites, five days, three templates; a: not on the 10th, nor in the
    // night that runs into it.
    assert_eq!(strike.shifts.len(), 2 * 5 * 3 - 4);
    assert_eq!(strike.shifts[0].id, "a/gate/2026-12-07/am");
    assert_eq!(strike.shifts[1].id, "far/main/2026-12-07/am");
    let capped = &strike.shifts[strike.shift("a/gate/2026-12-09/am").unwrap()];
    assert_eq!((capped.minimum, capped.target, capped.maximum, capped.captains), (1, 1, 1, 1));
    assert!(capped.needs.is_empty(), "the captain's post is the only one left");
    let asked = levels::asked(&strike);
    // Of the eleven at the gate three are capped: the night of the 8th touches the 9th.
    assert_eq!(asked[..4], [26, 8, 26, 49]);
    // Not the one on leave, nor the one who never stands on a line.
    assert_eq!(asked[4], 10 * 20 * 60);
}

#[test]
fn a_sound_roster_has_no_findings() {
    let strike = folder();
    let json = sound(&strike).write(&strike);
    assert_eq!(check::roster(&strike, &json), []);
}

/// Day of December, template, member, duty: a seat at the gate.
type Place = (u32, &'static str, &'static str, &'static str);

#[test]
fn every_broken_rule_is_found() {
    let strike = folder();
    // What is done to the sound roster, and the only code that must be found.
    let faults: [(&str, &[Place]); 15] = [
        ("overlap", &[(8, "noon", "al", "picket")]),
        ("essential", &[(8, "am", "es", "picket")]),
        ("pool", &[(7, "noon", "q2", "picket")]),
        ("pool", &[(7, "am", "q2", "picket")]),
        ("status", &[(8, "am", "lv", "picket")]),
        ("availability", &[(8, "noon", "av", "picket")]),
        ("restriction", &[(8, "am", "nn", "picket")]),
        ("daily", &[(7, "night", "p1", "picket")]),
        ("weekly", &[(8, "noon", "c2", "picket"), (11, "am", "c2", "picket")]),
        ("rest", &[(7, "night", "p3", "picket"), (8, "am", "p3", "picket")]),
        ("maximum", &[(9, "am", "p1", "picket")]),
        ("skill", &[(8, "am", "p1", "captain")]),
        ("skill", &[(8, "am", "p1", "first_aid")]),
        ("posts", &[(7, "am", "p3", "marshal")]),
        ("twice", &[(7, "am", "p1", "picket")]),
    ];
    for (code, seats) in faults {
        let mut roster = sound(&strike);
        for (day, template, who, duty) in seats {
            stand(&strike, &mut roster, *day, template, who, duty);
        }
        let findings = check::hard_rules(&strike, &roster);
        let mut wanted = BTreeSet::from([code]);
        match code {
            // A second shift on a day overlaps or counts twice; no way round it.
            "overlap" | "twice" => drop(wanted.insert("daily")),
            "posts" => drop(wanted.insert("skill")),
            _ => {}
        }
        assert_eq!(codes(&findings), wanted, "{seats:?}: {findings:?}");
    }
    let mut far = sound(&strike);
    far.seat(strike.shift("far/main/2026-12-08/am").unwrap(), strike.member("p1").unwrap(), "picket");
    assert_eq!(codes(&check::hard_rules(&strike, &far)), BTreeSet::from(["reach"]));
}

#[test]
fn only_what_can_be_set_aside_is_set_aside() {
    let strike = folder();
    let with = |day, template, who, code: &str| {
        let mut roster = sound(&strike);
        stand(&strike, &mut roster, 7, "night", "p3", "picket");
        stand(&strike, &mut roster, day, template, who, "picket");
        let seat = roster.seats.last_mut().unwrap();
        seat.pinned = true;
        seat.overrides.insert(code.to_owned());
        check::hard_rules(&strike, &roster)
    };
    assert_eq!(with(8, "noon", "av", "availability"), []);
    assert_eq!(with(8, "am", "p3", "rest"), []);
    assert_eq!(codes(&with(8, "am", "p3", "reach")), BTreeSet::from(["rest"]));
    assert_eq!(codes(&with(8, "am", "lv", "status")), BTreeSet::from(["override", "status"]));
}

/// A fault in the JSON itself: where, and what is told instead.
fn changed(json: &Value, pointer: &str, to: Value) -> Value {
    let mut json = json.clone();
    *json.pointer_mut(pointer).expect(pointer) = to;
    json
}

#[test]
fn every_wrong_number_of_a_roster_is_found() {
    let strike = folder();
    let json = sound(&strike).write(&strike);
    for (code, pointer, to) in [
        ("strike", "/strike", json!("other")),
        ("version", "/version", json!("one")),
        ("published", "/published", json!("one")),
        ("generated", "/generated", json!("yesterday")),
        ("closed", "/shifts/0/id", json!("a/gate/2026-12-10/am")),
        ("missing", "/shifts/0/id", json!("a/gate/2026-12-10/am")),
        ("twice", "/shifts/1/id", json!("a/gate/2026-12-07/am")),
        ("starts", "/shifts/0/starts", json!("2026-12-07T07:30:00-06:00")),
        ("starts", "/shifts/0/starts", json!("2026-12-07T06:30:00-06:00")),
        ("ends", "/shifts/0/ends", json!("2026-12-07T11:31:00-05:00")),
        ("minimum", "/shifts/0/minimum", json!(2)),
        ("target", "/shifts/0/target", json!(1)),
        ("maximum", "/shifts/0/maximum", json!(40)),
        ("captains", "/shifts/0/captains", json!(2)),
        ("needs", "/shifts/0/needs", json!({})),
        ("heads", "/shifts/0/heads", json!(2)),
        ("worst_case", "/shifts/0/worst_case", json!(2)),
        ("status", "/shifts/0/status", json!("thin")),
        ("member", "/shifts/0/assigned/0/member", json!("nobody")),
        ("assigned", "/shifts/0/assigned/0/origin", json!(null)),
        ("assigned", "/shifts/0/assigned/0/pinned", json!(null)),
        ("assigned", "/shifts/0/assigned/0/overrides", json!(null)),
        ("totals", "/totals/shifts", json!(1)),
        ("totals", "/totals/assignments", json!(1)),
        ("totals", "/totals/gaps", json!(1)),
    ] {
        let findings = check::roster(&strike, &changed(&json, pointer, to));
        assert!(codes(&findings).contains(code), "{pointer}: {findings:?}");
    }
    let mut swapped = json.clone();
    swapped["shifts"].as_array_mut().unwrap().swap(0, 1);
    assert_eq!(codes(&check::roster(&strike, &swapped)), BTreeSet::from(["order"]));
    let mut people = json.clone();
    people["shifts"][0]["assigned"].as_array_mut().unwrap().swap(0, 1);
    assert_eq!(codes(&check::roster(&strike, &people)), BTreeSet::from(["order"]));
    let mut absent = json;
    absent["shifts"].as_array_mut().unwrap().remove(2);
    assert!(codes(&check::roster(&strike, &absent)).contains("missing"));
}

#[test]
fn every_wrong_number_of_a_plan_is_found() {
    let strike = folder();
    let roster = sound(&strike);
    let exported = roster.write(&strike);
    let (filled, asked) = (levels::filled(&strike, &roster), levels::asked(&strike));
    assert_eq!(filled, [3, 1, 5, 7, 8 * 240]);
    let level = |i: usize| json!({"filled": filled[i], "of": asked[i], "bound": asked[i]});
    let json = json!({
        "strike": "By hand", "version": 1, "seed": 1, "seconds": 0.1, "assignments": 8,
        "changes": 8, "gaps": exported["totals"]["gaps"],
        "levels": {"captain": level(0), "skill": level(1), "minimum": level(2),
            "target": level(3), "hours": {"filled": 32.0, "of": 200, "bound": 40.5}},
    });
    assert_eq!(check::plan(&strike, &roster, &exported, &json), []);
    for (code, pointer, to) in [
        ("strike", "/strike", json!("other")),
        ("version", "/version", json!(2)),
        ("seed", "/seed", json!(null)),
        ("changes", "/changes", json!(-1)),
        ("seconds", "/seconds", json!(null)),
        ("assignments", "/assignments", json!(7)),
        ("gaps", "/gaps", json!(0)),
        ("levels", "/levels/skill", json!(null)),
        ("filled", "/levels/captain/filled", json!(4)),
        ("of", "/levels/minimum/of", json!(30)),
        ("bound", "/levels/target/bound", json!(6)),
        ("bound", "/levels/target/bound", json!(400)),
        ("filled", "/levels/hours/filled", json!(31.5)),
        ("of", "/levels/hours/of", json!(240)),
    ] {
        let findings = check::plan(&strike, &roster, &exported, &changed(&json, pointer, to));
        assert_eq!(codes(&findings), BTreeSet::from([code]), "{pointer}: {findings:?}");
    }
}

/// A bottleneck of captains on the 7th.
fn proof(templates: &[&str], posts: u32, members: u32, capacity: u32) -> Value {
    let shifts: Vec<String> = templates.iter().map(|id| format!("a/gate/2026-12-07/{id}")).collect();
    json!({"shifts": shifts, "posts": posts, "members": members, "capacity": capacity, "level": "captain"})
}

#[test]
fn every_wrong_number_of_a_bottleneck_is_found() {
    let mut strike = folder();
    let roster = Roster::default();
    let noon = strike.shift("a/gate/2026-12-07/noon").unwrap();
    // Three captains are asked of c1 and c2, who each stand once a day.
    strike.shifts[noon].captains = 2;
    let fault = |gap, told: &Value| truth::proof::fault(&strike, &roster, gap, "captain", told);
    assert_eq!(fault(noon, &proof(&["am", "noon"], 3, 2, 2)), None);
    assert_eq!(fault(noon, &Value::Null), None);
    for wrong in [
        proof(&["am"], 3, 2, 2),
        proof(&["noon"], 2, 2, 2),
        proof(&["noon", "noon"], 4, 2, 2),
        proof(&["am", "noon", "dusk"], 3, 2, 2),
        proof(&["am", "noon"], 4, 2, 2),
        proof(&["am", "noon"], 3, 1, 2),
        proof(&["am", "noon"], 3, 2, 1),
    ] {
        assert!(fault(noon, &wrong).is_some(), "{wrong}");
    }
    assert!(truth::proof::fault(&strike, &roster, noon, "short", &proof(&["am", "noon"], 3, 2, 2)).is_some());
}

#[test]
fn every_wrong_number_of_a_gap_is_found() {
    let strike = folder();
    let mut roster = sound(&strike);
    // All but one of the gaps are taken out of the strike's asking.
    let mut strike = strike;
    for shift in &mut strike.shifts {
        if shift.id != "a/gate/2026-12-07/noon" {
            (shift.minimum, shift.target, shift.captains) = (0, 0, 0);
            shift.needs.clear();
        }
    }
    let eight = strike.shift("a/gate/2026-12-08/am").unwrap();
    for shift in 0..strike.shifts.len() {
        if roster.on(shift).next().is_none() {
            roster.seat(shift, strike.member("nn").unwrap(), "picket");
        }
    }
    assert!(!levels::state(&strike, &roster, eight).is_gap());
    // c1, c2 and p1 stand on the morning that overlaps, nn everywhere else; es is
    // free an hour before ten; q2 is held by the pool that q1 leaves. A captain is
    // missing, so the rest lack that skill.
    let json = json!({"strike": "By hand", "version": 1, "gaps": [{
        "shift": "a/gate/2026-12-07/noon", "status": "captain", "heads": 2, "minimum": 1,
        "target": 2, "captains_missing": 1, "needs_missing": {"first_aid": 1}, "fillable": 0,
        "reason": {"eligible": 0, "members": 12, "lost": {
            "overlap": 4, "pool": 1, "status": 1, "availability": 1, "skill": 5},
            "bottleneck": null},
    }]});
    assert_eq!(check::gaps(&strike, &roster, &json), []);
    for (code, pointer, to) in [
        ("strike", "/strike", json!("other")),
        ("closed", "/gaps/0/shift", json!("a/gate/2026-12-10/am")),
        ("status", "/gaps/0/status", json!("short")),
        ("heads", "/gaps/0/heads", json!(1)),
        ("minimum", "/gaps/0/minimum", json!(2)),
        ("target", "/gaps/0/target", json!(1)),
        ("captains_missing", "/gaps/0/captains_missing", json!(0)),
        ("needs_missing", "/gaps/0/needs_missing", json!({})),
        ("fillable", "/gaps/0/fillable", json!(3)),
        ("members", "/gaps/0/reason/members", json!(11)),
        ("lost", "/gaps/0/reason/eligible", json!(6)),
        ("lost", "/gaps/0/reason/lost", json!({"overlap": 5, "pool": 1, "availability": 1, "skill": 5})),
        ("bottleneck", "/gaps/0/reason", json!({})),
        ("bottleneck", "/gaps/0/reason/bottleneck", proof(&["noon"], 1, 4, 3)),
        ("missing", "/gaps", json!([])),
        ("status", "/gaps/0/shift", json!("a/gate/2026-12-08/am")),
    ] {
        let findings = check::gaps(&strike, &roster, &changed(&json, pointer, to));
        assert!(codes(&findings).contains(code), "{pointer}: {findings:?}");
    }
}
