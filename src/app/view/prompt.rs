//! A line to type in: a search, a reason, the palette of commands.

use super::fold::{Query, fold};
use super::list::List;
use super::place::Place;
use crate::app::commands::{Entry, Key, TABLE};
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::speech::Speech;
use tui_input::{Input, InputRequest};

/// What is being typed.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// The text so far.
    pub input: Input,
    /// The palette's cursor.
    pub list: List,
}

/// What a line is typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To find something on this screen, as it is typed.
    Find,
    /// To say why rules are set aside for this assignment.
    Reason {
        /// Where.
        shift: ShiftIx,
        /// Who.
        member: MemberIx,
        /// In which post.
        duty: Duty,
    },
    /// To choose a command by name.
    Palette,
}

impl Prompt {
    /// An empty line for `purpose`, or one that goes on from `text`.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self { purpose, input: Input::new(text.to_owned()), list: List::default() }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Takes an editing key; false when it is none.
    pub fn edit(&mut self, key: Key) -> bool {
        let request = match key {
            Key::Char(c) if !c.is_control() => InputRequest::InsertChar(c),
            Key::Backspace | Key::Ctrl('h') => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Ctrl('w') => InputRequest::DeletePrevWord,
            Key::Ctrl('u') => InputRequest::DeleteLine,
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
            Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    /// Puts pasted text in, as one line.
    pub fn paste(&mut self, text: &str) {
        for c in text.chars() {
            let c = if c.is_control() { ' ' } else { c };
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    /// The commands of the palette that apply in `place` and whose words hold what is typed; those whose name starts with it
    /// first.
    pub fn commands(&self, speech: Speech, place: Place) -> Vec<&'static Entry> {
        let query = Query::new(self.text());
        let typed = fold(self.text().trim());
        let mut found: Vec<(bool, &Entry)> = TABLE
            .iter()
            .filter(|entry| entry.places.meets(place.kind()))
            .filter_map(|entry| {
                let words = fold(&speech.word(&format!("command-{}", entry.name)));
                let name = fold(&speech.word(&format!("command-{}.hint", entry.name)));
                let found = query.matches(&format!("{words} {name} {}", entry.name));
                found.then(|| (!(name.starts_with(&typed) || entry.name.starts_with(&typed)), entry))
            })
            .collect();
        found.sort_by_key(|(later, _)| *later);
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}
