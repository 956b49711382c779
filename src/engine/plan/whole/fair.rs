//! Fairness of hours: those with the fewest first.

use std::collections::BTreeSet;

use super::{WORK_IN_VAIN, Whole};
use crate::engine::plan::program::{Limit, Program, Sum, Var, Work};

/// A member's week, as far as hours go.
pub(super) struct MemberWeek {
    pub(super) member: u32,
    pub(super) week: u16,
    pub(super) hours: Var,
    /// The shifts that may be stood, with their units.
    pub(super) stood: Sum,
    /// Units that stay in any case.
    pub(super) fixed: i64,
    /// What the week may come to, in units, towards full pay: `fixed`, and what it is with some of the shifts.
    pub(super) amounts: BTreeSet<i64>,
}

impl MemberWeek {
    /// Whether the week comes to an amount at a point.
    fn reaches(&self, amount: i64, point: &[f64]) -> bool {
        point[self.hours] + 0.5 >= (amount - self.fixed) as f64
    }

    /// Whether the week stays below an amount, as a variable that is one there. Fractions help little: a shift counts no further
    /// than is lacking, and it takes so many of the longest at least.
    fn low(&self, amount: i64, program: &mut Program) -> Var {
        let low = program.whole(1);
        let lacks = amount - self.fixed;
        let longest = self.stood.iter().map(|(_, units)| *units).max().unwrap_or(lacks).max(1);
        let fewest = (lacks + longest - 1) / longest;
        for (counts, least) in [(lacks, lacks), (1, fewest)] {
            let stood = self.stood.iter().map(|(var, units)| (*var, (*units).min(counts)));
            program.row(stood.chain([(low, least)]).collect(), Limit::AtLeast(least));
        }
        low
    }
}

impl Whole<'_, '_> {
    /// Of two lists sorted upwards the greater has, at the first amount where they differ, fewer at or below it: so those
    /// are made fewest, amount by amount.
    pub(super) fn be_fair(&mut self, work: &mut Work, stop: &dyn Fn() -> bool) {
        let amounts: BTreeSet<i64> = self.weeks.iter().flat_map(|w| w.amounts.iter().copied()).collect();
        let amounts: Vec<i64> = amounts.into_iter().collect();
        let mut vain = WORK_IN_VAIN;
        // Whoever stays below an amount stays below every greater one: no fewer do than were proven to before.
        let mut fewest = None;
        // Of each week that it is at or below the amount.
        let mut low: Vec<Option<Var>> = vec![None; self.weeks.len()];
        for pair in amounts.windows(2) {
            if stop() {
                return;
            }
            for (each, low) in self.weeks.iter().zip(&mut low) {
                if !each.amounts.contains(&pair[0]) {
                    continue; // as it was at the amount before
                }
                *low = each.amounts.range(pair[1]..).next().map(|more| {
                    self.point.push(if each.reaches(*more, &self.point) { 0.0 } else { 1.0 });
                    each.low(*more, &mut self.program)
                });
            }
            let few = low.iter().flatten().map(|low| (*low, -1)).collect();
            let never =
                self.weeks.iter().filter(|week| week.amounts.last().is_some_and(|most| *most < pair[1])).count() as i64;
            let bound = fewest.map(|fewest: i64| never - fewest);
            let before = work.0;
            let most = Work((before / 3).min(vain.0 / 3 * 2));
            let (value, proven) = work.some(most, |work| self.best(&few, bound, work, 1));
            fewest = proven.then_some(never - value);
            if !proven {
                vain.0 -= before - work.0;
            }
        }
    }
}
