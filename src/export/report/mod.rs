//! The captain's daily report: what the day was to be, what the sign-in sheets and the record say it was, with room for
//! everything that no program knows. It goes to headquarters, and has no telephones on it.

mod happened;

use super::board;
use super::code::Code;
use super::fit::{edges, wrap};
use super::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use super::line_day::{self, LineDay};
use super::numbers::Numbers;
use super::view::View;
use crate::model::{Duty, ShiftIx};
use crate::speech::{calendar, number};
use std::io::{self, Write};

/// What the captain writes about, with so many lines to write on.
const QUESTIONS: [(&str, usize); 7] =
    [("weather", 1), ("vehicles", 2), ("incidents", 4), ("police", 2), ("health", 2), ("supplies", 2), ("tomorrow", 2)];
/// Lines to write on for what the record tells something of already.
const MORE: usize = 2;
/// Where nothing has been noted yet: room to write a number by hand.
const BLANK: &str = "____";

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = line_day::line_days(view);
    let values = [("sheets", days.len().into()), ("shifts", view.totals().shifts.into())];
    let end = view.say("report-end", &values);
    line_day::print(view, &days, &view.say("report-title", &[]), |day| vec![sheet(view, day)], &end, to)
}

/// What the sign-in sheet of a shift says.
#[derive(Default, Clone)]
struct Signed {
    /// Something was noted: a sign-in, someone who did not come, guests.
    is_noted: bool,
    came: usize,
    walk_ins: usize,
    no_shows: usize,
    still_there: usize,
    minutes: i64,
    guests: u32,
    groups: Vec<String>,
}

fn signed(view: &View<'_>, ix: ShiftIx) -> Signed {
    let lines = view.signed_on(ix);
    let (guests, groups) = happened::guests(view, ix);
    let is_noted = !lines.is_empty() || guests > 0;
    let mut sums = Signed { is_noted, came: board::came(view, ix), guests, groups, ..Signed::default() };
    for (at, each) in lines.iter().enumerate() {
        let minutes = each.sign.minutes();
        let is_again = at > 0 && lines[at - 1].member == each.member;
        sums.no_shows += usize::from(each.sign.came.is_none());
        sums.walk_ins += usize::from(each.sign.came.is_some() && each.sign.walk_in && !is_again);
        sums.still_there += usize::from(each.sign.is_open());
        sums.minutes += minutes.unwrap_or(0);
    }
    sums
}

/// Another code than that of the day's other sheets: what came to pass is told too.
pub fn code(view: &View<'_>, day: &LineDay) -> Code {
    let mut parts = vec!["report".to_owned(), line_day::code(view, day).to_string()];
    for ix in &day.shifts {
        for each in view.signed_on(*ix) {
            parts.push(each.member.clone());
            parts.extend([each.sign.came, each.sign.went].map(|at| at.map_or_else(String::new, |at| at.to_string())));
        }
    }
    parts.extend(happened::marks(view, day));
    Code::of(parts)
}

fn sheet(view: &View<'_>, day: &LineDay) -> Sheet {
    let width = paper_width(view);
    let word = |id: &str| view.say(id, &[]);
    let shifts: Vec<(ShiftIx, Signed)> = day.shifts.iter().map(|ix| (*ix, signed(view, *ix))).collect();
    let titles = ["wanted", "rostered", "came", "walk-ins", "no-shows", "hours"];
    let titles = titles.map(|name| word(&format!("report-column-{name}")));
    let rows: Vec<[String; 6]> = shifts.iter().map(|(ix, of)| numbers(view, *ix, of)).collect();
    let table = Numbers::of(width, &titles, &rows);
    let mut columns = table.row(&word("report-column-shift"), &titles);
    columns.push("-".repeat(width));
    let rows = shifts.iter().zip(&rows).map(|((ix, of), numbers)| row(view, *ix, of, &table, numbers)).collect();
    let mut blocks = vec![Block { rows, ..Block::default() }];
    blocks.extend(noted(view, day, width));
    let is_told = !happened::incidents(view, day, width).is_empty();
    blocks.extend(QUESTIONS.iter().map(|(question, lines)| {
        let is_more = is_told && *question == "incidents";
        let id = if is_more { "report-ask-more-incidents".to_owned() } else { format!("report-ask-{question}") };
        let lines = if is_more { MORE } else { *lines };
        let rule = || Row { lines: vec!["_".repeat(width)], kind: RowKind::Remark };
        let heading = wrap(&word(&id), width, 3);
        Block { heading, rows: std::iter::repeat_with(rule).take(lines).collect(), whole: true, ..Block::default() }
    }));
    // Beside the last answer: a page with nothing but a signature on it says nothing.
    let sign = edges(&word("report-sign"), &"_".repeat(width.min(40)), width);
    let lines = std::iter::once(String::new()).chain(sign).collect();
    if let Some(last) = blocks.last_mut() {
        last.rows.push(Row { lines, kind: RowKind::Remark });
    }
    Sheet {
        head: Head { code: Some(code(view, day)), ..line_day::head(view, day, word("report-title")) },
        notes: line_day::orders(view, day),
        columns,
        blocks,
        totals: totals(view, shifts.iter().map(|(_, of)| of)),
        counted: Counted::Rows,
    }
}

fn numbers(view: &View<'_>, ix: ShiftIx, of: &Signed) -> [String; 6] {
    let noted = |text: String| if of.is_noted { text } else { BLANK.to_owned() };
    [
        view.ground.shift(ix).target.to_string(),
        view.tally(ix).heads().to_string(),
        noted(of.came.to_string()),
        noted(of.walk_ins.to_string()),
        noted(of.no_shows.to_string()),
        noted(number::length(of.minutes)),
    ]
}

/// A shift with its numbers, who led it, who is still there, and its guests.
fn row(view: &View<'_>, ix: ShiftIx, of: &Signed, table: &Numbers<6>, numbers: &[String; 6]) -> Row {
    let mut lines = table.row(&format!("{}, {}", view.label(view.ground.shift(ix)), times(view, ix)), numbers);
    let on = view.by_name(ix);
    let captains = on.iter().filter(|each| each.duty == Duty::Captain);
    let captains: Vec<String> = captains.map(|each| view.member_name(each.member).into_owned()).collect();
    let values = [("names", captains.join("; ").into()), ("count", captains.len().into())];
    let mut more = vec![view.say(if captains.is_empty() { "captain-nobody" } else { "signin-captains" }, &values)];
    if of.still_there > 0 {
        more.push(view.say("report-still", &[("count", of.still_there.into())]));
    }
    if of.guests > 0 {
        let id = if of.groups.is_empty() { "report-guests-bare" } else { "report-guests" };
        more.push(view.say(id, &[("count", of.guests.into()), ("who", of.groups.join("; ").into())]));
    }
    let width = paper_width(view);
    lines.extend(more.iter().flat_map(|text| wrap(text, width - 2, 3)).map(|line| format!("  {line}")));
    Row { lines, kind: RowKind::Open }
}

/// What was noted by name: who did not come, who gave the line to whom, what happened.
fn noted(view: &View<'_>, day: &LineDay, width: usize) -> Vec<Block> {
    let missing = day.shifts.iter().flat_map(|ix| view.signed_on(*ix)).filter(|each| each.sign.came.is_none());
    let missing: Vec<String> = missing.map(|each| view.person(&each.member)).collect();
    let missing =
        wrap(&missing.join("; "), width - 2, usize::MAX).iter().map(|line| format!("  {line}")).collect::<Vec<_>>();
    let parts = [
        ("report-absent", if missing.is_empty() { Vec::new() } else { vec![missing] }),
        ("report-hand-overs", happened::hand_overs(view, day, width)),
        ("report-incidents", happened::incidents(view, day, width)),
    ];
    let told = parts.into_iter().filter(|(_, rows)| !rows.is_empty());
    let block = |(heading, rows): (&str, Vec<Vec<String>>)| Block {
        heading: vec![view.say(heading, &[])],
        // Line by line: what was said at length may run on over the page.
        rows: rows.concat().into_iter().map(|line| Row { lines: vec![line], kind: RowKind::Remark }).collect(),
        ..Block::default()
    };
    told.map(block).collect()
}

fn totals<'a>(view: &View<'_>, shifts: impl Iterator<Item = &'a Signed> + Clone) -> Vec<String> {
    if !shifts.clone().any(|of| of.is_noted) {
        return vec![view.say("report-nothing-noted", &[])];
    }
    let sum = |of: fn(&Signed) -> usize| shifts.clone().map(of).sum::<usize>();
    let guests: u32 = shifts.clone().map(|of| of.guests).fold(0, u32::saturating_add);
    let values = [
        ("came", sum(|of| of.came).into()),
        ("walkins", sum(|of| of.walk_ins).into()),
        ("missing", sum(|of| of.no_shows).into()),
        ("guests", guests.into()),
        ("hours", number::long(shifts.map(|of| of.minutes).sum(), view.language).into()),
    ];
    vec![view.say("report-totals", &values)]
}

/// The times alone, since the head has the dates.
fn times(view: &View<'_>, ix: ShiftIx) -> String {
    let shift = view.ground.shift(ix);
    let zone = view.site_of(shift).zone;
    let at = |at: crate::model::Instant| at.in_zone(zone).time();
    calendar::times(at(shift.span.start), at(shift.span.end), view.language)
}
