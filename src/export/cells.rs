//! Tables for spreadsheets: RFC 4180, no cell that one would run, and the cells that tell which document a row is from.

use super::view::View;
use crate::speech::visible::cell;
use csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// The last columns of every table: which document a row was taken from, when rows of several lie together.
const DOCUMENT: [&str; 3] = ["version", "published", "generated"];

/// A table as it is written: rows that end in CR LF, with quotes where they are needed, each ending in the cells that tell
/// which document it is from. Column names are the same in every language.
pub struct Table<W: Write> {
    writer: Writer<W>,
    document: [String; 3],
}

impl<W: Write> Table<W> {
    /// A table of `view` with these columns.
    pub fn new(view: &View<'_>, columns: &[&str], mut to: W) -> io::Result<Self> {
        if view.byte_order_mark {
            to.write_all(BYTE_ORDER_MARK)?;
        }
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
        writer.write_record(columns.iter().chain(&DOCUMENT))?;
        let document = [
            view.version.to_string(),
            view.published.map_or_else(String::new, |published| published.version.to_string()),
            view.generated.rfc3339(view.ground.strike.campaign.zone),
        ];
        Ok(Self { writer, document })
    }

    /// Writes a row: one field for each of the columns.
    pub fn row<T: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = T>) -> io::Result<()> {
        for field in fields {
            self.writer.write_field(cell(field.as_ref()).as_bytes())?;
        }
        for field in &self.document {
            self.writer.write_field(cell(field).as_bytes())?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// Writes what is left.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// `yes` or `no`.
pub fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}
