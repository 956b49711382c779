//! The line being typed: a search or a reason at the foot, the palette over the screen.

use super::canvas::{Canvas, Cut, width};
use super::frame::key_text;
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::place::Target;
use crate::app::view::prompt::{Prompt, Purpose};
use ratatui::layout::Rect;

/// Draws the prompt, if there is one.
pub fn draw(canvas: &mut Canvas, body: Rect, answer: Rect, desk: &Desk) {
    let Some(prompt) = &desk.prompt else { return };
    match prompt.purpose {
        Purpose::Find => {
            canvas.blank(answer);
            line(canvas, answer, "/", prompt, &desk.speech.word("prompt-find"));
        }
        Purpose::Reason { member, .. } => {
            canvas.blank(answer);
            let label = desk.speech.say("prompt-reason", &[("member", desk.words().member(member).into())]);
            line(canvas, answer, &label, prompt, &desk.speech.word("prompt-reason-how"));
        }
        Purpose::Palette => palette(canvas, body, desk, prompt),
    }
}

/// A labelled line with what is typed, and at its end what to do.
fn line(canvas: &mut Canvas, area: Rect, label: &str, prompt: &Prompt, how: &str) {
    let label = super::canvas::cut(label, area.width * 2 / 3, canvas.theme.ascii).into_owned();
    let used = canvas.put(area.x, area.y, area.width, &label, Role::Key) + 1;
    let how_wide = width(how);
    let room = area.width.saturating_sub(used);
    let room = if room > how_wide + 24 { room - how_wide - 2 } else { room };
    let scroll = prompt.input.visual_scroll(usize::from(room.saturating_sub(1)));
    let text: String = skipped(prompt.text(), scroll);
    canvas.put(area.x + used, area.y, room, &text, Role::Strong);
    let caret = prompt.input.visual_cursor().saturating_sub(scroll) as u16;
    canvas.caret = Some((area.x + used + caret.min(room.saturating_sub(1)), area.y));
    if area.width > used + room {
        canvas.put_right(area.x, area.y, area.width, how, Role::Dim);
    }
}

/// `text` without its first columns.
fn skipped(text: &str, columns: usize) -> String {
    let mut left = columns;
    text.chars()
        .skip_while(|c| {
            let wide = unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            let skip = left > 0;
            left = left.saturating_sub(wide);
            skip
        })
        .collect()
}

fn palette(canvas: &mut Canvas, body: Rect, desk: &Desk, prompt: &Prompt) {
    let found = prompt.commands(desk.speech, desk.place);
    let wide = body.width.min(72);
    let height = body.height.min(16).min(found.len().max(1) as u16 + 4);
    let area =
        Rect { x: body.x + (body.width - wide) / 2, y: body.y + 1, width: wide, height: height.saturating_sub(1) };
    canvas.blank(Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    frame(canvas, area);
    let inner = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area }.inset(2);
    let (typed, rows) = inner.cut_top(1);
    line(canvas, typed, ":", prompt, "");
    if found.is_empty() {
        canvas.put(rows.x, rows.y, rows.width, &desk.speech.word("screen-no-command"), Role::Dim);
    }
    let list = &prompt.list;
    let names = found.iter().map(|entry| width(entry.name)).max().unwrap_or(0).min(20) + 2;
    canvas.list(rows, list, found.len(), Some(0), true, |canvas, row, ix| {
        let entry = found[ix];
        let key = key_text(desk.speech, entry.keys[0]);
        let keys = width(&key);
        canvas.put_right(row.x, row.y, row.width, &key, Role::Key);
        canvas.put(row.x, row.y, names - 1, entry.name, Role::Strong);
        let words = desk.speech.word(&format!("command-{}", entry.name));
        canvas.put(row.x + names, row.y, row.width.saturating_sub(names + keys + 2), &words, Role::Plain);
        canvas.hit(row, Target::Command(entry.command));
    });
}

/// A frame around `area`, drawn on its edge.
fn frame(canvas: &mut Canvas, area: Rect) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom() - 1);
    canvas.rule(area.x, area.y, area.width);
    canvas.rule(area.x, bottom, area.width);
    canvas.upright(area.x, area.y, area.height);
    canvas.upright(right, area.y, area.height);
    for (x, y, sign) in [(area.x, area.y, "╭"), (right, area.y, "╮"), (area.x, bottom, "╰"), (right, bottom, "╯")]
    {
        canvas.put(x, y, 1, canvas.theme.either(sign, "+"), Role::Rule);
    }
}
