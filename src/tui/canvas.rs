//! Drawing that can't go wrong: everything is cut to its area, by grapheme and width, and made harmless on the way.

use super::text::{cut, plain, width};
use super::theme::{Role, Theme};
use crate::app::view::list::List;
use crate::app::view::place::{Pane, Target};
use crate::speech::visible::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// What a click on each part of the screen means; later parts lie over earlier ones.
pub type Hits = Vec<(Rect, Target)>;

/// A screen being drawn: its cells, its looks, and what a click on each part will mean.
pub struct Canvas<'a> {
    cells: &'a mut Buffer,
    /// How everything looks.
    pub theme: &'a Theme,
    hits: Hits,
    /// Where the text cursor is, when a line is being typed.
    pub caret: Option<(u16, u16)>,
    /// What the row under the cursor had no room for, whole.
    pub whole: Option<String>,
}

/// Eighths of a cell.
const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Cuts rectangles by arithmetic; what does not fit becomes empty.
pub trait Cut: Copy {
    /// The first rows, and the rest.
    fn cut_top(self, rows: u16) -> (Rect, Rect);
    /// The rest, and the last rows.
    fn cut_bottom(self, rows: u16) -> (Rect, Rect);
    /// The first columns, and the rest.
    fn cut_left(self, columns: u16) -> (Rect, Rect);
    /// Without so many columns at both sides.
    fn inset(self, columns: u16) -> Rect;
}

impl Cut for Rect {
    fn cut_top(self, rows: u16) -> (Rect, Rect) {
        let rows = rows.min(self.height);
        (Self { height: rows, ..self }, Self { y: self.y + rows, height: self.height - rows, ..self })
    }

    fn cut_bottom(self, rows: u16) -> (Rect, Rect) {
        let rows = rows.min(self.height);
        let rest = self.height - rows;
        (Self { height: rest, ..self }, Self { y: self.y + rest, height: rows, ..self })
    }

    fn cut_left(self, columns: u16) -> (Rect, Rect) {
        let columns = columns.min(self.width);
        (Self { width: columns, ..self }, Self { x: self.x + columns, width: self.width - columns, ..self })
    }

    fn inset(self, columns: u16) -> Rect {
        let columns = columns.min(self.width / 2);
        Self { x: self.x + columns, width: self.width - 2 * columns, ..self }
    }
}

/// A cell for each of so many things; of more than a screen can have, as many as can be told.
pub fn cells_for(things: usize) -> u16 {
    u16::try_from(things).unwrap_or(u16::MAX)
}

/// The least columns in which a filter in force can still be made out.
const LEAST: u16 = 8;

impl<'a> Canvas<'a> {
    /// A canvas over all of `cells`.
    pub fn new(cells: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { cells, theme, hits: Vec::new(), caret: None, whole: None }
    }

    /// The whole of it.
    pub fn area(&self) -> Rect {
        self.cells.area
    }

    /// What a click on each part means; later parts lie over earlier ones.
    pub fn into_hits(self) -> Hits {
        self.hits
    }

    /// A click in `area` will mean `target`.
    pub fn hit(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.hits.push((area, target));
        }
    }

    /// Writes `text` at a place, in at most `room` columns. Gives the columns used.
    pub fn put(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        let area = self.cells.area;
        if y < area.y || y >= area.bottom() || x < area.x || x >= area.right() {
            return 0;
        }
        let room = room.min(area.right().saturating_sub(x));
        let harmless = visible(text);
        let shown = cut(&harmless, room, self.theme.ascii);
        let style = self.theme.style(role);
        if shown.is_ascii() {
            return self.put_ascii(x, y, &shown, style);
        }
        if self.theme.ascii {
            let (end, _) = self.cells.set_stringn(x, y, plain(&shown), usize::from(room), style);
            return end - x;
        }
        let (end, _) = self.cells.set_stringn(x, y, shown, usize::from(room), style);
        end - x
    }

    /// Writes text in which every byte is a column: what most of a screen is, and quickly drawn. Cut already.
    fn put_ascii(&mut self, x: u16, y: u16, text: &str, style: ratatui::style::Style) -> u16 {
        let start = self.cells.index_of(x, y);
        for (at, cell) in self.cells.content[start..start + text.len()].iter_mut().enumerate() {
            cell.set_symbol(&text[at..=at]).set_style(style);
        }
        text.len() as u16
    }

    /// Writes a sign, one column wide, over and over.
    pub fn repeat(&mut self, x: u16, y: u16, times: u16, sign: &str, role: Role) -> u16 {
        let area = self.cells.area;
        if y < area.y || y >= area.bottom() || x < area.x || x >= area.right() {
            return 0;
        }
        let times = times.min(area.right() - x);
        let style = self.theme.style(role);
        let start = self.cells.index_of(x, y);
        for cell in &mut self.cells.content[start..start + usize::from(times)] {
            cell.set_symbol(sign).set_style(style);
        }
        times
    }

    /// Writes `text` so that it ends where `x + room` begins.
    pub fn put_right(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        let used = width(text).min(room);
        self.put(x + room - used, y, used, text, role)
    }

    /// Writes pieces one after the other. Gives the columns used.
    pub fn run(&mut self, x: u16, y: u16, room: u16, pieces: &[(&str, Role)]) -> u16 {
        let mut used = 0;
        for (text, role) in pieces {
            let left = room.saturating_sub(used);
            used += self.put(x + used, y, left, text, *role);
            // After a piece that was cut there is no room for more, only for another mark of it.
            if width(text) > left {
                break;
            }
        }
        used
    }

    /// Writes what a row is, and what else there is to say about it at its right end: what it is comes first, and leaves the
    /// other a third where both don't fit. False: something of it was cut.
    pub fn sides(&mut self, row: Rect, (text, role): (&str, Role), (aside, aside_role): (&str, Role)) -> bool {
        let wide = row.width.saturating_sub(width(text).saturating_add(2)).max(row.width / 3).min(width(aside));
        let room = row.width.saturating_sub(wide + u16::from(wide > 0) * 2);
        self.put(row.x, row.y, room, text, role);
        self.put(row.right().saturating_sub(wide), row.y, wide, aside, aside_role);
        room >= width(text) && wide >= width(aside)
    }

    /// Writes the filters in force after what stands before `area`; the first that has no room is cut, those after it are left
    /// out. Gives the columns used.
    pub fn chips(&mut self, area: Rect, chips: &[String]) -> u16 {
        let mut used = 0;
        for chip in chips {
            let room = area.width.saturating_sub(used + 2);
            if room < LEAST {
                break;
            }
            let text = format!(" {} ", cut(chip, room - 2, self.theme.ascii));
            let place = Rect { x: area.x + used + 2, width: width(&text), ..area };
            used += 2 + self.put(place.x, place.y, place.width, &text, Role::Key);
            self.wash(place, Role::Resting);
        }
        used
    }

    /// Lays the ground of `role` under what is written in `area`, keeping its ink.
    pub fn wash(&mut self, area: Rect, role: Role) {
        let style = self.theme.style(role);
        // Turned about, every ink would become a ground of its own: a row is to be one.
        let is_turned = style.add_modifier.contains(Modifier::REVERSED);
        let ink = is_turned.then_some(ratatui::style::Color::Reset);
        let ground = ratatui::style::Style { fg: ink, ..style };
        // In the theme of the tests a role is known by its ink; under text it lies as ground.
        let ground = if style.bg.is_none() && style.add_modifier.is_empty() {
            ground.bg(style.fg.unwrap_or_default())
        } else {
            ground
        };
        let area = area.intersection(self.cells.area);
        self.cells.set_style(area, ground);
        if role == Role::Cursor && style.bg.is_some() && !area.is_empty() {
            self.brighten(area);
        }
    }

    /// What matters less is hard to read on the cursor's ground, and what is looked at matters: it takes the ink of the rest.
    /// Where inks change less often, fewer bytes go to the terminal.
    fn brighten(&mut self, area: Rect) {
        let quiet = self.theme.style(Role::Dim).fg;
        for y in area.top()..area.bottom() {
            let start = self.cells.index_of(area.x, y);
            for cell in &mut self.cells.content[start..start + usize::from(area.width)] {
                if Some(cell.fg) == quiet {
                    cell.fg = ratatui::style::Color::Reset;
                }
            }
        }
    }

    /// Gives what is written in `area` another ink.
    pub fn tint(&mut self, area: Rect, ink: Option<ratatui::style::Color>) {
        let style = ratatui::style::Style { fg: ink, ..ratatui::style::Style::new() };
        self.cells.set_style(area.intersection(self.cells.area), style);
    }

    /// Empties `area`.
    pub fn blank(&mut self, area: Rect) {
        let area = area.intersection(self.cells.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.cells[(x, y)].reset();
            }
        }
    }

    /// A line across.
    pub fn rule(&mut self, x: u16, y: u16, length: u16) {
        self.repeat(x, y, length, self.theme.either("─", "-"), Role::Rule);
    }

    /// A line down.
    pub fn upright(&mut self, x: u16, y: u16, length: u16) {
        for row in 0..length {
            self.put(x, y + row, 1, self.theme.either("│", "|"), Role::Rule);
        }
    }

    /// A bar that is full in the proportion of `filled` to `of`: never looks full when something is missing, never empty
    /// when something is there.
    pub fn bar(&mut self, x: u16, y: u16, room: u16, filled: i64, of: i64, role: Role) {
        if room == 0 {
            return;
        }
        let eighths = i64::from(room) * 8;
        let full = if of <= 0 || filled >= of {
            eighths
        } else if filled <= 0 {
            0
        } else {
            (eighths * filled / of).clamp(1, eighths - 1)
        };
        let (whole, part) = ((full / 8) as u16, (full % 8) as usize);
        let mut used = self.repeat(x, y, whole, self.theme.either("█", "#"), role);
        if part > 0 && used < room {
            used += self.put(x + used, y, 1, self.theme.either(PARTS[part], "+"), role);
        }
        self.repeat(x + used, y, room - used, self.theme.either("·", "."), Role::Track);
    }

    /// The rows of a list in `area`: draws those in view with `draw(canvas, row's area, row)`, washes the cursor's, and
    /// makes them clickable. A list longer than its area gets a mark of how far down one is.
    pub fn list(
        &mut self,
        area: Rect,
        list: &List,
        len: usize,
        pane: Option<Pane>,
        focus: bool,
        mut draw: impl FnMut(&mut Self, Rect, usize),
    ) {
        let rows = list.window(len, usize::from(area.height));
        let cursor = list.at(len);
        self.hit(area, Target::List(pane.unwrap_or(0)));
        let scrolls = len > usize::from(area.height) && area.width > 3 && area.height > 0;
        let wide = area.width - u16::from(scrolls);
        for (line, row) in rows.clone().enumerate() {
            let place = Rect { y: area.y + line as u16, height: 1, width: wide, ..area };
            // What the row itself makes of its parts lies over it.
            self.hit(place, Target::Row(pane.unwrap_or(0), row));
            draw(self, place, row);
            if row == cursor && pane.is_some() {
                self.wash(place, if focus { Role::Cursor } else { Role::Resting });
            }
        }
        if scrolls {
            self.thumb(area, rows.start, len);
        }
    }

    /// The mark at the right edge that tells how far down a list one is.
    fn thumb(&mut self, area: Rect, top: usize, len: usize) {
        let height = usize::from(area.height);
        let size = (height * height / len).clamp(1, height);
        let room = height - size;
        let at = (top * room).checked_div(len - height).unwrap_or(0);
        for line in 0..height {
            let on = (at..at + size).contains(&line);
            let (sign, role) = if on {
                (self.theme.either("┃", "#"), Role::Dim)
            } else {
                (self.theme.either("│", "|"), Role::Rule)
            };
            self.put(area.right().saturating_sub(1), area.y + line as u16, 1, sign, role);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_tell_full_from_nearly_full() {
        let drawn_in = |ascii, filled, of| {
            let theme = Theme::new(super::super::theme::Depth::None, false, ascii);
            let mut cells = Buffer::empty(Rect::new(0, 0, 4, 1));
            Canvas::new(&mut cells, &theme).bar(0, 0, 4, filled, of, Role::Fill);
            cells.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        let plain = [(0, 10), (1, 1000), (5, 10), (999, 1000), (10, 10)].map(|(filled, of)| drawn_in(true, filled, of));
        assert_eq!(plain, ["....", "+...", "##..", "###+", "####"]);
        let drawn = |filled, of| drawn_in(false, filled, of);
        assert_eq!(drawn(0, 10), "····");
        assert_eq!(drawn(1, 1000), "▏···");
        assert_eq!(drawn(5, 10), "██··");
        assert_eq!(drawn(999, 1000), "███▉");
        assert_eq!(drawn(10, 10), "████");
        assert_eq!(drawn(0, 0), "████", "nothing asked is all there");
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let theme = Theme::roles();
        let mut cells = Buffer::empty(Rect::new(0, 0, 3, 2));
        let mut canvas = Canvas::new(&mut cells, &theme);
        for (x, y) in [(0, 0), (2, 1), (3, 0), (0, 2), (u16::MAX, u16::MAX)] {
            canvas.put(x, y, 10, "李李", Role::Plain);
            canvas.rule(x, y, 9);
            canvas.bar(x, y, 9, 1, 2, Role::Fill);
        }
        canvas.wash(Rect::new(1, 1, 50, 50), Role::Cursor);
        canvas.blank(Rect::new(0, 0, 50, 50));
    }
}
