//! A union database's export, brought into the list of members.
#![allow(clippy::unwrap_used, missing_docs)]

mod program;

use program::Program;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const STRIKE: &str = r#"
[strike]
name = "Import test"
union = "OPSEU/SEFPO"
first_day = 2026-12-07
[files]
members = ["a.csv", "b.csv"]
[line]
minimum = 1
[[shift]]
id = "am"
start = "07:30"
end = "11:30"
"#;
const ESSENTIAL: &str = "[[requirement]]\nid = \"r\"\nsite = \"gate\"\nrequired = 1\n\
                         [[designation]]\nmember = \"2\"\nrequirement = \"r\"\nkind = \"pool\"\n";
const A: &str = "\u{feff}Name,badge,ID,phone,availability,status\r\n\"Tremblay, Anne\",\"7\",1,519 555-0101,mon-fri,\r\n\r\n\"Bell, Ray\",,2,,,\r\n";
const B: &str = "id,name,skills\n3,\"Côté, Luc\",captain\n4,\"Dunn, Kay\",";

const PICKET: Program = Program { now: "2026-12-01T09:00:00-05:00" };

fn folder() -> (tempfile::TempDir, String) {
    let sites = "[[site]]\nid = \"gate\"\nname = \"Gate\"\n";
    program::folder(&[
        ("strike.toml", STRIKE),
        ("sites.toml", sites),
        ("a.csv", A),
        ("b.csv", B),
        ("essential.toml", ESSENTIAL),
    ])
}

/// Runs and expects a status; gives what was asked for, or what is wrong.
fn expect(status: i32, args: &[&str]) -> String {
    let said = PICKET.expect(status, args);
    if status == 0 { said.out } else { said.err }
}

fn json(args: &[&str]) -> Value {
    PICKET.json(0, args)
}

fn read(dir: &str, name: &str) -> String {
    fs::read_to_string(Path::new(dir).join(name)).unwrap()
}

const SHIFT: &str = "gate/main/2026-12-07/am";

#[test]
fn a_map_says_what_the_export_s_words_mean() {
    let (_held, dir) = folder();
    let (export, map) = (format!("{dir}/export.csv"), format!("{dir}/map.toml"));
    let text = "sep=;\r\nid;name;status;skills\r\n1;Tremblay, Anne;En congé;Capitaine; \r\n".replace("; \r", "\r");
    let text = format!("{text}2;Bell, Ray;Actif;\r\n3;Côté, Luc;Actif;\r\n4;Dunn, Kay;Retraitée;\r\n");
    fs::write(&export, text).unwrap();
    let told = expect(2, &["import", &dir, &export, "--dry-run"]);
    assert!(told.contains("`En congé`") || told.contains("`en congé`"), "{told}");
    assert!(told.contains("[words.status] \"on strike\" = \"active\""), "{told}");
    let words = "[words.status]\nactif = \"active\"\n\"en congé\" = \"leave\"\nretraitée = \"excluded\"\n\
                 [words.skills]\ncapitaine = \"captain\"\n"
        .replace("retraitée", "\"Retraitée\"");
    fs::write(&map, words).unwrap();
    let done = json(&["import", &dir, &export, "--map", &map]);
    assert_eq!(done["changed"].as_array().unwrap().len(), 2, "{done}");
    assert!(read(&dir, "a.csv").contains(",mon-fri,leave"), "{}", read(&dir, "a.csv"));
    assert!(read(&dir, "b.csv").contains("excluded"), "{}", read(&dir, "b.csv"));
}

#[test]
fn people_come_change_and_go() {
    let (folder, dir) = folder();
    json(&["assign", &dir, SHIFT, "4", "--pin", "--reason", "asked to"]);
    json(&["assign", &dir, SHIFT, "3", "--reason", "asked to"]);
    let export = folder.path().join("export.csv");
    // Latin-1, semicolons, columns of its own; Dunn is gone, Nguyen is new and lives with her telephone under two numbers.
    let text = b"Member No;Last;First;Cell;Local;E-mail;status\n1;Tremblay;Anne-\xc9lise;(519) 555-0101;108;;\n2;Bell;Ray;5195550102;908;;\n\
                 3;C\xf4t\xe9;Luc;;;;\n5;Nguyen;Thi;1-416-555-0105;512;t@example.org;\n6;NGUYEN;Thi;416.555.0105;512;;\n;Nobody;;;;;\n5;Again;;;;;\n";
    fs::write(&export, text).unwrap();
    let map = folder.path().join("map.toml");
    let columns = "[columns]\nid = \"Member No\"\nname = [\"Last\", \"First\"]\nphone = \"Cell\"\nemail = \"E-mail\"\n";
    fs::write(&map, columns).unwrap();
    let (export, map) = (export.to_str().unwrap(), map.to_str().unwrap());

    let dry = json(&["import", &dir, export, "--map", map, "--dry-run"]);
    assert_eq!((read(&dir, "a.csv"), read(&dir, "b.csv")), (A.to_owned(), B.to_owned()));
    assert!(!folder.path().join("b.csv.bak").exists());
    let done = json(&["import", &dir, export, "--map", map]);
    for name in ["added", "changed", "gone", "freed", "suspicious", "unchanged", "files", "encoding", "separator"] {
        assert_eq!(dry[name], done[name], "{name}");
    }
    assert_eq!((&done["encoding"], &done["separator"]), (&"windows-1252".into(), &";".into()));
    let ids = |name: &str| done[name].as_array().unwrap().iter().map(|each| each["member"].clone()).collect::<Vec<_>>();
    assert_eq!(
        (ids("added"), ids("changed"), ids("gone")),
        (vec!["5".into(), "6".into()], vec!["1".into(), "2".into()], vec!["4".into()])
    );
    assert_eq!(done["changed"][0]["columns"], json!(["name", "local"]), "the same number in another form is no change");
    assert_eq!(done["freed"][0]["member"], "4");
    let doubts = done["suspicious"].as_array().unwrap().iter().map(|each| each["code"].clone()).collect::<Vec<_>>();
    assert_eq!(doubts, ["impossible_local", "no_id", "id_twice", "same_person"]);
    assert!(!done.to_string().contains("555"), "no telephone in the document");

    assert_eq!(
        read(&dir, "a.csv"),
        "\u{feff}Name,badge,ID,phone,availability,status,local\r\n\"Tremblay, Anne-Élise\",7,1,519 555-0101,mon-fri,,108\r\n\r\n\"Bell, Ray\",,2,519-555-0102,,,908\r\n"
    );
    assert_eq!(
        read(&dir, "b.csv"),
        "id,name,skills,local,phone,email,status\n3,\"Côté, Luc\",captain,,,,\n4,\"Dunn, Kay\",,,,,excluded\n5,\"Nguyen, Thi\",,512,416-555-0105,t@example.org,\n6,\"NGUYEN, Thi\",,512,416-555-0105,,\n"
    );
    assert_eq!((read(&dir, "a.csv.bak"), read(&dir, "b.csv.bak")), (A.to_owned(), B.to_owned()));
    #[cfg(unix)]
    for name in ["a.csv", "b.csv", "a.csv.bak", "b.csv.bak"] {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(folder.path().join(name)).unwrap().mode() & 0o777, 0o600, "{name}");
    }
    let roster = json(&["export", &dir, "roster"]);
    let on: Vec<&Value> =
        roster["shifts"][0]["assigned"].as_array().unwrap().iter().map(|each| &each["member"]).collect();
    assert_eq!((on, &roster["version"]), (vec![&Value::from("3")], &3.into()));
    let problems = json(&["check", &dir]);
    assert!(problems["problems"].as_array().unwrap().iter().all(|p| p["severity"] != "error"), "{problems}");
    assert!(expect(0, &["history", &dir]).contains("export.csv imported: 2 added, 2 changed, 1 gone"));

    // The same once more changes nothing, and is no entry.
    assert!(expect(0, &["import", &dir, export, "--map", map]).contains("nothing to change"));
    assert_eq!(json(&["history", &dir])["entries"].as_array().unwrap().len(), 3);
}

#[test]
fn who_stays_on_a_shift_and_may_not_stand_there_any_more_is_told() {
    let (folder, dir) = folder();
    for member in ["1", "3"] {
        json(&["assign", &dir, SHIFT, member, "--reason", "asked to"]);
    }
    let export = folder.path().join("export.csv");
    fs::write(&export, "id,name,status,availability\n1,\"Tremblay, Anne\",ltd,\n2,\"Bell, Ray\",,\n3,\"Côté, Luc\",,\n4,\"Dunn, Kay\",,\n")
        .unwrap();
    let export = export.to_str().unwrap();
    let broken = json!([{ "shift": SHIFT, "member": "1", "rule": "status" }]);
    assert_eq!(json(&["import", &dir, export, "--dry-run"])["broken"], broken);
    assert!(
        expect(0, &["import", &dir, export, "--dry-run"]).contains(&format!("{SHIFT}  Tremblay, Anne (1): status"))
    );
    assert_eq!(json(&["import", &dir, export])["broken"], broken);
    let problems = json(&["check", &dir])["problems"].to_string();
    assert!(problems.contains("assignment_breaks_rule") && problems.contains("(1) stands on"), "{problems}");
    // What breaks a rule already is not the list's doing.
    fs::write(
        folder.path().join("export.csv"),
        "id,name\n1,\"Tremblay, A.\"\n2,\"Bell, Ray\"\n3,\"Côté, Luc\"\n4,\"Dunn, Kay\"\n",
    )
    .unwrap();
    assert_eq!(json(&["import", &dir, export, "--dry-run"])["broken"], json!([]));
}

#[test]
fn someone_the_agreement_names_may_be_gone() {
    let (folder, dir) = folder();
    let export = folder.path().join("export.csv");
    fs::write(&export, "id,name\n1,\"Tremblay, Anne\"\n3,\"Côté, Luc\"\n4,\"Dunn, Kay\"\n").unwrap();
    let told = expect(0, &["import", &dir, export.to_str().unwrap(), "--lang", "fr"]);
    assert!(told.contains("Bell, Ray (2)") && told.contains("départs\u{a0}: 1"), "{told}");
    expect(0, &["check", &dir]);
    let back = json(&["import", &dir, export.to_str().unwrap()]);
    assert_eq!(back["gone"], json!([]));
    fs::write(&export, "id,name\n1,\"Tremblay, Anne\"\n2,\"Bell, Ray\"\n3,\"Côté, Luc\"\n4,\"Dunn, Kay\"\n").unwrap();
    let back = json(&["import", &dir, export.to_str().unwrap()]);
    assert_eq!(back["suspicious"][0]["code"], "excluded_here", "whoever comes back is told of, not decided on");
}

#[test]
fn what_cannot_be_brought_in_changes_nothing() {
    let (folder, dir) = folder();
    let export = folder.path().join("export.csv");
    let path = export.to_str().unwrap();
    let map = folder.path().join("map.toml");
    for (text, columns, word) in [
        ("id,name\n1,a,b\n", "", "line 2 has 3 fields"),
        ("number,name\n1,a\n", "", "no column `id`"),
        ("id,name\n1,a\n", "[columns]\nnmae = \"name\"\n", "knows no `nmae`"),
        ("id,name\n1,a\n", "[columns]\nname = \"Full name\"\n", "no column `Full name`"),
        ("id,name,status\n1,a,retired\n", "", "nothing was written"),
        ("id,name\n1,a\n", "dates = \"today\"\n", "day-month-year"),
        ("", "", "not a table"),
        ("id,name\n", "", "names nobody"),
        ("id,name\n,a\n", "", "names nobody"),
        ("id,name\n1,\"a\n2,b\n", "", "line 2: a quotation mark"),
        ("id,name\n1\n", "", "line 2 has 1 field, the header has 2"),
        ("id,name\n1,a\n", "[columns]\nid =\n", "line 2, column 5"),
        ("id,name\n1,a\n", "[columns]\nname = 7\n", "name = [\"Last\", \"First\"]"),
        ("id,name\n1,a\n", "[columns]\nid = \"\"\n", "leaves out `id`"),
    ] {
        fs::write(&export, text).unwrap();
        fs::write(&map, columns).unwrap();
        let told = expect(2, &["import", &dir, path, "--map", map.to_str().unwrap()]);
        assert!(told.contains(word), "{text}\n{told}");
    }
    // Programs get what would be wrong with the files as `check` would tell it.
    fs::write(&export, "id,name,status\n1,a,retired\n").unwrap();
    let document = PICKET.json(2, &["import", &dir, path]);
    assert_eq!((&document["error"]["code"], &document["error"]["status"]), (&json!("input"), &json!(2)));
    let problems = document["error"]["problems"].as_array().unwrap();
    let is_it = |problem: &&Value| problem["code"] == "unknown_word" && problem["file"] == "a.csv";
    assert_eq!(problems.iter().filter(is_it).count(), 1, "{document}");
    let told = expect(2, &["import", &dir, "/no/such/file.csv", "--lang", "fr"]);
    assert!(told.contains("il n’y a pas de tel fichier") && !told.contains("os error"), "{told}");
    expect(2, &["import", &dir, &dir]);
    assert_eq!((read(&dir, "a.csv"), read(&dir, "b.csv")), (A.to_owned(), B.to_owned()));
    assert!(!folder.path().join("roster.db").exists());
}

#[test]
fn what_can_not_be_read_is_told_and_left_as_it_was() {
    let (folder, dir) = folder();
    let export = folder.path().join("export.csv");
    let path = export.to_str().unwrap();
    let text = "id,name,home_site,availability\n1,\"Tremblay, Anne\",nowhere,not 09/12/2026\n2,\"Bell, Ray\",gate,not 24/12/2026\n\
                3,\"Côté, Luc\",,\n4,\"Dunn, Kay\",,\n";
    fs::write(&export, text).unwrap();
    let before = read(&dir, "a.csv");
    let dry = json(&["import", &dir, path, "--dry-run"]);
    let doubts: Vec<&Value> = dry["suspicious"].as_array().unwrap().iter().map(|each| &each["code"]).collect();
    assert_eq!(doubts, ["unknown_home", "odd_date"]);
    assert_eq!(read(&dir, "a.csv"), before);
    let told = expect(0, &["import", &dir, path, "--dry-run", "--lang", "fr"]);
    assert!(told.contains("nowhere") && told.contains("09/12/2026"), "{told}");
    expect(0, &["import", &dir, path]);
    let list = read(&dir, "a.csv");
    assert!(list.contains("mon-fri") && list.contains("not 2026-12-24") && !list.contains("nowhere"), "{list}");
    // No status at all is `active`; and whoever is told to be gone for a reason is nobody to ask about.
    fs::write(
        &export,
        "id,name,status\n1,\"Tremblay, Anne\",active\n2,\"Bell, Ray\",excluded\n3,\"Côté, Luc\",\n4,\"Dunn, Kay\",\n",
    )
    .unwrap();
    let told = json(&["import", &dir, path]);
    let changed: Vec<&Value> = told["changed"].as_array().unwrap().iter().map(|each| &each["member"]).collect();
    assert_eq!(changed, ["2"], "{told}");
    let again = json(&["import", &dir, path]);
    assert_eq!(again["suspicious"], json!([]), "a status told is no doubt");
    expect(0, &["undo", &dir]);
    // The map tells which is the day.
    fs::write(&export, text).unwrap();
    let map = folder.path().join("map.toml");
    fs::write(&map, "dates = \"day-month-year\"\n").unwrap();
    expect(0, &["import", &dir, path, "--map", map.to_str().unwrap()]);
    assert!(read(&dir, "a.csv").contains("not 2026-12-09"));
}
