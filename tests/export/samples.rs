//! The samples, planned and printed: what a captain would hold in the hand.

use super::hand::generated;
use super::{made, made_of};
use chrono::Days;
use picket::engine::coverage::Coverage;
use picket::engine::pay::{self, Choice};
use picket::engine::plan::{self, Options};
use picket::export::{Format, View, What};
use picket::model::Roster;
use picket::model::campaign::Language;
use picket::rules::Ground;
use picket::store::read::read_strike;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

/// The samples as read, and a roster planned for each: once for all tests.
static PLANNED: LazyLock<Vec<(&str, Ground, Roster)>> = LazyLock::new(|| {
    let of = |sample| {
        let (ground, roster) = planned(sample);
        (sample, ground, roster)
    };
    ["opseu", "cupe", "opssu"].map(of).into()
});

fn planned(sample: &str) -> (Ground, Roster) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(sample);
    let ground = Ground::new(read_strike(&folder).strike.unwrap());
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let options = Options {
        seed: 1,
        from: None,
        from_scratch: false,
        within: None,
        threads: 2,
        cancel: &|| false,
        enough: &|| false,
        progress: &|_, _| {},
    };
    let roster = plan::plan(&ground, &empty, None, &options).unwrap().roster;
    (ground, roster)
}

/// Every sheet of one day of each sample, on narrow, usual and wide paper: within its edges, and every page with what it must
/// carry.
#[test]
fn every_sheet_of_the_samples_keeps_to_its_paper() {
    for (sample, ground, roster) in PLANNED.iter() {
        let coverage = Coverage::count(ground, roster);
        let ledger = pay::ledger(ground, roster, [], &BTreeMap::new(), Choice::default());
        let last = ground.strike.campaign.first_day + Days::new(10);
        let day = ground.timetable.shifts.iter().map(|shift| shift.date).filter(|date| *date <= last).max();
        let member = roster.iter().next().map(|each| each.member);
        let view = View {
            day,
            only_member: member,
            ledger: Some(&ledger),
            form_feeds: true,
            ..View::new(ground, roster, &coverage, 3, generated())
        };
        let sheets =
            What::WORDS.into_iter().map(|(_, what)| what).filter(|what| what.formats().contains(&Format::Text));
        for what in sheets {
            for (language, width) in [(Language::En, 60), (Language::Fr, 60), (Language::Fr, 80), (Language::En, 120)] {
                let text = made_of(&View { language, width, ..view.clone() }, what, Format::Text);
                for line in text.lines() {
                    let columns = line.trim_start_matches('\u{c}').width();
                    assert!(columns <= width, "{sample}, {} at {width}: {line:?}", what.word());
                }
                let pages: Vec<&str> = text.split('\u{c}').collect();
                for (at, sheet) in pages.iter().enumerate() {
                    let number = |of| format!("Page {} {of} {}", at + 1, pages.len());
                    let flat = sheet.replace('\u{a0}', " ");
                    let is_whole = (flat.contains(&number("of")) || flat.contains(&number("de")))
                        && flat.contains("version 3")
                        && flat.contains("UTC")
                        && (flat.contains("On this page") || flat.contains("Sur cette page"));
                    assert!(is_whole, "{sample}, {} at {width}, page {}:\n{sheet}", what.word(), at + 1);
                    assert!(sheet.lines().count() <= 60, "{sample}, {} at {width}:\n{sheet}", what.word());
                }
            }
        }
    }
}

#[test]
fn every_sample_prints_in_both_languages() {
    for (sample, ground, roster) in PLANNED.iter() {
        let coverage = Coverage::count(ground, roster);
        let view = View::new(ground, roster, &coverage, 3, generated());
        for language in [Language::En, Language::Fr] {
            for format in What::Roster.formats().iter().filter(|format| **format != Format::Xlsx) {
                let text = made(&View { language, ..view.clone() }, *format);
                let words: HashSet<&str> = text.split([' ', '\n', '\r', ',', '"', '|', ';']).collect();
                let private = ground.strike.members.iter().flat_map(|m| m.phone.iter().chain(&m.email));
                for secret in private.filter(|secret| !secret.is_empty()) {
                    assert!(!words.contains(secret.as_str()), "{sample}: {secret}");
                }
                if *format == Format::Text {
                    assert!(text.lines().all(|line| line.width() <= 80), "{sample}");
                    assert!(roster.iter().all(|each| words.contains(view.raw_id(each.member))), "{sample}");
                }
                if let Some(dir) = std::env::var_os("PICKET_SHEETS") {
                    let name = format!("{sample}-{language:?}.{}", format.word());
                    std::fs::write(Path::new(&dir).join(name), text).unwrap();
                }
            }
        }
    }
}
