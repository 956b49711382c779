//! The files themselves: read once, whole, without ever waiting on a pipe; what isn't text is told.

use super::codes;
use super::desk::Desk;
use crate::model::problem::Problem;
use crate::store::lines::ends_line;
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::io::Read;
use std::ops::Range;
use std::path::Path;

/// Longest file of members that is read: some fifty times the largest union's.
pub const MOST_CSV_BYTES: u64 = 256 << 20;
/// Longest TOML file that is read.
pub const MOST_TOML_BYTES: u64 = 32 << 20;

/// One file's text.
#[derive(Debug, Default)]
pub(super) struct File {
    /// As the strike names it.
    pub name: String,
    /// Its text, without byte-order mark. Bytes that were not UTF-8 stand as `?`, so that places stay places.
    pub text: String,
    /// False when parts may be missing: what isn't found here may yet be there.
    pub is_whole: Cell<bool>,
    /// Values and statements that were already found unreadable.
    pub broken: RefCell<Vec<Range<usize>>>,
    /// Of a TOML text with slips, what of it can be read.
    pub readable: OnceCell<String>,
    /// The line at every [`STRIDE`] bytes.
    milestones: OnceCell<Vec<u32>>,
}

/// Bytes between two places whose line is kept.
const STRIDE: usize = 1 << 14;

impl File {
    /// The file called `name`, of which nothing can be read: it isn't whole.
    pub fn unread(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The file called `name`, if this were its text.
    pub fn of_text(desk: &Desk, name: &str, text: &str) -> Self {
        let mut file = Self::unread(name);
        decode(desk, &mut file, text.as_bytes().to_vec());
        file
    }

    /// The line, from 1, of byte `offset`, in any order.
    pub fn line_of(&self, offset: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let count = |range: Range<usize>| range.filter(|at| ends_line(bytes, *at)).count() as u32;
        let stones = self.milestones.get_or_init(|| {
            let mut line = 1;
            let mut stones = Vec::with_capacity(bytes.len() / STRIDE + 1);
            for start in (0..=bytes.len()).step_by(STRIDE) {
                stones.push(line);
                line += count(start..(start + STRIDE).min(bytes.len()));
            }
            stones
        });
        let offset = offset.min(bytes.len());
        let stone = offset / STRIDE;
        stones.get(stone).copied().unwrap_or(1) + count(stone * STRIDE..offset)
    }

    /// The text of these bytes.
    pub fn slice(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or("")
    }

    /// Where the `word` stands that begins at byte `at` of `value`, which is written at `span`, maybe in quotes: the whole
    /// span when escapes hide it.
    pub fn word_in(&self, span: Range<usize>, value: &str, at: usize, word: &str) -> Range<usize> {
        let written = self.slice(span.clone());
        match written.find(value).map(|start| start + at).or_else(|| written.find(word)) {
            Some(at) if !word.is_empty() => span.start + at..span.start + at + word.len(),
            _ => span,
        }
    }

    /// True when `span` lies in something already found unreadable.
    pub fn is_broken(&self, span: &Range<usize>) -> bool {
        let last = |span: &Range<usize>| span.end.max(span.start + 1);
        self.broken.borrow().iter().any(|broken| broken.start < last(span) && span.start < last(broken))
    }
}

/// The text of every file that was read, for showing problems in their place.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    texts: FxHashMap<String, String>,
}

impl Sources {
    /// The text of `file`, named as in a problem.
    pub fn text(&self, file: &str) -> Option<&str> {
        self.texts.get(file).map(String::as_str)
    }

    /// The files, named as the strike names them, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// One number of all that was read: another when a file says something else.
    pub fn fingerprint(&self) -> u64 {
        use std::hash::BuildHasher as _;
        let of = |file: (&String, &String)| rustc_hash::FxBuildHasher.hash_one(file);
        self.texts.iter().map(of).fold(0, u64::wrapping_add)
    }

    pub(super) fn of(files: impl IntoIterator<Item = File>) -> Self {
        Self { texts: files.into_iter().map(|file| (file.name, file.text)).collect() }
    }
}

/// Reads the file called `name` in `folder`. What can't be read is told, and reads as an empty file that isn't whole.
pub(super) fn load(desk: &Desk, folder: &Path, name: &str, most: u64) -> File {
    let mut file = File::unread(name);
    match read_bytes(&folder.join(name), most) {
        Ok(bytes) => decode(desk, &mut file, bytes),
        Err(problem) => desk.whole(&file, problem.with("name", name)),
    }
    file
}

fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    use std::io::ErrorKind;
    let told = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::error(codes::FILE_MISSING),
        ErrorKind::PermissionDenied => Problem::error(codes::FILE_FORBIDDEN),
        _ => Problem::error(codes::FILE_UNREADABLE).with("reason", error.to_string()),
    };
    // The kind is asked before opening: opening a pipe waits until someone writes to it.
    let about = std::fs::metadata(path).map_err(|error| told(&error))?;
    if about.is_dir() {
        return Err(Problem::error(codes::FILE_IS_FOLDER));
    }
    if !about.is_file() {
        return Err(Problem::error(codes::FILE_IS_SPECIAL));
    }
    let too_large = || Problem::error(codes::FILE_TOO_LARGE).with("most", most >> 20);
    if about.len() > most {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(about.len() as usize + 1);
    let opened = std::fs::File::open(path).map_err(|error| told(&error))?;
    opened.take(most + 1).read_to_end(&mut bytes).map_err(|error| told(&error))?;
    if bytes.len() as u64 > most { Err(too_large()) } else { Ok(bytes) }
}

/// Turns bytes into the text of `file`, telling what isn't text.
fn decode(desk: &Desk, file: &mut File, bytes: Vec<u8>) {
    if looks_utf16(&bytes) {
        desk.whole(file, Problem::error(codes::UTF16).with("name", file.name.as_str()));
        return;
    }
    if looks_binary(&bytes) {
        desk.whole(file, Problem::error(codes::NOT_TEXT).with("name", file.name.as_str()));
        return;
    }
    let mark = if bytes.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 };
    let mut bad = Vec::new();
    let mut bytes = bytes;
    bytes.drain(..mark);
    file.text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let mut bytes = error.into_bytes();
            bad = invalid_stretches(&bytes);
            // One wrong encoding is one problem, however many letters it spoils: told at the first.
            let word = bad.iter().find_map(|span| latin1_word(&bytes, span));
            for span in &bad {
                bytes[span.clone()].fill(b'?');
            }
            file.text = String::from_utf8_lossy(&bytes).into_owned();
            let first = bad.first().cloned().unwrap_or_default();
            let problem =
                Problem::error(codes::NOT_UTF8).with("byte", mark + first.start + 1).with("places", bad.len() - 1);
            match word {
                Some(word) => desk.at(file, first, problem.with("word", word).help("latin1")),
                None => desk.at(file, first, problem),
            }
            std::mem::take(&mut file.text)
        }
    };
    for (at, _) in file.text.match_indices('\0') {
        bad.push(at..at + 1);
        desk.at(file, at..at + 1, Problem::error(codes::NUL_BYTE).with("byte", mark + at + 1));
    }
    file.broken = RefCell::new(bad);
    file.is_whole.set(true);
}

/// A mark says so; or, without one, every other byte of the beginning is NUL, as in letters without accents.
fn looks_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let nul = |from: usize| head.len() >= 4 && head.iter().skip(from).step_by(2).all(|byte| *byte == 0);
    head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) || nul(0) || nul(1)
}

/// So many strange bytes are told one by one, in however short a file.
const FEW_STRANGE: usize = 8;

/// More than one byte in ten of the beginning can't stand in text.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let strange = head.iter().filter(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)).count();
    let invalid: usize = invalid_stretches(head).iter().map(ExactSizeIterator::len).sum();
    // Latin-1 French has up to one accented letter in ten or so; binary data has one strange byte in two.
    strange > FEW_STRANGE && strange * 10 > head.len() || invalid * 4 > head.len()
}

fn invalid_stretches(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        let start = at + chunk.valid().len();
        at = start + chunk.invalid().len();
        if chunk.invalid().is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == start => last.end = at,
            _ => found.push(start..at),
        }
    }
    found
}

/// The word around `span` read as Latin-1 (Windows-1252), when that makes a word.
fn latin1_word(bytes: &[u8], span: &Range<usize>) -> Option<String> {
    let is_letter =
        |byte: u8| byte.is_ascii_alphabetic() || (byte >= 0xc0 && !matches!(byte, 0xc2 | 0xc3 | 0xd7 | 0xf7));
    let is_part = |byte: u8| is_letter(byte) || matches!(byte, b'-' | b'\'' | 0x92 | 0x9c | 0x8c);
    if !bytes[span.clone()].iter().all(|byte| is_part(*byte)) {
        return None;
    }
    let start = bytes[..span.start].iter().rposition(|byte| !is_part(*byte)).map_or(0, |ix| ix + 1);
    let end = bytes[span.end..].iter().position(|byte| !is_part(*byte)).map_or(bytes.len(), |ix| span.end + ix);
    let word = &bytes[start..end];
    if word.len() > 60 || word.iter().filter(|byte| byte.is_ascii_alphabetic()).count() * 2 < word.len() {
        return None;
    }
    let letter = |byte: &u8| match byte {
        0x92 => '’',
        0x9c => 'œ',
        0x8c => 'Œ',
        other => char::from(*other),
    };
    Some(word.iter().map(letter).collect())
}
