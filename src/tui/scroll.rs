//! Fewer bytes on a slow line: where rows have only moved, the terminal is told to scroll them instead of being sent them
//! again.
//!
//! A picture of what the terminal shows is kept, so that what remains to be sent after a scroll is known. How that is put into
//! words is the pen's matter.

use super::pen::{Pen, columns};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
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
                pen.row(&mut words, y, (row(&self.cells, y), row(&self.wanted, y)), self.erases_with_ground);
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
