//! What is typed and pasted, however much of it and whatever it is; and what goes on meanwhile.

use crate::stage::{Stage, said, text_of};
use picket::app::view::planner::{News, What};
use picket::app::view::prompt::LONGEST;
use picket::app::view::{Effect, Message};
use picket::model::campaign::Language;
use picket::tui::Paper;
use std::sync::Arc;
use std::time::Instant;

const TYPES: &str = "/";

fn typed(stage: &Stage) -> String {
    stage.desk.prompt.as_ref().map(|prompt| prompt.text().to_owned()).unwrap_or_default()
}

#[test]
fn what_is_pasted_goes_where_one_types_and_a_flood_of_it_is_cut() {
    let mut stage = Stage::filled(Language::En);
    stage.desk.handle(Message::Paste("jjj\nq".to_owned()));
    assert!(stage.desk.prompt.is_none(), "where nothing is typed, nothing is pasted");
    stage.press(&format!("{TYPES}sudry<left><left>"));
    stage.desk.handle(Message::Paste("bu\tpé".to_owned()));
    stage.press("r");
    assert_eq!(typed(&stage), "sudbu pérry", "at the caret, as one line");
    let begun = Instant::now();
    stage.press("<c-u>");
    stage.desk.handle(Message::Paste("x".repeat(2_000_000)));
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    assert_eq!(typed(&stage).len(), LONGEST);
    assert!(said(&stage).contains("1,996,000") || said(&stage).contains("1996000"), "{}", said(&stage));
    stage.press("y");
    assert_eq!(typed(&stage).len(), LONGEST, "it is full");
    let text = stage.text((80, 24));
    assert!(text.contains("xxxx"), "{text}");
    stage.press("<back>");
    assert_eq!(typed(&stage).len(), LONGEST - 1);
}

#[test]
fn one_can_go_to_sleep_and_draw_anew_while_typing() {
    let mut stage = Stage::filled(Language::En);
    assert_eq!(stage.press("/sud<c-z>"), Some(Effect::Suspend));
    assert_eq!(stage.press("<c-l>"), Some(Effect::Redraw));
    stage.press("b");
    assert_eq!(typed(&stage), "sudb", "what was typed is still there");
    assert_eq!(stage.press("<c-c>"), Some(Effect::Quit));
}

#[test]
fn how_far_a_plan_is_is_told_to_its_end() {
    for (language, words) in [
        (Language::En, ["planning… · p stops", "planning… 3 of 20", "planning… last touches · p stops"]),
        (Language::Fr, ["planification… · p arrête", "planification… 3 sur 20", "dernières retouches · p arrête"]),
    ] {
        let mut stage = Stage::filled(language);
        stage.press("p");
        let job = stage.desk.take_job().unwrap();
        for (progress, words) in [None, Some((3, 20)), Some((20, 20))].into_iter().zip(words) {
            if let Some((done, of)) = progress {
                stage.desk.handle(Message::News(News { version: job.version, what: What::Progress(done, of) }));
            }
            let text = stage.text((80, 24));
            assert!(text.contains(words), "{words} in\n{text}");
        }
        stage.press("p");
        assert_eq!(stage.desk.busy_text(), None, "called off");
    }
}

#[test]
fn in_plain_mode_too_the_line_goes_by_its_own_clocks() {
    let stage = Stage::filled(Language::En);
    let file = stage.desk.session.folder.join("sites.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("[[site]]\n", "[[site]]\ntimezone = \"America/Winnipeg\"\n")).unwrap();
    let mut west = stage.at("2026-12-08T07:40");
    west.press("6");
    west.press(" ");
    let board = west.text((80, 24));
    assert!(board.contains("since 06:40"), "{board}");
    let paper = Paper { print: Arc::new(|_, _| Err(String::new())), verify: Arc::new(|_, _, _| Ok(None)) };
    let mut output = Vec::new();
    let (desk, _folder) = west.into_parts();
    picket::tui::run_plain(desk, "q\n".as_bytes(), &mut output, &paper).unwrap();
    let text = String::from_utf8(output).unwrap();
    assert!(text.contains("since 06:40") && !text.contains("since 07:40"), "{text}");
}

#[test]
fn a_row_is_in_its_place_whatever_width_a_terminal_gives_to_pictures() {
    use picket::tui::canvas::Canvas;
    use picket::tui::scroll::Shown;
    use picket::tui::theme::{Depth, Role, Theme};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    let theme = Theme::new(Depth::True, false, false);
    let (size, area) = ((40, 1), Rect::new(0, 0, 40, 1));
    let mut cells = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut cells, &theme);
    let used = canvas.put(0, 0, 20, "Anne 👩‍👩‍👧 e\u{301}é李", Role::Plain);
    canvas.put(used, 0, 10, "16 h", Role::Plain);
    let mut shown = Shown::default();
    shown.forget(size);
    let words = shown.bring(size, Buffer::empty(area).diff(&cells).into_iter());
    // After the family and after the letter of two signs the place is told; after those that all agree on, it is not.
    for told in ["👧\x1b[1;", "e\u{301}\x1b[1;10H", "é李16"] {
        assert!(words.contains(told), "{told:?} in {words:?}");
    }
    assert!(text_of(&cells).contains("16 h"));
}

#[test]
fn what_is_last_in_a_list_to_choose_from_is_one_key_away() {
    let mut stage = Stage::filled(Language::En);
    stage.press("F");
    let chosen = |stage: &Stage| stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned());
    let last = |stage: &Stage| stage.desk.prompt.as_ref().and_then(|prompt| prompt.choices.last().cloned());
    let first = chosen(&stage);
    stage.press("<up>");
    assert!(chosen(&stage).is_some() && chosen(&stage) == last(&stage));
    stage.press("<down>");
    assert_eq!(chosen(&stage), first);
}

#[test]
fn why_the_disk_refused_is_said_in_the_language_spoken() {
    let mut stage = Stage::filled(Language::Fr);
    stage.press("_");
    stage.press("<c-u>/proc/nowhere/copy<enter>");
    let told = said(&stage);
    assert!(told.contains("tel fichier") && !told.contains("os error"), "{told}");
}

#[test]
fn nothing_is_done_in_a_record_that_was_taken_away_or_replaced() {
    let (en, fr) = ("taken away or replaced", "enlevé ou remplacé");
    for (language, words) in [(Language::En, en), (Language::Fr, fr)] {
        let mut stage = Stage::filled(language);
        let record = stage.desk.session.folder.join("roster.db");
        let aside = stage.desk.session.folder.join("aside.db");
        let (heads, seq) = (stage.desk.session.roster.len(), stage.desk.session.seq());
        std::fs::rename(&record, &aside).unwrap();
        stage.press("<enter>a");
        assert!(said(&stage).contains(words), "{}", said(&stage));
        std::fs::copy(&aside, &record).unwrap();
        stage.press("a");
        assert!(said(&stage).contains(words), "another file of that name: {}", said(&stage));
        stage.desk.hear_others();
        assert!(said(&stage).contains(words), "{}", said(&stage));
        assert_eq!((stage.desk.session.roster.len(), stage.desk.session.seq()), (heads, seq));
        std::fs::rename(&aside, &record).unwrap();
        stage.press("a");
        assert_eq!(stage.desk.session.roster.len(), heads + 1, "it is back: {}", said(&stage));
    }
}
