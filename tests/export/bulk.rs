//! A day's files at once: whole, private, named for any system, and only those that changed when that is asked.

use super::hand::{Made, PHONE};
use picket::export::View;
use picket::export::bulk::{Done, Place, write};
use picket::model::MemberIx;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

fn fill(view: &View<'_>, folder: &Path, only_changed: bool) -> Done {
    let nowhere = Path::new("/nonexistent-strike");
    write(view, Place { folder, strike: nowhere, files: &[] }, only_changed, &|_, _| {}).unwrap()
}

/// Every file by its name in the folder.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for inside in ["", "captains"] {
        for entry in fs::read_dir(folder.join(inside)).unwrap().map(Result::unwrap).filter(|each| each.path().is_file())
        {
            let name = Path::new(inside).join(entry.file_name()).display().to_string();
            found.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn every_line_has_its_files_and_the_index_names_them() {
    let all = Made::by_hand();
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("print");
    let day = "2026-12-07".parse().ok();
    let heard = AtomicUsize::new(0);
    let view = View { day, ..all.view() };
    let place = Place { folder: &folder, strike: Path::new("/nonexistent-strike"), files: &[] };
    let hear = |_, _| {
        heard.fetch_add(1, Ordering::Relaxed);
    };
    let done = write(&view, place, false, &hear).unwrap();
    let files = files(&folder);
    let named: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        named,
        [
            "2026-12-07_dryden_main.txt",
            "2026-12-07_emdc_dock.txt",
            "2026-12-07_emdc_front-gate.txt",
            "board.txt",
            "captains/2026-12-07_dryden_main_captain.txt",
            "captains/2026-12-07_emdc_dock_captain.txt",
            "captains/2026-12-07_emdc_front-gate_captain.txt",
            "index.csv",
            "index.txt",
        ]
    );
    assert_eq!((done.written, done.kept, heard.load(Ordering::Relaxed)), (7, 0, 3));
    for (name, text) in &files {
        assert!(!text.contains(PHONE) || name.starts_with("captains/"), "{name}");
        assert!(name.starts_with("index") || files["index.txt"].contains(name.as_str()), "{name} is not in the index");
    }
    assert!(files["captains/2026-12-07_emdc_front-gate_captain.txt"].contains(PHONE));
    insta::assert_snapshot!("index", files["index.txt"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("captains"))), (0o700, 0o700));
        assert!(files.keys().all(|name| mode(&folder.join(name)) == 0o600));
    }
}

#[test]
fn only_what_changed_is_written_again() {
    let all = Made::by_hand();
    let out = tempfile::tempdir().unwrap();
    let day = "2026-12-07".parse().ok();
    let view = View { day, ..all.view() };
    fill(&view, out.path(), true);
    let before = files(out.path());
    // Another version at another time, with nobody moved: nothing to print.
    let later = View { version: 1013, generated: view.generated.plus_minutes(90), ..view.clone() };
    let done = fill(&later, out.path(), true);
    assert_eq!((done.written, done.kept), (0, 7));
    let mut changed = all.roster.clone();
    changed.take(all.ground.find("emdc/front-gate/2026-12-07/am").unwrap(), MemberIx(5));
    let moved = Made::of(all.ground.clone(), changed);
    let present = View { day, version: 1014, published: later.published, ..moved.view() };
    let done = fill(&present, out.path(), true);
    assert_eq!((done.written, done.kept), (3, 4), "the line's two files, and the board");
    let after = files(out.path());
    for (name, text) in &before {
        let is_other = name.contains("front-gate") || name.contains("board") || name.contains("index");
        assert_eq!(after[name] != *text, is_other, "{name}");
    }
    // A file that was lost is written again, whatever the index says.
    fs::remove_file(out.path().join("board.txt")).unwrap();
    assert_eq!(fill(&present, out.path(), true).written, 1);
    // Another day leaves yesterday's files where they are, and says so.
    let done = fill(&View { day: "2026-12-08".parse().ok(), ..all.view() }, out.path(), true);
    assert_eq!(done.stale.len(), 6);
    assert!(fs::read_to_string(out.path().join("index.txt")).unwrap().contains("2026-12-07_emdc_dock.txt"));
}

#[test]
fn a_file_of_the_strike_is_not_written_over() {
    let all = Made::by_hand();
    let strike = tempfile::tempdir().unwrap();
    let own = strike.path().join("board.txt");
    fs::write(&own, "mine").unwrap();
    let place = Place { folder: strike.path(), strike: strike.path(), files: &["board.txt".into()] };
    assert!(write(&all.view(), place, false, &|_, _| {}).is_err());
    assert_eq!(fs::read_to_string(own).unwrap(), "mine");
}
