//! The line being typed: words, a reason or a value at the foot; searches, pickers and previews over the screen.

use super::canvas::{Canvas, Cut, width};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::fields;
use crate::app::view::place::Target;
use crate::app::view::prompt::{Act, Pick, Prompt, Purpose, Wanted};
use crate::app::view::start::QUESTIONS;
use ratatui::layout::Rect;
use tui_input::Input;

/// Draws the prompt, if there is one.
pub fn draw(canvas: &mut Canvas, body: Rect, answer: Rect, desk: &Desk) {
    let Some(prompt) = &desk.prompt else { return };
    let speech = desk.speech;
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
        Purpose::Count => "prompt-count",
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
        Wanted::Backup => desk.speech.word("prompt-backup"),
        Wanted::Code => desk.speech.word("prompt-code"),
        Wanted::Answer(at) => {
            format!("{}/{} {}", at + 1, QUESTIONS.len(), desk.speech.word(QUESTIONS[*at]))
        }
    }
}

/// What is asked, in a word or a sentence.
pub fn heading_text(desk: &Desk, prompt: &Prompt) -> String {
    match &prompt.purpose {
        Purpose::Keep => format!("&{}", prompt.text()),
        Purpose::Count => format!("#{}", prompt.text()),
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
            Pick::Touching => speech.word("pick-touching"),
            Pick::Numbers(line) => speech.say("pick-numbers", &[("line", words.stretch(*line).into())]),
            Pick::Menu => speech.word("pick-menu"),
            Pick::WalkIn(_) => speech.word("pick-walk-in"),
            Pick::Glossary => speech.word("pick-glossary"),
            Pick::Rewind(_) => speech.word("pick-rewind"),
            Pick::Ways(_) => speech.word("pick-ways"),
            Pick::Plan => speech.word("pick-plan"),
            Pick::WhatIf | Pick::Branches => speech.word("pick-what-if"),
            Pick::Repairs => speech.word("pick-repairs"),
            Pick::Fragile => speech.word("pick-fragile"),
            Pick::Import => speech.word("pick-import"),
            Pick::Redact => speech.word("pick-redact"),
            Pick::Supposed => format!("{} {}", speech.word("pick-what-if"), desk.supposed_name()),
            Pick::Swap(shift, member) => {
                let values = [("member", words.member(*member).into()), ("shift", words.shift(*shift).into())];
                speech.say("pick-swap", &values)
            }
            Pick::Close(site) => speech.say("pick-close", &[("site", words.site(*site).into())]),
            Pick::Marked => speech.say("pick-marked", &[("count", (desk.marked() as i64).into())]),
            Pick::Guests(shift) => speech.say("pick-guests", &[("shift", words.shift(*shift).into())]),
            Pick::HandOver(shift) => speech.say("pick-hand-over", &[("shift", words.shift(*shift).into())]),
            Pick::Incident(site, line) => {
                let place = line.map_or_else(|| words.site(*site), |line| words.stretch(line));
                speech.say("pick-incident", &[("place", place.into())])
            }
            Pick::Incidents(site) => {
                let place = site.map_or_else(|| speech.word("paper-everywhere"), |site| words.site(site));
                speech.say("pick-incidents", &[("place", place.into())])
            }
            Pick::SignAt(_, member) => speech.say("pick-sign-at", &[("member", words.member(*member).into())]),
            Pick::Correct(_) => speech.word("pick-correct"),
            Pick::PaperSheet(shift) => speech.say("pick-paper-sheet", &[("shift", words.shift(*shift).into())]),
            Pick::Alternate(member) => speech.say("pick-alternate", &[("member", words.member(*member).into())]),
            Pick::Pay(member) => speech.say("pick-pay", &[("member", words.member(*member).into())]),
            Pick::Book(week) => speech.say("pick-book", &[("week", desk.week_text(*week).into())]),
            Pick::Short(week) => speech.say("pick-short", &[("week", desk.week_text(*week).into())]),
            Pick::WeekToSignOff => speech.word("pick-week-to-sign-off"),
            Pick::SignOff(week) => speech.say("pick-sign-off", &[("week", desk.week_text(*week).into())]),
        },
        Purpose::Keep | Purpose::Count | Purpose::Reason { .. } | Purpose::Value(_) => String::new(),
    }
}

/// A labelled line with what is typed; where nothing is, what could be.
fn line(canvas: &mut Canvas, area: Rect, label: &str, prompt: &Prompt, could: &str) {
    let label = super::canvas::cut(label, area.width * 2 / 3, canvas.theme.ascii).into_owned();
    let used = canvas.put(area.x, area.y, area.width, &label, Role::Key) + 1;
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    typed_in(canvas, rest, &prompt.input, could, true);
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
        canvas.put(area.x + 1, area.y, room.saturating_sub(1), could, Role::Dim);
    }
}

/// What can be typed into a picker: the word in `speech` that says so.
fn could_be_typed(purpose: &Purpose) -> Option<&'static str> {
    let Purpose::Pick(pick) = purpose else { return None };
    Some(match pick {
        Pick::Away { .. } => "away-type",
        Pick::Import => "import-type",
        Pick::WhatIf => "what-if-type",
        Pick::Touching => "touching-type",
        Pick::Publish
        | Pick::WalkIn(_)
        | Pick::Numbers(_)
        | Pick::Marked
        | Pick::Ways(_)
        | Pick::Close(_)
        | Pick::Plan
        | Pick::Redact
        | Pick::Supposed
        | Pick::Branches
        | Pick::Guests(_)
        | Pick::Incident(..)
        | Pick::SignAt(..)
        | Pick::Correct(_)
        | Pick::PaperSheet(_)
        | Pick::Alternate(_)
        | Pick::Pay(_)
        | Pick::WeekToSignOff
        | Pick::SignOff(_)
        | Pick::Rewind(_) => return None,
        Pick::Duties(_)
        | Pick::Called(_)
        | Pick::SiteToClose
        | Pick::Paper
        | Pick::Move { .. }
        | Pick::Filters
        | Pick::Menu
        | Pick::Swap(..)
        | Pick::HandOver(_)
        | Pick::Incidents(_)
        | Pick::Repairs
        | Pick::Fragile
        | Pick::Book(_)
        | Pick::Short(_)
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
    let is_read = matches!(prompt.purpose, Purpose::Pick(Pick::Glossary | Pick::Incidents(_)));
    let inner_wide = wide.saturating_sub(4);
    let lead = choices.iter().map(|choice| width(&choice.lead)).max().unwrap_or(0).min(22);
    let lead = if lead > 0 { lead + 2 } else { 0 };
    let told: Vec<String> = prompt.lines.iter().flat_map(|text| super::frame::wrapped(text, inner_wide)).collect();
    // What is to be read is told whole under the list; what is to be chosen is a row each.
    let foot = if is_read { 1 + READ } else { 0 };
    let table = prompt.table.len() as u16 + u16::from(!prompt.table.is_empty());
    // What else can be told stands below what is typed first, and a line under both.
    let fields = if prompt.fields.is_empty() { 0 } else { prompt.fields.len() as u16 + 1 };
    let wanted = choices.len().max(1) as u16 + told.len() as u16 + table + fields + 4 + foot;
    let height = body.height.saturating_sub(1).min(wanted.min(22));
    let area = Rect { x: body.x + (body.width - wide) / 2, y: body.y + 1, width: wide, height };
    canvas.blank(Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    frame(canvas, area);
    let head = format!(" {} ", heading(desk, &prompt.purpose));
    canvas.put(area.x + 2, area.y, inner_wide, &head, Role::TitleOn);
    let how = match &prompt.purpose {
        Purpose::Pick(Pick::Filters) => "pick-how-filters",
        _ if !prompt.fields.is_empty() => "pick-how-fields",
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
    let could = could_be_typed(&prompt.purpose).map(|id| desk.speech.word(id)).unwrap_or_default();
    let (more, rest) = rest.cut_top(fields);
    let rows = field_rows(desk, prompt, sign, &could);
    draw_fields(canvas, Rect { height: typed.height + more.height.saturating_sub(1), ..typed }, &rows);
    if fields > 0 {
        canvas.rule(more.x, more.bottom().saturating_sub(1), more.width);
    }
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
    canvas.list(rows, prompt.cursor(), choices.len(), Some(0), true, |canvas, row, ix| {
        let choice = &choices[ix];
        if lead > 0 {
            canvas.put(row.x, row.y, lead - 1, &choice.lead, if is_read { Role::Strong } else { Role::Key });
        }
        let edge = row.width.saturating_sub(1);
        // What it is comes before what else there is to know about it.
        let left = edge.saturating_sub(lead);
        let aside = left.saturating_sub(width(&choice.text) + 2).max(left / 3).min(width(&choice.aside));
        let room = left.saturating_sub(aside + u16::from(aside > 0) * 2);
        let role = if choice.act == Act::Nothing && !is_read { Role::Dim } else { Role::Plain };
        canvas.put(row.x + lead, row.y, room, &choice.text, role);
        canvas.put(row.x + edge - aside, row.y, aside, &choice.aside, Role::Dim);
        canvas.hit(row, Target::Choice(ix));
    });
    if is_read && let Some(choice) = prompt.chosen() {
        canvas.rule(below.x, below.y, below.width);
        for (y, text) in super::frame::wrapped(&choice.text, below.width).iter().take(usize::from(READ)).enumerate() {
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

/// Rows in which what the cursor is on is told whole.
const READ: u16 = 4;

/// A line of a prompt: what it is called, what could be typed, what is typed, whether that is done now.
type FieldRow<'a> = (String, String, &'a Input, bool);

/// The line itself and what else can be told.
fn field_rows<'a>(desk: &Desk, prompt: &'a Prompt, sign: &str, could: &str) -> Vec<FieldRow<'a>> {
    let words = |name: &str| {
        let id = format!("field-{name}");
        (desk.speech.word(&id), desk.speech.word(&format!("{id}.how")))
    };
    let first = match &prompt.purpose {
        Purpose::Pick(pick) => fields::first(pick),
        _ => None,
    };
    let (label, how) = first.map_or_else(|| (sign.to_owned(), could.to_owned()), words);
    let mut rows = vec![(label, how, &prompt.input, prompt.field.is_none())];
    rows.extend(prompt.fields.iter().enumerate().map(|(at, field)| {
        let (label, how) = words(field.name);
        (label, how, &field.input, prompt.field == Some(at))
    }));
    rows
}

/// The same as lines of text: what can be told, what is told so far, where one is.
pub fn field_lines(desk: &Desk, prompt: &Prompt) -> Vec<String> {
    let rows = field_rows(desk, prompt, &desk.speech.word("field-search"), "");
    let is_form = prompt.fields.len()
        + usize::from(matches!(&prompt.purpose, Purpose::Pick(pick) if fields::first(pick).is_some()))
        > 0;
    let line = |(label, how, input, on): FieldRow<'_>| {
        let text = if input.value().is_empty() { how } else { input.value().to_owned() };
        let mark = if on { "> " } else { "" };
        format!("{mark}{label}: {text}").trim_end_matches([':', ' ']).to_owned()
    };
    if is_form { rows.into_iter().map(line).collect() } else { Vec::new() }
}

/// Draws them, a row each.
fn draw_fields(canvas: &mut Canvas, area: Rect, rows: &[FieldRow<'_>]) {
    let wide = rows.iter().map(|(label, ..)| width(label)).max().unwrap_or(0);
    for (y, (label, could, input, on)) in rows.iter().enumerate() {
        let row = Rect { y: area.y + y as u16, height: 1, ..area };
        if row.y >= area.bottom() {
            break;
        }
        canvas.put(row.x, row.y, wide, label, if *on { Role::Key } else { Role::Dim });
        let rest = Rect { x: row.x + wide + 1, width: row.width.saturating_sub(wide + 1), ..row };
        typed_in(canvas, rest, input, could, *on);
        canvas.hit(row, Target::Field(y.checked_sub(1)));
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
