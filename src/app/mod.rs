//! What the user looks at and what happens next: sessions, views, actions. Knows no terminal and no paper.

pub mod commands;
pub mod fold;
pub mod imported;
pub mod keymap;
pub mod purged;
pub mod recognised;
pub mod report;
pub mod said;
pub mod session;
pub mod told;
pub mod view;
