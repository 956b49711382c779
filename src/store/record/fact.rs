//! What happened besides rosters and sign-in sheets: guests, hand-overs, incidents, alternate duty, closed sites, weeks
//! signed off, people who were reached. Each is kept as it was told, under the number of the entry that brought it.

use serde::{Deserialize, Serialize};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its number in the record: the entry that brought it.
    pub id: u64,
    /// When it happened, in seconds since 1970.
    pub at: i64,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// People who are no members came to a line.
    Guests {
        /// Id of the shift.
        shift: String,
        /// How many.
        count: u32,
        /// Who they are: another union, a neighbour.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// One captain gave a line to the next.
    Handover {
        /// Id of the shift of the captain who gives it.
        shift: String,
        /// Id of the captain who gives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Id of the captain who takes it.
        to: String,
        /// What the next one must know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Something that may have to be told in court.
    Incident(Incident),
    /// A member worked for the strike elsewhere than on a line.
    Alternate {
        /// Id of the member.
        member: String,
        /// The local date to which it counts.
        date: String,
        /// Minutes.
        minutes: i64,
        /// At what.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task: Option<String>,
    },
    /// A site was lost: nobody stands there in that time.
    Closure {
        /// Id of the site.
        site: String,
        /// From, in seconds since 1970.
        from: i64,
        /// Until; None: for good.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<i64>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A week of the ledger was signed off: what was found right, and by whom, stands in the entry.
    SignedOff {
        /// The week's first day.
        week: String,
        /// The ledger's rows then.
        rows: Vec<SignedRow>,
    },
    /// Something is supposed, and kept under a name to be held against what stands.
    Branch(Branch),
    /// Somebody was reached, and heard what had changed since people were told.
    Reached {
        /// Id of the member; of someone who is on no list any more too.
        member: String,
        /// The version of the roster that people had been told.
        version: u64,
        /// What the member heard.
        news: Vec<News>,
    },
}

/// How a shift stands for somebody, as that somebody heard it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct News {
    /// Id of the shift.
    pub shift: String,
    /// The post there; None: none any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// From when until when, in seconds since 1970; None: nobody knows any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<(i64, i64)>,
}

/// What is supposed, in the files' own words, so that it holds whatever becomes of the tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its name: a word of letters, digits and `-`.
    pub name: String,
    /// Ids of sites that are closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub close: Vec<String>,
    /// From when on, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
    /// Ids of sites that are out in every rotating phase.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out: Vec<String>,
    /// Everybody is out from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<i64>,
    /// So many heads more as the minimum of every line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i32>,
    /// So many heads more as the target of every line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<i32>,
    /// Nobody is sent less far, in metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<u32>,
    /// Another essential services agreement: its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub essential: Option<String>,
}

/// An incident: facts, no opinions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Id of the site.
    pub site: String,
    /// Id of the line, when one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// What happened.
    pub facts: String,
    /// The vehicle: plate, colour, make.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vehicle: Option<String>,
    /// The police: officer, badge, what was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police: Option<String>,
    /// Who saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
}

/// A row of the ledger as it was signed off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedRow {
    /// Id of the member.
    #[serde(rename = "m")]
    pub member: String,
    /// Minutes rostered.
    #[serde(rename = "r")]
    pub rostered: i64,
    /// Minutes attended.
    #[serde(rename = "a")]
    pub attended: i64,
    /// Minutes credited.
    #[serde(rename = "c")]
    pub credited: i64,
    /// What was owed, in cents.
    #[serde(rename = "p")]
    pub pay: i64,
}

impl What {
    /// The words of the kinds, as the table has them.
    pub const GUESTS: &'static str = "guests";
    /// A hand-over.
    pub const HANDOVER: &'static str = "handover";
    /// An incident.
    pub const INCIDENT: &'static str = "incident";
    /// Alternate duty.
    pub const ALTERNATE: &'static str = "alternate";
    /// A closed site.
    pub const CLOSURE: &'static str = "closure";
    /// A week signed off.
    pub const SIGNED_OFF: &'static str = "signed_off";
    /// Something supposed.
    pub const BRANCH: &'static str = "branch";
    /// Somebody who was reached.
    pub const REACHED: &'static str = "reached";

    /// The kind, and what such facts are looked up by: a shift, a site, a member, a week, a name.
    pub fn key(&self) -> (&'static str, &str) {
        match self {
            Self::Guests { shift, .. } => (Self::GUESTS, shift),
            Self::Handover { shift, .. } => (Self::HANDOVER, shift),
            Self::Incident(incident) => (Self::INCIDENT, &incident.site),
            Self::Alternate { member, .. } => (Self::ALTERNATE, member),
            Self::Closure { site, .. } => (Self::CLOSURE, site),
            Self::SignedOff { week, .. } => (Self::SIGNED_OFF, week),
            Self::Branch(branch) => (Self::BRANCH, &branch.name),
            Self::Reached { member, .. } => (Self::REACHED, member),
        }
    }
}

/// A fact before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactStep {
    /// As it was told before.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Fact>,
    /// As it is told now.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Fact>,
}

impl FactStep {
    /// A fact that is told now.
    pub fn told(fact: Fact) -> Self {
        Self { before: None, after: Some(fact) }
    }

    /// A fact that holds no more.
    pub fn gone(fact: Fact) -> Self {
        Self { before: Some(fact), after: None }
    }

    /// True when it opens or closes a site.
    pub fn is_closure(&self) -> bool {
        [&self.before, &self.after].into_iter().flatten().any(|fact| matches!(fact.what, What::Closure { .. }))
    }
}
