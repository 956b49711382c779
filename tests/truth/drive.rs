//! Running the program the way a person would: by its commands.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The program's clock in these tests: before every generated strike.
pub const NOW: &str = "2026-01-05T09:00:00-05:00";

#[derive(Debug)]
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    pub fn json(&self) -> Result<Value, String> {
        serde_json::from_str(&self.out)
            .map_err(|e| format!("status {}: {e}: {:?} {:?}", self.status, self.out, self.err))
    }
}

/// `picket COMMAND DIR REST…` with a fixed clock.
pub fn picket(program: &Path, command: &str, dir: &Path, rest: &[&str]) -> Answer {
    let output = Command::new(program)
        .arg(command)
        .arg(dir)
        .args(rest)
        .env("PICKET_NOW", NOW)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("the program starts");
    Answer {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A command whose answer is a JSON document, with one of the statuses that
/// mean that it was carried out.
pub fn document(program: &Path, command: &str, dir: &Path, rest: &[&str], fine: &[i32]) -> Result<Value, String> {
    let answer = picket(program, command, dir, rest);
    if !fine.contains(&answer.status) {
        return Err(format!("{command} {rest:?}: status {}: {} {}", answer.status, answer.out, answer.err));
    }
    answer.json().map_err(|e| format!("{command} {rest:?}: {e}"))
}
