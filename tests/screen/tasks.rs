//! What a captain comes for, done as one would who sees the screen for the first time: with what is on it, and few keys.

use crate::stage::{Stage, keys};
use picket::app::view::Effect;
use picket::app::view::place::Place;
use picket::engine::coverage::Status;
use picket::model::campaign::Language;
use picket::model::site::SiteKind;
use picket::model::{Duty, ShiftIx};
use std::sync::Arc;

/// Types the keys of a task and holds it to their number.
fn do_in(stage: &mut Stage, most: usize, typed: &str) -> Option<Effect> {
    let count = keys(typed).len();
    assert!(count <= most, "{typed} takes {count} keys");
    stage.press(typed)
}

fn said(stage: &Stage) -> String {
    stage.desk.notice.clone().map(|notice| notice.sentence()).unwrap_or_default()
}

#[test]
fn find_the_worst_gap_and_fill_it() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.len();
    do_in(&mut stage, 2, "<enter>a");
    assert_eq!(stage.desk.session.roster.len(), before + 1, "{}", said(&stage));
}

#[test]
fn someone_rings_in_sick() {
    let mut stage = Stage::filled(Language::En);
    let ground = &stage.desk.session.ground;
    let next = |member| {
        let shifts = stage.desk.session.roster.of(member);
        shifts.iter().copied().find(|shift: &ShiftIx| ground.shift(*shift).span.start > stage.desk.now)
    };
    let (member, shift) =
        ground.strike.member_indices().find_map(|member| Some((member, next(member)?))).expect("someone is to come");
    let id = ground.strike.member(member).id.clone();
    let heads = stage.desk.session.roster.on(shift).len();
    let name = keys(&id).len();
    do_in(&mut stage, name + 5, &format!("/{id}<enter>b<enter>"));
    assert_eq!(stage.desk.place, Place::Shift(shift), "who could stand in is shown: {}", said(&stage));
    assert!(said(&stage).contains("absent") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    assert_eq!(stage.desk.session.roster.on(shift).len(), heads - 1);
    stage.press("u");
    assert_eq!(stage.desk.session.roster.on(shift).len(), heads);
}

#[test]
fn add_a_captain_to_every_line_of_a_region() {
    let mut stage = Stage::empty(Language::En);
    let captains = |stage: &Stage| stage.desk.session.roster.iter().filter(|each| each.duty == Duty::Captain).count();
    let before = captains(&stage);
    do_in(&mut stage, 5, "2rV,<enter>");
    assert!(captains(&stage) > before, "{}", said(&stage));
    stage.press("u");
    assert_eq!(captains(&stage), before, "one way back for all of them");
}

#[test]
fn on_the_row_of_a_region_all_its_shifts_are_meant() {
    let mut stage = Stage::empty(Language::En);
    let captains = |stage: &Stage| stage.desk.session.roster.iter().filter(|each| each.duty == Duty::Captain).count();
    do_in(&mut stage, 4, "2<home>a<enter>");
    let filled = captains(&stage);
    assert!(filled > 0, "{}", said(&stage));
    let ground = stage.desk.ground();
    let first = ground.strike.sites.iter().filter_map(|site| site.region).min();
    let region = |shift: ShiftIx| ground.strike.site(ground.shift(shift).site).region;
    assert!(stage.desk.session.roster.iter().all(|each| region(each.shift) == first));
    // Marks come and go with one key, and esc lets go of them before it leaves.
    stage.press("v");
    assert!(stage.desk.marked() > 0);
    stage.press("v");
    assert_eq!(stage.desk.marked(), 0);
    stage.press("v<esc>");
    assert_eq!((stage.desk.marked(), stage.desk.place), (0, Place::Coverage));
}

#[test]
fn escape_shows_everything_again_before_it_leaves() {
    let mut stage = Stage::filled(Language::En);
    stage.press("3&lev<enter>");
    assert!(stage.desk.members.is_filtered());
    stage.press("<esc>");
    assert_eq!((stage.desk.members.is_filtered(), stage.desk.place), (false, Place::Members));
    stage.press("<esc>");
    assert_eq!(stage.desk.place, Place::Overview);
}

#[test]
fn where_nobody_is_free_what_would_help_is_shown() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>");
    for _ in 0..40 {
        if stage.desk.post.facts().candidates.is_empty() {
            do_in(&mut stage, 1, "a");
            assert!(stage.desk.prompt.is_some() && said(&stage).contains("Nobody else"), "{}", said(&stage));
            return;
        }
        stage.press("n");
    }
}

#[test]
fn a_command_chosen_by_name_comes_first_the_next_time() {
    let mut stage = Stage::filled(Language::En);
    stage.press("2:zoom<enter>:");
    let first = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("commands");
    assert!(first.lead.contains("zoom"), "{first:?}");
}

#[test]
fn the_foot_hints_at_what_can_be_done_where_the_cursor_is() {
    use picket::app::commands::Command;
    let mut stage = Stage::filled(Language::En);
    let hinted = |stage: &Stage, command| stage.desk.hints().iter().any(|hint| hint.command == command);
    stage.press("2<down><down><down><enter>");
    assert!(!hinted(&stage, Command::Unassign) && !hinted(&stage, Command::Override));
    stage.press("<left>");
    assert!(hinted(&stage, Command::Unassign) && hinted(&stage, Command::Pin) && !hinted(&stage, Command::Assign));
    stage.press("<right><right>");
    assert!(hinted(&stage, Command::Override) && !hinted(&stage, Command::Unassign));
    stage.press("2");
    assert!(!hinted(&stage, Command::Marked) && !hinted(&stage, Command::Clear));
    stage.press("r");
    assert!(hinted(&stage, Command::Clear));
    stage.press("V");
    assert!(hinted(&stage, Command::Marked));
}

#[test]
fn what_is_pasted_is_one_line_and_no_command() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.seq();
    let text = "q\r\nu\r\nP\r\n\u{1b}[2J yes\ttwo\u{7}";
    let paste = |stage: &mut Stage| stage.desk.handle(picket::app::view::Message::Paste(text.to_owned()));
    assert_eq!(paste(&mut stage), None, "nothing is being typed: nothing is pasted");
    for typed in [
        "/",
        ":",
        ".",
        "3&",
        "3b",
        "4C",
        "P",
        "e",
        "W",
        "6a",
        "I",
        "2f",
        "2E",
        "2E<enter>",
        "O<down><enter>",
        "<enter><right>!",
    ] {
        stage.press("<esc><esc>1");
        stage.press(typed);
        assert_eq!(paste(&mut stage), None, "{typed}");
        if let Some(prompt) = &stage.desk.prompt {
            assert!(!prompt.text().chars().any(char::is_control), "{typed}: {:?}", prompt.text());
        }
        let _ = stage.text((80, 24));
    }
    assert_eq!(stage.desk.session.seq(), before);
}

#[test]
fn find_who_is_short_of_hours() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 4, "3f<enter><esc>");
    let full = stage.desk.ground().strike.pay.minutes_per_week;
    let rows = stage.desk.members.rows();
    assert!(!rows.is_empty() && rows.len() < stage.desk.ground().strike.members.len());
    assert!(rows.iter().all(|member| stage.desk.session.coverage.week_minutes(*member, stage.desk.week()) < full));
}

#[test]
fn print_tomorrow_s_sheets() {
    let mut stage = Stage::filled(Language::En);
    match do_in(&mut stage, 2, "e<enter>") {
        Some(Effect::Print(paper)) => {
            assert_eq!((paper.what, paper.day.map(|day| day.to_string())), ("signin", Some("2026-12-09".to_owned())));
            assert_eq!(stage.desk.paper_file(&paper), "signin-2026-12-09.txt");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn someone_comes_after_all() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>");
    let member = stage.desk.chosen_member().expect("somebody stands there");
    let before = stage.desk.session.roster.of(member).to_vec();
    // Away for the rest of the plan, and then not.
    stage.press("b<down><down><down><enter>");
    assert!(stage.desk.session.roster.of(member).len() < before.len(), "{}", said(&stage));
    stage.press("/");
    let id = stage.desk.session.ground.strike.member(member).id.clone();
    stage.press(&format!("{id}<enter>"));
    assert_eq!(stage.desk.chosen_member(), Some(member), "{}", said(&stage));
    stage.press("b<down><down><down><down><down><down><down><down><enter>");
    assert_eq!(stage.desk.session.roster.of(member), before, "{}", said(&stage));
    assert_eq!(stage.desk.session.away_still(member), [] as [&picket::store::record::Absence; 0]);
}

#[test]
fn an_essential_call_in() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.absences.len();
    do_in(&mut stage, 4, "4C<enter><enter>");
    assert_eq!(stage.desk.session.absences.len(), before + 1, "{}", said(&stage));
    let last = stage.desk.session.absences.last().expect("it was noted");
    assert!(last.kind == "callin" && last.requirement.is_some(), "{last:?}");
}

#[test]
fn undo_the_last_hour() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("<enter>aa<esc>P<enter>");
    stage.press("<enter>a<esc>");
    assert_ne!(stage.desk.session.roster, before);
    do_in(&mut stage, 3, "5<enter><enter>");
    // The plan was taken within the hour too.
    assert!(stage.desk.session.roster.is_empty(), "{}", said(&stage));
    stage.press("<c-r>");
    assert_eq!(stage.desk.session.roster, before);
}

#[test]
fn take_back_to_one_entry() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("<enter>aa<esc>");
    do_in(&mut stage, 5, "5<down><enter><down><enter>");
    assert_eq!(stage.desk.session.roster, before, "{}", said(&stage));
}

#[test]
fn sign_in_a_whole_line() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 2, "6A");
    let (shift, rows) = (stage.desk.board.shift.expect("a line is about to be up"), stage.desk.board.rows().len());
    assert_eq!(stage.desk.board.here().0 as usize, rows, "{}", said(&stage));
    assert_ne!(stage.desk.present_status(), Some(Status::Open));
    stage.press("u");
    assert_eq!(stage.desk.session.signs_on(shift).expect("readable"), [], "one way back for all of them");
}

#[test]
fn pin_several_and_send_several() {
    let mut stage = Stage::filled(Language::En);
    let roster = &stage.desk.session.roster;
    let shift = stage
        .desk
        .ground()
        .timetable
        .indices()
        .find(|ix| roster.on(*ix).len() > 3 && roster.on(*ix)[0].duty == Duty::Captain)
        .expect("a full shift");
    stage.desk.handle(picket::app::view::Message::Click(picket::app::view::place::Target::Tab(Place::Coverage)));
    let version = stage.desk.session.version;
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, shift);
    stage.press("<enter><left>vvi");
    let pinned = |stage: &Stage| stage.desk.session.roster.on(shift).iter().filter(|each| each.pinned).count();
    assert!(pinned(&stage) >= 1, "{}", said(&stage));
    stage.press("u");
    assert_eq!(pinned(&stage), 0);
}

#[test]
fn a_number_of_a_line_goes_into_its_file() {
    let mut stage = Stage::filled(Language::En);
    let target = |stage: &Stage| {
        let shift = stage.desk.chosen_shift().expect("a gap is under the cursor");
        stage.desk.ground().shift(shift).target
    };
    let before = target(&stage);
    stage.press("E<down><enter><back><back>9<enter>");
    assert_ne!(before, 9);
    assert_eq!(target(&stage), 9, "{}", said(&stage));
    stage.press("E<enter><c-u>40<enter>");
    assert!(said(&stage).starts_with("Not changed"), "{}", said(&stage));
    assert_eq!(target(&stage), 9);
}

#[test]
fn a_new_strike_from_six_answers() {
    let mut stage = Stage::empty(Language::En);
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("ours");
    stage.press("O<down><enter>Local 7<enter>");
    stage.press("soon<enter>");
    assert!(said(&stage).contains("2026-12-07"), "{}", said(&stage));
    stage.press("<c-u>2026-12-14<enter><enter>Yard, Gate<enter><enter>");
    stage.press(&format!("<c-u>{}<enter>", folder.display()));
    assert_eq!(stage.desk.ground().strike.campaign.name, "Local 7", "{}", said(&stage));
    assert_eq!(stage.desk.place, Place::Overview);
    assert!(folder.join("sites.toml").exists());
}

#[test]
fn what_another_screen_does_is_heard_and_told_at_the_edge() {
    let mut one = Stage::filled(Language::En);
    let mut other = one.beside("marie");
    other.press("<enter>a");
    one.press("2");
    let before = one.desk.place;
    one.desk.hear_others();
    assert_eq!((one.desk.place, one.desk.session.version), (before, other.desk.session.version));
    assert!(one.desk.news.as_ref().is_some_and(|news| news.contains("marie")), "{:?}", one.desk.news);
    one.press("j");
    assert_eq!(one.desk.news, None, "gone with the next key");
}

#[test]
fn the_field_s_words_and_a_typo_are_found() {
    let mut stage = Stage::filled(Language::En);
    stage.press("/beualieu");
    let found = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("a slip is forgiven");
    assert!(found.text.contains("Beaulieu"), "{found:?}");
    stage.press("<esc>Wworst");
    let found = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("the word is there");
    assert!(found.lead.contains("worst case"), "{found:?}");
}

#[test]
fn a_key_of_one_s_own_is_used_hinted_and_in_the_help() {
    let mut stage = Stage::filled(Language::En);
    let (keymap, trouble) = picket::app::keymap::Keymap::of_toml("next-gap = \"ctrl-n\"");
    assert_eq!(trouble, []);
    stage.desk.keymap = keymap;
    assert!(stage.text((120, 36)).contains("ctrl-n next gap"));
    stage.press("<c-n>");
    assert_eq!(stage.desk.overview.lists[0].at(99), 1);
    stage.press("n");
    assert_eq!(stage.desk.overview.lists[0].at(99), 1, "its old key is free");
    stage.press("?");
    assert!(stage.text((200, 120)).contains("ctrl-n"));
}

#[test]
fn present_counts_those_who_are_there() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let shift = stage.desk.board.shift.expect("a line is about to be up");
    let start = stage.desk.ground().shift(shift).span.start;
    stage.desk.handle(picket::app::view::Message::Now(start.plus_minutes(5)));
    stage.press("<space-bar>1ww");
    assert!(stage.text((120, 36)).contains("PRESENT NOW"));
    assert_eq!(stage.desk.coverage().of(shift).heads(), 1, "one is signed in");
    stage.press("w");
    assert_eq!(stage.desk.coverage().of(shift).heads() as usize, stage.desk.session.roster.on(shift).len());
}

#[test]
fn close_a_site() {
    let mut stage = Stage::filled(Language::En);
    let (shifts, roster) = (stage.desk.ground().timetable.len(), stage.desk.session.roster.clone());
    stage.press("2n");
    let site = stage.desk.chosen_site().expect("a gap is under the cursor");
    do_in(&mut stage, 1, "X");
    let told = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("a preview");
    assert!(told.aside.contains("free"), "what it would do is told first: {told:?}");
    assert_eq!(stage.desk.ground().timetable.len(), shifts, "nothing is done yet");
    let left = |stage: &Stage| {
        let ground = stage.desk.ground();
        ground.timetable.shifts.iter().filter(|shift| shift.site == site && shift.span.start >= stage.desk.now).count()
    };
    let before = left(&stage);
    do_in(&mut stage, 2, "<up><enter>");
    assert!(left(&stage) < before, "some of its shifts are gone");
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    assert!(stage.desk.ground().timetable.len() < shifts);
    stage.press("u");
    assert_eq!((stage.desk.ground().timetable.len(), &stage.desk.session.roster), (shifts, &roster));
}

#[test]
fn what_if_every_jail_were_lost() {
    let mut stage = Stage::filled(Language::En);
    let roster = stage.desk.session.roster.clone();
    let (version, ground) = (stage.desk.session.version, Arc::clone(&stage.desk.session.ground));
    let jail = ground.strike.sites.iter().position(|site| site.kind == SiteKind::Jail).expect("there is a jail");
    stage.press(&format!("/{}<enter>", ground.strike.sites[jail].name.to_lowercase()));
    do_in(&mut stage, 1, "I");
    let offered: Vec<String> =
        stage.desk.prompt.iter().flat_map(|prompt| &prompt.choices).map(|choice| choice.text.clone()).collect();
    assert!(offered.iter().any(|text| text.contains("closed")) && offered.len() >= 4, "{offered:?}");
    do_in(&mut stage, 2, "<enter>");
    let table = stage.desk.prompt.as_ref().map(|prompt| prompt.table.clone()).expect("the two side by side");
    let shifts = ground.timetable.shifts.iter();
    let left = shifts.filter(|shift| shift.site.ix() != jail || shift.span.start < stage.desk.now).count();
    assert!(table[1][2].ends_with(&format!("of {left}")), "{left} shifts would be left: {table:?}");
    assert!(stage.desk.session.roster == roster && stage.desk.session.version == version, "nothing is done");
    // Kept with one key more.
    do_in(&mut stage, 3, "<enter>");
    assert!(stage.desk.ground().timetable.len() < ground.timetable.len());
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
}

#[test]
fn two_members_change_places() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    let on = |stage: &Stage, shift, member| stage.desk.session.roster.get(shift, member).is_some();
    let pairs: Vec<_> = before.iter().map(|each| (each.shift, each.member)).collect();
    let to_come = |shift: ShiftIx| stage.desk.ground().shift(shift).span.start > stage.desk.now;
    let (one, _) = pairs
        .iter()
        .filter(|one| to_come(one.0))
        .find_map(|one| {
            pairs.iter().find(|other| stage.desk.session.can_swap(*one, **other, None)).map(|other| (*one, *other))
        })
        .expect("two could change places");
    let version = stage.desk.session.version;
    stage.press("2");
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, one.0);
    stage.press("<enter><left>");
    let row = stage
        .desk
        .post
        .facts()
        .stands
        .iter()
        .position(|stand| stand.who.as_ref().is_some_and(|who| who.member == one.1));
    for _ in 0..row.expect("the member stands there") {
        stage.press("j");
    }
    do_in(&mut stage, 1, "T");
    if stage.desk.prompt.as_ref().is_some_and(|prompt| prompt.choices.is_empty()) {
        // Nobody near: the other is found by name.
        return;
    }
    do_in(&mut stage, 1, "<enter>");
    assert!(!on(&stage, one.0, one.1), "{}", said(&stage));
    assert_eq!(stage.desk.session.roster.len(), before.len());
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u");
    assert_eq!(stage.desk.session.roster, before);
}

#[test]
fn what_would_fill_a_gap_is_one_key_away() {
    let mut stage = Stage::filled(Language::En);
    let mut found = 0;
    stage.press("<enter>");
    for _ in 0..12 {
        do_in(&mut stage, 1, "F");
        let prompt = stage.desk.prompt.clone().expect("an answer");
        assert!(prompt.lines[1].contains("missing"), "{:?}", prompt.lines);
        assert!(prompt.lines.len() > 2, "the moves, or that there are none: {prompt:?}");
        for choice in &prompt.choices {
            assert!(choice.lead.contains(" of ") && !choice.text.contains("cli-lever"), "{choice:?}");
        }
        found += prompt.choices.len();
        if !prompt.choices.is_empty() && found == prompt.choices.len() {
            // Choosing does it, or leads to what can be done: a reason, a number, or why no reason helps.
            stage.press("<enter>");
            let asks = stage.desk.prompt.is_some() || stage.desk.post.pane == picket::app::view::post::RULED_OUT;
            assert!(asks || said(&stage).contains("u takes it back"), "{}", said(&stage));
        }
        stage.press("<esc>n");
    }
    assert!(found > 0, "something would help somewhere");
}

#[test]
fn an_edit_is_answered_by_one_key_or_at_once() {
    let mut stage = Stage::filled(Language::En);
    let history = |stage: &Stage| {
        stage.desk.session.history().unwrap().0.iter().map(|each| each.action.clone()).collect::<Vec<_>>()
    };
    // Offered: whoever can't come leaves places, and one key takes the answer.
    let mut taken = 0;
    stage.press("3");
    for _ in 0..12 {
        stage.press("3jb<enter>");
        if said(&stage).contains("Best answer") {
            let before = stage.desk.session.version;
            stage.press("y");
            assert_eq!(stage.desk.session.version, before + 1, "{}", said(&stage));
            assert_eq!(history(&stage).last().map(String::as_str), Some("repair"));
            taken += 1;
            stage.press("y");
            assert!(said(&stage).contains("Nothing is offered"), "{}", said(&stage));
        }
    }
    assert!(taken > 0, "an absence has an answer somewhere");
    // Held: it is made at once, as an action of its own, and the screen says that it will be.
    stage.press("H");
    assert!(stage.text((120, 36)).contains("HOLDING THE LINE"));
    let mut held = 0;
    for _ in 0..12 {
        stage.press("3jb<enter>");
        if history(&stage).last().is_some_and(|last| last == "hold") {
            assert!(said(&stage).contains("Held the line"), "{}", said(&stage));
            let before = stage.desk.session.version;
            stage.press("u");
            assert_eq!(stage.desk.session.version, before + 1, "the answer alone is taken back");
            assert_eq!(history(&stage).last().map(String::as_str), Some("undo"), "and not made again");
            held += 1;
        }
    }
    assert!(held > 0, "an absence was answered somewhere");
    stage.press("H");
    assert!(!stage.text((120, 36)).contains("HOLDING THE LINE"));
}

#[test]
fn what_is_supposed_is_kept_as_a_branch_and_taken() {
    let mut stage = Stage::filled(Language::En);
    stage.press("2");
    // Two more heads on every line, kept; then beside what stands; then dropped.
    stage.press("I");
    let at = stage
        .desk
        .prompt
        .as_ref()
        .unwrap()
        .choices
        .iter()
        .position(|each| each.text.contains("the minimum of every line were"));
    stage.press(&"<down>".repeat(at.expect("it is offered")));
    stage.press("<enter>");
    let keep = stage.desk.prompt.as_ref().unwrap().choices.iter().position(|each| each.text.contains("as a branch"));
    stage.press(&"<down>".repeat(keep.expect("it can be kept")));
    stage.press("<enter>");
    assert!(said(&stage).contains("minimum-2"), "{}", said(&stage));
    stage.press("I");
    let show = stage.desk.prompt.as_ref().unwrap().choices.len() - 1;
    stage.press(&"<down>".repeat(show));
    stage.press("<enter>");
    let prompt = stage.desk.prompt.clone().expect("side by side");
    let names: Vec<&str> = prompt.table.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["", "now", "minimum-2"]);
    assert!(prompt.table.iter().all(|row| row.len() == 8), "{:?}", prompt.table);
    stage.press("<down><enter>");
    assert!(said(&stage).contains("Dropped") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    assert!(stage.desk.session.branches().unwrap().is_empty());
    stage.press("u");
    assert_eq!(stage.desk.session.branches().unwrap().len(), 1);
}

#[test]
fn a_branch_that_cannot_be_looked_at_is_shown_with_its_cause() {
    let mut stage = Stage::filled(Language::En);
    let branch = picket::store::record::Branch {
        name: "next-agreement".to_owned(),
        essential: Some("gone.toml".to_owned()),
        ..Default::default()
    };
    stage.desk.session.keep_branch(&branch).unwrap();
    stage.press("2Ibranch<enter>");
    let prompt = stage.desk.prompt.clone().expect("side by side");
    assert_eq!(prompt.table.last().map(|row| (row[0].as_str(), row[1].as_str())), Some(("next-agreement", "?")));
    assert!(prompt.lines.iter().any(|line| line.contains("next-agreement") && line.len() > 40), "{:?}", prompt.lines);
    assert_eq!(prompt.choices.len(), 1, "it can be dropped, not taken: {:?}", prompt.choices);
}

#[test]
fn regions_and_sites_fold() {
    let mut stage = Stage::filled(Language::En);
    stage.press("2");
    let rows = |stage: &Stage| stage.desk.picture.sheet().rows.len();
    let (all, gaps) = (rows(&stage), stage.desk.picture.sheet().gaps);
    stage.press("<home><space-bar>");
    let folded = rows(&stage);
    assert!(folded < all, "the first region is folded away");
    stage.press("<space-bar>");
    assert_eq!(rows(&stage), all);
    stage.press("--");
    assert_eq!(rows(&stage), 2, "two regions");
    assert_eq!(stage.desk.picture.sheet().gaps, gaps, "what is folded away is counted all the same");
    assert_eq!(stage.desk.picture.sheet().row_gaps.iter().sum::<u32>(), gaps);
    stage.press("n");
    assert!(stage.desk.picture.shift(stage.desk.ground()).is_some(), "going to a gap opens what it is under");
    stage.press("<home>---");
    assert_eq!(rows(&stage), all);
}

#[test]
fn minutes_below_the_minimum_are_told_on_the_shift_and_in_its_cell() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let shift = stage.desk.board.shift.expect("a line is about to be up");
    let start = stage.desk.ground().shift(shift).span.start;
    stage.desk.handle(picket::app::view::Message::Now(start.plus_minutes(25)));
    stage.press("<space-bar>2");
    let version = stage.desk.session.version;
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, shift);
    stage.press("ww");
    let text = stage.text((200, 50));
    assert!(text.contains("−25 min") && text.contains("25 min below the minimum so far"), "{text}");
    stage.press("<enter>");
    let text = stage.text((120, 36));
    assert!(text.contains("below the minimum for 25 min"), "{text}");
}

#[test]
fn the_moves_that_fill_a_gap_are_shown_and_made() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("<enter>");
    for _ in 0..20 {
        do_in(&mut stage, 1, "F");
        let repairs = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned());
        if repairs.is_some_and(|choice| matches!(choice.act, picket::app::view::choice::Act::Repair(_))) {
            let Place::Shift(shift) = stage.desk.place else { panic!("on a shift") };
            let heads = before.on(shift).len();
            do_in(&mut stage, 1, "<enter>");
            assert!(stage.desk.session.roster.on(shift).len() >= heads, "{}", said(&stage));
            assert_ne!(stage.desk.session.roster, before, "{}", said(&stage));
            assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
            stage.press("u");
            assert_eq!(stage.desk.session.roster, before);
            return;
        }
        stage.press("<esc>n");
    }
    panic!("no gap of twenty can be filled by moves");
}

#[test]
fn guests_are_counted_and_taken_back() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 4, "6+6<enter>");
    assert_eq!(stage.desk.board.guests, 6, "{}", said(&stage));
    assert!(said(&stage).contains("6 guests") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("+2<tab>fire fighters<enter>");
    assert!(said(&stage).contains("fire fighters"), "{}", said(&stage));
    assert_eq!(stage.desk.board.guests, 8);
    stage.press("uu");
    assert_eq!(stage.desk.board.guests, 0);
    // What is no number counts nobody.
    stage.press("+many<enter>");
    assert!(stage.desk.prompt.is_some());
    stage.press("<esc>");
    assert_eq!(stage.desk.board.guests, 0);
}

#[test]
fn the_line_goes_from_captain_to_captain() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6r");
    let offers = |stage: &Stage| stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).expect("captains");
    for _ in 0..4 {
        if offers(&stage)[0].aside.is_empty() {
            stage.press("<esc>]r");
        }
    }
    let offered = offers(&stage);
    assert!(!offered[0].aside.is_empty(), "{offered:?}");
    let taker = offered[0].text.clone();
    do_in(&mut stage, 21, "<tab>key at the desk<enter>");
    assert!(said(&stage).contains(&taker) && said(&stage).contains("key at the desk"), "{}", said(&stage));
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    // Who is no captain can't take it.
    let plain =
        stage.desk.ground().strike.members.iter().find(|each| each.skills.is_empty()).expect("one without skills");
    let id = plain.id.clone();
    stage.press(&format!("r{id}"));
    assert!(stage.desk.prompt.as_ref().is_some_and(|prompt| prompt.choices.is_empty()));
}

#[test]
fn an_incident_is_noted_and_read() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6*");
    stage.press("<enter>");
    assert!(stage.desk.prompt.is_some(), "not without facts");
    stage.press("a pickup drove through<tab>grey<tab><tab>Roy<tab>soon");
    stage.press("<enter>");
    assert!(stage.desk.prompt.is_some(), "no such time");
    stage.press("<c-u>5:50<enter>");
    assert!(said(&stage).contains("05:50") && said(&stage).contains("grey"), "{}", said(&stage));
    let noted = stage.desk.session.incidents(None, None).expect("readable");
    assert_eq!((noted.len(), noted[0].incident.witness.as_deref()), (1, Some("Roy")));
    stage.press("J");
    let read = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("the list");
    assert!(read.text.contains("a pickup drove through") && read.text.contains("Roy"), "{read:?}");
    stage.press("<esc>u");
    assert_eq!(stage.desk.session.incidents(None, None).expect("readable"), []);
}

#[test]
fn someone_is_signed_in_and_out_at_the_times_of_the_paper() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let (shift, member) = (stage.desk.board.shift.expect("a line"), stage.desk.board.member().expect("someone"));
    let times = |stage: &Stage| {
        let zone = stage.desk.ground().strike.campaign.zone;
        let clock = |at: i64| picket::model::Instant(at).in_zone(zone).format("%H:%M").to_string();
        let signs = stage.desk.session.signs(shift, member).expect("readable");
        signs.into_iter().map(|sign| (sign.came.map(clock), sign.went.map(clock))).collect::<Vec<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    // The present time is offered, the beginning of the shift below it.
    do_in(&mut stage, 2, "o<enter>");
    assert_eq!(times(&stage), [(text("06:10"), None)], "{}", said(&stage));
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u<home>");
    do_in(&mut stage, 6, "o0555<enter>");
    assert_eq!(times(&stage), [(text("05:55"), None)], "{}", said(&stage));
    // Both at once take the place of what was there.
    stage.press("<home>");
    do_in(&mut stage, 11, "o545 10:30<enter>");
    assert_eq!(times(&stage), [(text("05:45"), text("10:30"))], "{}", said(&stage));
    stage.press("<home>onoon<enter>");
    assert!(stage.desk.prompt.is_some(), "no such time");
}

#[test]
fn a_paper_sheet_is_entered_line_by_line() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6");
    let shift = stage.desk.board.shift.expect("a line");
    let names: Vec<String> = stage.desk.board.rows().iter().map(|row| stage.desk.words().member(row.member)).collect();
    let signed = |stage: &Stage| stage.desk.session.signs_on(shift).expect("readable").len();
    stage.press("c");
    let offered = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).expect("who is expected");
    assert_eq!(offered[0].text, names[0], "{offered:?}");
    // A row can be taken by its letters, or from the list; then come the times.
    let short = names[0].split(',').next().expect("a name").to_lowercase();
    stage.press(&format!("{short} 725 1130"));
    let told = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("what it would enter");
    assert!(told.text.contains(&names[0]) && told.text.contains("07:25") && told.text.contains("11:30"), "{told:?}");
    stage.press("<enter>");
    assert_eq!(signed(&stage), 1, "{}", said(&stage));
    let prompt = stage.desk.prompt.clone().expect("the next line is asked for");
    assert!(prompt.text().is_empty() && prompt.lines.iter().any(|line| line.contains("11:30")), "{prompt:?}");
    // What can't be stays to be put right.
    stage.press(&format!("{short} 1130 725<enter>"));
    assert!(stage.desk.prompt.as_ref().is_some_and(|prompt| prompt.text().contains("1130 725")), "{}", said(&stage));
    stage.press("<c-u>guests 4<enter><esc>");
    assert_eq!(stage.desk.board.guests, 4, "{}", said(&stage));
    assert!(said(&stage).starts_with("2 lines") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("uu");
    assert_eq!((signed(&stage), stage.desk.board.guests), (0, 0));
}

#[test]
fn duty_elsewhere_counts_and_shows_in_the_hours() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 3, "3D<enter>");
    assert!(said(&stage).contains("4\u{202f}h") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("D3h30<tab>kitchen<tab>2026-12-07<enter>");
    assert!(said(&stage).contains("kitchen") && said(&stage).contains("Mon 7 Dec"), "{}", said(&stage));
    do_in(&mut stage, 1, "$");
    let prompt = stage.desk.prompt.clone().expect("the member's weeks");
    assert!(prompt.table.iter().any(|row| row[2].contains('7') && row[2].contains("30")), "{:?}", prompt.table);
    assert!(prompt.lines.iter().any(|line| line.contains("alternate duty")), "{:?}", prompt.lines);
    stage.press("<esc>Dsoon<enter>");
    assert!(stage.desk.prompt.is_some(), "no such length");
}

#[test]
fn a_week_is_signed_off_and_corrected_with_a_reason() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6<space-bar>");
    let (shift, member) = (stage.desk.board.shift.expect("a line"), stage.desk.board.rows()[0].member);
    let mut later = stage.at("2026-12-14T08:00");
    // Who was never signed out stands in the way, and is signed out from there.
    do_in(&mut later, 1, "Y");
    let open = later.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("who is open");
    assert!(open.text.contains(&later.desk.words().member(member)), "{open:?}");
    later.press("<enter>11:20<enter>");
    // Others are on no sheet: what locks the week, for good, stands last.
    do_in(&mut later, 4, "Y<down><down><enter>");
    assert!(said(&later).contains("signed off"), "{}", said(&later));
    assert_eq!(later.desk.session.weeks_signed_off().expect("readable").len(), 1);
    // From now on a reason is asked for, and only then.
    let version = later.desk.session.seq();
    later.desk.board.shift = Some(shift);
    later.press("6");
    later.desk.board.shift = Some(shift);
    later.press("<home>o6:15 11:00<tab>Roy<enter><enter>");
    assert_eq!(later.desk.session.seq(), version, "{}", said(&later));
    assert!(later.desk.prompt.is_some(), "why is asked for");
    later.press("<enter>");
    assert_eq!(later.desk.session.seq(), version, "not without a reason");
    later.press("misread<enter>");
    assert_eq!(later.desk.session.seq(), version + 1);
    assert!(said(&later).contains("correction: misread"), "{}", said(&later));
    assert!(said(&later).contains("by "), "on whose word it is stays told: {}", said(&later));
}

#[test]
fn what_is_told_with_an_absence_a_closing_and_a_version_is_kept() {
    let mut stage = Stage::filled(Language::En);
    stage.press("3b<tab>sick<enter>");
    assert!(said(&stage).contains("sick"), "{}", said(&stage));
    assert_eq!(stage.desk.session.absences.last().and_then(|each| each.code.as_deref()), Some("sick"));
    stage.press("1PWeek one<enter>");
    let last = stage.desk.session.last_entry().expect("readable").expect("published");
    assert_eq!((last.action.as_str(), last.particulars["note"].as_str()), ("publish", Some("Week one")));
    // The cursor stays on the choice while one goes on to say why.
    stage.press("2nX<end>");
    stage.press("<down><down><down>burst pipe<tab>18:00<enter>");
    let last = stage.desk.session.last_entry().expect("readable").expect("closed");
    assert_eq!(
        (last.action.as_str(), last.particulars["reason"].as_str()),
        ("close", Some("burst pipe")),
        "{}",
        said(&stage)
    );
    assert!(last.particulars["from"].as_str().is_some_and(|from| from.ends_with("18:00")), "{last:?}");
    assert!(last.particulars["until"].is_null(), "for good: {last:?}");
    stage.press("u");
    stage.press("2nX<tab>18:00<tab>17:00<enter>");
    assert!(stage.desk.prompt.is_some(), "an end before the beginning");
}

#[test]
fn someone_who_stands_in_is_told_with_the_absence() {
    let mut stage = Stage::filled(Language::En);
    let (ground, roster) = (Arc::clone(&stage.desk.session.ground), stage.desk.session.roster.clone());
    let able = |away, shift| {
        let candidates = picket::engine::candidates::candidates(&ground, &roster, shift);
        candidates.into_iter().map(|each| each.member).find(|each| *each != away)
    };
    let to_come = |shift: &ShiftIx| ground.shift(*shift).span.start > stage.desk.now;
    let found = ground.strike.member_indices().find_map(|away| {
        let shift = roster.of(away).iter().copied().find(to_come)?;
        let alone =
            roster.of(away).iter().filter(|each| ground.shift(**each).date == ground.shift(shift).date).count() == 1;
        Some((away, shift, able(away, shift).filter(|_| alone)?))
    });
    let (away, shift, stand_in) = found.expect("someone could stand in for someone");
    let id = |member| ground.strike.member(member).id.clone();
    stage.press(&format!("/{}<enter>b<tab><tab>{}<enter><enter>", id(away), id(stand_in)));
    assert!(stage.desk.session.roster.get(shift, stand_in).is_some(), "{}", said(&stage));
    assert!(stage.desk.session.roster.get(shift, away).is_none());
    stage.press("u");
    assert_eq!(stage.desk.session.roster, roster);
}

#[test]
fn a_reason_lets_two_change_places_whom_a_dagger_rule_keeps_apart() {
    let mut stage = Stage::filled(Language::En);
    let roster = stage.desk.session.roster.clone();
    let pairs: Vec<_> = roster.iter().map(|each| (each.shift, each.member)).collect();
    let near = |one: ShiftIx, other: ShiftIx| {
        let (one, other) = (stage.desk.ground().shift(one), stage.desk.ground().shift(other));
        one.site == other.site && (one.date - other.date).num_days().abs() <= 1
    };
    let to_come = |shift: ShiftIx| stage.desk.ground().shift(shift).span.start > stage.desk.now;
    let can = |one, other, reason| stage.desk.session.can_swap(one, other, reason);
    let found = pairs.iter().filter(|one| to_come(one.0)).find_map(|one| {
        let mut others = pairs.iter().filter(|other| near(one.0, other.0) && to_come(other.0));
        others.find(|other| !can(*one, **other, None) && can(*one, **other, Some("agreed"))).map(|other| (*one, *other))
    });
    let Some((one, _)) = found else { return };
    stage.press("2");
    let version = stage.desk.session.version;
    stage.desk.picture.go_to(&stage.desk.session.ground, &stage.desk.session.coverage, version, false, one.0);
    stage.press("<enter><left>");
    let stands = &stage.desk.post.facts().stands;
    let row = stands.iter().position(|stand| stand.who.as_ref().is_some_and(|who| who.member == one.1));
    stage.press(&"j".repeat(row.expect("the member stands there")));
    stage.press("T");
    let offered = |stage: &Stage| stage.desk.prompt.as_ref().map_or(0, |prompt| prompt.choices.len());
    let before = offered(&stage);
    stage.press("<tab>agreed");
    assert!(offered(&stage) > before, "more are offered with a reason");
    stage.press("<enter>");
    assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
}

#[test]
fn who_is_short_of_hours_is_put_on_a_shift_that_is_still_to_be_offered() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.len();
    do_in(&mut stage, 2, "$<enter>");
    let first = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("someone is short");
    assert!(first.text.contains("misses"), "{first:?}");
    do_in(&mut stage, 1, "<enter>");
    assert_eq!(stage.desk.session.roster.len(), before + 1, "{}", said(&stage));
    assert!(said(&stage).contains("put on") && said(&stage).contains("u takes it back"), "{}", said(&stage));
}

#[test]
fn the_incidents_are_written_to_a_file() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6*a pickup drove through<enter>J");
    let print = stage.desk.prompt.as_ref().unwrap().choices.iter().position(|each| each.text.contains("file"));
    match stage.press(&format!("{}<enter>", "<down>".repeat(print.expect("it can be written")))) {
        Some(Effect::Print(paper)) => {
            assert_eq!(paper.what, "incidents");
            assert_eq!(stage.desk.paper_file(&paper), "incidents-mto-simcoe.txt");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_plan_from_scratch_does_not_keep_what_was_done_by_hand() {
    use picket::app::view::{Message, planner};
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>a<esc>Q<enter>");
    let job = stage.desk.take_job().expect("a plan is asked for");
    assert!(job.how.from_scratch);
    let version = job.version;
    let what = planner::carry_out(job, &|_, _| {});
    stage.desk.handle(Message::News(planner::News { version, what }));
    assert_eq!(stage.desk.place, Place::Plan, "{}", said(&stage));
    stage.press("y");
    let by_hand = |each: &picket::model::Assignment| {
        each.origin == picket::model::Origin::Hand && stage.desk.ground().shift(each.shift).span.start > stage.desk.now
    };
    assert!(!stage.desk.session.roster.iter().any(by_hand), "{}", said(&stage));
    stage.press("p");
    assert!(!stage.desk.take_job().expect("the usual one").how.from_scratch);
}

#[test]
fn a_member_is_sent_to_the_post_that_is_told() {
    let mut stage = Stage::filled(Language::En);
    // Somebody who leads here goes elsewhere to stand in the ranks.
    let ground = Arc::clone(&stage.desk.session.ground);
    let captain = stage
        .desk
        .session
        .roster
        .iter()
        .find(|each| each.duty == Duty::Captain && ground.shift(each.shift).span.start > stage.desk.now);
    let each = captain.expect("a captain").clone();
    let id = ground.strike.member(each.member).id.clone();
    stage.press(&format!("/{id}<enter>"));
    while stage.desk.chosen_shift() != Some(each.shift) {
        stage.press("<down>");
    }
    stage.press("M<tab>pick<enter>");
    assert_eq!(stage.desk.prompt.as_ref().and_then(|prompt| prompt.told("duty")), Some("picket"));
    stage.press("<enter>");
    let sent = stage.desk.session.last_entry().expect("readable").expect("an entry");
    if sent.action == "transfer" {
        assert_eq!(sent.particulars["duty"].as_str(), Some("picket"), "{}", said(&stage));
    } else {
        assert!(stage.desk.prompt.is_some(), "refused, it is asked again: {}", said(&stage));
    }
    stage.press("<esc>M<tab>cook<enter>");
    stage.press("<enter>");
    assert!(said(&stage).contains("no post called cook"), "{}", said(&stage));
}

#[test]
fn the_history_is_narrowed_to_a_member_a_shift_and_to_words() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6A1<enter>a");
    let Place::Shift(shift) = stage.desk.place else { panic!("a shift") };
    do_in(&mut stage, 1, ";");
    let of_shift = stage.desk.history.len();
    assert!(stage.desk.place == Place::History && of_shift > 0);
    stage.press("<esc>");
    assert_eq!(stage.desk.place, Place::Shift(shift), "back where it was asked for");
    stage.press("5");
    let all = stage.desk.history.len();
    assert!(of_shift < all, "all of it again");
    // Of the entry under the cursor, and typed.
    stage.press("<home>f");
    let choices = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.len());
    assert!(choices.is_some_and(|count| count >= 1), "whom it touches");
    stage.press("<esc>ftremblay<enter>");
    assert!(stage.desk.history.len() < all, "a member");
    assert_eq!(stage.desk.history_chips(), ["Tremblay, Anne"]);
    stage.press("c&signed in<enter>");
    assert!((1..all).contains(&stage.desk.history.len()), "words: {}", stage.desk.history.len());
    stage.press("<esc>");
    assert_eq!(stage.desk.history.len(), all);
}

#[test]
fn everyone_at_once_in_a_signed_off_week_leads_to_the_sheet_with_its_correction() {
    let stage = Stage::filled(Language::En);
    let mut later = stage.at("2026-12-14T08:00");
    later.press("Y<down><down><enter>");
    assert!(
        said(&later).contains("Week of Mon 7 Dec signed off") && said(&later).contains("$0.00"),
        "{}",
        said(&later)
    );
    let before = later.desk.session.seq();
    let shift = later.desk.ground().timetable.indices().find(|ix| !later.desk.session.roster.on(*ix).is_empty());
    later.press("6");
    later.desk.board.shift = shift;
    later.press("A");
    assert!(said(&later).contains("line by line") && later.desk.prompt.is_some(), "{}", said(&later));
    let who = later.desk.session.roster.on(shift.expect("a shift"))[0].member;
    let id = later.desk.ground().strike.member(who).id.clone();
    later.press(&format!("{id} 7:00 11:00<enter>"));
    assert_eq!(later.desk.session.seq(), before, "not without a reason");
    later.press("misread<tab><enter>");
    assert_eq!(later.desk.session.seq(), before + 1, "{}", said(&later));
}
