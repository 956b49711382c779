//! An answer, before it is printed: what goes to standard output, what to standard error, and the exit status.

use super::fold::fold;
use crate::app::report::Said;
use crate::speech::json;
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
    /// Why there is no answer; for programs.
    fault: Option<Box<Fault>>,
}

/// What a command comes to: its answer, or the complaint that kept it from one. Both are printed.
pub type Reply = Result<Answer, Answer>;

/// A complaint: as a terminal shows it, and bare.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Complaint {
    /// With colours and the word `error`.
    pub shown: String,
    /// Without.
    pub bare: String,
}

impl From<String> for Complaint {
    fn from(text: String) -> Self {
        Self { bare: text.trim().to_owned(), shown: text }
    }
}

/// What programs get where there is no answer.
#[derive(Serialize)]
struct Refusal<'a> {
    error: &'a Fault,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Fault {
    status: u8,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Said>,
}

impl Answer {
    /// An answer on standard output.
    pub fn new(status: u8, out: impl Into<String>) -> Self {
        Self { out: out.into(), status, ..Self::default() }
    }

    /// A complaint on standard error.
    pub fn complaint(status: u8, complaint: impl Into<Complaint>) -> Self {
        let Complaint { shown, bare } = complaint.into();
        let code = match status {
            NO => "refused",
            UNUSABLE => "usage",
            _ => "failed",
        };
        let fault = Some(Box::new(Fault { status, code, message: bare, problems: Vec::new() }));
        Self { err: shown, status, fault, ..Self::default() }
    }

    /// The complaint about input with errors.
    pub fn unusable(shown: String, bare: String, problems: Vec<Said>) -> Self {
        let fault = Some(Box::new(Fault { status: UNUSABLE, code: "input", message: bare, problems }));
        Self { err: shown, status: UNUSABLE, fault, ..Self::default() }
    }

    /// One JSON document.
    pub fn json(status: u8, document: &impl Serialize) -> Self {
        let mut text = Vec::new();
        match json::write(&mut text, document) {
            Ok(()) => Self::new(status, String::from_utf8_lossy(&text) + "\n"),
            // Only a map whose keys aren't text can't be written; our documents have none.
            Err(error) => Self { err: format!("{error}\n"), status: FAILED, ..Self::default() },
        }
    }

    /// The answer to someone who wants one JSON document and nothing else: a complaint is one too.
    #[must_use]
    pub fn as_json(mut self) -> Self {
        if let Some(fault) = self.fault.take() {
            self.out = Self::json(self.status, &Refusal { error: &fault }).out;
        }
        self
    }

    /// With no line wider than `width`; standard output only when that is for people.
    #[must_use]
    pub fn folded(mut self, width: usize, out_too: bool) -> Self {
        if out_too {
            self.out = fold(&self.out, width);
        }
        self.err = fold(&self.err, width);
        self
    }

    /// With something said on standard error before.
    #[must_use]
    pub fn after(mut self, said: &str) -> Self {
        self.err.insert_str(0, said);
        self
    }

    /// With something said on standard error at the end.
    #[must_use]
    pub fn after_all(mut self, said: &str) -> Self {
        self.err.push_str(said);
        self.err.push('\n');
        self
    }

    /// Prints it. A reader who has gone away is no failure.
    pub fn print(&self) -> u8 {
        // Whoever has left the screen has been told everything; the terminal may have gone.
        if self.out.is_empty() && self.err.is_empty() {
            return self.status;
        }
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

/// Columns that no line a person reads goes beyond.
const WIDEST: usize = 100;

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
        Self { out: false, err: false, width: WIDEST }
    }
}

impl Style {
    /// Colour where the output is a terminal, unless the user wants none (`NO_COLOR`, a dumb terminal).
    pub fn of_terminal() -> Self {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_seen = std::io::stdout().is_terminal() || std::io::stderr().is_terminal();
        let size = if is_seen { ratatui::crossterm::terminal::size().ok() } else { None };
        let width = size.map_or(WIDEST, |(columns, _)| usize::from(columns).clamp(40, WIDEST));
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
