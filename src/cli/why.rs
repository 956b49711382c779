//! `why`: why a shift is short and who could fill it, or why a member may not stand there.

use super::acted::{RefusalRow, refusal_lines};
use super::answer::{Answer, DONE, Reply, UNUSABLE, paint};
use super::context::Context;
use super::gaps::{GapRow, Told, bottleneck, numbers, sgr, tell, why as counts};
use super::hand::no_shift;
use super::levers::{self, LeverRow};
use super::repair::{self, RepairRow};
use super::{gaps, list, usage};
use crate::app::session::Session;
use crate::engine::candidates::{Candidate, candidates, missing_posts};
use crate::engine::coverage::Status;
use crate::engine::gaps::{Aim, Bottleneck, Gap, levers as ways};
use crate::model::{Duty, MemberIx, Origin, ShiftIx};
use crate::rules::closed::Closed;
use crate::rules::skill::has;
use crate::rules::{Case, Refusal, refusals};
use crate::speech::Speech;
use crate::speech::hours::hours;
use crate::speech::number::{decimal, length};
use crate::speech::order::key;
use crate::speech::place;
use crate::speech::refusal::{coverage_word, duty_name, refusal};
use crate::store::record::Absence;
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;

/// Lines whose shifts are in a proof shown to a person.
const LINES_SHOWN: usize = 6;
/// Candidates shown to a person; documents list all of them.
const SHOWN: usize = 12;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    #[serde(flatten)]
    gap: GapRow<'a>,
    candidates: Vec<CandidateRow<'a>>,
    /// What moves alone would bring.
    repair: Option<RepairRow<'a>>,
    levers: Vec<LeverRow<'a>>,
}

#[derive(Serialize)]
struct CandidateRow<'a> {
    member: &'a str,
    duty: &'a str,
    week_minutes: i64,
    km: Option<f64>,
    site_rank: Option<u32>,
    shift_rank: Option<u32>,
    at_risk: bool,
}

#[derive(Serialize)]
struct MemberDocument<'a> {
    strike: &'a str,
    version: u64,
    shift: &'a str,
    member: &'a str,
    assigned: Option<&'a str>,
    duty: &'a str,
    allowed: bool,
    refusals: Vec<RefusalRow>,
}

#[derive(Serialize)]
struct ClosedDocument<'a> {
    strike: &'a str,
    version: u64,
    shift: &'a str,
    allowed: bool,
    refusals: Vec<RefusalRow>,
}

/// Carries `why` out.
pub fn why(context: &Context, given: &[OsString]) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 2, 1, usage::WHY)?;
    let session = context.open(&dir)?;
    let shift = session.ground.find(&rest[0]);
    if shift == Err(Closed::Form) {
        return Err(no_shift(context, &session, &rest[0], usage::WHY));
    }
    let member = rest.get(1).map(|text| context.member_by_name(&session, text, None)).transpose()?;
    Ok(match (shift, member) {
        (Ok(shift), None) => of_shift(context, &session, shift),
        (Ok(shift), Some(member)) => of_member(context, &session, shift, member),
        (Err(closed), _) => of_closed(context, &session, &rest[0], closed),
    })
}

fn of_shift(context: &Context, session: &Session, ix: ShiftIx) -> Answer {
    let (ground, speech) = (&session.ground, context.speech());
    let (shift, heads) = (ground.shift(ix), session.coverage.of(ix).planned());
    let (status, heads_now) = (heads.status(shift), heads.heads);
    let gap = Gap { shift: ix, status, shortfall: heads.shortfall(shift) };
    let Some(told) = tell(session, &[ix]).pop() else { return Answer::new(DONE, String::new()) };
    let found = candidates(ground, &session.roster, ix);
    let repaired = session.repairs_of(&[ix], Aim::NoGap).pop();
    let strike = ground.strike.campaign.name.as_str();
    if context.json {
        let row = |each: &Candidate| CandidateRow {
            member: &ground.strike.member(each.member).id,
            duty: each.duty.word(&ground.strike),
            week_minutes: each.week_minutes,
            km: each.km.map(|km| (km * 10.0).round() / 10.0),
            site_rank: each.site_rank,
            shift_rank: each.shift_rank,
            at_risk: each.at_risk,
        };
        let gap = GapRow::new(session, &gap, &told);
        let candidates = found.iter().map(row).collect();
        let levers = ways(session.field(), ground, &session.roster, ix, Some(session.now()));
        let levers = levers.iter().map(|lever| LeverRow::new(ground, lever)).collect();
        let repair = repaired.as_ref().map(|each| RepairRow::new(ground, each));
        return Answer::json(DONE, &Document { strike, version: session.version, gap, candidates, repair, levers });
    }
    let colour = context.style.out;
    let word = paint(colour, sgr(status), &coverage_word(speech, status));
    let colon = speech.colon();
    let mut out = format!("{word}{colon}{}\n    {}\n", shift.id, place::shift(speech, ground, ix));
    let _ = writeln!(out, "    {}", numbers(speech, session, ix));
    let is_over = shift.span.end <= session.now();
    if status == Status::Full {
        let _ = writeln!(out, "{}", speech.word("cli-why-full"));
    } else if is_over {
        // Nothing can be granted any more; what it lacked, it lacked.
        let _ = writeln!(out, "{}", speech.word("cli-why-over"));
        out += &counts(speech, status, &told.reason);
    } else {
        out += &counts(speech, status, &told.reason);
        out += &whoever(speech, session, &gap, &told);
        let repaired = repaired.filter(|each| each.brings > 0);
        let tight = told.bottleneck.as_ref().is_some_and(|proof| gaps::is_tight(session, proof));
        // It counts heads; where a captain or a skill is missing, heads are not what the gap wants.
        let heads = matches!(status, Status::Open | Status::Short | Status::Thin);
        if heads && !tight {
            let wanted = shift.target.saturating_sub(heads_now);
            let (id, more) = match status {
                Status::Thin => ("cli-fillable.target", told.fillable.min(wanted)),
                _ => ("cli-fillable", told.fillable),
            };
            let _ = writeln!(out, "    {}", speech.say(id, &[("more", more.into())]));
        }
        match &told.bottleneck {
            Some(proof) => out += &proof_lines(speech, session, proof),
            None if repaired.is_none() && !(heads && told.fillable > 0) => {
                let _ = writeln!(out, "    {}", speech.word("cli-unproven"));
            }
            None => {}
        }
        if let Some(repaired) = repaired {
            out += &repair::offer(speech, ground, &repaired);
        }
        let ways = ways(session.field(), ground, &session.roster, ix, Some(session.now()));
        out += &levers::lines(speech, session, ix, &ways);
    }
    out += &standing(speech, session, ix);
    if status == Status::Full || is_over {
        return Answer::new(DONE, out);
    }
    if found.is_empty() {
        let _ = writeln!(out, "{}", speech.word("cli-no-candidates"));
    } else {
        let _ = writeln!(out, "{}", speech.say("cli-candidates", &[("count", found.len().into())]));
        out += &list::first(speech, "    ", SHOWN, found.iter().map(|each| candidate(speech, session, each)));
    }
    Answer::new(DONE, out)
}

/// Who has the skill that is missing, and who could come by leaving another shift.
fn whoever(speech: Speech, session: &Session, gap: &Gap, told: &Told) -> String {
    let (ground, roster) = (&session.ground, &session.roster);
    let mut out = String::new();
    let missing = match gap.status {
        Status::Captain => vec![Duty::Captain],
        Status::Skill => missing_posts(ground, roster, gap.shift),
        Status::Open | Status::Short | Status::Thin | Status::Full => Vec::new(),
    };
    let able = |member: MemberIx| missing.iter().any(|&duty| has(ground, member, duty));
    let on = roster.on(gap.shift).iter();
    let standing = on.filter(|each| missing.is_empty() || able(each.member)).count() as u32;
    if let Some(skilled) = &told.skilled {
        let _ = writeln!(out, "    {}", gaps::of_skilled(speech, session, &missing, skilled));
    }
    let reason = told.skilled.as_ref().unwrap_or(&told.reason);
    if let Some(said) = gaps::elsewhere(speech, gap.status, reason, standing) {
        let _ = writeln!(out, "    {said}");
    }
    out
}

/// A proof: what it says, and its shifts as far as a person reads them. At most 12 lines.
fn proof_lines(speech: Speech, session: &Session, proof: &Bottleneck) -> String {
    let mut out = format!("    {}\n", bottleneck(speech, session, proof));
    if proof.shifts.len() > 1 {
        let lines = place::shifts(speech, &session.ground, &proof.shifts);
        for line in lines.iter().take(LINES_SHOWN) {
            let _ = writeln!(out, "      {line}");
        }
        let more = lines.len().saturating_sub(LINES_SHOWN);
        if more > 0 {
            let _ = writeln!(out, "      {}", speech.say("cli-proof-more", &[("count", more.into())]));
        }
    }
    out
}

/// Who stands there, one line each.
fn standing(speech: Speech, session: &Session, ix: ShiftIx) -> String {
    let ground = &session.ground;
    let mut on: Vec<_> = session.roster.on(ix).iter().collect();
    on.sort_by_cached_key(|each| (each.duty, key(&ground.strike.member(each.member).name), each.member));
    let mut out = speech.say("cli-standing", &[("count", on.len().into())]) + "\n";
    for each in on {
        let mut parts = vec![place::member(ground, each.member), duty_name(speech, &ground.strike, each.duty)];
        for (is, id) in [
            (each.pinned, "cli-standing-pinned"),
            (each.origin == Origin::Hand, "cli-standing-hand"),
            (ground.at_risk(each.member), "cli-standing-risk"),
        ] {
            parts.extend(is.then(|| speech.word(id)));
        }
        let _ = writeln!(out, "    {}", parts.join(" · "));
    }
    out
}

/// A candidate with what it would cost, in one line.
fn candidate(speech: Speech, session: &Session, each: &Candidate) -> String {
    let ground = &session.ground;
    let mut parts = vec![
        place::member(ground, each.member),
        duty_name(speech, &ground.strike, each.duty),
        speech.say("cli-candidate-week", &[("week", length(each.week_minutes).into())]),
    ];
    if let Some(km) = each.km {
        let km = decimal(km, usize::from(km < 10.0), speech.language());
        parts.push(speech.say("cli-candidate-km", &[("km", km.into())]));
    }
    for (id, rank) in [("cli-candidate-site", each.site_rank), ("cli-candidate-shift", each.shift_rank)] {
        parts.extend(rank.map(|rank| speech.say(id, &[("rank", rank.into())])));
    }
    if each.at_risk {
        parts.push(speech.word("cli-candidate-risk"));
    }
    parts.join(" · ")
}

fn of_member(context: &Context, session: &Session, ix: ShiftIx, member: MemberIx) -> Answer {
    let (ground, speech) = (&session.ground, context.speech());
    let standing = session.roster.get(ix, member);
    let duty = standing.map_or_else(|| session.best_duty(ix, member), |each| each.duty);
    let found = refusals(&Case { ground, roster: &session.roster, member, shift: ix, duty });
    let (shift_id, member_id) = (ground.shift(ix).id.as_str(), ground.strike.member(member).id.as_str());
    let word = duty.word(&ground.strike);
    if context.json {
        return Answer::json(
            DONE,
            &MemberDocument {
                strike: &ground.strike.campaign.name,
                version: session.version,
                shift: shift_id,
                member: member_id,
                assigned: standing.map(|_| word),
                duty: word,
                allowed: found.is_empty(),
                refusals: found.iter().map(|each| RefusalRow::new(speech, ground, each)).collect(),
            },
        );
    }
    let who = place::member(ground, member);
    let values =
        [("who", who.into()), ("duty", duty_name(speech, &ground.strike, duty).into()), ("shift", shift_id.into())];
    let head = match (standing.is_some(), found.is_empty()) {
        (true, true) => "cli-why-stands",
        (true, false) => "cli-why-stands-against",
        (false, true) => "cli-why-may",
        (false, false) => "cli-why-may-not",
    };
    let mut out = format!("{}\n    {}\n", speech.say(head, &values), place::shift(speech, ground, ix));
    out += &refusal_lines(speech, ground, Some(ix), &found);
    for line in told_away(speech, session, ix, member) {
        let _ = writeln!(out, "  = {line}");
    }
    if !found.is_empty() && found.iter().all(|each| each.code().can_be_set_aside()) {
        let _ = writeln!(out, "  = {}", speech.word("cli-refused-reason"));
    }
    Answer::new(DONE, out)
}

/// That somebody said the member would be away then, and how it is taken back: to the rules it is a time like any other that was
/// not offered.
fn told_away(speech: Speech, session: &Session, shift: ShiftIx, member: MemberIx) -> Vec<String> {
    let strike = &session.ground.strike;
    let say = |each: &Absence| {
        let time = hours(speech, std::slice::from_ref(&each.time));
        let id = strike.member(member).id.as_str();
        speech.say(&format!("cli-why-{}", each.kind), &[("time", time.into()), ("member", id.into())])
    };
    session.away_during(member, session.ground.shift(shift).span).into_iter().map(say).collect()
}

fn of_closed(context: &Context, session: &Session, id: &str, closed: Closed) -> Answer {
    let (ground, speech) = (&session.ground, context.speech());
    let unknown = matches!(closed, Closed::Site(_) | Closed::Line(_) | Closed::Template(_));
    let no = Refusal::Closed(closed);
    if unknown {
        let message = refusal(speech, ground, &no);
        return context.complaint(UNUSABLE, &message);
    }
    if context.json {
        let strike = ground.strike.campaign.name.as_str();
        let refusals = vec![RefusalRow::new(speech, ground, &no)];
        let document = ClosedDocument { strike, version: session.version, shift: id, allowed: false, refusals };
        return Answer::json(DONE, &document);
    }
    let said = speech.say("cli-why-closed", &[("shift", id.into()), ("why", refusal(speech, ground, &no).into())]);
    Answer::new(DONE, said + "\n")
}
