//! JSON that a terminal can show: what would move a cursor or turn a line round is escaped, and means the same to a reader.

use crate::model::text::is_unseen;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes `value` on one line.
pub fn write<T: Serialize + ?Sized>(to: &mut dyn Write, value: &T) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(to, Harmless)).map_err(io::Error::from)
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
