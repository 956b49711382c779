//! The samples, planned and printed: what a captain would hold in the hand.

use super::hand::generated;
use super::made;
use picket::engine::coverage::Coverage;
use picket::engine::plan::{self, Options};
use picket::export::{Format, View, What};
use picket::model::Roster;
use picket::model::campaign::Language;
use picket::rules::Ground;
use picket::store::read::read_strike;
use std::collections::HashSet;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// A sample as read, and a roster planned for it.
fn planned(sample: &str) -> (Ground, Roster) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(sample);
    let ground = Ground::new(read_strike(&folder).strike.unwrap());
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let options = Options {
        seed: 1,
        from: None,
        from_scratch: false,
        threads: 2,
        cancel: &|| false,
        enough: &|| false,
        progress: &|_, _| {},
    };
    let roster = plan::plan(&ground, &empty, None, &options).unwrap().roster;
    (ground, roster)
}

#[test]
fn every_sample_prints_in_both_languages() {
    for sample in ["opseu", "cupe", "opssu"] {
        let (ground, roster) = planned(sample);
        let coverage = Coverage::count(&ground, &roster);
        let view = View::new(&ground, &roster, &coverage, 3, generated());
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
