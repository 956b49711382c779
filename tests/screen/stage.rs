//! A stage for the screen: a small strike on disk, a roster on it, keys typed, cells looked at.

#![allow(dead_code, reason = "each test uses its part")]

use picket::app::commands::Key;
use picket::app::session::{Session, Settings, When, open};
use picket::app::view::{Desk, Effect, Message};
use picket::engine::candidates::candidates;
use picket::model::campaign::Language;
use picket::model::{Assignment, Roster};
use picket::tui::canvas::Canvas;
use picket::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

pub const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

/// Tuesday of the first week, before dawn.
const NOW: &str = "2026-12-08T06:10";

/// The samples in `config/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    Opseu,
    Cupe,
    Opssu,
}

impl Sample {
    pub const ALL: [Self; 3] = [Self::Opseu, Self::Cupe, Self::Opssu];

    fn evening_before(self) -> &'static str {
        match self {
            Self::Opseu => "2026-12-07T20:00",
            Self::Cupe => "2027-03-07T20:00",
            Self::Opssu => "2027-01-11T20:00",
        }
    }

    /// Its folder, and a morning in the middle of it, shortly before the first shift.
    fn name_and_now(self) -> (&'static str, &'static str) {
        match self {
            Self::Opseu => ("opseu", "2026-12-08T06:10"),
            Self::Cupe => ("cupe", "2027-03-08T06:25"),
            Self::Opssu => ("opssu", "2027-01-12T07:10"),
        }
    }
}

/// A desk on a copy of the small strike; the folder lives as long as the stage.
pub struct Stage {
    pub desk: Desk,
    folder: Arc<TempDir>,
}

impl Stage {
    /// With a roster on it that has gaps of every kind.
    pub fn filled(language: Language) -> Self {
        let mut stage = Self::empty(language);
        let session = &mut stage.desk.session;
        let after = partly(session);
        let base = session.plan_start();
        session.accept_plan(&base, &after, &serde_json::json!({ "gaps": 0 })).unwrap();
        stage.desk.refresh();
        stage
    }

    /// With nobody assigned.
    pub fn empty(language: Language) -> Self {
        let folder = copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screen/strike"));
        Self { desk: desk_on(folder.path(), language, "captain", NOW), folder: Arc::new(folder) }
    }

    /// A strike as the first page makes it, nobody on its list.
    pub fn fresh(language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = picket::store::create::NewStrike {
            name: "Local 42".to_owned(),
            first_day: chrono::NaiveDate::from_ymd_opt(2026, 12, 14).unwrap(),
            days: 14,
            sites: vec!["City yard".to_owned(), "Depot".to_owned()],
            shifts: vec![("07:30".to_owned(), "11:30".to_owned())],
            language: if language == Language::En { "en" } else { "fr" },
        };
        picket::store::create::create(folder.path(), &made).unwrap();
        Self { desk: desk_on(folder.path(), language, "captain", NOW), folder: Arc::new(folder) }
    }

    /// One of the samples, nobody assigned.
    pub fn sample(language: Language, name: &str, now: &str) -> Self {
        let folder = copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(name));
        Self { desk: desk_on(folder.path(), language, "captain", now), folder: Arc::new(folder) }
    }

    /// One of the samples, with the roster of a plan. It is planned once for all tests.
    pub fn planned(language: Language, sample: Sample) -> Self {
        static PLANNED: [OnceLock<TempDir>; 3] = [const { OnceLock::new() }; 3];
        let (name, now) = sample.name_and_now();
        let source = PLANNED[sample as usize].get_or_init(|| {
            // The evening before: it is no action of the last hour.
            let mut stage = Self::sample(language, name, sample.evening_before());
            let session = &mut stage.desk.session;
            let base = session.plan_start();
            let options = picket::engine::plan::Options::default();
            let plan = picket::engine::plan::plan(&session.ground, &session.roster, None, &options).unwrap();
            session.accept_plan(&base, &plan.roster, &serde_json::json!({})).unwrap();
            Arc::try_unwrap(stage.into_parts().1).unwrap()
        });
        let folder = copy_of(source.path());
        Self { desk: desk_on(folder.path(), language, "captain", now), folder: Arc::new(folder) }
    }

    /// A generated strike of so many members, nobody assigned.
    pub fn many(language: Language, members: usize) -> Self {
        use picket::store::generate::{GenerateOptions, generate};
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in generate(&GenerateOptions { members, sites: 60, ..GenerateOptions::default() }) {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        Self { desk: desk_on(folder.path(), language, "captain", NOW), folder: Arc::new(folder) }
    }

    /// Another screen on the same folder.
    pub fn beside(&self, actor: &str) -> Self {
        let desk = desk_on(self.folder.path(), self.desk.speech.language(), actor, NOW);
        Self { desk, folder: Arc::clone(&self.folder) }
    }

    /// The same screen, opened at another time.
    pub fn at(&self, now: &str) -> Self {
        let desk = desk_on(self.folder.path(), self.desk.speech.language(), "captain", now);
        Self { desk, folder: Arc::clone(&self.folder) }
    }

    /// The desk, and the folder, which goes with whoever holds it.
    pub fn into_parts(self) -> (Desk, Arc<TempDir>) {
        (self.desk, self.folder)
    }

    /// Types keys; see [`keys`].
    pub fn press(&mut self, typed: &str) -> Option<Effect> {
        let mut last = None;
        for key in keys(typed) {
            last = self.desk.handle(Message::Key(key));
        }
        last
    }

    /// What is drawn at a size.
    pub fn cells(&self, (width, height): (u16, u16), theme: &Theme) -> Buffer {
        let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
        picket::tui::draw(&mut Canvas::new(&mut cells, theme), &self.desk);
        cells
    }

    /// The text drawn at a size.
    pub fn text(&self, size: (u16, u16)) -> String {
        text_of(&self.cells(size, &Theme::roles()))
    }

    /// The letters of the roles drawn at a size; see `Theme::letter`.
    pub fn roles(&self, size: (u16, u16)) -> String {
        let cells = self.cells(size, &Theme::roles());
        lines(&cells, |cell| Theme::letter(cell.style()).to_string())
    }
}

/// Types the keys of a task and holds it to their number.
pub fn do_in(stage: &mut Stage, most: usize, typed: &str) -> Option<Effect> {
    let count = keys(typed).len();
    assert!(count <= most, "{typed} takes {count} keys");
    stage.press(typed)
}

/// What was said last.
pub fn said(stage: &Stage) -> String {
    stage.desk.notice.clone().map(|notice| notice.sentence()).unwrap_or_default()
}

fn desk_on(folder: &Path, language: Language, actor: &str, now: &str) -> Desk {
    let settings = Settings { now: When::parse(now).unwrap(), actor: actor.to_owned(), language: Some(language) };
    let opened = open(folder, settings).unwrap();
    let session = opened.session.unwrap_or_else(|| panic!("{:#?}", opened.problems));
    let now = session.now();
    let mut desk = Desk::new(session, now);
    desk.speak(language);
    desk
}

/// A copy of a folder's files.
fn copy_of(source: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(source).unwrap() {
        let file = file.unwrap().path();
        std::fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    folder
}

/// A roster by the best candidates, a few left out of every other shift, all of them out of some.
fn partly(session: &Session) -> Roster {
    let ground = &session.ground;
    let mut roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
    for ix in ground.timetable.indices() {
        let shift = ground.shift(ix);
        let wanted = match ix.0 % 7 {
            1 => shift.minimum,
            2 => shift.target.saturating_sub(1),
            3 => shift.minimum.saturating_sub(1),
            4 => 0,
            _ => shift.target,
        };
        for _ in 0..wanted {
            let found = candidates(ground, &roster, ix);
            // In some shifts the captains are left out, so that a gap of that kind is there too.
            let without = |each: &&picket::engine::candidates::Candidate| {
                ix.0 % 5 != 0 || each.duty != picket::model::Duty::Captain
            };
            let Some(best) = found.iter().find(without) else { break };
            roster.put(Assignment::planned(best.member, ix, best.duty));
        }
    }
    roster
}

/// `n N / text` as keys: single characters as they are, names in angle brackets: `<enter>`, `<c-r>`.
pub fn keys(typed: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = typed;
    while let Some(first) = rest.chars().next() {
        if first == '<'
            && let Some((name, after)) = rest[1..].split_once('>')
        {
            keys.push(named(name));
            rest = after;
        } else {
            keys.push(Key::Char(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    keys
}

fn named(name: &str) -> Key {
    match name {
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "backtab" => Key::BackTab,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "end" => Key::End,
        "home" => Key::Home,
        "pgdn" => Key::PageDown,
        "back" => Key::Backspace,
        "space-bar" => Key::Char(' '),
        "lt" => Key::Char('<'),
        other => match other.strip_prefix("c-").and_then(|c| c.chars().next()) {
            Some(c) => Key::Ctrl(c),
            None => panic!("no such key: {other}"),
        },
    }
}

/// The text in cells, lines cut at their last sign.
pub fn text_of(cells: &Buffer) -> String {
    lines(cells, |cell| cell.symbol().to_owned())
}

fn lines(cells: &Buffer, of: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let mut text = String::new();
    for y in 0..cells.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..cells.area.width {
            let cell = &cells[(x, y)];
            if skip == 0 {
                line.push_str(&of(cell));
                skip = unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1);
            }
            skip -= 1;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
