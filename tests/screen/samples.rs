//! The ten tasks of a captain, on every sample and in both languages, each begun at the overview of a strike that is planned as
//! well as it can be: so that what is left to do is what a plan can't.

use crate::stage::{Sample, Stage, do_in, said};
use picket::app::view::choice::{Act, Choice};
use picket::app::view::place::Place;
use picket::app::view::prompt::{Pick, Purpose};
use picket::app::view::{Effect, Printed};
use picket::engine::suppose::Supposition;
use picket::model::ShiftIx;
use picket::model::campaign::Language;
use std::sync::Arc;

/// Both languages, and how each says that something can be taken back.
const LANGUAGES: [(Language, &str); 2] = [(Language::En, "u takes it back"), (Language::Fr, "u pour annuler")];

/// Does `task` on every sample in both languages.
fn everywhere(task: impl Fn(&mut Stage, Sample, &str)) {
    for sample in Sample::ALL {
        for (language, undo) in LANGUAGES {
            task(&mut Stage::planned(language, sample), sample, undo);
        }
    }
}

/// What the screen holds at its smallest: nothing of what was said is cut there.
fn is_seen_whole(stage: &Stage) {
    let text = stage.text((80, 24)).split_whitespace().collect::<Vec<_>>().join(" ");
    let told = said(stage).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(&told), "{told}\n{text}");
}

fn pick(stage: &Stage) -> Pick {
    match stage.desk.prompt.as_ref().map(|prompt| prompt.purpose.clone()) {
        Some(Purpose::Pick(pick)) => pick,
        other => panic!("nothing is to be chosen: {other:?}"),
    }
}

fn chosen(stage: &Stage) -> Choice {
    stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("something is offered")
}

#[test]
fn the_worst_gap_is_filled() {
    everywhere(|stage, sample, undo| {
        let before = stage.desk.session.roster.clone();
        let gap = stage.desk.chosen_shift().expect("the cursor is on the worst");
        let lack = stage.desk.lack(gap);
        do_in(stage, 1, "a");
        assert_eq!(pick(stage), Pick::Ways(gap), "nobody is free: what would help is shown");
        is_seen_whole(stage);
        // A reason is a word; where somebody there can be named captain, whom.
        if sample == Sample::Opssu {
            do_in(stage, 2, "<enter><enter>");
        } else {
            do_in(stage, 1 + "asked".len() + 1, "<enter>asked<enter>");
        }
        assert_ne!(stage.desk.session.roster, before, "{}", said(stage));
        assert_ne!(stage.desk.lack(gap), lack);
        assert!(said(stage).contains(undo), "{}", said(stage));
        is_seen_whole(stage);
        stage.press("u");
        assert_eq!(stage.desk.session.roster, before);
    });
}

#[test]
fn someone_rings_in_sick() {
    everywhere(|stage, _, undo| {
        let before = stage.desk.session.roster.clone();
        stage.press("b");
        let Act::Who(member, false) = chosen(stage).act else { panic!("{:?}", chosen(stage)) };
        // As one types it: the name as it is said.
        let name = stage.desk.words().member(member);
        let name = name.split_once(',').map_or(name.as_str(), |(family, _)| family).to_lowercase();
        do_in(stage, name.chars().count(), &name);
        // Of those of one name, who stands soonest comes first.
        let found = stage.desk.prompt.as_ref().expect("it is open").choices.clone();
        let at = found.iter().position(|choice| choice.act == Act::Who(member, false)).expect("found");
        assert!(at < 3, "{name}: {found:?}");
        stage.press(&"<down>".repeat(at));
        do_in(stage, 2, "<enter><enter>");
        assert!(matches!(stage.desk.place, Place::Shift(_)), "the shift to fill is shown");
        assert!(said(stage).contains(undo), "{}", said(stage));
        is_seen_whole(stage);
        stage.press("u");
        assert_eq!(stage.desk.session.roster, before);
    });
}

#[test]
fn a_site_is_closed() {
    everywhere(|stage, _, undo| {
        let (shifts, roster) = (stage.desk.ground().timetable.len(), stage.desk.session.roster.clone());
        do_in(stage, 1, "X");
        assert!(matches!(pick(stage), Pick::Close(_)), "what it would do is shown first");
        do_in(stage, 2, "<up><enter>");
        assert!(stage.desk.ground().timetable.len() < shifts, "{}", said(stage));
        assert!(said(stage).contains(undo), "{}", said(stage));
        is_seen_whole(stage);
        stage.press("u");
        assert_eq!((stage.desk.ground().timetable.len(), &stage.desk.session.roster), (shifts, &roster));
    });
}

#[test]
fn every_line_of_a_region_gets_its_captains_or_it_is_told_why_not() {
    everywhere(|stage, sample, _| {
        let ground = Arc::clone(&stage.desk.session.ground);
        let is_meant = |ix: &ShiftIx| {
            let shift = ground.shift(*ix);
            ground.strike.site(shift.site).region == Some(1) && shift.span.end > stage.desk.now
        };
        let meant: Vec<ShiftIx> = ground.timetable.indices().filter(is_meant).collect();
        let lacking =
            |stage: &Stage, ix: ShiftIx| stage.desk.coverage().of(ix).planned().captains_missing(ground.shift(ix));
        do_in(stage, 4, "2rV,");
        let count: u32 = stage.desk.marks.shifts.iter().map(|ix| lacking(stage, *ix)).sum();
        assert!(stage.desk.marks.shifts.iter().all(|ix| meant.contains(ix)));
        let offered = chosen(stage);
        assert!(offered.aside.contains(&count.to_string()) && offered.aside.starts_with('0'), "{offered:?}");
        do_in(stage, 1, "<enter>");
        is_seen_whole(stage);
        if sample == Sample::Opssu {
            assert_eq!(count, 0, "all have theirs");
            return;
        }
        // A plan has put every captain there is: it is told what would help, on the first that lacks one.
        assert!(said(stage).contains(&count.to_string()), "{}", said(stage));
        let first = stage.desk.chosen_shift().expect("the cursor is on a shift");
        assert!(meant.contains(&first) && lacking(stage, first) > 0);
        do_in(stage, 1, "F");
        assert_eq!(pick(stage), Pick::Ways(first));
        assert!(!stage.desk.prompt.as_ref().expect("it is open").choices.is_empty());
    });
}

#[test]
fn who_is_short_of_hours_is_found_from_the_list_and_from_the_hours() {
    everywhere(|stage, _, _| {
        let full = stage.desk.ground().strike.pay.minutes_per_week;
        let short = |stage: &Stage| {
            let rows = stage.desk.members.rows().to_vec();
            let week = stage.desk.week();
            assert!(rows.iter().all(|member| stage.desk.session.coverage.week_minutes(*member, week) < full));
            rows
        };
        do_in(stage, 4, "3f<enter><esc>");
        let rows = short(stage);
        assert!(!rows.is_empty() && rows.len() < stage.desk.ground().strike.members.len());
        // Nobody of them can be offered a shift, as planned as it is; they are found all the same.
        stage.press("c1");
        do_in(stage, 3, "$<enter><enter>");
        assert_eq!((stage.desk.place, short(stage)), (Place::Members, rows));
    });
}

#[test]
fn the_sheets_of_tomorrow_are_printed() {
    everywhere(|stage, sample, _| match do_in(stage, 2, "e<enter>") {
        Some(Effect::Print(paper, _)) => {
            let day = ["2026-12-09", "2027-03-09", "2027-01-13"][sample as usize];
            assert_eq!((paper.what, paper.day.map(|day| day.to_string()).as_deref()), ("signin", Some(day)));
        }
        other => panic!("{other:?}"),
    });
}

#[test]
fn someone_is_called_in_and_where_no_agreement_holds_that_is_told() {
    everywhere(|stage, sample, undo| {
        let before = stage.desk.session.roster.clone();
        stage.press("C");
        let told = |stage: &Stage| stage.desk.prompt.as_ref().map(|prompt| prompt.lines.join(" ")).unwrap_or_default();
        let without = ["has no essential services agreement", "pas d’entente sur les services essentiels"];
        let says = |stage: &Stage| without.iter().any(|each| told(stage).contains(each));
        assert_eq!(says(stage), sample != Sample::Opseu, "{}", told(stage));
        stage.press("<enter>");
        assert_eq!(says(stage), sample != Sample::Opseu, "{}", told(stage));
        stage.press("<enter>");
        let last = stage.desk.session.absences.last().expect("it was noted");
        assert_eq!((last.kind.as_str(), last.requirement.is_some()), ("callin", sample == Sample::Opseu));
        assert!(said(stage).contains(undo), "{}", said(stage));
        is_seen_whole(stage);
        stage.press("u");
        assert_eq!(stage.desk.session.roster, before);
    });
}

#[test]
fn the_last_hour_is_undone() {
    everywhere(|stage, _, _| {
        let before = stage.desk.session.roster.clone();
        let again = |stage: &mut Stage| stage.press("b<enter><enter><esc>");
        again(stage);
        again(stage);
        assert_ne!(stage.desk.session.roster, before);
        do_in(stage, 3, "5<enter><enter>");
        assert!(stage.desk.session.absences.is_empty(), "{}", said(stage));
        assert_eq!(stage.desk.session.roster, before, "what was done before it stays");
        is_seen_whole(stage);
    });
}

#[test]
fn what_if_a_kind_of_place_were_lost_or_one_more_came_out() {
    everywhere(|stage, sample, _| {
        let (version, roster) = (stage.desk.session.version, stage.desk.session.roster.clone());
        let typed = ["prison", "conseil", "bureau"];
        let english = ["jail", "board", "office"];
        let typed = if stage.desk.speech.language() == Language::Fr { typed } else { english }[sample as usize];
        stage.press("I");
        stage.press(typed);
        let all = stage.desk.prompt.as_ref().expect("it is open").choices.clone();
        let closes = |choice: &&Choice| {
            let Act::Suppose(picket::app::session::Premise::Strike(what)) = &choice.act else { return false };
            matches!(what, Supposition::Closed { sites, .. } if sites.len() > 1)
        };
        let at = all.iter().position(|choice| closes(&choice)).expect("the kind is offered");
        assert!(at < 2, "near the top: {all:?}");
        stage.press(&"<down>".repeat(at));
        stage.press("<enter>");
        assert_eq!(pick(stage), Pick::Supposed);
        let table = &stage.desk.prompt.as_ref().expect("it is open").table;
        assert!(table.len() >= 7 && table.iter().all(|row| row.len() == 4), "{table:?}");
        assert_eq!((stage.desk.session.version, &stage.desk.session.roster), (version, &roster), "nothing is done");
    });
}

#[test]
fn a_whole_line_is_signed_in() {
    everywhere(|stage, _, undo| {
        do_in(stage, 2, "6A");
        let (shift, rows) = (stage.desk.board.shift.expect("a line is about to be up"), stage.desk.board.rows().len());
        assert_eq!(stage.desk.board.present.heads as usize, rows);
        assert!(rows > 0 && said(stage).contains(undo), "{}", said(stage));
        is_seen_whole(stage);
        stage.press("u");
        assert_eq!(stage.desk.session.signs_on(shift).expect("readable"), []);
        // Another line is found by its name, without leaving the board.
        let site = stage.desk.lines_up().last().map(|shift| stage.desk.ground().shift(*shift).site).expect("one is up");
        let name = stage.desk.words().site(site).to_lowercase();
        stage.press(&format!("/{name}<enter>"));
        let shown = stage.desk.board.shift.map(|shift| stage.desk.ground().shift(shift).site);
        assert_eq!((stage.desk.place, shown), (Place::Line, Some(site)), "{name}");
    });
}

#[test]
fn in_plain_mode_the_ten_tasks_are_done_line_by_line() {
    for sample in Sample::ALL {
        for (language, undo) in LANGUAGES {
            let done = |lines: &str| {
                let (desk, folder) = Stage::planned(language, sample).into_parts();
                let before = (desk.session.roster.clone(), desk.ground().timetable.len());
                let paper = picket::tui::Paper {
                    print: Arc::new(|_, sheet| Ok(Printed::File(sheet.file.clone().into()))),
                    verify: Arc::new(|_, _, _| Ok(None)),
                };
                let mut output = Vec::new();
                let desk =
                    picket::tui::run_plain(desk, lines.as_bytes(), &mut output, &paper).expect("lines can be written");
                (desk, before, String::from_utf8(output).expect("text"), folder)
            };
            let (desk, before, told, _folder) =
                done(if sample == Sample::Opssu { "a\n1\n1\n" } else { "a\n1\nasked\n" });
            assert!(desk.session.roster != before.0 && told.contains(undo), "{told}");
            let (desk, _, told, _folder) = done("b\n1\n1\n");
            assert!(desk.session.absences.len() == 1 && told.contains(undo), "{told}");
            let (desk, before, told, _folder) = done("X\n1\n");
            assert!(desk.ground().timetable.len() < before.1 && told.contains(undo), "{told}");
            let (_, _, told, _folder) = done("2\nr\nV\n,\n1\n");
            let ends = ["captain can be put there", "is filled already", "peut y être affecté", "est déjà pourvu"];
            assert!(ends.iter().any(|end| told.contains(end)), "{told}");
            let (desk, _, told, _folder) = done("3\nf\n1\nesc\n");
            let count = desk.members.rows().len();
            let said = if language == Language::En { format!("{count} of ") } else { format!("{count} membres sur ") };
            assert!(count > 0 && told.contains(&said), "{said}: {told}");
            let (_, _, told, _folder) = done("e\n1\n");
            assert!(told.contains("signin-"), "{told}");
            let (desk, _, told, _folder) = done("C\n1\n1\n");
            assert!(desk.session.absences.len() == 1 && told.contains(undo), "{told}");
            let (desk, before, told, _folder) = done("b\n1\n1\n5\n\n1\n");
            assert!(desk.session.absences.is_empty() && desk.session.roster == before.0, "{told}");
            let (_, _, told, _folder) = done("I\n2\n");
            assert!(told.contains("1. ") && (told.contains("would lose") || told.contains("perdrai")), "{told}");
            let (desk, _, told, _folder) = done("6\nA\n");
            assert!(desk.board.present.heads > 0 && told.contains(undo), "{told}");
        }
    }
}

#[test]
fn no_place_is_cut_to_nothing_or_to_a_stub() {
    let screens = ["", "2", "2n", "2z", "3", "b", "2<down><down><down><enter><left>T", "R<enter>", "e", "6"];
    everywhere(|stage, sample, _| {
        for keys in screens {
            stage.press("<esc><esc><esc>1");
            stage.press(keys);
            for size in crate::stage::SIZES {
                let text = stage.text(size);
                for line in text.lines() {
                    // A letter or two before a cut: `ga…`; a name's first letter tells it from the next.
                    let words = line.split([' ', '│', '┃']).filter_map(|word| word.strip_suffix('…'));
                    let is_stub = |word: &str| {
                        let letters = word.chars().count();
                        (1..=2).contains(&letters) && word.chars().all(char::is_lowercase)
                    };
                    let stubs: Vec<&str> = words.filter(|word| is_stub(word)).collect();
                    let whole = ["de", "du", "of", "en", "la", "le", "à", "a", "et", "to", "be"];
                    assert!(stubs.iter().all(|stub| whole.contains(stub)), "{sample:?} {size:?} {keys}: {line}");
                    assert!(!line.contains(", ,") && !line.contains("……"), "{sample:?} {size:?} {keys}: {line}");
                }
            }
        }
    });
}
