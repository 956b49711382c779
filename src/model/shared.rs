//! Lists whose copies cost next to nothing: what neither of two changes they share.

use std::ops::Range;
use std::sync::Arc;

/// Lists in chunks that copies share until one of them writes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shared<T> {
    chunks: Vec<Arc<Chunk<T>>>,
}

/// Lists in a chunk: few enough that a first write copies little, many enough that a copy of all has little to count.
const CHUNK: usize = 32;

/// Some lists, one behind the other: half a million short ones would take more room for their own places than for what is in
/// them.
#[derive(Debug, PartialEq, Eq)]
struct Chunk<T> {
    items: Vec<T>,
    /// Where each list ends.
    ends: Box<[u32]>,
}

/// A copy has no room to spare: few chunks that are written to once are written to many times.
impl<T: Clone> Clone for Chunk<T> {
    fn clone(&self) -> Self {
        Self { items: self.items.clone(), ends: self.ends.clone() }
    }
}

impl<T> Chunk<T> {
    fn of(lists: impl Iterator<Item = Vec<T>>) -> Self {
        let lists: Vec<Vec<T>> = lists.collect();
        let mut items = Vec::with_capacity(lists.iter().map(Vec::len).sum());
        let mut ends = Vec::with_capacity(lists.len());
        for list in lists {
            items.extend(list);
            ends.push(items.len() as u32);
        }
        Self { items, ends: ends.into() }
    }

    fn range(&self, ix: usize) -> Range<usize> {
        let start = ix.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[ix] as usize
    }

    fn lists(&self) -> impl Iterator<Item = &[T]> {
        (0..self.ends.len()).map(|ix| &self.items[self.range(ix)])
    }
}

impl<T: Clone + Eq> Shared<T> {
    /// So many lists, as they are.
    pub fn of(lists: Vec<Vec<T>>) -> Self {
        let mut lists = lists.into_iter().peekable();
        let mut chunks = Vec::with_capacity(lists.len().div_ceil(CHUNK));
        while lists.peek().is_some() {
            chunks.push(Arc::new(Chunk::of(lists.by_ref().take(CHUNK))));
        }
        Self { chunks }
    }

    /// Takes the chunks of `other` that hold the same as one's own.
    pub fn share(&mut self, other: &Self) {
        for (mine, theirs) in self.chunks.iter_mut().zip(&other.chunks) {
            if mine == theirs {
                *mine = Arc::clone(theirs);
            }
        }
    }

    /// So many empty lists.
    pub fn new(len: usize) -> Self {
        let none = |lists: usize| Arc::new(Chunk { items: Vec::new(), ends: vec![0; lists].into() });
        let whole = none(CHUNK);
        let chunk = |first: usize| if len - first < CHUNK { none(len - first) } else { Arc::clone(&whole) };
        Self { chunks: (0..len).step_by(CHUNK).map(chunk).collect() }
    }

    /// The list at `ix`.
    pub fn at(&self, ix: usize) -> &[T] {
        let chunk = &self.chunks[ix / CHUNK];
        &chunk.items[chunk.range(ix % CHUNK)]
    }

    /// Puts `item` into the list at `ix`, as its number `at`: its chunk is no longer shared.
    pub fn insert(&mut self, ix: usize, at: usize, item: T) {
        let chunk = Arc::make_mut(&mut self.chunks[ix / CHUNK]);
        let place = chunk.range(ix % CHUNK).start + at;
        // An eighth more, where a list would take twice as much as it holds.
        if chunk.items.len() == chunk.items.capacity() {
            chunk.items.reserve_exact(chunk.items.len() / 8 + 4);
        }
        chunk.items.insert(place, item);
        chunk.ends[ix % CHUNK..].iter_mut().for_each(|end| *end += 1);
    }

    /// Takes number `at` out of the list at `ix`: its chunk is no longer shared.
    pub fn remove(&mut self, ix: usize, at: usize) -> T {
        let chunk = Arc::make_mut(&mut self.chunks[ix / CHUNK]);
        let place = chunk.range(ix % CHUNK).start + at;
        chunk.ends[ix % CHUNK..].iter_mut().for_each(|end| *end -= 1);
        chunk.items.remove(place)
    }

    /// All of them, in order.
    pub fn lists(&self) -> impl Iterator<Item = &[T]> {
        self.chunks.iter().flat_map(|chunk| chunk.lists())
    }

    /// The lists of both, side by side, where they differ.
    pub fn beside<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a [T], &'a [T])> {
        let chunks = self.chunks.iter().zip(&other.chunks).filter(|(a, b)| !Arc::ptr_eq(a, b));
        chunks.flat_map(|(a, b)| a.lists().zip(b.lists())).filter(|(a, b)| a != b)
    }
}
