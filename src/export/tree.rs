//! The telephone tree of a line's day: headquarters rings the captains, the captains ring a few, and those ring on, so that
//! a line is told in minutes. For captains only.

use super::fit::{columns, cut, edges, pad};
use super::furniture::{Block, Counted, Row, RowKind, Sheet, paper_width};
use super::line_day::{self, LineDay};
use super::view::View;
use crate::model::{Assignment, Duty, MemberIx, ShiftIx};
use crate::speech::visible::visible;
use std::io::{self, Write};

/// How many anyone rings.
const RINGS: usize = 4;

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = line_day::line_days(view);
    let values = [("sheets", days.len().into()), ("people", view.totals().assignments.into())];
    let end = view.say("tree-end", &values);
    line_day::print(view, &days, &view.say("tree-title", &[]), |day| vec![sheet(view, day)], &end, to)
}

fn sheet(view: &View<'_>, day: &LineDay) -> Sheet {
    let word = |id: &str| view.say(id, &[]);
    let notes = vec![
        word("captain-secret"),
        super::captain::headquarters(view),
        view.say("tree-how", &[("most", RINGS.into())]),
    ];
    Sheet {
        head: line_day::head(view, day, word("tree-title")),
        notes,
        blocks: day.shifts.iter().map(|ix| block(view, *ix)).collect(),
        totals: vec![line_day::totals(view, &day.shifts)],
        counted: Counted::Rows,
        ..Sheet::default()
    }
}

fn block(view: &View<'_>, ix: ShiftIx) -> Block {
    let width = paper_width(view);
    let title = line_day::shift_title(view, ix);
    let heading = edges(&title, &line_day::status(view, ix), width);
    let again = edges(&view.say("paper-continued", &[("what", title.into())]), "", width);
    let on = view.by_name(ix);
    let (leaders, others): (Vec<&Assignment>, Vec<&Assignment>) =
        on.into_iter().partition(|each| each.duty == Duty::Captain);
    let mut rows = Vec::new();
    // Without a captain, the first of the others is rung by headquarters.
    let roots: Vec<MemberIx> = match leaders.as_slice() {
        [] => others.first().map(|each| each.member).into_iter().collect(),
        leaders => leaders.iter().map(|each| each.member).collect(),
    };
    let rest: Vec<MemberIx> = others.iter().map(|each| each.member).filter(|member| !roots.contains(member)).collect();
    for (at, root) in roots.iter().enumerate() {
        let branch: Vec<MemberIx> =
            std::iter::once(*root).chain(rest.iter().copied().skip(at).step_by(roots.len())).collect();
        climb(view, width, &branch, 0, 0, &mut rows);
    }
    if rows.is_empty() {
        rows.push(Row { lines: vec![format!("  {}", view.say("tree-nobody", &[]))], kind: RowKind::Remark });
    }
    Block { heading, again, rows, ..Block::default() }
}

/// The person at `at` of a branch, then those whom that person rings: of a list, those at `at * RINGS + 1` and after.
fn climb(view: &View<'_>, width: usize, branch: &[MemberIx], at: usize, depth: usize, rows: &mut Vec<Row>) {
    let Some(member) = branch.get(at).copied() else { return };
    let row = view.ground.strike.member(member);
    let ways: Vec<&str> = [&row.phone, &row.email].into_iter().filter_map(|way| way.as_deref()).collect();
    let reach = ways.first().map_or_else(|| view.say("told-no-phone", &[]), |way| visible(way).into_owned());
    let name = format!("{}[ ] {}", "    ".repeat(depth.min(4)), view.member_name(member));
    let reach = cut(&reach, width / 2);
    let line = format!("{}  {reach}", pad(&name, width - columns(&reach) - 2));
    rows.push(Row { lines: vec![line], kind: RowKind::Person });
    for child in at * RINGS + 1..=at * RINGS + RINGS {
        climb(view, width, branch, child, depth + 1, rows);
    }
}
