//! The export itself: bytes of some encoding, fields with something between, as a table of text.

use super::ImportError;
use crate::store::lines::LineCounter;
use crate::store::quotes::left_open;
use csv::{ReaderBuilder, StringRecord};
use std::io::Read;
use std::path::Path;

/// Longest export that is read.
const MOST_BYTES: u64 = crate::store::read::MOST_CSV_BYTES;

/// How letters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, told by its byte-order mark.
    Utf16,
    /// Windows-1252, and with it Latin-1.
    Windows1252,
}

impl Encoding {
    /// The word in outputs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// An export, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its file's name, for what goes wrong.
    pub name: String,
    /// How its letters were written.
    pub encoding: Encoding,
    /// What stood between its fields.
    pub separator: char,
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its rows, blank ones left out, each with its line.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    /// Reads the export at `path`.
    pub fn read(path: &Path) -> Result<Self, ImportError> {
        Self::of_bytes(&read_file(path)?, &path.display().to_string())
    }

    /// Reads an export from its bytes; `name` is for what goes wrong.
    pub fn of_bytes(bytes: &[u8], name: &str) -> Result<Self, ImportError> {
        let no_table = || ImportError::NoTable(name.to_owned());
        let (encoding, text) = decode(bytes).ok_or_else(no_table)?;
        if text.contains('\0') {
            return Err(no_table());
        }
        let (separator, start) = separator(&text);
        let table = &text[start..];
        let mut counter = LineCounter::new(&text);
        // Counted in the file as it is: by a line end of two bytes the reader of tables is one behind.
        let mut line_of = |at: usize| {
            let blank = table[at..].len() - table[at..].trim_start_matches(['\r', '\n']).len();
            u64::from(counter.place(start + at + blank).0)
        };
        if let Some(at) = left_open(table, separator) {
            return Err(ImportError::Unclosed(line_of(at)));
        }
        let mut reader = ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(separator as u8);
        let (mut title, mut header, mut rows) = (None, None, Vec::new());
        for record in reader.from_reader(table.as_bytes()).into_records() {
            let record: StringRecord = record.map_err(|_| no_table())?;
            let line = line_of(record.position().map_or(0, |position| position.byte() as usize));
            let fields: Vec<String> = record.iter().map(str::to_owned).collect();
            let filled = fields.iter().filter(|field| !field.trim().is_empty()).count();
            if filled == 0 {
                continue;
            }
            match &header {
                // A title that stands above the table, or the day on which it was made.
                None if filled == 1 => title = title.or(Some(fields)),
                None => header = Some(fields),
                Some(columns) if columns.len() != fields.len() => {
                    return Err(ImportError::Ragged { line, fields: fields.len(), columns: columns.len() });
                }
                Some(_) => rows.push((line, fields)),
            }
        }
        let header = header.or(title).ok_or_else(no_table)?;
        Ok(Self { name: name.to_owned(), encoding, separator, header, rows })
    }
}

/// The bytes of a plain file of no more than a list's size.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ImportError> {
    let file = path.display().to_string();
    let unreadable = |error: std::io::Error| ImportError::Unreadable {
        file: file.clone(),
        kind: error.kind(),
        detail: error.to_string(),
    };
    // The kind is asked before opening: opening a pipe waits until someone writes to it.
    let about = std::fs::metadata(path).map_err(unreadable)?;
    // Nor is the record ever opened past its database: that would let go of the locks on it.
    let is_record = path.file_name().is_some_and(|name| name == crate::store::record::FILE);
    if !about.is_file() || about.len() > MOST_BYTES || is_record {
        return Err(ImportError::NoTable(file));
    }
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path).map_err(unreadable)?;
    opened.take(MOST_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn decode(bytes: &[u8]) -> Option<(Encoding, String)> {
    let wide = |order: fn([u8; 2]) -> u16| {
        // Half a letter at the end: the file was cut off.
        if bytes.len() % 2 == 1 {
            return None;
        }
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok().map(|text| (Encoding::Utf16, text))
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => Some(match std::str::from_utf8(bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes)) {
            Ok(text) => (Encoding::Utf8, text.to_owned()),
            Err(_) => (Encoding::Windows1252, bytes.iter().map(|byte| windows_1252(*byte)).collect()),
        }),
    }
}

/// Windows-1252 is Latin-1 but for these 32 places.
fn windows_1252(byte: u8) -> char {
    const PLACES: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => PLACES[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// What can stand between fields. Of as many, the comma: it stands last, where the greatest is looked for.
const MARKS: [char; 3] = ['\t', ';', ','];

/// What stands between the fields, as the header shows it: the first line that shares a mark with the next. A title with a comma
/// in it shares none with a header of semicolons. And the byte at which the table begins, behind the line `sep=;`
/// that some spreadsheets put before the header.
fn separator(text: &str) -> (char, usize) {
    let lines = || text.split(['\r', '\n']);
    let first = lines().next().unwrap_or("");
    if let [mark @ (b',' | b';' | b'\t')] = first.strip_prefix("sep=").unwrap_or("").as_bytes() {
        return (char::from(*mark), first.len());
    }
    let count = |line: &str, mark: char| {
        let mut quoted = false;
        let outside = line.chars().filter(|c| {
            quoted ^= *c == '"';
            !quoted && *c == mark
        });
        outside.count()
    };
    let all = || lines().filter(|line| !line.trim().is_empty());
    let most = |line: &str, counts: &dyn Fn(char) -> bool| {
        let held = MARKS.into_iter().filter(|mark| count(line, *mark) > 0 && counts(*mark));
        held.max_by_key(|mark| count(line, *mark))
    };
    let shared = all().zip(all().skip(1)).find_map(|(line, next)| most(line, &|mark| count(next, mark) > 0));
    // A header alone shares nothing with anything.
    let mark = shared.or_else(|| all().find_map(|line| most(line, &|_| true)));
    (mark.unwrap_or(','), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> (Encoding, char, Vec<Vec<String>>) {
        let table = Table::of_bytes(bytes, "x").expect("a table");
        let rows = std::iter::once(table.header).chain(table.rows.into_iter().map(|(_, fields)| fields));
        (table.encoding, table.separator, rows.collect())
    }

    #[test]
    fn encodings_and_separators_are_found() {
        let wanted = vec![vec!["id".to_owned(), "name".to_owned()], vec!["1".to_owned(), "Lévesque, Zoë’s".to_owned()]];
        let utf8 = "id,name\r\n1,\"Lévesque, Zoë’s\"\r\n";
        assert_eq!(of(utf8.as_bytes()), (Encoding::Utf8, ',', wanted.clone()));
        assert_eq!(of(format!("\u{feff}{utf8}").as_bytes()), (Encoding::Utf8, ',', wanted.clone()));
        assert_eq!(of(b"id;name\n\n1;L\xe9vesque, Zo\xeb\x92s"), (Encoding::Windows1252, ';', wanted.clone()));
        let wide: Vec<u8> =
            "\u{feff}id\tname\n1\tLévesque, Zoë’s\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of(&wide), (Encoding::Utf16, '\t', wanted.clone()));
        let tie = of(b"id,na;me\n1,x\n");
        assert_eq!((tie.1, tie.2[0].len()), (',', 2), "of as many, the comma");
        assert_eq!(of("sep=;\r\nid;name\r\n1;Lévesque, Zoë’s\r\n".as_bytes()), (Encoding::Utf8, ';', wanted));
    }

    #[test]
    fn what_is_no_table_is_told() {
        for bytes in [&b""[..], b"\n\n", b"id,na\0me\n", b"\xff\xfe\x00\xd8"] {
            assert!(matches!(Table::of_bytes(bytes, "x"), Err(ImportError::NoTable(_))), "{bytes:?}");
        }
        assert!(Table::of_bytes(b"\xff\xfei\0d\0,\0n\0x", "x").is_err(), "half a letter");
        let ragged = Table::of_bytes(b"id,name\n1,a\n2,b,c\n", "x");
        assert_eq!(ragged, Err(ImportError::Ragged { line: 3, fields: 3, columns: 2 }));
    }

    #[test]
    fn a_mark_that_nothing_closes_is_told_with_its_line() {
        let told = |text: &[u8]| Table::of_bytes(text, "x");
        assert_eq!(told(b"id;name\n1;\"Roy\n2;Bob\n"), Err(ImportError::Unclosed(2)));
        assert_eq!(told(b"sep=;\r\nid;name\r\n1;\"Roy\r\n2;Bob\r\n"), Err(ImportError::Unclosed(3)));
    }

    #[test]
    fn a_title_above_the_table_is_passed_over() {
        let wanted = vec![vec!["id".to_owned(), "name".to_owned()], vec!["1".to_owned(), "Roy, Ann".to_owned()]];
        for text in
            ["Members\r\n\r\nid;name\r\n1;Roy, Ann\r\n", "Members;\nprinted 2027-02-20;\n;\nid;name\n1;Roy, Ann\n"]
        {
            assert_eq!(of(text.as_bytes()), (Encoding::Utf8, ';', wanted.clone()));
        }
        assert_eq!(
            of(b"Members of local 42, Toronto\n\nid;name\n1;Roy, Ann\n").2,
            wanted,
            "a comma is no separator there"
        );
        assert_eq!(of(b"id\n1\n").2, [["id"]], "nothing stands below a title");
        assert_eq!(of(b"id;name\n").2, [["id", "name"]], "nor below a header");
    }

    #[test]
    fn a_row_that_took_in_the_next_is_no_row() {
        let told = Table::of_bytes(b"id,name,phone\r\n1,\"Roy, Ann,5\r\n2,\"Bob, Cy\",6\r\n", "x");
        assert_eq!(told, Err(ImportError::Unclosed(2)), "nobody is gone by a slip");
    }

    #[test]
    fn rows_have_the_lines_of_the_file_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["sep=;", "", "id;name", "1;\"Roy,", "Ann\"", "", "2;Bob", ""].join(end);
            let table = Table::of_bytes(text.as_bytes(), "x").expect("a table");
            let lines: Vec<u64> = table.rows.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [4, 7], "{end:?}");
        }
    }
}
