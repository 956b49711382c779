//! What would fill a gap if it were granted: in documents, and for a person.

use super::repair::{MoveRow, PlaceRow};
use crate::app::session::Session;
use crate::engine::candidates::missing_posts;
use crate::engine::coverage::Status;
use crate::engine::gaps::{Lever, Means};
use crate::model::{MemberIx, ShiftIx};
use crate::rules::Ground;
use crate::rules::skill::has;
use crate::speech::refusal::duty_name;
use crate::speech::{Speech, lever, place};
use serde::Serialize;
use std::fmt::Write as _;

/// Those whom a lever would free shown to a person; documents list all of them.
const FREED_SHOWN: usize = 2;

/// What would fill a gap if it were granted, as documents list it.
#[derive(Serialize)]
pub struct LeverRow<'a> {
    means: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    requirement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    km: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    skill: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    brings: u32,
    members: Vec<&'a str>,
    /// Where it would be granted, where that is another shift, and in which post.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<PlaceRow<'a>>,
    /// Whoever moves on from there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    moves: Vec<MoveRow<'a>>,
}

impl<'a> LeverRow<'a> {
    /// The row of a lever.
    pub fn new(ground: &'a Ground, lever: &Lever) -> Self {
        let requirement = match lever.means {
            Means::Spare(at) | Means::Release(at) => Some(ground.strike.agreement.requirements[at.ix()].id.as_str()),
            _ => None,
        };
        let km = if let Means::Reach { km } = lever.means { Some((km * 10.0).round() / 10.0) } else { None };
        let minimum = if let Means::Minimum { to } = lever.means { Some(to) } else { None };
        let members = lever.members.iter().map(|&member| ground.strike.member(member).id.as_str()).collect();
        let skill = if let Means::Skill(duty) = lever.means { Some(duty.word(&ground.strike)) } else { None };
        let to = if let Means::Backup { to } = lever.means { Some(ground.shift(to).id.as_str()) } else { None };
        let at = lever.at.as_ref().map(|at| PlaceRow::new(ground, at));
        let moves = lever.moves.iter().map(|each| MoveRow::new(ground, each)).collect();
        let (means, brings) = (lever::word(lever.means), lever.brings);
        Self { means, requirement, km, minimum, skill, to, brings, members, at, moves }
    }
}

/// What would fill the gap if it were granted, a line each, with the first few of those whom it would free.
pub fn lines(speech: Speech, session: &Session, ix: ShiftIx, found: &[Lever]) -> String {
    let ground = &session.ground;
    let mut out = String::new();
    if !found.is_empty() {
        let _ = writeln!(out, "{}", speech.word("cli-levers"));
    }
    // Of several who bring a head, who could hold a vacant post besides is worth knowing.
    let status = session.coverage.of(ix).status(ground.shift(ix));
    let heads = matches!(status, Status::Open | Status::Short);
    let vacant = if heads { missing_posts(ground, &session.roster, ix) } else { Vec::new() };
    let named = |member: MemberIx, means: Means| {
        let post = vacant.iter().find(|duty| has(ground, member, **duty) && !matches!(means, Means::Skill(_)));
        let post = post.map(|duty| format!(", {}", duty_name(speech, &ground.strike, *duty)));
        place::member(ground, member) + &post.unwrap_or_default()
    };
    for lever in found {
        let what = lever::what(speech, ground, ix, lever.means);
        let what = lever::whereabouts(speech, what, ix, lever, |at| place::shift(speech, ground, at));
        if lever.members.is_empty() {
            let _ = writeln!(out, "    {what}");
            continue;
        }
        let names: Vec<String> =
            lever.members.iter().take(FREED_SHOWN).map(|&member| named(member, lever.means)).collect();
        let mut who = names.join("; ");
        if lever.members.len() > names.len() {
            let count = lever.members.len() - names.len();
            who = speech.say("cli-lever-more", &[("who", who.into()), ("count", count.into())]);
        }
        let values =
            [("what", what.into()), ("brings", lever.brings.into()), ("missing", lever.of.into()), ("who", who.into())];
        // Whoever takes a post brings no head: that comes after.
        let then = heads && matches!(lever.means, Means::Skill(_));
        let id = match lever.of {
            _ if then => "cli-lever.then",
            2.. if !matches!(lever.means, Means::Backup { .. }) => "cli-lever.part",
            _ => "cli-lever",
        };
        let _ = writeln!(out, "    {}", speech.say(id, &values));
        for each in &lever.moves {
            let step = place::step(speech, ground, each, Some(ix));
            let _ = writeln!(out, "      {}", speech.say("cli-lever-moves", &[("step", step.into())]));
        }
    }
    out
}
