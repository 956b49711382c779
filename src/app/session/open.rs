//! Opening a strike's folder: read the files, put the record on them, count.

use super::{Clock, Session, When, absence, standing};
use crate::engine::coverage::Coverage;
use crate::model::Strike;
use crate::model::campaign::Language;
use crate::model::problem::{Problem, Severity};
use crate::rules::Ground;
use crate::store::progress::{Progress, Stage};
use crate::store::read::{Sources, glance, read_strike};
use crate::store::record::{Ahead, FILE, Identity, Record, RecordError, settle};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a session is given from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The clock: stands still at that instant, or runs.
    pub now: When,
    /// Who acts.
    pub actor: String,
    /// The language; None: the strike's own.
    pub language: Option<Language>,
}

/// A strike to be opened, while someone may look on.
pub struct Opening {
    /// What is opened, as it was asked for.
    pub name: String,
    /// Its folder; None: the built-in sample.
    pub folder: Option<PathBuf>,
    /// The language asked for.
    pub language: Option<Language>,
    /// Opens it, and tells how far that is.
    pub open: Box<OpenStrike>,
}

/// Opens a strike, and tells how far that is.
pub type OpenStrike = dyn FnOnce(&Progress) -> Result<Opened, RecordError> + Send;

impl Opening {
    /// The strike's name and language, from a glance at its first file: what there is to say before it is read.
    pub fn glance(&self) -> (String, Language) {
        let seen = self.folder.as_deref().and_then(glance);
        let language = self.language.or(seen.as_ref().map(|(_, language)| *language)).unwrap_or_default();
        (seen.map_or_else(|| self.name.clone(), |(name, _)| name), language)
    }
}

/// A folder, read.
#[derive(Debug)]
pub struct Opened {
    /// The session; None: there is an error in the input.
    pub session: Option<Session>,
    /// The strike's name, whenever it could be read.
    pub name: Option<String>,
    /// Everything wrong with the files and the record.
    pub problems: Vec<Problem>,
    /// The text of every file read, to show problems in their place.
    pub sources: Sources,
}

impl Opened {
    /// True when an error keeps the strike from being used.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Opens `folder`. What is wrong with the files, or with the record as a file, is told in [`Opened::problems`]; an error is
/// only what keeps the record from being read now (a lock, a disk).
pub fn open(folder: &Path, settings: Settings) -> Result<Opened, RecordError> {
    open_telling(folder, settings, &Progress::default())
}

/// As [`open`], telling how far it is.
pub fn open_telling(folder: &Path, settings: Settings, progress: &Progress) -> Result<Opened, RecordError> {
    // What a program that ended too early left pending is finished first, so that files and record tell the same.
    let left = settle(folder)?;
    let ahead = Ahead::start(folder, progress);
    let reading = read_strike(folder);
    let mut opened = Opened { session: None, name: reading.name, problems: reading.problems, sources: reading.sources };
    opened.problems.extend(left.iter().map(|name| Problem::warning("import_unfinished").in_file(name)));
    let Some(strike) = reading.strike else {
        // Nothing can be put on the record; what is wrong with it is told in the same run all the same.
        opened.problems.extend(Record::fault(folder, opened.name.as_deref()));
        return Ok(opened);
    };
    match Session::on_record(strike, folder, settings, Some(ahead), progress) {
        Ok(mut session) => {
            session.files = opened.sources.names().map(Into::into).collect();
            session.fingerprint = opened.sources.fingerprint();
            session.member_files = reading.member_files;
            opened.session = Some(session);
        }
        Err(error) => opened.problems.push(error.problem().ok_or(error)?),
    }
    Ok(opened)
}

/// As [`open`], and everything else that `check` looks at: the whole record, and how the roster stands with the files.
pub fn examine(folder: &Path, settings: Settings) -> Result<Opened, RecordError> {
    let mut opened = open(folder, settings)?;
    let Some(session) = &opened.session else { return Ok(opened) };
    match session.verify() {
        Ok(None) => {}
        Ok(Some(seq)) => {
            opened.problems.push(Problem::error("record_altered").in_file(FILE).with("seq", seq));
        }
        Err(error) => opened.problems.push(error.problem().ok_or(error)?),
    }
    if !opened.has_errors() {
        match session.differs() {
            Ok(None) => {}
            Ok(Some(table)) => {
                opened.problems.push(Problem::error("record_differs").in_file(FILE).with("table", table.word()));
            }
            Err(error) => opened.problems.push(error.problem().ok_or(error)?),
        }
    }
    opened.problems.extend(standing::warnings(&session.ground, &session.roster, &session.stranded));
    Ok(opened)
}

impl Session {
    /// A session on `strike`, read from `folder`.
    pub fn on(strike: Strike, folder: &Path, settings: Settings) -> Result<Self, RecordError> {
        Self::on_record(strike, folder, settings, None, &Progress::default())
    }

    /// The same; of its record, some may have been read ahead.
    fn on_record(
        strike: Strike,
        folder: &Path,
        settings: Settings,
        ahead: Option<Ahead>,
        progress: &Progress,
    ) -> Result<Self, RecordError> {
        let language = settings.language.unwrap_or(strike.campaign.language);
        let clock = match settings.now {
            When::Now => Clock::System,
            when => Clock::Fixed(when.resolve(strike.campaign.zone, Clock::System)),
        };
        let mut record = Record::open(folder, Identity::of(&strike))?;
        let mut originals = absence::Originals::default();
        record.tell(progress.clone());
        let mut coverage = None;
        let (ground, loaded) = record.load(ahead, |absences, closures| {
            let mut strike = strike;
            absence::amend(&mut strike, &mut originals, absences, closures);
            let ground = Arc::new(Ground::new(strike));
            // While the rest of the roster is still being read.
            coverage = Some(Coverage::uncounted(&ground));
            ground
        })?;
        progress.tell(Stage::Counting, 0, 0);
        let coverage = coverage.unwrap_or_else(|| Coverage::uncounted(&ground)).counting(&ground, &loaded.roster);
        Ok(Self {
            ground,
            coverage,
            roster: loaded.roster,
            version: loaded.version,
            published: loaded.published,
            told_lost: loaded.told_lost,
            told_hours: loaded.told_hours,
            stranded: loaded.stranded,
            absences: loaded.absences,
            closures: loaded.closures,
            epoch: 0,
            moment: None,
            language,
            folder: folder.to_owned(),
            files: Vec::new(),
            member_files: Vec::new(),
            fingerprint: 0,
            sample: None,
            originals,
            record,
            clock,
            actor: settings.actor,
            field: Arc::default(),
            watch: Arc::default(),
            holds: super::Hold::Off,
            held: None,
            edit: None,
            lent: false,
        })
    }
}
