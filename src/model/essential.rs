//! The essential services agreement: what must go on, and who must stay for it.

use super::availability::Windows;
use super::index::{DesignationIx, MemberIx, RequirementIx, SiteIx};
use chrono::NaiveDate;

/// essential.toml.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement {
    /// The version of the agreement, when told.
    pub version: Option<u32>,
    /// The day it was signed.
    pub signed: Option<NaiveDate>,
    /// What must go on.
    pub requirements: Vec<Requirement>,
    /// Who stays for it.
    pub designations: Vec<Designation>,
}

/// Which part of the agreement a requirement stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Part {
    /// Goes on throughout the strike.
    #[default]
    Essential,
    /// Starts with its trigger.
    Emergency,
}

/// `[[requirement]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Unique.
    pub id: String,
    /// Where.
    pub site: SiteIx,
    /// What the service is called.
    pub service: Option<String>,
    /// The classification that gives it.
    pub classification: Option<String>,
    /// Essential or emergency.
    pub part: Part,
    /// People on duty in each window.
    pub required: u32,
    /// People in ordinary times.
    pub normal_complement: Option<u32>,
    /// When, in the site's time zone; worked out over the plan's days (`open` is always there).
    pub windows: Windows,
    /// The windows as written (empty: all the time).
    pub windows_text: Vec<String>,
    /// Emergency: what starts it.
    pub trigger: Option<String>,
    /// The members designated to its pool, whatever their status: sorted, each once.
    pub pool: Vec<MemberIx>,
    /// Every designation to it, in the order of the file.
    pub designations: Vec<DesignationIx>,
}

impl Requirement {
    /// How many of the pool may stand on a line at one instant of a window: max(0, size − required).
    pub fn pool_spare(&self) -> u32 {
        (self.pool.len() as u32).saturating_sub(self.required)
    }
}

/// How a member is bound to a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bond {
    /// On duty in these hours (worked out in the site's zone), all day.
    FullTime(Windows),
    /// On duty in these hours, part of the day.
    PartTime(Windows),
    /// One of a pool of which enough must be off the line.
    Pool,
    /// Steps in for another: at risk.
    Alternate,
    /// Can be called in: at risk.
    OnCall,
}

impl Bond {
    /// The word in the files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::FullTime(_) => "full_time",
            Self::PartTime(_) => "part_time",
            Self::Pool => "pool",
            Self::Alternate => "alternate",
            Self::OnCall => "on_call",
        }
    }
}

/// `[[designation]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designation {
    /// Who.
    pub member: MemberIx,
    /// To what.
    pub requirement: RequirementIx,
    /// How.
    pub bond: Bond,
    /// The hours as written (empty: the requirement's windows).
    pub hours_text: Vec<String>,
    /// Alternate: for whom.
    pub alternate_for: Option<MemberIx>,
    /// On call: minutes to respond.
    pub response_minutes: Option<u32>,
}
