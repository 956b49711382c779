//! Finding one's way: searches, filters, folds, hints, keys of one's own, what is pasted.

use crate::stage::{Stage, do_in};
use picket::app::view::place::Place;
use picket::model::campaign::Language;

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
fn what_is_left_out_is_shown_however_little_room_there_is() {
    let mut stage = Stage::filled(Language::En);
    stage.press("/treatment<enter>");
    let text = stage.text((80, 24));
    let head = text.lines().nth(3).unwrap_or_default();
    assert!(head.contains("Sudbury Treatment"), "a site that is looked at is named: {head}");
    stage.press("c2&a very long text that nothing at all holds and that has no room here<enter>");
    let text = stage.text((80, 24));
    assert!(text.lines().nth(3).unwrap_or_default().contains("/a very long"), "{text}");
}
