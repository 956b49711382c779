//! What prices prove: whatever they are, no roster fills more places than all prices together and the best weeks of everybody at
//! those prices come to (Held and Karp, *The traveling-salesman problem and minimum spanning trees*, 1971).
//!
//! Members answer one after the other first, each at the prices that the one before has left (Nedić and Bertsekas, *Incremental
//! subgradient methods for nondifferentiable optimization*, 2001): all at once, those who are alike would run after the same cheap
//! places like a herd. From there all answer together, and prices go by what was asked lately and not just now (Camerini,
//! Fratta and Maffioli, *On improving relaxation methods by modified gradient techniques*, 1975).

use super::hall::{Hall, ONE};

/// How often members answer one after the other; by how much of `ONE` a place asked for gets dearer at first, and how soon by
/// less; how often the prices are looked at.
const SWEEPS: usize = 50;
const DEARER: f64 = 0.1;
const SOONER: f64 = 0.1;
const LOOK: usize = 5;
/// How often all answer together at most.
const ROUNDS: usize = 200;
/// How much counts what was asked before; after so many rounds in vain steps get so much shorter.
const LATELY: f64 = 0.7;
const PATIENCE: usize = 10;
const SHORTER: f64 = 0.6;

/// Prices, by lot, and what they prove.
pub(super) struct Proof {
    pub(super) prices: Vec<i64>,
    /// The most places that can be filled.
    pub(super) most: i64,
}

/// The best prices so far, and what they come to.
struct Best {
    prices: Vec<f64>,
    sum: i64,
}

impl Hall<'_, '_> {
    /// Seeks prices that prove as much as can be found with so much `work`, in states. Ends early where no more than `filled` are
    /// possible. Every place must be worth the same.
    pub(super) fn prove(&mut self, filled: i64, work: usize, stop: &dyn Fn() -> bool) -> Proof {
        let places: Vec<i64> = self.lots.iter().map(|lot| lot.worth.len() as i64).collect();
        let rounds = work / self.size;
        let mut best = Best { prices: vec![0.0; places.len()], sum: i64::MAX };
        let is_enough = |best: &Best| stop() || best.sum < (filled + 1) * ONE;
        self.sweep(&places, SWEEPS.min(rounds / 3), &mut best, &is_enough);
        let rounds = (rounds - rounds / 3).min(ROUNDS);
        self.settle(&places, filled, rounds, &mut best, &is_enough);
        let most = places.iter().sum::<i64>().min(best.sum.div_euclid(ONE));
        Proof { prices: whole(&best.prices), most }
    }

    /// Members answer one after the other.
    fn sweep(&mut self, places: &[i64], sweeps: usize, best: &mut Best, is_enough: &dyn Fn(&Best) -> bool) {
        let mut prices = vec![0.0; places.len()];
        for sweep in 0..sweeps {
            if is_enough(best) {
                return;
            }
            let step = DEARER * ONE as f64 / (1.0 + sweep as f64 * SOONER);
            for b in 0..self.bidders.len() {
                for lot in self.answer(b, |lot| prices[lot] as i64).1 {
                    prices[lot] = (prices[lot] + step).min(ONE as f64);
                }
            }
            for (price, places) in prices.iter_mut().zip(places) {
                *price = (*price - step * *places as f64).max(0.0);
            }
            if sweep % LOOK == LOOK - 1 {
                let (sum, _) = self.weigh(&whole(&prices), places);
                if sum < best.sum {
                    *best = Best { prices: prices.clone(), sum };
                }
            }
        }
    }

    /// All answer together.
    fn settle(
        &mut self,
        places: &[i64],
        filled: i64,
        rounds: usize,
        best: &mut Best,
        is_enough: &dyn Fn(&Best) -> bool,
    ) {
        let mut prices = best.prices.clone();
        let mut asked = vec![0.0; places.len()];
        let (mut stride, mut vain) = (1.0, 0);
        for _ in 0..rounds {
            if is_enough(best) {
                return;
            }
            let (sum, wanted) = self.weigh(&whole(&prices), places);
            vain += 1;
            if sum < best.sum {
                *best = Best { prices: prices.clone(), sum };
                vain = 0;
            } else if vain == PATIENCE {
                (stride, vain) = (stride * SHORTER, 0);
                prices.clone_from(&best.prices);
                asked.fill(0.0);
                continue;
            }
            for (asked, (wanted, places)) in asked.iter_mut().zip(wanted.iter().zip(places)) {
                *asked = LATELY * *asked + (1.0 - LATELY) * (wanted - places) as f64;
            }
            let moves = |(asked, price): &(&f64, &f64)| **price > 0.0 || **asked > 0.0;
            let norm: f64 = asked.iter().zip(&prices).filter(moves).map(|(asked, _)| asked * asked).sum();
            if norm <= f64::EPSILON {
                return;
            }
            // As far as it would be if the way led straight to where nothing is left to prove (Polyak, *Minimization of unsmooth
            // functionals*, 1969).
            let step = stride * (sum - filled * ONE) as f64 / norm;
            for (price, asked) in prices.iter_mut().zip(&asked) {
                *price = (*price + step * asked).clamp(0.0, ONE as f64);
            }
        }
    }

    /// All prices together and everybody's best week; and how many would then come to each lot.
    fn weigh(&mut self, prices: &[i64], places: &[i64]) -> (i64, Vec<i64>) {
        let mut sum: i64 = prices.iter().zip(places).map(|(price, places)| price * places).sum();
        let mut wanted = vec![0; prices.len()];
        for b in 0..self.bidders.len() {
            let (value, lots) = self.answer(b, |lot| prices[lot]);
            sum += value;
            for lot in lots {
                wanted[lot] += 1;
            }
        }
        (sum, wanted)
    }

    /// What the best week of a bidder is worth at these prices, and its lots.
    fn answer(&mut self, b: usize, price: impl Fn(usize) -> i64) -> (i64, Vec<usize>) {
        let bidder = &self.bidders[b];
        let cheapest = |lots: &Vec<u32>| {
            let each = lots.iter().map(|&lot| (price(lot as usize), lot));
            each.min().map_or((ONE, 0), |(price, lot)| (ONE - price, lot as usize))
        };
        let (worth, lots): (Vec<i64>, Vec<usize>) = bidder.reach.iter().map(cheapest).unzip();
        let (value, pages) = bidder.diary.best(self.task, &worth, &mut self.room);
        (value, pages.into_iter().map(|page| lots[page]).collect())
    }
}

/// Prices in whole units: what they prove is proven whatever was lost by it.
fn whole(prices: &[f64]) -> Vec<i64> {
    prices.iter().map(|price| price.round() as i64).collect()
}
