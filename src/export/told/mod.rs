//! What is different from what people were told, on paper and as a table: every change, or the calls to make.

mod csv;
mod text;

pub use csv::csv;
pub use text::text;

use super::view::View;
use crate::app::told::{Difference, Person};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Every change; without telephones.
    Changes,
    /// Whom to ring, with telephones: only shifts that are not over.
    Calls,
}

/// Everyone with differences, in order of name; of calls, first those that can't wait.
fn differences<'a>(view: &View<'a>, list: List) -> Vec<(Person<'a>, Vec<Difference>)> {
    view.asked().differences(list == List::Calls)
}
