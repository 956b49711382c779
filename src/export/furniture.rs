//! The furniture of paper: what every page carries, and where pages break.
//!
//! A [`Sheet`] is what belongs together on a wall (a line's day, say). It is broken into pages, each with the sheet's head,
//! its number among all pages, and a closing line that tells how many rows stand on it and what the sheet adds up to, so
//! that a lost page is missed. What the rows say is none of this module's business.

use super::code::Code;
use super::fit::{edges, wrap};
use super::view::View;
use crate::speech::calendar;
use std::borrow::Cow;

/// Narrower paper than this is written as if it were this wide.
const NARROWEST: usize = 40;
/// Wider paper than this is written as if it were this wide: no line is so long, and a slip of the finger must not ask for
/// all the memory there is.
const WIDEST: usize = 400;
/// A page has room for at least so many lines between head and closing, whatever length was asked for.
const SHORTEST_BODY: usize = 6;

/// The columns that sheets are laid out for.
pub fn paper_width(view: &View<'_>) -> usize {
    view.width.clamp(NARROWEST, WIDEST)
}

/// What stands at the head of each page of a sheet.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// What kind of sheet it is; empty: the rest of the head tells.
    pub title: String,
    /// Where: site and line.
    pub place: String,
    /// The local dates.
    pub dates: String,
    /// Which version of the roster.
    pub version: String,
    /// Whether that is what people were told.
    pub state: String,
    /// Tells this sheet from every other that says something else.
    pub code: Option<Code>,
}

/// One sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// At the head of each page.
    pub head: Head,
    /// On the first page only, wrapped.
    pub notes: Vec<String>,
    /// The names of the columns, on each page.
    pub columns: Vec<String>,
    /// The rows, in blocks that are kept together where it can be done.
    pub blocks: Vec<Block>,
    /// What the sheet adds up to, on each page, wrapped.
    pub totals: Vec<String>,
    /// What its rows are called when they are counted.
    pub counted: Counted,
}

/// What the rows of a sheet are called in the closing line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counted {
    /// People, and places open.
    #[default]
    People,
    /// Names, and blank rows to write on.
    Names,
    /// Rows of a table.
    Rows,
}

impl Counted {
    fn message(self) -> &'static str {
        match self {
            Self::People => "paper-rows",
            Self::Names => "paper-rows-names",
            Self::Rows => "paper-rows-plain",
        }
    }
}

/// Rows under a heading.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// The heading.
    pub heading: Vec<String>,
    /// The heading where the block goes on on another page.
    pub again: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// On one page, where one can hold it.
    pub whole: bool,
    /// On one page with the block after it, where one can hold both: what comes last must not stand on a page alone.
    pub with_next: bool,
}

impl Block {
    /// Its lines where it stands on one page.
    fn lines(&self) -> impl Iterator<Item = &String> {
        self.heading.iter().chain(self.rows.iter().flat_map(|row| &row.lines))
    }

    /// Lines that it takes on one page, with the blank one before it.
    fn height(&self) -> usize {
        1 + self.heading.len() + self.rows.iter().map(|row| row.lines.len()).sum::<usize>()
    }
}

/// One row; its lines stay on one page.
#[derive(Debug, Clone)]
pub struct Row {
    /// The lines it takes.
    pub lines: Vec<String>,
    /// What it counts as.
    pub kind: RowKind,
}

/// What a row counts as in the closing line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A person.
    Person,
    /// A place to be filled.
    Open,
    /// Neither.
    Remark,
}

/// A page ready to be written but for its number.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub lines: Vec<String>,
    rows: usize,
    pub people: usize,
    pub open: usize,
}

/// Everything that sheets say but for the roster's version and the time of making: whoever has a sheet of the same
/// fingerprint needs no other.
pub fn fingerprint(sheets: &[Sheet]) -> Code {
    fn of(sheet: &Sheet) -> impl Iterator<Item = Cow<'_, str>> {
        let head = &sheet.head;
        let code = head.code.map_or_else(String::new, |code| code.to_string());
        let first = [&head.title, &head.place, &head.dates, &head.state];
        let texts = [&sheet.notes, &sheet.columns, &sheet.totals].into_iter().flatten();
        let rest = texts.chain(sheet.blocks.iter().flat_map(Block::lines));
        first.into_iter().map(Cow::from).chain([Cow::from(code)]).chain(rest.map(Cow::from))
    }
    Code::of(sheets.iter().flat_map(of))
}

/// People on a sheet.
pub fn people(sheet: &Sheet) -> usize {
    sheet.blocks.iter().flat_map(|block| &block.rows).filter(|row| row.kind == RowKind::Person).count()
}

/// The lines of the head below the first (which has the page's number on it).
fn head(view: &View<'_>, sheet: &Sheet, continued: bool, width: usize) -> Vec<String> {
    let head = &sheet.head;
    let again = || view.say("paper-continued", &[("what", head.place.as_str().into())]);
    let place = if continued { again() } else { head.place.clone() };
    let mut lines = wrap(&head.title, width, 2);
    lines.extend(edges(&place, &head.version, width));
    lines.extend(edges(&head.dates, &head.state, width));
    let code = head.code.map_or_else(String::new, |code| view.say("paper-code", &[("code", code.to_string().into())]));
    lines.extend(edges(&made(view), &code, width));
    lines.push("=".repeat(width));
    if !continued {
        lines.extend(sheet.notes.iter().flat_map(|note| wrap(note, width, 6)));
        if !sheet.notes.is_empty() && !sheet.columns.is_empty() {
            lines.push("-".repeat(width));
        }
    }
    lines.extend(sheet.columns.iter().cloned());
    lines
}

/// When the sheet was made, by the strike's clock.
pub fn made(view: &View<'_>) -> String {
    let at = view.generated.in_zone(view.ground.strike.campaign.zone);
    let offset = at.format("%:z").to_string().replace('-', "−");
    let values = [
        ("day", calendar::day_long(at.date_naive(), view.language).into()),
        ("time", calendar::time(at.time(), view.language).into()),
        ("offset", offset.into()),
    ];
    view.say("paper-made", &values)
}

/// What stands at the foot of a page with so many people and open places.
pub(super) fn closing(view: &View<'_>, sheet: &Sheet, people: usize, open: usize, width: usize) -> Vec<String> {
    let values = [("rows", (people + open).into()), ("people", people.into()), ("open", open.into())];
    let mut lines = vec!["-".repeat(width)];
    lines.extend(wrap(&view.say(sheet.counted.message(), &values), width, 3));
    lines.extend(sheet.totals.iter().flat_map(|total| wrap(total, width, 4)));
    lines
}

/// Breaks a sheet into pages; `spared` lines stay free on its last (and, to keep it simple, on each).
pub(super) fn pages(view: &View<'_>, sheet: &Sheet, width: usize, spared: usize) -> Vec<Page> {
    let count = |kind| sheet.blocks.iter().flat_map(|block| &block.rows).filter(|row| row.kind == kind).count();
    let around = 1 + closing(view, sheet, count(RowKind::Person), count(RowKind::Open), width).len() + spared;
    let room = |head: usize| match view.page_lines {
        0 => usize::MAX,
        lines => lines.max(around + head + SHORTEST_BODY) - around,
    };
    let mut pages = Vec::new();
    let mut page = Page { lines: head(view, sheet, false, width), ..Page::default() };
    let mut top = page.lines.len();
    let mut room_here = room(top);
    let again = head(view, sheet, true, width).len();
    let room_on_next = room(again).saturating_sub(again);
    let mut turn = |page: &mut Page, top: &mut usize| {
        let lines = head(view, sheet, true, width);
        *top = lines.len();
        pages.push(std::mem::replace(page, Page { lines, ..Page::default() }));
        room(*top)
    };
    for (at, block) in sheet.blocks.iter().enumerate() {
        let first = 1 + block.heading.len() + block.rows.first().map_or(0, |row| row.lines.len());
        let with_next = block.height() + sheet.blocks.get(at + 1).map_or(0, Block::height);
        let least = match (block.whole, block.with_next) {
            (_, true) if with_next <= room_on_next => with_next,
            (true, _) if block.height() <= room_on_next => block.height(),
            _ => first,
        };
        if page.lines.len() > top && page.lines.len() + least > room_here {
            room_here = turn(&mut page, &mut top);
        }
        let has_before = page.lines.len() > top || !sheet.columns.is_empty() || !sheet.notes.is_empty();
        if has_before && (page.lines.len() > top || !block.heading.is_empty()) {
            page.lines.push(String::new());
        }
        page.lines.extend(block.heading.iter().cloned());
        for row in &block.rows {
            if page.lines.len() + row.lines.len() > room_here && page.rows > 0 {
                room_here = turn(&mut page, &mut top);
                if !block.again.is_empty() {
                    page.lines.push(String::new());
                    page.lines.extend(block.again.iter().cloned());
                }
            }
            page.lines.extend(row.lines.iter().cloned());
            page.rows += 1;
            match row.kind {
                RowKind::Person => page.people += 1,
                RowKind::Open => page.open += 1,
                RowKind::Remark => {}
            }
        }
    }
    pages.push(page);
    pages
}
