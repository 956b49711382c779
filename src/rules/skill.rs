//! Skill: a post is held by someone who has its skill.

use super::ground::Ground;
use super::{Case, Refusal};
use crate::model::{Duty, MemberIx};

/// Refuses when the member lacks the skill of the post.
pub fn judge(case: &Case) -> Option<Refusal> {
    (!has(case.ground, case.member, case.duty)).then_some(Refusal::Skill { duty: case.duty })
}

/// True when the member may hold a post of `duty` as far as skills go.
pub fn has(ground: &Ground, member: MemberIx, duty: Duty) -> bool {
    let who = ground.strike.member(member);
    match duty {
        Duty::Captain => ground.captain.is_some_and(|captain| who.has(captain)),
        Duty::Skill(skill) => who.has(skill),
        Duty::Picket => true,
    }
}
