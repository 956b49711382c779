//! What the record survives: being killed at any point, a disk that is full, faulty or gone, two who write at once, older
//! forms of itself, and hands that change it behind the program's back. And a whole strike, played through to the last cent.
//!
//! The tests are bounded, to be run with all others. Longer: `PICKET_KILLS=2000 cargo test --test survive`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, reason = "a test tells how much it survived")]

#[cfg(target_os = "linux")]
mod disk;
mod folder;
mod forms;
mod hands;
#[cfg(unix)]
mod kill;
mod play;
mod privacy;
#[path = "../program/mod.rs"]
mod program;
mod writers;
