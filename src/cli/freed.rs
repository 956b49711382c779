//! After an absence or a call-in: what came free, how the line stands there now, and who could stand in.

use super::acted::{self, ChangeRow};
use super::answer::{Answer, DONE};
use super::context::Context;
use super::held::{self, HeldRow};
use crate::app::session::{Done, Session};
use crate::engine::candidates::candidates;
use crate::engine::coverage::Status;
use crate::engine::gaps::Aim;
use crate::model::{Change, MemberIx, ShiftIx};
use crate::speech::place;
use crate::speech::refusal::coverage_word;
use serde::Serialize;
use std::fmt::Write as _;

/// So many are offered for each shift.
const OFFERED: usize = 3;

/// So many shifts are looked over for who could stand in; a plan does the rest.
const SHIFTS: usize = 20;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    action: &'a str,
    summary: String,
    changes: Vec<ChangeRow<'a>>,
    freed: Vec<Freed<'a>>,
    /// Whom the agreement names as alternates of the member.
    alternates: Vec<&'a str>,
    /// How the edit was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<HeldRow<'a>>,
}

#[derive(Serialize)]
struct Freed<'a> {
    shift: &'a str,
    status: &'static str,
    heads: u32,
    minimum: u32,
    target: u32,
    /// Who could stand in, best first.
    candidates: Vec<&'a str>,
}

/// Tells how it went.
pub fn told(context: &Context, session: &Session, action: &str, member: MemberIx, done: &Done) -> Answer {
    let (speech, ground) = (context.speech(), &session.ground);
    let summary = acted::summary(speech, action, done);
    let removed = |change: &Change| if let Change::Removed(each) = change { Some(each.shift) } else { None };
    let shifts: Vec<ShiftIx> = done.changes.iter().filter_map(removed).collect();
    let offers = shifts.iter().take(SHIFTS).map(|ix| {
        let found = candidates(ground, &session.roster, *ix);
        (*ix, found.into_iter().take(OFFERED).map(|each| each.member).collect::<Vec<_>>())
    });
    let offers: Vec<(ShiftIx, Vec<MemberIx>)> = offers.collect();
    let alternates = session.alternates_of(member);
    let id = |member: &MemberIx| ground.strike.member(*member).id.as_str();
    if context.json {
        let freed = offers.iter().map(|(ix, found)| {
            let (shift, tally) = (ground.shift(*ix), session.coverage.of(*ix));
            Freed {
                shift: &shift.id,
                status: tally.planned().status(shift).word(),
                heads: tally.planned().heads,
                minimum: shift.minimum,
                target: shift.target,
                candidates: found.iter().map(id).collect(),
            }
        });
        let document = Document {
            strike: &ground.strike.campaign.name,
            version: session.version,
            action,
            summary,
            changes: ChangeRow::of(&done.payload),
            freed: freed.collect(),
            alternates: alternates.iter().map(id).collect(),
            held: held::row(context, session),
        };
        return Answer::json(DONE, &document);
    }
    let mut out = format!("{summary}\n{}\n", acted::version(speech, done.version));
    out += &held::lines(context, session);
    for (ix, found) in &offers {
        let (shift, tally) = (ground.shift(*ix), session.coverage.of(*ix));
        let who: Vec<String> = found.iter().map(|member| place::member(ground, *member)).collect();
        let values = [
            ("shift", place::shift(speech, ground, *ix).into()),
            ("status", coverage_word(speech, tally.planned().status(shift)).into()),
            ("heads", tally.planned().heads.into()),
            ("minimum", shift.minimum.into()),
            ("target", shift.target.into()),
            ("who", who.join("; ").into()),
        ];
        if tally.planned().status(shift) == Status::Full {
            let _ = writeln!(out, "{}", speech.say("repair-still-full", &values));
            continue;
        }
        let _ =
            writeln!(out, "{}", speech.say(if found.is_empty() { "repair-nobody" } else { "repair-offer" }, &values));
        if let Some(first) = found.first() {
            let _ = writeln!(out, "  picket assign {} {}", shift.id, id(first));
        } else if let Some(repair) = session.repairs_of(&[*ix], Aim::NoGap).pop().filter(|each| each.brings > 0) {
            let _ = write!(out, "  {}", super::repair::offer(speech, ground, &repair));
        }
    }
    if shifts.len() > offers.len() {
        let _ = writeln!(out, "{}", speech.say("repair-more", &[("count", (shifts.len() - offers.len()).into())]));
    }
    if !alternates.is_empty() {
        let who: Vec<String> = alternates.iter().map(|member| place::member(ground, *member)).collect();
        let _ = writeln!(out, "{}", speech.say("repair-alternates", &[("who", who.join("; ").into())]));
    }
    Answer::new(DONE, out)
}
