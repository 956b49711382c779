//! Opening a strike's folder: read the files, put the record on them, count.

use super::{Clock, Session, absence};
use crate::engine::coverage::Coverage;
use crate::model::Strike;
use crate::model::campaign::Language;
use crate::rules::Ground;
use crate::store::record::{Identity, Record, RecordError};
use std::path::Path;
use std::sync::Arc;

/// What a session is given from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The clock.
    pub clock: Clock,
    /// Who acts.
    pub actor: String,
    /// The language; None: the strike's own.
    pub language: Option<Language>,
}

impl Session {
    /// A session on `strike`, read from `folder`.
    pub fn on(strike: Strike, folder: &Path, settings: Settings) -> Result<Self, RecordError> {
        let language = settings.language.unwrap_or(strike.campaign.language);
        let mut record = Record::open(folder, Identity::of(&strike))?;
        let mut originals = absence::Originals::default();
        let (ground, loaded) = record.load(|absences| {
            let mut strike = strike;
            absence::amend(&mut strike, &mut originals, absences);
            Arc::new(Ground::new(strike))
        })?;
        let coverage = Coverage::count(&ground, &loaded.roster);
        Ok(Self {
            ground,
            coverage,
            roster: loaded.roster,
            version: loaded.version,
            published: loaded.published,
            stranded: loaded.stranded,
            absences: loaded.absences,
            language,
            folder: folder.to_owned(),
            originals,
            record,
            clock: settings.clock,
            actor: settings.actor,
        })
    }
}
