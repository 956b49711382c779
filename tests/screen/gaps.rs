//! What would fill a gap, and whether it is done: offers, moves, a plan anew, hours that are missing.

use crate::stage::{Sample, Stage, do_in, said};
use picket::app::view::place::Place;
use picket::model::Duty;
use picket::model::campaign::Language;
use picket::rules::skill;

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
            // What a way brings is of what is missing first: no head where heads are enough.
            let lacks_heads = prompt.lines[1].contains("head");
            assert!(lacks_heads || !choice.lead.contains("head"), "{choice:?} of {:?}", prompt.lines);
            assert!(!choice.lead.is_empty() && !choice.text.contains("cli-lever"), "{choice:?}");
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
fn what_is_granted_on_another_shift_fills_the_gap_with_the_moves_that_lead_there() {
    use picket::app::view::choice::Act;
    for language in [Language::En, Language::Fr] {
        let mut stage = Stage::planned(language, Sample::Cupe);
        let before = stage.desk.session.roster.clone();
        let posts = |stage: &Stage, shift| {
            let heads = stage.desk.session.coverage.of(shift).planned();
            (heads.captains_missing(stage.desk.ground().shift(shift)), heads.heads)
        };
        stage.press("<enter>");
        let mut done = 0;
        for _ in 0..30 {
            stage.press("F");
            let Place::Shift(shift) = stage.desk.place else { panic!("on a shift") };
            let choices = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).unwrap_or_default();
            let Some(at) = choices.iter().position(|choice| matches!(choice.act, Act::AskAfar(..))) else {
                stage.press("<esc>n");
                continue;
            };
            let had = posts(&stage, shift);
            stage.press(&"<down>".repeat(at));
            stage.press("<enter>agreed<enter>");
            let has = posts(&stage, shift);
            assert!(has.0 < had.0 || has.1 > had.1, "{had:?} {has:?}: {}", said(&stage));
            let kept = stage.desk.session.roster.iter().filter(|each| each.reason.is_some()).count();
            assert_eq!(kept, 1, "the reason is kept: {}", said(&stage));
            stage.press("u");
            assert_eq!(stage.desk.session.roster, before, "all of it is one action: {}", said(&stage));
            done += 1;
            if done == 3 {
                break;
            }
            stage.press("n");
        }
        assert!(done > 0, "somewhere something on another shift helps");
    }
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
fn who_stands_there_is_named_captain_on_the_list_and_on_the_shift() {
    let mut stage = Stage::filled(Language::En);
    let path = stage.desk.session.folder.join("members.csv");
    let list = || std::fs::read_to_string(&path).expect("a list");
    let before = list();
    // To a gap in which those who stand there would do, were one of them a captain.
    stage.press("<enter>");
    let naming = (0..60).find_map(|_| {
        stage.press("F");
        let choices = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).unwrap_or_default();
        let at = choices.iter().position(|choice| choice.lead == "+1 captain" && choice.text.contains("name one"));
        if at.is_none() {
            stage.press("<esc>n");
        }
        at
    });
    for _ in 0..naming.expect("a gap that naming a captain fills") {
        stage.press("<down>");
    }
    do_in(&mut stage, 2, "<enter><enter>");
    assert!(said(&stage).contains("is named captain") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    let Place::Shift(shift) = stage.desk.place else { panic!("{:?}", stage.desk.place) };
    let captain = |stage: &Stage| {
        let on = stage.desk.session.roster.on(shift);
        on.iter().find(|each| each.duty == Duty::Captain).map(|each| each.member)
    };
    let member = captain(&stage).expect("a captain");
    assert!(skill::has(stage.desk.ground(), member, Duty::Captain), "the strike was read anew");
    let after = list();
    let changed: Vec<&str> =
        before.lines().zip(after.lines()).filter(|(was, is)| was != is).map(|(_, is)| is).collect();
    assert!(changed.len() == 1 && changed[0].contains("captain"), "{changed:?}");
    stage.press("u");
    assert_eq!((captain(&stage), list()), (None, before.clone()), "one way back for both");
}
