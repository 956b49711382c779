//! Paper and data: what leaves the program as sheets, tables and documents.
//!
//! A [`View`] is what there is to show and how; [`write()`] turns it into one of the exports. The furniture every sheet
//! shares (heads of pages, page breaks, closing lines) is in [`furniture`]; fitting text into columns in [`fit`]; what the
//! sheets of a line's day have in common in [`line_day`]; cells that harm nobody in [`cells`]. What people's files say comes in
//! through the view, which makes it harmless. Telephones and e-mails stand on the captain's copy, on the telephone tree and on
//! the list of calls, and nowhere else; a restriction becomes an instruction on the captain's copy, and is never told.
//!
//! It decides nothing, reads no files and asks no clock.

pub mod board;
pub mod bulk;
pub mod calendar;
pub mod captain;
pub mod cells;
pub mod code;
pub mod coverage;
mod document;
pub mod essential;
pub mod fit;
pub mod furniture;
pub mod hours;
pub mod ics;
pub mod line_day;
pub mod map;
pub mod member;
mod numbers;
pub mod out;
mod page;
mod people;
mod picture;
mod press;
pub mod report;
pub mod roster;
mod shift_data;
pub mod short;
mod shut;
pub mod signin;
pub mod told;
pub mod tree;
pub mod verify;
mod view;
mod what;
pub mod workbook;

pub use view::{Published, View};
pub use what::{Format, What};

use std::io::{self, Write};

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
        (What::Roster, Format::Ics) => roster::ics(view, to)?,
        (What::SignIn, Format::Text) => signin::text(view, to)?,
        (What::Captain, Format::Text) => captain::text(view, to)?,
        (What::Calls, Format::Text) => told::text(view, told::List::Calls, to)?,
        (What::Calls, Format::Csv) => told::csv(view, told::List::Calls, to)?,
        (What::Changes, Format::Text) => told::text(view, told::List::Changes, to)?,
        (What::Changes, Format::Csv) => told::csv(view, told::List::Changes, to)?,
        (What::Hours, Format::Text) => hours::text(view, to)?,
        (What::Hours, Format::Csv) => hours::csv(view, to)?,
        (What::Hours, Format::Json) => hours::json(view, to)?,
        (What::Essential, Format::Text) => essential::text(view, to)?,
        (What::Essential, Format::Csv) => essential::csv(view, to)?,
        (What::Coverage, Format::Text) => coverage::text(view, to)?,
        (What::Coverage, Format::Csv) => coverage::csv(view, to)?,
        (What::Coverage, Format::Json) => coverage::json(view, to)?,
        (What::Coverage, Format::Svg) => coverage::svg(view, to)?,
        (What::Member, Format::Text) => member::text(view, to)?,
        (What::Member, Format::Ics) => member::ics(view, to)?,
        (What::Report, Format::Text) => report::text(view, to)?,
        (What::Board, Format::Text) => board::text(view, to)?,
        (What::Calendar, Format::Text) => calendar::text(view, to)?,
        (What::Tree, Format::Text) => tree::text(view, to)?,
        (What::Short, Format::Text) => short::text(view, to)?,
        (What::Short, Format::Csv) => short::csv(view, to)?,
        (What::Map, Format::Svg) => map::svg(view, to)?,
        (What::Roster, Format::Xlsx) => workbook::roster(view, to)?,
        (What::Hours, Format::Xlsx) => workbook::ledger(view, to)?,
        (What::Coverage | What::Map, Format::Html) => page::picture(view, what, to)?,
        (_, Format::Html) => page::sheets(view, what, to)?,
        _ => return Err(ExportError::Format { what, format }),
    }
    Ok(())
}
