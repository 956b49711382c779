//! The workbooks, as a reader that is not ours takes them.

use super::hand::Made;
use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use picket::export::{self, Format, View, What};
use picket::model::campaign::Language;
use std::io::Cursor;

/// A workbook's bytes.
pub fn bytes(view: &View<'_>, what: What) -> Vec<u8> {
    let mut bytes = Vec::new();
    export::write(view, what, Format::Xlsx, &mut bytes).unwrap();
    bytes
}

/// Every worksheet with its name and what stands in it; none of it a formula.
pub fn read(bytes: Vec<u8>) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    for name in &names {
        let formulas = book.worksheet_formula(name).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{name} runs something");
    }
    names.into_iter().map(|name| (name.clone(), book.worksheet_range(&name).unwrap())).collect()
}

fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

#[test]
fn the_roster_has_a_row_for_everyone_and_one_for_every_shift() {
    let all = Made::by_hand();
    let pages = read(bytes(&all.view(), What::Roster));
    assert_eq!(pages.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["Roster", "Shifts"]);
    let (people, shifts) = (&pages[0].1, &pages[1].1);
    assert_eq!((people.height(), shifts.height()), (all.roster.len() + 1, all.ground.timetable.len() + 1));
    let head: Vec<String> = people.rows().next().unwrap().iter().map(text).collect();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let mut found: Vec<(String, String)> =
        people.rows().skip(1).map(|row| (text(&row[at("Id")]), text(&row[at("Member")]))).collect();
    let mut wanted: Vec<(String, String)> = all
        .roster
        .iter()
        .map(|each| (all.ground.shift(each.shift).id.clone(), all.ground.strike.member(each.member).id.clone()))
        .collect();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted);
    let names: Vec<String> = people.rows().map(|row| text(&row[at("Name")])).collect();
    assert!(names.contains(&"=HYPERLINK(\"http://evil.example\",\"click\")".to_owned()), "kept, as text");
    for row in people.rows().skip(1) {
        assert!(matches!(row[at("Starts")], Data::DateTime(_)), "{row:?}");
        assert!(
            matches!(row[at("Hours")], Data::Float(hours) if [4.0, 6.0].iter().any(|length: &f64| (hours - length).abs() < 1e-9)),
            "{row:?}"
        );
    }
}

#[test]
fn the_ledger_adds_up() {
    let all = Made::by_hand();
    let pages = read(bytes(&View { language: Language::Fr, ..all.view() }, What::Hours));
    let page = &pages[0].1;
    let rows: usize = all.ledger.weeks.iter().map(|week| week.rows.len()).sum();
    assert_eq!(page.height(), rows + 1);
    let head: Vec<String> = page.rows().next().unwrap().iter().map(text).collect();
    let credited = head.iter().position(|column| column == "Reconnu (h)").unwrap();
    let sum: f64 =
        page.rows().skip(1).map(|row| if let Data::Float(hours) = row[credited] { hours } else { 0.0 }).sum();
    let wanted: i64 = all.ledger.weeks.iter().flat_map(|week| &week.rows).map(|row| row.credited).sum();
    assert!((sum * 60.0 - wanted as f64).abs() < 1e-6 && wanted > 0);
}
