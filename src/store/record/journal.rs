//! The journal: one entry an action, each chained by hash to the one before. Nothing in it is ever changed: what is undone
//! follows from the undo and redo entries, read in order.

use super::chain::{self, Seal};
use super::error::{Damage, RecordError};
use super::hours::Hours;
use super::row::Payload;
use super::schema;
use crate::model::Instant;
use rusqlite::{Connection, OptionalExtension, Row as DbRow, params};
use serde_json::Value;
use std::collections::BTreeSet;

/// The action that takes another back.
pub const UNDO: &str = "undo";
/// The action that brings another back.
pub const REDO: &str = "redo";

/// The action that tells people.
pub const PUBLISH: &str = "publish";

/// The action of a captain who gives the line to the next.
pub const HANDOVER: &str = "handover";

/// The action that takes telephones and notes out of everything. What was done before it can't be taken back any more.
pub const PURGE: &str = "purge";

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub seq: u64,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// What: `plan`, `assign`, … as outputs name it.
    pub action: String,
    /// Particulars, by name: what the sentence about it is made from.
    pub particulars: Value,
    /// The entry that this undo or redo turns.
    pub turns: Option<u64>,
    /// Undo stops here.
    pub undoable: bool,
    /// The roster's version afterwards.
    pub version: u64,
}

/// What is undone, and what undo and redo would turn next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turns {
    done: Vec<u64>,
    undone: Vec<u64>,
    /// Every entry that stands undone, in order, also where redo no longer reaches it.
    pub all_undone: BTreeSet<u64>,
}

impl Turns {
    /// Takes the next entry of the journal into account.
    fn read(&mut self, seq: u64, action: &str, turns: Option<u64>, undoable: bool) {
        match (action, turns) {
            (UNDO, Some(turned)) => {
                remove(&mut self.done, turned);
                self.undone.push(turned);
                self.all_undone.insert(turned);
            }
            (REDO, Some(turned)) => {
                remove(&mut self.undone, turned);
                self.done.push(turned);
                self.all_undone.remove(&turned);
            }
            (PURGE, _) => {
                self.done.clear();
                self.undone.clear();
            }
            _ if undoable => {
                self.done.push(seq);
                self.undone.clear();
            }
            _ => {}
        }
    }

    /// The entry that undo would take back.
    pub fn next_undo(&self) -> Option<u64> {
        self.done.last().copied()
    }

    /// The entry that redo would bring back.
    pub fn next_redo(&self) -> Option<u64> {
        self.undone.last().copied()
    }
}

/// Takes `seq` out; in a journal that this program wrote it is the last.
fn remove(stack: &mut Vec<u64>, seq: u64) {
    if let Some(at) = stack.iter().rposition(|each| *each == seq) {
        stack.remove(at);
    }
}

/// Reads the whole journal for what is undone.
pub fn turns(db: &Connection) -> Result<Turns, RecordError> {
    let mut all = Turns::default();
    let mut query = db.prepare("SELECT seq, action, turns, undoable FROM journal ORDER BY seq")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        all.read(row.get(0)?, row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?, row.get(2)?, row.get(3)?);
    }
    Ok(all)
}

const COLUMNS: &str = "seq, at, actor, action, particulars, turns, undoable, version";

fn entry(row: &DbRow<'_>) -> rusqlite::Result<Entry> {
    let particulars: String = row.get(4)?;
    Ok(Entry {
        seq: row.get(0)?,
        at: Instant(row.get(1)?),
        actor: row.get(2)?,
        action: row.get(3)?,
        particulars: serde_json::from_str(&particulars).unwrap_or(Value::Null),
        turns: row.get(5)?,
        undoable: row.get(6)?,
        version: row.get(7)?,
    })
}

/// The entries after `seq`, in order.
pub fn after(db: &Connection, seq: u64) -> Result<Vec<Entry>, RecordError> {
    let mut query = db.prepare_cached(&format!("SELECT {COLUMNS} FROM journal WHERE seq > ?1 ORDER BY seq"))?;
    let entries = query.query_map([seq], entry)?.collect::<Result<_, _>>()?;
    Ok(entries)
}

/// The last entry; None: nothing was done yet.
pub fn last(db: &Connection) -> Result<Option<Entry>, RecordError> {
    let mut query = db.prepare_cached(&format!("SELECT {COLUMNS} FROM journal ORDER BY seq DESC LIMIT 1"))?;
    Ok(query.query_row([], entry).optional()?)
}

/// The entry of that number.
pub fn get(db: &Connection, seq: u64) -> Result<Entry, RecordError> {
    let mut query = db.prepare_cached(&format!("SELECT {COLUMNS} FROM journal WHERE seq = ?1"))?;
    query.query_row([seq], entry).optional()?.ok_or_else(|| RecordError::Damaged(Damage::Entry(seq)))
}

/// The hours that entry `seq` told people; none, where it says nothing of them.
pub fn hours(db: &Connection, seq: u64) -> Result<Hours, RecordError> {
    let mut query = db.prepare_cached("SELECT particulars FROM journal WHERE seq = ?1")?;
    let told: Option<String> = query.query_row([seq], |row| row.get(0)).optional()?;
    let told: Option<Value> = told.and_then(|told| serde_json::from_str(&told).ok());
    Ok(told.map_or_else(Hours::default, |told| Hours::told(&told)))
}

/// Bytes of what entry `seq` changed, without reading them.
pub fn size(db: &Connection, seq: u64) -> Result<u64, RecordError> {
    let mut query = db.prepare_cached("SELECT octet_length(body) FROM payload WHERE seq = ?1")?;
    Ok(query.query_row([seq], |row| row.get(0)).optional()?.unwrap_or(0))
}

/// The same of all entries after `seq` together.
pub fn size_after(db: &Connection, seq: u64) -> Result<u64, RecordError> {
    Ok(db.query_row("SELECT ifnull(sum(octet_length(body)), 0) FROM payload WHERE seq > ?1", [seq], |row| row.get(0))?)
}

/// What entry `seq` changed.
pub fn payload(db: &Connection, seq: u64) -> Result<Payload, RecordError> {
    let mut query = db.prepare_cached("SELECT body FROM payload WHERE seq = ?1")?;
    let body: Option<String> = query.query_row([seq], |row| row.get(0)).optional()?;
    body.map_or_else(
        || Ok(Payload::default()),
        |body| serde_json::from_str(&body).map_err(|_| RecordError::Damaged(Damage::Entry(seq))),
    )
}

/// The entries that touch this member or a shift whose id begins so. What an entry says of itself counts too: a no-show, an
/// undo.
pub fn touching(db: &Connection, member: Option<&str>, shift: Option<&str>) -> Result<BTreeSet<u64>, RecordError> {
    let quoted = |text: &str| Value::from(text).to_string();
    // Texts are looked through by the database; only entries that hold the words are read.
    let member_word = member.map(quoted).unwrap_or_default();
    let shift_word = shift.map(|shift| quoted(shift).trim_end_matches('"').to_owned()).unwrap_or_default();
    let sql = "SELECT seq, particulars, body FROM journal LEFT JOIN payload USING (seq) \
               WHERE instr(particulars || ' ' || ifnull(body, ''), ?1) AND instr(particulars || ' ' || ifnull(body, ''), ?2)";
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([&member_word, &shift_word])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let text = |at: usize| Ok::<_, RecordError>(row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?);
        let told: Value = serde_json::from_str(text(1)?.unwrap_or("")).unwrap_or(Value::Null);
        let payload: Payload = text(2)?.and_then(|body| serde_json::from_str(body).ok()).unwrap_or_default();
        let fits = |at: &str, who: &str| {
            shift.is_none_or(|shift| at.starts_with(shift)) && member.is_none_or(|member| who == member)
        };
        let of_roster = payload.steps().any(|(at, step)| fits(at, &step.member));
        let of_sheets = payload.signed.iter().any(|each| fits(&each.shift, &each.member));
        let of_time = shift.is_none() && payload.came.iter().chain(&payload.went).any(|each| fits("", &each.member));
        if of_roster || of_sheets || of_time || mentions(&told, member, shift) {
            found.insert(row.get(0)?);
        }
    }
    Ok(found)
}

/// True when the particulars of an entry, or of the one it turns, name this member and a shift that begins so.
fn mentions(told: &Value, member: Option<&str>, shift: Option<&str>) -> bool {
    let has = |name: &str, fits: &dyn Fn(&str) -> bool| {
        told.as_object().into_iter().flatten().any(|(key, value)| {
            key.starts_with(name)
                && match value {
                    Value::String(text) => fits(text),
                    Value::Array(each) => each.iter().filter_map(Value::as_str).any(fits),
                    _ => false,
                }
        })
    };
    let of_member = member.is_none_or(|member| has("member", &|text| text == member));
    let of_shift = shift.is_none_or(|shift| has("shift", &|text| text.starts_with(shift)));
    (of_member && of_shift) || told.get("particulars").is_some_and(|inner| mentions(inner, member, shift))
}

/// The chain's link of entry `seq`.
pub fn chain(db: &Connection, seq: u64) -> Result<Option<Vec<u8>>, RecordError> {
    Ok(db.query_row("SELECT chain FROM journal WHERE seq = ?1", [seq], |row| row.get(0)).optional()?)
}

/// The entry whose link, as hexadecimal digits, begins so.
pub fn sealed(db: &Connection, seal: &str) -> Result<Option<u64>, RecordError> {
    let sql = "SELECT seq FROM journal WHERE substr(hex(chain), 1, length(?1)) = upper(?1) ORDER BY seq DESC LIMIT 1";
    Ok(db.query_row(sql, [seal], |row| row.get(0)).optional()?)
}

/// Writes the next entry and its payload.
pub fn append(db: &Connection, entry: &Entry, payload: &Payload) -> Result<(), RecordError> {
    let particulars = entry.particulars.to_string();
    let body =
        serde_json::to_string(payload).map_err(|error| RecordError::Damaged(Damage::Program(error.to_string())))?;
    let mut before = db.prepare_cached("SELECT chain FROM journal WHERE seq = ?1 - 1")?;
    let before: Option<Vec<u8>> = before.query_row([entry.seq], |row| row.get(0)).optional()?;
    let salt: Vec<u8> = db.prepare_cached("SELECT randomblob(16)")?.query_row([], |row| row.get(0))?;
    let seal = chain::seal(&salt, &particulars, &body);
    let link = chain::link(&before.unwrap_or_default(), entry, &seal);
    let sql = "INSERT INTO journal (seq, at, actor, action, particulars, turns, undoable, version, chain, salt) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    db.prepare_cached(sql)?.execute(params![
        entry.seq,
        entry.at.0,
        entry.actor,
        entry.action,
        particulars,
        entry.turns,
        entry.undoable,
        entry.version,
        link,
        salt
    ])?;
    db.prepare_cached("INSERT INTO payload VALUES (?1, ?2)")?.execute(params![entry.seq, body])?;
    Ok(())
}

/// The first entry that was changed after it was written, or that follows a gap; None: the chain holds.
pub fn first_break(db: &Connection) -> Result<Option<u64>, RecordError> {
    let (mut before, mut expected, mut broken) = (Vec::new(), 1, None);
    let mut purged = chain::Purged::default();
    each_sealed(db, |entry, particulars, body, seal, link| {
        if entry.seq != expected || !chain::holds(&before, entry, particulars, body, seal, link) {
            broken = broken.or(Some(entry.seq));
        }
        purged.read(entry, particulars, body, seal, link);
        before = link.to_vec();
        expected += 1;
    })?;
    Ok(broken.or_else(|| purged.broken()))
}

/// Gives every entry in order, with what it says as it stands, its seal and its link. An entry without a payload gives an
/// empty one, which no seal fits.
pub fn each_sealed(db: &Connection, mut take: impl FnMut(&Entry, &str, &str, &Seal, &[u8])) -> Result<(), RecordError> {
    // A record that can't be written is read in the form it has.
    let salted = if schema::form(db)? < schema::WITH_SALT { "NULL, NULL" } else { "salt, sealed" };
    let sql = format!(
        "SELECT {COLUMNS}, chain, particulars, body, {salted} FROM journal LEFT JOIN payload USING (seq) ORDER BY seq"
    );
    let mut query = db.prepare(&sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| Ok::<_, RecordError>(row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?);
        let seal = Seal::of(row.get(11)?, row.get(12)?);
        let link: Vec<u8> = row.get(8)?;
        take(&entry(row)?, text(9)?.unwrap_or(""), text(10)?.unwrap_or(""), &seal, &link);
    }
    Ok(())
}
