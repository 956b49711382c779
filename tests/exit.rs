//! What every command ends with, on every kind of strike: the status, one document under `--json`, lines that fit.
#![allow(clippy::unwrap_used, missing_docs)]

mod program;

use program::{Program, Said};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const WIDEST: usize = 100;

const PICKET: Program = Program { now: "2026-12-01T09:00:00-05:00" };

fn words(line: &str, strike: &Strike, dir: &Path) -> Vec<String> {
    let word = |word: &str| match word {
        "DIR" => dir.display().to_string(),
        "DIR/members.csv" => dir.join("members.csv").display().to_string(),
        "NEW" => dir.with_extension("new").display().to_string(),
        "FREED" => strike.freed.0.clone(),
        "AWAY" => strike.freed.1.clone(),
        "SHIFT" => strike.stands.0.clone(),
        "MEMBER" => strike.stands.1.clone(),
        "REFUSED" => strike.refused.clone(),
        "CLOSED" => strike.stands.0.replace("2026-12", "2031-12"),
        other => other.to_owned(),
    };
    line.split(' ').map(word).collect()
}

/// A strike with a record: a gap, a place someone was taken off and may take again, an action undone.
struct Strike {
    folder: tempfile::TempDir,
    /// A shift, and who was taken off it.
    freed: (String, String),
    /// A shift, and who stands there.
    stands: (String, String),
    /// Someone who may not stand on the first of these shifts.
    refused: String,
}

impl Strike {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("good");
        let ask = |line: &str| {
            let mut args: Vec<String> = line.split(' ').map(str::to_owned).collect();
            args.insert(1, dir.display().to_string());
            args.push("--json".to_owned());
            let said = PICKET.run(&args);
            assert!(said.status < 2, "{line}: {}", said.err);
            serde_json::from_str::<Value>(&said.out).unwrap()
        };
        ask("generate --members 60 --sites 3 --days 7 --seed 5");
        ask("plan");
        let roster = ask("export roster");
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        let manned: Vec<&Value> =
            roster["shifts"].as_array().unwrap().iter().filter(|s| s["assigned"][0].is_object()).collect();
        let place = |shift: &Value| (word(&shift["id"]), word(&shift["assigned"][0]["member"]));
        let (freed, stands) = (place(manned[0]), place(manned[manned.len() - 1]));
        let members = fs::read_to_string(dir.join("members.csv")).unwrap();
        let mut ids = members.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
        let refused = ids.find(|id| ask(&format!("why {} {id}", freed.0))["allowed"] == false).unwrap();
        ask(&format!("unassign {} {}", freed.0, freed.1));
        ask("publish");
        ask(&format!("unassign {} {}", stands.0, stands.1));
        ask("undo");
        Self { folder, freed, stands, refused }
    }

    /// A copy of it.
    fn copy(&self, name: &str) -> PathBuf {
        let to = self.folder.path().join(name);
        if to.exists() {
            fs::remove_dir_all(&to).unwrap();
        }
        fs::create_dir(&to).unwrap();
        for entry in fs::read_dir(self.folder.path().join("good")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
        to
    }
}

/// Runs `line` twice, each time on a folder made anew: with `--json`, and in French for a person.
fn expect(strike: &Strike, line: &str, status: i32, folder: &dyn Fn() -> PathBuf) {
    let mut args = words(line, strike, &folder());
    args.push("--json".to_owned());
    let said = PICKET.run(&args);
    assert_eq!(said.status, status, "{line} --json\n{}{}", said.out, said.err);
    let document: Value =
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{line} --json: {error}\n{}", said.out));
    if status >= 2 {
        assert_eq!(document["error"]["status"], status, "{line} --json: {document}");
        assert!(!document["error"]["message"].as_str().unwrap().is_empty(), "{line} --json: {document}");
    }

    let mut args = words(line, strike, &folder());
    args.extend(["--lang".to_owned(), "fr".to_owned()]);
    let said = PICKET.run(&args);
    assert_eq!(said.status, status, "{line}\n{}{}", said.out, said.err);
    assert!(said.out.is_empty() == (status >= 2), "{line}\n{}{}", said.out, said.err);
    assert!(status < 2 || !said.err.is_empty(), "{line}");
    if !line.starts_with("man") && !line.starts_with("completions") {
        for long in said.out.lines().chain(said.err.lines()).filter(|line| line.chars().count() > WIDEST) {
            assert!(!long.trim().contains(' ') || long.contains('/'), "{line}: {long}");
        }
    }
}

/// Everything that needs a strike, as it is done when nothing is wrong, with its status then.
const GOOD: [(&str, i32); 24] = [
    ("check DIR", 0),
    ("plan DIR", 0),
    ("plan DIR --dry-run", 0),
    ("gaps DIR", 1),
    ("why DIR SHIFT", 0),
    ("why DIR SHIFT MEMBER", 0),
    ("assign DIR FREED AWAY", 0),
    ("unassign DIR SHIFT MEMBER", 0),
    ("export DIR roster", 0),
    ("publish DIR", 0),
    ("absent DIR MEMBER 2026-12-08", 0),
    ("callin DIR MEMBER 2026-12-08", 0),
    ("sign DIR SHIFT MEMBER in", 0),
    ("sign DIR SHIFT MEMBER in 07:30", 0),
    ("noshow DIR SHIFT MEMBER", 0),
    ("hours DIR", 0),
    ("import DIR DIR/members.csv", 0),
    ("history DIR", 0),
    ("undo DIR", 0),
    ("redo DIR", 0),
    ("purge DIR --dry-run", 0),
    ("purge DIR --yes", 0),
    ("gaps DIR --day 2031-01-01", 0),
    ("why DIR CLOSED", 0),
];

#[test]
fn done_is_0_and_no_is_1() {
    let strike = Strike::new();
    let good = || strike.copy("copy");
    for (line, status) in GOOD {
        expect(&strike, line, status, &good);
    }
    for line in [
        "assign DIR FREED REFUSED",
        "assign DIR CLOSED MEMBER",
        "unassign DIR FREED REFUSED",
        "sign DIR CLOSED MEMBER in",
        "purge DIR",
    ] {
        let said = PICKET.run(&words(line, &strike, &good()));
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{line}: {}", said.err);
        assert!(!said.err.is_empty(), "{line}");
        let said = PICKET.run(&[words(line, &strike, &good()), vec!["--json".to_owned()]].concat());
        assert_eq!((said.status, serde_json::from_str::<Value>(&said.out).is_ok()), (1, true), "{line}: {}", said.out);
    }
    let unplanned = || {
        let dir = strike.copy("copy");
        fs::remove_file(dir.join("roster.db")).unwrap();
        dir
    };
    for line in ["undo DIR", "redo DIR"] {
        assert_eq!(PICKET.run(&words(line, &strike, &unplanned())).status, 1, "{line}");
    }
    for (line, status) in [("completions bash", 0), ("man", 0)] {
        expect(&strike, line, status, &good);
    }
    let absent = || {
        let dir = strike.folder.path().join("fresh");
        let _ = fs::remove_dir_all(dir.with_extension("new"));
        dir
    };
    expect(&strike, "generate NEW --members 3 --sites 1", 0, &absent);
    let beside = || {
        let dir = strike.copy("copy");
        let _ = fs::remove_dir_all(dir.with_extension("new"));
        dir
    };
    expect(&strike, "redact DIR NEW", 0, &beside);
}

#[test]
fn a_command_line_that_cannot_be_used_is_2() {
    let strike = Strike::new();
    let good = || strike.copy("copy");
    for (line, _) in GOOD {
        expect(&strike, &format!("{line} --nonsense"), 2, &good);
        let fewer = line.rsplit_once(' ').unwrap().0;
        let needs_words = !["check", "plan", "gaps", "history", "undo", "redo", "publish", "hours", "purge"]
            .iter()
            .any(|word| line.starts_with(word));
        if needs_words && !line.ends_with("07:30") && !line.ends_with("why DIR SHIFT MEMBER") {
            let fewer = if line.starts_with("why") { "why DIR" } else { fewer };
            expect(&strike, fewer, 2, &good);
        }
    }
    for line in [
        "gaps DIR --site nowhere",
        "gaps DIR --day tomorrow",
        "why DIR MEMBER",
        "why DIR nowhere/main/2026-12-07/am",
        "assign DIR SHIFT nobody",
        "assign DIR SHIFT MEMBER --duty cook",
        "assign DIR MEMBER",
        "plan DIR --from later",
        "plan DIR --time-limit -1",
        "plan DIR --now later",
        "export DIR nothing",
        "export DIR roster --format nothing",
        "export DIR roster --out DIR",
        "absent DIR MEMBER never",
        "callin DIR MEMBER 2026-12-08 --requirement nothing",
        "sign DIR SHIFT MEMBER sideways",
        "sign DIR SHIFT MEMBER in 99:99",
        "hours DIR --week never",
        "purge DIR --yes --column nothing",
        "redact DIR",
        "redact DIR DIR",
        "generate DIR --members 3 --sites 1",
        "generate NEW --members 0 --sites 1",
        "generate --members 3 --sites 1",
        "completions nothing",
        "nonsense DIR",
    ] {
        expect(&strike, line, 2, &good);
    }
}

#[test]
fn input_that_cannot_be_used_is_2_and_the_answer_of_check_is_1() {
    let strike = Strike::new();
    let broken = || {
        let dir = strike.copy("copy");
        fs::write(dir.join("sites.toml"), "[[site]]\nnonsense = 1\n").unwrap();
        dir
    };
    let damaged = || {
        let dir = strike.copy("copy");
        fs::write(dir.join("roster.db"), "not a record").unwrap();
        dir
    };
    let missing = || strike.folder.path().join("missing");
    let empty = || {
        let dir = strike.folder.path().join("empty");
        fs::create_dir_all(&dir).unwrap();
        dir
    };
    let kinds: [(&str, &dyn Fn() -> PathBuf); 4] =
        [("broken", &broken), ("damaged", &damaged), ("missing", &missing), ("empty", &empty)];
    for (kind, folder) in kinds {
        for (line, _) in GOOD {
            if line.starts_with("check") {
                let said = PICKET.run(&words(line, &strike, &folder()));
                assert_eq!(said.status, 1, "{kind}: {line}\n{}{}", said.out, said.err);
                let said = PICKET.run(&words(&format!("{line} --json"), &strike, &folder()));
                let document: Value = serde_json::from_str(&said.out).unwrap();
                assert_eq!((said.status, &document["problems"][0]["severity"]), (1, &"error".into()), "{kind}");
            } else {
                expect(&strike, line, 2, folder);
            }
        }
        assert!(kind == "missing" || folder().exists());
    }
    // What is wrong with the record is told beside what is wrong with the files, and neither is touched.
    let both = damaged();
    fs::write(both.join("sites.toml"), "[[site]]\nnonsense = 1\n").unwrap();
    let said = PICKET.run(&words("check DIR --json", &strike, &both));
    let document: Value = serde_json::from_str(&said.out).unwrap();
    let told = |code: &str| document["problems"].as_array().unwrap().iter().any(|problem| problem["code"] == code);
    assert!(told("unknown_key") && told("record_damaged"), "{document}");
    assert_eq!(fs::read(both.join("roster.db")).unwrap(), b"not a record");
}

/// Another program holds the record for writing: readers read on, writers wait and then say who holds it.
#[test]
fn a_record_held_by_another_program_is_3() {
    let strike = Strike::new();
    let dir = strike.copy("held");
    let holder = rusqlite::Connection::open(dir.join("roster.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let said: Vec<(&str, i32, Said)> = std::thread::scope(|scope| {
        let (strike, dir) = (&strike, &dir);
        let asked = |(line, status): &(&'static str, i32)| {
            let (line, status) = (*line, *status);
            scope.spawn(move || (line, status, PICKET.run(&words(&format!("{line} --json"), strike, dir))))
        };
        GOOD.iter().map(asked).collect::<Vec<_>>().into_iter().map(|each| each.join().unwrap()).collect()
    });
    for (line, status, said) in said {
        let reads = ["check", "gaps", "why", "export", "history", "hours", "plan DIR --dry-run", "purge DIR --dry-run"];
        let document: Value = serde_json::from_str(&said.out).unwrap();
        if reads.iter().any(|word| line.starts_with(word)) {
            assert_eq!(said.status, status, "{line}: {}", said.err);
        } else {
            assert_eq!((said.status, &document["error"]["code"]), (3, &"failed".into()), "{line}: {}", said.out);
        }
    }
}
