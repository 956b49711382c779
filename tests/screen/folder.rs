//! What is done to the whole roster and to the folder: looked at before it is done, done with one key, taken back with one.

use crate::stage::{Stage, keys, said};
use picket::app::view::page::{Ink, Kind};
use picket::app::view::place::{Place, Target};
use picket::app::view::worker::Job as _;
use picket::app::view::{Effect, Message};
use picket::model::campaign::Language;

/// Types the keys of a task and holds it to their number.
fn do_in(stage: &mut Stage, most: usize, typed: &str) -> Option<Effect> {
    let count = keys(typed).len();
    assert!(count <= most, "{typed} takes {count} keys");
    stage.press(typed)
}

fn gaps(stage: &Stage) -> u32 {
    stage.desk.session.coverage.totals().gaps()
}

#[test]
fn every_gap_that_moves_can_fill_is_filled_by_three_keys() {
    let mut stage = Stage::filled(Language::En);
    let (before, version) = (gaps(&stage), stage.desk.session.version);
    stage.press("R<enter>");
    assert_eq!((stage.desk.place, stage.desk.session.version), (Place::Page(Kind::Repair), version), "only shown");
    stage.press("<esc>");
    do_in(&mut stage, 3, "R<enter>y");
    assert!(gaps(&stage) < before && stage.desk.place == Place::Overview, "{}", said(&stage));
    assert!(said(&stage).contains("Repaired") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u");
    assert_eq!(gaps(&stage), before, "all of it is one action");
}

#[test]
fn moves_worked_out_for_another_roster_are_not_made() {
    let mut stage = Stage::filled(Language::En);
    let mut other = stage.beside("marie");
    stage.press("R<enter>");
    other.press("<enter>a");
    stage.desk.hear_others();
    let seq = stage.desk.session.seq();
    stage.press("y");
    assert_eq!(stage.desk.session.seq(), seq, "{}", said(&stage));
    assert!(said(&stage).contains("changed since"), "{}", said(&stage));
}

#[test]
fn a_court_s_cap_read_from_the_files_is_answered_like_any_edit() {
    for hold in [false, true] {
        let mut stage = Stage::filled(Language::En);
        stage.press(if hold { "H" } else { "" });
        // Two in the past of the day read: what has begun stays as it is.
        let capped = |stage: &Stage| -> Vec<(usize, u32)> {
            let ground = stage.desk.ground();
            let on = ground.timetable.indices().filter(|ix| ground.shift(*ix).id.starts_with("lakeshore-jail/front"));
            let of_day = on.filter(|ix| ground.shift(*ix).id.contains("2026-12-10"));
            of_day.map(|ix| (stage.desk.session.roster.on(ix).len(), ground.shift(ix).maximum)).collect()
        };
        let is_over = |stage: &Stage| capped(stage).iter().any(|(heads, most)| *heads > *most as usize);
        assert!(capped(&stage).iter().any(|(heads, _)| *heads > 1) && !is_over(&stage), "{:?}", capped(&stage));
        let sites = stage.desk.session.folder.join("sites.toml");
        let line = "name_fr = \"Entrée principale\"\n";
        let cap = "\n[[site.line.cap]]\nat_most = 1\nfrom = 2026-12-10T00:00:00\nuntil = 2026-12-11T00:00:00\n";
        let text = std::fs::read_to_string(&sites).unwrap().replacen(line, &format!("{line}{cap}"), 1);
        std::fs::write(&sites, text).unwrap();
        let seq = stage.desk.session.seq();
        stage.press("K");
        if !hold {
            assert!(is_over(&stage) && stage.desk.session.seq() == seq, "only offered: {}", said(&stage));
            assert!(said(&stage).contains("Best answer") && said(&stage).contains("can’t stay"), "{}", said(&stage));
            stage.press("y");
        }
        assert!(!is_over(&stage), "{:?}: {}", capped(&stage), said(&stage));
        assert_eq!(stage.desk.session.seq(), seq + 1, "one action: {}", said(&stage));
    }
}

#[test]
fn what_one_absence_breaks_leads_to_its_shifts_and_members() {
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 2, "B<enter>");
    assert_eq!(stage.desk.place, Place::Page(Kind::Fragile));
    // Where somebody waiting would help comes first, then who carries most.
    stage.press("<enter>");
    assert!(matches!(stage.desk.place, Place::Shift(_)), "{:?}", stage.desk.place);
    stage.press("<esc>");
    for _ in 0..20 {
        if stage.desk.chosen_shift().is_some() || stage.desk.chosen_member().is_none() {
            stage.press("<down>");
        }
    }
    stage.press("<enter>");
    assert!(matches!(stage.desk.place, Place::Member(_)), "{:?}", stage.desk.place);
    stage.press("<esc><end><enter>");
    assert!(matches!(stage.desk.place, Place::Shift(_)), "{:?}", stage.desk.place);
    stage.press("<esc>");
    assert_eq!(stage.desk.place, Place::Page(Kind::Fragile), "back the way one came");
}

#[test]
fn heads_more_on_every_line_are_supposed_and_made_so() {
    let mut stage = Stage::filled(Language::En);
    let minimum = |stage: &Stage| stage.desk.ground().strike.lines[0].numbers.minimum;
    let (before, folder) = (minimum(&stage), stage.desk.session.folder.clone());
    let sites = || std::fs::read_to_string(folder.join("sites.toml")).expect("it is there");
    let file = sites();
    do_in(&mut stage, 8, "Imin 1<enter>");
    assert_eq!((minimum(&stage), sites()), (before, file.clone()), "only supposed");
    do_in(&mut stage, 1, "<enter>");
    assert_eq!(minimum(&stage), before + 1, "{}", said(&stage));
    assert!(sites() != file && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u");
    assert_eq!((minimum(&stage), sites()), (before, file));
}

#[test]
fn files_that_have_changed_are_read_anew_by_one_key() {
    let mut stage = Stage::filled(Language::En);
    let folder = stage.desk.session.folder.clone();
    let change = |name: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("it is there");
        assert!(text.contains(from), "{name}");
        std::fs::write(folder.join(name), text.replacen(from, to, 1)).expect("it can be written");
    };
    let name = |stage: &Stage| stage.desk.ground().strike.sites[1].name.clone();
    let before = name(&stage);
    change("strike.toml", "first_day =", "frist_day =");
    stage.press("K");
    let text = stage.text((80, 24));
    assert!(text.contains("frist_day") && text.contains("strike.toml:5:1"), "{text}");
    assert_eq!(name(&stage), before, "what can't be used changes nothing");
    change("strike.toml", "frist_day =", "first_day =");
    change("sites.toml", &format!("name = \"{before}\""), "name = \"The yard\"");
    stage.press("K");
    assert_eq!(name(&stage), "The yard", "{}", stage.text((80, 24)));
    assert!(stage.text((80, 24)).contains("had changed"));
    let roster = stage.desk.session.roster.len();
    stage.press("1<enter>a");
    assert_eq!(stage.desk.session.roster.len(), roster + 1, "the record goes on: {}", said(&stage));
}

#[test]
fn in_plain_mode_too_everything_is_looked_over() {
    let stage = Stage::filled(Language::Fr);
    let (desk, _folder) = stage.beside("marie").into_parts();
    std::fs::write(stage.desk.session.folder.join("strike.toml"), "[strike]\nnam = 1\n").expect("it can be written");
    let mut output = Vec::new();
    let paper = picket::tui::Paper {
        print: std::sync::Arc::new(|_, _| Err(String::new())),
        verify: std::sync::Arc::new(|_, _, _| Ok(None)),
    };
    picket::tui::run_plain(desk, "check\nquit\n".as_bytes(), &mut output, &paper).expect("lines can be written");
    let text = String::from_utf8(output).expect("text");
    assert!(text.contains("strike.toml:2:1 — ") && text.contains("inutilisables"), "{text}");
}

#[test]
fn a_list_is_looked_at_before_it_is_brought_in() {
    let mut stage = Stage::filled(Language::En);
    let folder = stage.desk.session.folder.clone();
    let members = || std::fs::read_to_string(folder.join("members.csv")).expect("it is there");
    let before = members();
    stage.press("<lt>tests/screen/union.csv<enter>");
    assert_eq!((stage.desk.place, members()), (Place::Page(Kind::Import), before.clone()), "{}", said(&stage));
    stage.press("y");
    assert!(members().contains("Fournier, Zoé") && said(&stage).contains("u takes it back"), "{}", said(&stage));
    stage.press("u");
    assert_eq!(members(), before);
    // A folder is gone into by enter, and what is no list is told.
    stage.press("<lt>tests/screen/str<enter>");
    let typed = stage.desk.prompt.as_ref().map(|prompt| prompt.text().to_owned());
    assert_eq!(typed.as_deref(), Some("tests/screen/strike/"));
}

#[test]
fn the_past_is_looked_at_and_nothing_is_changed_there() {
    let mut stage = Stage::filled(Language::En);
    let before = stage.desk.session.roster.clone();
    stage.press("<enter>aa<esc>");
    let after = stage.desk.session.roster.clone();
    assert_ne!(before, after);
    do_in(&mut stage, 3, "5<end>@");
    assert_eq!(stage.desk.session.roster, before);
    assert!(stage.text((80, 24)).contains("AS IT WAS after entry 1"));
    let seq = stage.desk.session.seq();
    for typed in ["2p", "2R", "2u", "2P", "2X", "2I"] {
        stage.press(typed);
        assert_eq!(stage.desk.session.seq(), seq, "{typed}");
        assert!(said(&stage).contains("as it was"), "{typed}: {}", said(&stage));
        stage.press("<esc>1");
        assert!(stage.desk.looks_back(), "{typed}");
    }
    assert!(stage.desk.take_job().is_none(), "nothing is even planned");
    stage.press("@");
    assert_eq!((stage.desk.session.roster.clone(), stage.desk.session.moment), (after, None));
    // So does esc, where nothing else is left to go back from.
    stage.press("<end>@<esc><esc><esc>");
    assert!(!stage.desk.looks_back());
}

#[test]
fn a_code_is_asked_for_and_handed_on() {
    let mut stage = Stage::filled(Language::En);
    assert_eq!(stage.press("%K7F3-9M2Q<enter>"), Some(Effect::Verify("K7F3-9M2Q".to_owned())));
    let found = picket::app::recognised::Recognised {
        what: "roster",
        place: "Lakeshore Jail".to_owned(),
        dates: "8 Dec".to_owned(),
        past: None,
    };
    stage.desk.verify_with("K7F3-9M2Q".to_owned(), move |_, _, _| Ok(Some(found)));
    assert!(said(&stage).contains("Up to date") && said(&stage).contains("Lakeshore Jail"), "{}", said(&stage));
}

#[test]
fn the_record_is_copied_and_never_over_a_file() {
    let mut stage = Stage::filled(Language::En);
    let place = stage.desk.session.folder.join("copy.db");
    let typed = format!("><c-u>{}<enter>", place.display());
    stage.press(&typed);
    assert!(place.is_file() && said(&stage).contains("seal"), "{}", said(&stage));
    let before = std::fs::metadata(&place).expect("it is there").len();
    stage.press(&typed);
    assert!(said(&stage).contains("there already"), "{}", said(&stage));
    assert_eq!(std::fs::metadata(&place).expect("it is there").len(), before);
}

#[test]
fn a_list_is_sorted_by_a_column_with_a_key_or_a_click() {
    use picket::app::view::members::Column;
    let mut stage = Stage::filled(Language::En);
    let ids = |stage: &Stage| -> Vec<String> {
        let rows = stage.desk.members.rows().iter();
        rows.map(|member| stage.desk.ground().strike.member(*member).id.clone()).collect()
    };
    stage.press("3<right>");
    let mut sorted = ids(&stage);
    sorted.sort();
    assert_eq!(ids(&stage), sorted);
    assert!(stage.text((80, 24)).contains("Id↑"));
    stage.press("~");
    sorted.reverse();
    assert_eq!(ids(&stage), sorted);
    assert!(stage.text((80, 24)).contains("Id↓"));
    stage.desk.handle(Message::Click(Target::Column(Column::Shifts)));
    stage.desk.handle(Message::Click(Target::Column(Column::Shifts)));
    let shifts: Vec<usize> =
        stage.desk.members.rows().iter().map(|member| stage.desk.session.roster.of(*member).len()).collect();
    assert!(shifts.is_sorted_by(|a, b| a >= b) && shifts[0] > 0, "{shifts:?}");
}

#[test]
fn a_number_goes_before_a_key_that_moves() {
    let mut stage = Stage::filled(Language::En);
    let at = |stage: &Stage| stage.desk.members.list.at(99);
    stage.press("3#5j");
    assert_eq!(at(&stage), 5);
    stage.press("#12<enter>");
    assert_eq!(at(&stage), 11);
    stage.press("#3k#2<back>4k");
    assert_eq!(at(&stage), 4);
    let seq = stage.desk.session.seq();
    stage.press("#3q");
    assert!(stage.desk.prompt.is_none() && said(&stage).contains("before a key that moves"), "{}", said(&stage));
    stage.press("1#3n#2<esc>");
    assert_eq!((stage.desk.overview.lists[0].at(99), stage.desk.session.seq()), (3, seq));
}

#[test]
fn what_takes_long_is_found_out_while_others_and_oneself_go_on() {
    let mut stage = Stage::many(Language::En, 2_200);
    stage.desk.work_aside();
    stage.press("B<enter>");
    let study = stage.desk.take_study().expect("a worker is asked");
    let text = stage.text((120, 36));
    assert!(text.contains("Trying absences") && text.contains("B stops"), "{text}");
    // Meanwhile everything can be done.
    let (shift, member) = (picket::model::ShiftIx(0), stage.desk.ground().strike.member_indices());
    let mut members = member.into_iter();
    let session = &mut stage.desk.session;
    assert!(members.any(|member| session.assign(shift, member, None, false, None).is_ok()), "someone can stand there");
    stage.desk.handle(Message::Learnt(study.carry_out()));
    assert_eq!(stage.desk.session.version, 1);
    assert!(!stage.text((120, 36)).contains("Trying absences"));
    // Asked for twice it is called off, and what it finds is dropped.
    stage.press("K");
    let study = stage.desk.take_study().expect("a worker is asked");
    stage.press("K");
    assert!(said(&stage).contains("Called off"), "{}", said(&stage));
    let place = stage.desk.place;
    stage.desk.handle(Message::Learnt(study.carry_out()));
    assert_eq!(stage.desk.place, place);
}

/// A session on a copy of `cupe`'s files, which have no agreement here, before its first day.
fn session_on_cupe(folder: &std::path::Path) -> picket::app::session::Session {
    use picket::app::session::{Settings, When, open};
    for file in ["strike.toml", "sites.toml", "members.csv"] {
        let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config/cupe").join(file);
        std::fs::copy(from, folder.join(file)).expect("the sample is there");
    }
    let now = When::parse("2027-02-28T06:00").expect("an instant");
    let settings = Settings { now, actor: "captain".to_owned(), language: None };
    open(folder, settings).expect("readable").session.expect("usable")
}

#[test]
fn a_kind_of_site_that_comes_out_has_its_shifts_filled_and_its_phases_written() {
    use picket::engine::plan::Options;
    use picket::engine::suppose::Supposition;
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = session_on_cupe(folder.path());
    let phases = || std::fs::read_to_string(folder.path().join("strike.toml")).expect("it is there");
    let (before, shifts) = (phases(), session.ground.timetable.len());
    let options = Options { from: Some(session.now()), ..Options::default() };
    let sites = ["toronto", "peel"].map(|id| session.ground.strike.lookup.sites[id]).to_vec();
    session.make_so(&Supposition::Out { sites, from: session.now() }.into(), &options).expect("it can be done");
    assert!(phases() != before && session.ground.timetable.len() > shifts);
    assert_eq!(picket::engine::breach::broken(&session.ground, &session.roster).count(), 0);
    let mut new = session.ground.timetable.indices().filter(|ix| session.ground.shift(*ix).id.starts_with("toronto/"));
    assert!(new.any(|ix| !session.roster.on(ix).is_empty()), "the shifts that exist now are filled");
    session.undo().expect("one way back");
    assert_eq!((phases(), session.ground.timetable.len(), session.roster.len()), (before, shifts, 0));
}

#[test]
fn everybody_out_and_a_longer_reach_come_to_what_was_supposed_and_stand_in_the_files() {
    use picket::app::said;
    use picket::app::session::Measure;
    use picket::engine::plan::Options;
    use picket::engine::suppose::Supposition;
    use picket::speech::Speech;
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = session_on_cupe(folder.path());
    let files = || {
        ["strike.toml", "members.csv"]
            .map(|file| std::fs::read_to_string(folder.path().join(file)).expect("it is there"))
    };
    let before = files();
    let full = Supposition::Full { from: picket::model::Instant(session.now().0 + 4 * 86_400) };
    let told = ["Everybody out:", "A reach of at least 90 km for everyone:"];
    for (what, told) in [full, Supposition::Reach { km: 90.0 }].into_iter().zip(told) {
        let options = Options { from: Some(session.now()), ..Options::default() };
        let supposed = session.what_if(None, std::slice::from_ref(&what), &options).expect("it is planned");
        let done = session.make_so(&what.clone().into(), &options).expect("it can be done");
        let numbers = |measure: &Measure| (measure.totals, measure.hours);
        assert_eq!(numbers(&session.measure()), numbers(&supposed.then), "{what:?}");
        assert_eq!(picket::engine::breach::broken(&session.ground, &session.roster).count(), 0);
        let said = said::summary(Speech::new(Language::En), &done.entry.expect("an entry"));
        assert!(said.starts_with(told) && said.contains("strike.toml"), "{said}");
        assert_ne!(files(), before);
        session.undo().expect("one way back");
        assert_eq!(files(), before);
    }
}

#[test]
fn what_nobody_needs_after_the_strike_is_looked_at_and_taken_out_for_good() {
    let mut stage = Stage::filled(Language::En);
    stage.press("6*A pickup drove through<enter>2nXburst pipe<enter>");
    let folder = stage.desk.session.folder.clone();
    let list = || std::fs::read_to_string(folder.join("members.csv")).expect("the list");
    let (before, seq) = (list(), stage.desk.session.seq());
    // While the strike is on: not by the first key, nor by the second.
    stage.press("Zy");
    assert_eq!((list(), stage.desk.session.seq()), (before.clone(), seq), "{}", said(&stage));
    assert!(said(&stage).contains("not over"), "{}", said(&stage));
    let mut after = stage.at("2027-03-01T09:00");
    after.press("Z");
    let row = |stage: &Stage, words: &str| {
        let page = stage.desk.page().expect("what goes");
        (0..page.len()).find(|at| page.row(&stage.desk, *at).text.contains(words))
    };
    let go_to = |stage: &mut Stage, words: &str| {
        let at = row(stage, words).expect("such a row");
        stage.press(&format!("#{}<enter>", at + 1));
    };
    assert_eq!(list(), before, "only shown");
    // The names of what is below them are passed over, there and back.
    let inks = |stage: &Stage| stage.desk.page().map(|page| page.row(&stage.desk, stage.desk.cursor().1).ink);
    for keys in ["<home>", "<down>", "<down>", "<end>", "<up>", "<up>", "#1<enter>"] {
        after.press(keys);
        assert_ne!(inks(&after), Some(Ink::Heading), "{keys}");
    }
    go_to(&mut after, "Incidents go too");
    after.press("<enter>");
    assert!(row(&after, "Incidents stay").is_some());
    after.press("y");
    assert!(said(&after).contains("shred them yourself"), "{}", said(&after));
    assert!(!list().contains("519-555"));
    let incidents = after.desk.session.incidents(None, None).expect("readable");
    assert!(incidents[0].incident.facts.contains("pickup"), "they stay as they were told");
    assert_eq!(
        after.desk.session.closures.first().map(|fact| format!("{:?}", fact.what).contains("burst pipe")),
        Some(false)
    );
    after.press("u");
    assert!(!list().contains("519-555"), "there is no way back");
}

#[test]
fn a_copy_for_strangers_is_written_into_a_new_folder_only() {
    let mut stage = Stage::filled(Language::En);
    let out = stage.desk.session.folder.join("copy");
    stage.press("_<c-u>");
    stage.desk.handle(Message::Paste(out.display().to_string()));
    stage.press("<enter>");
    assert!(said(&stage).contains("The copy has the same problems and the same counts"), "{}", said(&stage));
    let members = std::fs::read_to_string(out.join("members.csv")).expect("it is there");
    assert!(!members.contains("Tremblay") && !members.contains("519-555-0100"));
    stage.press("_<c-u>");
    stage.desk.handle(Message::Paste(out.display().to_string()));
    stage.press("<enter>");
    assert!(said(&stage).contains("holds something already") && stage.desk.prompt.is_some(), "{}", said(&stage));
}

#[test]
fn a_plan_from_scratch_is_asked_for_with_two_keys_and_its_seed_only_where_it_is_told() {
    use std::time::Duration;
    let mut stage = Stage::filled(Language::En);
    do_in(&mut stage, 2, "Q<enter>");
    let how = stage.desk.take_job().expect("a plan").how;
    assert!(how.from_scratch && how.seed == 1 && how.limit.is_none());
    stage.press("Q");
    assert!(said(&stage).contains("called off"), "{}", said(&stage));
    stage.press("Q7<tab>2,5<down><enter>");
    let how = stage.desk.take_job().expect("a plan").how;
    assert_eq!((how.from_scratch, how.seed, how.limit), (false, 7, Some(Duration::from_millis(2500))));
    stage.press("QQseven<enter>");
    assert!(said(&stage).contains("whole number") && stage.desk.prompt.is_some(), "{}", said(&stage));
    stage.press("<c-u><tab>soon<enter>");
    assert!(said(&stage).contains("seconds") && stage.desk.prompt.is_some(), "{}", said(&stage));
}

#[test]
fn every_sheet_in_every_form_is_found_by_typing() {
    use picket::app::view::FORMS;
    use picket::export::{Format, What};
    for (word, what) in What::WORDS {
        let forms = FORMS.iter().find(|(name, _)| *name == word).map(|(_, forms)| forms.to_vec());
        let others: Vec<&str> = what.formats().iter().skip(1).map(|format: &Format| format.word()).collect();
        assert_eq!(forms, Some(others), "{word}");
    }
    let mut stage = Stage::filled(Language::En);
    stage.press("ehours xlsx");
    let chosen = stage.desk.prompt.as_ref().and_then(|prompt| prompt.chosen().cloned()).expect("it is found");
    assert!(chosen.text.contains("(xlsx)"), "{chosen:?}");
}
