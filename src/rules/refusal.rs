//! A refusal: which rule says no, and the particulars that let a person understand it.

use super::closed::Closed;
use super::code::RuleCode;
use crate::model::member::Status;
use crate::model::site::Amenity;
use crate::model::{DesignationIx, Duty, Instant, RequirementIx, ShiftIx, Span};

/// Why a member may not stand on a shift.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// Stands on another shift at that time.
    Overlap {
        /// The other shift.
        other: ShiftIx,
    },
    /// Is on essential duty then.
    Essential {
        /// The designation.
        designation: DesignationIx,
        /// The duty that the shift, with its buffer, runs into. None: off-duty picketing is not allowed at all.
        duty: Option<Span>,
    },
    /// The pool could not spare another.
    Pool {
        /// The pool's requirement.
        requirement: RequirementIx,
        /// The first instant at which too few would be off the line.
        at: Instant,
        /// Others of the pool who stand on a line then.
        standing: u32,
        /// How many may.
        spare: u32,
    },
    /// May not be rostered at all.
    Status {
        /// The member's status.
        status: Status,
    },
    /// Can't come then.
    Availability {
        /// The stretch the member ruled out by `not`; None: the shift lies outside the stretches given.
        shut: Option<Span>,
    },
    /// Can't be sent so far.
    Reach {
        /// Kilometres to the site; None: not known on one side.
        km: Option<f64>,
        /// Kilometres the member can be sent.
        reach_km: f64,
    },
    /// Must not be asked to.
    Restriction {
        /// Which.
        cause: RestrictionCause,
    },
    /// Stands on enough shifts that day.
    Daily {
        /// One of them.
        other: ShiftIx,
        /// How many may be stood in a day.
        at_most: u32,
    },
    /// Would stand too many hours that week.
    Weekly {
        /// Minutes rostered without this shift.
        rostered: i64,
        /// Minutes of this shift.
        more: i64,
        /// Minutes that may be stood.
        at_most: i64,
    },
    /// Too little rest.
    Rest {
        /// The shift before or after.
        other: ShiftIx,
        /// Minutes between the two.
        minutes: i64,
        /// Minutes there must be.
        at_least: i64,
    },
    /// The shift has as many heads as it may have.
    Maximum {
        /// Heads it may have.
        at_most: u32,
    },
    /// Every post of that duty is held.
    PostHeld {
        /// The duty.
        duty: Duty,
        /// How many posts there are.
        posts: u32,
    },
    /// Lacks the post's skill.
    Skill {
        /// The duty.
        duty: Duty,
    },
    /// The shift does not exist.
    Closed(Closed),
}

/// Which restriction refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RestrictionCause {
    /// The shift touches 22:00–06:00.
    Nights,
    /// The site lacks an amenity.
    Amenity(Amenity),
    /// Alternate duty only.
    NoLine,
}

impl Refusal {
    /// The rule that refuses.
    pub fn code(&self) -> RuleCode {
        match self {
            Self::Overlap { .. } => RuleCode::Overlap,
            Self::Essential { .. } => RuleCode::Essential,
            Self::Pool { .. } => RuleCode::Pool,
            Self::Status { .. } => RuleCode::Status,
            Self::Availability { .. } => RuleCode::Availability,
            Self::Reach { .. } => RuleCode::Reach,
            Self::Restriction { .. } => RuleCode::Restriction,
            Self::Daily { .. } => RuleCode::Daily,
            Self::Weekly { .. } => RuleCode::Weekly,
            Self::Rest { .. } => RuleCode::Rest,
            Self::Maximum { .. } | Self::PostHeld { .. } => RuleCode::Maximum,
            Self::Skill { .. } => RuleCode::Skill,
            Self::Closed(_) => RuleCode::Closed,
        }
    }
}
