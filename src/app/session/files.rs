//! Files of the strike that an action writes: how the strike would read with them, whether they can be written, whether they
//! are still what the action was worked out on.

use super::Session;
use super::action::ActError;
use crate::model::MemberIx;
use crate::store::import::{ImportError, List, read_file};
use crate::store::place::rehearse;
use crate::store::read::{Contact, Instead, Reading, contact, read_strike_with};
use crate::store::record::{Patch, RecordError};
use std::path::Path;

impl Session {
    /// The list of members in the file of that name.
    pub(super) fn list(&self, name: &str) -> Result<List, ImportError> {
        List::of_bytes(name, read_file(&self.folder.join(name))?)
    }

    /// The strike as it reads with `files`, each a name with its text, in place of those there are; Err: with errors.
    pub(super) fn read_with(&self, files: &[(String, String)]) -> Result<Reading, Box<Reading>> {
        let reading = read_strike_with(&self.folder, Instead { files, agreement: None });
        if reading.is_usable() { Ok(reading) } else { Err(Box::new(reading)) }
    }

    /// Finds out what could go wrong when `files` are written: a full disk, a folder that may not be written to.
    pub(super) fn rehearse(&self, files: &[(String, String)]) -> Result<(), ActError> {
        for (name, text) in files {
            let path = self.folder.join(name);
            rehearse(&path, text).map_err(|source| RecordError::Io { path, source })?;
        }
        Ok(())
    }

    /// How a member can be reached, as the lists say now. None: none of them has the member any more.
    pub fn contact(&self, member: MemberIx) -> Option<Contact> {
        contact(&self.folder, &self.member_files, &self.ground.strike.member(member).id)
    }

    /// The file at `path` as the strike names it; the path, where it is none of the strike's.
    pub(super) fn file_named(&self, path: &Path) -> String {
        let file = self.files.iter().find(|file| self.folder.join(file) == path);
        file.map_or(path, |file| file.as_path()).to_string_lossy().into_owned()
    }

    /// Refuses when the file of that name is not `before` any more.
    pub(super) fn refuse_if_not(&self, name: &str, before: &str) -> Result<(), ActError> {
        let is_same = std::fs::read(self.folder.join(name)).is_ok_and(|text| text == before.as_bytes());
        if is_same { Ok(()) } else { Err(ActError::FileChanged(name.to_owned())) }
    }

    /// Refuses when a file was changed where one of `patches` would change it.
    pub(super) fn refuse_if_unpatchable(&self, patches: &[Patch]) -> Result<(), ActError> {
        for patch in patches {
            let text = std::fs::read_to_string(self.folder.join(&patch.file)).unwrap_or_default();
            if patch.apply(&text).is_none() {
                return Err(ActError::FileChanged(patch.file.clone()));
            }
        }
        Ok(())
    }
}
