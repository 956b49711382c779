//! The line being typed: words, a reason or a value at the foot; searches, pickers and previews over the screen.

mod heading;
mod typed;

use super::canvas::{Canvas, Cut, cells_for};
use super::text::{cut, width, wrapped};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::choice::{Act, Spot};
use crate::app::view::place::Target;
use crate::app::view::prompt::{Pick, Prompt, Purpose};
pub use heading::heading_text;
use heading::{could_be_typed, heading, wanted_label};
use ratatui::layout::Rect;
pub use typed::field_lines;
use typed::{draw_fields, field_rows, line};

/// Draws the prompt, if there is one. Gives what its row had no room for: the chosen one, whole.
pub fn draw(canvas: &mut Canvas, body: Rect, answer: Rect, desk: &Desk) -> Option<String> {
    let prompt = desk.prompt.as_ref()?;
    let speech = desk.speech;
    // A refusal stands where the line is, so the line moves up by one.
    let above = if desk.notice.is_some() { Rect { y: answer.y.saturating_sub(1), ..answer } } else { answer };
    match &prompt.purpose {
        Purpose::Keep => {
            canvas.blank(answer);
            line(canvas, answer, "&", prompt, "");
        }
        Purpose::Count => {
            canvas.blank(answer);
            line(canvas, answer, "#", prompt, "");
        }
        Purpose::Reason { member, .. } => {
            canvas.blank(above);
            let label = speech.say("prompt-reason", &[("member", desk.words().member(*member).into())]);
            line(canvas, above, &label, prompt, "");
        }
        Purpose::Value(wanted) => {
            canvas.blank(above);
            line(canvas, above, &wanted_label(desk, wanted), prompt, "");
        }
        Purpose::Seek | Purpose::Palette | Purpose::Pick(_) => return picker(canvas, body, desk, prompt),
    }
    None
}

/// What the keys do meanwhile; of a picker that stands on its own edge.
pub fn how(desk: &Desk, prompt: &Prompt) -> String {
    let id = match prompt.purpose {
        Purpose::Keep => "prompt-find",
        Purpose::Count => "prompt-count",
        Purpose::Reason { .. } => "prompt-reason-how",
        Purpose::Value(_) => "prompt-value-how",
        Purpose::Seek | Purpose::Palette | Purpose::Pick(_) => return String::new(),
    };
    desk.speech.word(id)
}

/// A picker over the screen: its heading, what is typed, what an action would do, and the choices. Gives the chosen one whole,
/// where its row has no room for it.
fn picker(canvas: &mut Canvas, body: Rect, desk: &Desk, prompt: &Prompt) -> Option<String> {
    let choices = &prompt.choices;
    let wide = body.width.min(body.width.saturating_sub(8).clamp(78, 110));
    let is_read = prompt.is_read();
    let inner_wide = wide.saturating_sub(4);
    let lead = choices.iter().map(|choice| width(&choice.lead)).max().unwrap_or(0).min(22);
    let lead = if lead > 0 { lead + 2 } else { 0 };
    let told: Vec<String> = prompt.lines.iter().flat_map(|text| wrapped(text, inner_wide)).collect();
    // What is to be read is told whole under the list; what is to be chosen is a row each.
    let foot = if is_read { 1 + READ } else { 0 };
    let table = cells_for(prompt.table.len()) + u16::from(!prompt.table.is_empty());
    // What else can be told stands below what is typed first, and a line under both.
    let fields = if prompt.fields.is_empty() { 0 } else { cells_for(prompt.fields.len()) + 1 };
    let wanted = [cells_for(choices.len().max(1)), cells_for(told.len()), table, fields, 4, foot];
    let wanted = wanted.into_iter().fold(0, u16::saturating_add);
    // On a tall screen the list is longer; what is behind it stays in sight, and to go on by a row costs a slow line little.
    let height = body.height.saturating_sub(1).min(wanted.min((body.height / 2).max(22)));
    let area = Rect { x: body.x + (body.width - wide) / 2, y: body.y + 1, width: wide, height };
    canvas.blank(Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    frame(canvas, area);
    let head = format!(" {} ", heading(desk, prompt, inner_wide.saturating_sub(2)));
    canvas.put(area.x + 2, area.y, inner_wide, &head, Role::TitleOn);
    let how = match &prompt.purpose {
        Purpose::Pick(Pick::Filters) => "pick-how-filters",
        _ if !prompt.fields.is_empty() => "pick-how-fields",
        _ if is_read => "pick-how-read",
        _ => "pick-how",
    };
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
    let (day, later) = desk.days_to_name();
    let days = [("day", day.to_string().into()), ("later", later.to_string().into())];
    let could = could_be_typed(&prompt.purpose).map(|id| desk.speech.say(id, &days)).unwrap_or_default();
    let (more, rest) = rest.cut_top(fields);
    let lines = field_rows(desk, prompt, sign, &could);
    draw_fields(canvas, Rect { height: typed.height + more.height.saturating_sub(1), ..typed }, &lines);
    if fields > 0 {
        canvas.rule(more.x, more.bottom().saturating_sub(1), more.width);
    }
    let (numbers, rest) = rest.cut_top(table);
    columns(canvas, numbers, &prompt.table, prompt.purpose == Purpose::Pick(Pick::Supposed));
    let (lines, rest) = rest.cut_top(cells_for(told.len()));
    for (y, text) in told.iter().enumerate().take(usize::from(lines.height)) {
        canvas.put(lines.x, lines.y + y as u16, lines.width, text, Role::Plain);
    }
    let (list, below) = rest.cut_bottom(foot);
    // Where all is said already, nothing was looked for.
    if choices.is_empty() && (lines.height == 0 || !prompt.text().is_empty()) {
        canvas.put(list.x, list.y, list.width, &desk.speech.word("screen-nothing-found"), Role::Dim);
    }
    let (mut whole, chosen) = (None, prompt.cursor().at(choices.len()));
    let shown = &choices[prompt.cursor().window(choices.len(), usize::from(list.height))];
    let name = shown.iter().map(|choice| width(&choice.text)).filter(|wide| *wide <= USUAL_NAME).max().unwrap_or(0);
    canvas.list(list, prompt.cursor(), choices.len(), Some(0), true, |canvas, row, ix| {
        let choice = &choices[ix];
        if lead > 0 {
            canvas.put(row.x, row.y, lead - 1, &choice.lead, if is_read { Role::Strong } else { Role::Key });
        }
        let (_, rest) = Rect { width: row.width.saturating_sub(1), ..row }.cut_left(lead);
        let role = if choice.act == Act::Nothing && !is_read { Role::Dim } else { Role::Plain };
        // Shifts begin in one column; their places can be named more shortly.
        let is_shift = matches!(choice.spot, Some(Spot::Line(_)));
        let before = if is_shift { name.max(width(&choice.text)) } else { width(&choice.text) };
        let room = rest.width.saturating_sub(before + 2).max(rest.width / 3);
        let whole_aside = desk.aside_in(choice, u16::MAX);
        let fits = width(&whole_aside) <= room;
        let mut aside = if fits { whole_aside.clone() } else { desk.aside_in(choice, room) };
        if is_shift {
            aside = filled(&aside, room, canvas.theme.ascii);
        }
        let is_whole = canvas.sides(rest, (&choice.text, role), (&aside, Role::Dim)) && fits;
        if ix == chosen && !is_read && !is_whole {
            let between = if whole_aside.is_empty() { "" } else { " · " };
            whole = Some(format!("{}{between}{whole_aside}", choice.text));
        }
        canvas.hit(row, Target::Choice(ix));
    });
    if is_read && let Some(choice) = prompt.chosen() {
        canvas.rule(below.x, below.y, below.width);
        for (y, text) in wrapped(&choice.text, below.width).iter().take(usize::from(READ)).enumerate() {
            canvas.put(below.x, below.y + 1 + y as u16, below.width, text, Role::Plain);
        }
    }
    whole
}

/// `text` in just so many columns: cut, or with blanks after it.
fn filled(text: &str, room: u16, ascii: bool) -> String {
    let mut shown = cut(text, room, ascii).into_owned();
    shown.extend(std::iter::repeat_n(' ', usize::from(room.saturating_sub(width(&shown)))));
    shown
}

/// A name and some numbers a row; the numbers end under one another. Where there is too little room the name is cut.
fn columns(canvas: &mut Canvas, area: Rect, table: &[Vec<String>], ends_with_difference: bool) {
    let Some(head) = table.first() else { return };
    let widest = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let wide: Vec<u16> = (0..head.len()).map(|column| widest(column).unwrap_or(0)).collect();
    let needed = |between: u16| wide.iter().skip(1).map(|wide| wide + between).sum::<u16>();
    let between = if wide[0] + needed(BETWEEN) <= area.width { BETWEEN } else { BETWEEN - 1 };
    let name = wide[0].min(area.width.saturating_sub(needed(between)));
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
            x += between;
            canvas.put_right(area.x + x, y, wide[column].min(area.width.saturating_sub(x)), cell, role);
            x += wide[column];
        }
    }
}

/// Columns that most names take: for the sake of a longer one the others' places are not cut.
const USUAL_NAME: u16 = 24;

/// Rows in which what the cursor is on is told whole.
const READ: u16 = 4;

/// Columns between two numbers; one less, where a name would be cut.
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
