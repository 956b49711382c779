//! The way every action goes, and what can keep it from happening.

use super::{NotSigned, Session};
use crate::model::Change;
use crate::rules::Refusal;
use crate::store::record::{Action, Entry, Payload, REDO, RecordError, UNDO};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// The action that tells people.
pub const PUBLISH: &str = "publish";

/// What was done.
#[derive(Debug, Clone)]
pub struct Done {
    /// What changed in the roster.
    pub changes: Vec<Change>,
    /// The journal's entry; None: there was nothing to do, and nothing was written.
    pub entry: Option<Entry>,
    /// The roster's version now.
    pub version: u64,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// Rules refuse; in the contract's order. Those that a reason would set aside are among them.
    #[error("refused by the rules")]
    Refused(Vec<Refusal>),
    /// The member does not stand on that shift.
    #[error("not on that shift")]
    NotThere,
    /// The sign-in sheet says otherwise; times are on this zone's clock.
    #[error("the sign-in sheet says otherwise")]
    NotSigned(NotSigned, Tz),
    /// Nothing is left to undo, or to redo.
    #[error("nothing to {0}")]
    NothingTo(&'static str),
    /// Another program changed the roster while this action was worked out.
    #[error("the roster was changed meanwhile by {}", .0.actor)]
    Overtaken(Box<Entry>),
    /// The record could not be read or written.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// What an action writes.
pub(super) struct Draft {
    pub action: &'static str,
    pub particulars: Value,
    pub turns: Option<u64>,
    pub payload: Payload,
    pub publishes: bool,
}

impl Draft {
    pub fn new(action: &'static str, particulars: Value, payload: Payload) -> Self {
        Self { action, particulars, turns: None, payload, publishes: false }
    }
}

impl Session {
    /// Takes the write lock, hears the news, lets `decide` draw up the action on the roster as it then is, and writes it.
    /// None from `decide`: there is nothing to do.
    pub(super) fn act(&mut self, decide: impl Fn(&Self) -> Result<Option<Draft>, ActError>) -> Result<Done, ActError> {
        // The first action makes the record's file; one that is refused leaves no trace.
        if !self.record.exists()
            && let Some(nothing) = decide(self).map(|draft| draft.is_none().then(|| self.nothing()))?
        {
            return Ok(nothing);
        }
        let news = self.record.begin()?;
        self.hear(news);
        let draft = match decide(self) {
            Ok(Some(draft)) => draft,
            Ok(None) => {
                self.record.cancel();
                return Ok(self.nothing());
            }
            Err(error) => {
                self.record.cancel();
                return Err(error);
            }
        };
        let action = Action {
            at: self.now(),
            actor: self.actor.clone(),
            action: draft.action,
            particulars: draft.particulars,
            turns: draft.turns,
            payload: draft.payload,
            publishes: draft.publishes,
        };
        let entry = self.record.commit(&action)?;
        let changes = self.absorb(&action.payload);
        self.version = entry.version;
        if action.publishes {
            self.published = Some((self.version, self.roster.clone()));
            self.told_lost = self.stranded.clone();
        }
        Ok(Done { changes, version: entry.version, entry: Some(entry) })
    }

    fn nothing(&self) -> Done {
        Done { changes: Vec::new(), entry: None, version: self.version }
    }

    /// Takes the last action back that is not undone yet.
    pub fn undo(&mut self) -> Result<Done, ActError> {
        self.act(|session| {
            let turned = session.record.turns()?.next_undo().ok_or(ActError::NothingTo(UNDO))?;
            session.turn(UNDO, turned, true).map(Some)
        })
    }

    /// Brings the last undone action back, unless something else was done since.
    pub fn redo(&mut self) -> Result<Done, ActError> {
        self.act(|session| {
            let turned = session.record.turns()?.next_redo().ok_or(ActError::NothingTo(REDO))?;
            session.turn(REDO, turned, false).map(Some)
        })
    }

    fn turn(&self, action: &'static str, turned: u64, back: bool) -> Result<Draft, ActError> {
        let (entry, payload) = self.record.entry(turned)?;
        let payload = if back { payload.inverse() } else { payload };
        let particulars = json!({ "of": entry.seq, "action": entry.action, "particulars": entry.particulars });
        Ok(Draft { turns: Some(turned), ..Draft::new(action, particulars, payload) })
    }
}
