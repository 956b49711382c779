//! Paper and data: what leaves the program as sheets, tables and documents.
//!
//! A [`View`] is what there is to show and how; [`write()`] turns it into one of the exports. The furniture every sheet
//! shares (heads of pages, page breaks, closing lines) is in [`furniture`]; fitting text into columns in [`fit`]; cells and
//! JSON that harm nobody in [`cells`] and [`harmless_json`]. What people's files say comes in through the view, which
//! makes it harmless; phones, e-mails and restrictions do not come in at all.
//!
//! It decides nothing, reads no files and asks no clock.

pub mod cells;
pub mod fit;
pub mod furniture;
pub mod harmless_json;
pub mod hours;
pub mod out;
pub mod roster;
pub mod told;
mod view;

pub use view::{Published, View};

use std::io::{self, Write};

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Who stands where and when.
    Roster,
    /// Who was on the line for how long, and what is owed.
    Hours,
    /// What is different from what people were told.
    Changes,
    /// Whom to ring about it.
    Calls,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Sheets for people, in columns.
    Text,
    /// A table for spreadsheets, RFC 4180.
    Csv,
    /// A document for programs, as the contract has it.
    Json,
    /// Tables for web pages and notes.
    Markdown,
}

impl What {
    /// Everything with its word on the command line.
    pub const WORDS: [(&'static str, Self); 4] =
        [("roster", Self::Roster), ("hours", Self::Hours), ("changes", Self::Changes), ("calls", Self::Calls)];

    /// The forms it comes in; the first is the one meant when none is named.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Roster => &[Format::Text, Format::Csv, Format::Json, Format::Markdown],
            Self::Hours => &[Format::Text, Format::Csv, Format::Json],
            Self::Changes | Self::Calls => &[Format::Text, Format::Csv],
        }
    }

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, what)| *what == self).map_or("", |(word, _)| word)
    }
}

impl Format {
    /// Every form with its word on the command line.
    pub const WORDS: [(&'static str, Self); 4] =
        [("text", Self::Text), ("csv", Self::Csv), ("json", Self::Json), ("markdown", Self::Markdown)];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, format)| *format == self).map_or("", |(word, _)| word)
    }
}

/// Why an export did not come about.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is no such form of it; [`What::formats`] lists those there are.
    #[error("{} does not come as {}", what.word(), format.word())]
    Format {
        /// What was asked for.
        what: What,
        /// The form it does not come in.
        format: Format,
    },
    /// Writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes one export.
pub fn write(view: &View<'_>, what: What, format: Format, to: &mut dyn Write) -> Result<(), ExportError> {
    match (what, format) {
        (What::Roster, Format::Text) => roster::text(view, to)?,
        (What::Roster, Format::Csv) => roster::csv(view, to)?,
        (What::Roster, Format::Json) => roster::json(view, to)?,
        (What::Roster, Format::Markdown) => roster::markdown(view, to)?,
        (What::Hours, Format::Text) => hours::text(view, to)?,
        (What::Hours, Format::Csv) => hours::csv(view, to)?,
        (What::Hours, Format::Json) => hours::json(view, to)?,
        (What::Changes, Format::Text) => told::text(view, told::List::Changes, to)?,
        (What::Changes, Format::Csv) => told::csv(view, told::List::Changes, to)?,
        (What::Calls, Format::Text) => told::text(view, told::List::Calls, to)?,
        (What::Calls, Format::Csv) => told::csv(view, told::List::Calls, to)?,
        (What::Hours | What::Changes | What::Calls, Format::Json | Format::Markdown) => {
            return Err(ExportError::Format { what, format });
        }
    }
    Ok(())
}
