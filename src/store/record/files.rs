//! Changes to the strike's text files that go with an entry of the journal: both happen, or neither.
//!
//! The entry is written first, with the changes in it and a mark that they are pending; then the files are put in place and
//! the mark goes. A program that ends in between leaves the mark, and whoever opens the folder next finishes the work. All
//! of it is done under the record's write lock, so that two programs never write a file at once.

use super::error::RecordError;
use super::{FILE, journal, schema};
use crate::store::place::replace;
use rusqlite::Connection;
use std::path::Path;

/// Puts the files of `folder` in place that a program left pending. Gives the names of those that can't be: someone has
/// changed them since, or they can't be written.
pub fn settle(folder: &Path) -> Result<Vec<String>, RecordError> {
    let Some(db) = schema::peek(folder)? else { return Ok(Vec::new()) };
    if pending(&db)?.is_empty() {
        return Ok(Vec::new());
    }
    db.execute_batch("BEGIN IMMEDIATE").map_err(|error| match error.into() {
        RecordError::Busy(_) => RecordError::Busy(super::holder::holder(&folder.join(FILE))),
        error => error,
    })?;
    let left = put(&db, folder);
    if left.is_ok() {
        db.execute_batch("COMMIT")?;
    }
    left
}

/// The files that are still pending, without trying.
pub fn unsettled(folder: &Path) -> Result<Vec<String>, RecordError> {
    let Some(db) = schema::peek(folder)? else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for seq in pending(&db)? {
        names.extend(journal::payload(&db, seq)?.files.into_iter().map(|patch| patch.file));
    }
    Ok(names)
}

/// Entries whose files are pending, in order.
fn pending(db: &Connection) -> Result<Vec<u64>, RecordError> {
    let mut query = db.prepare("SELECT seq FROM pending ORDER BY seq")?;
    let all = query.query_map([], |row| row.get(0))?;
    Ok(all.collect::<Result<_, _>>()?)
}

fn put(db: &Connection, folder: &Path) -> Result<Vec<String>, RecordError> {
    let mut left = Vec::new();
    for seq in pending(db)? {
        let mut is_done = true;
        for patch in journal::payload(db, seq)?.files {
            let path = folder.join(&patch.file);
            let io = |source| RecordError::Io { path: path.clone(), source };
            let text = std::fs::read_to_string(&path).map_err(io)?;
            if let Some(after) = patch.apply(&text) {
                // A list as it was is kept beside it: a person may want to look. Numbers are told by the journal.
                replace(&path, &after, patch.is_list()).map_err(io)?;
            } else if !patch.is_done(&text) {
                left.push(patch.file);
                is_done = false;
            }
        }
        if is_done {
            db.execute("DELETE FROM pending WHERE seq = ?1", [seq])?;
        }
    }
    Ok(left)
}
