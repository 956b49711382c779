//! One level: the circulation of least cost under given prices; then its face.
//!
//! Prices that all meet at one node are settled by thresholds (see [`threshold`](super::threshold)); any others by the
//! primal-dual method.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::network::{Edge, NONE, Network, Priced};
use super::prices::{Price, Prices};
use super::route::{Gate, Scratch};

/// The caller asked to stop. The flow is a circulation within its bounds, but of no particular cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

/// Half-edges on which a unit costs nothing after the potentials.
struct Tight;

impl Gate for Tight {
    fn open(&self, net: &Network, from: u32, half: usize) -> bool {
        net.reduced(from, half) == 0
    }

    fn open_back(&self, net: &Network, from: u32, half: usize) -> bool {
        back(net, from, half) == 0
    }

    fn run(net: &Network, half: usize) -> i32 {
        net.run(half)
    }

    fn push(net: &mut Network, half: usize, amount: i32) {
        net.push(half, amount);
    }
}

/// The reduced cost of the same edge the other way, towards the half-edge's own node.
fn back(net: &Network, from: u32, half: usize) -> i64 {
    let row = net.halves[half];
    net.cost(row.mate as usize) + net.potential[row.head as usize] - net.potential[from as usize]
}

impl Network {
    /// Brings the circulation to least cost under `prices`, within the bounds that the edges have now. `stop` is asked
    /// between searches.
    pub fn optimise(&mut self, prices: &Prices, stop: &dyn Fn() -> bool) -> Result<(), Stopped> {
        self.price(prices);
        self.potential.fill(0);
        match prices.lean {
            Some(node) if self.meets_at(node.0) => self.settle(node.0, stop)?,
            lean => self.climb(lean.map(|node| node.0), stop)?,
        }
        debug_assert!(self.is_optimal(), "a level ends with no half-edge that would earn something");
        Ok(())
    }

    /// The primal-dual method. Half-edges that would earn something are filled first, which leaves nodes with too much and
    /// nodes with too little; the surplus then goes to the deficits along cheapest paths.
    fn climb(&mut self, lean: Option<u32>, stop: &dyn Fn() -> bool) -> Result<(), Stopped> {
        if let Some(node) = lean {
            self.potential[node as usize] = self.suited(node);
        }
        let mut scratch = Scratch::new(self.nodes());
        self.saturate(lean, &mut scratch);
        let mut distance = vec![i64::MAX; self.nodes()];
        loop {
            if scratch.route(self, &Tight, stop).is_err() {
                return self.give_up(scratch);
            }
            if !scratch.is_uneven() {
                return Ok(());
            }
            if !self.reprice_nodes(&mut scratch, &mut distance) {
                // Every unit that was pushed can be taken back, so a deficit is always in reach.
                debug_assert!(false, "an excess without a deficit in reach");
                return Ok(());
            }
        }
    }

    /// Brings what is left over home by any way at all, whatever it costs.
    fn give_up(&mut self, mut scratch: Scratch) -> Result<(), Stopped> {
        self.price(&Prices::new());
        self.potential.fill(0);
        scratch.route(self, &Tight, &|| false)?;
        debug_assert!(self.check_feasible().is_ok(), "every unit that was pushed can be taken back");
        Err(Stopped)
    }

    /// Closes every edge to the flows that are optimal under the prices of the last [`Network::optimise`].
    pub fn freeze(&mut self) {
        // Most nodes have one potential, and most edges no price: between two such nodes an edge stays as it is.
        let common = self.common_potential();
        for node in 0..self.nodes() as u32 {
            if self.potential[node as usize] == common {
                continue;
            }
            for half in self.rows(node) {
                let row = self.halves[half];
                if row.out == 0 && row.into == 0 || self.potential[row.head as usize] == self.potential[node as usize] {
                    continue;
                }
                self.freeze_edge(self.edge_of[half]);
            }
        }
        for i in 0..self.priced.len() {
            self.freeze_edge(self.priced[i].edge.0);
        }
    }

    /// Closes an edge as far as an optimal circulation can't change it.
    fn freeze_edge(&mut self, edge: u32) {
        let half = self.place[edge as usize] as usize;
        let row = self.halves[half];
        let mate = row.mate as usize;
        let node = self.halves[mate].head;
        let flow = self.floor[edge as usize] + row.into;
        let up = if row.out > 0 && self.reduced(node, half) == 0 { self.run(half) } else { 0 };
        let down = if row.into > 0 && back(self, node, half) == 0 { self.run(mate) } else { 0 };
        if (up, down) != (row.out, row.into) {
            self.floor[edge as usize] = flow - down;
            self.set_room(Edge(edge), up, down);
        }
    }

    /// The potential of more than half the nodes, if there is one: the one vote that is left when every two different ones are
    /// struck out (Boyer and Moore, *MJRTY*, 1991).
    fn common_potential(&self) -> i64 {
        let (mut common, mut votes) = (0, 0_usize);
        for &potential in &self.potential {
            if votes == 0 {
                common = potential;
            }
            if potential == common { votes += 1 } else { votes -= 1 }
        }
        common
    }

    /// Wipes the prices of the level before, and sets these.
    fn price(&mut self, prices: &Prices) {
        for priced in std::mem::take(&mut self.priced) {
            self.price_of[priced.edge.0 as usize] = NONE;
        }
        self.curves.clone_from(&prices.curves);
        for &(edge, price) in &prices.list {
            let (bent, up) = match price {
                Price::Flat(p) => (None, p),
                Price::Curve { curve, skip } => (Some((curve.0, skip)), 0),
            };
            self.price_of[edge.0 as usize] = self.priced.len() as u32;
            self.priced.push(Priced { edge, bent, up, down: -up });
            self.reprice(self.priced.len() - 1);
        }
    }

    /// The potential of `node` under which the fewest of its edges would earn something: every edge with room asks for a
    /// potential above one price and below another, and the median of all of them is best.
    fn suited(&self, node: u32) -> i64 {
        let mut asked = Vec::new();
        for half in self.rows(node) {
            let row = self.halves[half];
            if row.out > 0 {
                asked.push(-self.cost(half));
            }
            if row.into > 0 {
                asked.push(self.cost(row.mate as usize));
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
            let forward = self.place[self.priced[i].edge.0 as usize] as usize;
            self.fill(forward, scratch);
        }
        if let Some(node) = lean {
            for half in self.rows(node) {
                self.fill(half, scratch);
            }
        }
    }

    /// Fills an edge, either way, as long as the next unit would earn something.
    fn fill(&mut self, half: usize, scratch: &mut Scratch) {
        let mate = self.halves[half].mate as usize;
        for (half, mate) in [(half, mate), (mate, half)] {
            let (from, to) = (self.halves[mate].head, self.halves[half].head);
            while self.halves[half].out > 0 && self.reduced(from, half) < 0 {
                let amount = self.run(half);
                self.push(half, amount);
                scratch.add(to, i64::from(amount));
                scratch.add(from, -i64::from(amount));
            }
        }
    }

    /// Cheapest distances to the deficits as far as the nearest excess; lifts the potentials of the nodes that are nearer.
    /// False: no excess can reach a deficit.
    fn reprice_nodes(&mut self, scratch: &mut Scratch, distance: &mut [i64]) -> bool {
        distance.fill(i64::MAX);
        let mut near: Vec<u32> = Vec::new();
        let mut far: BinaryHeap<Reverse<(i64, u32)>> = BinaryHeap::new();
        let mut seen: Vec<u32> = Vec::new();
        for &n in scratch.uneven() {
            near.push(n);
        }
        near.retain(|&n| scratch.excess[n as usize] < 0);
        for &n in &near {
            distance[n as usize] = 0;
            seen.push(n);
        }
        let mut now = 0;
        let found = loop {
            let v = if let Some(v) = near.pop() {
                v
            } else if let Some(Reverse((d, v))) = far.pop() {
                if distance[v as usize] < d || d < now {
                    continue;
                }
                now = d;
                v
            } else {
                break None;
            };
            if scratch.excess[v as usize] > 0 {
                break Some(now);
            }
            for half in self.rows(v) {
                let row = self.halves[half];
                if row.into == 0 {
                    continue;
                }
                let u = row.head;
                let d = now + back(self, v, half);
                if d < distance[u as usize] {
                    if distance[u as usize] == i64::MAX {
                        seen.push(u);
                    }
                    distance[u as usize] = d;
                    if d == now {
                        near.push(u);
                    } else {
                        far.push(Reverse((d, u)));
                    }
                }
            }
        };
        let Some(limit) = found else { return false };
        for v in seen {
            self.potential[v as usize] += (limit - distance[v as usize]).max(0);
        }
        true
    }
}
