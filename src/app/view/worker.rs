//! A worker beside the screen: one thread that takes jobs one after the other and says what came of each.

use crossbeam_channel::{Receiver, Sender, unbounded};
use std::thread::JoinHandle;

/// What a worker is given.
pub trait Job: Send + 'static {
    /// What comes of it.
    type Done: Send;
    /// What the worker's thread is called.
    const NAME: &'static str;
    /// Whoever leaves waits until it is done.
    const IS_WAITED_FOR: bool;

    /// Does it, and waits for it.
    fn carry_out(self: Box<Self>) -> Self::Done;
}

/// The screen's end of the line. Dropped: what is being done is done to its end where that must be, and the thread ends.
#[derive(Debug)]
pub struct Worker<J: Job> {
    jobs: Option<Sender<Box<J>>>,
    thread: Option<JoinHandle<()>>,
}

impl<J: Job> Worker<J> {
    /// Starts the worker; what is done comes out of the receiver.
    pub fn start() -> (Self, Receiver<J::Done>) {
        let (jobs, inbox) = unbounded::<Box<J>>();
        let (say, done) = unbounded();
        let work = move || {
            super::aside::stand_back();
            while let Some(job) = super::aside::next(&inbox) {
                if say.send(job.carry_out()).is_err() {
                    return;
                }
            }
        };
        let thread = std::thread::Builder::new().name(J::NAME.to_owned()).spawn(work).ok();
        (Self { jobs: Some(jobs), thread }, done)
    }

    /// Hands a job over. Without a worker it is given back done.
    pub fn send(&self, job: Box<J>) -> Option<J::Done> {
        match (&self.jobs, &self.thread) {
            (Some(jobs), Some(_)) => jobs.send(job).err().map(|unsent| unsent.0.carry_out()),
            _ => Some(job.carry_out()),
        }
    }
}

impl<J: Job> Drop for Worker<J> {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take().filter(|_| J::IS_WAITED_FOR) {
            let _ = thread.join();
        }
    }
}
