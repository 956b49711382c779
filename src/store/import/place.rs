//! Lists put in their place: each written whole and safe beside it first, so that what can fail fails before anything is
//! changed; the list as it was is kept next to it.

use super::List;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A list, written beside its place and ready to be put there.
#[derive(Debug)]
pub struct Waiting {
    place: PathBuf,
    before: Vec<u8>,
    new: NamedTempFile,
    old: NamedTempFile,
}

/// What the list of `folder` that is called `name` is kept as.
pub fn backup_of(place: &Path) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".bak");
    name.into()
}

impl Waiting {
    /// Writes the list beside its place in `folder`, and a copy of what stands there.
    pub fn write(folder: &Path, list: &List) -> io::Result<Self> {
        // Through a link to the file itself: a link stays a link.
        let place = fs::canonicalize(folder.join(&list.name))?;
        let beside = place.parent().unwrap_or(folder);
        // A temporary file is private from its first byte on, and is removed if it is never put in place.
        let write = |text: &str| -> io::Result<NamedTempFile> {
            let mut file = tempfile::Builder::new().prefix(".picket-").tempfile_in(beside)?;
            file.write_all(text.as_bytes())?;
            file.as_file().sync_all()?;
            Ok(file)
        };
        let (new, old) = (write(&list.after())?, write(list.before())?);
        Ok(Self { place, before: list.before().as_bytes().to_vec(), new, old })
    }

    /// Puts the list in its place, and the old one beside it. Refuses when someone has changed the file meanwhile.
    pub fn put(self) -> io::Result<()> {
        self.is_as_read()?;
        self.old.persist(backup_of(&self.place)).map_err(|error| error.error)?;
        self.new.persist(&self.place).map_err(|error| error.error)?;
        if let Some(Ok(folder)) = self.place.parent().map(fs::File::open) {
            // So that the new name survives a power cut; where folders can't be synced, the system does it in its own time.
            let _ = folder.sync_all();
        }
        Ok(())
    }

    /// Fails when someone has changed the file since it was read.
    pub fn is_as_read(&self) -> io::Result<()> {
        if fs::read(&self.place)? == self.before {
            return Ok(());
        }
        Err(io::Error::other(format!("{} was changed meanwhile", self.place.display())))
    }
}
