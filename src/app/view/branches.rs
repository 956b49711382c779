//! Branches on the screen: what is supposed is kept under a name of its own making, shown beside what stands and the others,
//! then taken or dropped with a key.

use super::Desk;
use super::aside::supposing;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::prompt::Pick;
use super::what_if::Supposed;
use crate::app::said;
use crate::app::session::{ActError, Done, Measure, NotSet, NotTaken, Session, WhatIf};
use crate::engine::plan::Options;
use crate::store::record::{Branch, RecordError};

/// A branch, and what it comes to; or why it can't be looked at.
pub(super) type Looked = (Branch, Result<WhatIf, String>);

/// What stands for a number that nobody knows.
const UNKNOWN: &str = "?";

impl Desk {
    /// Keeps what was last supposed.
    pub(super) fn keep_supposed(&mut self) {
        let Some(Supposed { what, .. }) = &self.supposed else { return };
        let branch = self.session.branch_of(what);
        let done = self.session.keep_branch(&branch);
        self.tell_outcome(done);
    }

    /// True when there are branches to look at.
    pub(super) fn has_branches(&self) -> bool {
        self.session.branches().is_ok_and(|branches| !branches.is_empty())
    }

    /// Plans every branch on what stands, and shows them side by side; one that can't be looked at with its cause.
    pub(super) fn show_branches(&mut self) {
        let (from, speech) = (self.now, self.speech);
        let plan = move |session: &mut Session| {
            let options = supposing(from);
            let look = |branch: Branch| {
                let found = session.look_at(&branch, &options);
                let found = found.map_err(|why| said::not_taken(speech, &session.ground, &branch.name, &why));
                (branch, found)
            };
            let branches = session.branches()?;
            Ok::<Vec<Looked>, RecordError>(branches.into_iter().map(look).collect())
        };
        self.carry_out(true, "busy-what-if", plan, |desk, branches| match branches {
            Ok(branches) => {
                desk.branches = branches;
                desk.pick(Pick::Branches);
            }
            Err(error) => desk.refused(None, &ActError::Record(error)),
        });
    }

    /// The branches under what stands, a row each; and why some can't be looked at.
    pub(super) fn branches_told(&self) -> (Vec<Vec<String>>, Vec<String>) {
        if self.branches.is_empty() {
            return (Vec::new(), vec![self.speech.word("branches-none")]);
        }
        let heads = ["gaps", "captain", "skill", "minimum", "target", "hours"].map(|name| format!("branches-{name}"));
        let mut table = vec![vec![String::new()]];
        table[0].extend(heads.iter().map(|id| self.speech.word(id)).chain([self.speech.word("branches-told")]));
        let mut row = |name: String, found: Option<(&Measure, String)>| {
            let unknown = || vec![UNKNOWN.to_owned(); heads.len() + 1];
            let told = found.map_or_else(unknown, |(measure, told)| {
                let mut cells = self.measured(measure);
                cells.push(told);
                cells
            });
            table.push(std::iter::once(name).chain(told).collect());
        };
        row(self.speech.word("cli-what-if-now"), Some((&self.session.measure(), String::new())));
        let mut causes = Vec::new();
        for (branch, found) in &self.branches {
            let number = |n: usize| crate::speech::number::whole(n as i64, self.speech.language());
            row(branch.name.clone(), found.as_ref().ok().map(|found| (&found.then, number(found.told))));
            causes.extend(found.as_ref().err().cloned());
        }
        (table, causes)
    }

    /// Gaps, what is filled of the four levels, hours.
    fn measured(&self, measure: &Measure) -> Vec<String> {
        let language = self.speech.language();
        let whole = |n: i64| crate::speech::number::whole(n, language);
        let mut cells = vec![whole(i64::from(measure.totals.gaps()))];
        cells.extend(measure.levels().map(|level| whole(level.filled)));
        cells.push(whole(measure.hours / 60));
        cells
    }

    pub(super) fn branch_choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        for (branch, found) in &self.branches {
            let values = [("name", branch.name.as_str().into())];
            let aside = said::supposed(self.speech, branch);
            let take = self.speech.say("branches-take", &values);
            if found.is_ok() {
                choices.push(Choice::new(take, Act::TakeBranch(branch.name.clone())).aside(aside));
            }
            let drop = self.speech.say("branches-drop", &values);
            choices.push(Choice::new(drop, Act::DropBranch(branch.name.clone())));
        }
        choices
    }

    /// Makes a branch so, as one action.
    pub(super) fn take_branch(&mut self, name: String) {
        let named = name.clone();
        self.take(name, move |session, options| session.take_branch(&named, options));
    }

    /// Makes so what was last supposed, without keeping it first.
    pub(super) fn make_supposed_so(&mut self) {
        let Some(Supposed { what, name, .. }) = &self.supposed else { return };
        let (what, name) = (what.clone(), name.clone());
        self.take(name, move |session, options| session.make_so(&what, options));
    }

    /// Makes a branch so by `take`, and says what that changed.
    fn take(
        &mut self,
        name: String,
        take: impl FnOnce(&mut Session, &Options) -> Result<Done, NotTaken> + Send + 'static,
    ) {
        let from = self.now;
        let take = move |session: &mut Session| take(session, &supposing(from));
        self.carry_out(true, "busy-what-if", take, move |desk, taken| {
            desk.branches.clear();
            match taken {
                Ok(done) => {
                    // A site closed, numbers in the files: shifts may have other places.
                    desk.refresh();
                    desk.tell_entry(&done);
                }
                Err(NotTaken::NotSet(NotSet::Act(error))) => desk.refused(None, &error),
                Err(why) => {
                    let text = said::not_taken(desk.speech, desk.ground(), &name, &why);
                    desk.tell(Tone::Refused, text);
                }
            }
        });
    }

    /// Drops a branch.
    pub(super) fn drop_branch(&mut self, name: &str) {
        self.branches.retain(|(branch, _)| branch.name != name);
        let done = self.session.drop_branch(name);
        self.tell_outcome(done);
    }
}
