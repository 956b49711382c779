//! What the record can be asked: the journal, sign-in sheets, what else happened, how everything was at a moment, and
//! whether any of it was changed behind the program's back.

use super::error::{Damage, RecordError};
use super::fact::{Fact, What};
use super::hours::Hours;
use super::journal::{self, Entry, Turns};
use super::row::{Attendance, Payload, Sign};
use super::state::{self, Differs, State};
use super::{Record, patch, schema, tables};
use crate::model::Instant;
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

impl Record {
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
            None => Err(RecordError::Damaged(Damage::Entry(seq))),
        }
    }

    /// Bytes of what entry `seq` changed, as the journal keeps it; 0: nothing.
    pub fn size_of(&self, seq: u64) -> Result<u64, RecordError> {
        self.db.as_ref().map_or(Ok(0), |db| journal::size(db, seq))
    }

    /// Entries that others wrote since this one last looked, unheard.
    pub fn waiting(&self) -> Result<Vec<Entry>, RecordError> {
        self.db.as_ref().map_or_else(|| Ok(Vec::new()), |db| journal::after(db, self.seq()))
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

    /// The sign-in sheets of several shifts, in order of shift, member and time.
    pub fn signs_on_all(&self, shifts: &[&str]) -> Result<Vec<Attendance>, RecordError> {
        let ids = serde_json::Value::from(shifts).to_string();
        self.attendance_where("shift IN (SELECT value FROM json_each(?1))", &[&ids])
    }

    /// Every sign-in sheet, in order of shift, member and time.
    pub fn attendance(&self) -> Result<Vec<Attendance>, RecordError> {
        self.attendance_where("true", &[])
    }

    /// Everyone who is signed in and not out, in order of shift, member and time.
    pub fn present(&self) -> Result<Vec<Attendance>, RecordError> {
        self.attendance_where("came IS NOT NULL AND went IS NULL", &[])
    }

    fn attendance_where(&self, which: &str, values: &[&str]) -> Result<Vec<Attendance>, RecordError> {
        self.db.as_ref().map_or_else(|| Ok(Vec::new()), |db| tables::attendance(db, which, values))
    }

    /// What else happened of one kind, in order of telling; only what is looked up by `key`, when one is given.
    pub fn facts(&self, kind: &str, key: Option<&str>) -> Result<Vec<Fact>, RecordError> {
        let Some(db) = &self.db else { return Ok(Vec::new()) };
        match key {
            Some(key) => tables::facts(db, "kind = ?1 AND key = ?2", &[kind, key]),
            None => tables::facts(db, "kind = ?1", &[kind]),
        }
    }

    /// The fact with this number; None: there is none, or it was taken back.
    pub fn fact(&self, id: u64) -> Result<Option<Fact>, RecordError> {
        let Some(db) = &self.db else { return Ok(None) };
        Ok(tables::facts(db, "id = CAST(?1 AS INTEGER)", &[&id.to_string()])?.pop())
    }

    /// What the facts of one kind are looked up by: the weeks signed off, the members with alternate duty.
    pub fn keys(&self, kind: &str) -> Result<BTreeSet<String>, RecordError> {
        let Some(db) = &self.db else { return Ok(BTreeSet::new()) };
        if schema::form(db)? < schema::WITH_FACTS {
            return Ok(BTreeSet::new());
        }
        let mut query = db.prepare_cached("SELECT key FROM fact WHERE kind = ?1")?;
        let keys = query.query_map([kind], |row| row.get(0))?;
        Ok(keys.collect::<Result<_, _>>()?)
    }

    /// Everything as it was after entry `seq`.
    pub fn state_at(&self, seq: u64) -> Result<State, RecordError> {
        let Some(db) = &self.db else { return Ok(State::default()) };
        let mut state = State::present(db)?;
        state.rewind(db, self.seq, seq)?;
        Ok(state)
    }

    /// The entries whose changes touch this member or a shift whose id begins so (those of every entry, where neither is
    /// given).
    pub fn touching(&self, member: Option<&str>, shift: Option<&str>) -> Result<BTreeSet<u64>, RecordError> {
        self.db.as_ref().map_or_else(|| Ok(BTreeSet::new()), |db| journal::touching(db, member, shift))
    }

    /// Looks the whole file over. Gives the first entry of the journal that was changed after it was written, if any.
    pub fn verify(&self) -> Result<Option<u64>, RecordError> {
        let Some(db) = &self.db else { return Ok(None) };
        schema::look_over(db)?;
        journal::first_break(db)
    }

    /// The first table that is not what the journal leads to, if any.
    pub fn differs(&self) -> Result<Option<Differs>, RecordError> {
        self.db.as_ref().map_or(Ok(None), state::first_difference)
    }

    /// The seal of the journal: the chain's last link, as hexadecimal digits. Who notes it down can tell later, from
    /// [`sealed`](Self::sealed), whether everything up to it is still there and unchanged. None: nothing was done yet.
    pub fn seal(&self) -> Result<Option<String>, RecordError> {
        let Some(db) = &self.db else { return Ok(None) };
        Ok(journal::chain(db, self.seq)?.map(|chain| patch::hex(&chain)))
    }

    /// The entry with this seal (or one that begins so).
    pub fn sealed(&self, seal: &str) -> Result<Option<u64>, RecordError> {
        self.db.as_ref().map_or(Ok(None), |db| journal::sealed(db, seal))
    }

    /// The number of the last entry made at or before `at`; 0: none was.
    pub fn last_at(&self, at: Instant) -> Result<u64, RecordError> {
        let Some(db) = &self.db else { return Ok(0) };
        let last: Option<u64> =
            db.query_row("SELECT max(seq) FROM journal WHERE at <= ?1", [at.0], |row| row.get(0)).optional()?.flatten();
        Ok(last.unwrap_or(0))
    }

    /// The number of the last entry that left the roster at this version; None: no such version.
    pub fn last_of_version(&self, version: u64) -> Result<Option<u64>, RecordError> {
        let (Some(db), Ok(version)) = (&self.db, i64::try_from(version)) else { return Ok(None) };
        Ok(db.query_row("SELECT max(seq) FROM journal WHERE version = ?1", [version], |row| row.get(0))?)
    }

    /// What people had last been told by entry `seq`: the entry that told them, and the version. None: nothing yet.
    pub fn published_by(&self, seq: u64) -> Result<Option<(u64, u64)>, RecordError> {
        let Some(db) = &self.db else { return Ok(None) };
        let sql = "SELECT seq, version FROM publication WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1";
        Ok(db.query_row(sql, [seq], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// The hours of shifts as entry `seq` told them.
    pub fn hours_told_by(&self, seq: u64) -> Result<Hours, RecordError> {
        self.db.as_ref().map_or_else(|| Ok(Hours::default()), |db| journal::hours(db, seq))
    }

    /// Every version that people were told, in order, with the entry that told them.
    pub fn publications(&self) -> Result<Vec<(u64, u64)>, RecordError> {
        let Some(db) = &self.db else { return Ok(Vec::new()) };
        let mut query = db.prepare("SELECT seq, version FROM publication ORDER BY seq")?;
        let all = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    /// The weeks that are signed off, by their first days.
    pub fn signed_off(&self) -> Result<BTreeSet<String>, RecordError> {
        self.keys(What::SIGNED_OFF)
    }
}
