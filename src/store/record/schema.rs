//! The form of roster.db: its tables, its marks (so that nothing else is taken for it), and how it is made.
//!
//! A new file is made beside its place and put there whole: at no instant is there a half-made roster.db. It is private to
//! its owner from the first byte; the database gives its companions (`-wal`, `-shm`) the same permissions.

use super::error::{Damage, RecordError};
use super::{FILE, Identity};
use crate::store::place::sync_folder;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

/// `PIKT`: marks the database as Picket's.
const APPLICATION: i64 = 0x5049_4b54;

/// The form this program writes.
pub const SCHEMA: i64 = 4;

/// The first form that has sign-in sheets.
pub const WITH_ATTENDANCE: i64 = 2;

/// The first form that has facts, and alternates of absent people.
pub const WITH_FACTS: i64 = 3;

/// The first form whose links are salted, so that notes can be taken out of an entry for good.
pub const WITH_SALT: i64 = 4;

/// Bytes of a database's header (<https://sqlite.org/fileformat.html>, section 1.3).
const HEADER: u64 = 100;

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(10);

/// Up to this size the whole file is looked over on every opening; `check` always does.
const SMALL: u64 = 4 << 20;

/// What turns form n into form n + 1. A new database starts from none and goes through all of them.
const STEPS: [&str; SCHEMA as usize] = [
    "
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    -- One row an action, never changed afterwards. `turns`: the entry that an undo or redo turns. `undoable`: undo stops
    -- here. `chain`: SHA-256 over the entry, its payload and the chain before it.
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        particulars TEXT NOT NULL, turns INTEGER, undoable INTEGER NOT NULL,
        version INTEGER NOT NULL, chain BLOB NOT NULL) STRICT;
    -- What an entry changed: rows before and after, as JSON. Apart, so that reading the journal need not pass over it.
    CREATE TABLE payload (seq INTEGER PRIMARY KEY REFERENCES journal, body TEXT NOT NULL) STRICT;
    CREATE TABLE assignment (
        shift TEXT NOT NULL, member TEXT NOT NULL, duty TEXT NOT NULL, origin TEXT NOT NULL, pinned INTEGER NOT NULL,
        overrides TEXT NOT NULL, reason TEXT, PRIMARY KEY (shift, member)) STRICT, WITHOUT ROWID;
    CREATE TABLE absence (
        id INTEGER PRIMARY KEY, member TEXT NOT NULL, time TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
        code TEXT, requirement TEXT) STRICT;
    CREATE TABLE publication (
        seq INTEGER PRIMARY KEY REFERENCES journal, version INTEGER NOT NULL, at INTEGER NOT NULL, note TEXT) STRICT;
    -- The roster as last published: what people were told.
    CREATE TABLE told (
        shift TEXT NOT NULL, member TEXT NOT NULL, duty TEXT NOT NULL, origin TEXT NOT NULL, pinned INTEGER NOT NULL,
        overrides TEXT NOT NULL, reason TEXT, PRIMARY KEY (shift, member)) STRICT, WITHOUT ROWID;
",
    "
    -- The sign-in sheets: each time a member was on a line. `came` is null for one who was expected and did not come. A
    -- member may leave and come back: `nth` counts from 0.
    CREATE TABLE attendance (
        shift TEXT NOT NULL, member TEXT NOT NULL, nth INTEGER NOT NULL, came INTEGER, went INTEGER,
        walk_in INTEGER NOT NULL, by_in TEXT, by_out TEXT, PRIMARY KEY (shift, member, nth)) STRICT, WITHOUT ROWID;
    CREATE INDEX attendance_of_member ON attendance (member);
",
    "
    -- What else happened: guests, hand-overs, incidents, alternate duty, closed sites, weeks signed off. `key`: the shift,
    -- site, member or week that such a fact is looked up by. `body`: JSON.
    CREATE TABLE fact (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE INDEX fact_of_kind ON fact (kind, key);
    CREATE INDEX attendance_open ON attendance (shift) WHERE came IS NOT NULL AND went IS NULL;
    -- Who stands in.
    ALTER TABLE absence ADD COLUMN alternate TEXT;
    -- Entries whose changes to the strike's text files may not be in place yet.
    CREATE TABLE pending (seq INTEGER PRIMARY KEY REFERENCES journal) STRICT;
",
    "
    -- What an entry says is sealed with a salt of its own, and the link is made over that seal. Where a purge took notes out
    -- of an entry, the salt is gone and `sealed` holds the seal of what it said: the chain can be followed as before, and
    -- nobody can find out by trying what was taken out.
    ALTER TABLE journal ADD COLUMN salt BLOB;
    ALTER TABLE journal ADD COLUMN sealed BLOB;
",
];

/// Opens the record of `folder`; None: there is none yet.
pub fn open(folder: &Path, identity: &Identity) -> Result<Option<Connection>, RecordError> {
    let Some((db, found)) = look(folder, Some(&identity.strike))? else { return Ok(None) };
    if found < SCHEMA && !db.is_readonly("main")? {
        keep_old(&db, folder, found)?;
        migrate(&db)?;
    }
    Ok(Some(db))
}

/// Looks at the record of `folder` as it is, with its form: fails when it can't be used, or belongs to another strike than
/// `ours`, where that is known. None: there is none yet.
pub fn look(folder: &Path, ours: Option<&str>) -> Result<Option<(Connection, i64)>, RecordError> {
    let path = folder.join(FILE);
    let Some(size) = look_at_marks(&path)? else { return Ok(None) };
    let db = connect(&path)?;
    if size <= SMALL {
        look_over(&db)?;
    }
    // Once more, with what is still in the companion.
    if number(&db, "application_id")? != APPLICATION {
        return Err(RecordError::NotOurs);
    }
    let found = form(&db)?;
    if found > SCHEMA {
        return Err(RecordError::Newer { found });
    }
    let theirs: String = db.query_row("SELECT value FROM meta WHERE key = 'strike'", [], |row| row.get(0)).map_err(
        |error| match error {
            rusqlite::Error::QueryReturnedNoRows => RecordError::Damaged(Damage::NoStrike),
            error => error.into(),
        },
    )?;
    if let Some(ours) = ours.filter(|ours| *ours != theirs) {
        return Err(RecordError::OtherStrike { theirs, ours: ours.to_owned() });
    }
    Ok(Some((db, found)))
}

/// Opens the record of `folder` for what has nothing to do with which strike it is of; None: there is none, or none that
/// this program made in a form that has pending files. Faults of the file are left to [`open`].
pub fn peek(folder: &Path) -> Result<Option<Connection>, RecordError> {
    let path = folder.join(FILE);
    if !matches!(look_at_marks(&path), Ok(Some(_))) {
        return Ok(None);
    }
    let Ok(db) = connect(&path) else { return Ok(None) };
    Ok(if form(&db)? < WITH_FACTS { None } else { Some(db) })
}

/// The form of the database.
pub fn form(db: &Connection) -> Result<i64, RecordError> {
    Ok(number(db, "user_version")?)
}

/// Keeps a whole, private copy of the record as it is, in form `found`, beside it; one that is there already stays.
fn keep_old(db: &Connection, folder: &Path, found: i64) -> Result<(), RecordError> {
    let place = folder.join(format!("roster-form-{found}.db"));
    if place.exists() {
        return Ok(());
    }
    let io = |source| RecordError::Io { path: folder.to_owned(), source };
    let copy = tempfile::Builder::new().prefix(".roster-").suffix(".old").tempfile_in(folder).map_err(io)?;
    db.execute("VACUUM INTO ?1", [copy.path().to_string_lossy()])?;
    copy.as_file().sync_all().map_err(io)?;
    match copy.persist_noclobber(place) {
        Err(error) if error.error.kind() != std::io::ErrorKind::AlreadyExists => Err(io(error.error)),
        _ => Ok(()),
    }
}

/// Brings an older form to the present one, in one transaction. When another program did meanwhile, does nothing.
fn migrate(db: &Connection) -> Result<(), RecordError> {
    db.execute_batch("BEGIN IMMEDIATE")?;
    let steps = || {
        let found = usize::try_from(form(db)?).unwrap_or(0);
        for step in STEPS.iter().skip(found) {
            db.execute_batch(step)?;
        }
        db.pragma_update(None, "user_version", SCHEMA)?;
        Ok(db.execute_batch("COMMIT")?)
    };
    steps().inspect_err(|_: &RecordError| drop(db.execute_batch("ROLLBACK")))
}

/// Fails when the database is broken anywhere.
pub fn look_over(db: &Connection) -> Result<(), RecordError> {
    let finding: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if finding == "ok" { Ok(()) } else { Err(RecordError::Damaged(Damage::Pages(finding))) }
}

/// Makes an empty record in `folder` and opens it. When another program was quicker, opens that one's.
pub fn create(folder: &Path, identity: &Identity) -> Result<Connection, RecordError> {
    let io = |source| RecordError::Io { path: folder.to_owned(), source };
    let place = tempfile::Builder::new().prefix(".roster-").suffix(".new").tempfile_in(folder).map_err(io)?;
    {
        let mut db = Connection::open(place.path())?;
        // Nobody else knows the file yet, so nothing needs to be safe before it is whole.
        db.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
        let tx = db.transaction()?;
        for step in STEPS {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "application_id", APPLICATION)?;
        tx.pragma_update(None, "user_version", SCHEMA)?;
        tx.execute(
            "INSERT INTO meta VALUES ('strike', ?1), ('first_day', ?2)",
            [&identity.strike, &identity.first_day],
        )?;
        tx.commit()?;
        db.execute_batch("PRAGMA journal_mode = WAL;")?;
        db.close().map_err(|(_, error)| error)?;
    }
    let (file, place) = place.into_parts();
    file.sync_all().map_err(io)?;
    // Before anyone can have a lock on it: see `look_at_marks`.
    drop(file);
    match place.persist_noclobber(folder.join(FILE)) {
        Ok(()) => sync_folder(folder),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(io(error.error)),
    }
    open(folder, identity)?.ok_or_else(|| io(std::io::ErrorKind::NotFound.into()))
}

fn connect(path: &Path) -> Result<Connection, RecordError> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let ready = |db: Connection| -> rusqlite::Result<Connection> {
        db.busy_timeout(PATIENCE)?;
        db.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(db)
    };
    let writing = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(ready);
    match writing {
        Ok(db) => Ok(db),
        // In a folder that can't be written SQLite can't make the companions that WAL needs. When there is nothing in
        // them (they are gone after a clean end), the file alone is the whole truth and can be read as it stands.
        Err(error) if cannot_write(&error) && !has_companion(path) => Ok(as_it_stands(path).and_then(ready)?),
        Err(error) => Err(error.into()),
    }
}

fn cannot_write(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, PermissionDenied, ReadOnly, SystemIoFailure};
    matches!(error.sqlite_error_code(), Some(CannotOpen | PermissionDenied | ReadOnly | SystemIoFailure))
}

fn has_companion(path: &Path) -> bool {
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    std::fs::metadata(wal).is_ok_and(|file| file.len() > 0)
}

/// The path as it stands in a `file:` address, byte by byte: a folder's name need not be text.
fn escaped(path: &Path) -> String {
    let mut address = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => address.push(char::from(*byte)),
            _ => drop(write!(address, "%{byte:02x}")),
        }
    }
    address
}

/// True when the file at `path` bears this program's marks.
pub fn is_ours(path: &Path) -> bool {
    matches!(look_at_marks(path), Ok(Some(_)) | Err(RecordError::Newer { .. }))
}

/// Reads the marks of the file before it is opened for writing, so that nothing foreign ever is. Gives its size; None: there is
/// no file.
///
/// The database itself reads them, taking no lock and making no companion, and never a plain [`std::fs::File`]: on Unix a
/// process that closes *any* descriptor of a file lets go of all its locks on it. A session that looked at the header a
/// second time would lose the lock that says that it is there; the next program to end would think itself the last, take
/// the `-wal` away, and what the session wrote from then on would be in a file without a name
/// (<https://sqlite.org/howtocorrupt.html>, section 2.2).
fn look_at_marks(path: &Path) -> Result<Option<u64>, RecordError> {
    let io = |source| RecordError::Io { path: path.to_owned(), source };
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(error)),
    };
    if !about.is_file() {
        return Err(RecordError::Damaged(Damage::NotAFile));
    }
    if about.len() < HEADER {
        return Err(RecordError::Damaged(Damage::NotADatabase));
    }
    match as_it_stands(path).and_then(|db| Ok((number(&db, "application_id")?, number(&db, "user_version")?))) {
        Ok((APPLICATION, found)) if found > SCHEMA => Err(RecordError::Newer { found }),
        Ok((APPLICATION, _)) => Ok(Some(about.len())),
        Ok(_) => Err(RecordError::NotOurs),
        Err(error) => match error.sqlite_error_code() {
            // Without a lock it may be seen while another program is writing pages back; or it is broken. Opening it tells.
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => Ok(Some(about.len())),
            Some(rusqlite::ErrorCode::CannotOpen) => Err(io(std::io::ErrorKind::PermissionDenied.into())),
            _ => Err(error.into()),
        },
    }
}

/// A number in the header of the database.
fn number(db: &Connection, name: &str) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, name, |row| row.get(0))
}

/// The file alone, without its companions, for reading: takes no lock, makes nothing.
fn as_it_stands(path: &Path) -> rusqlite::Result<Connection> {
    let address = format!("file:{}?immutable=1", escaped(path));
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(address, flags)
}
