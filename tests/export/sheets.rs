//! How the roster's sheets look, in both languages and at two widths; and that they add up.

use super::hand::Made;
use super::{made, made_of, strikes};
use picket::export::{Format, View, What};
use picket::model::campaign::Language;
use picket::model::{Assignment, Duty, MemberIx, SiteIx};
use proptest::prelude::*;
use regex_lite::Regex;
use unicode_width::UnicodeWidthStr;

#[test]
fn the_sheets_look_like_this() {
    let all = Made::by_hand();
    for (name, language, width) in [
        ("english_80", Language::En, 80),
        ("french_80", Language::Fr, 80),
        ("english_100", Language::En, 100),
        ("french_100", Language::Fr, 100),
    ] {
        insta::assert_snapshot!(name, made(&View { language, width, ..all.view() }, Format::Text));
    }
}

#[test]
fn the_tables_look_like_this() {
    let all = Made::by_hand();
    for (name, language) in [("markdown_english", Language::En), ("markdown_french", Language::Fr)] {
        insta::assert_snapshot!(name, made(&View { language, ..all.view() }, Format::Markdown));
    }
}

#[test]
fn one_site_and_day_alone() {
    let all = Made::by_hand();
    let day = "2026-12-08".parse().ok();
    let text = made(&View { site: Some(SiteIx(1)), day, published: None, ..all.view() }, Format::Text);
    assert!(text.contains("Dryden Jail") && !text.contains("Elgin"), "{text}");
    assert!(text.contains("DRAFT: not published") && text.contains("Page 1 of 1"), "{text}");
    let none = made(&View { day: "2027-01-01".parse().ok(), ..all.view() }, Format::Text);
    assert!(none.contains("No shifts to show.") && none.contains("Page 1 of 1"), "{none}");
}

#[test]
fn a_sheet_tells_how_much_is_other_than_people_were_told() {
    let mut all = Made::by_hand();
    let gate = all.ground.find("emdc/front-gate/2026-12-07/am").unwrap();
    let state = |all: &Made| {
        let view = View { site: Some(all.ground.shift(gate).site), day: "2026-12-07".parse().ok(), ..all.view() };
        made(&view, Format::Text).lines().find(|line| line.contains("version 9")).unwrap().trim_start().to_owned()
    };
    assert!(state(&all).ends_with("As published in version 9"), "{}", state(&all));
    // One who went, one who came, and one in another post.
    let who = |all: &Made, at: usize| all.roster.on(gate)[at].clone();
    let (went, moved) = (who(&all, 0), who(&all, 5));
    all.roster.take(gate, went.member);
    assert!(state(&all).ends_with("DRAFT: 1 change since version 9 was published"), "{}", state(&all));
    all.roster.put(Assignment::planned(MemberIx(12), gate, Duty::Picket));
    all.roster.put(Assignment { duty: Duty::Captain, ..moved });
    assert!(state(&all).ends_with("DRAFT: 3 changes since version 9 was published"), "{}", state(&all));
}

#[test]
fn what_is_for_the_office_never_stands_on_a_page_alone() {
    let mut breaks = 0;
    for seed in 0..12 {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.9, seed);
        let all = Made::of(ground, roster);
        for page_lines in 40..70 {
            let text = made_of(&View { page_lines, form_feeds: true, ..all.view() }, What::SignIn, Format::Text);
            for page in text.split('\u{c}').filter(|page| page.contains("For the office:")) {
                assert!(page.contains("Guests, who are no members"), "{page_lines} lines, seed {seed}:\n{page}");
                breaks += usize::from(!page.contains("Walk-ins, members"));
            }
        }
    }
    assert!(breaks > 0, "some pages begin with the guests");
}

#[test]
fn a_shift_across_midnight_carries_both_dates() {
    let all = Made::by_hand();
    let text = made(&all.view(), Format::Text);
    assert!(text.contains("Night, Mon 7 Dec 22:00 – Tue 8 Dec 02:00"), "{text}");
    assert!(text.contains("Monday 7 December 2026 – Tuesday 8 December 2026"), "{text}");
}

#[test]
fn pages_are_numbered_and_each_carries_what_it_must() {
    let all = Made::by_hand();
    for page_lines in [0, 1, 30, 60] {
        let text = made(&View { page_lines, form_feeds: true, ..all.view() }, Format::Text);
        let pages: Vec<&str> = text.split('\u{c}').collect();
        for (ix, page) in pages.iter().enumerate() {
            for part in [
                format!("Page {} of {}", ix + 1, pages.len()),
                "OPS Unified, December 2026".into(),
                "Roster version 1012".into(),
                "2026".into(),
                "Made Tuesday 1 December 2026, 14:03 (UTC−05:00)".into(),
                "On this page".into(),
                "This sheet:".into(),
            ] {
                assert!(page.contains(&part), "page {} of {page_lines} lines lacks {part:?}:\n{page}", ix + 1);
            }
            if page_lines >= 30 {
                assert!(page.lines().count() <= page_lines, "{} lines:\n{page}", page.lines().count());
            }
        }
        assert!(page_lines != 30 || text.contains("(continued)"));
        assert_eq!(text.matches("End of the roster:").count(), 1);
    }
}

/// Numbers behind a word, summed over all its places: `sum(text, r"(\d+) people")`.
fn sum(text: &str, pattern: &str) -> usize {
    Regex::new(pattern).unwrap().captures_iter(text).map(|found| found[1].parse::<usize>().unwrap()).sum()
}

#[test]
fn totals_equal_an_independent_count() {
    for seed in 0..40 {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.7, seed);
        let all = Made::of(ground, roster);
        let view = View { page_lines: [0, 25, 60][seed as usize % 3], ..all.view() };
        let text = made(&view, Format::Text);
        let people = Regex::new(r"(?m)^  (Captain|Picket|First aid|French)\s.*\bm\d{5}\b").unwrap();
        let blanks = Regex::new(r"(?m)^  (Captain|Picket|First aid|French)\s+_+\s+open").unwrap();
        assert_eq!(people.find_iter(&text).count(), all.roster.len(), "seed {seed}");
        assert_eq!(sum(&text, r"On this page[^:]*: (\d+) p"), all.roster.len(), "seed {seed}");
        assert_eq!(sum(&text, r"On this page[^,]*, (\d+) open"), blanks.find_iter(&text).count(), "seed {seed}");
        let mut open = 0;
        let mut gaps = 0;
        for shift in &all.ground.timetable.shifts {
            let ix = all.ground.find(&shift.id).unwrap();
            let on = all.roster.on(ix);
            let held = |duty| on.iter().filter(|each| each.duty == duty).count() as u32;
            let captains = shift.captains - held(Duty::Captain);
            let skills: u32 = shift.needs.iter().map(|(skill, posts)| posts - held(Duty::Skill(*skill))).sum();
            let heads = on.len() as u32;
            let posts = (captains + skills).min(shift.maximum - heads);
            open += posts + shift.target.saturating_sub(heads + posts);
            gaps += usize::from(heads == 0 || heads < shift.minimum || captains + skills > 0);
        }
        assert_eq!(blanks.find_iter(&text).count(), open as usize, "seed {seed}");
        let shifts = all.ground.timetable.len();
        let end = format!("{shifts} shift{}, ", if shifts == 1 { "" } else { "s" });
        let last = text[text.rfind("End of the roster:").unwrap()..].replace('\n', " ");
        assert!(last.contains(&end), "seed {seed}: {last}");
        assert_eq!(sum(&last, r"(\d+) assignment"), all.roster.len(), "seed {seed}");
        assert_eq!(sum(&last, r"(\d+) gap"), gaps, "seed {seed}");
    }
}

#[test]
fn impossible_paper_is_made_possible() {
    let all = Made::by_hand();
    for width in [0, 1, 39, usize::MAX] {
        let text = made(&View { width, ..all.view() }, Format::Text);
        let widest = text.lines().map(UnicodeWidthStr::width).max();
        assert_eq!(widest, Some(if width < 40 { 40 } else { 400 }));
    }
}

#[test]
fn every_language_says_everything() {
    let all = Made::by_hand();
    for language in [Language::En, Language::Fr] {
        for format in [Format::Text, Format::Markdown] {
            let text = made(&View { language, ..all.view() }, format);
            assert!(!text.contains("paper-") && !text.contains("{$") && !text.contains("{ $"), "{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_line_is_wider_than_the_paper(
        width in 40_usize..160,
        page_lines in 0_usize..90,
        french in any::<bool>(),
        strike_name in ".{1,120}",
        place in ".{1,120}",
        label in ".{1,60}",
        name in ".{1,300}",
    ) {
        let Made { mut ground, roster, .. } = Made::by_hand();
        ground.strike.campaign.name = strike_name;
        ground.strike.sites[0].name.clone_from(&place);
        ground.strike.sites[0].name_fr = Some(place.clone());
        ground.strike.sites[0].address = Some(place);
        ground.strike.templates[0].label = Some(label.clone());
        ground.strike.templates[0].label_fr = Some(label.clone());
        ground.strike.lines[0].caps[0].order = Some(label);
        ground.strike.members[0].name.clone_from(&name);
        ground.strike.members[1].id = name;
        let all = Made::of(ground, roster);
        let language = if french { Language::Fr } else { Language::En };
        let text = made(&View { width, page_lines, language, ..all.view() }, Format::Text);
        for line in text.lines() {
            prop_assert!(line.width() <= width, "{} > {width}: {line:?}", line.width());
        }
    }
}
