//! Exact flows: one network, many levels, no weights.
//!
//! A [`Network`] holds an integer circulation. [`Network::optimise`] brings it to least cost under one set of
//! [`Prices`]; [`Network::freeze`] then closes every edge that an optimal circulation can't change, so that the next
//! level moves inside the *optimal face* of all levels before it. Done level by level this is lexicographic
//! optimisation, exactly, with small integers throughout: by complementary slackness the circulations that are left
//! are all the optimal ones and no others, whichever potentials the search ended with.
//!
//! Edges may be priced by a [`Curve`]: the k-th unit costs f(k), f not falling. A sum of strictly convex curves over
//! the edges that leave one node is least exactly where the sorted flows are fairest (Frank and Murota, *Decreasing
//! minimization on M-convex sets*, 2021), so fairness is one level too.
//!
//! This module knows nothing of strikes, members or shifts; it sees nodes, edges, capacities and prices.

mod check;
mod level;
mod network;
mod prices;
mod route;
mod threshold;

pub use check::Flaw;
pub use level::Stopped;
pub use network::{Builder, Edge, Network, Node};
pub use prices::{Curve, Prices};
