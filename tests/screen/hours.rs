//! A shift's hours and days, moved from the screen.

use crate::stage::{Stage, do_in, said};
use picket::app::view::page::Kind;
use picket::app::view::place::Place;
use picket::model::campaign::Language;
use picket::model::time::Clock;

fn file(stage: &Stage) -> String {
    std::fs::read_to_string(stage.desk.session.folder.join("strike.toml")).expect("it is there")
}

fn start(stage: &Stage) -> Clock {
    stage.desk.ground().strike.templates[0].start
}

/// The picture, with the cursor on a morning.
fn on_a_morning(language: Language) -> Stage {
    let mut stage = Stage::filled(language);
    stage.press("2");
    let is_morning = |stage: &Stage| {
        let shift = stage.desk.chosen_shift();
        shift.is_some_and(|shift| stage.desk.ground().shift(shift).template.0 == 0)
    };
    for _ in 0..4 {
        if is_morning(&stage) {
            return stage;
        }
        stage.press("n");
    }
    panic!("no gap is in a morning: {}", stage.text((80, 24)));
}

#[test]
fn a_shift_begins_an_hour_later_after_a_look_at_what_that_moves() {
    let mut stage = on_a_morning(Language::En);
    stage.press("P<enter>");
    let (before, roster) = (file(&stage), stage.desk.session.roster.len());
    do_in(&mut stage, 5, "}8:30".trim_end());
    do_in(&mut stage, 1, "<enter>");
    assert_eq!((stage.desk.place, file(&stage)), (Place::Page(Kind::Hours), before.clone()), "{}", said(&stage));
    let text = stage.text((120, 36));
    assert!(text.contains("08:30–12:30") && text.contains("were told the old hours"), "{text}");
    // On the first day, mornings have begun.
    assert!(text.contains("have begun") || text.contains("has begun"), "{text}");
    stage.press("y");
    assert_eq!((start(&stage), stage.desk.place), (Clock(510), Place::Coverage), "{}", said(&stage));
    assert_eq!(file(&stage), before.replace("\"07:30\"", "\"08:30\"").replace("\"11:30\"", "\"12:30\""));
    assert!(said(&stage).contains("08:30–12:30") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    assert_eq!(stage.desk.session.roster.len(), roster, "everyone stays");
    let told = stage.desk.session.told_hours.clone();
    let shift = stage.desk.chosen_shift().expect("still on it");
    assert!(told.other(stage.desk.ground(), shift).is_some(), "people are known to have been told otherwise");
    stage.press("u");
    assert_eq!((file(&stage), start(&stage)), (before, Clock(450)));
}

#[test]
fn the_shortest_way_is_three_keys_and_what_is_typed_need_not_be_a_clock() {
    let mut stage = on_a_morning(Language::Fr);
    do_in(&mut stage, 3, "}<enter>y");
    assert_eq!(start(&stage), Clock(480), "{}", said(&stage));
    do_in(&mut stage, 7, "}-15<enter>y".trim());
    assert_eq!(start(&stage), Clock(465), "{}", said(&stage));
    stage.press("}9h<enter>");
    assert!(stage.text((80, 24)).contains("Rien n’est encore écrit"), "{}", stage.text((80, 24)));
    stage.press("<esc>");
    assert_eq!(start(&stage), Clock(465), "left as it was");
    // Not read, the same, and none at all do nothing.
    for typed in ["99", "soon", "7:45"] {
        stage.press(&format!("}}{typed}<enter>"));
        assert!(stage.desk.prompt.is_some() && start(&stage) == Clock(465), "{typed}");
        stage.press("<esc>");
    }
}

#[test]
fn who_stands_on_a_day_that_goes_comes_free_and_a_day_that_has_begun_stays() {
    let mut stage = on_a_morning(Language::En);
    let (before, roster) = (file(&stage), stage.desk.session.roster.clone());
    stage.press("}tue-sun<enter>");
    assert!(said(&stage).contains("that has begun") || said(&stage).contains("that have begun"), "{}", said(&stage));
    assert_eq!(file(&stage), before);
    stage.press("<esc>");
    stage.press("}mon-sat<enter>");
    let text = stage.text((120, 36));
    assert!(text.contains("are gone") && text.contains("Come free"), "{text}");
    stage.press("y");
    assert!(stage.desk.session.roster.len() < roster.len() && stage.desk.session.stranded.is_empty());
    assert!(file(&stage).contains("days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\"]"), "{}", file(&stage));
    stage.press("u");
    assert_eq!((file(&stage), &stage.desk.session.roster), (before, &roster));
}

#[test]
fn the_palette_and_the_list_of_numbers_lead_there() {
    for (language, word) in
        [(Language::En, "later"), (Language::Fr, "heure"), (Language::En, "earlier"), (Language::Fr, "plus tôt")]
    {
        let mut stage = on_a_morning(language);
        stage.press(&format!(":{word}<enter>"));
        let text = stage.text((80, 24));
        assert!(text.contains("07:30–11:30") || text.contains("7\u{202f}h\u{202f}30"), "{word}: {text}");
    }
    let mut stage = on_a_morning(Language::En);
    stage.press("E<down><down><down><down><down><enter>");
    let text = stage.text((80, 24));
    assert!(text.contains("When does Morning run?"), "{text}");
}
