//! The rows of a roster's table as they lie in the database, close together, until there is a ground to put them on.
//!
//! A large strike has half a million of them. They come in order of shift and member, few of them differ in more than the
//! member, and both can be used: a shift is looked up once, a post once in all.

use super::error::RecordError;
use super::row::Row;
use super::{Stranded, journal, schema};
use crate::model::{Assignment, Duty, MemberIx, Origin, Overrides, Roster, ShiftIx};
use crate::rules::Ground;
use crate::store::progress::{Progress, Stage};
use rusqlite::Connection;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

/// A record smaller than this is read faster than a thread is started.
const WORTHWHILE: u64 = 1 << 20;
/// Rows after which the progress is told.
const STRIDE: usize = 4096;

/// The rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pile {
    /// Id of a shift, and the first row that is no longer its.
    shifts: Vec<(Box<str>, usize)>,
    /// Ids of members, each once.
    members: Vec<Box<str>>,
    /// Which member, and what else the row says.
    rows: Vec<(u32, u32)>,
    /// What else rows say, each once; those with a reason are the row's own.
    kinds: Vec<Row>,
}

impl Pile {
    /// Reads `table`.
    pub fn read(db: &Connection, table: &str, progress: &Progress) -> Result<Self, RecordError> {
        let mut pile = Self::default();
        let mut numbers: FxHashMap<Box<str>, u32> = FxHashMap::default();
        // Which kinds a row without a reason may be one of.
        let mut common: Vec<u32> = Vec::new();
        let sql = format!(
            "SELECT shift, member, duty, origin, pinned, overrides, reason FROM {table} ORDER BY shift, member"
        );
        let mut query = db.prepare(&sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let text = |at: usize| Ok::<_, RecordError>(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?);
            let (shift, duty, origin, overrides) = (text(0)?, text(2)?, text(3)?, text(5)?);
            let pinned: bool = row.get(4)?;
            let reason: Option<String> = row.get(6)?;
            let known = common.iter().copied().find(|kind| {
                let kind = &pile.kinds[*kind as usize];
                reason.is_none()
                    && kind.duty == duty
                    && kind.origin == origin
                    && kind.pinned == pinned
                    && kind.overrides == overrides
            });
            let kind = known.unwrap_or_else(|| {
                let kind = pile.kinds.len() as u32;
                if reason.is_none() {
                    common.push(kind);
                }
                let (duty, origin, overrides) = (duty.to_owned(), origin.to_owned(), overrides.to_owned());
                pile.kinds.push(Row { duty, origin, pinned, overrides, reason });
                kind
            });
            let member = text(1)?;
            let number = numbers.get(member).copied().unwrap_or_else(|| {
                let number = pile.members.len() as u32;
                pile.members.push(member.into());
                numbers.insert(member.into(), number);
                number
            });
            pile.rows.push((number, kind));
            match pile.shifts.last_mut() {
                Some((last, end)) if **last == *shift => *end += 1,
                _ => pile.shifts.push((shift.into(), pile.rows.len())),
            }
            if pile.rows.len() % STRIDE == 0 {
                progress.tell(Stage::Roster, pile.rows.len(), 0);
            }
        }
        Ok(pile)
    }

    /// Every row: its shift, its member, what else it says.
    fn each(&self) -> impl Iterator<Item = (&str, &str, &Row)> {
        let mut from = 0;
        self.shifts.iter().flat_map(move |(shift, end)| {
            let rows = from..*end;
            from = *end;
            rows.map(move |at| (&**shift, self.member(at), &self.kinds[self.rows[at].1 as usize]))
        })
    }

    fn member(&self, at: usize) -> &str {
        &self.members[self.rows[at].0 as usize]
    }

    /// The rows by shift and member.
    pub fn into_rows(self) -> Stranded {
        self.each().map(|(shift, member, row)| ((shift.to_owned(), member.to_owned()), row.clone())).collect()
    }

    /// The roster on `ground`, and what has no place there.
    pub fn roster(&self, ground: &Ground) -> (Roster, Stranded) {
        let mut stranded = Stranded::new();
        let kinds: Vec<Option<Kind>> = self.kinds.iter().map(|row| Kind::of(row, ground)).collect();
        let known: Vec<Option<MemberIx>> =
            self.members.iter().map(|id| ground.strike.lookup.members.get(&**id).copied()).collect();
        let mut on: Vec<Vec<Assignment>> = vec![Vec::new(); ground.timetable.len()];
        let mut from = 0;
        for (id, end) in &self.shifts {
            let shift = ground.find(id).ok();
            let rows = std::mem::replace(&mut from, *end)..*end;
            if let Some(shift) = shift {
                on[shift.ix()].reserve_exact(rows.len());
            }
            for at in rows {
                let (member, kind) = (self.rows[at].0 as usize, self.rows[at].1 as usize);
                match (shift, known[member], &kinds[kind]) {
                    (Some(shift), Some(member), Some(kind)) => on[shift.ix()].push(kind.at(shift, member)),
                    _ => {
                        stranded.insert((id.to_string(), self.member(at).to_owned()), self.kinds[kind].clone());
                    }
                }
            }
        }
        (Roster::of_lists(ground.strike.members.len(), on), stranded)
    }
}

/// What a row says besides shift and member, in the strike's own terms.
struct Kind {
    duty: Duty,
    pinned: bool,
    origin: Origin,
    overrides: Overrides,
    reason: Option<String>,
}

impl Kind {
    fn of(row: &Row, ground: &Ground) -> Option<Self> {
        Some(Self {
            duty: Duty::parse(&row.duty, &ground.strike)?,
            pinned: row.pinned,
            origin: if row.origin == Origin::Hand.word() { Origin::Hand } else { Origin::Plan },
            overrides: Overrides::of_words(row.overrides.split(' ')),
            reason: row.reason.clone(),
        })
    }

    fn at(&self, shift: ShiftIx, member: MemberIx) -> Assignment {
        let Self { duty, pinned, origin, overrides, .. } = *self;
        Assignment { member, shift, duty, pinned, origin, overrides, reason: self.reason.clone() }
    }
}

/// The tables of the roster, at one instant.
#[derive(Debug)]
pub struct Piles {
    /// The journal's last entry then.
    pub seq: u64,
    /// Who stands where.
    pub assigned: Pile,
    /// What people were last told.
    pub told: Pile,
}

impl Piles {
    /// Reads both, within a transaction of the caller's.
    pub fn read(db: &Connection, progress: &Progress) -> Result<Self, RecordError> {
        let seq = journal::last(db)?.map_or(0, |entry| entry.seq);
        let assigned = Pile::read(db, "assignment", progress)?;
        let told = Pile::read(db, "told", progress)?;
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
