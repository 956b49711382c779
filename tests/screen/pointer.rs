//! The pointer: a click means what is drawn under it, on every screen, at every size.

use crate::stage::{SIZES, Stage, said, text_of};
use crate::{SCREENS, on};
use picket::app::view::Message;
use picket::app::view::place::{Place, Target};
use picket::model::campaign::Language;
use picket::tui::canvas::{Canvas, Hits};
use picket::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What is drawn, and what a click on each part of it means.
fn drawn(stage: &Stage, (width, height): (u16, u16)) -> (String, Hits) {
    let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
    let theme = Theme::roles();
    let mut canvas = Canvas::new(&mut cells, &theme);
    picket::tui::draw(&mut canvas, &stage.desk);
    let hits = canvas.into_hits();
    (text_of(&cells), hits)
}

/// What a click there means.
fn under(hits: &Hits, x: u16, y: u16) -> Option<Target> {
    hits.iter().rev().find(|(area, _)| area.contains(Position::new(x, y))).map(|(_, target)| *target)
}

/// Where a word stands.
fn find(text: &str, word: &str) -> (u16, u16) {
    let lines = text.lines().enumerate();
    let mut places = lines.filter_map(|(y, line)| Some((line[..line.find(word)?].chars().count() as u16, y as u16)));
    places.next().unwrap_or_else(|| panic!("{word} is nowhere:\n{text}"))
}

#[test]
fn nothing_that_can_be_clicked_lies_under_what_means_something_else() {
    let mut seen = [0; 5];
    for (name, _) in SCREENS {
        let stage = on(name, Language::En);
        for size in SIZES {
            let (text, hits) = drawn(&stage, size);
            let choices = hits.iter().any(|(_, target)| matches!(target, Target::Choice(_)));
            for (area, target) in &hits {
                let kind = match target {
                    Target::Choice(_) => 0,
                    // What a list to choose from lies over can't be clicked, and looks so.
                    _ if choices => continue,
                    Target::Cell(..) => 1,
                    Target::Row(..) => 2,
                    Target::Tab(_) => 3,
                    Target::Command(_) => 4,
                    _ => continue,
                };
                assert!(area.right() <= size.0 && area.bottom() <= size.1, "{name} {size:?}: {target:?} at {area:?}");
                let on_top = under(&hits, area.x, area.y);
                let is_meant = match target {
                    // A row gives way to its own parts.
                    Target::Row(_, row) => match on_top {
                        Some(Target::Row(_, other) | Target::Cell(other, _)) => other == *row,
                        _ => false,
                    },
                    _ => on_top == Some(*target),
                };
                assert!(is_meant, "{name} {size:?}: {target:?} at {area:?} is under {on_top:?}\n{text}");
                seen[kind] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

#[test]
fn a_click_in_the_picture_is_on_its_row_and_its_day_and_a_second_opens_the_shift() {
    for size in SIZES {
        let mut stage = Stage::filled(Language::En);
        stage.press("2");
        let (text, hits) = drawn(&stage, size);
        let (x, y) = (find(&text, "Fri 11").0 + 1, find(&text, "MTO Simcoe").1);
        let target = under(&hits, x, y).expect("a cell");
        stage.desk.handle(Message::Click(target));
        let shift = stage.desk.chosen_shift().expect("a shift is there");
        let id = &stage.desk.ground().shift(shift).id;
        assert!(id.starts_with("mto-simcoe/") && id.contains("/2026-12-11/"), "{size:?}: {id}");
        stage.desk.handle(Message::Click(target));
        assert_eq!(stage.desk.place, Place::Shift(shift), "{size:?}");
    }
}

#[test]
fn a_click_on_something_to_choose_chooses_it() {
    for size in SIZES {
        let mut stage = Stage::filled(Language::En);
        stage.press(":undo");
        let (text, hits) = drawn(&stage, size);
        let (x, y) = find(&text, "take the last change back");
        let before = stage.desk.session.seq();
        stage.desk.handle(Message::Click(under(&hits, x, y).expect("a choice")));
        assert!(stage.desk.prompt.is_none() && stage.desk.session.seq() > before, "{size:?}: {}", said(&stage));
        // Beside it: it is only closed.
        stage.press(":");
        let (_, hits) = drawn(&stage, size);
        let beside = hits.iter().find(|(_, target)| matches!(target, Target::Row(..))).map(|(area, _)| *area);
        let area = beside.expect("a row of the screen behind");
        let target = under(&hits, area.x, area.y);
        if let Some(target @ Target::Row(..)) = target {
            let place = stage.desk.place;
            stage.desk.handle(Message::Click(target));
            assert_eq!((stage.desk.prompt.is_none(), stage.desk.place), (true, place));
        }
    }
}
