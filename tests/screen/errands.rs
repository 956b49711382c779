//! What takes longer than a frame is done away from the screen: meanwhile everything can be looked at, and nothing parts.

use crate::stage::Stage;
use picket::app::view::Message;
use picket::app::view::place::Place;
use picket::app::view::worker::Job as _;
use picket::model::campaign::Language;

fn said(stage: &Stage) -> String {
    stage.desk.notice.clone().map(|notice| notice.sentence()).unwrap_or_default()
}

/// So many members that an absence is worked out away from the screen.
fn large() -> Stage {
    let mut stage = Stage::many(Language::En, 2_200);
    stage.desk.work_aside();
    stage
}

#[test]
fn an_absence_in_a_large_strike_is_noted_while_one_looks_on() {
    let mut stage = large();
    let version = stage.desk.session.version;
    stage.press("3b<enter>");
    let errand = stage.desk.take_errand().expect("a worker is asked");
    assert_eq!(stage.desk.session.version, version, "it is not done yet");
    // Meanwhile keys are answered, and it is shown what is being done; but nothing else can be changed.
    stage.press("2jj");
    assert_eq!(stage.desk.place, Place::Coverage);
    assert!(stage.text((120, 36)).contains("Noting it"));
    stage.press("P<enter>");
    assert!(said(&stage).contains("still being done"), "{}", said(&stage));
    assert!(stage.desk.take_errand().is_none(), "one at a time");

    stage.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!(stage.desk.session.version, version + 1);
    assert_eq!(stage.desk.session.absences.len(), 1);
    assert!(said(&stage).contains("absent"), "{}", said(&stage));
    assert!(!stage.text((120, 36)).contains("Noting it"));

    // Taking it back is as much work.
    stage.press("u");
    let errand = stage.desk.take_errand().expect("a worker is asked");
    stage.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!(stage.desk.session.absences, []);
    let (entries, _) = stage.desk.session.history().expect("readable");
    assert_eq!(entries.len(), 2, "each was written once");
}

#[test]
fn what_others_do_meanwhile_is_not_lost() {
    let mut stage = large();
    // So that there is a record both are on.
    stage.press("2");
    let mut other = stage.beside("marie");
    stage.press("3b<enter>");
    let errand = stage.desk.take_errand().expect("a worker is asked");
    other.press("1<enter>a");
    let theirs = other.desk.session.roster.len();
    assert_eq!(theirs, 1, "{}", said(&other));
    stage.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!((stage.desk.session.roster.len(), stage.desk.session.absences.len()), (1, 1), "{}", said(&stage));
    // The other hears of the absence away from its screen too.
    other.desk.work_aside();
    other.desk.hear_others();
    let errand = other.desk.take_errand().expect("a worker is asked");
    other.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!(other.desk.session.version, stage.desk.session.version);
    assert_eq!(other.desk.session.absences.len(), 1);
}
