//! How much a set of shifts asks for, and how much the members who can reach any of them can supply at most.
//!
//! Both numbers stand on the rules that no roster can change, on `daily` and on `weekly`; rest, pools that can spare a few,
//! overlaps within a day and what people stand on elsewhere are left out, so that the supply is never told too low. Told
//! three times: [`Need::supply`] plainly, member by member, for what is reported; [`lacking`] 64 members at a time, whether an
//! area is worth a search; and in the search itself by [`Range`](super::range::Range), shift by shift.

use super::crowd::Crowd;
use super::muster::Muster;
use crate::model::{Duty, MemberIx, Roster, Shift, ShiftIx, SkillIx};
use crate::rules::Ground;
use std::collections::BTreeMap;

/// The posts that are counted: those of the level that is short.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Need {
    /// Heads up to the minimum.
    Heads,
    /// Heads up to the target.
    Target,
    /// Captain posts.
    Captains,
    /// The posts of these skills, in order.
    Skills(Vec<SkillIx>),
}

/// What the members who can reach any of some shifts can supply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Supply {
    pub members: u32,
    pub capacity: u32,
}

impl Need {
    /// The posts that `shift` asks for.
    pub fn posts(&self, shift: &Shift) -> u32 {
        match self {
            Self::Heads => shift.minimum,
            Self::Target => shift.target,
            Self::Captains => shift.captains,
            Self::Skills(skills) => {
                let counted = shift.needs.iter().filter(|(skill, _)| skills.contains(skill));
                counted.map(|(_, count)| count).sum()
            }
        }
    }

    /// How many of the posts that `shift` asks for are vacant.
    pub fn vacant(&self, ground: &Ground, roster: &Roster, shift: ShiftIx) -> u32 {
        let held = |duty: Option<Duty>| {
            let on =
                roster.on(shift).iter().filter(|each| duty.map_or_else(|| self.counts(each.duty), |d| each.duty == d));
            on.count() as u32
        };
        let the_shift = ground.shift(shift);
        match self {
            // Of each skill by itself: who is one too many in one post fills no other.
            Self::Skills(skills) => {
                let asked = the_shift.needs.iter().filter(|(skill, _)| skills.contains(skill));
                asked.map(|(skill, count)| count.saturating_sub(held(Some(Duty::Skill(*skill))))).sum()
            }
            Self::Heads | Self::Target | Self::Captains => self.posts(the_shift).saturating_sub(held(None)),
        }
    }

    /// Whether one who stands in `duty` holds one of the posts.
    pub(super) fn counts(&self, duty: Duty) -> bool {
        match (self, duty) {
            (Self::Heads | Self::Target, _) | (Self::Captains, Duty::Captain) => true,
            (Self::Skills(skills), Duty::Skill(skill)) => skills.contains(&skill),
            _ => false,
        }
    }

    /// Who can hold one of the posts of `shift`: whom no rule keeps away that no roster can change, and those who stand
    /// there already with a rule set aside.
    pub(super) fn able(&self, muster: &Muster, shift: ShiftIx) -> Crowd {
        let mut able = muster.free(shift);
        let the_shift = muster.ground.shift(shift);
        match self {
            Self::Heads | Self::Target => {}
            Self::Captains => able.keep(&muster.able(&[Duty::Captain])),
            Self::Skills(skills) => {
                let asked = the_shift.needs.iter().filter(|(skill, _)| skills.contains(skill));
                let duties: Vec<Duty> = asked.map(|(skill, _)| Duty::Skill(*skill)).collect();
                able.keep(&muster.able(&duties));
            }
        }
        let standing = muster.roster.on(shift).iter().filter(|each| self.counts(each.duty));
        standing.for_each(|each| able.insert(each.member));
        able
    }

    /// What all who can reach any of `shifts` can supply: for each member and week, at most as many as the days allow that
    /// have one of the shifts open to the member, and at most as many as fit into the week, the shortest first.
    pub(super) fn supply(&self, muster: &Muster, shifts: &[ShiftIx]) -> Supply {
        let rules = &muster.ground.strike.rules;
        let able: Vec<Crowd> = shifts.iter().map(|shift| self.able(muster, *shift)).collect();
        let mut anyone = muster.nobody();
        for crowd in &able {
            anyone.join(crowd);
        }
        let mut supply = Supply { members: 0, capacity: 0 };
        let (mut open, mut dates): (Vec<&Shift>, Vec<_>) = (Vec::new(), Vec::new());
        for member in anyone.iter() {
            supply.members += 1;
            let here = shifts.iter().zip(&able).filter(|(_, able)| able.has(member));
            open.clear();
            open.extend(here.map(|(shift, _)| muster.ground.shift(*shift)));
            open.sort_by_key(|shift| (shift.week, shift.minutes()));
            for open in open.chunk_by(|a, b| a.week == b.week) {
                let mut hours = 0;
                let fit = open.iter().take_while(|shift| {
                    hours += shift.minutes();
                    hours <= rules.minutes_per_week
                });
                let fit = fit.count() as u32;
                dates.clear();
                dates.extend(open.iter().map(|shift| shift.date));
                dates.sort_unstable();
                let days = dates.chunk_by(|a, b| a == b);
                let by_day: u32 = days.map(|day| (day.len() as u32).min(rules.shifts_per_day)).sum();
                // A roster that an older strike allowed may have more; what stands is no less possible for it.
                supply.capacity += by_day.min(fit).max(self.stands(muster, shifts, member, open[0].week));
            }
        }
        supply
    }

    /// On how many of `shifts` the member stands in one of the posts.
    fn stands(&self, muster: &Muster, shifts: &[ShiftIx], member: MemberIx, week: u16) -> u32 {
        let own = muster.roster.of(member).iter().filter(|shift| muster.ground.shift(**shift).week == week);
        let counted = own
            .filter(|shift| shifts.contains(shift))
            .filter(|shift| muster.roster.get(**shift, member).is_some_and(|each| self.counts(each.duty)));
        counted.count() as u32
    }
}

/// Counts members up to a limit each: level `n` holds those counted more than `n` times.
#[derive(Debug)]
struct Counter {
    levels: Vec<Crowd>,
}

impl Counter {
    fn new(muster: &Muster, limit: usize) -> Self {
        Self { levels: vec![muster.nobody(); limit] }
    }

    fn add(&mut self, crowd: &Crowd) {
        for at in (1..self.levels.len()).rev() {
            let (below, above) = self.levels.split_at_mut(at);
            above[0].join_shared(&below[at - 1], crowd);
        }
        if let Some(first) = self.levels.first_mut() {
            first.join(crowd);
        }
    }

    fn total(&self) -> u32 {
        self.levels.iter().map(Crowd::count).sum()
    }
}

/// Posts that `shifts`, all of one week, ask for beyond what can be supplied; not above 0: they lack nothing together. The
/// supply is never told lower than [`Need::supply`] has it.
pub(super) fn lacking(muster: &Muster, need: &Need, shifts: &[ShiftIx]) -> i64 {
    let rules = &muster.ground.strike.rules;
    let (mut posts, mut shortest) = (0, i64::MAX);
    let mut days: BTreeMap<_, Vec<ShiftIx>> = BTreeMap::new();
    for &ix in shifts {
        let shift = muster.ground.shift(ix);
        posts += i64::from(need.posts(shift));
        shortest = shortest.min(shift.minutes());
        days.entry(shift.date).or_default().push(ix);
    }
    let a_day = rules.shifts_per_day as usize;
    let fit = usize::try_from(rules.minutes_per_week / shortest.max(1)).unwrap_or(0);
    let mut week = Counter::new(muster, days.values().map(|day| day.len().min(a_day)).sum::<usize>().min(fit));
    for day in days.values() {
        let mut counter = Counter::new(muster, day.len().min(a_day));
        for &shift in day {
            counter.add(&need.able(muster, shift));
        }
        counter.levels.iter().for_each(|level| week.add(level));
    }
    posts - i64::from(week.total())
}
