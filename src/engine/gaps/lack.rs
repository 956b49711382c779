//! What shifts lack of each level of coverage.

use super::hunt::{Keep, Level};
use crate::model::{Duty, Roster, ShiftIx};
use crate::rules::Ground;

impl Level {
    /// Every level, in order.
    pub const ALL: [Self; 4] = [Self::Captains, Self::Skills, Self::Minimum, Self::Target];

    /// The heads that a shift on the way keeps at least, so that no level above this one loses.
    pub fn keep(self) -> Keep {
        match self {
            Self::Captains | Self::Skills => Keep::Nothing,
            Self::Minimum => Keep::Minimum,
            Self::Target => Keep::Target,
        }
    }

    /// True when a shift lacks any of it. Those on a shift stand in order of their posts.
    pub fn is_lacking(self, ground: &Ground, roster: &Roster, shift: ShiftIx) -> bool {
        let (the_shift, on) = (ground.shift(shift), roster.on(shift));
        match self {
            Self::Captains => {
                the_shift.captains > 0
                    && on.get(the_shift.captains as usize - 1).is_none_or(|each| each.duty != Duty::Captain)
            }
            Self::Skills => !the_shift.needs.is_empty() && !self.lacks(ground, roster, shift).is_empty(),
            Self::Minimum => (on.len() as u32) < the_shift.minimum.min(the_shift.maximum),
            Self::Target => (on.len() as u32) < the_shift.target.min(the_shift.maximum),
        }
    }

    /// What a shift lacks of it: the posts, each as often as it is empty.
    pub fn lacks(self, ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Duty> {
        let (the_shift, on) = (ground.shift(shift), roster.on(shift));
        let held = |duty: Duty| on.iter().filter(|each| each.duty == duty).count() as u32;
        let empty = |duty: Duty, posts: u32| std::iter::repeat_n(duty, posts.saturating_sub(held(duty)) as usize);
        let heads = |aimed: u32| {
            let missing = aimed.min(the_shift.maximum).saturating_sub(on.len() as u32);
            std::iter::repeat_n(Duty::Picket, missing as usize).collect()
        };
        match self {
            Self::Captains => empty(Duty::Captain, the_shift.captains).collect(),
            Self::Skills => {
                the_shift.needs.iter().flat_map(|(skill, count)| empty(Duty::Skill(*skill), *count)).collect()
            }
            Self::Minimum => heads(the_shift.minimum),
            Self::Target => heads(the_shift.target),
        }
    }
}
