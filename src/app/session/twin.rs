//! A twin of the session: for what takes longer than a screen may stand still.
//!
//! The twin is on the same record through a connection of its own, and starts from the same entry. While it is at work the
//! session it came from does nothing and hears nothing, so that the two can't part; then the twin takes its place. The rules
//! of every action hold for it as for any other program on the record.

use super::Session;
use crate::store::progress::{Progress, Stage};
use crate::store::record::{Entry, PURGE, Payload, RecordError};
use std::sync::Arc;

/// What is larger than this takes longer than a frame: bytes of a change as the journal keeps it.
const LARGE: u64 = 100_000;
/// Where more members than this have to be looked over anew, that takes longer than a frame.
const MANY: usize = 2_000;

impl Session {
    /// Gives a twin, for another thread; what it does is told to `progress`. Until [`take_back`](Self::take_back) (or
    /// [`go_on_alone`](Self::go_on_alone)), every action here is refused.
    pub fn lend(&mut self, progress: &Progress) -> Result<Self, RecordError> {
        let mut twin = self.reader()?;
        progress.tell(Stage::Changes, 0, 0);
        twin.record.tell(progress.clone());
        self.lent = true;
        Ok(twin)
    }

    /// Gives a copy that is only to be read, for another thread: what is done here meanwhile it does not hear.
    pub fn reader(&self) -> Result<Self, RecordError> {
        Ok(Self {
            ground: Arc::clone(&self.ground),
            roster: self.roster.clone(),
            coverage: self.coverage.clone(),
            version: self.version,
            published: self.published.clone(),
            told_lost: self.told_lost.clone(),
            told_hours: self.told_hours.clone(),
            stranded: self.stranded.clone(),
            absences: self.absences.clone(),
            closures: self.closures.clone(),
            epoch: self.epoch,
            moment: self.moment,
            language: self.language,
            folder: self.folder.clone(),
            files: self.files.clone(),
            member_files: self.member_files.clone(),
            fingerprint: self.fingerprint,
            sample: None,
            originals: self.originals.clone(),
            record: self.record.twin()?,
            clock: self.clock,
            actor: self.actor.clone(),
            field: Arc::clone(&self.field),
            watch: Arc::clone(&self.watch),
            holds: self.holds,
            held: None,
            edit: self.edit.clone(),
            lent: false,
        })
    }

    /// Puts the twin in this session's place; gives what was there before, to be let go of.
    #[must_use = "to let go of a large one takes long"]
    pub fn take_back(&mut self, twin: Self) -> Self {
        let sample = self.sample.take();
        let before = std::mem::replace(self, twin);
        self.sample = self.sample.take().or(sample);
        self.record.tell(Progress::default());
        before
    }

    /// Goes on as another session on the same folder, which has read files that have changed: shifts and members may have other
    /// places in it.
    pub fn go_on_as(&mut self, anew: Self) {
        let (sample, holds, epoch, before) = (self.sample.take(), self.holds, self.epoch + 1, self.before());
        *self = Self { epoch, sample, holds, ..anew };
        if let Some(before) = before {
            self.note_other_files(&before);
        }
    }

    /// Goes on without the twin, which was lost: what it wrote is heard like any other program's.
    pub fn go_on_alone(&mut self) {
        self.lent = false;
    }

    /// True while a twin is at work.
    pub fn is_lent(&self) -> bool {
        self.lent
    }

    /// True when looking over every member anew takes longer than a frame: after absences, closed sites, other files.
    pub fn is_large(&self) -> bool {
        self.ground.strike.members.len() > MANY
    }

    /// True when so many changes of assignments take longer than a frame.
    pub fn takes_long(changes: usize) -> bool {
        changes > MANY
    }

    /// True when turning this entry (undoing it, doing it again) takes longer than a frame.
    pub fn is_heavy(&self, seq: u64) -> Result<bool, RecordError> {
        if self.record.size_of(seq)? > LARGE {
            return Ok(true);
        }
        Ok(self.is_large() && rebuilds(&self.record.entry(seq)?.1))
    }

    /// An entry of the journal. What a large one changed is not read for it.
    pub fn entry(&self, seq: u64) -> Result<Option<Entry>, RecordError> {
        if self.record.size_of(seq)? <= LARGE {
            return self.record.entry(seq).map(|(entry, _)| Some(entry));
        }
        Ok(self.record.history()?.0.into_iter().find(|entry| entry.seq == seq))
    }

    /// True when hearing what others did takes longer than a frame.
    pub fn has_heavy_news(&self) -> Result<bool, RecordError> {
        if self.moment.is_some() || self.lent {
            return Ok(false);
        }
        let waiting = self.record.waiting()?;
        for Entry { seq, action, .. } in waiting {
            // After a purge the files are read anew.
            if self.is_heavy(seq)? || action == PURGE && self.is_large() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// True when the ground has to be worked out anew.
fn rebuilds(payload: &Payload) -> bool {
    !payload.came.is_empty() || !payload.went.is_empty() || !payload.files.is_empty() || payload.closes()
}
