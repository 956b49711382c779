//! The coverage picture: sites and lines down, days across.

mod chosen;

use super::canvas::{Canvas, Cut, cells_for};
use super::text::width;
use super::theme::{Role, role_of};
use crate::app::view::Desk;
use crate::app::view::picture::{Row, Zoom, shift_at, sum};
use crate::app::view::place::Target;
use crate::engine::coverage::Status;
use crate::model::{ShiftIx, TemplateIx};
use crate::speech::calendar;
use chrono::Datelike;
use ratatui::layout::Rect;

/// Columns of the count of gaps at the right.
const MARGIN: u16 = 6;

/// How wide the cells are, and what fits into them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// `◔ 3/12`.
    Whole,
    /// `◔3/12`.
    Tight,
    /// `◔ 3`.
    Heads,
    /// `◔`.
    Sign,
}

impl Cell {
    const fn columns(self) -> u16 {
        match self {
            Self::Whole => 9,
            Self::Tight => 7,
            Self::Heads => 5,
            Self::Sign => 3,
        }
    }
}

/// Draws the picture.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (head, rest) = area.cut_top(1);
    draw_head(canvas, head, desk);
    let (_, rest) = rest.cut_top(1);
    let (rest, below) = rest.cut_bottom(2);
    let (columns, rows) = rest.cut_top(2);
    let sheet = desk.picture.sheet();
    if sheet.rows.is_empty() {
        let id = if desk.picture.filter.is_empty() { "screen-no-shifts" } else { "screen-nothing-passes" };
        canvas.put(rows.x, rows.y, rows.width, &desk.sentence(id, &[]), Role::Dim);
        return;
    }
    let many = cells_for(sheet.columns.len());
    let label = label_width(area.width, many.saturating_mul(wanted_columns(desk)));
    let room = area.width.saturating_sub(label + MARGIN);
    let cell = [Cell::Whole, Cell::Tight, Cell::Heads, Cell::Sign]
        .into_iter()
        .find(|cell| cell.columns().saturating_mul(many) <= room)
        .unwrap_or(if many <= 14 { Cell::Heads } else { Cell::Sign });
    let shown = desk.picture.columns_in_view(usize::from(room / cell.columns()));
    // Cells share the room that is left.
    let step = if shown.is_empty() { cell.columns() } else { (room / shown.len() as u16).min(WIDEST) };
    let grid = Grid { x: area.x + label, step, cell, shown };
    draw_columns(canvas, columns, desk, &grid);
    let list = &desk.picture.list;
    let top = list.window(sheet.rows.len(), usize::from(rows.height)).start;
    draw_above(canvas, Rect { width: label.saturating_sub(1), ..columns }, desk, top);
    canvas.list(rows, list, sheet.rows.len(), None, true, |canvas, row, ix| {
        draw_row(canvas, row, desk, &grid, label, ix);
    });
    chosen::draw_chosen(canvas, below, desk);
}

/// What the first row in view stands under, where that has gone out of view.
fn draw_above(canvas: &mut Canvas, area: Rect, desk: &Desk, top: usize) {
    let (sheet, words, ground) = (desk.picture.sheet(), desk.words(), desk.ground());
    let Some(row) = sheet.rows.get(top).filter(|_| top > 0) else { return };
    let mut above = Vec::new();
    if !matches!(row, Row::Region(_)) && !sheet.regions.is_empty() {
        above.push(words.region(row.region(ground).0));
    }
    if let (Row::Line(line, _), Some(site)) = (row, row.site(ground))
        && words.line(*line).is_some()
    {
        above.push(words.site(site));
    }
    canvas.put(area.x, area.y, area.width, &above.join(canvas.theme.either(" › ", " > ")), Role::Dim);
}

struct Grid {
    x: u16,
    step: u16,
    cell: Cell,
    shown: std::ops::Range<usize>,
}

/// The columns that the names of the rows have beside cells that would like to have `wanted`.
fn label_width(width: u16, wanted: u16) -> u16 {
    width.saturating_sub(wanted + MARGIN).clamp(22, 52.max(width * 3 / 10))
}

/// The columns that a cell would like to have: room for all that it tells, and for the name of its column.
fn wanted_columns(desk: &Desk) -> u16 {
    let label = |template| width(desk.ground().strike.template(template).label(desk.speech.language())) + 1;
    let widest = desk.picture.sheet().columns.iter().filter_map(|column| column.template.map(label)).max();
    widest.unwrap_or(0).clamp(Cell::Whole.columns(), WIDEST)
}

/// The most columns of a cell that still read as a row.
const WIDEST: u16 = 18;

/// Zoom, span, filters, gaps.
fn draw_head(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (speech, picture) = (desk.speech, &desk.picture);
    let language = speech.language();
    let sheet = picture.sheet();
    let span = match (sheet.columns.first(), sheet.columns.last()) {
        (Some(first), Some(last)) if first.date == last.date => calendar::day_long(first.date, language),
        (Some(first), Some(last)) => calendar::days(first.date, last.date, language),
        _ => calendar::day_long(picture.date, language),
    };
    let zoom = speech.word(match picture.zoom {
        Zoom::Day => "zoom-day",
        Zoom::Week => "zoom-week",
        Zoom::Whole => "zoom-whole",
    });
    let values = [("gaps", sheet.gaps.into()), ("shifts", sheet.shifts.into())];
    let gaps = speech.say("screen-gaps-of", &values);
    let role = if sheet.gaps > 0 { Role::Short } else { Role::Good };
    let used = canvas.put_right(area.x, area.y, area.width, &gaps, role);
    let room = area.width.saturating_sub(used + 2);
    let x = canvas.run(area.x, area.y, room, &[(&zoom, Role::Dim), ("  ", Role::Plain), (&span, Role::Strong)]);
    canvas.chips(Rect { x: area.x + x, width: room.saturating_sub(x), ..area }, &chips(desk));
}

/// The filters in force, and how much is marked.
pub(super) fn chips(desk: &Desk) -> Vec<String> {
    let (filter, words) = (&desk.picture.filter, desk.words());
    let mut chips = Vec::new();
    chips.extend(filter.region.map(|region| words.region(region.0)));
    chips.extend(filter.kind.map(|kind| words.kind(kind)));
    if filter.gaps_only {
        chips.push(desk.speech.word("screen-gaps-only"));
    }
    chips.extend(filter.status.map(|status| words.status(status)));
    if filter.mine {
        chips.push(desk.speech.word("screen-mine"));
    }
    chips.extend(desk.marked_text());
    let looked_for = filter.words.trim();
    match desk.ground().strike.lookup.sites.get(looked_for) {
        // Whoever opens a site looks at it by its name.
        Some(site) => chips.push(words.site(*site)),
        None if looked_for.is_empty() => {}
        None => chips.push(format!("/{looked_for}")),
    }
    chips
}

/// The heads of the columns: the day, and its gaps.
fn draw_columns(canvas: &mut Canvas, area: Rect, desk: &Desk, grid: &Grid) {
    let (sheet, language) = (desk.picture.sheet(), desk.speech.language());
    let today = desk.now.in_zone(desk.ground().strike.campaign.zone).date_naive();
    let at = desk.picture.column();
    for (place, ix) in grid.shown.clone().enumerate() {
        let column = sheet.columns[ix];
        let x = grid.x + place as u16 * grid.step;
        let name = match column.template {
            Some(template) => {
                let template = desk.ground().strike.template(template);
                let label = template.label(language);
                let fits = width(label) < grid.step;
                if fits { label.to_owned() } else { calendar::clock(template.start, language) }
            }
            None if grid.step >= 7 && desk.speech.language() == crate::model::campaign::Language::En
                || grid.step >= 8 =>
            {
                format!("{} {}", calendar::weekday_short(column.date.weekday(), language), column.date.day())
            }
            None if grid.step >= 5 => {
                let day = calendar::weekday_short(column.date.weekday(), language);
                format!("{}{}", day.chars().take(2).collect::<String>(), column.date.day())
            }
            None => column.date.day().to_string(),
        };
        let role = if ix == at {
            Role::TitleOn
        } else if column.date == today {
            Role::Key
        } else {
            Role::Title
        };
        canvas.put(x, area.y, grid.step.saturating_sub(1), &name, role);
        let gaps = sheet.column_gaps[ix];
        let (text, role) = if gaps > 0 {
            (desk.words().number(gaps), Role::Short)
        } else {
            (canvas.theme.either("·", ".").to_owned(), Role::Dim)
        };
        canvas.put(x, area.y + 1, grid.step, &text, role);
        canvas.hit(Rect { x, width: grid.step, ..area }, Target::Cell(desk.picture.list.at(sheet.rows.len()), ix));
    }
    let gaps = desk.speech.word("screen-gaps-column");
    canvas.put(area.x, area.y + 1, grid.x.saturating_sub(area.x + 1), &gaps, Role::Dim);
    canvas.put_right(area.right().saturating_sub(MARGIN), area.y, MARGIN - 1, &gaps, Role::Dim);
    canvas.put_right(
        area.right().saturating_sub(MARGIN),
        area.y + 1,
        MARGIN - 1,
        &desk.words().number(sheet.gaps),
        if sheet.gaps > 0 { Role::Short } else { Role::Good },
    );
}

fn draw_row(canvas: &mut Canvas, row: Rect, desk: &Desk, grid: &Grid, label: u16, ix: usize) {
    let sheet = desk.picture.sheet();
    let the_row = sheet.rows[ix];
    let on = ix == desk.picture.list.at(sheet.rows.len());
    draw_label(canvas, row, desk, label.saturating_sub(1), ix, on);
    for (place, column_ix) in grid.shown.clone().enumerate() {
        let column = sheet.columns[column_ix];
        let cell = Rect { x: grid.x + place as u16 * grid.step, width: grid.step.saturating_sub(1), ..row };
        match the_row {
            Row::Region(region) => {
                let sum = sheet.regions.get(&(region, column)).copied().unwrap_or_default();
                draw_sum(canvas, cell, desk, sum, grid.cell);
            }
            Row::Site(site) => {
                let sum = sum(desk.ground(), desk.coverage(), site, column, desk.counts_worst());
                draw_sum(canvas, cell, desk, sum, grid.cell);
            }
            Row::Line(..) => draw_cell(canvas, cell, desk, shift_at(desk.ground(), the_row, column), grid.cell),
        }
        if on && column_ix == desk.picture.column() {
            canvas.wash(cell, Role::Cursor);
        }
        canvas.hit(Rect { width: grid.step, ..cell }, Target::Cell(ix, column_ix));
    }
    let gaps = sheet.row_gaps[ix];
    if gaps > 0 {
        let role = if matches!(the_row, Row::Site(_) | Row::Region(_)) { Role::Title } else { Role::Short };
        canvas.put_right(row.right().saturating_sub(MARGIN), row.y, MARGIN - 1, &gaps.to_string(), role);
    }
}

/// The name of a row: the site; or the line, on the first of its rows, and the template.
fn draw_label(canvas: &mut Canvas, row: Rect, desk: &Desk, room: u16, ix: usize, on: bool) {
    let (words, sheet) = (desk.words(), desk.picture.sheet());
    match sheet.rows[ix] {
        the_row @ (Row::Site(_) | Row::Region(_)) => {
            let folded = desk.picture.is_folded(the_row);
            let sign = if folded { canvas.theme.either("▸ ", "> ") } else { canvas.theme.either("▾ ", "v ") };
            let site = || the_row.site(desk.ground()).map(|site| desk.site_in(site, room.saturating_sub(2)));
            let (name, role) = match the_row {
                Row::Region(region) => (words.region(region.0), Role::Title),
                _ => (site().unwrap_or_default(), Role::Strong),
            };
            let role = if on { Role::TitleOn } else { role };
            canvas.run(row.x, row.y, room, &[(sign, Role::Dim), (&name, role)]);
        }
        Row::Line(line, template) => {
            let first = ix.checked_sub(1).and_then(|before| sheet.rows.get(before)).is_none_or(|before| match before {
                Row::Line(other, _) => *other != line,
                Row::Site(_) | Row::Region(_) => true,
            });
            // A site's only line goes by the site's name; further lines stand indented under it.
            let site = desk.ground().strike.line(line).site;
            let only = desk.ground().strike.site(site).lines.len() == 1;
            let (indent, name) = match words.line(line) {
                Some(name) if !only => (2, name),
                _ => (0, words.stretch(line)),
            };
            let name = if on || first { name } else { String::new() };
            let role = match (on, only) {
                (true, _) => Role::TitleOn,
                (false, true) => Role::Strong,
                (false, false) => Role::Plain,
            };
            // The name comes first: where both don't fit, of the shift only when it begins is told.
            let left = room.saturating_sub(indent + width(&name) + 1);
            let slot = template.map(|template| slot(desk, template, left)).unwrap_or_default();
            let wide = width(&slot);
            let left = room.saturating_sub(wide + indent + 1);
            let name = if indent == 0 && !name.is_empty() { desk.stretch_in(line, left) } else { name };
            canvas.put(row.x + indent, row.y, left, &name, role);
            canvas.put(
                row.x + room.saturating_sub(wide),
                row.y,
                wide,
                &slot,
                if on { Role::TitleOn } else { Role::Dim },
            );
        }
    }
}

/// A template in a label: `Morning 07:30`; where there is no room for both, when it begins.
fn slot(desk: &Desk, template: TemplateIx, room: u16) -> String {
    let (template, language) = (desk.ground().strike.template(template), desk.speech.language());
    let start = calendar::clock(template.start, language);
    let whole = format!("{} {start}", template.label(language));
    if width(&whole) <= room { whole } else { start }
}

fn draw_sum(canvas: &mut Canvas, cell: Rect, desk: &Desk, sum: crate::app::view::picture::Sum, size: Cell) {
    let Some(worst) = sum.worst else { return };
    let role = if worst.is_gap() { role_of(worst) } else { Role::Dim };
    canvas.put(cell.x, cell.y, 1, canvas.theme.sign(worst), role);
    if sum.gaps > 0 && size != Cell::Sign {
        let room = cell.width.saturating_sub(2);
        let told = desk.speech.say("screen-gaps-short", &[("gaps", sum.gaps.into())]);
        let text = if width(&told) <= room { told } else { desk.words().number(sum.gaps) };
        canvas.put(cell.x + 2, cell.y, room, &text, Role::Dim);
    }
}

fn draw_cell(canvas: &mut Canvas, cell: Rect, desk: &Desk, shift: Option<ShiftIx>, size: Cell) {
    let Some(shift) = shift else { return };
    let the_shift = desk.ground().shift(shift);
    let (status, heads) = (desk.status_of(shift), desk.heads_on(shift).heads);
    let role = role_of(status);
    let past = the_shift.span.end <= desk.now;
    let ink = if past && !status.is_gap() { Role::Dim } else { role };
    canvas.put(cell.x, cell.y, 1, canvas.theme.sign(status), ink);
    super::post::draw_mark(canvas, cell.x.saturating_sub(1), cell.y, desk.marks.shifts.contains(&shift));
    let text = match size {
        Cell::Whole | Cell::Tight => format!("{heads}/{}", the_shift.target),
        Cell::Heads => heads.to_string(),
        Cell::Sign => return,
    };
    let ink = match status {
        Status::Full | Status::Thin if past => Role::Dim,
        Status::Full => Role::Plain,
        _ => role,
    };
    let gap = if size == Cell::Tight { 1 } else { 2 };
    let used = gap + canvas.put(cell.x + gap, cell.y, cell.width.saturating_sub(gap), &text, ink);
    // Minutes below the minimum so far, where there is room to say so.
    if let Some(minutes) = desk.short_now(shift) {
        let text = desk.speech.say("picture-short-minutes", &[("minutes", minutes.into())]);
        if used + 1 + width(&text) <= cell.width {
            canvas.put(cell.x + used + 1, cell.y, width(&text), &text, Role::Warn);
        }
    }
}
