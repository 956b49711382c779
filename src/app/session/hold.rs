//! Hold the line: after an edit, the moves that leave the plan as good as it can be, made as an action of their own.
//!
//! What an edit touched is kept until it is answered. An answer moves nobody who is pinned or was put somewhere by hand, and
//! nobody on a shift that has begun; of answers that move equally few, it is the one that changes least of what people were
//! told. What takes something back, what tells people, and what is noted about attendance is no edit: it is not answered.

use super::Session;
use super::action::{ActError, Done};
use crate::engine::gaps::{Edit, Field, Holding, Repair, Watch};
use crate::model::{Change, Roster, ShiftIx};
use crate::rules::Ground;
use crate::store::record::Payload;
use std::sync::{Arc, Mutex, OnceLock};

/// The actions that are answered.
const EDITS: [&str; 18] = [
    "assign",
    "unassign",
    "pin",
    "unpin",
    "duty",
    "name",
    "several",
    "swap",
    "transfer",
    "absent",
    "callin",
    "back",
    "close",
    "reopen",
    "setting",
    "hours",
    "import",
    super::alone::ALONE,
];

/// The action that an answer is.
const HOLD: &str = "hold";

/// Whether edits are answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hold {
    /// They are not.
    #[default]
    Off,
    /// What they touched is noted; the answer is offered, and made when someone takes it.
    Offered,
    /// What they touched is noted; the answer is made when whoever is in charge says so.
    Noted,
    /// They are answered as part of the action.
    AtOnce,
}

/// How an edit was answered.
#[derive(Debug, Clone)]
pub struct Held {
    /// The moves that were made.
    pub repairs: Vec<Repair>,
    /// The action; without an entry nothing was to be made.
    pub done: Done,
}

/// How the strike stood before an action that brings other tables.
pub(super) struct Before {
    ground: Arc<Ground>,
    roster: Roster,
}

impl Session {
    /// What is known of who could come where, whatever the roster; kept as long as it holds.
    pub fn field(&self) -> &Field {
        self.field.get_or_init(|| Field::new(&self.ground))
    }

    /// The same, for a worker, who works out what is not known yet.
    pub fn shared_field(&self) -> Arc<OnceLock<Field>> {
        Arc::clone(&self.field)
    }

    /// What is known of the roster's gaps from one edit to the next, for a worker who answers one.
    pub fn shared_watch(&self) -> Arc<Mutex<Watch>> {
        Arc::clone(&self.watch)
    }

    /// From now on edits are answered, or no more.
    pub fn hold_the_line(&mut self, holds: Hold) {
        self.holds = holds;
        self.edit = None;
    }

    /// How edits are answered.
    pub fn holds_the_line(&self) -> Hold {
        self.holds
    }

    /// True when an edit waits for its answer.
    pub fn is_to_be_held(&self) -> bool {
        self.edit.is_some()
    }

    /// How the last edit was answered at once.
    pub fn held(&self) -> Option<&Result<Held, ActError>> {
        self.held.as_deref()
    }

    /// Answers the edits made since the last answer. None: there were none.
    pub fn answer(&mut self) -> Option<Result<Held, ActError>> {
        let edit = self.edit.take()?;
        let repairs = self.answers_to(&edit);
        Some(self.make(&repairs, HOLD).map(|done| Held { repairs, done }))
    }

    /// What the edits touched since the last answer, which is not waited for any more. None: there were none.
    pub fn take_edit(&mut self) -> Option<Edit> {
        self.edit.take()
    }

    /// The moves that would leave the plan as good as it can be after `edit`.
    pub fn answers_to(&self, edit: &Edit) -> Vec<Repair> {
        let told = self.published.as_ref().map(|(_, roster)| roster);
        let terms = Holding { from: Some(self.now()), told };
        watching(&self.watch, |watch| watch.mend(self.field(), &self.ground, &self.roster, edit, &terms))
    }

    /// An edit that touched everything: what could be better anywhere is looked for.
    pub fn edit_of_all(&self) -> Edit {
        let mut edit = Edit::default();
        edit.touch(&self.ground, self.ground.timetable.indices());
        (edit.all, edit.bars) = (true, true);
        edit
    }

    /// How the strike stands before other tables are read, when that will be asked.
    pub(super) fn before(&self) -> Option<Before> {
        (self.holds != Hold::Off).then(|| Before { ground: Arc::clone(&self.ground), roster: self.roster.clone() })
    }

    /// Notes what `action` touched; `before`: how the strike stood, where there are other tables now.
    pub(super) fn note_edit(&mut self, action: &str, before: Option<Before>, changes: &[Change], payload: &Payload) {
        if self.holds == Hold::Off || !EDITS.contains(&action) {
            return;
        }
        // What was noted before the tables changed has no meaning any more: everything is looked over.
        let mut edit = match self.edit.take() {
            Some(_) if before.is_some() => self.edit_of_all(),
            // Anyone on the list may be another.
            _ if action == "import" => self.edit_of_all(),
            waiting => waiting.unwrap_or_default(),
        };
        if let Some(before) = before {
            self.note_other_tables(&before, &mut edit);
        } else {
            for change in changes {
                edit.take_in(&self.ground, change);
            }
            let times = payload.came.iter().chain(&payload.went);
            let members = times.filter_map(|each| self.ground.strike.lookup.members.get(&each.member).copied());
            let members: Vec<_> = members.collect();
            if !members.is_empty() {
                edit.weeks.extend(0..self.ground.timetable.weeks.len() as u16);
                edit.members.extend(members);
            }
        }
        if !edit.is_empty() {
            self.edit = Some(edit);
        }
        if self.holds == Hold::AtOnce {
            self.held = self.answer().map(Box::new);
        }
    }

    /// Notes that files have changed: a court's cap, a stand-down, a minimum, a list of members. It is an edit like any other,
    /// once there is a plan.
    pub(super) fn note_other_files(&mut self, before: &Before) {
        let (was, is) = (&before.ground.strike, &self.ground.strike);
        let same = was.members == is.members
            && was.patterns == is.patterns
            && was.agreement == is.agreement
            && was.rules == is.rules;
        let mut edit = if same { Edit::default() } else { self.edit_of_all() };
        self.note_other_tables(before, &mut edit);
        self.edit = Some(edit).filter(|edit| !edit.is_empty() && !self.roster.is_empty());
    }

    /// What differs where shifts may have other places in their table: which are new or have other numbers, and who stood on
    /// one and does no more.
    fn note_other_tables(&self, before: &Before, edit: &mut Edit) {
        let same = |a: ShiftIx, b: ShiftIx| {
            let (a, b) = (before.ground.shift(a), self.ground.shift(b));
            (a.minimum, a.target, a.maximum, a.captains, &a.needs)
                == (b.minimum, b.target, b.maximum, b.captains, &b.needs)
        };
        let now = self.ground.timetable.indices();
        let fresh = now.filter(|ix| !before.ground.find(&self.ground.shift(*ix).id).is_ok_and(|was| same(was, *ix)));
        edit.touch(&self.ground, fresh.collect::<Vec<_>>());
        edit.bars = true;
        let members = &self.ground.strike.lookup.members;
        for ix in before.ground.timetable.indices() {
            let was = before.ground.shift(ix);
            let now = self.ground.find(&was.id).ok();
            for each in before.roster.on(ix) {
                let Some(&member) = members.get(&before.ground.strike.member(each.member).id) else { continue };
                if now.is_none_or(|now| self.roster.get(now, member).is_none()) {
                    edit.members.push(member);
                    edit.weeks.insert(was.week);
                }
            }
        }
    }
}

/// Works with a watch that others share. One whose work was broken off begins anew.
pub(crate) fn watching<T>(watch: &Mutex<Watch>, work: impl FnOnce(&mut Watch) -> T) -> T {
    let mut watch = watch.lock().unwrap_or_else(|broken| {
        watch.clear_poison();
        let mut watch = broken.into_inner();
        *watch = Watch::default();
        watch
    });
    work(&mut watch)
}
