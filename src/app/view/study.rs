//! Studies: what takes longer than a frame and changes nothing, found out on a reader of the session while everything goes on,
//! actions too.
//!
//! One study runs at a time; a newer one calls it off, and so does the command that asked for it, given again. What comes of one that was
//! called off is dropped. What it found was so when it began: whoever shows it says what has changed since.

use super::Desk;
use super::aside::Aside;
use super::notice::Tone;
use super::worker::Job;
use crate::app::commands::Command;
use crate::app::session::Session;
use crate::store::progress::{Progress, Stage};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is found out, on a session that is only read; it gives what is to be done on the desk with it.
type Work = Box<dyn FnOnce(&Session, &Telling) -> Then + Send>;
/// What is done on the desk when it is found out.
type Then = Box<dyn FnOnce(&mut Desk) + Send>;

/// Something to be found out away from the screen.
pub struct Study {
    reader: Session,
    telling: Telling,
    work: Work,
}

/// A study that is done: of which telling, and what is to be done with it.
pub struct Learnt(Telling, Result<Then, String>);

/// Where a study tells how far it is, and hears whether anybody still wants to know.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    progress: Progress,
    off: Arc<AtomicBool>,
}

impl Telling {
    /// Tells that so much of so much is done; false: nobody wants to know any more.
    pub fn go_on(&self, stage: Stage, done: usize, of: usize) -> bool {
        self.progress.tell(stage, done, of);
        !self.off.load(Ordering::Relaxed)
    }
}

/// The study that runs.
#[derive(Debug)]
pub(super) struct Running {
    what: &'static str,
    by: Command,
    telling: Telling,
}

impl fmt::Debug for Study {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Study").field("telling", &self.telling).finish_non_exhaustive()
    }
}

impl fmt::Debug for Learnt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Learnt").field(&self.0).field(&self.1.as_ref().map(|_| ())).finish()
    }
}

impl Job for Study {
    type Done = Learnt;
    const NAME: &'static str = "studies";
    /// Nothing is lost with what was only to be known.
    const IS_WAITED_FOR: bool = false;

    fn carry_out(self: Box<Self>) -> Learnt {
        let Self { reader, telling, work } = *self;
        let told = telling.clone();
        Learnt(telling, super::aside::alone(move || work(&reader, &told)))
    }
}

impl Desk {
    /// Finds something out by `work`, and does `then` with it: at once, or, where it `takes_long` and there is a worker, when
    /// the worker has found it. `what` is the word in `speech` for what is being found out; the command `by` which it is asked
    /// for calls it off when it is given again.
    pub(super) fn study<T: Send + 'static>(
        &mut self,
        takes_long: bool,
        what: &'static str,
        by: Command,
        work: impl FnOnce(&Session, &Telling) -> T + Send + 'static,
        then: impl FnOnce(&mut Self, T) + Send + 'static,
    ) {
        if !takes_long || !self.aside.is_away() {
            let found = work(&self.session, &Telling::default());
            then(self, found);
            return;
        }
        self.call_study_off();
        let reader = match self.session.reader() {
            Ok(reader) => reader,
            Err(error) => {
                self.tell_trouble(&error);
                return;
            }
        };
        let telling = Telling::default();
        self.studying = Some(Running { what, by, telling: telling.clone() });
        let work = move |session: &Session, telling: &Telling| {
            let found = work(session, telling);
            Box::new(move |desk: &mut Self| then(desk, found)) as Then
        };
        if let Aside::Away(asked) = &mut self.aside {
            asked.study = Some(Box::new(Study { reader, telling, work: Box::new(work) }));
        }
    }

    /// Nobody wants to know any more.
    pub(super) fn call_study_off(&mut self) {
        if let Some(running) = self.studying.take() {
            running.telling.off.store(true, Ordering::Relaxed);
        }
    }

    /// Calls off what is being found out by this command; false: nothing is.
    pub(super) fn calls_study_off(&mut self, by: Command) -> bool {
        let is_running = self.studying.as_ref().is_some_and(|running| running.by == by);
        if is_running {
            self.call_study_off();
            self.say("told-study-off");
        }
        is_running
    }

    /// The study to hand to the worker, if there is a new one.
    pub fn take_study(&mut self) -> Option<Box<Study>> {
        match &mut self.aside {
            Aside::Away(asked) => asked.study.take(),
            Aside::Here => None,
        }
    }

    /// Takes what was found out, if anybody still wants to know.
    pub(super) fn hear_learnt(&mut self, Learnt(telling, found): Learnt) {
        let is_wanted = |running: &Running| Arc::ptr_eq(&running.telling.off, &telling.off);
        if !self.studying.as_ref().is_some_and(is_wanted) {
            return;
        }
        self.studying = None;
        match found {
            Ok(then) => then(self),
            Err(detail) => {
                let text = self.speech.say("told-study-failed", &[("detail", detail.into())]);
                self.tell(Tone::Failed, text);
            }
        }
    }

    /// What is being found out, how far that is, and what calls it off, in words.
    pub(super) fn studied(&self) -> Option<String> {
        let Running { what, by, telling } = self.studying.as_ref()?;
        let how_far = super::errand::how_far(self.speech, &telling.progress);
        let text = self.speech.of(&self.speech.word(what), &how_far);
        Some(self.speech.say("study-stops", &[("text", text.into()), ("key", self.key_of(*by).into())]))
    }

    /// True while something is done or found out away from the screen whose progress is shown.
    pub fn is_at_work(&self) -> bool {
        self.busy.is_some() || self.studying.is_some()
    }
}
