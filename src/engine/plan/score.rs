//! The levels of a finished roster, counted from its assignments and nothing else.

use super::offers::Offers;
use super::task::{NONE, Task};
use crate::model::{Duty, MemberIx, Roster};
use crate::rules::Ground;

/// One level: what was reached, asked, and proven to be the most that can be reached given the levels above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Reached.
    pub filled: i64,
    /// Asked.
    pub of: i64,
    /// No roster reaches more, given the levels above.
    pub bound: i64,
}

/// The five levels that are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// Captain posts.
    pub captain: Score,
    /// Skill posts.
    pub skill: Score,
    /// Heads up to minimum.
    pub minimum: Score,
    /// Heads up to target.
    pub target: Score,
    /// Minutes towards full strike pay, over members and weeks.
    pub hours: Score,
}

impl Scores {
    /// The five, in order.
    pub fn in_order(&self) -> [Score; 5] {
        [self.captain, self.skill, self.minimum, self.target, self.hours]
    }
}

/// What a roster reaches on each level, with nothing asked or bounded yet.
pub fn filled(ground: &Ground, roster: &Roster) -> [i64; 5] {
    let mut sum = [0_i64; 5];
    for ix in ground.timetable.indices() {
        let (shift, on) = (ground.shift(ix), roster.on(ix));
        let held = |duty: Duty| on.iter().filter(|each| each.duty == duty).count() as i64;
        sum[0] += held(Duty::Captain).min(i64::from(shift.captains));
        sum[1] += shift.needs.iter().map(|&(skill, n)| held(Duty::Skill(skill)).min(i64::from(n))).sum::<i64>();
        sum[2] += (on.len() as i64).min(i64::from(shift.minimum));
        sum[3] += (on.len() as i64).min(i64::from(shift.target));
    }
    let pay = ground.strike.pay.minutes_per_week;
    let mut minutes = vec![0_i64; ground.timetable.weeks.len()];
    for m in ground.strike.member_indices() {
        let of = roster.of(m);
        for &ix in of {
            minutes[usize::from(ground.shift(ix).week)] += ground.shift(ix).minutes();
        }
        for &ix in of {
            sum[4] += std::mem::take(&mut minutes[usize::from(ground.shift(ix).week)]).min(pay);
        }
    }
    sum
}

/// How many shifts are gaps: open, short, or without a captain or a skill that was asked.
pub fn gaps(ground: &Ground, roster: &Roster) -> usize {
    let gap = |ix| {
        let (shift, on) = (ground.shift(ix), roster.on(ix));
        let held = |duty: Duty| on.iter().filter(|each| each.duty == duty).count() as u32;
        on.is_empty()
            || (on.len() as u32) < shift.minimum
            || held(Duty::Captain) < shift.captains
            || shift.needs.iter().any(|&(skill, n)| held(Duty::Skill(skill)) < n)
    };
    ground.timetable.indices().filter(|&ix| gap(ix)).count()
}

/// What is asked on each level.
pub(super) fn asked(task: &Task) -> [i64; 5] {
    let mut sum = [0_i64; 5];
    for shift in &task.ground.timetable.shifts {
        sum[0] += i64::from(shift.captains);
        sum[1] += shift.needs.iter().map(|&(_, n)| i64::from(n)).sum::<i64>();
        sum[2] += i64::from(shift.minimum);
        sum[3] += i64::from(shift.target);
    }
    let offers = Offers::new(task, 0..task.posts.len() as u32);
    // In which slots each class can stand at all.
    let mut offered = vec![None; task.classes.len()];
    for m in 0..task.people.len() as u32 {
        let class = task.people[m as usize].class;
        if class == NONE {
            continue;
        }
        let slots: &Vec<bool> = offered[class as usize].get_or_insert_with(|| offers.to(task, class));
        let mut weeks = vec![false; task.weeks];
        for s in task.allowed.row(m).filter(|&s| slots[s as usize]) {
            weeks[usize::from(task.slots[s as usize].week)] = true;
        }
        sum[4] += task.pay() * weeks.iter().filter(|w| **w).count() as i64;
    }
    sum
}

/// What assignments that stay reach on each level.
pub(super) fn standing(task: &Task) -> [i64; 5] {
    let mut sum = [0_i64; 5];
    for post in &task.posts {
        for &(kind, asked, held) in &post.kinds {
            sum[usize::from(!super::relax::is_captain(kind))] += i64::from(held.min(asked));
        }
        sum[2] += i64::from(post.held.min(post.minimum));
        sum[3] += i64::from(post.held.min(post.target));
    }
    for m in 0..task.people.len() as u32 {
        if !task.fixed[MemberIx(m).ix()].is_empty() {
            for week in 0..task.weeks as u16 {
                sum[4] += task.fixed_minutes(m, week).min(task.pay());
            }
        }
    }
    sum
}
