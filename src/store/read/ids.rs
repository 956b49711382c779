//! Ids given out and asked for: each once, and the nearest one for a slip.

use super::codes;
use super::desk::Desk;
use super::entry::Told;
use super::source::File;
use crate::model::nearest::nearest;
use crate::model::problem::Problem;
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;

/// Searches for a near id that are made among very many ids; each costs as much as reading them.
const SEARCHES: u32 = 50;
/// Above so many ids searches are counted.
const MANY: usize = 2000;

struct Known<Ix> {
    ix: Ix,
    file: u32,
    at: usize,
}

/// The ids of one kind of thing.
pub(super) struct Ids<Ix> {
    /// As messages select on it: `site`, `template`, `member`, `requirement`, `line`.
    kind: &'static str,
    known: FxHashMap<String, Known<Ix>>,
    /// Files in which ids were given, as [`Known::file`] counts them.
    files: Vec<String>,
    /// False when ids may be missing because their file could not be read.
    pub is_whole: bool,
    /// Every id in order; made when first needed, after the last was given.
    sorted: OnceCell<Vec<String>>,
    near: RefCell<FxHashMap<String, Option<String>>>,
    searches: Cell<u32>,
}

impl<Ix: Copy> Ids<Ix> {
    pub fn new(kind: &'static str, is_whole: bool) -> Self {
        let (near, searches) = (RefCell::default(), Cell::new(0));
        Self { kind, known: FxHashMap::default(), files: Vec::new(), is_whole, sorted: OnceCell::new(), near, searches }
    }

    /// Room for so many more.
    pub fn reserve(&mut self, count: usize) {
        self.known.reserve(count);
    }

    /// Gives `id` to `ix`; tells and is false when it was given before.
    pub fn add(&mut self, desk: &Desk, file: &File, id: &Told<String>, ix: Ix) -> bool {
        self.give(desk, file, &id.value, || id.span.clone(), id.span.start, ix)
    }

    /// As [`add`](Self::add), with the place worked out only when it is needed; `at` is near it.
    pub fn give(
        &mut self,
        desk: &Desk,
        file: &File,
        id: &str,
        span: impl FnOnce() -> Range<usize>,
        at: usize,
        ix: Ix,
    ) -> bool {
        if let Some(first) = self.known.get(id) {
            if !desk.leaves_out(file, codes::DUPLICATE_ID) {
                let first_file = self.files.get(first.file as usize).map_or("", String::as_str);
                let problem = Problem::error(codes::DUPLICATE_ID).with("kind", self.kind).with("id", id);
                let problem = if first_file == file.name {
                    problem.with("line", file.line_of(first.at)).help("line")
                } else {
                    problem.with("file", first_file).help("file")
                };
                desk.at(file, span(), problem);
            }
            return false;
        }
        if self.files.last() != Some(&file.name) {
            self.files.push(file.name.clone());
        }
        self.known.insert(id.to_owned(), Known { ix, file: self.files.len() as u32 - 1, at });
        true
    }

    /// What has `id`; when nothing has, tells it at `span` with the nearest id.
    pub fn find(&self, desk: &Desk, file: &File, id: &str, span: impl FnOnce() -> Range<usize>) -> Option<Ix> {
        if let Some(known) = self.known.get(id) {
            return Some(known.ix);
        }
        if self.is_whole && !desk.leaves_out(file, codes::UNKNOWN_ID) {
            let problem = Problem::error(codes::UNKNOWN_ID).with("kind", self.kind).with("id", id);
            desk.at(
                file,
                span(),
                match self.nearest(id) {
                    Some(near) => problem.with("nearest", near).help("nearest"),
                    None => problem,
                },
            );
        }
        None
    }

    /// As [`find`](Self::find), of an id in a TOML file.
    pub fn find_told(&self, desk: &Desk, file: &File, id: &Told<String>) -> Option<Ix> {
        self.find(desk, file, &id.value, || id.span.clone())
    }

    fn nearest(&self, id: &str) -> Option<String> {
        if let Some(near) = self.near.borrow().get(id) {
            return near.clone();
        }
        if self.known.len() > MANY {
            self.searches.set(self.searches.get() + 1);
            if self.searches.get() > SEARCHES {
                return None;
            }
        }
        // In order, so that of two ids equally near the same is always told.
        let sorted = self.sorted.get_or_init(|| {
            let mut ids: Vec<String> = self.known.keys().cloned().collect();
            ids.sort_unstable();
            ids
        });
        let near = nearest(id, sorted.iter().map(String::as_str)).map(str::to_owned);
        self.near.borrow_mut().insert(id.to_owned(), near.clone());
        near
    }

    /// Ids to indices, for the strike.
    pub fn into_lookup(self) -> FxHashMap<String, Ix> {
        self.known.into_iter().map(|(id, known)| (id, known.ix)).collect()
    }
}
