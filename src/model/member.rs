//! The people, as the union's list has them. Phones, e-mails and restrictions are private: see who may show them in the
//! contract's exports.

use super::geo::Place;
use super::index::{PatternIx, SiteIx, SkillIx, TemplateIx};
use super::site::Amenity;

/// One row of members.csv.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Unique, as the union writes it.
    pub id: String,
    /// As written; may hold anything, so the edges make it harmless before they show it.
    pub name: String,
    /// Local.
    pub local: Option<String>,
    /// Bargaining unit.
    pub unit: Option<String>,
    /// Job classification.
    pub classification: Option<String>,
    /// The site of the workplace.
    pub home: Option<SiteIx>,
    /// Where the member starts from: the row's own coordinates, else the home site's.
    pub start: Option<Place>,
    /// Kilometres the member can be sent: the row's own, else the strike's.
    pub reach_km: f64,
    /// Telephone, for captains only.
    pub phone: Option<String>,
    /// E-mail, for captains only.
    pub email: Option<String>,
    /// Skills, ordered, each once.
    pub skills: Vec<SkillIx>,
    /// When the member can come; None: always.
    pub availability: Option<PatternIx>,
    /// Sites asked for, best first.
    pub sites: Vec<SiteIx>,
    /// Templates asked for, best first.
    pub shifts: Vec<TemplateIx>,
    /// What the member must not be asked, or needs where sent.
    pub restrictions: Restrictions,
    /// Whether the member may be rostered at all.
    pub status: Status,
}

impl Member {
    /// True when the member has `skill`.
    pub fn has(&self, skill: SkillIx) -> bool {
        self.skills.binary_search(&skill).is_ok()
    }
}

/// The restrictions of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(clippy::struct_excessive_bools, reason = "six independent words of the contract, not states of one thing")]
pub struct Restrictions {
    /// No shift touching 22:00–06:00 local.
    pub no_nights: bool,
    /// The site must offer seating.
    pub seating: bool,
    /// The site must be accessible.
    pub accessible: bool,
    /// The site must offer shelter.
    pub shelter: bool,
    /// The site must have a washroom.
    pub washroom: bool,
    /// Alternate duty only: never rostered on a line.
    pub no_line: bool,
}

impl Restrictions {
    /// The amenities the site must have, in the contract's order.
    pub fn amenities(self) -> impl Iterator<Item = Amenity> {
        [
            (self.seating, Amenity::Seating),
            (self.accessible, Amenity::Accessible),
            (self.shelter, Amenity::Shelter),
            (self.washroom, Amenity::Washroom),
        ]
        .into_iter()
        .filter_map(|(needed, amenity)| needed.then_some(amenity))
    }
}

/// Whether a member may be rostered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// May be rostered.
    #[default]
    Active,
    /// On leave.
    Leave,
    /// On long-term disability.
    Ltd,
    /// On workers' compensation.
    Wsib,
    /// On parental leave.
    Parental,
    /// Excluded from the bargaining unit.
    Excluded,
    /// No right to strike: goes to arbitration.
    Arbitration,
}

impl Status {
    /// Every status with its word in the files.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("active", Self::Active),
        ("leave", Self::Leave),
        ("ltd", Self::Ltd),
        ("wsib", Self::Wsib),
        ("parental", Self::Parental),
        ("excluded", Self::Excluded),
        ("arbitration", Self::Arbitration),
    ];

    /// The word in the files.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, status)| *status == self).map_or("active", |(word, _)| word)
    }
}
