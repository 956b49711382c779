//! The lines of a prompt: what each is called, what is typed in it, what could be.

use crate::app::view::place::Target;
use crate::app::view::prompt::{Prompt, Purpose};
use crate::app::view::{Desk, fields};
use crate::tui::canvas::Canvas;
use crate::tui::text::{cut, width};
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use tui_input::Input;

/// A labelled line with what is typed; where nothing is, what could be.
pub fn line(canvas: &mut Canvas, area: Rect, label: &str, prompt: &Prompt, could: &str) {
    let label = cut(label, area.width * 2 / 3, canvas.theme.ascii).into_owned();
    let used = canvas.put(area.x, area.y, area.width, &label, Role::Key) + 1;
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    typed_in(canvas, rest, &prompt.input, could, true);
    if prompt.proposed {
        wash_proposed(canvas, rest, prompt.text());
    }
}

/// Marks what the next letter would take the place of.
fn wash_proposed(canvas: &mut Canvas, area: Rect, text: &str) {
    canvas.wash(Rect { width: width(text).min(area.width), height: 1, ..area }, Role::Cursor);
}

/// What is typed, or what could be; with the caret, where it is typed now.
fn typed_in(canvas: &mut Canvas, area: Rect, input: &Input, could: &str, on: bool) {
    let room = area.width;
    let scroll = input.visual_scroll(usize::from(room.saturating_sub(1)));
    let text: String = skipped(input.value(), scroll);
    canvas.put(area.x, area.y, room, &text, if on { Role::Strong } else { Role::Plain });
    if on {
        let caret = input.visual_cursor().saturating_sub(scroll) as u16;
        canvas.caret = Some((area.x + caret.min(room.saturating_sub(1)), area.y));
    }
    if input.value().is_empty() {
        canvas.put(area.x, area.y, room, could, Role::Dim);
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

/// A line of a prompt.
pub struct FieldRow<'a> {
    /// What it is called.
    label: String,
    /// What could be typed.
    could: String,
    /// What is typed.
    input: &'a Input,
    /// It is typed in now.
    on: bool,
    /// It was proposed, and is as it was.
    proposed: bool,
}

/// The line itself and what else can be told.
pub fn field_rows<'a>(desk: &Desk, prompt: &'a Prompt, sign: &str, could: &str) -> Vec<FieldRow<'a>> {
    let words = |name: &str| (desk.speech.word(&format!("field-{name}")), desk.field_how(name));
    let first = match &prompt.purpose {
        Purpose::Pick(pick) => fields::first(pick),
        _ => None,
    };
    let (label, could) = first.map_or_else(|| (sign.to_owned(), could.to_owned()), words);
    let (on, proposed) = (prompt.field.is_none(), prompt.proposed);
    let mut rows = vec![FieldRow { label, could, input: &prompt.input, on, proposed }];
    rows.extend(prompt.fields.iter().enumerate().map(|(at, field)| {
        let (label, could) = words(field.name);
        FieldRow { label, could, input: &field.input, on: prompt.field == Some(at), proposed: false }
    }));
    rows
}

/// The same as lines of text: what can be told, what is told so far, where one is.
pub fn field_lines(desk: &Desk, prompt: &Prompt) -> Vec<String> {
    let rows = field_rows(desk, prompt, &desk.speech.word("field-search"), "");
    let has_own_line = matches!(&prompt.purpose, Purpose::Pick(pick) if fields::first(pick).is_some());
    let is_form = has_own_line || !prompt.fields.is_empty();
    let line = |FieldRow { label, could, input, on, .. }: FieldRow<'_>| {
        let text = if input.value().is_empty() { could } else { input.value().to_owned() };
        let mark = if on { "> " } else { "" };
        if text.is_empty() { format!("{mark}{label}") } else { desk.speech.of(&format!("{mark}{label}"), &text) }
    };
    if is_form { rows.into_iter().map(line).collect() } else { Vec::new() }
}

/// Draws them, a row each.
pub fn draw_fields(canvas: &mut Canvas, area: Rect, rows: &[FieldRow<'_>]) {
    let wide = rows.iter().map(|row| width(&row.label)).max().unwrap_or(0);
    for (y, FieldRow { label, could, input, on, proposed }) in rows.iter().enumerate() {
        let row = Rect { y: area.y + y as u16, height: 1, ..area };
        if row.y >= area.bottom() {
            break;
        }
        canvas.put(row.x, row.y, wide, label, if *on { Role::Key } else { Role::Dim });
        let rest = Rect { x: row.x + wide + 1, width: row.width.saturating_sub(wide + 1), ..row };
        typed_in(canvas, rest, input, could, *on);
        if *proposed {
            wash_proposed(canvas, rest, input.value());
        }
        canvas.hit(row, Target::Field(y.checked_sub(1)));
    }
}
