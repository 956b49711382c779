//! The record: nothing lost, everything undoable, nothing foreign touched.
#![allow(clippy::unwrap_used, missing_docs)]

mod strikes;

use picket::app::session::{ActError, Cause, Session, Settings, When};
use picket::engine::coverage::Coverage;
use picket::model::availability::Pattern;
use picket::model::campaign::Language;
use picket::model::{MemberIx, Roster, ShiftIx, Strike};
use picket::speech::Speech;
use picket::store::record::{FILE, RecordError};
use proptest::prelude::*;
use rand::RngExt;
use rusqlite::Connection;
use std::path::Path;

fn settings(actor: &str) -> Settings {
    Settings { now: When::parse("2026-12-01T09:00:00-05:00").unwrap(), actor: actor.to_owned(), language: None }
}

fn session(strike: &Strike, folder: &Path) -> Session {
    Session::on(strike.clone(), folder, settings("Anne")).unwrap()
}

/// The same, whatever was worked out on the way.
fn same(a: &Session, b: &Session) -> bool {
    let told = a.published == b.published && a.told_lost == b.told_lost && a.told_hours == b.told_hours;
    told && a.roster == b.roster && a.version == b.version && a.absences == b.absences && a.coverage == b.coverage
}

/// A random action; the rules may refuse it.
fn act(session: &mut Session, rng: &mut impl RngExt) -> Result<bool, ActError> {
    let shift = ShiftIx::new(rng.random_range(0..session.ground.timetable.len()));
    let member = MemberIx::new(rng.random_range(0..session.ground.strike.members.len()));
    let standing = session.roster.on(shift).first().map(|each| each.member);
    let done = match (rng.random_range(0..8), standing) {
        (0, Some(who)) => session.unassign(shift, who),
        (1, Some(who)) => session.set_pin(shift, who, rng.random_bool(0.5)),
        (2, Some(who)) => session.set_duty(shift, who, strikes::any_duty(&mut strikes::rng(rng.random()))),
        (3, _) => {
            let after = strikes::filled(&session.ground, 0.5, rng.random());
            let base = session.plan_base(None);
            session.accept_plan(&base, &after, &serde_json::json!({}))
        }
        (4, _) => {
            let time = "2026-12-08..2026-12-09 06:00-18:00";
            session.time_out(member, &Pattern::parse(time).unwrap(), time, Cause::Absent(Some("sick")), None)
        }
        (5, _) => session.publish(Some("told")),
        (pick, _) => session.assign(shift, member, None, pick == 6, Some("asked")),
    };
    match done {
        Ok(done) => Ok(done.entry.is_some_and(|entry| entry.undoable)),
        Err(ActError::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_all_leads_to_the_start_and_redoing_all_to_the_end(seed in any::<u64>()) {
        let ground = strikes::small(seed);
        prop_assume!(!ground.timetable.is_empty());
        let folder = tempfile::tempdir().unwrap();
        let mut rng = strikes::rng(seed);
        let mut here = session(&ground.strike, folder.path());
        let mut path: Vec<(Roster, usize)> = vec![(here.roster.clone(), 0)];
        let mut actions = 0;
        for _ in 0..25 {
            if act(&mut here, &mut rng).unwrap() {
                actions += 1;
                path.push((here.roster.clone(), here.absences.len()));
            }
            prop_assert!(here.coverage == Coverage::count(&here.ground, &here.roster));
            prop_assert!(same(&here, &session(&ground.strike, folder.path())), "the file and the session agree");
        }
        let told = here.published.clone();
        let (end, before) = (here.roster.clone(), here.version);
        for step in (0..actions).rev() {
            here.undo().unwrap();
            prop_assert_eq!((&here.roster, here.absences.len()), (&path[step].0, path[step].1));
            if rng.random_bool(0.2) {
                here = session(&ground.strike, folder.path());
            }
        }
        prop_assert!(matches!(here.undo(), Err(ActError::NothingTo(_))));
        prop_assert!(here.roster.is_empty() && here.absences.is_empty());
        for (roster, absences) in path.iter().skip(1) {
            here.redo().unwrap();
            prop_assert_eq!((&here.roster, here.absences.len()), (roster, *absences));
        }
        prop_assert!(matches!(here.redo(), Err(ActError::NothingTo(_))));
        prop_assert_eq!(&here.roster, &end);
        prop_assert_eq!(here.version, before + 2 * actions as u64, "undo and redo are changes too");
        prop_assert!(here.published == told, "what people were told stays told");
        prop_assert!(same(&here, &session(&ground.strike, folder.path())));
        // What people were told follows from the journal, also where the files know less now than then.
        let mut shorter = ground.strike.clone();
        shorter.campaign.days = 1;
        for strike in [&ground.strike, &shorter] {
            let (present, mut told) = (session(strike, folder.path()), session(strike, folder.path()));
            told.look_back_to(here.history().unwrap().0.len() as u64).unwrap();
            prop_assert!(present.published == told.published && present.told_lost == told.told_lost);
            prop_assert!(present.told_hours == told.told_hours);
        }
        prop_assert_eq!(here.verify().unwrap(), None);
        let (entries, turns) = here.history().unwrap();
        prop_assert!(entries.iter().enumerate().all(|(at, entry)| entry.seq == at as u64 + 1));
        prop_assert!(turns.all_undone.is_empty());
    }
}

#[test]
fn what_people_were_told_is_read_whole_where_much_was_changed_since() {
    let ground = strikes::made(strikes::Size { members: 4_000, sites: 120, days: 14 }, 3);
    let folder = tempfile::tempdir().unwrap();
    let mut here = session(&ground.strike, folder.path());
    for seed in [1, 2] {
        let (base, after) = (here.plan_base(None), strikes::filled(&here.ground, 0.9, seed));
        here.accept_plan(&base, &after, &serde_json::json!({})).unwrap();
        if seed == 1 {
            here.publish(None).unwrap();
        }
    }
    let db = Connection::open(folder.path().join(FILE)).unwrap();
    let sql = "SELECT octet_length(body) FROM payload ORDER BY seq DESC LIMIT 1";
    let bytes: u64 = db.query_row(sql, [], |row| row.get(0)).unwrap();
    assert!(bytes > 1 << 20, "much: {bytes} bytes");
    let again = session(&ground.strike, folder.path());
    assert!(same(&here, &again) && again.published.as_ref().is_some_and(|(_, told)| *told != again.roster));
}

/// A session with something in it, closed.
fn filled(folder: &Path) -> Strike {
    let ground = strikes::made(strikes::Size { members: 20, sites: 2, days: 5 }, 7);
    let mut here = session(&ground.strike, folder);
    let after = strikes::filled(&here.ground, 0.5, 1);
    let base = here.plan_base(None);
    here.accept_plan(&base, &after, &serde_json::json!({ "seed": 1 })).unwrap();
    assert!(!here.roster.is_empty());
    ground.strike
}

fn unpinned(session: &Session) -> Vec<(ShiftIx, MemberIx)> {
    session.roster.iter().filter(|each| !each.pinned).map(|each| (each.shift, each.member)).collect()
}

#[test]
fn a_new_action_ends_what_could_be_redone() {
    let folder = tempfile::tempdir().unwrap();
    let mut here = session(&filled(folder.path()), folder.path());
    let (shift, member) = here.roster.iter().next().map(|each| (each.shift, each.member)).unwrap();
    here.set_pin(shift, member, true).unwrap();
    here.undo().unwrap();
    here.unassign(shift, member).unwrap();
    assert!(matches!(here.redo(), Err(ActError::NothingTo(_))));
    let (entries, turns) = here.history().unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(),
        ["plan", "pin", "undo", "unassign"]
    );
    assert_eq!(turns.all_undone.iter().copied().collect::<Vec<_>>(), [2]);
    assert_eq!(entries.iter().map(|entry| entry.version).collect::<Vec<_>>(), [1, 2, 3, 4]);
    here.undo().unwrap();
    here.undo().unwrap();
    assert!(here.roster.is_empty());
}

#[test]
fn what_changes_nothing_is_not_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let mut here = session(&strike, folder.path());
    let base = here.plan_base(None);
    let same = here.roster.clone();
    assert!(here.accept_plan(&base, &same, &serde_json::json!({})).unwrap().entry.is_none());
    let (shift, member) = same.iter().next().map(|each| (each.shift, each.member)).unwrap();
    assert!(here.assign(shift, member, None, false, None).unwrap().entry.is_none());
    assert!(here.publish(None).unwrap().entry.is_some());
    assert!(here.publish(None).unwrap().entry.is_none());
    assert_eq!((here.version, here.published.as_ref().map(|(version, _)| *version)), (1, Some(1)));
}

#[test]
fn hours_that_are_others_than_told_are_told_again() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let mut beside = session(&strike, folder.path());
    session(&strike, folder.path()).publish(None).unwrap();
    beside.refresh().unwrap();
    assert!(same(&beside, &session(&strike, folder.path())) && beside.is_told());

    let mut later = strike.clone();
    later.templates[0].start.0 += 30;
    let mut here = session(&later, folder.path());
    let template = |session: &Session, shift| session.ground.shift(shift).template.ix();
    let others: Vec<_> = here
        .roster
        .iter()
        .filter(|each| template(&here, each.shift) == 0)
        .map(|each| (each.shift, each.member))
        .collect();
    let known = here.told_other_hours();
    assert!(!others.is_empty() && known.len() == others.len() && others.iter().all(|each| known.contains(each)));
    assert!(!here.is_told());
    let version = here.version;
    assert!(here.publish(None).unwrap().entry.is_some(), "the version is the same, its hours are not");
    assert!(here.is_told() && here.publish(None).unwrap().entry.is_none());
    assert!(same(&here, &session(&later, folder.path())));
    assert_eq!((here.version, here.published_versions().unwrap()), (version, vec![version]));
    assert_eq!((here.verify().unwrap(), here.differs().unwrap()), (None, None));
    // Looked back to, the hours are those told by then.
    here.look_back_to(2).unwrap();
    assert_eq!(here.told_other_hours(), known);
    here.come_back().unwrap();
    assert!(here.is_told());
}

#[test]
fn of_a_record_that_keeps_no_hours_none_are_known_to_be_others() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let mut here = session(&strike, folder.path());
    here.publish(Some("week one")).unwrap();
    drop(here);
    // As an older program wrote it.
    let db = Connection::open(folder.path().join(FILE)).unwrap();
    let sql = "UPDATE journal SET particulars = json_remove(particulars, '$.times', '$.zone', '$.zones') \
               WHERE action = 'publish' AND json_extract(particulars, '$.times') IS NOT NULL";
    assert_eq!(db.execute(sql, []).unwrap(), 1);
    drop(db);
    let mut later = strike.clone();
    for template in &mut later.templates {
        template.start.0 += 30;
    }
    let mut here = session(&later, folder.path());
    assert!(here.published.as_ref().is_some_and(|(_, told)| *told == here.roster));
    assert!(here.told_other_hours().is_empty() && here.is_told());
    assert!(here.publish(None).unwrap().entry.is_none());
}

#[test]
fn a_refused_first_action_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let ground = strikes::made(strikes::Size { members: 5, sites: 1, days: 3 }, 3);
    let mut here = session(&ground.strike, folder.path());
    assert!(matches!(here.unassign(ShiftIx(0), MemberIx(0)), Err(ActError::NotThere(_, _))));
    assert!(matches!(here.undo(), Err(ActError::NothingTo(_))));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn the_file_and_its_companions_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let mut here = session(&strike, folder.path());
    here.publish(None).unwrap();
    let mut seen = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.file_name());
        seen += 1;
    }
    assert_eq!(seen, 3, "roster.db, -wal, -shm and nothing else");
}

#[test]
fn two_sessions_see_each_other_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let (mut one, mut two) = (session(&strike, folder.path()), session(&strike, folder.path()));
    let shifts = unpinned(&one);
    let base = two.plan_base(None);
    for (at, (shift, member)) in shifts.iter().enumerate() {
        let here = if at % 2 == 0 { &mut one } else { &mut two };
        here.set_pin(*shift, *member, true).unwrap();
    }
    assert!(one.refresh().unwrap() || two.refresh().unwrap());
    one.refresh().unwrap();
    two.refresh().unwrap();
    assert!(same(&one, &two) && same(&one, &session(&strike, folder.path())));
    assert_eq!(one.version, 1 + shifts.len() as u64);
    assert!(one.roster.iter().all(|each| each.pinned));
    let stale =
        two.accept_plan(&base, &Roster::new(one.ground.timetable.len(), strike.members.len()), &serde_json::json!({}));
    assert!(matches!(stale, Err(ActError::Overtaken(_))), "a plan made from an older roster is refused");
    assert_eq!(two.roster, one.roster);
}

#[test]
fn writers_at_the_same_time_take_turns() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let shifts = unpinned(&session(&strike, folder.path()));
    std::thread::scope(|scope| {
        for writer in 0..2 {
            let (strike, shifts, folder) = (&strike, &shifts, folder.path());
            scope.spawn(move || {
                let mut here = session(strike, folder);
                for (shift, member) in shifts.iter().skip(writer).step_by(2).take(20) {
                    here.set_pin(*shift, *member, true).unwrap();
                    here.set_pin(*shift, *member, false).unwrap();
                }
            });
        }
    });
    let end = session(&strike, folder.path());
    assert_eq!(end.version, 1 + 2 * shifts.len().min(40) as u64);
    assert_eq!(end.verify().unwrap(), None);
}

/// Opens what stands in `folder` and tells the code of the problem; the file must stay as it is, byte for byte.
fn refused(strike: &Strike, folder: &Path) -> &'static str {
    let before = std::fs::read(folder.join(FILE)).unwrap();
    let error = match Session::on(strike.clone(), folder, settings("Anne")) {
        Err(error) => error,
        Ok(session) => session.verify().unwrap_err(),
    };
    assert_eq!(std::fs::read(folder.join(FILE)).unwrap(), before, "{error}");
    error.problem().map_or("none", |problem| problem.code)
}

#[test]
fn what_is_not_this_strikes_record_is_told_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let whole = std::fs::read(folder.path().join(FILE)).unwrap();
    let put = |bytes: &[u8]| std::fs::write(folder.path().join(FILE), bytes).unwrap();
    let sql = |text: &str| Connection::open(folder.path().join(FILE)).unwrap().execute_batch(text).unwrap();

    let mut other = strike.clone();
    other.campaign.name = "Another strike".into();
    assert_eq!(refused(&other, folder.path()), "record_of_another_strike");
    sql("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
    assert_eq!(refused(&strike, folder.path()), "record_newer");
    put(&whole);
    sql("PRAGMA application_id = 7; PRAGMA wal_checkpoint(TRUNCATE)");
    assert_eq!(refused(&strike, folder.path()), "record_not_ours");
    for bytes in [&b""[..], b"not a database", &whole[..50], &whole[..whole.len() / 2]] {
        put(bytes);
        assert_eq!(refused(&strike, folder.path()), "record_damaged", "{} bytes", bytes.len());
    }
    let mut holed = whole.clone();
    let (from, to) = (whole.len() / 3, whole.len() / 2);
    holed[from..to].fill(0x5a);
    put(&holed);
    assert_eq!(refused(&strike, folder.path()), "record_damaged");
    put(&whole);
    assert!(!session(&strike, folder.path()).roster.is_empty(), "and the whole file is fine");
}

#[test]
fn what_is_damaged_is_told_in_the_language_spoken_and_not_in_the_database_s() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let file = folder.path().join(FILE);
    let whole = std::fs::read(&file).unwrap();
    let told = || {
        let error = Session::on(strike.clone(), folder.path(), settings("Anne")).unwrap_err();
        Speech::new(Language::Fr).problem(&error.problem().unwrap()).0
    };
    for (alter, said) in [
        ("DROP TABLE assignment", "une de ses tables manque"),
        ("INSERT INTO fact VALUES (9, 'closure', 'a', 1, '{')", "ce qu’il note sous le numéro 9 est illisible"),
        ("DELETE FROM meta", "il ne nomme aucune grève"),
    ] {
        std::fs::write(&file, &whole).unwrap();
        Connection::open(&file).unwrap().execute_batch(&format!("{alter}; PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        assert!(told().contains(said), "{alter}: {}", told());
    }
    let mut bytes = whole.clone();
    bytes[whole.len() / 3..whole.len() / 2].fill(0x5a);
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(told(), "le registre est endommagé\u{a0}: une partie du fichier est écrasée ou manque");
    bytes[..16].fill(b'x');
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(told(), "le registre est endommagé\u{a0}: ce n’est pas une base de données");
}

#[test]
fn an_altered_journal_is_found() {
    for alter in [
        "UPDATE journal SET actor = 'Bob' WHERE seq = 1",
        "UPDATE journal SET at = at - 3600 WHERE seq = 2",
        "UPDATE payload SET body = replace(body, 'picket', 'captain') WHERE seq = 1",
        "DELETE FROM payload WHERE seq = 1; DELETE FROM journal WHERE seq = 1",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let strike = filled(folder.path());
        session(&strike, folder.path()).undo().unwrap();
        let db = Connection::open(folder.path().join(FILE)).unwrap();
        db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        db.execute_batch(alter).unwrap();
        drop(db);
        assert!(session(&strike, folder.path()).verify().unwrap().is_some(), "{alter}");
    }
}

#[test]
fn assignments_outlive_files_that_forget_them() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let whole = session(&strike, folder.path());
    let last_day = strike.campaign.last_day();
    let on_last = whole.roster.iter().filter(|each| whole.ground.shift(each.shift).date == last_day).count();
    assert!(on_last > 0, "the strike in this test has people on its last day");
    let mut shorter = strike.clone();
    shorter.campaign.days -= 1;
    let mut here = session(&shorter, folder.path());
    assert_eq!(here.stranded.len(), on_last);
    assert_eq!(here.roster.len(), whole.roster.len() - on_last);
    let (base, same) = (here.plan_base(None), here.roster.clone());
    let done = here.accept_plan(&base, &same, &serde_json::json!({})).unwrap();
    assert!(done.entry.is_some() && here.stranded.is_empty());
    here.undo().unwrap();
    assert_eq!(here.stranded.len(), on_last);
    let again = session(&strike, folder.path());
    assert_eq!(again.roster, whole.roster, "back on the longer plan, everyone is where they were");
}

#[test]
fn a_lock_that_stays_is_told_with_its_holder() {
    let folder = tempfile::tempdir().unwrap();
    let strike = filled(folder.path());
    let mut here = session(&strike, folder.path());
    let (shift, member) = here.roster.iter().next().map(|each| (each.shift, each.member)).unwrap();
    let other = Connection::open(folder.path().join(FILE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waited = std::time::Instant::now();
    let error = here.unassign(shift, member).unwrap_err();
    assert!(matches!(error, ActError::Record(RecordError::Busy(_))), "{error}");
    assert!((9..15).contains(&waited.elapsed().as_secs()), "{:?}", waited.elapsed());
    other.execute_batch("ROLLBACK").unwrap();
    here.unassign(shift, member).unwrap();
}
