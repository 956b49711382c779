//! Picket sites and their lines.

use super::campaign::Language;
use super::geo::Place;
use super::index::{LineIx, SiteIx, SkillIx, TemplateIx};
use super::time::Span;
use chrono_tz::Tz;

/// What a site is. The words of sites.toml, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiteKind {
    /// An office of the Ministry of Transportation.
    MtoOffice,
    /// A truck inspection station.
    InspectionStation,
    /// Another government office.
    GovernmentOffice,
    /// A detention centre.
    DetentionCentre,
    /// A jail.
    Jail,
    /// A correctional centre.
    CorrectionalCentre,
    /// A treatment centre.
    TreatmentCentre,
    /// A youth centre.
    YouthCentre,
    /// The offices of a school board.
    SchoolBoard,
    /// A school.
    School,
    /// The constituency office of a member of the provincial parliament.
    MppOffice,
    /// The legislature.
    Legislature,
    /// A union's office.
    UnionOffice,
    /// A union's head office.
    Headquarters,
    /// Something else.
    Other,
}

impl SiteKind {
    /// Every kind with its word in the files, in the order of the contract.
    pub const WORDS: [(&'static str, Self); 15] = [
        ("mto_office", Self::MtoOffice),
        ("inspection_station", Self::InspectionStation),
        ("government_office", Self::GovernmentOffice),
        ("detention_centre", Self::DetentionCentre),
        ("jail", Self::Jail),
        ("correctional_centre", Self::CorrectionalCentre),
        ("treatment_centre", Self::TreatmentCentre),
        ("youth_centre", Self::YouthCentre),
        ("school_board", Self::SchoolBoard),
        ("school", Self::School),
        ("mpp_office", Self::MppOffice),
        ("legislature", Self::Legislature),
        ("union_office", Self::UnionOffice),
        ("headquarters", Self::Headquarters),
        ("other", Self::Other),
    ];

    /// The word in the files.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("other", |(word, _)| word)
    }
}

/// What a site offers to those who stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amenity {
    /// A washroom.
    Washroom,
    /// Parking.
    Parking,
    /// Public transit.
    Transit,
    /// Shelter from the weather.
    Shelter,
    /// Somewhere to sit.
    Seating,
    /// Can be reached and used with a mobility device.
    Accessible,
}

impl Amenity {
    /// Every amenity with its word in the files.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("washroom", Self::Washroom),
        ("parking", Self::Parking),
        ("transit", Self::Transit),
        ("shelter", Self::Shelter),
        ("seating", Self::Seating),
        ("accessible", Self::Accessible),
    ];
}

/// The numbers of a line: `[line]`, overridden by the site, then by the line itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LineNumbers {
    /// Heads below which the line is short.
    pub minimum: u32,
    /// Heads wanted.
    pub target: u32,
    /// Heads never exceeded.
    pub maximum: u32,
    /// One captain for every so many target heads, rounded up; at least one.
    pub captain_ratio: u32,
    /// Minutes a vehicle may be delayed.
    pub vehicle_delay_minutes: u32,
}

impl Default for LineNumbers {
    fn default() -> Self {
        Self { minimum: 4, target: 10, maximum: 40, captain_ratio: 10, vehicle_delay_minutes: 5 }
    }
}

impl LineNumbers {
    /// The number that a file calls `key`; None: it is none of these.
    pub fn named(&self, key: &str) -> Option<u32> {
        Some(match key {
            "minimum" => self.minimum,
            "target" => self.target,
            "maximum" => self.maximum,
            "captain_ratio" => self.captain_ratio,
            "vehicle_delay_minutes" => self.vehicle_delay_minutes,
            _ => return None,
        })
    }
}

/// `[[site]]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// As written in ids: `emdc`.
    pub id: String,
    /// Name in English (or the only name).
    pub name: String,
    /// Name in French.
    pub name_fr: Option<String>,
    /// What it is.
    pub kind: SiteKind,
    /// Street address.
    pub address: Option<String>,
    /// City.
    pub city: Option<String>,
    /// The union's region.
    pub region: Option<u32>,
    /// Where it is.
    pub place: Option<Place>,
    /// Its time zone (the strike's when it has none of its own).
    pub zone: Tz,
    /// Where people go when this site is lost.
    pub backup: Option<SiteIx>,
    /// Others in the building who are not on strike.
    pub neutral_tenants: Vec<String>,
    /// What it offers.
    pub amenities: Vec<Amenity>,
    /// No picketing here in these spans, with the reason.
    pub stand_downs: Vec<StandDown>,
    /// Its lines, in the order of the file; at least one.
    pub lines: Vec<LineIx>,
}

impl Site {
    /// The name in `language`, else the English one.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Fr => self.name_fr.as_ref().unwrap_or(&self.name),
            Language::En => &self.name,
        }
    }

    /// True when the site offers `amenity`.
    pub fn offers(&self, amenity: Amenity) -> bool {
        self.amenities.contains(&amenity)
    }
}

/// `[[site.line]]`; a site without one has a single line with id `main`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The site it belongs to.
    pub site: SiteIx,
    /// As written in ids: `front-gate`.
    pub id: String,
    /// Name, when it has one.
    pub name: Option<String>,
    /// Name in French.
    pub name_fr: Option<String>,
    /// Its numbers, with the site's and the strike's filled in.
    pub numbers: LineNumbers,
    /// Templates that run here.
    pub templates: Vec<TemplateIx>,
    /// Heads wanted with a skill on each shift, ordered by the skill's name.
    pub needs: Vec<(SkillIx, u32)>,
    /// Court orders.
    pub caps: Vec<Cap>,
    /// No picketing on this line in these spans.
    pub stand_downs: Vec<StandDown>,
}

impl Line {
    /// The name in `language`, else the other, else the id.
    pub fn name(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::En => (&self.name, &self.name_fr),
            Language::Fr => (&self.name_fr, &self.name),
        };
        first.as_ref().or(second.as_ref()).unwrap_or(&self.id)
    }
}

/// `[[site.line.cap]]`: a court order on how many may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// Heads allowed.
    pub at_most: u32,
    /// In force; open-ended orders end with time itself.
    pub span: Span,
    /// The order's number.
    pub order: Option<String>,
}

/// `[[site.stand_down]]`: no picketing in this time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandDown {
    /// When; open-ended ones end with time itself.
    pub span: Span,
    /// Why, when told.
    pub reason: Option<String>,
}
