//! The record: roster.db, a journal of everything done to the roster, and the roster that follows from it.
//!
//! Every action is one transaction: its entry in the journal with the rows before and after, and the changed rows
//! themselves. What was confirmed is on the disk. Several programs may have the record open: each sees what the others did
//! by reading the journal on from where it was, and takes the write lock before it decides anything.
//!
//! The record keeps ids, not indices: files change under it. It does not know whether an assignment is permitted, and says
//! nothing in words.

mod ahead;
mod backup;
mod chain;
mod error;
mod fact;
mod files;
mod holder;
mod hours;
mod journal;
mod patch;
mod pile;
mod purge;
mod reading;
mod retell;
mod row;
mod schema;
mod state;
mod tables;
mod told;

pub use ahead::Ahead;
pub use backup::Copied;
pub use error::{Damage, RecordError};
pub use fact::{Branch, Fact, FactStep, Incident, News, SignedRow, What};
pub use files::{settle, unsettled};
pub use holder::Holder;
pub use hours::{Hours, Was};
pub use journal::{Entry, PUBLISH, PURGE, REDO, Turns, UNDO};
pub use patch::{Edit, Patch};
pub use purge::{Taken, copies, leftovers};
pub use retell::Teller;
pub use row::{Absence, Attendance, Payload, Row, Sign, Signing, Step};
pub use schema::SCHEMA;
pub use state::{Differs, State};

use crate::model::problem::Problem;
use crate::model::{Instant, Roster};
use crate::rules::Ground;
use crate::store::progress::Progress;
use ahead::Piles;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::io::Write;
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
    /// The hours of shifts as people were last told them.
    pub told_hours: Hours,
    /// Assignments that have no place any more.
    pub stranded: Stranded,
    /// Times in which members can't stand.
    pub absences: Vec<Absence>,
    /// Sites that are closed.
    pub closures: Vec<Fact>,
}

/// An action to be written.
#[derive(Debug, Clone)]
pub struct Action {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// What: `plan`, `assign`, … With [`PUBLISH`], the roster becomes what people were told.
    pub action: &'static str,
    /// Particulars, by name.
    pub particulars: serde_json::Value,
    /// The entry that an undo or redo turns.
    pub turns: Option<u64>,
    /// What it changes. Nothing: undo passes over it. Nothing in the roster (sign-ins): the version stays.
    pub payload: Payload,
    /// Undo passes over it.
    pub is_final: bool,
}

/// The record of one strike's folder.
#[derive(Debug)]
pub struct Record {
    folder: PathBuf,
    identity: Identity,
    db: Option<Connection>,
    /// Which file that is.
    file: Option<FileId>,
    seq: u64,
    version: u64,
    progress: Progress,
}

impl Record {
    /// Opens the record of `folder`. A folder without one is fine: the file is made by the first action.
    pub fn open(folder: &Path, identity: Identity) -> Result<Self, RecordError> {
        let db = schema::open(folder, &identity)?;
        let file = FileId::of(&folder.join(FILE));
        let progress = Progress::default();
        Ok(Self { folder: folder.to_owned(), identity, db, file, seq: 0, version: 0, progress })
    }

    /// What is wrong with the record of `folder`, if anything, told while the strike can't be read: of its name `strike`
    /// is known at most.
    pub fn fault(folder: &Path, strike: Option<&str>) -> Option<Problem> {
        schema::look(folder, strike).err()?.problem()
    }

    /// The same record once more, as far as it is known here: for another thread.
    pub fn twin(&self) -> Result<Self, RecordError> {
        let twin = Self::open(&self.folder, self.identity.clone())?;
        Ok(Self { seq: self.seq, version: self.version, ..twin })
    }

    /// Where is told what takes long.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// From now on what takes long is told there.
    pub fn tell(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// Reads everything at one instant. `prepare` makes the ground from the absences and closures told; `ahead` may have
    /// read the roster already.
    pub fn load(
        &mut self,
        ahead: Option<Ahead>,
        prepare: impl FnOnce(&[Absence], &[Fact]) -> Arc<Ground>,
    ) -> Result<(Arc<Ground>, Loaded), RecordError> {
        let Some(db) = self.db.as_ref() else {
            let ground = prepare(&[], &[]);
            let loaded = Loaded {
                roster: tables::empty(&ground),
                version: 0,
                published: None,
                told_lost: Stranded::new(),
                told_hours: Hours::default(),
                stranded: Stranded::new(),
                absences: Vec::new(),
                closures: Vec::new(),
            };
            return Ok((ground, loaded));
        };
        // Within an action the write lock is held already, and everything read is of one instant as it is.
        let tx = if db.is_autocommit() { Some(db.unchecked_transaction()?) } else { None };
        let db = tx.as_deref().unwrap_or(db);
        let absences = tables::read_absences(db)?;
        let closures = tables::facts(db, "kind = ?1", &[What::CLOSURE])?;
        let ground = prepare(&absences, &closures);
        let last = journal::last(db)?;
        let seq = last.as_ref().map_or(0, |entry| entry.seq);
        let piles = match ahead.and_then(Ahead::finish).filter(|piles| piles.seq == seq) {
            Some(piles) => piles,
            None => Piles::read(db, &self.progress)?,
        };
        let now = piles.assigned.roster(&ground);
        let (published, told_lost, told_hours) = match piles.told {
            Some((version, told, hours)) => {
                let (roster, lost) = told.roster(&ground, &now);
                (Some((version, roster)), lost, hours)
            }
            None => (None, Stranded::new(), Hours::default()),
        };
        let (roster, stranded) = now;
        if let Some(tx) = tx {
            tx.commit()?;
        }
        (self.seq, self.version) = last.map_or((0, 0), |entry| (entry.seq, entry.version));
        let version = self.version;
        Ok((ground, Loaded { roster, version, published, told_lost, told_hours, stranded, absences, closures }))
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
            self.file = FileId::of(&self.folder.join(FILE));
        }
        let Some(db) = &self.db else { return Ok(Vec::new()) };
        self.must_be_there()?;
        let entries = journal::after(db, self.seq)?;
        let mut news = Vec::with_capacity(entries.len());
        for entry in entries {
            let payload = journal::payload(db, entry.seq)?;
            news.push((entry, payload));
        }
        // Only now: news that could not be read to the end is told whole the next time.
        if let Some((last, _)) = news.last() {
            (self.seq, self.version) = (last.seq, last.version);
        }
        Ok(news)
    }

    /// Takes the write lock (waiting for another program up to ten seconds) and tells what others did before. To be
    /// followed by [`commit`](Self::commit) or [`cancel`](Self::cancel).
    pub fn begin(&mut self) -> Result<Vec<(Entry, Payload)>, RecordError> {
        if self.db.is_none() {
            self.db = Some(schema::create(&self.folder, &self.identity)?);
            self.file = FileId::of(&self.folder.join(FILE));
        }
        if let Some(db) = &self.db {
            db.execute_batch("BEGIN IMMEDIATE").map_err(|error| self.named(error.into()))?;
        }
        self.news().inspect_err(|_| self.cancel())
    }

    /// Fails when the file that was opened is not the one of that name any more. The system goes on writing to a file that
    /// was deleted, or that another was put in the place of, for as long as it is open: all of that would be gone with the
    /// end of the program.
    fn must_be_there(&self) -> Result<(), RecordError> {
        if FileId::of(&self.folder.join(FILE)) == self.file { Ok(()) } else { Err(RecordError::Gone) }
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
        let Some(db) = &self.db else {
            return Err(RecordError::Damaged(Damage::Program("no transaction was begun".into())));
        };
        // Undo and redo are changes too, whatever they turn.
        let raises = action.payload.touches_roster() || action.turns.is_some();
        let entry = Entry {
            seq: self.seq + 1,
            at: action.at,
            actor: action.actor.clone(),
            action: action.action.to_owned(),
            particulars: action.particulars.clone(),
            turns: action.turns,
            undoable: !action.payload.is_empty() && action.turns.is_none() && !action.is_final,
            version: self.version + u64::from(raises),
        };
        journal::append(db, &entry, &action.payload)?;
        tables::carry_out(db, &action.payload, &self.progress)?;
        if !action.payload.files.is_empty() {
            db.execute("INSERT INTO pending VALUES (?1)", [entry.seq])?;
        }
        if entry.action == PUBLISH {
            tables::publish(db, &entry)?;
        }
        db.execute_batch("COMMIT")?;
        Ok(entry)
    }

    /// A lock's error, with who holds it; and a full disk as what it is: the database sees no more of it than that a file
    /// beside its own could not be made.
    fn named(&self, error: RecordError) -> RecordError {
        match error {
            RecordError::Busy(None) => RecordError::Busy(holder::holder(&self.folder.join(FILE))),
            RecordError::ReadOnly(detail) if is_full(&self.folder) => RecordError::Full(detail),
            RecordError::Database(error) if is_full(&self.folder) => RecordError::Full(error.to_string()),
            error => error,
        }
    }
}

/// Which file a name stands for, whatever is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileId(u64, u64);

impl FileId {
    /// None: there is none of that name. Where the system has no numbers for files, all are one.
    fn of(path: &Path) -> Option<Self> {
        let about = std::fs::metadata(path).ok()?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Some(Self(about.dev(), about.ino()))
        }
        #[cfg(not(unix))]
        {
            drop(about);
            Some(Self(0, 0))
        }
    }
}

/// True when not even a page can be written in `folder` for want of room.
fn is_full(folder: &Path) -> bool {
    let written = tempfile::Builder::new().prefix(".roster-").tempfile_in(folder).and_then(|mut file| {
        file.write_all(&[0; 4096])?;
        file.as_file().sync_all()
    });
    written.is_err_and(|error| error::is_full(&error))
}
