//! A plan before it is taken: what it would reach, what it would change.

use super::canvas::{Canvas, Cut};
use super::frame::title;
use super::rooms::Rooms;
use super::text::{width, wrapped};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::planning::Beside;
use crate::model::Change;
use ratatui::layout::Rect;

/// Draws the preview.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let speech = desk.speech;
    let Some(plan) = &desk.planning.plan else {
        canvas.put(area.x, area.y, area.width, &desk.sentence("screen-no-plan", &[]), Role::Dim);
        return;
    };
    let would = wrapped(&desk.plan_would().unwrap_or_default(), area.width);
    let stopped =
        if plan.stopped_early { wrapped(&speech.word("screen-plan-stopped"), area.width) } else { Vec::new() };
    let (head, rest) = area.cut_top((would.len() + stopped.len().max(1)) as u16);
    let roles = would.iter().map(|_| Role::Strong).chain(stopped.iter().map(|_| Role::Warn));
    for (y, (text, role)) in (head.y..head.bottom()).zip(would.iter().chain(&stopped).zip(roles)) {
        canvas.put(head.x, y, head.width, text, role);
    }
    let levels = desk.levels_beside();
    let (block, rest) = rest.cut_top(levels.len() as u16 + 3);
    draw_levels(canvas, block, desk, &levels, plan.outcome.gaps);
    title(canvas, rest.x, rest.y, rest.width, &speech.word("screen-changes"), "", true);
    let (_, rows) = rest.cut_top(1);
    canvas.list(rows, &desk.planning.list, plan.len(), Some(0), true, |canvas, row, ix| {
        let Some(change) = plan.change(ix) else { return };
        let is_whole = draw_change(canvas, row, desk, &change);
        if !is_whole && ix == desk.planning.list.at(plan.len()) {
            let (words, line) = (desk.words(), desk.ground().shift(change.shift()).line);
            canvas.whole = Some(format!("{} · {}", words.member(change.member()), words.stretch(line)));
        }
    });
}

fn draw_levels(canvas: &mut Canvas, area: Rect, desk: &Desk, levels: &[Beside], gaps: usize) {
    let (words, speech) = (desk.words(), desk.speech);
    let heads = ["column-now", "column-planned", "column-of", "column-bound"].map(|word| speech.word(word));
    let names: Vec<String> = levels.iter().map(|level| speech.word(level.word)).collect();
    let label = names.iter().map(|name| width(name)).max().unwrap_or(0).max(8) + 2;
    let step = 12.max(heads.iter().map(|head| width(head)).max().unwrap_or(0) + 2);
    let column = |ix: usize| area.x + label + ix as u16 * step;
    for (ix, head) in heads.iter().enumerate() {
        canvas.put_right(column(ix), area.y, step - 1, head, Role::Dim);
    }
    let gaps_now = i64::from(desk.session.coverage.totals().planned.gaps());
    let y = area.y + 1;
    canvas.put(area.x, y, label, &speech.word("level-gaps"), Role::Plain);
    canvas.put_right(column(0), y, step - 1, &words.number(gaps_now), Role::Plain);
    let role = if gaps as i64 <= gaps_now { Role::Good } else { Role::Warn };
    canvas.put_right(column(1), y, step - 1, &words.number(gaps as i64), role);
    for (line, (level, name)) in levels.iter().zip(&names).enumerate() {
        let y = area.y + 2 + line as u16;
        let hours = level.word == "level-hours";
        let number = |n: i64| if hours { words.hours(n) } else { words.number(n) };
        canvas.put(area.x, y, label, name, Role::Plain);
        let role = match level.planned.cmp(&level.now) {
            std::cmp::Ordering::Greater => Role::Good,
            std::cmp::Ordering::Equal => Role::Plain,
            std::cmp::Ordering::Less => Role::Warn,
        };
        for (ix, (value, role)) in
            [(level.now, Role::Plain), (level.planned, role), (level.of, Role::Dim), (level.bound, Role::Dim)]
                .into_iter()
                .enumerate()
        {
            canvas.put_right(column(ix), y, step - 1, &number(value), role);
        }
        let x = column(4) + 2;
        if x + 10 < area.right() {
            let role = if level.planned >= level.bound { Role::Fill } else { Role::Thin };
            canvas.bar(x, y, area.right().saturating_sub(x), level.planned, level.of, role);
        }
    }
}

/// A change in one row; False: something of it was cut.
fn draw_change(canvas: &mut Canvas, row: Rect, desk: &Desk, change: &Change) -> bool {
    let words = desk.words();
    let (sign, role, what) = match change {
        Change::Added(after) => ("+", Role::Good, words.duty(after.duty)),
        Change::Removed(before) => (canvas.theme.either("−", "-"), Role::Warn, words.duty(before.duty)),
        Change::Altered { before, after } => {
            ("~", Role::Key, format!("{} → {}", words.duty(before.duty), words.duty(after.duty)))
        }
    };
    let shift = change.shift();
    let rooms = Rooms::of(desk.speech.language());
    let (when, room) = if row.width >= 100 {
        (format!("{} {}", words.day(shift), words.times(shift)), rooms.day_and_times())
    } else {
        (format!("{} {}", words.day(shift), words.start(shift)), rooms.day_and_time())
    };
    let what_room = width(&what).clamp(8, 22);
    let name = (row.width.saturating_sub(room + what_room + 5)) * 2 / 5;
    canvas.put(row.x, row.y, 1, sign, role);
    let who = words.member(change.member());
    canvas.put(row.x + 2, row.y, name, &who, Role::Plain);
    canvas.put(row.x + 3 + name, row.y, room, &when, Role::Dim);
    let x = row.x + 4 + name + room;
    let place = row.right().saturating_sub(x + what_room + 2);
    let line = desk.ground().shift(shift).line;
    canvas.put(x, row.y, place, &desk.stretch_in(line, place), Role::Plain);
    canvas.put_right(row.right().saturating_sub(what_room + 1), row.y, what_room, &what, Role::Dim);
    width(&who) <= name && width(&words.stretch(line)) <= place
}
