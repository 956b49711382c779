//! Kinds of posts by number.

use crate::model::{Duty, MemberIx, SkillIx};
use crate::rules::Ground;

/// A post's kind: picket, captain, or a skill in the order of names.
pub(super) type Kind = u16;
/// The post that needs nothing.
pub(super) const PICKET: Kind = 0;
/// The captain's post.
pub(super) const CAPTAIN: Kind = 1;

/// The kinds of posts that some shift asks for.
pub(super) struct Kinds {
    skills: Vec<SkillIx>,
}

impl Kinds {
    /// Of the shifts there are.
    pub(super) fn new(ground: &Ground) -> Self {
        let mut skills: Vec<SkillIx> =
            ground.timetable.shifts.iter().flat_map(|s| s.needs.iter().map(|(skill, _)| *skill)).collect();
        skills.sort_unstable();
        skills.dedup();
        Self { skills }
    }

    /// The number of a duty; a skill that no shift asks for counts as picket.
    pub(super) fn of(&self, duty: Duty) -> Kind {
        match duty {
            Duty::Picket => PICKET,
            Duty::Captain => CAPTAIN,
            Duty::Skill(skill) => self.skills.binary_search(&skill).map_or(PICKET, |i| i as Kind + 2),
        }
    }

    /// The duty of a number.
    pub(super) fn duty(&self, kind: Kind) -> Duty {
        match kind {
            PICKET => Duty::Picket,
            CAPTAIN => Duty::Captain,
            kind => Duty::Skill(self.skills[usize::from(kind) - 2]),
        }
    }

    /// The kinds of posts that a member can hold, picket included.
    pub(super) fn of_member(&self, ground: &Ground, member: MemberIx) -> Vec<Kind> {
        let who = ground.strike.member(member);
        let captain = ground.captain.is_some_and(|c| who.has(c)).then_some(CAPTAIN);
        let skills = who.skills.iter().filter_map(|s| self.skills.binary_search(s).ok()).map(|i| i as Kind + 2);
        std::iter::once(PICKET).chain(captain).chain(skills).collect()
    }
}
