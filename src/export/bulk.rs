//! Everything for a day at once: for each line a file with what hangs on the wall and lies on the clipboard, and one for its
//! captain; the board; and an index of it all. The captains' files lie in a folder of their own, so that the rest can be
//! given to a print shop.
//!
//! Every file is written beside its place and renamed, the index last: a file that the index names is whole.

use super::board;
use super::captain;
use super::code::Code;
use super::fit::{cut, edges};
use super::furniture::{self, Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use super::line_day::{self, LineDay};
use super::out::{OutError, make_folder, put};
use super::press;
use super::roster;
use super::signin;
use super::view::View;
use crate::engine::threads;
use crate::speech::calendar;
use rustc_hash::FxHashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The folder of what has telephones on it.
const CAPTAINS: &str = "captains";
/// The index for people, and the one by which the next run knows what changed.
const INDEX: &str = "index.txt";
const TABLE: &str = "index.csv";
/// Bytes of an id in a file's name.
const LONGEST: usize = 60;

/// Where to write, and over what nothing may be written.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The folder to fill; it is made when it is not there.
    pub folder: &'a Path,
    /// The strike's folder.
    pub strike: &'a Path,
    /// The files the strike is read from.
    pub files: &'a [PathBuf],
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// Files written.
    pub written: usize,
    /// Files that say what they said before, and were left.
    pub kept: usize,
    /// Files of an earlier run that no line asks for any more, by name.
    pub stale: Vec<String>,
}

/// A file as the index has it.
struct Entry {
    file: String,
    place: String,
    pages: usize,
    people: usize,
    code: Option<Code>,
    fingerprint: Code,
    is_written: bool,
}

/// Writes the day of the view (else the present one). `only_changed` leaves files alone that say what they said when they
/// were last written. `progress` hears how many lines of how many are done, from whatever thread.
pub fn write(
    view: &View<'_>,
    place: Place<'_>,
    only_changed: bool,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Done, OutError> {
    let view = &View { day: Some(board::day(view)), ..view.clone() };
    make_folder(place.folder)?;
    make_folder(&place.folder.join(CAPTAINS))?;
    let before = read_table(&place.folder.join(TABLE));
    let is_kept = |file: &str, fingerprint: Code| {
        only_changed
            && before.get(file).is_some_and(|known| *known == fingerprint.to_string())
            && place.folder.join(file).is_file()
    };
    let days = line_day::line_days(view);
    let (rosters, sign_ins, captains) = (roster::Maker::of(view), signin::Maker::of(view), captain::Maker::of(view));
    let (done, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let made = threads::each(days.len(), threads::all(), &|at| {
        // Where one could not be written, the rest is not begun.
        if failed.load(Ordering::Relaxed) {
            return Ok(Vec::new());
        }
        let day = &days[at];
        let name = name(view, day);
        let mut wall = vec![rosters.sheet(view, day)];
        wall.extend(sign_ins.sheets(view, day));
        let files = [
            (format!("{name}.txt"), wall),
            (format!("{CAPTAINS}/{name}_captain.txt"), vec![captains.sheet(view, day)]),
        ];
        let entries: Result<Vec<Entry>, OutError> =
            files.into_iter().map(|(file, sheets)| entry(view, place, file, &sheets, &is_kept)).collect();
        failed.fetch_or(entries.is_err(), Ordering::Relaxed);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, days.len());
        entries
    });
    let mut entries: Vec<Entry> = made.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    let mut board = entry(view, place, "board.txt".to_owned(), &[board::sheet(view)], &is_kept)?;
    board.place = view.say("board-title", &[]);
    entries.push(board);
    let mut stale: Vec<String> =
        before.into_keys().filter(|file| !entries.iter().any(|each| each.file == *file)).collect();
    stale.retain(|file| place.folder.join(file).is_file());
    stale.sort();
    let sheet = index(view, &entries, &stale);
    store(place, INDEX, |to| press::print(view, std::slice::from_ref(&sheet), "", to))?;
    store(place, TABLE, |to| write_table(view, &entries, to))?;
    let written = entries.iter().filter(|each| each.is_written).count();
    Ok(Done { written, kept: entries.len() - written, stale })
}

/// Prints a file, unless it may be kept.
fn entry(
    view: &View<'_>,
    place: Place<'_>,
    file: String,
    sheets: &[Sheet],
    is_kept: &dyn Fn(&str, Code) -> bool,
) -> Result<Entry, OutError> {
    let fingerprint = furniture::fingerprint(sheets);
    let mut text = Vec::new();
    let pages = press::print_pages(view, sheets, "", &mut text)
        .map_err(|source| OutError::Io { path: place.folder.join(&file), source })?;
    let is_written = !is_kept(&file, fingerprint);
    if is_written {
        store(place, &file, |to| to.write_all(&text))?;
    }
    let people = sheets.first().map_or(0, furniture::people);
    let (code, place) =
        sheets.first().map_or((None, String::new()), |sheet| (sheet.head.code, sheet.head.place.clone()));
    Ok(Entry { file, place, pages, people, code, fingerprint, is_written })
}

fn store(
    place: Place<'_>,
    file: &str,
    content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), OutError> {
    put(place.strike, place.files, &place.folder.join(file), content)
}

/// `2026-12-08_emdc_front-gate`: sorts by day and site, and means nothing to any shell or system.
fn name(view: &View<'_>, day: &LineDay) -> String {
    let strike = &view.ground.strike;
    let (site, line) = (&strike.site(day.site).id, &strike.line(day.line).id);
    format!("{}_{}_{}", day.date, safe(site), safe(line))
}

/// An id as a part of a file's name: ids that are not made of plain small letters alone get a code, so that no two become
/// one, even where names that differ by capitals are one.
fn safe(id: &str) -> String {
    let plain: String = id
        .chars()
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' { c } else { '-' })
        .take(LONGEST)
        .collect();
    if plain == id { plain } else { format!("{plain}-{}", Code::of([id])) }
}

/// The index on paper.
fn index(view: &View<'_>, entries: &[Entry], stale: &[String]) -> Sheet {
    let width = paper_width(view);
    let word = |id: &str| view.say(id, &[]);
    let row = |each: &Entry| {
        let code = each.code.map_or_else(String::new, |code| code.to_string());
        let pages = view.say("index-pages", &[("pages", each.pages.into()), ("people", each.people.into())]);
        let mark = if each.is_written { "*" } else { " " };
        let mut lines = edges(&cut(&format!("{mark} {}", each.place), width), &code, width);
        lines.push(format!("    {}  {}", cut(&each.file, width - 4), pages));
        let lines = lines.iter().map(|line| cut(line, width)).collect();
        Row { lines, kind: RowKind::Open }
    };
    let (captains, wall): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|each| each.file.starts_with(CAPTAINS));
    let block = |heading: &str, entries: &[&Entry]| Block {
        heading: vec![word(heading)],
        again: vec![word(heading)],
        rows: entries.iter().map(|each| row(each)).collect(),
        ..Block::default()
    };
    let mut blocks = vec![block("index-wall", &wall), block("index-captains", &captains)];
    if !stale.is_empty() {
        let rows =
            stale.iter().map(|file| Row { lines: vec![cut(&format!("    {file}"), width)], kind: RowKind::Remark });
        blocks.push(Block { heading: vec![word("index-stale")], rows: rows.collect(), ..Block::default() });
    }
    let written = entries.iter().filter(|each| each.is_written).count();
    let pages: usize = entries.iter().map(|each| each.pages).sum();
    let values = [("files", entries.len().into()), ("pages", pages.into()), ("written", written.into())];
    Sheet {
        head: Head {
            title: word("index-title"),
            place: line_day::where_shown(view),
            dates: calendar::day_long(board::day(view), view.language),
            version: line_day::version(view),
            state: line_day::state(view, &view.shifts().collect::<Vec<_>>()),
            code: None,
        },
        notes: vec![word("index-how")],
        columns: Vec::new(),
        blocks,
        totals: vec![view.say("index-totals", &values)],
        counted: Counted::Rows,
    }
}

const COLUMNS: [&str; 6] = ["file", "place", "pages", "people", "code", "fingerprint"];

fn write_table(view: &View<'_>, entries: &[Entry], to: &mut dyn io::Write) -> io::Result<()> {
    let mut table = super::cells::Table::new(view, &COLUMNS, to)?;
    for each in entries {
        table.row([
            each.file.clone(),
            each.place.clone(),
            each.pages.to_string(),
            each.people.to_string(),
            each.code.map_or_else(String::new, |code| code.to_string()),
            each.fingerprint.to_string(),
        ])?;
    }
    table.finish()
}

/// The fingerprints of an earlier run, by file; none when there was none, or the table is no longer what it was.
fn read_table(path: &Path) -> FxHashMap<String, String> {
    let Ok(text) = std::fs::read(path) else { return FxHashMap::default() };
    let mut reader = csv::Reader::from_reader(text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text));
    let known = reader.headers().is_ok_and(|head| head.iter().take(COLUMNS.len()).eq(COLUMNS));
    let rows = reader.records().map_while(Result::ok);
    let of = |row: csv::StringRecord| Some((row.get(0)?.to_owned(), row.get(5)?.to_owned()));
    if known { rows.filter_map(of).filter(|(file, _)| is_ours(file)).collect() } else { FxHashMap::default() }
}

/// True for a name that this module may have given: a table that was tampered with names nothing outside the folder.
fn is_ours(file: &str) -> bool {
    let name = file.strip_prefix(&format!("{CAPTAINS}/")).unwrap_or(file);
    Path::new(name).extension().is_some_and(|end| end == "txt")
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':'])
}
