//! How much a set of shifts asks for, and how much the members who can reach any of them can supply at most.
//!
//! Both numbers stand on the rules that no roster can change, on `daily` and on `weekly`; rest, pools that can spare a few,
//! overlaps within a day and what people stand on elsewhere are left out, so that the supply is never told too low. Told
//! twice: [`Need::supply`] plainly, member by member, for what is reported; [`Range`] 64 members at a time, for the search.

use super::crowd::Crowd;
use super::muster::Muster;
use crate::model::{Duty, MemberIx, Shift, ShiftIx, SkillIx};
use std::collections::BTreeMap;

/// The posts that are counted: those of the level that is short.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Need {
    /// Heads up to the minimum.
    Heads,
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
            Self::Captains => shift.captains,
            Self::Skills(skills) => {
                let counted = shift.needs.iter().filter(|(skill, _)| skills.contains(skill));
                counted.map(|(_, count)| count).sum()
            }
        }
    }

    /// Whether one who stands in `duty` holds one of the posts.
    pub(super) fn counts(&self, duty: Duty) -> bool {
        match (self, duty) {
            (Self::Heads, _) | (Self::Captains, Duty::Captain) => true,
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
            Self::Heads => {}
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
        for member in anyone.iter() {
            supply.members += 1;
            let open = shifts.iter().zip(&able).filter(|(_, able)| able.has(member)).map(|(shift, _)| *shift);
            let mut weeks: BTreeMap<u16, Vec<&Shift>> = BTreeMap::new();
            for shift in open.map(|shift| muster.ground.shift(shift)) {
                weeks.entry(shift.week).or_default().push(shift);
            }
            for (week, mut open) in weeks {
                open.sort_by_key(|shift| shift.minutes());
                let mut hours = 0;
                let fit = open.iter().take_while(|shift| {
                    hours += shift.minutes();
                    hours <= rules.minutes_per_week
                });
                let fit = fit.count() as u32;
                let mut days: BTreeMap<_, u32> = BTreeMap::new();
                for shift in &open {
                    *days.entry(shift.date).or_default() += 1;
                }
                let by_day: u32 = days.values().map(|count| (*count).min(rules.shifts_per_day)).sum();
                // A roster that an older strike allowed may have more; what stands is no less possible for it.
                supply.capacity += by_day.min(fit).max(self.stands(muster, shifts, member, week));
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
#[derive(Debug, Clone)]
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

/// Shifts of one week, with who is able to stand on each: what they ask for beyond what can be supplied, quickly. The
/// supply is never lower than [`Need::supply`] has it.
#[derive(Debug)]
pub(super) struct Range<'m> {
    muster: &'m Muster<'m>,
    pub shifts: Vec<ShiftIx>,
    able: Vec<Crowd>,
    posts: Vec<u32>,
    kept: Vec<bool>,
    /// By day: the places in `shifts`, and who can stand on so many of them.
    days: Vec<(Vec<usize>, Counter)>,
}

impl<'m> Range<'m> {
    /// `shifts` are of one week.
    pub fn new(muster: &'m Muster<'m>, need: &Need, shifts: Vec<ShiftIx>) -> Self {
        let able: Vec<Crowd> = shifts.iter().map(|shift| need.able(muster, *shift)).collect();
        let posts = shifts.iter().map(|shift| need.posts(muster.ground.shift(*shift))).collect();
        let mut by_day: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, shift) in shifts.iter().enumerate() {
            by_day.entry(muster.ground.shift(*shift).date).or_default().push(at);
        }
        let kept = vec![true; shifts.len()];
        let mut range = Self { muster, shifts, able, posts, kept, days: Vec::new() };
        range.days = by_day.into_values().map(|day| (day.clone(), range.count(&day, &[]))).collect();
        range
    }

    /// Posts beyond the supply, of those kept without `gone`; not above 0: no proof.
    pub fn lacking(&self, gone: &[usize]) -> i64 {
        let (mut posts, mut shortest) = (0, i64::MAX);
        for (at, shift) in self.shifts.iter().enumerate() {
            if self.kept[at] && !gone.contains(&at) {
                posts += i64::from(self.posts[at]);
                shortest = shortest.min(self.muster.ground.shift(*shift).minutes());
            }
        }
        let rules = &self.muster.ground.strike.rules;
        let fit = (rules.minutes_per_week / shortest.max(1)).clamp(0, 24 * 60);
        let most: usize = self.days.iter().map(|(_, counter)| counter.levels.len()).sum();
        let mut week = Counter::new(self.muster, most.min(fit as usize));
        for (day, counter) in &self.days {
            if day.iter().any(|at| gone.contains(at)) {
                self.count(day, gone).levels.iter().for_each(|level| week.add(level));
            } else {
                counter.levels.iter().for_each(|level| week.add(level));
            }
        }
        posts - i64::from(week.total())
    }

    /// Takes shifts out for good.
    pub fn remove(&mut self, gone: &[usize]) {
        for at in gone {
            self.kept[*at] = false;
        }
        for number in 0..self.days.len() {
            if self.days[number].0.iter().any(|at| gone.contains(at)) {
                let left: Vec<usize> = self.days[number].0.iter().copied().filter(|at| self.kept[*at]).collect();
                let counter = self.count(&left, &[]);
                self.days[number] = (left, counter);
            }
        }
        self.days.retain(|(day, _)| !day.is_empty());
    }

    /// Whether the shift at `at` is still in.
    pub fn has(&self, at: usize) -> bool {
        self.kept[at]
    }

    /// The shifts that are left, in order.
    pub fn left(&self) -> Vec<ShiftIx> {
        let mut left: Vec<ShiftIx> =
            self.shifts.iter().zip(&self.kept).filter(|(_, kept)| **kept).map(|(shift, _)| *shift).collect();
        left.sort_unstable();
        left
    }

    /// What one look at [`Range::lacking`] costs, in sets gone through.
    pub fn cost(&self) -> u64 {
        let levels: usize = self.days.iter().map(|(_, counter)| counter.levels.len()).sum();
        let day = self.days.iter().map(|(day, _)| day.len()).max().unwrap_or(0);
        (day + levels * levels.min(8)) as u64
    }

    fn count(&self, day: &[usize], gone: &[usize]) -> Counter {
        let limit = (self.muster.ground.strike.rules.shifts_per_day as usize).min(day.len());
        let mut counter = Counter::new(self.muster, limit);
        day.iter().filter(|at| self.kept[**at] && !gone.contains(at)).for_each(|at| counter.add(&self.able[*at]));
        counter
    }
}
