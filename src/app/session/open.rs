//! Opening a strike's folder: read the files, put the record on them, count.

use super::{Clock, Session, When, absence, standing};
use crate::engine::coverage::Coverage;
use crate::model::Strike;
use crate::model::campaign::Language;
use crate::model::problem::{Problem, Severity};
use crate::rules::Ground;
use crate::store::read::{Sources, read_strike};
use crate::store::record::{FILE, Identity, Record, RecordError, settle};
use std::path::Path;
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
    // What a program that ended too early left pending is finished first, so that files and record tell the same.
    let left = settle(folder)?;
    let reading = read_strike(folder);
    let mut opened = Opened { session: None, name: reading.name, problems: reading.problems, sources: reading.sources };
    opened.problems.extend(left.iter().map(|name| Problem::warning("import_unfinished").in_file(name)));
    let Some(strike) = reading.strike else { return Ok(opened) };
    match Session::on(strike, folder, settings) {
        Ok(mut session) => {
            session.files = opened.sources.names().map(Into::into).collect();
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
        let language = settings.language.unwrap_or(strike.campaign.language);
        let clock = match settings.now {
            When::Now => Clock::System,
            when => Clock::Fixed(when.resolve(strike.campaign.zone, Clock::System)),
        };
        let mut record = Record::open(folder, Identity::of(&strike))?;
        let mut originals = absence::Originals::default();
        let (ground, loaded) = record.load(|absences, closures| {
            let mut strike = strike;
            absence::amend(&mut strike, &mut originals, absences, closures);
            Arc::new(Ground::new(strike))
        })?;
        let coverage = Coverage::count(&ground, &loaded.roster);
        Ok(Self {
            ground,
            coverage,
            roster: loaded.roster,
            version: loaded.version,
            published: loaded.published,
            told_lost: loaded.told_lost,
            stranded: loaded.stranded,
            absences: loaded.absences,
            closures: loaded.closures,
            epoch: 0,
            moment: None,
            language,
            folder: folder.to_owned(),
            files: Vec::new(),
            member_files: Vec::new(),
            sample: None,
            originals,
            record,
            clock,
            actor: settings.actor,
        })
    }
}
