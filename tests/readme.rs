//! The README keeps its word: its commands run as they stand, and its files are files the program takes.

#![allow(clippy::unwrap_used, missing_docs)]

use picket::app::commands::{Chapter, Key, TABLE};
use picket::model::campaign::Language;
use picket::speech::Speech;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The text of every fenced block in `language`.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    text.split(&opening).skip(1).map(|rest| rest[..rest.find("```").unwrap()].to_owned()).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else if entry.file_name() != "roster.db" {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// `line` as a shell takes it, in `folder`, with the program on the path.
fn run(line: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_picket")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    Command::new("sh").args(["-c", line]).current_dir(folder).env("PATH", path).output().unwrap()
}

#[cfg(unix)]
#[test]
fn the_tour_works_word_for_word() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config"), &folder.join("config"));
    let mut lines = 0;
    for line in blocks(&readme(), "sh").iter().flat_map(|block| block.lines()).filter(|line| !line.starts_with("cargo"))
    {
        let output = run(line, folder);
        let told = String::from_utf8_lossy(&output.stderr);
        // `gaps` answers 1 when there are gaps, and there are; others, when what they tell is no good news.
        let status = output.status.code();
        let tells = |word: &str| line.contains(&format!(" {word} "));
        let as_expected = if tells("gaps") {
            status == Some(1)
        } else if ["repair", "fragile", "what-if"].into_iter().any(tells) {
            matches!(status, Some(0 | 1))
        } else {
            status == Some(0)
        };
        assert!(as_expected, "{line}\n{status:?}\n{told}{}", String::from_utf8_lossy(&output.stdout));
        let to_a_file = ["cp ", "--out"].iter().any(|word| line.contains(word));
        assert_eq!(output.stdout.is_empty(), to_a_file, "{line} says what it did");
        if line.contains(" why ") && !line.contains(" 108-0017") {
            let told = String::from_utf8_lossy(&output.stdout);
            assert!(told.contains("no roster can do better"), "{line} is about a gap that stays one\n{told}");
        }
        lines += 1;
    }
    assert!(lines > 12, "the tour was found");
    assert!(folder.join("emdc.txt").exists() && folder.join("roster.csv").exists());
}

#[cfg(unix)]
#[test]
fn the_files_it_starts_from_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let text = readme();
    for (language, names) in
        [("toml", ["strike.toml", "sites.toml", "map.toml"].as_slice()), ("csv", &["members.csv", "export.csv"])]
    {
        let files = blocks(&text, language);
        assert_eq!(files.len(), names.len());
        for (name, file) in names.iter().zip(files) {
            fs::write(folder.path().join(name), file).unwrap();
        }
    }
    let output = run("picket check . --json", folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["problems"], serde_json::json!([]));
    // Everybody in it can stand somewhere, in both weeks.
    let planned = run("picket plan . --json", folder.path());
    let document: serde_json::Value = serde_json::from_slice(&planned.stdout).unwrap();
    assert_eq!(document["levels"]["hours"]["of"], 3 * 2 * 20, "{document}");
    let imported = run("picket import . export.csv --map map.toml --dry-run --json", folder.path());
    let document: serde_json::Value = serde_json::from_slice(&imported.stdout).unwrap();
    let ids = |what: &str| -> Vec<&str> {
        document[what].as_array().unwrap().iter().map(|each| each["member"].as_str().unwrap()).collect()
    };
    assert_eq!((ids("added"), ids("changed"), ids("gone")), (vec!["42-004"], vec!["42-001", "42-002"], vec!["42-003"]));
    let text = fs::read_to_string(folder.path().join("members.csv")).unwrap();
    assert!(!text.contains("42-004"), "only looked at");
}

/// The key table as it follows from the command table.
fn keys() -> String {
    let speech = Speech::new(Language::En);
    let shown = |key: &Key| format!("`{}`", key.word().map_or_else(|| key.to_string(), |word| speech.word(word)));
    let mut table = String::new();
    for chapter in Chapter::ALL {
        let _ = write!(table, "\n| {} | |\n|---|---|\n", speech.word(chapter.word()));
        for entry in TABLE.iter().filter(|entry| entry.chapter == chapter) {
            let keys: Vec<String> = entry.keys.iter().map(shown).collect();
            let _ = writeln!(table, "| {} | {} |", speech.word(&format!("command-{}", entry.name)), keys.join(" "));
        }
    }
    table + "\n"
}

#[test]
fn its_keys_are_the_program_s() {
    let text = readme();
    let start = text.find("<!-- keys:").unwrap();
    let start = start + text[start..].find('\n').unwrap() + 1;
    let end = text.find("<!-- /keys -->").unwrap();
    if std::env::var_os("PICKET_UPDATE").is_some() {
        let written = format!("{}{}{}", &text[..start], keys(), &text[end..]);
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), written).unwrap();
    } else {
        assert_eq!(&text[start..end], keys());
    }
}

#[test]
fn what_it_points_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = readme();
    for link in text.split("](").skip(1) {
        let target = &link[..link.find(')').unwrap()];
        assert!(target.starts_with("https://") || root.join(target).exists(), "{target} is not there");
    }
}
