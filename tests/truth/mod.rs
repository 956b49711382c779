//! The second opinion: what the contract says, told again without the program.
//!
//! Nothing in this folder may use the `picket` library. It reads a strike's
//! files and the program's JSON, and works everything else out for itself,
//! slowly and plainly: a mistake made twice by the same hand in the same words
//! would go unseen.
//!
//! | module | is |
//! |---|---|
//! | [`files`] | the text files as they stand, field by field |
//! | [`time`] | local times as instants; availability items as intervals |
//! | [`strike`] | the strike worked out: shifts that exist, posts, members, pools |
//! | [`rules`] | the hard rules, one function each |
//! | [`roster`] | a roster, as read from `export roster --format json` |
//! | [`levels`] | what a roster fills, level by level |
//! | [`check`] | every way in which the program's JSON can be wrong |
//! | [`proof`] | what a bottleneck tells, counted again |
//! | [`told`] | what `why` says in words, sentence by sentence |
//! | [`milp`] | whole-number programs, on `microlp` |
//! | [`exact`] | the best roster of a small strike, level by level |
//! | [`most`] | the most posts of one kind that can be filled, in a strike of any size |
//! | [`brute`] | the same by trying everything, for tiny strikes |
//! | [`generate`] | seeded small strikes, written as folders |
//! | [`drive`] | running the program |

// Each test crate that includes this folder uses a part of it.
#![allow(dead_code)]

pub mod brute;
pub mod check;
pub mod drive;
pub mod exact;
pub mod files;
pub mod generate;
pub mod levels;
pub mod milp;
pub mod most;
pub mod proof;
pub mod roster;
pub mod rules;
pub mod strike;
pub mod time;
pub mod told;
