//! Where problems are laid down while files are read, and put in order at the end.

use super::codes;
use super::source::File;
use crate::model::problem::{Problem, Severity, Spot};
use crate::store::lines::LineCounter;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;

/// Problems of one code kept for one file. Every problem is told in one run: each row of the longest list there is may
/// have one. A file of a hundred megabytes of anything else must not fill the memory.
pub const MOST_PER_CODE: usize = 100_000;

/// Collects problems. Shared by everything that reads, so it needs no `mut`.
#[derive(Debug, Default)]
pub(super) struct Desk {
    inner: RefCell<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    problems: Vec<Problem>,
    counts: FxHashMap<(String, &'static str), usize>,
}

impl Desk {
    /// Lays down a problem of `file`, at these bytes of its text.
    pub fn at(&self, file: &File, span: Range<usize>, problem: Problem) {
        // Line and column are counted once, when all problems of the file are known.
        let spot = Spot { start: span.start, end: span.end, line: 0, column: 0 };
        self.whole(file, problem.at(spot));
    }

    /// As [`at`](Self::at), unless the very same was laid down before.
    pub fn at_once(&self, file: &File, span: Range<usize>, problem: Problem) {
        let is_same = |old: &Problem| {
            let here = old.spot.as_ref().is_some_and(|spot| spot.start == span.start);
            here && old.code == problem.code && old.file.as_ref() == Some(&file.name) && old.values == problem.values
        };
        if !self.inner.borrow().problems.iter().any(is_same) {
            self.at(file, span, problem);
        }
    }

    /// Lays down a problem of a whole file.
    pub fn whole(&self, file: &File, problem: Problem) {
        self.lay(problem.in_file(&file.name));
    }

    /// Lays down a problem as it is.
    pub fn lay(&self, problem: Problem) {
        let mut inner = self.inner.borrow_mut();
        let key = (problem.file.clone().unwrap_or_default(), problem.code);
        let count = inner.counts.entry(key).or_default();
        *count += 1;
        if *count <= MOST_PER_CODE {
            inner.problems.push(problem);
        }
    }

    /// Counts a problem that would not be kept, so that its particulars need not be worked out; false when it would be.
    pub fn leaves_out(&self, file: &File, code: &'static str) -> bool {
        let mut inner = self.inner.borrow_mut();
        let count = inner.counts.get_mut(&(file.name.clone(), code)).filter(|count| **count >= MOST_PER_CODE);
        count.is_some_and(|count| {
            *count += 1;
            true
        })
    }

    /// True when an error was laid down.
    pub fn has_errors(&self) -> bool {
        self.inner.borrow().problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// The problems, file by file in the order of reading, each file's by place.
    pub fn clear(self, files: &[&File]) -> Vec<Problem> {
        let Inner { mut problems, counts } = self.inner.into_inner();
        let mut more: Vec<((String, &'static str), usize)> =
            counts.into_iter().filter(|(_, count)| *count > MOST_PER_CODE).collect();
        more.sort_unstable();
        for ((file, code), count) in more {
            let note = Problem::note(codes::AND_MORE).with("count", count - MOST_PER_CODE).with("code", code);
            problems.push(if file.is_empty() { note } else { note.in_file(file) });
        }
        let rank: FxHashMap<&str, usize> =
            files.iter().enumerate().map(|(ix, file)| (file.name.as_str(), ix)).collect();
        let key = |problem: &Problem| {
            let file = problem.file.as_deref().map_or(0, |name| rank.get(name).map_or(usize::MAX, |ix| ix + 1));
            let last = problem.code == codes::AND_MORE;
            (file, last, problem.spot.as_ref().map(|spot| spot.start))
        };
        problems.sort_by_key(key);
        for file in files {
            let mut counter = LineCounter::new(&file.text);
            for problem in problems.iter_mut().filter(|problem| problem.file.as_ref() == Some(&file.name)) {
                if let Some(spot) = &mut problem.spot {
                    (spot.line, spot.column) = counter.place(spot.start);
                }
            }
        }
        problems
    }
}
