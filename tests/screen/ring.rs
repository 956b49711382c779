//! Somebody's telephone: on request, until the next key, and nowhere else.

use crate::stage::{Stage, said};
use picket::app::view::Message;
use picket::app::view::page::Kind;
use picket::app::view::place::Place;
use picket::app::view::worker::Job as _;
use picket::model::campaign::Language;

/// What is on the list of the one under the cursor.
fn on_the_list(stage: &Stage) -> (String, String) {
    let member = stage.desk.chosen_member().expect("someone is under the cursor");
    let who = stage.desk.ground().strike.member(member);
    (who.phone.clone().unwrap_or_default(), who.email.clone().unwrap_or_default())
}

#[test]
fn a_telephone_is_told_when_asked_for_and_gone_with_the_next_key() {
    for language in [Language::En, Language::Fr] {
        let mut stage = Stage::filled(language);
        for way in ["/beaulieu<enter>", "3", "1<enter>", "6"] {
            stage.press(way);
            let (phone, email) = on_the_list(&stage);
            assert!(!phone.is_empty(), "{way}: nothing to be seen");
            assert!(!stage.text((200, 50)).contains(&phone), "{way}: nobody asked");
            stage.press("(");
            assert!(said(&stage).contains(&phone) && said(&stage).contains(&email), "{way}: {}", said(&stage));
            assert!(stage.text((80, 24)).contains(&phone), "{}", stage.text((80, 24)));
            stage.press("<down>");
            assert!(!stage.text((200, 50)).contains(&phone), "{way}: still there");
            assert!(!format!("{:?}", stage.desk.session.contact(picket::model::MemberIx(0))).contains("555"));
            stage.press("<esc><esc>");
        }
    }
}

#[test]
fn whoever_was_just_put_on_a_shift_is_rung_with_the_next_key() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("a");
    let changes = before.changes_to(&stage.desk.session.roster);
    let [put] = changes.as_slice() else { panic!("{}", said(&stage)) };
    let who = stage.desk.ground().strike.member(put.member()).clone();
    stage.press("(");
    assert!(said(&stage).contains(&who.name.split(',').next().unwrap_or_default().to_owned()), "{}", said(&stage));
    stage.press("(");
    assert!(said(&stage).contains("nobody under the cursor"), "{}", said(&stage));
}

#[test]
fn who_is_not_on_the_list_any_more_is_told_so_and_a_large_list_is_read_beside_the_screen() {
    let mut stage = Stage::filled(Language::En);
    stage.press("/beaulieu<enter>");
    let (phone, _) = on_the_list(&stage);
    let list = stage.desk.session.folder.join("members.csv");
    let text = std::fs::read_to_string(&list).expect("it is there");
    std::fs::write(&list, text.replace(&phone, "(519) 555-9999")).expect("it can be written");
    stage.press("(");
    assert!(said(&stage).contains("555-9999"), "as the list says now: {}", said(&stage));
    std::fs::write(&list, "id,name\n").expect("it can be written");
    stage.press("(");
    assert!(said(&stage).contains("neither telephone"), "{}", said(&stage));
    let mut stage = Stage::many(Language::En, 2_100);
    stage.desk.work_aside();
    stage.press("3<enter>");
    let (phone, _) = on_the_list(&stage);
    stage.press("(");
    assert!(!said(&stage).contains(&phone), "it is looked up first");
    let study = stage.desk.take_study().expect("asked of the worker");
    let learnt = study.carry_out();
    assert!(!format!("{learnt:?}").contains(&phone));
    stage.desk.handle(Message::Learnt(learnt));
    assert!(said(&stage).contains(&phone), "{}", said(&stage));
    stage.press("(");
    let study = stage.desk.take_study().expect("asked of the worker");
    stage.press("<esc>");
    stage.desk.handle(Message::Learnt(study.carry_out()));
    assert!(!said(&stage).contains(&phone), "whoever has left no longer asks");
}

#[test]
fn who_is_to_be_rung_is_a_list_and_nobody_s_telephone_is_on_it() {
    for language in [Language::En, Language::Fr] {
        let mut stage = Stage::filled(language);
        let told =
            |english: &'static str, french: &'static str| if language == Language::En { english } else { french };
        stage.press(")");
        assert!(said(&stage).contains(told("Nobody was told", "Personne n’a encore")), "{}", said(&stage));
        stage.press("P<enter>)");
        assert!(said(&stage).contains(told("nobody to ring", "personne à appeler")), "{}", said(&stage));
        stage.press("a");
        let put = stage.desk.session.asked().differences(true).len();
        assert_eq!(put, 1, "{}", said(&stage));
        // And whoever was told the old hours of a shift.
        stage.press("2n}+60<enter>y)");
        assert_eq!(stage.desk.place, Place::Page(Kind::Calls), "{}", said(&stage));
        let people = stage.desk.session.asked().differences(true).len();
        let text = stage.text((120, 36));
        assert!(people > 5 && text.contains(&format!("{people} {}", told("people are", "personnes sont"))), "{text}");
        assert!(text.contains(told("was told", "informé de")), "{text}");
        let (phone, _) = on_the_list(&stage);
        assert!(!phone.is_empty() && !text.contains(&phone), "{text}");
        stage.press("(");
        assert!(said(&stage).contains(&phone), "{}", said(&stage));
        let member = stage.desk.chosen_member();
        stage.press("<enter>");
        assert!(matches!(stage.desk.place, Place::Shift(_)));
        assert_eq!(stage.desk.chosen_member(), member, "still the one to ring");
    }
}

#[test]
fn who_was_reached_is_ticked_off_for_everyone_who_rings() {
    for language in [Language::En, Language::Fr] {
        let told =
            |english: &'static str, french: &'static str| if language == Language::En { english } else { french };
        let mut stage = Stage::filled(language);
        stage.press("P<enter>2n}+60<enter>y)");
        let first = stage.desk.chosen_member().expect("somebody to ring");
        stage.press("<space-bar>");
        let (text, how) = (stage.text((80, 24)), said(&stage));
        assert!(
            text.contains("[✓]") && text.contains(told("1 person has been reached", "1 personne a été jointe")),
            "{text}"
        );
        assert!(how.contains(told("was reached", "appel fait")), "{how}");
        assert_ne!(stage.desk.chosen_member(), Some(first), "on to the next who has not heard");
        // Another captain who rings sees it, and so does whoever opens the strike tomorrow.
        let mut other = stage.beside("Anne");
        other.press(")");
        assert!(other.text((80, 24)).contains("[✓]"), "{}", other.text((80, 24)));
        other.press("<space-bar>");
        assert!(!other.text((80, 24)).contains("[✓]"), "taken away again: {}", said(&other));
        stage.desk.hear_others();
        assert!(!stage.text((80, 24)).contains("[✓]"), "and it is gone there too");
        stage.press("<home><space-bar><home>");
        assert!(stage.text((80, 24)).contains("[✓]"));
        // Once something else is so, that has not been heard.
        let row = |stage: &Stage| {
            let page = stage.desk.page().expect("the list");
            let rows = (0..page.len()).map(|at| page.row(&stage.desk, at).ticked);
            rows.filter(|ticked| *ticked == Some(true)).count()
        };
        let heard = row(&stage);
        assert!(heard > 0);
        let shift = stage.desk.chosen_shift().expect("a shift that the list is about");
        stage.desk.session.unassign(shift, first).expect("can be taken off");
        stage.press("<home>");
        assert!(row(&stage) < heard, "{}", stage.text((80, 24)));
        // What people are told now, nobody needs to be rung about.
        stage.press("P<enter>)");
        assert!(said(&stage).contains(told("nobody to ring", "personne à appeler")), "{}", said(&stage));
        assert_eq!(stage.desk.session.heard().expect("readable"), picket::app::session::Heard::default());
    }
}

#[test]
fn in_plain_mode_too_a_telephone_is_told_on_request_only() {
    let said_to = |typed: &str| {
        let mut stage = Stage::filled(Language::En);
        stage.press("/beaulieu<enter>");
        let (phone, _) = on_the_list(&stage);
        let (desk, _folder) = stage.into_parts();
        let paper = picket::tui::Paper {
            print: std::sync::Arc::new(|_, _| Err(String::new())),
            verify: std::sync::Arc::new(|_, _, _| Ok(None)),
        };
        let mut output = Vec::new();
        picket::tui::run_plain(desk, typed.as_bytes(), &mut output, &paper).expect("lines can be written");
        String::from_utf8(output).expect("text").matches(&phone).count()
    };
    assert_eq!(said_to("down\n3\n1\nquit\n"), 0, "nobody asked");
    assert_eq!(said_to("(\ndown\n3\nquit\n"), 1, "said once, and not again");
    assert_eq!(said_to("ring\nquit\n"), 1, "by its name");
}
