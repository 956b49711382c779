//! The machine room: flows and the planner. No words, no files, no clock.

pub mod flow;
