//! Codes lead back to their sheets.

use super::hand::Made;
use super::made_of;
use picket::export::code::Code;
use picket::export::verify::{find, find_touched};
use picket::export::{Format, View, What};
use picket::model::MemberIx;
use picket::model::campaign::Language;
use regex_lite::Regex;

fn codes(text: &str) -> Vec<Code> {
    let code = Regex::new(r"Code ([0-9A-Z]{4}-[0-9A-Z]{4})").unwrap();
    code.captures_iter(text).map(|found| Code::parse(&found[1]).unwrap()).collect()
}

#[test]
fn every_code_on_a_sheet_is_recognised() {
    let all = Made::by_hand();
    for what in [
        What::Roster,
        What::SignIn,
        What::Captain,
        What::Report,
        What::Tree,
        What::Member,
        What::Essential,
        What::Coverage,
        What::Hours,
        What::Board,
        What::Calendar,
        What::Short,
    ] {
        for language in [Language::En, Language::Fr] {
            let text = made_of(&View { language, width: 100, ..all.view() }, what, Format::Text);
            let codes = codes(&text);
            assert!(!codes.is_empty(), "{}", what.word());
            for code in codes {
                let found = find(&all.view(), code);
                let found = found.unwrap_or_else(|| panic!("{}: {code} leads nowhere", what.word()));
                let of_the_day = [What::SignIn, What::Captain, What::Tree].contains(&what);
                assert_eq!(found.what, if of_the_day { What::Roster } else { what });
            }
        }
    }
    assert_eq!(find(&all.view(), Code::of(["nothing"])), None);
}

#[test]
fn a_code_of_yesterday_is_known_for_what_it_was() {
    let all = Made::by_hand();
    let view = View { day: "2026-12-07".parse().ok(), ..all.view() };
    let old = codes(&made_of(&view, What::Roster, Format::Text));
    let gate = all.ground.find("emdc/front-gate/2026-12-07/am").unwrap();
    let mut now = all.roster.clone();
    now.take(gate, MemberIx(5));
    let present = View { roster: &now, ..all.view() };
    let touched = [(gate, MemberIx(5))];
    let outdated: Vec<Code> = old.into_iter().filter(|code| find(&present, *code).is_none()).collect();
    assert_eq!(outdated.iter().collect::<std::collections::BTreeSet<_>>().len(), 1, "only the line that was touched");
    let found = find_touched(&View { roster: &all.roster, ..all.view() }, outdated[0], &touched).unwrap();
    assert!(found.place.contains("Front gate") && found.dates.contains("7 December"), "{found:?}");
}
