//! From a key to a finished frame: the desk, the drawing and the bytes for the terminal, which are thrown away.
//!
//! `cargo bench --bench screen -- [MEMBERS…]` (341, 5,000 and 55,000 when none are given) prints the median, the 99th of
//! a hundred and the worst, and the bytes a key costs.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use picket::app::commands::Key;
use picket::app::session::{Settings, When, open};
use picket::app::view::{Desk, Message};
use picket::engine::plan::{Options, plan};
use picket::store::generate::{GenerateOptions, generate};
use picket::tui::canvas::Canvas;
use picket::tui::theme::{Depth, Theme};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Counts bytes and keeps none.
#[derive(Clone, Default)]
struct Drain(Rc<Cell<usize>>);

impl Write for Drain {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![341, 5_000, 55_000] } else { asked };
    println!(
        "{:>8} {:>9} {:>9} {:>9} {:>9} {:>10}  what",
        "members", "keys", "p50 ms", "p99 ms", "max ms", "bytes/key"
    );
    for members in sizes {
        let mut desk = desk(members);
        for (what, keys) in scripts() {
            measure(members, &mut desk, what, &keys);
        }
    }
}

/// A generated strike of so many members, planned.
fn desk(members: usize) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let sites = (members / 55).clamp(4, 1_000);
    for (name, text) in generate(&GenerateOptions { members, sites, ..GenerateOptions::default() }) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let settings = Settings { now: When::parse("2026-12-08T06:10").unwrap(), actor: "bench".into(), language: None };
    let mut session = open(folder.path(), settings).unwrap().session.unwrap();
    let base = session.plan_start();
    let outcome = plan(&base.ground, &base.roster, None, &Options { threads: 2, ..Options::default() }).unwrap();
    session.accept_plan(&base, &outcome.roster, &serde_json::json!({})).unwrap();
    let now = session.now();
    let desk = Desk::new(session, now);
    // The index is made in the background while a person reads the first screen.
    desk.members.index().get_or_init(|| picket::app::view::members::Index::new(desk.ground()));
    desk
}

/// What a captain does in a while, by kind.
fn scripts() -> Vec<(&'static str, Vec<Key>)> {
    let key = Key::Char;
    let mut moving = vec![key('2')];
    let mut listing = vec![key('3')];
    for _ in 0..60 {
        moving.extend([Key::Down, Key::Right, Key::Down, key('n'), Key::PageDown, Key::Left, Key::Up]);
        listing.extend([Key::Down, Key::PageDown, Key::Down, Key::Up]);
    }
    let mut looking = vec![key('1')];
    for _ in 0..20 {
        looking.extend([key('w'), key('w'), Key::Right, Key::Down, key('2'), key('z'), key('z'), key('z'), key('1')]);
    }
    let mut searching = Vec::new();
    for name in ["tremblay", "nguyen", "singh a", "macd"] {
        searching.extend([key('3'), key('/')]);
        searching.extend(name.chars().map(Key::Char));
        searching.extend([Key::Enter, Key::Enter, Key::Esc, key('c'), key('f'), key('o'), key('c')]);
    }
    let mut doing = vec![key('1')];
    for _ in 0..15 {
        doing.extend([key('1'), Key::Down, Key::Enter, key('a'), Key::Down, key('u'), Key::Right, Key::Left]);
    }
    vec![
        ("moving on the picture", moving),
        ("walking the members", listing),
        ("searching and sorting members", searching),
        ("changing what is looked at", looking),
        ("opening shifts, assigning, undoing", doing),
    ]
}

fn measure(members: usize, desk: &mut Desk, what: &str, keys: &[Key]) {
    let drain = Drain::default();
    let viewport = Viewport::Fixed(Rect::new(0, 0, 200, 50));
    let backend = CrosstermBackend::new(drain.clone());
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
    let theme = Theme::new(Depth::True, false, false);
    let mut times: Vec<Duration> = Vec::with_capacity(keys.len());
    for (ix, key) in keys.iter().enumerate() {
        let start = Instant::now();
        desk.handle(Message::Key(*key));
        terminal.draw(|frame| picket::tui::draw(&mut Canvas::new(frame.buffer_mut(), &theme), desk)).unwrap();
        // The first frame of a terminal draws every cell; it belongs to no key.
        if ix > 0 {
            times.push(start.elapsed());
        } else {
            drain.0.set(0);
        }
    }
    times.sort_unstable();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    let bytes = drain.0.get() / times.len();
    println!("{members:>8} {:>9} {:>9.2} {:>9.2} {:>9.2} {bytes:>10}  {what}", times.len(), at(50), at(99), at(100));
}
