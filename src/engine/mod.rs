//! The machine room: coverage, flows and the planner. No words, no files, no clock.

pub mod coverage;
pub mod flow;
