//! The machine room: coverage, flows and the planner. No words, no files, no clock.

pub mod breach;
pub mod candidates;
pub mod coverage;
pub mod flow;
pub mod gaps;
pub mod pay;
pub mod plan;
pub mod suppose;
pub(crate) mod threads;
