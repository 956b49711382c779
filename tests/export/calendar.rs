//! The calendars, as a reader that is not ours takes them.

use super::hand::Made;
use super::{made_of, strikes};
use icalendar::parser::{Component, read_calendar, unfold};
use picket::export::{Format, View, What};
use picket::model::{MemberIx, Roster};
use std::collections::{BTreeMap, BTreeSet};

/// The events of a calendar by UID, each with its properties; a property's parameters stand before its value.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let mut events = BTreeMap::new();
    for each in calendar.components.iter().filter(|each| each.name == "VEVENT") {
        let properties = properties(each);
        let before = events.insert(properties["UID"].clone(), properties);
        assert!(before.is_none(), "two events of one UID");
    }
    events
}

fn properties(component: &Component<'_>) -> BTreeMap<String, String> {
    let of = |each: &icalendar::parser::Property<'_>| {
        let params: Vec<String> = each
            .params
            .iter()
            .map(|param| format!("{}={}:", param.key, param.val.as_ref().map_or("", |value| value.as_ref())))
            .collect();
        (each.name.to_string(), format!("{}{}", params.concat(), each.val))
    };
    component.properties.iter().map(of).collect()
}

#[test]
fn every_line_is_short_enough_and_ends_as_it_must() {
    let all = Made::by_hand();
    for what in [What::Roster, What::Member] {
        let text = made_of(&all.view(), what, Format::Ics);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
    }
}

#[test]
fn every_shift_is_an_event_at_its_time() {
    let mut cases = vec![Made::by_hand()];
    cases.extend((0..8).map(|seed| {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.8, seed);
        Made::of(ground, roster)
    }));
    for all in cases {
        let events = events(&made_of(&all.view(), What::Roster, Format::Ics));
        assert_eq!(events.len(), all.ground.timetable.len());
        let mut times: Vec<(String, String)> =
            events.values().map(|event| (event["DTSTART"].clone(), event["DTEND"].clone())).collect();
        let mut expected: Vec<(String, String)> = all
            .ground
            .timetable
            .shifts
            .iter()
            .map(|shift| {
                let zone = all.ground.strike.sites[shift.site.ix()].zone;
                let at = |seconds| {
                    let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&zone);
                    format!("TZID={}:{}", zone.name(), at.format("%Y%m%dT%H%M%S"))
                };
                (at(shift.span.start.0), at(shift.span.end.0))
            })
            .collect();
        times.sort();
        expected.sort();
        assert_eq!(times, expected);
    }
}

#[test]
fn every_zone_named_is_told_with_its_changes() {
    let all = Made::by_hand();
    let text = made_of(&all.view(), What::Roster, Format::Ics);
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let zones: BTreeMap<String, &Component<'_>> = calendar
        .components
        .iter()
        .filter(|each| each.name == "VTIMEZONE")
        .map(|each| (properties(each)["TZID"].clone(), each))
        .collect();
    assert_eq!(zones.keys().map(String::as_str).collect::<Vec<_>>(), ["America/Toronto", "America/Winnipeg"]);
    for (name, offsets) in [("America/Toronto", ("-0500", "-0400")), ("America/Winnipeg", ("-0600", "-0500"))] {
        let told: BTreeSet<(String, String, String)> = zones[name]
            .components
            .iter()
            .map(|each| {
                let of = properties(each);
                (each.name.to_string(), of["DTSTART"].clone(), of["TZOFFSETTO"].clone())
            })
            .collect();
        // The changes of 2026 and 2027 as the almanac has them, on the clock that held until then.
        for (kind, onset, offset) in [
            ("DAYLIGHT", "20260308T020000", offsets.1),
            ("STANDARD", "20261101T020000", offsets.0),
            ("DAYLIGHT", "20270314T020000", offsets.1),
            ("STANDARD", "20271107T020000", offsets.0),
        ] {
            assert!(told.contains(&(kind.into(), onset.into(), offset.into())), "{name}: {onset} in {told:?}");
        }
    }
}

#[test]
fn a_newer_calendar_replaces_the_older_event_by_event() {
    let all = Made::by_hand();
    let view = View { only_member: Some(MemberIx(0)), ..all.view() };
    let before = events(&made_of(&view, What::Member, Format::Ics));
    assert_eq!(before.len(), 2);
    // The member is taken off one shift that was told.
    let mut later = all.roster.clone();
    let gate = all.ground.find("emdc/front-gate/2026-12-07/am").unwrap();
    later.take(gate, MemberIx(0));
    let view = View { roster: &later, version: 1013, ..view };
    let after = events(&made_of(&view, What::Member, Format::Ics));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "no event is lost or doubled");
    for (uid, event) in &after {
        let is_off = uid.contains("front-gate");
        assert_eq!(event["STATUS"], if is_off { "CANCELLED" } else { "CONFIRMED" });
        assert_eq!((before[uid]["SEQUENCE"].as_str(), event["SEQUENCE"].as_str()), ("1012", "1013"));
    }
    // Another strike's events are others, even where the ids are the same.
    let mut ground = all.ground.clone();
    ground.strike.campaign.name = "Another".into();
    let another = events(&made_of(&View { ground: &ground, ..all.view() }, What::Member, Format::Ics));
    assert!(another.keys().all(|uid| !before.contains_key(uid)));
}

#[test]
fn an_empty_roster_is_a_calendar_too() {
    let ground = strikes::small(1);
    let roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let all = Made::of(ground, roster);
    assert!(
        events(&made_of(&View { only_member: Some(MemberIx(1)), ..all.view() }, What::Member, Format::Ics)).is_empty()
    );
}
