//! Writing an export to a file: private, whole or not at all, and never over a file of the strike.

use crate::store::place::make_private;
use crate::store::read::USUAL;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The record, and what SQLite lays beside it.
const RECORD: [&str; 4] = ["roster.db", "roster.db-wal", "roster.db-shm", "roster.db-journal"];

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum OutError {
    /// It is one of the strike's own files.
    #[error("{} is a file of the strike", .0.display())]
    OfTheStrike(PathBuf),
    /// It is a folder, or has no name.
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    /// It is to be a folder, and is something else.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The disk would not have it.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file that was to be written.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}

/// Writes what `content` writes to `path`, beside its place, then renamed: for the owner's eyes only where the system knows
/// owners. `dir` is the strike's folder and `files` the files it reads (relative to the folder, or absolute): over those, and
/// over the record, nothing is written. A device or pipe is written to as it is.
pub fn write_out<E: From<OutError>>(
    dir: &Path,
    files: &[PathBuf],
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |source| OutError::Io { path: path.to_owned(), source };
    let place = guarded(dir, files, path)?;
    if fs::metadata(&place).is_ok_and(|found| !found.is_file()) {
        let mut to = BufWriter::new(File::options().write(true).open(&place).map_err(failed)?);
        content(&mut to)?;
        return Ok(to.flush().map_err(failed)?);
    }
    let mut file = beside(&place).map_err(failed)?;
    {
        let mut to = BufWriter::new(file.as_file_mut());
        content(&mut to)?;
        to.flush().map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    file.persist(&place).map_err(|error| failed(error.error))?;
    Ok(())
}

/// As [`write_out`], of one of many files that can all be made again: renamed when it is whole, without waiting for the
/// disk each time.
pub fn put(
    dir: &Path,
    files: &[PathBuf],
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), OutError> {
    let failed = |source| OutError::Io { path: path.to_owned(), source };
    let place = guarded(dir, files, path)?;
    let mut file = beside(&place).map_err(failed)?;
    {
        let mut to = BufWriter::new(file.as_file_mut());
        content(&mut to).and_then(|()| to.flush()).map_err(failed)?;
    }
    file.persist(&place).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Makes a folder that is its owner's alone; one that is there is left as it is.
pub fn make_folder(path: &Path) -> Result<(), OutError> {
    if path.exists() && !path.is_dir() {
        return Err(OutError::NotAFolder(path.to_owned()));
    }
    make_private(path).map_err(|source| OutError::Io { path: path.to_owned(), source })
}

/// A file beside `place`: private from its first byte on, and removed if anything goes wrong before it is renamed.
fn beside(place: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(".picket-").tempfile_in(place.parent().unwrap_or(Path::new(".")))
}

/// The true name of `path`, unless it is one of the strike's files.
fn guarded(dir: &Path, files: &[PathBuf], path: &Path) -> Result<PathBuf, OutError> {
    let place = place_of(path)?;
    // By their usual names they are guarded also where `[files]` names others.
    let own = RECORD.iter().chain(&USUAL).map(|name| dir.join(name)).chain(files.iter().map(|file| dir.join(file)));
    for own in own {
        // A guarded file without a place (its folder is gone) can't be hit.
        if place_of(&own).is_ok_and(|own| own == place) || same_file(&own, &place) {
            return Err(OutError::OfTheStrike(path.to_owned()));
        }
    }
    Ok(place)
}

/// The one true name of a file that may not exist yet: links followed, `..` and the folder's own spelling resolved.
fn place_of(path: &Path) -> Result<PathBuf, OutError> {
    let failed = |source| OutError::Io { path: path.to_owned(), source };
    if path.is_dir() {
        return Err(OutError::NotAFile(path.to_owned()));
    }
    if let Ok(place) = fs::canonicalize(path) {
        return Ok(place);
    }
    let name = path.file_name().ok_or_else(|| OutError::NotAFile(path.to_owned()))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    Ok(fs::canonicalize(folder).map_err(failed)?.join(name))
}

/// True when both names lead to one file (a second link to it).
#[cfg(unix)]
fn same_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(a), fs::metadata(b)) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

/// Links are not followed here beyond what the names tell.
#[cfg(not(unix))]
fn same_file(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(dir: &Path, path: &Path) -> Result<(), OutError> {
        write_out(dir, &["b.csv".into(), "deep/region.toml".into()], path, |to| {
            to.write_all(b"new").map_err(|source| OutError::Io { path: "content".into(), source })
        })
    }

    #[test]
    fn files_of_the_strike_are_never_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        fs::create_dir(dir.join("deep")).unwrap();
        fs::write(dir.join("deep/region.toml"), "old").unwrap();
        fs::write(dir.join("roster.db"), "old").unwrap();
        for name in ["strike.toml", "roster.db", "roster.db-wal", "b.csv", "deep/region.toml", "deep/../members.csv"] {
            assert!(matches!(put(dir, &dir.join(name)), Err(OutError::OfTheStrike(_))), "{name}");
        }
        assert_eq!(fs::read(dir.join("roster.db")).unwrap(), b"old");
        assert!(!dir.join("strike.toml").exists());
        assert!(matches!(put(dir, dir), Err(OutError::NotAFile(_))));
        assert!(matches!(put(dir, &dir.join("nowhere/x.txt")), Err(OutError::Io { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_around_the_guard_and_files_are_private() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        fs::write(dir.join("members.csv"), "old").unwrap();
        symlink(dir.join("members.csv"), dir.join("soft")).unwrap();
        fs::hard_link(dir.join("members.csv"), dir.join("hard")).unwrap();
        for name in ["soft", "hard"] {
            assert!(matches!(put(dir, &dir.join(name)), Err(OutError::OfTheStrike(_))), "{name}");
        }
        put(dir, &dir.join("sheet.txt")).unwrap();
        put(dir, &dir.join("sheet.txt")).unwrap();
        assert_eq!(fs::read(dir.join("sheet.txt")).unwrap(), b"new");
        assert_eq!(fs::metadata(dir.join("sheet.txt")).unwrap().mode() & 0o777, 0o600);
        put(dir, Path::new("/dev/null")).unwrap();
    }

    #[test]
    fn a_failure_leaves_what_was_there() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("sheet.txt");
        fs::write(&path, "old").unwrap();
        let result = write_out(dir.path(), &[], &path, |to| {
            let _ = to.write_all(b"half");
            Err(OutError::NotAFile("nothing".into()))
        });
        assert!(result.is_err());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left lying about");
    }
}
