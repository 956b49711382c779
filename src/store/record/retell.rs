//! The record told again, entry by entry, with other people in it: for a copy that may be shown to strangers.
//!
//! The copy is a record like any other: its entries have the numbers, times and actions of the original, its chain is its
//! own, and its tables follow from it.

use super::chain::{Purged, STILL};
use super::error::RecordError;
use super::fact::{Fact, What};
use super::hours::Hours;
use super::journal::{self, HANDOVER, PUBLISH};
use super::row::{Payload, Row, Sign};
use super::{Identity, Record, schema, tables};
use crate::store::progress::Progress;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Who gives people and words others.
pub trait Teller {
    /// The id that stands for `id`.
    fn id(&self, id: &str) -> String;
    /// The name of the member whose id was `id`.
    fn name(&self, id: &str) -> String;
    /// Who is meant by a name with an id, by an id or by a name.
    fn who(&self, said: &str) -> String;
    /// What stands for words that someone wrote.
    fn words(&self, text: &str) -> String;
}

/// Particulars that hold words of the program or of the strike's files, or times: they stay. All others are words of people.
const KEPT: [&str; 23] = [
    "shift",
    "shift_from",
    "shift_one",
    "shift_other",
    "shifts",
    "site",
    "place",
    "time",
    "at",
    "until",
    "backup",
    "requirement",
    "duty",
    "overrides",
    "date",
    "day",
    "length",
    "week",
    "pay",
    "out",
    "open",
    "action",
    "number",
];
/// Particulars that name a person.
const PEOPLE: [&str; 4] = ["one", "other", "alternate", "by"];

impl Record {
    /// The ids of everyone named in the record, and who acted, in order.
    pub fn people(&self) -> Result<(BTreeSet<String>, BTreeSet<String>), RecordError> {
        let (mut ids, mut actors) = (BTreeSet::new(), BTreeSet::new());
        let Some(db) = &self.db else { return Ok((ids, actors)) };
        for entry in journal::after(db, 0)? {
            actors.insert(entry.actor);
            let payload = journal::payload(db, entry.seq)?;
            ids.extend(payload.steps().map(|(_, step)| step.member.clone()));
            for absence in payload.came.into_iter().chain(payload.went) {
                ids.extend(std::iter::once(absence.member).chain(absence.alternate));
            }
            ids.extend(payload.signed.into_iter().map(|each| each.member));
            for fact in payload.facts.into_iter().flat_map(|step| [step.before, step.after]).flatten() {
                match fact.what {
                    What::Handover { from, to, .. } => ids.extend(from.into_iter().chain([to])),
                    What::Alternate { member, .. } | What::Reached { member, .. } => drop(ids.insert(member)),
                    What::SignedOff { rows, .. } => ids.extend(rows.into_iter().map(|row| row.member)),
                    What::Guests { .. } | What::Incident(_) | What::Closure { .. } | What::Branch(_) => {}
                }
            }
        }
        Ok((ids, actors))
    }

    /// Writes the record anew into `folder`, told by `teller`. Gives the number of entries; 0: there is no record, and none
    /// was made.
    pub fn retell(&self, folder: &Path, identity: &Identity, teller: &impl Teller) -> Result<u64, RecordError> {
        let Some(db) = &self.db else { return Ok(0) };
        let entries = journal::after(db, 0)?;
        if entries.is_empty() {
            return Ok(0);
        }
        let mut copy = schema::create(folder, identity)?;
        let tx = copy.transaction()?;
        for mut entry in entries {
            let mut payload = journal::payload(db, entry.seq)?;
            retell_payload(&mut payload, teller);
            entry.actor = teller.who(&entry.actor);
            let told = std::mem::take(&mut entry.particulars);
            entry.particulars = particulars(&entry.action, &told, teller);
            if entry.action == PUBLISH {
                Hours::told(&told).tell(&mut entry.particulars);
            }
            if entry.particulars.get(STILL).is_some() {
                // In the copy, no entry is sealed apart from what it says.
                entry.particulars[STILL] = Value::from(Purged::default().digest());
            }
            journal::append(&tx, &entry, &payload)?;
            tables::carry_out(&tx, &payload, &Progress::default())?;
            if entry.action == PUBLISH {
                tables::publish(&tx, &entry)?;
            }
        }
        tx.commit()?;
        let entries = journal::last(&copy)?.map_or(0, |last| last.seq);
        copy.close().map_err(|(_, error)| error)?;
        Ok(entries)
    }
}

fn retell_payload(payload: &mut Payload, teller: &impl Teller) {
    let reworded = |text: &mut Option<String>| {
        if let Some(text) = text {
            *text = teller.words(text);
        }
    };
    let renamed = |id: &mut String| *id = teller.id(id);
    let row = |row: &mut Arc<Row>| {
        if row.reason.is_some() {
            reworded(&mut Arc::make_mut(row).reason);
        }
    };
    for step in payload.shifts.iter_mut().flat_map(|(_, steps)| steps) {
        renamed(&mut step.member);
        [&mut step.before, &mut step.after].into_iter().flatten().for_each(row);
    }
    for absence in payload.came.iter_mut().chain(&mut payload.went) {
        renamed(&mut absence.member);
        absence.alternate.iter_mut().for_each(renamed);
        reworded(&mut absence.code);
    }
    let sign = |sign: &mut Sign| {
        for by in [&mut sign.by_in, &mut sign.by_out].into_iter().flatten() {
            *by = teller.who(by);
        }
    };
    for each in &mut payload.signed {
        renamed(&mut each.member);
        each.before.iter_mut().chain(&mut each.after).for_each(sign);
    }
    for fact in payload.facts.iter_mut().flat_map(|step| [&mut step.before, &mut step.after]).flatten() {
        retell_fact(fact, teller);
    }
    for patch in &mut payload.files {
        // What stood in the strike's files is not told; without it, the change can't be taken back in the copy.
        patch.edits.clear();
        (patch.before, patch.after) = (String::new(), String::new());
    }
}

fn retell_fact(fact: &mut Fact, teller: &impl Teller) {
    let reworded = |text: &mut Option<String>| {
        if let Some(text) = text {
            *text = teller.words(text);
        }
    };
    let renamed = |id: &mut String| *id = teller.id(id);
    match &mut fact.what {
        What::Guests { who, .. } => reworded(who),
        What::Handover { from, to, note, .. } => {
            from.iter_mut().for_each(renamed);
            renamed(to);
            reworded(note);
        }
        What::Incident(incident) => {
            incident.facts = teller.words(&incident.facts);
            [&mut incident.vehicle, &mut incident.police, &mut incident.witness].into_iter().for_each(reworded);
        }
        What::Alternate { member, task, .. } => {
            renamed(member);
            reworded(task);
        }
        What::Reached { member, .. } => renamed(member),
        What::Closure { reason, .. } => reworded(reason),
        // A word and ids of sites, no people; a file is named where it lies.
        What::Branch(branch) => reworded(&mut branch.essential),
        What::SignedOff { rows, .. } => rows.iter_mut().for_each(|row| renamed(&mut row.member)),
    }
}

/// What an entry of `action` says of itself, told again. What is not known to be harmless is words.
fn particulars(action: &str, told: &Value, teller: &impl Teller) -> Value {
    let Some(told) = told.as_object() else { return told.clone() };
    let text = |key: &str, text: &str| match key {
        _ if key.starts_with("member") => teller.id(text),
        "name" => told.get("member").and_then(Value::as_str).map_or_else(|| teller.words(text), |id| teller.name(id)),
        // Of a closed site it is a time, of a hand-over a captain.
        "from" if action != HANDOVER => text.to_owned(),
        "from" => teller.who(text),
        _ if PEOPLE.contains(&key) => teller.who(text),
        _ if KEPT.contains(&key) => text.to_owned(),
        _ => teller.words(text),
    };
    let each = |(key, value): (&String, &Value)| {
        let value = match value {
            Value::String(said) => Value::from(text(key, said)),
            Value::Array(several) => several
                .iter()
                .map(|one| one.as_str().map_or_else(|| one.clone(), |said| Value::from(text(key, said))))
                .collect(),
            Value::Object(_) if key == "particulars" => {
                particulars(told.get("action").and_then(Value::as_str).unwrap_or(""), value, teller)
            }
            Value::Object(_) => Value::Null,
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        };
        (key.clone(), value)
    };
    Value::Object(told.iter().map(each).collect::<Map<_, _>>())
}
