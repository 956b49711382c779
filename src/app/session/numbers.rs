//! A number of a line, set by hand: written into the strike's own file, comments kept, and kept in the journal, so that it is
//! known who set it and can be taken back.

use super::Session;
use super::action::{ActError, Done, Draft};
use crate::model::LineIx;
use crate::store::numbers::edit;
use crate::store::read::Reading;
use crate::store::record::{Patch, Payload};
use serde_json::json;

/// Why a number was not set.
#[derive(Debug, thiserror::Error)]
pub enum NotSet {
    /// No file of the strike holds the line's site.
    #[error("no file holds the site {0}")]
    Nowhere(String),
    /// With it, the strike's files would have errors; these.
    #[error("the files would have errors")]
    Unfit(Box<Reading>),
    /// The record or the disk refuses.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl Session {
    /// Sets `key` (`minimum`, `target`, …) of a line to `number`. Gives the file that was written, as the strike names it.
    pub fn set_number(&mut self, line: LineIx, key: &'static str, number: u32) -> Result<(Done, String), NotSet> {
        let strike = &self.ground.strike;
        let the_line = strike.line(line);
        let (site, id) = (strike.site(the_line.site).id.clone(), the_line.id.clone());
        let paths: Vec<_> = self.files.iter().map(|file| self.folder.join(file)).collect();
        let edited = edit(&paths, &site, &id, key, number).ok_or_else(|| NotSet::Nowhere(site.clone()))?;
        let file = self.file_named(&edited.path);
        let files = [(file.clone(), edited.after.clone())];
        self.read_with(&files).map_err(NotSet::Unfit)?;
        self.rehearse(&files)?;
        let done = self.act(|session| {
            session.refuse_if_not(&file, &edited.before)?;
            if edited.before == edited.after {
                return Ok(None);
            }
            let mut particulars =
                json!({ "place": format!("{site}/{id}"), "number": key, "after": number, "file": file });
            let lines = &session.ground.strike.lines;
            if let Some(now) =
                lines.get(line.ix()).filter(|line| line.id == id).and_then(|line| line.numbers.named(key))
            {
                particulars["before"] = json!(now);
            }
            let files = vec![Patch::between(&file, &edited.before, &edited.after)];
            Ok(Some(Draft::new("setting", particulars, Payload { files, ..Payload::default() })))
        })?;
        Ok((done, file))
    }
}
