//! Hearing within a second that the record was written to. The system tells when a file of the folder changes; where it
//! can't, the record's files are looked at four times a second.

use crate::store::record::FILE;
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded, never};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Something comes out whenever the record in `folder` may have been written to, by this program or another.
pub fn watch(folder: &Path) -> Receiver<()> {
    // One word waiting is enough: whoever takes it looks at everything.
    let (say, stirred) = bounded(1);
    let folder = folder.to_owned();
    let listen = move || {
        if !told(&folder, &say) {
            look(&folder, &say);
        }
    };
    match std::thread::Builder::new().name("watch".to_owned()).spawn(listen) {
        Ok(_) => stirred,
        Err(_) => never(),
    }
}

/// False when nobody listens any more.
fn is_heard(say: &Sender<()>) -> bool {
    !matches!(say.try_send(()), Err(TrySendError::Disconnected(())))
}

/// How long after the system has told of a write it is looked again, each after the one before. What was written counts once
/// the index says so that all programs on the record share; that index is memory, and of memory the system tells nothing.
/// Between the two lies whatever the disk takes to keep what was written.
#[cfg(target_os = "linux")]
const AGAIN: [Duration; 4] =
    [Duration::from_millis(50), Duration::from_millis(150), Duration::from_millis(300), Duration::from_millis(500)];

/// Says what the system tells, for as long as someone listens; false when it can't tell.
#[cfg(target_os = "linux")]
fn told(folder: &Path, say: &Sender<()>) -> bool {
    use inotify::{Inotify, WatchMask};
    // That the record was taken away is news too.
    const WATCHED: WatchMask = WatchMask::MODIFY
        .union(WatchMask::CREATE)
        .union(WatchMask::MOVED_TO)
        .union(WatchMask::MOVED_FROM)
        .union(WatchMask::DELETE);
    let Ok(mut inotify) = Inotify::init() else { return false };
    if inotify.watches().add(folder, WATCHED).is_err() {
        return false;
    }
    let mut buffer = [0; 4096];
    while let Ok(events) = inotify.read_events_blocking(&mut buffer) {
        let of_record = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(FILE.as_bytes());
        let stirs = events.filter_map(|event| event.name).any(of_record);
        if stirs {
            if !is_heard(say) {
                return true;
            }
            for wait in AGAIN {
                std::thread::sleep(wait);
                if !is_heard(say) {
                    return true;
                }
            }
        }
    }
    false
}

#[cfg(not(target_os = "linux"))]
fn told(_folder: &Path, _say: &Sender<()>) -> bool {
    false
}

/// How often the files are looked at where nobody tells.
const LOOK: Duration = Duration::from_millis(250);

/// How often it is said then that they have changed: what was written may not count yet the first time.
const TIMES: u32 = 4;

/// Looks at the record's files over and over, for as long as someone listens.
fn look(folder: &Path, say: &Sender<()>) {
    let (mut before, mut left) = (seen(folder), 0);
    loop {
        std::thread::sleep(LOOK);
        let now = seen(folder);
        if now != before {
            left = TIMES;
        }
        if left > 0 && !is_heard(say) {
            return;
        }
        left = left.saturating_sub(1);
        before = now;
    }
}

/// Length and time of the record and of the log beside it.
fn seen(folder: &Path) -> [Option<(u64, Option<SystemTime>)>; 2] {
    let log: PathBuf = folder.join(format!("{FILE}-wal"));
    [folder.join(FILE), log].map(|path| {
        let about = std::fs::metadata(path).ok()?;
        Some((about.len(), about.modified().ok()))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::app::session::{Settings, When, open, open_sample};
    use crate::model::{MemberIx, ShiftIx};

    #[test]
    fn what_another_session_writes_is_heard_within_a_second() {
        let settings = |actor: &str| Settings {
            now: When::parse("2026-12-01T09:00:00-05:00").unwrap(),
            actor: actor.to_owned(),
            language: None,
        };
        let mut here = open_sample(settings("Anne")).unwrap().session.unwrap();
        let mut there = open(&here.folder.clone(), settings("Bob")).unwrap().session.unwrap();
        let (say, looked) = bounded(1);
        let folder = here.folder.clone();
        std::thread::spawn(move || look(&folder, &say));
        let heard = [watch(&here.folder), looked];
        let mut places = (0..500).map(|nth| (ShiftIx::new(nth), MemberIx::new(nth)));
        for ear in heard {
            // The first words may be said before the ear is open.
            std::thread::sleep(Duration::from_millis(200));
            std::thread::scope(|scope| {
                let writing = scope.spawn(|| {
                    assert!(places.any(|(shift, who)| there.assign(shift, who, None, false, None).is_ok()));
                });
                // As the screen does: at each word everything that is there is heard, and then the next word is waited for.
                let mut news = false;
                while !news && ear.recv_timeout(Duration::from_secs(1)).is_ok() {
                    news = here.refresh().unwrap();
                }
                writing.join().unwrap();
                assert!(news, "what was written was never heard");
            });
            while ear.try_recv().is_ok() {}
        }
        assert!(here.roster == there.roster);
    }
}
