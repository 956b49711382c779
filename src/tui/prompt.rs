//! The line being typed: words, a reason or a value at the foot; searches, pickers and previews over the screen.

use super::canvas::{Canvas, Cut, width};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::place::Target;
use crate::app::view::prompt::{Act, Pick, Prompt, Purpose, Wanted};
use crate::app::view::start::QUESTIONS;
use ratatui::layout::Rect;

/// Draws the prompt, if there is one.
pub fn draw(canvas: &mut Canvas, body: Rect, answer: Rect, desk: &Desk) {
    let Some(prompt) = &desk.prompt else { return };
    let speech = desk.speech;
    match &prompt.purpose {
        Purpose::Keep => {
            canvas.blank(answer);
            line(canvas, answer, "&", prompt, "");
        }
        Purpose::Reason { member, .. } => {
            canvas.blank(answer);
            let label = speech.say("prompt-reason", &[("member", desk.words().member(*member).into())]);
            line(canvas, answer, &label, prompt, "");
        }
        Purpose::Value(wanted) => {
            // A refusal stands where the line is, so the line moves up by one.
            let place = if desk.notice.is_some() { Rect { y: answer.y.saturating_sub(1), ..answer } } else { answer };
            canvas.blank(place);
            line(canvas, place, &wanted_label(desk, wanted), prompt, "");
        }
        Purpose::Seek | Purpose::Palette | Purpose::Pick(_) => picker(canvas, body, desk, prompt),
    }
}

/// What the keys do meanwhile; of a picker that stands on its own edge.
pub fn how(desk: &Desk, prompt: &Prompt) -> String {
    let id = match prompt.purpose {
        Purpose::Keep => "prompt-find",
        Purpose::Reason { .. } => "prompt-reason-how",
        Purpose::Value(_) => "prompt-value-how",
        Purpose::Seek | Purpose::Palette | Purpose::Pick(_) => return String::new(),
    };
    desk.speech.word(id)
}

fn wanted_label(desk: &Desk, wanted: &Wanted) -> String {
    match wanted {
        Wanted::Number(line, key) => {
            let name = desk.speech.word(&format!("number-{}", key.replace('_', "-")));
            format!("{}, {name}:", desk.words().stretch(*line))
        }
        Wanted::Folder => desk.speech.word("prompt-folder"),
        Wanted::Answer(at) => {
            format!("{}/{} {}", at + 1, QUESTIONS.len(), desk.speech.word(QUESTIONS[*at]))
        }
    }
}

/// What is asked, in a word or a sentence.
pub fn heading_text(desk: &Desk, prompt: &Prompt) -> String {
    match &prompt.purpose {
        Purpose::Keep => format!("&{}", prompt.text()),
        Purpose::Reason { member, .. } => {
            desk.speech.say("prompt-reason", &[("member", desk.words().member(*member).into())])
        }
        Purpose::Value(wanted) => format!("{} {}", wanted_label(desk, wanted), prompt.text()),
        purpose => heading(desk, purpose),
    }
}

/// What a picker is for, in a word or a sentence.
fn heading(desk: &Desk, purpose: &Purpose) -> String {
    let (words, speech) = (desk.words(), desk.speech);
    match purpose {
        Purpose::Seek => speech.word("pick-seek"),
        Purpose::Palette => speech.word("pick-palette"),
        Purpose::Pick(pick) => match pick {
            Pick::Away { member, callin: false, .. } => {
                speech.say("pick-away", &[("member", words.member(*member).into())])
            }
            Pick::Away { member, .. } => speech.say("pick-callin", &[("member", words.member(*member).into())]),
            Pick::Called(requirement) => {
                let each = &desk.ground().strike.agreement.requirements[requirement.ix()];
                let service = each.service.clone().unwrap_or_else(|| each.id.clone());
                let place = words.site(each.site);
                speech.say("pick-called", &[("service", service.into()), ("site", place.into())])
            }
            Pick::SiteToClose => speech.word("pick-site-to-close"),
            Pick::Duties(member) => speech.say("pick-duties", &[("member", words.member(*member).into())]),
            Pick::Publish => speech.word("pick-publish"),
            Pick::Paper => speech.word("pick-paper"),
            Pick::Move { members, .. } => {
                let who = match members.as_slice() {
                    [only] => words.member(*only),
                    several => speech.say("pick-members", &[("count", (several.len() as i64).into())]),
                };
                speech.say("pick-move", &[("member", who.into())])
            }
            Pick::Filters => speech.word("pick-filters"),
            Pick::Numbers(line) => speech.say("pick-numbers", &[("line", words.stretch(*line).into())]),
            Pick::Menu => speech.word("pick-menu"),
            Pick::WalkIn(_) => speech.word("pick-walk-in"),
            Pick::Glossary => speech.word("pick-glossary"),
            Pick::Rewind(_) => speech.word("pick-rewind"),
            Pick::Ways(_) => speech.word("pick-ways"),
            Pick::WhatIf | Pick::Branches => speech.word("pick-what-if"),
            Pick::Supposed => format!("{} {}", speech.word("pick-what-if"), desk.supposed_name()),
            Pick::Swap(shift, member) => {
                let values = [("member", words.member(*member).into()), ("shift", words.shift(*shift).into())];
                speech.say("pick-swap", &values)
            }
            Pick::Close(site) => speech.say("pick-close", &[("site", words.site(*site).into())]),
            Pick::Marked => speech.say("pick-marked", &[("count", (desk.marked() as i64).into())]),
        },
        Purpose::Keep | Purpose::Reason { .. } | Purpose::Value(_) => String::new(),
    }
}

/// A labelled line with what is typed; where nothing is, what could be.
fn line(canvas: &mut Canvas, area: Rect, label: &str, prompt: &Prompt, could: &str) {
    let label = super::canvas::cut(label, area.width * 2 / 3, canvas.theme.ascii).into_owned();
    let used = canvas.put(area.x, area.y, area.width, &label, Role::Key) + 1;
    let room = area.width.saturating_sub(used);
    let scroll = prompt.input.visual_scroll(usize::from(room.saturating_sub(1)));
    let text: String = skipped(prompt.text(), scroll);
    canvas.put(area.x + used, area.y, room, &text, Role::Strong);
    let caret = prompt.input.visual_cursor().saturating_sub(scroll) as u16;
    canvas.caret = Some((area.x + used + caret.min(room.saturating_sub(1)), area.y));
    if prompt.text().is_empty() {
        canvas.put(area.x + used + 1, area.y, room.saturating_sub(1), could, Role::Dim);
    }
}

/// What can be typed into a picker: the word in `speech` that says so.
fn could_be_typed(purpose: &Purpose) -> Option<&'static str> {
    let Purpose::Pick(pick) = purpose else { return None };
    Some(match pick {
        Pick::Away { .. } => "away-type",
        Pick::Publish
        | Pick::WalkIn(_)
        | Pick::Numbers(_)
        | Pick::Marked
        | Pick::Ways(_)
        | Pick::Close(_)
        | Pick::Supposed
        | Pick::Branches
        | Pick::Rewind(_) => return None,
        Pick::Duties(_)
        | Pick::Called(_)
        | Pick::SiteToClose
        | Pick::Paper
        | Pick::Move { .. }
        | Pick::Filters
        | Pick::Menu
        | Pick::Swap(..)
        | Pick::WhatIf
        | Pick::Glossary => "pick-type",
    })
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

/// A picker over the screen: its heading, what is typed, what an action would do, and the choices.
fn picker(canvas: &mut Canvas, body: Rect, desk: &Desk, prompt: &Prompt) {
    let choices = &prompt.choices;
    let wide = body.width.min(if body.width >= 130 { 110 } else { 78 });
    let is_glossary = prompt.purpose == Purpose::Pick(Pick::Glossary);
    let inner_wide = wide.saturating_sub(4);
    let lead = choices.iter().map(|choice| width(&choice.lead)).max().unwrap_or(0).min(22);
    let lead = if lead > 0 { lead + 2 } else { 0 };
    let told: Vec<String> = prompt.lines.iter().flat_map(|text| super::frame::wrapped(text, inner_wide)).collect();
    // What is to be read is told whole under the list; what is to be chosen is a row each.
    let foot = if is_glossary { 3 } else { 0 };
    let table = prompt.table.len() as u16 + u16::from(!prompt.table.is_empty());
    let wanted = choices.len().max(1) as u16 + told.len() as u16 + table + 4 + foot;
    let height = body.height.saturating_sub(1).min(wanted.min(22));
    let area = Rect { x: body.x + (body.width - wide) / 2, y: body.y + 1, width: wide, height };
    canvas.blank(Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    frame(canvas, area);
    let head = format!(" {} ", heading(desk, &prompt.purpose));
    canvas.put(area.x + 2, area.y, inner_wide, &head, Role::TitleOn);
    let how = if matches!(prompt.purpose, Purpose::Pick(Pick::Filters)) { "pick-how-filters" } else { "pick-how" };
    let how = format!(" {} ", desk.speech.word(how));
    let how_wide = width(&how).min(inner_wide);
    canvas.put(area.right().saturating_sub(how_wide + 2), area.bottom().saturating_sub(1), how_wide, &how, Role::Dim);
    let inner = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area }.inset(2);
    let (typed, rest) = inner.cut_top(1);
    let sign = match prompt.purpose {
        Purpose::Seek => "/",
        Purpose::Palette => ":",
        _ => canvas.theme.either("›", ">"),
    };
    let could = could_be_typed(&prompt.purpose).map(|id| desk.speech.word(id)).unwrap_or_default();
    line(canvas, typed, sign, prompt, &could);
    let (numbers, rest) = rest.cut_top(table);
    columns(canvas, numbers, &prompt.table, prompt.purpose == Purpose::Pick(Pick::Supposed));
    let (lines, rest) = rest.cut_top(told.len() as u16);
    for (y, text) in told.iter().enumerate().take(usize::from(lines.height)) {
        canvas.put(lines.x, lines.y + y as u16, lines.width, text, Role::Plain);
    }
    let (rows, below) = rest.cut_bottom(foot);
    if choices.is_empty() {
        canvas.put(rows.x, rows.y, rows.width, &desk.speech.word("screen-nothing-found"), Role::Dim);
    }
    canvas.list(rows, &prompt.list, choices.len(), Some(0), true, |canvas, row, ix| {
        let choice = &choices[ix];
        if lead > 0 {
            canvas.put(row.x, row.y, lead - 1, &choice.lead, if is_glossary { Role::Strong } else { Role::Key });
        }
        let edge = row.width.saturating_sub(1);
        // What it is comes before what else there is to know about it.
        let left = edge.saturating_sub(lead);
        let aside = left.saturating_sub(width(&choice.text) + 2).max(left / 3).min(width(&choice.aside));
        let room = left.saturating_sub(aside + u16::from(aside > 0) * 2);
        let role = if choice.act == Act::Nothing && !is_glossary { Role::Dim } else { Role::Plain };
        canvas.put(row.x + lead, row.y, room, &choice.text, role);
        canvas.put(row.x + edge - aside, row.y, aside, &choice.aside, Role::Dim);
        canvas.hit(row, Target::Choice(ix));
    });
    if is_glossary && let Some(choice) = prompt.chosen() {
        canvas.rule(below.x, below.y, below.width);
        for (y, text) in super::frame::wrapped(&choice.text, below.width).iter().take(2).enumerate() {
            canvas.put(below.x, below.y + 1 + y as u16, below.width, text, Role::Plain);
        }
    }
}

/// A name and some numbers a row; the numbers end under one another. Where there is too little room the name is cut.
fn columns(canvas: &mut Canvas, area: Rect, table: &[Vec<String>], ends_with_difference: bool) {
    let Some(head) = table.first() else { return };
    let widest = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let wide: Vec<u16> = (0..head.len()).map(|column| widest(column).unwrap_or(0)).collect();
    let numbers: u16 = wide.iter().skip(1).map(|wide| wide + BETWEEN).sum();
    let name = wide[0].min(area.width.saturating_sub(numbers));
    for (y, row) in table.iter().enumerate().take(usize::from(area.height)) {
        let (y, is_head) = (area.y + y as u16, y == 0);
        canvas.put(area.x, y, name, &row[0], Role::Plain);
        let mut x = name;
        for (column, cell) in row.iter().enumerate().skip(1) {
            // Their difference is what one looks for.
            let role = if is_head {
                Role::Dim
            } else if ends_with_difference && column + 1 == row.len() {
                Role::Strong
            } else {
                Role::Plain
            };
            x += BETWEEN;
            canvas.put_right(area.x + x, y, wide[column].min(area.width.saturating_sub(x)), cell, role);
            x += wide[column];
        }
    }
}

/// Columns between two numbers.
const BETWEEN: u16 = 3;

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
