//! Pool: of those designated together, enough stay off the line at every instant of the requirement's windows.

use super::ground::Ground;
use super::{Case, Refusal};
use crate::model::time::{first_touch, merged};
use crate::model::{Instant, MemberIx, RequirementIx, Roster, ShiftIx, Span};

/// Refuses when, with the member standing here, some pool would at some instant have too few off the line.
pub fn judge(case: &Case) -> Option<Refusal> {
    all(case).next()
}

/// Every pool that refuses: a member may be in several.
pub fn all(case: &Case) -> impl Iterator<Item = Refusal> {
    case.ground.pools(case.member).iter().filter_map(|&requirement| pool_refuses(case, requirement))
}

/// True when a pool that can spare nobody holds `member` through part of `shift`: no roster lets the member stand there.
pub fn holds(ground: &Ground, member: MemberIx, shift: ShiftIx) -> bool {
    ground.pools(member).iter().any(|&ix| {
        let requirement = &ground.strike.agreement.requirements[ix.ix()];
        requirement.pool_spare() == 0
            && requirement
                .windows
                .open
                .as_deref()
                .is_some_and(|open| first_touch(open, widened(ground, shift)).is_some())
    })
}

/// The time in which standing on `shift` takes a member out of a pool.
fn widened(ground: &Ground, shift: ShiftIx) -> Span {
    ground.shift(shift).span.widened(ground.strike.rules.essential_buffer_minutes)
}

fn pool_refuses(case: &Case, ix: RequirementIx) -> Option<Refusal> {
    let requirement = &case.ground.strike.agreement.requirements[ix.ix()];
    let span = widened(case.ground, case.shift);
    let spare = requirement.pool_spare();
    let others: Vec<Span> = requirement
        .pool
        .iter()
        .filter(|other| **other != case.member)
        .flat_map(|&other| time_out(case.ground, case.roster, other, span))
        .collect();
    if others.len() < spare as usize {
        return None;
    }
    // The count only rises where a window opens or another leaves, so only those instants (and the start) can be the worst.
    let windows = requirement.windows.open.as_deref().unwrap_or_default();
    let first_window = windows.partition_point(|window| window.end <= span.start);
    let mut instants: Vec<Instant> = windows[first_window..]
        .iter()
        .take_while(|window| window.start < span.end)
        .map(|window| window.start.max(span.start))
        .chain(others.iter().map(|other| other.start.max(span.start)))
        .collect();
    instants.sort_unstable();
    instants.dedup();
    instants.into_iter().find_map(|at| {
        let inside = span.contains(at) && first_touch(windows, Span::new(at, Instant(at.0 + 1))).is_some();
        let standing = others.iter().filter(|other| other.contains(at)).count() as u32;
        (inside && standing >= spare).then_some(Refusal::Pool { requirement: ix, at, standing, spare })
    })
}

/// When `member` is out of the pool within `within`, each instant once.
fn time_out(ground: &Ground, roster: &Roster, member: MemberIx, within: Span) -> Vec<Span> {
    let out = roster.of(member).iter().map(|&shift| widened(ground, shift)).filter(|span| span.overlaps(within));
    merged(out.collect())
}
