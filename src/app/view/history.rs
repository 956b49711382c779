//! What was done, by whom, when; the latest first.

use super::words::Words;
use crate::app::said;
use crate::model::Instant;
use crate::store::record::{Entry, Turns};

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub seq: u64,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// What, as outputs name it.
    pub action: String,
    /// The entry, for the sentence about it.
    pub entry: Entry,
    /// The roster's version afterwards.
    pub version: u64,
    /// It was taken back.
    pub undone: bool,
    /// It is what undo would take back next.
    pub next_undo: bool,
}

impl Line {
    /// True when it can be taken back.
    pub fn undoable(&self) -> bool {
        self.entry.undoable
    }
}

/// The lines of a journal, the latest first.
pub fn lines(entries: Vec<Entry>, turns: &Turns) -> Vec<Line> {
    let line = |entry: Entry| Line {
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor.clone(),
        action: entry.action.clone(),
        version: entry.version,
        undone: turns.all_undone.contains(&entry.seq),
        next_undo: turns.next_undo() == Some(entry.seq),
        entry,
    };
    entries.into_iter().rev().map(line).collect()
}

impl Words<'_> {
    /// The sentence about an entry.
    pub fn entry(&self, entry: &Entry) -> String {
        said::summary(self.speech, entry)
    }
}
