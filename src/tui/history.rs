//! The history: what was done, by whom, when; the latest first.

use super::canvas::{Canvas, Cut};
use super::theme::Role;
use crate::app::view::Desk;
use ratatui::layout::Rect;

/// Draws the history.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (words, speech) = (desk.words(), desk.speech);
    let (head, rest) = area.cut_top(2);
    let entries = &desk.entries;
    let text = speech.say("screen-entries", &[("count", (entries.len() as i64).into())]);
    canvas.put(head.x, head.y, head.width, &text, Role::Plain);
    if entries.is_empty() {
        canvas.put(rest.x, rest.y, rest.width, &speech.word("screen-no-history"), Role::Dim);
        return;
    }
    let when = if speech.language() == crate::model::campaign::Language::En { 17 } else { 21 };
    let who = if area.width >= 110 { 16 } else { 10 };
    canvas.list(rest, &desk.history, entries.len(), Some(0), true, |canvas, row, ix| {
        let line = &entries[ix];
        let ink = if line.undone { Role::Dim } else { Role::Plain };
        canvas.put_right(row.x, row.y, 5, &line.seq.to_string(), Role::Dim);
        canvas.put(row.x + 7, row.y, when, &words.instant(line.at), Role::Dim);
        canvas.put(row.x + 8 + when, row.y, who, &line.actor, Role::Dim);
        let mark = if line.undone {
            speech.word("screen-undone")
        } else if line.next_undo && row.width >= 110 {
            desk.sentence("screen-undo-next", &[])
        } else {
            String::new()
        };
        let wide = super::canvas::width(&mark);
        canvas.put_right(
            row.right().saturating_sub(wide + 1),
            row.y,
            wide,
            &mark,
            if line.undone { Role::Dim } else { Role::Key },
        );
        let x = row.x + 9 + when + who;
        canvas.put(x, row.y, row.right().saturating_sub(x + wide + 2), &words.entry(&line.entry), ink);
    });
}
