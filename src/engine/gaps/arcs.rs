//! Who could fill a place, one step at a time, and what each step would leave: the arcs that searches go along.
//!
//! They are the same for the search from a gap backwards (see [`search`](super::search)) and for what is kept of it (see
//! [`loose`](super::loose)): a proof holds only as long as both mean the same.

use super::chain::Chains;
use super::earn::short_of;
use super::hunt::{Balance, Exchange, GIVEN, Hunt, Keep, Level};
use super::moves::{Leaving, Step, Want};
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::rules::skill;

/// What a member would leave to come somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    /// The place left, to be filled again if it can't be spared. None: the member stands nowhere in the way.
    pub from: Option<Want>,
    /// A shift left besides, that can spare a head.
    pub also: Option<ShiftIx>,
    /// What is kept when nobody comes in the member's place; None: too little.
    pub keeps: Option<Keep>,
}

impl Left {
    /// The step to a place.
    pub fn step(self, to: Want, member: MemberIx) -> Step {
        Step { to, member, from: self.from, also: self.also }
    }
}

/// What `member` leaves in one of the ways that the member's own time allows. None: the member may not leave it, or is not one
/// of those wanted.
pub(super) fn leave(chains: &Chains, hunt: &Hunt, member: MemberIx, leaving: Leaving) -> Option<Left> {
    let place = |shift: ShiftIx| -> Option<Want> {
        let may_leave = |each: &&crate::model::Assignment| hunt.may_leave(chains.ground, each);
        chains.roster.get(shift, member).filter(may_leave).map(|each| (shift, each.duty))
    };
    let [Some(one), other] = leaving else {
        let earns = |week| short_of(chains.ground, &chains.roster, member, week) > 0;
        if !hunt.earning.is_none_or(earns) {
            return None;
        }
        return Some(Left { from: None, also: None, keeps: Some(Keep::Target) });
    };
    let from = place(one)?;
    let spared = |want: Want| chains.spares(hunt, want);
    let Some(other) = other else {
        return Some(Left { from: Some(from), also: None, keeps: spared(from) });
    };
    let also = place(other)?;
    match (spared(from), spared(also)) {
        (keeps, Some(here)) => {
            Some(Left { from: Some(from), also: Some(also.0), keeps: keeps.map(|keeps| keeps.max(here)) })
        }
        (Some(_), None) => Some(Left { from: Some(also), also: Some(from.0), keeps: None }),
        (None, None) => None,
    }
}

/// Those on the same shift, in another post, who could take a post there. `first`: nobody has left the shift before.
pub(super) fn inside(chains: &Chains, hunt: &Hunt, want: Want, first: bool, mut take: impl FnMut(Step, Option<Keep>)) {
    let (shift, duty) = want;
    if duty == Duty::Picket {
        return;
    }
    for each in chains.roster.on(shift) {
        let may = each.duty != duty && hunt.may_leave(chains.ground, each);
        if !may || !skill::has(chains.ground, each.member, duty) {
            continue;
        }
        // On the way one head has gone already; a picket who takes the post leaves nothing to fill but that head.
        let keeps = match each.duty {
            Duty::Picket if first => Some(Keep::Target),
            _ => chains.spares(hunt, (shift, each.duty)),
        };
        take(Step { to: want, member: each.member, from: Some((shift, each.duty)), also: None }, keeps);
    }
}

/// The other posts of the same shift that are as good to fill, where captains and skills may change places: a post is given up,
/// and only the head is wanted; or a post that is empty is filled by whoever comes.
pub(super) fn slides(
    chains: &Chains,
    exchange: Exchange,
    (shift, duty): Want,
    (captains, skills): Balance,
    mut take: impl FnMut(Duty, Balance),
) {
    match duty {
        Duty::Captain if exchange.captains && captains < 0 => take(Duty::Picket, (captains + 1, skills)),
        // No number of skills counts as much as a captain.
        Duty::Skill(_) if exchange.level == Level::Captains => take(Duty::Picket, GIVEN),
        Duty::Skill(_) if exchange.skills && skills < 0 => take(Duty::Picket, (captains, skills + 1)),
        Duty::Captain | Duty::Skill(_) => {}
        Duty::Picket => {
            if exchange.captains && captains == 0 && chains.lacks((shift, Duty::Captain)) {
                take(Duty::Captain, (captains - 1, skills));
            }
            let needs = &chains.ground.shift(shift).needs;
            for duty in needs.iter().filter(|_| exchange.skills && skills == 0).map(|(need, _)| Duty::Skill(*need)) {
                if chains.lacks((shift, duty)) {
                    take(duty, (captains, skills - 1));
                }
            }
        }
    }
}
