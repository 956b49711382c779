//! Those who need no looking at any more in a search: every place that they could leave is met.
//!
//! A member is looked at once for every time at which shifts stand, and no more for a day once every place is met that the
//! member could leave for a shift on that day: then nothing new can come of it.

use super::chain::Chains;
use super::crowd::Crowd;
use super::field::Field;
use super::hunt::{BALANCES, Balance, Hunt, Place, number_of};
use super::moves::Want;
use crate::model::time::week_of;
use crate::model::{MemberIx, ShiftIx};
use chrono::{Days, NaiveDate};
use rustc_hash::FxHashMap;

/// Of a member whose hours are not used up: more may always come of it.
const OPEN: u32 = u32::MAX;

/// Who is spent, in one search.
pub(super) struct Spent<'s, 'a> {
    field: &'s Field,
    chains: &'s Chains<'a>,
    /// By balance and time of shifts: those whose every way to a shift of that time has been looked at.
    tried: Vec<Option<Crowd>>,
    /// By balance and day: those of whom something new can still come, as far as that is known; None: everyone.
    live: Vec<Option<Crowd>>,
    /// Of members looked at, by day and balance: how many places they could leave are not met yet, or [`OPEN`].
    left: FxHashMap<(MemberIx, usize, Balance), u32>,
    first_day: NaiveDate,
    days: usize,
}

impl<'s, 'a> Spent<'s, 'a> {
    pub fn new(field: &'s Field, chains: &'s Chains<'a>) -> Self {
        let campaign = &chains.ground.strike.campaign;
        let days = usize::from(campaign.days);
        Self {
            field,
            chains,
            tried: vec![None; field.times() * BALANCES.len()],
            live: vec![None; days * BALANCES.len()],
            left: FxHashMap::default(),
            first_day: campaign.first_day,
            days,
        }
    }

    /// Whose every way to a shift of that time has been looked at; and of whom something new can still come.
    pub fn of(&self, shift: ShiftIx, balance: Balance) -> (Option<&Crowd>, Option<&Crowd>) {
        (self.tried[self.time(shift, balance)].as_ref(), self.live[self.day(shift, balance)].as_ref())
    }

    /// Notes that `member`'s every way to a shift of that time has been looked at: a member's ways depend on the time alone,
    /// and every place they open is met.
    pub fn tried(&mut self, member: MemberIx, shift: ShiftIx, balance: Balance) {
        let time = self.time(shift, balance);
        self.tried[time].get_or_insert_with(|| self.field.nobody()).insert(member);
    }

    /// A place is met: those who hold it have one less to leave, for shifts of its day, and, with no hours left, for shifts of
    /// the days of its week on which they stand nowhere.
    pub fn pass(&mut self, hunt: &Hunt, want: Want, balance: Balance) {
        if self.left.is_empty() {
            return;
        }
        let (chains, day) = (self.chains, self.date(want.0));
        for each in chains.roster.on(want.0).iter().filter(|each| each.duty == want.1) {
            if !hunt.may_leave(chains.ground, each) {
                continue;
            }
            for day in day.saturating_sub(6)..=(day + 6).min(self.days.saturating_sub(1)) {
                let Some(&left) = self.left.get(&(each.member, day, balance)) else { continue };
                if left != OPEN && self.leaves_for(each.member, day).any(|place| place == want.0) {
                    self.left.insert((each.member, day, balance), left.saturating_sub(1));
                    if left <= 1 {
                        self.forget(each.member, day, balance);
                    }
                }
            }
        }
    }

    /// Counts what a member who was looked at for `shift` could still leave for shifts of that day. `is_met` tells of a place
    /// whether it is met, or known to lead nowhere.
    pub fn count(
        &mut self,
        hunt: &Hunt,
        member: MemberIx,
        shift: ShiftIx,
        balance: Balance,
        is_met: impl Fn(Place) -> bool,
    ) {
        let (chains, ground, day) = (self.chains, self.chains.ground, self.date(shift));
        if self.left.contains_key(&(member, day, balance)) {
            return;
        }
        let (date, week) = (ground.shift(shift).date, ground.shift(shift).week);
        let (mut minutes, mut that_day) = (0, 0);
        for other in chains.roster.of(member).iter().map(|ix| ground.shift(*ix)).filter(|other| other.week == week) {
            minutes += other.minutes();
            that_day += u32::from(other.date == date);
        }
        let rules = &ground.strike.rules;
        let bound = that_day >= rules.shifts_per_day || minutes + self.field.shortest() > rules.minutes_per_week;
        let open = |place: ShiftIx| {
            let each = chains.roster.get(place, member).filter(|each| hunt.may_leave(ground, each));
            each.is_some_and(|each| !is_met(((place, each.duty), balance)))
        };
        let left = if bound { self.leaves_for(member, day).filter(|place| open(*place)).count() as u32 } else { OPEN };
        self.left.insert((member, day, balance), left);
        if left == 0 {
            self.forget(member, day, balance);
        }
    }

    /// The shifts one of which `member` must leave for one on that day: those of the day, where that is full; else those of
    /// the week.
    fn leaves_for(&self, member: MemberIx, day: usize) -> impl Iterator<Item = ShiftIx> + use<'a> {
        let (ground, date) = (self.chains.ground, self.first_day + Days::new(day as u64));
        let others = self.chains.roster.of(member);
        let that_day = others.iter().filter(|ix| ground.shift(**ix).date == date).count() as u32;
        let full = that_day >= ground.strike.rules.shifts_per_day;
        let week = week_of(date, ground.strike.pay.week_starts);
        let others: Vec<ShiftIx> = others.to_vec();
        others.into_iter().filter(move |ix| {
            let other = ground.shift(*ix).date;
            if full { other == date } else { week_of(other, ground.strike.pay.week_starts) == week }
        })
    }

    fn forget(&mut self, member: MemberIx, day: usize, balance: Balance) {
        let at = number_of(balance) * self.days + day;
        self.live[at].get_or_insert_with(|| self.field.everyone()).remove(member);
    }

    fn date(&self, shift: ShiftIx) -> usize {
        (self.chains.ground.shift(shift).date - self.first_day).num_days().max(0) as usize
    }

    fn day(&self, shift: ShiftIx, balance: Balance) -> usize {
        number_of(balance) * self.days + self.date(shift)
    }

    fn time(&self, shift: ShiftIx, balance: Balance) -> usize {
        number_of(balance) * self.field.times() + self.field.time(shift)
    }
}
