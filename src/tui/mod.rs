//! The screen: draws what `app` says is there, and turns keys into its messages.
//!
//! Nothing is worked out here but where things stand; what is looked at, and what a key does to it, is [`crate::app::view`]'s.

pub mod canvas;
mod essential;
mod frame;
mod help;
mod history;
mod keys;
mod line;
mod loading;
mod map;
mod member;
mod members;
mod overview;
mod page;
mod pen;
mod picture;
mod plain;
mod plan;
mod post;
mod prompt;
mod rooms;
mod run;
pub mod scroll;
mod start;
mod terminal;
mod text;
pub mod theme;
mod watch;

pub use frame::{MINIMUM, draw, draw_place};
pub use keys::message;
pub use loading::{Waiting, draw as draw_waiting};
pub use plain::run as run_plain;
pub use run::{Ends, Event, Paper, run};
pub use terminal::{Left, open};
