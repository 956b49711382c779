//! Hearing at once that the record was written to, without asking over and over: the system tells when a file of the
//! folder changes. Where it can't, the clock's minute is soon enough.

use crossbeam_channel::{Receiver, never};
use std::path::Path;

/// Something comes out whenever the record in `folder` may have been written to, by this program or another.
#[cfg(target_os = "linux")]
pub fn watch(folder: &Path) -> Receiver<()> {
    use crossbeam_channel::bounded;
    use inotify::{Inotify, WatchMask};
    let Ok(mut inotify) = Inotify::init() else { return never() };
    if inotify.watches().add(folder, WatchMask::MODIFY | WatchMask::CREATE | WatchMask::MOVED_TO).is_err() {
        return never();
    }
    // One word waiting is enough: whoever takes it looks at everything.
    let (say, stirred) = bounded(1);
    let listen = move || {
        let mut buffer = [0; 4096];
        while let Ok(events) = inotify.read_events_blocking(&mut buffer) {
            let of_record = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(RECORD.as_bytes());
            let stirs = events.filter_map(|event| event.name).any(of_record);
            if stirs && matches!(say.try_send(()), Err(crossbeam_channel::TrySendError::Disconnected(()))) {
                return;
            }
        }
    };
    match std::thread::Builder::new().name("watch".to_owned()).spawn(listen) {
        Ok(_) => stirred,
        Err(_) => never(),
    }
}

/// Elsewhere nothing is heard between the minutes.
#[cfg(not(target_os = "linux"))]
pub fn watch(_folder: &Path) -> Receiver<()> {
    never()
}

/// What the record's files begin with.
#[cfg(target_os = "linux")]
const RECORD: &str = crate::store::record::FILE;
