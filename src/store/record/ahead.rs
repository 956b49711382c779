//! The tables of the roster, read on a thread of their own while the strike's files are read.

use super::error::RecordError;
use super::hours::Hours;
use super::pile::Pile;
use super::told::Told;
use super::{journal, schema};
use crate::store::progress::Progress;
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

/// A record smaller than this is read faster than a thread is started.
const WORTHWHILE: u64 = 1 << 20;

/// The tables of the roster, at one instant.
#[derive(Debug)]
pub struct Piles {
    /// The journal's last entry then.
    pub seq: u64,
    /// Who stands where.
    pub assigned: Pile,
    /// What people were last told, with its version and the hours told; None: nothing yet.
    pub told: Option<(u64, Told, Hours)>,
}

impl Piles {
    /// Reads both, within a transaction of the caller's.
    pub fn read(db: &Connection, progress: &Progress) -> Result<Self, RecordError> {
        let seq = journal::last(db)?.map_or(0, |entry| entry.seq);
        let assigned = Pile::read(db, "assignment", progress)?;
        let sql = "SELECT seq, version FROM publication ORDER BY seq DESC LIMIT 1";
        let published: Option<(u64, u64)> = db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let told = match published {
            Some((by, version)) => Some((version, Told::read(db, by, progress)?, journal::hours(db, by)?)),
            None => None,
        };
        Ok(Self { seq, assigned, told })
    }
}

/// Reads the tables of the roster on a thread of its own while the strike's files are read. What it finds is used only if
/// nothing was written since; whatever goes wrong here is told by who reads the record next.
#[derive(Debug)]
pub struct Ahead(Option<JoinHandle<Option<Piles>>>);

impl Ahead {
    /// Begins to read the record of `folder`, when there is one worth it.
    pub fn start(folder: &Path, progress: &Progress) -> Self {
        let size = std::fs::metadata(folder.join(super::FILE)).map_or(0, |file| file.len());
        if size < WORTHWHILE {
            return Self(None);
        }
        let (folder, progress): (PathBuf, Progress) = (folder.to_owned(), progress.clone());
        let read = move || {
            let db = schema::peek(&folder).ok()??;
            let tx = db.unchecked_transaction().ok()?;
            Piles::read(&tx, &progress).ok()
        };
        Self(std::thread::Builder::new().name("record".to_owned()).spawn(read).ok())
    }

    /// What was found, waiting for the rest of it.
    pub fn finish(self) -> Option<Piles> {
        self.0?.join().ok()?
    }
}
