//! What one absence breaks, in words.

use super::{Speech, place};
use crate::engine::gaps::{Standby, Strength};
use crate::model::MemberIx;
use crate::rules::Ground;

/// How many of the shifts looked at one absence leaves short, or without a captain.
pub fn sum(speech: Speech, strengths: &[Strength]) -> String {
    let alone = strengths.iter().filter(|each| each.bears == 0).count();
    let captains = strengths.iter().filter(|each| !each.captains.is_empty()).count();
    let counts = [("shifts", strengths.len().into()), ("alone", alone.into()), ("captains", captains.into())];
    speech.say("fragile-sum", &counts)
}

/// What breaks a fragile shift.
pub fn weak(speech: Speech, ground: &Ground, each: &Strength) -> String {
    let shift = place::shift(speech, ground, each.shift);
    let names: Vec<String> = each.captains.iter().map(|&member| place::member(ground, member)).collect();
    let values = [("shift", shift.into()), ("who", names.join("; ").into())];
    speech.say(
        match (each.bears, each.captains.is_empty()) {
            (0, true) => "fragile-anyone",
            (0, false) => "fragile-both",
            _ => "fragile-captain",
        },
        &values,
    )
}

/// On whom so many fragile shifts hang.
pub fn carrier(speech: Speech, ground: &Ground, member: MemberIx, shifts: u32) -> String {
    speech.say("fragile-carrier", &[("who", place::member(ground, member).into()), ("shifts", shifts.into())])
}

/// Where somebody waiting would help; nothing where none of the shifts is at that very place.
pub fn standby(speech: Speech, ground: &Ground, each: &Standby) -> String {
    let Some(first) = each.protects.iter().copied().find(|shift| ground.shift(*shift).site == each.site) else {
        return String::new();
    };
    let values = [("where", place::shift(speech, ground, first).into()), ("shifts", each.protects.len().into())];
    speech.say("fragile-standby", &values)
}
