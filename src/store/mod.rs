//! Files and the record: from text to model and back. Passes codes, never words.

pub mod generate;
pub mod import;
pub mod read;
pub mod record;
