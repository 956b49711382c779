//! The campaign itself: strike.toml as it is meant, with every default filled in.

use super::index::SiteIx;
use super::money::Cents;
use super::time::{Clock, Instant, Weekdays};
use chrono::{NaiveDate, Weekday};
use chrono_tz::Tz;

/// `[strike]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// The strike's name, as people call it.
    pub name: String,
    /// The union, when told.
    pub union: Option<String>,
    /// The law the strike is under.
    pub statute: Statute,
    /// The strike's own time zone; a site may have another.
    pub zone: Tz,
    /// First calendar day of the plan.
    pub first_day: NaiveDate,
    /// Length of the plan in calendar days, 1 to 366.
    pub days: u16,
    /// Default language of paper and screen.
    pub language: Language,
    /// The telephone of strike headquarters, for the sheets that people take to the line.
    pub hq_phone: Option<String>,
}

impl Campaign {
    /// Last calendar day of the plan.
    pub fn last_day(&self) -> NaiveDate {
        self.first_day + chrono::Days::new(u64::from(self.days.saturating_sub(1)))
    }
}

/// The law a strike is under; it decides which waiting times run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statute {
    /// Labour Relations Act, 1995 (Ontario).
    Lra,
    /// Crown Employees Collective Bargaining Act, 1993.
    Cecba,
    /// School Boards Collective Bargaining Act, 2014.
    Sbcba,
    /// Colleges Collective Bargaining Act, 2008.
    Ccba,
    /// Canada Labour Code.
    Federal,
    /// Another one: only what the file itself says is checked.
    Other,
}

/// A language of paper and screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// `[legal]`: dates told to the file. Present only when the table is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legal {
    /// The day the no-board report was mailed.
    pub no_board_mailed: Option<NaiveDate>,
    /// The day of the strike vote.
    pub strike_vote: Option<NaiveDate>,
    /// The day notice was served.
    pub notice_served: Option<NaiveDate>,
    /// The day the essential services agreement was signed.
    pub essential_agreement_signed: Option<NaiveDate>,
    /// An instant agreed otherwise, with its reason; overrides the arithmetic.
    pub lawful_from: Option<(Instant, String)>,
}

/// What kind of action a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Information pickets on members' own time; needs no lawful strike.
    Information,
    /// Members work, to the letter: no lines.
    WorkToRule,
    /// Only the listed sites and regions are out.
    Rotating,
    /// Everyone is out.
    Full,
    /// Lines are down for now.
    Suspended,
    /// It is over.
    Settled,
}

/// `[[phase]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// What kind of action.
    pub mode: Mode,
    /// When it begins.
    pub from: Instant,
    /// When it ends; None: not before the end of the plan.
    pub until: Option<Instant>,
    /// Sites that are out (rotating).
    pub sites: Vec<SiteIx>,
    /// Regions that are out (rotating).
    pub regions: Vec<u32>,
}

/// How strike pay is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayBasis {
    /// In proportion to credited time.
    ProRata,
    /// A fifth of the rate for each day with full credit.
    Daily,
    /// The whole rate for a full week, else nothing.
    Weekly,
}

/// A rate of strike pay and the strike week from which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// First strike week, from 1.
    pub from_week: u32,
    /// Full strike pay for a week.
    pub per_week: Cents,
}

/// `[strike_pay]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrikePay {
    /// Minutes of strike duty in a week that earn full strike pay.
    pub minutes_per_week: i64,
    /// Most minutes credited in one day.
    pub minutes_per_day: i64,
    /// The day on which weeks start, everywhere.
    pub week_starts: Weekday,
    /// Credited time is rounded down to a whole multiple of this many minutes.
    pub rounding_minutes: i64,
    /// First day of the strike (from 1) that is paid.
    pub first_paid_day: u32,
    /// How pay follows from credited time.
    pub basis: PayBasis,
    /// Rates, ordered by week.
    pub rates: Vec<Rate>,
}

impl Default for StrikePay {
    fn default() -> Self {
        Self {
            minutes_per_week: 20 * 60,
            minutes_per_day: 4 * 60,
            week_starts: Weekday::Mon,
            rounding_minutes: 30,
            first_paid_day: 1,
            basis: PayBasis::ProRata,
            rates: Vec::new(),
        }
    }
}

/// `[rules]`: the numbers of the hard rules.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleBook {
    /// Most shifts a member stands in one local calendar day.
    pub shifts_per_day: u32,
    /// Most rostered minutes a member stands in one week.
    pub minutes_per_week: i64,
    /// Least minutes between the end of one shift and the start of the next.
    pub min_rest_minutes: i64,
    /// Clear minutes before and after essential duty.
    pub essential_buffer_minutes: i64,
    /// Members on essential duty may picket outside their hours.
    pub essential_may_picket_off_duty: bool,
    /// How far a member can be sent, in kilometres, when the member's row says nothing.
    pub reach_km: f64,
    /// Changes closer than this many minutes are warned about.
    pub notice_minutes: i64,
}

impl Default for RuleBook {
    fn default() -> Self {
        Self {
            shifts_per_day: 1,
            minutes_per_week: 20 * 60,
            min_rest_minutes: 8 * 60,
            essential_buffer_minutes: 60,
            essential_may_picket_off_duty: true,
            reach_km: 60.0,
            notice_minutes: 24 * 60,
        }
    }
}

/// `[[shift]]`: a template from which shifts are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// As written in ids: `am`.
    pub id: String,
    /// What people call it.
    pub label: Option<String>,
    /// The same in French.
    pub label_fr: Option<String>,
    /// Local start.
    pub start: Clock,
    /// Local end; at or before the start: the next day.
    pub end: Clock,
    /// The days on which it starts.
    pub days: Weekdays,
    /// Exists in information phases only (and no other does there).
    pub information: bool,
}

impl Template {
    /// The label in `language`, else in the other, else the id.
    pub fn label(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::En => (&self.label, &self.label_fr),
            Language::Fr => (&self.label_fr, &self.label),
        };
        first.as_ref().or(second.as_ref()).unwrap_or(&self.id)
    }
}
