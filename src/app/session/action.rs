//! The way every action goes, and what can keep it from happening.

use super::{NotSigned, NotYet, Session};
use crate::model::{Change, Instant, MemberIx, ShiftIx};
use crate::rules::Refusal;
use crate::store::record::{Action, Entry, Payload, REDO, RecordError, UNDO, What, settle};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// What was done.
#[derive(Debug, Clone)]
pub struct Done {
    /// What changed in the roster.
    pub changes: Vec<Change>,
    /// The journal's entry; None: there was nothing to do, and nothing was written.
    pub entry: Option<Entry>,
    /// The roster's version now.
    pub version: u64,
    /// What changed in the record's own terms, for shifts that exist no more too.
    pub payload: Payload,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// Rules refuse; in the contract's order. Those that a reason would set aside are among them.
    #[error("refused by the rules")]
    Refused(Vec<Refusal>),
    /// The same, where several people are moved: for each, where to, and why not.
    #[error("refused by the rules")]
    RefusedEach(Vec<Against>),
    /// The member does not stand on that shift.
    #[error("not on that shift")]
    NotThere(ShiftIx, MemberIx),
    /// The sign-in sheet says otherwise; times are on this zone's clock.
    #[error("the sign-in sheet says otherwise")]
    NotSigned(NotSigned, Tz),
    /// Nothing is left to undo, or to redo.
    #[error("nothing to {0}")]
    NothingTo(&'static str),
    /// This is the roster of a moment in the past: nothing can be done to it.
    #[error("the past can't be changed")]
    InThePast,
    /// Something that takes long is being done: see [`Session::lend`].
    #[error("something else is being done")]
    Lent,
    /// The week is signed off: its attendance changes only for a reason, which is kept.
    #[error("the week of {} is signed off", .0.week)]
    Locked(Box<Locked>),
    /// The week can't be signed off yet.
    #[error("the week can't be signed off yet")]
    NotYet(NotYet),
    /// Someone has changed this file of the strike since.
    #[error("{0} was changed since")]
    FileChanged(String),
    /// Another program changed the roster while this action was worked out.
    #[error("the roster was changed meanwhile by {}", .0.actor)]
    Overtaken(Box<Entry>),
    /// The record could not be read or written.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// A member who may not stand where an action would put that member.
#[derive(Debug, Clone, PartialEq)]
pub struct Against {
    /// Who.
    pub member: MemberIx,
    /// Where.
    pub shift: ShiftIx,
    /// Why not, in the contract's order.
    pub refusals: Vec<Refusal>,
}

/// A week that is signed off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// Its first day.
    pub week: String,
    /// Who signed it off.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// What an action writes.
pub(super) struct Draft {
    pub action: &'static str,
    pub particulars: Value,
    pub turns: Option<u64>,
    pub payload: Payload,
    pub is_final: bool,
}

impl Draft {
    pub fn new(action: &'static str, particulars: Value, payload: Payload) -> Self {
        Self { action, particulars, turns: None, payload, is_final: false }
    }
}

impl Session {
    /// Takes the write lock, hears the news, lets `decide` draw up the action on the roster as it then is, and writes it.
    /// None from `decide`: there is nothing to do.
    pub(super) fn act(&mut self, decide: impl Fn(&Self) -> Result<Option<Draft>, ActError>) -> Result<Done, ActError> {
        self.act_on(&[], decide)
    }

    /// As [`act`](Self::act), for an action on these members on these shifts: when another program changed one of them since
    /// this one last looked, the person who acts has not seen it, and the action is refused with who and what.
    pub(super) fn act_on(
        &mut self,
        about: &[(ShiftIx, MemberIx)],
        decide: impl Fn(&Self) -> Result<Option<Draft>, ActError>,
    ) -> Result<Done, ActError> {
        if self.moment.is_some() {
            return Err(ActError::InThePast);
        }
        if self.lent {
            return Err(ActError::Lent);
        }
        // The first action makes the record's file; one that is refused leaves no trace.
        if !self.record.exists()
            && let Some(nothing) = decide(self).map(|draft| draft.is_none().then(|| self.nothing()))?
        {
            return Ok(nothing);
        }
        let ids: Vec<(String, String)> = about
            .iter()
            .map(|(shift, member)| {
                (self.ground.shift(*shift).id.clone(), self.ground.strike.member(*member).id.clone())
            })
            .collect();
        let epoch = self.epoch;
        let news = self.record.begin()?;
        let heard = self.hear(&news).map_err(ActError::from).and_then(|()| self.overtaken(&news, &ids, epoch));
        let draft = match heard.and_then(|()| decide(self)) {
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
            is_final: draft.is_final,
        };
        let entry = self.record.commit(&action)?;
        let (mut before, mut changes) = (None, Vec::new());
        if action.payload.closes() || !action.payload.files.is_empty() {
            before = self.before();
            if let Some(name) = settle(&self.folder)?.into_iter().next() {
                return Err(ActError::FileChanged(name));
            }
            self.reload(!action.payload.files.is_empty())?;
        } else {
            changes = self.absorb(&action.payload);
        }
        self.reach(&entry);
        self.note_edit(action.action, before, &changes, &action.payload);
        Ok(Done { changes, version: entry.version, entry: Some(entry), payload: action.payload })
    }

    /// Refuses when the news tells of these members on these shifts, or when shifts have other places now.
    fn overtaken(&self, news: &[(Entry, Payload)], ids: &[(String, String)], epoch: u64) -> Result<(), ActError> {
        let touches = |payload: &Payload| ids.iter().any(|(shift, member)| payload.touches(shift, member));
        let moved = epoch != self.epoch;
        let last = news.iter().rev().find(|(_, payload)| moved || touches(payload));
        last.map_or(Ok(()), |(entry, _)| Err(ActError::Overtaken(Box::new(entry.clone()))))
    }

    fn nothing(&self) -> Done {
        Done { changes: Vec::new(), entry: None, version: self.version, payload: Payload::default() }
    }

    /// True when nothing was done by anyone else since this session last looked; else the last entry is the refusal.
    pub(super) fn refuse_if_moved_on(&self, seq: u64) -> Result<(), ActError> {
        if self.record.seq() == seq {
            return Ok(());
        }
        let (last, _) = self.record.entry(self.record.seq())?;
        Err(ActError::Overtaken(Box::new(last)))
    }

    /// Takes the last action back that is not undone yet. Refused when someone did something since that this session has
    /// not seen: it would take that back.
    pub fn undo(&mut self) -> Result<Done, ActError> {
        let seen = self.record.seq();
        self.act(|session| {
            session.refuse_if_moved_on(seen)?;
            let turned = session.next_undo()?.ok_or(ActError::NothingTo(UNDO))?;
            session.turn(UNDO, turned, true).map(Some)
        })
    }

    /// Brings the last undone action back, unless something else was done since.
    pub fn redo(&mut self) -> Result<Done, ActError> {
        let seen = self.record.seq();
        self.act(|session| {
            session.refuse_if_moved_on(seen)?;
            let turned = session.next_redo()?.ok_or(ActError::NothingTo(REDO))?;
            session.turn(REDO, turned, false).map(Some)
        })
    }

    /// The journal's last entry known here.
    pub fn last_entry(&self) -> Result<Option<Entry>, RecordError> {
        let seq = self.seq();
        if seq == 0 { Ok(None) } else { self.record.entry(seq).map(|(entry, _)| Some(entry)) }
    }

    /// The number of the entry that undo would take back next.
    pub fn next_undo(&self) -> Result<Option<u64>, RecordError> {
        Ok(self.record.turns()?.next_undo())
    }

    /// The number of the entry that redo would bring back next.
    pub fn next_redo(&self) -> Result<Option<u64>, RecordError> {
        Ok(self.record.turns()?.next_redo())
    }

    fn turn(&self, action: &'static str, turned: u64, back: bool) -> Result<Draft, ActError> {
        let (entry, payload) = self.record.entry(turned)?;
        let payload = if back { payload.inverse() } else { payload };
        for each in &payload.signed {
            self.refuse_if_locked(&each.shift)?;
        }
        for step in &payload.facts {
            for fact in [&step.before, &step.after].into_iter().flatten() {
                if let What::Alternate { date, .. } = &fact.what {
                    self.refuse_if_day_locked(date)?;
                }
            }
        }
        self.refuse_if_unpatchable(&payload.files)?;
        let particulars = json!({ "of": entry.seq, "action": entry.action, "particulars": entry.particulars });
        Ok(Draft { turns: Some(turned), ..Draft::new(action, particulars, payload) })
    }
}
