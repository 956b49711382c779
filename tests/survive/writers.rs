//! Two who write at once: nobody's change is lost, and who decided on what another has changed since is told by whom and what.

use super::folder::{expect, folder, whole};
use super::kill::session;
use picket::app::session::{ActError, By, Told, Way};
use picket::model::time::Clock;
use picket::model::{MemberIx, ShiftIx};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

#[test]
fn conflicting_edits_are_refused_with_who_and_what() {
    let folder = folder();
    let (mut anne, mut bob) = (session(folder.path(), "Anne"), session(folder.path(), "Bob"));
    let shift = anne.ground.find("gate/main/2026-12-07/am").unwrap();
    let [one, two] = ["m02", "m04"].map(|id| anne.ground.strike.lookup.members[id]);
    anne.assign(shift, one, None, false, None).unwrap();
    bob.refresh().unwrap();
    // Anne takes him off; Bob, who still sees him there, pins him.
    anne.unassign(shift, one).unwrap();
    let refused = bob.set_pin(shift, one, true).unwrap_err();
    let ActError::Overtaken(entry) = &refused else { panic!("{refused}") };
    assert_eq!((entry.actor.as_str(), entry.action.as_str()), ("Anne", "unassign"));
    // Having seen it, he may decide anew; someone else's shift is no conflict.
    anne.assign(shift, two, None, false, None).unwrap();
    bob.assign(shift, one, None, true, None).unwrap();
    // Undo takes back what one has seen, never what another did since.
    let refused = anne.undo().unwrap_err();
    assert!(matches!(&refused, ActError::Overtaken(entry) if entry.actor == "Bob"), "{refused}");
    anne.undo().unwrap();
    assert!(anne.roster.get(shift, one).is_none());
    // Two captains sign the same member in.
    let at = Told::Clock(Clock(450).into());
    bob.refresh().unwrap();
    anne.sign(shift, two, Way::In, at, By::captain(Some("Anne"))).unwrap();
    let refused = bob.sign(shift, two, Way::In, at, By::captain(Some("Bob"))).unwrap_err();
    assert!(matches!(&refused, ActError::Overtaken(entry) if entry.action == "sign-in"), "{refused}");
    whole(folder.path());
}

#[test]
fn no_change_is_lost_among_many() {
    let folder = folder();
    let mut both = [session(folder.path(), "Anne"), session(folder.path(), "Bob")];
    let mut rng = Pcg64Mcg::seed_from_u64(3);
    let (mut done, mut refused) = (0, 0);
    for _ in 0..400 {
        let here = rng.random_range(0..2);
        // Few places, so that they get into each other's way.
        let (shift, member) = (ShiftIx::new(rng.random_range(0..3)), MemberIx::new(rng.random_range(0..4)));
        if rng.random_bool(0.4) {
            both[here].refresh().unwrap();
        }
        let seen = both[here].roster.get(shift, member).cloned();
        let outcome = match &seen {
            Some(each) if rng.random_bool(0.5) => both[here].set_pin(shift, member, !each.pinned),
            Some(_) => both[here].unassign(shift, member),
            None => both[here].assign(shift, member, None, false, None),
        };
        match outcome {
            Ok(change) => {
                // What was seen is what was changed: nothing was done to a place another had changed unseen.
                let before = change.payload.steps().next().and_then(|(_, step)| step.before.clone());
                assert_eq!(before.map(|row| row.pinned), seen.map(|each| each.pinned));
                done += u64::from(change.entry.is_some());
            }
            Err(ActError::Overtaken(entry)) => {
                assert_eq!(entry.actor, if here == 0 { "Bob" } else { "Anne" });
                refused += 1;
            }
            Err(ActError::Refused(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    for session in &mut both {
        session.refresh().unwrap();
    }
    assert!(both[0].roster == both[1].roster && both[0].version == both[1].version);
    assert_eq!(whole(folder.path()), done);
    assert!(refused > 5, "{refused}");
    println!("{refused} conflicting edits refused, {done} changes kept");
}

#[test]
fn a_session_sees_a_site_closed_and_a_list_imported_elsewhere() {
    let folder = folder();
    let dir = folder.path();
    expect(0, dir, &["assign", "gate/main/2026-12-08/am", "m02"]);
    let mut here = session(dir, "Anne");
    let shifts = here.ground.timetable.len();
    expect(0, dir, &["close", "gate", "--from", "2026-12-08T00:00", "--reason", "fire"]);
    assert!(here.refresh().unwrap());
    assert!(here.ground.timetable.len() < shifts && here.epoch == 1);
    let dock = here.ground.find("dock/main/2026-12-08/am").unwrap();
    assert_eq!(here.roster.on(dock).len(), 1, "who stood at the gate stands at the dock");
    let list = std::fs::read_to_string(dir.join("members.csv")).unwrap();
    std::fs::write(dir.join("export.csv"), list.clone() + "m77,\"New, Nell\",dock,,,,active\n").unwrap();
    expect(0, dir, &["import", dir.join("export.csv").to_str().unwrap()]);
    assert!(here.refresh().unwrap());
    assert!(here.ground.strike.lookup.members.contains_key("m77"));
    // Taken back, the list is as it was, and so is the site.
    here.undo().unwrap();
    assert_eq!(std::fs::read_to_string(dir.join("members.csv")).unwrap(), list);
    here.undo().unwrap();
    assert_eq!(here.ground.timetable.len(), shifts);
    let gate = here.ground.find("gate/main/2026-12-08/am").unwrap();
    assert_eq!(here.roster.on(gate).len(), 1);
    whole(dir);
}

#[test]
fn a_number_set_in_a_file_is_an_entry_that_others_see_and_may_take_back() {
    let folder = folder();
    let dir = folder.path();
    let text = std::fs::read_to_string(dir.join("sites.toml")).unwrap();
    let (mut anne, mut bob) = (session(dir, "Anne"), session(dir, "Bob"));
    let line = picket::model::LineIx::new(0);
    let (done, file) = anne.set_number(line, "target", 5).unwrap();
    assert_eq!((file.as_str(), done.entry.unwrap().action.as_str()), ("sites.toml", "setting"));
    assert_eq!(std::fs::read_to_string(dir.join("sites.toml")).unwrap().matches("target = 5").count(), 1);
    assert!(bob.refresh().unwrap());
    assert_eq!(bob.ground.strike.line(line).numbers.target, 5);
    assert!(expect(0, dir, &["history", "--lang", "fr"]).contains("gate/main, target"));
    // What would not hold together is not written.
    anne.set_number(line, "target", 50).unwrap_err();
    bob.undo().unwrap();
    assert_eq!(std::fs::read_to_string(dir.join("sites.toml")).unwrap(), text);
    assert!(!dir.join("sites.toml.bak").exists());
    anne.refresh().unwrap();
    assert_eq!(anne.ground.strike.line(line).numbers.target, 3);
    whole(dir);
}

/// On Unix a program that closes any descriptor of a file lets go of all its locks on it: another that ends could think
/// itself the last, and take away the companion file that the first goes on writing to.
#[test]
fn a_second_look_within_a_program_does_not_let_go_of_the_record() {
    let folder = folder();
    let mut anne = session(folder.path(), "Anne");
    let shift = anne.ground.find("gate/main/2026-12-07/am").unwrap();
    let [one, two] = ["m02", "m04"].map(|id| anne.ground.strike.lookup.members[id]);
    anne.assign(shift, one, None, false, None).unwrap();
    assert!(holds_a_lock(folder.path()));
    // What every opening of a folder does, and a screen does for its other threads.
    drop(session(folder.path(), "Anne too"));
    assert!(holds_a_lock(folder.path()), "the session is no longer known to be there");
    expect(0, folder.path(), &["assign", "dock/main/2026-12-08/am", "m01"]);
    anne.assign(shift, two, None, false, None).unwrap();
    let seen = expect(0, folder.path(), &["history"]);
    assert!(seen.contains("N4"), "what was confirmed is gone:\n{seen}");
    assert_eq!(whole(folder.path()), 3);
}

/// True when the system knows of a lock of this program on the record; and where it does not tell.
fn holds_a_lock(folder: &std::path::Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt;
        let inode = format!(":{}", std::fs::metadata(folder.join("roster.db")).unwrap().ino());
        let own = std::process::id().to_string();
        let Ok(table) = std::fs::read_to_string("/proc/locks") else { return true };
        table.lines().any(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            fields.iter().any(|field| *field == own) && fields.iter().any(|field| field.ends_with(&inode))
        })
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        true
    }
}
