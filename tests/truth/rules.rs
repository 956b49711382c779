//! The hard rules, in the order of the contract's table.

use super::roster::Roster;
use super::strike::{Member, Shift, Strike};
use super::time::{self, Span};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    Overlap,
    Essential,
    Pool,
    Status,
    Availability,
    Reach,
    Restriction,
    Daily,
    Weekly,
    Rest,
    Maximum,
    Skill,
    Closed,
}

impl Rule {
    pub const ALL: [Self; 13] = [
        Self::Overlap,
        Self::Essential,
        Self::Pool,
        Self::Status,
        Self::Availability,
        Self::Reach,
        Self::Restriction,
        Self::Daily,
        Self::Weekly,
        Self::Rest,
        Self::Maximum,
        Self::Skill,
        Self::Closed,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Overlap => "overlap",
            Self::Essential => "essential",
            Self::Pool => "pool",
            Self::Status => "status",
            Self::Availability => "availability",
            Self::Reach => "reach",
            Self::Restriction => "restriction",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Rest => "rest",
            Self::Maximum => "maximum",
            Self::Skill => "skill",
            Self::Closed => "closed",
        }
    }

    /// Marked † in the contract: a person may set it aside, with a reason.
    pub fn can_be_set_aside(self) -> bool {
        matches!(self, Self::Availability | Self::Reach | Self::Rest)
    }
}

/// Every rule that keeps the member off the shift whatever else is rostered.
pub fn alone(strike: &Strike, member: usize, shift: usize) -> Vec<Rule> {
    let (who, what) = (&strike.members[member], &strike.shifts[shift]);
    let mut found = Vec::new();
    let mut add = |broken: bool, rule: Rule| {
        if broken {
            found.push(rule);
        }
    };
    add(essential(strike, who, what), Rule::Essential);
    let nobody_spared =
        |pool: &&super::strike::Pool| pool.spare == 0 && pool.members.contains(&member) && during(strike, pool, what);
    add(strike.pools.iter().any(|pool| nobody_spared(&pool)), Rule::Pool);
    add(!who.active, Rule::Status);
    add(!available(strike, who, what.span), Rule::Availability);
    add(!within_reach(strike, who, what.site), Rule::Reach);
    add(restricted(strike, who, what), Rule::Restriction);
    found
}

pub fn eligible(strike: &Strike, member: usize, shift: usize) -> bool {
    alone(strike, member, shift).is_empty()
}

fn essential(strike: &Strike, member: &Member, shift: &Shift) -> bool {
    let wide = shift.widened(strike.buffer);
    member.never
        || member
            .duty
            .iter()
            .any(|(tz, hours)| time::spans(hours, *tz, wide).iter().any(|duty| time::overlap(wide, *duty)))
}

/// Whether the shift, widened, overlaps a window of the pool's requirement.
pub fn during(strike: &Strike, pool: &super::strike::Pool, shift: &Shift) -> bool {
    let wide = shift.widened(strike.buffer);
    time::spans(&pool.windows, pool.tz, wide).iter().any(|window| time::overlap(wide, *window))
}

fn available(strike: &Strike, member: &Member, span: Span) -> bool {
    let (no, yes): (Vec<_>, Vec<_>) = member.availability.iter().cloned().partition(|i| i.not);
    let inside = yes.is_empty() || time::covered(span, &time::spans(&yes, strike.tz, span));
    inside && !time::spans(&no, strike.tz, span).iter().any(|off| time::overlap(span, *off))
}

fn within_reach(strike: &Strike, member: &Member, site: usize) -> bool {
    let place = &strike.sites[site];
    member.sites.contains(&place.id)
        || member.home == Some(site)
        || member.place.zip(place.place).is_some_and(|(a, b)| great_circle(a, b) <= member.reach_km)
}

/// Kilometres between two places (latitude, longitude in degrees), by haversine.
pub fn great_circle(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (north, south) = (a.0.to_radians(), b.0.to_radians());
    let (up, along) = ((b.0 - a.0).to_radians() / 2.0, (b.1 - a.1).to_radians() / 2.0);
    let h = up.sin().powi(2) + north.cos() * south.cos() * along.sin().powi(2);
    2.0 * 6371.0088 * h.sqrt().min(1.0).asin()
}

fn restricted(strike: &Strike, member: &Member, shift: &Shift) -> bool {
    let site = &strike.sites[shift.site];
    member.restrictions.iter().any(|restriction| match restriction.as_str() {
        "no_line" => true,
        "no_nights" => {
            time::item("22:00-06:00").spans(site.tz, shift.span).iter().any(|night| time::overlap(*night, shift.span))
        }
        amenity => !site.amenities.contains(amenity),
    })
}

/// Why nobody can stand on both shifts: they overlap, or leave too little rest.
pub fn clash(strike: &Strike, a: usize, b: usize) -> Option<Rule> {
    let (a, b) = (strike.shifts[a].span, strike.shifts[b].span);
    if time::overlap(a, b) {
        Some(Rule::Overlap)
    } else if (b.0 - a.1).max(a.0 - b.1) < strike.rest {
        Some(Rule::Rest)
    } else {
        None
    }
}

/// A stretch of a pool's window, and the shifts that, widened, lie over it.
#[derive(Debug, Clone)]
pub struct Moment {
    pub span: Span,
    pub shifts: BTreeSet<usize>,
}

/// The moments of a pool's windows at which one of `shifts` lies over them.
pub fn moments(strike: &Strike, pool: &super::strike::Pool, shifts: &[usize]) -> Vec<Moment> {
    let wide: Vec<(usize, Span)> = shifts.iter().map(|&s| (s, strike.shifts[s].widened(strike.buffer))).collect();
    let Some(around) = wide.iter().map(|(_, w)| *w).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
        return Vec::new();
    };
    let windows = time::spans(&pool.windows, pool.tz, around);
    let edges = wide.iter().map(|(_, w)| w).chain(&windows).flat_map(|span| [span.0, span.1]);
    let cuts: BTreeSet<i64> = edges.collect();
    let cuts: Vec<i64> = cuts.into_iter().collect();
    let mut found = Vec::new();
    for pair in cuts.windows(2) {
        let span = (pair[0], pair[1]);
        if !windows.iter().any(|window| time::overlap(*window, span)) {
            continue;
        }
        let over = wide.iter().filter(|(_, w)| time::overlap(*w, span));
        let shifts: BTreeSet<usize> = over.map(|(s, _)| *s).collect();
        if !shifts.is_empty() {
            found.push(Moment { span, shifts });
        }
    }
    found
}

/// Whether more of a pool's members stand than it can spare, at some instant.
pub fn pool_broken(strike: &Strike, pool: &super::strike::Pool, roster: &Roster) -> bool {
    let theirs: Vec<_> = roster.seats.iter().filter(|seat| pool.members.contains(&seat.member)).collect();
    let shifts: BTreeSet<usize> = theirs.iter().map(|seat| seat.shift).collect();
    let shifts: Vec<usize> = shifts.into_iter().collect();
    moments(strike, pool, &shifts).iter().any(|moment| {
        let away: BTreeSet<usize> =
            theirs.iter().filter(|seat| moment.shifts.contains(&seat.shift)).map(|seat| seat.member).collect();
        away.len() > pool.spare
    })
}

/// The first rule, in the table's order, that keeps the member off the shift
/// next to what is rostered; the member's own seat on that shift is left out.
/// Heads and skills are the shift's affair, not looked at here.
pub fn refusal(strike: &Strike, roster: &Roster, member: usize, shift: usize) -> Option<Rule> {
    let mut broken = alone(strike, member, shift);
    let others: Vec<usize> = roster
        .seats
        .iter()
        .filter(|seat| seat.member == member && seat.shift != shift)
        .map(|seat| seat.shift)
        .collect();
    broken.extend(others.iter().filter_map(|&other| clash(strike, other, shift)));
    let what = &strike.shifts[shift];
    let at = |s: &&usize| &strike.shifts[**s];
    if others.iter().filter(|s| at(s).date == what.date).count() + 1 > strike.shifts_per_day {
        broken.push(Rule::Daily);
    }
    let hours: i64 = others.iter().filter(|s| at(s).week == what.week).map(|s| strike.shifts[*s].minutes()).sum();
    if hours + what.minutes() > strike.week_minutes {
        broken.push(Rule::Weekly);
    }
    for pool in strike.pools.iter().filter(|p| p.members.contains(&member) && during(strike, p, what)) {
        let mut before = roster.clone();
        before.seats.retain(|seat| (seat.member, seat.shift) != (member, shift));
        let mut then = before.clone();
        then.seat(shift, member, "picket");
        if pool_broken(strike, pool, &then) && !pool_broken(strike, pool, &before) {
            broken.push(Rule::Pool);
        }
    }
    broken.into_iter().min()
}
