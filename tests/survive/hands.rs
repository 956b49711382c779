//! Hands that change the record behind the program's back are found out, whatever they change; and what was sealed can't be
//! taken away unseen.

use super::folder::{document, expect, folder, json};
use rusqlite::Connection;
use std::path::Path;

const SHIFT: &str = "gate/main/2026-12-07/am";

fn filled() -> tempfile::TempDir {
    let folder = folder();
    let dir = folder.path();
    for args in [
        &["assign", SHIFT, "m02", "--pin"][..],
        &["publish"],
        &["assign", SHIFT, "m04"],
        &["absent", "m03", "2026-12-09", "--code", "sick"],
        &["sign", SHIFT, "m02", "in", "07:30"],
        &["sign", SHIFT, "m02", "out", "11:30"],
        &["incident", "gate", "a van came too near", "--vehicle", "ABCD 123"],
        &["undo"],
        &["redo"],
    ] {
        expect(0, dir, args);
    }
    folder
}

fn codes(dir: &Path, args: &[&str]) -> Vec<String> {
    let document = document(dir, &[&["check"], args].concat());
    let problems = document["problems"].as_array().unwrap();
    problems.iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_table_is_held_against_the_journal() {
    assert_eq!(codes(filled().path(), &[]), Vec::<String>::new());
    for (sql, code) in [
        ("UPDATE journal SET actor = 'Bob' WHERE seq = 3", "record_altered"),
        ("UPDATE journal SET at = at + 60 WHERE seq = 1", "record_altered"),
        ("UPDATE journal SET particulars = replace(particulars, 'm04', 'm06')", "record_altered"),
        ("UPDATE journal SET version = 9 WHERE seq = 9", "record_altered"),
        ("UPDATE journal SET undoable = 0 WHERE seq = 1", "record_altered"),
        ("UPDATE journal SET turns = 1 WHERE turns IS NOT NULL", "record_altered"),
        ("UPDATE payload SET body = replace(body, 'picket', 'captain')", "record_altered"),
        ("DELETE FROM payload WHERE seq = 4; DELETE FROM journal WHERE seq = 4", "record_altered"),
        ("DELETE FROM assignment WHERE member = 'm02'", "record_differs"),
        ("UPDATE assignment SET pinned = 0", "record_differs"),
        (
            "INSERT INTO assignment SELECT shift, 'm06', duty, origin, 0, '', NULL FROM assignment LIMIT 1",
            "record_differs",
        ),
        ("UPDATE told SET duty = 'captain'", "record_differs"),
        ("UPDATE absence SET time = '2026-12-10'", "record_differs"),
        ("UPDATE attendance SET went = went + 3600", "record_differs"),
        ("DELETE FROM fact", "record_differs"),
        ("UPDATE fact SET body = replace(body, 'ABCD', 'WXYZ')", "record_differs"),
    ] {
        let folder = filled();
        let db = Connection::open(folder.path().join("roster.db")).unwrap();
        db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        db.execute_batch(sql).unwrap();
        drop(db);
        let found = codes(folder.path(), &[]);
        assert!(found.contains(&code.to_owned()), "{sql}: {found:?}");
    }
}

#[test]
fn a_seal_tells_when_the_end_of_the_journal_was_taken_away() {
    let folder = filled();
    let dir = folder.path();
    let seal = json(0, dir, &["check"])["journal"]["seal"].as_str().unwrap().to_owned();
    let copy = json(0, dir, &["backup", dir.join("copy.db").to_str().unwrap()]);
    assert_eq!((copy["seal"].as_str(), copy["entries"].as_u64()), (Some(seal.as_str()), Some(9)));
    expect(0, dir, &["unassign", SHIFT, "m04"]);
    assert_eq!(codes(dir, &["--seal", &seal]), Vec::<String>::new(), "what came after is no matter");
    assert_eq!(codes(dir, &["--seal", &seal[..16]]), Vec::<String>::new());
    // Someone cuts the last entries off and sets the tables to match: only the seal can tell.
    std::fs::remove_file(dir.join("roster.db")).unwrap();
    std::fs::copy(dir.join("copy.db"), dir.join("roster.db")).unwrap();
    let db = Connection::open(dir.join("roster.db")).unwrap();
    db.execute_batch("DELETE FROM payload WHERE seq > 7; DELETE FROM journal WHERE seq > 7").unwrap();
    drop(db);
    assert_eq!(codes(dir, &["--seal", &seal]), ["seal_missing"]);
    assert_eq!(codes(dir, &[]), Vec::<String>::new());
}

#[test]
fn a_copy_is_whole_private_and_never_written_over_anything() {
    let folder = filled();
    let dir = folder.path();
    let copies = tempfile::tempdir().unwrap();
    let copied = json(0, dir, &["backup", copies.path().to_str().unwrap()]);
    let place = copied["file"].as_str().unwrap().to_owned();
    assert!(place.ends_with("roster-20261207-070000.db"), "{place}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(std::fs::metadata(&place).unwrap().mode() & 0o777, 0o600);
    }
    // A folder that is not there is made, as private as the copy in it.
    let deep = copies.path().join("new/deep/copy.db");
    expect(0, dir, &["backup", deep.to_str().unwrap()]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().mode() & 0o777;
        let (folder, above) = (deep.parent().unwrap(), copies.path().join("new"));
        assert_eq!((mode(&deep), mode(folder), mode(&above)), (0o600, 0o700, 0o700));
    }
    expect(2, dir, &["backup", &place]);
    expect(2, dir, &["backup", dir.join("members.csv").to_str().unwrap()]);
    // Put back, it is the record of then.
    expect(0, dir, &["unassign", SHIFT, "m04"]);
    let after = json(0, dir, &["export", "roster"]);
    for name in ["roster.db", "roster.db-wal", "roster.db-shm"] {
        let _ = std::fs::remove_file(dir.join(name));
    }
    std::fs::copy(&place, dir.join("roster.db")).unwrap();
    let before = json(0, dir, &["export", "roster"]);
    assert_ne!(before, after);
    assert_eq!((before["totals"]["assignments"].clone(), super::folder::whole(dir)), (2.into(), 9));
}
