//! Who may stand on a shift, best first, and what each would cost; and what keeps everyone else away.
//!
//! It offers and explains; it neither assigns nor says it in words.

pub(in crate::engine) mod globe;

use crate::model::{Duty, MemberIx, Roster, Shift, ShiftIx};
use crate::rules::{
    Case, Ground, Refusal, availability, daily, essential, maximum, overlap, pool, reach, refusals, rest, restriction,
    skill, status, weekly,
};
use std::cmp::Ordering;

/// A member who may stand on the shift by every rule, and what that would cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub member: MemberIx,
    /// The best post that is missing and that the member can fill: captain, then skills by name, then picket.
    pub duty: Duty,
    /// Minutes already rostered that week.
    pub week_minutes: i64,
    /// Minutes of this shift that strike pay would not count: beyond a full week.
    pub unpaid_minutes: i64,
    /// Kilometres from where the member starts; None: not known.
    pub km: Option<f64>,
    /// Place of the site among those the member asked for, from 1.
    pub site_rank: Option<u32>,
    /// Place of the template among those the member asked for, from 1.
    pub shift_rank: Option<u32>,
    /// May be called away to essential duty.
    pub at_risk: bool,
}

/// Everyone who may stand on `shift` and does not yet, best first: who fills a missing captain post, then a missing skill
/// post, then a picket's place; then fewest hours that week, the site asked for, the template asked for, the shorter way,
/// the id.
pub fn candidates(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Candidate> {
    let missing = missing_posts(ground, roster, shift);
    let members = ground.strike.member_indices();
    let mut found: Vec<Candidate> = members
        .filter(|member| !roster.of(*member).contains(&shift) && may_stand(ground, roster, shift, *member))
        .map(|member| candidate(ground, roster, shift, member, &missing))
        .collect();
    found.sort_by(|a, b| rank(ground, a, b));
    found
}

/// True when no rule keeps `member` from standing there as a picket: every rule is asked, those first that rule out most at
/// least cost, since nobody here wants to know which it was.
fn may_stand(ground: &Ground, roster: &Roster, shift: ShiftIx, member: MemberIx) -> bool {
    let case = Case { ground, roster, member, shift, duty: Duty::Picket };
    status::judge(&case).is_none()
        && reach::judge(&case).is_none()
        && availability::judge(&case).is_none()
        && restriction::judge(&case).is_none()
        && essential::judge(&case).is_none()
        && overlap::judge(&case).is_none()
        && daily::judge(&case).is_none()
        && weekly::judge(&case).is_none()
        && rest::judge(&case).is_none()
        && maximum::judge(&case).is_none()
        && skill::judge(&case).is_none()
        && pool::judge(&case).is_none()
}

/// What standing on `shift` would cost `member`, and the best post left; whether the rules allow it is not asked here.
pub fn candidate_for(ground: &Ground, roster: &Roster, shift: ShiftIx, member: MemberIx) -> Candidate {
    candidate(ground, roster, shift, member, &missing_posts(ground, roster, shift))
}

/// Everyone else who does not stand on `shift`, in the order of the files, with every rule that says no (asked as a picket,
/// who needs no skill). Worked out one by one as the list is read.
pub fn ruled_out<'a>(
    ground: &'a Ground,
    roster: &'a Roster,
    shift: ShiftIx,
) -> impl Iterator<Item = (MemberIx, Vec<Refusal>)> + 'a {
    let members = ground.strike.member_indices();
    members.filter(move |member| roster.get(shift, *member).is_none()).filter_map(move |member| {
        let found = refusals(&Case { ground, roster, member, shift, duty: Duty::Picket });
        (!found.is_empty()).then_some((member, found))
    })
}

/// Posts of `shift` that ask for a skill and that nobody holds: captain first, then skills by name, each once.
pub fn missing_posts(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Duty> {
    let the_shift = ground.shift(shift);
    let held = |duty: Duty| roster.on(shift).iter().filter(|each| each.duty == duty).count() as u32;
    let asked = std::iter::once((Duty::Captain, the_shift.captains))
        .chain(the_shift.needs.iter().map(|(skill, count)| (Duty::Skill(*skill), *count)));
    asked.filter(|(duty, posts)| held(*duty) < *posts).map(|(duty, _)| duty).collect()
}

/// The same, the posts that nobody holds being known.
pub(in crate::engine) fn candidate(
    ground: &Ground,
    roster: &Roster,
    shift: ShiftIx,
    member: MemberIx,
    missing: &[Duty],
) -> Candidate {
    let (who, the_shift) = (ground.strike.member(member), ground.shift(shift));
    let others = roster.of(member).iter().filter(|other| **other != shift).map(|other| ground.shift(*other));
    let week_minutes: i64 = others.filter(|other| other.week == the_shift.week).map(Shift::minutes).sum();
    let paid_left = (ground.strike.pay.minutes_per_week - week_minutes).max(0);
    let place = |at: Option<usize>| at.map(|at| at as u32 + 1);
    Candidate {
        member,
        duty: missing.iter().copied().find(|duty| skill::has(ground, member, *duty)).unwrap_or(Duty::Picket),
        week_minutes,
        unpaid_minutes: (the_shift.minutes() - paid_left).max(0),
        km: reach::distance_km(ground, member, the_shift.site),
        site_rank: place(who.sites.iter().position(|site| *site == the_shift.site)),
        shift_rank: place(who.shifts.iter().position(|template| *template == the_shift.template)),
        at_risk: ground.at_risk(member),
    }
}

/// Whether `a` is the better candidate.
pub(in crate::engine) fn rank(ground: &Ground, a: &Candidate, b: &Candidate) -> Ordering {
    let post = |candidate: &Candidate| match candidate.duty {
        Duty::Captain => 0,
        Duty::Skill(_) => 1,
        Duty::Picket => 2,
    };
    let asked = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
    let far = |km: Option<f64>| km.unwrap_or(f64::INFINITY);
    post(a)
        .cmp(&post(b))
        .then(a.week_minutes.cmp(&b.week_minutes))
        .then(asked(a.site_rank).cmp(&asked(b.site_rank)))
        .then(asked(a.shift_rank).cmp(&asked(b.shift_rank)))
        .then(far(a.km).total_cmp(&far(b.km)))
        .then_with(|| ground.strike.member(a.member).id.cmp(&ground.strike.member(b.member).id))
}
