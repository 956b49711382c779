//! Nothing private, and nothing that harms a terminal, a spreadsheet or a page.

use super::hand::{EMAIL, Made, PHONE, REASON};
use super::{made_of, workbook};
use picket::export::{Format, View, What};
use picket::model::campaign::Language;
use picket::model::member::{Restrictions, Status};
use picket::model::text::is_unseen;

/// Every export in every form and both languages.
fn every(all: &Made) -> Vec<(What, Format, String)> {
    let mut exports = Vec::new();
    for language in [Language::En, Language::Fr] {
        for (_, what) in What::WORDS {
            for format in what.formats().iter().filter(|format| **format != Format::Xlsx) {
                exports.push((what, *format, made_of(&View { language, ..all.view() }, what, *format)));
            }
        }
    }
    exports
}

/// Where telephones and e-mails may stand.
fn is_for_captains(what: What) -> bool {
    matches!(what, What::Captain | What::Calls | What::Tree)
}

#[test]
fn phones_and_mails_are_for_captains() {
    let all = Made::by_hand();
    assert!(all.ground.strike.members.iter().all(|member| member.phone.as_deref() == Some(PHONE)));
    let mut seen = 0;
    for (what, format, text) in every(&all) {
        let text = text.to_lowercase();
        for private in [PHONE, EMAIL, "secret"] {
            let is_there = text.contains(&private.to_lowercase());
            assert!(!is_there || is_for_captains(what), "{} {}: {private}", what.word(), format.word());
            seen += usize::from(is_there);
        }
    }
    assert!(seen > 0, "the captain's copy and the calls do have them");
}

#[test]
fn reasons_are_told_nowhere() {
    let all = Made::by_hand();
    assert!(all.absences.iter().any(|absence| absence.code.as_deref() == Some(REASON)));
    for (what, format, text) in every(&all) {
        assert!(!text.contains(REASON), "{} {}", what.word(), format.word());
        // What restrictions come to is on the captain's copy alone; their words are nowhere in data.
        let instructed = ["offer a seat", "offrir un siège", "no_nights", "no_line"];
        let told = instructed.iter().any(|word| text.contains(word));
        assert!(!told || what == What::Captain, "{} {}", what.word(), format.word());
        assert!(what != What::Captain || told);
        let data = [Format::Csv, Format::Json, Format::Ics].contains(&format);
        assert!(!data || !text.to_lowercase().contains("seating"), "{} {}", what.word(), format.word());
    }
}

#[test]
fn why_someone_does_not_stand_is_told_nowhere() {
    let Made { mut ground, roster, .. } = Made::by_hand();
    for (member, status) in [(1, Status::Wsib), (2, Status::Ltd), (3, Status::Parental), (4, Status::Arbitration)] {
        ground.strike.members[member].status = status;
    }
    ground.strike.members[5].restrictions = Restrictions { no_nights: true, no_line: true, ..Restrictions::default() };
    let words =
        ["wsib", "cspaat", "ltd", "ild", "parental", "arbitration", "arbitrage", "no_line", "no_nights", "seating"];
    for (what, format, text) in every(&Made::of(ground, roster)) {
        let text = text.to_lowercase();
        let mut said = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        // What a site offers stands on the captain's copy in the same words as what a member needs.
        let told = said.find(|word| words.contains(word) && !(what == What::Captain && *word == "seating"));
        assert_eq!(told, None, "{} {}", what.word(), format.word());
    }
}

#[test]
fn the_employer_reads_nothing_about_pickets() {
    let all = Made::by_hand();
    for (what, format, text) in every(&all).into_iter().filter(|(what, ..)| *what == What::Essential) {
        let text = text.to_lowercase();
        let lines = all.ground.strike.lines.iter().map(|line| format!("/{}/", line.id));
        let words = ["front gate", "entrée principale", "picket", "piquet", "morning", "matin", "4001", "seat"];
        for word in words.into_iter().map(str::to_owned).chain(lines) {
            assert!(!text.contains(&word), "{} {}: {word}", what.word(), format.word());
        }
    }
}

#[test]
fn nothing_moves_a_cursor_or_turns_a_line_round() {
    for (what, format, text) in every(&Made::by_hand()) {
        let sent: Vec<char> = text.chars().filter(|c| is_unseen(*c) && *c != '\n').collect();
        let ends_in_cr = [Format::Csv, Format::Ics].contains(&format);
        let ends = if ends_in_cr { vec!['\r'; text.lines().count()] } else { Vec::new() };
        assert_eq!(sent, ends, "{} {}", what.word(), format.word());
    }
}

#[test]
fn no_cell_is_a_formula() {
    let mut guarded = 0;
    for (what, _, text) in every(&Made::by_hand()).into_iter().filter(|(_, format, _)| *format == Format::Csv) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in &row.unwrap() {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}: {cell:?}", what.word());
                guarded += usize::from(cell.starts_with('\''));
            }
        }
    }
    assert!(guarded >= 4, "the names that would run, in each language");
}

#[test]
fn a_workbook_holds_nothing_private_and_runs_nothing() {
    let all = Made::by_hand();
    for what in [What::Roster, What::Hours] {
        for (name, page) in workbook::read(workbook::bytes(&all.view(), what)) {
            for (_, _, cell) in page.used_cells() {
                let cell = cell.to_string();
                for private in [PHONE, EMAIL, REASON, "seating"] {
                    assert!(!cell.contains(private), "{name}: {cell}");
                }
                assert!(!cell.chars().any(is_unseen), "{name}: {cell:?}");
            }
        }
    }
}
