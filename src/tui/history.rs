//! The history: what was done, by whom, when; the latest first.

use super::canvas::{Canvas, Cut};
use super::rooms::Rooms;
use super::text::wrapped;
use super::theme::Role;
use crate::app::view::Desk;
use ratatui::layout::Rect;

/// Rows for the entry under the cursor, told whole: so many at least, and more for one that needs them.
const WHOLE: u16 = 2;
/// So many at most.
const MOST: u16 = 6;

/// Draws the history.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (words, speech) = (desk.words(), desk.speech);
    let (head, rest) = area.cut_top(2);
    let history = &desk.history;
    let (all, shown) = (history.all().len(), history.len());
    let text = if history.is_filtered() {
        speech.say("screen-entries-of", &[("shown", shown.into()), ("all", all.into())])
    } else {
        speech.say("screen-entries", &[("count", all.into())])
    };
    let x = canvas.put(head.x, head.y, head.width, &text, Role::Plain);
    canvas.chips(Rect { x: head.x + x, width: head.width.saturating_sub(x), ..head }, &desk.history_chips());
    if history.is_empty() {
        let text =
            if all == 0 { speech.word("screen-no-history") } else { desk.sentence("screen-nothing-passes", &[]) };
        canvas.put(rest.x, rest.y, rest.width, &text, Role::Dim);
        return;
    }
    let told = history.chosen().map(|line| wrapped(&words.entry(&line.entry), rest.width)).unwrap_or_default();
    let wanted = u16::try_from(told.len()).unwrap_or(MOST).clamp(WHOLE, MOST);
    let (rest, whole) = rest.cut_bottom(wanted + 1);
    canvas.rule(whole.x, whole.y, whole.width);
    for (y, text) in (whole.y + 1..whole.bottom()).zip(&told) {
        canvas.put(whole.x, y, whole.width, text, Role::Plain);
    }
    let when = Rooms::of(speech.language()).day_and_time();
    let who = if area.width >= 110 { 16 } else { 10 };
    canvas.list(rest, &history.list, shown, Some(0), true, |canvas, row, ix| {
        let Some(line) = history.row(ix) else { return };
        let ink = if line.undone { Role::Dim } else { Role::Plain };
        canvas.put_right(row.x, row.y, 5, &line.entry.seq.to_string(), Role::Dim);
        canvas.put(row.x + 7, row.y, when, &words.instant(line.entry.at), Role::Dim);
        canvas.put(row.x + 8 + when, row.y, who, &line.entry.actor, Role::Dim);
        let mark = if line.undone {
            speech.word("screen-undone")
        } else if line.next_undo && row.width >= 110 {
            desk.sentence("screen-undo-next", &[])
        } else {
            String::new()
        };
        let wide = super::text::width(&mark);
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
