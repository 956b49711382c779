//! The tables of the present: what follows from the journal, kept so that opening need not read it all.

use super::error::{Damage, RecordError};
use super::fact::Fact;
use super::journal::Entry;
use super::pile::Pile;
use super::row::{Absence, Attendance, Payload, Row, Sign};
use super::{Stranded, schema};
use crate::model::Roster;
use crate::rules::Ground;
use crate::store::progress::{Progress, Stage};
use rusqlite::{Connection, OptionalExtension, params};

/// Changes after which the progress is told.
const STRIDE: usize = 1024;

/// A roster with nobody on it.
pub fn empty(ground: &Ground) -> Roster {
    Roster::new(ground.timetable.len(), ground.strike.members.len())
}

/// The rows of `table`, by shift and member.
pub fn rows(db: &Connection, table: &str) -> Result<Stranded, RecordError> {
    Ok(Pile::read(db, table, &Progress::default())?.into_rows())
}

/// The row of `table` for that shift and member; None: there is none.
pub fn row(db: &Connection, table: &str, shift: &str, member: &str) -> Result<Option<Row>, RecordError> {
    let sql = format!("SELECT duty, origin, pinned, overrides, reason FROM {table} WHERE shift = ?1 AND member = ?2");
    let found = db.prepare_cached(&sql)?.query_row([shift, member], |row| {
        Ok(Row {
            duty: row.get(0)?,
            origin: row.get(1)?,
            pinned: row.get(2)?,
            overrides: row.get(3)?,
            reason: row.get(4)?,
        })
    });
    Ok(found.optional()?)
}

/// What else happened, where `which` holds of the columns `kind` and `key`; in order of telling.
pub fn facts(db: &Connection, which: &str, values: &[&str]) -> Result<Vec<Fact>, RecordError> {
    // A record that can't be written is read in the form it has.
    if schema::form(db)? < schema::WITH_FACTS {
        return Ok(Vec::new());
    }
    let mut query = db.prepare_cached(&format!("SELECT id, body FROM fact WHERE {which} ORDER BY id"))?;
    let mut rows = query.query(rusqlite::params_from_iter(values))?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        let id: u64 = row.get(0)?;
        let body = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        facts.push(serde_json::from_str(body).map_err(|_| RecordError::Damaged(Damage::Fact(id)))?);
    }
    Ok(facts)
}

/// Lines of sign-in sheets, where `which` holds of the columns `shift` and `member`; in order of shift, member and time.
pub fn attendance(db: &Connection, which: &str, values: &[&str]) -> Result<Vec<Attendance>, RecordError> {
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

/// Times in which members can't stand, in order of telling.
pub fn read_absences(db: &Connection) -> Result<Vec<Absence>, RecordError> {
    let alternate = if schema::form(db)? < schema::WITH_FACTS { "NULL" } else { "alternate" };
    let sql = format!("SELECT id, member, time, kind, at, code, requirement, {alternate} FROM absence ORDER BY id");
    let mut query = db.prepare(&sql)?;
    let absences = query.query_map([], |row| {
        Ok(Absence {
            id: row.get(0)?,
            member: row.get(1)?,
            time: row.get(2)?,
            kind: row.get(3)?,
            at: row.get(4)?,
            code: row.get(5)?,
            requirement: row.get(6)?,
            alternate: row.get(7)?,
        })
    })?;
    Ok(absences.collect::<Result<_, _>>()?)
}

/// The roster becomes what people were told, by this entry.
pub fn publish(db: &Connection, by: &Entry) -> Result<(), RecordError> {
    let values = params![by.seq, by.version, by.at.0, by.particulars["note"].as_str()];
    db.execute("INSERT INTO publication VALUES (?1, ?2, ?3, ?4)", values)?;
    Ok(db.execute_batch("DELETE FROM told; INSERT INTO told SELECT * FROM assignment;")?)
}

/// Brings the tables of the present to where `payload` leads.
pub fn carry_out(db: &Connection, payload: &Payload, progress: &Progress) -> Result<(), RecordError> {
    let of = payload.len();
    let mut put = db.prepare_cached("INSERT OR REPLACE INTO assignment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    let mut take = db.prepare_cached("DELETE FROM assignment WHERE shift = ?1 AND member = ?2")?;
    for (done, (shift, step)) in payload.steps().enumerate() {
        if done % STRIDE == 0 {
            progress.tell(Stage::Writing, done, of);
        }
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
            "INSERT INTO absence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![each.id, each.member, each.time, each.kind, each.at, each.code, each.requirement, each.alternate],
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
    for each in &payload.facts {
        if let Some(before) = &each.before {
            db.execute("DELETE FROM fact WHERE id = ?1", [before.id])?;
        }
        if let Some(fact) = &each.after {
            let (kind, key) = fact.what.key();
            let body = serde_json::to_string(fact)
                .map_err(|error| RecordError::Damaged(Damage::Program(error.to_string())))?;
            db.execute("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5)", params![fact.id, kind, key, fact.at, body])?;
        }
    }
    Ok(())
}
