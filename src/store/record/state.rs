//! The tables at any moment, worked out from the journal: for the roster as it was, and to see that the tables of the
//! present are what the journal leads to.

use super::Stranded;
use super::error::RecordError;
use super::fact::Fact;
use super::row::{Absence, Payload, Sign};
use super::{journal, tables};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Everything that follows from the journal, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Who stands where, by shift and member.
    pub rows: Stranded,
    /// Times in which members can't stand, by number.
    pub absences: BTreeMap<u64, Absence>,
    /// Lines of sign-in sheets, by shift and member.
    pub signs: BTreeMap<(String, String), Vec<Sign>>,
    /// What else happened, by number.
    pub facts: BTreeMap<u64, Fact>,
}

impl State {
    /// The tables of the present.
    pub fn present(db: &Connection) -> Result<Self, RecordError> {
        let mut state = Self { rows: tables::rows(db, "assignment")?, ..Self::default() };
        state.absences = tables::read_absences(db)?.into_iter().map(|each| (each.id, each)).collect();
        for each in tables::attendance(db, "true", &[])? {
            state.signs.entry((each.shift, each.member)).or_default().push(each.sign);
        }
        state.facts = tables::facts(db, "true", &[])?.into_iter().map(|fact| (fact.id, fact)).collect();
        Ok(state)
    }

    /// Goes where `payload` leads.
    pub fn step(&mut self, payload: &Payload) {
        for (shift, step) in payload.steps() {
            put(&mut self.rows, (shift.to_owned(), step.member.clone()), step.after.as_deref().cloned());
        }
        for gone in &payload.went {
            self.absences.remove(&gone.id);
        }
        for came in &payload.came {
            self.absences.insert(came.id, came.clone());
        }
        for each in &payload.signed {
            let after = Some(each.after.clone()).filter(|after| !after.is_empty());
            put(&mut self.signs, (each.shift.clone(), each.member.clone()), after);
        }
        for each in &payload.facts {
            if let Some(id) = each.before.as_ref().map(|fact| fact.id) {
                self.facts.remove(&id);
            }
            if let Some(fact) = &each.after {
                self.facts.insert(fact.id, fact.clone());
            }
        }
    }

    /// Goes back from the present to the moment after entry `seq`.
    pub fn rewind(&mut self, db: &Connection, from: u64, to: u64) -> Result<(), RecordError> {
        for seq in (to + 1..=from).rev() {
            self.step(&journal::payload(db, seq)?.inverse());
        }
        Ok(())
    }
}

fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

/// What of the record is not what the journal leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differs {
    /// The assignments.
    Roster,
    /// What people were told.
    Told,
    /// The absences.
    Absences,
    /// The sign-in sheets.
    Attendance,
    /// What else happened.
    Facts,
}

impl Differs {
    /// The table's word in outputs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Roster => "assignment",
            Self::Told => "told",
            Self::Absences => "absence",
            Self::Attendance => "attendance",
            Self::Facts => "fact",
        }
    }
}

/// Works the whole journal out anew and compares: the first table that is not what it leads to.
pub fn first_difference(db: &Connection) -> Result<Option<Differs>, RecordError> {
    let (mut state, mut told) = (State::default(), Stranded::new());
    for entry in journal::after(db, 0)? {
        state.step(&journal::payload(db, entry.seq)?);
        if entry.action == super::PUBLISH {
            told.clone_from(&state.rows);
        }
    }
    let present = State::present(db)?;
    Ok(if state.rows != present.rows {
        Some(Differs::Roster)
    } else if told != tables::rows(db, "told")? {
        Some(Differs::Told)
    } else if state.absences != present.absences {
        Some(Differs::Absences)
    } else if state.signs != present.signs {
        Some(Differs::Attendance)
    } else if state.facts != present.facts {
        Some(Differs::Facts)
    } else {
        None
    })
}
