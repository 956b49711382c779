//! Branches: what is supposed, kept in the record under a name, held against what stands as often as one likes, then taken or
//! dropped. A branch holds what is supposed and no roster: it is planned anew on what stands whenever it is looked at.

use super::action::{ActError, Done, Draft};
use super::{NotSet, Premise, Session, WhatIf};
use crate::engine::plan::{Cancelled, Options};
use crate::engine::suppose::{Supposition, carried, suppose};
use crate::model::{Assignment, Change, Instant, SiteIx, Strike};
use crate::store::import::ImportError;
use crate::store::named;
use crate::store::numbers::{Edited, edit_all};
use crate::store::phases::{bring_all_out, bring_out};
use crate::store::reach;
use crate::store::read::{Reading, STRIKE};
use crate::store::record::{Branch, Fact, FactStep, Patch, Payload, RecordError, What};
use serde_json::json;
use std::path::Path;

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
    /// It supposes what a person has to write into the files: phases that are not where they are looked for.
    #[error("a matter of the files")]
    InFiles,
    /// A list of members can't be read.
    #[error(transparent)]
    List(#[from] ImportError),
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

/// The name of a file, without where it is.
fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Session {
    /// The branches, in the order in which they were kept.
    pub fn branches(&self) -> Result<Vec<Branch>, RecordError> {
        let facts = self.record.facts(What::BRANCH, None)?;
        Ok(facts
            .into_iter()
            .filter_map(|fact| if let What::Branch(branch) = fact.what { Some(branch) } else { None })
            .collect())
    }

    /// Keeps a branch; one of the same name goes.
    pub fn keep_branch(&mut self, branch: &Branch) -> Result<Done, ActError> {
        self.act(|session| {
            let before = session.record.facts(What::BRANCH, Some(&branch.name))?;
            if before.iter().any(|fact| fact.what == What::Branch(branch.clone())) {
                return Ok(None);
            }
            let particulars = json!({ "branch": branch.name });
            let mut draft = session.fact("branch", particulars, session.now(), What::Branch(branch.clone()));
            draft.payload.facts.splice(0..0, before.into_iter().map(FactStep::gone));
            Ok(Some(draft))
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
        Ok(self.record.facts(What::BRANCH, Some(name))?.into_iter().map(FactStep::gone).collect())
    }

    /// What a branch comes to, on what stands now.
    pub fn look_at(&self, branch: &Branch, options: &Options) -> Result<WhatIf, NotTaken> {
        let what = self.suppositions(branch);
        Ok(self.what_if(self.other_agreement(branch)?, &what, options)?)
    }

    /// Makes what a branch supposes so, and its plan the roster, as one action: sites are closed; numbers, who is out, how far
    /// people are sent and which agreement holds are written into the files. What only a person can write there is refused.
    pub fn take_branch(&mut self, name: &str, options: &Options) -> Result<Done, NotTaken> {
        let branches = self.branches().map_err(ActError::from)?;
        let unknown = || NotTaken::Unknown(name.to_owned());
        let branch = branches.into_iter().find(|each| each.name == name).ok_or_else(unknown)?;
        self.carry_branch_out(&branch, ("branch-take", json!({ "branch": name })), options)
    }

    /// Makes one thing so that is supposed and was not kept, as [`take_branch`](Self::take_branch) does.
    pub fn make_so(&mut self, what: &Premise, options: &Options) -> Result<Done, NotTaken> {
        let told = match what {
            Premise::Strike(what) => self.told_of(what),
            Premise::Agreement(file) => json!({ "what": "agreement", "file": name_of(file) }),
        };
        self.carry_branch_out(&self.branch_of(what), ("make-so", told), options)
    }

    /// What is supposed, as a branch named after it.
    pub fn branch_of(&self, what: &Premise) -> Branch {
        let what = match what {
            Premise::Strike(what) => what,
            Premise::Agreement(file) => {
                let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                let fits = |c: char| if c.is_alphanumeric() || c == '_' { c } else { '-' };
                let name = format!("agreement-{stem}").chars().map(fits).take(LONGEST).collect();
                let file = std::path::absolute(file).unwrap_or_else(|_| file.clone());
                return Branch { name, essential: Some(file.to_string_lossy().into_owned()), ..Branch::default() };
            }
        };
        let strike = &self.ground.strike;
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
            Supposition::Out { sites, .. } => {
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

    /// What is supposed, as the journal tells it.
    fn told_of(&self, what: &Supposition) -> serde_json::Value {
        let of_sites = |word: &str, sites: &[SiteIx]| {
            let place = sites.first().map(|site| self.ground.strike.site(*site));
            let (name, kind) = place.map_or(("", ""), |site| (site.name.as_str(), site.kind.word()));
            match sites.len() {
                0 | 1 => json!({ "what": word, "site": place.map(|site| site.id.as_str()), "place": name }),
                count => json!({ "what": format!("{word}-kind"), "kind": kind, "count": count }),
            }
        };
        match what {
            Supposition::Closed { sites, .. } => of_sites("close", sites),
            Supposition::Out { sites, .. } => of_sites("out", sites),
            Supposition::Full { .. } => json!({ "what": "full" }),
            Supposition::Minimum { by } => json!({ "what": "minimum", "by": format!("{by:+}") }),
            Supposition::Target { by } => json!({ "what": "target", "by": format!("{by:+}") }),
            Supposition::Reach { km } => json!({ "what": "reach", "km": km.round() as i64 }),
        }
    }

    /// Makes so what `branch` supposes; one of its name goes. The journal calls that `action` and tells `told` of it.
    fn carry_branch_out(
        &mut self,
        branch: &Branch,
        (action, told): (&'static str, serde_json::Value),
        options: &Options,
    ) -> Result<Done, NotTaken> {
        let name = branch.name.as_str();
        let seq = self.seq();
        let what = self.suppositions(branch);
        let files = self.files_of(&what, branch.essential.as_deref().map(Path::new))?;
        let (_, ground, roster) = self.supposed(self.other_agreement(branch)?, &what, options)?;
        let after = carried(&roster, &ground, &self.ground);
        let changes = self.roster.changes_to(&after);
        // On shifts that exist only then, those of places that come out.
        let is_new = |each: &&Assignment| self.ground.find(&ground.shift(each.shift).id).is_err();
        let new: Vec<Change> = roster.iter().filter(is_new).cloned().map(Change::Added).collect();
        let new = Payload::of_changes(&ground, &new);
        let done = self.act(|session| {
            session.refuse_if_moved_on(seq)?;
            session.refuse_if_unpatchable(&files)?;
            let mut payload = Payload::of_changes(&session.ground, &changes);
            payload.shifts.extend(new.shifts.iter().cloned());
            payload.facts = session.gone(name)?;
            payload.files.clone_from(&files);
            for (place, site) in branch.close.iter().enumerate() {
                // Several facts of one entry: each has its number, and its place among them high above.
                let id = (session.seq() + 1) | (place as u64) << PLACE;
                let from = branch.from.unwrap_or(session.now().0);
                let what = What::Closure { site: site.clone(), from, until: None, reason: None };
                payload.facts.push(FactStep::told(Fact { id, at: session.now().0, what }));
            }
            let mut told = told.clone();
            told["changes"] = json!(changes.len() + new.len());
            let written: Vec<&str> = files.iter().map(|patch| patch.file.as_str()).collect();
            told["files"] = json!(written);
            Ok(Some(Draft::new(action, told, payload)))
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
        what.extend((!out.is_empty()).then_some(Supposition::Out { sites: out, from }));
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

    /// What the files would say: of the lines' numbers, of who is out, of how far people are sent, of which agreement holds.
    fn files_of(&self, what: &[Supposition], agreement: Option<&Path>) -> Result<Vec<Patch>, NotTaken> {
        let mut edited = self.numbers_of(what)?;
        edited.extend(self.campaign_of(what, agreement)?);
        edited.extend(self.lists_of(what)?);
        if edited.is_empty() {
            return Ok(Vec::new());
        }
        let files: Vec<(String, String)> =
            edited.iter().map(|each| (self.file_named(&each.path), each.after.clone())).collect();
        self.read_with(&files).map_err(NotSet::Unfit)?;
        self.rehearse(&files)?;
        let patches = edited.iter().zip(&files).map(|(each, (name, after))| Patch::between(name, &each.before, after));
        Ok(patches.collect())
    }

    /// The campaign with those out, and sent as far, that are supposed to be, and with the agreement that is.
    fn campaign_of(&self, what: &[Supposition], agreement: Option<&Path>) -> Result<Option<Edited>, NotTaken> {
        let strike = &self.ground.strike;
        let path = self.folder.join(STRIKE);
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        let local = |from: Instant| from.in_zone(strike.campaign.zone).naive_local();
        let mut after = before.clone();
        for each in what {
            let edited = match each {
                Supposition::Out { sites, from } => {
                    let ids: Vec<&str> = sites.iter().map(|site| strike.site(*site).id.as_str()).collect();
                    bring_out(&after, &ids, local(*from))
                }
                Supposition::Full { from } => bring_all_out(&after, local(*from)),
                Supposition::Reach { km } if *km > strike.rules.reach_km => reach::in_rules(&after, *km),
                _ => continue,
            };
            after = edited.ok_or(NotTaken::InFiles)?;
        }
        if let Some(file) = agreement {
            // By its place in the folder, where it is in it; the strike's own is named by what it is called already.
            let inside = std::path::absolute(&self.folder)
                .ok()
                .and_then(|folder| file.strip_prefix(folder).ok().map(Path::to_owned));
            let file = inside.as_deref().unwrap_or(file);
            if !self.files.iter().any(|known| known == file) {
                after = named::agreement(&after, &file.to_string_lossy()).ok_or(NotTaken::InFiles)?;
            }
        }
        Ok((after != before).then_some(Edited { path, before, after }))
    }

    /// The lists of members with those sent as far who are supposed to be, whatever their own rows say.
    fn lists_of(&self, what: &[Supposition]) -> Result<Vec<Edited>, NotTaken> {
        let mut edited = Vec::new();
        for each in what {
            let Supposition::Reach { km } = each else { continue };
            for name in &self.member_files {
                let path = self.folder.join(name);
                let mut list = self.list(name)?;
                let before = list.after();
                if reach::in_list(&mut list, *km) {
                    edited.push(Edited { path, before, after: list.after() });
                }
            }
        }
        Ok(edited)
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
