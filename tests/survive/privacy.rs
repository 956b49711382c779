//! After the strike: what a purge takes out is gone from every byte of the folder, and what must stay stays and still checks.
//! And a copy for strangers: nobody is who they were, and everything counts as before.

use super::folder::{expect, folder, json, whole};
use super::forms::back_to;
use rusqlite::Connection;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const AM: &str = "gate/main/2026-12-07/am";
const AFTER: &str = "2027-01-15T12:00:00-05:00";

/// Everything that people wrote in their own words in [`lived`], and in the lists.
const WRITTEN: [&str; 20] = [
    "519-555-0102",
    "n2@example.org",
    "519-555-0999",
    "Badge of Bob",
    "his mother is ill",
    "sick-leave",
    "week one it is",
    "neighbours from number nine",
    "the key is under the mat",
    "a blue van came too near",
    "ABCD 123",
    "constable Hart",
    "Nell saw it",
    "soup kitchen",
    "burst pipe",
    "stood longer than noted",
    "ask Anne",
    "(519) 555-0142",
    "Old, Rob",
    "knows the back door",
];

/// A strike lived through, with something written down wherever something can be.
fn lived() -> tempfile::TempDir {
    let folder = folder();
    let dir = folder.path();
    let list = fs::read_to_string(dir.join("members.csv")).unwrap();
    let mut rows = list.lines();
    let mut text = format!("{},badge,Notes,availability\r\n", rows.next().unwrap());
    for row in rows {
        let more = match row.get(..4) {
            Some("m02,") => "Badge of Bob,knows the back door,mon-sun 05:00-23:00",
            Some("m03,") => ",\"ask Anne, (519) 555-0142\",sat",
            _ => ",,",
        };
        write!(text, "{row},{more}\r\n").unwrap();
    }
    fs::write(dir.join("members.csv"), text).unwrap();
    for args in [
        &["assign", AM, "m02", "--pin"][..],
        &["assign", AM, "m03", "--reason", "his mother is ill"],
        &["assign", AM, "m05", "--duty", "captain"],
        &["publish", "--note", "week one it is"],
        &["absent", "m03", "2026-12-09", "--code", "sick-leave"],
        &["sign", AM, "m02", "in", "07:30", "--by", "m05"],
        &["sign", AM, "m05", "in", "07:30"],
        &["guests", AM, "3", "--who", "neighbours from number nine"],
        &["handover", AM, "m10", "--note", "the key is under the mat"],
        &[
            "incident",
            "gate",
            "a blue van came too near",
            "--vehicle",
            "ABCD 123",
            "--police",
            "constable Hart",
            "--witness",
            "Nell saw it",
        ],
        &["alternate", "m06", "2026-12-08", "4h", "--task", "soup kitchen"],
        &["sign", AM, "m02", "out", "11:30"],
        &["sign", AM, "m05", "out", "11:30"],
        &["undo"],
        &["redo"],
        &["close", "dock", "--from", "2026-12-10T00:00", "--until", "2026-12-11T00:00", "--reason", "burst pipe"],
        // What is taken back and done again was written once.
        &["undo"],
        &["redo"],
    ] {
        expect(0, dir, args);
    }
    let export = fs::read_to_string(dir.join("members.csv")).unwrap().replace("519-555-0103", "519-555-0999");
    fs::write(dir.join("export.csv"), export).unwrap();
    expect(0, dir, &["import", dir.join("export.csv").to_str().unwrap()]);
    fs::remove_file(dir.join("export.csv")).unwrap();
    at(AFTER, 0, dir, &["signoff", "2026-12-07"]);
    at(AFTER, 0, dir, &["alternate", "m06", "2026-12-08", "1h", "--correction", "stood longer than noted"]);
    folder
}

fn at(now: &str, status: i32, dir: &Path, args: &[&str]) -> String {
    expect(status, dir, &[args, &["--now", now]].concat())
}

/// Every file in the folder, whatever it is called.
fn files(dir: &Path) -> Vec<PathBuf> {
    fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Which of the written words stand in some byte of some file.
fn found(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(dir) {
        let bytes = fs::read(&path).unwrap();
        for word in WRITTEN {
            if bytes.windows(word.len()).any(|window| window == word.as_bytes()) {
                found.push(format!("{}: {word}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    found
}

fn hours(dir: &Path) -> Value {
    json(0, dir, &["hours"])
}

#[test]
fn a_purge_takes_out_every_byte_of_it_and_keeps_hours_seals_and_history() {
    let folder = lived();
    let dir = folder.path();
    expect(0, dir, &["check"]);
    fs::write(dir.join(".picket-left"), "519-555-0102").unwrap();
    for word in WRITTEN.iter().filter(|word| !["Old, Rob"].contains(word)) {
        assert!(found(dir).iter().any(|each| each.ends_with(word)), "{word} was written somewhere");
    }
    let (paid, seal) = (hours(dir), json(0, dir, &["check"])["journal"]["seal"].as_str().unwrap().to_owned());
    let before = json(0, dir, &["history"]);
    let roster = json(0, dir, &["export", "roster"]);

    // Before the strike is over it is refused, and looking changes nothing.
    let refused = expect(1, dir, &["purge"]);
    assert!(refused.contains("the strike is not over") && refused.contains("--yes"), "{refused}");
    let dry = json(0, dir, &["purge", "--dry-run"]);
    assert_eq!((dry["dry_run"].as_bool(), dry["record"]["reasons"].as_u64()), (Some(true), Some(3)), "{dry}");
    assert_eq!(
        (&dry["record"]["codes"], &dry["record"]["notes"], &dry["record"]["incidents"], &dry["record"]["lists"]),
        (&1.into(), &4.into(), &1.into(), &1.into()),
        "{dry}"
    );
    assert_eq!(dry["removed"], serde_json::json!([".picket-left", "members.csv.bak"]));
    assert_eq!(dry["columns_kept"], serde_json::json!(["badge"]));
    let told = at(AFTER, 0, dir, &["purge", "--dry-run", "--lang", "fr"]);
    let told = told.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(told.contains("members.csv, phone : 30 valeurs") && told.contains("members.csv.bak"), "{told}");
    assert!(!found(dir).is_empty());

    let told = at(AFTER, 0, dir, &["purge", "--column", "BADGE"]);
    assert!(told.contains("30 telephones, 30 e-mail addresses"), "{told}");
    assert_eq!(found(dir), Vec::<String>::new());
    let list = fs::read_to_string(dir.join("members.csv")).unwrap();
    assert!(list.starts_with("id,name,home_site,skills,phone,email,status,badge,Notes,availability\r\n"), "{list}");
    assert!(list.contains("\r\nm02,\"Member, N2\",gate,,,,active,,,mon-sun 05:00-23:00\r\n"), "{list}");

    // What must stay.
    assert_eq!(hours(dir), paid);
    let after = json(0, dir, &["history"]);
    let (before, after) = (before["entries"].as_array().unwrap(), after["entries"].as_array().unwrap());
    assert_eq!(after.len(), before.len() + 1);
    for (before, after) in before.iter().zip(after) {
        for what in ["seq", "at", "actor", "action", "version"] {
            assert_eq!(before[what], after[what]);
        }
    }
    let now = json(0, dir, &["export", "roster"]);
    assert_eq!((&now["totals"], &now["shifts"][0]["assigned"]), (&roster["totals"], &roster["shifts"][0]["assigned"]));
    // The journal checks, and a seal noted down before still holds.
    assert_eq!(whole(dir), after.len() as u64);
    expect(0, dir, &["check", "--seal", &seal]);
    // Nothing before it can be taken back; what comes after can.
    assert!(expect(1, dir, &["undo"]).contains("nothing to undo"));
    expect(0, dir, &["assign", "gate/main/2026-12-08/am", "m04"]);
    expect(0, dir, &["undo"]);
    // Once more there is nothing left, and it is no entry.
    let entries = whole(dir);
    assert!(at(AFTER, 0, dir, &["purge"]).contains("Nothing is left"));
    assert_eq!(whole(dir), entries);
}

#[test]
fn incidents_may_be_kept_and_go_later() {
    let folder = lived();
    let dir = folder.path();
    let kept = ["a blue van came too near", "ABCD 123", "constable Hart", "Nell saw it"];
    at(AFTER, 0, dir, &["purge", "--keep-incidents", "--column", "badge"]);
    let left: Vec<String> = found(dir);
    assert!(!left.is_empty() && left.iter().all(|each| kept.iter().any(|word| each.ends_with(word))), "{left:?}");
    whole(dir);
    assert!(expect(0, dir, &["incidents"]).contains("a blue van came too near"));
    at(AFTER, 0, dir, &["purge"]);
    assert_eq!(found(dir), Vec::<String>::new());
    whole(dir);
    expect(2, dir, &["purge", "--yes", "--column", "name"]);
    expect(2, dir, &["purge", "--yes", "--column", "shoe size"]);
}

#[test]
fn what_is_left_after_a_purge_can_not_be_changed_unseen() {
    let folder = lived();
    let dir = folder.path();
    let copy = dir.join("copy.db");
    // An older form, with links of its own kind.
    for form in [3, picket::store::record::SCHEMA] {
        if form == 3 {
            back_to(dir, 3);
        }
        at(AFTER, 0, dir, &["purge", "--column", "badge", "--keep-incidents"]);
        whole(dir);
        expect(0, dir, &["backup", copy.to_str().unwrap()]);
        for sql in [
            "UPDATE journal SET particulars = replace(particulars, 'm03', 'm04') WHERE action = 'absent'",
            "UPDATE payload SET body = replace(body, '2026-12-09', '2026-12-08') WHERE body LIKE '%2026-12-09%'",
            "UPDATE journal SET actor = 'Bob' WHERE seq = 3",
            "UPDATE journal SET sealed = x'' WHERE seq = 1; UPDATE journal SET salt = NULL WHERE seq = 1",
            "UPDATE journal SET particulars = '{}' WHERE action = 'purge'",
        ] {
            let spoilt = tempfile::tempdir().unwrap();
            for name in ["strike.toml", "sites.toml", "members.csv"] {
                fs::copy(dir.join(name), spoilt.path().join(name)).unwrap();
            }
            fs::copy(&copy, spoilt.path().join("roster.db")).unwrap();
            Connection::open(spoilt.path().join("roster.db")).unwrap().execute_batch(sql).unwrap();
            let told = expect(1, spoilt.path(), &["check"]);
            assert!(told.contains("record_altered"), "form {form}: {sql}\n{told}");
        }
        fs::remove_file(&copy).unwrap();
        assert!(!dir.join("roster-form-3.db").exists(), "the copy of the older form is gone too");
    }
}

#[test]
fn a_copy_for_strangers_knows_nobody_and_counts_the_same() {
    let folder = lived();
    let dir = folder.path();
    fs::write(
        dir.join("essential.toml"),
        "# ask Anne\n[[requirement]]\nid = \"r\"\nsite = \"gate\"\nrequired = 1\n\
         [[designation]]\nmember = \"m08\" # Old, Rob\nrequirement = \"r\"\nkind = \"pool\"\n\
         [[designation]]\nmember = \"m12\"\nrequirement = \"r\"\nkind = \"pool\"\n",
    )
    .unwrap();
    let out = tempfile::tempdir().unwrap();
    let copy = out.path().join("a/copy");
    let document = json(0, dir, &["redact", copy.to_str().unwrap()]);
    assert_eq!((document["members"].as_u64(), document["same"].as_bool()), (Some(30), Some(true)), "{document}");
    let said = ["mon-sun", "sat"];
    assert!(said.iter().all(|word| fs::read_to_string(copy.join("members.csv")).unwrap().contains(word)));
    assert_eq!(found(&copy), Vec::<String>::new());
    for path in files(&copy) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for id in ["m02", "m03", "m05", "m08", "Member, N", "anne"] {
            assert!(!text.contains(id), "{id} in {}", path.display());
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(&copy).unwrap().mode() & 0o777, 0o700);
        for path in files(&copy) {
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600, "{}", path.display());
        }
    }
    // The same history, hours and plan, told of others.
    whole(&copy);
    let count = |dir: &Path, args: &[&str], what: &str| json(0, dir, args)[what].clone();
    assert_eq!(
        count(&copy, &["history"], "entries").as_array().unwrap().len(),
        document["entries"].as_u64().unwrap() as usize
    );
    let pay = |dir: &Path| {
        let rows = hours(dir)["weeks"][0]["members"].as_array().unwrap().clone();
        rows.iter().map(|row| (row["credited_minutes"].clone(), row["strike_pay"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(pay(&copy), pay(dir));
    for what in ["levels", "gaps", "assignments"] {
        assert_eq!(count(&copy, &["plan", "--dry-run"], what), count(dir, &["plan", "--dry-run"], what), "{what}");
    }
    // Never over anything.
    let told = expect(2, dir, &["redact", copy.to_str().unwrap()]);
    assert!(told.contains("holds something already"), "{told}");
    expect(2, dir, &["redact", dir.join("members.csv").to_str().unwrap()]);
    expect(2, dir, &["redact"]);
}
