//! The sheets beside the roster: how each looks, in both languages, and that each page carries what it must.

use super::hand::{Made, generated};
use super::made_of;
use picket::export::{Format, View, What};
use picket::model::campaign::{Language, Mode, Phase};
use picket::model::site::StandDown;
use picket::model::time::Clock;
use picket::model::{MemberIx, Roster, Span};
use picket::rules::Ground;
use unicode_width::UnicodeWidthStr;

/// Every sheet of text.
fn sheets() -> impl Iterator<Item = What> {
    What::WORDS.into_iter().map(|(_, what)| what).filter(|what| what.formats().contains(&Format::Text))
}

#[test]
fn every_sheet_looks_like_this() {
    let all = Made::by_hand();
    for what in sheets().filter(|what| *what != What::Roster) {
        for (tag, language) in [("en", Language::En), ("fr", Language::Fr)] {
            let text = made_of(&View { language, ..all.view() }, what, Format::Text);
            insta::assert_snapshot!(format!("{}_{tag}", what.word()), text);
        }
    }
}

#[test]
fn a_day_on_which_the_phase_changes_names_both() {
    let mut all = Made::by_hand();
    all.ground.strike.campaign.days = 3;
    let zone = all.ground.strike.campaign.zone;
    let at = |day: &str, minutes: u16| Clock(minutes).on(day.parse().expect("a date"), zone);
    let ends = [at("2026-12-08", 1), at("2026-12-09", 12 * 60)].map(Some).into_iter().chain([None]);
    let froms = [at("2026-12-07", 0), at("2026-12-08", 1), at("2026-12-09", 12 * 60)];
    let modes = [Mode::Information, Mode::Full, Mode::Settled];
    all.ground.strike.phases = modes
        .into_iter()
        .zip(froms.into_iter().zip(ends))
        .map(|(mode, (from, until))| Phase { mode, from, until, sites: Vec::new(), regions: Vec::new() })
        .collect();
    let text = made_of(&all.view(), What::Calendar, Format::Text);
    let told = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("8 Dec full strike;"), "a minute of the day is no phase of it: {text}");
    assert!(told.contains("9 Dec full strike, from 12:00 settled: no lines;"), "{text}");
}

#[test]
fn nobody_is_sent_to_a_backup_site_that_is_closed() {
    let told = |text: &str| {
        (text.contains("go to Dryden Jail"), text.contains("ring headquarters: nobody pickets at Dryden Jail"))
    };
    let captain =
        |made: &Made| made_of(&View { day: "2026-12-07".parse().ok(), ..made.view() }, What::Captain, Format::Text);
    let mut all = Made::by_hand();
    assert_eq!(told(&captain(&all)), (true, false));
    let span = Span::new(generated(), generated().plus_minutes(60 * 24 * 30));
    all.ground.strike.sites[1].stand_downs.push(StandDown { span, reason: None });
    assert_eq!(told(&captain(&all)), (false, true));
}

#[test]
fn a_closed_site_stays_on_the_board_and_says_where_its_people_go() {
    let closed = |sites: &[usize], from: &str| {
        let mut strike = super::hand::ground().strike;
        for site in sites {
            let span = Span::new(super::hand::instant(from), picket::model::Instant::FAR);
            strike.sites[*site].stand_downs.push(StandDown { span, reason: None });
        }
        let ground = Ground::new(strike);
        let roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
        Made::of(ground, roster)
    };
    let board = |made: &Made, language| {
        made_of(&View { day: "2026-12-07".parse().ok(), language, ..made.view() }, What::Board, Format::Text)
    };
    let one = closed(&[0], "2026-12-07T00:00:00-05:00");
    let told = board(&one, Language::En);
    assert!(told.contains("  x CLOSED. Go to Dryden Jail instead."), "{told}");
    assert!(board(&one, Language::Fr).contains("  x FERMÉ. Se rendre plutôt au lieu de repli"));
    let both = board(&closed(&[0, 1], "2026-12-07T00:00:00-05:00"), Language::En);
    assert!(both.contains("CLOSED. No backup site to go to: ring headquarters."), "{both}");
    assert!(!both.contains("Go to Dryden Jail"), "{both}");
    let evening = board(&closed(&[0], "2026-12-07T18:00:00-05:00"), Language::En);
    assert!(evening.contains("CLOSED for 2 of 3 shifts. Go to Dryden Jail instead."), "{evening}");
    assert!(!board(&Made::by_hand(), Language::En).contains("CLOSED"));
}

#[test]
fn a_day_with_a_night_shift_carries_both_dates() {
    let all = Made::by_hand();
    let view = View { day: "2026-12-07".parse().ok(), ..all.view() };
    for what in [What::SignIn, What::Captain, What::Tree, What::Report, What::Board, What::Coverage] {
        let text = made_of(&view, what, Format::Text);
        assert!(text.contains("Monday 7 December 2026 – Tuesday 8 December 2026"), "{}:\n{text}", what.word());
    }
}

#[test]
fn every_picture_looks_like_this() {
    let all = Made::by_hand();
    let day = "2026-12-07".parse().ok();
    for (tag, language) in [("en", Language::En), ("fr", Language::Fr)] {
        let view = View { language, day, ..all.view() };
        insta::assert_snapshot!(format!("coverage_svg_{tag}"), made_of(&view, What::Coverage, Format::Svg));
        insta::assert_snapshot!(format!("map_svg_{tag}"), made_of(&view, What::Map, Format::Svg));
    }
    insta::assert_snapshot!("coverage_csv", made_of(&View { day, ..all.view() }, What::Coverage, Format::Csv));
    insta::assert_snapshot!("coverage_json", made_of(&View { day, ..all.view() }, What::Coverage, Format::Json));
    insta::assert_snapshot!("essential_csv", made_of(&all.view(), What::Essential, Format::Csv));
}

#[test]
fn pictures_are_well_formed() {
    let all = Made::by_hand();
    for what in [What::Coverage, What::Map] {
        let text = made_of(&all.view(), what, Format::Svg);
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut elements = 0;
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(_) => elements += 1,
                _ => {}
            }
        }
        assert!(elements > 10, "{}", what.word());
    }
}

#[test]
fn a_page_for_browsers_needs_nothing_else() {
    let all = Made::by_hand();
    for what in What::WORDS.map(|(_, what)| what) {
        let text = made_of(&all.view(), what, Format::Html);
        for part in ["http://www.w3.org/2000/svg", "http://evil.example", "https://evil.example"] {
            assert!(!text.contains(&format!("=\"{part}\"")) || part.contains("w3.org"), "{}", what.word());
        }
        for outside in ["<script", "<link", "<img", "src=", "href=", "@import", "url("] {
            assert!(!text.contains(outside), "{} has {outside}", what.word());
        }
        if what.formats().contains(&Format::Text) && what != What::Coverage {
            let pages = made_of(&View { form_feeds: true, ..all.view() }, what, Format::Text).split('\u{c}').count();
            assert_eq!(text.matches("<section>").count(), pages, "{}", what.word());
        }
    }
}

#[test]
fn every_page_carries_what_it_must() {
    let all = Made::by_hand();
    for what in sheets() {
        for page_lines in [0, 30, 60] {
            let text = made_of(&View { page_lines, form_feeds: true, ..all.view() }, what, Format::Text);
            let pages: Vec<&str> = text.split('\u{c}').collect();
            for (ix, page) in pages.iter().enumerate() {
                for part in [
                    format!("Page {} of {}", ix + 1, pages.len()),
                    "OPS Unified, December 2026".into(),
                    "Roster version 1012".into(),
                    "December 2026".into(),
                    "Made Tuesday 1 December 2026, 14:03 (UTC−05:00)".into(),
                    "Code ".into(),
                    "On this page".into(),
                ] {
                    let what = what.word();
                    assert!(
                        page.contains(&part),
                        "{what}, page {} of {page_lines} lines lacks {part:?}:\n{page}",
                        ix + 1
                    );
                }
                let lines = page.lines().count();
                assert!(page_lines < 60 || lines <= page_lines, "{}: {lines} lines:\n{page}", what.word());
            }
        }
    }
}

#[test]
fn every_page_of_a_sign_in_sheet_tells_which_shift_it_is_of() {
    let all = Made::by_hand();
    let mut told = 0;
    for page_lines in [30, 60] {
        let text = made_of(&View { page_lines, form_feeds: true, ..all.view() }, What::SignIn, Format::Text);
        let mut ids = Vec::new();
        for page in text.split('\u{c}') {
            let on = |ix: &_| page.contains(&format!("Shift {}: ", all.ground.shift(*ix).id));
            let of: Vec<_> = all.ground.timetable.indices().filter(on).collect();
            assert_eq!(of.len(), 1, "the office enters the sheet by the shift's id:\n{page}");
            ids.extend(of);
        }
        told = ids.len().max(told);
        ids.dedup();
        assert_eq!(ids.len(), all.ground.timetable.len(), "every shift has its sheet");
    }
    assert!(told > all.ground.timetable.len(), "some sheet goes over two pages");
}

#[test]
fn no_line_is_wider_than_the_paper() {
    let all = Made::by_hand();
    for what in sheets() {
        for language in [Language::En, Language::Fr] {
            for width in [40, 55, 60, 72, 75, 76, 80, 100, 132] {
                let text = made_of(&View { width, language, ..all.view() }, what, Format::Text);
                for line in text.lines() {
                    assert!(line.width() <= width, "{} at {width}: {line:?}", what.word());
                }
                assert!(!text.contains("{$") && !text.contains("{ $"), "{}", what.word());
            }
        }
    }
}

#[test]
fn one_site_and_day_alone() {
    let all = Made::by_hand();
    let site = all.ground.strike.lookup.sites.get("dryden").copied();
    let view = View { site, day: "2026-12-08".parse().ok(), only_member: Some(MemberIx(12)), ..all.view() };
    for what in [What::SignIn, What::Captain, What::Coverage, What::Member, What::Roster] {
        let text = made_of(&view, what, Format::Text);
        assert!(text.contains("Dryden Jail") && !text.contains("Monday 7 December"), "{}:\n{text}", what.word());
        assert!(text.contains("Tuesday 8 December 2026"), "{}:\n{text}", what.word());
    }
    // Night shifts carry both dates.
    for what in [What::SignIn, What::Captain, What::Coverage] {
        assert!(made_of(&view, what, Format::Text).contains("Wednesday 9 December 2026"), "{}", what.word());
    }
}

#[test]
fn nothing_to_show_is_said() {
    let all = Made::by_hand();
    let view = View { day: "2027-01-01".parse().ok(), only_member: Some(MemberIx(12)), ..all.view() };
    for what in sheets() {
        let text = made_of(&view, what, Format::Text);
        assert!(text.contains("Page 1 of 1") && text.lines().count() > 6, "{}:\n{text}", what.word());
    }
}

#[test]
fn the_code_tells_what_a_sheet_says_and_not_how() {
    let all = Made::by_hand();
    let codes = |view: &View<'_>, what| -> Vec<String> {
        let text = made_of(view, what, Format::Text);
        let after = text.split("Code ").skip(1).map(|rest| rest[..9].to_owned());
        let mut codes: Vec<String> = after.collect();
        codes.dedup();
        codes
    };
    let site = all.ground.strike.lookup.sites.get("emdc").copied();
    let view = View { site, day: "2026-12-07".parse().ok(), ..all.view() };
    let roster = codes(&view, What::Roster);
    assert_eq!(
        codes(&View { width: 132, language: Language::Fr, page_lines: 0, version: 2, ..view.clone() }, What::Roster),
        roster
    );
    assert_eq!(codes(&view, What::SignIn), roster);
    assert_eq!(codes(&view, What::Captain), roster);
    let mut other = all.roster.clone();
    let one = all.ground.find("emdc/front-gate/2026-12-07/am").unwrap();
    other.take(one, MemberIx(5));
    let changed = codes(&View { roster: &other, ..view.clone() }, What::Roster);
    assert_ne!(changed[0], roster[0]);
    assert_eq!(changed[1], roster[1], "the other line's sheet stays as it was");
}
