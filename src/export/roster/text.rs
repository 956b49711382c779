//! The roster on paper: a sheet for each line's day, with everyone's post, and lines to write on where a post is open.

use super::sheets::{self, LineDay, Place};
use crate::export::fit::{columns, edges, pad, wrap};
use crate::export::furniture::{self, Block, Head, Row, RowKind, Sheet, paper_width};
use crate::export::view::View;
use crate::model::{Assignment, Duty, MemberIx, ShiftIx, SkillIx};
use rustc_hash::FxHashMap;
use std::io::{self, Write};

/// Marks a member who may be called away.
const AT_RISK: &str = "*";

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = sheets::line_days(view);
    let layout = Layout::of(view);
    let mut made: Vec<Sheet> = days.iter().map(|day| sheet(view, &layout, day)).collect();
    if made.is_empty() {
        made.push(nothing(view));
    }
    furniture::print(view, &made, &sheets::end(view, days.len()), to)
}

/// Columns of the rows, in display columns; 0: left out.
struct Layout {
    width: usize,
    duty: usize,
    name: usize,
    id: usize,
    local: usize,
    /// The names of the posts, in full: looked up once, since every row begins with one.
    duties: FxHashMap<Duty, String>,
    /// The word beside a place to be filled.
    open: String,
}

impl Layout {
    fn of(view: &View<'_>) -> Self {
        let width = paper_width(view);
        let strike = &view.ground.strike;
        let skills = (0..strike.skills.len()).map(|ix| Duty::Skill(SkillIx::new(ix)));
        let duties: FxHashMap<Duty, String> =
            skills.chain([Duty::Captain, Duty::Picket]).map(|duty| (duty, sheets::duty(view, duty))).collect();
        let duty = duties.values().map(|name| columns(name)).max().unwrap_or(0).min(width / 4);
        let open = view.say("paper-open", &[]);
        let heading = |id: &str| columns(&view.say(id, &[]));
        let widest = |of: &dyn Fn(MemberIx) -> usize| strike.member_indices().map(of).max().unwrap_or(0);
        let ids = widest(&|member| columns(&view.member_id(member)));
        let id = ids.max(heading("paper-column-member")).max(columns(&open)).min(width / 4);
        let locals = widest(&|member| columns(&view.member_local(member)));
        let local = if locals == 0 || width < 60 { 0 } else { locals.max(heading("paper-column-local")).min(10) };
        // Two spaces before each column, and the mark at the end.
        let taken = 2 + duty + 2 + 2 + id + if local == 0 { 0 } else { 2 + local } + 2;
        Self { width, duty, name: width.saturating_sub(taken), id, local, duties, open }
    }

    fn duty(&self, duty: Duty) -> &str {
        self.duties.get(&duty).map_or("", String::as_str)
    }

    fn row(&self, duty: &str, name: &str, id: &str, local: &str, mark: &str) -> String {
        let mut line = format!("  {}  {}  {}", pad(duty, self.duty), pad(name, self.name), pad(id, self.id));
        if self.local > 0 {
            line.push_str("  ");
            line.push_str(&pad(local, self.local));
        }
        line.push(' ');
        line.push_str(mark);
        line.trim_end().to_owned()
    }

    /// A remark under a row, from the column of the names on.
    fn remark(&self, text: &str) -> Vec<String> {
        let indent = 4 + self.duty;
        wrap(text, self.width - indent, 4).iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
    }
}

fn sheet(view: &View<'_>, layout: &Layout, day: &LineDay) -> Sheet {
    let word = |id: &str| view.say(id, &[]);
    let mut totals = vec![sheets::totals(view, &day.shifts)];
    if sheets::any_at_risk(view, &day.shifts) {
        totals.push(format!("{AT_RISK} {}", word("paper-at-risk")));
    }
    Sheet {
        head: Head {
            place: sheets::where_to(view, day),
            dates: sheets::dates(view, day),
            version: sheets::version(view),
            state: sheets::state(view, &day.shifts),
        },
        notes: sheets::notes(view, day),
        columns: layout.row(
            &word("paper-column-post"),
            &word("paper-column-name"),
            &word("paper-column-member"),
            &word("paper-column-local"),
            "",
        ),
        blocks: day.shifts.iter().map(|ix| block(view, layout, *ix)).collect(),
        totals,
    }
}

fn block(view: &View<'_>, layout: &Layout, ix: ShiftIx) -> Block {
    let title = sheets::shift_title(view, ix);
    let mut heading = edges(&title, &sheets::status(view, ix), layout.width);
    let counts = edges(&sheets::counts(view, ix), &view.shift_id(ix), layout.width - 2);
    heading.extend(counts.iter().map(|line| format!("  {line}")));
    let again = wrap(&view.say("paper-continued", &[("what", title.into())]), layout.width, 3);
    let places = sheets::places(view, ix);
    let mut rows: Vec<Row> = places.rows.iter().map(|place| row(view, layout, place)).collect();
    for remark in sheets::remarks(view, &places) {
        rows.push(Row { lines: layout.remark(&remark), kind: RowKind::Remark });
    }
    Block { heading, again, rows }
}

fn row(view: &View<'_>, layout: &Layout, place: &Place<'_>) -> Row {
    match place {
        Place::Held(each) => person(view, layout, each),
        Place::Open(duty) => vacancy(layout, *duty),
    }
}

fn person(view: &View<'_>, layout: &Layout, each: &Assignment) -> Row {
    let mark = if view.ground.at_risk(each.member) { AT_RISK } else { "" };
    let member = each.member;
    let mut lines = vec![layout.row(
        layout.duty(each.duty),
        &view.member_name(member),
        &view.member_id(member),
        &view.member_local(member),
        mark,
    )];
    if let Some(aside) = sheets::set_aside(view, each) {
        lines.extend(layout.remark(&aside));
    }
    Row { lines, kind: RowKind::Person }
}

fn vacancy(layout: &Layout, duty: Duty) -> Row {
    let blank = "_".repeat(layout.name.min(30));
    let line = layout.row(layout.duty(duty), &blank, &layout.open, "", "");
    Row { lines: vec![line], kind: RowKind::Open }
}

/// A sheet that says that there is nothing to show: an empty file would look like a fault.
fn nothing(view: &View<'_>) -> Sheet {
    let place = view.site.map_or_else(String::new, |site| view.site_name(site).into_owned());
    let dates = view.day.map_or_else(String::new, |day| crate::speech::calendar::day_long(day, view.language));
    Sheet {
        head: Head { place, dates, version: sheets::version(view), state: sheets::state(view, &[]) },
        notes: vec![view.say("paper-nothing", &[])],
        columns: String::new(),
        blocks: Vec::new(),
        totals: vec![sheets::totals(view, &[])],
    }
}
