//! A number before a key that moves: by so many rows, so many gaps on; or to the row of that number.

use super::list::Step;
use super::place::Place;
use super::{Desk, Effect};
use crate::app::commands::{Command, Key};

/// The most that anything is done for one number.
const MOST: usize = 999_999;
/// The most times that something is done of which each time is some work.
const TIMES: usize = 200;

impl Desk {
    /// A key while a number is being typed: its digits, or what is done so often.
    pub(super) fn count_key(&mut self, key: Key) -> Option<Effect> {
        let prompt = self.prompt.as_mut()?;
        match key {
            Key::Char(c) if c.is_ascii_digit() && prompt.text().len() < 6 => {
                prompt.edit(key);
                return None;
            }
            Key::Backspace if !prompt.text().is_empty() => {
                prompt.edit(key);
                return None;
            }
            _ => {}
        }
        let count: Option<usize> = prompt.text().parse().ok();
        self.prompt = None;
        let count = count?.min(MOST);
        if key == Key::Enter {
            self.go_to_row(count);
            return None;
        }
        match self.keymap.find(key, self.place.kind())? {
            Command::First | Command::Last => self.go_to_row(count),
            Command::MoveUp => self.step(Step::By(-(count as isize))),
            Command::MoveDown => self.step(Step::By(count as isize)),
            Command::PageBack => self.step(Step::Pages(-(count as isize))),
            Command::HalfBack => self.step(Step::Halves(-(count as isize))),
            Command::HalfOn => self.step(Step::Halves(count as isize)),
            Command::PageOn => self.step(Step::Pages(count as isize)),
            command if does_often(command) => {
                for _ in 0..count.min(TIMES) {
                    self.command(command);
                    self.refresh();
                }
            }
            // A number means nothing there: nothing is done rather than something once.
            Command::Back => {}
            _ => self.not_done("told-no-count", &[]),
        }
        None
    }

    fn go_to_row(&mut self, row: usize) {
        let row = row.saturating_sub(1);
        if let Place::Page(kind) = self.place {
            self.go_on_page(kind, row);
            return;
        }
        self.step(Step::First);
        self.step(Step::By(row as isize));
    }
}

/// True for what moves on by one of something.
fn does_often(command: Command) -> bool {
    matches!(
        command,
        Command::MoveLeft
            | Command::MoveRight
            | Command::NextGap
            | Command::LastGap
            | Command::EarlierShift
            | Command::LaterShift
            | Command::Undo
            | Command::Redo
    )
}
