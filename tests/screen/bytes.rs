//! What a slow line carries: the bytes a key costs, measured on what goes to the terminal, and what arrives there.

use crate::stage::{Sample, Stage};
use picket::model::campaign::Language;
use picket::tui::scroll::Shown;
use picket::tui::theme::{Depth, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZE: (u16, u16) = (200, 50);

/// A terminal fed with what the program would send.
struct Line {
    shown: Shown,
    cells: Buffer,
    seen: vt100::Parser,
    theme: Theme,
}

impl Line {
    fn new() -> Self {
        let mut shown = Shown::default();
        shown.forget(SIZE);
        let rows = std::num::NonZeroU16::new(SIZE.1).unwrap();
        let columns = std::num::NonZeroU16::new(SIZE.0).unwrap();
        let cells = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        let theme = Theme::new(Depth::True, false, false);
        Self { shown, cells, seen: vt100::Parser::new(rows, columns, 0), theme }
    }

    /// Sends the next frame; gives its bytes, and holds what arrives to what was drawn.
    fn send(&mut self, stage: &Stage) -> usize {
        let next = stage.cells(SIZE, &self.theme);
        let words = self.shown.bring(SIZE, self.cells.diff(&next).into_iter());
        self.cells = next;
        self.seen.process(words.as_bytes());
        let drawn = crate::stage::text_of(&self.cells);
        let seen: Vec<String> = self.seen.screen().rows(0, SIZE.0).map(|row| row.trim_end().to_owned()).collect();
        let drawn: Vec<&str> = drawn.lines().collect();
        assert_eq!(seen, drawn, "what arrived is not what was drawn");
        words.len()
    }

    /// What a dozen moves down cost.
    fn costs(&mut self, stage: &mut Stage) -> Vec<usize> {
        let mut cost = |_| {
            stage.press("<down>");
            self.send(stage)
        };
        (0..12).map(&mut cost).collect()
    }
}

#[test]
fn a_move_and_a_scroll_cost_little() {
    let mut stage = Stage::many(Language::En, 900);
    let mut line = Line::new();
    for (keys, what) in [("3", "members"), ("2", "coverage"), ("1", "overview")] {
        stage.press(keys);
        line.send(&stage);
        let mut moves = Vec::new();
        for key in ["j", "j", "k", "j", "j", "j"] {
            stage.press(key);
            moves.push(line.send(&stage));
        }
        assert!(moves.iter().all(|bytes| *bytes < 600), "{what}: a cursor move costs {moves:?}");
    }
    for (keys, what) in [("3", "members"), ("2", "coverage")] {
        stage.press(keys);
        for _ in 0..60 {
            stage.press("j");
        }
        line.send(&stage);
        let mut scrolls = Vec::new();
        for _ in 0..12 {
            stage.press("j");
            scrolls.push(line.send(&stage));
        }
        assert!(scrolls.iter().all(|bytes| *bytes < 2_500), "{what}: a one-row scroll costs {scrolls:?}");
    }
}

/// The lists, the keys that lead to each, and what a move in it and a scroll may cost.
const LISTS: [(&str, &str, (usize, usize)); 16] = [
    ("overview", "", USUAL),
    ("now and next", "<right>", USUAL),
    ("coverage", "2", USUAL),
    ("the whole strike", "2z", USUAL),
    ("members", "3", USUAL),
    // The windows and the people of the requirement, below it, are others each time.
    ("essential services", "4", (2_000, 3_600)),
    ("the line", "6", USUAL),
    // Another region lights up on it.
    ("map", "7", (850, SCROLL)),
    ("a shift", "<enter><right>", USUAL),
    ("who stands there", "<enter><left>", USUAL),
    ("filters", "2f", USUAL),
    ("what can be done", "2.", USUAL),
    // Its columns move when a row with a longer name comes into sight.
    ("who is away", "b", (600, 2_700)),
    ("strike pay", "$", USUAL),
    ("sheets", "e", USUAL),
    ("help", "?", USUAL),
];

/// What a move of the cursor may cost, and a list that goes on by a row.
const USUAL: (usize, usize) = (600, SCROLL);
const SCROLL: usize = 2_500;

#[test]
fn a_move_and_a_scroll_cost_little_in_every_list_of_every_sample() {
    for sample in Sample::ALL {
        for language in [Language::En, Language::Fr] {
            let mut stage = Stage::planned(language, sample);
            for (name, keys, (most, far)) in LISTS {
                stage.press("<esc><esc><esc>1<home>");
                stage.press(&format!("{keys}<home>"));
                let mut line = Line::new();
                line.send(&stage);
                let moves = line.costs(&mut stage);
                assert!(
                    moves.iter().all(|bytes| *bytes < most),
                    "{sample:?} {language:?} {name}: a move costs {moves:?}"
                );
                // Past its end a choice of a picker begins anew.
                let rows = if stage.desk.prompt.is_some() { 28 } else { 60 };
                stage.press(&"<down>".repeat(rows));
                line.send(&stage);
                let scrolls = line.costs(&mut stage);
                assert!(
                    scrolls.iter().all(|bytes| *bytes < far),
                    "{sample:?} {language:?} {name}: a scroll costs {scrolls:?}"
                );
            }
        }
    }
}

#[test]
fn nothing_is_left_under_wide_signs_that_have_gone() {
    use picket::tui::canvas::Canvas;
    use picket::tui::theme::Role;
    let theme = Theme::new(Depth::True, false, false);
    let area = Rect::new(0, 0, 24, 8);
    let size = (area.width, area.height);
    let rows = std::num::NonZeroU16::new(size.1).unwrap();
    let (mut shown, mut before) = (Shown::default(), Buffer::empty(area));
    let mut seen = vt100::Parser::new(rows, std::num::NonZeroU16::new(size.0).unwrap(), 0);
    shown.forget(size);
    // Names of both kinds one after the other, moved by a row or a column, then nothing.
    let pages = ["Lalonde, Éric", "李李李李李李李", "a李b李c", " 李李李李", "Tremblay", "李小龍, Lalonde", "", "x"];
    for (at, text) in pages.into_iter().cycle().take(40).enumerate() {
        let mut next = Buffer::empty(area);
        let mut canvas = Canvas::new(&mut next, &theme);
        for y in 0..size.1 {
            let other = pages[(usize::from(y) + at) % pages.len()];
            let role = if y == 3 { Role::Cursor } else { Role::Plain };
            canvas.put(at as u16 % 3, y, 20, if y % 2 == 0 { text } else { other }, role);
        }
        let words = shown.bring(size, before.diff(&next).into_iter());
        before = next;
        seen.process(words.as_bytes());
        let drawn = crate::stage::text_of(&before);
        let arrived: Vec<String> = seen.screen().rows(0, size.0).map(|row| row.trim_end().to_owned()).collect();
        let drawn: Vec<String> = drawn.lines().map(str::to_owned).collect();
        assert_eq!(arrived, drawn, "{at}: {words:?}");
    }
}

#[test]
fn what_arrives_is_what_was_drawn() {
    let mut stage = Stage::filled(Language::Fr);
    let mut line = Line::new();
    for keys in [
        "2", "n", "<pgdn>", "<up>", "z", "z", "z", "3", "jjjj", "<end>", "<home>", "/no", "<esc>", "5", "7", "6", "A",
        "?", "jj", "<pgdn>", "k", "<esc>", "L", "1", "w",
    ] {
        stage.press(keys);
        line.send(&stage);
    }
}
