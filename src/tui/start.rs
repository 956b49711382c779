//! The first page: what this is, the ways to start, and what to do next.

use super::canvas::{Canvas, Cut};
use super::frame::title;
use super::text::wrapped;
use super::theme::Role;
use crate::app::view::start::{NEXT, QUESTIONS};
use crate::app::view::{Desk, key_text};
use ratatui::layout::Rect;

/// Draws the page.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let speech = desk.speech;
    let wide = area.width.min(96);
    let area = Rect { x: area.x + (area.width - wide) / 2, width: wide, ..area };
    let mut y = area.y;
    let mut say = |canvas: &mut Canvas, text: &str, role: Role| {
        for line in wrapped(text, area.width) {
            canvas.put(area.x, y, area.width, &line, role);
            y += 1;
        }
        y += 1;
    };
    say(canvas, &speech.word("start-what"), Role::Strong);
    let sample = if desk.session.sample.is_some() {
        speech.word("start-is-sample")
    } else {
        let values = [("strike", (&desk.ground().strike.campaign.name).into())];
        speech.say("start-is-strike", &values)
    };
    say(canvas, &sample, Role::Plain);
    let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
    if !desk.start.answers.is_empty() {
        draw_answers(canvas, rest, desk);
        return;
    }
    let starts = desk.starts();
    let (block, rest) = rest.cut_top(starts.len() as u16 * 2 + 2);
    title(canvas, block.x, block.y, block.width, &speech.word("start-ways"), "", true);
    let (_, rows) = block.cut_top(1);
    let at = desk.start.list.at(starts.len());
    let _ = desk.start.list.window(starts.len(), starts.len());
    for (ix, choice) in starts.iter().enumerate() {
        let row = Rect { y: rows.y + 2 * ix as u16, height: 2, ..rows };
        if row.bottom() > area.bottom() {
            break;
        }
        let role = if ix == at { Role::TitleOn } else { Role::Strong };
        canvas.put(row.x + 2, row.y, row.width.saturating_sub(2), &choice.text, role);
        canvas.put(row.x + 4, row.y + 1, row.width.saturating_sub(4), &choice.aside, Role::Dim);
        if ix == at {
            canvas.put(row.x, row.y, 1, canvas.theme.either("▸", ">"), Role::Key);
            canvas.wash(Rect { height: 1, ..row }, Role::Cursor);
        }
        canvas.hit(row, crate::app::view::place::Target::Row(0, ix));
    }
    title(canvas, rest.x, rest.y, rest.width, &speech.word("start-next"), "", false);
    for (ix, command) in NEXT.into_iter().enumerate() {
        let y = rest.y + 1 + ix as u16;
        if y >= area.bottom() {
            break;
        }
        let Some(key) = desk.keymap.first(command) else { continue };
        let name = crate::app::commands::entry(command).map_or("", |entry| entry.name);
        canvas.put(rest.x + 2, y, 8, &key_text(speech, key), Role::Key);
        canvas.put(
            rest.x + 10,
            y,
            rest.width.saturating_sub(10),
            &speech.word(&format!("start-next-{name}")),
            Role::Plain,
        );
    }
}

/// The answers so far, while the questions are asked.
fn draw_answers(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    title(canvas, area.x, area.y, area.width, &desk.speech.word("start-new"), "", true);
    for (ix, question) in QUESTIONS.iter().enumerate() {
        let y = area.y + 1 + ix as u16;
        let role = if ix == desk.start.answers.len() { Role::TitleOn } else { Role::Dim };
        canvas.put(area.x + 2, y, 40, &desk.speech.word(question), role);
        if let Some(answer) = desk.start.answers.get(ix) {
            canvas.put(area.x + 43, y, area.width.saturating_sub(43), answer, Role::Strong);
        }
    }
}
