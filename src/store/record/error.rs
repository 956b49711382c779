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
    #[error("roster.db is damaged: {0}")]
    Damaged(String),
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
            Self::Damaged(detail) => Problem::error("record_damaged").with("detail", detail),
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
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
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
                Self::Damaged(error.to_string())
            }
            _ => Self::Database(error),
        }
    }
}
