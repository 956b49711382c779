//! Folders that must load, and folders that must not, each with what is said about it written beside it in `expected.txt`.
//! After a change that is meant, `PICKET_BLESS=1 cargo test --test folders` writes the files anew; read the difference.
#![allow(clippy::unwrap_used, missing_docs)]

use picket::app::report::{Style, report, said};
use picket::model::campaign::Language;
use picket::model::problem::{Problem, Severity};
use picket::speech::Speech;
use picket::store::read::{MOST_PER_CODE, Reading, codes, read_strike};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn folders(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders").join(kind);
    let mut found: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn of(reading: &Reading, severity: Severity) -> Vec<&str> {
    reading.of(severity).map(|problem| problem.code).collect()
}

fn all_codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(|problem| problem.code).collect()
}

/// What is said about a folder: a line a problem as programs see it, then the report as people do.
fn account(reading: &Reading) -> String {
    let english = Speech::new(Language::En);
    let mut text = String::new();
    for problem in &reading.problems {
        let said = said(problem, english);
        let place = said.line.zip(said.column).map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
        let file = said.file.unwrap_or_default();
        writeln!(text, "{} {} {file}{place}", said.severity, said.code).unwrap();
    }
    let style = Style { colour: false, width: 100 };
    write!(text, "\n{}", report(&reading.problems, &reading.sources, english, style)).unwrap();
    text
}

#[test]
fn every_valid_folder_loads() {
    for folder in folders("valid") {
        let reading = read_strike(&folder);
        assert_eq!(of(&reading, Severity::Error), Vec::<&str>::new(), "{}: {:#?}", folder.display(), reading.problems);
        assert!(reading.strike.is_some());
    }
}

#[test]
fn every_invalid_folder_is_refused_as_written_beside_it() {
    let mut changed = Vec::new();
    for folder in folders("invalid") {
        let reading = read_strike(&folder);
        assert!(reading.strike.is_none() && !of(&reading, Severity::Error).is_empty(), "{} loads", folder.display());
        let (beside, account) = (folder.join("expected.txt"), account(&reading));
        if std::env::var_os("PICKET_BLESS").is_some() {
            std::fs::write(&beside, &account).unwrap();
        }
        if std::fs::read_to_string(&beside).unwrap_or_default() != account {
            changed.push(format!("== {}\n{account}", folder.display()));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn the_invalid_folders_and_the_tests_below_leave_no_code_unused() {
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for folder in folders("invalid").iter().chain(&folders("valid")) {
        met.extend(read_strike(folder).problems.iter().map(|problem| problem.code));
    }
    // Made in code, below: they need a special file, or a large one.
    met.extend([
        codes::NO_STRIKE,
        codes::NOT_A_FOLDER,
        codes::FILE_IS_FOLDER,
        codes::FILE_IS_SPECIAL,
        codes::FILE_FORBIDDEN,
    ]);
    met.extend([codes::FILE_TOO_LARGE, codes::NOT_TEXT, codes::AND_MORE, codes::TOO_MANY_COLUMNS, codes::NO_SITES]);
    // Only a failing disk makes it.
    met.insert(codes::FILE_UNREADABLE);
    let missing: Vec<_> = codes::ALL.iter().filter(|code| !met.contains(**code)).collect();
    assert!(missing.is_empty(), "no folder shows {missing:?}");
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    for language in [Language::En, Language::Fr] {
        let speech = Speech::new(language);
        for code in codes::ALL {
            let problem = Problem::error(code);
            let (message, help) = speech.problem(&problem);
            assert_ne!(message, problem.message_id(), "{language:?} {code} has no sentence");
            assert!(!help.is_empty(), "{language:?} {code} advises nothing");
        }
    }
}

#[test]
fn no_sentence_about_the_folders_lacks_a_particular_in_either_language() {
    for folder in folders("invalid").iter().chain(&folders("valid")) {
        for problem in &read_strike(folder).problems {
            for language in [Language::En, Language::Fr] {
                let (message, help) = Speech::new(language).problem(problem);
                assert!(!message.contains("{$") && !help.contains("{$"), "{}: {message} / {help}", folder.display());
                assert!(!message.is_empty() && !help.is_empty(), "{}: {problem:?}", folder.display());
            }
        }
    }
}

#[test]
fn reports_send_nothing_to_a_terminal_that_it_would_obey() {
    for folder in folders("invalid") {
        let reading = read_strike(&folder);
        for width in [0, 1, 20, 80, 400] {
            let style = Style { colour: false, width };
            let text = report(&reading.problems, &reading.sources, Speech::new(Language::Fr), style);
            let bad = text.chars().find(|c| (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c));
            assert_eq!(bad, None, "{} at {width}", folder.display());
        }
    }
}

// What the valid folder `full` says is what the strike holds.

fn full() -> picket::model::Strike {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/valid/full");
    read_strike(&root).strike.unwrap()
}

#[test]
fn numbers_needs_and_shifts_are_inherited_and_replaced() {
    let strike = full();
    let emdc = strike.lookup.sites["emdc"];
    let front = strike.line(strike.find_line(emdc, "front-gate").unwrap());
    let back = strike.line(strike.find_line(emdc, "back").unwrap());
    let kenora = strike.site(strike.lookup.sites["kenora-jail"]);
    let main = strike.line(kenora.lines[0]);
    let numbers = |line: &picket::model::site::Line| {
        (line.numbers.minimum, line.numbers.target, line.numbers.maximum, line.numbers.captain_ratio)
    };
    assert_eq!(numbers(front), (6, 12, 20, 5));
    assert_eq!(numbers(back), (6, 8, 20, 5));
    assert_eq!((main.id.as_str(), numbers(main)), ("main", (3, 8, 20, 5)));
    let needs = |line: &picket::model::site::Line| -> Vec<(String, u32)> {
        line.needs.iter().map(|(skill, count)| (strike.skill(*skill).to_owned(), *count)).collect()
    };
    assert_eq!(needs(front), [("marshal".to_owned(), 2)]);
    assert_eq!(needs(back), [("first_aid".to_owned(), 1), ("french".to_owned(), 1)]);
    let shifts = |line: &picket::model::site::Line| -> Vec<String> {
        line.templates.iter().map(|ix| strike.template(*ix).id.clone()).collect()
    };
    assert_eq!(shifts(front), ["night"]);
    assert_eq!(shifts(back), ["am", "night"]);
    assert_eq!(shifts(main), ["am", "night", "noon"]);
    assert_eq!(strike.site(emdc).backup, Some(strike.lookup.sites["kenora-jail"]));
    assert!(strike.skills.is_sorted() && strike.find_skill("captain").is_some());
}

#[test]
fn the_campaign_is_read_in_full_and_put_in_order() {
    use picket::model::campaign::{Mode, PayBasis};
    let strike = full();
    let instant = |text: &str| picket::model::Instant::from(chrono::DateTime::parse_from_rfc3339(text).unwrap());
    let phases: Vec<_> = strike.phases.iter().map(|phase| (phase.mode, phase.from, phase.until)).collect();
    let (from, turn, out) = ("2026-12-07T00:01:00-05:00", "2026-12-09T00:00:00-05:00", "2026-12-14T00:00:00-05:00");
    assert_eq!(
        phases,
        [
            (Mode::Information, instant(from), Some(instant(turn))),
            (Mode::Rotating, instant(turn), Some(instant(out))),
            (Mode::Full, instant(out), None),
        ]
    );
    assert_eq!(strike.phases[1].regions, [1, 6]);
    assert_eq!(strike.pay.minutes_per_week, 2250);
    assert_eq!(strike.pay.week_starts, chrono::Weekday::Sun);
    assert_eq!(strike.pay.basis, PayBasis::Daily);
    let rates: Vec<_> = strike.pay.rates.iter().map(|rate| (rate.from_week, rate.per_week.0)).collect();
    assert_eq!(rates, [(1, 45_050), (4, 55_000)]);
    assert_eq!(strike.rules.min_rest_minutes, 600);
    assert!((strike.rules.reach_km - 45.5).abs() < f64::EPSILON);
    let cap = &strike.line(strike.find_line(strike.lookup.sites["emdc"], "front-gate").unwrap()).caps[0];
    assert_eq!((cap.at_most, cap.span.start), (6, instant("2026-12-09T00:00:00-05:00")));
}

#[test]
fn no_file_is_missed_that_may_have_another_name() {
    let list = |files: &str| {
        let folder = tempfile::tempdir().unwrap();
        let strike = "[strike]\nname = \"x\"\nfirst_day = 2026-12-07\n\
                      [[shift]]\nid = \"a\"\nstart = \"07:00\"\nend = \"11:00\"\n";
        for (name, text) in [
            ("strike.toml", format!("{strike}{files}").as_str()),
            ("r1.toml", "[[site]]\nid = \"g\"\nname = \"G\"\n"),
            ("members.csv", "id,name,home_site\n1,A,g\n"),
        ] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        all_codes(&read_strike(folder.path()))
    };
    assert_eq!(list("[files]\nsites = “r1.toml”\n"), ["syntax"]);
    assert_eq!(list("[files\nsites = \"r1.toml\"\n"), ["syntax"]);
    assert_eq!(list("")[0], "file_missing");
    assert_eq!(list("[files]\nsites = \"r1.toml\"\n"), [""; 0]);
}

#[test]
fn people_are_read_whatever_the_line_ends_marks_and_quotes() {
    let strike = full();
    let member = |id: &str| strike.member(strike.lookup.members[id]);
    assert_eq!(member("108-0042").name, "Tremblay, Anne");
    assert_eq!(member("108-0007").name, "O\"Neill, Siobhán");
    assert_eq!(member("108-0008").name, "Two\nlines");
    assert_eq!(strike.members.len(), 5);
    let anne = member("108-0042");
    assert!(anne.restrictions.seating && anne.restrictions.no_nights && !anne.restrictions.no_line);
    assert_eq!(anne.sites, [strike.lookup.sites["kenora-jail"], strike.lookup.sites["emdc"]]);
    assert!((anne.start.unwrap().latitude - 42.98).abs() < 1e-9 && (anne.reach_km - 25.0).abs() < 1e-9);
    // Without coordinates of their own members start from the home site; without a home site, from nowhere.
    assert!((member("X1").start.unwrap().latitude - 42.93).abs() < 1e-9);
    assert_eq!((member("108-0008").start, member("108-0008").availability), (None, None));
}

#[test]
fn duty_is_worked_out_in_the_sites_zone() {
    use picket::model::essential::Bond;
    let strike = full();
    let health = &strike.agreement.requirements[0];
    let Bond::FullTime(own) = &strike.agreement.designations[0].bond else { panic!("full time") };
    let Bond::FullTime(usual) = &strike.agreement.designations[1].bond else { panic!("full time") };
    assert_eq!(usual, &health.windows);
    assert_ne!(own, &health.windows);
    let monday = picket::model::time::local_span(
        "2026-12-07".parse().unwrap(),
        picket::model::time::Clock(7 * 60),
        picket::model::time::Clock(15 * 60),
        chrono_tz::America::Toronto,
    );
    assert!(own.open.as_ref().unwrap().contains(&monday));
    assert_eq!(health.pool.len(), 2);
    assert!(health.pool.is_sorted());
    let count = &strike.agreement.requirements[1];
    assert!(count.windows.allow(picket::model::Span::new(picket::model::Instant(0), picket::model::Instant(1 << 40))));
}

#[test]
fn the_least_strike_has_every_default() {
    use picket::model::campaign::{Mode, RuleBook, Statute, StrikePay};
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/valid/least");
    let reading = read_strike(&root);
    assert_eq!(all_codes(&reading), Vec::<&str>::new());
    let strike = reading.strike.unwrap();
    assert_eq!((strike.campaign.days, strike.campaign.statute), (14, Statute::Other));
    assert_eq!(strike.campaign.zone, chrono_tz::America::Toronto);
    assert_eq!((&strike.rules, &strike.pay), (&RuleBook::default(), &StrikePay::default()));
    assert_eq!(strike.phases.len(), 1);
    assert_eq!((strike.phases[0].mode, strike.phases[0].until), (Mode::Full, None));
    assert!(strike.legal.is_none() && strike.agreement.requirements.is_empty());
    assert_eq!(strike.skills, ["captain"]);
    assert!((strike.members[0].reach_km - 60.0).abs() < f64::EPSILON);
}

// Folders made in code: special files, junk, and sizes that no one would keep in a repository.

struct Folder(tempfile::TempDir);

impl Folder {
    fn least() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/valid/least");
        for name in ["strike.toml", "sites.toml", "members.csv"] {
            std::fs::copy(root.join(name), folder.path(name)).unwrap();
        }
        folder
    }

    fn with(name: &str, content: impl AsRef<[u8]>) -> Reading {
        let folder = Self::least();
        std::fs::write(folder.path(name), content).unwrap();
        folder.read()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self) -> Reading {
        read_strike(self.0.path())
    }
}

#[test]
fn what_is_no_file_is_told_and_never_waited_for() {
    let reading = read_strike(Path::new("/no/such/strike"));
    assert_eq!(all_codes(&reading), [codes::NOT_A_FOLDER]);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(all_codes(&read_strike(empty.path())), [codes::NO_STRIKE]);

    let folder = Folder::least();
    std::fs::remove_file(folder.path("sites.toml")).unwrap();
    std::fs::create_dir(folder.path("sites.toml")).unwrap();
    assert_eq!(all_codes(&folder.read()), [codes::FILE_IS_FOLDER]);

    let folder = Folder::least();
    std::fs::remove_file(folder.path("members.csv")).unwrap();
    assert_eq!(all_codes(&folder.read()), [codes::FILE_MISSING]);
}

#[cfg(unix)]
#[test]
fn pipes_devices_dead_links_and_locked_files_are_told_and_never_waited_for() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    for (target, code) in [("/dev/zero", codes::FILE_IS_SPECIAL), ("/no/such/file", codes::FILE_MISSING)] {
        let folder = Folder::least();
        symlink(target, folder.path("essential.toml")).unwrap();
        assert_eq!(all_codes(&folder.read()), [code], "{target}");
    }
    let folder = Folder::least();
    std::fs::remove_file(folder.path("members.csv")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path("members.csv")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(all_codes(&folder.read()), [codes::FILE_IS_SPECIAL]);
    }
    let folder = Folder::least();
    let locked = folder.path("sites.toml");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o0)).unwrap();
    // Root may read anything; then there is nothing to see here.
    if std::fs::read(&locked).is_err() {
        assert_eq!(all_codes(&folder.read()), [codes::FILE_FORBIDDEN]);
    }
}

#[test]
fn junk_is_told_as_junk() {
    let junk: Vec<u8> = (0..20_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for name in ["strike.toml", "sites.toml", "members.csv", "essential.toml"] {
        let reading = Folder::with(name, &junk);
        assert!(all_codes(&reading).contains(&codes::NOT_TEXT), "{name}: {:?}", all_codes(&reading));
        assert!(reading.strike.is_none());
    }
}

#[test]
fn utf16_is_told_with_and_without_its_mark_and_a_few_nuls_each_in_its_place() {
    let text = "id,name\n1,Éric\n";
    for wide in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["", "\u{feff}"] {
            let bytes: Vec<u8> = mark.chars().chain(text.chars()).flat_map(|c| wide(c as u16)).collect();
            assert_eq!(of(&Folder::with("members.csv", &bytes), Severity::Error), [codes::UTF16], "{mark:?}");
        }
    }
    let reading = Folder::with("members.csv", b"id,name\n1,A\0\n\x002,B\n");
    let nuls: Vec<_> = reading.problems.iter().filter(|problem| problem.code == codes::NUL_BYTE).collect();
    assert_eq!(nuls.len(), 2, "{:?}", reading.problems);
}

#[test]
fn too_many_columns_are_told() {
    let wide = format!("id,name{}\n1,Anne\n", ",x".repeat(1_000_000));
    assert_eq!(all_codes(&Folder::with("members.csv", wide)), [codes::TOO_MANY_COLUMNS]);
    let row = format!("id,name\n1,Anne{}\n2,Jean\n", ",".repeat(1_000_000));
    let reading = Folder::with("members.csv", row);
    assert_eq!(all_codes(&reading), [codes::RAGGED_ROW]);
    assert!(account(&reading).len() < 4000, "a long row is windowed");
}

#[test]
fn a_hundred_megabytes_are_read_or_refused_in_bounded_time() {
    let start = std::time::Instant::now();
    let mut large = String::from("id,name,status\n");
    while large.len() < 100 << 20 {
        let number = large.len();
        writeln!(large, "{number},A name as long as names are wont to be and then some,gone").unwrap();
    }
    let reading = Folder::with("members.csv", &large);
    let codes = all_codes(&reading);
    assert_eq!(codes.iter().filter(|code| **code == codes::UNKNOWN_WORD).count(), MOST_PER_CODE);
    assert_eq!(codes.last(), Some(&codes::AND_MORE));
    // One field of a hundred megabytes.
    let reading = Folder::with("members.csv", format!("id,name\n1,\"{}", "x".repeat(100 << 20)));
    assert_eq!(all_codes(&reading), [codes::UNCLOSED_QUOTE]);
    assert!(start.elapsed().as_secs() < 60, "took {:?}", start.elapsed());
}

#[test]
fn a_file_beyond_every_strike_is_refused_unread() {
    let folder = Folder::least();
    let file = std::fs::File::options().write(true).open(folder.path("members.csv")).unwrap();
    file.set_len(300 << 20).unwrap();
    assert_eq!(all_codes(&folder.read()), [codes::FILE_TOO_LARGE]);
}

#[test]
fn a_list_by_which_nobody_can_be_sent_anywhere_is_warned_about() {
    for list in ["id,name\n1,Anne\n2,Jean\n", "id,name,sites,latitude,longitude\n1,Anne,,,\n"] {
        let reading = Folder::with("members.csv", list);
        assert_eq!((all_codes(&reading), reading.strike.is_some()), (vec![codes::NO_WAY], true), "{list}");
    }
    for list in ["id,name,sites\n1,Anne,\n2,Jean,hall\n", "id,name,latitude,longitude\n1,Anne,91,0\n"] {
        let reading = Folder::with("members.csv", list);
        assert!(!all_codes(&reading).contains(&codes::NO_WAY), "{list}");
    }
}

#[test]
fn a_strike_without_sites_is_warned_about() {
    let folder = Folder::least();
    std::fs::write(folder.path("sites.toml"), "# none yet\n").unwrap();
    std::fs::write(folder.path("members.csv"), "id,name\n1,Anne\n").unwrap();
    let reading = folder.read();
    assert_eq!(of(&reading, Severity::Warning), [codes::NO_SITES]);
    assert!(reading.strike.is_some());
}

mod never_panics {
    use super::*;
    use proptest::prelude::*;

    fn files() -> Vec<(String, Vec<u8>)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/valid/full");
        let mut names: Vec<_> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        names.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
    }

    fn read_all(files: &[(String, Vec<u8>)]) {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        let reading = read_strike(folder.path());
        let style = Style { colour: true, width: 80 };
        for language in [Language::En, Language::Fr] {
            report(&reading.problems, &reading.sources, Speech::new(language), style);
        }
        assert_eq!(reading.strike.is_none(), reading.of(Severity::Error).next().is_some());
        for problem in &reading.problems {
            if let Some(spot) = &problem.spot {
                assert!(spot.line >= 1 && spot.column >= 1 && spot.start <= spot.end, "{problem:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

        #[test]
        fn on_random_bytes(content in prop::collection::vec(any::<u8>(), 0..600), which in 0usize..6) {
            let mut files = files();
            let which = which % files.len();
            files[which].1 = content;
            read_all(&files);
        }

        #[test]
        fn on_slips_in_a_valid_folder(
            slips in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0u8..6, any::<u8>()), 1..12)
        ) {
            let mut files = files();
            for (file, at, kind, byte) in slips {
                let ix = file.index(files.len());
                let content = &mut files[ix].1;
                if content.is_empty() {
                    continue;
                }
                let at = at.index(content.len());
                match kind {
                    0 => content[at] = byte,
                    1 => content.insert(at, byte),
                    2 => { content.remove(at); }
                    3 => content.truncate(at),
                    4 => content.insert(at, *b"\",;>[]={}\n\r-.:#'".get(usize::from(byte) % 16).unwrap()),
                    _ => {
                        let end = (at + usize::from(byte)).min(content.len());
                        let copy = content[at..end].to_vec();
                        content.splice(at..at, copy);
                    }
                }
            }
            read_all(&files);
        }
    }
}

#[test]
fn one_slip_in_every_row_is_shown_twenty_times_and_told_for_each() {
    let mut list = String::from("id,home_site,name,status\n");
    for number in 0..25 {
        writeln!(list, "{number},hall,Anne,gone").unwrap();
    }
    let reading = Folder::with("members.csv", list);
    let style = Style { colour: false, width: 80 };
    let text = report(&reading.problems, &reading.sources, Speech::new(Language::En), style);
    assert_eq!(text.matches("error[unknown_word]").count(), 25);
    assert_eq!(text.matches("= help").count(), 20);
    assert!(
        text.contains("\nmembers.csv:26:14: error[unknown_word]: `gone` is no word for `status`\n\n25 errors\n"),
        "{text}"
    );
}

#[test]
fn what_the_contract_does_not_forbid_is_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/valid/odd");
    let ground = picket::rules::Ground::new(read_strike(&root).strike.unwrap());
    for id in ["yard/Gate.2/2026-12-07/soirée", "yard/gate.2/2026-12-07/AM_1"] {
        let shift = ground.find(id).unwrap();
        assert_eq!(ground.shift(shift).id, id);
    }
    assert_eq!(ground.timetable.len(), 28);
    assert_eq!((ground.strike.rules.shifts_per_day, ground.strike.rules.minutes_per_week), (99, 999 * 60));
}
