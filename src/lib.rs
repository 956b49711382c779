//! Picket schedules a picket line.
pub mod engine;
pub mod model;
pub mod speech;
