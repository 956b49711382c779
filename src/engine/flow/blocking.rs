//! Blocking flows on the admissible half-edges (room left, reduced cost zero): Dinic's method, without recursion.

use super::network::{NONE, Network};

/// Room for the searches of one level, kept from phase to phase.
pub(super) struct Scratch {
    /// What each node has too much of (positive) or too little of (negative).
    pub(super) excess: Vec<i64>,
    rank: Vec<u32>,
    next: Vec<u32>,
    queue: Vec<u32>,
    path: Vec<u32>,
}

impl Scratch {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            excess: vec![0; nodes],
            rank: vec![NONE; nodes],
            next: vec![0; nodes],
            queue: Vec::with_capacity(nodes),
            path: Vec::new(),
        }
    }
}

/// Ranks the nodes by their distance, in admissible half-edges, from the nearest excess. False: no deficit in sight.
pub(super) fn rank(net: &Network, scratch: &mut Scratch) -> bool {
    scratch.rank.fill(NONE);
    scratch.queue.clear();
    for (n, &e) in scratch.excess.iter().enumerate() {
        if e > 0 {
            scratch.rank[n] = 0;
            scratch.queue.push(n as u32);
        }
    }
    let mut horizon = NONE;
    let mut at = 0;
    while at < scratch.queue.len() {
        let u = scratch.queue[at];
        at += 1;
        let next = scratch.rank[u as usize] + 1;
        if next > horizon {
            break;
        }
        for half in net.halves(u) {
            let v = net.head[half] as usize;
            if net.residual[half] > 0 && scratch.rank[v] == NONE && net.reduced(u, half) == 0 {
                scratch.rank[v] = next;
                scratch.queue.push(v as u32);
                if scratch.excess[v] < 0 {
                    horizon = next;
                }
            }
        }
    }
    horizon != NONE
}

/// Sends flow from excess to deficit along shortest admissible paths until none is left.
pub(super) fn block(net: &mut Network, scratch: &mut Scratch) {
    scratch.next.copy_from_slice(&net.first[..net.nodes()]);
    // The sources stand at the front of the queue, in the order of their numbers.
    let mut at = 0;
    while at < scratch.queue.len() && scratch.rank[scratch.queue[at] as usize] == 0 {
        let source = scratch.queue[at];
        at += 1;
        drain(net, scratch, source);
    }
}

/// Sends what it can of one node's excess.
fn drain(net: &mut Network, scratch: &mut Scratch, source: u32) {
    scratch.path.clear();
    let mut u = source;
    while scratch.excess[source as usize] > 0 {
        if scratch.excess[u as usize] < 0 {
            u = augment(net, scratch, source);
            continue;
        }
        let end = net.first[u as usize + 1];
        let rank = scratch.rank[u as usize];
        let mut step = None;
        while scratch.next[u as usize] < end {
            let half = scratch.next[u as usize] as usize;
            let v = net.head[half] as usize;
            if net.residual[half] > 0 && rank != NONE && scratch.rank[v] == rank + 1 && net.reduced(u, half) == 0 {
                step = Some(half);
                break;
            }
            scratch.next[u as usize] += 1;
        }
        if let Some(half) = step {
            scratch.path.push(half as u32);
            u = net.head[half];
        } else {
            scratch.rank[u as usize] = NONE;
            let Some(half) = scratch.path.pop() else { return };
            u = net.head[net.mate[half as usize] as usize];
            scratch.next[u as usize] += 1;
        }
    }
}

/// Fills the path to its narrowest place; returns the node from which the search goes on.
fn augment(net: &mut Network, scratch: &mut Scratch, source: u32) -> u32 {
    let sink = scratch.path.last().map_or(source, |&half| net.head[half as usize]) as usize;
    let mut amount = scratch.excess[source as usize].min(-scratch.excess[sink]).min(i64::from(i32::MAX)) as i32;
    for &half in &scratch.path {
        amount = amount.min(net.run(half as usize));
    }
    for &half in &scratch.path {
        net.push(half as usize, amount);
    }
    scratch.excess[source as usize] -= i64::from(amount);
    scratch.excess[sink] += i64::from(amount);
    // Go on from the first node whose way onward is used up.
    for i in 0..scratch.path.len() {
        let half = scratch.path[i] as usize;
        let from = net.head[net.mate[half] as usize];
        if net.residual[half] == 0 || net.reduced(from, half) != 0 {
            scratch.path.truncate(i);
            return from;
        }
    }
    if scratch.excess[sink] < 0 {
        return sink as u32;
    }
    // The deficit is met: the node is now an ordinary one, and the search may pass through it.
    sink as u32
}
