//! The help page: what the screen one comes from shows and which keys matter there, what the signs mean, then every key, made
//! from the table of commands, and the field's words.

use super::canvas::{Canvas, Cut};
use super::text::{width, wrapped};
use super::theme::{Role, role_of};
use crate::app::commands::{Chapter, Command, TABLE};
use crate::app::view::{Desk, key_text};
use crate::engine::coverage::Status;
use ratatui::layout::Rect;

/// A line of the page.
enum Line {
    Title(String),
    Text(String),
    /// What is told of, in so many columns; and what is told of it.
    Pair(u16, String, Role, String),
    Gap,
}

/// Draws the page.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let wide = area.width >= 130;
    let column = if wide { area.width / 2 - 2 } else { area.width };
    let (mut left, mut right) = (here(desk, column), signs(canvas, desk, column));
    if wide {
        left.push(Line::Gap);
        left.extend(commands(desk, column));
        right.push(Line::Gap);
        right.extend(glossary(desk, column));
        let rows = usize::from(area.height);
        let longest = left.len().max(right.len());
        let top = scrolled(desk, longest, rows);
        draw_lines(canvas, Rect { width: column, ..area }, &left, top);
        draw_lines(canvas, Rect { x: area.x + column + 4, width: column, ..area }, &right, top);
    } else {
        let mut all = left;
        for part in [right, commands(desk, column), glossary(desk, column)] {
            all.push(Line::Gap);
            all.extend(part);
        }
        let top = scrolled(desk, all.len(), usize::from(area.height));
        draw_lines(canvas, area, &all, top);
    }
}

/// The first line shown: the page's cursor is the line at its top.
fn scrolled(desk: &Desk, lines: usize, rows: usize) -> usize {
    let furthest = lines.saturating_sub(rows);
    // Tells the list how long the page is, so that a page down is a page.
    let _ = desk.help.window(lines, rows);
    desk.help.at(furthest + 1)
}

fn draw_lines(canvas: &mut Canvas, area: Rect, lines: &[Line], top: usize) {
    for (y, line) in lines.iter().skip(top).take(usize::from(area.height)).enumerate() {
        let (row, _) = Rect { y: area.y + y as u16, ..area }.cut_top(1);
        match line {
            Line::Title(text) => {
                super::frame::title(canvas, row.x, row.y, row.width, text, "", false);
            }
            Line::Text(text) => {
                canvas.put(row.x, row.y, row.width, text, Role::Plain);
            }
            Line::Pair(column, left, role, right) => {
                canvas.put(row.x, row.y, column - 1, left, *role);
                canvas.put(row.x + column, row.y, row.width.saturating_sub(*column), right, Role::Plain);
            }
            Line::Gap => {}
        }
    }
}

/// Columns of the keys.
const KEYS: u16 = 22;

/// What the screen that help was asked for on shows, and the keys that its foot hints at.
fn here(desk: &Desk, room: u16) -> Vec<Line> {
    let (place, speech) = (desk.helped(), desk.speech);
    let mut lines = vec![Line::Title(speech.word(place.word()))];
    let about = desk.sentence(place.about(), &[]);
    lines.extend(wrapped(&about, room).into_iter().map(Line::Text));
    lines.push(Line::Gap);
    let keys = desk.keys_of(place).into_iter().filter(|(row, _)| row.command != Command::Help);
    let told = keys.map(|(row, key)| (key_text(speech, key), speech.word(&format!("command-{}", row.name))));
    let told: Vec<(String, String)> = told.collect();
    let column = told.iter().map(|(key, _)| width(key)).max().unwrap_or(0) + 2;
    for (key, what) in told {
        pair(&mut lines, (column, &key, Role::Key), &what, room);
    }
    lines
}

/// Every command by chapter, with all its keys.
fn commands(desk: &Desk, room: u16) -> Vec<Line> {
    let speech = desk.speech;
    let mut lines = Vec::new();
    for chapter in Chapter::ALL {
        if !lines.is_empty() {
            lines.push(Line::Gap);
        }
        lines.push(Line::Title(speech.word(chapter.word())));
        for entry in TABLE.iter().filter(|entry| entry.chapter == chapter) {
            let keys: Vec<String> = desk.keymap.of(entry).iter().map(|key| key_text(speech, *key)).collect();
            let what = speech.word(&format!("command-{}", entry.name));
            pair(&mut lines, (KEYS, &keys.join("  "), Role::Key), &what, room);
        }
    }
    lines
}

/// What is told of, in so many columns of the `room`; and what is told of it, in as many rows as it takes.
fn pair(lines: &mut Vec<Line>, (column, left, role): (u16, &str, Role), right: &str, room: u16) {
    let mut left = left;
    for text in wrapped(right, room.saturating_sub(column)) {
        lines.push(Line::Pair(column, left.to_owned(), role, text));
        left = "";
    }
}

/// The signs of the shifts.
fn signs(canvas: &Canvas, desk: &Desk, room: u16) -> Vec<Line> {
    let speech = desk.speech;
    let mut lines = vec![Line::Title(speech.word("chapter-signs"))];
    let names = Status::ALL.map(|status| format!("{} {}", canvas.theme.sign(status), desk.words().status(status)));
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
    for (status, name) in Status::ALL.into_iter().zip(&names) {
        let means = speech.word(&format!("sign-{}", status.word()));
        pair(&mut lines, (column, name, role_of(status)), &means, room);
    }
    lines
}

/// The words a newcomer may not know.
fn glossary(desk: &Desk, room: u16) -> Vec<Line> {
    let speech = desk.speech;
    let mut lines = vec![Line::Title(speech.word("chapter-words"))];
    for word in crate::app::view::GLOSSARY {
        let left = speech.word(&format!("word-{word}"));
        debug_assert!(width(&left) < KEYS, "{left}");
        pair(&mut lines, (KEYS, &left, Role::Strong), &speech.word(&format!("word-{word}.means")), room);
    }
    lines
}
