//! Places in a text as a person counts them: lines and columns, whatever ends a line.

/// Counts lines (LF, CRLF or CR) and columns in one pass, however many places are asked for.
pub struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> LineCounter<'a> {
    /// At the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// Line and column, from 1, of byte `offset`; offsets must not fall.
    pub fn place(&mut self, offset: usize) -> (u32, u32) {
        let bytes = self.text.as_bytes();
        for at in self.at..offset.min(bytes.len()) {
            if ends_line(bytes, at) {
                self.line += 1;
                self.column = 1;
            } else if bytes[at] & 0xc0 != 0x80 {
                self.column += 1;
            }
            self.at = at + 1;
        }
        (self.line, self.column)
    }
}

/// True when byte `at` is the last of a line.
pub fn ends_line(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
}

#[cfg(test)]
mod tests {
    use super::LineCounter;

    #[test]
    fn every_kind_of_line_is_one() {
        let mut counter = LineCounter::new("é1\n2\r\n3\r4\r\r\n6");
        let places = [(0, (1, 1)), (2, (1, 2)), (4, (2, 1)), (5, (2, 2)), (7, (3, 1)), (9, (4, 1)), (13, (6, 1))];
        for (offset, place) in places {
            assert_eq!(counter.place(offset), place, "byte {offset}");
        }
    }
}
