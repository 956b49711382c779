//! Gaps: where the line is short, worst first, and why.
//!
//! [`gaps`] lists them; [`Explainer`] tells of each whom every rule takes away ([`Reason`]) and what it could still get
//! ([`Explainer::fillable`]), and proves where it can that no roster does better ([`Explainer::bottleneck`]); [`levers()`] tries
//! what would have to be granted to fill it. [`repair()`] offers the moves that fill it without anything being granted. Nothing
//! here grants or moves anything, nor says anything in words.

mod arcs;
mod barren;
mod beyond;
mod bottleneck;
mod chain;
mod close;
mod closure;
mod crowd;
mod cut;
mod earn;
mod edit;
mod field;
mod fill;
mod fragile;
mod hunt;
mod lack;
mod levers;
mod loose;
mod make_up;
mod mend;
mod moves;
mod muster;
mod range;
mod reason;
mod repair;
mod search;
mod spent;
mod standby;
mod supply;
mod swap;
mod watch;

pub use bottleneck::Bottleneck;
pub use edit::{Edit, Holding};
pub use field::Field;
pub use fragile::{Strength, carriers, strengths, strengths_while};
pub use levers::{Lever, Means, levers};
pub use mend::mend;
pub use moves::Want;
pub use reason::{Explainer, Reason};
pub use repair::{Aim, Move, Repair, Terms, repair, repairs, repairs_in, repairs_while};
pub use standby::{Standby, standbys};
pub use supply::Need;
pub use watch::Watch;

use super::coverage::{Coverage, Status};
use crate::model::{Shift, ShiftIx, SiteIx};
use crate::rules::Ground;
use chrono::NaiveDate;

/// A shift that is open, short, or without a captain or skill it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gap {
    /// Where and when.
    pub shift: ShiftIx,
    /// Of what kind.
    pub status: Status,
    /// What is missing: heads to the minimum (open, short), captains, or skill posts.
    pub shortfall: u32,
}

/// Which gaps to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of this site only.
    pub site: Option<SiteIx>,
    /// Of shifts that start on this day only.
    pub day: Option<NaiveDate>,
}

impl Filter {
    /// True for a shift that is to be listed if it is a gap.
    pub fn lists(&self, shift: &Shift) -> bool {
        self.site.is_none_or(|site| shift.site == site) && self.day.is_none_or(|day| shift.date == day)
    }
}

/// The gaps of a roster, worst first: open, short, captain, skill; among equals the larger shortfall, then the earlier
/// start, then the id.
pub fn gaps(ground: &Ground, coverage: &Coverage, filter: Filter) -> Vec<Gap> {
    let mut found: Vec<Gap> = ground
        .timetable
        .indices()
        .filter_map(|ix| {
            let shift = ground.shift(ix);
            let listed = filter.lists(shift);
            let heads = coverage.of(ix).planned();
            let status = heads.status(shift);
            (listed && status.is_gap()).then(|| Gap { shift: ix, status, shortfall: heads.shortfall(shift) })
        })
        .collect();
    // Shifts are numbered by start, then id.
    found.sort_by_key(|gap| (gap.status, std::cmp::Reverse(gap.shortfall), gap.shift));
    found
}
