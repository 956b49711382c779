//! What is sent to the terminal, in as few words as it understands: where the pen is, how it writes, and what of a row is erased
//! rather than written.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write;

/// Where the terminal writes next, and how.
#[derive(Debug, Default)]
pub(super) struct Pen {
    at: Option<(u16, u16)>,
    style: Option<Style>,
}

/// Cells that are as they should be are sent again when fewer lie between two that are not: a move costs as much.
const GAP: usize = 4;

impl Pen {
    /// Sends what of a row differs.
    pub fn row(&mut self, words: &mut String, y: u16, (old, new): (&[Cell], &[Cell]), erases: bool) {
        let wide = new.len();
        let mut x = 0;
        while x < wide {
            if old[x] == new[x] {
                x += columns(&new[x]);
                continue;
            }
            // What differs, with short stretches between that don't.
            let (mut end, mut last) = (x, x);
            while end < wide && end - last <= GAP {
                if old[end] != new[end] {
                    last = end;
                }
                end += columns(&new[end]);
            }
            let mut at = x;
            while at <= last {
                let blank = blanks(&new[at..=last]);
                // After the last that differs nothing has to be gone past.
                let least = if at + blank > last { ERASED_LAST } else { ERASED };
                if erases && blank >= least {
                    self.erase(words, at as u16, y, blank as u16, &new[at]);
                    at += blank;
                    continue;
                }
                self.put(words, at as u16, y, &new[at]);
                at += columns(&new[at]);
            }
            x = at;
        }
    }

    /// Makes cells blank without sending each of them.
    fn erase(&mut self, words: &mut String, x: u16, y: u16, count: u16, cell: &Cell) {
        self.go(words, x, y, cell);
        let _ = write!(words, "\x1b[{count}X");
    }

    /// Sends a cell.
    pub fn put(&mut self, words: &mut String, x: u16, y: u16, cell: &Cell) {
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

/// The columns that a cell's sign takes.
pub(super) fn columns(cell: &Cell) -> usize {
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
