//! Who keeps the record from being written: read from the system's own table of locks, so that it is right even about
//! programs that are not this one.

use crate::store::login::owner_of;
use std::path::Path;

/// A process that holds the record's lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Its number.
    pub pid: u32,
    /// Its name, when it can be told.
    pub program: Option<String>,
    /// The login name of its owner, when it can be told.
    pub user: Option<String>,
}

/// Who holds a lock on the database at `path` that keeps others from writing; None where the system does not tell.
pub fn holder(path: &Path) -> Option<Holder> {
    let table = std::fs::read_to_string("/proc/locks").ok()?;
    let own = std::process::id();
    let pid = ["-shm", ""]
        .iter()
        .filter_map(|suffix| {
            let mut name = path.as_os_str().to_owned();
            name.push(suffix);
            inode(Path::new(&name)).map(|inode| (inode, *suffix))
        })
        .find_map(|(inode, suffix)| {
            table.lines().find_map(|line| writer(line, inode, suffix)).filter(|pid| *pid != own)
        })?;
    let program = std::fs::read_to_string(format!("/proc/{pid}/comm")).ok().map(|name| name.trim().to_owned());
    Some(Holder { pid, program, user: owner_of(&pid.to_string()) })
}

/// The process of one line of `/proc/locks` (`1: POSIX ADVISORY WRITE 4711 08:01:123456 120 120`), when it locks the bytes
/// of that file which a writer locks: byte 120 of the `-shm` file, or the database's pending and reserved bytes of the file itself.
fn writer(line: &str, inode: u64, suffix: &str) -> Option<u32> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let [.., kind, pid, file, start, end] = fields.as_slice() else { return None };
    let of_file = file.rsplit(':').next()?.parse::<u64>().ok()? == inode;
    let (start, end) = (start.parse::<u64>().ok()?, end.parse::<u64>().unwrap_or(u64::MAX));
    let bytes = if suffix == "-shm" { (120, 120) } else { (0x4000_0000, 0x4000_0001) };
    (of_file && *kind == "WRITE" && start <= bytes.1 && bytes.0 <= end).then(|| pid.parse().ok()).flatten()
}

#[cfg(unix)]
fn inode(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|file| file.ino())
}

#[cfg(not(unix))]
fn inode(_: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_is_told_from_readers_and_other_files() {
        let line = "3: POSIX  ADVISORY  WRITE 4711 08:01:99 120 120";
        assert_eq!(writer(line, 99, "-shm"), Some(4711));
        assert_eq!(writer(line, 98, "-shm"), None);
        assert_eq!(writer("3: POSIX  ADVISORY  READ 4711 08:01:99 120 120", 99, "-shm"), None);
        assert_eq!(writer("3: POSIX  ADVISORY  WRITE 4711 08:01:99 124 124", 99, "-shm"), None);
        assert_eq!(writer("3: POSIX  ADVISORY  WRITE 4711 08:01:99 1073741825 1073741825", 99, ""), Some(4711));
        assert_eq!(writer("nonsense", 99, ""), None);
    }
}
