//! What one absence breaks, in words.

use super::{Speech, place};
use crate::engine::gaps::{Standby, Strength};
use crate::model::{Assignment, Duty, MemberIx, Origin, Roster};
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

/// Where somebody waiting would help.
pub fn standby(speech: Speech, ground: &Ground, each: &Standby) -> String {
    let values = [
        ("where", place::shift(speech, ground, each.beside).into()),
        ("who", if each.captain { "captain" } else { "anyone" }.into()),
        ("shifts", each.protects.len().into()),
    ];
    speech.say("fragile-standby", &values)
}

/// How many people waiting would protect how many of the fragile shifts.
pub fn waiting(speech: Speech, standbys: &[Standby]) -> String {
    let captains = standbys.iter().filter(|each| each.captain).count();
    let shifts: usize = standbys.iter().map(|each| each.protects.len()).sum();
    let values = [("posts", standbys.len().into()), ("captains", captains.into()), ("shifts", shifts.into())];
    speech.say("fragile-waiting", &values)
}

/// How many fragile shifts want no more than a second captain among those who stand there. Empty: none does.
pub fn deputies(speech: Speech, roster: &Roster, strengths: &[Strength]) -> String {
    // Who is pinned or was put there by hand keeps the post.
    let is_open = |each: &Assignment| each.duty == Duty::Picket && !each.pinned && each.origin == Origin::Plan;
    let wants_one =
        |each: &&Strength| each.bears > 0 && !each.captains.is_empty() && roster.on(each.shift).iter().any(is_open);
    match strengths.iter().filter(wants_one).count() {
        0 => String::new(),
        shifts => speech.say("fragile-deputies", &[("shifts", shifts.into())]),
    }
}
