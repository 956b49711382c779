//! `gaps`: where the line is short, worst first, and why.

use super::answer::{Answer, DONE, NO, Pairs, paint};
use super::context::Context;
use super::place;
use crate::app::session::Session;
use crate::engine::coverage::Status;
use crate::engine::gaps::{Bottleneck, Explainer, Filter, Gap, Need, Reason, gaps as find_gaps};
use crate::model::{Duty, ShiftIx, SkillIx};
use crate::speech::Speech;
use crate::speech::refusal::{coverage_word, duty_name, lost};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    gaps: Vec<GapRow<'a>>,
}

/// A gap, as documents list it.
#[derive(Debug, Serialize)]
pub struct GapRow<'a> {
    shift: &'a str,
    status: &'static str,
    heads: u32,
    minimum: u32,
    target: u32,
    captains_missing: u32,
    needs_missing: Pairs,
    fillable: u32,
    reason: ReasonRow<'a>,
}

/// What is told of a gap besides its numbers.
#[derive(Debug)]
pub struct Told {
    /// Whom the rules take away.
    pub reason: Reason,
    /// How many more heads could be put there.
    pub fillable: u32,
    /// The proof that no roster does better, where one was found.
    pub bottleneck: Option<Bottleneck>,
}

#[derive(Debug, Serialize)]
struct ReasonRow<'a> {
    eligible: u32,
    members: u32,
    lost: Pairs,
    bottleneck: Option<BottleneckRow<'a>>,
}

#[derive(Debug, Serialize)]
struct BottleneckRow<'a> {
    shifts: Vec<&'a str>,
    posts: u32,
    members: u32,
    capacity: u32,
    /// Whose posts are counted, in the words of the plan's levels.
    level: &'static str,
    /// Of the level `skill`: which skills' posts are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    skills: Option<Vec<&'a str>>,
}

impl<'a> BottleneckRow<'a> {
    fn new(session: &'a Session, proof: &Bottleneck) -> Self {
        let ground = &session.ground;
        let (level, skills) = match &proof.need {
            Need::Heads => ("minimum", None),
            Need::Captains => ("captain", None),
            Need::Skills(skills) => ("skill", Some(skills.iter().map(|skill| ground.strike.skill(*skill)).collect())),
        };
        Self {
            shifts: proof.shifts.iter().map(|shift| ground.shift(*shift).id.as_str()).collect(),
            posts: proof.posts,
            members: proof.members,
            capacity: proof.capacity,
            level,
            skills,
        }
    }
}

impl<'a> GapRow<'a> {
    /// The row of a shift, whether it is a gap or not.
    pub fn new(session: &'a Session, gap: &Gap, told: &Told) -> Self {
        let reason = &told.reason;
        let ground = &session.ground;
        let (shift, heads) = (ground.shift(gap.shift), session.coverage.of(gap.shift).planned());
        let needs = heads.needs_missing(shift).into_iter();
        let lost = reason.losses().map(|(rule, count)| (rule.word().to_owned(), count)).collect();
        Self {
            shift: &shift.id,
            status: gap.status.word(),
            heads: heads.heads,
            minimum: shift.minimum,
            target: shift.target,
            captains_missing: heads.captains_missing(shift),
            needs_missing: Pairs(needs.map(|(skill, count)| (ground.strike.skill(skill).to_owned(), count)).collect()),
            fillable: told.fillable,
            reason: ReasonRow {
                eligible: reason.eligible,
                members: reason.members,
                lost: Pairs(lost),
                bottleneck: told.bottleneck.as_ref().map(|proof| BottleneckRow::new(session, proof)),
            },
        }
    }
}

/// Carries `gaps` out.
pub fn gaps(context: &Context, dir: &Path, site: Option<&str>, day: Option<&str>) -> Answer {
    let (session, warned) = match context.open(dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let filter =
        match context.site(&session, site).and_then(|site| Ok(Filter { site, day: context.day(&session, day)? })) {
            Ok(filter) => filter,
            Err(answer) => return answer,
        };
    let found = find_gaps(&session.ground, &session.coverage, filter);
    let shifts: Vec<_> = found.iter().map(|gap| gap.shift).collect();
    let told = tell(&session, &shifts);
    let status = if found.is_empty() { DONE } else { NO };
    if context.json {
        let gaps = found.iter().zip(&told).map(|(gap, told)| GapRow::new(&session, gap, told)).collect();
        let strike = session.ground.strike.campaign.name.as_str();
        return Answer::json(status, &Document { strike, version: session.version, gaps }).after(&warned);
    }
    let speech = context.speech_of(&session);
    let mut out = String::new();
    for (gap, told) in found.iter().zip(&told) {
        out += &in_words(speech, context.style.out, &session, gap, told);
    }
    let shifts = session.ground.timetable.len();
    let sum = speech.say("cli-gaps-sum", &[("gaps", found.len().into()), ("shifts", shifts.into())]);
    let _ = writeln!(out, "{}", paint(context.style.out, "1", &sum));
    Answer::new(status, out).after(&warned)
}

/// What is told of these shifts, in their order.
pub fn tell(session: &Session, shifts: &[ShiftIx]) -> Vec<Told> {
    let mut explainer = Explainer::new(&session.ground, &session.roster);
    let rest = explainer.fillables(shifts).into_iter().zip(explainer.bottlenecks(shifts));
    let told = explainer.reasons(shifts).into_iter().zip(rest);
    told.map(|(reason, (fillable, bottleneck))| Told { reason, fillable, bottleneck }).collect()
}

fn in_words(speech: Speech, colour: bool, session: &Session, gap: &Gap, told: &Told) -> String {
    let shift = session.ground.shift(gap.shift);
    let status = paint(colour, sgr(gap.status), &coverage_word(speech, gap.status));
    let mut lines = vec![
        place::shift(speech, &session.ground, gap.shift),
        numbers(speech, session, gap.shift),
        why(speech, &told.reason),
        fill(speech, told.fillable),
    ];
    lines.extend(told.bottleneck.as_ref().map(|proof| bottleneck(speech, session, proof)));
    format!("{status}: {}\n    {}\n", shift.id, lines.join("\n    "))
}

/// The proof that no roster does better, in one line; the shifts themselves are not named.
pub fn bottleneck(speech: Speech, session: &Session, proof: &Bottleneck) -> String {
    let names = |skills: &[SkillIx]| {
        let name = |skill: &SkillIx| duty_name(speech, &session.ground.strike, Duty::Skill(*skill));
        skills.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let (id, skills) = match &proof.need {
        Need::Heads => ("cli-bottleneck-heads", String::new()),
        Need::Captains => ("cli-bottleneck-captains", String::new()),
        Need::Skills(skills) => ("cli-bottleneck-skills", names(skills)),
    };
    let values = [
        ("shifts", proof.shifts.len().into()),
        ("posts", proof.posts.into()),
        ("members", proof.members.into()),
        ("capacity", proof.capacity.into()),
        ("skills", skills.into()),
    ];
    speech.say(id, &values)
}

/// The colour of a coverage word.
pub fn sgr(status: Status) -> &'static str {
    match status {
        Status::Open | Status::Short => "1;31",
        Status::Captain | Status::Skill => "1;35",
        Status::Thin => "33",
        Status::Full => "32",
    }
}

/// The heads and posts of a shift, in one line.
pub fn numbers(speech: Speech, session: &Session, ix: ShiftIx) -> String {
    let (shift, tally) = (session.ground.shift(ix), session.coverage.of(ix));
    let planned = tally.planned();
    let values = [
        ("heads", planned.heads.into()),
        ("worst", tally.worst_case().into()),
        ("minimum", shift.minimum.into()),
        ("target", shift.target.into()),
    ];
    let mut parts = vec![speech.say("cli-numbers", &values)];
    let captains = planned.captains_missing(shift);
    if captains > 0 {
        parts.push(speech.say("cli-numbers-captains", &[("count", captains.into())]));
    }
    let needs = planned.needs_missing(shift);
    if !needs.is_empty() {
        let name = |skill| duty_name(speech, &session.ground.strike, Duty::Skill(skill));
        let needs: Vec<String> = needs.iter().map(|(skill, count)| format!("{} {count}", name(*skill))).collect();
        parts.push(speech.say("cli-numbers-skills", &[("needs", needs.join(", ").into())]));
    }
    parts.join("; ")
}

/// How many more heads could be put there, in one line.
pub fn fill(speech: Speech, more: u32) -> String {
    speech.say("cli-fillable", &[("more", more.into())])
}

/// The counts by rule, in one line.
pub fn why(speech: Speech, reason: &Reason) -> String {
    let values = [("eligible", reason.eligible.into()), ("members", reason.members.into())];
    let mut parts = vec![speech.say("cli-eligible", &values)];
    parts.extend(reason.losses().map(|(rule, count)| lost(speech, rule, count)));
    parts.join("; ")
}
