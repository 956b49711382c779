//! Planning away from the screen: one job runs, the newest of those waiting runs next, news carries what it was made from.

use crate::app::session::{Base, SEED};
use crate::engine::plan::{Options, Outcome, plan};
use crate::model::{Change, Instant, MemberIx, ShiftIx};
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::borrow::Borrow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant as Stopwatch};

/// How a plan is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct How {
    /// What was done by hand is not kept.
    pub from_scratch: bool,
    /// Chooses among plans that are equally good.
    pub seed: u64,
    /// So long at most; then it is what was found by then.
    pub limit: Option<Duration>,
}

impl Default for How {
    fn default() -> Self {
        Self { from_scratch: false, seed: SEED, limit: None }
    }
}

/// A plan to work out.
#[derive(Debug)]
pub struct Job {
    /// The version of the roster it starts from.
    pub version: u64,
    /// What the planner starts from.
    pub base: Base,
    /// Shifts that began before this stay as they are.
    pub from: Option<Instant>,
    /// How.
    pub how: How,
    /// Set when nobody wants the plan any more.
    pub cancel: Arc<AtomicBool>,
}

/// What the worker has to say about the job that started from `version`.
#[derive(Debug)]
pub struct News {
    /// Which job.
    pub version: u64,
    /// What.
    pub what: What,
}

/// What can happen to a job.
#[derive(Debug)]
pub enum What {
    /// So many of so many pieces are done.
    Progress(usize, usize),
    /// It is done.
    Done(Box<Plan>),
    /// It was called off.
    Cancelled,
    /// It failed, and this is all that is known.
    Failed(String),
}

/// A plan worked out, and what it would change.
#[derive(Debug)]
pub struct Plan {
    /// The version of the roster it started from.
    pub version: u64,
    /// What it started from.
    pub base: Base,
    /// How it was worked out.
    pub how: How,
    /// The limit of time ended the search: a longer one may reach more.
    pub stopped_early: bool,
    /// The planner's answer.
    pub outcome: Outcome,
    /// Where it differs from the roster as it was, in order of shift, then member.
    places: Box<[(ShiftIx, MemberIx)]>,
    /// How many of them are of each kind.
    pub kinds: Kinds,
}

impl Plan {
    /// How many changes it makes.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True when it leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What turns the roster as it was into the plan, below [`len`](Self::len).
    pub fn change(&self, at: usize) -> Option<Change> {
        self.base.roster.change_at(&self.outcome.roster, *self.places.get(at)?)
    }
}

/// How many changes there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds {
    /// People who come to a shift.
    pub came: usize,
    /// People who leave one.
    pub went: usize,
    /// People who stay, in another post.
    pub altered: usize,
}

impl Kinds {
    /// Counts them.
    pub fn of(changes: impl IntoIterator<Item = impl Borrow<Change>>) -> Self {
        let mut kinds = Self::default();
        for change in changes {
            match change.borrow() {
                Change::Added(_) => kinds.came += 1,
                Change::Removed(_) => kinds.went += 1,
                Change::Altered { .. } => kinds.altered += 1,
            }
        }
        kinds
    }
}

/// Works a job out on this thread; `progress` is told of every piece done.
pub fn carry_out(job: Job, progress: &(dyn Fn(usize, usize) + Sync)) -> What {
    let cancel = || job.cancel.load(Ordering::Relaxed);
    let sound = job.base.clone().sound(job.from);
    let (begun, stopped) = (Stopwatch::now(), AtomicBool::new(false));
    let enough = || {
        let is_over = job.how.limit.is_some_and(|limit| begun.elapsed() >= limit);
        stopped.fetch_or(is_over, Ordering::Relaxed);
        is_over
    };
    let options = Options {
        seed: job.how.seed,
        from: job.from,
        from_scratch: job.how.from_scratch,
        within: None,
        threads: super::aside::threads(),
        cancel: &cancel,
        enough: &enough,
        progress,
    };
    let planned = plan(&sound.ground, &sound.roster, sound.published.as_ref(), &options);
    match planned {
        Ok(mut outcome) => {
            // It may lie there for hours: what it leaves as it was is held once.
            outcome.roster.share(&job.base.roster);
            let Job { version, base, how, .. } = job;
            let places: Box<[_]> = base.roster.changed_in(&outcome.roster).into();
            let changes = places.iter().filter_map(|place| base.roster.change_at(&outcome.roster, *place));
            let (kinds, stopped_early) = (Kinds::of(changes), stopped.load(Ordering::Relaxed));
            What::Done(Box::new(Plan { version, base, how, stopped_early, outcome, places, kinds }))
        }
        Err(_) => What::Cancelled,
    }
}

/// The worker's end of the line. Dropped: the job that runs is called off and the thread ends.
#[derive(Debug)]
pub struct Planner {
    jobs: Option<Sender<Job>>,
    cancel: Option<Arc<AtomicBool>>,
    thread: Option<JoinHandle<()>>,
}

impl Planner {
    /// Starts the worker; its news comes out of the receiver.
    pub fn start() -> (Self, Receiver<News>) {
        let (jobs, inbox) = unbounded::<Job>();
        let (say, news) = unbounded();
        let thread = std::thread::Builder::new().name("planner".to_owned()).spawn(move || work(&inbox, &say)).ok();
        (Self { jobs: Some(jobs), cancel: None, thread }, news)
    }

    /// Hands a job over; the one before it is called off.
    pub fn plan(&mut self, job: Job) {
        self.cancel();
        self.cancel = Some(Arc::clone(&job.cancel));
        if let Some(jobs) = &self.jobs {
            // Fails only when the thread could not be started; then there is no plan, and nothing else is lost.
            let _ = jobs.send(job);
        }
    }

    /// Calls the running job off.
    pub fn cancel(&mut self) {
        if let Some(cancel) = self.cancel.take() {
            cancel.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Planner {
    fn drop(&mut self) {
        self.cancel();
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(inbox: &Receiver<Job>, say: &Sender<News>) {
    super::aside::stand_back();
    while let Some(mut job) = super::aside::next(inbox) {
        // Of those that wait, only the newest is wanted.
        while let Ok(newer) = inbox.try_recv() {
            job = newer;
        }
        let version = job.version;
        let told = say.clone();
        let progress = move |done: usize, of: usize| {
            // Nobody listens any more: the job is about to be called off.
            let _ = told.send(News { version, what: What::Progress(done, of) });
        };
        let what = super::aside::alone(|| carry_out(job, &progress)).unwrap_or_else(What::Failed);
        if say.send(News { version, what }).is_err() {
            return;
        }
    }
}
