//! Folders that must load, and folders that must not, each with what is said about it.
#![allow(clippy::unwrap_used, missing_docs)]

use picket::model::problem::Severity;
use picket::store::read::{Reading, read_strike};
use std::path::{Path, PathBuf};

fn folders(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders").join(kind);
    let mut found: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn errors(reading: &Reading) -> Vec<&str> {
    reading.of(Severity::Error).map(|problem| problem.code).collect()
}

#[test]
fn every_valid_folder_loads() {
    for folder in folders("valid") {
        let reading = read_strike(&folder);
        assert_eq!(errors(&reading), Vec::<&str>::new(), "{}: {:#?}", folder.display(), reading.problems);
        assert!(reading.is_usable());
    }
}
