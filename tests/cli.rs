//! The commands, as a person or a program at the shell meets them.
#![allow(clippy::unwrap_used, missing_docs)]

mod program;

use program::{Program, Said};
use serde_json::Value;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const PICKET: Program = Program { now: "2026-12-01T09:00:00-05:00" };

fn run(args: &[&str]) -> Said {
    PICKET.run(args)
}

/// Runs and expects a status; gives standard output.
fn expect(status: i32, args: &[&str]) -> String {
    PICKET.expect(status, args).out
}

fn json(status: i32, args: &[&str]) -> Value {
    PICKET.json(status, args)
}

/// A fictional strike with gaps.
fn strike() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("strike").to_str().unwrap().to_owned();
    expect(0, &["generate", &dir, "--members", "60", "--sites", "3", "--days", "7", "--seed", "5"]);
    (folder, dir)
}

/// Someone who stands on a shift, from the exported roster.
fn someone(dir: &str) -> (String, String) {
    let roster = json(0, &["export", dir, "roster", "--format", "json"]);
    let shift =
        roster["shifts"].as_array().unwrap().iter().find(|s| !s["assigned"].as_array().unwrap().is_empty()).unwrap();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    (word(&shift["id"]), word(&shift["assigned"][0]["member"]))
}

#[test]
fn every_sheet_is_made_and_its_code_recognised() {
    let (folder, dir) = strike();
    expect(0, &["plan", &dir]);
    let (shift, member) = someone(&dir);
    let day = shift.split('/').nth(2).unwrap();
    for what in [
        "roster",
        "signin",
        "captain",
        "calls",
        "changes",
        "hours",
        "essential",
        "coverage",
        "report",
        "board",
        "calendar",
        "tree",
        "short",
    ] {
        assert!(expect(0, &["export", &dir, what]).contains("Page 1 of "), "{what}");
        let document = json(0, &["export", &dir, what]);
        assert!(document["strike"].is_string(), "{what}: {document}");
        assert!(expect(0, &["export", &dir, what, "--format", "html", "--lang", "fr"]).starts_with("<!DOCTYPE html>"));
    }
    assert!(expect(0, &["export", &dir, "member", &member]).contains(&member));
    assert!(expect(0, &["export", &dir, "member", &member, "--format", "ics"]).contains("BEGIN:VEVENT"));
    expect(2, &["export", &dir, "member", "nobody at all"]);
    expect(2, &["export", &dir, "member"]);
    expect(2, &["export", &dir, "roster", "--format", "xlsx"]);
    let book = folder.path().join("roster.xlsx");
    expect(0, &["export", &dir, "roster", "--format", "xlsx", "--out", book.to_str().unwrap()]);
    assert!(std::fs::read(book).unwrap().starts_with(b"PK"));

    let out = folder.path().join("sheets");
    expect(2, &["export", &dir, "all", "--day", day]);
    let filled = json(0, &["export", &dir, "all", "--day", day, "--out", out.to_str().unwrap()]);
    assert_eq!((&filled["day"], &filled["kept"]), (&day.into(), &0.into()));
    let again = json(0, &["export", &dir, "all", "--day", day, "--out", out.to_str().unwrap(), "--changed"]);
    assert_eq!((&again["written"], &again["kept"]), (&0.into(), &filled["written"]));

    let site = shift.split('/').next().unwrap();
    let sheet = expect(0, &["export", &dir, "roster", "--site", site, "--day", day]);
    let code = sheet.split("Code ").nth(1).unwrap()[..9].to_lowercase();
    let now = json(0, &["verify-sheet", &dir, &code]);
    assert_eq!((&now["known"], &now["current"]), (&true.into(), &true.into()));
    // Whoever stands on the first line shown there goes.
    let first = json(0, &["export", &dir, "roster", "--site", site, "--day", day]);
    let gone = first["shifts"].as_array().unwrap().iter().find(|shift| !shift["assigned"][0].is_null()).unwrap();
    let on_line = |shift: &Value| shift["id"].as_str().unwrap().split('/').nth(1).unwrap().to_owned();
    let codes: Vec<&str> = sheet.split("Code ").skip(1).map(|rest| &rest[..9]).collect();
    expect(0, &["unassign", &dir, gone["id"].as_str().unwrap(), gone["assigned"][0]["member"].as_str().unwrap()]);
    let outdated: Vec<Value> = codes
        .iter()
        .map(|code| json_any(&["verify-sheet", &dir, code]))
        .filter(|found| found["current"] == false)
        .collect();
    assert!(!outdated.is_empty(), "the sheet of {} is out of date", on_line(gone));
    for found in outdated {
        assert_eq!((&found["known"], &found["sheet_version"], &found["version"]), (&true.into(), &1.into(), &2.into()));
    }
    assert_eq!(json(1, &["verify-sheet", &dir, "0000-0000"])["known"], false);
    expect(2, &["verify-sheet", &dir, "nonsense!"]);
}

/// As [`json`], whatever the status.
fn json_any(args: &[&str]) -> Value {
    PICKET.document(args).1
}

#[test]
fn the_whole_way_from_a_folder_to_a_roster() {
    let (_folder, dir) = strike();
    let checked = json(0, &["check", &dir]);
    assert!(checked["problems"].as_array().unwrap().iter().all(|p| p["severity"] != "error"), "{checked}");

    let dry = json(0, &["plan", &dir, "--dry-run"]);
    assert_eq!(dry["version"], 0);
    assert!(!Path::new(&dir).join("roster.db").exists(), "a dry run stores nothing");
    let plan = json(0, &["plan", &dir]);
    assert_eq!((&plan["version"], &plan["seed"], &plan["changes"]), (&1.into(), &1.into(), &dry["changes"]));
    for level in ["captain", "skill", "minimum", "target", "hours"] {
        let number = |name: &str| plan["levels"][level][name].as_f64().unwrap();
        assert!(number("filled") <= number("bound") && number("filled") <= number("of"), "{level}: {plan}");
    }
    let again = json(0, &["plan", &dir]);
    assert_eq!((&again["version"], &again["changes"]), (&1.into(), &0.into()), "a second plan changes nothing");

    let roster = json(0, &["export", &dir, "roster"]);
    assert_eq!(roster["version"], 1);
    assert_eq!(roster["generated"], "2026-12-01T09:00:00-05:00");
    assert_eq!(roster["totals"]["assignments"], plan["assignments"]);
    assert_eq!(roster["totals"]["gaps"], plan["gaps"]);
    let status = i32::from(plan["gaps"].as_u64().unwrap() > 0);
    let gaps = json(status, &["gaps", &dir]);
    assert_eq!(gaps["gaps"].as_array().unwrap().len() as u64, plan["gaps"].as_u64().unwrap());
    for gap in gaps["gaps"].as_array().unwrap() {
        let lost: u64 = gap["reason"]["lost"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
        assert_eq!(lost + gap["reason"]["eligible"].as_u64().unwrap(), 60);
        let why = json(0, &["why", &dir, gap["shift"].as_str().unwrap()]);
        assert_eq!((&why["status"], &why["reason"]), (&gap["status"], &gap["reason"]));
    }
}

#[test]
fn by_hand_there_and_back() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let (shift, member) = someone(&dir);
    let before = json(0, &["export", &dir, "roster"]);
    let off = json(0, &["unassign", &dir, &shift, &member]);
    assert_eq!((&off["version"], &off["changes"][0]["member"]), (&2.into(), &member.as_str().into()));
    assert!(off["changes"][0]["after"].is_null());
    expect(1, &["unassign", &dir, &shift, &member]);
    let on = json(0, &["assign", &dir, &shift, &member, "--pin", "--reason", "knows the gate"]);
    assert_eq!(on["changes"][0]["after"]["origin"], "hand");
    assert_eq!(on["changes"][0]["after"]["pinned"], true);
    expect(0, &["assign", &dir, &shift, &member]);
    assert_eq!(json(0, &["history", &dir])["entries"].as_array().unwrap().len(), 3, "already there: nothing recorded");
    json(0, &["undo", &dir]);
    json(0, &["undo", &dir]);
    let back = json(0, &["export", &dir, "roster"]);
    assert_eq!((&back["shifts"], &back["version"]), (&before["shifts"], &5.into()));
    json(0, &["redo", &dir]);
    json(0, &["redo", &dir]);
    expect(1, &["redo", &dir]);
    let history = json(0, &["--as", "Bea", "history", &dir]);
    let entries = history["entries"].as_array().unwrap();
    let of = |name: &str| entries.iter().map(|entry| entry[name].clone()).collect::<Vec<_>>();
    assert_eq!(of("action"), ["plan", "unassign", "assign", "undo", "undo", "redo", "redo"]);
    assert_eq!(of("version"), [1, 2, 3, 4, 5, 6, 7]);
    assert!(of("actor").iter().all(|actor| actor == "anne") && of("undone").iter().all(|undone| undone == false));
    assert!(entries[2]["summary"].as_str().unwrap().contains("knows the gate"), "{entries:?}");
    assert_eq!(entries[0]["at"], "2026-12-01T09:00:00-05:00");
}

#[test]
fn a_part_of_the_name_tells_who_is_meant() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let (shift, member) = someone(&dir);
    let list = std::fs::read_to_string(Path::new(&dir).join("members.csv")).unwrap();
    let row = list.lines().find(|row| row.starts_with(&member)).unwrap();
    let name = row.split('"').nth(1).unwrap();
    assert_eq!(json(0, &["why", &dir, &shift, name])["member"], *member);
    assert_eq!(json(0, &["unassign", &dir, &shift, &name.to_uppercase()])["action"], "unassign");
}

#[test]
fn rules_refuse_and_reasons_set_some_aside() {
    let (_folder, dir) = strike();
    let members = std::fs::read_to_string(Path::new(&dir).join("members.csv")).unwrap();
    let ids: Vec<&str> = members.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    json(0, &["plan", &dir, "--dry-run"]);
    let roster = json(0, &["export", &dir, "roster"]);
    let shift = roster["shifts"][0]["id"].as_str().unwrap();
    let (mut refused, mut aside) = (0, 0);
    for id in ids.iter().take(25) {
        let why = json(0, &["why", &dir, shift, id]);
        let status = i32::from(why["allowed"] == false);
        if status == 0 {
            continue;
        }
        let answer = json(1, &["assign", &dir, shift, id]);
        assert_eq!(answer["refusals"], why["refusals"]);
        refused += 1;
        let all = why["refusals"].as_array().unwrap().iter().all(|each| each["can_be_set_aside"] == true);
        let answer = json(i32::from(!all), &["assign", &dir, shift, id, "--reason", "agreed on the phone"]);
        if all {
            aside += 1;
            let codes: Vec<&Value> = why["refusals"].as_array().unwrap().iter().map(|each| &each["code"]).collect();
            let kept = answer["changes"][0]["after"]["overrides"].as_array().unwrap();
            assert_eq!(kept.iter().collect::<Vec<_>>(), codes);
            assert!(expect(0, &["history", &dir]).contains("agreed on the phone"));
        }
    }
    assert!(refused > 0 && aside > 0, "{refused} {aside}: the strike in this test shows both");
    // What was set aside by hand is no breach, and survives the planner.
    let problems = json(0, &["check", &dir]);
    assert!(!problems.to_string().contains("assignment_breaks_rule"), "{problems}");
    let kept = |roster: Value| {
        roster["shifts"][0]["assigned"].as_array().unwrap().iter().filter(|a| a["origin"] == "hand").count()
    };
    let before = kept(json(0, &["export", &dir, "roster"]));
    json(0, &["plan", &dir]);
    assert_eq!(kept(json(0, &["export", &dir, "roster"])), before);
}

#[test]
fn what_cannot_be_meant_is_told() {
    let (_folder, dir) = strike();
    let (shift, member) = {
        json(0, &["plan", &dir]);
        someone(&dir)
    };
    let site = shift.split('/').next().unwrap();
    for args in [
        &["assign", &dir, "nonsense", &member][..],
        &["assign", &dir, &shift, "nobody"],
        &["assign", &dir, &shift, &member, "--duty", "cook"],
        &["why", &dir, &shift, "nobody"],
        &["gaps", &dir, "--site", "nowhere"],
        &["gaps", &dir, "--day", "tomorrow"],
        &["plan", &dir, "--from", "later"],
        &["plan", &dir, "--time-limit", "-1"],
        &["plan", &dir, "--now", "later"],
        &["export", &dir, "nothing"],
        &["export", &dir, "roster", "--format", "nothing"],
        &["export", &dir, "map", "--format", "text"],
        &["export", &dir, "roster", "--format", "xlsx"],
        &["export", &dir, "all"],
        &["export", &dir, "all", "--out", &format!("{dir}/strike.toml")],
        &["export", &dir, "roster", "--out", &format!("{dir}/strike.toml")],
        &["export", &dir, "roster", "--out", &dir],
        &["export", &dir, "roster", "--week", "2026-12-07"],
        &["export", &dir, "board", "--since", "1"],
        &["export", &dir, "short", "--member", &member],
        &["export", &dir, "hours", "--site", "x"],
        &["export", &dir, "calendar", "--day", "2026-12-08"],
        &["why", &dir, &shift, "a"],
        &["export", &dir, "member"],
        &["export", &dir, "roster", &member],
        &["assign", &dir],
        &["nonsense", "words"],
        &["--nonsense"],
        &["chekc"],
        &["check", "/nonexistent/folder/of/a/strike", "--lang", "de"],
        &["gaps", "/nonexistent/folder/of/a/strike"],
        &["absent", &dir, &member, "not mon"],
        &["callin", &dir, &member, "2026-12-08", "--requirement", "nothing"],
        &["generate", &dir, "--members", "5", "--sites", "1"],
        &["generate", &format!("{dir}/new"), "--members", "99999999999", "--sites", "1"],
        &["generate", &format!("{dir}/new"), "--members", "5", "--sites", "99999999999"],
        &["generate", &format!("{dir}/members.csv"), "--members", "5", "--sites", "1"],
        &["hours", &dir, "--week", "+262142-12-31"],
        &["signoff", &dir, "2026-12-7"],
        &["close", &dir, site, "--until", "+262142-12-31T00:00"],
        &["history", &dir, "--as-of", "18446744073709551615"],
        &["history", &dir, "--at", "2026-12-08T06:00"],
        &["history", &dir, "--as-of", "1", "--last", "2"],
        &["absent", &dir, &member, ""],
        &["callin", &dir, &member, " "],
        &["what-if", &dir, "--close", "legislature"],
        &["backup", &dir, &format!("{dir}/members.csv")],
        &["export", &dir, "changes", "--since", "1"],
    ] {
        let said = PICKET.expect(2, args);
        assert!(said.out.is_empty() && !said.err.is_empty(), "{args:?}");
    }
    for (args, meant) in [
        (&["gaps", &dir, "--site", &format!("{site}x")][..], site),
        (&["assign", &dir, &shift, &member, "--duty", "captian"], "captain"),
        (&["what-if", &dir, "--close", "schol"], "school"),
        (&["chekc"], "check"),
        (&["asign", &dir, &shift, &member, "--pin"], "assign"),
    ] {
        let told = PICKET.expect(2, args).err;
        assert!(told.contains(&format!("did you mean `{meant}`?")), "{args:?} {told}");
    }
    // Told in the language asked for, the parser's complaints and the system's too.
    for (args, said) in [
        (&["gaps", &dir, "--sit", "x"][..], "vouliez-vous dire «\u{a0}--site\u{a0}»?"),
        (&["gaps", &dir, "--bogus"], "il n’y a pas d’option «\u{a0}--bogus\u{a0}»"),
        (&["gaps", &dir, "--site"], "demande une valeur"),
        (&["plan", &dir, "--seed", "x"], "n’est pas un nombre"),
        (&["check", &dir, "x"], "est un mot de trop"),
        (&["generate", &dir], "il manque\u{a0}: --members <N>, --sites <N>"),
        (&["repair", &dir, "--all", "--target"], "ne vont pas ensemble"),
        (&["gaps", "--site", "a", "--site", "b"], "est donné deux fois"),
        (&["completions", "fishy"], "bash, elvish, fish"),
        (&["x", "exprot"], "vouliez-vous dire «\u{a0}export\u{a0}»?"),
        (&["sheet", &dir, &shift, "/no/such/sheet"], "il n’y a pas de tel fichier"),
        (&["backup", &dir, &format!("{dir}/members.csv")], "existe déjà"),
        (&["what-if", &dir, "--close", "legislature"], "aucun lieu de cette grève"),
        (&["export", &dir, "changes", "--since", "1"], "rien n’a encore été publié"),
    ] {
        let told = PICKET.expect(2, &[args, &["--lang", "fr"]].concat()).err;
        assert!(told.contains(said), "{args:?} {told}");
        assert!(!["error:", "Usage:", "os error"].iter().any(|raw| told.contains(raw)), "{args:?} {told}");
    }
    assert!(expect(0, &["help", "gaps", "--lang", "fr"]).contains("Options\u{a0}:"));
    assert!(expect(0, &["--help", "--lang", "fr"]).contains("help          Afficher cette aide"));
    let told = json(2, &["gaps", &dir, "--bogus"]);
    assert_eq!(told["error"]["message"], "there is no option `--bogus` here");
    let told = json(2, &["frobnicate", &dir]);
    assert_eq!(told["error"]["message"], "there is no command `frobnicate`");
    let told = json(2, &["gaps", &dir, &dir]);
    assert_eq!(told["error"]["message"], format!("`{dir}` is one word too many"));
    let out_of_plan = expect(0, &["gaps", &dir, "--day", "2027-12-08"]);
    assert!(out_of_plan.contains("is not one of the plan’s days"), "{out_of_plan}");
    for week in ["2036-12-08", "2016-12-05"] {
        expect(1, &["signoff", &dir, week]);
    }
    expect(1, &["assign", &dir, &shift.replace("2026-12", "2031-12"), &member]);
    let slip = expect(0, &["absent", &dir, &member, "2062-12-09"]);
    assert!(slip.contains("no day of the plan"), "a slip in the year is told: {slip}");
    expect(1, &["check", "/nonexistent/folder/of/a/strike"]);
    let document = json(1, &["check", "/nonexistent/folder/of/a/strike"]);
    assert_eq!(document["problems"][0]["severity"], "error");
}

#[test]
fn an_option_that_a_sheet_does_not_heed_is_refused_for_every_sheet() {
    let (_folder, dir) = strike();
    for (what, _) in picket::export::What::WORDS {
        let words = [&["export", &dir, what][..], if what == "member" { &["101-0001"] } else { &[] }].concat();
        let told = PICKET.expect(2, &[&words[..], &["--changed"]].concat()).err;
        assert!(told.contains("--changed"), "{what}: {told}");
    }
}

#[test]
fn who_comes_after_all_stands_again_where_there_is_room() {
    let (_folder, dir) = strike();
    expect(0, &["plan", &dir]);
    let (_, member) = someone(&dir);
    let stands = || -> Vec<String> {
        let roster = json(0, &["export", &dir, "roster", "--format", "json"]);
        let shifts = roster["shifts"].as_array().unwrap().iter();
        let on = shifts.filter(|s| s["assigned"].as_array().unwrap().iter().any(|each| each["member"] == *member));
        on.map(|shift| shift["id"].as_str().unwrap().to_owned()).collect()
    };
    let before = stands();
    let days: Vec<&str> = before.iter().map(|id| id.split('/').nth(2).unwrap()).collect();
    let (first, last) = (days[0], days[days.len() - 1]);
    assert!(days.len() > 2 && first < last, "{before:?}");
    assert!(expect(1, &["back", &dir, &member]).is_empty(), "nobody said anything");
    expect(0, &["absent", &dir, &member, &format!("{first}..{last}")]);
    assert!(stands().is_empty());
    // On one of the days after all: the others stay as they were told.
    let one = json(0, &["back", &dir, &member, last]);
    let given: Vec<&str> =
        one["changes"].as_array().unwrap().iter().map(|change| change["shift"].as_str().unwrap()).collect();
    assert_eq!(given, before.iter().filter(|id| id.contains(last)).collect::<Vec<_>>(), "{one}");
    assert_eq!(stands(), given);
    expect(1, &["assign", &dir, &before[0], &member]);
    // On the second day, from now on.
    let now = format!("{}T00:00:30-05:00", days[1]);
    let told = expect(0, &["back", &dir, &member, "--lang", "fr", "--now", &now]);
    assert!(told.contains("de nouveau disponible") && told.contains("rendu"), "{told}");
    let missed: Vec<&String> = before.iter().filter(|id| id.contains(first)).collect();
    let kept: Vec<String> = before.iter().filter(|id| !missed.contains(id)).cloned().collect();
    assert_eq!(stands(), kept, "what is over is over");
    expect(1, &["back", &dir, &member, "--now", &now]);
    // One way back, to the absence as it was told.
    expect(0, &["undo", &dir]);
    assert_eq!(stands(), given);
    expect(1, &["assign", &dir, &before[0], &member]);
    expect(0, &["undo", &dir]);
    expect(0, &["undo", &dir]);
    assert_eq!(stands(), before);
}

#[test]
fn the_folder_may_be_left_out() {
    let (_folder, dir) = strike();
    let here = |args: &[&str]| Said::from(PICKET.command(args).current_dir(&dir).output().unwrap());
    assert_eq!(here(&["plan", "--json"]).status, 0);
    let (shift, member) = someone(&dir);
    for args in [
        &["check"][..],
        &["unassign", &shift, &member],
        &["undo"],
        &["redo"],
        &["why", &shift],
        &["why", &shift, &member],
        &["why", ".", &shift],
        &["export", "roster"],
        &["history"],
        &["publish"],
        &["absent", &member, "2026-12-08"],
    ] {
        let said = here(args);
        assert!(said.status == 0 && !said.out.is_empty(), "{args:?}: {said:?}");
    }
}

#[test]
fn a_gap_is_repaired_as_one_action() {
    let (_folder, dir) = strike();
    expect(0, &["plan", &dir]);
    // A whole day without one who stood there: what moves alone can fill is offered, made, and taken back.
    let roster = || json(0, &["export", &dir, "roster", "--format", "json"])["shifts"].clone();
    let day = "2026-12-09";
    let before = roster();
    let on_day = |shift: &&Value| shift["id"].as_str().unwrap().contains(day) && shift["heads"].as_u64() > Some(0);
    let members: Vec<&str> = before
        .as_array()
        .unwrap()
        .iter()
        .filter(on_day)
        .map(|shift| shift["assigned"][0]["member"].as_str().unwrap())
        .collect();
    assert!(members.len() > 3);
    for member in &members {
        expect(0, &["absent", &dir, member, day]);
    }
    let lacking = |found: &Value| found["gaps"].as_array().unwrap().len();
    let open = json_any(&["gaps", &dir, "--day", day]);
    let shown = json_any(&["repair", &dir, "--day", day, "--dry-run"]);
    assert_eq!(shown["changes"].as_array().unwrap().len(), 0);
    let brings: u64 = shown["repairs"].as_array().unwrap().iter().map(|each| each["brings"].as_u64().unwrap()).sum();
    assert!(lacking(&open) > 0 && brings > 0, "{shown}");
    let made = json_any(&["repair", &dir, "--day", day]);
    assert_eq!(made["repairs"], shown["repairs"], "what was shown is what is made");
    assert!(!made["changes"].as_array().unwrap().is_empty());
    let left = json_any(&["gaps", &dir, "--day", day]);
    assert!(lacking(&left) < lacking(&open));
    let gone: Vec<u64> = left["gaps"].as_array().unwrap().iter().map(|gap| gap["fillable"].as_u64().unwrap()).collect();
    let heads = |gap: &&Value| matches!(gap["status"].as_str(), Some("open" | "short"));
    let short = left["gaps"].as_array().unwrap().iter().zip(&gone).filter(|(gap, _)| heads(gap));
    assert!(short.into_iter().all(|(_, fillable)| *fillable == 0), "what could be filled is filled: {left}");
    let again = json_any(&["repair", &dir, "--day", day]);
    assert_eq!(again["changes"].as_array().unwrap().len(), 0, "once is enough");
    assert_eq!(again["version"], made["version"]);
    expect(0, &["undo", &dir]);
    assert_eq!(json_any(&["gaps", &dir, "--day", day])["gaps"].as_array().unwrap().len(), lacking(&open));
    // Words: a shift alone, a folder alone, something else.
    let id = open["gaps"][0]["shift"].as_str().unwrap();
    let one = json_any(&["repair", &dir, id, "--dry-run"]);
    assert_eq!(one["repairs"][0]["shift"].as_str(), Some(id));
    assert!(
        expect(
            i32::from(one["repairs"][0]["brings"] != one["repairs"][0]["missing"]),
            &["repair", &dir, id, "--dry-run"]
        )
        .contains(id)
    );
    let why = json(0, &["why", &dir, id]);
    assert_eq!(why["repair"], one["repairs"][0], "why tells the same moves");
    expect(2, &["repair", &dir, "nowhere"]);
    expect(1, &["repair", &dir, &format!("{}/noon", id.rsplit_once('/').unwrap().0)]);
}

#[test]
fn what_if_tells_what_would_come_of_it_and_writes_nothing() {
    let (folder, dir) = strike();
    expect(0, &["plan", &dir]);
    let roster = json(0, &["export", &dir, "roster", "--format", "json"]);
    let site = roster["shifts"][0]["id"].as_str().unwrap().split('/').next().unwrap().to_owned();
    let read = |name: &str| std::fs::read(Path::new(&dir).join(name)).unwrap();
    let before = ["strike.toml", "sites.toml", "members.csv", "essential.toml"].map(read);
    // What is supposed, and the same done to a copy.
    let copy = folder.path().join("copy").to_str().unwrap().to_owned();
    let again = || {
        let _ = std::fs::remove_dir_all(&copy);
        std::fs::create_dir(&copy).unwrap();
        for entry in std::fs::read_dir(&dir).unwrap().map(Result::unwrap) {
            std::fs::copy(entry.path(), Path::new(&copy).join(entry.file_name())).unwrap();
        }
    };
    let agree = |supposed: &Value| {
        let done = json(0, &["plan", &copy, "--from", "now", "--dry-run"]);
        for level in ["captain", "skill", "minimum", "target"] {
            let (there, here) = (&done["levels"][level], &supposed["then"][level]);
            assert_eq!(there["of"], here["of"], "{level}: {supposed} {done}");
            let [there, here] = [there, here].map(|level| level["filled"].as_i64().unwrap());
            assert!(
                (there - here).abs() * 50 <= there,
                "{level}: {there} and {here} are both the best there is, or nearly"
            );
        }
        assert_eq!(supposed["now"]["shifts"], roster["totals"]["shifts"]);
        assert_eq!(supposed["now"]["assignments"], roster["totals"]["assignments"]);
        assert_eq!(supposed["now"]["gaps"], roster["totals"]["gaps"]);
    };
    let closed = json_any(&["what-if", &dir, "--close", &site]);
    let of_site = |shift: &&Value| shift["id"].as_str().unwrap().starts_with(&format!("{site}/"));
    let lost: u64 =
        roster["shifts"].as_array().unwrap().iter().filter(of_site).map(|shift| shift["heads"].as_u64().unwrap()).sum();
    assert_eq!(closed["lost"].as_u64(), Some(lost));
    assert!(lost > 0 && closed["told"].as_u64() > Some(0));
    again();
    expect(0, &["close", &copy, &site]);
    agree(&closed);
    let nothing = json_any(&["what-if", &dir, "--target", "0"]);
    assert_eq!(nothing["lost"], 0);
    let told = nothing["told"].as_u64();
    assert!(told <= Some(2), "nothing new moves nobody, or one or two for fairer hours or evener shifts: {nothing}");
    again();
    agree(&nothing);
    let more = json_any(&["what-if", &dir, "--minimum", "3"]);
    assert!(more["then"]["minimum"]["of"].as_i64() > more["now"]["minimum"]["of"].as_i64());
    let text = String::from_utf8(read("essential.toml")).unwrap();
    let file = folder.path().join("signed-later.toml");
    std::fs::write(&file, text.split_inclusive('\n').take_while(|line| !line.starts_with("[[")).collect::<String>())
        .unwrap();
    let file = file.to_str().unwrap();
    let free = json_any(&["what-if", &dir, "--essential", file]);
    again();
    std::fs::copy(file, Path::new(&copy).join("essential.toml")).unwrap();
    agree(&free);
    assert!(free["then"]["hours"].as_f64() > free["now"]["hours"].as_f64(), "nobody essential, more hours on the line");
    let after = ["strike.toml", "sites.toml", "members.csv", "essential.toml"].map(read);
    assert!(
        before == after && json(0, &["export", &dir, "roster", "--format", "json"])["version"] == roster["version"]
    );
    for wrong in [vec![], vec!["--close", "nowhere"], vec!["--essential", "/no/such/file"], vec!["--reach", "-1"]] {
        expect(2, &[vec!["what-if", &dir], wrong].concat());
    }
}

#[test]
fn a_line_that_is_held_answers_every_edit_with_an_action_of_its_own() {
    let (_folder, dir) = strike();
    expect(0, &["plan", &dir]);
    let best = json(0, &["repair", &dir, "--all", "--dry-run"]);
    assert_eq!(best["repairs"].as_array().unwrap().len(), 0, "a plan leaves nothing to be bettered: {best}");
    let (mut moved, mut version) = (0, best["version"].as_u64().unwrap());
    for turn in 0..6 {
        let roster = json(0, &["export", &dir, "roster", "--format", "json"]);
        let manned: Vec<&Value> =
            roster["shifts"].as_array().unwrap().iter().filter(|s| s["heads"].as_u64() > Some(0)).collect();
        let shift = manned[turn * 17 % manned.len()];
        let (id, member) = (shift["id"].as_str().unwrap(), shift["assigned"][0]["member"].as_str().unwrap());
        let day = id.split('/').nth(2).unwrap();
        let done = json(0, &["absent", &dir, member, day, "--hold"]);
        let changes = done["held"]["changes"].as_array().unwrap();
        moved += changes.len();
        assert!(changes.iter().all(|change| change["before"]["pinned"] != true), "{done}");
        assert_eq!(done["version"].as_u64(), Some(version + 1 + u64::from(!changes.is_empty())), "{done}");
        version = done["version"].as_u64().unwrap();
        let more = json(0, &["repair", &dir, "--all", "--dry-run"]);
        assert_eq!(more["repairs"].as_array().unwrap().len(), 0, "nothing is left to be bettered: {more}");
        if !changes.is_empty() {
            // The answer alone is taken back, and made again.
            let told = expect(0, &["undo", &dir]);
            assert!(told.contains("Held the line"), "{told}");
            let again = json_any(&["repair", &dir, "--all"]);
            assert!(!again["changes"].as_array().unwrap().is_empty(), "{again}");
            version = again["version"].as_u64().unwrap();
        }
    }
    assert!(moved > 0, "six absences, and nobody moved");
    let (shift, member) = someone(&dir);
    let off = json(0, &["unassign", &dir, &shift, &member, "--hold"]);
    let back = |change: &Value| change["shift"] == *shift && change["member"] == *member && !change["after"].is_null();
    assert!(!off["held"]["changes"].as_array().unwrap().iter().any(back), "who is taken off is not put back: {off}");
    let (shift, member) = someone(&dir);
    let plain = json(0, &["unassign", &dir, &shift, &member]);
    assert!(plain["held"].is_null(), "no answer where none is asked for");
    for (lang, words) in [("en", "Held the line"), ("fr", "La ligne tient")] {
        let (_, member) = someone(&dir);
        let told = expect(0, &["absent", &dir, &member, "mon-sun", "--hold", "--lang", lang]);
        assert!(told.contains(words) || told.contains("The line holds"), "{told}");
    }
}

#[test]
fn of_a_gap_that_is_over_nothing_is_offered() {
    let (_folder, dir) = strike();
    expect(0, &["plan", &dir]);
    let gaps = json_any(&["gaps", &dir]);
    let id = gaps["gaps"][0]["shift"].as_str().unwrap().to_owned();
    let before = expect(0, &["why", &dir, &id]);
    assert!(before.contains("if it were granted"), "{before}");
    for (lang, over) in [("en", "The shift is over"), ("fr", "Le quart est passé")] {
        let after = expect(0, &["why", &dir, &id, "--now", "2027-02-01T09:00", "--lang", lang]);
        assert!(after.contains(over) && !after.contains("granted") && !after.contains("accordait"), "{after}");
        assert!(!after.contains("no roster can do better") && after.contains(&id), "{after}");
    }
    let told = json(0, &["why", &dir, &id, "--now", "2027-02-01T09:00"]);
    assert_eq!(told["levers"].as_array().unwrap().len(), 0, "{told}");
    // Nobody is taken off a shift that has begun to fill another.
    let late = json_any(&["gaps", &dir, "--now", "2027-02-01T09:00"]);
    let rearranged = late["gaps"].as_array().unwrap().iter().any(|gap| {
        let number = |value: &Value| value.as_u64().unwrap();
        let heads = ["open", "short"].contains(&gap["status"].as_str().unwrap());
        heads && number(&gap["fillable"]) + number(&gap["heads"]) > number(&gap["reason"]["eligible"])
    });
    assert!(!rearranged, "{late}");
}

#[test]
fn a_court_s_cap_on_a_plan_that_stands_is_kept_by_one_repair() {
    let folder = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screen/strike")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let dir = folder.path().to_str().unwrap().to_owned();
    expect(0, &["plan", &dir]);
    let heads = |dir: &str| -> Vec<(String, u64)> {
        let roster = json(0, &["export", dir, "roster", "--format", "json"]);
        let shifts = roster["shifts"].as_array().unwrap().iter();
        let capped = shifts.filter(|s| s["id"].as_str().unwrap().starts_with("mto-simcoe/main/2026-12-09/"));
        capped.map(|s| (s["id"].as_str().unwrap().to_owned(), s["heads"].as_u64().unwrap())).collect()
    };
    let before = heads(&dir);
    assert!(before.iter().all(|(_, heads)| *heads == 2), "{before:?}");
    let (kept, _) = &before[0];
    let member = json(0, &["export", &dir, "roster", "--format", "json"])["shifts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["id"] == kept.as_str())
        .map(|s| s["assigned"][1]["member"].as_str().unwrap().to_owned())
        .unwrap();
    expect(0, &["assign", &dir, kept, &member, "--pin"]);
    // The order is made stricter, in the file, as a person does.
    let sites = folder.path().join("sites.toml");
    let text = std::fs::read_to_string(&sites).unwrap().replace("at_most = 3", "at_most = 1");
    std::fs::write(&sites, text).unwrap();
    let breaks = |dir: &str| json(0, &["check", dir]).to_string().matches("assignment_breaks_rule").count();
    assert!(breaks(&dir) > 0);
    let shown = json(0, &["repair", &dir, "--all", "--dry-run"]);
    let made = json(0, &["repair", &dir, "--all"]);
    assert_eq!(made["repairs"], shown["repairs"], "what was shown is what is made");
    assert!(made.to_string().contains(r#""rule":"maximum""#), "{made}");
    assert_eq!((breaks(&dir), heads(&dir)), (0, before.iter().map(|(id, _)| (id.clone(), 1)).collect()));
    let why = json(0, &["why", &dir, kept, &member]);
    assert_eq!(why["assigned"], "picket", "who is pinned stays: {why}");
    let more = json(0, &["repair", &dir, "--all", "--dry-run"]);
    assert_eq!(more["repairs"].as_array().unwrap().len(), 0, "nothing is left to be bettered: {more}");
    expect(0, &["undo", &dir]);
    assert!(breaks(&dir) > 0);
    let told = expect(0, &["repair", &dir, "--all", "--lang", "fr"]);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&told).contains("ne peut pas y rester") && words(&told).contains("(quart à son maximum)"), "{told}");
}

#[test]
fn branches_are_kept_looked_at_taken_and_dropped() {
    let (_folder, dir) = strike();
    expect(0, &["plan", &dir]);
    assert!(expect(0, &["what-if", &dir, "--list"]).contains("--name"));
    let roster = json(0, &["export", &dir, "roster", "--format", "json"]);
    let site = roster["shifts"][0]["id"].as_str().unwrap().split('/').next().unwrap().to_owned();
    let closed = json_any(&["what-if", &dir, "--close", &site, "--name", "lost-site"]);
    let more = json_any(&["what-if", &dir, "--minimum", "1", "--target", "1", "--name", "more"]);
    json_any(&["what-if", &dir, "--reach", "200", "--name", "far"]);
    let listed = json(0, &["what-if", &dir, "--list"]);
    let branches = listed["branches"].as_array().unwrap();
    let names: Vec<&str> = branches.iter().map(|each| each["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["lost-site", "more", "far"]);
    assert_eq!((&branches[0]["then"], &branches[1]["then"]), (&closed["then"], &more["then"]), "as when it was kept");
    assert_eq!(listed["now"], closed["now"]);
    let table = expect(0, &["what-if", &dir, "--list", "--lang", "fr"]);
    assert!(table.contains("lost-site") && table.contains("maintenant") && table.contains("fermés"), "{table}");
    // One name, one branch; what is no name, and what only a person can write into the files.
    json_any(&["what-if", &dir, "--minimum", "2", "--name", "far"]);
    json_any(&["what-if", &dir, "--reach", "200", "--name", "far"]);
    assert_eq!(json(0, &["what-if", &dir, "--list"])["branches"].as_array().unwrap().len(), 3);
    expect(2, &["what-if", &dir, "--minimum", "2", "--name", "two words"]);
    expect(2, &["what-if", &dir, "--list", "--minimum", "2"]);
    for taken in ["--keep", "--drop"] {
        let told = json(1, &["what-if", &dir, taken, "nothing"]);
        assert!(told["error"]["message"].as_str().unwrap().contains("no branch `nothing`"), "{told}");
    }
    let agreement = Path::new(&dir).join("essential.toml").display().to_string();
    json_any(&["what-if", &dir, "--essential", &agreement, "--name", "agreement"]);
    expect(0, &["what-if", &dir, "--drop", "agreement"]);
    // How far people are sent is written into the files, and goes back with the plan.
    let campaign = || std::fs::read_to_string(Path::new(&dir).join("strike.toml")).unwrap();
    let as_it_was = campaign();
    expect(0, &["what-if", &dir, "--keep", "far"]);
    assert!(campaign().contains("reach_km = 200"));
    expect(0, &["undo", &dir]);
    assert_eq!(campaign(), as_it_was);
    // Taken: the file says it, the roster is the plan's; and all of it goes back at once.
    let sites = || std::fs::read_to_string(Path::new(&dir).join("sites.toml")).unwrap();
    let before = sites();
    let numbers = |of: &Value| (of["then"]["minimum"].clone(), of["then"]["target"].clone());
    let taken = json(0, &["what-if", &dir, "--keep", "more"]);
    assert!(sites() != before, "{taken}");
    let now = json_any(&["what-if", &dir, "--list"]);
    assert_eq!((now["now"]["minimum"].clone(), now["now"]["target"].clone()), numbers(&more));
    assert_eq!(now["branches"].as_array().unwrap().len(), 2, "it is a branch no more");
    expect(0, &["undo", &dir]);
    assert_eq!(sites(), before);
    assert_eq!(json(0, &["what-if", &dir, "--list"])["branches"].as_array().unwrap().len(), 3);
    let taken = json(0, &["what-if", &dir, "--keep", "lost-site"]);
    assert!(!taken["changes"].as_array().unwrap().is_empty());
    let gone = json(0, &["export", &dir, "roster", "--format", "json"]);
    let of_site = |shift: &Value| shift["id"].as_str().unwrap().starts_with(&format!("{site}/"));
    assert!(!gone["shifts"].as_array().unwrap().iter().any(of_site), "its shifts are gone");
    expect(0, &["check", &dir]);
    expect(0, &["undo", &dir]);
    json(0, &["what-if", &dir, "--drop", "far"]);
    assert_eq!(json(0, &["what-if", &dir, "--list"])["branches"].as_array().unwrap().len(), 2);
    expect(0, &["check", &dir]);
}

#[test]
fn an_absence_frees_the_shifts_in_it_and_holds() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    json(0, &["publish", &dir, "--note", "posted at the hall"]);
    let (shift, member) = someone(&dir);
    let day = shift.split('/').nth(2).unwrap();
    let answer = json(0, &["absent", &dir, &member, day, "--code", "sick"]);
    assert!(answer["changes"].as_array().unwrap().iter().any(|change| change["shift"] == shift.as_str()), "{answer}");
    // What is noted already is not noted twice; with something else to say it is.
    let again = json(0, &["absent", &dir, &member, day, "--code", "sick"]);
    assert_eq!(
        (&again["version"], &again["summary"]),
        (&answer["version"], &"Noted already; nothing to change.".into())
    );
    let told = |lang: &str, says: &str| {
        let text = expect(0, &["why", &dir, &shift, &member, "--lang", lang]);
        assert!(text.contains(says), "{text}");
    };
    told("en", &format!("noted absent 7 Dec; `picket back {member}` takes it back"));
    told("fr", &format!("absence notée, 7 déc.; `picket back {member}` la retire"));
    let other = json(0, &["callin", &dir, &member, day]);
    assert_ne!(other["version"], answer["version"]);
    told("en", &format!("called in 7 Dec; `picket back {member}` takes it back"));
    assert_eq!(json(0, &["callin", &dir, &member, day])["version"], other["version"]);
    json(0, &["undo", &dir]);
    let refused = json(1, &["assign", &dir, &shift, &member]);
    assert_eq!(refused["refusals"][0]["code"], "availability");
    json(0, &["plan", &dir]);
    let roster = json(0, &["export", &dir, "roster"]);
    assert_eq!(roster["published"], 1);
    let that_day = roster["shifts"].as_array().unwrap().iter().filter(|s| s["id"].as_str().unwrap().contains(day));
    for shift in that_day {
        assert!(shift["assigned"].as_array().unwrap().iter().all(|a| a["member"] != member.as_str()), "{shift}");
    }
    for _ in ["the plan", "the absence"] {
        json(0, &["undo", &dir]);
    }
    let why = json(0, &["why", &dir, &shift, &member]);
    assert!(!why["assigned"].is_null(), "the absence is undone with its shifts");
}

#[test]
fn duty_on_no_day_of_the_plan_is_told_as_that() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let (shift, member) = someone(&dir);
    let day = shift.split('/').nth(2).unwrap();
    let said = |day: &str| json(0, &["alternate", &dir, &member, day, "4h"])["summary"].as_str().unwrap().to_owned();
    assert!(!said(day).contains("no day of the plan"));
    // The year is a slip.
    assert!(said(&day.replace("2026", "2027")).contains("no day of the plan"));
}

#[test]
fn a_document_is_harmless_on_a_terminal_and_tells_names_as_they_are() {
    let (_folder, dir) = strike();
    let name = "Strike \u{9b}31m\u{202e}\u{7f}";
    let file = Path::new(&dir).join("strike.toml");
    let made = std::fs::read_to_string(&file).unwrap();
    let written =
        made.replace("name = \"Fictional strike 60/3, seed 5\"", "name = \"Strike \\u009b31m\\u202e\\u007f\"");
    assert_ne!(made, written);
    std::fs::write(&file, written).unwrap();
    for words in [&["plan", &dir][..], &["gaps", &dir], &["check", &dir], &["export", &dir, "roster"], &["hours", &dir]]
    {
        let out = run(&[words, &["--json"]].concat()).out;
        assert!(!out.contains(['\u{9b}', '\u{202e}', '\u{7f}']), "{words:?}: {out:?}");
        assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["strike"], name, "{words:?}");
    }
}

#[test]
fn errors_in_the_files_stop_all_but_check() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let file = Path::new(&dir).join("strike.toml");
    let good = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, good.replace("[rules]", "[rulse]").replace("[strike]", "[strike]\nnonsense = 1")).unwrap();
    let document = json(1, &["check", &dir]);
    let problem = &document["problems"][0];
    for (name, value) in [("severity", "error"), ("code", "unknown_key"), ("file", "strike.toml")] {
        assert_eq!(problem[name], value, "{document}");
    }
    assert!(problem["line"].is_u64() && problem["column"].is_u64() && problem["message"].is_string());
    for args in [&["plan", &dir][..], &["gaps", &dir], &["history", &dir], &["undo", &dir], &["export", &dir, "roster"]]
    {
        let said = PICKET.expect(2, args);
        assert!(said.out.is_empty() && said.err.contains("strike.toml"), "{args:?}");
    }
    std::fs::write(&file, good).unwrap();
    let db = Path::new(&dir).join("roster.db");
    std::fs::write(&db, b"not a database").unwrap();
    let document = json(1, &["check", &dir]);
    assert_eq!(document["problems"][0]["file"], "roster.db", "{document}");
    expect(2, &["plan", &dir]);
    assert_eq!(std::fs::read(&db).unwrap(), b"not a database");
}

#[test]
fn a_changed_file_is_told_and_the_next_plan_mends_it() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let file = Path::new(&dir).join("strike.toml");
    let longer = std::fs::read_to_string(&file).unwrap();
    let shorter = longer.replace("days = 7\n", "days = 3\n");
    assert_ne!(longer, shorter);
    std::fs::write(&file, shorter).unwrap();
    let document = json(0, &["check", &dir]);
    assert!(document["problems"].to_string().contains("assignment_stranded"), "{document}");
    let plan = json(0, &["plan", &dir]);
    assert_eq!(plan["version"], 2);
    assert!(!json(0, &["check", &dir])["problems"].to_string().contains("assignment_stranded"));
}

#[test]
fn a_first_day_after_people_stood_is_told_once() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let file = Path::new(&dir).join("strike.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let later = text.replace("first_day = 2026-12-07", "first_day = 2026-12-09");
    assert_ne!(text, later);
    let count = || {
        let document = json(0, &["check", &dir]);
        let problems = document["problems"].as_array().unwrap().clone();
        problems.iter().filter(|problem| problem["code"] == "first_day_moved").count()
    };
    assert_eq!(count(), 0);
    std::fs::write(&file, later).unwrap();
    assert_eq!(count(), 1);
    // A plan that is shorter at its end has the same first day.
    std::fs::write(&file, text.replace("days = 7\n", "days = 3\n")).unwrap();
    assert_eq!(count(), 0);
}

/// What happens at a site happens by its clock, as on the screen and on the sheets.
#[test]
fn a_local_time_at_a_site_is_the_site_s() {
    let (_folder, dir) = strike();
    let path = Path::new(&dir).join("sites.toml");
    let sites = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, sites.replacen("[[site]]", "[[site]]\ntimezone = \"America/Winnipeg\"", 1)).unwrap();
    let site = sites.split("id = \"").nth(1).unwrap().split('"').next().unwrap();
    let closed = json(0, &["close", &dir, site, "--from", "2026-12-09T18:00", "--until", "2026-12-10T00:30"]);
    let summary = closed["summary"].as_str().unwrap();
    assert!(summary.contains("Wed 9 Dec 18:00") && summary.contains("Thu 10 Dec 00:30"), "{summary}");
    expect(0, &["incident", &dir, site, "a pickup drove through", "--at", "2026-12-08T18:00"]);
    assert_eq!(json(0, &["incidents", &dir])["incidents"][0]["at"], "2026-12-08T18:00:00-06:00");
}

/// Essential duty that goes on for days, or without end, is on a person's own sheet for the days it shows.
#[test]
fn duty_without_end_is_on_the_member_s_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().to_str().unwrap();
    let designation = |member: &str, hours: &str| {
        format!(
            "[[designation]]\nmember = \"{member}\"\nrequirement = \"r\"\nkind = \"full_time\"\nhours = [{hours}]\n"
        )
    };
    let agreement = format!(
        "[[requirement]]\nid = \"r\"\nsite = \"yard\"\nservice = \"Boilers\"\nrequired = 1\n{}{}{}{}",
        designation("1", "\"mon-sun 07:00-19:00\", \"mon-sun 19:00-07:00\""),
        designation("2", "\"2026-12-01..2026-12-08\""),
        designation("3", "\"mon-sun 22:00-06:00\""),
        designation("4", "\"2026-12-09..2026-12-20\""),
    );
    let template = "[[shift]]\nid = \"am\"\nstart = \"07:30\"\nend = \"11:30\"\n";
    for (name, text) in [
        ("strike.toml", format!("[strike]\nname = \"Y\"\nfirst_day = 2026-12-07\ndays = 3\n{template}")),
        ("sites.toml", "[[site]]\nid = \"yard\"\nname = \"Yard\"\n".to_owned()),
        ("members.csv", "id,name\n1,Ann\n2,Bo\n3,Cy\n4,Di\n".to_owned()),
        ("essential.toml", agreement),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let duties = |member: &str, more: &[&str]| {
        let sheet = expect(0, &[&["export", dir, "member", member][..], more].concat());
        expect(0, &[&["export", dir, "member", member, "--format", "html"][..], more].concat());
        let lines = sheet.lines().filter(|line| line.contains(" 00:00") || line.contains("22:00"));
        lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    let all = "Mon 7 Dec 00:00 – Thu 10 Dec 00:00";
    assert!(duties("1", &[])[0].contains(all), "{:?}", duties("1", &[]));
    assert!(duties("2", &[])[0].contains("Mon 7 Dec 00:00 – Wed 9 Dec 00:00"), "{:?}", duties("2", &[]));
    assert_eq!(duties("3", &[]).len(), 3, "a night belongs to the day on which it starts");
    assert!(duties("4", &[])[0].contains("Wed 9 Dec 00:00 – Thu 10 Dec 00:00"), "{:?}", duties("4", &[]));
    assert!(duties("4", &["--day", "2026-12-08"]).is_empty());
    assert!(duties("2", &["--day", "2026-12-08"])[0].contains("Tue 8 Dec 00:00 – Wed 9 Dec 00:00"));
}

#[test]
fn answers_in_french() {
    let (_folder, dir) = strike();
    assert!(expect(0, &["plan", &dir, "--lang", "fr"]).contains("affectations"));
    assert!(expect(0, &["--lang", "fr", "check", &dir]).contains("membres"));
    assert!(expect(0, &["history", &dir, "--lang", "fr"]).contains("Planifié"));
}

#[test]
fn a_french_strike_is_told_in_french_what_is_wrong_with_it() {
    let (_folder, dir) = strike();
    let path = Path::new(&dir).join("strike.toml");
    let french = std::fs::read_to_string(&path).unwrap().replace("language = \"en\"", "language = \"fr\"");
    std::fs::write(&path, &french).unwrap();
    json(0, &["plan", &dir]);
    // What keeps the record from being written is told so too.
    let db = rusqlite::Connection::open(Path::new(&dir).join("roster.db")).unwrap();
    db.execute_batch("PRAGMA user_version = 99").unwrap();
    let told = |args: &[&str]| run(args).err;
    assert!(told(&["undo", &dir]).contains("le registre vient d’un picket plus récent"), "{}", told(&["undo", &dir]));
    std::fs::write(&path, french.replace("first_day", "first_dya")).unwrap();
    assert!(expect(1, &["check", &dir]).contains("clé inconnue"));
    assert_eq!(json(1, &["check", &dir])["problems"][0]["help"], "vouliez-vous dire «\u{a0}first_day\u{a0}»?");
    assert!(told(&["gaps", &dir]).starts_with("erreur"), "{}", told(&["gaps", &dir]));
    assert!(told(&["gaps", &dir, "--lang", "en"]).starts_with("error"));
    // Where there is no strike, the language is that of the environment.
    for args in [&["gaps", "/nonexistent"][..], &["assign", &dir], &["sign", &dir, "a/b/2026-12-07/am", "x", "up"]] {
        let mut command = PICKET.command(args);
        let said = Said::from(command.env("LANG", "fr_CA.UTF-8").env_remove("LC_ALL").output().unwrap());
        assert!(said.err.starts_with("erreur"), "{args:?} {said:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let mut child =
        PICKET.command(&["export", &dir, "roster"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn help_manual_and_completions() {
    let help = expect(0, &["--help"]);
    assert!(help.contains("strike.toml") && help.contains("Exit status"));
    for command in
        ["check", "plan", "gaps", "why", "assign", "unassign", "export", "undo", "redo", "history", "generate"]
    {
        assert!(help.contains(&format!("  {command}")), "{command}");
        assert!(expect(0, &[command, "--help"]).contains("Usage"));
    }
    let man = expect(0, &["man"]);
    for word in [".TH", "essential_buffer_minutes", "restrictions"] {
        assert!(man.contains(word), "{word}");
    }
    assert!(expect(0, &["completions", "bash"]).contains("picket"));
    assert!(expect(0, &["--version"]).starts_with("picket "));
}

/// Kills the program at random instants while it writes. Whatever was confirmed is there, nothing is half done, and the
/// chain of the journal holds.
#[cfg(unix)]
#[test]
fn killed_at_any_instant_nothing_confirmed_is_lost() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let (shift, member) = someone(&dir);
    let mut confirmed = json(0, &["unassign", &dir, &shift, &member])["version"].as_u64().unwrap();
    for round in 0..40_u64 {
        let action = if round % 3 == 2 { "redo" } else { "undo" };
        let mut child =
            PICKET.command(&[action, &dir, "--json"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        // Spread over the whole life of the program, which is some tens of milliseconds.
        std::thread::sleep(Duration::from_micros((round * 7919) % 30_000));
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        if let Ok(told) = serde_json::from_str::<Value>(&said) {
            confirmed = confirmed.max(told["version"].as_u64().unwrap());
        }
        let checked = json(0, &["check", &dir]);
        assert!(checked["problems"].as_array().unwrap().iter().all(|p| p["file"] != "roster.db"), "{checked}");
        let history = json(0, &["history", &dir]);
        let version = history["entries"].as_array().unwrap().last().unwrap()["version"].as_u64().unwrap();
        assert!(version >= confirmed, "confirmed {confirmed}, found {version}");
        confirmed = version;
    }
}

/// A disk that takes no more: the action fails with its reason, and the record is as it was.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_changes_nothing() {
    let (_folder, dir) = strike();
    json(0, &["plan", &dir]);
    let before = json(0, &["export", &dir, "roster"]);
    let mut failed = 0;
    for blocks in [0, 8, 64] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let program = env!("CARGO_BIN_EXE_picket");
        let said = Said::from(Command::new("bash").args(["-c", &script, program, "undo", &dir]).output().unwrap());
        if said.status == 0 {
            json(0, &["redo", &dir]);
            continue;
        }
        assert!(said.status == 3 && !said.err.is_empty(), "{said:?}");
        failed += 1;
    }
    assert!(failed > 0, "the limit was felt");
    let after = json(0, &["export", &dir, "roster"]);
    assert_eq!(after["shifts"], before["shifts"]);
    json(0, &["check", &dir]);
}
