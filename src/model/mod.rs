//! What is true with no strike on: people, places, calendars, agreements, and the shapes of a shift and a roster.
//!
//! Nothing here knows whether something is permitted, good, stored or shown.

pub mod availability;
pub mod campaign;
pub mod change;
pub mod essential;
pub mod geo;
pub mod index;
pub mod member;
pub mod money;
pub mod nearest;
pub mod problem;
pub mod roster;
mod shared;
pub mod shift;
pub mod site;
pub mod strike;
pub mod text;
pub mod time;

pub use change::Change;
pub use index::{DesignationIx, LineIx, MemberIx, PatternIx, RequirementIx, ShiftIx, SiteIx, SkillIx, TemplateIx};
pub use roster::{Assignment, Origin, Overrides, Roster};
pub use shift::{Duty, Shift, Timetable};
pub use strike::Strike;
pub use time::{Instant, Span};
