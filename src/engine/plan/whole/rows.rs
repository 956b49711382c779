//! What the rules allow, as rows of the program.

use std::collections::BTreeSet;

use super::Whole;
use super::fair::MemberWeek;
use crate::engine::plan::gcd;
use crate::engine::plan::kinds::{Kind, PICKET};
use crate::engine::plan::program::{Limit, Sum, Var};
use crate::engine::plan::relax::is_captain;

impl Whole<'_, '_> {
    /// A member may stand on a shift, and hold the posts there that the member is able to.
    pub(super) fn stand(&mut self, member: u32, shift: u32) {
        let var = self.program.whole(1);
        let pair = self.pairs.len();
        self.at.insert((member, shift), pair);
        self.pairs.push((member, shift, var));
        self.heads.entry(shift).or_default().push((var, 1));
        let mut holds = vec![(var, -1)];
        for &kind in self.task.kinds_of(member) {
            let asked = self.post(shift).kinds.iter().any(|row| row.0 == kind && row.1 > row.2);
            if kind != PICKET && asked {
                let post = self.program.whole(1);
                self.posts.push((pair, kind, post));
                holds.push((post, 1));
            }
        }
        if holds.len() > 1 {
            self.program.row(holds, Limit::AtMost(0));
        }
    }

    /// No more heads and holders than a shift takes; heads up to minimum and target are counted.
    pub(super) fn fill_posts(&mut self) {
        for i in 0..self.shifts.len() {
            let s = self.shifts[i];
            let post = self.asked[i].clone();
            let Some(heads) = self.heads.get(&s).cloned() else { continue };
            self.program.row(heads.clone(), Limit::AtMost(i64::from(post.room())));
            for &(kind, asked, held) in &post.kinds {
                let of = |(pair, k, _): &&(usize, Kind, Var)| *k == kind && self.pairs[*pair].1 == s;
                let holders: Sum = self.posts.iter().filter(of).map(|p| (p.2, 1)).collect();
                if !holders.is_empty() {
                    self.aims[usize::from(!is_captain(kind))].extend(&holders);
                    self.program.row(holders, Limit::AtMost(i64::from((asked - held).max(0))));
                }
            }
            for (level, asked) in [(2, post.minimum), (3, post.target)] {
                let top = (asked - post.held).clamp(0, post.room());
                let step = self.program.following(i64::from(top));
                let mut row = vec![(step, 1)];
                row.extend(heads.iter().map(|&(var, _)| (var, -1)));
                self.program.row(row, Limit::AtMost(0));
                self.aims[level].push((step, 1));
                self.steps.push((level, s, step));
            }
        }
    }

    /// The pairs of a member: slot and variable.
    pub(super) fn of(&self, member: u32) -> Vec<(u32, Var)> {
        let from = self.pairs.partition_point(|p| p.0 < member);
        let theirs = self.pairs[from..].iter().take_while(|p| p.0 == member);
        theirs.map(|&(_, s, var)| (self.task.slot_of(s), var)).collect()
    }

    /// One shift at an instant, rest included; so many a day.
    pub(super) fn keep_apart(&mut self, member: u32) {
        let task = self.task;
        let theirs = self.of(member);
        let slots: BTreeSet<u32> = theirs.iter().map(|t| t.0).collect();
        for &s in &slots {
            // Slots in order of start: with their rest, those before lie over the start of this one.
            let together = |t: u32| t == s || (t < s && task.clash.has(s, t));
            let row: Sum = theirs.iter().filter(|t| together(t.0)).map(|t| (t.1, 1)).collect();
            if row.len() > 1 {
                self.program.row(row, Limit::AtMost(1));
            }
        }
        let per_day = task.ground.strike.rules.shifts_per_day;
        let days: BTreeSet<u32> = slots.iter().map(|&s| task.slots[s as usize].day).collect();
        for day in days {
            let left = per_day - task.fixed_in_day(member, day).min(per_day);
            let of_day = theirs.iter().filter(|t| task.slots[t.0 as usize].day == day);
            let row: Sum = of_day.map(|t| (t.1, 1)).collect();
            if row.len() > left as usize {
                self.program.row(row, Limit::AtMost(i64::from(left)));
            }
        }
    }

    /// No more in a week than the most; hours towards full pay are counted.
    pub(super) fn count_hours(&mut self, members: &BTreeSet<u32>) {
        let task = self.task;
        let minutes = |s: u32| task.slots[s as usize].minutes;
        let lengths = self.shifts.iter().map(|&s| minutes(task.slot_of(s)));
        let common = lengths.fold(0, gcd).max(1);
        let mut unit = gcd(common, task.pay());
        for &m in members {
            for week in 0..task.weeks as u16 {
                unit = gcd(unit, task.fixed_minutes(m, week));
            }
        }
        self.unit = unit.max(1);
        for &m in members {
            let theirs = self.of(m);
            let weeks: BTreeSet<u16> = theirs.iter().map(|t| task.slots[t.0 as usize].week).collect();
            for week in weeks {
                let of_week: Vec<_> = theirs.iter().filter(|t| task.slots[t.0 as usize].week == week).collect();
                let fixed = task.fixed_minutes(m, week);
                let cap = (task.week_cap() - fixed).max(0);
                let stood: Sum = of_week.iter().map(|t| (t.1, minutes(t.0) / common)).collect();
                self.program.row(stood, Limit::AtMost(cap / common));
                // The same said of the longest: no more of them than fit. A search over fractions does not see it by itself.
                let lengths: BTreeSet<i64> =
                    of_week.iter().map(|t| minutes(t.0)).filter(|length| *length > 0).collect();
                for length in lengths {
                    let as_long: Sum = of_week.iter().filter(|t| minutes(t.0) >= length).map(|t| (t.1, 1)).collect();
                    if as_long.len() as i64 > cap / length {
                        self.program.row(as_long, Limit::AtMost(cap / length));
                    }
                }
                let hours = self.program.following((task.pay() - fixed).max(0) / self.unit);
                let mut row = vec![(hours, 1)];
                row.extend(of_week.iter().map(|t| (t.1, -minutes(t.0) / self.unit)));
                self.program.row(row, Limit::AtMost(0));
                self.aims[4].push((hours, 1));
                let fixed = fixed / self.unit;
                let most = (task.pay() / self.unit, task.week_cap() / self.unit);
                let amounts = amounts(fixed, of_week.iter().map(|t| minutes(t.0) / self.unit), most);
                let stood = of_week.iter().map(|t| (t.1, minutes(t.0) / self.unit)).collect();
                self.weeks.push(MemberWeek { member: m, week, hours, stood, fixed, amounts });
            }
        }
    }

    /// Of each pool as many stay as must.
    pub(super) fn keep_pools(&mut self) {
        let task = self.task;
        let per_day = task.ground.strike.rules.shifts_per_day;
        let either = |a: u32, b: u32| {
            let day = |s: u32| task.slots[s as usize].day;
            a == b || (per_day == 1 && day(a) == day(b)) || task.clash.has(a, b)
        };
        for (row, spare) in self.pools.clone() {
            let pool = &task.pools[row as usize];
            let mut away = Sum::new();
            for &m in &pool.members {
                let theirs = self.of(m);
                let over: Vec<(u32, Var)> =
                    theirs.into_iter().filter(|t| pool.slots.binary_search(&t.0).is_ok()).collect();
                let at_once = over.iter().any(|a| over.iter().any(|b| !either(a.0, b.0)));
                if !at_once {
                    away.extend(over.iter().map(|t| (t.1, 1)));
                    continue;
                }
                // Away on two shifts is away once.
                let gone = self.program.whole(1);
                for first in &over {
                    let mut row: Vec<(u32, Var)> = vec![*first];
                    for other in over.iter().filter(|t| t.1 != first.1) {
                        if row.iter().all(|t| either(t.0, other.0)) {
                            row.push(*other);
                        }
                    }
                    let mut row: Sum = row.into_iter().map(|t| (t.1, 1)).collect();
                    row.push((gone, -1));
                    self.program.row(row, Limit::AtMost(0));
                }
                self.gone.push((gone, over.into_iter().map(|t| t.1).collect()));
                away.push((gone, 1));
            }
            if !away.is_empty() {
                self.program.row(away, Limit::AtMost(i64::from(spare)));
            }
        }
    }
}

/// What a week may come to from `fixed` on with some of the `lengths`: no more than the week's `cap`, counted up to full
/// `pay`.
fn amounts(fixed: i64, lengths: impl Iterator<Item = i64>, (pay, cap): (i64, i64)) -> BTreeSet<i64> {
    let mut all = BTreeSet::from([fixed]);
    for length in lengths.filter(|length| *length > 0) {
        let more: Vec<i64> = all.iter().map(|amount| amount + length).filter(|more| *more <= cap).collect();
        all.extend(more);
    }
    all.into_iter().map(|amount| amount.min(pay)).collect()
}
