//! One level: the circulation of least cost under given prices, by the primal-dual method; then its face.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::blocking::{Scratch, block, rank};
use super::network::{Bent, Edge, NONE, Network};
use super::prices::{Price, Prices};

/// The caller asked to stop. The flow is a circulation within its bounds, but of no particular cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Network {
    /// Brings the circulation to least cost under `prices`, within the bounds that the edges have now.
    ///
    /// Half-edges that would earn something are filled first, which leaves nodes with too much and nodes with too
    /// little; the surplus then goes to the deficits along cheapest paths. `stop` is asked between phases.
    pub fn optimise(&mut self, prices: &Prices, stop: &dyn Fn() -> bool) -> Result<(), Stopped> {
        self.price(prices);
        self.potential.fill(0);
        if let Some(node) = prices.lean {
            self.potential[node.0 as usize] = self.suited(node.0);
        }
        let mut scratch = Scratch::new(self.nodes());
        self.saturate(prices.lean.map(|node| node.0), &mut scratch);
        let mut distance = vec![i64::MAX; self.nodes()];
        loop {
            if stop() {
                return self.give_up(scratch);
            }
            while rank(self, &mut scratch) {
                block(self, &mut scratch);
                if stop() {
                    return self.give_up(scratch);
                }
            }
            if !scratch.excess.iter().any(|&e| e > 0) {
                break;
            }
            if !self.reprice_nodes(&scratch.excess, &mut distance) {
                // Every unit that was pushed can be taken back, so a deficit is always in reach.
                debug_assert!(false, "an excess without a deficit in reach");
                break;
            }
        }
        debug_assert!(self.is_optimal(), "a level ends with no half-edge that would earn something");
        Ok(())
    }

    /// Brings what is left over home by any way at all, whatever it costs.
    fn give_up(&mut self, mut scratch: Scratch) -> Result<(), Stopped> {
        self.price(&Prices::new());
        self.potential.fill(0);
        while rank(self, &mut scratch) {
            block(self, &mut scratch);
        }
        debug_assert!(self.check_feasible().is_ok(), "every unit that was pushed can be taken back");
        Err(Stopped)
    }

    /// Closes every edge to the flows that are optimal under the prices of the last [`Network::optimise`].
    pub fn freeze(&mut self) {
        for node in 0..self.nodes() as u32 {
            for half in self.halves(node) {
                let e = self.edge_of[half] as usize;
                if self.place[e] as usize != half {
                    continue;
                }
                let mate = self.mate[half] as usize;
                if self.residual[half] == 0 && self.residual[mate] == 0 {
                    continue;
                }
                let flow = self.flow(Edge(e as u32));
                let other = self.head[half];
                let up = if self.residual[half] > 0 && self.reduced(node, half) == 0 { self.run(half) } else { 0 };
                let down = if self.residual[mate] > 0 && self.reduced(other, mate) == 0 { self.run(mate) } else { 0 };
                self.floor[e] = flow - down;
                self.residual[half] = up;
                self.residual[mate] = down;
            }
        }
    }

    /// Wipes the prices of the level before, and sets these.
    fn price(&mut self, prices: &Prices) {
        for (edge, _) in std::mem::take(&mut self.priced) {
            let a = self.place[edge.0 as usize] as usize;
            self.cost[a] = 0;
            self.cost[self.mate[a] as usize] = 0;
            self.curve_of[edge.0 as usize] = NONE;
        }
        self.curves.clone_from(&prices.curves);
        for &(edge, price) in &prices.list {
            let e = edge.0 as usize;
            match price {
                Price::Flat(p) => {
                    let a = self.place[e] as usize;
                    self.cost[a] = p;
                    self.cost[self.mate[a] as usize] = -p;
                    self.priced.push((edge, None));
                }
                Price::Curve { curve, skip } => {
                    self.curve_of[e] = self.priced.len() as u32;
                    self.priced.push((edge, Some(Bent { curve: curve.0, skip })));
                    self.reprice(e);
                }
            }
        }
    }

    /// The potential of `node` under which the fewest of its edges would earn something: every edge with room asks for a
    /// potential above one price and below another, and the median of all of them is best.
    fn suited(&self, node: u32) -> i64 {
        let mut asked = Vec::new();
        for half in self.halves(node) {
            let mate = self.mate[half] as usize;
            if self.residual[half] > 0 {
                asked.push(-self.cost[half]);
            }
            if self.residual[mate] > 0 {
                asked.push(self.cost[mate]);
            }
        }
        if asked.is_empty() {
            return 0;
        }
        let middle = asked.len() / 2;
        *asked.select_nth_unstable(middle).1
    }

    /// Fills every half-edge that would earn something. All potentials are zero here but that of the node leant on, so only
    /// priced edges and those of that node can.
    fn saturate(&mut self, lean: Option<u32>, scratch: &mut Scratch) {
        for i in 0..self.priced.len() {
            let forward = self.place[self.priced[i].0.0 as usize] as usize;
            self.fill(forward, scratch);
        }
        if let Some(node) = lean {
            for half in self.halves(node) {
                self.fill(half, scratch);
            }
        }
    }

    /// Fills an edge, either way, as long as the next unit would earn something.
    fn fill(&mut self, half: usize, scratch: &mut Scratch) {
        for half in [half, self.mate[half] as usize] {
            let from = self.head[self.mate[half] as usize];
            while self.residual[half] > 0 && self.reduced(from, half) < 0 {
                let amount = self.run(half);
                self.push(half, amount);
                scratch.excess[self.head[half] as usize] += i64::from(amount);
                scratch.excess[from as usize] -= i64::from(amount);
            }
        }
    }

    /// Cheapest distances from the excesses as far as the nearest deficit; lifts the potentials by them.
    /// False: no deficit can be reached.
    fn reprice_nodes(&mut self, excess: &[i64], distance: &mut [i64]) -> bool {
        distance.fill(i64::MAX);
        let mut near: Vec<u32> = Vec::new();
        let mut far: BinaryHeap<Reverse<(i64, u32)>> = BinaryHeap::new();
        for (n, &e) in excess.iter().enumerate() {
            if e > 0 {
                distance[n] = 0;
                near.push(n as u32);
            }
        }
        let mut now = 0;
        let found = loop {
            let u = if let Some(u) = near.pop() {
                u
            } else if let Some(Reverse((d, u))) = far.pop() {
                if distance[u as usize] < d || d < now {
                    continue;
                }
                now = d;
                u
            } else {
                break None;
            };
            if excess[u as usize] < 0 {
                break Some(now);
            }
            for half in self.halves(u) {
                if self.residual[half] == 0 {
                    continue;
                }
                let v = self.head[half];
                let d = now + self.reduced(u, half);
                if d < distance[v as usize] {
                    distance[v as usize] = d;
                    if d == now {
                        near.push(v);
                    } else {
                        far.push(Reverse((d, v)));
                    }
                }
            }
        };
        let Some(limit) = found else { return false };
        for (potential, &d) in self.potential.iter_mut().zip(&*distance) {
            *potential += d.min(limit);
        }
        true
    }
}
