//! Ways to fill a gap, in words.

use super::Speech;
use super::number::decimal;
use super::place;
use super::refusal::{duty_name, requirement};
use crate::engine::gaps::{Lever, Means};
use crate::model::{Duty, ShiftIx};
use crate::rules::Ground;

/// The word of a way in outputs.
pub fn word(means: Means) -> &'static str {
    match means {
        Means::Skill(_) => "skill",
        Means::SetAside(code) | Means::OneMore(code) => code.word(),
        Means::Reach { .. } => "reach",
        Means::Spare(_) => "spare",
        Means::Release(_) => "release",
        Means::Minimum { .. } => "minimum",
        Means::Backup { .. } => "backup",
    }
}

/// What would be granted, for this shift.
pub fn what(speech: Speech, ground: &Ground, shift: ShiftIx, means: Means) -> String {
    let name = format!("cli-lever-{}", word(means));
    match means {
        Means::Skill(Duty::Captain) => speech.word("cli-lever-captain"),
        Means::Skill(duty) => speech.say(&name, &[("duty", duty_name(speech, &ground.strike, duty).into())]),
        Means::SetAside(_) | Means::OneMore(_) => speech.word(&name),
        // Rounded up: with less, the furthest would still be out of reach.
        Means::Reach { km } => speech.say(&name, &[("km", decimal(km.ceil(), 0, speech.language()).into())]),
        Means::Spare(at) | Means::Release(at) => speech.say(&name, &[("duty", requirement(&ground.strike, at).into())]),
        Means::Minimum { to } => speech.say(&name, &[("to", to.into()), ("now", ground.shift(shift).minimum.into())]),
        Means::Backup { to } => speech.say(&name, &[("shift", place::shift(speech, ground, to).into())]),
    }
}

/// The same, with where that is where it is not just the shift asked about: another one, or this instead of another.
pub fn whereabouts(
    speech: Speech,
    what: String,
    gap: ShiftIx,
    lever: &Lever,
    place: impl Fn(ShiftIx) -> String,
) -> String {
    match lever.at {
        None => what,
        Some((at, _)) if at == gap => speech.say("cli-lever-instead", &[("what", what.into())]),
        Some((at, _)) => speech.say("cli-lever-at", &[("what", what.into()), ("shift", place(at).into())]),
    }
}
