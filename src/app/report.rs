//! Problems as people read them: what is wrong, underlined where it stands, and what to do; and the same as plain fields for
//! programs.
//!
//! Source text is shown one line at a time and windowed, with control characters made visible: a list of members may hold
//! anything, on lines of any length.

use crate::model::problem::{Problem, Severity, Spot};
use crate::speech::Speech;
use crate::speech::visible::visible;
use crate::store::read::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// How a report is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// With ANSI colours.
    pub colour: bool,
    /// Columns.
    pub width: usize,
}

/// A problem as `check --json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What, as one word of `snake_case`.
    pub code: &'static str,
    /// The file, as the strike names it.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// A problem in words.
pub fn said(problem: &Problem, speech: Speech) -> Said {
    let (message, help) = speech.problem(problem);
    Said {
        severity: problem.severity.word(),
        code: problem.code,
        file: problem.file.clone(),
        line: problem.spot.as_ref().map(|spot| spot.line),
        column: problem.spot.as_ref().map(|spot| spot.column),
        message,
        help,
    }
}

/// Problems of one code in one file that are shown in full; the rest of them take a line each.
const IN_FULL: usize = 20;

/// Every problem, underlined in its source, with a blank line between and a closing count. Where a whole list has one thing
/// wrong, the first twenty are underlined and the others take a line each. Empty when there is none.
pub fn report(problems: &[Problem], sources: &Sources, speech: Speech, style: Style) -> String {
    let mut text = String::new();
    let mut shown: FxHashMap<(Option<&str>, &str), usize> = FxHashMap::default();
    let mut last_was_line = false;
    for problem in problems {
        let count = shown.entry((problem.file.as_deref(), problem.code)).or_default();
        *count += 1;
        let is_line = *count > IN_FULL;
        if last_was_line && !is_line {
            text.push('\n');
        }
        last_was_line = is_line;
        if is_line {
            text.push_str(&line(problem, speech));
            text.push('\n');
        } else {
            text.push_str(&one(problem, sources, speech, style));
            text.push_str("\n\n");
        }
    }
    if last_was_line {
        text.push('\n');
    }
    if !problems.is_empty() {
        text.push_str(&count(problems, speech));
        text.push('\n');
    }
    text
}

/// `2 errors, 1 warning`.
pub fn count(problems: &[Problem], speech: Speech) -> String {
    let of = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (severity, of(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| speech.say(&format!("report-{}s", severity.word()), &[("count", count.into())]))
        .collect();
    parts.join(", ")
}

/// One problem in one line: `members.csv:12:5: error[unknown_id]: there is no site …`.
pub fn line(problem: &Problem, speech: Speech) -> String {
    let (message, _) = speech.problem(problem);
    let level = speech.word(&format!("report-{}", problem.severity.word()));
    let mut place = problem.file.as_deref().map_or(String::new(), |file| format!("{}: ", visible(file)));
    if let (Some(file), Some(spot)) = (&problem.file, &problem.spot) {
        place = format!("{}:{}:{}: ", visible(file), spot.line, spot.column);
    }
    format!("{place}{level}[{}]: {message}", problem.code)
}

/// One problem, underlined in its source.
pub fn one(problem: &Problem, sources: &Sources, speech: Speech, style: Style) -> String {
    let (message, help) = speech.problem(problem);
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level_name = speech.word(&format!("report-{}", problem.severity.word()));
    let mut group = Group::with_title(level.with_name(level_name).primary_title(message).id(problem.code));
    let file = problem.file.as_deref().map(|file| visible(file).into_owned());
    let source = problem.file.as_deref().and_then(|file| sources.text(file)).zip(problem.spot.as_ref());
    if let Some(file) = file {
        group = group.element(match &problem.spot {
            Some(spot) => Origin::path(file).line(spot.line as usize).char_column(spot.column as usize),
            None => Origin::path(file),
        });
    }
    if let Some((text, spot)) = source {
        // The number of the line and what frames it take a few columns.
        let room = style.width.saturating_sub(8 + spot.line.to_string().len()).max(20);
        let Excerpt { line, mark } = excerpt(text, spot, room);
        let snippet = Snippet::source(line).line_start(spot.line as usize);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(mark)));
    }
    if !help.is_empty() {
        group = group.element(Level::HELP.with_name(speech.word("report-help")).message(help));
    }
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    without_second_arrow(&renderer.term_width(style.width.max(40)).render(&[group]))
}

/// The place is told apart from the source, since a window's columns aren't the file's; the renderer then marks the source as
/// another file's with a line that holds nothing but `:::`, which is left out here.
fn without_second_arrow(report: &str) -> String {
    let is_arrow = |line: &str| {
        let mut said = String::new();
        let mut parts = line.split('\u{1b}');
        said.push_str(parts.next().unwrap_or(""));
        parts.for_each(|part| said.push_str(part.split_once('m').map_or("", |(_, text)| text)));
        said.trim() == ":::"
    };
    let lines: Vec<&str> = report.lines().filter(|line| !is_arrow(line)).collect();
    lines.join("\n")
}

/// A window on one line, and the bytes of it to underline.
struct Excerpt {
    line: String,
    mark: Range<usize>,
}

/// Bytes looked at on either side: more than any width shows, less than a line of a hundred megabytes.
const REACH: usize = 4096;

fn excerpt(text: &str, spot: &Spot, room: usize) -> Excerpt {
    let start = boundary(text, spot.start);
    let is_end = |c: char| c == '\n' || c == '\r';
    let before = &text[boundary(text, start.saturating_sub(REACH))..start];
    let before = before.rfind(is_end).map_or(before, |at| &before[at + 1..]);
    let rest = &text[start..boundary(text, start + REACH)];
    let rest = rest.find(is_end).map_or(rest, |at| &rest[..at]);
    let marked = boundary(rest, spot.end.saturating_sub(start));
    let (marked, after) = rest.split_at(marked);

    let marked = cut(&shown(marked), room, Side::Right);
    let left_over = room.saturating_sub(width(&marked));
    // What comes before says which row or key it is; what comes after gets what is left.
    let before = cut(&shown(before), left_over * 2 / 3, Side::Left);
    let after = cut(&shown(after), left_over.saturating_sub(width(&before)), Side::Right);
    let mark = before.len()..before.len() + marked.len();
    Excerpt { line: format!("{before}{marked}{after}"), mark }
}

/// The last place at or before `at` where `text` can be cut.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Text as a line of a report can hold it.
fn shown(text: &str) -> String {
    visible(&text.replace('\t', "    ")).into_owned()
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

/// `text` cut to `room` columns at one side, with `…` for what is left out.
fn cut(text: &str, room: usize, side: Side) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let mut take = |c: &char| {
        let wide = c.width().unwrap_or(0);
        let fits = wide <= left;
        left = if fits { left - wide } else { 0 };
        fits
    };
    match side {
        Side::Right => text.chars().take_while(&mut take).chain(['…']).collect(),
        Side::Left => {
            let kept: Vec<char> = text.chars().rev().take_while(&mut take).collect();
            std::iter::once('…').chain(kept.into_iter().rev()).collect()
        }
    }
}
