//! Picket schedules a picket line: who stands where and when, what essential services forbid, where the line is short and
//! what would fill it.
//!
//! # The map of the house
//!
//! Imports go only downwards; `tests/floors.rs` fails on one that does not.
//!
//! | floor | answers | refuses to know |
//! |---|---|---|
//! | [`model`] | what is true with no strike on: people, places, calendars, shifts, a roster's shape | whether it is permitted |
//! | [`rules`] | is it permitted? one rule, one file, one code; which shifts exist | what would be better |
//! | [`engine`] | chooses between permitted rosters, counts coverage, explains | files, words, screens |
//! | [`store`] | files and the record: from text to model and back, nothing lost | words, screens |
//! | [`speech`] | English and French: from codes to sentences | where a sentence will stand |
//! | [`app`] | what the user looks at and what happens next | terminals, paper |
//! | [`tui`], [`export`], [`cli`] | the screen; paper and data; the command line | each other |

pub mod app;
pub mod cli;
pub mod engine;
pub mod export;
pub mod model;
pub mod rules;
pub mod speech;
pub mod store;
pub mod tui;
