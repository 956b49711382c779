//! What if: the strike as it would be, planned, beside the strike as it stands. Nothing of it is written anywhere.

use super::{Session, absence, standing};
use crate::engine::plan::{Cancelled, Options, Outcome, filled, gaps, plan};
use crate::engine::suppose::{Supposition, carried, suppose};
use crate::model::{Duty, MemberIx, Roster};
use crate::rules::Ground;
use crate::store::read::{Instead, Reading, read_strike_with};
use std::collections::BTreeSet;
use std::path::Path;

/// How a roster stands on the counted levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Shifts that exist.
    pub shifts: usize,
    /// Captain posts, skill posts, heads up to minimum, up to target; minutes towards full strike pay. What is filled.
    pub filled: [i64; 5],
    /// What of the first four is asked.
    pub asked: [i64; 4],
    /// Shifts that are gaps.
    pub gaps: usize,
    /// Assignments.
    pub assignments: usize,
}

impl Measure {
    fn of(ground: &Ground, roster: &Roster) -> Self {
        let mut asked = [0; 4];
        for shift in &ground.timetable.shifts {
            let skills: u32 = shift.needs.iter().map(|(_, count)| count).sum();
            for (sum, more) in asked.iter_mut().zip([shift.captains, skills, shift.minimum, shift.target]) {
                *sum += i64::from(more);
            }
        }
        let (filled, gaps) = (filled(ground, roster), gaps(ground, roster));
        Self { shifts: ground.timetable.len(), filled, asked, gaps, assignments: roster.len() }
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
    /// The strike with another agreement in place of its own; for [`what_if`](Self::what_if). What is wrong with it is in the
    /// reading.
    pub fn with_agreement(&self, name: &str, text: &str) -> Reading {
        read_strike_with(&self.folder, Instead { files: &[], agreement: Some((name, text)) })
    }

    /// Plans the strike as it would be. `read` is the strike with another agreement; None: its own.
    pub fn what_if(
        &self,
        read: Option<crate::model::Strike>,
        what: &[Supposition],
        options: &Options,
    ) -> Result<WhatIf, Cancelled> {
        let strike = match read {
            Some(mut strike) => {
                absence::amend(&mut strike, &mut absence::Originals::default(), &self.absences, &self.closures);
                suppose(&strike, what)
            }
            None => suppose(&self.ground.strike, what),
        };
        let ground = Ground::new(strike);
        let (here, now) = (&self.ground, Measure::of(&self.ground, &self.roster));
        let stays = carried(&self.roster, here, &ground);
        let lost = self.roster.len() - stays.len();
        let stays = standing::sound(&ground, &stays, options.from);
        // Measured against what stands, published or not: as few people as possible are told something new.
        let Outcome { roster, .. } = plan(&ground, &stays, Some(&stays), options)?;
        let then = Measure::of(&ground, &roster);
        let told = here
            .strike
            .member_indices()
            .filter(|&member| places(here, &self.roster, member) != places(&ground, &roster, member));
        Ok(WhatIf { now, then, lost, told: told.count() })
    }
}

/// Where a member stands, and in which posts.
fn places<'a>(ground: &'a Ground, roster: &'a Roster, member: MemberIx) -> BTreeSet<(&'a str, Duty)> {
    let place = |shift| Some((ground.shift(shift).id.as_str(), roster.get(shift, member)?.duty));
    roster.of(member).iter().filter_map(|&shift| place(shift)).collect()
}

/// The text of an agreement beside, and the name it goes by in problems.
pub fn read_agreement(file: &Path) -> std::io::Result<(String, String)> {
    let text = std::fs::read_to_string(file)?;
    Ok((file.display().to_string(), text))
}
