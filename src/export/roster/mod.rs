//! The roster: who stands where and when.

mod csv;
mod json;
mod markdown;
mod sheets;
mod text;

pub use csv::csv;
pub use json::json;
pub use markdown::markdown;
pub use sheets::{duty, state, version};
pub use text::text;
