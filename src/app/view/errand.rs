//! Errands: actions that take longer than a frame, done by a worker on a twin of the session while the screen goes on.
//!
//! One errand runs at a time. Until it is back everything can be looked at, and nothing changed; then the twin takes the
//! session's place, and what was to be said about the action is said.

use super::Desk;
use super::aside::Aside;
use super::notice::Tone;
use super::worker::Job;
use crate::app::session::Session;
use crate::store::progress::Progress;
use std::fmt;

/// An action on a twin of the session; it gives what is to be done on the desk when the twin is back.
type Work = Box<dyn FnOnce(&mut Session) -> Then + Send>;
/// What is done on the desk when the twin is back.
type Then = Box<dyn FnOnce(&mut Desk) + Send>;

/// An action to be carried out away from the screen.
pub struct Errand {
    twin: Session,
    work: Work,
}

/// An errand that is done.
pub struct Back(Result<(Box<Session>, Then), String>);

/// What is being done.
#[derive(Debug, Clone)]
pub struct Busy {
    /// The word in `speech` for it.
    pub what: &'static str,
    /// How far it is.
    pub progress: Progress,
}

impl fmt::Debug for Errand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Errand").finish_non_exhaustive()
    }
}

impl fmt::Debug for Back {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Back").field(&self.0.as_ref().map(|_| ())).finish()
    }
}

impl Job for Errand {
    type Done = Back;
    const NAME: &'static str = "errands";
    /// What is half done would have to be done again, or taken back.
    const IS_WAITED_FOR: bool = true;

    fn carry_out(self: Box<Self>) -> Back {
        let Self { mut twin, work } = *self;
        Back(super::aside::alone(move || {
            let then = work(&mut twin);
            (Box::new(twin), then)
        }))
    }
}

impl Desk {
    /// Does `act` on the session, then `then` with what came of it: at once, or, where it `takes_long` and there is a
    /// worker, when the worker has done it. `what` is the word in `speech` for what is being done meanwhile.
    pub(super) fn carry_out<T: Send + 'static>(
        &mut self,
        takes_long: bool,
        what: &'static str,
        act: impl FnOnce(&mut Session) -> T + Send + 'static,
        then: impl FnOnce(&mut Self, T) + Send + 'static,
    ) {
        if !takes_long || !self.aside.is_away() {
            let came = act(&mut self.session);
            then(self, came);
            return;
        }
        if self.session.is_lent() {
            self.not_done("record-lent", &[]);
            return;
        }
        let progress = Progress::default();
        let twin = match self.session.lend(&progress) {
            Ok(twin) => twin,
            Err(error) => {
                self.tell_trouble(&error);
                return;
            }
        };
        let work = move |session: &mut Session| {
            let came = act(session);
            Box::new(move |desk: &mut Self| then(desk, came)) as Then
        };
        self.busy = Some(Busy { what, progress });
        if let Aside::Away(asked) = &mut self.aside {
            asked.errand = Some(Box::new(Errand { twin, work: Box::new(work) }));
        }
    }

    /// The errand to hand to the worker, if there is a new one.
    pub fn take_errand(&mut self) -> Option<Box<Errand>> {
        match &mut self.aside {
            Aside::Away(asked) => asked.errand.take(),
            Aside::Here => None,
        }
    }

    /// Takes an errand that is done.
    pub(super) fn hear_back(&mut self, back: Back) {
        self.busy = None;
        match back.0 {
            Ok((twin, then)) => {
                super::aside::let_go(self.session.take_back(*twin));
                then(self);
            }
            Err(detail) => {
                self.session.go_on_alone();
                let text = self.speech.say("told-record-failed", &[("detail", detail.into())]);
                self.tell(Tone::Failed, text);
            }
        }
        // What others did meanwhile has waited.
        self.hear_others();
    }

    /// What is being done, found out or planned that takes longer than a frame, and how far it is, in words.
    pub fn busy_text(&self) -> Option<String> {
        let Some(busy) = &self.busy else { return self.studied().or_else(|| self.planned()) };
        Some(self.speech.of(&self.speech.word(busy.what), &how_far(self.speech, &busy.progress)))
    }
}

/// How far something is, in words: `writing 120,000 of 480,000`.
pub fn how_far(speech: crate::speech::Speech, progress: &Progress) -> String {
    let (stage, done, of) = progress.look();
    let number = |n: usize| crate::speech::number::whole(i64::try_from(n).unwrap_or(i64::MAX), speech.language());
    let id = match (done, of) {
        (0, 0) => stage.word().to_owned(),
        (_, 0) => format!("{}.done", stage.word()),
        _ => format!("{}.of", stage.word()),
    };
    let values = [("done", number(done).into()), ("of", number(of).into())];
    speech.find(&id, &values).unwrap_or_else(|| speech.word(stage.word()))
}
