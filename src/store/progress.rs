//! How far a long reading or writing is: told by whoever does it, looked at by whoever waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Stage {
    /// The strike's text files are read.
    #[default]
    Files,
    /// The roster is read.
    Roster,
    /// Changes are worked out.
    Changes,
    /// Changes are written.
    Writing,
    /// Coverage is counted.
    Counting,
    /// Shifts are looked at, one after the other.
    Shifts,
    /// Sheets are written.
    Sheets,
}

impl Stage {
    const ALL: [Self; 7] =
        [Self::Files, Self::Roster, Self::Changes, Self::Writing, Self::Counting, Self::Shifts, Self::Sheets];

    /// The word in `speech`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Files => "stage-files",
            Self::Roster => "stage-roster",
            Self::Changes => "stage-changes",
            Self::Writing => "stage-writing",
            Self::Counting => "stage-counting",
            Self::Shifts => "stage-shifts",
            Self::Sheets => "stage-sheets",
        }
    }
}

/// A place to tell it and to look at it; copies are of one place. Telling costs next to nothing.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Told>);

#[derive(Debug, Default)]
struct Told {
    stage: AtomicU8,
    done: AtomicUsize,
    of: AtomicUsize,
}

impl Progress {
    /// Tells: so much is done, of so much in all (0: nobody knows).
    pub fn tell(&self, stage: Stage, done: usize, of: usize) {
        self.0.of.store(of, Ordering::Relaxed);
        self.0.done.store(done, Ordering::Relaxed);
        self.0.stage.store(stage as u8, Ordering::Relaxed);
    }

    /// What is being done, how much of it is done, and of how much (0: nobody knows).
    pub fn look(&self) -> (Stage, usize, usize) {
        let stage = Stage::ALL.get(usize::from(self.0.stage.load(Ordering::Relaxed))).copied().unwrap_or_default();
        (stage, self.0.done.load(Ordering::Relaxed), self.0.of.load(Ordering::Relaxed))
    }
}
