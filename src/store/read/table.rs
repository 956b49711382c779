//! A CSV file as rows of fields, in bounded memory whatever it holds; and the place of any field, worked out when asked.

use super::codes;
use super::desk::Desk;
use super::source::File;
use crate::model::nearest::nearest;
use crate::model::problem::Problem;
use crate::store::quotes::left_open;
use csv_core::{ReadRecordResult, Reader};
use memchr::memchr2;
use std::ops::Range;

/// Most columns a list of members can have.
pub const MOST_COLUMNS: usize = 1000;

/// Rows of a CSV file.
pub(super) struct Rows<'a> {
    text: &'a [u8],
    at: usize,
    reader: Reader,
    fields: Vec<u8>,
    ends: Vec<usize>,
}

/// One row.
pub(super) struct Row<'a> {
    fields: &'a str,
    ends: &'a [usize],
    /// Where the row begins in the file (at its first field, past any blank lines).
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// It had more fields than any row can have; those beyond are left out.
    pub is_cut: bool,
}

impl<'a> Rows<'a> {
    pub fn new(file: &'a File) -> Self {
        let (fields, ends) = (vec![0; 4096], vec![0; MOST_COLUMNS + 1]);
        Self { text: file.text.as_bytes(), at: 0, reader: Reader::new(), fields, ends }
    }

    /// The next row that isn't an empty line.
    pub fn next(&mut self) -> Option<Row<'_>> {
        // Blank lines before a row are none of it.
        while matches!(self.text.get(self.at), Some(b'\r' | b'\n')) {
            self.at += 1;
        }
        let start = self.at;
        let (mut filled, mut ended, mut is_cut) = (0, 0, false);
        loop {
            let room = &mut self.fields[filled..];
            let ends = &mut self.ends[ended..];
            let (result, read, wrote, fields) = self.reader.read_record(&self.text[self.at..], room, ends);
            self.at += read;
            filled += wrote;
            ended += fields;
            match result {
                // The next call, with nothing left to read, gives the last row.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.fields.resize(self.fields.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => {
                    // The rest of the row is read and dropped: its fields can't be told apart, only that they are too many.
                    is_cut = true;
                    ended = MOST_COLUMNS;
                    filled = filled.min(self.ends[MOST_COLUMNS - 1]);
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        let ended = ended.min(MOST_COLUMNS);
        let used = self.ends[..ended].last().copied().unwrap_or(0).min(self.fields.len());
        // Fields are cut at ASCII characters, so what was text stays text.
        let fields = std::str::from_utf8(&self.fields[..used]).unwrap_or("");
        let mut end = self.at;
        while end > start && matches!(self.text[end - 1], b'\r' | b'\n') {
            end -= 1;
        }
        Some(Row { fields, ends: &self.ends[..ended], start, end, is_cut })
    }
}

impl<'a> Row<'a> {
    /// Number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Field `ix`; blank when the row is too short.
    pub fn field(&self, ix: usize) -> &'a str {
        let start = if ix == 0 { 0 } else { self.ends.get(ix - 1).copied().unwrap_or(0) };
        let end = self.ends.get(ix).copied().unwrap_or(start);
        self.fields.get(start..end).unwrap_or("")
    }

    /// True when no field says anything.
    pub fn is_blank(&self) -> bool {
        self.fields.trim().is_empty()
    }

    /// Where field `ix` stands in the file, without its quotation marks.
    pub fn span(&self, file: &File, ix: usize) -> Range<usize> {
        let bytes = &file.text.as_bytes()[self.start..self.end];
        let (mut at, mut field, mut quoted) = (0, 0, false);
        let mut begin = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'"' if quoted => {
                    if bytes.get(at + 1) == Some(&b'"') {
                        at += 1;
                    } else {
                        quoted = false;
                    }
                }
                b'"' if at == begin => quoted = true,
                b',' if !quoted => {
                    if field == ix {
                        break;
                    }
                    field += 1;
                    begin = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        let (mut begin, mut end) = (begin, at);
        if end >= begin + 2 && bytes[begin] == b'"' && bytes[end - 1] == b'"' {
            (begin, end) = (begin + 1, end - 1);
        }
        self.start + begin..self.start + end
    }

    /// The whole row's place; of a row of many lines, its first line.
    pub fn place(&self, file: &File) -> Range<usize> {
        let text = file.slice(self.start..self.end);
        let end = text.find(['\r', '\n']).unwrap_or(text.len());
        self.start..self.start + end
    }

    /// Where in the file a quotation mark stands that is opened in the row and not closed where it should be.
    pub fn left_open(&self, file: &File) -> Option<usize> {
        // It takes in what follows: all of it, or some rows.
        let text = file.slice(self.start..self.end);
        let is_suspect = self.end + 2 >= file.text.len() || memchr2(b'\n', b'\r', text.as_bytes()).is_some();
        is_suspect.then(|| left_open(text, ','))?.map(|at| self.start + at)
    }
}

/// The header row: which column stands where. `known` are the columns that mean something; the first `required` of them
/// must be there. None when the file can't be read on.
pub(super) fn read_header<const N: usize>(
    desk: &Desk,
    file: &File,
    rows: &mut Rows<'_>,
    known: [&'static str; N],
    required: usize,
) -> Option<Header<N>> {
    let Some(row) = rows.next().filter(|row| !row.is_blank()) else {
        if file.is_whole.get() {
            desk.whole(file, Problem::error(codes::NO_HEADER));
        }
        return None;
    };
    if row.is_cut {
        let problem = Problem::error(codes::TOO_MANY_COLUMNS).with("most", MOST_COLUMNS);
        desk.at(file, row.start..row.start + 1, problem);
        return None;
    }
    let mut header = Header { columns: [None; N], width: row.len() };
    let mut unknown: Vec<(usize, String)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for ix in 0..row.len() {
        let name = row.field(ix).trim().to_lowercase();
        if name.is_empty() {
            continue;
        }
        if seen.contains(&name) {
            desk.at(file, row.span(file, ix), Problem::error(codes::DUPLICATE_COLUMN).with("column", name));
            continue;
        }
        match known.iter().position(|column| *column == name) {
            Some(column) => header.columns[column] = Some(ix),
            None => unknown.push((ix, row.field(ix).trim().to_owned())),
        }
        seen.push(name);
    }
    let only = row.field(0);
    let separator = [(';', "semicolons"), ('\t', "tabs")].into_iter().find(|(mark, _)| only.contains(*mark));
    if let (1, Some((_, variant))) = (row.len(), separator) {
        desk.at(file, row.place(file), Problem::error(codes::MISSING_COLUMN).with("column", known[0]).help(variant));
        return None;
    }
    let mut is_fit = true;
    for (column, name) in known.iter().enumerate().take(required) {
        if header.columns[column].is_none() {
            is_fit = false;
            desk.at(file, row.place(file), missing_column(name, &unknown));
        }
    }
    tell_unknown(desk, file, &row, &unknown, &known);
    is_fit.then_some(header)
}

/// Where the known columns stand.
pub(super) struct Header<const N: usize> {
    pub columns: [Option<usize>; N],
    /// Fields of the header row: every row has as many.
    pub width: usize,
}

fn missing_column(name: &'static str, unknown: &[(usize, String)]) -> Problem {
    let problem = Problem::error(codes::MISSING_COLUMN).with("column", name);
    match nearest(name, unknown.iter().map(|(_, name)| name.as_str())) {
        Some(near) => problem.with("nearest", near).help("nearest"),
        None => problem,
    }
}

/// One note for all unknown columns, with what the nearest to a known one may have meant.
fn tell_unknown(desk: &Desk, file: &File, row: &Row<'_>, unknown: &[(usize, String)], known: &[&'static str]) {
    let Some((first, _)) = unknown.first() else { return };
    let names: Vec<&str> = unknown.iter().map(|(_, name)| name.as_str()).collect();
    let problem = Problem::note(codes::UNKNOWN_COLUMNS).with("columns", names.join(", ")).with("count", names.len());
    let near = names.iter().find_map(|name| Some((*name, nearest(name, known.iter().copied())?)));
    let problem = match near {
        Some((name, near)) => problem.with("column", name).with("nearest", near).help("nearest"),
        None => problem,
    };
    desk.at(file, row.span(file, *first), problem);
}
