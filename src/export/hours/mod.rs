//! Hours and strike pay, as counted in the ledger.

mod csv;
mod json;
mod text;

pub use csv::csv;
pub use json::json;
pub use text::{sheets, text, week_said};
