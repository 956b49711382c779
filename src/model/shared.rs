//! Lists whose copies cost next to nothing: what neither of two changes they share.

use std::sync::Arc;

/// Lists in chunks that copies share until one of them writes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shared<T> {
    chunks: Vec<Arc<Vec<Vec<T>>>>,
}

/// Lists in a chunk: few enough that a first write copies little, many enough that a copy of all has little to count.
const CHUNK: usize = 64;

impl<T: Clone + Eq> Shared<T> {
    /// So many lists, as they are.
    pub fn of(lists: Vec<Vec<T>>) -> Self {
        let mut lists = lists.into_iter().peekable();
        let mut chunks = Vec::with_capacity(lists.len().div_ceil(CHUNK));
        while lists.peek().is_some() {
            chunks.push(Arc::new(lists.by_ref().take(CHUNK).collect()));
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
        let chunk = |first: usize| Arc::new(vec![Vec::new(); CHUNK.min(len - first)]);
        Self { chunks: (0..len).step_by(CHUNK).map(chunk).collect() }
    }

    /// The list at `ix`.
    pub fn at(&self, ix: usize) -> &[T] {
        &self.chunks[ix / CHUNK][ix % CHUNK]
    }

    /// The list at `ix`, to be changed: its chunk is no longer shared.
    pub fn at_mut(&mut self, ix: usize) -> &mut Vec<T> {
        &mut Arc::make_mut(&mut self.chunks[ix / CHUNK])[ix % CHUNK]
    }

    /// All of them, in order.
    pub fn lists(&self) -> impl Iterator<Item = &[T]> {
        self.chunks.iter().flat_map(|chunk| chunk.iter().map(Vec::as_slice))
    }

    /// The lists of both, side by side, where they differ.
    pub fn beside<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a [T], &'a [T])> {
        let chunks = self.chunks.iter().zip(&other.chunks).filter(|(a, b)| !Arc::ptr_eq(a, b));
        let lists = chunks.flat_map(|(a, b)| a.iter().zip(b.iter()));
        lists.filter(|(a, b)| a != b).map(|(a, b)| (a.as_slice(), b.as_slice()))
    }
}
