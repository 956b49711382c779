//! The names of the hard rules, in the contract's order.

/// A hard rule. The order is that of the contract: where several refuse, the first is the one that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleCode {
    /// No two shifts that overlap in time.
    Overlap,
    /// Full-time and part-time essential duty.
    Essential,
    /// Enough of a pool off the line.
    Pool,
    /// Only active members.
    Status,
    /// Inside the member's availability (†).
    Availability,
    /// Within the member's reach (†).
    Reach,
    /// The member's restrictions.
    Restriction,
    /// Shifts in one day.
    Daily,
    /// Hours in one week.
    Weekly,
    /// Rest between shifts (†).
    Rest,
    /// Heads, and holders of a post.
    Maximum,
    /// The post's skill.
    Skill,
    /// The shift exists.
    Closed,
}

impl RuleCode {
    /// Every rule in order.
    pub const ALL: [Self; 13] = [
        Self::Overlap,
        Self::Essential,
        Self::Pool,
        Self::Status,
        Self::Availability,
        Self::Reach,
        Self::Restriction,
        Self::Daily,
        Self::Weekly,
        Self::Rest,
        Self::Maximum,
        Self::Skill,
        Self::Closed,
    ];

    /// The word in outputs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overlap => "overlap",
            Self::Essential => "essential",
            Self::Pool => "pool",
            Self::Status => "status",
            Self::Availability => "availability",
            Self::Reach => "reach",
            Self::Restriction => "restriction",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Rest => "rest",
            Self::Maximum => "maximum",
            Self::Skill => "skill",
            Self::Closed => "closed",
        }
    }

    /// A person may set it aside, with a reason that is kept and printed (†).
    pub fn can_be_set_aside(self) -> bool {
        matches!(self, Self::Availability | Self::Reach | Self::Rest)
    }
}
