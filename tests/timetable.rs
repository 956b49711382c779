//! Which shifts exist, when they start and end, and what they ask for.
#![allow(clippy::unwrap_used, missing_docs)]

use picket::model::Shift;
use picket::model::campaign::Mode;
use picket::rules::Ground;
use picket::rules::closed::Closed;

fn ground(strike: &str, sites: &str) -> Ground {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in [("strike.toml", strike), ("sites.toml", sites), ("members.csv", "id,name\nm,M\n")] {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let reading = picket::store::read::read_strike(dir.path());
    Ground::new(reading.strike.unwrap_or_else(|| panic!("the folder must read: {:#?}", reading.problems)))
}

fn strike(first_day: &str, days: u16, more: &str) -> String {
    format!("[strike]\nname = \"T\"\nfirst_day = {first_day}\ndays = {days}\n{more}\n")
}

fn template(id: &str, start: &str, end: &str) -> String {
    format!("[[shift]]\nid = \"{id}\"\nstart = \"{start}\"\nend = \"{end}\"\n")
}

fn site(more: &str) -> String {
    format!("[[site]]\nid = \"s\"\nname = \"S\"\nregion = 1\n{more}\n")
}

fn times(shift: &Shift, ground: &Ground) -> (String, String, i64) {
    let zone = ground.strike.site(shift.site).zone;
    (shift.span.start.rfc3339(zone), shift.span.end.rfc3339(zone), shift.minutes())
}

fn ids(ground: &Ground) -> Vec<&str> {
    ground.timetable.shifts.iter().map(|shift| shift.id.as_str()).collect()
}

#[test]
fn the_autumn_night_is_longer_and_the_spring_night_shorter() {
    let night =
        template("night", "22:00", "02:00") + &template("early", "01:30", "05:30") + &template("gap", "02:15", "02:45");
    let autumn = ground(&strike("2026-10-31", 2, &night), &site(""));
    let shift = autumn.shift(autumn.find("s/main/2026-10-31/night").unwrap());
    assert_eq!(times(shift, &autumn), ("2026-10-31T22:00:00-04:00".into(), "2026-11-01T02:00:00-05:00".into(), 300));
    let first_of_two = autumn.shift(autumn.find("s/main/2026-11-01/early").unwrap());
    assert_eq!(times(first_of_two, &autumn).0, "2026-11-01T01:30:00-04:00");
    assert_eq!(first_of_two.minutes(), 300);

    let spring = ground(&strike("2026-03-07", 2, &night), &site(""));
    let shift = spring.shift(spring.find("s/main/2026-03-07/night").unwrap());
    assert_eq!(times(shift, &spring), ("2026-03-07T22:00:00-05:00".into(), "2026-03-08T03:00:00-04:00".into(), 240));
    assert_eq!(spring.shift(spring.find("s/main/2026-03-08/early").unwrap()).minutes(), 180);
    assert_eq!(spring.find("s/main/2026-03-08/gap"), Err(Closed::NoLength), "both ends move to 03:00");
    assert!(spring.find("s/main/2026-03-07/gap").is_ok());
}

#[test]
fn equal_start_and_end_is_a_whole_day() {
    let ground = ground(&strike("2026-12-07", 1, &template("day", "08:00", "08:00")), &site(""));
    assert_eq!(ground.timetable.shifts[0].minutes(), 24 * 60);
}

#[test]
fn a_site_keeps_its_own_clock_and_shifts_are_ordered_by_instant() {
    let sites = site("") + "[[site]]\nid = \"k\"\nname = \"Kenora\"\ntimezone = \"America/Winnipeg\"\n";
    let ground =
        ground(&strike("2026-12-07", 1, &(template("a", "08:00", "12:00") + &template("b", "08:30", "12:00"))), &sites);
    let order = ["s/main/2026-12-07/a", "s/main/2026-12-07/b", "k/main/2026-12-07/a", "k/main/2026-12-07/b"];
    assert_eq!(ids(&ground), order);
    assert_eq!(times(&ground.timetable.shifts[2], &ground).0, "2026-12-07T08:00:00-06:00");
}

#[test]
fn phases_decide_who_is_out() {
    let phases = "[[phase]]\nmode = \"information\"\nfrom = 2026-12-07T00:00:00\n\
                  [[phase]]\nmode = \"work_to_rule\"\nfrom = 2026-12-08T00:00:00\n\
                  [[phase]]\nmode = \"rotating\"\nfrom = 2026-12-09T09:00:00\nuntil = 2026-12-10T08:00:00\nregions = [2]\n\
                  [[phase]]\nmode = \"full\"\nfrom = 2026-12-11T00:00:00\n";
    let lunch = "[[shift]]\nid = \"lunch\"\nstart = \"12:00\"\nend = \"13:00\"\ninformation = true\n";
    let sites = site("") + "[[site]]\nid = \"two\"\nname = \"Two\"\nregion = 2\n";
    let ground = ground(
        &strike(
            "2026-12-06",
            7,
            &(phases.to_owned() + &template("am", "08:00", "12:00") + &template("pm", "13:00", "17:00") + lunch),
        ),
        &sites,
    );
    let closed = |id: &str| ground.find(id).err();
    assert_eq!(closed("s/main/2026-12-06/am"), Some(Closed::NoPhase));
    assert_eq!(closed("s/main/2026-12-07/lunch"), None);
    assert_eq!(closed("s/main/2026-12-07/am"), Some(Closed::NotInformation));
    assert_eq!(closed("s/main/2026-12-08/am"), Some(Closed::Phase(Mode::WorkToRule)));
    assert_eq!(
        closed("two/main/2026-12-09/am"),
        Some(Closed::Phase(Mode::WorkToRule)),
        "08:00 is before the change at 09:00"
    );
    assert_eq!(closed("two/main/2026-12-09/pm"), None);
    assert_eq!(closed("s/main/2026-12-09/pm"), Some(Closed::NotOut));
    assert_eq!(closed("two/main/2026-12-09/lunch"), Some(Closed::InformationOnly));
    assert_eq!(closed("two/main/2026-12-10/am"), Some(Closed::NoPhase), "a phase is over at its end");
    assert_eq!(closed("s/main/2026-12-11/am"), None);
}

#[test]
fn information_shifts_need_not_wait_for_the_law() {
    let more = "[legal]\nno_board_mailed = 2026-11-21\n[[phase]]\nmode = \"information\"\nfrom = 2026-12-07T00:00:00\n\
                [[phase]]\nmode = \"full\"\nfrom = 2026-12-08T00:00:00\n\
                [[shift]]\nid = \"lunch\"\nstart = \"12:00\"\nend = \"13:00\"\ninformation = true\n"
        .to_owned()
        + &template("midnight", "00:00", "04:00")
        + &template("lawful", "00:01", "04:00")
        + &template("am", "08:00", "12:00");
    let ground = ground(&strike("2026-12-07", 2, &more), &site(""));
    assert_eq!(ids(&ground), ["s/main/2026-12-07/lunch", "s/main/2026-12-08/lawful", "s/main/2026-12-08/am"]);
    assert_eq!(ground.find("s/main/2026-12-08/midnight"), Err(Closed::NotLawful(ground.lawful.as_ref().unwrap().at)));
}

#[test]
fn a_cap_holds_for_the_whole_shift_it_touches() {
    let line = "needs = { first_aid = 2, driver = 1 }\nminimum = 6\ntarget = 25\n[[site.line]]\nid = \"gate\"\n\
                [[site.line.cap]]\nat_most = 9\nfrom = 2026-12-07T11:00:00\nuntil = 2026-12-09T08:00:00\norder = \"O-1\"\n\
                [[site.line.cap]]\nat_most = 4\nfrom = 2026-12-08T00:00:00\nuntil = 2026-12-08T08:30:00\n\
                [[site.line.cap]]\nat_most = 0\nfrom = 2026-12-10T00:00:00\norder = \"O-2\"\n";
    let ground = ground(&strike("2026-12-07", 5, &template("am", "08:00", "12:00")), &site(line));
    let numbers = |id: &str| {
        let shift = ground.shift(ground.find(id).unwrap());
        let needs: Vec<_> = shift.needs.iter().map(|(skill, count)| (ground.strike.skill(*skill), *count)).collect();
        (shift.minimum, shift.target, shift.maximum, shift.captains, needs)
    };
    assert_eq!(numbers("s/gate/2026-12-07/am"), (6, 9, 9, 1, vec![("driver", 1), ("first_aid", 2)]));
    assert_eq!(numbers("s/gate/2026-12-08/am"), (4, 4, 4, 1, vec![("driver", 1), ("first_aid", 2)]), "the lowest");
    assert_eq!(
        numbers("s/gate/2026-12-09/am"),
        (6, 25, 40, 3, vec![("driver", 1), ("first_aid", 2)]),
        "08:00 is not touched"
    );
    assert_eq!(ground.find("s/gate/2026-12-10/am"), Err(Closed::Cap(Some("O-2".into()))));
}

#[test]
fn posts_never_exceed_the_maximum() {
    let line = "needs = { b = 3, a = 1 }\nminimum = 1\ntarget = 3\nmaximum = 3\ncaptain_ratio = 2\n";
    let ground = ground(&strike("2026-12-07", 1, &template("am", "08:00", "12:00")), &site(line));
    let shift = &ground.timetable.shifts[0];
    assert_eq!(shift.captains, 2);
    assert_eq!(shift.needs.iter().map(|(s, n)| (ground.strike.skill(*s), *n)).collect::<Vec<_>>(), [("a", 1)]);
    // The target is no bound: skills that are needed are asked for beyond it.
    let line = "needs = { b = 3, a = 1 }\nminimum = 1\ntarget = 2\nmaximum = 9\n";
    let ground = self::ground(&strike("2026-12-07", 1, &template("am", "08:00", "12:00")), &site(line));
    let shift = &ground.timetable.shifts[0];
    assert_eq!(
        shift.needs.iter().map(|(s, n)| (ground.strike.skill(*s), *n)).collect::<Vec<_>>(),
        [("a", 1), ("b", 3)]
    );
}

#[test]
fn a_stand_down_removes_what_it_touches() {
    let line = "[[site.stand_down]]\nfrom = 2026-12-07T12:00:00\nuntil = 2026-12-07T13:30:00\nreason = \"funeral\"\n\
                [[site.line]]\nid = \"a\"\n[[site.line]]\nid = \"b\"\n[[site.line.stand_down]]\nfrom = 2026-12-07T08:00:00\nuntil = 2026-12-07T09:00:00\n";
    let ground = ground(
        &strike("2026-12-07", 1, &(template("am", "08:00", "12:00") + &template("pm", "13:00", "17:00"))),
        &site(line),
    );
    assert_eq!(ids(&ground), ["s/a/2026-12-07/am"]);
    assert_eq!(ground.find("s/a/2026-12-07/pm"), Err(Closed::StandDown(Some("funeral".into()))));
    assert_eq!(ground.find("s/b/2026-12-07/am"), Err(Closed::StandDown(None)));
}

#[test]
fn weeks_follow_the_pay_week() {
    let more = "[strike_pay]\nweek_starts = \"wednesday\"\n".to_owned() + &template("am", "08:00", "12:00");
    let ground = ground(&strike("2026-12-07", 10, &more), &site(""));
    let weeks: Vec<String> = ground.timetable.weeks.iter().map(ToString::to_string).collect();
    assert_eq!(weeks, ["2026-12-02", "2026-12-09", "2026-12-16"]);
    let week_of: Vec<u16> = ground.timetable.shifts.iter().map(|shift| shift.week).collect();
    assert_eq!(week_of, [0, 0, 1, 1, 1, 1, 1, 1, 1, 2]);
}
