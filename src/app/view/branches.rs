//! Branches on the screen: what is supposed is kept under a name of its own making, shown beside what stands and the others,
//! then taken or dropped with a key.

use super::Desk;
use super::notice::Tone;
use super::prompt::{Act, Choice, Pick};
use super::what_if::Supposed;
use crate::app::said;
use crate::app::session::{NotSet, NotTaken, Session, WhatIf};
use crate::engine::plan::Options;
use crate::engine::suppose::Supposition;
use crate::model::SiteIx;
use crate::store::record::Branch;

impl Desk {
    /// Keeps what was last supposed.
    pub(super) fn keep_supposed(&mut self) {
        let Some(Supposed { what, .. }) = &self.supposed else { return };
        let branch = self.named(what);
        match self.session.keep_branch(&branch) {
            Ok(done) => self.tell_entry(&done),
            Err(error) => self.refused(None, &error),
        }
    }

    /// What is supposed, as a branch named after it.
    fn named(&self, what: &Supposition) -> Branch {
        let strike = &self.ground().strike;
        let ids =
            |sites: &[SiteIx]| -> Vec<String> { sites.iter().map(|site| strike.site(*site).id.clone()).collect() };
        let of_sites = |sites: &[SiteIx]| match sites {
            [only] => strike.site(*only).id.clone(),
            [first, ..] => strike.site(*first).kind.word().to_owned(),
            [] => String::new(),
        };
        let branch = Branch::default();
        match what {
            Supposition::Closed { sites, .. } => {
                Branch { name: format!("close-{}", of_sites(sites)), close: ids(sites), ..branch }
            }
            Supposition::Out { sites } => {
                Branch { name: format!("out-{}", of_sites(sites)), out: ids(sites), ..branch }
            }
            Supposition::Full { from } => Branch { name: "full".to_owned(), full: Some(from.0), ..branch },
            Supposition::Minimum { by } => Branch { name: format!("minimum-{by}"), minimum: Some(*by), ..branch },
            Supposition::Target { by } => Branch { name: format!("target-{by}"), target: Some(*by), ..branch },
            Supposition::Reach { km } => {
                Branch { name: format!("reach-{km:.0}"), reach: Some((km * 1000.0).round() as u32), ..branch }
            }
        }
    }

    /// True when there are branches to look at.
    pub(super) fn has_branches(&self) -> bool {
        self.session.branches().is_ok_and(|branches| !branches.is_empty())
    }

    /// Plans every branch on what stands, and shows them side by side.
    pub(super) fn show_branches(&mut self) {
        let from = self.now;
        let plan = move |session: &mut Session| {
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            let options = Options { from: Some(from), threads, ..Options::default() };
            let branches = session.branches().unwrap_or_default();
            let look = |branch: Branch| session.look_at(&branch, &options).ok().map(|found| (branch, found));
            branches.into_iter().filter_map(look).collect::<Vec<(Branch, WhatIf)>>()
        };
        self.carry_out(true, "busy-what-if", plan, |desk, branches| {
            desk.branches = branches;
            desk.pick(Pick::Branches);
        });
    }

    /// The branches side by side: a line for every number, today's first.
    pub(super) fn branch_lines(&self) -> Vec<String> {
        let Some((_, first)) = self.branches.first() else { return vec![self.speech.word("branches-none")] };
        let names = self.branches.iter().map(|(branch, _)| branch.name.as_str());
        let head: Vec<&str> = names.collect();
        let now = self.speech.word("cli-what-if-now");
        let mut lines = vec![format!("{now} | {}", head.join(" | "))];
        let columns: Vec<Vec<[String; 4]>> =
            self.branches.iter().map(|(_, found)| said::beside(self.speech, found)).collect();
        for (at, [name, now, ..]) in said::beside(self.speech, first).into_iter().enumerate() {
            let then: Vec<&str> =
                columns.iter().filter_map(|column| column.get(at)).map(|row| row[2].as_str()).collect();
            let values = [("name", name.into()), ("now", now.into()), ("then", then.join(" | ").into())];
            lines.push(self.speech.say("branches-line", &values));
        }
        lines
    }

    pub(super) fn branch_choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        for (branch, _) in &self.branches {
            let values = [("name", branch.name.as_str().into())];
            let aside = said::supposed(self.speech, branch);
            let take = self.speech.say("branches-take", &values);
            choices.push(Choice::new(take, Act::TakeBranch(branch.name.clone())).aside(aside));
            let drop = self.speech.say("branches-drop", &values);
            choices.push(Choice::new(drop, Act::DropBranch(branch.name.clone())));
        }
        choices
    }

    /// Makes a branch so, as one action.
    pub(super) fn take_branch(&mut self, name: String) {
        let (from, named) = (self.now, name.clone());
        let take = move |session: &mut Session| {
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            session.take_branch(&named, &Options { from: Some(from), threads, ..Options::default() })
        };
        self.carry_out(true, "busy-what-if", take, move |desk, taken| {
            desk.branches.clear();
            match taken {
                Ok(done) => desk.tell_entry(&done),
                Err(NotTaken::NotSet(NotSet::Act(error))) => desk.refused(None, &error),
                Err(NotTaken::Unknown(_)) => desk.not_done("cli-branch-unknown", &[("name", name.into())]),
                Err(_) => desk.not_done("cli-branch-in-files", &[("name", name.into())]),
            }
        });
    }

    /// Drops a branch.
    pub(super) fn drop_branch(&mut self, name: &str) {
        self.branches.retain(|(branch, _)| branch.name != name);
        match self.session.drop_branch(name) {
            Ok(done) => {
                let text = done.entry.as_ref().map(|entry| self.words().entry(entry)).unwrap_or_default();
                self.tell(Tone::Done, text);
            }
            Err(error) => self.refused(None, &error),
        }
    }
}
