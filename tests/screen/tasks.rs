//! What a captain comes for, done as one would who sees the screen for the first time: with what is on it, and few keys.

use crate::stage::{Stage, do_in, keys, said};
use picket::app::view::Effect;
use picket::app::view::place::Place;
use picket::engine::coverage::Status;
use picket::model::campaign::Language;
use picket::model::site::SiteKind;
use picket::model::{Duty, ShiftIx};
use std::sync::Arc;

#[test]
fn find_the_worst_gap_and_fill_it() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.len();
    do_in(&mut stage, 2, "<enter>a");
    assert_eq!(stage.desk.session.roster.len(), before + 1, "{}", said(&stage));
}

#[test]
fn someone_rings_in_sick() {
    let mut stage = Stage::filled(Language::En);
    let ground = &stage.desk.session.ground;
    let next = |member| {
        let shifts = stage.desk.session.roster.of(member);
        shifts.iter().copied().find(|shift: &ShiftIx| ground.shift(*shift).span.start > stage.desk.now)
    };
    let (member, shift) =
        ground.strike.member_indices().find_map(|member| Some((member, next(member)?))).expect("someone is to come");
    let id = ground.strike.member(member).id.clone();
    let heads = stage.desk.session.roster.on(shift).len();
    let name = keys(&id).len();
    do_in(&mut stage, name + 5, &format!("/{id}<enter>b<enter>"));
    assert_eq!(stage.desk.place, Place::Shift(shift), "who could stand in is shown: {}", said(&stage));
    assert!(said(&stage).contains("absent") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    assert_eq!(stage.desk.session.roster.on(shift).len(), heads - 1);
    stage.press("u");
    assert_eq!(stage.desk.session.roster.on(shift).len(), heads);
}

#[test]
fn add_a_captain_to_every_line_of_a_region() {
    let mut stage = Stage::empty(Language::En);
    let captains = |stage: &Stage| stage.desk.session.roster.iter().filter(|each| each.duty == Duty::Captain).count();
    let before = captains(&stage);
    do_in(&mut stage, 5, "2rV,<enter>");
    assert!(captains(&stage) > before, "{}", said(&stage));
    stage.press("u");
    assert_eq!(captains(&stage), before, "one way back for all of them");
}

#[test]
fn on_the_row_of_a_region_all_its_shifts_are_meant() {
    let mut stage = Stage::empty(Language::En);
    let captains = |stage: &Stage| stage.desk.session.roster.iter().filter(|each| each.duty == Duty::Captain).count();
    do_in(&mut stage, 4, "2<home>a<enter>");
    let filled = captains(&stage);
    assert!(filled > 0, "{}", said(&stage));
    let ground = stage.desk.ground();
    let first = ground.strike.sites.iter().filter_map(|site| site.region).min();
    let region = |shift: ShiftIx| ground.strike.site(ground.shift(shift).site).region;
    assert!(stage.desk.session.roster.iter().all(|each| region(each.shift) == first));
    // Marks come and go with one key, and esc lets go of them before it leaves.
    stage.press("v");
    assert!(stage.desk.marked() > 0);
    stage.press("v");
    assert_eq!(stage.desk.marked(), 0);
    stage.press("v<esc>");
    assert_eq!((stage.desk.marked(), stage.desk.place), (0, Place::Coverage));
}

#[test]
fn find_who_is_short_of_hours() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 4, "3f<enter><esc>");
    let full = stage.desk.ground().strike.pay.minutes_per_week;
    let rows = stage.desk.members.rows();
    assert!(!rows.is_empty() && rows.len() < stage.desk.ground().strike.members.len());
    assert!(rows.iter().all(|member| stage.desk.session.coverage.week_minutes(*member, stage.desk.week()) < full));
}

#[test]
fn print_tomorrow_s_sheets() {
    let mut stage = Stage::filled(Language::En);
    match do_in(&mut stage, 2, "e<enter>") {
        Some(Effect::Print(paper, manner)) => {
            assert_eq!((paper.what, paper.day.map(|day| day.to_string())), ("signin", Some("2026-12-09".to_owned())));
            assert_eq!(stage.desk.paper_file(&paper, manner), "signin-2026-12-09.txt");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_sheet_is_printed_in_the_other_language_and_as_wide_as_the_paper() {
    let mut stage = Stage::filled(Language::En);
    match stage.press("e<tab>fr<tab>132<enter>") {
        Some(Effect::Print(paper, manner)) => {
            assert_eq!((paper.what, manner.language, manner.width), ("signin", Some(Language::Fr), Some(132)));
            assert_eq!(stage.desk.paper_file(&paper, manner), "signin-2026-12-09-fr.txt");
        }
        other => panic!("{other:?}"),
    }
    // What is no language, and no width, is asked for again, with all that was typed.
    for typed in ["e<tab>german<enter>", "e<tab><tab>12<enter>"] {
        assert_eq!(stage.press(typed), None);
        assert!(
            stage.desk.prompt.is_some() && said(&stage).contains(" or ") | said(&stage).contains("400"),
            "{}",
            said(&stage)
        );
        stage.press("<esc><esc>");
    }
}

#[test]
fn someone_comes_after_all() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>");
    let member = stage.desk.chosen_member().expect("somebody stands there");
    let before = stage.desk.session.roster.of(member).to_vec();
    // Away for the rest of the plan, and then not.
    stage.press("b<down><down><down><enter>");
    assert!(stage.desk.session.roster.of(member).len() < before.len(), "{}", said(&stage));
    stage.press("/");
    let id = stage.desk.session.ground.strike.member(member).id.clone();
    stage.press(&format!("{id}<enter>"));
    assert_eq!(stage.desk.chosen_member(), Some(member), "{}", said(&stage));
    stage.press("b<up><enter>");
    assert_eq!(stage.desk.session.roster.of(member), before, "{}", said(&stage));
    assert_eq!(stage.desk.session.away_still(member), [] as [&picket::store::record::Absence; 0]);
}

#[test]
fn an_essential_call_in() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.absences.len();
    do_in(&mut stage, 4, "4C<enter><enter>");
    assert_eq!(stage.desk.session.absences.len(), before + 1, "{}", said(&stage));
    let last = stage.desk.session.absences.last().expect("it was noted");
    assert!(last.kind == "callin" && last.requirement.is_some(), "{last:?}");
}

#[test]
fn undo_the_last_hour() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("<enter>aa<esc>P<enter>");
    stage.press("<enter>a<esc>");
    assert_ne!(stage.desk.session.roster, before);
    do_in(&mut stage, 3, "5<enter><enter>");
    // The plan was taken within the hour too.
    assert!(stage.desk.session.roster.is_empty(), "{}", said(&stage));
    stage.press("<c-r>");
    assert_eq!(stage.desk.session.roster, before);
}

#[test]
fn take_back_to_one_entry() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("<enter>aa<esc>");
    do_in(&mut stage, 5, "5<down><enter><down><enter>");
    assert_eq!(stage.desk.session.roster, before, "{}", said(&stage));
}

#[test]
fn sign_in_a_whole_line() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 2, "6A");
    let (shift, rows) = (stage.desk.board.shift.expect("a line is about to be up"), stage.desk.board.rows().len());
    assert_eq!(stage.desk.board.present.heads as usize, rows, "{}", said(&stage));
    assert_ne!(stage.desk.present_status(), Some(Status::Open));
    stage.press("u");
    assert_eq!(stage.desk.session.signs_on(shift).expect("readable"), [], "one way back for all of them");
}

#[test]
fn close_a_site() {
    let mut stage = Stage::filled(Language::En);
    let (shifts, roster) = (stage.desk.ground().timetable.len(), stage.desk.session.roster.clone());
    stage.press("2n");
    let site = stage.desk.chosen_site().expect("a gap is under the cursor");
    do_in(&mut stage, 1, "X");
    let told = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("a preview");
    assert!(told.aside.contains("free"), "what it would do is told first: {told:?}");
    let choices = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).unwrap_or_default();
    assert!(
        choices.iter().all(|choice| !choice.aside.starts_with("0 ")),
        "what closes nothing is left out: {choices:?}"
    );
    assert_eq!(stage.desk.ground().timetable.len(), shifts, "nothing is done yet");
    let left = |stage: &Stage| {
        let ground = stage.desk.ground();
        ground.timetable.shifts.iter().filter(|shift| shift.site == site && shift.span.start >= stage.desk.now).count()
    };
    let before = left(&stage);
    do_in(&mut stage, 2, "<up><enter>");
    assert!(left(&stage) < before, "some of its shifts are gone");
    let far = stage.desk.ground().strike.site(site).region;
    let near = stage.desk.chosen_site().map(|site| stage.desk.ground().strike.site(site).region);
    assert_eq!((stage.desk.place, near), (Place::Coverage, Some(far)), "one stays where one was");
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    assert!(stage.desk.ground().timetable.len() < shifts);
    stage.press("u");
    assert_eq!((stage.desk.ground().timetable.len(), &stage.desk.session.roster), (shifts, &roster));
}

#[test]
fn what_if_every_jail_were_lost() {
    let mut stage = Stage::filled(Language::En);
    let roster = stage.desk.session.roster.clone();
    let (version, ground) = (stage.desk.session.version, Arc::clone(&stage.desk.session.ground));
    let jail = ground.strike.sites.iter().position(|site| site.kind == SiteKind::Jail).expect("there is a jail");
    stage.press(&format!("/{}<enter>", ground.strike.sites[jail].name.to_lowercase()));
    do_in(&mut stage, 1, "I");
    let offered: Vec<String> =
        stage.desk.prompt.iter().flat_map(|prompt| &prompt.choices).map(|choice| choice.text.clone()).collect();
    assert!(offered.iter().any(|text| text.contains("closed")) && offered.len() >= 4, "{offered:?}");
    do_in(&mut stage, 2, "<enter>");
    let table = stage.desk.prompt.as_ref().map(|prompt| prompt.table.clone()).expect("the two side by side");
    let shifts = ground.timetable.shifts.iter();
    let left = shifts.filter(|shift| shift.site.ix() != jail || shift.span.start < stage.desk.now).count();
    assert!(table[1][2].ends_with(&format!("of {left}")), "{left} shifts would be left: {table:?}");
    assert!(stage.desk.session.roster == roster && stage.desk.session.version == version, "nothing is done");
    // Kept with one key more.
    do_in(&mut stage, 3, "<enter>");
    assert!(stage.desk.ground().timetable.len() < ground.timetable.len());
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
}

#[test]
fn where_nothing_is_to_come_a_region_has_nothing_to_fill() {
    let mut late = Stage::empty(Language::En).at("2026-12-20T23:30");
    late.press("2<home>a");
    assert!(late.desk.prompt.is_none() && said(&late).contains("still to come"), "{}", said(&late));
}
