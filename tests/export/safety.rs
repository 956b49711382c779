//! Nothing private, and nothing that harms a terminal, a spreadsheet or a page.

use super::hand::{EMAIL, Made, PHONE};
use super::made;
use picket::export::{Format, View, What};
use picket::model::campaign::Language;
use picket::model::text::is_unseen;

fn every(all: &Made) -> Vec<(Format, String)> {
    let mut exports = Vec::new();
    for language in [Language::En, Language::Fr] {
        for format in What::Roster.formats() {
            exports.push((*format, made(&View { language, ..all.view() }, *format)));
        }
    }
    exports
}

#[test]
fn phones_mails_and_restrictions_stay_inside() {
    let all = Made::by_hand();
    assert!(all.ground.strike.members.iter().all(|m| m.phone.as_deref() == Some(PHONE) && m.restrictions.seating));
    for (format, text) in every(&all) {
        let text = text.to_lowercase();
        for private in [PHONE, EMAIL, "secret", "seating"] {
            assert!(!text.contains(&private.to_lowercase()), "{}: {private}", format.word());
        }
    }
}

#[test]
fn nothing_moves_a_cursor_or_turns_a_line_round() {
    for (format, text) in every(&Made::by_hand()) {
        let sent: Vec<char> = text.chars().filter(|c| is_unseen(*c) && *c != '\n').collect();
        let ends = if format == Format::Csv { vec!['\r'; text.lines().count()] } else { Vec::new() };
        assert_eq!(sent, ends, "{}", format.word());
    }
}

#[test]
fn no_cell_is_a_formula() {
    let text = made(&Made::by_hand().view(), Format::Csv);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut guarded = 0;
    for row in reader.records() {
        for cell in &row.unwrap() {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            guarded += usize::from(cell.starts_with('\''));
        }
    }
    assert_eq!(guarded, 2, "the two names that would run");
}
