//! An answer, before it is printed: what goes to standard output, what to standard error, and the exit status.

use serde::Serialize;
use std::io::{IsTerminal, Write};

/// Done; nothing wrong; no gap.
pub const DONE: u8 = 0;
/// The answer is no.
pub const NO: u8 = 1;
/// The command line or an input file can't be used.
pub const UNUSABLE: u8 = 2;
/// Anything else failed: disk, database, lock.
pub const FAILED: u8 = 3;

/// What the program says and with what status it ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// The exit status.
    pub status: u8,
}

impl Answer {
    /// An answer on standard output.
    pub fn new(status: u8, out: impl Into<String>) -> Self {
        Self { out: out.into(), err: String::new(), status }
    }

    /// A complaint on standard error.
    pub fn complaint(status: u8, err: impl Into<String>) -> Self {
        Self { out: String::new(), err: err.into(), status }
    }

    /// One JSON document.
    pub fn json(status: u8, document: &impl Serialize) -> Self {
        match serde_json::to_string(document) {
            Ok(text) => Self::new(status, text + "\n"),
            // Only a map whose keys aren't text can't be written; our documents have none.
            Err(error) => Self::complaint(FAILED, format!("{error}\n")),
        }
    }

    /// With something said on standard error before.
    #[must_use]
    pub fn after(mut self, said: &str) -> Self {
        self.err.insert_str(0, said);
        self
    }

    /// Prints it. A reader who has gone away is no failure.
    pub fn print(&self) -> u8 {
        let told = std::io::stderr().write_all(self.err.as_bytes());
        let mut out = std::io::stdout().lock();
        match out.write_all(self.out.as_bytes()).and_then(|()| out.flush()).and(told) {
            Ok(()) => self.status,
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => self.status,
            Err(_) => FAILED,
        }
    }
}

/// Numbers by name, in their own order.
#[derive(Debug, Clone, Default)]
pub struct Pairs(pub Vec<(String, u32)>);

impl Serialize for Pairs {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, number)| (name, number)))
    }
}

/// Colour, where it is wanted, and room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// On standard output.
    pub out: bool,
    /// On standard error.
    pub err: bool,
    /// Columns to report in.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { out: false, err: false, width: 100 }
    }
}

impl Style {
    /// Colour where the output is a terminal, unless the user wants none (`NO_COLOR`, a dumb terminal).
    pub fn of_terminal() -> Self {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let width =
            ratatui::crossterm::terminal::size().map_or(100, |(columns, _)| usize::from(columns).clamp(40, 120));
        Self {
            out: !unwanted && std::io::stdout().is_terminal(),
            err: !unwanted && std::io::stderr().is_terminal(),
            width,
        }
    }
}

/// `text` in a colour or weight (an SGR code), when `on`.
pub fn paint(on: bool, sgr: &str, text: &str) -> String {
    if on { format!("\x1b[{sgr}m{text}\x1b[0m") } else { text.to_owned() }
}
