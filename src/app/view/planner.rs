//! Planning away from the screen: one job runs, the newest of those waiting runs next, news carries what it was made from.

use crate::app::session::Base;
use crate::engine::plan::{Options, Outcome, plan};
use crate::model::{Change, Instant};
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// A plan to work out.
#[derive(Debug)]
pub struct Job {
    /// The version of the roster it starts from.
    pub version: u64,
    /// What the planner starts from.
    pub base: Base,
    /// Shifts that began before this stay as they are.
    pub from: Option<Instant>,
    /// What was done by hand is not kept.
    pub from_scratch: bool,
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
    /// The planner's answer.
    pub outcome: Outcome,
    /// What turns the roster as it was into the plan, in order of shift, then member.
    pub changes: Vec<Change>,
}

/// Works a job out on this thread; `progress` is told of every piece done.
pub fn carry_out(job: Job, progress: &(dyn Fn(usize, usize) + Sync)) -> What {
    let cancel = || job.cancel.load(Ordering::Relaxed);
    let current = job.base.roster.clone();
    let base = job.base.sound(job.from);
    let options = Options {
        from: job.from,
        from_scratch: job.from_scratch,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        cancel: &cancel,
        progress,
        ..Options::default()
    };
    match plan(&base.ground, &base.roster, base.published.as_ref(), &options) {
        Ok(outcome) => {
            let changes = current.changes_to(&outcome.roster);
            What::Done(Box::new(Plan { version: job.version, base, outcome, changes }))
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
