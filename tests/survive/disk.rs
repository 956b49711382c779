//! The disk fails, or the program dies, at every single call that changes a file: while a record is made, while the roster is
//! changed, while an export is imported and while an older form is brought along.

use super::folder::{expect, folder, json, picket, whole};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The library that stands between the program and the disk; None: there is no C compiler to make it with.
fn library() -> Option<&'static Path> {
    static MADE: OnceLock<Option<PathBuf>> = OnceLock::new();
    MADE.get_or_init(|| {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("disk-{}.so", std::process::id()));
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/survive/disk.c");
        let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
        let mut made = Command::new(compiler);
        made.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&place).arg(source).arg("-ldl");
        let done = made.status().is_ok_and(|status| status.success());
        // SQLite is built from C source, so a machine that came this far has a compiler.
        assert!(done, "the C compiler does not make tests/survive/disk.c");
        Some(place)
    })
    .as_deref()
}

/// Every call, when much is asked for; every third, to be run with all other tests.
fn stride() -> usize {
    if std::env::var_os("PICKET_KILLS").is_some() { 1 } else { 3 }
}

/// How a command ended under a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    Failed,
    Killed,
}

fn under(kind: &str, at: u32, dir: &Path, args: &[&str]) -> End {
    let mut command = picket(dir, args);
    command.env("LD_PRELOAD", library().unwrap()).env("FAULT_KIND", kind).env("FAULT_AT", at.to_string());
    command.env("FAULT_DIR", std::fs::canonicalize(dir).unwrap());
    let output = command.output().unwrap();
    match (output.status.code(), output.status.signal()) {
        (Some(0), _) => End::Done,
        (Some(3), _) => End::Failed,
        (_, Some(9)) => End::Killed,
        _ => panic!("{kind} at {at}, {args:?}: {output:?}"),
    }
}

/// What a command must leave: everything as before, or everything as after.
type Judge = fn(&Path) -> bool;

/// Runs a command under each fault at each call until the fault comes too late to matter. `ready` makes the folder; `judge`
/// tells whether the command's work is there, and fails when it is there by half. Gives how many faults were survived.
fn at_every_call(args: &[&str], ready: fn() -> tempfile::TempDir, judge: Judge) -> u32 {
    at_calls(stride(), &KINDS, args, ready, judge)
}

const KINDS: [&str; 5] = ["kill", "torn", "eio", "dead", "full"];

fn at_calls(stride: usize, kinds: &[&str], args: &[&str], ready: fn() -> tempfile::TempDir, judge: Judge) -> u32 {
    let mut survived = 0;
    for kind in kinds {
        let mut late = 0;
        for at in (1..400).step_by(stride) {
            let folder = ready();
            let end = under(kind, at, folder.path(), args);
            whole(folder.path());
            let is_done = judge(folder.path());
            assert!(is_done || end != End::Done, "{kind} at call {at} of {args:?}: confirmed, and not there");
            // The same once more, on a sound disk: it goes through.
            if !is_done {
                expect(0, folder.path(), args);
                assert!(judge(folder.path()), "{kind} at call {at}");
            }
            let hit = end != End::Done;
            survived += u32::from(hit);
            late = if hit { 0 } else { late + 1 };
            // A fault may be without effect here and there; three in a row are past the end.
            if late == 3 {
                break;
            }
        }
    }
    survived
}

fn fresh() -> tempfile::TempDir {
    folder()
}

fn used() -> tempfile::TempDir {
    let folder = folder();
    expect(0, folder.path(), &["assign", "gate/main/2026-12-08/am", "m02"]);
    expect(0, folder.path(), &["assign", "dock/main/2026-12-08/am", "m03"]);
    folder
}

/// A folder with someone who will be gone, and the export that says so.
fn before_import() -> tempfile::TempDir {
    let folder = used();
    let text = std::fs::read_to_string(folder.path().join("members.csv")).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("m02")).collect();
    let export = kept.join("\n").replace("519-555-0103", "519-555-0999") + "\nm99,\"New, Nell\",gate,,,,active\n";
    std::fs::write(folder.path().join("export.csv"), export).unwrap();
    folder
}

fn is_assigned(dir: &Path) -> bool {
    let roster = json(0, dir, &["export", "roster"]);
    let shifts = roster["shifts"].as_array().unwrap();
    let shift = shifts.iter().find(|shift| shift["id"] == "gate/main/2026-12-07/am").unwrap();
    !shift["assigned"].as_array().unwrap().is_empty()
}

/// The list and the roster say the same: both as before, or both as after.
fn is_imported(dir: &Path) -> bool {
    let list = std::fs::read_to_string(dir.join("members.csv")).unwrap();
    let of_list = [list.contains("m99"), list.contains("519-555-0999"), list.contains("excluded")];
    let roster = json(0, dir, &["export", "roster"]);
    let gone = !roster.to_string().contains("\"m02\"");
    assert!(of_list.iter().all(|each| *each == gone), "half an import: {of_list:?}, {gone}");
    gone
}

#[test]
fn the_first_action_makes_the_record_whole_or_not_at_all() {
    let survived = at_every_call(&["assign", "gate/main/2026-12-07/am", "m04"], fresh, is_assigned);
    assert!(survived > 20, "{survived}");
    println!("{survived} faults survived while the record was made");
}

#[test]
fn an_action_happens_or_does_not() {
    let survived = at_every_call(&["assign", "gate/main/2026-12-07/am", "m04"], used, is_assigned);
    assert!(survived > 10, "{survived}");
    println!("{survived} faults survived while the roster was changed");
}

#[test]
fn an_import_happens_to_list_and_roster_or_to_neither() {
    let args = |dir: &Path| dir.join("export.csv");
    let survived = {
        let mut survived = 0;
        for kind in ["kill", "torn", "eio", "dead", "full"] {
            let mut late = 0;
            for at in (1..400).step_by(stride()) {
                let folder = before_import();
                let export = args(folder.path());
                let words = ["import", export.to_str().unwrap()];
                let end = under(kind, at, folder.path(), &words);
                whole(folder.path());
                let is_done = is_imported(folder.path());
                assert!(is_done || end != End::Done, "{kind} at call {at}: confirmed, and not there");
                if !is_done {
                    expect(0, folder.path(), &words);
                    assert!(is_imported(folder.path()));
                }
                survived += u32::from(end != End::Done);
                late = if end == End::Done { late + 1 } else { 0 };
                if late == 3 {
                    break;
                }
            }
        }
        survived
    };
    assert!(survived > 40, "{survived}");
    println!("{survived} faults survived while an export was imported");
}

#[test]
fn a_form_is_brought_along_or_left_as_it_was() {
    let ready = || {
        let folder = used();
        super::forms::back_to(folder.path(), 1);
        folder
    };
    let survived = at_every_call(&["assign", "gate/main/2026-12-07/am", "m04"], ready, is_assigned);
    assert!(survived > 20, "{survived}");
    println!("{survived} faults survived while an older form was brought along");
}

#[test]
fn half_a_copy_for_strangers_is_in_nobodys_way() {
    let mut failed = 0;
    for kind in ["full", "eio"] {
        for at in (1..60).step_by(stride()) {
            let folder = used();
            let copy = folder.path().join("copy");
            let words = ["redact", copy.to_str().unwrap()];
            let end = under(kind, at, folder.path(), &words);
            if end == End::Done {
                continue;
            }
            failed += 1;
            assert!(!copy.exists(), "{kind} at call {at}");
            expect(0, folder.path(), &words);
        }
    }
    assert!(failed > 4, "{failed}");
}

/// No telephone and no reason in any byte of any file, not even in the log or in what a killed program left behind.
fn is_purged(dir: &Path) -> bool {
    std::fs::read_dir(dir).unwrap().all(|entry| {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        [&b"519-555-"[..], b"his mother is ill"].iter().all(|word| !bytes.windows(word.len()).any(|part| part == *word))
    })
}

#[test]
fn a_purge_cut_short_is_finished_by_another() {
    let ready = || {
        let folder = used();
        let shift = "gate/main/2026-12-07/am";
        expect(0, folder.path(), &["absent", "m03", "2026-12-09", "--code", "his mother is ill"]);
        expect(0, folder.path(), &["sign", shift, "m05", "in", "07:30"]);
        folder
    };
    // Many calls: a few of them, unless much is asked for.
    let few = stride() > 1;
    let (stride, kinds) = if few { (7, &KINDS[..1]) } else { (1, &KINDS[..]) };
    let survived = at_calls(stride, kinds, &["purge", "--yes"], ready, is_purged);
    assert!(survived > 4, "{survived}");
    println!("{survived} faults survived while telephones and notes were taken out");
}

#[test]
fn a_full_disk_is_told_as_such() {
    // The disk may be full when the program begins, or become so; at one of these calls it is the action that finds out.
    let told: Vec<String> = (1..24)
        .map(|at| {
            let folder = used();
            let mut command = picket(folder.path(), &["assign", "gate/main/2026-12-07/am", "m04"]);
            command.env("LD_PRELOAD", library().unwrap()).env("FAULT_KIND", "full").env("FAULT_AT", at.to_string());
            let output = command.env("FAULT_DIR", std::fs::canonicalize(folder.path()).unwrap()).output().unwrap();
            whole(folder.path());
            String::from_utf8_lossy(&output.stderr).replace('\n', " ")
        })
        .collect();
    let full = |told: &&String| told.contains("the disk is full; nothing was changed");
    assert!(told.iter().filter(full).count() > 5, "{told:?}");
    assert!(told.iter().all(|told| told.is_empty() || full(&told)), "nothing else is told of it: {told:?}");
}
