//! What if: the strike as it would be, planned, beside the strike as it stands. Nothing of it is written anywhere.

use super::{NotTaken, Session, absence};
use crate::engine::breach::sound;
use crate::engine::coverage::{Coverage, Filled, Totals};
use crate::engine::plan::{Cancelled, Options, Outcome, Within, plan};
use crate::engine::suppose::{Supposition, carried, suppose};
use crate::model::{Assignment, Duty, MemberIx, Origin, Roster, SiteIx, Strike};
use crate::rules::Ground;
use crate::store::read::{Instead, Reading, read_strike_with};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is supposed: of the strike, or that another agreement holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Premise {
    /// Something of the strike is otherwise.
    Strike(Supposition),
    /// The essential services agreement is the one in this file.
    Agreement(PathBuf),
}

impl From<Supposition> for Premise {
    fn from(what: Supposition) -> Self {
        Self::Strike(what)
    }
}

/// How a roster stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Shifts, gaps, and the four levels of coverage.
    pub totals: Totals,
    /// Minutes towards full strike pay.
    pub hours: i64,
}

impl Measure {
    fn of(coverage: &Coverage) -> Self {
        Self { totals: *coverage.totals(), hours: coverage.hours_filled() }
    }

    /// Captain posts, skill posts, heads up to minimum, heads up to target.
    pub fn levels(&self) -> [Filled; 4] {
        let planned = &self.totals.planned;
        [planned.captain, planned.skill, planned.minimum, planned.target]
    }
}

/// The two side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// As it stands.
    pub now: Measure,
    /// As it would be, planned on what stands.
    pub then: Measure,
    /// Assignments of now whose shift would not exist.
    pub lost: usize,
    /// People who would be told something new.
    pub told: usize,
}

impl Session {
    /// How the roster stands.
    pub fn measure(&self) -> Measure {
        Measure::of(&self.coverage)
    }

    /// The strike with the agreement in this file in place of its own; for [`what_if`](Self::what_if). What is wrong with it is
    /// in the reading.
    pub fn with_agreement(&self, file: &Path) -> Reading {
        read_strike_with(&self.folder, Instead { files: &[], agreement: Some(file) })
    }

    /// What a plan of the strike as it would be comes to. `read` is the strike with another agreement; None: its own.
    pub fn what_if(&self, read: Option<Strike>, what: &[Supposition], options: &Options) -> Result<WhatIf, Cancelled> {
        self.supposed(read, what, options).map(|(found, ..)| found)
    }

    /// What a plan comes to when one thing is supposed.
    pub fn suppose(&self, premise: &Premise, options: &Options) -> Result<WhatIf, NotTaken> {
        match premise {
            Premise::Strike(what) => Ok(self.what_if(None, std::slice::from_ref(what), options)?),
            Premise::Agreement(_) => self.look_at(&self.branch_of(premise), options),
        }
    }

    /// The same, with the strike as it would be, and its plan.
    pub(super) fn supposed(
        &self,
        read: Option<Strike>,
        what: &[Supposition],
        options: &Options,
    ) -> Result<(WhatIf, Ground, Roster), Cancelled> {
        let is_own = read.is_none();
        let strike = match read {
            Some(mut strike) => {
                absence::amend(&mut strike, &mut absence::Originals::default(), &self.absences, &self.closures);
                suppose(&strike, what)
            }
            None => suppose(&self.ground.strike, what),
        };
        let ground = Ground::new(strike);
        let (here, now) = (&self.ground, Measure::of(&self.coverage));
        let carried = carried(&self.roster, here, &ground);
        let lost = self.roster.len() - carried.len();
        let stays = sound(&ground, &carried, options.from);
        // In a roster that was planned, what a lost site is nothing to stays as it is, gaps and all: what is told is what comes of
        // the loss. Where somebody may not stay any more, somebody else comes.
        let is_planned = self.roster.iter().any(|each| each.origin == Origin::Plan);
        let barred = carried.changes_to(&stays);
        let lost_sites = sites_lost(what).filter(|_| is_own && is_planned).map(|mut sites| {
            sites.extend(barred.iter().map(|change| ground.shift(change.shift()).site));
            sites
        });
        let stood =
            |each: &&Assignment| lost_sites.as_ref().is_some_and(|sites| sites.contains(&here.shift(each.shift).site));
        let free: Vec<MemberIx> = self.roster.iter().filter(stood).map(|each| each.member).collect();
        let within = lost_sites.as_deref().map(|sites| Within { sites, members: &free });
        // Measured against what stands, published or not: as few people as possible are told something new.
        let Outcome { roster, .. } = plan(&ground, &stays, Some(&stays), &Options { within, ..*options })?;
        let then = Measure::of(&Coverage::count(&ground, &roster));
        let told = here
            .strike
            .member_indices()
            .filter(|&member| places(here, &self.roster, member) != places(&ground, &roster, member));
        let found = WhatIf { now, then, lost, told: told.count() };
        Ok((found, ground, roster))
    }
}

/// The sites that are lost, where nothing else is supposed: anything else may be felt everywhere.
fn sites_lost(what: &[Supposition]) -> Option<Vec<SiteIx>> {
    let sites = |each: &Supposition| match each {
        Supposition::Closed { sites, .. } => Some(sites.clone()),
        _ => None,
    };
    let lost: Option<Vec<Vec<SiteIx>>> = what.iter().map(sites).collect();
    lost.map(|sites| sites.concat()).filter(|sites| !sites.is_empty())
}

/// Where a member stands, and in which posts.
fn places<'a>(ground: &'a Ground, roster: &'a Roster, member: MemberIx) -> BTreeSet<(&'a str, Duty)> {
    let place = |shift| Some((ground.shift(shift).id.as_str(), roster.get(shift, member)?.duty));
    roster.of(member).iter().filter_map(|&shift| place(shift)).collect()
}
