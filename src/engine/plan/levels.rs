//! The contract's levels as prices on the network of a piece.

use rustc_hash::FxHashMap;

use super::relax::{Relaxed, is_captain};
use super::task::Task;
use crate::engine::flow::{Curve, Prices, Stopped};

/// What the planner seeks, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Captain,
    Skill,
    Minimum,
    Target,
    Hours,
    Fairness,
    Surplus,
    Published,
}

/// Every level, in order.
pub(super) const LEVELS: [Level; 8] = [
    Level::Captain,
    Level::Skill,
    Level::Minimum,
    Level::Target,
    Level::Hours,
    Level::Fairness,
    Level::Surplus,
    Level::Published,
];

/// Curves by their marginals, each once.
#[derive(Default)]
struct Curves(FxHashMap<Vec<i64>, Curve>);

impl Curves {
    fn get(&mut self, prices: &mut Prices, marginals: Vec<i64>) -> Curve {
        *self.0.entry(marginals).or_insert_with_key(|key| prices.add_curve(key.clone()))
    }
}

impl Relaxed {
    /// The prices of a level.
    pub(super) fn prices(&self, task: &Task, level: Level) -> Prices {
        let mut prices = Prices::new();
        let mut curves = Curves::default();
        match level {
            Level::Captain | Level::Skill => {
                for &(_, kind, edge) in &self.posts {
                    if is_captain(kind) == (level == Level::Captain) {
                        prices.flat(edge, -1);
                    }
                }
            }
            Level::Minimum | Level::Target => {
                prices.lean_on(self.sink);
                for &(s, edge) in &self.heads {
                    let post = &task.posts[s as usize];
                    let asked = if level == Level::Minimum { post.minimum } else { post.target };
                    let paid = (asked - post.held).clamp(0, post.room());
                    if paid > 0 {
                        let mut marginals = vec![-1; paid as usize];
                        marginals.push(0);
                        let curve = curves.get(&mut prices, marginals);
                        prices.curve(edge, curve, 0);
                    }
                }
            }
            Level::Surplus => {
                prices.lean_on(self.sink);
                for &(s, edge) in &self.heads {
                    let post = &task.posts[s as usize];
                    // The k-th head above target raises the sum of squares by 2k - 1.
                    let price = |k: i32| i64::from((2 * (post.held + k - post.target) - 1).max(0));
                    let marginals: Vec<i64> = (1..=post.room()).map(price).collect();
                    if marginals.last().is_some_and(|&m| m > 0) {
                        let curve = curves.get(&mut prices, marginals);
                        prices.curve(edge, curve, 0);
                    }
                }
            }
            Level::Hours | Level::Fairness => {
                prices.lean_on(self.source);
                let pay = task.pay();
                for each in &self.weeks {
                    let marginals = if level == Level::Hours {
                        each.week.gains(pay).into_iter().map(|g| -g).collect()
                    } else {
                        each.week.heights()
                    };
                    let curve = curves.get(&mut prices, marginals);
                    prices.curve(each.edge, curve, 0);
                }
            }
            // A change is a promise not kept, or a place nobody was promised.
            Level::Published => {
                if !self.own.is_empty() {
                    prices.lean_on(self.source);
                    for each in &self.weeks {
                        prices.flat(each.edge, 1);
                    }
                }
                for own in &self.own {
                    prices.flat(own.edge, -2);
                }
            }
        }
        prices
    }

    /// Brings the flow to its best on a level, within what the levels before have left. Returns the cost.
    pub(super) fn reach(&mut self, task: &Task, level: Level, stop: &dyn Fn() -> bool) -> Result<i64, Stopped> {
        let prices = self.prices(task, level);
        if prices.is_empty() {
            return Ok(0);
        }
        // The face of the level before is closed only now that something is to move inside it: it is a pass over all edges.
        if std::mem::replace(&mut self.has_face, true) {
            self.net.freeze();
        }
        self.net.optimise(&prices, stop)?;
        Ok(self.net.value(&prices))
    }
}
