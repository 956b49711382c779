//! Killed at hundreds of random instants while four programs write as fast as they can: what was confirmed is there, nothing
//! is there by half.

use super::folder::{folder, whole};
use picket::app::session::{ActError, By, Cause, Session, Settings, Told, Way, When, open};
use picket::model::availability::Pattern;
use picket::model::time::Clock;
use picket::model::{MemberIx, ShiftIx};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub fn session(dir: &Path, actor: &str) -> Session {
    let now = When::parse("2026-12-07T09:00:00-05:00").unwrap();
    let settings = Settings { now, actor: actor.to_owned(), language: None };
    open(dir, settings).unwrap().session.unwrap()
}

/// One random action; the number of the entry that it confirmed.
fn act(session: &mut Session, rng: &mut Pcg64Mcg) -> Option<u64> {
    let shift = ShiftIx::new(rng.random_range(0..session.ground.timetable.len()));
    let member = MemberIx::new(rng.random_range(0..session.ground.strike.members.len()));
    let standing = session.roster.on(shift).first().map(|each| each.member);
    let at = |hour: u16| Told::Clock(Clock(hour * 60).into());
    let time = "2026-12-09 06:00-18:00";
    let done = match (rng.random_range(0..10), standing) {
        (0, Some(who)) => session.unassign(shift, who),
        (1, Some(who)) => session.set_pin(shift, who, rng.random_bool(0.5)),
        (2, Some(who)) => session.sign(shift, who, Way::In, at(8), By::default()),
        (3, Some(who)) => session.sign(shift, who, Way::Out, at(11), By::default()),
        (4, _) => session.undo(),
        (5, _) => session.redo(),
        (6, _) => session.guests(shift, 2, Some("neighbours"), By::default()),
        (7, _) if rng.random_bool(0.2) => session.publish(None),
        (8, _) if rng.random_bool(0.2) => {
            session.time_out(member, &Pattern::parse(time).unwrap(), time, Cause::Absent(None), None)
        }
        _ => session.assign(shift, member, None, false, None),
    };
    match done {
        Ok(done) => done.entry.map(|entry| entry.seq),
        Err(ActError::Record(error)) => panic!("{error}"),
        Err(_) => None,
    }
}

/// What a killed program does: see [`killed_at_any_instant`]. Says each number that was confirmed.
#[test]
#[ignore = "run by another test, which kills it"]
fn worker() {
    let Ok(dir) = std::env::var("SURVIVE_DIR") else { return };
    let seed: u64 = std::env::var("SURVIVE_SEED").unwrap().parse().unwrap();
    let mut session = session(Path::new(&dir), &format!("worker {seed}"));
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut out = std::io::stdout();
    loop {
        if let Some(seq) = act(&mut session, &mut rng) {
            out.write_all(format!("\nconfirmed {seq}\n").as_bytes()).unwrap();
            out.flush().unwrap();
        }
    }
}

fn start(dir: &Path, seed: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::worker", "--ignored", "--nocapture"])
        .env("SURVIVE_DIR", dir)
        .env("SURVIVE_SEED", seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The numbers that a dead worker had confirmed. A last line without its end was not said.
fn confirmed(child: &mut Child) -> Vec<u64> {
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    let said = &text[..text.rfind('\n').map_or(0, |at| at + 1)];
    said.lines().filter_map(|line| line.strip_prefix("confirmed ")?.parse().ok()).collect()
}

#[test]
fn killed_at_any_instant() {
    let kills: u64 = std::env::var("PICKET_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(200);
    let folder = folder();
    let dir = folder.path();
    // Larger than what is read by one thread: while one reads ahead, another opens and closes the same file.
    session(dir, "worker 0").publish(Some(&"long ".repeat(220_000))).unwrap();
    let mut rng = Pcg64Mcg::seed_from_u64(7);
    let (mut killed, mut all) = (0, 0);
    while killed < kills {
        let mut pair = [1, 2, 3, 4].map(|nth| start(dir, killed + nth));
        // They need a moment to begin; from then on any instant is as good as another.
        std::thread::sleep(Duration::from_millis(rng.random_range(30..250)));
        for child in &mut pair {
            child.kill().unwrap();
            child.wait().unwrap();
            killed += 1;
        }
        let told: Vec<u64> = pair.iter_mut().flat_map(confirmed).collect();
        all += told.len();
        let session = session(dir, "judge");
        assert_eq!(session.verify().unwrap(), None, "after {killed} kills");
        assert_eq!(session.differs().unwrap(), None, "after {killed} kills");
        let last = session.seq();
        assert!(told.iter().all(|seq| *seq <= last), "{told:?} were confirmed, {last} are there");
        let (entries, _) = session.history().unwrap();
        for seq in told {
            assert!(entries[seq as usize - 1].actor.starts_with("worker"), "entry {seq}");
        }
    }
    assert!(all as u64 > kills, "{all} entries were confirmed under {killed} kills: the test killed nothing at work");
    let entries = whole(dir);
    println!("{killed} kills survived; {all} entries confirmed, {entries} in the journal, all checked");
}

#[test]
fn a_worker_confirms_what_it_does() {
    let folder = folder();
    let mut child = start(folder.path(), 1);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.find_map(|line| line.unwrap().strip_prefix("confirmed ").map(str::to_owned));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(first.as_deref(), Some("1"));
}
