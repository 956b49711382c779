//! The record: roster.db, a journal of everything done to the roster, and the roster that follows from it.
//!
//! Every action is one transaction: its entry in the journal with the rows before and after, and the changed rows
//! themselves. What was confirmed is on the disk. Several programs may have the record open: each sees what the others did
//! by reading the journal on from where it was, and takes the write lock before it decides anything.
//!
//! The record keeps ids, not indices: files change under it. It does not know whether an assignment is permitted, and says
//! nothing in words.

mod error;
mod holder;
mod journal;
mod row;
mod schema;

pub use error::RecordError;
pub use holder::Holder;
pub use journal::{Entry, REDO, Turns, UNDO};
pub use row::{Absence, Attendance, Payload, Row, Sign, Signing, Step};
pub use schema::SCHEMA;

use crate::model::{Instant, Roster};
use crate::rules::Ground;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The record's file in a strike's folder.
pub const FILE: &str = "roster.db";

/// The strike a record belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its name: a record of a strike with another name is not touched.
    pub strike: String,
    /// Its first day; kept for a person who looks into the file. A strike that is put off keeps its record.
    pub first_day: String,
}

impl Identity {
    /// The identity of `strike`.
    pub fn of(strike: &crate::model::Strike) -> Self {
        Self { strike: strike.campaign.name.clone(), first_day: strike.campaign.first_day.to_string() }
    }
}

/// Assignments whose shift, member or duty the files no longer know, by shift and member.
pub type Stranded = BTreeMap<(String, String), Row>;

/// What the record holds, put on the ground of the strike as it is now.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Who stands where.
    pub roster: Roster,
    /// Number of changes made to the roster so far.
    pub version: u64,
    /// What people were last told, with its version.
    pub published: Option<(u64, Roster)>,
    /// What people were last told that has no place any more.
    pub told_lost: Stranded,
    /// Assignments that have no place any more.
    pub stranded: Stranded,
    /// Times in which members can't stand.
    pub absences: Vec<Absence>,
}

/// An action to be written.
#[derive(Debug, Clone)]
pub struct Action {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// What: `plan`, `assign`, …
    pub action: &'static str,
    /// Particulars, by name.
    pub particulars: serde_json::Value,
    /// The entry that an undo or redo turns.
    pub turns: Option<u64>,
    /// What it changes. Nothing: undo passes over it. Nothing in the roster (sign-ins): the version stays.
    pub payload: Payload,
    /// The roster becomes what people were told.
    pub publishes: bool,
}

/// The record of one strike's folder.
#[derive(Debug)]
pub struct Record {
    folder: PathBuf,
    identity: Identity,
    db: Option<Connection>,
    seq: u64,
    version: u64,
}

impl Record {
    /// Opens the record of `folder`. A folder without one is fine: the file is made by the first action.
    pub fn open(folder: &Path, identity: Identity) -> Result<Self, RecordError> {
        let db = schema::open(folder, &identity)?;
        Ok(Self { folder: folder.to_owned(), identity, db, seq: 0, version: 0 })
    }

    /// Reads everything at one instant. `prepare` makes the ground from the absences told.
    pub fn load(
        &mut self,
        prepare: impl FnOnce(&[Absence]) -> Arc<Ground>,
    ) -> Result<(Arc<Ground>, Loaded), RecordError> {
        let Some(db) = self.db.as_mut() else {
            let ground = prepare(&[]);
            let roster = empty(&ground);
            let (published, stranded, absences) = (None, Stranded::new(), Vec::new());
            let told_lost = Stranded::new();
            return Ok((ground, Loaded { roster, version: 0, published, told_lost, stranded, absences }));
        };
        let tx = db.transaction()?;
        let absences = read_absences(&tx)?;
        let ground = prepare(&absences);
        let (roster, stranded) = read_roster(&tx, "assignment", &ground)?;
        let told: Option<u64> = tx
            .query_row("SELECT version FROM publication ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
            .optional()?;
        let (told_roster, told_lost) = read_roster(&tx, "told", &ground)?;
        let published = told.map(|version| (version, told_roster));
        let last = journal::last(&tx)?;
        tx.commit()?;
        (self.seq, self.version) = last.map_or((0, 0), |entry| (entry.seq, entry.version));
        Ok((ground, Loaded { roster, version: self.version, published, told_lost, stranded, absences }))
    }

    /// True when the folder has a record.
    pub fn exists(&self) -> bool {
        self.db.is_some()
    }

    /// The number of the last entry known here.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// What other programs did since this one last looked, in order.
    pub fn news(&mut self) -> Result<Vec<(Entry, Payload)>, RecordError> {
        if self.db.is_none() {
            self.db = schema::open(&self.folder, &self.identity)?;
        }
        let Some(db) = &self.db else { return Ok(Vec::new()) };
        let entries = journal::after(db, self.seq)?;
        let mut news = Vec::with_capacity(entries.len());
        for entry in entries {
            let payload = journal::payload(db, entry.seq)?;
            (self.seq, self.version) = (entry.seq, entry.version);
            news.push((entry, payload));
        }
        Ok(news)
    }

    /// Takes the write lock (waiting for another program up to ten seconds) and tells what others did before. To be
    /// followed by [`commit`](Self::commit) or [`cancel`](Self::cancel).
    pub fn begin(&mut self) -> Result<Vec<(Entry, Payload)>, RecordError> {
        if self.db.is_none() {
            self.db = Some(schema::create(&self.folder, &self.identity)?);
        }
        if let Some(db) = &self.db {
            db.execute_batch("BEGIN IMMEDIATE").map_err(|error| self.named(error.into()))?;
        }
        self.news().inspect_err(|_| self.cancel())
    }

    /// Gives the write lock back with nothing written.
    pub fn cancel(&self) {
        if let Some(db) = &self.db
            && !db.is_autocommit()
        {
            // Should even this fail, the connection's end undoes the transaction.
            let _ = db.execute_batch("ROLLBACK");
        }
    }

    /// Writes an action and gives the write lock back. When this returns, it is on the disk.
    pub fn commit(&mut self, action: &Action) -> Result<Entry, RecordError> {
        let written = self.write(action).map_err(|error| self.named(error));
        match written {
            Ok(entry) => {
                (self.seq, self.version) = (entry.seq, entry.version);
                Ok(entry)
            }
            Err(error) => {
                self.cancel();
                Err(error)
            }
        }
    }

    fn write(&self, action: &Action) -> Result<Entry, RecordError> {
        let Some(db) = &self.db else { return Err(RecordError::Damaged("no transaction was begun".into())) };
        // Undo and redo are changes too, whatever they turn.
        let raises = action.payload.touches_roster() || action.turns.is_some();
        let entry = Entry {
            seq: self.seq + 1,
            at: action.at,
            actor: action.actor.clone(),
            action: action.action.to_owned(),
            particulars: action.particulars.clone(),
            turns: action.turns,
            undoable: !action.payload.is_empty() && action.turns.is_none(),
            version: self.version + u64::from(raises),
        };
        journal::append(db, &entry, &action.payload)?;
        carry_out(db, &action.payload)?;
        if action.publishes {
            let sql = "INSERT INTO publication VALUES (?1, ?2, ?3, ?4)";
            db.execute(sql, params![entry.seq, entry.version, entry.at.0, entry.particulars["note"].as_str()])?;
            db.execute_batch("DELETE FROM told; INSERT INTO told SELECT * FROM assignment;")?;
        }
        db.execute_batch("COMMIT")?;
        Ok(entry)
    }

    /// Every entry, in order, and what of it is undone.
    pub fn history(&self) -> Result<(Vec<Entry>, Turns), RecordError> {
        match &self.db {
            Some(db) => Ok((journal::after(db, 0)?, journal::turns(db)?)),
            None => Ok((Vec::new(), Turns::default())),
        }
    }

    /// What is undone, and what could be.
    pub fn turns(&self) -> Result<Turns, RecordError> {
        self.db.as_ref().map_or_else(|| Ok(Turns::default()), journal::turns)
    }

    /// An entry and what it changed.
    pub fn entry(&self, seq: u64) -> Result<(Entry, Payload), RecordError> {
        match &self.db {
            Some(db) => Ok((journal::get(db, seq)?, journal::payload(db, seq)?)),
            None => Err(RecordError::Damaged(format!("entry {seq} is missing"))),
        }
    }

    /// A member's line on a shift's sign-in sheet, in order of time.
    pub fn signs(&self, shift: &str, member: &str) -> Result<Vec<Sign>, RecordError> {
        let found = self.attendance_where("shift = ?1 AND member = ?2", &[shift, member])?;
        Ok(found.into_iter().map(|each| each.sign).collect())
    }

    /// Everything a member was signed in to, in order of shift and time.
    pub fn signs_of(&self, member: &str) -> Result<Vec<Attendance>, RecordError> {
        self.attendance_where("member = ?1", &[member])
    }

    /// A shift's sign-in sheet, in order of member and time.
    pub fn signs_on(&self, shift: &str) -> Result<Vec<Attendance>, RecordError> {
        self.attendance_where("shift = ?1", &[shift])
    }

    /// Everyone who is signed in and not out.
    pub fn present(&self) -> Result<Vec<Attendance>, RecordError> {
        self.attendance_where("came IS NOT NULL AND went IS NULL", &[])
    }

    /// Every sign-in sheet, in order of shift, member and time.
    pub fn attendance(&self) -> Result<Vec<Attendance>, RecordError> {
        self.attendance_where("true", &[])
    }

    fn attendance_where(&self, which: &str, values: &[&str]) -> Result<Vec<Attendance>, RecordError> {
        let Some(db) = &self.db else { return Ok(Vec::new()) };
        // A record that can't be written is read in the form it has; the first had no sign-in sheets.
        if schema::form(db)? < schema::WITH_ATTENDANCE {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT shift, member, came, went, walk_in, by_in, by_out FROM attendance WHERE {which} \
             ORDER BY shift, member, nth"
        );
        let mut query = db.prepare_cached(&sql)?;
        let found = query.query_map(rusqlite::params_from_iter(values), |row| {
            let sign = Sign {
                came: row.get(2)?,
                went: row.get(3)?,
                walk_in: row.get(4)?,
                by_in: row.get(5)?,
                by_out: row.get(6)?,
            };
            Ok(Attendance { shift: row.get(0)?, member: row.get(1)?, sign })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Looks the whole file over. Gives the first entry of the journal that was changed after it was written, if any.
    pub fn verify(&self) -> Result<Option<u64>, RecordError> {
        let Some(db) = &self.db else { return Ok(None) };
        schema::look_over(db)?;
        journal::first_break(db)
    }

    /// A lock's error, with who holds it.
    fn named(&self, error: RecordError) -> RecordError {
        match error {
            RecordError::Busy(None) => RecordError::Busy(holder::holder(&self.folder.join(FILE))),
            error => error,
        }
    }
}

fn empty(ground: &Ground) -> Roster {
    Roster::new(ground.timetable.len(), ground.strike.members.len())
}

fn read_roster(db: &Connection, table: &str, ground: &Ground) -> Result<(Roster, Stranded), RecordError> {
    let (mut roster, mut stranded) = (empty(ground), Stranded::new());
    let sql =
        format!("SELECT shift, member, duty, origin, pinned, overrides, reason FROM {table} ORDER BY shift, member");
    let mut query = db.prepare(&sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| Ok::<_, RecordError>(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?);
        let (shift, member) = (text(0)?, text(1)?);
        let kept = Row {
            duty: text(2)?.to_owned(),
            origin: text(3)?.to_owned(),
            pinned: row.get(4)?,
            overrides: text(5)?.to_owned(),
            reason: row.get(6)?,
        };
        match kept.assignment(ground, shift, member) {
            Some(assignment) => drop(roster.put(assignment)),
            None => drop(stranded.insert((shift.to_owned(), member.to_owned()), kept)),
        }
    }
    Ok((roster, stranded))
}

fn read_absences(db: &Connection) -> Result<Vec<Absence>, RecordError> {
    let mut query = db.prepare("SELECT id, member, time, kind, at, code, requirement FROM absence ORDER BY id")?;
    let absences = query.query_map([], |row| {
        Ok(Absence {
            id: row.get(0)?,
            member: row.get(1)?,
            time: row.get(2)?,
            kind: row.get(3)?,
            at: row.get(4)?,
            code: row.get(5)?,
            requirement: row.get(6)?,
        })
    })?;
    Ok(absences.collect::<Result<_, _>>()?)
}

/// Brings the tables of the present to where `payload` leads.
fn carry_out(db: &Connection, payload: &Payload) -> Result<(), RecordError> {
    let mut put = db.prepare_cached("INSERT OR REPLACE INTO assignment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    let mut take = db.prepare_cached("DELETE FROM assignment WHERE shift = ?1 AND member = ?2")?;
    for (shift, step) in payload.steps() {
        match &step.after {
            Some(row) => {
                put.execute(params![shift, step.member, row.duty, row.origin, row.pinned, row.overrides, row.reason])?
            }
            None => take.execute([shift, &step.member])?,
        };
    }
    for each in &payload.went {
        db.execute("DELETE FROM absence WHERE id = ?1", [each.id])?;
    }
    for each in &payload.came {
        db.execute(
            "INSERT INTO absence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![each.id, each.member, each.time, each.kind, each.at, each.code, each.requirement],
        )?;
    }
    for each in &payload.signed {
        db.execute("DELETE FROM attendance WHERE shift = ?1 AND member = ?2", [&each.shift, &each.member])?;
        for (nth, sign) in each.after.iter().enumerate() {
            db.execute(
                "INSERT INTO attendance VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![each.shift, each.member, nth, sign.came, sign.went, sign.walk_in, sign.by_in, sign.by_out],
            )?;
        }
    }
    Ok(())
}
