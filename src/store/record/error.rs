//! What can go wrong with the record, and which of it `check` reports as a problem of the strike's folder.

use super::holder::Holder;
use super::{FILE, SCHEMA};
use crate::model::problem::Problem;
use rusqlite::ErrorCode;
use std::path::PathBuf;

/// Why the record could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The file is no database, or a broken one.
    #[error("roster.db is damaged: {0:?}")]
    Damaged(Damage),
    /// A database, but of another program.
    #[error("roster.db was made by another program")]
    NotOurs,
    /// The record of another strike.
    #[error("roster.db belongs to another strike: {theirs}")]
    OtherStrike {
        /// The strike it belongs to.
        theirs: String,
        /// The strike in the folder.
        ours: String,
    },
    /// Written by a newer program, in a form that this one does not know.
    #[error("roster.db has form {found}; this program knows {SCHEMA}")]
    Newer {
        /// The form found.
        found: i64,
    },
    /// Another program kept the record for longer than one waits.
    #[error("another program keeps roster.db: {0:?}")]
    Busy(Option<Holder>),
    /// The record can be read but not written.
    #[error("roster.db can't be written: {0}")]
    ReadOnly(String),
    /// The file that was opened is not there any more, or another stands in its place.
    #[error("roster.db was taken away or replaced")]
    Gone,
    /// The disk is full.
    #[error("the disk is full: {0}")]
    Full(String),
    /// The disk refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Anything else the database says.
    #[error("roster.db: {0}")]
    Database(rusqlite::Error),
}

/// What is wrong with a damaged record. What the database says of it is kept for those who look into the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// Of that name there is no file, but a folder or something else.
    NotAFile,
    /// It is no database, or none any more.
    NotADatabase,
    /// It does not tell which strike it is of.
    NoStrike,
    /// Something of the file is overwritten or missing.
    Pages(String),
    /// A table is missing, or holds what it can't.
    Tables(String),
    /// This entry of the journal is missing, can't be read, or was changed after it was written.
    Entry(u64),
    /// What is noted under this number can't be read.
    Fact(u64),
    /// What this program brings about only by a fault of its own.
    Program(String),
}

impl Damage {
    /// Its word in messages, and the number that goes with it.
    fn word(&self) -> (&'static str, u64) {
        match self {
            Self::NotAFile => ("not-a-file", 0),
            Self::NotADatabase => ("not-a-database", 0),
            Self::NoStrike => ("no-strike", 0),
            Self::Pages(_) => ("pages", 0),
            Self::Tables(_) => ("tables", 0),
            Self::Entry(seq) => ("entry", *seq),
            Self::Fact(id) => ("fact", *id),
            Self::Program(_) => ("program", 0),
        }
    }
}

/// True when the system says that there is no room left.
pub fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded)
}

impl RecordError {
    /// True when it is the disk that is full.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Full(_) => true,
            Self::Io { source, .. } => is_full(source),
            _ => false,
        }
    }

    /// The problem of the strike's folder that this is; None when it is no fault of the file (locks, disks).
    pub fn problem(&self) -> Option<Problem> {
        let problem = match self {
            Self::Damaged(damage) => {
                let (what, number) = damage.word();
                Problem::error("record_damaged").with("what", what).with("number", number)
            }
            Self::NotOurs => Problem::error("record_not_ours"),
            Self::OtherStrike { theirs, ours } => {
                Problem::error("record_of_another_strike").with("theirs", theirs).with("ours", ours)
            }
            Self::Newer { found } => Problem::error("record_newer").with("found", *found).with("known", SCHEMA),
            Self::Busy(_) | Self::ReadOnly(_) | Self::Gone | Self::Full(_) | Self::Io { .. } | Self::Database(_) => {
                return None;
            }
        };
        Some(problem.in_file(FILE))
    }
}

impl From<rusqlite::Error> for RecordError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::Damaged(Damage::NotADatabase),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(Damage::Pages(error.to_string())),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(None),
            Some(ErrorCode::DiskFull) => Self::Full(error.to_string()),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(error.to_string()),
            // A table or column that is missing, or holds what it can't: the file is ours by its header, but was tampered with.
            _ if matches!(
                error,
                rusqlite::Error::FromSqlConversionFailure(..)
                    | rusqlite::Error::InvalidColumnType(..)
                    | rusqlite::Error::IntegralValueOutOfRange(..)
                    | rusqlite::Error::Utf8Error(..)
            ) || error.to_string().starts_with("no such") =>
            {
                Self::Damaged(Damage::Tables(error.to_string()))
            }
            _ => Self::Database(error),
        }
    }
}
