//! The captain's daily report: what the day was to be and what the sign-in sheets say it was, with room for everything
//! that no program knows. It goes to headquarters, and has no telephones on it.

use super::fit::{pad, pad_left, wrap};
use super::furniture::{self, Block, Counted, Row, RowKind, Sheet, paper_width};
use super::line_day::{self, LineDay};
use super::view::View;
use crate::model::{Duty, ShiftIx};
use crate::speech::visible::visible;
use crate::speech::{calendar, number};
use std::io::{self, Write};

/// What the captain writes about, with so many lines to write on.
const QUESTIONS: [(&str, usize); 7] =
    [("weather", 1), ("vehicles", 2), ("incidents", 4), ("police", 2), ("health", 2), ("supplies", 2), ("tomorrow", 2)];
/// Columns of a number.
const NUMBER: usize = 9;

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = line_day::line_days(view);
    let mut made: Vec<Sheet> = days.iter().map(|day| sheet(view, day)).collect();
    let values = [("sheets", made.len().into()), ("shifts", view.totals().shifts.into())];
    if made.is_empty() {
        made.push(line_day::nothing(view, view.say("report-title", &[])));
    }
    furniture::print(view, &made, &view.say("report-end", &values), to)
}

/// What the sign-in sheet of a shift says.
#[derive(Default, Clone, Copy)]
struct Signed {
    came: usize,
    walk_ins: usize,
    no_shows: usize,
    still_there: usize,
    minutes: i64,
}

fn signed(view: &View<'_>, ix: ShiftIx) -> Signed {
    let mut sums = Signed::default();
    let lines = view.signed_on(ix);
    for (at, each) in lines.iter().enumerate() {
        match (each.sign.came, each.sign.minutes()) {
            (None, _) => sums.no_shows += 1,
            (Some(_), minutes) => {
                // Whoever left and came back has several lines, one after the other, and is one person.
                if at == 0 || lines[at - 1].member != each.member {
                    sums.came += 1;
                    sums.walk_ins += usize::from(each.sign.walk_in);
                }
                sums.still_there += usize::from(minutes.is_none());
                sums.minutes += minutes.unwrap_or(0);
            }
        }
    }
    sums
}

fn sheet(view: &View<'_>, day: &LineDay) -> Sheet {
    let width = paper_width(view);
    let word = |id: &str| view.say(id, &[]);
    let label = width.saturating_sub(6 * NUMBER).max(8);
    let row = |name: &str, numbers: [String; 6]| {
        let numbers: String = numbers.iter().map(|number| pad_left(number, NUMBER)).collect();
        if label + 6 * NUMBER <= width {
            vec![format!("{}{numbers}", pad(name, label))]
        } else {
            vec![name.to_owned(), super::fit::cut(numbers.trim_start(), width)]
        }
    };
    let columns = ["wanted", "rostered", "came", "walk-ins", "no-shows", "hours"];
    let columns = columns.map(|name| word(&format!("report-column-{name}")));
    let (mut rows, mut sums) = (Vec::new(), Signed::default());
    let mut absent: Vec<String> = Vec::new();
    for ix in &day.shifts {
        let (shift, of) = (view.ground.shift(*ix), signed(view, *ix));
        let name = format!("{}, {}", view.label(shift), times(view, *ix));
        let numbers = [
            shift.target.to_string(),
            view.tally(*ix).heads().to_string(),
            of.came.to_string(),
            of.walk_ins.to_string(),
            of.no_shows.to_string(),
            number::length(of.minutes),
        ];
        let mut lines = row(&name, numbers);
        let captains: Vec<String> = view
            .by_name(*ix)
            .iter()
            .filter(|each| each.duty == Duty::Captain)
            .map(|each| view.member_name(each.member).into_owned())
            .collect();
        let values = [("names", captains.join("; ").into()), ("count", captains.len().into())];
        let led = if captains.is_empty() { word("captain-nobody") } else { view.say("signin-captains", &values) };
        lines.extend(wrap(&led, width - 2, 2).iter().map(|line| format!("  {line}")));
        if of.still_there > 0 {
            let open = view.say("report-still", &[("count", of.still_there.into())]);
            lines.extend(wrap(&open, width - 2, 2).iter().map(|line| format!("  {line}")));
        }
        rows.push(Row { lines, kind: RowKind::Open });
        for each in view.signed_on(*ix).iter().filter(|each| each.sign.came.is_none()) {
            absent.push(who(view, &each.member));
        }
        sums.came += of.came;
        sums.no_shows += of.no_shows;
        sums.walk_ins += of.walk_ins;
        sums.minutes += of.minutes;
    }
    let mut blocks = vec![Block { rows, ..Block::default() }];
    if !absent.is_empty() {
        let names = wrap(&absent.join("; "), width - 2, 12).iter().map(|line| format!("  {line}")).collect();
        let rows = vec![Row { lines: names, kind: RowKind::Remark }];
        blocks.push(Block { heading: vec![word("report-absent")], again: Vec::new(), rows });
    }
    blocks.extend(QUESTIONS.iter().map(|(question, lines)| {
        let rule = || Row { lines: vec!["_".repeat(width)], kind: RowKind::Remark };
        let heading = wrap(&word(&format!("report-ask-{question}")), width, 3);
        Block { heading, again: Vec::new(), rows: std::iter::repeat_with(rule).take(*lines).collect() }
    }));
    let sign = super::fit::edges(&word("report-sign"), &"_".repeat(width.min(40)), width);
    blocks.push(Block {
        heading: Vec::new(),
        again: Vec::new(),
        rows: vec![Row { lines: sign, kind: RowKind::Remark }],
    });
    let values = [
        ("came", sums.came.into()),
        ("walkins", sums.walk_ins.into()),
        ("missing", sums.no_shows.into()),
        ("hours", number::length(sums.minutes).into()),
    ];
    let rule = "-".repeat(width);
    let mut titles = row(&word("report-column-shift"), columns);
    titles.push(rule);
    Sheet {
        head: line_day::head(view, day, word("report-title")),
        notes: line_day::orders(view, day),
        columns: titles,
        blocks,
        totals: vec![view.say("report-totals", &values)],
        counted: Counted::Rows,
    }
}

/// The times alone, since the head has the dates.
fn times(view: &View<'_>, ix: ShiftIx) -> String {
    let shift = view.ground.shift(ix);
    let zone = view.site_of(shift).zone;
    let at = |at: crate::model::Instant| at.in_zone(zone).time();
    calendar::times(at(shift.span.start), at(shift.span.end), view.language)
}

/// `Tremblay, Anne (108-0042)`; the id alone of someone who has left the list.
fn who(view: &View<'_>, id: &str) -> String {
    match view.ground.strike.lookup.members.get(id) {
        Some(member) => format!("{} ({})", view.member_name(*member), visible(id)),
        None => visible(id).into_owned(),
    }
}
