//! Quotation marks of a table of text.

/// The byte at which a quotation mark opens a field that nothing closes.
pub fn left_open(text: &str, separator: char) -> Option<usize> {
    // Where a field was opened that is still open, and one that a mark just before has closed.
    let (mut opened, mut closed) = (None, None);
    let mut begins = true;
    // All of them are ASCII, and no part of any other letter is.
    for (at, byte) in text.bytes().enumerate() {
        // A mark opens a field at its beginning; inside, two of them are one that was meant.
        (opened, closed) = match (opened, byte == b'"') {
            (Some(start), true) => (None, Some(start)),
            (Some(start), false) => (Some(start), None),
            (None, true) => (closed.or(begins.then_some(at)), None),
            (None, false) => (None, None),
        };
        begins = matches!(byte, b'\n' | b'\r') || char::from(byte) == separator;
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::left_open;

    #[test]
    fn what_nothing_closes_is_told_with_its_place() {
        for (text, wanted) in [
            ("id,name\n1,\"Roy\n2,Bob\n3,Cy\n", Some(10)),
            ("id,name\n1,\"a\"\"\n", Some(10)),
            ("\"id,name\n", Some(0)),
            ("id,name\n1,\"a\nb\"\n2,\"x", Some(18)),
            ("1,\"", Some(2)),
            ("1,\"\"\"", Some(2)),
            ("1,\"a\n\"\"b", Some(2)),
            ("id,name\n1,\"a\"\"b\"\n", None),
            ("id,name\n1,12\" board\n", None),
            ("1,\"a\"b\"\n", None),
            ("1,\"\"", None),
            ("1,\"\"\"\"", None),
            ("1,\"\",\"\"\n", None),
            ("", None),
        ] {
            assert_eq!(left_open(text, ','), wanted, "{text:?}");
        }
        assert_eq!(left_open("1;x,\"a\n2;\"b;c\"\n", ';'), None);
        assert_eq!(left_open("1;\"a\n", ';'), Some(2));
    }
}
