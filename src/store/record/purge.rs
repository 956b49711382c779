//! What a purge takes out of the record after the strike: everything that people wrote in their own words, and the text of
//! imported lists. Who stood where, who came and went, hours, pay, and what was done by whom and when: all of that stays.
//!
//! The journal keeps its entries and their links (see [`chain`](super::chain)); the tables follow. Afterwards the file is
//! written anew, so that nothing of what was taken out is left in pages no longer used, or in the log beside it.

use super::chain::{Purged, STILL, Seal};
use super::error::{Damage, RecordError};
use super::fact::{Fact, What};
use super::journal::{self, Entry};
use super::row::Payload;
use super::{Action, Record, patch::Patch, schema};
use rusqlite::{Connection, params};
use serde::Serialize;
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;

/// Particulars of entries that people write in their own words.
const WORDS: [&str; 10] =
    ["note", "reason", "code", "facts", "vehicle", "police", "witness", "guests", "task", "correction"];

/// What stands where an incident was told.
const TAKEN_OUT: &str = "—";

/// How much a purge takes out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// Reasons: why a rule was set aside, a site closed, a week that is signed off corrected.
    pub reasons: usize,
    /// Codes of absences.
    pub codes: usize,
    /// Notes: of hand-overs and versions, who guests were, at what people worked elsewhere.
    pub notes: usize,
    /// Incidents: facts, vehicle, police, witness.
    pub incidents: usize,
    /// Texts of lists of members that came in with imports.
    pub lists: usize,
    /// Entries of the journal that say less then.
    pub entries: usize,
}

impl Taken {
    /// True when there is nothing to take out.
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }
}

impl Record {
    /// What a purge would take out.
    pub fn would_purge(&self, keep_incidents: bool) -> Result<Taken, RecordError> {
        self.db.as_ref().map_or_else(|| Ok(Taken::default()), |db| purge_journal(db, keep_incidents, false))
    }

    /// Purges the record, with `action` as the entry that tells of it. To follow [`begin`](Self::begin).
    pub fn purge(&mut self, mut action: Action, keep_incidents: bool) -> Result<Entry, RecordError> {
        let Some(db) = &self.db else {
            return Err(RecordError::Damaged(Damage::Program("no transaction was begun".into())));
        };
        let purged = purge_journal(db, keep_incidents, true)
            .and_then(|_| purge_tables(db, keep_incidents))
            .and_then(|()| still(db));
        match purged {
            Ok(still) => {
                action.particulars[STILL] = Value::from(still);
                self.commit(&action)
            }
            Err(error) => {
                self.cancel();
                Err(error)
            }
        }
    }

    /// Writes the whole file anew and empties the log beside it, so that what was taken out of it is in neither. Fails while
    /// another program reads it.
    pub fn clean(&self) -> Result<(), RecordError> {
        let Some(db) = &self.db else { return Ok(()) };
        db.execute_batch("PRAGMA secure_delete = ON; VACUUM;").map_err(|error| self.named(error.into()))?;
        let busy: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(self.named(RecordError::Busy(None))) } else { Ok(()) }
    }
}

/// The name of the copy that is kept of a record in an older form.
const KEPT: &str = "roster-form-";

/// Files in `folder` that the program itself left beside its own and that may hold what a purge takes out: the record in
/// older forms, lists as they were before an import (`lists` names those there are), what a killed program left behind.
pub fn leftovers(folder: &Path, lists: &[String]) -> std::io::Result<Vec<String>> {
    let mut names = names_in(folder, |name| [KEPT, ".picket-", ".roster-"].iter().any(|made| name.starts_with(made)))?;
    let kept = lists.iter().map(|list| format!("{list}.bak"));
    names.extend(kept.filter(|kept| folder.join(kept).symlink_metadata().is_ok()));
    Ok(names)
}

/// Copies of the record in `folder` that a person made.
pub fn copies(folder: &Path) -> std::io::Result<Vec<String>> {
    names_in(folder, |name| {
        name != super::FILE && !name.starts_with(KEPT) && !name.starts_with('.') && schema::is_ours(&folder.join(name))
    })
}

fn names_in(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && is_wanted(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Goes through the journal and takes out what is to go; only counts it, unless told to write.
fn purge_journal(db: &Connection, keep_incidents: bool, write: bool) -> Result<Taken, RecordError> {
    let mut taken = Taken::default();
    for entry in journal::after(db, 0)? {
        let mut told = entry.particulars.clone();
        let mut payload = journal::payload(db, entry.seq)?;
        let (mut each, mut again) = (Taken::default(), Taken::default());
        purge_payload(&mut payload, keep_incidents, &mut each, &mut again);
        let is_incident = entry.action == What::INCIDENT || told["action"] == What::INCIDENT;
        if !(keep_incidents && is_incident) {
            purge_particulars(&mut told, &mut each, entry.action == journal::PUBLISH);
        }
        if told == entry.particulars && each == Taken::default() && again == Taken::default() {
            continue;
        }
        // What undo and redo brought back was counted where it was told first.
        if entry.turns.is_some() {
            each = Taken::default();
        }
        taken.reasons += each.reasons;
        taken.codes += each.codes;
        taken.notes += each.notes;
        taken.incidents += each.incidents;
        taken.lists += each.lists;
        taken.entries += 1;
        if write {
            rewrite(db, &entry, &told, &payload)?;
        }
    }
    Ok(taken)
}

fn rewrite(db: &Connection, entry: &Entry, told: &Value, payload: &Payload) -> Result<(), RecordError> {
    let sql = "SELECT particulars, body, salt, sealed FROM journal JOIN payload USING (seq) WHERE seq = ?1";
    let kept = db.query_row(sql, [entry.seq], |row| {
        let (particulars, body): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(Seal::of(row.get(2)?, row.get(3)?).purged(&particulars, &body))
    })?;
    let body =
        serde_json::to_string(payload).map_err(|error| RecordError::Damaged(Damage::Program(error.to_string())))?;
    db.execute(
        "UPDATE journal SET particulars = ?2, salt = NULL, sealed = ?3 WHERE seq = ?1",
        params![entry.seq, told.to_string(), kept],
    )?;
    db.execute("UPDATE payload SET body = ?2 WHERE seq = ?1", params![entry.seq, body])?;
    // A list that could not be put in place so far never will be: its text is gone.
    if payload.files.iter().any(|patch| patch.edits.is_empty()) {
        db.execute("DELETE FROM pending WHERE seq = ?1", [entry.seq])?;
    }
    Ok(())
}

/// What the purged entries still say.
fn still(db: &Connection) -> Result<String, RecordError> {
    let mut all = Purged::default();
    journal::each_sealed(db, |entry, particulars, body, seal, link| all.read(entry, particulars, body, seal, link))?;
    Ok(all.digest())
}

/// Brings the tables to what the journal leads to now.
fn purge_tables(db: &Connection, keep_incidents: bool) -> Result<(), RecordError> {
    db.execute_batch(
        "UPDATE assignment SET reason = NULL WHERE reason IS NOT NULL;
         UPDATE told SET reason = NULL WHERE reason IS NOT NULL;
         UPDATE absence SET code = NULL WHERE code IS NOT NULL;
         UPDATE publication SET note = NULL WHERE note IS NOT NULL;",
    )?;
    for mut fact in super::tables::facts(db, "true", &[])? {
        if purge_fact(&mut fact, keep_incidents, &mut Taken::default()) {
            let body = serde_json::to_string(&fact)
                .map_err(|error| RecordError::Damaged(Damage::Program(error.to_string())))?;
            db.execute("UPDATE fact SET body = ?2 WHERE id = ?1", params![fact.id, body])?;
        }
    }
    Ok(())
}

/// What is told now goes into `taken`, what was told before into `again`.
fn purge_payload(payload: &mut Payload, keep_incidents: bool, taken: &mut Taken, again: &mut Taken) {
    for step in payload.shifts.iter_mut().flat_map(|(_, steps)| steps) {
        for (row, count) in [(&mut step.before, &mut *again), (&mut step.after, &mut *taken)] {
            count.reasons += usize::from(
                row.as_mut().is_some_and(|row| row.reason.is_some() && Arc::make_mut(row).reason.take().is_some()),
            );
        }
    }
    for (absences, count) in [(&mut payload.went, &mut *again), (&mut payload.came, &mut *taken)] {
        count.codes += absences.iter_mut().filter_map(|absence| absence.code.take()).count();
    }
    for step in &mut payload.facts {
        for (fact, count) in [(&mut step.before, &mut *again), (&mut step.after, &mut *taken)] {
            if let Some(fact) = fact {
                purge_fact(fact, keep_incidents, count);
            }
        }
    }
    for patch in &mut payload.files {
        purge_patch(patch, taken);
    }
}

/// Lists of members lose what was changed in them; the strike's other files hold nobody.
fn purge_patch(patch: &mut Patch, taken: &mut Taken) {
    if patch.is_list() && !patch.edits.is_empty() {
        patch.edits.clear();
        taken.lists += 1;
    }
}

/// Takes out of a fact what people wrote; true when there was something.
fn purge_fact(fact: &mut Fact, keep_incidents: bool, taken: &mut Taken) -> bool {
    let gone = |text: &mut Option<String>| usize::from(text.take().is_some());
    let (notes, reasons, incidents) = match &mut fact.what {
        What::Guests { who, .. } => (gone(who), 0, 0),
        What::Handover { note, .. } => (gone(note), 0, 0),
        What::Alternate { task, .. } => (gone(task), 0, 0),
        What::Closure { reason, .. } => (0, gone(reason), 0),
        What::Incident(_) if keep_incidents => (0, 0, 0),
        What::Incident(incident) => {
            let more =
                [&mut incident.vehicle, &mut incident.police, &mut incident.witness].map(gone).iter().sum::<usize>();
            let is_told = incident.facts != TAKEN_OUT;
            TAKEN_OUT.clone_into(&mut incident.facts);
            (0, 0, usize::from(is_told || more > 0))
        }
        What::SignedOff { .. } | What::Branch(_) | What::Reached { .. } => (0, 0, 0),
    };
    taken.notes += notes;
    taken.reasons += reasons;
    taken.incidents += incidents;
    notes + reasons + incidents > 0
}

/// The same of what an entry says of itself. Only what stands nowhere else is counted: why something was corrected, and the
/// note of a version.
fn purge_particulars(told: &mut Value, taken: &mut Taken, publishes: bool) {
    let Some(told) = told.as_object_mut() else { return };
    for word in WORDS {
        let had = match (word, told.get_mut(word)) {
            ("facts", Some(facts)) => {
                *facts = Value::from(TAKEN_OUT);
                continue;
            }
            _ => told.remove(word).is_some(),
        };
        taken.reasons += usize::from(had && word == "correction");
        taken.notes += usize::from(had && word == "note" && publishes);
    }
    if let Some(inner) = told.get_mut("particulars") {
        purge_particulars(inner, &mut Taken::default(), false);
    }
}
