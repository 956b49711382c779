//! Who was there: signing in and out, guests, hand-overs, incidents, paper sheets, weeks that are signed off.

use crate::stage::{Stage, do_in, said};
use picket::app::view::Effect;
use picket::model::campaign::Language;
use std::collections::BTreeSet;

#[test]
fn guests_are_counted_and_taken_back() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 4, "6+6<enter>");
    assert_eq!(stage.desk.board.guests, 6, "{}", said(&stage));
    assert!(said(&stage).contains("6 guests") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("+2<tab>fire fighters<enter>");
    assert!(said(&stage).contains("fire fighters"), "{}", said(&stage));
    assert_eq!(stage.desk.board.guests, 8);
    stage.press("uu");
    assert_eq!(stage.desk.board.guests, 0);
    // What is no number counts nobody.
    stage.press("+many<enter>");
    assert!(stage.desk.prompt.is_some());
    stage.press("<esc>");
    assert_eq!(stage.desk.board.guests, 0);
}

#[test]
fn the_board_and_the_command_line_have_one_word_for_who_is_there() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let (mut met, mut seen) = (BTreeSet::new(), BTreeSet::new());
    while seen.insert(stage.desk.board.shift.expect("a line")) {
        let shift = stage.desk.board.shift.expect("a line");
        // From the last to the first, so that captains and skills come late.
        for row in (0..stage.desk.board.rows().len()).rev() {
            stage.press(&format!("<home>{}<space-bar>", "<down>".repeat(row)));
            let word = stage.desk.session.line_now(shift).expect("readable").status;
            assert_eq!(stage.desk.present_status(), Some(word));
            met.insert(word.word());
        }
        stage.press("]");
    }
    assert!(met.len() >= 3, "{met:?}");
}

#[test]
fn the_line_goes_from_captain_to_captain() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6r");
    let offers = |stage: &Stage| stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).expect("captains");
    for _ in 0..4 {
        if offers(&stage)[0].aside.is_empty() {
            stage.press("<esc>]r");
        }
    }
    let offered = offers(&stage);
    assert!(!offered[0].aside.is_empty(), "{offered:?}");
    let taker = offered[0].text.clone();
    do_in(&mut stage, 21, "<tab>key at the desk<enter>");
    assert!(said(&stage).contains(&taker) && said(&stage).contains("key at the desk"), "{}", said(&stage));
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    // Who is no captain can't take it.
    let plain =
        stage.desk.ground().strike.members.iter().find(|each| each.skills.is_empty()).expect("one without skills");
    let id = plain.id.clone();
    stage.press(&format!("r{id}"));
    assert!(stage.desk.prompt.as_ref().is_some_and(|prompt| prompt.choices.is_empty()));
}

#[test]
fn an_incident_is_noted_and_read() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6*");
    stage.press("<enter>");
    assert!(stage.desk.prompt.is_some(), "not without facts");
    stage.press("a pickup drove through<tab>grey<tab><tab>Roy<tab>soon");
    stage.press("<enter>");
    assert!(stage.desk.prompt.is_some(), "no such time");
    stage.press("<c-u>5:50<enter>");
    assert!(said(&stage).contains("05:50") && said(&stage).contains("grey"), "{}", said(&stage));
    let noted = stage.desk.session.incidents(None, None).expect("readable");
    assert_eq!((noted.len(), noted[0].incident.witness.as_deref()), (1, Some("Roy")));
    stage.press("J");
    let read = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("the list");
    assert!(read.text.contains("a pickup drove through") && read.text.contains("Roy"), "{read:?}");
    stage.press("<esc>u");
    assert_eq!(stage.desk.session.incidents(None, None).expect("readable"), []);
}

#[test]
fn someone_is_signed_in_and_out_at_the_times_of_the_paper() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let (shift, member) = (stage.desk.board.shift.expect("a line"), stage.desk.board.member().expect("someone"));
    let times = |stage: &Stage| {
        let zone = stage.desk.ground().strike.campaign.zone;
        let clock = |at: i64| picket::model::Instant(at).in_zone(zone).format("%H:%M").to_string();
        let signs = stage.desk.session.signs(shift, member).expect("readable");
        signs.into_iter().map(|sign| (sign.came.map(clock), sign.went.map(clock))).collect::<Vec<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    // The present time is offered, the beginning of the shift below it.
    do_in(&mut stage, 2, "o<enter>");
    assert_eq!(times(&stage), [(text("06:10"), None)], "{}", said(&stage));
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u<home>");
    do_in(&mut stage, 6, "o0555<enter>");
    assert_eq!(times(&stage), [(text("05:55"), None)], "{}", said(&stage));
    // Both at once take the place of what was there.
    stage.press("<home>");
    do_in(&mut stage, 11, "o545 10:30<enter>");
    assert_eq!(times(&stage), [(text("05:45"), text("10:30"))], "{}", said(&stage));
    stage.press("<home>onoon<enter>");
    assert!(stage.desk.prompt.is_some(), "no such time");
}

#[test]
fn a_paper_sheet_is_entered_line_by_line() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let shift = stage.desk.board.shift.expect("a line");
    let names: Vec<String> = stage.desk.board.rows().iter().map(|row| stage.desk.words().member(row.member)).collect();
    let signed = |stage: &Stage| stage.desk.session.signs_on(shift).expect("readable").len();
    stage.press("c");
    let offered = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).expect("who is expected");
    assert_eq!(offered[0].text, names[0], "{offered:?}");
    // A row can be taken by its letters, or from the list; then come the times.
    let short = names[0].split(',').next().expect("a name").to_lowercase();
    stage.press(&format!("{short} 725 1130"));
    let told = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("what it would enter");
    assert!(told.text.contains(&names[0]) && told.text.contains("07:25") && told.text.contains("11:30"), "{told:?}");
    stage.press("<enter>");
    assert_eq!(signed(&stage), 1, "{}", said(&stage));
    let prompt = stage.desk.prompt.clone().expect("the next line is asked for");
    assert!(prompt.text().is_empty() && prompt.lines.iter().any(|line| line.contains("11:30")), "{prompt:?}");
    // What can't be stays to be put right.
    stage.press(&format!("{short} 1130 725<enter>"));
    assert!(stage.desk.prompt.as_ref().is_some_and(|prompt| prompt.text().contains("1130 725")), "{}", said(&stage));
    stage.press("<c-u>guests 4<enter><esc>");
    assert_eq!(stage.desk.board.guests, 4, "{}", said(&stage));
    assert!(said(&stage).starts_with("2 lines") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("uu");
    assert_eq!((signed(&stage), stage.desk.board.guests), (0, 0));
}

#[test]
fn duty_elsewhere_counts_and_shows_in_the_hours() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 3, "3D<enter>");
    assert!(said(&stage).contains("4\u{202f}h") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("D3h30<tab>kitchen<tab>2026-12-07<enter>");
    assert!(said(&stage).contains("kitchen") && said(&stage).contains("Mon 7 Dec"), "{}", said(&stage));
    do_in(&mut stage, 1, "$");
    let prompt = stage.desk.prompt.clone().expect("the member's weeks");
    assert!(prompt.table.iter().any(|row| row[2].contains('7') && row[2].contains("30")), "{:?}", prompt.table);
    assert!(prompt.lines.iter().any(|line| line.contains("alternate duty")), "{:?}", prompt.lines);
    stage.press("<esc>Dsoon<enter>");
    assert!(stage.desk.prompt.is_some(), "no such length");
}

#[test]
fn a_week_is_signed_off_and_corrected_with_a_reason() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6<space-bar>");
    let (shift, member) = (stage.desk.board.shift.expect("a line"), stage.desk.board.rows()[0].member);
    let mut later = stage.at("2026-12-14T08:00");
    // Who was never signed out stands in the way, and is signed out from there.
    do_in(&mut later, 1, "Y");
    let open = later.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("who is open");
    assert!(open.text.contains(&later.desk.words().member(member)), "{open:?}");
    later.press("<enter>11:20<enter>");
    // Others are on no sheet: what locks the week, for good, stands last.
    do_in(&mut later, 4, "Y<down><down><enter>");
    assert!(said(&later).contains("signed off"), "{}", said(&later));
    assert_eq!(later.desk.session.weeks_signed_off().expect("readable").len(), 1);
    // From now on a reason is asked for, and only then.
    let version = later.desk.session.seq();
    later.desk.board.shift = Some(shift);
    later.press("6");
    later.desk.board.shift = Some(shift);
    later.press("<home>o6:15 11:00<tab>Roy<enter><enter>");
    assert_eq!(later.desk.session.seq(), version, "{}", said(&later));
    assert!(later.desk.prompt.is_some(), "why is asked for");
    later.press("<enter>");
    assert_eq!(later.desk.session.seq(), version, "not without a reason");
    later.press("misread<enter>");
    assert_eq!(later.desk.session.seq(), version + 1);
    assert!(said(&later).contains("correction: misread"), "{}", said(&later));
    assert!(said(&later).contains("by "), "on whose word it is stays told: {}", said(&later));
}

#[test]
fn the_incidents_are_written_to_a_file() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6*a pickup drove through<enter>J");
    let print = stage.desk.prompt.as_ref().unwrap().choices.iter().position(|each| each.text.contains("file"));
    match stage.press(&format!("{}<enter>", "<down>".repeat(print.expect("it can be written")))) {
        Some(Effect::Print(paper, manner)) => {
            assert_eq!(paper.what, "incidents");
            assert_eq!(stage.desk.paper_file(&paper, manner), "incidents-mto-simcoe.txt");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn everyone_at_once_in_a_signed_off_week_leads_to_the_sheet_with_its_correction() {
    let stage = Stage::filled(Language::En);
    let mut later = stage.at("2026-12-14T08:00");
    later.press("Y<down><down><enter>");
    assert!(
        said(&later).contains("Week of Mon 7 Dec signed off") && said(&later).contains("$0.00"),
        "{}",
        said(&later)
    );
    let before = later.desk.session.seq();
    let shift = later.desk.ground().timetable.indices().find(|ix| !later.desk.session.roster.on(*ix).is_empty());
    later.press("6");
    later.desk.board.shift = shift;
    later.press("A");
    assert!(said(&later).contains("line by line") && later.desk.prompt.is_some(), "{}", said(&later));
    let who = later.desk.session.roster.on(shift.expect("a shift"))[0].member;
    let id = later.desk.ground().strike.member(who).id.clone();
    later.press(&format!("{id} 7:00 11:00<enter>"));
    assert_eq!(later.desk.session.seq(), before, "not without a reason");
    later.press("misread<tab><enter>");
    assert_eq!(later.desk.session.seq(), before + 1, "{}", said(&later));
}

#[test]
fn in_the_night_when_the_clocks_go_back_both_readings_are_offered() {
    for language in [Language::En, Language::Fr] {
        let stage = Stage::empty(language);
        let file = stage.desk.session.folder.join("strike.toml");
        let mut text = std::fs::read_to_string(&file).unwrap();
        for (december, october) in [
            ("2026-12-07", "2026-10-26"),
            ("2026-11-16", "2026-10-05"),
            ("2026-11-10", "2026-10-01"),
            ("2026-11-27", "2026-10-09"),
        ] {
            text = text.replace(december, october);
        }
        std::fs::write(file, text).unwrap();
        // A quarter to two, for the second time.
        let mut stage = stage.at("2026-11-01T01:45-05:00");
        let member = picket::model::MemberIx(0);
        let id = stage.desk.ground().strike.member(member).id.clone();
        stage.press("6a");
        let shift = stage.desk.board.shift.expect("the night is up");
        let minutes = |stage: &Stage| {
            let signs = stage.desk.session.signs(shift, member).unwrap();
            signs.iter().filter_map(picket::store::record::Sign::minutes).sum::<i64>()
        };
        stage.press(&format!("{id}<enter>o22h00 1h45"));
        let prompt = stage.desk.prompt.as_ref().expect("it asks");
        assert_eq!(prompt.choices.len(), 2, "{:?}", prompt.choices);
        stage.press("<enter>");
        assert_eq!(minutes(&stage), 225, "the first, unless told otherwise: {}", said(&stage));
        assert!(said(&stage).contains("/2"), "{}", said(&stage));
        stage.press("o22h00 1h45<down><enter>");
        assert_eq!(minutes(&stage), 285, "{}", said(&stage));
    }
}
