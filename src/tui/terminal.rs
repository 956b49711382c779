//! The real terminal: taken, given back whatever happens, and listened to.

use super::keys;
use super::loading::{self, Waiting};
use super::run::{Ends, Event, Paper, run};
use super::scroll::Shown;
use super::theme::Theme;
use crate::app::session::{OpenStrike, Opened, Opening, Session};
use crate::app::view::Desk;
use crate::store::progress::Progress;
use crate::store::record::RecordError;
use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, read};
use ratatui::crossterm::style::Print;
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute, queue};
use ratatui::layout::{Position, Size};
use std::io::{self, BufWriter, IsTerminal, Write, stdout};
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How the screen was left.
#[derive(Debug)]
pub enum Left {
    /// By the user, or because the terminal has gone; everything is saved.
    Quit(Box<Desk>),
    /// Because the terminal has gone while something was drawn; everything is saved.
    Gone,
    /// By a fault of the program; the report is there, when it could be written. Everything done is saved.
    Fault(Option<PathBuf>),
    /// Never entered: there is no terminal to draw on.
    NoTerminal,
    /// Never shown: the strike's files have errors.
    Unusable(Box<Opened>),
    /// Never shown: the record can't be read now.
    Failed(RecordError),
    /// Left before the strike was read.
    Before,
}

/// Opening takes no longer than this before it is shown how far it is.
const PATIENCE: Duration = Duration::from_millis(60);

/// Presses and the wheel, but not every move of the pointer: those would flood a slow line.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";

/// Takes the terminal, opens the strike, runs the screen of it (made by `seat`), and gives the terminal back. While opening
/// takes long, it is shown how far it is.
pub fn open(opening: Opening, seat: &dyn Fn(Session) -> Desk, theme: &Theme, paper: Paper) -> io::Result<Left> {
    let progress = Progress::default();
    let waiting = Waiting::of(&opening, &progress);
    let opened = open_aside(opening.open, progress)?;
    if !(io::stdin().is_terminal() && stdout().is_terminal()) {
        let Ok(opened) = opened.recv() else { return Ok(Left::Fault(None)) };
        return Ok(session_of(opened).err().unwrap_or(Left::NoTerminal));
    }
    // What is there at once is not announced, and what can't be shown is told without ever taking the terminal.
    let mut session = match opened.recv_timeout(PATIENCE).map(session_of) {
        Ok(Ok(session)) => Some(session),
        Ok(Err(left)) => return Ok(left),
        Err(_) => None,
    };
    let (signal, signals) = unbounded();
    listen_to_signals(signal)?;
    take()?;
    let _give_back = GiveBack;
    let report = watch_for_panics();
    let (key, keys) = unbounded();
    listen_to_keys(key.clone())?;
    // Never dropped: its end would complain aloud of a terminal that has gone, and what it has to give back is given back.
    let mut terminal = ManuallyDrop::new(Terminal::new(Whole::new(BufWriter::with_capacity(1 << 16, stdout())))?);
    let ended = catch_unwind(AssertUnwindSafe(|| {
        if session.is_none() {
            match loading::wait(&mut terminal, theme, &waiting, &signals, &keys, &opened)? {
                Some((opened, typed)) => {
                    session = Some(match session_of(opened) {
                        Ok(session) => session,
                        Err(left) => return Ok(left),
                    });
                    // What was typed meanwhile is meant for what is shown now.
                    for event in typed {
                        let _ = key.send(event);
                    }
                }
                None => return Ok(Left::Before),
            }
        }
        let Some(session) = session.take() else { return Ok(Left::Before) };
        let desk = seat(*session);
        let mut ends = Ends { signals, keys, sleep: &mut sleep, paper, watch: &super::watch::watch };
        run(desk, &mut terminal, theme, &mut ends).map(|desk| Left::Quit(Box::new(desk)))
    }));
    let _ = std::panic::take_hook();
    // Drawing fails because nobody is there any more: that is an end like any other.
    if matches!(ended, Ok(Err(_))) && !stdout().is_terminal() {
        return Ok(Left::Gone);
    }
    ended.unwrap_or_else(|_| Ok(Left::Fault(report.lock().ok().and_then(|path| path.clone()))))
}

/// Opens the strike on a thread of its own: it comes out of the receiver.
fn open_aside(open: Box<OpenStrike>, progress: Progress) -> io::Result<Receiver<Result<Opened, RecordError>>> {
    let (say, opened) = bounded(1);
    std::thread::Builder::new().name("opening".to_owned()).spawn(move || {
        // Whoever has left meanwhile needs no strike.
        let _ = say.send(open(&progress));
    })?;
    Ok(opened)
}

/// The session, or why there is none.
fn session_of(opened: Result<Opened, RecordError>) -> Result<Box<Session>, Left> {
    match opened {
        Ok(Opened { session: Some(session), .. }) => Ok(Box::new(session)),
        Ok(opened) => Err(Left::Unusable(Box::new(opened))),
        Err(error) => Err(Left::Failed(error)),
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Print(MOUSE_ON), cursor::Hide)
}

/// Gives the terminal back. Its own failures are passed over: there is nowhere left to tell them.
fn give_back() {
    let _ = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

struct GiveBack;

impl Drop for GiveBack {
    fn drop(&mut self) {
        give_back();
    }
}

/// Goes to sleep as a shell expects, and takes the terminal again when woken.
fn sleep() {
    give_back();
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
    let _ = take();
}

/// A panic on this thread gives the terminal back first and leaves a report; on another, whoever waits for that thread is
/// told, and the screen stays as it is.
fn watch_for_panics() -> Arc<Mutex<Option<PathBuf>>> {
    let report = Arc::new(Mutex::new(None));
    let (told, screen) = (Arc::clone(&report), std::thread::current().id());
    std::panic::set_hook(Box::new(move |panic| {
        let trace = std::backtrace::Backtrace::force_capture();
        let text = format!("picket {}\n{panic}\n\n{trace}\n", env!("CARGO_PKG_VERSION"));
        let path = write_report(&text);
        if std::thread::current().id() == screen {
            give_back();
            if let Ok(mut told) = told.lock() {
                *told = path;
            }
        }
    }));
    report
}

/// Writes a report where nobody else can read it or have put something in its way; None: nowhere.
fn write_report(text: &str) -> Option<PathBuf> {
    let mut file = tempfile::Builder::new().prefix("picket-fault-").suffix(".txt").tempfile().ok()?;
    file.write_all(text.as_bytes()).ok()?;
    file.keep().ok().map(|(_, path)| path)
}

fn listen_to_keys(heard: Sender<Event>) -> io::Result<()> {
    std::thread::Builder::new().name("keys".to_owned()).spawn(move || {
        loop {
            let Ok(event) = read() else {
                // Whoever has left needs not be told.
                let _ = heard.send(Event::Gone);
                return;
            };
            if keys::apart(event).any(|event| heard.send(Event::Terminal(event)).is_err()) {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(unix)]
fn listen_to_signals(signals: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut heard = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in heard.forever() {
            let event = if signal == SIGTSTP { Event::Suspend } else { Event::Gone };
            if signals.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn listen_to_signals(signals: Sender<Event>) -> io::Result<()> {
    // Without signals the line just stays open and silent.
    std::mem::forget(signals);
    Ok(())
}

/// The terminal, with every frame wrapped in a synchronized update, so that none is seen half drawn, and sent in as few
/// bytes as will do.
struct Whole<W: Write> {
    inner: CrosstermBackend<W>,
    shown: Shown,
}

impl<W: Write> Whole<W> {
    fn new(out: W) -> Self {
        let is_screen = std::env::var("TERM").is_ok_and(|term| term.starts_with("screen"));
        let mut shown = Shown::default();
        shown.erases_with_ground = !is_screen;
        Self { inner: CrosstermBackend::new(out), shown }
    }
}

impl<W: Write> Backend for Whole<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let size = self.inner.size()?;
        let words = self.shown.bring((size.width, size.height), content);
        if words.is_empty() {
            return Ok(());
        }
        queue!(self.inner, BeginSynchronizedUpdate, Print(words), EndSynchronizedUpdate)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        let size = self.inner.size()?;
        self.shown.forget((size.width, size.height));
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let size = self.inner.size()?;
        self.shown.forget((size.width, size.height));
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
