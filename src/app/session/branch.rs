//! Branches: what is supposed, kept in the record under a name, held against what stands as often as one likes, then taken or
//! dropped. A branch holds what is supposed and no roster: it is planned anew on what stands whenever it is looked at.

use super::action::{ActError, Done, Draft};
use super::{NotSet, Session, WhatIf};
use crate::engine::plan::{Cancelled, Options};
use crate::engine::suppose::{Supposition, carried, suppose};
use crate::model::{Assignment, Change, Instant, SiteIx, Strike};
use crate::store::numbers::{Edited, edit_all};
use crate::store::phases::bring_out;
use crate::store::place::rehearse;
use crate::store::read::{Instead, Reading, read_strike_with};
use crate::store::record::{Branch, Fact, FactStep, Patch, Payload, RecordError, What};
use serde_json::json;
use std::path::Path;

/// The file that holds the phases.
const STRIKE: &str = "strike.toml";

/// Longest name of a branch.
const LONGEST: usize = 40;

/// Bits for the number of an entry in the number of one of its facts.
const PLACE: u32 = 40;

/// What keeps a branch from being looked at or taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// There is no branch of that name.
    #[error("no branch {0}")]
    Unknown(String),
    /// It supposes what only the strike's files can say: phases, reach, another agreement.
    #[error("a matter of the files")]
    InFiles,
    /// The agreement it names can't be read.
    #[error("the agreement can't be used")]
    Unfit(Box<Reading>),
    /// Planning was cancelled.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The files would have errors, or the record refuses.
    #[error(transparent)]
    NotSet(#[from] NotSet),
}

impl From<ActError> for NotTaken {
    fn from(error: ActError) -> Self {
        Self::NotSet(NotSet::Act(error))
    }
}

/// True for what can be a branch's name.
pub fn is_name(text: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !text.is_empty() && text.chars().count() <= LONGEST && text.chars().all(fits)
}

impl Session {
    /// The branches, in the order in which they were kept.
    pub fn branches(&self) -> Result<Vec<Branch>, RecordError> {
        let facts = self.record_facts(What::BRANCH, None)?;
        Ok(facts
            .into_iter()
            .filter_map(|fact| if let What::Branch(branch) = fact.what { Some(branch) } else { None })
            .collect())
    }

    /// Keeps a branch; one of the same name goes.
    pub fn keep_branch(&mut self, branch: &Branch) -> Result<Done, ActError> {
        self.act(|session| {
            let before = session.record_facts(What::BRANCH, Some(&branch.name))?;
            if before.iter().any(|fact| fact.what == What::Branch(branch.clone())) {
                return Ok(None);
            }
            let mut facts: Vec<FactStep> =
                before.into_iter().map(|fact| FactStep { before: Some(fact), after: None }).collect();
            let (id, at) = (session.entries() + 1, session.now().0);
            facts.push(FactStep::told(Fact { id, at, what: What::Branch(branch.clone()) }));
            let payload = Payload { facts, ..Payload::default() };
            Ok(Some(Draft::new("branch", json!({ "branch": branch.name }), payload)))
        })
    }

    /// Drops a branch. Without an entry: there was none.
    pub fn drop_branch(&mut self, name: &str) -> Result<Done, ActError> {
        self.act(|session| {
            let facts = session.gone(name)?;
            if facts.is_empty() {
                return Ok(None);
            }
            let payload = Payload { facts, ..Payload::default() };
            Ok(Some(Draft::new("branch-drop", json!({ "branch": name }), payload)))
        })
    }

    fn gone(&self, name: &str) -> Result<Vec<FactStep>, RecordError> {
        let facts = self.record_facts(What::BRANCH, Some(name))?;
        Ok(facts.into_iter().map(|fact| FactStep { before: Some(fact), after: None }).collect())
    }

    /// What a branch comes to, on what stands now.
    pub fn look_at(&self, branch: &Branch, options: &Options) -> Result<WhatIf, NotTaken> {
        let what = self.suppositions(branch);
        Ok(self.what_if(self.other_agreement(branch)?, &what, options)?)
    }

    /// Makes what a branch supposes so, and its plan the roster, as one action: sites are closed; numbers, and who is out in the
    /// phases that are not over, are written into the files. What only a person can write there is refused.
    pub fn take_branch(&mut self, name: &str, options: &Options) -> Result<Done, NotTaken> {
        let branches = self.branches().map_err(ActError::from)?;
        let unknown = || NotTaken::Unknown(name.to_owned());
        let branch = branches.into_iter().find(|each| each.name == name).ok_or_else(unknown)?;
        self.make_so(&branch, options)
    }

    /// Makes so what `branch` supposes, kept or not, as [`take_branch`](Self::take_branch) does; one of its name goes.
    pub fn make_so(&mut self, branch: &Branch, options: &Options) -> Result<Done, NotTaken> {
        let name = branch.name.as_str();
        if branch.full.is_some() || branch.reach.is_some() || branch.essential.is_some() {
            return Err(NotTaken::InFiles);
        }
        let seq = self.seq();
        let what = self.suppositions(branch);
        let files = self.files_of(&what)?;
        let (_, ground, roster) = self.supposed(None, &what, options)?;
        let after = carried(&roster, &ground, &self.ground);
        let changes = self.roster.changes_to(&after);
        // On shifts that exist only then, those of places that come out.
        let is_new = |each: &&Assignment| self.ground.find(&ground.shift(each.shift).id).is_err();
        let new: Vec<Change> = roster.iter().filter(is_new).cloned().map(Change::Added).collect();
        let new = Payload::of_changes(&ground, &new);
        let done = self.act(|session| {
            session.refuse_if_moved_on(seq)?;
            for patch in &files {
                let text = std::fs::read_to_string(session.folder.join(&patch.file)).unwrap_or_default();
                if patch.apply(&text).is_none() {
                    return Err(ActError::FileChanged(patch.file.clone()));
                }
            }
            let mut payload = Payload::of_changes(&session.ground, &changes);
            payload.shifts.extend(new.shifts.iter().cloned());
            payload.facts = session.gone(name)?;
            payload.files.clone_from(&files);
            for (place, site) in branch.close.iter().enumerate() {
                // Several facts of one entry: each has its number, and its place among them high above.
                let id = (session.entries() + 1) | (place as u64) << PLACE;
                let from = branch.from.unwrap_or(session.now().0);
                let what = What::Closure { site: site.clone(), from, until: None, reason: None };
                payload.facts.push(FactStep::told(Fact { id, at: session.now().0, what }));
            }
            let particulars =
                json!({ "branch": name, "changes": changes.len() + new.len(), "sites": branch.close.len() });
            Ok(Some(Draft::new("branch-take", particulars, payload)))
        })?;
        Ok(done)
    }

    /// What a branch supposes; sites that the files no longer know are passed over.
    fn suppositions(&self, branch: &Branch) -> Vec<Supposition> {
        let sites = |ids: &[String]| -> Vec<SiteIx> {
            ids.iter().filter_map(|id| self.ground.strike.lookup.sites.get(id).copied()).collect()
        };
        let (close, out) = (sites(&branch.close), sites(&branch.out));
        let from = branch.from.map_or_else(|| self.now(), Instant);
        let mut what = Vec::new();
        what.extend((!close.is_empty()).then_some(Supposition::Closed { sites: close, from }));
        what.extend((!out.is_empty()).then_some(Supposition::Out { sites: out }));
        what.extend(branch.full.map(|from| Supposition::Full { from: Instant(from) }));
        what.extend(branch.minimum.map(|by| Supposition::Minimum { by }));
        what.extend(branch.target.map(|by| Supposition::Target { by }));
        what.extend(branch.reach.map(|metres| Supposition::Reach { km: f64::from(metres) / 1000.0 }));
        what
    }

    fn other_agreement(&self, branch: &Branch) -> Result<Option<Strike>, NotTaken> {
        let Some(file) = &branch.essential else { return Ok(None) };
        let mut reading = self.with_agreement(Path::new(file));
        match reading.strike.take() {
            Some(strike) => Ok(Some(strike)),
            None => Err(NotTaken::Unfit(Box::new(reading))),
        }
    }

    /// What the files would say: of the lines' numbers, and of who is out in the phases that are not over.
    fn files_of(&self, what: &[Supposition]) -> Result<Vec<Patch>, NotTaken> {
        let mut edited = self.numbers_of(what)?;
        edited.extend(self.phases_of(what)?);
        if edited.is_empty() {
            return Ok(Vec::new());
        }
        let named = |path: &Path| {
            let file = self.files.iter().find(|file| self.folder.join(file) == path);
            file.map_or_else(String::new, |file| file.to_string_lossy().into_owned())
        };
        let files: Vec<(String, String)> = edited.iter().map(|each| (named(&each.path), each.after.clone())).collect();
        let reading = read_strike_with(&self.folder, Instead { files: &files, agreement: None });
        if !reading.is_usable() {
            return Err(NotSet::Unfit(Box::new(reading)).into());
        }
        for each in &edited {
            let failed = |source| ActError::Record(RecordError::Io { path: each.path.clone(), source });
            rehearse(&each.path, &each.after).map_err(failed)?;
        }
        Ok(edited.iter().map(|each| Patch::between(&named(&each.path), &each.before, &each.after)).collect())
    }

    /// The phases with the sites out that are supposed to be.
    fn phases_of(&self, what: &[Supposition]) -> Result<Option<Edited>, NotTaken> {
        let strike = &self.ground.strike;
        let out =
            what.iter().flat_map(|each| if let Supposition::Out { sites } = each { sites.as_slice() } else { &[] });
        let ids: Vec<&str> = out.map(|site| strike.site(*site).id.as_str()).collect();
        if ids.is_empty() {
            return Ok(None);
        }
        let path = self.folder.join(STRIKE);
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        let now = self.now();
        let is_to_come =
            |phase: usize| strike.phases.get(phase).is_some_and(|each| each.until.is_none_or(|end| end > now));
        let after = bring_out(&before, &ids, &is_to_come).ok_or(NotTaken::InFiles)?;
        Ok((after != before).then_some(Edited { path, before, after }))
    }

    /// The files with the lines' numbers as they are supposed to be.
    fn numbers_of(&self, what: &[Supposition]) -> Result<Vec<Edited>, NotTaken> {
        let (now, then) = (&self.ground.strike, suppose(&self.ground.strike, what));
        let mut numbers = Vec::new();
        for (before, after) in now.lines.iter().zip(&then.lines) {
            let site = now.site(before.site).id.as_str();
            for key in ["minimum", "target", "maximum"] {
                if let (was, Some(number)) = (before.numbers.named(key), after.numbers.named(key))
                    && was != Some(number)
                {
                    numbers.push((site, before.id.as_str(), key, number));
                }
            }
        }
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let paths: Vec<_> = self.files.iter().map(|file| self.folder.join(file)).collect();
        let nowhere = || NotSet::Nowhere(numbers[0].0.to_owned());
        Ok(edit_all(&paths, &numbers).ok_or_else(nowhere)?)
    }
}
