//! After an edit, once coverage is as good as it can be: the hours of those whom it concerns are made up.

use super::chain::Sought;
use super::earn::{Earning, short_of};
use super::hunt::{Hunt, Keep};
use super::mend::{MOST, Made, Mender, REFUSED, has_begun, with_pools};
use super::moves::Step;
use crate::model::{Duty, MemberIx, Roster, ShiftIx};
use std::collections::BTreeSet;

/// Members looked at, at most, for one who is short of hours.
const LOOKS: u64 = 2_000;
/// Shifts looked at, at most, for all those who may be short of hours: well under a second.
const ALL_LOOKS: usize = 20_000_000;

impl<'m> Mender<'m, '_> {
    /// Another shift for those who are short of hours: the members whom the edit touched, or an answer to it; and on the shifts
    /// that were full before and are no more, whoever can come.
    pub(super) fn earn(&mut self) {
        let mut members: BTreeSet<MemberIx> = if self.edit.all {
            self.ground.strike.member_indices().collect()
        } else {
            self.touched.members.iter().copied().collect()
        };
        let own = members.clone();
        with_pools(self.ground, &mut members);
        self.touched.members = members.iter().copied().collect();
        let mut looks = ALL_LOOKS;
        for member in members {
            for &week in &self.edit.weeks {
                // For one of the same pool there is nothing new but the times at which the pool can spare one more.
                self.earn_more(member, week, own.contains(&member), &mut looks);
            }
        }
        // Where everybody was asked, nobody is left who could be let in.
        for shift in self.touched.shifts.clone().into_iter().filter(|_| !self.edit.all) {
            while self.made.len() < MOST && self.has_come_free(shift) && self.let_in(shift) {}
        }
    }

    /// Gives a member as many shifts more as the week's hours want.
    fn earn_more(&mut self, member: MemberIx, week: u16, deep: bool, looks: &mut usize) {
        let mut hunt = self.earning(week);
        while self.made.len() < MOST && hunt.banned.len() <= REFUSED {
            let (field, ground, roster) = (self.field, self.ground, self.chains.roster());
            let short = short_of(ground, roster, member, week);
            let earning = Earning { field, ground, roster, hunt: &hunt, week, deep };
            let Some(chain) = earning.chain(member, looks) else { return };
            if self.chains.make(&mut hunt, &chain) {
                let earns = short - short_of(ground, self.chains.roster(), member, week);
                if !self.note_hours(&chain, earns) {
                    return;
                }
            }
        }
    }

    /// A search for somebody who is short of hours in that week.
    fn earning(&self, week: u16) -> Hunt<'m> {
        Hunt {
            earning: Some(week),
            one_stays: false,
            by_hand_stays: true,
            from: self.terms.from,
            told: self.terms.told,
            off: self.kept.off.clone(),
            ..Hunt::anywhere(Keep::Nothing)
        }
    }

    /// True when a shift has room that it did not have before the edit.
    fn has_come_free(&self, shift: ShiftIx) -> bool {
        let most = self.ground.shift(shift).maximum as usize;
        // Where it was never looked at, a shift whose numbers changed may have been full.
        let lost = self.edit.lost.get(&shift).map(|lost| *lost as usize);
        let was_full = match &self.kept.full {
            Some(full) => full.contains(&shift),
            None => lost.is_none() && self.edit.shifts.contains(&shift),
        };
        let was_full = was_full || self.before.on(shift).len() + lost.unwrap_or_default() >= most;
        was_full && !has_begun(self.terms, self.ground, shift) && self.chains.roster().on(shift).len() < most
    }

    /// Lets somebody who is short of hours onto a shift that has room. False: nobody was found.
    fn let_in(&mut self, shift: ShiftIx) -> bool {
        let (ground, week) = (self.ground, self.ground.shift(shift).week);
        let mut hunt = self.earning(week);
        hunt.looks = LOOKS;
        let Sought::Made(_) = self.chains.one_of(self.field, &mut hunt, &[(shift, Duty::Picket)]) else { return false };
        let chain = self.chains.done().to_vec();
        let short = |roster: &Roster| chain.first().map_or(0, |step| short_of(ground, roster, step.member, week));
        let earns = short(self.chains.base()) - short(self.chains.roster());
        self.note_hours(&chain, earns)
    }

    /// Notes a chain made for hours. False: it had nothing to do with the edit.
    fn note_hours(&mut self, chain: &[Step], earns: i64) -> bool {
        let Some(last) = chain.last() else { return false };
        let is_noted = self.note(last.to.0, None) == Made::One;
        if let Some(made) = self.made.last_mut().filter(|_| is_noted) {
            (made.missing, made.brings, made.earns) = (0, 0, earns);
        }
        is_noted
    }
}
