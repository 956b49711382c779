//! A session: one strike, its record, and everything kept in step while people work on it.
//!
//! Every action goes the same way: take the record's write lock, hear what other programs did, decide on that roster by
//! the rules, write, then bring roster and coverage along. So the numbers on the screen are never ahead of the disk, and
//! two programs never decide on different rosters. Sentences, terminals and paper are not its business.

pub mod absence;
mod action;
mod alone;
mod attendance;
mod back;
mod branch;
pub mod clock;
mod closing;
mod exchange;
mod files;
mod find;
mod frailty;
mod hand;
mod happening;
mod hold;
mod import;
mod ledger;
mod line_now;
mod lock;
mod many;
mod naming;
mod numbers;
mod open;
mod past;
mod plan;
mod purge;
mod reached;
mod redact;
mod repair;
mod retime;
mod rewind;
mod sample;
mod sheet;
pub mod standing;
mod time_out;
mod twin;
mod whatif;

pub use action::{ActError, Against, Done, Locked};
pub use alone::ALONE;
pub use attendance::{By, NotSigned, Told, Way};
pub use branch::{NotTaken, is_name};
pub use clock::{Clock, When, instant_on, instant_told};
pub use closing::{Closing, Unmoved, WouldClose};
pub use find::Unclear;
pub use frailty::Frailty;
pub use happening::{Noted, Report, guests_told};
pub(crate) use hold::watching;
pub use hold::{Held, Hold};
pub use import::{Broken, NotImported, Staged};
pub use ledger::{NotYet, Short, length_told};
pub use line_now::{Here, LineNow, Unrelieved};
pub use many::{Many, Step};
pub use naming::NotNamed;
pub use numbers::NotSet;
pub use open::{OpenStrike, Opened, Opening, Settings, examine, open, open_telling};
pub use past::Moment;
pub use plan::Base;
pub use purge::{NotPurged, Purge, Wanted};
pub use reached::Heard;
pub use redact::Copy;
pub use retime::{NotRetimed, Retiming, Times};
pub use rewind::Past;
pub use sample::open_sample;
pub use sheet::{NotEntered, Reading, SECOND, SheetLine, clock_told, guests_on_line, reading_told};
pub use time_out::Cause;
pub use whatif::{Measure, Premise, WhatIf};

use crate::app::told::Asked;
use crate::engine::coverage::Coverage;
use crate::engine::gaps::{Edit, Field, Watch};
use crate::model::campaign::Language;
use crate::model::{Change, Instant, MemberIx, Roster};
use crate::rules::Ground;
use crate::store::progress::{Progress, Stage};
use crate::store::read::read_strike;
use crate::store::record::{
    Absence, Copied, Differs, Entry, Fact, Hours, PUBLISH, PURGE, Payload, Record, RecordError, Row, Stranded, Turns,
    settle,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

/// Chooses among plans that are equally good, where nobody tells another: the same on the screen as on the command line.
pub const SEED: u64 = 1;

/// Changes after which the progress is told.
const STRIDE: usize = 4096;

/// A strike, opened.
#[derive(Debug)]
pub struct Session {
    /// What does not change while people are assigned. Replaced whole when someone is told to be absent.
    pub ground: Arc<Ground>,
    /// Who stands where.
    pub roster: Roster,
    /// The counts of that roster, always in step.
    pub coverage: Coverage,
    /// Number of changes made to the roster so far.
    pub version: u64,
    /// What people were last told, with its version.
    pub published: Option<(u64, Roster)>,
    /// What people were last told that the files no longer know.
    pub told_lost: Stranded,
    /// The hours of shifts as people were last told them.
    pub told_hours: Hours,
    /// Assignments whose shift, member or duty the files no longer know.
    pub stranded: Stranded,
    /// Times in which members can't stand.
    pub absences: Vec<Absence>,
    /// Sites that are closed.
    pub closures: Vec<Fact>,
    /// Goes up whenever shifts or members may have other places in their tables: indices kept from before are worth nothing.
    pub epoch: u64,
    /// The moment looked back to; None: the present.
    pub moment: Option<Moment>,
    /// The language spoken.
    pub language: Language,
    /// The strike's folder.
    pub folder: PathBuf,
    /// The files it was read from, as the strike names them: nothing may be written over them.
    pub files: Vec<PathBuf>,
    /// Those of them that hold members, in order.
    pub member_files: Vec<String>,
    /// The files' fingerprint as they were read.
    pub fingerprint: u64,
    /// The folder of the built-in sample, gone when the session ends; None: a strike of the user's own.
    pub sample: Option<tempfile::TempDir>,
    originals: absence::Originals,
    record: Record,
    clock: Clock,
    actor: String,
    /// Who could come where, whatever the roster; once it is asked for.
    field: Arc<OnceLock<Field>>,
    /// What is known of the roster's gaps from one edit to the next.
    watch: Arc<Mutex<Watch>>,
    /// Whether edits are answered: see [`Session::answer`].
    holds: Hold,
    held: Option<Box<Result<Held, ActError>>>,
    /// What the edits touched that wait for their answer.
    edit: Option<Edit>,
    /// A twin is at work: nothing is done or heard here until it comes back.
    lent: bool,
}

impl Session {
    /// The present, by the session's clock.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The session's clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Who acts.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// The number of the journal's last entry known here: it rises with everything that is noted, sign-ins too.
    pub fn seq(&self) -> u64 {
        self.record.seq()
    }

    /// What stands, to be held against what people were told.
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            ground: &self.ground,
            roster: &self.roster,
            told: self.published.as_ref().map(|(_, roster)| (roster, &self.told_hours)),
            lost: Some(&self.told_lost),
            now: self.now(),
            site: None,
            day: None,
        }
    }

    /// Hears what other programs did to the record. True when something changed. Cheap when nothing did: made to be asked
    /// every second. Who looks back hears nothing.
    pub fn refresh(&mut self) -> Result<bool, RecordError> {
        if self.moment.is_some() || self.lent {
            return Ok(false);
        }
        let news = self.record.news()?;
        self.hear(&news)?;
        Ok(!news.is_empty())
    }

    /// Every entry of the journal, in order, and what of it is undone.
    pub fn history(&self) -> Result<(Vec<Entry>, Turns), RecordError> {
        self.record.history()
    }

    /// The entries that touch this member, or a shift whose id begins so.
    pub fn touching(&self, member: Option<&str>, shift: Option<&str>) -> Result<BTreeSet<u64>, RecordError> {
        self.record.touching(member, shift)
    }

    /// Where is told how far something is that takes long.
    pub fn progress(&self) -> &Progress {
        self.record.progress()
    }

    /// What a copy of the record made now is called where nobody says otherwise.
    pub fn backup_name(&self) -> String {
        let at = self.now().in_zone(self.ground.strike.campaign.zone);
        format!("roster-{}.db", at.format("%Y%m%d-%H%M%S"))
    }

    /// Copies the record to `place` as it is at this instant. None: there is none yet.
    pub fn copy_record(&self, place: &Path) -> Result<Option<Copied>, RecordError> {
        self.record.copy_to(place)
    }

    /// Looks the whole record over; gives the first entry that was changed after it was written, if any.
    pub fn verify(&self) -> Result<Option<u64>, RecordError> {
        self.record.verify()
    }

    /// The first table of the record that is not what its journal leads to, if any.
    pub fn differs(&self) -> Result<Option<Differs>, RecordError> {
        self.record.differs()
    }

    /// The seal of the journal as it is: see [`Record::seal`].
    pub fn seal(&self) -> Result<Option<String>, RecordError> {
        self.record.seal()
    }

    /// The entry that a seal noted down earlier belongs to; None: what it sealed is not there any more.
    pub fn sealed(&self, seal: &str) -> Result<Option<u64>, RecordError> {
        self.record.sealed(seal)
    }

    /// Brings everything along with what other programs did.
    fn hear(&mut self, news: &[(Entry, Payload)]) -> Result<(), RecordError> {
        let of_files = |(entry, payload): &(Entry, Payload)| entry.action == PURGE || !payload.files.is_empty();
        if news.iter().any(|each| each.1.closes() || of_files(each)) {
            return self.reload(news.iter().any(of_files));
        }
        for (entry, payload) in news {
            self.absorb(payload);
            self.reach(entry);
        }
        Ok(())
    }

    /// Takes over the version that `entry` leads to, and, when it publishes, that people were told the roster as it is.
    fn reach(&mut self, entry: &Entry) {
        self.version = entry.version;
        if entry.action == PUBLISH {
            self.published = Some((entry.version, self.roster.clone()));
            self.told_lost = self.stranded.clone();
            self.told_hours = Hours::told(&entry.particulars);
        }
    }

    /// Reads the record anew, and the files too where they have changed: other shifts or members may exist now.
    fn reload(&mut self, files_too: bool) -> Result<(), RecordError> {
        let mut strike = None;
        if files_too {
            // Whoever changed them may still be on the way; both do the same.
            settle(&self.folder)?;
            let reading = read_strike(&self.folder);
            // Files that can't be used are told by every opening; until then the strike goes on as it was.
            if reading.strike.is_some() {
                self.originals = absence::Originals::default();
                self.files = reading.sources.names().map(Into::into).collect();
                self.fingerprint = reading.sources.fingerprint();
                self.member_files = reading.member_files;
                strike = reading.strike;
            }
        }
        let mut strike = strike.unwrap_or_else(|| self.ground.strike.clone());
        let originals = &mut self.originals;
        let (ground, loaded) = self.record.load(None, |absences, closures| {
            absence::amend(&mut strike, originals, absences, closures);
            Arc::new(Ground::new(strike))
        })?;
        self.coverage = Coverage::count(&ground, &loaded.roster);
        self.ground = ground;
        self.field = Arc::default();
        self.roster = loaded.roster;
        self.version = loaded.version;
        self.published = loaded.published;
        self.told_lost = loaded.told_lost;
        self.told_hours = loaded.told_hours;
        self.stranded = loaded.stranded;
        self.absences = loaded.absences;
        self.closures = loaded.closures;
        self.epoch += 1;
        Ok(())
    }

    /// Brings roster, coverage, stranded assignments and absences to where `payload` leads. Gives the changes of the roster.
    fn absorb(&mut self, payload: &Payload) -> Vec<Change> {
        if !payload.came.is_empty() || !payload.went.is_empty() {
            self.absences.retain(|each| !payload.went.iter().any(|gone| gone.id == each.id));
            self.absences.extend(payload.came.iter().cloned());
            self.absences.sort_by_key(|each| each.id);
            self.rebuild();
            let whose = payload.came.iter().chain(&payload.went);
            let members: Vec<MemberIx> =
                whose.filter_map(|each| self.ground.strike.lookup.members.get(&each.member).copied()).collect();
            if self.field.get().is_some()
                && let Some(field) = Arc::make_mut(&mut self.field).get_mut()
            {
                for member in members {
                    field.hear(&self.ground, member);
                }
            }
        }
        let mut changes = Vec::with_capacity(payload.len());
        let (mut last, mut known) = ("", None);
        for (shift, step) in payload.steps() {
            // Steps come shift by shift.
            if shift != last {
                (last, known) = (shift, self.ground.find(shift).ok());
            }
            if changes.len() % STRIDE == 0 {
                self.record.progress().tell(Stage::Counting, changes.len(), payload.len());
            }
            let resolved = |row: &Row| row.assignment(&self.ground, known?, &step.member);
            let before = step.before.as_deref().and_then(resolved);
            let after = step.after.as_deref().and_then(resolved);
            let key = || (shift.to_owned(), step.member.clone());
            // What stands here counts, not what the entry says stood: they differ only for a record someone else wrote.
            let stands =
                before.as_ref().or(after.as_ref()).and_then(|each| self.roster.get(each.shift, each.member)).cloned();
            if step.before.is_some() && before.is_none() {
                self.stranded.remove(&key());
            }
            if let (Some(row), None) = (&step.after, &after) {
                self.stranded.insert(key(), Row::clone(row));
            }
            let change = match (stands, after) {
                (None, None) => continue,
                (None, Some(after)) => Change::Added(after),
                (Some(before), None) => Change::Removed(before),
                (Some(before), Some(after)) => Change::Altered { before, after },
            };
            self.apply(&change);
            changes.push(change);
        }
        changes
    }

    /// Carries a change out on roster and coverage.
    fn apply(&mut self, change: &Change) {
        self.coverage.apply(&self.ground, change);
        self.roster.apply(change);
    }

    /// Works the ground out anew with the absences as they are. Shifts and members keep their places, so roster and
    /// coverage stay as they are; only what was asked of each member has to be counted again.
    fn rebuild(&mut self) {
        let mut strike = self.ground.strike.clone();
        absence::amend(&mut strike, &mut self.originals, &self.absences, &self.closures);
        self.ground = Arc::new(Ground::new(strike));
        self.coverage = Coverage::count(&self.ground, &self.roster);
    }
}
