//! The program run as a child, as the tests of its command line do.
#![allow(dead_code, reason = "each test uses its part")]

use serde_json::Value;
use std::process::{Command, Output, Stdio};

/// What a run came to.
#[derive(Debug)]
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The program, run by Anne at an hour of its clock.
pub struct Program {
    pub now: &'static str,
}

impl Program {
    pub fn command<A: AsRef<std::ffi::OsStr>>(&self, args: &[A]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_picket"));
        command.args(args).env("PICKET_NOW", self.now).env("LOGNAME", "anne").env_remove("NO_COLOR");
        command.stdin(Stdio::null());
        command
    }

    pub fn run<A: AsRef<std::ffi::OsStr>>(&self, args: &[A]) -> Said {
        self.command(args).output().unwrap().into()
    }

    /// Runs and expects a status.
    pub fn expect(&self, status: i32, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.status, status, "{args:?}\n{}\n{}", said.out, said.err);
        said
    }

    /// Runs with `--json`: one document and nothing else on standard output, whatever the status.
    pub fn document(&self, args: &[&str]) -> (i32, Value) {
        let said = self.run(&[args, &["--json"]].concat());
        let document = serde_json::from_str(&said.out);
        (said.status, document.unwrap_or_else(|error| panic!("{args:?}: {error}\n{}\n{}", said.out, said.err)))
    }

    /// The same, where a status is expected.
    pub fn json(&self, status: i32, args: &[&str]) -> Value {
        let (found, document) = self.document(args);
        assert_eq!(found, status, "{args:?}\n{document}");
        document
    }
}

/// A folder with these files, and its path.
pub fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let dir = folder.path().to_str().unwrap().to_owned();
    (folder, dir)
}
