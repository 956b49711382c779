//! Routing: what nodes have too much of goes to nodes that have too little, along shortest open paths (Dinic's method, without
//! recursion).
//!
//! A search can start at either side. It starts at the lighter one, so that a few nodes left wanting cost a look at their
//! surroundings and not at the whole network. Where it went through most of the network all the same, the next one goes through
//! all of it, and its ranks are then set right as paths are filled instead of being found anew for every length of path
//! (Goldberg and Tarjan, *A new approach to the maximum-flow problem*, 1988): at 55,000 members the last 200 of 220,000 units
//! took 20 of 25 searches, and take 4.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::level::Stopped;
use super::network::{NONE, Network};

/// Which half-edges flow may take, and what taking them does.
pub(super) trait Gate {
    /// Whether the half-edge out of `from` is open, given that there is room on it.
    fn open(&self, net: &Network, from: u32, half: usize) -> bool;
    /// Whether the same edge is open the other way, towards `from`.
    fn open_back(&self, net: &Network, from: u32, half: usize) -> bool;
    /// How many units it takes at most before its openness must be asked again.
    fn run(net: &Network, half: usize) -> i32;
    /// Sends units over it.
    fn push(net: &mut Network, half: usize, amount: i32);
}

/// What setting ranks right may cost before all are found anew: the half-edges of the network over this.
const WORK: usize = 2;

/// Room for the searches of one level, kept from phase to phase.
pub(super) struct Scratch {
    /// What each node has too much of (positive) or too little of (negative).
    pub(super) excess: Vec<i64>,
    /// Steps to the nearest node of the side from which the last search began; `NONE`: the search did not come by.
    pub(super) rank: Vec<u32>,
    /// Nodes that had too much or too little when last looked at, and perhaps no more.
    uneven: Vec<u32>,
    next: Vec<u32>,
    queue: Vec<u32>,
    path: Vec<u32>,
}

/// Where the last search of [`Scratch::route`] began, when it found no way to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closure {
    /// Ranked are the nodes from which a deficit can be reached; no excess is among them.
    OfDeficits,
    /// Ranked are the nodes that an excess can reach; no deficit is among them.
    OfExcesses,
}

/// Whether flow can go over a half-edge towards lower ranks: away from its node or (`FLIP`) into it.
fn leads<G: Gate, const FLIP: bool>(net: &Network, gate: &G, from: u32, half: usize) -> bool {
    let row = &net.halves[half];
    if FLIP { row.into > 0 && gate.open_back(net, from, half) } else { row.out > 0 && gate.open(net, from, half) }
}

impl Scratch {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            excess: vec![0; nodes],
            rank: vec![NONE; nodes],
            uneven: Vec::new(),
            next: vec![0; nodes],
            queue: Vec::new(),
            path: Vec::new(),
        }
    }

    /// Adds to what a node has too much of.
    pub(super) fn add(&mut self, node: u32, amount: i64) {
        if self.excess[node as usize] == 0 {
            self.uneven.push(node);
        }
        self.excess[node as usize] += amount;
    }

    /// Whether some node has too much.
    pub(super) fn is_uneven(&self) -> bool {
        self.uneven.iter().any(|&n| self.excess[n as usize] > 0)
    }

    /// Nodes that have too much or too little, in order.
    pub(super) fn uneven(&mut self) -> &[u32] {
        self.uneven.sort_unstable();
        self.uneven.dedup();
        self.uneven.retain(|&n| self.excess[n as usize] != 0);
        &self.uneven
    }

    /// Sends as much as can be sent through open half-edges.
    pub(super) fn route<G: Gate>(
        &mut self,
        net: &mut Network,
        gate: &G,
        stop: &dyn Fn() -> bool,
    ) -> Result<Closure, Stopped> {
        // Whether the last search from the deficits, and from the excesses, went through most of the network.
        let mut wide = [false; 2];
        loop {
            if stop() {
                return Err(Stopped);
            }
            self.uneven();
            let weight = |sign: i64| -> usize {
                let side = self.uneven.iter().filter(|&&n| self.excess[n as usize].signum() == sign);
                side.map(|&n| 1 + net.rows(n).len()).sum()
            };
            let flip = weight(1) < weight(-1);
            let whole = wide[usize::from(flip)];
            let found =
                if flip { self.rank::<G, true>(net, gate, whole) } else { self.rank::<G, false>(net, gate, whole) };
            if !found {
                return Ok(if flip { Closure::OfExcesses } else { Closure::OfDeficits });
            }
            wide[usize::from(flip)] |= self.queue.len() * 2 > net.nodes();
            if flip { self.block::<G, true>(net, gate, whole) } else { self.block::<G, false>(net, gate, whole) }
        }
    }

    /// Ranks nodes by their distance in open half-edges to the nearest deficit or (`FLIP`) from the nearest excess, as far
    /// as the first nodes of the other side; all of them, if the search is to be `whole`. False: none came in sight.
    fn rank<G: Gate, const FLIP: bool>(&mut self, net: &Network, gate: &G, whole: bool) -> bool {
        self.rank.fill(NONE);
        self.queue.clear();
        let sign = if FLIP { 1 } else { -1 };
        for &n in &self.uneven {
            if self.excess[n as usize].signum() == sign {
                self.rank[n as usize] = 0;
                self.next[n as usize] = net.first[n as usize];
                self.queue.push(n);
            }
        }
        let (mut found, mut horizon) = (false, NONE);
        let mut at = 0;
        while at < self.queue.len() {
            let u = self.queue[at];
            at += 1;
            let rank = self.rank[u as usize] + 1;
            if rank > horizon {
                break;
            }
            for half in net.rows(u) {
                let row = &net.halves[half];
                let v = row.head as usize;
                let room = if FLIP { row.out } else { row.into };
                if room <= 0 || self.rank[v] != NONE {
                    continue;
                }
                let open = if FLIP { gate.open(net, u, half) } else { gate.open_back(net, u, half) };
                if open {
                    self.rank[v] = rank;
                    self.next[v] = net.first[v];
                    self.queue.push(row.head);
                    if self.excess[v].signum() == -sign {
                        found = true;
                        horizon = if whole { NONE } else { rank };
                    }
                }
            }
        }
        found
    }

    /// Brings the nodes of the far side to balance, those of the lowest rank first, as far as that goes: along the shortest
    /// paths only, or, if the search was `whole`, along longer ones as well, until that has cost too much.
    fn block<G: Gate, const FLIP: bool>(&mut self, net: &mut Network, gate: &G, whole: bool) {
        let sign = if FLIP { -1 } else { 1 };
        let far = |n: &&u32| self.excess[**n as usize].signum() == sign && self.rank[**n as usize] != NONE;
        let mut nearest: BinaryHeap<Reverse<(u32, u32)>> =
            self.uneven.iter().filter(far).map(|&n| Reverse((self.rank[n as usize], n))).collect();
        let mut work = whole.then_some(net.halves.len() / WORK);
        while let Some(Reverse((rank, n))) = nearest.pop() {
            if self.rank[n as usize] == rank {
                self.drain::<G, FLIP>(net, gate, n, &mut work);
            }
            if work == Some(0) {
                return;
            }
            if self.excess[n as usize].signum() == sign && self.rank[n as usize] != NONE {
                nearest.push(Reverse((self.rank[n as usize], n)));
            }
        }
    }

    /// Brings one node of the far side to balance, as far as that goes along the ranks. A node from which no half-edge leads to
    /// the next lower rank is a dead end: it gets the rank that its neighbours leave it, or none where there is no `work` to find
    /// it. So does the start in the end, which is then left.
    fn drain<G: Gate, const FLIP: bool>(&mut self, net: &mut Network, gate: &G, start: u32, work: &mut Option<usize>) {
        let sign = if FLIP { -1 } else { 1 };
        self.path.clear();
        let mut u = start;
        while self.excess[start as usize] * sign > 0 {
            if self.excess[u as usize] * sign < 0 {
                u = self.augment::<G, FLIP>(net, start, u);
                continue;
            }
            let end = net.first[u as usize + 1];
            let rank = self.rank[u as usize];
            let mut step = None;
            while self.next[u as usize] < end {
                let half = self.next[u as usize] as usize;
                let there = self.rank[net.halves[half].head as usize];
                if there < rank && there + 1 == rank && leads::<G, FLIP>(net, gate, u, half) {
                    step = Some(half);
                    break;
                }
                self.next[u as usize] += 1;
            }
            if let Some(half) = step {
                self.path.push(half as u32);
                u = net.halves[half].head;
                continue;
            }
            self.rank[u as usize] = match work {
                None => NONE,
                Some(work) => {
                    *work = work.saturating_sub(net.rows(u).len());
                    self.lowest::<G, FLIP>(net, gate, u).saturating_add(1)
                }
            };
            self.next[u as usize] = net.first[u as usize];
            let Some(half) = self.path.pop().filter(|_| *work != Some(0)) else { return };
            u = net.halves[net.halves[half as usize].mate as usize].head;
        }
    }

    /// The lowest rank to which a half-edge leads from a node; `NONE` when nothing leads on.
    fn lowest<G: Gate, const FLIP: bool>(&self, net: &Network, gate: &G, node: u32) -> u32 {
        let mut least = NONE;
        for half in net.rows(node) {
            let there = self.rank[net.halves[half].head as usize];
            if there < least && leads::<G, FLIP>(net, gate, node, half) {
                least = there;
            }
        }
        least
    }

    /// Fills the path to its narrowest place; returns the node from which the search goes on.
    fn augment<G: Gate, const FLIP: bool>(&mut self, net: &mut Network, start: u32, end: u32) -> u32 {
        let along =
            |net: &Network, half: u32| if FLIP { net.halves[half as usize].mate as usize } else { half as usize };
        let ends = self.excess[start as usize].abs().min(self.excess[end as usize].abs());
        let mut amount = ends.min(i64::from(i32::MAX)) as i32;
        for &half in &self.path {
            amount = amount.min(G::run(net, along(net, half)));
        }
        let sign = if FLIP { -1 } else { 1 };
        self.excess[start as usize] -= sign * i64::from(amount);
        self.excess[end as usize] += sign * i64::from(amount);
        // On from the first node whose way onward may be used up: its half-edge is asked again.
        let mut back = self.path.len();
        for i in (0..self.path.len()).rev() {
            let half = along(net, self.path[i]);
            if G::run(net, half) <= amount {
                back = i;
            }
            G::push(net, half, amount);
        }
        if back == self.path.len() {
            return end;
        }
        let half = self.path[back] as usize;
        self.path.truncate(back);
        net.halves[net.halves[half].mate as usize].head
    }
}
