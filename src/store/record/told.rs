//! What people were last told, as it is read: mostly it is what is, and only what was changed since need be read.

use super::error::RecordError;
use super::pile::Pile;
use super::row::Row;
use super::{Stranded, journal, tables};
use crate::model::Roster;
use crate::rules::Ground;
use crate::store::progress::Progress;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Where the journal holds more bytes than this since people were told, what they were told is read whole.
const MUCH: u64 = 1 << 20;

/// What people were last told.
#[derive(Debug)]
pub enum Told {
    /// What is, but for these, by shift and member: what was told there, if anything.
    But(BTreeMap<(String, String), Option<Row>>),
    /// So much was changed since that it was read whole.
    Whole(Pile),
}

impl Told {
    /// What was told by `seq`, the last entry that told people.
    pub fn read(db: &Connection, seq: u64, progress: &Progress) -> Result<Self, RecordError> {
        if journal::size_after(db, seq)? > MUCH {
            return Ok(Self::Whole(Pile::read(db, "told", progress)?));
        }
        let mut but = BTreeMap::new();
        for entry in journal::after(db, seq)? {
            for (shift, step) in journal::payload(db, entry.seq)?.steps() {
                but.insert((shift.to_owned(), step.member.clone()), None);
            }
        }
        for ((shift, member), row) in &mut but {
            *row = tables::row(db, "told", shift, member)?;
        }
        Ok(Self::But(but))
    }

    /// The roster that was told, on `ground`, and what of it has no place there; `now` is what is.
    pub fn roster(self, ground: &Ground, now: &(Roster, Stranded)) -> (Roster, Stranded) {
        let but = match self {
            Self::Whole(pile) => {
                let (mut roster, lost) = pile.roster(ground);
                roster.share(&now.0);
                return (roster, lost);
            }
            Self::But(but) => but,
        };
        let (mut roster, mut lost) = now.clone();
        for ((shift, member), row) in but {
            let at = ground.find(&shift).ok();
            if let (Some(at), Some(member)) = (at, ground.strike.lookup.members.get(&member)) {
                roster.take(at, *member);
            }
            lost.remove(&(shift.clone(), member.clone()));
            let Some(row) = row else { continue };
            match at.and_then(|at| row.assignment(ground, at, &member)) {
                Some(assignment) => drop(roster.put(assignment)),
                None => drop(lost.insert((shift, member), row)),
            }
        }
        (roster, lost)
    }
}
