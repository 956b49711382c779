//! Quotation marks of a table of text.

/// The byte at which a quotation mark opens a field that nothing closes; or nothing but the mark of another field, on a line
/// further down: a field that goes over lines and is closed in front of text took in the rows between.
pub fn left_open(text: &str, separator: char) -> Option<usize> {
    // Where a field was opened that is still open, and one that a mark just before has closed.
    let (mut opened, mut closed) = (None, None);
    let (mut begins, mut is_broken) = (true, false);
    // All of them are ASCII, and no part of any other letter is.
    for (at, byte) in text.bytes().enumerate() {
        let ends_line = matches!(byte, b'\n' | b'\r');
        let ends = ends_line || char::from(byte) == separator;
        // A mark opens a field at its beginning; inside, two of them are one that was meant.
        (opened, closed) = match (opened, byte == b'"') {
            (Some(start), true) => (None, Some(start)),
            (Some(start), false) => {
                is_broken |= ends_line;
                (Some(start), None)
            }
            (None, true) => {
                is_broken &= closed.is_some();
                (closed.or(begins.then_some(at)), None)
            }
            (None, false) if closed.is_some() && is_broken && !ends && byte != b' ' => return closed,
            (None, false) => (None, None),
        };
        begins = ends;
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
            ("1,\"Roy\n2,\"Bob, C\"\n", Some(2)),
            ("1,a\r\n2,\"Roy, \"\"X\r\n3,\"Bob\"\r\n", Some(7)),
            ("1,\"a\nb\" ,c\n2,\"\"x\n", None),
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
