//! The roster: who stands where and when.

mod csv;
mod ics;
mod json;
mod markdown;
mod text;

pub use csv::csv;
pub use ics::ics;
pub use json::json;
pub use markdown::markdown;
pub use text::{Maker, text};

use super::view::View;

/// The last words: what everything shown adds up to.
fn end(view: &View<'_>, sheets: usize) -> String {
    let totals = view.totals();
    let values = [
        ("sheets", sheets.into()),
        ("shifts", totals.shifts.into()),
        ("assignments", totals.assignments.into()),
        ("gaps", totals.gaps.into()),
    ];
    view.say("paper-end", &values)
}
