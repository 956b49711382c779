//! A small strike's folder, and the program run on it.

use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

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
    let folder = tempfile::tempdir().unwrap();
    let mut members = "id,name,home_site,skills,phone,email,status\n".to_owned();
    for ix in 1..=30 {
        let (site, skill) = (if ix % 2 == 0 { "gate" } else { "dock" }, if ix % 5 == 0 { "captain" } else { "" });
        writeln!(members, "m{ix:02},\"Member, N{ix}\",{site},{skill},519-555-01{ix:02},n{ix}@example.org,active")
            .unwrap();
    }
    for (name, text) in [("strike.toml", STRIKE), ("sites.toml", SITES), ("members.csv", members.as_str())] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

pub fn picket(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_picket"));
    command.arg(args[0]).arg(dir).args(&args[1..]);
    command.env("PICKET_NOW", "2026-12-07T07:00:00-05:00").env("LOGNAME", "anne").stdin(Stdio::null());
    command
}

pub fn run(dir: &Path, args: &[&str]) -> Output {
    picket(dir, args).output().unwrap()
}

/// Runs and expects a status; gives standard output and error.
pub fn expect(status: i32, dir: &Path, args: &[&str]) -> String {
    let output = run(dir, args);
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{args:?}\n{told}");
    told
}

/// Runs with `--json`; gives the document.
pub fn json(status: i32, dir: &Path, args: &[&str]) -> Value {
    let output = run(dir, &[args, &["--json"]].concat());
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{args:?}\n{}{told}", String::from_utf8_lossy(&output.stdout));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Fails unless `check` finds nothing wrong (notes are none). Gives the number of entries of the journal.
pub fn whole(dir: &Path) -> u64 {
    let checked = json(0, dir, &["check"]);
    let problems = checked["problems"].as_array().unwrap();
    assert!(problems.iter().all(|problem| problem["severity"] == "note"), "{problems:?}");
    checked["journal"]["entries"].as_u64().unwrap_or(0)
}
