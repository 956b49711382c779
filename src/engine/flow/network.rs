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
            head: vec![0; halves],
            mate: vec![0; halves],
            edge_of: vec![0; halves],
            residual: vec![0; halves],
            cost: vec![0; halves],
            place: vec![0; self.edges.len()],
            floor: vec![0; self.edges.len()],
            curve_of: vec![NONE; self.edges.len()],
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
            net.head[ai] = to.0;
            net.head[bi] = from.0;
            net.mate[ai] = b;
            net.mate[bi] = a;
            net.edge_of[ai] = e as u32;
            net.edge_of[bi] = e as u32;
            net.residual[ai] = capacity;
            net.place[e] = a;
        }
        net.first = first;
        net
    }
}

/// A curve in use: where it starts, and how many of its units are used up elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bent {
    pub(super) curve: u32,
    pub(super) skip: u32,
}

/// A network with an integer circulation on it.
///
/// Every edge is two half-edges, one at each end, each with the room that is left in its direction. An edge's flow is
/// its floor plus the room of its backward half.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) first: Vec<u32>,
    pub(super) head: Vec<u32>,
    pub(super) mate: Vec<u32>,
    pub(super) edge_of: Vec<u32>,
    pub(super) residual: Vec<i32>,
    pub(super) cost: Vec<i64>,
    /// The forward half of each edge.
    pub(super) place: Vec<u32>,
    pub(super) floor: Vec<i32>,
    /// For each edge an index into `priced_curves`, or `NONE`.
    pub(super) curve_of: Vec<u32>,
    /// The curves in use and the edges with a price, so that the next level can wipe them.
    pub(super) priced: Vec<(Edge, Option<Bent>)>,
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
        let e = edge.0 as usize;
        self.floor[e] + self.residual[self.mate[self.place[e] as usize] as usize]
    }

    /// The least and the greatest flow that the edge may still have.
    pub fn bounds(&self, edge: Edge) -> (i32, i32) {
        let e = edge.0 as usize;
        (self.floor[e], self.flow(edge) + self.residual[self.place[e] as usize])
    }

    /// The node that the edge leaves, and the one that it enters.
    pub fn ends(&self, edge: Edge) -> (Node, Node) {
        let a = self.place[edge.0 as usize] as usize;
        (Node(self.head[self.mate[a] as usize]), Node(self.head[a]))
    }

    /// Puts `flow` on the edge, to start from: the caller sees to it that what enters a node leaves it.
    pub fn set_flow(&mut self, edge: Edge, flow: i32) {
        let (low, high) = self.bounds(edge);
        debug_assert!((low..=high).contains(&flow), "a starting flow keeps to the bounds");
        let a = self.place[edge.0 as usize] as usize;
        self.residual[a] = high - flow;
        self.residual[self.mate[a] as usize] = flow - low;
    }

    /// Narrows the edge to flows between `low` and `high`, both moved if necessary so that the present flow stays
    /// inside.
    pub fn narrow(&mut self, edge: Edge, low: i32, high: i32) {
        let flow = self.flow(edge);
        let (low, high) = (low.min(flow), high.max(flow));
        let a = self.place[edge.0 as usize] as usize;
        self.floor[edge.0 as usize] = low;
        self.residual[a] = high - flow;
        self.residual[self.mate[a] as usize] = flow - low;
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

    pub(super) fn halves(&self, node: u32) -> std::ops::Range<usize> {
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }

    pub(super) fn reduced(&self, from: u32, half: usize) -> i64 {
        self.cost[half] + self.potential[from as usize] - self.potential[self.head[half] as usize]
    }

    /// Moves `amount` units along a half-edge, and re-prices it when it has a curve.
    pub(super) fn push(&mut self, half: usize, amount: i32) {
        let mate = self.mate[half] as usize;
        self.residual[half] -= amount;
        self.residual[mate] += amount;
        let e = self.edge_of[half] as usize;
        if self.curve_of[e] != NONE {
            self.reprice(e);
        }
    }

    /// Sets both halves of a curved edge to the price of their next unit.
    pub(super) fn reprice(&mut self, e: usize) {
        let Some((edge, Some(bent))) = self.priced.get(self.curve_of[e] as usize).copied() else { return };
        let used = i64::from(self.flow(edge)) + i64::from(bent.skip);
        let row = &self.curves[bent.curve as usize];
        let a = self.place[e] as usize;
        self.cost[a] = Prices::marginal(row, used + 1);
        self.cost[self.mate[a] as usize] = -Prices::marginal(row, used);
    }

    /// How many units in a row have the price that the half-edge shows now, at most its room.
    pub(super) fn run(&self, half: usize) -> i32 {
        let room = self.residual[half];
        let e = self.edge_of[half] as usize;
        if room <= 1 || self.curve_of[e] == NONE {
            return room;
        }
        let Some((edge, Some(bent))) = self.priced.get(self.curve_of[e] as usize).copied() else { return room };
        let row = &self.curves[bent.curve as usize];
        let used = i64::from(self.flow(edge)) + i64::from(bent.skip);
        let forward = self.place[e] as usize == half;
        let price = self.cost[half];
        let mut units = 1;
        while units < room {
            let next = if forward {
                Prices::marginal(row, used + 1 + i64::from(units))
            } else {
                -Prices::marginal(row, used - i64::from(units))
            };
            if next != price {
                break;
            }
            units += 1;
        }
        units
    }
}
