//! People who go elsewhere: several at once, two who change places, who is away and who stands in, the post that is told.

use crate::stage::{Stage, do_in, said};
use picket::app::view::place::Place;
use picket::model::campaign::Language;
use picket::model::{Duty, ShiftIx};
use std::sync::Arc;

#[test]
fn pin_several_and_send_several() {
    let mut stage = Stage::filled(Language::En);
    let roster = &stage.desk.session.roster;
    let shift = stage
        .desk
        .ground()
        .timetable
        .indices()
        .find(|ix| roster.on(*ix).len() > 3 && roster.on(*ix)[0].duty == Duty::Captain)
        .expect("a full shift");
    stage.desk.handle(picket::app::view::Message::Click(picket::app::view::place::Target::Tab(Place::Coverage)));
    let version = stage.desk.session.version;
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, shift);
    stage.press("<enter><left>vvi");
    let pinned = |stage: &Stage| stage.desk.session.roster.on(shift).iter().filter(|each| each.pinned).count();
    assert!(pinned(&stage) >= 1, "{}", said(&stage));
    stage.press("u");
    assert_eq!(pinned(&stage), 0);
}

#[test]
fn two_members_change_places() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    let on = |stage: &Stage, shift, member| stage.desk.session.roster.get(shift, member).is_some();
    let pairs: Vec<_> = before.iter().map(|each| (each.shift, each.member)).collect();
    let to_come = |shift: ShiftIx| stage.desk.ground().shift(shift).span.start > stage.desk.now;
    let (one, _) = pairs
        .iter()
        .filter(|one| to_come(one.0))
        .find_map(|one| {
            pairs.iter().find(|other| stage.desk.session.can_swap(*one, **other, None)).map(|other| (*one, *other))
        })
        .expect("two could change places");
    let version = stage.desk.session.version;
    stage.press("2");
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, one.0);
    stage.press("<enter><left>");
    let row = stage
        .desk
        .post
        .facts()
        .stands
        .iter()
        .position(|stand| stand.who.as_ref().is_some_and(|who| who.member == one.1));
    for _ in 0..row.expect("the member stands there") {
        stage.press("j");
    }
    do_in(&mut stage, 1, "T");
    if stage.desk.prompt.as_ref().is_some_and(|prompt| prompt.choices.is_empty()) {
        // Nobody near: the other is found by name.
        return;
    }
    do_in(&mut stage, 1, "<enter>");
    assert!(!on(&stage, one.0, one.1), "{}", said(&stage));
    assert_eq!(stage.desk.session.roster.len(), before.len());
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u");
    assert_eq!(stage.desk.session.roster, before);
}

#[test]
fn what_is_told_with_an_absence_a_closing_and_a_version_is_kept() {
    let mut stage = Stage::filled(Language::En);
    stage.press("3b<tab>sick<enter>");
    assert!(said(&stage).contains("sick"), "{}", said(&stage));
    assert_eq!(stage.desk.session.absences.last().and_then(|each| each.code.as_deref()), Some("sick"));
    stage.press("1PWeek one<enter>");
    let last = stage.desk.session.last_entry().expect("readable").expect("published");
    assert_eq!((last.action.as_str(), last.particulars["note"].as_str()), ("publish", Some("Week one")));
    // The cursor stays on the choice while one goes on to say why.
    stage.press("2nX<end>");
    stage.press("<down><down><down>burst pipe<tab>18:00<enter>");
    let last = stage.desk.session.last_entry().expect("readable").expect("closed");
    assert_eq!(
        (last.action.as_str(), last.particulars["reason"].as_str()),
        ("close", Some("burst pipe")),
        "{}",
        said(&stage)
    );
    assert!(last.particulars["from"].as_str().is_some_and(|from| from.ends_with("18:00")), "{last:?}");
    assert!(last.particulars["until"].is_null(), "for good: {last:?}");
    stage.press("u");
    stage.press("2nX<tab>18:00<tab>17:00<enter>");
    assert!(stage.desk.prompt.is_some(), "an end before the beginning");
}

#[test]
fn who_was_told_another_hour_is_counted_before_the_roster_is_published_again() {
    for (language, as_told, changed) in [
        (Language::En, "nobody to ring", "are at other hours than was told"),
        (Language::Fr, "; personne à", "ne sont plus à l’heure annoncée"),
    ] {
        let mut stage = Stage::filled(language);
        stage.press("1P<enter>P");
        let size = (200, 50);
        assert!(stage.text(size).contains(as_told), "{}", stage.text(size));
        let file = stage.desk.session.folder.join("strike.toml");
        let early = std::fs::read_to_string(&file).expect("readable").replace("07:30", "06:30");
        std::fs::write(&file, early).expect("writable");
        let mut stage = stage.at("2026-12-08T06:10");
        stage.press("1P");
        assert!(stage.text(size).contains(changed), "{}", stage.text(size));
        stage.press("<enter>P");
        assert!(!stage.text(size).contains(changed), "{}", stage.text(size));
        assert!(stage.text(size).contains(as_told), "{}", stage.text(size));
    }
}

#[test]
fn someone_who_stands_in_is_told_with_the_absence() {
    let mut stage = Stage::filled(Language::En);
    let (ground, roster) = (Arc::clone(&stage.desk.session.ground), stage.desk.session.roster.clone());
    let able = |away, shift| {
        let candidates = picket::engine::candidates::candidates(&ground, &roster, shift);
        candidates.into_iter().map(|each| each.member).find(|each| *each != away)
    };
    let to_come = |shift: &ShiftIx| ground.shift(*shift).span.start > stage.desk.now;
    let found = ground.strike.member_indices().find_map(|away| {
        let shift = roster.of(away).iter().copied().find(to_come)?;
        let alone =
            roster.of(away).iter().filter(|each| ground.shift(**each).date == ground.shift(shift).date).count() == 1;
        Some((away, shift, able(away, shift).filter(|_| alone)?))
    });
    let (away, shift, stand_in) = found.expect("someone could stand in for someone");
    let id = |member| ground.strike.member(member).id.clone();
    stage.press(&format!("/{}<enter>b<tab><tab>{}<enter><enter>", id(away), id(stand_in)));
    assert!(stage.desk.session.roster.get(shift, stand_in).is_some(), "{}", said(&stage));
    assert!(stage.desk.session.roster.get(shift, away).is_none());
    stage.press("u");
    assert_eq!(stage.desk.session.roster, roster);
}

#[test]
fn a_reason_lets_two_change_places_whom_a_dagger_rule_keeps_apart() {
    let mut stage = Stage::filled(Language::En);
    let roster = stage.desk.session.roster.clone();
    let pairs: Vec<_> = roster.iter().map(|each| (each.shift, each.member)).collect();
    let near = |one: ShiftIx, other: ShiftIx| {
        let (one, other) = (stage.desk.ground().shift(one), stage.desk.ground().shift(other));
        one.site == other.site && (one.date - other.date).num_days().abs() <= 1
    };
    let to_come = |shift: ShiftIx| stage.desk.ground().shift(shift).span.start > stage.desk.now;
    let can = |one, other, reason| stage.desk.session.can_swap(one, other, reason);
    let found = pairs.iter().filter(|one| to_come(one.0)).find_map(|one| {
        let mut others = pairs.iter().filter(|other| near(one.0, other.0) && to_come(other.0));
        others.find(|other| !can(*one, **other, None) && can(*one, **other, Some("agreed"))).map(|other| (*one, *other))
    });
    let Some((one, _)) = found else { return };
    stage.press("2");
    let version = stage.desk.session.version;
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, one.0);
    stage.press("<enter><left>");
    let stands = &stage.desk.post.facts().stands;
    let row = stands.iter().position(|stand| stand.who.as_ref().is_some_and(|who| who.member == one.1));
    stage.press(&"j".repeat(row.expect("the member stands there")));
    stage.press("T");
    let offered = |stage: &Stage| stage.desk.prompt.as_ref().map_or(0, |prompt| prompt.choices.len());
    let before = offered(&stage);
    stage.press("<tab>agreed");
    assert!(offered(&stage) > before, "more are offered with a reason");
    stage.press("<enter>");
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
}

#[test]
fn a_member_is_sent_to_the_post_that_is_told() {
    let mut stage = Stage::filled(Language::En);
    // Somebody who leads here goes elsewhere to stand in the ranks.
    let ground = Arc::clone(&stage.desk.session.ground);
    let captain = stage
        .desk
        .session
        .roster
        .iter()
        .find(|each| each.duty == Duty::Captain && ground.shift(each.shift).span.start > stage.desk.now);
    let each = captain.expect("a captain").clone();
    let id = ground.strike.member(each.member).id.clone();
    stage.press(&format!("/{id}<enter>"));
    while stage.desk.chosen_shift() != Some(each.shift) {
        stage.press("<down>");
    }
    stage.press("M<tab>pick<enter>");
    assert_eq!(stage.desk.prompt.as_ref().and_then(|prompt| prompt.told("duty")), Some("picket"));
    stage.press("<enter>");
    let sent = stage.desk.session.last_entry().expect("readable").expect("an entry");
    if sent.action == "transfer" {
        assert_eq!(sent.particulars["duty"].as_str(), Some("picket"), "{}", said(&stage));
    } else {
        assert!(stage.desk.prompt.is_some(), "refused, it is asked again: {}", said(&stage));
    }
    stage.press("<esc>M<tab>cook<enter>");
    stage.press("<enter>");
    assert!(said(&stage).contains("no post called cook"), "{}", said(&stage));
}
