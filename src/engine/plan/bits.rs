//! Rows of bits: which slots are open to whom.

/// A table of bits, a row for each member.
#[derive(Clone, Debug)]
pub(super) struct Bits {
    words: Vec<u64>,
    stride: usize,
}

impl Bits {
    /// So many rows of so many bits, none set.
    pub(super) fn new(rows: usize, columns: usize) -> Self {
        let stride = columns.div_ceil(64);
        Self { words: vec![0; rows * stride], stride }
    }

    /// Whether the bit is set.
    pub(super) fn has(&self, row: u32, column: u32) -> bool {
        self.words[row as usize * self.stride + column as usize / 64] >> (column % 64) & 1 == 1
    }

    /// Sets the bit.
    pub(super) fn set(&mut self, row: u32, column: u32) {
        self.words[row as usize * self.stride + column as usize / 64] |= 1 << (column % 64);
    }

    /// Clears the bit.
    pub(super) fn clear(&mut self, row: u32, column: u32) {
        self.words[row as usize * self.stride + column as usize / 64] &= !(1 << (column % 64));
    }

    /// Clears a bit in every row.
    pub(super) fn clear_column(&mut self, column: u32) {
        let at = column as usize / 64;
        for word in self.words.iter_mut().skip(at).step_by(self.stride.max(1)) {
            *word &= !(1 << (column % 64));
        }
    }

    /// The set bits of a row, in order.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        let words = &self.words[row as usize * self.stride..(row as usize + 1) * self.stride];
        words.iter().enumerate().flat_map(|(i, &word)| {
            std::iter::successors((word != 0).then_some(word), |w| Some(w & (w - 1)).filter(|w| *w != 0))
                .map(move |w| (i * 64) as u32 + w.trailing_zeros())
        })
    }
}
