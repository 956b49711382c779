//! `gaps`: where the line is short, worst first, and why.

use super::answer::{Answer, DONE, NO, Pairs, paint};
use super::context::Context;
use super::place;
use crate::app::session::Session;
use crate::engine::coverage::Status;
use crate::engine::gaps::{Explainer, Filter, Gap, Reason, gaps as find_gaps};
use crate::model::Duty;
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
    reason: ReasonRow,
}

#[derive(Debug, Serialize)]
struct ReasonRow {
    eligible: u32,
    members: u32,
    lost: Pairs,
}

impl<'a> GapRow<'a> {
    /// The row of a shift, whether it is a gap or not.
    pub fn new(session: &'a Session, gap: &Gap, reason: &Reason, fillable: u32) -> Self {
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
            fillable,
            reason: ReasonRow { eligible: reason.eligible, members: reason.members, lost: Pairs(lost) },
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
    let mut explainer = Explainer::new(&session.ground, &session.roster);
    let reasons = explainer.reasons(&shifts);
    let fillable: Vec<u32> = shifts.iter().map(|shift| explainer.fillable(*shift)).collect();
    let status = if found.is_empty() { DONE } else { NO };
    let listed = || found.iter().zip(&reasons).zip(fillable.iter().copied());
    if context.json {
        let gaps = listed().map(|((gap, reason), more)| GapRow::new(&session, gap, reason, more)).collect();
        let strike = session.ground.strike.campaign.name.as_str();
        return Answer::json(status, &Document { strike, version: session.version, gaps }).after(&warned);
    }
    let speech = context.speech_of(&session);
    let mut out = String::new();
    for ((gap, reason), more) in listed() {
        out += &told(speech, context.style.out, &session, gap, reason, more);
    }
    let shifts = session.ground.timetable.len();
    let sum = speech.say("cli-gaps-sum", &[("gaps", found.len().into()), ("shifts", shifts.into())]);
    let _ = writeln!(out, "{}", paint(context.style.out, "1", &sum));
    Answer::new(status, out).after(&warned)
}

fn told(speech: Speech, colour: bool, session: &Session, gap: &Gap, reason: &Reason, more: u32) -> String {
    let shift = session.ground.shift(gap.shift);
    let status = paint(colour, sgr(gap.status), &coverage_word(speech, gap.status));
    format!(
        "{status}: {}\n    {}\n    {}\n    {}\n    {}\n",
        shift.id,
        place::shift(speech, &session.ground, gap.shift),
        numbers(speech, session, gap.shift),
        why(speech, reason),
        fill(speech, more)
    )
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
pub fn numbers(speech: Speech, session: &Session, ix: crate::model::ShiftIx) -> String {
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
