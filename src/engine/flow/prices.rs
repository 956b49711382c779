//! What a level pays for flow: a flat price an edge, or a curve of marginal prices.

use super::network::{Edge, Node};

/// A rising row of marginal prices, shared by the edges of one [`Prices`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve(pub(super) u32);

#[derive(Clone, Copy, Debug)]
pub(super) enum Price {
    Flat(i64),
    Curve { curve: Curve, skip: u32 },
}

/// The prices of one level. Edges that are not named cost nothing.
#[derive(Clone, Debug, Default)]
pub struct Prices {
    pub(super) curves: Vec<Box<[i64]>>,
    pub(super) list: Vec<(Edge, Price)>,
    pub(super) lean: Option<Node>,
}

impl Prices {
    /// No prices: everything is free.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every unit on the edge costs `price`; a reward is a negative price.
    pub fn flat(&mut self, edge: Edge, price: i64) {
        self.list.push((edge, Price::Flat(price)));
    }

    /// A curve by its marginal prices: the first unit costs `marginals[0]`, the next `marginals[1]`; past the end the
    /// last price goes on. They must not fall: a falling curve is not convex, and the least cost could not be found by
    /// local moves.
    pub fn add_curve(&mut self, marginals: Vec<i64>) -> Curve {
        debug_assert!(!marginals.is_empty(), "a curve has at least one price");
        debug_assert!(marginals.windows(2).all(|w| w[0] <= w[1]), "a curve doesn't fall");
        self.curves.push(marginals.into_boxed_slice());
        Curve(self.curves.len() as u32 - 1)
    }

    /// Prices the edge by a curve, whose first `skip` marginals are already used up elsewhere.
    pub fn curve(&mut self, edge: Edge, curve: Curve, skip: u32) {
        self.list.push((edge, Price::Curve { curve, skip }));
    }

    /// Names the node at which most of the priced edges meet. If they all do, the level is settled by halving the prices;
    /// if not, the search starts from a price of that node that suits the flow as it is, instead of taking back every unit
    /// that costs something only to send it out again. It changes how long the search takes, never what it finds.
    pub fn lean_on(&mut self, node: Node) {
        self.lean = Some(node);
    }

    /// Whether no edge has a price.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The price of the `k`-th unit (from 1) on a curve.
    pub(super) fn marginal(curve: &[i64], k: i64) -> i64 {
        let last = curve.len() as i64 - 1;
        curve[(k - 1).clamp(0, last) as usize]
    }
}
