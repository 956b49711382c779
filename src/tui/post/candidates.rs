//! Who could come to a shift: as what, with how many hours, from how far, and what they asked for.

use super::{draw_mark, not_yet_all, shared_title};
use crate::app::view::Desk;
use crate::app::view::post::CANDIDATES;
use crate::engine::candidates::Candidate;
use crate::model::{Duty, ShiftIx};
use crate::tui::canvas::{Canvas, Cut};
use crate::tui::text::{width, wrapped};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

pub(super) fn draw_candidates(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx, shared: bool) {
    shared_title(canvas, area, desk, CANDIDATES, shared);
    let (facts, speech) = (desk.post.facts(), desk.speech);
    let (_, rest) = area.cut_top(1);
    let (head, rows) = rest.cut_top(1);
    let columns = Columns::new(rows.width);
    for (x, room, word, right) in [
        (columns.duty, columns.duty_room, "column-as", false),
        (columns.hours, columns.hours_room, "column-hours", true),
        (columns.km, columns.km_room, "column-km", true),
        (columns.asks, columns.asks_room, "column-asked", false),
    ] {
        let text = speech.word(word);
        if right {
            canvas.put_right(head.x + x, head.y, room, &text, Role::Dim);
        } else {
            canvas.put(head.x + x, head.y, room, &text, Role::Dim);
        }
    }
    canvas.put(head.x, head.y, columns.duty.saturating_sub(1), &speech.word("column-member"), Role::Dim);
    if facts.candidates.is_empty() {
        if let Some(word) = not_yet_all(desk, CANDIDATES) {
            canvas.put(rows.x, rows.y + 1, rows.width, &speech.word(word), Role::Dim);
            return;
        }
        let nobody = nobody_text(desk, shift);
        // Where nobody is missing, nobody is wanted either.
        let role = if is_gap(desk, shift) { Role::Warn } else { Role::Dim };
        for (line, text) in wrapped(&nobody, rows.width).iter().enumerate() {
            canvas.put(rows.x, rows.y + 1 + line as u16, rows.width, text, role);
        }
        return;
    }
    let list = &desk.post.lists[CANDIDATES];
    let focus = desk.post.pane == CANDIDATES;
    canvas.list(rows, list, facts.candidates.len(), Some(CANDIDATES), focus, |canvas, row, ix| {
        draw_candidate(canvas, row, desk, shift, &columns, &facts.candidates[ix]);
    });
}

/// Where the columns of the candidates begin.
struct Columns {
    duty: u16,
    duty_room: u16,
    hours: u16,
    hours_room: u16,
    km: u16,
    km_room: u16,
    asks: u16,
    asks_room: u16,
}

impl Columns {
    fn new(room: u16) -> Self {
        let asks_room = if room >= 70 { 16 } else { 7 };
        // `capitaine` and `piquetage` have room in the smallest screen too.
        let duty_room = if room >= 60 { 11 } else { 9 };
        let (hours_room, km_room) = if room >= 60 { (7, 6) } else { (6, 4) };
        let fixed = duty_room + 1 + hours_room + 1 + km_room + 2 + asks_room + 1;
        let duty = room.saturating_sub(fixed).min(36);
        let hours = duty + duty_room + 1;
        let km = hours + hours_room + 1;
        Self { duty, duty_room, hours, hours_room, km, km_room, asks: km + km_room + 2, asks_room }
    }
}

fn is_gap(desk: &Desk, shift: ShiftIx) -> bool {
    desk.session.coverage.of(shift).status(desk.ground().shift(shift)).is_gap()
}

/// That nobody else may stand on a shift, and what tells more.
pub(in crate::tui) fn nobody_text(desk: &Desk, shift: ShiftIx) -> String {
    desk.sentence(if is_gap(desk, shift) { "screen-no-candidates.gap" } else { "screen-no-candidates" }, &[])
}

fn draw_candidate(canvas: &mut Canvas, row: Rect, desk: &Desk, shift: ShiftIx, at: &Columns, each: &Candidate) {
    let (words, speech) = (desk.words(), desk.speech);
    let mut name = at.duty.saturating_sub(1);
    if each.at_risk {
        let mark = speech.word("screen-at-risk-short");
        let wide = width(&mark);
        name = name.saturating_sub(wide + 1);
        canvas.put(row.x + name + 1, row.y, wide, &mark, Role::Essential);
    }
    draw_mark(canvas, row.x.saturating_sub(1), row.y, desk.is_marked(each.member));
    canvas.put(row.x, row.y, name, &words.member(each.member), Role::Plain);
    let duty = words.duty(each.duty);
    let role = if each.duty == Duty::Picket { Role::Dim } else { Role::Strong };
    canvas.put(row.x + at.duty, row.y, at.duty_room, &duty, role);
    let full = desk.ground().strike.pay.minutes_per_week;
    let hours = format!("{}/{}", words.hours(each.week_minutes), words.hours(full));
    canvas.put_right(
        row.x + at.hours,
        row.y,
        at.hours_room,
        &hours,
        if each.unpaid_minutes > 0 { Role::Warn } else { Role::Plain },
    );
    let km = each.km.map_or_else(
        || "–".to_owned(),
        |km| crate::speech::number::decimal(km, u8::from(km < 10.0).into(), speech.language()),
    );
    canvas.put_right(row.x + at.km, row.y, at.km_room, &km, Role::Plain);
    let asked = asked(desk, shift, each, at.asks_room > 10);
    canvas.put(row.x + at.asks, row.y, at.asks_room, &asked, Role::Dim);
}

/// What of this shift the member asked for: the site, the time of day.
fn asked(desk: &Desk, shift: ShiftIx, each: &Candidate, long: bool) -> String {
    let say = |id: &str, rank: u32| desk.speech.say(id, &[("rank", rank.into())]);
    let mut parts = Vec::new();
    parts.extend(each.site_rank.map(|rank| say(if long { "asked-site" } else { "asked-site-short" }, rank)));
    parts.extend(each.shift_rank.map(|rank| say(if long { "asked-time" } else { "asked-time-short" }, rank)));
    let home = desk.ground().strike.member(each.member).home == Some(desk.ground().shift(shift).site);
    if parts.is_empty() && home {
        parts.push(desk.speech.word("asked-home"));
    }
    parts.join(" ")
}
