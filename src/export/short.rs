//! Who is short of hours in a week: whose credited hours, with the shifts still to come, do not make a full week. For the
//! captain who looks for people, and for the person who would rather know on Tuesday than on payday.

use super::cells::Table;
use super::code::Code;
use super::fit::{columns, cut, pad, pad_left};
use super::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use super::hours::week_said;
use super::line_day;
use super::press;
use super::view::View;
use crate::engine::pay::Week;
use crate::model::MemberIx;
use crate::model::member::Status;
use crate::speech::number;
use chrono::Days;
use rustc_hash::FxHashMap;
use std::io::{self, Write};

const COLUMNS: [&str; 10] = [
    "week",
    "strike_week",
    "member",
    "name",
    "local",
    "credited_minutes",
    "to_come_minutes",
    "full_minutes",
    "short_minutes",
    "rostered_minutes",
];
/// Columns of a length of time.
const NUMBER: usize = 10;

/// Someone short of hours, in minutes.
struct Short {
    member: MemberIx,
    credited: i64,
    to_come: i64,
    rostered: i64,
    missing: i64,
}

/// Everyone short in a week, those shortest first, then by name. People who can't stand on a line are not asked to.
fn short(view: &View<'_>, week: &Week) -> Vec<Short> {
    let strike = &view.ground.strike;
    let full = strike.pay.minutes_per_week;
    let of: FxHashMap<MemberIx, _> = week.rows.iter().filter_map(|row| Some((row.ix?, row))).collect();
    let (first, last) = (week.starts, week.starts + Days::new(6));
    let to_come = |member: MemberIx| -> i64 {
        let shifts = view.roster.of(member).iter().map(|ix| view.ground.shift(*ix));
        let ahead = shifts.filter(|each| first <= each.date && each.date <= last && each.span.start >= view.generated);
        ahead.map(crate::model::Shift::minutes).sum()
    };
    let mut all: Vec<Short> = strike
        .member_indices()
        .filter(|member| {
            let row = strike.member(*member);
            row.status == Status::Active && !row.restrictions.no_line
        })
        .map(|member| {
            let row = of.get(&member);
            let (credited, rostered) = row.map_or((0, 0), |row| (row.credited, row.rostered));
            let to_come = to_come(member);
            Short { member, credited, to_come, rostered, missing: full - credited - to_come }
        })
        .filter(|each| each.missing > 0)
        .collect();
    all.sort_by_cached_key(|each| (-each.missing, view.list_key(each.member)));
    all
}

/// Writes the table.
pub fn csv(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(view, &COLUMNS, to)?;
    for week in view.weeks() {
        for each in short(view, week) {
            let member = view.ground.strike.member(each.member);
            table.row([
                week.starts.to_string(),
                week.number.to_string(),
                member.id.clone(),
                member.name.clone(),
                member.local.clone().unwrap_or_default(),
                each.credited.to_string(),
                each.to_come.to_string(),
                view.ground.strike.pay.minutes_per_week.to_string(),
                each.missing.to_string(),
                each.rostered.to_string(),
            ])?;
        }
    }
    table.finish()
}

/// Writes the sheets: one for each week.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    press::print(view, &sheets(view), "", to)
}

/// The sheets.
pub fn sheets(view: &View<'_>) -> Vec<Sheet> {
    view.weeks().iter().map(|week| sheet(view, week)).collect()
}

fn sheet(view: &View<'_>, week: &Week) -> Sheet {
    let width = paper_width(view);
    let word = |id: &str| view.say(id, &[]);
    let all = short(view, week);
    let id = all.iter().map(|each| columns(&view.member_id(each.member))).max().unwrap_or(0);
    let id = id.max(columns(&word("paper-column-member"))).min(width / 5);
    let local = if width < 70 { 0 } else { 8 };
    let name = width.saturating_sub(id + 2 + local + 3 * NUMBER);
    let line = |who: [&str; 3], numbers: [String; 3]| {
        let numbers: String = numbers.iter().map(|text| pad_left(text, NUMBER)).collect();
        format!(
            "{}  {}{}{numbers}",
            pad(who[0], id),
            pad(&cut(who[1], name.saturating_sub(1)), name),
            pad(who[2], local)
        )
    };
    let titles = ["paper-column-member", "paper-column-name", "paper-column-local"].map(word);
    let numbers = ["hours-column-credited", "short-column-to-come", "short-column-short"].map(word);
    let row = |each: &Short| {
        let numbers = [each.credited, each.to_come, each.missing].map(number::length);
        let (member, name, local) =
            (view.member_id(each.member), view.member_name(each.member), view.member_local(each.member));
        Row { lines: vec![line([&member, &name, &local], numbers)], kind: RowKind::Person }
    };
    let full = number::length(view.ground.strike.pay.minutes_per_week);
    let sum: i64 = all.iter().map(|each| each.missing).sum();
    let missing = number::long(sum, view.language);
    let mut parts = vec!["short".to_owned(), view.ground.strike.campaign.name.clone(), week.starts.to_string()];
    for each in &all {
        parts.extend([view.raw_id(each.member).to_owned(), each.missing.to_string()]);
    }
    Sheet {
        head: Head {
            title: String::new(),
            place: word("short-title"),
            dates: week_said(view, week),
            version: line_day::version(view),
            state: String::new(),
            code: Some(Code::of(parts)),
        },
        notes: vec![view.say(if all.is_empty() { "short-nobody" } else { "short-how" }, &[("full", full.into())])],
        columns: vec![line(titles.each_ref().map(String::as_str), numbers), "-".repeat(width)],
        blocks: vec![Block { rows: all.iter().map(row).collect(), ..Block::default() }],
        totals: vec![view.say("short-totals", &[("people", all.len().into()), ("missing", missing.into())])],
        counted: Counted::Rows,
    }
}
