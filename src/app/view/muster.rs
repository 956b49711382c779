//! Who could stand on a shift, worked out away from the screen: of 55,000 members that takes longer than a frame may.
//!
//! One job runs, the newest of those waiting runs next, and every answer says what it was made from, so that an old one is
//! dropped. Candidates come first, those ruled out after them: nobody waits for the second to use the first.

use super::post::{Facts, Made};
use crate::engine::candidates::{Candidate, candidates};
use crate::model::{MemberIx, Roster};
use crate::rules::Ground;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::thread::JoinHandle;

/// A strike with so few members is mustered on the spot.
pub const FEW: usize = 600;

/// A shift to muster for.
#[derive(Debug)]
pub struct Muster {
    /// Which shift of which roster.
    pub of: Made,
    /// The strike.
    pub ground: Arc<Ground>,
    /// The roster; a copy shares what neither changes.
    pub roster: Roster,
}

/// What the worker found.
#[derive(Debug)]
pub enum Found {
    /// Those who could stand there, best first.
    Candidates(Made, Vec<Candidate>),
    /// Those who can't, nearest to being able first.
    RuledOut(Made, Vec<MemberIx>),
}

/// The worker's end of the line. Dropped: the thread ends.
#[derive(Debug)]
pub struct Mustering {
    jobs: Option<Sender<Muster>>,
    thread: Option<JoinHandle<()>>,
}

impl Mustering {
    /// Starts the worker; what it finds comes out of the receiver.
    pub fn start() -> (Self, Receiver<Found>) {
        let (jobs, inbox) = unbounded::<Muster>();
        let (say, found) = unbounded();
        let thread = std::thread::Builder::new().name("muster".to_owned()).spawn(move || work(&inbox, &say)).ok();
        (Self { jobs: Some(jobs), thread }, found)
    }

    /// Hands a job over; those that wait are forgotten.
    pub fn muster(&self, job: Muster) {
        if let Some(jobs) = &self.jobs {
            // Fails only when the thread could not be started.
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Mustering {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(inbox: &Receiver<Muster>, say: &Sender<Found>) {
    let mut waiting = inbox.recv().ok();
    while let Some(mut job) = waiting.take() {
        while let Ok(newer) = inbox.try_recv() {
            job = newer;
        }
        let (of, shift) = (job.of, job.of.shift);
        let able = candidates(&job.ground, &job.roster, shift);
        if say.send(Found::Candidates(of, able.clone())).is_err() {
            return;
        }
        // Whoever walks from shift to shift does not wait for the list of those ruled out of the last.
        if inbox.is_empty() {
            let newer = || !inbox.is_empty();
            if let Some(ruled_out) = Facts::ruled_out(&job.ground, &job.roster, shift, &able, &newer)
                && say.send(Found::RuledOut(of, ruled_out)).is_err()
            {
                return;
            }
        }
        waiting = inbox.recv().ok();
    }
}
