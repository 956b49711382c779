//! A small strike's folder, and the program run on it.

use crate::program::{self, Program};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

pub const STRIKE: &str = r#"
[strike]
name = "Survivors"
first_day = 2026-12-07
days = 7
[rules]
shifts_per_day = 3
min_rest_hours = 0
hours_per_week = 100
[line]
minimum = 1
target = 3
maximum = 40
[[shift]]
id = "am"
start = "07:30"
end = "11:30"
[[shift]]
id = "pm"
start = "12:00"
end = "16:00"
"#;
const SITES: &str = r#"
[[site]]
id = "gate"
name = "Gate"
backup = "dock"
latitude = 43.0
longitude = -81.2
[[site]]
id = "dock"
name = "Dock"
latitude = 43.0
longitude = -81.3
"#;

/// A strike of 30 members at two sites.
pub fn folder() -> tempfile::TempDir {
    let mut members = "id,name,home_site,skills,phone,email,status\n".to_owned();
    for ix in 1..=30 {
        let (site, skill) = (if ix % 2 == 0 { "gate" } else { "dock" }, if ix % 5 == 0 { "captain" } else { "" });
        writeln!(members, "m{ix:02},\"Member, N{ix}\",{site},{skill},519-555-01{ix:02},n{ix}@example.org,active")
            .unwrap();
    }
    program::folder(&[("strike.toml", STRIKE), ("sites.toml", SITES), ("members.csv", &members)]).0
}

const PICKET: Program = Program { now: "2026-12-07T07:00:00-05:00" };

fn words<'a>(dir: &'a Path, args: &[&'a str]) -> Vec<&'a str> {
    [&args[..1], &[dir.to_str().unwrap()], &args[1..]].concat()
}

pub fn picket(dir: &Path, args: &[&str]) -> Command {
    PICKET.command(&words(dir, args))
}

/// Runs and expects a status; gives standard output and error.
pub fn expect(status: i32, dir: &Path, args: &[&str]) -> String {
    let said = PICKET.expect(status, &words(dir, args));
    said.out + &said.err
}

/// Runs with `--json`; gives the document.
pub fn json(status: i32, dir: &Path, args: &[&str]) -> Value {
    PICKET.json(status, &words(dir, args))
}

/// The same, whatever the status.
pub fn document(dir: &Path, args: &[&str]) -> Value {
    PICKET.document(&words(dir, args)).1
}

/// Fails unless `check` finds nothing wrong (notes are none). Gives the number of entries of the journal.
pub fn whole(dir: &Path) -> u64 {
    let checked = json(0, dir, &["check"]);
    let problems = checked["problems"].as_array().unwrap();
    assert!(problems.iter().all(|problem| problem["severity"] == "note"), "{problems:?}");
    checked["journal"]["entries"].as_u64().unwrap_or(0)
}
