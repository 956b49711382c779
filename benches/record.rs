//! How long the journal takes in the largest strike: 55,000 members and 550,000 assignments, on the disk of this machine.
//! `cargo bench --bench record`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use picket::app::session::{By, Session, Settings, Told, Way, When, examine, open};
use picket::engine::pay::Choice;
use picket::model::{Assignment, Duty, MemberIx, Origin, Overrides, Roster, ShiftIx};
use picket::rules::{Case, refusals};
use picket::store::generate::{GenerateOptions, generate, write};
use std::path::Path;
use std::time::{Duration, Instant};

const MEMBERS: usize = 55_000;
const ASSIGNMENTS: usize = 550_000;

fn main() {
    // Asked for by `cargo test --benches`, which wants it to begin and end.
    if std::env::args().any(|word| word == "--test") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let options = GenerateOptions { members: MEMBERS, sites: 600, days: 28, seed: 4, ..GenerateOptions::default() };
    write(folder.path(), &generate(&options)).unwrap();
    let dir = folder.path();
    let mut session = opened(dir);
    let full = filled(&session);
    println!("{MEMBERS} members, {} shifts, {} assignments", session.ground.timetable.len(), full.len());

    let base = session.plan_base(None);
    once("plan: stored whole", || session.accept_plan(&base, &full, &serde_json::json!({})).unwrap());
    once("publish", || session.publish(None).unwrap());
    let bytes = std::fs::metadata(dir.join("roster.db")).unwrap().len();
    println!("{:<38} {:>9.1} MB", "roster.db", bytes as f64 / 1e6);
    once("open: files read, record put on them", || opened(dir));
    let mut other = opened(dir);

    let (shift, member) = free_place(&session);
    let stands = |session: &Session| session.roster.get(shift, member).is_some();
    many("unassign and assign, each", 50, || {
        if stands(&session) {
            session.unassign(shift, member).unwrap();
        } else {
            session.assign(shift, member, None, false, None).unwrap();
        }
    });
    many("pin, each", 20, || {
        let (at, who) = (ShiftIx::new(0), session.roster.on(ShiftIx::new(0))[0].member);
        let pinned = session.roster.get(at, who).unwrap().pinned;
        session.set_pin(at, who, !pinned).unwrap();
    });
    many("sign in, each", 20, {
        let mut people = session.roster.on(ShiftIx::new(0)).iter().map(|each| each.member).collect::<Vec<_>>();
        let session = &mut session;
        move || {
            if let Some(who) = people.pop() {
                let at = Told::Clock(picket::model::time::Clock(8 * 60).into());
                session.sign(ShiftIx::new(0), who, Way::In, at, By::default()).unwrap();
            }
        }
    });
    once("another session hears all of it", || other.refresh().unwrap());
    many("undo, each", 20, || drop(session.undo().unwrap()));
    many("redo, each", 20, || drop(session.redo().unwrap()));
    once("history", || session.history().unwrap());
    once("history of one member", || session.touching(Some("nobody"), None).unwrap());
    once("the roster as it was before all that", || {
        let mut past = opened(dir);
        past.look_back_to(2).unwrap();
        past.roster.len()
    });
    once("hours of everyone", || session.ledger(Choice::default()).unwrap());
    once("check: all files, tables and the chain", || examine(dir, settings()).unwrap());
    once("backup, looked over", || session.copy_record(&dir.join("copy.db")).unwrap());
    std::fs::remove_file(dir.join("copy.db")).unwrap();
    once("undo of a plan of everything", || {
        let base = session.plan_base(None);
        let empty = Roster::new(session.ground.timetable.len(), session.ground.strike.members.len());
        session.accept_plan(&base, &empty, &serde_json::json!({})).unwrap();
        session.undo().unwrap()
    });
}

fn settings() -> Settings {
    Settings { now: When::parse("2026-12-07T07:00:00-05:00").unwrap(), actor: "bench".into(), language: None }
}

fn opened(dir: &Path) -> Session {
    open(dir, settings()).unwrap().session.unwrap()
}

/// Everyone who may, shift by shift, until there are enough. What rules ask of a roster as a whole is left to the planner:
/// the record keeps whatever it is given.
fn filled(session: &Session) -> Roster {
    let ground = &session.ground;
    let mut roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let (shifts, members) = (ground.timetable.len(), ground.strike.members.len());
    let each = ASSIGNMENTS / members;
    for member in 0..members {
        for nth in 0..each {
            let shift = ShiftIx::new((member + nth * (shifts / each)) % shifts);
            roster.put(Assignment {
                member: MemberIx::new(member),
                shift,
                duty: Duty::Picket,
                pinned: false,
                origin: Origin::Plan,
                overrides: Overrides::default(),
                reason: None,
            });
        }
    }
    roster
}

/// A place where someone may be put by hand.
fn free_place(session: &Session) -> (ShiftIx, MemberIx) {
    let ground = &session.ground;
    let mut places =
        ground.timetable.indices().flat_map(|shift| ground.strike.member_indices().map(move |member| (shift, member)));
    let free = places.find(|(shift, member)| {
        let case = Case { ground, roster: &session.roster, member: *member, shift: *shift, duty: Duty::Picket };
        refusals(&case).is_empty()
    });
    free.unwrap()
}

fn once<T>(what: &str, work: impl FnOnce() -> T) {
    let start = Instant::now();
    let made = work();
    said(what, start.elapsed());
    drop(made);
}

fn many(what: &str, times: u32, mut work: impl FnMut()) {
    let start = Instant::now();
    for _ in 0..times {
        work();
    }
    said(what, start.elapsed() / times);
}

fn said(what: &str, took: Duration) {
    println!("{what:<38} {:>9.1} ms", took.as_secs_f64() * 1e3);
}
