//! Cells of a spreadsheet: RFC 4180, and nothing that a spreadsheet would run.

use crate::speech::visible::visible;
use csv::{Terminator, Writer, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A writer of rows that end in CR LF, with quotes where they are needed; `mark` puts a byte-order mark first.
pub fn rows<W: Write>(mut to: W, mark: bool) -> io::Result<Writer<W>> {
    if mark {
        to.write_all(BYTE_ORDER_MARK)?;
    }
    Ok(WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to))
}

/// `text` as a cell: control characters are shown instead of sent, and what a spreadsheet would take for a formula gets an
/// apostrophe in front.
pub fn cell(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    if starts_formula(text) || starts_formula(&shown) { Cow::Owned(format!("'{shown}")) } else { shown }
}

/// True when a spreadsheet may run `text`: it starts, after spaces, with one of the signs that begin a formula, in their
/// full-width forms too; or with a tab or line end, which some programs drop before they look.
fn starts_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless() {
        for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\u{1b}\u{1b}"] {
            let safe = cell(bad);
            assert!(!starts_formula(&safe) && !safe.chars().any(char::is_control), "{bad:?} became {safe:?}");
        }
        assert_eq!(cell("Tremblay, Anne"), "Tremblay, Anne");
        assert_eq!(cell("O'Brien = Anne"), "O'Brien = Anne");
        assert_eq!(cell("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
    }
}
