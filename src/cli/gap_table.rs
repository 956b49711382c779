//! Gaps, one line each.

use super::answer::{Style, paint};
use super::fold::{columns, fold, left, right};
use super::gaps::sgr;
use crate::app::session::Session;
use crate::engine::gaps::Gap;
use crate::model::Duty;
use crate::speech::Speech;
use crate::speech::calendar::{times, weekday_short};
use crate::speech::number::whole;
use crate::speech::refusal::duty_name;
use crate::speech::visible::visible;
use chrono::Datelike;
use std::fmt::Write as _;

/// Columns between columns.
const GAP: usize = 2;
/// Least room for what is missing, which comes last.
const LEAST: usize = 18;

/// What kind of gap, which shift, when, heads, minimum, target; then what is missing.
const COLUMNS: [&str; 6] = ["status", "shift", "when", "heads", "minimum", "target"];
const ID: usize = 1;
const WHEN: usize = 2;
/// Ids up to this long are given a column before the times are.
const LONG: usize = 44;

type Row = [String; COLUMNS.len()];

/// The table, with a heading; empty when there are no gaps. Where there is little room, the times are left out: a shift's
/// id tells its part of the day. The few shifts with the longest ids, which would push everything else aside, take a
/// second line.
pub fn table(speech: Speech, style: Style, session: &Session, gaps: &[Gap]) -> String {
    if gaps.is_empty() {
        return String::new();
    }
    let heading: Row = COLUMNS.map(|name| speech.word(&format!("cli-gaps-{name}")));
    let rows: Vec<Row> = gaps.iter().map(|gap| row(speech, session, gap)).collect();
    let all = || std::iter::once(&heading).chain(&rows);
    let mut widths: [usize; COLUMNS.len()] =
        std::array::from_fn(|column| all().map(|row| columns(&row[column])).max().unwrap_or(0));
    let for_ids = |widths: &[usize]| {
        let others: usize = widths.iter().enumerate().filter(|(at, _)| *at != ID).map(|(_, width)| taken(*width)).sum();
        style.width.saturating_sub(others + LEAST + GAP)
    };
    if for_ids(&widths) < widths[ID].min(LONG) {
        widths[WHEN] = 0;
    }
    let most = for_ids(&widths);
    widths[ID] = all().map(|row| columns(&row[ID])).filter(|width| *width <= most).max().unwrap_or(0);
    let before: usize = widths.iter().map(|width| taken(*width)).sum();
    let room = style.width.saturating_sub(before + GAP).max(LEAST);
    let head = line(&heading, &widths, &heading[0]) + &speech.word("cli-gaps-missing");
    let mut out = paint(style.out, "2", &head) + "\n";
    for (gap, row) in gaps.iter().zip(&rows) {
        let kind = paint(style.out, sgr(gap.status), &row[0]);
        let _ = write!(out, "{}", line(row, &widths, &kind));
        for (at, part) in fold(&missing(speech, session, gap), room).lines().enumerate() {
            let below = if at == 0 { String::new() } else { format!("\n{:before$}", "") };
            let _ = write!(out, "{below}{}", part.trim_start());
        }
        out.push('\n');
    }
    out
}

/// The columns that a column takes with what separates it from the next.
fn taken(width: usize) -> usize {
    if width == 0 { 0 } else { width + GAP }
}

/// A row without what is missing; `kind` is its first word, in its colour.
fn line(row: &Row, widths: &[usize], kind: &str) -> String {
    let mut line = left(kind, widths[0]);
    for (at, width) in widths.iter().enumerate().skip(1).filter(|(_, width)| **width > 0) {
        let text = if at <= WHEN { left(&row[at], *width) } else { right(&row[at], *width) };
        if at == ID && columns(&text) > *width {
            let _ = write!(line, "{:GAP$}{text}\n{:before$}", "", "", before = widths[0] + GAP + width);
            continue;
        }
        let _ = write!(line, "{:GAP$}{text}", "");
    }
    format!("{line}{:GAP$}", "")
}

fn row(speech: Speech, session: &Session, gap: &Gap) -> Row {
    let (ground, language) = (&session.ground, speech.language());
    let shift = ground.shift(gap.shift);
    let zone = ground.strike.site(shift.site).zone;
    let clock = |at: crate::model::Instant| at.in_zone(zone).naive_local();
    let (start, end) = (clock(shift.span.start), clock(shift.span.end));
    let when = format!("{} {}", weekday_short(start.weekday(), language), times(start.time(), end.time(), language));
    let heads = session.coverage.of(gap.shift).planned().heads;
    let number = |count: u32| whole(i64::from(count), language);
    let kind = speech.word(&format!("cli-gap-{}", gap.status.word()));
    [kind, visible(&shift.id).into_owned(), when, number(heads), number(shift.minimum), number(shift.target)]
}

/// `3 heads, 1 captain, first aid 1`.
fn missing(speech: Speech, session: &Session, gap: &Gap) -> String {
    let shift = session.ground.shift(gap.shift);
    let planned = session.coverage.of(gap.shift).planned();
    let counts = [("heads", planned.short_by(shift)), ("captains", planned.captains_missing(shift))];
    let mut parts: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| speech.say(&format!("cli-gaps-missing-{what}"), &[("count", count.into())]))
        .collect();
    let name = |skill| duty_name(speech, &session.ground.strike, Duty::Skill(skill));
    let count = |count: u32| whole(i64::from(count), speech.language());
    parts.extend(planned.needs_missing(shift).into_iter().map(|(skill, n)| format!("{} {}", name(skill), count(n))));
    // Broken between what is missing, not within.
    let whole = |part: &String| part.replace(' ', "\u{a0}");
    parts.iter().map(whole).collect::<Vec<_>>().join(", ")
}
