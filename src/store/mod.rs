//! Files and the record: from text to model and back. Passes codes, never words.

pub mod column;
pub mod create;
pub mod generate;
pub mod import;
pub mod lines;
pub mod login;
pub mod named;
pub mod numbers;
pub mod phases;
pub mod place;
pub mod progress;
pub mod quotes;
pub mod reach;
pub mod read;
pub mod record;
pub mod redact;
pub mod skill;
pub mod templates;
