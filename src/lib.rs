//! Picket schedules a picket line.
pub mod model;
pub mod speech;
