//! Levers: what would have to be granted for a gap to be filled, each tried before it is told.
//!
//! A lever holds members against whom one single thing speaks: they did not offer that time, they have their hours, a duty that
//! could be released. Whether it may be granted is for people (and for the rules that a person can set aside) to say. Nobody moves
//! who stands somewhere else, but where it is granted on another shift (see [`beyond`](super::beyond)): what moves alone bring is
//! [`Explainer::fillable`](super::Explainer::fillable)'s question.

use super::beyond::beyond;
use super::field::Field;
use super::moves::Want;
use super::repair::Move;
use crate::engine::candidates::{Candidate, candidate_for, missing_posts, rank};
use crate::engine::coverage::{Status, Tally};
use crate::model::{
    Assignment, Duty, Instant, MemberIx, Origin, Overrides, RequirementIx, Roster, Shift, ShiftIx, SkillIx,
};
use crate::rules::{Case, Ground, Refusal, RuleCode, essential, pool, refusals};

/// What would be granted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Means {
    /// The skill of a vacant post, to one who stands there anyhow: a captain is named, or somebody has the skill and the list
    /// does not say so.
    Skill(Duty),
    /// A rule that a person may set aside: availability (asked about) or rest.
    SetAside(RuleCode),
    /// A shift beyond the hours of the week, or beyond the shifts of the day.
    OneMore(RuleCode),
    /// A longer way than the member's reach, though not more than twice as long.
    Reach {
        /// Kilometres to the site for the furthest of those whom it takes.
        km: f64,
    },
    /// Fewer of a pool kept off the line.
    Spare(RequirementIx),
    /// Designations to a requirement released for that time.
    Release(RequirementIx),
    /// The minimum set to the heads there are.
    Minimum {
        /// Heads.
        to: u32,
    },
    /// The shift given up, and its people sent to the site's backup.
    Backup {
        /// The shift there, at the same time.
        to: ShiftIx,
    },
}

/// A way longer than the member's reach by more than this is nothing to ask of anybody.
const FURTHER: f64 = 2.0;

/// A way to fill a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Lever {
    /// What would be granted.
    pub means: Means,
    /// Whom it would free for the shift, the best candidates first; for reach, the nearest. Empty for a minimum.
    pub members: Vec<MemberIx>,
    /// How many of the heads or posts that are missing it brings, by putting the members there one after another.
    pub brings: u32,
    /// How many are missing: heads, or posts of that kind.
    pub of: u32,
    /// Where it would be granted, and in which post; None: on the gap itself.
    pub at: Option<Want>,
    /// Whoever moves on from there, so that the gap is filled.
    pub moves: Vec<Move>,
}

impl Lever {
    fn here(means: Means, members: Vec<MemberIx>, brings: u32, of: u32) -> Self {
        Self { means, members, brings, of, at: None, moves: Vec::new() }
    }
}

/// Levers for a gap, cheapest first: what only has to be asked of those who stand there, then of others, then what costs
/// somebody something, then what the employer would have to agree to, and last what gives something up. Where heads are
/// short, vacant posts that those there could take come after all that. Empty when the shift is no gap, or is over by `from`.
///
/// Where nobody can be asked for the gap itself, or not for all that it lacks, it is looked on other shifts whether what could be
/// granted there leads to it (see `beyond`). Nobody leaves a shift that began before `from`.
pub fn levers(field: &Field, ground: &Ground, roster: &Roster, shift: ShiftIx, from: Option<Instant>) -> Vec<Lever> {
    let the_shift = ground.shift(shift);
    let tally = Tally::of(ground, roster, shift);
    // A shift whose minimum is nothing is open all the same while nobody stands there.
    let (status, missing) = (tally.status(the_shift), tally.planned().shortfall(the_shift).max(1));
    if !status.is_gap() || from.is_some_and(|from| the_shift.span.end <= from) {
        return Vec::new();
    }
    let posts = match status {
        Status::Captain => vec![Duty::Captain],
        Status::Skill => missing_posts(ground, roster, shift),
        Status::Open | Status::Short | Status::Thin | Status::Full => vec![Duty::Picket],
    };
    let mut held: Vec<(Key, Vec<Candidate>)> = Vec::new();
    for member in ground.strike.member_indices().filter(|&member| roster.get(shift, member).is_none()) {
        // The one thing that speaks against the member, for the post that it speaks least against.
        let key = posts.iter().find_map(|&duty| Key::of(&Case { ground, roster, member, shift, duty }));
        let Some(key) = key else { continue };
        let candidate = candidate_for(ground, roster, shift, member);
        match held.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(candidate),
            None => held.push((key, vec![candidate])),
        }
    }
    held.sort_by_key(|(key, members)| (*key, std::cmp::Reverse(members.len())));
    // Where heads are short, a post that one of those there could take is no way to fill the gap, but the next thing lacking.
    let named = named(ground, roster, shift);
    let wants_posts = matches!(status, Status::Captain | Status::Skill);
    let (mut found, next) = if wants_posts { (named, Vec::new()) } else { (Vec::new(), named) };
    let others = held
        .into_iter()
        .map(|(key, mut members)| {
            let far = |candidate: &Candidate| candidate.km.unwrap_or(f64::INFINITY);
            if key == Key::Reach {
                members.sort_by(|a, b| far(a).total_cmp(&far(b)).then_with(|| rank(ground, a, b)));
            } else {
                members.sort_by(|a, b| rank(ground, a, b));
            }
            let taken = tried(ground, roster, shift, key, &posts, &members, missing);
            let furthest = taken.iter().filter_map(|candidate| candidate.km).fold(0.0, f64::max);
            let (brings, members) = (taken.len() as u32, members.iter().map(|candidate| candidate.member).collect());
            (key, Lever::here(key.means(furthest), members, brings, missing))
        })
        .filter(|(_, lever)| lever.brings > 0);
    let mut others: Vec<(Key, Lever)> = others.collect();
    // What a person can grant at once is looked for elsewhere too, where there is too little of it.
    let is_at_once = |key: Key| key < Key::Weekly;
    let at_once = others.iter().filter(|(key, _)| is_at_once(*key));
    if at_once.map(|(_, lever)| lever.brings).sum::<u32>() < missing {
        // Who can be asked as much for the gap itself, or stands there, need not be asked elsewhere.
        let asked = |key: Key, member: MemberIx| {
            let of = |(known, lever): &(Key, Lever)| {
                (*known == key || is_at_once(*known)) && lever.members.contains(&member)
            };
            roster.get(shift, member).is_some() || others.iter().any(of)
        };
        let further = beyond(field, ground, roster, shift, &posts, &asked, from);
        others.extend(further.into_iter().map(|(key, lever)| (key, Lever { of: missing, ..lever })));
        others.sort_by_key(|(key, lever)| (*key, lever.at.is_some()));
    }
    found.extend(others.into_iter().map(|(_, lever)| lever));
    let heads = roster.on(shift).len() as u32;
    if status == Status::Short {
        found.push(Lever::here(Means::Minimum { to: heads }, Vec::new(), missing, missing));
        found.extend(given_up(ground, roster, shift, missing));
    }
    found.extend(next);
    found
}

/// The skills of vacant posts, given to those who stand there and hold none: who is not at risk first, then who stands at
/// that site most.
fn named(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Lever> {
    let the_shift = ground.shift(shift);
    let held = |duty| roster.on(shift).iter().filter(|each| each.duty == duty).count() as u32;
    let asked = |duty| match duty {
        Duty::Captain => the_shift.captains,
        Duty::Skill(_) => posts_of(the_shift, duty),
        Duty::Picket => 0,
    };
    let often = |member: MemberIx| {
        roster.of(member).iter().filter(|other| ground.shift(**other).site == the_shift.site).count()
    };
    let lever = |duty: Duty| {
        let of = asked(duty).saturating_sub(held(duty));
        let here = roster.on(shift).iter().filter(|each| each.duty == Duty::Picket && !each.pinned);
        let lacks_only_that = |&member: &MemberIx| {
            let found = refusals(&Case { ground, roster, member, shift, duty });
            matches!(found.as_slice(), [Refusal::Skill { .. }])
        };
        let mut members: Vec<MemberIx> = here.map(|each| each.member).filter(lacks_only_that).collect();
        members.sort_by_cached_key(|&member| {
            (ground.at_risk(member), std::cmp::Reverse(often(member)), ground.strike.member(member).id.clone())
        });
        let brings = of.min(members.len() as u32);
        (brings > 0).then_some(Lever::here(Means::Skill(duty), members, brings, of))
    };
    missing_posts(ground, roster, shift).into_iter().filter_map(lever).collect()
}

/// How many hold that skill's posts when all are filled.
fn posts_of(shift: &Shift, duty: Duty) -> u32 {
    let of = |(skill, _): &&(SkillIx, u32)| Duty::Skill(*skill) == duty;
    shift.needs.iter().find(of).map_or(0, |(_, count)| *count)
}

/// The shift given up: on the line of the backup site to which most of its people may go, at the same time. Whoever may not
/// come along is not named.
fn given_up(ground: &Ground, roster: &Roster, shift: ShiftIx, missing: u32) -> Option<Lever> {
    let the_shift = ground.shift(shift);
    let backup = ground.strike.site(the_shift.site).backup?;
    let mut without = roster.clone();
    let here: Vec<Assignment> = roster.on(shift).iter().filter(|each| !each.pinned).cloned().collect();
    for each in &here {
        without.take(shift, each.member);
    }
    let go = |to: ShiftIx| {
        let mut trial = without.clone();
        for each in &here {
            let case = Case { ground, roster: &trial, member: each.member, shift: to, duty: Duty::Picket };
            if refusals(&case).is_empty() {
                trial.put(Assignment::planned(each.member, to, Duty::Picket));
            }
        }
        let went = here.iter().map(|each| each.member).filter(|member| trial.get(to, *member).is_some());
        (to, went.collect::<Vec<_>>())
    };
    let there = ground.timetable.indices().filter(|other| {
        let other = ground.shift(*other);
        other.site == backup && other.span == the_shift.span
    });
    let (to, members) = there.map(go).max_by_key(|(to, went)| (went.len(), std::cmp::Reverse(*to)))?;
    (!members.is_empty()).then_some(Lever::here(Means::Backup { to }, members, missing, missing))
}

/// The one thing that keeps a member away, in the order in which it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Availability,
    Rest,
    Weekly,
    Daily,
    Reach,
    Spare(RequirementIx),
    Release(RequirementIx),
}

impl Key {
    /// None: nothing speaks against the case, or more than one thing does, or something that nobody can grant.
    pub fn of(case: &Case) -> Option<Self> {
        let found = refusals(case);
        let [only] = found.as_slice() else { return None };
        match only {
            Refusal::Availability { .. } => Some(Self::Availability),
            Refusal::Rest { .. } => Some(Self::Rest),
            Refusal::Weekly { .. } => Some(Self::Weekly),
            Refusal::Daily { .. } => Some(Self::Daily),
            Refusal::Reach { km: Some(km), reach_km } => (*km <= reach_km * FURTHER).then_some(Self::Reach),
            Refusal::Pool { requirement, .. } => {
                let others = pool::all(case).nth(1).is_some();
                (!others).then_some(Self::Spare(*requirement))
            }
            Refusal::Essential { duty: Some(_), .. } => {
                let mut duties = essential::duties(case.ground, case.member, case.shift);
                let (first, more) = (duties.next()?, duties.next().is_some());
                let requirement = case.ground.strike.agreement.designations[first.0.ix()].requirement;
                (!more).then_some(Self::Release(requirement))
            }
            _ => None,
        }
    }

    /// The same with the kilometres of the furthest.
    pub fn means(self, furthest: f64) -> Means {
        match self {
            Self::Availability => Means::SetAside(RuleCode::Availability),
            Self::Rest => Means::SetAside(RuleCode::Rest),
            Self::Weekly => Means::OneMore(RuleCode::Weekly),
            Self::Daily => Means::OneMore(RuleCode::Daily),
            Self::Reach => Means::Reach { km: furthest },
            Self::Spare(requirement) => Means::Spare(requirement),
            Self::Release(requirement) => Means::Release(requirement),
        }
    }
}

/// Puts members on the shift one after another, with that one thing granted, until nothing is missing.
fn tried<'a>(
    ground: &Ground,
    roster: &Roster,
    shift: ShiftIx,
    key: Key,
    posts: &[Duty],
    members: &'a [Candidate],
    missing: u32,
) -> Vec<&'a Candidate> {
    let (mut trial, mut taken) = (roster.clone(), Vec::new());
    for candidate in members {
        if taken.len() as u32 == missing {
            break;
        }
        let member = candidate.member;
        let duty = posts.iter().copied().find(|&duty| {
            let case = Case { ground, roster: &trial, member, shift, duty };
            Key::of(&case) == Some(key)
        });
        if let Some(duty) = duty {
            trial.put(Assignment {
                member,
                shift,
                duty,
                pinned: false,
                origin: Origin::Hand,
                overrides: Overrides::NONE,
                reason: None,
            });
            taken.push(candidate);
        }
    }
    taken
}
