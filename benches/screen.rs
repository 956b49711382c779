//! From a key to a finished frame: the desk, the drawing and the bytes for the terminal, which are thrown away. Who could
//! stand on a shift is worked out by a worker, as in the program; in the last script a planner works all the while.
//!
//! `cargo bench --bench screen -- [MEMBERS…]` (341, 5,000 and 55,000 when none are given) prints the time from opening the
//! folder to the first frame; the median, the 99th of a hundred and the worst from key to frame, and how much of the worst was
//! spent waiting for a processor; the bytes a key costs; and the memory held.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use crossbeam_channel::{Receiver, at, select};
use picket::app::commands::Key;
use picket::app::session::{Settings, When, open};
use picket::app::view::errand::{Back, Errand};
use picket::app::view::muster::{Found, Mustering};
use picket::app::view::place::Place;
use picket::app::view::planner::{News, Planner};
use picket::app::view::worker::Worker;
use picket::app::view::{Desk, Message};
use picket::engine::plan::{Options, plan};
use picket::store::generate::{GenerateOptions, generate};
use picket::tui::canvas::Canvas;
use picket::tui::scroll::Shown;
use picket::tui::theme::{Depth, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// As in the program: what it does with the memory of a plan is part of what is measured.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZE: (u16, u16) = (200, 50);

/// What a terminal of that size shows, and the bytes that brought it there.
struct Screen {
    cells: Buffer,
    shown: Shown,
    theme: Theme,
    bytes: usize,
}

impl Screen {
    fn new() -> Self {
        let mut shown = Shown::default();
        shown.forget(SIZE);
        let cells = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        Self { cells, shown, theme: Theme::new(Depth::True, false, false), bytes: 0 }
    }

    fn draw(&mut self, desk: &Desk) -> usize {
        let mut next = Buffer::empty(self.cells.area);
        picket::tui::draw(&mut Canvas::new(&mut next, &self.theme), desk);
        let words = self.shown.bring(SIZE, self.cells.diff(&next).into_iter());
        self.cells = next;
        self.bytes += words.len();
        words.len()
    }
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![341, 5_000, 55_000] } else { asked };
    println!(
        "{:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>10}  what",
        "members", "keys", "p50 ms", "p99 ms", "max ms", "waited", "bytes/key"
    );
    for members in sizes {
        let (mut desk, _folder) = desk(members);
        desk.work_aside();
        // The index is made in the background while a person reads the first screen.
        desk.members.index().get_or_init(|| picket::app::view::members::Index::new(desk.ground()));
        for (what, keys) in scripts() {
            measure(members, &mut desk, what, &keys, false);
        }
        let all: Vec<Key> = scripts().into_iter().flat_map(|(_, keys)| keys).collect();
        measure(members, &mut desk, "all of it, with a planner at work", &all, true);
        println!("{members:>8} {:>9} MB held", resident_kilobytes() / 1024);
    }
}

/// Memory held by this process, in kilobytes; 0 where the system does not tell.
fn resident_kilobytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0)
}

/// A generated strike of so many members, planned; told how long a cold start takes from there.
fn desk(members: usize) -> (Desk, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let sites = (members / 55).clamp(4, 1_000);
    for (name, text) in generate(&GenerateOptions { members, sites, ..GenerateOptions::default() }) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let settings = Settings { now: When::parse("2026-12-08T06:10").unwrap(), actor: "bench".into(), language: None };
    {
        let mut session = open(folder.path(), settings.clone()).unwrap().session.unwrap();
        let base = session.plan_start();
        let outcome = plan(&base.ground, &base.roster, None, &Options { threads: 2, ..Options::default() }).unwrap();
        session.accept_plan(&base, &outcome.roster, &serde_json::json!({})).unwrap();
    }
    let start = Instant::now();
    let session = open(folder.path(), settings).unwrap().session.unwrap();
    let now = session.now();
    let desk = Desk::new(session, now);
    let bytes = Screen::new().draw(&desk);
    let took = start.elapsed().as_secs_f64() * 1000.0;
    println!("{members:>8} first frame after {took:.0} ms, {bytes} bytes, {} assignments", desk.session.roster.len());
    (desk, folder)
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
        searching.extend([Key::Enter, Key::Enter, Key::Esc, key('1'), key('3'), key('o')]);
    }
    let mut doing = vec![key('1')];
    for _ in 0..15 {
        doing.extend([key('1'), Key::Down, Key::Enter, key('a'), Key::Down, key('u'), Key::Right, Key::Left]);
    }
    let mut leafing = Vec::new();
    for _ in 0..10 {
        for tab in ['4', '5', '6', '7'] {
            leafing.extend([key(tab), Key::Down, Key::Down, Key::Right, Key::Down, Key::Left, Key::Up]);
        }
    }
    vec![
        ("moving on the picture", moving),
        ("walking the members", listing),
        ("searching and sorting members", searching),
        ("changing what is looked at", looking),
        ("opening shifts, assigning, undoing", doing),
        ("agreement, history, line and map", leafing),
    ]
}

/// Everything that works beside the screen, as in the program.
struct Beside {
    mustering: Mustering,
    found: Receiver<Found>,
    planner: Planner,
    news: Receiver<News>,
    errands: Worker<Errand>,
    backs: Receiver<Back>,
}

impl Beside {
    fn start() -> Self {
        let (mustering, found) = Mustering::start();
        let (planner, news) = Planner::start();
        let (errands, backs) = Worker::start();
        Self { mustering, found, planner, news, errands, backs }
    }

    fn hand_over(&mut self, desk: &mut Desk) {
        if let Some(job) = desk.take_job() {
            self.planner.plan(job);
        }
        while let Some(job) = desk.take_muster() {
            self.mustering.muster(job);
        }
        if let Some(errand) = desk.take_errand() {
            assert!(self.errands.send(errand).is_none());
        }
    }

    /// What was found out until then, as it comes.
    fn next(&self, until: Instant) -> Option<(Message, &'static str)> {
        select! {
            recv(self.found) -> found => Some((Message::Found(found.unwrap()), "found")),
            recv(self.news) -> news => Some((Message::News(news.unwrap()), "news")),
            recv(self.backs) -> back => Some((Message::Back(back.unwrap()), "back")),
            recv(at(until)) -> _ => None,
        }
    }
}

/// From a message to its frame.
struct Took {
    whole: Duration,
    /// Of that, ready and waiting for a processor.
    waited: Duration,
    what: String,
}

/// How long this thread has been ready and waiting for a processor; nothing where the system does not tell.
fn waited() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split_whitespace().nth(1).and_then(|nanos| nanos.parse().ok()).unwrap_or(0))
}

fn take(desk: &mut Desk, beside: &mut Beside, screen: &mut Screen, message: Message, what: String) -> Took {
    let (start, before) = (Instant::now(), waited());
    desk.handle(message);
    beside.hand_over(desk);
    screen.draw(desk);
    Took { whole: start.elapsed(), waited: waited().saturating_sub(before), what }
}

/// So long the last plan is waited for.
const LONGEST_PLAN: Duration = Duration::from_secs(60);

fn measure(members: usize, desk: &mut Desk, what: &str, keys: &[Key], planning: bool) {
    let mut screen = Screen::new();
    let mut beside = Beside::start();
    let mut times: Vec<Took> = Vec::with_capacity(keys.len());
    let mut plans = 0;
    for (ix, key) in keys.iter().enumerate() {
        // Where nobody could be put on a shift there is nothing to take back: not the plan.
        if *key == Key::Char('u') && desk.session.next_undo().unwrap().is_none_or(|next| next <= 1) {
            continue;
        }
        // As soon as one plan is there the next is asked for; one that waits is looked at, and left.
        let mut typed = vec![*key];
        if planning && desk.planning.running.is_none() && desk.prompt.is_none() {
            plans += 1;
            let waits = desk.planning.plan.is_some();
            let asks = [Key::Char('p'), Key::Down, Key::Esc, Key::Char('p')];
            typed.splice(0..0, asks.into_iter().skip(if waits { 0 } else { 3 }));
        }
        for key in typed {
            let took = take(desk, &mut beside, &mut screen, Message::Key(key), key.to_string());
            // The first frame of a terminal draws every cell; it belongs to no key.
            if ix > 0 {
                times.push(took);
            } else {
                screen.bytes = 0;
            }
            // What is found out is drawn as it comes, and takes no longer than a key either. A hand takes 30 ms to the next.
            let until = Instant::now() + Duration::from_millis(if planning { 30 } else { 4 });
            while let Some((message, what)) = beside.next(until) {
                let took = take(desk, &mut beside, &mut screen, message, format!("{what} after {key}"));
                times.push(took);
                if desk.place == Place::Plan && desk.planning.running.is_none() {
                    times.push(take(desk, &mut beside, &mut screen, Message::Key(Key::Esc), "leaving a plan".into()));
                }
            }
        }
    }
    // The last plan comes to its end: what is held afterwards is asked, not what a planner works with.
    while desk.planning.running.is_some()
        && let Some((message, _)) = beside.next(Instant::now() + LONGEST_PLAN)
    {
        desk.handle(message);
        beside.hand_over(desk);
    }
    times.sort_unstable_by_key(|took| took.whole);
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let at = |part: usize| &times[(times.len() * part / 100).min(times.len() - 1)];
    let bytes = screen.bytes / times.len();
    let told = |took: &Took| format!("{} {:.1}/{:.1}", took.what, ms(took.whole), ms(took.waited));
    let slowest: Vec<String> = times.iter().rev().take(6).map(told).collect();
    println!(
        "{members:>8} {:>9} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {bytes:>10}  {what}{} (slowest: {})",
        times.len(),
        ms(at(50).whole),
        ms(at(99).whole),
        ms(at(100).whole),
        ms(at(100).waited),
        if planning { format!(", {plans} plans") } else { String::new() },
        slowest.join(", ")
    );
}
