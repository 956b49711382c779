//! Work that takes longer than a frame may: done on the spot for a small strike and in tests, asked of a worker otherwise.

use super::Desk;
use super::muster::{FEW, Found, Muster, Sought, Ways};
use super::place::Place;
use super::post::{Made, Post};
use crate::app::session::SEED;
use crate::engine::plan::Options;
use crate::model::{Instant, ShiftIx};
use crossbeam_channel::{Receiver, RecvTimeoutError};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

/// Has the thread that asks, and those it starts, stand back for the screen's: whoever types must not wait for a planner
/// that has every processor. Where the system knows no such thing for a thread, all go on as equals.
pub(super) fn stand_back() {
    /// As `nice` has it when it is not told how much.
    #[cfg(target_os = "linux")]
    const STEPS: i32 = 10;
    // Refused only where it stands back further already.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, STEPS);
}

/// Has a large value let go of beside the screen: to give half a million assignments back, one by one, takes as long as a frame
/// may. Where the system has no thread to give, it is let go of here.
pub(super) fn let_go<T: Send + 'static>(value: T) {
    let drop_it = move || {
        stand_back();
        drop(value);
    };
    // What could not be started is dropped, and the value with it.
    drop(std::thread::Builder::new().name("letting-go".to_owned()).spawn(drop_it));
}

/// Threads for a plan that is worked out beside the screen: one processor is left for the keys, as long as there are two.
/// Whoever stands back still holds a processor until its turn is over, and that is a quarter of a frame.
pub(super) fn threads() -> usize {
    (crate::engine::threads::all() - 1).max(1)
}

/// How a strike that is only supposed is planned beside the screen: what began before `from` stays as it is.
pub(super) fn supposing(from: Instant) -> Options<'static> {
    Options { seed: SEED, from: Some(from), threads: threads(), ..Options::default() }
}

/// How long a worker waits for its next job before it has memory given back: longer than the allocator keeps what is free.
const QUIET: Duration = Duration::from_secs(2);

/// Waits for the next job; None: there will be none.
///
/// After a large one the allocator gives free memory back to the system when it is asked for more, and whoever has just
/// taken a plan asks for nothing. So, once after each job, a little is asked for.
pub(super) fn next<T>(inbox: &Receiver<T>) -> Option<T> {
    /// More than fits into memory in use.
    const PIECE: usize = 4 << 20;
    match inbox.recv_timeout(QUIET) {
        Ok(job) => Some(job),
        Err(RecvTimeoutError::Timeout) => {
            drop(std::hint::black_box(Vec::<u8>::with_capacity(PIECE)));
            inbox.recv().ok()
        }
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Does `work` on a thread of its own and waits for it; an error is what a panic said.
///
/// A worker waits for its next job for hours. The allocator keeps what a thread has freed for that thread until it asks for
/// more; half a gigabyte after a plan. What a thread held that has ended goes back to the system.
pub(super) fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, String> {
    let text = |panic: Box<dyn Any + Send>| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
    };
    // Where the system has no thread to give, that is told as a panic is.
    let done = catch_unwind(AssertUnwindSafe(|| std::thread::scope(|scope| scope.spawn(work).join())));
    done.and_then(|done| done).map_err(text)
}

/// Who works out what takes longer than a frame.
#[derive(Debug, Default)]
pub enum Aside {
    /// The desk itself, on the spot.
    #[default]
    Here,
    /// A worker: what it is to be asked, and who waits for the answer.
    Away(Box<Asked>),
}

/// What the worker is asked, and what its answer is for.
#[derive(Debug, Default)]
pub struct Asked {
    muster: Option<Muster>,
    ways: Option<Muster>,
    pub(super) answer: Option<Muster>,
    /// What people were asked for and are not all known yet: asked for once more only when they are.
    pending: Option<Made>,
    last_ways: Option<Made>,
    assign: Option<Made>,
    pub(super) errand: Option<Box<super::errand::Errand>>,
    pub(super) study: Option<Box<super::study::Study>>,
}

impl Aside {
    /// True when a worker does it.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away(_))
    }
}

impl From<bool> for Aside {
    fn from(away: bool) -> Self {
        if away { Self::Away(Box::default()) } else { Self::Here }
    }
}

impl Desk {
    /// From now on a worker is asked, where the strike is too large to do it on the spot.
    pub fn work_aside(&mut self) {
        self.aside = Aside::Away(Box::default());
        self.index_aside();
    }

    /// Has the members' index made while nobody waits for it, where the strike is large.
    pub(super) fn index_aside(&self) {
        if self.aside.is_away() && self.ground().strike.members.len() > FEW {
            self.members.index_aside(&self.session.ground);
        }
    }

    /// The job to hand to the worker, if one was asked for since.
    pub fn take_muster(&mut self) -> Option<Muster> {
        match &mut self.aside {
            Aside::Away(asked) => asked.muster.take().or_else(|| asked.ways.take()).or_else(|| asked.answer.take()),
            Aside::Here => None,
        }
    }

    /// Brings the page of a shift in step: asks the worker for what is missing, or works it out.
    pub(super) fn refresh_post(&mut self) {
        let version = self.session.version;
        let of = (self.session.seq(), self.now);
        let has_begun = self.now > self.ground().shift(self.post.shift).span.start;
        if has_begun && self.post.short_of != Some(of) {
            match self.short_of(self.post.shift) {
                Ok(short) => (self.post.short, self.post.short_of) = (short, Some(of)),
                Err(error) => self.tell_trouble(&error),
            }
        }
        if !self.post.is_made_of(version) {
            let shift = self.post.shift;
            if !self.ask_muster(shift) {
                self.post.make(&self.session.ground, &self.session.roster, version);
            }
        }
        self.post.refresh(&self.session.ground, &self.session.roster, version, self.members.index());
    }

    /// Asks the worker who could stand on `shift`. False: there is none, or no need of one.
    fn ask_muster(&mut self, shift: ShiftIx) -> bool {
        let of = Made { version: self.session.version, shift };
        let is_pending = match &self.aside {
            Aside::Away(asked) if self.session.ground.strike.members.len() > FEW => asked.pending == Some(of),
            _ => return false,
        };
        if !is_pending {
            let job = self.job(Sought::People, shift);
            if let Aside::Away(asked) = &mut self.aside {
                (asked.pending, asked.muster) = (Some(of), Some(job));
            }
        }
        true
    }

    /// Has it worked out what would fill `shift`: by the worker, or on the spot.
    pub(super) fn seek_ways(&mut self, shift: ShiftIx) {
        let of = Made { version: self.session.version, shift };
        if self.ways.as_ref().is_some_and(|(known, _)| *known == of) {
            return;
        }
        let large = self.session.ground.strike.members.len() > FEW;
        let job = self.job(Sought::Ways, shift);
        match &mut self.aside {
            Aside::Away(asked) if large => {
                if asked.last_ways != Some(of) {
                    asked.last_ways = Some(of);
                    asked.ways = Some(job);
                }
            }
            _ => self.ways = Some((of, Ways::of(&job))),
        }
    }

    /// A job for the worker, about a shift as things are.
    pub(super) fn job(&self, sought: Sought, shift: ShiftIx) -> Muster {
        let session = &self.session;
        Muster {
            sought,
            now: session.now(),
            of: Made { version: session.version, shift },
            ground: Arc::clone(&session.ground),
            roster: session.roster.clone(),
            field: session.shared_field(),
            watch: session.shared_watch(),
            told: session.published.as_ref().map(|(_, roster)| roster.clone()),
        }
    }

    /// Puts the best candidate on `shift`: at once, or as soon as the worker has found who that is.
    pub(super) fn assign_best(&mut self, shift: ShiftIx) {
        if let Aside::Away(asked) = &mut self.aside {
            // The candidates may have come already, for the page of the shift: they are asked for anew.
            asked.pending = None;
        }
        if self.ask_muster(shift) {
            let of = Made { version: self.session.version, shift };
            if let Aside::Away(asked) = &mut self.aside {
                asked.assign = Some(of);
            }
            self.say("told-looking");
            return;
        }
        let mut post = Post::new(shift);
        post.make(&self.session.ground, &self.session.roster, self.session.version);
        post.refresh(&self.session.ground, &self.session.roster, self.session.version, self.members.index());
        match post.choice(&self.session.ground, &self.session.roster) {
            Some((member, duty)) => self.put(shift, member, duty, None),
            None => self.nobody_for(shift),
        }
    }

    /// Takes what the worker found.
    pub(super) fn hear_found(&mut self, found: Found) {
        let version = self.session.version;
        if let Found::Candidates(of, candidates) = &found {
            let wanted = match &mut self.aside {
                Aside::Away(asked) if asked.assign == Some(*of) => asked.assign.take(),
                _ => None,
            };
            if wanted.is_some() && of.version == version {
                match candidates.first().map(|best| (best.member, best.duty)) {
                    Some((member, duty)) => self.put(of.shift, member, duty, None),
                    None => self.nobody_for(of.shift),
                }
            }
        }
        if let (Found::RuledOut(of, _), Aside::Away(asked)) = (&found, &mut self.aside)
            && asked.pending == Some(*of)
        {
            asked.pending = None;
        }
        if let Found::Answer(of, repairs) = found {
            self.hear_answer(of.version, repairs);
            return;
        }
        if let Found::Ways(of, ways) = found {
            self.ways = Some((of, ways));
            self.choose_anew();
            return;
        }
        self.post.take(found, self.session.version);
    }

    /// True while the page of a shift waits for the worker.
    pub fn is_mustering(&self) -> bool {
        matches!(self.place, Place::Shift(_)) && !self.post.is_made_of(self.session.version)
    }
}
