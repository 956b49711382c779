//! Fewer bytes on a slow line: where rows have only moved, the terminal is told to scroll them instead of being sent them
//! again; and what is sent is sent in as few words as the terminal understands.
//!
//! A picture of what the terminal shows is kept, so that what remains to be sent after a scroll is known.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write;

/// At least so many rows must move for a scroll to be worth its words.
const LEAST: u16 = 4;

/// What the terminal shows, and the words that change it.
#[derive(Debug)]
pub struct Shown {
    cells: Buffer,
    /// What it is to show: the same, between two frames.
    wanted: Buffer,
    /// The rows in which the two differ.
    touched: Vec<bool>,
    known: bool,
    /// What is erased takes the ground written on. Nearly every terminal does; GNU screen does not.
    pub erases_with_ground: bool,
}

impl Default for Shown {
    fn default() -> Self {
        let nothing = Buffer::empty(Rect::ZERO);
        Self { cells: nothing.clone(), wanted: nothing, touched: Vec::new(), known: false, erases_with_ground: true }
    }
}

impl Shown {
    /// The terminal was cleared, or nobody knows what it shows: a frame of this size is sent whole.
    pub fn forget(&mut self, size: (u16, u16)) {
        self.cells = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        self.wanted = self.cells.clone();
        self.touched = vec![false; usize::from(size.1)];
        self.known = false;
    }

    /// The words that bring the terminal from what it shows to that with `changed` cells in it.
    pub fn bring<'a>(&mut self, size: (u16, u16), changed: impl Iterator<Item = (u16, u16, &'a Cell)>) -> String {
        if self.cells.area != Rect::new(0, 0, size.0, size.1) {
            self.forget(size);
        }
        let mut sent: Vec<(u16, u16)> = Vec::new();
        for (x, y, cell) in changed {
            if x < size.0 && y < size.1 {
                self.wanted[(x, y)] = cell.clone();
                // Nobody tells what stands under the rest of a wide sign, and when that comes to light again.
                for under in (x + 1..size.0).take(columns(cell) - 1) {
                    self.wanted[(under, y)] = UNDER;
                }
                self.touched[usize::from(y)] = true;
                if !self.known {
                    sent.push((x, y));
                }
            }
        }
        let mut words = String::new();
        let mut pen = Pen::default();
        if self.known {
            if let Some(scroll) = find_scroll(&self.cells, &self.wanted, &self.touched) {
                scroll.say(&mut words);
                scroll.carry_out(&mut self.cells);
                self.touched[usize::from(scroll.top)..usize::from(scroll.bottom)].fill(true);
            }
            for y in (0..size.1).filter(|y| self.touched[usize::from(*y)]) {
                pen.row(&mut words, y, &self.cells, &self.wanted, self.erases_with_ground);
            }
        } else {
            for (x, y) in sent {
                pen.put(&mut words, x, y, &self.wanted[(x, y)]);
            }
            self.known = true;
        }
        if !words.is_empty() {
            words.push_str("\x1b[0m");
        }
        let wide = usize::from(size.0);
        for y in 0..usize::from(size.1) {
            if std::mem::take(&mut self.touched[y]) {
                let row = y * wide..(y + 1) * wide;
                self.cells.content[row.clone()].clone_from_slice(&self.wanted.content[row]);
            }
        }
        words
    }
}

/// Rows that have moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scroll {
    top: u16,
    bottom: u16,
    /// Rows up; negative: down.
    by: i32,
}

impl Scroll {
    fn say(self, words: &mut String) {
        // Lines taken out or put in at the top of the margins: every terminal knows that, the Linux console too, which knows
        // no words for scrolling.
        let (sign, by) = if self.by > 0 { ('M', self.by) } else { ('L', -self.by) };
        let top = self.top + 1;
        let _ = write!(words, "\x1b[0m\x1b[{top};{}r\x1b[{top}H\x1b[{by}{sign}\x1b[r", self.bottom);
    }

    fn carry_out(self, cells: &mut Buffer) {
        let wide = usize::from(cells.area.width);
        let region = &mut cells.content[usize::from(self.top) * wide..usize::from(self.bottom) * wide];
        let moved = self.by.unsigned_abs() as usize * wide;
        if self.by > 0 {
            region.rotate_left(moved);
            let kept = region.len() - moved;
            region[kept..].fill(Cell::EMPTY);
        } else {
            region.rotate_right(moved);
            region[..moved].fill(Cell::EMPTY);
        }
    }
}

fn row(cells: &Buffer, y: u16) -> &[Cell] {
    let wide = usize::from(cells.area.width);
    &cells.content[usize::from(y) * wide..(usize::from(y) + 1) * wide]
}

/// How many cells of two rows differ.
fn apart(a: &[Cell], b: &[Cell]) -> usize {
    a.iter().zip(b).filter(|(a, b)| a != b).count()
}

/// The move of neighbouring rows by a few that saves most; of rows that are not `touched`, both pictures are alike.
fn find_scroll(old: &Buffer, new: &Buffer, touched: &[bool]) -> Option<Scroll> {
    let (wide, height) = (old.area.width, old.area.height);
    let differ = |y: u16| if touched[usize::from(y)] { apart(row(old, y), row(new, y)) } else { 0 };
    let as_is: Vec<usize> = (0..height).map(differ).collect();
    if as_is.iter().filter(|cells| **cells > usize::from(wide) / 8).count() < usize::from(LEAST) {
        return None;
    }
    let mut best: Option<(usize, Scroll)> = None;
    for by in [1_i32, -1, 2, -2, 3, -3] {
        let came_from = |y: i32| u16::try_from(y + by).ok().filter(|from| *from < height);
        // Where rows have moved, most are just what they were: that is seen before every cell is counted.
        let alike = |y: &u16| {
            touched[usize::from(*y)] && came_from(i32::from(*y)).is_some_and(|from| row(old, from) == row(new, *y))
        };
        if (0..height).filter(alike).count() < usize::from(LEAST) / 2 {
            continue;
        }
        let moved: Vec<usize> = (0..i32::from(height))
            .map(|y| came_from(y).map_or(usize::MAX, |from| apart(row(old, from), row(new, y as u16))))
            .collect();
        let Some((first, last)) = best_stretch(&as_is, &moved) else { continue };
        let (top, bottom) = if by > 0 {
            (first, (last + by as usize + 1).min(usize::from(height)))
        } else {
            (first.saturating_sub(by.unsigned_abs() as usize), last + 1)
        };
        let scroll = Scroll { top: top as u16, bottom: bottom as u16, by };
        if bottom - top < usize::from(LEAST) {
            continue;
        }
        let before: usize = (top..bottom).map(|y| as_is[y]).sum();
        let inside = |y: usize| (top as i32..bottom as i32).contains(&(y as i32 + by));
        let blank = |y: usize| row(new, y as u16).iter().filter(|cell| **cell != Cell::EMPTY).count();
        let after: usize = (top..bottom).map(|y| if inside(y) { moved[y] } else { blank(y) }).sum();
        if after * 2 < before && best.is_none_or(|(least, _)| after < least) {
            best = Some((after, scroll));
        }
    }
    best.map(|(_, scroll)| scroll)
}

/// The first and the last of the neighbouring rows that are together nearest to their neighbours' old pictures, as against their
/// own: elsewhere on the screen other things change.
fn best_stretch(as_is: &[usize], moved: &[usize]) -> Option<(usize, usize)> {
    let (mut best, mut from, mut gain) = ((0, None), 0, 0);
    for (y, (as_is, moved)) in as_is.iter().zip(moved).enumerate() {
        gain += *as_is as i64 - (*moved).min(usize::from(u16::MAX)) as i64;
        if gain <= 0 {
            (from, gain) = (y + 1, 0);
        } else if gain > best.0 {
            best = (gain, Some((from, y)));
        }
    }
    best.1
}

/// What lies under a wide sign: like nothing that is drawn, so that whatever comes there is sent.
const UNDER: Cell = Cell::new("");

/// Where the terminal writes next, and how.
#[derive(Debug, Default)]
struct Pen {
    at: Option<(u16, u16)>,
    style: Option<Style>,
}

/// Cells that are as they should be are sent again when fewer lie between two that are not: a move costs as much.
const GAP: usize = 4;

impl Pen {
    /// Sends what of a row differs.
    fn row(&mut self, words: &mut String, y: u16, old: &Buffer, new: &Buffer, erases: bool) {
        let (old_row, new_row) = (row(old, y), row(new, y));
        let wide = new_row.len();
        let mut x = 0;
        while x < wide {
            if old_row[x] == new_row[x] {
                x += columns(&new_row[x]);
                continue;
            }
            // What differs, with short stretches between that don't.
            let (mut end, mut last) = (x, x);
            while end < wide && end - last <= GAP {
                if old_row[end] != new_row[end] {
                    last = end;
                }
                end += columns(&new_row[end]);
            }
            let mut at = x;
            while at <= last {
                let blank = blanks(&new_row[at..=last]);
                // After the last that differs nothing has to be gone past.
                let least = if at + blank > last { ERASED_LAST } else { ERASED };
                if erases && blank >= least {
                    self.erase(words, at as u16, y, blank as u16, &new_row[at]);
                    at += blank;
                    continue;
                }
                self.put(words, at as u16, y, &new_row[at]);
                at += columns(&new_row[at]);
            }
            x = at;
        }
    }

    /// Makes cells blank without sending each of them.
    fn erase(&mut self, words: &mut String, x: u16, y: u16, count: u16, cell: &Cell) {
        self.go(words, x, y, cell);
        let _ = write!(words, "\x1b[{count}X");
    }

    fn put(&mut self, words: &mut String, x: u16, y: u16, cell: &Cell) {
        self.go(words, x, y, cell);
        words.push_str(cell.symbol());
        // Where terminals disagree about the width of a sign, what comes after it is put in its place in so many words.
        self.at = is_agreed_on(cell.symbol()).then(|| (x + columns(cell) as u16, y));
    }

    /// Goes to a place, with the look of what is to stand there.
    fn go(&mut self, words: &mut String, x: u16, y: u16, cell: &Cell) {
        if self.at != Some((x, y)) {
            match self.at {
                Some((from, row)) if row == y && x > from => {
                    let _ = write!(words, "\x1b[{}C", x - from);
                }
                _ => {
                    let _ = write!(words, "\x1b[{};{}H", y + 1, x + 1);
                }
            }
        }
        let style = cell.style();
        let is_unseen = cell.symbol() == " " && self.style.is_some_and(|pen| alike_where_blank(pen, style));
        if self.style != Some(style) && !is_unseen {
            say_style(words, self.style, style);
            self.style = Some(style);
        }
        self.at = Some((x, y));
    }
}

/// Fewer blanks than this are sent as they are: to erase them and go past them costs as much.
const ERASED: usize = 12;
/// The same of blanks that nothing comes after.
const ERASED_LAST: usize = 6;

/// True when a blank looks the same in both: it has a ground, and no ink.
fn alike_where_blank(pen: Style, style: Style) -> bool {
    let shows = Modifier::UNDERLINED | Modifier::REVERSED | Modifier::CROSSED_OUT;
    pen.bg == style.bg && !(pen.add_modifier | style.add_modifier).intersects(shows)
}

/// How many of the first cells are blank and look alike.
fn blanks(cells: &[Cell]) -> usize {
    let is_plain = |cell: &Cell| cell.symbol() == " " && cell.modifier.is_empty();
    let ground = cells.first().map(|cell| cell.bg);
    cells.iter().take_while(|cell| is_plain(cell) && Some(cell.bg) == ground).count()
}

fn columns(cell: &Cell) -> usize {
    if cell.symbol().len() == 1 {
        return 1;
    }
    unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1)
}

/// True for a sign that every terminal gives as many columns: not one made of several, nor a picture.
fn is_agreed_on(symbol: &str) -> bool {
    let mut signs = symbol.chars();
    symbol.len() == 1 || signs.next().is_some_and(|sign| sign < '\u{1f000}') && signs.next().is_none()
}

/// From one look to another in as few words as will do.
fn say_style(words: &mut String, from: Option<Style>, to: Style) {
    let plain = Style::reset();
    let mut codes = String::new();
    let before = from.unwrap_or(plain);
    let (had, has) = (before.add_modifier, to.add_modifier);
    let fresh = from.is_none() || !has.contains(had);
    if fresh {
        codes.push_str("0;");
    }
    for (modifier, code) in [
        (Modifier::BOLD, "1;"),
        (Modifier::DIM, "2;"),
        (Modifier::ITALIC, "3;"),
        (Modifier::UNDERLINED, "4;"),
        (Modifier::REVERSED, "7;"),
    ] {
        if has.contains(modifier) && (fresh || !had.contains(modifier)) {
            codes.push_str(code);
        }
    }
    let colour = |style: Style, fore: bool| if fore { style.fg } else { style.bg }.unwrap_or(Color::Reset);
    for fore in [true, false] {
        let (was, is) = (colour(before, fore), colour(to, fore));
        let changed = if fresh { is != Color::Reset } else { was != is };
        if changed {
            say_colour(&mut codes, is, fore);
        }
    }
    if !codes.is_empty() {
        codes.pop();
        let _ = write!(words, "\x1b[{codes}m");
    }
}

fn say_colour(codes: &mut String, colour: Color, fore: bool) {
    let ground = if fore { 30 } else { 40 };
    let bright = ground + 60;
    let _ = match colour {
        Color::Reset => write!(codes, "{};", ground + 9),
        Color::Black => write!(codes, "{ground};"),
        Color::Red => write!(codes, "{};", ground + 1),
        Color::Green => write!(codes, "{};", ground + 2),
        Color::Yellow => write!(codes, "{};", ground + 3),
        Color::Blue => write!(codes, "{};", ground + 4),
        Color::Magenta => write!(codes, "{};", ground + 5),
        Color::Cyan => write!(codes, "{};", ground + 6),
        Color::Gray => write!(codes, "{};", ground + 7),
        Color::DarkGray => write!(codes, "{bright};"),
        Color::LightRed => write!(codes, "{};", bright + 1),
        Color::LightGreen => write!(codes, "{};", bright + 2),
        Color::LightYellow => write!(codes, "{};", bright + 3),
        Color::LightBlue => write!(codes, "{};", bright + 4),
        Color::LightMagenta => write!(codes, "{};", bright + 5),
        Color::LightCyan => write!(codes, "{};", bright + 6),
        Color::White => write!(codes, "{};", bright + 7),
        Color::Indexed(ix) => write!(codes, "{};5;{ix};", ground + 8),
        Color::Rgb(r, g, b) => match number_of([r, g, b]) {
            Some(number) => write!(codes, "{};5;{number};", ground + 8),
            None => write!(codes, "{};2;{r};{g};{b};", ground + 8),
        },
    };
}

/// The number of a colour among those that terminals of 256 agree on: a cube of 216 and a ramp of 24 greys.
fn number_of(parts: [u8; 3]) -> Option<u8> {
    const STEPS: [u8; 6] = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff];
    let step = |part: u8| STEPS.iter().position(|step| *step == part).map(|at| at as u8);
    let [r, g, b] = parts;
    if let (Some(r), Some(g), Some(b)) = (step(r), step(g), step(b)) {
        return Some(16 + 36 * r + 6 * g + b);
    }
    let is_grey = r == g && g == b && (8..=238).contains(&r) && (r - 8).is_multiple_of(10);
    is_grey.then(|| 232 + (r - 8) / 10)
}
