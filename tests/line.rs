//! The day on the line, by the commands: sign-in sheets, and what they earn.
#![allow(clippy::unwrap_used, missing_docs)]

mod program;

use program::Program;
use serde_json::Value;

const STRIKE: &str = r#"
[strike]
name = "Line test"
first_day = 2026-10-30
days = 14
[strike_pay]
rates = [ { from_week = 1, per_week = "450.00" }, { from_week = 3, per_week = "550.00" } ]
first_paid_day = 1
[rules]
shifts_per_day = 2
min_rest_hours = 0
hours_per_week = 60
[line]
minimum = 1
target = 2
maximum = 2
[[shift]]
id = "am"
start = "07:30"
end = "11:30"
[[shift]]
id = "night"
start = "22:00"
end = "02:00"
"#;
const SITES: &str = "[[site]]\nid = \"gate\"\nname = \"Gate\"\n[[site]]\nid = \"dock\"\nname = \"Dock\"\n";
const MEMBERS: &str = "id,name,home_site,skills\n1,\"Tremblay, Anne\",gate,captain\n2,\"Lévesque, Zoë\",gate,\n3,\"=Evil, Bob\",gate,\n4,\"Levesque, Marc\",dock,\n";

const PICKET: Program = Program { now: "2026-11-02T07:31:40-05:00" };

/// Runs and expects a status; gives what was asked for, or all that was said.
fn expect(status: i32, args: &[&str]) -> String {
    let said = PICKET.expect(status, args);
    if status == 0 { said.out } else { said.out + &said.err }
}

fn json(status: i32, args: &[&str]) -> Value {
    PICKET.json(status, args)
}

fn folder(strike: &str) -> (tempfile::TempDir, String) {
    program::folder(&[("strike.toml", strike), ("sites.toml", SITES), ("members.csv", MEMBERS)])
}

const AM: &str = "gate/main/2026-11-02/am";
const DOCK: &str = "dock/main/2026-11-05/am";

fn row(hours: &Value, week: usize, member: &str) -> Value {
    let rows = hours["weeks"][week]["members"].as_array().unwrap();
    rows.iter().find(|row| row["member"] == member).cloned().unwrap_or(Value::Null)
}

fn numbers(row: &Value) -> (i64, i64, i64, String) {
    let number = |name: &str| row[name].as_i64().unwrap();
    let pay = row["strike_pay"].as_str().unwrap().to_owned();
    (number("rostered_minutes"), number("attended_minutes"), number("credited_minutes"), pay)
}

#[test]
fn a_morning_on_the_line() {
    let (_folder, dir) = folder(STRIKE);
    json(0, &["assign", &dir, AM, "1"]);
    // Without a time it is the program's clock, to the minute.
    let came = json(0, &["sign", &dir, AM, "1", "in", "--by", "1"]);
    assert_eq!(came["attendance"][0]["came"], "2026-11-02T07:31:00-05:00");
    assert_eq!((&came["attendance"][0]["walk_in"], &came["attendance"][0]["by_in"]), (&false.into(), &"1".into()));
    assert_eq!(came["version"], 1, "who came is no change of the roster");
    assert!(expect(1, &["sign", &dir, AM, "1", "in", "07:40"]).contains("07:31"));
    assert!(expect(1, &["sign", &dir, AM, "2", "out", "11:30"]).contains("not signed in"));
    assert!(expect(1, &["sign", &dir, AM, "1", "out", "07:20"]).contains("before the sign-in"));
    let went = json(0, &["sign", &dir, AM, "1", "out", "11:32"]);
    assert_eq!(went["attendance"][0]["minutes"], 241);
    assert!(expect(1, &["sign", &dir, AM, "1", "out", "11:40"]).contains("11:32"));

    // Back in the afternoon: a second attendance. On two lines at once: never.
    expect(1, &["sign", &dir, "dock/main/2026-11-02/am", "1", "in", "08:00"]);
    json(0, &["sign", &dir, AM, "1", "in", "12:00"]);
    let back = json(0, &["sign", &dir, AM, "1", "out", "12:29"]);
    assert_eq!(back["attendance"].as_array().unwrap().len(), 2);

    // A walk-in, by a part of the name, accents and case aside; two fit `levesque`.
    // As people write it, the same as on a sheet and on the screen.
    let walked = expect(0, &["sign", &dir, AM, "zoe", "in", "7h25"]);
    assert!(walked.contains("walk-in") && walked.contains("Lévesque"), "{walked}");
    let many = expect(2, &["sign", &dir, AM, "levesque", "in"]);
    assert!(many.contains("Levesque, Marc (4)") && many.contains("Lévesque, Zoë (2)"), "{many}");
    assert!(expect(0, &["sign", &dir, AM, "3", "in", "07:30"]).contains("a walk-in"));
    assert!(expect(0, &["sign", &dir, AM, "4", "in", "07:30"]).contains("3 people here now, 2 allowed"));

    let hours = json(0, &["hours", &dir]);
    assert_eq!(hours["weeks"].as_array().unwrap().len(), 3);
    assert_eq!(hours["weeks"][1]["starts"], "2026-11-02");
    // 241 minutes are credited with 240, the 29 of the second attendance with none; the day holds 240 at most.
    assert_eq!(numbers(&row(&hours, 1, "1")), (240, 270, 240, "90.00".into()));
    assert_eq!(numbers(&row(&hours, 1, "2")), (0, 0, 0, "0.00".into()), "not signed out yet");
    assert_eq!(row(&hours, 1, "1")["full_minutes"], 1200);
    assert!(row(&hours, 0, "1").is_null());
    let one = json(0, &["hours", &dir, "--week", "2026-11-04", "--member", "1"]);
    assert_eq!(one["weeks"].as_array().unwrap().len(), 1);
    assert_eq!(one["weeks"][0]["members"], serde_json::json!([row(&hours, 1, "1")]));
    expect(2, &["hours", &dir, "--member", "9"]);
    expect(2, &["hours", &dir, "--week", "monday"]);
    expect(2, &["sign", &dir, AM, "1", "up"]);
    expect(2, &["sign", &dir, AM, "1", "in", "7 o'clock"]);
    expect(2, &["sign", &dir, "nonsense", "1", "in"]);
    expect(1, &["sign", &dir, "gate/main/2026-12-25/am", "1", "in"]);
}

#[test]
fn people_are_told_by_name_and_times_by_the_clock_everywhere() {
    let (_folder, dir) = folder(STRIKE);
    json(0, &["sign", &dir, AM, "zoe", "in", "7:25"]);
    json(0, &["sign", &dir, AM, "zoe", "out", "7h31"]);
    let hours = json(0, &["hours", &dir, "--week", "2026-11-04", "--member", "zoe"]);
    assert_eq!(row(&hours, 0, "2")["attended_minutes"], 6);
    assert!(expect(2, &["hours", &dir, "--member", "levesque"]).contains("Levesque, Marc (4)"));
    // What has happened was at the last such time; what is asked about is of today.
    for clock in ["5:50", "23:50"] {
        json(0, &["incident", &dir, "gate", "a van", "--at", clock]);
    }
    let noted = json(0, &["incidents", &dir]);
    let at: Vec<&Value> = noted["incidents"].as_array().unwrap().iter().map(|each| &each["at"]).collect();
    assert_eq!(at, ["2026-11-01T23:50:00-05:00", "2026-11-02T05:50:00-05:00"]);
    assert_eq!(json(0, &["line", &dir, "--at", "22h15"])["at"], "2026-11-02T22:15:00-05:00");
    assert!(expect(2, &["line", &dir, "--at", "noon"]).contains("06:00 (of today)"));
}

#[test]
fn a_no_show_and_back_again() {
    let (_folder, dir) = folder(STRIKE);
    assert!(expect(1, &["noshow", &dir, AM, "1"]).contains("not rostered"));
    json(0, &["assign", &dir, AM, "1"]);
    let missed = json(0, &["noshow", &dir, AM, "1"]);
    assert_eq!(missed["attendance"][0]["no_show"], true);
    assert!(expect(0, &["noshow", &dir, AM, "1"]).contains("already"));
    // He came after all: the note goes.
    json(0, &["sign", &dir, AM, "1", "in", "09:00"]);
    let went = json(0, &["sign", &dir, AM, "1", "out", "11:30"]);
    assert_eq!(went["attendance"].as_array().unwrap().len(), 1);
    assert!(expect(1, &["noshow", &dir, AM, "1"]).contains("09:00"));
    json(0, &["undo", &dir]);
    json(0, &["undo", &dir]);
    let hours = json(0, &["hours", &dir]);
    assert_eq!(numbers(&row(&hours, 1, "1")), (240, 0, 0, "0.00".into()));
    json(0, &["redo", &dir]);
    json(0, &["redo", &dir]);
    let hours = json(0, &["hours", &dir]);
    assert_eq!(numbers(&row(&hours, 1, "1")), (240, 150, 150, "56.25".into()));
    let entries = json(0, &["history", &dir]);
    let words = |name: &str| entries["entries"].as_array().unwrap().iter().map(|e| e[name].clone()).collect::<Vec<_>>();
    let done = ["assign", "noshow", "sign-in", "sign-out", "undo", "undo", "redo", "redo"];
    assert_eq!(words("action"), done);
    assert_eq!(words("version"), [1, 1, 1, 1, 2, 3, 4, 5]);
    assert_eq!(json(0, &["check", &dir])["problems"], serde_json::json!([]));
}

#[test]
fn a_sheet_too_long_for_any_is_refused_whole_and_one_with_a_mark_is_read() {
    let (folder, dir) = folder(STRIKE);
    let file = folder.path().join("sheet.txt");
    let path = file.display().to_string();
    // As some editors save it.
    std::fs::write(&file, "\u{feff}1 07:30 11:30\n").unwrap();
    assert!(expect(0, &["sheet", &dir, AM, &path]).contains("undo"));
    std::fs::write(&file, "2 07:30 11:30\n".repeat(100_000)).unwrap();
    assert!(expect(2, &["sheet", &dir, AM, &path]).contains("larger"));
    assert_eq!(row(&json(0, &["hours", &dir]), 0, "2"), Value::Null, "nothing of it was entered");
    std::fs::write(&file, "nonsense\n").unwrap();
    assert!(!expect(1, &["sheet", &dir, AM, &path]).contains("undo"), "nothing was entered that could be taken back");
}

#[test]
fn the_night_of_the_clock_change_has_five_hours_and_counts_to_its_first_day() {
    let (_folder, dir) = folder(&STRIKE.replace("first_paid_day = 1", "first_paid_day = 2\nhours_per_day = 6"));
    let night = "gate/main/2026-10-31/night";
    json(0, &["assign", &dir, night, "1"]);
    json(0, &["sign", &dir, night, "1", "in", "21:58"]);
    let went = json(0, &["sign", &dir, night, "1", "out", "02:01"]);
    assert_eq!(went["attendance"][0]["went"], "2026-11-01T02:01:00-05:00");
    // Who came in the second of the two hours from one to two left in it; of a reading alone, the first is meant.
    json(0, &["sign", &dir, night, "2", "in", "2026-11-01T01:20-04:00"]);
    assert_eq!(json(0, &["sign", &dir, night, "2", "out", "01:50"])["attendance"][0]["minutes"], 30);
    // It is said that there are two, and how the second is written.
    json(0, &["undo", &dir]);
    assert!(
        expect(0, &["sign", &dir, night, "2", "out", "1h50"])
            .contains("01:50 comes twice that night; this is the first")
    );
    json(0, &["undo", &dir]);
    assert!(expect(0, &["sign", &dir, night, "2", "out", "1:50/2"]).contains("this is the second"));
    let hours = json(0, &["hours", &dir, "--member", "2"]);
    assert_eq!(row(&hours, 0, "2")["attended_minutes"], 90);
    json(0, &["sign", &dir, night, "3", "in", "2026-11-01T01:20-05:00"]);
    assert_eq!(json(0, &["sign", &dir, night, "3", "out", "01:50"])["attendance"][0]["minutes"], 30);
    // A slip in the date is none of the night's times.
    json(0, &["sign", &dir, night, "4", "in", "22:00"]);
    assert!(expect(1, &["sign", &dir, night, "4", "out", "2026-11-11T02:00"]).contains("11 November 2026"));
    json(0, &["sign", &dir, night, "4", "out", "2026-11-01T09:00"]);
    // The program's clock stands at 2 November: whoever signs in by it to another day's shift is told so.
    let slip = expect(0, &["sign", &dir, "gate/main/2026-11-05/am", "4", "in"]);
    assert!(slip.contains("at 07:31; on Mon 2 Nov, which is no day of"), "{slip}");
    // The first day of the strike is not paid here, the second is.
    let first = "gate/main/2026-10-30/am";
    json(0, &["sign", &dir, first, "1", "in", "07:30"]);
    json(0, &["sign", &dir, first, "1", "out", "11:30"]);
    let hours = json(0, &["hours", &dir]);
    assert_eq!(hours["weeks"][0]["starts"], "2026-10-26");
    assert_eq!(numbers(&row(&hours, 0, "1")), (300, 303 + 240, 300, "112.50".into()));
}

#[test]
fn rates_and_bases() {
    for (basis, pays) in
        [("pro_rata", ["360.00", "440.00"]), ("daily", ["360.00", "440.00"]), ("weekly", ["0.00", "0.00"])]
    {
        let (_folder, dir) = folder(&STRIKE.replace("first_paid_day = 1", &format!("basis = \"{basis}\"")));
        for day in ["02", "03", "04", "05", "09", "10", "11", "12"] {
            let shift = format!("gate/main/2026-11-{day}/am");
            json(0, &["sign", &dir, &shift, "2", "in", "07:30"]);
            json(0, &["sign", &dir, &shift, "2", "out", "11:30"]);
        }
        let hours = json(0, &["hours", &dir]);
        let pay = |week| row(&hours, week, "2")["strike_pay"].clone();
        assert_eq!([pay(1), pay(2)], pays, "{basis}: week 3 of the strike has the higher rate");
    }
}

#[test]
fn the_ledger_on_paper_and_in_tables() {
    let (folder, dir) = folder(STRIKE);
    for member in ["2", "3"] {
        json(0, &["sign", &dir, AM, member, "in", "07:30"]);
    }
    json(0, &["sign", &dir, AM, "3", "out", "11:29"]);
    let text = expect(0, &["hours", &dir, "--week", "2026-11-02"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    for word in ["Page 1 of 1", "Strike week 2", "Lévesque, Zoë", "$78.75", "Roster version 0", "Not signed out: 1"] {
        assert!(text.contains(word), "{word}\n{text}");
    }
    let french = expect(0, &["export", &dir, "hours", "--lang", "fr", "--week", "2026-11-02"]);
    assert!(french.contains("78,75") && french.contains("Indemnité"), "{french}");
    assert!(french.lines().all(|line| line.chars().count() <= 80), "{french}");
    let table = expect(0, &["export", &dir, "hours", "--format", "csv"]);
    assert!(table.contains("2026-11-02,2,3,\"'=Evil, Bob\",,0,239,210,1200,450.00,78.75,0,0,0,0,,,0,,"), "{table}");
    assert_eq!(json(0, &["export", &dir, "hours"]), json(0, &["hours", &dir]));
    expect(2, &["export", &dir, "hours", "--format", "markdown"]);
    expect(2, &["export", &dir, "hours", "--site", "gate"]);
    // Someone who left the list is still owed.
    let members = MEMBERS.replace("3,\"=Evil, Bob\",gate,\n", "");
    std::fs::write(folder.path().join("members.csv"), members).unwrap();
    let owed = json(0, &["hours", &dir, "--member", "3"]);
    assert_eq!(row(&owed, 1, "3")["strike_pay"], "78.75");
}

#[test]
fn who_is_to_ring_about_what_changed() {
    let (folder, dir) = folder(STRIKE);
    let phones = MEMBERS.replace("skills\n", "skills,phone\n").replace(",captain\n", ",captain,519-555-0101\n");
    let phones = phones.replace("gate,\n", "gate,,519-555-0102\n").replace("dock,\n", "dock,,\n");
    std::fs::write(folder.path().join("members.csv"), phones).unwrap();
    let (night, dock) = ("gate/main/2026-11-07/night", "dock/main/2026-11-05/am");
    for (shift, member) in [(AM, "1"), (night, "2"), (dock, "4")] {
        json(0, &["assign", &dir, shift, member]);
    }
    assert!(expect(0, &["export", &dir, "calls"]).contains("Nothing has been published"));
    json(0, &["publish", &dir]);
    assert!(expect(0, &["export", &dir, "changes"]).contains("Nothing is different"));
    // One goes, one comes within the day, and a stand-down takes away a shift that someone was told of.
    json(0, &["unassign", &dir, night, "2"]);
    json(0, &["assign", &dir, "gate/main/2026-11-02/night", "3"]);
    let down = format!("{SITES}[[site.stand_down]]\nfrom = 2026-11-05T00:00:00\nuntil = 2026-11-06T00:00:00\n");
    std::fs::write(folder.path().join("sites.toml"), down).unwrap();
    let text = expect(0, &["export", &dir, "calls"]);
    for line in [
        "[ ] Lévesque, Zoë (2)",
        "519-555-0102",
        "- Sat 7 Nov 22:00 – Sun 8 Nov 02:00, Gate, Picket",
        "! + Mon 2 Nov 22:00 – Tue 3 Nov 02:00, Gate, Picket",
        "- Thu 5 Nov 07:30–11:30, Dock (cancelled), Picket",
        "3 people; taken off 2, put on 1",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("Tremblay") && text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let changes = expect(0, &["export", &dir, "changes"]);
    assert!(changes.contains("Lévesque") && !changes.contains("555"), "{changes}");
    let table = expect(0, &["export", &dir, "calls", "--format", "csv", "--site", "gate"]);
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(
        table.contains("\"'=Evil, Bob\"") && table.contains(",added,") && table.contains(",519-555-0102,"),
        "{table}"
    );
    assert!(!expect(0, &["export", &dir, "changes", "--format", "csv"]).contains("555"));
    expect(2, &["export", &dir, "calls", "--format", "json"]);
}

#[test]
fn whoever_was_told_another_hour_is_rung_until_the_hour_is_told_again() {
    let (folder, dir) = folder(STRIKE);
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    for (shift, member) in [(DOCK, "4"), (AM, "1"), ("gate/main/2026-11-07/night", "2")] {
        json(0, &["assign", &dir, shift, member]);
    }
    json(0, &["publish", &dir]);
    let sheet = |args: &[&str]| expect(0, &[&["export", &dir][..], args].concat());
    let wall = ["roster", "--site", "dock", "--day", "2026-11-05"];
    let own = ["member", "4"];
    let code = |text: &str| text.split("Code ").nth(1).unwrap()[..9].to_owned();
    let told = sheet(&own);
    let told_code = code(&told);
    assert_eq!(json(0, &["verify-sheet", &dir, &told_code])["current"], true);
    assert!(sheet(&wall).contains("As published in version 3"));

    // The morning starts an hour earlier, in the file alone.
    let early = STRIKE.replace("07:30", "06:30").replace("11:30", "10:30");
    write("strike.toml", &early);
    for (list, lang, lines) in [
        (
            "changes",
            "en",
            ["~ Thu 5 Nov 06:30–10:30, Dock, Picket (was 07:30–11:30)", "another post 0, other hours 2."],
        ),
        ("calls", "en", ["! ~ Mon 2 Nov 06:30–10:30, Gate, Captain (was 07:30–11:30)", "other hours 2."]),
        ("changes", "fr", ["Piquetage (auparavant 7 h 30–11 h 30)", "autres heures 2."]),
        ("calls", "fr", ["Piquetage (auparavant 7 h 30–11 h 30)", "autres heures 2."]),
    ] {
        let text = sheet(&[list, "--lang", lang]).replace('\u{202f}', " ");
        for line in lines {
            assert!(text.contains(line), "{list} {lang}: {line}\n{text}");
        }
        assert!(!text.contains("Zoë"), "the night is as it was\n{text}");
        let table = sheet(&[list, "--format", "csv", "--site", "dock", "--lang", lang]);
        let row = table.lines().nth(1).unwrap();
        assert!(row.contains(",time,dock/main/2026-11-05/am,2026-11-05,2026-11-05T06:30:00-05:00,"), "{row}");
        assert!(row.contains(",picket,picket,yes,no,2026-11-05T07:30:00-05:00,2026-11-05T11:30:00-05:00"), "{row}");
    }
    for (lang, state, news) in [
        ("en", "1 change since version 3", "! other hours since the roster was published: was 07:30–11:30"),
        ("fr", "1 changement depuis", "! autres heures depuis la publication de l’horaire : auparavant 7 h 30–11 h 30"),
    ] {
        let text = sheet(&[&own[..], &["--lang", lang]].concat()).replace(['\u{202f}', '\u{a0}'], " ");
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(state) && flat.contains(news), "{text}");
        let text = sheet(&[&wall[..], &["--lang", lang]].concat()).replace(['\u{202f}', '\u{a0}'], " ");
        assert!(text.contains(state), "{text}");
    }
    // The sheet in people's coats says what is so no longer.
    assert_eq!(json(1, &["verify-sheet", &dir, &told_code])["known"], false);
    // Who was taken off was to come at the hour told.
    json(0, &["unassign", &dir, DOCK, "4"]);
    let off = sheet(&own);
    assert!(off.contains("Thu 5 Nov 07:30–11:30") && off.contains("You are off"), "{off}");
    assert!(sheet(&["calls"]).contains("- Thu 5 Nov 06:30–10:30, Dock, Picket (was 07:30–11:30)"));
    json(0, &["undo", &dir]);

    // A copy for strangers, and a record that was purged, still know it.
    let copy = folder.path().join("copy");
    json(0, &["redact", &dir, copy.to_str().unwrap()]);
    let copied = expect(0, &["export", copy.to_str().unwrap(), "changes"]);
    assert!(copied.contains("other hours 2."), "{copied}");
    json(0, &["publish", &dir, "--note", "an hour earlier"]);
    json(0, &["purge", &dir, "--yes"]);
    for list in ["changes", "calls"] {
        assert!(sheet(&[list]).contains("Nothing is different"), "{}", sheet(&[list]));
    }
    assert!(!sheet(&own).contains("other hours") && sheet(&wall).contains("As published in version 5"));
    let entries = || json(0, &["history", &dir])["entries"].as_array().unwrap().len();
    let before = entries();
    json(0, &["publish", &dir]);
    assert_eq!(entries(), before, "nothing is told twice");
    write("strike.toml", STRIKE);
    assert!(sheet(&["calls"]).contains("other hours 2."));
    write("strike.toml", &early);
    expect(0, &["check", &dir]);

    // The same hours on another clock are others.
    write("sites.toml", &SITES.replace("name = \"Dock\"", "name = \"Dock\"\ntimezone = \"America/Winnipeg\""));
    let text = sheet(&["calls"]);
    assert!(text.contains("Dock, Picket (was 06:30–10:30") && text.contains("America/Toronto"), "{text}");
    assert!(text.contains("other hours 1."), "{text}");
    json(0, &["publish", &dir]);
    assert!(sheet(&["calls"]).contains("Nothing is different"));
    write("sites.toml", SITES);
    assert!(sheet(&["calls"]).contains("America/Winnipeg"));
}
