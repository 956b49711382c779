//! Certificates: a circulation is proven optimal by its potentials, and this looks at every edge of the proof.

use super::network::{Edge, Network, Node};

/// What is wrong with a circulation or its proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// More (or less, when negative) enters the node than leaves it.
    Unbalanced {
        /// The node.
        node: Node,
        /// What enters less what leaves.
        by: i64,
    },
    /// The edge's room is below nothing.
    Overfull(Edge),
    /// One unit more, or less, on the edge would earn something.
    Improvable {
        /// The edge.
        edge: Edge,
        /// The reduced cost of that unit, below zero.
        reduced: i64,
    },
}

impl Network {
    /// Whether what enters each node leaves it, within the bounds. The first flaw found, if any.
    pub fn check_feasible(&self) -> Result<(), Flaw> {
        let mut balance = vec![0_i64; self.nodes()];
        for e in 0..self.edges() {
            let edge = Edge(e as u32);
            let half = self.halves[self.place[e] as usize];
            if half.out < 0 || half.into < 0 {
                return Err(Flaw::Overfull(edge));
            }
            let (from, to) = self.ends(edge);
            let flow = i64::from(self.flow(edge));
            balance[from.0 as usize] -= flow;
            balance[to.0 as usize] += flow;
        }
        match balance.iter().position(|&b| b != 0) {
            Some(n) => Err(Flaw::Unbalanced { node: Node(n as u32), by: balance[n] }),
            None => Ok(()),
        }
    }

    /// Whether the circulation is of least cost under the prices of the last level, as its potentials claim. By linear
    /// programming duality no reduced cost below zero is proof enough. The first flaw found, if any.
    pub fn check_optimal(&self) -> Result<(), Flaw> {
        self.check_feasible()?;
        for node in 0..self.nodes() as u32 {
            for half in self.rows(node) {
                let reduced = self.reduced(node, half);
                if self.halves[half].out > 0 && reduced < 0 {
                    return Err(Flaw::Improvable { edge: Edge(self.edge_of[half]), reduced });
                }
            }
        }
        Ok(())
    }

    pub(super) fn is_optimal(&self) -> bool {
        self.check_optimal().is_ok()
    }
}
