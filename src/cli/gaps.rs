//! `gaps`: where the line is short, worst first, and why.

use super::answer::{Answer, DONE, NO, Pairs, Reply, paint};
use super::args::Part;
use super::context::Context;
use super::fold::{columns, right};
use super::{gap_table, words};
use crate::app::session::Session;
use crate::engine::coverage::Status;
use crate::engine::gaps::{Bottleneck, Explainer, Filter, Gap, Need, Reason, gaps as find_gaps};
use crate::model::{Duty, ShiftIx};
use crate::rules::RuleCode;
use crate::speech::number::whole;
use crate::speech::refusal::{duty_name, lost};
use crate::speech::{Speech, calendar};
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
    /// Whom the rules take away of those who have the skill that is missing; None where no skill is.
    pub skilled: Option<Reason>,
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
            Need::Target => ("target", None),
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
pub fn gaps(context: &Context, dir: &Path, part: &Part) -> Reply {
    let session = context.open(dir)?;
    let filter = context.part(&session, part)?;
    let found = find_gaps(&session.ground, &session.coverage, filter);
    let status = if found.is_empty() { DONE } else { NO };
    if context.json {
        let shifts: Vec<_> = found.iter().map(|gap| gap.shift).collect();
        let told = tell(&session, &shifts);
        let gaps = found.iter().zip(&told).map(|(gap, told)| GapRow::new(&session, gap, told)).collect();
        let strike = session.ground.strike.campaign.name.as_str();
        return Ok(Answer::json(status, &Document { strike, version: session.version, gaps }));
    }
    let speech = context.speech();
    let campaign = &session.ground.strike.campaign;
    if let Some(day) = filter.day.filter(|day| !(campaign.first_day..=campaign.last_day()).contains(day)) {
        // No gap there, but nothing that could be one either: most likely a slip.
        let days = calendar::days(campaign.first_day, campaign.last_day(), speech.language());
        let values = [("day", calendar::day_long(day, speech.language()).into()), ("days", days.into())];
        return Ok(Answer::new(status, speech.say("cli-gaps-no-day", &values) + "\n"));
    }
    let mut out = gap_table::table(speech, context.style, &session, &found);
    let shifts = session.ground.timetable.indices().filter(|ix| filter.lists(session.ground.shift(*ix))).count();
    let _ = writeln!(out, "{}", paint(context.style.out, "1", &sum(speech, &found, shifts)));
    if !found.is_empty() {
        let dir = [("dir", words::dir_again(dir).into())];
        let _ = writeln!(out, "{}", speech.say("cli-gaps-why", &dir));
    }
    if found.len() > MANY && filter == Filter::default() {
        let _ = writeln!(out, "{}", speech.word("cli-gaps-fewer"));
    }
    Ok(Answer::new(status, out))
}

/// Gaps beyond which a list is long.
const MANY: usize = 30;

/// `6 gaps in 120 shifts: 1 open, 3 short, 2 without a captain they need.`
pub fn sum(speech: Speech, found: &[Gap], shifts: usize) -> String {
    let kinds: Vec<String> = Status::ALL
        .into_iter()
        .map(|kind| (kind, found.iter().filter(|gap| gap.status == kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| speech.say(&format!("cli-gap-{}.count", kind.word()), &[("count", count.into())]))
        .collect();
    let sum = speech.say("cli-gaps-sum", &[("gaps", found.len().into()), ("shifts", shifts.into())]);
    if kinds.is_empty() { format!("{sum}.") } else { speech.of(&sum, &kinds.join(", ")) + "." }
}

/// What is told of these shifts, in their order.
pub fn tell(session: &Session, shifts: &[ShiftIx]) -> Vec<Told> {
    let mut explainer = Explainer::new(&session.ground, &session.roster).since(session.now());
    let rest = explainer.fillables(shifts).into_iter().zip(explainer.bottlenecks(shifts));
    let told = explainer.reasons(shifts).into_iter().zip(rest);
    let skilled: Vec<_> = shifts.iter().map(|shift| explainer.reason_of_skilled(*shift)).collect();
    let told = told.zip(skilled);
    told.map(|((reason, (fillable, bottleneck)), skilled)| Told { reason, fillable, bottleneck, skilled }).collect()
}

/// What a proof says, in one line; the shifts themselves are not named. Only where as much is vacant as the proof says must
/// stay so is it the best there is.
pub fn bottleneck(speech: Speech, session: &Session, proof: &Bottleneck) -> String {
    let (id, skills) = match &proof.need {
        Need::Heads => ("cli-bottleneck-heads", String::new()),
        Need::Target => ("cli-bottleneck-heads.target", String::new()),
        Need::Captains => ("cli-bottleneck-captains", String::new()),
        Need::Skills(skills) => {
            ("cli-bottleneck-skills", skill_names(speech, session, skills.iter().map(|skill| Duty::Skill(*skill))))
        }
    };
    let tight = is_tight(session, proof);
    let claim = speech.word(if tight { "cli-proof-best" } else { "cli-proof-least" });
    let values = [
        ("claim", claim.into()),
        ("shifts", proof.shifts.len().into()),
        ("posts", proof.posts.into()),
        ("members", proof.members.into()),
        ("capacity", proof.capacity.into()),
        ("skills", skills.into()),
    ];
    let said = speech.say(id, &values);
    if tight && proof.shifts.len() > 1 { said + "; " + &speech.word("cli-proof-moves") } else { said }
}

/// True when no more is vacant on the shifts of a proof than it says must stay so.
pub fn is_tight(session: &Session, proof: &Bottleneck) -> bool {
    let vacant = |shift: &ShiftIx| proof.need.vacant(&session.ground, &session.roster, *shift);
    proof.shifts.iter().map(vacant).sum::<u32>() == proof.posts - proof.capacity
}

fn skill_names(speech: Speech, session: &Session, skills: impl Iterator<Item = Duty>) -> String {
    skills.map(|duty| duty_name(speech, &session.ground.strike, duty)).collect::<Vec<_>>().join(", ")
}

/// Of those who have the skill that is missing: how many could hold the post, and what keeps the others off; in one line.
/// `missing` are the posts.
pub fn of_skilled(speech: Speech, session: &Session, missing: &[Duty], reason: &Reason) -> String {
    let mut losses: Vec<(RuleCode, u32)> = reason.losses().collect();
    losses.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let can = (reason.eligible > 0).then(|| speech.say("cli-skilled-can", &[("count", reason.eligible.into())]));
    let counts: Vec<String> =
        can.into_iter().chain(losses.into_iter().map(|(rule, count)| lost(speech, rule, count))).collect();
    let id = if missing == [Duty::Captain] { "cli-skilled-captain" } else { "cli-skilled-skill" };
    let values = [
        ("members", reason.members.into()),
        ("skills", skill_names(speech, session, missing.iter().copied()).into()),
        ("counts", counts.join(", ").into()),
    ];
    speech.say(id, &values)
}

/// How many could come by leaving another shift; None where that says nothing, since others could come as they are.
pub fn elsewhere(speech: Speech, status: Status, reason: &Reason, standing: u32) -> Option<String> {
    let id = match status {
        Status::Captain => "cli-elsewhere.captain",
        Status::Skill => "cli-elsewhere.skill",
        _ => "cli-elsewhere",
    };
    let says = reason.elsewhere > 0 || reason.eligible <= standing;
    says.then(|| speech.say(id, &[("count", reason.elsewhere.into())]))
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

/// Who could stand there, and whom each rule takes away: one line a rule, the most first. A member counts once, under the
/// first rule that keeps the member away.
pub fn why(speech: Speech, status: Status, reason: &Reason) -> String {
    let id = match status {
        Status::Captain => "cli-eligible.captain",
        Status::Skill => "cli-eligible.skill",
        _ => "cli-eligible",
    };
    let values = [("eligible", reason.eligible.into()), ("members", reason.members.into())];
    let eligible = speech.say(id, &values);
    let mut losses: Vec<(RuleCode, u32)> = reason.losses().collect();
    if losses.is_empty() {
        return format!("    {eligible}.\n");
    }
    losses.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let number = |count: u32| whole(i64::from(count), speech.language());
    let width = losses.iter().map(|(_, count)| columns(&number(*count))).max().unwrap_or(0);
    let mut out = format!("    {}\n", speech.say("cli-lost", &[("eligible", eligible.into())]));
    for (rule, count) in losses {
        let (number, said) = (number(count), lost(speech, rule, count));
        // The sentence begins with the number; that stands in a column of its own here.
        let rest = said.strip_prefix(&number).unwrap_or(&said).trim_start();
        let _ = writeln!(out, "      {}  {rest}", right(&number, width));
    }
    out
}
