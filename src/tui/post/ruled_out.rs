//! Who can't come to a shift, and why not.

use super::{not_yet_all, shared_title};
use crate::app::view::Desk;
use crate::app::view::post::{RULED_OUT, against, can_be_set_aside};
use crate::model::{MemberIx, ShiftIx};
use crate::tui::canvas::{Canvas, Cut};
use crate::tui::text::{width, wrapped};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

pub(super) fn draw_ruled_out(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx, shared: bool) {
    shared_title(canvas, area, desk, RULED_OUT, shared);
    let facts = desk.post.facts();
    let (_, rows) = area.cut_top(1);
    let focus = desk.post.pane == RULED_OUT;
    // The one under the cursor is told whole below the list.
    let (rows, told) = rows.cut_bottom(4.min(rows.height / 2));
    let list = &desk.post.lists[RULED_OUT];
    if facts.ruled_out.is_empty() {
        let word = not_yet_all(desk, RULED_OUT).unwrap_or("screen-nobody-ruled-out");
        canvas.put(rows.x, rows.y + 1, rows.width, &desk.speech.word(word), Role::Dim);
        return;
    }
    let name = (rows.width * 2 / 5).clamp(12, 30);
    canvas.list(rows, list, facts.ruled_out.len(), Some(RULED_OUT), focus, |canvas, row, ix| {
        let member = facts.ruled_out[ix];
        let refusals = against(desk.ground(), &desk.session.roster, shift, member);
        let aside = can_be_set_aside(&refusals);
        canvas.put(row.x, row.y, 1, if aside { canvas.theme.either("†", "+") } else { " " }, Role::Warn);
        canvas.put(row.x + 2, row.y, name.saturating_sub(3), &desk.words().member(member), Role::Plain);
        let why = refusals.first().map(|why| desk.words().refusal(shift, why)).unwrap_or_default();
        let more = if refusals.len() > 1 { format!(" +{}", refusals.len() - 1) } else { String::new() };
        let room = row.width.saturating_sub(name + 2 + width(&more));
        let used = canvas.put(row.x + name, row.y, room, &why, Role::Dim);
        canvas.put(row.x + name + used, row.y, 4, &more, Role::Dim);
    });
    if let Some(&member) = facts.ruled_out.get(desk.post.at(RULED_OUT)) {
        draw_told(canvas, told, desk, shift, member);
    }
}

/// Every rule against one member, whole.
fn draw_told(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx, member: MemberIx) {
    canvas.rule(area.x, area.y, area.width);
    let refusals = against(desk.ground(), &desk.session.roster, shift, member);
    let why: Vec<String> = refusals.iter().map(|why| desk.words().refusal(shift, why)).collect();
    let mut text = desk.speech.of(&desk.words().member(member), &why.join("; "));
    if can_be_set_aside(&refusals) {
        // An abbreviation (`12 janv.`) has its full stop already.
        text.push_str(if text.ends_with('.') { " " } else { ". " });
        text.push_str(&desk.sentence("screen-can-be-set-aside", &[]));
    }
    for (line, text) in wrapped(&text, area.width).iter().take(usize::from(area.height.saturating_sub(1))).enumerate() {
        canvas.put(area.x, area.y + 1 + line as u16, area.width, text, Role::Plain);
    }
}
