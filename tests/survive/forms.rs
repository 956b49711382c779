//! Records of every earlier form are brought along, and kept as they were.

use super::folder::{expect, folder, json, whole};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::path::Path;

/// What leads from a form back to the one before.
const BACK: [(i64, &str); 3] = [
    (4, "ALTER TABLE journal DROP COLUMN salt; ALTER TABLE journal DROP COLUMN sealed;"),
    (
        3,
        "DROP INDEX attendance_open; DROP INDEX fact_of_kind; DROP TABLE fact; DROP TABLE pending; \
         ALTER TABLE absence DROP COLUMN alternate;",
    ),
    (2, "DROP INDEX attendance_of_member; DROP TABLE attendance;"),
];

/// Makes the record one of that form, as the program of then would have left it.
pub fn back_to(dir: &Path, form: i64) {
    let db = Connection::open(dir.join("roster.db")).unwrap();
    if form < 4 {
        without_salt(&db);
    }
    for (from, sql) in BACK.iter().filter(|(from, _)| *from > form) {
        db.execute_batch(&format!("{sql} PRAGMA user_version = {}", from - 1)).unwrap();
    }
    db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}

/// Links the journal as was done before there were salts: SHA-256 over the link before and every part of the entry, each led
/// by its length.
fn without_salt(db: &Connection) {
    let mut query = db
        .prepare("SELECT seq, at, actor, action, particulars, turns, undoable, version, body FROM journal JOIN payload USING (seq) ORDER BY seq")
        .unwrap();
    let mut rows = query.query([]).unwrap();
    let mut link: Vec<u8> = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let number = |at: usize| row.get::<_, Option<i64>>(at).unwrap().unwrap_or(0).to_be_bytes().to_vec();
        let text = |at: usize| row.get::<_, String>(at).unwrap().into_bytes();
        let undoable = vec![row.get::<_, u8>(6).unwrap()];
        let parts = [link, number(0), number(1), text(2), text(3), text(4), number(5), undoable, number(7), text(8)];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        link = hash.finalize().to_vec();
        db.execute("UPDATE journal SET chain = ?2 WHERE seq = ?1", params![row.get::<_, i64>(0).unwrap(), link])
            .unwrap();
    }
}

fn count(path: &Path, what: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM {what}");
    Connection::open(path).unwrap().query_row(&sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn every_earlier_form_is_brought_along_and_kept() {
    for form in 1..picket::store::record::SCHEMA {
        let folder = folder();
        let dir = folder.path();
        expect(0, dir, &["assign", "gate/main/2026-12-08/am", "m02", "--pin"]);
        expect(0, dir, &["absent", "m03", "2026-12-09", "--code", "sick"]);
        if form >= 2 {
            expect(0, dir, &["sign", "gate/main/2026-12-08/am", "m02", "in", "07:30"]);
        }
        back_to(dir, form);
        let before = whole_of_journal(dir);
        // Looking is enough.
        assert_eq!(whole(dir), before.len() as u64, "form {form}");
        assert_eq!(whole_of_journal(dir), before, "the journal is what it was");
        expect(0, dir, &["sign", "gate/main/2026-12-08/am", "m02", if form >= 2 { "out" } else { "in" }, "11:30"]);
        expect(0, dir, &["guests", "gate/main/2026-12-08/am", "2"]);
        expect(0, dir, &["undo"]);
        whole(dir);
        let kept = dir.join(format!("roster-form-{form}.db"));
        assert_eq!(count(&kept, "journal"), before.len() as i64);
        assert_eq!((count(&kept, "assignment"), count(&kept, "absence")), (1, 1));
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            assert_eq!(std::fs::metadata(&kept).unwrap().mode() & 0o777, 0o600);
        }
    }
}

fn whole_of_journal(dir: &Path) -> Vec<(i64, Vec<u8>)> {
    let db = Connection::open(dir.join("roster.db")).unwrap();
    let mut query = db.prepare("SELECT seq, chain FROM journal ORDER BY seq").unwrap();
    query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

#[cfg(unix)]
#[test]
fn what_can_not_be_written_is_read_in_any_form() {
    use std::os::unix::fs::PermissionsExt;
    for form in 1..=picket::store::record::SCHEMA {
        let folder = folder();
        let dir = folder.path();
        expect(0, dir, &["assign", "gate/main/2026-12-08/am", "m02"]);
        back_to(dir, form);
        let set = |mode| std::fs::set_permissions(dir, std::fs::Permissions::from_mode(mode)).unwrap();
        std::fs::set_permissions(dir.join("roster.db"), std::fs::Permissions::from_mode(0o400)).unwrap();
        set(0o500);
        let roster = json(0, dir, &["export", "roster"]);
        let hours = json(0, dir, &["hours"]);
        set(0o700);
        assert_eq!(roster["totals"]["assignments"], 1, "form {form}");
        assert_eq!(hours["weeks"][0]["members"][0]["rostered_minutes"], 240, "form {form}");
    }
}
