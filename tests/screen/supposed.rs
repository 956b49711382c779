//! What goes into the files, or would: numbers, a new strike, branches, what another screen has done.

use crate::stage::{Stage, said};
use picket::app::view::place::Place;
use picket::model::campaign::Language;

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
    // What is kept is offered first.
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
fn another_agreement_is_supposed_and_made_so() {
    let mut stage = Stage::filled(Language::En);
    let folder = stage.desk.session.folder.clone();
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).expect("it is there");
    let (agreement, campaign) = (read("essential.toml"), read("strike.toml"));
    // The next version asks for nobody: everyone designated is free.
    let next = agreement.replace("version = 2", "version = 3").replace("required = ", "required = 0 # ");
    std::fs::write(folder.join("essential-v3.toml"), &next).expect("it is written");
    stage.press("Iagreement");
    let offered = stage.desk.prompt.as_ref().map(|prompt| prompt.choices.clone()).unwrap_or_default();
    let texts: Vec<&str> = offered.iter().map(|choice| choice.text.as_str()).collect();
    assert_eq!(texts, ["the agreement were the one in essential-v3.toml"], "its own is not offered");
    stage.press("<enter>");
    assert_eq!(stage.desk.supposed_name(), "the agreement were the one in essential-v3.toml");
    let pools = |stage: &Stage| {
        let requirements = &stage.desk.ground().strike.agreement.requirements;
        requirements.iter().map(|each| each.required).sum::<u32>()
    };
    assert!(pools(&stage) > 0, "nothing is done yet");
    stage.press("<enter>");
    assert!(said(&stage).contains("essential-v3.toml") && said(&stage).contains("takes it back"), "{}", said(&stage));
    assert_eq!((pools(&stage), read("essential.toml")), (0, agreement));
    assert!(read("strike.toml").contains("essential = \"essential-v3.toml\""));
    stage.press("u");
    assert!(pools(&stage) > 0, "one way back");
    assert_eq!(read("strike.toml"), campaign);
    // One that can't be used is told with its cause.
    std::fs::write(folder.join("essential-v3.toml"), next.replace("site = ", "sight = ")).expect("it is written");
    stage.press("Iagreement<enter>");
    assert!(said(&stage).contains("can’t be used"), "{}", said(&stage));
}

#[test]
fn in_a_rotating_strike_a_board_that_is_named_comes_out_from_now_on_and_not_before() {
    use picket::app::session::Premise;
    use picket::app::view::choice::Act;
    use picket::engine::suppose::{Supposition, suppose};
    use picket::model::Strike;
    let offered = |stage: &Stage| -> Vec<(String, Act)> {
        let choices = stage.desk.prompt.iter().flat_map(|prompt| &prompt.choices);
        choices.map(|choice| (choice.text.clone(), choice.act.clone())).collect()
    };
    // Regions 1 and 2 are out; Durham is in region 3, and comes out on the third in any case.
    let mut stage = Stage::sample(Language::En, "cupe", "2027-03-02T06:25");
    stage.press("Idurham");
    let out =
        offered(&stage).into_iter().find(|(text, _)| text.contains("came out")).expect("its coming out is offered");
    assert_eq!(out.0, "Durham District School Board came out from now on");
    let Act::Suppose(Premise::Strike(what)) = out.1 else { panic!("{out:?}") };
    assert!(matches!(&what, Supposition::Out { sites, .. } if sites.len() == 1));
    let before = &stage.desk.ground().strike;
    let then = picket::rules::Ground::new(suppose(before, &[what]));
    let starts = |ground: &picket::rules::Ground| -> Vec<_> {
        let of = |strike: &Strike| strike.lookup.sites["durham"];
        let shifts = ground.timetable.shifts.iter().filter(|shift| shift.site == of(&ground.strike));
        shifts.map(|shift| shift.span.start).collect()
    };
    let (now, then) = (starts(stage.desk.ground()), starts(&then));
    assert!(then.len() > now.len(), "it has shifts on the second too");
    assert!(then.iter().all(|start| now.contains(start) || *start >= stage.desk.now), "{then:?}");
    // Where everybody is out already, nobody can come out; and a place can still be lost.
    let mut stage = Stage::sample(Language::En, "cupe", "2027-03-08T06:25");
    for typed in ["I", "durham"] {
        stage.press(typed);
        let texts: Vec<String> = offered(&stage).into_iter().map(|(text, _)| text).collect();
        assert!(!texts.iter().any(|text| text.contains("came out")), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("closed")), "{texts:?}");
    }
}
