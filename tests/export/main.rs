//! Exports: what they look like, that they add up, that outside readers take them, and that nothing private or harmful
//! gets out by them.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, missing_docs)]

mod bulk;
mod calendar;
mod data;
mod hand;
mod readers;
mod safety;
mod samples;
mod sheets;
#[path = "../strikes/mod.rs"]
mod strikes;
mod told;
mod verify;
mod wall;
mod workbook;

use picket::export::{self, Format, View, What};

/// The roster as text.
pub fn made(view: &View<'_>, format: Format) -> String {
    made_of(view, What::Roster, format)
}

/// An export as text.
pub fn made_of(view: &View<'_>, what: What, format: Format) -> String {
    let mut bytes = Vec::new();
    export::write(view, what, format, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}
