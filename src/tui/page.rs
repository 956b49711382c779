//! A page made for an occasion: what there is to know, its rows, and the row under the cursor told whole.

use super::canvas::{Canvas, Cut};
use super::text::{width, wrapped};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::page::{Ink, Row};
use ratatui::layout::Rect;

/// Rows for the one under the cursor, told whole.
const WHOLE: u16 = 3;
/// Columns of what stands before a row, at most.
const LEAD: u16 = 22;

/// Draws the page.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let Some(page) = desk.page() else {
        canvas.put(area.x, area.y, area.width, &desk.speech.word("page-none"), Role::Dim);
        return;
    };
    let mut rest = area;
    for (ix, text) in page.head(desk).iter().enumerate() {
        for line in wrapped(text, area.width) {
            let (row, below) = rest.cut_top(1);
            canvas.put(row.x, row.y, row.width, &line, if ix == 0 { Role::Strong } else { Role::Plain });
            rest = below;
        }
    }
    let (_, rest) = rest.cut_top(1);
    let (rows, whole) = rest.cut_bottom(WHOLE + 1);
    let len = page.len();
    if len == 0 {
        return;
    }
    let shown: Vec<Row> = page.list.window(len, usize::from(rows.height)).map(|at| page.row(desk, at)).collect();
    let first = page.list.window(len, usize::from(rows.height)).start;
    let lead = shown.iter().map(|row| width(&row.lead)).max().unwrap_or(0).min(LEAD);
    canvas.list(rows, &page.list, len, Some(0), true, |canvas, place, at| {
        if let Some(row) = at.checked_sub(first).and_then(|at| shown.get(at)) {
            draw_row(canvas, place, desk, row, lead);
        }
    });
    let told = page.row(desk, page.list.at(len)).told();
    canvas.rule(whole.x, whole.y, whole.width);
    for (y, line) in wrapped(&told, whole.width).iter().take(usize::from(WHOLE)).enumerate() {
        canvas.put(whole.x, whole.y + 1 + y as u16, whole.width, line, Role::Plain);
    }
}

fn draw_row(canvas: &mut Canvas, place: Rect, desk: &Desk, row: &Row, lead: u16) {
    let role = match row.ink {
        Ink::Heading => Role::Strong,
        Ink::Plain => Role::Plain,
        Ink::Warn => Role::Warn,
        Ink::Bad => Role::Bad,
        Ink::Done => Role::Dim,
    };
    // A column stays free before the mark of how far down the list one is.
    let mut rest = Rect { width: place.width.saturating_sub(1), ..place };
    if let Some(ticked) = row.ticked {
        let (sign, role) = if ticked { (canvas.theme.either("[✓]", "[x]"), Role::Good) } else { ("[ ]", role) };
        canvas.put(rest.x, rest.y, 3, sign, role);
        rest = rest.cut_left(4).1;
    }
    if lead > 0 && !(row.ink == Ink::Heading && row.lead.is_empty()) {
        canvas.put(rest.x, rest.y, lead, &row.lead, if row.ink == Ink::Plain { Role::Key } else { role });
        rest = rest.cut_left(lead + 2).1;
    }
    let beside = if row.aside.is_empty() { 0 } else { width(&row.aside) + 2 };
    let room = rest.width.saturating_sub(beside).max(rest.width / 2);
    let text = row.shift.map_or_else(|| row.text.clone(), |shift| desk.shift_in(shift, room));
    canvas.sides(rest, (&text, role), (&row.aside, Role::Dim));
}
