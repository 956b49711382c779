//! Levels whose prices all meet at one node: halving the prices instead of climbing through them.
//!
//! The dual of such a level is a sum of one convex term a node and a fixed charge for every pair of neighbours whose
//! potentials differ, so the nodes with a potential above a threshold are one side of a minimum cut, and the sides of a higher
//! threshold lie inside those of a lower one. A cut at the middle price therefore splits the network into two halves that can
//! be settled apart, each at the middle of its prices: as many rounds as the logarithm of the number of different prices, each
//! one maximum flow. (Groenevelt, *Two algorithms for maximizing a separable concave function over a polymatroid feasible
//! region*, 1991; Hochbaum, *An efficient algorithm for image segmentation, Markov random fields and related problems*, 2001.)

use super::level::Stopped;
use super::network::{Edge, NONE, Network};
use super::prices::Prices;
use super::route::{Closure, Gate, Scratch};

/// Flow stays among nodes with one label: those whose potentials are not told apart yet.
struct Alike<'a>(&'a [u32]);

impl Gate for Alike<'_> {
    fn open(&self, net: &Network, from: u32, half: usize) -> bool {
        self.0[from as usize] == self.0[net.halves[half].head as usize]
    }

    fn open_back(&self, net: &Network, from: u32, half: usize) -> bool {
        self.open(net, from, half)
    }

    fn run(net: &Network, half: usize) -> i32 {
        net.halves[half].out
    }

    fn push(net: &mut Network, half: usize, amount: i32) {
        net.shift(half, amount);
    }
}

/// A priced edge, taken out of the network while the rest is settled.
struct Bend {
    node: u32,
    edge: Edge,
    /// Whether the edge leaves the anchor.
    leaves: bool,
    low: i32,
    high: i32,
    flow: i32,
    /// The last change of its flow, as its node's excess saw it.
    change: i64,
    price: u32,
}

impl Network {
    /// Whether every priced edge has just one end at `anchor`.
    pub(super) fn meets_at(&self, anchor: u32) -> bool {
        self.priced.iter().all(|priced| {
            let (from, to) = self.ends(priced.edge);
            (from.0 == anchor) != (to.0 == anchor)
        })
    }

    /// Brings the circulation to least cost, and the potentials to the proof of it, where all priced edges meet at `anchor`.
    pub(super) fn settle(&mut self, anchor: u32, stop: &dyn Fn() -> bool) -> Result<(), Stopped> {
        let mut bends = self.unbend(anchor);
        let mut values = self.values(&bends);
        values.push(0);
        values.sort_unstable();
        values.dedup();
        let zero = values.partition_point(|&v| v < 0) as u32;
        let mut label = vec![0_u32; self.nodes()];
        // The end of the range of values that is open to nodes with a label; the label is its beginning. Zero: no such label.
        let mut end = vec![0_u32; values.len()];
        end[0] = values.len() as u32;
        let mut scratch = Scratch::new(self.nodes());
        let mut found = Ok(());
        while found.is_ok() && (0..values.len()).any(|a| end[a] > a as u32 + 1) {
            let middle = |a: u32| {
                let b = end[a as usize];
                (b > a + 1).then_some(a.midpoint(b))
            };
            self.bend(&mut bends, &values, &label, &middle, &mut scratch);
            if let Some(mid) = middle(label[anchor as usize]) {
                // What can end at the anchor, or begin there, is without limit.
                let limit: i64 = 1 + bends.iter().map(|b| b.change.abs()).sum::<i64>();
                scratch.add(anchor, if zero >= mid { -limit } else { limit });
            }
            let closure = scratch.route(self, &Alike(&label), stop);
            take_back(&mut bends, &mut scratch);
            let left = scratch.excess[anchor as usize];
            scratch.add(anchor, -left);
            debug_assert!(scratch.uneven().is_empty(), "what was not routed is taken back");
            match closure {
                Err(stopped) => found = Err(stopped),
                Ok(closure) => {
                    for (node, label) in label.iter_mut().enumerate() {
                        if let Some(mid) = middle(*label) {
                            let ranked = scratch.rank[node] != NONE;
                            if ranked == (closure == Closure::OfDeficits) {
                                *label = mid;
                            }
                        }
                    }
                    let parts: Vec<(u32, u32)> = (0..end.len() as u32).filter_map(|a| Some((a, middle(a)?))).collect();
                    for (a, mid) in parts {
                        end[mid as usize] = end[a as usize];
                        end[a as usize] = mid;
                    }
                }
            }
        }
        for bend in &bends {
            self.set_room(bend.edge, bend.high - bend.flow, bend.flow - bend.low);
            self.reprice(bend.price as usize);
        }
        if found.is_ok() {
            for (potential, &label) in self.potential.iter_mut().zip(&label) {
                *potential = values[label as usize];
            }
        }
        found
    }

    /// Takes the priced edges out, in the order of their other ends.
    fn unbend(&mut self, anchor: u32) -> Vec<Bend> {
        let mut bends = Vec::with_capacity(self.priced.len());
        for price in 0..self.priced.len() {
            let edge = self.priced[price].edge;
            let (from, to) = self.ends(edge);
            let leaves = from.0 == anchor;
            let (low, high) = self.bounds(edge);
            let node = if leaves { to.0 } else { from.0 };
            bends.push(Bend { node, edge, leaves, low, high, flow: self.flow(edge), change: 0, price: price as u32 });
        }
        for bend in &bends {
            self.floor[bend.edge.0 as usize] = bend.low;
            self.set_room(bend.edge, 0, 0);
        }
        bends.sort_by_key(|bend| bend.node);
        bends
    }

    /// The price of the k-th unit of a bend, as a potential of its node.
    fn value_of(&self, bend: &Bend, k: i32) -> i64 {
        let priced = &self.priced[bend.price as usize];
        let marginal = match priced.bent {
            None => priced.up,
            Some((curve, skip)) => Prices::marginal(&self.curves[curve as usize], i64::from(k) + i64::from(skip)),
        };
        if bend.leaves { marginal } else { -marginal }
    }

    fn values(&self, bends: &[Bend]) -> Vec<i64> {
        let mut values = Vec::new();
        // Rows of marginals are shared by many edges: what the one before said need not be said again.
        let mut before = None;
        for bend in bends {
            let priced = &self.priced[bend.price as usize];
            let flat = if priced.bent.is_some() { 0 } else { priced.up };
            let key = (priced.bent, flat, bend.leaves, bend.low, bend.high);
            if before == Some(key) {
                continue;
            }
            before = Some(key);
            let last = match priced.bent {
                // Past the end of a curve its last price goes on.
                Some((curve, _)) => bend.high.min(bend.low + self.curves[curve as usize].len() as i32 + 1),
                None => bend.high.min(bend.low + 1),
            };
            values.extend((bend.low + 1..=last).map(|k| self.value_of(bend, k)));
            if bend.high > last {
                values.push(self.value_of(bend, bend.high));
            }
        }
        values
    }

    /// Gives every bend whose node is still open the flow that suits the threshold below the middle value; what that puts in
    /// or takes out is its node's excess.
    fn bend(
        &self,
        bends: &mut [Bend],
        values: &[i64],
        label: &[u32],
        middle: &dyn Fn(u32) -> Option<u32>,
        scratch: &mut Scratch,
    ) {
        for bend in bends {
            bend.change = 0;
            let Some(mid) = middle(label[bend.node as usize]) else { continue };
            let high = values[mid as usize];
            // Units that belong below the threshold when the edge leaves the anchor, above it when it enters.
            let belongs =
                |k: i32| if bend.leaves { self.value_of(bend, k) < high } else { self.value_of(bend, k) >= high };
            let (mut low, mut top) = (bend.low, bend.high);
            while low < top {
                let k = low + (top - low).div_euclid(2) + 1;
                if belongs(k) {
                    low = k;
                } else {
                    top = k - 1;
                }
            }
            let more = i64::from(low - bend.flow);
            bend.change = if bend.leaves { more } else { -more };
            bend.flow = low;
            if bend.change != 0 {
                scratch.add(bend.node, bend.change);
            }
        }
    }
}

/// Changes of bends that nothing in the network could meet are taken back.
fn take_back(bends: &mut [Bend], scratch: &mut Scratch) {
    for bend in bends {
        let left = scratch.excess[bend.node as usize];
        if left == 0 || bend.change.signum() != left.signum() {
            continue;
        }
        let back = if left > 0 { left.min(bend.change) } else { left.max(bend.change) };
        scratch.add(bend.node, -back);
        bend.flow -= if bend.leaves { back as i32 } else { -(back as i32) };
        bend.change -= back;
    }
}
