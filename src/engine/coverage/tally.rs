//! One shift's heads, and the word that says how well it is covered.

use crate::model::{Duty, Roster, Shift, ShiftIx, SkillIx};
use crate::rules::Ground;

/// How well a shift is covered: of the contract's words, the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nobody stands there.
    Open,
    /// Fewer heads than the minimum.
    Short,
    /// Heads enough for the minimum, captain posts unfilled.
    Captain,
    /// Heads and captains enough, skill posts unfilled.
    Skill,
    /// Every post that must be filled is; fewer heads than the target.
    Thin,
    /// The target is reached.
    Full,
}

impl Status {
    /// Every status, worst first.
    pub const ALL: [Self; 6] = [Self::Open, Self::Short, Self::Captain, Self::Skill, Self::Thin, Self::Full];

    /// The word in outputs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Short => "short",
            Self::Captain => "captain",
            Self::Skill => "skill",
            Self::Thin => "thin",
            Self::Full => "full",
        }
    }

    /// True when the shift is a gap: open, short, or without a captain or skill it asks for.
    pub fn is_gap(self) -> bool {
        self < Self::Thin
    }
}

/// Those who stand on a shift, by post. Taken as it is (planned) or without the members at risk (worst case).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heads<'a> {
    /// Everyone.
    pub heads: u32,
    /// Holders of captain posts.
    pub captains: u32,
    /// Holders of skill posts, parallel to [`Shift::needs`].
    pub skills: &'a [u32],
}

impl Heads<'_> {
    /// The coverage word.
    pub fn status(self, shift: &Shift) -> Status {
        if self.heads == 0 {
            Status::Open
        } else if self.heads < shift.minimum {
            Status::Short
        } else if self.captains < shift.captains {
            Status::Captain
        } else if self.skills_missing(shift) > 0 {
            Status::Skill
        } else if self.heads < shift.target {
            Status::Thin
        } else {
            Status::Full
        }
    }

    /// Heads missing to the minimum.
    pub fn short_by(self, shift: &Shift) -> u32 {
        shift.minimum.saturating_sub(self.heads)
    }

    /// Captain posts nobody holds.
    pub fn captains_missing(self, shift: &Shift) -> u32 {
        shift.captains.saturating_sub(self.captains)
    }

    /// Skill posts nobody holds, all skills together.
    pub fn skills_missing(self, shift: &Shift) -> u32 {
        shift.needs.iter().zip(self.skills).map(|((_, posts), held)| posts.saturating_sub(*held)).sum()
    }

    /// Skill posts nobody holds, by skill, in the order of the skills' names; skills with none missing are left out.
    pub fn needs_missing(self, shift: &Shift) -> Vec<(SkillIx, u32)> {
        let missing =
            shift.needs.iter().zip(self.skills).map(|((skill, posts), held)| (*skill, posts - held.min(posts)));
        missing.filter(|(_, missing)| *missing > 0).collect()
    }

    /// What the shift lacks of what its status is about: heads (open, short), captains, skill posts, heads to the target
    /// (thin); nothing when it is full.
    pub fn shortfall(self, shift: &Shift) -> u32 {
        match self.status(shift) {
            Status::Open | Status::Short => self.short_by(shift),
            Status::Captain => self.captains_missing(shift),
            Status::Skill => self.skills_missing(shift),
            Status::Thin => shift.target - self.heads,
            Status::Full => 0,
        }
    }
}

/// Heads and holders of posts on a shift, and how many of each are at risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    heads: Both,
    captains: Both,
    skills: Box<[u32]>,
    sure_skills: Box<[u32]>,
}

/// Everyone, and those not at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Both {
    all: u32,
    sure: u32,
}

impl Both {
    fn step(&mut self, up: bool, at_risk: bool) {
        step(&mut self.all, up);
        if !at_risk {
            step(&mut self.sure, up);
        }
    }
}

fn step(count: &mut u32, up: bool) {
    *count = if up { *count + 1 } else { count.saturating_sub(1) };
}

impl Tally {
    /// Nobody on `shift`.
    pub fn empty(shift: &Shift) -> Self {
        let none: Box<[u32]> = vec![0; shift.needs.len()].into();
        Self { heads: Both::default(), captains: Both::default(), skills: none.clone(), sure_skills: none }
    }

    /// Those on the shift at `ix`, counted now.
    pub fn of(ground: &Ground, roster: &Roster, ix: ShiftIx) -> Self {
        let shift = ground.shift(ix);
        let mut tally = Self::empty(shift);
        for each in roster.on(ix) {
            tally.step(shift, each.duty, ground.at_risk(each.member), true);
        }
        tally
    }

    /// Everyone who stands there as planned.
    pub fn planned(&self) -> Heads<'_> {
        Heads { heads: self.heads.all, captains: self.captains.all, skills: &self.skills }
    }

    /// Those who are left when every member at risk is called away.
    pub fn worst(&self) -> Heads<'_> {
        Heads { heads: self.heads.sure, captains: self.captains.sure, skills: &self.sure_skills }
    }

    /// Heads as planned.
    pub fn heads(&self) -> u32 {
        self.heads.all
    }

    /// Heads when every member at risk is called away.
    pub fn worst_case(&self) -> u32 {
        self.heads.sure
    }

    /// How many of the heads are at risk.
    pub fn at_risk(&self) -> u32 {
        self.heads.all - self.heads.sure
    }

    /// The coverage word as planned.
    pub fn status(&self, shift: &Shift) -> Status {
        self.planned().status(shift)
    }

    /// The coverage word when every member at risk is called away.
    pub fn worst_status(&self, shift: &Shift) -> Status {
        self.worst().status(shift)
    }

    /// Someone comes (`up`) or goes, in a post.
    pub(super) fn step(&mut self, shift: &Shift, duty: Duty, at_risk: bool, up: bool) {
        self.heads.step(up, at_risk);
        match duty {
            Duty::Captain => self.captains.step(up, at_risk),
            Duty::Skill(skill) => {
                // A post the shift doesn't ask for (a stranded one of an older file) counts as a head only.
                if let Some(ix) = shift.needs.iter().position(|(need, _)| *need == skill) {
                    step(&mut self.skills[ix], up);
                    if !at_risk {
                        step(&mut self.sure_skills[ix], up);
                    }
                }
            }
            Duty::Picket => {}
        }
    }
}
