//! Sign-in sheets: one for each shift, with everyone's name in the order of a list of names, boxes to sign in and out, blank
//! rows for walk-ins and for guests, and at the end what is owed to which home local. Names only: it lies open on a clipboard.

use super::fit::{columns, cut, edges, pad, wrap};
use super::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use super::line_day::{self, LineDay};
use super::view::View;
use crate::model::{Assignment, Duty, ShiftIx};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Blank rows: as many as there are places to be filled, but no fewer and no more than these. Also where a court order lets
/// nobody more stand there: someone may come in another's place.
const BLANKS: (u32, u32) = (3, 8);
/// Blank rows for guests, who often come as a group with one to sign for it.
const GUESTS: usize = 3;
/// Narrower paper has no room for a name beside the boxes.
const BESIDE_FROM: usize = 76;
/// Columns of a box for a time, for hours, for initials.
const TIME: usize = 6;
const HOURS: usize = 5;
const INITIALS: usize = 5;

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = line_day::line_days(view);
    let maker = Maker::of(view);
    let shifts = || days.iter().flat_map(|day| &day.shifts);
    let people: usize = shifts().map(|ix| view.roster.on(*ix).len()).sum();
    let values = [("sheets", shifts().count().into()), ("people", people.into())];
    let end = view.say("signin-end", &values);
    let title = view.say("signin-title-bare", &[]);
    line_day::print(view, &days, &title, |day| maker.sheets(view, day).collect(), &end, to)
}

/// Makes the sheets of one view.
pub struct Maker(Boxes);

impl Maker {
    /// For the sheets of `view`.
    pub fn of(view: &View<'_>) -> Self {
        Self(Boxes::of(view))
    }

    /// The sheets of a line's day: one for each shift.
    pub fn sheets<'a>(&'a self, view: &'a View<'a>, day: &'a LineDay) -> impl Iterator<Item = Sheet> + 'a {
        day.shifts.iter().map(move |ix| sheet(view, &self.0, day, *ix))
    }
}

/// The boxes of a row, in display columns, and what is the same on every sheet.
struct Boxes {
    width: usize,
    /// Before the boxes; where it is narrow, the name stands above.
    left: usize,
    signature: usize,
    is_beside: bool,
    /// Empty boxes: the line above, and the one with their lower edges.
    empty: [String; 2],
    /// The word before the room for remarks.
    remarks: String,
    /// What stands below the boxes of someone not on the list, and of guests.
    blank: Vec<String>,
    guest: Vec<String>,
}

impl Boxes {
    fn of(view: &View<'_>) -> Self {
        let width = paper_width(view);
        // Seven edges.
        let taken = 2 * TIME + HOURS + INITIALS + 7;
        let is_beside = width >= BESIDE_FROM;
        let signature = if is_beside { (13 + (width - 76) / 4).min(26) } else { (width - 3 - taken) / 2 };
        let left = width - taken - 2 * signature;
        let remarks = view.say("signin-remarks", &[]);
        let (empty, blank, guest) = Default::default();
        let mut boxes = Self { width, left, signature, is_beside, empty, remarks, blank, guest };
        boxes.empty = [' ', '_'].map(|fill| boxes.row_of([""; 6], fill));
        boxes.blank = boxes.below(&view.say("signin-blank", &[]));
        boxes.guest = boxes.below(&view.say("signin-guest", &[]));
        boxes
    }

    /// `|      |             |      | …`, with words in them or nothing; `_` draws the lower edge.
    fn row_of(&self, words: [&str; 6], fill: char) -> String {
        let mut line = String::new();
        let widths = [TIME, self.signature, TIME, self.signature, HOURS, INITIALS];
        for (word, width) in words.into_iter().zip(widths) {
            let word = cut(word, width);
            line.push('|');
            line.push_str(&word);
            line.extend(std::iter::repeat_n(fill, width - columns(&word)));
        }
        line.push('|');
        line
    }

    /// Boxes with something before them.
    fn line(&self, left: &str, boxes: &str) -> String {
        pad(left, self.left) + boxes
    }

    /// What stands below the boxes of a row, with room for remarks after it.
    fn below(&self, text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let mut label = format!("   {text}  {} ", self.remarks);
        if columns(&label) + 8 > self.width {
            lines.push(cut(&format!("   {text}"), self.width));
            label = cut(&format!("   {} ", self.remarks), self.width.saturating_sub(8));
        }
        let blank = "_".repeat(self.width.saturating_sub(columns(&label)));
        lines.push(format!("{label}{blank}"));
        lines
    }

    /// The lines of a row: the name beside or above the boxes, then what stands below.
    fn row(&self, number: &str, name: &str, below: &[String]) -> Vec<String> {
        let room = if self.is_beside { self.left } else { self.width } - 4;
        let mut name = wrap(name, room, 2).into_iter();
        let number = format!("{number:>2} ");
        let first = format!("{number}{}", name.next().unwrap_or_default());
        let second = format!("   {}", name.next().unwrap_or_default());
        let mut lines = Vec::with_capacity(4 + below.len());
        let [above, edge] = &self.empty;
        if self.is_beside {
            lines.extend([self.line(&first, above), self.line(&second, edge)]);
        } else {
            lines.extend([first, second].into_iter().filter(|line| !line.trim().is_empty()));
            lines.extend([self.line("", above), self.line("", edge)]);
        }
        lines.extend(below.iter().cloned());
        lines
    }
}

fn sheet(view: &View<'_>, boxes: &Boxes, day: &LineDay, ix: ShiftIx) -> Sheet {
    let word = |id: &str| view.say(id, &[]);
    let shift = view.ground.shift(ix);
    let on = view.by_list(ix);
    let captains: Vec<String> = on
        .iter()
        .filter(|each| each.duty == Duty::Captain)
        .map(|each| view.member_name(each.member).into_owned())
        .collect();
    let mut notes = line_day::whereabouts(view, day.site);
    let alone = LineDay { shifts: vec![ix], ..*day };
    notes.extend(line_day::orders(view, &alone));
    notes.push(match captains.as_slice() {
        [] => word("signin-no-captain"),
        names => view.say("signin-captains", &[("names", names.join("; ").into()), ("count", names.len().into())]),
    });
    notes.push(word("signin-rule"));
    let title = view.say("signin-title", &[("shift", line_day::shift_title(view, ix).into())]);
    let titles = ["in", "signature", "out", "signature", "hours", "initials"];
    let titles = titles.map(|name| word(&format!("signin-column-{name}")));
    let names = format!("   {}", word("paper-column-name"));
    let below = [word("paper-column-member"), word("paper-column-local"), word("paper-column-post")].join("  ");
    let below = cut(&format!("   {below}  {}", word("paper-column-remarks")), boxes.width);
    let rule = boxes.line(&"-".repeat(boxes.left), &boxes.row_of([""; 6], '-')).replace('|', "+");
    let titles = boxes.row_of(titles.each_ref().map(String::as_str), ' ');
    let columns = if boxes.is_beside {
        vec![boxes.line(&names, &titles), below, rule]
    } else {
        vec![names, boxes.line("", &titles), below, rule]
    };
    let dates = line_day::day_dates(view, line_day::local_dates(view, ix).0, &[ix]);
    let people = on.iter().enumerate().map(|(at, each)| person(view, boxes, at + 1, each)).collect();
    let blanks = shift.target.saturating_sub(on.len() as u32).clamp(BLANKS.0, BLANKS.1) as usize;
    let blank = |at: usize| {
        let number = (on.len() + at + 1).to_string();
        Row { lines: boxes.row(&number, "", &boxes.blank), kind: RowKind::Open }
    };
    let walk_ins = Block {
        heading: wrap(&word("signin-walk-ins"), boxes.width, 3),
        again: wrap(&word("signin-walk-ins"), boxes.width, 3),
        rows: (0..blanks).map(blank).collect(),
        ..Block::default()
    };
    let guest = || Row { lines: boxes.row("", "", &boxes.guest), kind: RowKind::Open };
    let guests = Block {
        heading: wrap(&word("signin-guests"), boxes.width, 3),
        rows: std::iter::repeat_with(guest).take(GUESTS).collect(),
        whole: true,
        with_next: true,
        ..Block::default()
    };
    // By the shift's id the office enters the sheet afterwards.
    let id = view.shift_id(ix);
    let values = [("shift", id.as_ref().into()), ("people", on.len().into()), ("places", shift.target.into())];
    Sheet {
        head: Head { dates, state: line_day::state(view, &[ix]), ..line_day::head(view, day, title) },
        notes,
        columns,
        blocks: vec![Block { rows: people, ..Block::default() }, walk_ins, guests, office(view, boxes, &on)],
        totals: vec![view.say("signin-totals", &values)],
        counted: Counted::Names,
    }
}

fn person(view: &View<'_>, boxes: &Boxes, number: usize, each: &Assignment) -> Row {
    let mut below = view.member_id(each.member).into_owned();
    let local = view.member_local(each.member);
    for part in [local.as_ref(), &line_day::duty(view, each.duty)] {
        if !part.is_empty() {
            below = format!("{below}  {part}");
        }
    }
    let lines = boxes.row(&number.to_string(), &view.member_name(each.member), &boxes.below(&below));
    Row { lines, kind: RowKind::Person }
}

/// What goes back to the office: the hours that each home local is to be told of, and the captain's word for it.
fn office(view: &View<'_>, boxes: &Boxes, on: &[&Assignment]) -> Block {
    let mut locals: BTreeMap<String, usize> = BTreeMap::new();
    for each in on {
        *locals.entry(view.member_local(each.member).into_owned()).or_default() += 1;
    }
    let mut lines: Vec<String> = Vec::new();
    for (local, people) in locals {
        let id = if local.is_empty() { "signin-owed-none" } else { "signin-owed" };
        let owed = view.say(id, &[("local", local.into()), ("people", people.into())]);
        lines.push(cut(&format!("   {owed} ________"), boxes.width));
    }
    let other = view.say("signin-owed-other", &[]);
    lines.push(cut(&format!("   {other} ________  ________"), boxes.width));
    let signature = view.say("signin-captain-signs", &[]);
    let blank = "_".repeat(boxes.width.min(40));
    let rows = lines.into_iter().map(|line| Row { lines: vec![line], kind: RowKind::Remark });
    let lines = [String::new()].into_iter().chain(edges(&signature, &blank, boxes.width)).collect();
    let sign = Row { lines, kind: RowKind::Remark };
    let heading = wrap(&view.say("signin-office", &[]), boxes.width, 3);
    Block { heading, rows: rows.chain([sign]).collect(), whole: true, ..Block::default() }
}
