//! The screen, looked at: every screen at three sizes in both languages, driven by keys; what each key answers; every size
//! and any keys without harm.

#![allow(clippy::unwrap_used, clippy::format_push_string, missing_docs)]

#[path = "screen/attendance.rs"]
mod attendance;
#[path = "screen/bytes.rs"]
mod bytes;
#[path = "screen/errands.rs"]
mod errands;
#[path = "screen/finding.rs"]
mod finding;
#[path = "screen/folder.rs"]
mod folder;
#[path = "screen/gaps.rs"]
mod gaps;
#[path = "screen/habits.rs"]
mod habits;
#[path = "screen/hours.rs"]
mod hours;
#[path = "screen/moves.rs"]
mod moves;
#[path = "screen/pictures.rs"]
mod pictures;
#[path = "screen/pointer.rs"]
mod pointer;
#[path = "screen/ring.rs"]
mod ring;
#[path = "screen/samples.rs"]
mod samples;
#[path = "screen/spelled.rs"]
mod spelled;
#[path = "screen/stage.rs"]
mod stage;
#[path = "screen/supposed.rs"]
mod supposed;
#[path = "screen/tasks.rs"]
mod tasks;
#[path = "screen/typing.rs"]
mod typing;

use picket::app::commands::{Key, TABLE};
use picket::app::view::place::{Place, Target};
use picket::app::view::post::{against, can_be_set_aside};
use picket::app::view::prompt::Purpose;
use picket::app::view::{Effect, Message, planner};
use picket::engine::coverage::Coverage;
use picket::model::campaign::Language;
use picket::model::{Duty, ShiftIx};
use picket::tui;
use picket::tui::canvas::Canvas;
use picket::tui::theme::{Depth, Theme};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use stage::{SIZES, Stage};

/// The screens, and the keys that lead to each from the first.
const SCREENS: [(&str, &str); 111] = [
    ("overview", ""),
    ("overview-worst-kinds", "w<right><right><right>"),
    ("coverage-week", "2n"),
    ("coverage-whole", "2z"),
    ("coverage-day", "2zzf<down><enter><esc>"),
    ("coverage-filtered", "2r&jail<enter><space>"),
    ("coverage-filters", "2f<down><enter>"),
    ("coverage-marked", "2nvv"),
    ("coverage-marked-all", "2rV"),
    ("coverage-marked-what", "2rV,"),
    ("coverage-present", "2ww"),
    ("coverage-menu", "2n."),
    ("plan", "p"),
    ("coverage-folded", "2--"),
    ("close", "2nX"),
    ("what-if", "2nI"),
    ("what-if-told", "2nI<enter>"),
    ("shift", "<enter>"),
    ("fill", "<enter>F"),
    ("fill-name", "<enter>nnnnnnnnnnnnnnnnnnnF<down><down><down><down><down><enter>"),
    ("branches", "2nI<down><enter><down><enter>I<enter>"),
    ("site-to-close", "7X"),
    ("swap", "2<down><down><down><enter><left>T"),
    ("shift-ruled-out", "<enter><right>"),
    ("shift-standing", "2<down><down><down><enter><left>"),
    ("shift-reason", "<enter><right>nnn!doctor"),
    ("shift-marked", "2<down><down><down><enter><left>vv"),
    ("shift-sought", "<enter>/beaulieu<enter>"),
    ("key-elsewhere", "5I"),
    ("shift-move", "2<down><down><down><enter><left>M"),
    ("shift-found", "<enter>&a"),
    ("members", "3"),
    ("members-found", "3&nguyen<enter>"),
    ("members-filters", "3f<down><enter>"),
    ("members-fewest-hours", "3o"),
    ("members-by-id", "3<right>~"),
    ("count", "3#12"),
    ("member", "/beaulieu<enter>"),
    ("found", "/sudb"),
    ("absent", "/beaulieu<enter>b"),
    ("absent-again", "/beaulieu<enter>b<enter>/beaulieu<enter>b"),
    ("who-absent", "b"),
    ("who-called", "C"),
    ("call-in", "4<right>C"),
    ("called", "4C"),
    ("publish", "P"),
    ("print", "e"),
    ("print-told", "e<tab>german<tab>132<enter>"),
    ("numbers", "2nE"),
    ("number", "2nE<enter>9"),
    ("hours", "2n}"),
    ("hours-typed", "2n}-13:00 mon-fri"),
    ("hours-would", "P<enter>2n}<down><enter>"),
    ("ring", "/beaulieu<enter>("),
    ("calls", "P<enter>aa1<enter>x)"),
    ("words", "W"),
    ("line", "6A<down>x"),
    ("line-later", "6]"),
    ("walk-in", "6a"),
    ("guests", "6+6<tab>fire fighters"),
    ("guests-counted", "6+6<enter>"),
    ("hand-over", "6]r<tab>washroom key is at the desk"),
    ("incident", "6*A pickup drove through the line<tab>grey, ABCD 123"),
    ("incidents", "6*A pickup drove through the line; nobody was hurt<tab>grey, ABCD 123<enter>J"),
    ("sign-at", "6<space>o"),
    ("paper-sheet", "6cpatel 725 11:30"),
    ("paper-sheet-next", "6cpatel 725 11:30<enter>"),
    ("alternate", "3D3h30<tab>kitchen"),
    ("pay", "/beaulieu<enter>$"),
    ("book", "$"),
    ("short", "$<enter>"),
    ("week-to-sign-off", "Y"),
    ("absent-told", "/beaulieu<enter>b<tab>sick<tab>"),
    ("publish-note", "PWeek one"),
    ("close-from", "2nXburst pipe<tab>18:00"),
    ("sign-at-both", "6o6:25 10h30"),
    ("map", "7"),
    ("map-region", "7z"),
    ("start", "O"),
    ("start-question", "O<down><enter>Local 42<enter>"),
    ("start-refused", "O<down><enter>Local 42<enter>x<enter>"),
    ("start-folder", "O<down><down><enter>strikes"),
    ("essential", "4<down>"),
    ("history", "<enter>a<esc>u5"),
    ("history-back", "<enter>a<esc>5<enter>"),
    ("history-alone", "2<down><down><down><enter><left>x<down>i5<down><enter>"),
    ("history-of", "<enter>a;"),
    ("history-which", "<enter>a<esc>5f"),
    ("history-which-of-none", "5f"),
    ("history-found", "<enter>a<esc>5fbeau"),
    ("history-words", "<enter>a<esc>5&planned<enter>"),
    ("plan-how", "Q7<tab>30"),
    ("shift-move-post", "2<down><down><down><enter><left>M<tab>"),
    ("purge", "6*A pickup drove through<enter>Z"),
    ("redact", "_"),
    ("repair-which", "2nR"),
    ("repair", "R<enter>"),
    ("repair-made", "R<enter>y"),
    ("fragile-which", "2nB"),
    ("fragile", "B<enter><down>"),
    ("check", "K"),
    ("import-which", "<lt>tests/screen/strike"),
    ("import", "<lt>tests/screen/union.csv<enter>"),
    ("import-done", "<lt>tests/screen/union.csv<enter>y"),
    ("backup", ">"),
    ("verify", "%K7F3-9M2Q"),
    ("look-back", "<enter>a<esc>5<down>@"),
    ("look-back-refused", "<enter>a<esc>5<down>@1<enter>a"),
    ("look-back-over", "<enter>a<esc>5<down>@<esc><esc>"),
    ("help", "?"),
    ("palette", ":ga"),
];

/// The screens of a strike that was just made, with nobody on its list, and the keys that lead to each.
const FRESH: [(&str, &str); 10] = [
    ("fresh-overview", ""),
    ("fresh-coverage", "2"),
    ("fresh-members", "3"),
    ("fresh-essential", "4"),
    ("fresh-history", "5"),
    ("fresh-line", "6"),
    ("fresh-map", "7"),
    ("fresh-shift", "<enter>"),
    ("fresh-plan", "p"),
    ("fresh-what-if", "5I"),
];

fn on(name: &str, language: Language) -> Stage {
    let keys = SCREENS.iter().find(|(each, _)| *each == name).map(|(_, keys)| *keys).unwrap();
    typed_on(Stage::filled(language), keys)
}

fn typed_on(mut stage: Stage, keys: &str) -> Stage {
    stage.press(&keys.replace("<space>", " "));
    // What the program gives to a worker, done on the spot.
    while let Some(job) = stage.desk.take_job() {
        let version = job.version;
        let what = planner::carry_out(job, &|_, _| {});
        stage.desk.handle(Message::News(planner::News { version, what }));
    }
    stage
}

#[test]
fn what_is_shown_while_a_large_strike_is_opened_and_where_there_is_no_room() {
    use picket::app::session::Opening;
    use picket::store::progress::{Progress, Stage as Step};
    for (language, tag) in [(Language::En, "en"), (Language::Fr, "fr")] {
        let open: Box<picket::app::session::OpenStrike> = Box::new(|_| unreachable!("nothing is opened here"));
        let opening = Opening { name: "big-strike".to_owned(), folder: None, language: Some(language), open };
        let progress = Progress::default();
        progress.tell(Step::Roster, 120_000, 480_000);
        let waiting = tui::Waiting::of(&opening, &progress);
        let mut all = String::new();
        for (width, height) in SIZES {
            let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
            tui::draw_waiting(&mut Canvas::new(&mut cells, &Theme::roles()), &waiting);
            all.push_str(&format!("== {width}x{height}\n{}", stage::text_of(&cells)));
        }
        all.push_str(&format!("== 60x12\n{}", Stage::empty(language).text((60, 12))));
        insta::assert_snapshot!(format!("waiting-{tag}"), all);
    }
}

#[test]
fn every_screen_at_every_size_in_both_languages() {
    let all = SCREENS.into_iter().map(|each| (each, false)).chain(FRESH.into_iter().map(|each| (each, true)));
    for ((name, keys), is_fresh) in all {
        for (language, tag) in [(Language::En, "en"), (Language::Fr, "fr")] {
            let stage = if is_fresh { Stage::fresh(language) } else { Stage::filled(language) };
            let stage = typed_on(stage, keys);
            let mut all = without_seal(&at_every_size(&stage));
            assert_whole(&all, name);
            if language == Language::En {
                all.push_str(&format!("== roles, 80x24\n{}", stage.roles(SIZES[0])));
            }
            insta::assert_snapshot!(format!("{name}-{tag}"), all);
        }
    }
}

fn at_every_size(stage: &Stage) -> String {
    SIZES.map(|size| format!("== {}x{}\n{}", size.0, size.1, stage.text(size))).concat()
}

/// The seal of a record is another each time one is made.
fn without_seal(text: &str) -> String {
    let is_seal = |word: &str| word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mask = |word: &str| {
        let bare = word.trim_end().trim_end_matches('.');
        if is_seal(bare) { word.replace(bare, "0123456789abcdef") } else { word.to_owned() }
    };
    text.split_inclusive([' ', '\n']).map(mask).collect()
}

/// No name of a message where its words should be, and no gap in them.
fn assert_whole(text: &str, name: &str) {
    for raw in [
        "pick-",
        "levers-",
        "ways-",
        "repair-",
        "close-",
        "what-if-",
        "field-",
        "guests-",
        "hand-over-",
        "incident-",
        "sign-at-",
        "correct-",
        "sheet-",
        "alternate-",
        "sign-off-",
        "pay-",
        "short-",
        "stage-",
        "busy-",
        "paper-",
        "keep-",
        "away-",
        "line-b",
        "deed-",
        "number-",
        "start-",
        "question-",
        "map-",
        "word-",
        "screen-",
        "told-",
        "column-",
        "command-",
        "page-repair",
        "page-check",
        "page-import",
        "page-purge",
        "purge-",
        "redact-",
        "touching-",
        "history-",
        "incidents-",
        "plan-",
        "page-stale",
        "import-",
        "fragile-",
        "past-",
        "rewind-",
        "bond-",
        "site-kind",
        "level-",
        "{$",
        "{ $",
    ] {
        assert!(!text.contains(raw), "{name}: {raw} in\n{text}");
    }
}

#[test]
fn what_the_first_page_says_comes_next_is_done_from_there() {
    use picket::app::view::place::Place;
    let mut stage = Stage::filled(Language::En);
    stage.press("On");
    assert_eq!(stage.desk.place, Place::Overview, "at the next gap");
    stage.press("O");
    assert_eq!(stage.desk.place, Place::Start);
    stage.press("p");
    assert!(stage.desk.take_job().is_some(), "a plan is being worked out");
    stage.press("OX");
    assert_eq!(stage.desk.place, Place::Start, "nothing is closed from a page that does not say so");
}

#[test]
fn a_week_is_looked_at_before_it_is_signed_off() {
    for (language, tag) in [(Language::En, "en"), (Language::Fr, "fr")] {
        let mut all = String::new();
        let mut stage = Stage::filled(language);
        stage.press("6<space-bar>");
        let shift = stage.desk.board.shift;
        let mut later = stage.at("2026-12-14T08:00");
        let steps = [
            ("still open", "Y"),
            ("signed out", "<enter>11:20<enter>Y"),
            ("signed off", "<down><down><enter>"),
            ("a correction", "o6:15 11:00<enter>"),
            ("everyone at once", "<esc>A"),
        ];
        for (name, keys) in steps {
            if name == "a correction" {
                later.press("6");
                later.desk.board.shift = shift;
                later.press("<home>");
            }
            later.press(keys);
            all.push_str(&format!("== {name}\n{}", at_every_size(&later)));
        }
        assert_whole(&all, "sign-off");
        insta::assert_snapshot!(format!("sign-off-{tag}"), all);
    }
}

#[test]
fn who_was_not_relieved_is_on_the_board_of_the_next_shift() {
    for (language, tag) in [(Language::En, "en"), (Language::Fr, "fr")] {
        let mut stage = Stage::filled(language);
        stage.press("6]A");
        let shift = stage.desk.board.shift.unwrap();
        let (site, here) = (stage.desk.ground().shift(shift).site, stage.desk.board.present.heads);
        let mut later = stage.at("2026-12-08T13:00");
        later.press("6");
        for _ in 0..later.desk.lines_up().len() {
            if later.desk.ground().shift(later.desk.board.shift.unwrap()).site == site {
                break;
            }
            later.press("]");
        }
        let over = |stage: &Stage| stage.desk.board.rows().iter().filter(|row| row.over.is_some()).count();
        assert_eq!(over(&later), here as usize);
        assert_eq!(later.desk.board.present.heads, 0, "they stand for the shift that is over");
        insta::assert_snapshot!(format!("line-unrelieved-{tag}"), at_every_size(&later));
        later.press("<end><space-bar>");
        assert_eq!(over(&later), here as usize - 1, "signed out of the shift they came to");
    }
}

#[test]
fn what_is_long_past_and_what_others_did_is_shown_at_every_size() {
    for (language, tag) in [(Language::En, "en"), (Language::Fr, "fr")] {
        let mut stage = Stage::filled(language);
        let mut other = stage.beside("marie");
        other.press("2<down><down><down><enter><left>x");
        stage.desk.hear_others();
        let mut all = format!("# what others did\n{}", at_every_size(&stage));
        // Two hours later it is shown before it is taken back.
        let mut later = stage.at("2026-12-08T09:10");
        later.press("u");
        all.push_str(&format!("# taken back?\n{}", at_every_size(&later)));
        assert_whole(&all, "others");
        insta::assert_snapshot!(format!("others-{tag}"), all);
    }
}

#[test]
fn the_plan_is_looked_at_before_it_is_taken() {
    let mut stage = Stage::empty(Language::En);
    stage.press("p");
    let job = stage.desk.take_job().unwrap();
    let version = job.version;
    let what = planner::carry_out(job, &|_, _| {});
    stage.desk.handle(Message::News(planner::News { version, what }));
    assert_eq!(stage.desk.place, Place::Plan);
    assert!(stage.desk.session.roster.is_empty(), "nothing is taken yet");
    let before = stage.text((120, 36));
    assert!(before.contains("The plan would change") && before.contains("possible"), "{before}");
    stage.press("y");
    assert_eq!(stage.desk.place, Place::Overview);
    assert!(!stage.desk.session.roster.is_empty());
    assert!(stage.desk.notice.as_ref().unwrap().text.contains("Planned"));
    stage.press("u");
    assert!(stage.desk.session.roster.is_empty());
}

#[test]
fn a_plan_of_an_older_roster_is_dropped() {
    let mut stage = Stage::empty(Language::En);
    stage.press("p");
    let job = stage.desk.take_job().unwrap();
    stage.press("<enter>a");
    let version = job.version;
    let what = planner::carry_out(job, &|_, _| {});
    stage.desk.handle(Message::News(planner::News { version, what }));
    assert!(matches!(stage.desk.place, Place::Shift(_)));
    assert!(stage.desk.notice.as_ref().unwrap().text.contains("p plans again"));
}

#[test]
fn on_an_empty_roster_the_first_thing_said_is_how_to_fill_it() {
    let stage = Stage::empty(Language::En);
    let text = stage.text((80, 24));
    assert!(text.contains("nobody is assigned yet: p works out a plan"), "{text}");
}

#[test]
fn a_gap_is_found_and_filled_by_three_keys() {
    let mut stage = Stage::filled(Language::En);
    let gaps = stage.desk.session.coverage.totals().gaps();
    let before = stage.desk.session.roster.len();
    stage.press("<enter>");
    assert!(matches!(stage.desk.place, Place::Shift(_)));
    stage.press("a");
    assert_eq!(stage.desk.session.roster.len(), before + 1);
    let said = stage.desk.notice.clone().unwrap().sentence();
    assert!(said.contains("put on") && said.contains("u takes it back"), "{said}");
    stage.press("u");
    assert_eq!((stage.desk.session.roster.len(), stage.desk.session.coverage.totals().gaps()), (before, gaps));
}

#[test]
fn a_dagger_rule_asks_for_a_reason_and_a_hard_one_refuses() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter><right>");
    // On to a gap that someone could fill if a reason were given.
    let can_be = |stage: &Stage| {
        let (post, session) = (&stage.desk.post, &stage.desk.session);
        let first = post.facts().ruled_out.first().copied();
        first.is_some_and(|member| can_be_set_aside(&against(&session.ground, &session.roster, post.shift, member)))
    };
    for _ in 0..20 {
        if can_be(&stage) {
            break;
        }
        stage.press("n");
    }
    let before = stage.desk.session.roster.len();
    stage.press("!");
    assert!(stage.desk.prompt.is_some(), "someone can be let in with a reason");
    stage.press("<enter>");
    assert_eq!(stage.desk.session.roster.len(), before, "not without a reason");
    stage.press("asked to come<enter>");
    assert_eq!(stage.desk.session.roster.len(), before + 1);
    let given = stage.desk.session.roster.iter().find(|each| each.reason.is_some()).unwrap();
    assert_eq!(given.reason.as_deref().map(String::as_str), Some("asked to come"));
    stage.press("<end>!");
    assert!(stage.desk.prompt.is_none());
    assert!(stage.desk.notice.as_ref().unwrap().text.contains("not even with a reason"));
}

#[test]
fn standing_members_are_pinned_moved_and_taken_off() {
    let mut stage = Stage::filled(Language::En);
    let roster = &stage.desk.session.roster;
    let led = |ix: &ShiftIx| roster.on(*ix).len() > 2 && roster.on(*ix)[0].duty == Duty::Captain;
    let shift = stage.desk.ground().timetable.indices().find(led).unwrap();
    let id = stage.desk.ground().shift(shift).clone();
    stage.press("2");
    let version = stage.desk.session.version;
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, shift);
    stage.press("<enter><left>i");
    assert_eq!(stage.desk.place, Place::Shift(shift), "{}", id.id);
    assert_eq!(stage.desk.session.roster.on(shift).iter().filter(|each| each.pinned).count(), 1);
    let heads = stage.desk.session.roster.on(shift).len();
    stage.press("x");
    assert_eq!(stage.desk.session.roster.on(shift).len(), heads - 1);
    stage.press("uu");
    assert!(stage.desk.session.roster.on(shift).iter().all(|each| !each.pinned));
    stage.press("<c-r>");
    assert_eq!(stage.desk.session.roster.on(shift).iter().filter(|each| each.pinned).count(), 1);
}

#[test]
fn escape_leads_back_the_way_one_came() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>m");
    assert!(matches!(stage.desk.place, Place::Member(_)));
    stage.press("<esc>");
    assert!(matches!(stage.desk.place, Place::Shift(_)));
    stage.press("?<esc><esc>");
    assert_eq!(stage.desk.place, Place::Overview);
    assert_eq!(stage.press("q"), Some(Effect::Quit));
    assert_eq!(stage.press("/<c-c>"), Some(Effect::Quit));
}

#[test]
fn the_mouse_chooses_and_opens() {
    let mut stage = Stage::filled(Language::En);
    stage.desk.handle(Message::Click(Target::Tab(Place::Members)));
    assert_eq!(stage.desk.place, Place::Members);
    stage.desk.handle(Message::Click(Target::Row(0, 3)));
    assert_eq!((stage.desk.place, stage.desk.members.list.at(99)), (Place::Members, 3));
    stage.desk.handle(Message::Click(Target::Row(0, 3)));
    assert!(matches!(stage.desk.place, Place::Member(_)), "a second click opens");
    stage.desk.handle(Message::Wheel(None, 3));
}

#[test]
fn what_is_shown_can_be_found() {
    let mut stage = Stage::filled(Language::En);
    stage.press("3&LEVESQUE");
    assert_eq!(stage.desk.members.rows().len(), 1);
    stage.press("<esc>&nguyen dao<enter>f<down><enter><esc>");
    assert!(stage.desk.members.rows().len() <= 1);
    stage.press("c");
    assert_eq!(stage.desk.members.rows().len(), stage.desk.ground().strike.members.len());
    stage.press("2&sudbury<enter>");
    assert_eq!(stage.desk.picture.sheet().sites, 1);
}

#[test]
fn names_that_would_move_the_terminal_are_harmless() {
    let mut stage = Stage::filled(Language::En);
    stage.press("3&evil");
    let text = stage.text((80, 24));
    assert!(text.contains("␛[2JMallory") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn in_plain_mode_the_same_commands_answer_in_lines() {
    for language in [Language::En, Language::Fr] {
        let stage = Stage::filled(language);
        let folder = stage.desk.session.folder.display().to_string();
        let typed = "\na\nu\nesc\n2\nnext-gap\n#3\n/beaulieu\n\nabsent\nesc\nrepair\n1\nmake\nfragile\n1\n#2\n\nesc\nesc\nverify-sheet\nK7F3-9M2Q\n5\nlook-back\nu\nlook-back\n6\nsign-all\n5\n3\n#2\nnonsense\n?\nq\n";
        let mut output = Vec::new();
        let paper = tui::Paper {
            print: std::sync::Arc::new(|_, _| Err(String::new())),
            verify: std::sync::Arc::new(|_, _, _| Ok(None)),
        };
        let (desk, _folder) = stage.into_parts();
        tui::run_plain(desk, typed.as_bytes(), &mut output, &paper).unwrap();
        // The strike's folder is another each time.
        let text = String::from_utf8(output).unwrap().replace(&folder, "/strikes/lakeshore");
        assert!(!text.contains('\u{1b}') && !text.contains('│'), "{text}");
        assert_whole(&text, "plain");
        insta::assert_snapshot!(format!("plain-{}", if language == Language::En { "en" } else { "fr" }), text);
    }
}

#[test]
fn in_plain_mode_numbers_are_answers_where_numbers_are_asked_for() {
    let typed = "6\nguests\n6\n\nsign-at\n#2\nguests\ntab\nfire fighters\nesc\nq\n";
    let mut output = Vec::new();
    let paper = tui::Paper {
        print: std::sync::Arc::new(|_, _| Err(String::new())),
        verify: std::sync::Arc::new(|_, _, _| Ok(None)),
    };
    let (desk, _folder) = Stage::filled(Language::En).into_parts();
    tui::run_plain(desk, typed.as_bytes(), &mut output, &paper).unwrap();
    let text = String::from_utf8(output).unwrap();
    for said in
        ["6 guests on MTO Simcoe", "signed in to MTO Simcoe, Tue 8 Dec 07:30–11:30 at 07:30", "Who: fire fighters"]
    {
        assert!(text.contains(said), "{said} in\n{text}");
    }
}

#[test]
fn no_screen_minds_its_size() {
    let theme = Theme::new(Depth::True, false, false);
    for (name, _) in SCREENS {
        let stage = on(name, Language::En);
        let sizes =
            (0..=34).flat_map(|w| (0..=12).map(move |h| (w, h))).chain([(79, 24), (80, 23), (300, 100), (80, 60)]);
        for (width, height) in sizes {
            let area = Rect::new(0, 0, width, height);
            let mut cells = Buffer::empty(area);
            tui::draw(&mut Canvas::new(&mut cells, &theme), &stage.desk);
            let mut cells = Buffer::empty(area);
            tui::draw_place(&mut Canvas::new(&mut cells, &theme), area, &stage.desk);
        }
    }
}

#[test]
fn below_the_least_size_it_says_so() {
    let stage = Stage::filled(Language::En);
    let text = stage.text((60, 12));
    assert!(text.contains("needs 80 × 24") && text.contains("60 × 12"), "{text}");
}

#[test]
fn nothing_but_ascii_where_nothing_else_can_be_shown() {
    let theme = Theme::new(Depth::None, false, true);
    for (name, _) in SCREENS {
        for language in [Language::En, Language::Fr] {
            let text = stage::text_of(&on(name, language).cells((120, 36), &theme));
            assert!(text.is_ascii(), "{name}: {:?}", text.chars().find(|c| !c.is_ascii()));
        }
    }
}

#[test]
fn every_key_of_the_table_is_in_the_help_in_both_languages() {
    for language in [Language::En, Language::Fr] {
        let speech = picket::speech::Speech::new(language);
        let mut stage = Stage::empty(language);
        stage.press("?");
        let text = stage.text((200, 200));
        for row in TABLE {
            for id in [format!("command-{}", row.name), format!("command-{}.hint", row.name)] {
                assert_ne!(speech.word(&id), id, "{id} has no words");
            }
            let first = speech.word(&format!("command-{}", row.name));
            let first = first.split(' ').take(4).collect::<Vec<_>>().join(" ");
            assert!(text.contains(&first), "{first} is not on the help page:\n{text}");
            for key in row.keys {
                assert!(key.word().is_none_or(|word| speech.word(word) != word), "{key} has no name");
            }
        }
    }
}

/// A key as a hand may hit it: mostly the table's, sometimes any other.
fn any_key() -> impl Strategy<Value = Key> {
    let known: Vec<Key> = TABLE.iter().flat_map(|row| row.keys.iter().copied()).collect();
    prop_oneof![8 => prop::sample::select(known), 1 => any::<char>().prop_map(Key::Char), 2 => Just(Key::Enter)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_do_harm(keys in prop::collection::vec(any_key(), 1..60)) {
        let mut stage = Stage::filled(Language::En);
        let theme = Theme::roles();
        for key in keys {
            stage.desk.handle(Message::Key(key));
            if let Some(job) = stage.desk.take_job() {
                let version = job.version;
                let what = planner::carry_out(job, &|_, _| {});
                stage.desk.handle(Message::News(planner::News { version, what }));
            }
            if stage.desk.prompt.as_ref().is_some_and(|prompt| matches!(prompt.purpose, Purpose::Value(_))) {
                // What is typed there goes into files and folders; the questions have tests of their own.
                stage.desk.handle(Message::Key(Key::Esc));
            }
            let _ = stage.cells((80, 24), &theme);
        }
        let session = &stage.desk.session;
        let broken: Vec<_> = picket::engine::breach::broken(&session.ground, &session.roster).collect();
        prop_assert!(broken.is_empty(), "{:?}", broken);
        prop_assert!(session.coverage == Coverage::count(&session.ground, &session.roster));
    }
}
