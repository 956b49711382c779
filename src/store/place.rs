//! A text file put in its place: whole and safe beside it first, then renamed, private to its owner; as it was, it can be
//! kept next to it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// What the file at `place` is kept as.
fn backup_of(place: &Path) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".bak");
    name.into()
}

/// Writes `text` in place of the file at `path`; the file as it was is kept beside it when `keep` says so.
pub fn replace(path: &Path, text: &str, keep: bool) -> io::Result<()> {
    // Through a link to the file itself: a link stays a link.
    let place = fs::canonicalize(path)?;
    let new = beside(&place, text)?;
    if keep {
        let old = beside(&place, &fs::read_to_string(&place)?)?;
        old.persist(backup_of(&place)).map_err(|error| error.error)?;
    }
    new.persist(&place).map_err(|error| error.error)?;
    place.parent().into_iter().for_each(sync_folder);
    Ok(())
}

/// So that a new name in `folder` survives a power cut. Where folders can't be synced, the system does it in its own time.
pub fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Finds out whether `text` could be written in place of the file at `path`, twice over: a full disk or a folder that can't
/// be written shows here, before anything is changed.
pub fn rehearse(path: &Path, text: &str) -> io::Result<()> {
    let place = fs::canonicalize(path)?;
    let (_one, _two) = (beside(&place, text)?, beside(&place, text)?);
    Ok(())
}

/// Writes `text` into a new file at `path`, whole and private from its first byte on; never over one that is there.
pub fn place_new(path: &Path, text: &str) -> io::Result<()> {
    beside(path, text)?.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes new files into `folder`, each a name and a text, in this order: all of them, or none where one can't be written.
/// Gives the path of that one.
pub fn place_all_new<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), (PathBuf, io::Error)> {
    let mut placed: Vec<PathBuf> = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        if let Err(error) = place_new(&path, text) {
            // A part of a strike would be in the way of the next attempt. What can't be taken away is told then.
            for path in &placed {
                let _ = fs::remove_file(path);
            }
            return Err((path, error));
        }
        placed.push(path);
    }
    Ok(())
}

/// Makes `folder`, for its owner alone, and those it lies in, where they are not there yet.
pub fn make_private(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A temporary file is private from its first byte on, and is removed if it is never put in place.
fn beside(place: &Path, text: &str) -> io::Result<NamedTempFile> {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".picket-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}
