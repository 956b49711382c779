//! What is permitted: one rule, one file, one code.
//!
//! [`Ground`] holds what does not change while people are assigned; a [`Case`] is put before each rule in the contract's
//! order. Nothing here chooses, stores, or speaks: refusals are codes with particulars.

pub mod availability;
pub mod case;
pub mod closed;
pub mod code;
pub mod daily;
pub mod essential;
pub mod ground;
pub mod lawful;
pub mod maximum;
pub mod overlap;
pub mod pool;
pub mod reach;
pub mod refusal;
pub mod rest;
pub mod restriction;
pub mod skill;
pub mod status;
pub mod weekly;

pub use case::Case;
pub use code::RuleCode;
pub use ground::Ground;
pub use refusal::Refusal;

use crate::model::{MemberIx, ShiftIx};

/// A rule's answer to a case: None when it has nothing against it.
type Judge = fn(&Case) -> Option<Refusal>;

/// Every rule that a roster can break, in the contract's order. (`closed` is answered before there is a case at all: see
/// [`Ground::find`].)
const RULES: [(RuleCode, Judge); 12] = [
    (RuleCode::Overlap, overlap::judge),
    (RuleCode::Essential, essential::judge),
    (RuleCode::Pool, pool::judge),
    (RuleCode::Status, status::judge),
    (RuleCode::Availability, availability::judge),
    (RuleCode::Reach, reach::judge),
    (RuleCode::Restriction, restriction::judge),
    (RuleCode::Daily, daily::judge),
    (RuleCode::Weekly, weekly::judge),
    (RuleCode::Rest, rest::judge),
    (RuleCode::Maximum, maximum::judge),
    (RuleCode::Skill, skill::judge),
];

/// Every refusal, in the contract's order; empty: the member may stand there.
pub fn refusals(case: &Case) -> Vec<Refusal> {
    RULES.iter().filter_map(|(_, judge)| judge(case)).collect()
}

/// The first refusal in the contract's order.
pub fn refusal(case: &Case) -> Option<Refusal> {
    RULES.iter().find_map(|(_, judge)| judge(case))
}

/// The first rule, among those that no roster can change, that keeps `member` off `shift`. A pool that can spare nobody
/// counts among them.
pub fn barred(ground: &Ground, member: MemberIx, shift: ShiftIx) -> Option<RuleCode> {
    let site = ground.shift(shift).site;
    let answers: [(RuleCode, &dyn Fn() -> bool); 6] = [
        (RuleCode::Essential, &|| essential::refuses(ground, member, shift).is_some()),
        (RuleCode::Pool, &|| pool::holds(ground, member, shift)),
        (RuleCode::Status, &|| status::refuses(ground, member).is_some()),
        (RuleCode::Availability, &|| availability::refuses(ground, member, shift).is_some()),
        (RuleCode::Reach, &|| reach::refuses(ground, member, site).is_some()),
        (RuleCode::Restriction, &|| restriction::refuses(ground, member, shift).is_some()),
    ];
    answers.iter().find(|(_, bars)| bars()).map(|(code, _)| *code)
}
