//! The network and its circulation: half-edges in rows, residual capacities, a floor an edge.

use super::prices::{Price, Prices};

/// A node, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub u32);

/// A directed edge, by its number in the order in which edges were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge(pub u32);

pub(super) const NONE: u32 = u32::MAX;

/// Collects nodes and edges; [`Builder::build`] lays them out.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    nodes: u32,
    edges: Vec<(Node, Node, i32)>,
}

impl Builder {
    /// An empty network.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new node.
    pub fn node(&mut self) -> Node {
        self.nodes += 1;
        Node(self.nodes - 1)
    }

    /// An edge that carries between 0 and `capacity` units; a negative capacity counts as none.
    pub fn edge(&mut self, from: Node, to: Node, capacity: i32) -> Edge {
        debug_assert!(from.0 < self.nodes && to.0 < self.nodes, "an edge joins nodes that exist");
        self.edges.push((from, to, capacity.max(0)));
        Edge(self.edges.len() as u32 - 1)
    }

    /// How many edges there are so far.
    pub fn edges(&self) -> usize {
        self.edges.len()
    }

    /// How many nodes there are so far.
    pub fn nodes(&self) -> usize {
        self.nodes as usize
    }

    /// The network with no flow on any edge.
    pub fn build(self) -> Network {
        let nodes = self.nodes as usize;
        let mut first = vec![0_u32; nodes + 1];
        for &(from, to, _) in &self.edges {
            first[from.0 as usize + 1] += 1;
            first[to.0 as usize + 1] += 1;
        }
        for n in 0..nodes {
            first[n + 1] += first[n];
        }
        let halves = self.edges.len() * 2;
        let mut next = first.clone();
        let mut net = Network {
            halves: vec![Half::default(); halves],
            edge_of: vec![0; halves],
            place: vec![0; self.edges.len()],
            floor: vec![0; self.edges.len()],
            capacity: self.edges.iter().map(|&(_, _, capacity)| capacity).collect(),
            price_of: vec![NONE; self.edges.len()],
            priced: Vec::new(),
            curves: Vec::new(),
            potential: vec![0; nodes],
            first: Vec::new(),
        };
        for (e, &(from, to, capacity)) in self.edges.iter().enumerate() {
            let a = next[from.0 as usize];
            next[from.0 as usize] += 1;
            let b = next[to.0 as usize];
            next[to.0 as usize] += 1;
            let (ai, bi) = (a as usize, b as usize);
            net.halves[ai] = Half { head: to.0, mate: b, out: capacity, into: 0 };
            net.halves[bi] = Half { head: from.0, mate: a, out: 0, into: capacity };
            net.edge_of[ai] = e as u32;
            net.edge_of[bi] = e as u32;
            net.place[e] = a;
        }
        net.first = first;
        net
    }
}

/// One end of an edge: where it leads, and the room on the edge in both directions as seen from here.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Half {
    pub(super) head: u32,
    /// The other end's half.
    pub(super) mate: u32,
    /// Units that can still be sent over this half, away from its node.
    pub(super) out: i32,
    /// Units that can still be sent the other way: the mate's `out`, kept here too, so that a search in either direction
    /// reads one row.
    pub(super) into: i32,
}

/// An edge that has a price at the present level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Priced {
    pub(super) edge: Edge,
    /// The curve, and how many of its first units are used up elsewhere; none: one price for every unit.
    pub(super) bent: Option<(u32, u32)>,
    /// What one unit more costs now.
    pub(super) up: i64,
    /// What one unit less costs now.
    pub(super) down: i64,
}

/// A network with an integer circulation on it.
///
/// Every edge is two half-edges, one at each end, each with the room that is left in its direction. An edge's flow is
/// its floor plus the room of its backward half.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) first: Vec<u32>,
    pub(super) halves: Vec<Half>,
    pub(super) edge_of: Vec<u32>,
    /// The forward half of each edge.
    pub(super) place: Vec<u32>,
    pub(super) floor: Vec<i32>,
    /// What each edge could carry before any of it was closed.
    capacity: Vec<i32>,
    /// For each edge an index into `priced`, or `NONE`: one unit more or less costs nothing.
    pub(super) price_of: Vec<u32>,
    /// The edges with a price, so that the next level can wipe them.
    pub(super) priced: Vec<Priced>,
    pub(super) curves: Vec<Box<[i64]>>,
    pub(super) potential: Vec<i64>,
}

impl Network {
    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.potential.len()
    }

    /// How many edges there are.
    pub fn edges(&self) -> usize {
        self.place.len()
    }

    /// The flow on an edge.
    pub fn flow(&self, edge: Edge) -> i32 {
        self.floor[edge.0 as usize] + self.forward(edge).into
    }

    /// The least and the greatest flow that the edge may still have.
    pub fn bounds(&self, edge: Edge) -> (i32, i32) {
        (self.floor[edge.0 as usize], self.flow(edge) + self.forward(edge).out)
    }

    /// The node that the edge leaves, and the one that it enters.
    pub fn ends(&self, edge: Edge) -> (Node, Node) {
        let forward = self.forward(edge);
        (Node(self.halves[forward.mate as usize].head), Node(forward.head))
    }

    /// Puts `flow` on the edge, to start from: the caller sees to it that what enters a node leaves it.
    pub fn set_flow(&mut self, edge: Edge, flow: i32) {
        let (low, high) = self.bounds(edge);
        debug_assert!((low..=high).contains(&flow), "a starting flow keeps to the bounds");
        self.set_room(edge, high - flow, flow - low);
    }

    /// Narrows the edge to flows between `low` and `high`, both moved if necessary so that the present flow stays
    /// inside.
    pub fn narrow(&mut self, edge: Edge, low: i32, high: i32) {
        let flow = self.flow(edge);
        let (low, high) = (low.min(flow), high.max(flow));
        self.floor[edge.0 as usize] = low;
        self.set_room(edge, high - flow, flow - low);
    }

    /// Opens every edge again as wide as it was built. The flow stays as it is.
    pub fn open(&mut self) {
        for e in 0..self.edges() {
            let flow = self.flow(Edge(e as u32));
            self.floor[e] = 0;
            self.set_room(Edge(e as u32), self.capacity[e] - flow, flow);
        }
    }

    /// What the present flow costs under `prices`.
    pub fn value(&self, prices: &Prices) -> i64 {
        let mut sum = 0;
        for &(edge, price) in &prices.list {
            let flow = i64::from(self.flow(edge));
            sum += match price {
                Price::Flat(p) => p * flow,
                Price::Curve { curve, skip } => {
                    let row = &prices.curves[curve.0 as usize];
                    (1..=flow).map(|k| Prices::marginal(row, k + i64::from(skip))).sum()
                }
            };
        }
        sum
    }

    fn forward(&self, edge: Edge) -> Half {
        self.halves[self.place[edge.0 as usize] as usize]
    }

    /// Sets how many units more, and how many less, the edge may carry.
    pub(super) fn set_room(&mut self, edge: Edge, more: i32, less: i32) {
        let a = self.place[edge.0 as usize] as usize;
        let b = self.halves[a].mate as usize;
        (self.halves[a].out, self.halves[a].into) = (more, less);
        (self.halves[b].out, self.halves[b].into) = (less, more);
    }

    pub(super) fn rows(&self, node: u32) -> std::ops::Range<usize> {
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }

    /// What a unit sent over the half-edge costs.
    pub(super) fn cost(&self, half: usize) -> i64 {
        let e = self.edge_of[half] as usize;
        match self.priced.get(self.price_of[e] as usize) {
            None => 0,
            Some(priced) if self.place[e] as usize == half => priced.up,
            Some(priced) => priced.down,
        }
    }

    /// The same, less what the ends' potentials make of it.
    pub(super) fn reduced(&self, from: u32, half: usize) -> i64 {
        self.cost(half) + self.potential[from as usize] - self.potential[self.halves[half].head as usize]
    }

    /// Moves `amount` units along a half-edge.
    pub(super) fn shift(&mut self, half: usize, amount: i32) {
        let here = &mut self.halves[half];
        here.out -= amount;
        here.into += amount;
        let mate = here.mate as usize;
        self.halves[mate].out += amount;
        self.halves[mate].into -= amount;
    }

    /// Moves `amount` units along a half-edge, and prices it anew when it has a curve.
    pub(super) fn push(&mut self, half: usize, amount: i32) {
        self.shift(half, amount);
        let price = self.price_of[self.edge_of[half] as usize];
        if price != NONE {
            self.reprice(price as usize);
        }
    }

    /// Sets what the next unit of a priced edge costs, either way.
    pub(super) fn reprice(&mut self, price: usize) {
        let Priced { edge, bent: Some((curve, skip)), .. } = self.priced[price] else { return };
        let used = i64::from(self.flow(edge)) + i64::from(skip);
        let row = &self.curves[curve as usize];
        let (up, down) = (Prices::marginal(row, used + 1), -Prices::marginal(row, used));
        (self.priced[price].up, self.priced[price].down) = (up, down);
    }

    /// How many units in a row have the price that the half-edge shows now, at most its room.
    pub(super) fn run(&self, half: usize) -> i32 {
        let room = self.halves[half].out;
        let e = self.edge_of[half] as usize;
        let priced = self.priced.get(self.price_of[e] as usize);
        let Some(&Priced { edge, bent: Some((curve, skip)), up, down }) = priced else { return room };
        let row = &self.curves[curve as usize];
        let used = i64::from(self.flow(edge)) + i64::from(skip);
        let forward = self.place[e] as usize == half;
        let mut units = 1.min(room);
        while units < room {
            let same = if forward {
                Prices::marginal(row, used + 1 + i64::from(units)) == up
            } else {
                -Prices::marginal(row, used - i64::from(units)) == down
            };
            if !same {
                break;
            }
            units += 1;
        }
        units
    }
}
