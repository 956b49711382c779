//! Who could stand on a shift, worked out away from the screen: of 55,000 members that takes longer than a frame may.
//!
//! One job runs, the newest of each kind of those waiting runs next, and every answer says what it was made from, so that an
//! old one is dropped. Candidates come first, those ruled out after them: nobody waits for the second to use the first.

use super::post::{Facts, Made};
use crate::app::session::watching;
use crate::engine::candidates::{Candidate, candidates};
use crate::engine::gaps::{Aim, Edit, Field, Holding, Lever, Repair, Terms, Watch, levers, repairs_in};
use crate::model::{Instant, MemberIx, Roster};
use crate::rules::Ground;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread::JoinHandle;

/// A strike with so few members is mustered on the spot.
pub const FEW: usize = 600;

/// What is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// Who could stand there, and who can't.
    People,
    /// What would fill it: moves, and what would have to be granted.
    Ways,
    /// The moves that would answer an edit, whatever the shift.
    Answer(Box<Edit>),
}

/// A shift to muster for.
#[derive(Debug)]
pub struct Muster {
    /// What is sought.
    pub sought: Sought,
    /// The present: what began before stays as it is.
    pub now: Instant,
    /// Which shift of which roster.
    pub of: Made,
    /// The strike.
    pub ground: Arc<Ground>,
    /// The roster; a copy shares what neither changes.
    pub roster: Roster,
    /// Who could come where; worked out here where nobody asked before.
    pub field: Arc<OnceLock<Field>>,
    /// What is known of the roster's gaps.
    pub watch: Arc<Mutex<Watch>>,
    /// What people were told.
    pub told: Option<Roster>,
}

impl Muster {
    /// The moves that would answer `edit`.
    pub fn answer(&self, edit: &Edit) -> Vec<Repair> {
        let field = self.field.get_or_init(|| Field::new(&self.ground));
        let terms = Holding { from: Some(self.now), told: self.told.as_ref() };
        watching(&self.watch, |watch| watch.mend(field, &self.ground, &self.roster, edit, &terms))
    }
}

/// What the worker found.
#[derive(Debug)]
pub enum Found {
    /// Those who could stand there, best first.
    Candidates(Made, Vec<Candidate>),
    /// Those who can't, nearest to being able first.
    RuledOut(Made, Vec<MemberIx>),
    /// What would fill it.
    Ways(Made, Ways),
    /// The moves that would answer the last edit.
    Answer(Made, Vec<Repair>),
}

/// What would fill a gap.
#[derive(Debug, Clone)]
pub struct Ways {
    /// The moves that would, or what of it they would bring.
    pub repair: Repair,
    /// What would, if it were granted; cheapest first.
    pub levers: Vec<Lever>,
}

impl Ways {
    /// Works them out for the shift of a job; shifts that have begun keep whom they have.
    pub fn of(job: &Muster) -> Self {
        let (ground, roster, shift) = (&job.ground, &job.roster, job.of.shift);
        let field = job.field.get_or_init(|| Field::new(ground));
        let terms = Terms { aim: Aim::NoGap, from: Some(job.now), told: job.told.as_ref() };
        let none = Repair { shift, moves: Vec::new(), missing: 0, brings: 0, earns: 0 };
        let repair = repairs_in(field, ground, roster, &[shift], &terms).pop().unwrap_or(none);
        Self { repair, levers: levers(field, ground, roster, shift, Some(job.now)) }
    }
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
    let (mut people, mut ways, mut answer, mut unfinished) = (None, None, None, None);
    let mut next = inbox.recv().ok();
    loop {
        // Of those that wait, only the newest of each kind is wanted; what called the last one off is among them.
        next = next.or_else(|| inbox.try_recv().ok());
        while let Some(job) = next {
            match job.sought {
                Sought::People => people = Some(job),
                Sought::Ways => ways = Some(job),
                Sought::Answer(_) => answer = Some(job),
            }
            next = inbox.try_recv().ok();
        }
        if people.is_some() {
            unfinished = None;
        }
        let said = if let Some(job) = people.take() {
            match muster(&job, inbox, say) {
                // What was called off is taken up again when nothing newer waits, unless newer people are wanted.
                Mustered::CalledOff => {
                    unfinished = Some(job);
                    true
                }
                mustered => {
                    unfinished = None;
                    mustered == Mustered::Whole
                }
            }
        } else if let Some(job) = ways.take() {
            say.send(Found::Ways(job.of, Ways::of(&job))).is_ok()
        } else if let Some(job) = answer.take() {
            let Sought::Answer(edit) = &job.sought else { continue };
            say.send(Found::Answer(job.of, job.answer(edit))).is_ok()
        } else if let Some(job) = unfinished.take() {
            people = Some(job);
            true
        } else {
            next = inbox.recv().ok();
            next.is_some()
        };
        if !said {
            return;
        }
    }
}

/// How far a muster came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mustered {
    /// Both lists were handed over.
    Whole,
    /// Something newer waited.
    CalledOff,
    /// Nobody listens any more.
    Unheard,
}

/// Those who could stand there, then those who can't.
fn muster(job: &Muster, inbox: &Receiver<Muster>, say: &Sender<Found>) -> Mustered {
    let (of, shift) = (job.of, job.of.shift);
    let able = candidates(&job.ground, &job.roster, shift);
    if say.send(Found::Candidates(of, able.clone())).is_err() {
        return Mustered::Unheard;
    }
    // Whoever walks from shift to shift does not wait for the list of those ruled out of the last.
    let newer = || !inbox.is_empty();
    match Facts::ruled_out(&job.ground, &job.roster, shift, &able, &newer) {
        Some(ruled_out) => match say.send(Found::RuledOut(of, ruled_out)) {
            Ok(()) => Mustered::Whole,
            Err(_) => Mustered::Unheard,
        },
        None => Mustered::CalledOff,
    }
}
