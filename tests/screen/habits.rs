//! What a person who knows other programs, or none, tries first: words for a command, keys of the hand, a number over a
//! number, undo at the wrong moment.

use crate::stage::{Stage, do_in, said};
use picket::app::commands::{Command, TABLE};
use picket::app::view::Effect;
use picket::app::view::choice::{Act, Choice};
use picket::app::view::place::Place;
use picket::model::campaign::Language;
use picket::speech::Speech;

fn chosen(stage: &Stage) -> Choice {
    stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("something is offered")
}

#[test]
fn commands_are_found_by_the_words_people_have_for_them() {
    let cases = [
        (Language::En, "sick", Command::Absent),
        (Language::En, "sheets", Command::Print),
        (Language::En, "money", Command::Pay),
        (Language::En, "transfer", Command::Move),
        (Language::En, "simulate", Command::WhatIf),
        (Language::En, "wq", Command::Quit),
        (Language::En, "w", Command::Save),
        (Language::En, "q", Command::Quit),
        (Language::En, "u", Command::Undo),
        (Language::En, "h", Command::Help),
        (Language::En, "last hour", Command::ToHistory),
        (Language::En, "short of hours", Command::Pay),
        (Language::Fr, "dernière heure", Command::ToHistory),
        (Language::Fr, "malade", Command::Absent),
        (Language::Fr, "feuilles", Command::Print),
        (Language::Fr, "argent", Command::Pay),
        (Language::Fr, "transférer", Command::Move),
        (Language::Fr, "q", Command::Quit),
        (Language::Fr, "sauvegarder", Command::Save),
    ];
    for (language, typed, wanted) in cases {
        let mut stage = Stage::filled(language);
        stage.press("<enter>:");
        stage.press(typed);
        let found = chosen(&stage);
        assert_eq!(found.act, Act::Command(wanted), "{typed}: {found:?}");
    }
}

#[test]
fn other_words_are_those_of_commands() {
    for (language, source) in [
        (Language::En, include_str!("../../src/speech/en/also.ftl")),
        (Language::Fr, include_str!("../../src/speech/fr/also.ftl")),
    ] {
        let names = source.lines().filter_map(|line| line.strip_prefix("also-")?.split_once(" = "));
        let mut count = 0;
        for (name, words) in names {
            assert!(TABLE.iter().any(|row| row.name == name), "{language:?}: no command is called {name}");
            assert_eq!(Speech::new(language).word(&format!("also-{name}")), words);
            count += 1;
        }
        assert!(count > 60, "they were found: {count}");
    }
}

#[test]
fn a_command_of_another_screen_leads_there() {
    let mut stage = Stage::filled(Language::En);
    stage.press(":relief");
    let found = chosen(&stage);
    assert_eq!((&found.act, found.aside.as_str()), (&Act::There(Place::Line, Command::HandOver), "on Line now"));
    stage.press("<enter>");
    assert_eq!(stage.desk.place, Place::Line);
    assert!(said(&stage).starts_with("Here r does it"), "{}", said(&stage));
    // What needs a shift is found where one is under the cursor, and opens it.
    stage.press("1:override<enter>");
    assert!(matches!(stage.desk.place, Place::Shift(_)) && said(&stage).contains('!'), "{}", said(&stage));
    // A search finds them too.
    stage.press("1/guests");
    assert_eq!(chosen(&stage).act, Act::There(Place::Line, Command::Guests));
}

#[test]
fn what_is_proposed_is_typed_over_or_changed() {
    let mut stage = Stage::filled(Language::En);
    let typed = |stage: &Stage| stage.desk.prompt.as_ref().map(|prompt| prompt.text().to_owned()).expect("a number");
    stage.press("<enter>E<enter>");
    let before = typed(&stage);
    stage.press("9");
    assert_eq!(typed(&stage), "9", "the first digit takes the place of {before}");
    stage.press("1");
    assert_eq!(typed(&stage), "91");
    for (keys, after) in
        [("<end>9", format!("{before}9")), ("<home>9", format!("9{before}")), ("<back>", String::new())]
    {
        stage.press("<esc>E<enter>");
        stage.press(keys);
        assert_eq!(typed(&stage), after, "{keys}");
    }
    stage.press("<esc>E<enter>");
    stage.desk.handle(picket::app::view::Message::Paste("7".to_owned()));
    assert_eq!(typed(&stage), "7", "so it is with what is pasted");
}

#[test]
fn a_number_that_does_not_fit_is_asked_for_again_with_why() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.seq();
    stage.press("<enter>E<enter>99<enter>");
    let text = stage.text((80, 24));
    assert!(text.contains("minimum") && text.contains("99") && text.contains("above"), "{text}");
    assert_eq!(stage.desk.prompt.as_ref().map(picket::app::view::prompt::Prompt::text), Some("99"));
    stage.press("<back><back>1<enter>");
    assert_eq!(stage.desk.session.seq(), before + 1, "{}", said(&stage));
}

#[test]
fn a_reason_that_is_missing_is_asked_for_where_it_is_seen() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter><right><home>");
    let found = (0..12).any(|_| {
        stage.press("n<right><home>");
        (0..stage.desk.post.facts().ruled_out.len()).any(|_| {
            stage.press("!");
            if stage.desk.prompt.is_none() {
                stage.press("<down>");
            }
            stage.desk.prompt.is_some()
        })
    });
    assert!(found, "someone is kept off by a rule that can be set aside");
    let before = stage.desk.session.seq();
    stage.press("<enter>");
    let text = stage.text((80, 24));
    assert!(text.contains("A reason is needed") && text.contains("all the same"), "{text}");
    assert_eq!(stage.desk.session.seq(), before);
    stage.press("asked for it<enter>");
    assert_eq!(stage.desk.session.seq(), before + 1, "{}", said(&stage));
}

#[test]
fn someone_rings_in_sick_whatever_is_looked_at() {
    for screen in ["1", "2", "5", "7"] {
        let mut stage = Stage::filled(Language::En);
        stage.press(screen);
        stage.press("b");
        let Act::Who(first, false) = chosen(&stage).act else { panic!("{:?}", chosen(&stage)) };
        let next = stage.desk.session.roster.of(first).iter().map(|shift| stage.desk.ground().shift(*shift).span.end);
        assert!(next.max() > Some(stage.desk.now), "whoever stands next is offered first");
        let id = stage.desk.ground().strike.member(first).id.clone();
        let absences = stage.desk.session.absences.len();
        let keys = id.chars().count() + 2;
        do_in(&mut stage, keys, &format!("{id}<enter><enter>"));
        assert_eq!(stage.desk.session.absences.len(), absences + 1, "{screen}: {}", said(&stage));
        assert!(said(&stage).contains("u takes it back"), "{}", said(&stage));
    }
    // A call-in starts with those who can be called at any time.
    let mut stage = Stage::filled(Language::En);
    stage.press("C");
    assert!(matches!(chosen(&stage).act, Act::Who(_, true)), "{:?}", chosen(&stage));
    stage.press("<enter>");
    assert!(stage.desk.prompt.is_some());
}

#[test]
fn what_another_did_or_what_is_long_past_is_shown_before_it_is_undone() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>a");
    let filled = stage.desk.session.roster.len();
    // Another's: shown, with who did it; left, nothing is done; the same key again does it.
    let mut other = stage.beside("night");
    other.press("u");
    let text = other.text((80, 24));
    assert!(text.contains("Take this back?") && text.contains("captain, "), "{text}");
    other.press("<esc>");
    assert_eq!(other.desk.session.roster.len(), filled);
    other.press("uu");
    assert_eq!(other.desk.session.roster.len(), filled - 1, "{}", said(&other));
    assert!(said(&other).ends_with("ctrl-r brings it back."), "{}", said(&other));
    // One's own of just now: at once.
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>au");
    assert!(stage.desk.prompt.is_none() && stage.desk.session.roster.len() == filled - 1, "{}", said(&stage));
    // Of this morning: shown.
    let mut later = stage.at("2026-12-08T11:00");
    later.press("u");
    assert!(later.desk.prompt.is_some());
    later.press("<enter>");
    assert!(later.desk.session.roster.is_empty(), "{}", said(&later));
}

#[test]
fn what_is_shown_to_be_taken_back_is_what_is_taken_back() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>a");
    let mut other = stage.beside("night");
    other.press("u");
    stage.press("a");
    other.desk.hear_others();
    let before = other.desk.session.roster.len();
    other.press("u");
    assert_eq!(other.desk.session.roster.len(), before, "it is another by now, and asked about anew");
    assert!(other.desk.prompt.is_some());
    other.press("u");
    assert_eq!(other.desk.session.roster.len(), before - 1, "{}", said(&other));
}

#[test]
fn half_pages_and_the_keys_of_pickers_are_where_hands_expect_them() {
    let mut stage = Stage::filled(Language::En);
    stage.press("3");
    let _ = stage.text((80, 24));
    let at = |stage: &Stage| stage.desk.cursor().1;
    stage.press("<c-f>");
    let page = at(&stage);
    stage.press("g<c-d>");
    let half = at(&stage);
    assert!(half > 1 && half.abs_diff(page - half) <= 1, "half of {page} is {half}");
    stage.press("<c-u>");
    assert_eq!(at(&stage), 0);
    stage.press("#3<c-d>");
    assert_eq!(at(&stage), 3 * half);
    stage.press(":");
    let first = chosen(&stage);
    stage.press("<c-n><c-j>");
    assert_ne!(chosen(&stage), first);
    stage.press("<c-p><c-k>");
    assert_eq!(chosen(&stage), first);
    assert_eq!(stage.press("<esc>:q<enter>"), Some(Effect::Quit));
}

#[test]
fn a_row_that_is_cut_is_told_whole_above_the_foot() {
    let mut stage = Stage::filled(Language::Fr);
    let lines = |stage: &Stage| stage.text((80, 24)).lines().map(str::to_owned).collect::<Vec<_>>();
    let gap = stage.desk.overview.shift().expect("a gap");
    let lack = stage.desk.lack(gap);
    let row = lines(&stage)[22].clone();
    let line = stage.desk.ground().shift(gap).line;
    assert!(row.contains(&lack) && row.contains(&stage.desk.words().stretch(line)), "{row}");
    // What is said matters more, and a row that is whole needs no telling.
    stage.press("s");
    assert!(!lines(&stage)[22].contains(&lack));
    assert!(!stage.text((200, 50)).lines().nth(48).unwrap_or_default().contains(&lack));
}

#[test]
fn places_are_called_by_their_names_in_what_is_said() {
    for language in [Language::En, Language::Fr] {
        let mut stage = Stage::filled(language);
        stage.press("6*truck<enter>");
        let shift = stage.desk.board.shift.expect("a line is about to be up");
        let line = stage.desk.ground().shift(shift).line;
        let name = stage.desk.words().stretch(line);
        assert!(said(&stage).contains(&name), "{name}: {}", said(&stage));
        stage.press("J");
        assert!(stage.text((120, 36)).contains(&name), "{}", stage.text((120, 36)));
    }
    // What is looked at is here.
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>F");
    let lines = stage.desk.prompt.as_ref().map(|prompt| prompt.lines.join("\n")).unwrap_or_default();
    assert!(lines.contains("comes here [picket]"), "{lines}");
}

#[test]
fn every_action_says_what_it_did_and_how_to_take_it_back_and_is_taken_back_whole() {
    // On a shift with people on it: the cursor is on one of them.
    let standing = "2<down><down><down><enter><left>";
    let actions = [
        "<enter>a",
        "STx",
        "STi",
        "STd",
        "STM<enter>",
        "STb<enter>",
        "STC<enter>",
        "3D4h<enter>",
        "6<space-bar>",
        "6A",
        "6x",
        "6+5<enter>",
        "6*a truck<enter>",
        "6o6:00<enter>",
        "<enter>E<down><down><enter>9<enter>",
        "2nX<enter>",
        "1b<enter><enter>",
        "1C<enter><enter>",
    ];
    for language in [Language::En, Language::Fr] {
        let how = Speech::new(language).say("told-undo", &[("key-undo", "u".into())]);
        for typed in actions {
            let mut stage = Stage::filled(language);
            let before = (stage.desk.session.roster.clone(), stage.desk.session.seq());
            stage.press(&typed.replace("ST", standing));
            let told = said(&stage);
            assert_eq!(stage.desk.session.seq(), before.1 + 1, "{typed}: {told}");
            assert!(told.ends_with(&how) && told.chars().count() > how.chars().count() + 20, "{typed}: {told}");
            // It is all there to be read in the smallest screen, the way back whole.
            let text = stage.text((80, 24)).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&how), "{typed}: {text}");
            stage.press("<esc><esc>u");
            assert!(stage.desk.prompt.is_none(), "{typed}: one's own of just now is taken back at once");
            assert_eq!(stage.desk.session.roster, before.0, "{typed}: {}", said(&stage));
            assert_eq!(stage.desk.session.seq(), before.1 + 2, "{typed}: {}", said(&stage));
        }
    }
}

#[test]
fn where_nobody_can_be_put_that_is_no_nothing_to_do() {
    for (keys, told) in
        [("2rV,<enter>", "no captain can be put there"), ("2rV,<down><enter>", "nobody else can be put there")]
    {
        let mut stage = Stage::filled(Language::En);
        let before = stage.desk.session.seq();
        stage.press(keys);
        assert_eq!(stage.desk.session.seq(), before);
        assert!(
            said(&stage).contains(told) && said(&stage).contains("F tells what would help here"),
            "{keys}: {}",
            said(&stage)
        );
    }
}

#[test]
fn the_key_that_opens_help_closes_it() {
    let mut stage = Stage::filled(Language::En);
    stage.press("2?");
    assert_eq!((stage.desk.place, stage.desk.helped()), (Place::Help, Place::Coverage));
    stage.press("?");
    assert_eq!(stage.desk.place, Place::Coverage);
}

#[test]
fn no_list_is_silent_when_enter_finds_nothing_to_take() {
    let cases = [
        (Language::En, "6a", "Type a name"),
        (Language::En, ":xyzzy", "Nothing fits what is typed"),
        (Language::En, "bxyzzy", "Nothing fits what is typed"),
        (Language::En, "6+", "how many"),
        (Language::Fr, "6a", "Tapez un nom"),
        (Language::Fr, "/xyzzy", "Rien ne correspond"),
    ];
    for (language, typed, told) in cases {
        let mut stage = Stage::filled(language);
        stage.press(typed);
        for enter in ["<enter>", "<enter>"] {
            stage.press(enter);
            assert!(stage.desk.prompt.is_some(), "{typed}: what was asked stays");
            assert!(said(&stage).to_lowercase().contains(&told.to_lowercase()), "{typed}: {}", said(&stage));
            assert!(stage.text((80, 24)).contains(&said(&stage)), "{typed}: it is seen");
        }
    }
}

#[test]
fn days_are_typed_in_french_as_they_are_said() {
    let mut stage = Stage::filled(Language::Fr);
    stage.press("b<enter>");
    assert!(stage.text((80, 24)).contains("lun-ven"), "how it is written is shown");
    stage.press("lun-ven");
    let Act::Away { time, .. } = chosen(&stage).act else { panic!("{:?}", chosen(&stage)) };
    assert_eq!(time, "mon-fri");
    let absences = stage.desk.session.absences.len();
    stage.press("<enter>");
    assert_eq!(stage.desk.session.absences.len(), absences + 1, "{}", said(&stage));
}

#[test]
fn a_key_that_does_nothing_here_says_where_it_does() {
    for (language, elsewhere, nothing) in [
        (
            Language::En,
            "I does nothing here; elsewhere: what if (Overview, Coverage, Line now, Map, Shift).",
            "ß does nothing",
        ),
        (
            Language::Fr,
            "I ne fait rien ici; ailleurs\u{a0}: et si (Aperçu, Couverture, Ligne, Carte, Quart).",
            "ß ne fait rien",
        ),
    ] {
        let mut stage = Stage::filled(language);
        stage.press("5I");
        assert_eq!(said(&stage), elsewhere);
        stage.press("ß");
        assert!(said(&stage).starts_with(nothing), "{}", said(&stage));
        for key in "5 y".chars() {
            stage.press(&key.to_string());
            assert!(!said(&stage).contains("()"), "{key}: {}", said(&stage));
        }
        stage.press("j");
        assert_eq!(said(&stage), "", "until the next key");
    }
}

#[test]
fn one_action_is_taken_back_alone_though_others_came_after_it() {
    for language in [Language::En, Language::Fr] {
        let mut stage = Stage::filled(language);
        // One is taken off a shift, then another pinned there.
        stage.press("2<down><down><down><enter><left>");
        let before = stage.desk.session.roster.clone();
        let Place::Shift(shift) = stage.desk.place else { panic!("a shift is open") };
        stage.press("x<down>i");
        let after = stage.desk.session.roster.clone();
        let gone = before.on(shift).iter().find(|each| after.get(shift, each.member).is_none()).expect("one is off");
        stage.press("5<down><enter>");
        assert!(matches!(chosen(&stage).act, Act::TakeBackAlone(_)), "{:?}", chosen(&stage));
        stage.press("<enter>");
        let roster = &stage.desk.session.roster;
        assert_eq!((roster.get(shift, gone.member), roster.len()), (Some(gone), after.len() + 1), "{}", said(&stage));
        assert_eq!(roster.on(shift).iter().filter(|each| each.pinned).count(), 1, "what came after stays");
        // It is an action like others.
        stage.press("u");
        assert_eq!(stage.desk.session.roster, after);
    }
}

#[test]
fn an_action_that_a_later_one_changed_again_is_not_taken_back_alone() {
    let mut stage = Stage::filled(Language::En);
    // Pinned, and then taken off: to let go of the pin alone would mean nothing.
    stage.press("2<down><down><down><enter><left>ix5<down><enter>");
    let offered = &stage.desk.prompt.as_ref().expect("it is open").choices;
    assert!(offered.iter().all(|choice| !matches!(choice.act, Act::TakeBackAlone(_))), "{offered:?}");
    assert!(offered.iter().any(|choice| matches!(choice.act, Act::Rewind(_))));
}

#[test]
fn who_is_looked_for_on_a_shift_is_shown_on_it_with_what_speaks_against() {
    let mut stage = Stage::filled(Language::En);
    stage.press("<enter>");
    let Place::Shift(shift) = stage.desk.place else { panic!("a shift is open") };
    stage.press("/beaulieu<enter>");
    assert_eq!(stage.desk.place, Place::Shift(shift));
    let member = stage.desk.chosen_member().expect("the cursor is on a member");
    assert!(stage.desk.words().member(member).starts_with("Beaulieu"));
    let text = stage.text((80, 24));
    assert!(text.contains("Ruled out 1 ") && text.contains("Beaulieu, Félix: "), "{text}");
    stage.press("<esc>");
    assert_eq!(stage.desk.place, Place::Shift(shift), "everyone is shown again first");
    stage.press("<esc>");
    assert_eq!(stage.desk.place, Place::Overview);
    // Who stands there is where the cursor goes.
    stage.press("2<down><down><down><enter>");
    let Place::Shift(shift) = stage.desk.place else { panic!("a shift is open") };
    let stands = stage.desk.session.roster.on(shift)[1].member;
    let name = stage.desk.words().member(stands);
    stage.press(&format!("/{name}<enter>"));
    assert_eq!((stage.desk.chosen_member(), stage.desk.post.pane), (Some(stands), 0));
}

#[test]
fn the_language_is_changed_in_the_middle_of_a_question() {
    let mut stage = Stage::filled(Language::En);
    stage.press("b<tab><tab>");
    stage.press("<esc>/beaulieu<enter>b<down>");
    let (english, at) = (chosen(&stage), stage.desk.prompt.as_ref().expect("it is asked").cursor().at(99));
    stage.press("<c-t>");
    let french = chosen(&stage);
    assert_eq!(stage.desk.prompt.as_ref().expect("it is asked still").cursor().at(99), at);
    assert!(french.act == english.act && french.text != english.text, "{english:?} {french:?}");
    assert!(stage.text((80, 24)).contains("entrée choisit"));
    // What is typed stays.
    stage.press("<esc><esc>:publi<c-t>");
    assert_eq!(stage.desk.prompt.as_ref().map(picket::app::view::prompt::Prompt::text), Some("publi"));
    assert_eq!(stage.desk.speech.language(), Language::En);
}
