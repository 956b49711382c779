//! A whole strike of two weeks, played through on a sample: planned, published, people ill, called in, swapped, sent elsewhere,
//! a site lost, everyone signed in and out on sheets, no-shows, walk-ins, alternate duty, corrections after the week was signed
//! off. Strike pay must agree to the cent with a calculation of this test's own, from what it told the program, under every
//! basis.

use super::folder::{expect, json, whole};
use picket::app::session::{ActError, By, NotEntered, Session, Settings, When, open};
use picket::engine::pay::Choice;
use picket::model::{MemberIx, ShiftIx};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::collections::BTreeMap;
use std::path::Path;

/// Minutes that each member was on the line or at alternate duty, by day of January 2027: what the test told.
type Told = BTreeMap<String, BTreeMap<u32, Vec<i64>>>;

fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["strike.toml", "sites.toml", "members.csv"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/opssu").join(name);
        std::fs::copy(from, folder.path().join(name)).unwrap();
    }
    folder
}

fn session(dir: &Path, now: &str) -> Session {
    let settings = Settings { now: When::parse(now).unwrap(), actor: "Anne".into(), language: None };
    open(dir, settings).unwrap().session.unwrap()
}

fn at<'a>(now: &'a str, args: &[&'a str]) -> Vec<&'a str> {
    [args, &["--now", now]].concat()
}

fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Signs everyone in and out who stands on the shifts of `day`: most in time, some late, some early away, a few not at all, and
/// some who were not asked.
fn a_day(session: &mut Session, day: u32, rng: &mut Pcg64Mcg, told: &mut Told) -> (u64, u64) {
    let date = format!("2027-01-{day:02}");
    let shifts: Vec<ShiftIx> =
        session.ground.timetable.indices().filter(|ix| session.ground.shift(*ix).date.to_string() == date).collect();
    let (mut lines, mut missed) = (0, 0);
    for shift in shifts {
        let template = session.ground.shift(shift).id.rsplit('/').next().unwrap().to_owned();
        let start = match template.as_str() {
            "am" => 450,
            "mid" => 690,
            _ => 930,
        };
        let by = By::captain(Some("the captain"));
        let on: Vec<MemberIx> = session.roster.on(shift).iter().map(|each| each.member).collect();
        // Every third day is enough to see everything, and a test must end.
        for member in on.into_iter().filter(|member| member.0 % 3 == day % 3) {
            let id = session.ground.strike.member(member).id.clone();
            if rng.random_bool(0.06) {
                session.enter_line(shift, &format!("{id} no"), by).unwrap();
                missed += 1;
                continue;
            }
            let came = start + rng.random_range(-9..15) * i64::from(rng.random_bool(0.5));
            let went = start + 240 + rng.random_range(-70..20) * i64::from(rng.random_bool(0.4));
            session.enter_line(shift, &format!("{id} {} {}", clock(came), clock(went)), by).unwrap();
            told.entry(id).or_default().entry(day).or_default().push(went - came);
            lines += 1;
        }
        // A walk-in: someone who stands nowhere that day.
        let members = session.ground.strike.members.len() as u32;
        let walk_in = MemberIx(rng.random_range(0..members));
        let id = session.ground.strike.member(walk_in).id.clone();
        if session.roster.of(walk_in).iter().all(|ix| session.ground.shift(*ix).date.to_string() != date) {
            match session.enter_line(shift, &format!("{id} {} {}", clock(start + 1), clock(start + 200)), by) {
                Ok((_, done)) if done.entry.is_some() => {
                    told.entry(id).or_default().entry(day).or_default().push(199);
                    lines += 1;
                }
                Ok(_) | Err(NotEntered::Act(ActError::NotSigned(..))) => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
    (lines, missed)
}

/// What one member is owed for one week, worked out from what was told, in plain steps.
fn owed(days: &BTreeMap<u32, Vec<i64>>, first: u32, basis: &str, rate: i64, rounding: i64) -> (i64, i64) {
    let (mut credited, mut full) = (0, 0);
    for day in first..first + 7 {
        let mut of_day = 0;
        for minutes in days.get(&day).into_iter().flatten() {
            of_day += (minutes / rounding) * rounding;
        }
        let of_day = if of_day > 240 { 240 } else { of_day };
        credited += of_day;
        full += i64::from(of_day == 240);
    }
    let counted = if credited > 1200 { 1200 } else { credited };
    let pay = match basis {
        "pro_rata" => rate * counted / 1200,
        "daily" => rate * full.min(5) / 5,
        _ => {
            if credited >= 1200 {
                rate
            } else {
                0
            }
        }
    };
    (credited, pay)
}

/// Compares the whole ledger; gives members' weeks compared and the sum.
fn compare(dir: &Path, told: &Told, basis: &str, rates: [i64; 2], rounding: i64) -> (usize, i64) {
    let session = session(dir, "2027-01-26T09:00");
    let ledger = session.ledger(Choice::default()).unwrap();
    let (mut compared, mut sum) = (0, 0);
    assert_eq!(ledger.weeks.len(), 2);
    let nothing = BTreeMap::new();
    for (ix, week) in ledger.weeks.iter().enumerate() {
        let mut seen = 0;
        for row in &week.rows {
            let days = told.get(&row.member).unwrap_or(&nothing);
            let first = [11, 18][ix];
            let (credited, pay) = owed(days, first, basis, rates[ix], rounding);
            assert_eq!((row.credited, row.pay.0), (credited, pay), "{basis}: {} in week {}", row.member, ix + 1);
            let attended: i64 = days.range(first..first + 7).flat_map(|(_, all)| all).sum();
            assert_eq!(row.attended, attended, "{basis}: {}", row.member);
            seen += usize::from(attended > 0);
            sum += pay;
            compared += 1;
        }
        let wanted = told.values().filter(|days| days.range([11, 18][ix]..[18, 25][ix]).next().is_some()).count();
        assert_eq!(seen, wanted, "everyone who came is in the ledger");
    }
    (compared, sum)
}

#[test]
fn two_weeks_of_a_strike_to_the_cent() {
    let folder = sample();
    let dir = folder.path();
    let mut rng = Pcg64Mcg::seed_from_u64(2027);
    let mut told = Told::new();
    expect(0, dir, &at("2027-01-09T12:00", &["plan"]));
    expect(0, dir, &at("2027-01-09T18:00", &["publish", "--note", "two weeks"]));
    let before = json(0, dir, &at("2027-01-10T08:00", &["export", "roster"]));
    let (mut lines, mut missed, mut changed) = (0, 0, 0);
    for day in (11..=15).chain(18..=22).filter(|day| *day != 20) {
        let morning = format!("2027-01-{day:02}T06:00");
        let today = format!("2027-01-{day:02}");
        // Someone who stands today rings in sick; someone is called in; two swap; one is sent to another line.
        let mut here = session(dir, &morning);
        let mine: Vec<(ShiftIx, MemberIx)> = here
            .roster
            .iter()
            .filter(|each| here.ground.shift(each.shift).date.to_string() == today)
            .map(|each| (each.shift, each.member))
            .collect();
        let pick = |rng: &mut Pcg64Mcg| mine[rng.random_range(0..mine.len())];
        let id = |member: MemberIx| here.ground.strike.member(member).id.clone();
        let (sick, called) = (id(pick(&mut rng).1), id(pick(&mut rng).1));
        expect(0, dir, &at(&morning, &["absent", &sick, &today, "--code", "sick"]));
        expect(0, dir, &at(&morning, &["callin", &called, &format!("{today} 06:00-18:00")]));
        here.refresh().unwrap();
        for _ in 0..6 {
            let (one, other) = (pick(&mut rng), pick(&mut rng));
            changed += u32::from(here.swap(one, other, None).is_ok_and(|done| done.entry.is_some()));
            let (member, to) = (pick(&mut rng), pick(&mut rng).0);
            changed +=
                u32::from(here.transfer(member.1, member.0, to, None, None).is_ok_and(|done| done.entry.is_some()));
        }
        if day == 13 {
            let site = "opseu-sudbury-regional-office";
            expect(0, dir, &at(&morning, &["close", site, "--until", "2027-01-15T00:00", "--reason", "water main"]));
        }
        let plan = json(0, dir, &at(&morning, &["plan", "--from", "now"]));
        assert!(plan["assignments"].as_u64().unwrap() > 2000);
        drop(here);
        let mut here = session(dir, &format!("{today}T20:00"));
        let (came, not) = a_day(&mut here, day, &mut rng, &mut told);
        (lines, missed) = (lines + came, missed + not);
        if day == 14 {
            drop(here);
            expect(
                0,
                dir,
                &at("2027-01-14T21:00", &["alternate", "511-0001", "2027-01-14", "3h40", "--task", "kitchen"]),
            );
            told.entry("511-0001".into()).or_default().entry(14).or_default().push(220);
        }
    }
    assert!(lines > 500 && missed > 10 && changed > 10, "{lines} lines, {missed} no-shows, {changed} moved");

    // The first week is signed off; from then on only a correction changes it.
    expect(1, dir, &at("2027-01-17T12:00", &["signoff", "2027-01-11"]));
    expect(0, dir, &at("2027-01-19T12:00", &["signoff", "2027-01-11"]));
    let mut here = session(dir, "2027-01-25T09:00");
    let (shift, member) = {
        let found = here.roster.iter().find(|each| {
            let member = &here.ground.strike.member(each.member).id;
            here.ground.shift(each.shift).id.contains("/2027-01-12/am")
                && told.get(member).is_none_or(|days| !days.contains_key(&12))
        });
        found.map(|each| (each.shift, each.member)).unwrap()
    };
    let id = here.ground.strike.member(member).id.clone();
    let line = format!("{id} 07:30 11:30");
    let locked = here.enter_line(shift, &line, By::default()).unwrap_err();
    assert!(matches!(locked, NotEntered::Act(ActError::Locked(_))), "{locked}");
    let by = By { captain: None, correction: Some("sheet found in the van") };
    here.enter_line(shift, &line, by).unwrap();
    assert!(matches!(here.undo(), Err(ActError::Locked(_))), "a correction stands; another corrects it");
    told.entry(id.clone()).or_default().entry(12).or_default().push(240);
    drop(here);

    let mut text = std::fs::read_to_string(dir.join("strike.toml")).unwrap();
    let (mut compared, mut cents) = compare(dir, &told, "weekly", [50_000, 50_000], 30);
    for (basis, rounding) in [("pro_rata", 30), ("daily", 15), ("pro_rata", 7)] {
        let at = text.find("[strike_pay]").unwrap();
        let end = at + text[at..].find("[rules]").unwrap();
        let pay = format!(
            "[strike_pay]\nbasis = \"{basis}\"\nrounding_minutes = {rounding}\n\
             rates = [{{ from_week = 1, per_week = \"487.65\" }}, {{ from_week = 2, per_week = \"503.33\" }}]\n\n"
        );
        text.replace_range(at..end, &pay);
        std::fs::write(dir.join("strike.toml"), &text).unwrap();
        let (weeks, sum) = compare(dir, &told, basis, [48_765, 50_333], rounding);
        assert!(sum > 0);
        (compared, cents) = (compared + weeks, cents + sum);
    }
    // The correction stands beside what was signed off, in every output.
    let hours = json(0, dir, &["hours", "--member", &id]);
    let row = &hours["weeks"][0]["members"][0];
    assert!(
        row["signed_off"]["credited_minutes"].as_i64().unwrap() < row["credited_minutes"].as_i64().unwrap(),
        "{row}"
    );
    assert!(row["correction"].is_string() && hours["weeks"][0]["signed_off_by"] == "anne", "{hours}");

    // What was known before the first day is still known, to the last post.
    let then = json(0, dir, &["history", "--as-of", "2027-01-10T08:00"]);
    let mut stood = 0;
    for shift in then["shifts"].as_array().unwrap() {
        let published = before["shifts"].as_array().unwrap().iter().find(|each| each["id"] == shift["id"]).unwrap();
        let posts = |on: &serde_json::Value| {
            let on = on["assigned"].as_array().unwrap().iter();
            let mut posts: Vec<String> = on.map(|each| format!("{}{}", each["member"], each["duty"])).collect();
            posts.sort();
            posts
        };
        assert_eq!(posts(shift), posts(published), "{}", shift["id"]);
        stood += posts(shift).len();
    }
    assert_eq!(stood as u64, before["totals"]["assignments"].as_u64().unwrap());
    let entries = whole(dir);
    expect(0, dir, &["history", "--last", "3"]);
    println!(
        "{lines} lines entered, {missed} no-shows, {changed} moved; {compared} members' weeks under four ways of pay, {cents} cents; {entries} entries"
    );
}
