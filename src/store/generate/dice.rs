//! A seeded source of chance whose answers stay the same for ever.
//!
//! The samples in `config/` are compared with what the generator writes today, so nothing here may change
//! with a newer `rand`, another platform's mathematics or the order of threads: whole-number arithmetic and
//! `+ − × ÷` only, straight from the generator's 64-bit words. It knows nothing of strikes.

use rand::Rng;
use rand_pcg::Pcg64;

/// A stream of chance; the same seed and stream give the same draws on every machine.
#[derive(Debug, Clone)]
pub struct Dice(Pcg64);

impl Dice {
    /// A stream for one part of the work, so that a change in one part leaves the others as they were.
    pub fn new(seed: u64, stream: u64) -> Self {
        let state = (u128::from(seed) << 64) | 0x9e37_79b9_7f4a_7c15;
        Self(Pcg64::new(state, u128::from(stream)))
    }

    /// A whole number in `0..n`; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.0.next_u64()) * n as u128) >> 64) as usize
    }

    /// True in `per_mille` of 1000 draws.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille as usize
    }

    /// A number in `low..high`, evenly spread.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        let unit = (self.0.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0;
        low + unit * (high - low)
    }

    /// Roughly normal, mean 0 and deviation 1: twelve even draws, less six.
    pub fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.between(0.0, 1.0)).sum::<f64>() - 6.0
    }

    /// One of the items. The tables drawn from are constants and not empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// The index of one of the weights, each as likely as its share; 0 when there are none.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let total: usize = weights.clone().map(|weight| weight as usize).sum();
        let mut left = self.below(total);
        for (index, weight) in weights.enumerate() {
            if left < weight as usize {
                return index;
            }
            left -= weight as usize;
        }
        0
    }

    /// Puts the items in a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// Splits `total` over the weights, every part within one of its exact share and the sum kept
/// (largest remainders first, ties to the earlier). No weight at all: the first takes everything.
pub fn share_out(total: usize, weights: &[u32]) -> Vec<usize> {
    let sum: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
    let mut parts = vec![0; weights.len()];
    if sum == 0 {
        if let Some(first) = parts.first_mut() {
            *first = total;
        }
        return parts;
    }
    let mut remainders = Vec::with_capacity(weights.len());
    for (index, &weight) in weights.iter().enumerate() {
        let exact = total as u128 * u128::from(weight);
        parts[index] = (exact / sum) as usize;
        remainders.push((std::cmp::Reverse(exact % sum), index));
    }
    remainders.sort_unstable();
    let left = total - parts.iter().sum::<usize>();
    for &(_, index) in remainders.iter().take(left) {
        parts[index] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws_and_another_stream_others() {
        let draw = |stream| {
            let mut dice = Dice::new(7, stream);
            (0..8).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn shares_add_up_and_stay_within_one_of_exact() {
        assert_eq!(share_out(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share_out(1, &[0, 5]), [0, 1]);
        assert_eq!(share_out(3, &[0, 0]), [3, 0]);
        assert_eq!(share_out(3, &[]), Vec::<usize>::new());
    }

    #[test]
    fn weights_of_nothing_draw_the_first() {
        assert_eq!(Dice::new(1, 1).weighted([0, 0].into_iter()), 0);
        assert_eq!(Dice::new(1, 1).weighted([0, 3, 0].into_iter()), 1);
    }
}
