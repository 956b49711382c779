//! One shift: its posts at the left, who could come and who can't at the right.

mod candidates;
mod ruled_out;

use super::canvas::{Canvas, Cut};
use super::frame::title;
use super::text::width;
use super::theme::{Role, role_of};
use crate::app::view::Desk;
use crate::app::view::place::{Pane, Target};
use crate::app::view::post::{CANDIDATES, RULED_OUT, STANDING, Stand};
use crate::model::{Duty, ShiftIx};
use crate::speech::calendar;
use candidates::draw_candidates;
pub(super) use candidates::nobody_text;
use ratatui::layout::Rect;
use ruled_out::draw_ruled_out;

/// Draws the screen of a shift.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx) {
    let lacks = !desk.lack(shift).is_empty();
    let (head, rest) = area.cut_top(4 + u16::from(lacks));
    draw_head(canvas, head, desk, shift);
    let wide = rest.width >= 150;
    let (standing, right) = rest.cut_left(if wide { rest.width / 4 } else { (rest.width * 7 / 20).clamp(28, 46) });
    draw_standing(canvas, Rect { width: standing.width.saturating_sub(2), ..standing }, desk);
    if wide {
        let (candidates, ruled_out) = right.cut_left(right.width * 9 / 20);
        draw_candidates(canvas, Rect { width: candidates.width.saturating_sub(2), ..candidates }, desk, shift, false);
        draw_ruled_out(canvas, ruled_out, desk, shift, false);
    } else if desk.post.pane == RULED_OUT {
        draw_ruled_out(canvas, right, desk, shift, true);
    } else {
        draw_candidates(canvas, right, desk, shift, true);
    }
}

fn draw_head(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx) {
    let (words, speech, ground) = (desk.words(), desk.speech, desk.ground());
    let the_shift = ground.shift(shift);
    let status = desk.status_of(shift);
    let badge = format!("{} {}", canvas.theme.sign(status), words.status(status));
    let used = canvas.put_right(area.x, area.y, area.width, &badge, role_of(status));
    let room = area.width.saturating_sub(used + 2);
    canvas.put(area.x, area.y, room, &desk.stretch_in(the_shift.line, room), Role::Strong);
    let template = ground.strike.template(the_shift.template);
    let when = format!(
        "{}   {} {}   {}",
        calendar::day_long(the_shift.date, speech.language()),
        template.label(speech.language()),
        words.times(shift),
        crate::speech::number::length(the_shift.minutes()),
    );
    let marked = desk.marked_text().unwrap_or_default();
    let used = canvas.put_right(area.x, area.y + 1, area.width, &marked, Role::Key);
    canvas.put(area.x, area.y + 1, area.width.saturating_sub(used + 1), &when, Role::Plain);
    let tally = desk.coverage().of(shift);
    let numbers = speech.say(
        "screen-heads-long",
        &[
            ("heads", tally.heads().into()),
            ("minimum", the_shift.minimum.into()),
            ("target", the_shift.target.into()),
            ("maximum", the_shift.maximum.into()),
            ("worst", tally.worst_case().into()),
        ],
    );
    let used = canvas.put(area.x, area.y + 2, area.width, &numbers, Role::Dim);
    if let Some((minutes, since)) = desk.post.short() {
        let since = calendar::time(
            crate::app::view::words::clock(since, ground.strike.site(the_shift.site).zone),
            speech.language(),
        );
        let text = speech.say("line-short", &[("minutes", minutes.into()), ("since", since.into())]);
        canvas.put(area.x + used + 3, area.y + 2, area.width.saturating_sub(used + 3), &text, Role::Warn);
    }
    let lack = desk.lack(shift);
    if !lack.is_empty() {
        let missing = speech.say("screen-missing", &[("what", lack.into())]);
        canvas.put(area.x, area.y + 3, area.width, &missing, Role::Warn);
    }
}

/// A line of the list of posts: a heading, or a place.
enum Line {
    Heading(Duty, usize, usize),
    Place(usize),
}

fn draw_standing(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let facts = desk.post.facts();
    let focus = desk.post.pane == STANDING;
    let held = facts.stands.iter().filter(|stand| stand.who.is_some()).count();
    title(canvas, area.x, area.y, area.width, &desk.speech.word("screen-standing"), &held.to_string(), focus);
    let (_, rows) = area.cut_top(1);
    let lines = lines(&facts.stands);
    // The list scrolls by lines, headings among them, so that the cursor's place is always in view.
    let at = desk.post.at(STANDING);
    let on = lines.iter().position(|line| matches!(line, Line::Place(ix) if *ix == at)).unwrap_or(0);
    let top = (on + 1).saturating_sub(usize::from(rows.height).max(1));
    canvas.hit(rows, Target::List(STANDING));
    for (y, line) in lines.iter().skip(top).take(usize::from(rows.height)).enumerate() {
        let row = Rect { y: rows.y + y as u16, height: 1, ..rows };
        match *line {
            Line::Heading(duty, held, posts) => {
                let name = desk.words().duty(duty);
                let count = if duty == Duty::Picket { held.to_string() } else { format!("{held}/{posts}") };
                let role = if duty != Duty::Picket && held < posts { Role::Warn } else { Role::Dim };
                let used = canvas.put(row.x, row.y, row.width, &capital(&name), Role::Dim);
                canvas.put(row.x + used + 1, row.y, row.width.saturating_sub(used + 1), &count, role);
            }
            Line::Place(ix) => {
                draw_stand(canvas, row, desk, &facts.stands[ix]);
                canvas.hit(row, Target::Row(STANDING, ix));
                if ix == at {
                    canvas.wash(row, if focus { Role::Cursor } else { Role::Resting });
                }
            }
        }
    }
}

/// The sign of what is marked: none that stands for how a shift is covered.
pub fn draw_mark(canvas: &mut Canvas, x: u16, y: u16, marked: bool) {
    if marked {
        canvas.put(x, y, 1, "*", Role::Key);
    }
}

/// With a capital at its head, as a heading.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn lines(stands: &[Stand]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(stands.len() + 4);
    let mut last = None;
    for (ix, stand) in stands.iter().enumerate() {
        if last != Some(stand.duty) {
            let same = stands.iter().filter(|each| each.duty == stand.duty);
            let held = same.clone().filter(|each| each.who.is_some()).count();
            lines.push(Line::Heading(stand.duty, held, same.count()));
            last = Some(stand.duty);
        }
        lines.push(Line::Place(ix));
    }
    lines
}

fn draw_stand(canvas: &mut Canvas, row: Rect, desk: &Desk, stand: &Stand) {
    let (speech, x) = (desk.speech, row.x + 2);
    draw_mark(canvas, row.x, row.y, stand.who.as_ref().is_some_and(|who| desk.is_marked(who.member)));
    let Some(who) = &stand.who else {
        let role = if stand.duty == Duty::Picket { Role::Dim } else { Role::Warn };
        canvas.put(x, row.y, row.width.saturating_sub(2), &speech.word("screen-empty-post"), role);
        return;
    };
    let mut marks: Vec<(String, Role)> = Vec::new();
    if !who.overrides.is_empty() {
        marks.push((canvas.theme.either("†", "+").to_owned(), Role::Warn));
    }
    if desk.ground().at_risk(who.member) {
        marks.push((speech.word("screen-at-risk"), Role::Essential));
    }
    if who.pinned {
        marks.push((speech.word("screen-pinned"), Role::Key));
    }
    let mut right = row.right();
    for (text, role) in marks.iter().rev() {
        let wide = width(text);
        right = right.saturating_sub(wide + 1);
        canvas.put(right, row.y, wide, text, *role);
    }
    canvas.put(x, row.y, right.saturating_sub(x + 1), &desk.words().member(who.member), Role::Plain);
}

/// The names of the two lists that share a place, the one shown lit.
fn shared_title(canvas: &mut Canvas, area: Rect, desk: &Desk, shown: Pane, shared: bool) {
    let (facts, speech) = (desk.post.facts(), desk.speech);
    let text = |pane: Pane| {
        let (word, count) = if pane == CANDIDATES {
            ("screen-candidates", facts.candidates.len())
        } else {
            ("screen-ruled-out", facts.ruled_out.len())
        };
        format!("{} {}", speech.word(word), desk.words().number(count as i64))
    };
    let focus = desk.post.pane == shown;
    let aside = if desk.post.words.trim().is_empty() { String::new() } else { format!("/{}", desk.post.words.trim()) };
    if !shared {
        title(canvas, area.x, area.y, area.width, &text(shown), &aside, focus);
        return;
    }
    let mut x = area.x;
    for pane in [CANDIDATES, RULED_OUT] {
        let on = pane == shown;
        let role = match (on, focus) {
            (true, true) => Role::TitleOn,
            (true, false) => Role::Title,
            _ => Role::Dim,
        };
        let start = x;
        if on && focus {
            x += canvas.put(x, area.y, 2, canvas.theme.either("▸ ", "> "), Role::Key);
        }
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &text(pane), role);
        canvas.hit(Rect { x: start, width: x - start, y: area.y, height: 1 }, Target::List(pane));
        x += 2;
    }
    x += canvas.put(x, area.y, area.right().saturating_sub(x), &aside, Role::Key);
    x += u16::from(!aside.is_empty());
    if x < area.right() {
        canvas.rule(x, area.y, area.right().saturating_sub(x));
    }
}

/// Why an empty list says nothing about the shift: it is still being worked out, or only some words are looked for.
fn not_yet_all(desk: &Desk, pane: Pane) -> Option<&'static str> {
    if !desk.post.knows(pane, desk.session.version) {
        Some("screen-looking")
    } else if desk.post.words.trim().is_empty() {
        None
    } else {
        Some("screen-nothing-found")
    }
}
