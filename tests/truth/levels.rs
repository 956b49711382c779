//! What a roster fills: the state of each shift, and the sums by level.

use super::roster::Roster;
use super::rules;
use super::strike::Strike;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The first five levels, in order. Hours are in minutes.
pub const NAMES: [&str; 5] = ["captain", "skill", "minimum", "target", "hours"];

#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub heads: usize,
    pub worst_case: usize,
    pub captains: usize,
    pub skills: BTreeMap<String, usize>,
    pub status: &'static str,
}

impl State {
    pub fn is_gap(&self) -> bool {
        matches!(self.status, "open" | "short" | "captain" | "skill")
    }
}

pub fn state(strike: &Strike, roster: &Roster, index: usize) -> State {
    let shift = &strike.shifts[index];
    let mut skills: BTreeMap<String, usize> = shift.needs.keys().map(|s| (s.clone(), 0)).collect();
    let (mut heads, mut worst_case, mut captains) = (0, 0, 0);
    for seat in roster.on(index) {
        heads += 1;
        worst_case += usize::from(!strike.members[seat.member].at_risk);
        captains += usize::from(seat.duty == "captain");
        if let Some(count) = skills.get_mut(&seat.duty) {
            *count += 1;
        }
    }
    let status = if heads == 0 {
        "open"
    } else if heads < shift.minimum {
        "short"
    } else if captains < shift.captains {
        "captain"
    } else if shift.needs.iter().any(|(skill, asked)| skills[skill] < *asked) {
        "skill"
    } else if heads < shift.target {
        "thin"
    } else {
        "full"
    };
    State { heads, worst_case, captains, skills, status }
}

/// Rostered minutes of each member in each week in which a shift exists, zero
/// included.
pub fn weeks(strike: &Strike, roster: &Roster) -> BTreeMap<(usize, NaiveDate), i64> {
    let mut weeks: BTreeMap<(usize, NaiveDate), i64> = BTreeMap::new();
    for week in strike.weeks() {
        weeks.extend((0..strike.members.len()).map(|member| ((member, week), 0)));
    }
    for seat in &roster.seats {
        let shift = &strike.shifts[seat.shift];
        *weeks.entry((seat.member, shift.week)).or_default() += shift.minutes();
    }
    weeks
}

/// Filled by level; the last in minutes.
pub fn filled(strike: &Strike, roster: &Roster) -> [i64; 5] {
    let mut sums = [0; 5];
    for (index, shift) in strike.shifts.iter().enumerate() {
        let state = state(strike, roster, index);
        let skills: usize = shift.needs.iter().map(|(skill, asked)| state.skills[skill].min(*asked)).sum();
        let filled =
            [state.captains.min(shift.captains), skills, state.heads.min(shift.minimum), state.heads.min(shift.target)];
        for (sum, count) in sums.iter_mut().zip(filled) {
            *sum += count as i64;
        }
    }
    sums[4] = weeks(strike, roster).values().map(|m| *m.min(&strike.pay_minutes)).sum();
    sums
}

/// Asked for by level; the last in minutes.
pub fn asked(strike: &Strike) -> [i64; 5] {
    let mut sums = [0; 5];
    for shift in &strike.shifts {
        let skills: usize = shift.needs.values().sum();
        for (sum, count) in sums.iter_mut().zip([shift.captains, skills, shift.minimum, shift.target]) {
            *sum += count as i64;
        }
    }
    for member in 0..strike.members.len() {
        for week in strike.weeks() {
            let mut shifts = (0..strike.shifts.len()).filter(|s| strike.shifts[*s].week == week);
            if shifts.any(|shift| rules::eligible(strike, member, shift)) {
                sums[4] += strike.pay_minutes;
            }
        }
    }
    sums
}

/// Level 5's list: every member's weeks, counted up to full strike pay, upwards.
pub fn hours(strike: &Strike, roster: &Roster) -> Vec<i64> {
    let mut list: Vec<i64> = weeks(strike, roster).values().map(|m| *m.min(&strike.pay_minutes)).collect();
    list.sort_unstable();
    list
}

/// Heads above target, shift by shift.
pub fn surplus(strike: &Strike, roster: &Roster) -> Vec<usize> {
    let heads = |index| roster.on(index).count();
    let over = |(index, shift): (usize, &super::strike::Shift)| heads(index).saturating_sub(shift.target);
    strike.shifts.iter().enumerate().map(over).collect()
}

/// How many seats of one roster are not in the other, and the other way round.
pub fn changes(a: &Roster, b: &Roster) -> usize {
    let has = |r: &Roster, s: &super::roster::Seat| r.seats.iter().any(|o| (o.shift, o.member) == (s.shift, s.member));
    a.seats.iter().filter(|s| !has(b, s)).count() + b.seats.iter().filter(|s| !has(a, s)).count()
}
