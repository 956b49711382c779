//! A union database's export brought in: the lists of members are rewritten, and the shifts of people who are gone come free,
//! in one action.
//!
//! What can go wrong with the files (a full disk, no permission, a list that would not read) is found out first. The record
//! then keeps the changes to the files, and who opens the folder finishes them should the power fail in between.

use super::action::{ActError, Done, Draft};
use super::{Session, absence};
use crate::engine::breach::{broken, first_breach};
use crate::model::{Assignment, Change, MemberIx, Roster, ShiftIx, Strike};
use crate::rules::{Ground, RuleCode};
use crate::store::import::{ImportError, Known, List, Map, Preview, Table, preview, read_file};
use crate::store::read::Reading;
use crate::store::record::{Patch, Payload};
use serde_json::json;
use std::path::Path;

/// Why an export was not brought in.
#[derive(Debug, thiserror::Error)]
pub enum NotImported {
    /// The export or its map can't be used.
    #[error(transparent)]
    Export(#[from] ImportError),
    /// With it, the strike's files would have errors; these.
    #[error("the lists would have errors")]
    Unfit(Box<Reading>),
    /// The record refuses.
    #[error(transparent)]
    Act(#[from] ActError),
}

/// An import, worked out and found fit.
#[derive(Debug)]
pub struct Staged {
    /// What it does to the lists.
    pub preview: Preview,
    /// The assignments that come free.
    pub freed: Vec<Change>,
    /// The assignments that stay, and would break a rule.
    pub broken: Vec<Broken>,
}

/// An assignment still to come that breaks no rule now, and would with the lists as they will be: somebody is on leave, or can
/// come at other times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// The shift.
    pub shift: ShiftIx,
    /// Who stands there.
    pub member: MemberIx,
    /// The first rule that is broken.
    pub rule: RuleCode,
}

impl Session {
    /// Works out what bringing in the export at `file` would do; nothing is written.
    pub fn stage_import(&self, file: &Path, map: Option<&Path>) -> Result<Staged, NotImported> {
        let map = match map {
            Some(path) => {
                let bytes = read_file(path)?;
                let text = String::from_utf8(bytes).map_err(|_| ImportError::MapText)?;
                Map::parse(text.strip_prefix('\u{feff}').unwrap_or(&text))?
            }
            None => Map::default(),
        };
        let table = Table::read(file)?;
        let lists = self.member_files.iter().map(|name| self.list(name)).collect::<Result<Vec<_>, _>>()?;
        let union = self.ground.strike.campaign.union.as_deref().unwrap_or("").to_uppercase();
        let is_opseu = union.contains("OPSEU") || union.contains("SEFPO");
        let sites = self.ground.strike.sites.iter().map(|site| site.id.as_str()).collect();
        let preview = preview(&table, &map, lists, Known { is_opseu, sites: &sites })?;
        let reading = self.read_with(&rewritten(&preview)).map_err(NotImported::Unfit)?;
        let freed = self.held_by_absent(&preview);
        let broken = reading.strike.map_or_else(Vec::new, |strike| self.broken_by(&self.as_it_stands(strike), &freed));
        Ok(Staged { preview, freed, broken })
    }

    /// Brings the export in. `file` is its name, for the journal.
    pub fn import(&mut self, staged: &Staged, file: &str) -> Result<Done, NotImported> {
        let preview = &staged.preview;
        let changed: Vec<&List> = preview.lists.iter().filter(|list| list.is_changed()).collect();
        self.rehearse(&rewritten(preview))?;
        let files: Vec<Patch> = changed.iter().map(|list| list.patch()).collect();
        let done = self.act(|session| {
            for list in &changed {
                session.refuse_if_not(&list.name, list.before())?;
            }
            let changes = session.held_by_absent(preview);
            if changes.is_empty() && files.is_empty() {
                return Ok(None);
            }
            let particulars = json!({
                "file": file, "added": preview.added.len(), "changed": preview.changed.len(),
                "gone": preview.gone.len(), "freed": changes.len(),
            });
            let payload = Payload { files: files.clone(), ..Payload::of_changes(&session.ground, &changes) };
            Ok(Some(Draft::new("import", particulars, payload)))
        })?;
        Ok(done)
    }

    /// The assignments that break a rule on the ground `then`, as the files would make it, and none as it is; those that come
    /// free left out.
    pub(super) fn broken_by(&self, then: &Ground, freed: &[Change]) -> Vec<Broken> {
        let (here, now) = (&self.ground, self.now());
        let mut stays = Roster::new(then.timetable.len(), then.strike.members.len());
        for each in self.roster.iter() {
            let (shift, member) = (&here.shift(each.shift).id, &here.strike.member(each.member).id);
            let is_freed = freed
                .binary_search_by_key(&(each.shift, each.member), |change| (change.shift(), change.member()))
                .is_ok();
            // The list may put people in another order.
            if let (false, Ok(shift), Some(&member)) =
                (is_freed, then.find(shift), then.strike.lookup.members.get(member))
            {
                stays.put(Assignment { member, shift, ..each.clone() });
            }
        }
        let as_now = |each: &Assignment| {
            let shift = here.find(&then.shift(each.shift).id).ok()?;
            let member = *here.strike.lookup.members.get(&then.strike.member(each.member).id)?;
            self.roster.get(shift, member)
        };
        let newly = broken(then, &stays).filter_map(|(each, refusal)| {
            let now_there = as_now(each).filter(|_| then.shift(each.shift).span.start >= now)?;
            let is_new = first_breach(here, &self.roster, now_there).is_none();
            is_new.then_some(Broken { shift: now_there.shift, member: now_there.member, rule: refusal.code() })
        });
        newly.collect()
    }

    /// The ground of a strike as files would make it, with the absences told and the sites closed here.
    pub(super) fn as_it_stands(&self, mut strike: Strike) -> Ground {
        absence::amend(&mut strike, &mut absence::Originals::default(), &self.absences, &self.closures);
        Ground::new(strike)
    }

    /// The assignments of everyone on the list who is not in the export.
    fn held_by_absent(&self, preview: &Preview) -> Vec<Change> {
        let strike = &self.ground.strike;
        let absent = preview.absent.iter().filter_map(|id| strike.lookup.members.get(id).copied());
        let of =
            |member: MemberIx| self.roster.of(member).iter().filter_map(move |shift| self.roster.get(*shift, member));
        let mut freed: Vec<Change> = absent.flat_map(of).cloned().map(Change::Removed).collect();
        freed.sort_by_key(|change| (change.shift(), change.member()));
        freed
    }
}

/// The lists that change, with their texts as they will be.
fn rewritten(preview: &Preview) -> Vec<(String, String)> {
    let changed = preview.lists.iter().filter(|list| list.is_changed());
    changed.map(|list| (list.name.clone(), list.after())).collect()
}
