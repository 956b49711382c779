//! A few runs in a real pseudo-terminal: what only a terminal can show. Everything else about the screen is in `screen.rs`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use picket::app::session::{Opening, Session, Settings, When, open_sample};
use picket::app::view::Desk;
use picket::app::view::place::Place;
use picket::model::ShiftIx;
use picket::model::campaign::Language;
use picket::store::progress::Progress;
use picket::tui::theme::{Depth, Theme};
use picket::tui::{self, Left};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long a busy machine is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program in a terminal, its screen kept as it would be seen.
struct Terminal {
    screen: Arc<Mutex<vt100::Parser>>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    fn run(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(some(rows), some(columns), 0)));
        let mut output = pair.master.try_clone_reader().unwrap();
        let seen = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut bytes) {
                seen.lock().unwrap().process(&bytes[..read]);
            }
        });
        Self { screen, keys: pair.master.take_writer().unwrap(), master: pair.master, child }
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    fn until(&self, wanted: &str) {
        let start = Instant::now();
        while !self.text().contains(wanted) {
            assert!(start.elapsed() < PATIENCE, "{wanted:?} was not seen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&self, columns: u16, rows: u16) {
        self.screen.lock().unwrap().screen_mut().set_size(some(rows), some(columns));
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Waits for the end; gives the exit status.
    fn end(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What was written last may still be on its way.
                std::thread::sleep(Duration::from_millis(200));
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "still running:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The terminal is as a shell expects it.
    fn assert_given_back(&self) {
        let screen = self.screen.lock().unwrap();
        assert!(!screen.screen().alternate_screen(), "still on the other screen");
        assert!(!screen.screen().hide_cursor(), "the cursor is still hidden");
        assert_eq!(screen.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}

fn some(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn picket() -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_picket"));
    command.args(["--now", "2026-12-08T06:10"]);
    for (name, value) in [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")] {
        command.env(name, value);
    }
    // Not in a strike's folder: the sample is opened.
    command.cwd(std::env::temp_dir());
    command
}

#[test]
fn the_sample_opens_moves_assigns_undoes_resizes_and_quits() {
    let mut terminal = Terminal::run(picket(), 80, 24);
    terminal.until("Overview");
    terminal.press("2");
    terminal.until("Week");
    terminal.press("\x1b[B\x1b[C");
    terminal.press("1\r");
    terminal.until("Candidates");
    terminal.press("a");
    terminal.until("put on");
    terminal.press("u");
    terminal.until("Undone");
    // A list over the screen stays whatever becomes of the room, and what is pasted into it is one line.
    terminal.press(".");
    terminal.until("What can be done here");
    terminal.resize(20, 5);
    terminal.resize(200, 50);
    terminal.until("What can be done here");
    terminal.press("\x1b[200~two\r\nlines\x1b[201~");
    terminal.until("two  lines");
    terminal.press("\x1b");
    terminal.resize(120, 36);
    terminal.until("F fill?");
    terminal.resize(60, 20);
    terminal.until("needs 80");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_given_back();
}

#[test]
fn tomorrow_s_sheets_are_written_as_pages_a_printer_parts() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = picket();
    command.cwd(folder.path());
    let mut terminal = Terminal::run(command, 80, 24);
    terminal.until("Overview");
    terminal.press("1");
    terminal.until("Worst gaps");
    terminal.press("e");
    terminal.until("Sign-in sheets");
    terminal.press("\r");
    terminal.until("Written to");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let text = std::fs::read_to_string(folder.path().join("signin-2026-12-09.txt")).unwrap();
    assert!(text.matches('\x0c').count() > 10, "each sheet begins on a page of its own");
}

#[test]
fn a_hang_up_ends_the_program() {
    let mut terminal = Terminal::run(picket(), 80, 24);
    terminal.until("Overview");
    let hung_up = std::process::Command::new("kill")
        .args(["-HUP", &terminal.child.process_id().unwrap().to_string()])
        .status()
        .unwrap();
    assert!(hung_up.success());
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_terminal_that_vanishes_ends_the_program_with_everything_saved() {
    let folder = tempfile::tempdir().unwrap();
    let strike = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screen/strike");
    for file in std::fs::read_dir(strike).unwrap() {
        let file = file.unwrap().path();
        std::fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    // Something is done, then something is being typed; or a list is open; or nothing.
    for typed in ["/abc", "E\r9", "P", ""] {
        let mut command = picket();
        command.arg(folder.path());
        let pair =
            native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (mut output, mut keys) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
        let mut screen = vt100::Parser::new(some(24), some(80), 0);
        let mut until = |wanted: &str| {
            let mut bytes = [0; 4096];
            while !screen.screen().contents().contains(wanted) {
                let read = output.read(&mut bytes).unwrap();
                screen.process(&bytes[..read]);
            }
        };
        until("Overview");
        keys.write_all(b"a").unwrap();
        until("put on");
        keys.write_all(typed.as_bytes()).unwrap();
        keys.flush().unwrap();
        drop((output, keys, pair.master));
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "it goes on without a terminal");
            std::thread::sleep(Duration::from_millis(10));
        };
        assert_eq!(status.exit_code(), 0, "{typed:?}");
    }
    let history = std::process::Command::new(env!("CARGO_BIN_EXE_picket"))
        .args(["history", "--json"])
        .arg(folder.path())
        .output()
        .unwrap();
    let history = String::from_utf8(history.stdout).unwrap();
    assert_eq!(history.matches("\"assign\"").count(), 4, "{history}");
}

/// Run by `a_panic_gives_the_terminal_back` in a terminal of its own: a desk on a shift that does not exist.
#[test]
fn child_with_a_fault() {
    if std::env::var_os("PICKET_TEST_FAULT").is_none() {
        return;
    }
    let settings = Settings { now: When::Now, actor: "captain".into(), language: None };
    let open = Box::new(|_: &Progress| open_sample(settings));
    let opening = Opening { name: String::new(), folder: None, language: Some(Language::En), open };
    let seat = |session: Session| {
        let now = session.now();
        let mut desk = Desk::new(session, now);
        desk.place = Place::Shift(ShiftIx(u32::MAX));
        desk
    };
    let theme = Theme::new(Depth::True, false, false);
    let paper = tui::Paper { print: Arc::new(|_, _| Err(String::new())), verify: Arc::new(|_, _, _| Ok(None)) };
    match tui::open(opening, &seat, &theme, paper).unwrap() {
        Left::Fault(Some(report)) => println!("report: {}", std::fs::read_to_string(report).unwrap().len() > 100),
        other => println!("left: {other:?}"),
    }
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["child_with_a_fault", "--exact", "--nocapture", "--test-threads=1"]);
    command.env("PICKET_TEST_FAULT", "1");
    command.env("TERM", "xterm-256color");
    let mut terminal = Terminal::run(command, 80, 24);
    terminal.until("report: true");
    assert_eq!(terminal.end(), 0);
    terminal.assert_given_back();
}
