//! Copies of the record, made while others go on writing: each is of one instant, whole, looked over, and private.

use super::error::{Damage, RecordError};
use super::{Record, journal, schema};
use crate::store::place::{make_private, sync_folder};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// A copy of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Where it is.
    pub place: PathBuf,
    /// Entries of its journal.
    pub entries: u64,
    /// The roster's version in it.
    pub version: u64,
    /// The seal of its journal.
    pub seal: Option<String>,
    /// Bytes it takes.
    pub bytes: u64,
}

impl Record {
    /// Copies the record to `place`, beside it first and put there whole; looks the copy over, its chain too. Never writes
    /// over a file. None: there is no record yet.
    pub fn copy_to(&self, place: &Path) -> Result<Option<Copied>, RecordError> {
        let Some(db) = &self.db else { return Ok(None) };
        let io = |source| RecordError::Io { path: place.to_owned(), source };
        if place.exists() {
            return Err(io(std::io::ErrorKind::AlreadyExists.into()));
        }
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        make_private(folder).map_err(io)?;
        let file = tempfile::Builder::new().prefix(".roster-").suffix(".copy").tempfile_in(folder).map_err(io)?;
        db.execute("VACUUM INTO ?1", [file.path().to_string_lossy()])?;
        file.as_file().sync_all().map_err(io)?;
        let copied = look_over(file.path())?;
        let bytes = file.as_file().metadata().map_err(io)?.len();
        file.persist_noclobber(place).map_err(|error| io(error.error))?;
        sync_folder(folder);
        Ok(Some(Copied { place: place.to_owned(), bytes, ..copied }))
    }
}

/// What is in the copy at `path`; an error when it is not whole.
fn look_over(path: &Path) -> Result<Copied, RecordError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    schema::look_over(&db)?;
    if let Some(seq) = journal::first_break(&db)? {
        return Err(RecordError::Damaged(Damage::Entry(seq)));
    }
    let last = journal::last(&db)?;
    let (entries, version) = last.map_or((0, 0), |entry| (entry.seq, entry.version));
    let seal = journal::chain(&db, entries)?.map(|chain| super::patch::hex(&chain));
    Ok(Copied { place: path.to_owned(), entries, version, seal, bytes: 0 })
}
