//! The rows of a roster's table as they lie in the database, close together, until there is a ground to put them on.
//!
//! A large strike has half a million of them, and they are most of what opening one takes. They come in order of shift and
//! member, and few of them differ in more than the member: a shift is looked up once, a post once in all, and of a row that
//! is like most the database says so, and no more of it is asked.

use super::Stranded;
use super::error::{Damage, RecordError};
use super::row::{Meaning, Row};
use crate::model::{Assignment, MemberIx, Roster};
use crate::rules::Ground;
use crate::store::progress::{Progress, Stage};
use rusqlite::{Connection, Row as DbRow};
use rustc_hash::FxHashMap;

/// Rows after which the progress is told.
const STRIDE: usize = 4096;
/// Columns of a row, and at the end whether it is plain: made by the planner, and nothing more to be said of it than its post.
const COLUMNS: &str = "shift, member, duty, origin, pinned, overrides, reason, \
                       origin = 'plan' AND NOT pinned AND overrides = '' AND reason IS NULL";

/// The rows of a table.
#[derive(Debug, Default)]
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
        let mut gathering = Gathering::default();
        let sql = format!("SELECT {COLUMNS} FROM {table} ORDER BY shift, member");
        let mut query = db.prepare(&sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            gathering.take(row)?;
            let done = gathering.pile.rows.len();
            if done % STRIDE == 0 {
                progress.tell(Stage::Roster, done, 0);
            }
        }
        Ok(gathering.pile)
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
        let kinds: Vec<Option<Meaning>> = self.kinds.iter().map(|row| Meaning::of(row, ground)).collect();
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

/// A pile in the making.
#[derive(Default)]
struct Gathering {
    pile: Pile,
    /// Numbers of the members met.
    numbers: FxHashMap<ShortId, u32>,
    /// Numbers of those whose ids are longer than most.
    long: FxHashMap<Box<str>, u32>,
    /// Which kinds a row without a reason may be one of.
    common: Vec<u32>,
    /// The one of them that the last such row was of.
    last: Option<u32>,
}

/// An id that needs no place of its own in memory: its bytes, and in the last how many they are.
type ShortId = [u8; 16];

impl Gathering {
    /// Adds a row.
    fn take(&mut self, row: &DbRow<'_>) -> Result<(), RecordError> {
        let kind = self.kind(row)?;
        let number = self.number(bytes(row, 1)?)?;
        self.pile.rows.push((number, kind));
        let shift = bytes(row, 0)?;
        let end = self.pile.rows.len();
        match self.pile.shifts.last_mut() {
            Some((last, ends)) if last.as_bytes() == shift => *ends = end,
            _ => self.pile.shifts.push((text(shift)?.into(), end)),
        }
        Ok(())
    }

    /// The number of what the row says besides shift and member.
    fn kind(&mut self, row: &DbRow<'_>) -> Result<u32, RecordError> {
        let duty = bytes(row, 2)?;
        let is_plain: bool = row.get(7)?;
        if is_plain {
            let is_it = |kind: &Row| kind.is_plain() && kind.duty.as_bytes() == duty;
            return self.common_kind(is_it, || Ok(Row::plain(text(duty)?)));
        }
        let (origin, overrides) = (bytes(row, 3)?, bytes(row, 5)?);
        let pinned: bool = row.get(4)?;
        let reason: Option<String> = row.get(6)?;
        let made = |reason| {
            let (duty, origin, overrides) =
                (text(duty)?.to_owned(), text(origin)?.to_owned(), text(overrides)?.to_owned());
            Ok(Row { duty, origin, pinned, overrides, reason })
        };
        if reason.is_some() {
            return Ok(self.add(made(reason)?));
        }
        let is_it = |kind: &Row| {
            kind.duty.as_bytes() == duty
                && kind.origin.as_bytes() == origin
                && kind.pinned == pinned
                && kind.overrides.as_bytes() == overrides
        };
        self.common_kind(is_it, || made(None))
    }

    /// The kind without a reason of which `is_it` holds; else one is made.
    fn common_kind(
        &mut self,
        is_it: impl Fn(&Row) -> bool,
        made: impl FnOnce() -> Result<Row, RecordError>,
    ) -> Result<u32, RecordError> {
        let holds = |kind: &u32| is_it(&self.pile.kinds[*kind as usize]);
        let known = self.last.filter(holds).or_else(|| self.common.iter().copied().find(holds));
        let kind = if let Some(kind) = known {
            kind
        } else {
            let kind = self.add(made()?);
            self.common.push(kind);
            kind
        };
        self.last = Some(kind);
        Ok(kind)
    }

    fn add(&mut self, row: Row) -> u32 {
        self.pile.kinds.push(row);
        self.pile.kinds.len() as u32 - 1
    }

    /// The number of the member with this id.
    fn number(&mut self, id: &[u8]) -> Result<u32, RecordError> {
        let next = self.pile.members.len() as u32;
        let mut short = ShortId::default();
        let number = if let Some(place) = short[..15].get_mut(..id.len()) {
            place.copy_from_slice(id);
            short[15] = id.len() as u8;
            *self.numbers.entry(short).or_insert(next)
        } else {
            let id = text(id)?;
            self.long.get(id).copied().unwrap_or_else(|| {
                self.long.insert(id.into(), next);
                next
            })
        };
        if number == next {
            self.pile.members.push(text(id)?.into());
        }
        Ok(number)
    }
}

/// The bytes of a text, which is looked at as text only where it is new.
fn bytes<'a>(row: &'a DbRow<'_>, at: usize) -> Result<&'a [u8], RecordError> {
    Ok(row.get_ref(at)?.as_bytes().map_err(rusqlite::Error::from)?)
}

fn text(bytes: &[u8]) -> Result<&str, RecordError> {
    std::str::from_utf8(bytes).map_err(|error| RecordError::Damaged(Damage::Tables(error.to_string())))
}
