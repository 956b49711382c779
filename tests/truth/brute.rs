//! The best roster of a tiny strike, by trying every roster there is.

use super::check;
use super::levels;
use super::roster::{Roster, Seat};
use super::rules;
use super::strike::Strike;

/// What the contract compares rosters by, best first: greater is better.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    pub levels: [i64; 5],
    pub hours: Vec<i64>,
    /// Minus the sum of squares of heads above target.
    pub spread: i64,
    /// Minus the seats that differ from what was told.
    pub stability: i64,
}

/// Pairs of member and shift that may be tried one by one.
pub const MOST: usize = 15;

/// The best there is; `None` when there is too much to try.
pub fn best(strike: &Strike, pins: &[Seat], told: &Roster) -> Option<Worth> {
    let mut pairs = Vec::new();
    for shift in 0..strike.shifts.len() {
        for member in 0..strike.members.len() {
            let pinned = pins.iter().any(|p| (p.member, p.shift) == (member, shift));
            if !pinned && rules::eligible(strike, member, shift) {
                pairs.push((member, shift));
            }
        }
    }
    if pairs.len() > MOST {
        return None;
    }
    let start = Roster { seats: pins.to_vec() };
    let mut found = None;
    grow(strike, &pairs, start, told, &mut found);
    found
}

fn grow(strike: &Strike, pairs: &[(usize, usize)], roster: Roster, told: &Roster, found: &mut Option<Worth>) {
    let Some((&(member, shift), rest)) = pairs.split_first() else {
        let mut roster = roster;
        for shift in 0..strike.shifts.len() {
            give_posts(strike, &mut roster, shift);
        }
        if !check::hard_rules(strike, &roster).is_empty() {
            return;
        }
        let over = levels::surplus(strike, &roster);
        let worth = Worth {
            levels: levels::filled(strike, &roster),
            hours: levels::hours(strike, &roster),
            spread: -over.iter().map(|s| (s * s) as i64).sum::<i64>(),
            stability: -(levels::changes(&roster, told) as i64),
        };
        if found.as_ref().is_none_or(|best| worth > *best) {
            *found = Some(worth);
        }
        return;
    };
    let fits = roster.of(member).all(|seat| rules::clash(strike, seat.shift, shift).is_none());
    if fits {
        let mut more = roster.clone();
        more.seat(shift, member, "picket");
        grow(strike, rest, more, told, found);
    }
    grow(strike, rest, roster, told, found);
}

/// Of the people on a shift, gives those not pinned the posts that fill most:
/// captains first, then skills.
fn give_posts(strike: &Strike, roster: &mut Roster, shift: usize) {
    let free: Vec<usize> = roster
        .seats
        .iter()
        .enumerate()
        .filter(|(_, seat)| seat.shift == shift && !seat.pinned)
        .map(|(index, _)| index)
        .collect();
    let mut best = (0, 0, roster.clone());
    try_posts(strike, roster, shift, &free, &mut best);
    *roster = best.2;
}

fn try_posts(strike: &Strike, roster: &mut Roster, shift: usize, free: &[usize], best: &mut (usize, usize, Roster)) {
    let count = |roster: &Roster, duty: &str| roster.on(shift).filter(|seat| seat.duty == duty).count();
    let Some((&seat, rest)) = free.split_first() else {
        let captains = count(roster, "captain");
        let skills = roster.on(shift).filter(|s| s.duty != "picket").count() - captains;
        if (captains, skills) > (best.0, best.1) {
            *best = (captains, skills, roster.clone());
        }
        return;
    };
    try_posts(strike, roster, shift, rest, best);
    let skills = strike.members[roster.seats[seat].member].skills.clone();
    for duty in skills {
        if count(roster, &duty) < strike.shifts[shift].posts(&duty) {
            roster.seats[seat].duty = duty;
            try_posts(strike, roster, shift, rest, best);
            "picket".clone_into(&mut roster.seats[seat].duty);
        }
    }
}
