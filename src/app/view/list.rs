//! A cursor in a list, and which rows are in view.

use std::cell::Cell;
use std::ops::Range;

/// Which row the cursor is on, and which rows were drawn last. The list itself is kept elsewhere.
#[derive(Debug, Clone, Default)]
pub struct List {
    cursor: usize,
    top: Cell<usize>,
    page: Cell<usize>,
}

/// A step of a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By so many rows.
    By(isize),
    /// By pages.
    Pages(isize),
    /// By halves of a page.
    Halves(isize),
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl List {
    /// The row the cursor is on. Of a list that has become shorter: its last.
    pub fn at(&self, len: usize) -> usize {
        self.cursor.min(len.saturating_sub(1))
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Step, len: usize) {
        let last = len.saturating_sub(1) as isize;
        let at = self.at(len) as isize;
        let page = (self.page.get().max(2) - 1) as isize;
        self.cursor = match step {
            Step::By(rows) => at.saturating_add(rows).clamp(0, last) as usize,
            Step::Pages(pages) => at.saturating_add(pages.saturating_mul(page)).clamp(0, last) as usize,
            Step::Halves(halves) => at.saturating_add(halves.saturating_mul((page + 1) / 2)).clamp(0, last) as usize,
            Step::First => 0,
            Step::Last => last as usize,
        };
    }

    /// The same, round the end: from the first row one step back leads to the last, from the last one on to the first.
    pub fn step_round(&mut self, step: Step, len: usize) {
        let last = len.saturating_sub(1);
        self.step(
            match (step, self.at(len)) {
                (Step::By(-1), 0) => Step::Last,
                (Step::By(1), at) if at == last => Step::First,
                (step, _) => step,
            },
            len,
        );
    }

    /// Puts the cursor on a row.
    pub fn go(&mut self, row: usize) {
        self.cursor = row;
    }

    /// The rows to draw in `height`, with the cursor among them: scrolls no more than needed.
    pub fn window(&self, len: usize, height: usize) -> Range<usize> {
        let cursor = self.at(len);
        let mut top = self.top.get().min(len.saturating_sub(height));
        if cursor < top {
            top = cursor;
        } else if height > 0 && cursor >= top + height {
            top = cursor + 1 - height;
        }
        self.top.set(top);
        self.page.set(height);
        top..len.min(top + height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_list_and_in_view() {
        let mut list = List::default();
        assert_eq!(list.window(100, 10), 0..10);
        list.step(Step::By(10), 100);
        assert_eq!((list.at(100), list.window(100, 10)), (10, 1..11));
        list.step(Step::Last, 100);
        assert_eq!(list.window(100, 10), 90..100);
        list.step(Step::Pages(-1), 100);
        assert_eq!((list.at(100), list.window(100, 10)), (90, 90..100));
        assert_eq!((list.at(5), list.window(5, 10)), (4, 0..5), "the list became shorter");
        list.step(Step::By(isize::MIN), 5);
        assert_eq!(list.at(5), 0);
        list.window(100, 10);
        list.step(Step::Halves(1), 100);
        assert_eq!(list.at(100), 5);
        list.step(Step::Halves(-2), 100);
        assert_eq!(list.at(100), 0);
    }

    #[test]
    fn round_the_end_only_single_steps_lead() {
        let mut list = List::default();
        list.window(9, 4);
        let mut at = |step| {
            list.step_round(step, 9);
            list.at(9)
        };
        assert_eq!((at(Step::By(-1)), at(Step::By(1)), at(Step::Pages(-1))), (8, 0, 0));
        assert_eq!((at(Step::Last), at(Step::Pages(1)), at(Step::By(3))), (8, 8, 8));
        list.step_round(Step::By(1), 0);
        assert_eq!(list.at(0), 0);
    }

    #[test]
    fn an_empty_list_and_no_room_are_no_trouble() {
        let mut list = List::default();
        for step in [Step::By(1), Step::Pages(1), Step::Halves(1), Step::First, Step::Last] {
            list.step(step, 0);
            assert_eq!((list.at(0), list.window(0, 0), list.window(0, 5)), (0, 0..0, 0..0));
        }
        list.go(7);
        assert_eq!(list.window(10, 0).len(), 0);
    }
}
