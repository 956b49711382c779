//! JSON that a terminal can show: what would move a cursor or turn a line round is escaped, and means the same to a reader.

use super::view::View;
use crate::model::text::is_unseen;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes `value` on one line.
pub fn write<T: Serialize + ?Sized>(to: &mut dyn Write, value: &T) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(to, Harmless)).map_err(io::Error::from)
}

/// The beginning of a document about `view`, up to where its own parts begin: the strike, the roster's version, the version
/// last published, the time of making.
pub fn head(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let campaign = &view.ground.strike.campaign;
    to.write_all(b"{\"strike\":")?;
    write(to, &campaign.name)?;
    write!(to, ",\"version\":{},\"published\":", view.version)?;
    write(to, &view.published.map(|published| published.version))?;
    to.write_all(b",\"generated\":")?;
    write(to, &view.generated.rfc3339(campaign.zone))
}

/// Writes a part of a document: `,"name":[…]`, a row a line, so that two documents can be compared by any tool that compares
/// lines.
pub fn rows<T: Serialize>(to: &mut dyn Write, name: &str, rows: impl IntoIterator<Item = T>) -> io::Result<()> {
    write!(to, ",\"{name}\":[")?;
    for (at, row) in rows.into_iter().enumerate() {
        to.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        write(to, &row)?;
    }
    to.write_all(b"\n]")
}

/// The compact form with unsafe characters (beyond those JSON itself forbids) as `\u…`.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        let mut from = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| is_unseen(*c)) {
            to.write_all(&fragment.as_bytes()[from..at])?;
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(to, "\\u{unit:04x}")?;
            }
            from = at + c.len_utf8();
        }
        to.write_all(&fragment.as_bytes()[from..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_sent_and_nothing_is_lost() {
        let text = "a\u{1b}[2J \u{9b}b\u{202e}c\u{7f} \u{e0041} \"é\" 李\n";
        let mut sent = Vec::new();
        write(&mut sent, text).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        assert!(!sent.chars().any(is_unseen), "{sent:?}");
        assert_eq!(serde_json::from_str::<String>(&sent).unwrap(), text);
    }
}
