//! Walking a TOML table by asking for its keys. What is asked for is what is known: when the walk ends, every other key is
//! told as unknown with the nearest one that was asked for, and every required key that wasn't there as missing.

use super::codes;
use super::desk::Desk;
use super::entry::Entry;
use super::source::File;
use crate::model::nearest::nearest;
use crate::model::problem::Problem;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A table being walked.
pub(super) struct Cursor<'a> {
    pub desk: &'a Desk,
    pub file: &'a File,
    table: &'a DeTable<'a>,
    header: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<&'static str>>,
    is_open: Cell<bool>,
}

impl<'a> Cursor<'a> {
    /// Starts a walk of `table`, whose header or whole text is at `header`.
    pub fn new(desk: &'a Desk, file: &'a File, table: &'a DeTable<'a>, header: Range<usize>) -> Self {
        let (asked, missing) = (RefCell::default(), RefCell::default());
        Self { desk, file, table, header, asked, missing, is_open: Cell::new(false) }
    }

    /// The entry of `key`, which may be missing.
    pub fn get(&self, key: &'static str) -> Entry<'a> {
        self.asked.borrow_mut().push(key);
        let found = self.table.get_key_value(key);
        let value = found.map(|(key, value)| (key.span(), value));
        Entry::new(self.desk, self.file, key, value)
    }

    /// The entry of `key`, which is required.
    pub fn must(&self, key: &'static str) -> Entry<'a> {
        let entry = self.get(key);
        if !entry.is_there() {
            self.missing.borrow_mut().push(key);
        }
        entry
    }

    /// Every entry, for tables whose keys are free; no key is then unknown.
    pub fn entries(&self) -> impl Iterator<Item = (&'a str, Entry<'a>)> {
        self.is_open.set(true);
        let (desk, file) = (self.desk, self.file);
        self.table.iter().map(move |(key, value)| {
            let name: &'a str = key.get_ref();
            (name, Entry::new(desk, file, name, Some((key.span(), value))))
        })
    }

    /// The table at `key`, when there is one.
    pub fn table(&self, key: &'static str) -> Option<Cursor<'a>> {
        self.get(key).table()
    }

    /// The tables at `key` (`[[key]]`).
    pub fn tables(&self, key: &'static str) -> Vec<Cursor<'a>> {
        self.get(key).tables()
    }

    /// Where the table is.
    pub fn span(&self) -> Range<usize> {
        self.header.clone()
    }

    /// Lays down a problem at the table's header.
    pub fn tell(&self, problem: Problem) {
        self.desk.at(self.file, self.span(), problem);
    }

    fn tell_unknown(&self) {
        let (asked, mut missing) = (self.asked.borrow(), self.missing.borrow_mut());
        if !self.is_open.get() {
            for (key, _) in self.table {
                let name: &str = key.get_ref();
                if asked.contains(&name) || self.file.is_broken(&key.span()) {
                    continue;
                }
                // A missing required key is what was meant before any other that is as near.
                let near = nearest(name, missing.iter().chain(asked.iter()).copied());
                let problem = Problem::error(codes::UNKNOWN_KEY).with("key", name);
                let problem = match near {
                    Some(near) => problem.with("nearest", near).help("nearest"),
                    None => problem.with("known", asked.join(", ")),
                };
                self.desk.at(self.file, key.span(), problem);
                missing.retain(|key| Some(*key) != near);
            }
        }
        // In a file that can't be read whole, what is missing may only be hidden.
        if self.file.is_whole.get() {
            for key in missing.iter() {
                if self.header.is_empty() {
                    let table = format!("[{key}]");
                    self.desk.whole(self.file, Problem::error(codes::MISSING_KEY).with("key", table));
                } else {
                    self.tell(Problem::error(codes::MISSING_KEY).with("key", *key));
                }
            }
        }
    }
}

impl Drop for Cursor<'_> {
    fn drop(&mut self) {
        self.tell_unknown();
    }
}

/// The value as the kind a person would call it; see `problem-wrong-type`.
pub(super) fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "whole",
        DeValue::Float(_) => "decimal",
        DeValue::Boolean(_) => "yes-no",
        DeValue::Datetime(at) if at.date.is_none() => "time",
        DeValue::Datetime(at) if at.time.is_none() => "date",
        DeValue::Datetime(_) => "moment",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}
