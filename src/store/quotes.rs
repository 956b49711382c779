//! Quotation marks of a table of text.

/// The line on which a quotation mark opens a field that nothing closes.
pub fn left_open(text: &str, separator: char) -> Option<u64> {
    let (mut line, mut opened) = (1, None);
    // A mark opens a field at its beginning; inside, two of them are one that was meant.
    let (mut begins, mut closed) = (true, false);
    // All of them are ASCII, and no part of any other letter is.
    for byte in text.bytes() {
        let is_mark = byte == b'"';
        match opened {
            Some(_) if is_mark => (opened, closed) = (None, true),
            Some(_) => {}
            None if is_mark && (begins || closed) => (opened, closed) = (Some(line), false),
            None => closed = false,
        }
        begins = matches!(byte, b'\n' | b'\r') || char::from(byte) == separator;
        line += u64::from(byte == b'\n');
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::left_open;

    #[test]
    fn what_nothing_closes_is_told_with_its_line() {
        for (text, wanted) in [
            ("id,name\n1,\"Roy\n2,Bob\n3,Cy\n", Some(2)),
            ("id,name\n1,\"a\"\"\n", Some(2)),
            ("\"id,name\n", Some(1)),
            ("id,name\n1,\"a\nb\"\n2,\"x", Some(4)),
            ("1,\"", Some(1)),
            ("1,\"\"\"", Some(1)),
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
        assert_eq!(left_open("1;\"a\n", ';'), Some(1));
    }
}
