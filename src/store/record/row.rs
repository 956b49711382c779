//! Assignments as the record keeps them: ids and words, which stay true when the files change.

use super::fact::FactStep;
use super::patch::Patch;
use crate::model::{Assignment, Change, Duty, MemberIx, Origin, Overrides, ShiftIx};
use crate::rules::Ground;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An assignment without its shift and member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// `captain`, `picket` or a skill.
    pub duty: String,
    /// `plan` or `hand`.
    pub origin: String,
    /// Stays, whatever the planner would rather.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// The rules set aside for it, with a space between.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub overrides: String,
    /// Why they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One change in the record's terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Id of the member.
    #[serde(rename = "m")]
    pub member: String,
    /// What stood before; of the many changes of a plan, most share it.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Arc<Row>>,
    /// What stands after.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Arc<Row>>,
}

/// A time in which a member can't stand on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Its number in the record: the entry that brought it.
    pub id: u64,
    /// Id of the member.
    pub member: String,
    /// The time, written as an availability.
    pub time: String,
    /// `absent` or `callin`.
    pub kind: String,
    /// When it was told, in seconds since 1970.
    pub at: i64,
    /// The code given for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The requirement called in to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Id of the member who stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternate: Option<String>,
}

impl Absence {
    /// True when both say the same, whenever they were told.
    pub fn says_as(&self, other: &Self) -> bool {
        Self { id: 0, at: 0, ..self.clone() } == Self { id: 0, at: 0, ..other.clone() }
    }
}

/// One time a member was on a line; or the note that one who was expected did not come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sign {
    /// The sign-in, in seconds since 1970; None: did not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<i64>,
    /// The sign-out; None: not yet, or did not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went: Option<i64>,
    /// Was not rostered for the shift when signing in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub walk_in: bool,
    /// The captain who signed the member in, or noted that nobody came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_in: Option<String>,
    /// The captain who signed the member out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_out: Option<String>,
}

impl Sign {
    /// Whole minutes from sign-in to sign-out; None without both.
    pub fn minutes(&self) -> Option<i64> {
        Some((self.went? - self.came?) / 60)
    }

    /// Signed in and not out.
    pub fn is_open(&self) -> bool {
        self.came.is_some() && self.went.is_none()
    }
}

/// A member's line on a shift's sign-in sheet, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// Id of the shift.
    pub shift: String,
    /// Id of the member.
    #[serde(rename = "m")]
    pub member: String,
    /// What stood before, in order of time.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Sign>,
    /// What stands after.
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Sign>,
}

/// A line of the sign-in sheets: one member's time on one shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Id of the shift.
    pub shift: String,
    /// Id of the member.
    pub member: String,
    /// When.
    pub sign: Sign,
}

/// Everything an entry changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Payload {
    /// Changes of assignments, by id of the shift.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shifts: Vec<(String, Vec<Step>)>,
    /// Absences that came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub came: Vec<Absence>,
    /// Absences that went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub went: Vec<Absence>,
    /// Lines of sign-in sheets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<Signing>,
    /// What else happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactStep>,
    /// Changes to the strike's text files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Patch>,
}

impl Payload {
    /// The payload of these changes.
    pub fn of_changes(ground: &Ground, changes: &[Change]) -> Self {
        let mut payload = Self::default();
        let mut rows = Rows::default();
        for change in changes {
            let (before, after) = match change {
                Change::Added(after) => (None, Some(after)),
                Change::Removed(before) => (Some(before), None),
                Change::Altered { before, after } => (Some(before), Some(after)),
            };
            let member = ground.strike.member(change.member()).id.clone();
            let [before, after] = [before, after].map(|each| each.map(|each| rows.of(ground, each)));
            payload.push(&ground.shift(change.shift()).id, Step { member, before, after });
        }
        payload
    }

    /// Adds a change.
    pub fn push(&mut self, shift: &str, step: Step) {
        match self.shifts.last_mut() {
            Some((last, steps)) if last == shift => steps.push(step),
            _ => self.shifts.push((shift.to_owned(), vec![step])),
        }
    }

    /// Every change with the id of its shift.
    pub fn steps(&self) -> impl Iterator<Item = (&str, &Step)> {
        self.shifts.iter().flat_map(|(shift, steps)| steps.iter().map(move |step| (shift.as_str(), step)))
    }

    /// What takes all of it back.
    #[must_use]
    pub fn inverse(self) -> Self {
        let back = |step: Step| Step { before: step.after, after: step.before, member: step.member };
        let fact = |each: FactStep| FactStep { before: each.after, after: each.before };
        let sign = |each: Signing| Signing { before: each.after, after: each.before, ..each };
        let shifts = self.shifts.into_iter().rev();
        Self {
            shifts: shifts.map(|(shift, steps)| (shift, steps.into_iter().rev().map(back).collect())).collect(),
            came: self.went,
            went: self.came,
            signed: self.signed.into_iter().rev().map(sign).collect(),
            facts: self.facts.into_iter().rev().map(fact).collect(),
            files: self.files.into_iter().map(Patch::inverse).collect(),
        }
    }

    /// Number of assignments changed.
    pub fn len(&self) -> usize {
        self.shifts.iter().map(|(_, steps)| steps.len()).sum()
    }

    /// True when nothing changed.
    pub fn is_empty(&self) -> bool {
        !self.touches_roster() && self.signed.is_empty() && self.facts.is_empty() && self.files.is_empty()
    }

    /// True when the roster changed, or what it may become. Who came to the line is no change of the roster.
    pub fn touches_roster(&self) -> bool {
        !self.shifts.is_empty() || !self.came.is_empty() || !self.went.is_empty() || self.closes()
    }

    /// True when a site is opened or closed: other shifts exist then.
    pub fn closes(&self) -> bool {
        self.facts.iter().any(FactStep::is_closure)
    }

    /// True when it tells something of this member on this shift.
    pub fn touches(&self, shift: &str, member: &str) -> bool {
        self.steps().any(|(at, step)| at == shift && step.member == member)
            || self.signed.iter().any(|each| each.shift == shift && each.member == member)
    }
}

/// Rows that assignments share: a plan's half a million have a handful.
#[derive(Default)]
struct Rows(Vec<(Kind, Arc<Row>)>);

/// What an assignment says besides shift, member and reason.
type Kind = (Duty, Origin, bool, Overrides);

impl Rows {
    fn of(&mut self, ground: &Ground, each: &Assignment) -> Arc<Row> {
        // What a reason was given for has a row of its own.
        if each.reason.is_some() {
            return Arc::new(Row::of(ground, each));
        }
        let kind = (each.duty, each.origin, each.pinned, each.overrides);
        if let Some((_, row)) = self.0.iter().find(|(other, _)| *other == kind) {
            return Arc::clone(row);
        }
        let row = Arc::new(Row::of(ground, each));
        self.0.push((kind, Arc::clone(&row)));
        row
    }
}

impl Row {
    /// A row of the planner's of which there is no more to be said.
    pub fn plain(duty: &str) -> Self {
        let (duty, origin) = (duty.to_owned(), Origin::Plan.word().to_owned());
        Self { duty, origin, pinned: false, overrides: String::new(), reason: None }
    }

    /// True of such a row.
    pub fn is_plain(&self) -> bool {
        self.origin == Origin::Plan.word() && !self.pinned && self.overrides.is_empty() && self.reason.is_none()
    }

    /// The row of an assignment.
    pub fn of(ground: &Ground, each: &Assignment) -> Self {
        Self {
            duty: each.duty.word(&ground.strike).to_owned(),
            origin: each.origin.word().to_owned(),
            pinned: each.pinned,
            overrides: each.overrides.words().collect::<Vec<_>>().join(" "),
            reason: each.reason.as_deref().cloned(),
        }
    }

    /// The assignment of this row to `shift`; None when member or duty no longer exist.
    pub fn assignment(&self, ground: &Ground, shift: ShiftIx, member: &str) -> Option<Assignment> {
        let member = *ground.strike.lookup.members.get(member)?;
        Some(Meaning::of(self, ground)?.at(shift, member))
    }
}

/// What a row says, in the strike's own terms.
pub struct Meaning {
    duty: Duty,
    pinned: bool,
    origin: Origin,
    overrides: Overrides,
    reason: Option<Arc<String>>,
}

impl Meaning {
    /// The meaning of `row`; None when its duty no longer exists.
    pub fn of(row: &Row, ground: &Ground) -> Option<Self> {
        Some(Self {
            duty: Duty::parse(&row.duty, &ground.strike)?,
            pinned: row.pinned,
            origin: if row.origin == Origin::Hand.word() { Origin::Hand } else { Origin::Plan },
            overrides: Overrides::of_words(row.overrides.split(' ')),
            reason: row.reason.clone().map(Arc::new),
        })
    }

    /// The assignment of `member` to `shift` that says so.
    pub fn at(&self, shift: ShiftIx, member: MemberIx) -> Assignment {
        let Self { duty, pinned, origin, overrides, .. } = *self;
        Assignment { member, shift, duty, pinned, origin, overrides, reason: self.reason.clone() }
    }
}
