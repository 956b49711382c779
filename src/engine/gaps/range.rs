//! A set of shifts in the search for a proof: what it asks for beyond what can be supplied, kept right while shifts are taken
//! out and put back.
//!
//! Each member who can stand on any of the shifts is counted once, by day and by length of shift; taking a shift out touches
//! only those who can stand there. The numbers are those of [`Need::supply`], but for members whom an older strike allowed
//! more than this one does: what comes of the search is counted anew before it is told.

use super::crowd::{Crowd, Ranks};
use super::muster::Muster;
use super::supply::Need;
use crate::model::ShiftIx;
use std::collections::BTreeSet;

/// Shifts of one week.
#[derive(Debug)]
pub(super) struct Range {
    /// All of them, kept or not.
    pub shifts: Vec<ShiftIx>,
    kept: Vec<bool>,
    posts: Vec<i64>,
    /// Of each shift, which of the days and which of the lengths is its own.
    kinds: Vec<(usize, usize)>,
    /// Of each shift, where its members begin in `able`; and where the last one's end.
    begins: Vec<usize>,
    /// Who can stand on each, by their numbers here.
    able: Vec<u32>,
    /// Minutes of a shift, the shortest first.
    lengths: Vec<i64>,
    days: usize,
    /// By member and day, by member and length: kept shifts open to the member.
    by_day: Vec<u32>,
    by_length: Vec<u32>,
    people: Vec<Person>,
    per_day: u32,
    minutes_per_week: i64,
    lacking: i64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Person {
    /// Kept shifts that the days allow.
    in_days: u32,
    /// Posts that the member can fill.
    supply: u32,
}

impl Range {
    /// `shifts` are of one week.
    pub fn new(muster: &Muster, need: &Need, shifts: Vec<ShiftIx>) -> Self {
        let rules = &muster.ground.strike.rules;
        let of = |ix: &ShiftIx| muster.ground.shift(*ix);
        let dates: BTreeSet<_> = shifts.iter().map(|ix| of(ix).date).collect();
        let lengths: BTreeSet<i64> = shifts.iter().map(|ix| of(ix).minutes()).collect();
        let (dates, lengths): (Vec<_>, Vec<_>) = (dates.into_iter().collect(), lengths.into_iter().collect());
        let kind = |ix: &ShiftIx| {
            let at = |found: Result<usize, usize>| found.unwrap_or(0);
            (at(dates.binary_search(&of(ix).date)), at(lengths.binary_search(&of(ix).minutes())))
        };
        let crowds: Vec<Crowd> = shifts.iter().map(|ix| need.able(muster, *ix)).collect();
        let mut anyone = muster.nobody();
        for crowd in &crowds {
            anyone.join(crowd);
        }
        let numbers = Ranks::new(&anyone);
        let (mut begins, mut able) =
            (vec![0], Vec::with_capacity(crowds.iter().map(|each| each.count() as usize).sum()));
        for crowd in &crowds {
            able.extend(crowd.iter().map(|member| numbers.of(member)));
            begins.push(able.len());
        }
        let people = anyone.count() as usize;
        let mut range = Self {
            kept: vec![false; shifts.len()],
            posts: shifts.iter().map(|ix| i64::from(need.posts(of(ix)))).collect(),
            kinds: shifts.iter().map(kind).collect(),
            begins,
            able,
            days: dates.len(),
            by_day: vec![0; people * dates.len()],
            by_length: vec![0; people * lengths.len()],
            people: vec![Person::default(); people],
            lengths,
            per_day: rules.shifts_per_day,
            minutes_per_week: rules.minutes_per_week,
            lacking: 0,
            shifts,
        };
        (0..range.shifts.len()).for_each(|at| range.put(at));
        range
    }

    /// Posts beyond the supply; not above 0: no proof.
    pub fn lacking(&self) -> i64 {
        self.lacking
    }

    /// How much less would be lacking without the shift at `at`.
    pub fn share(&self, at: usize) -> i64 {
        let (day, length) = self.kinds[at];
        let lost = |&member: &u32| {
            let member = member as usize;
            let person = self.people[member];
            let in_days = person.in_days - u32::from(self.by_day[member * self.days + day] <= self.per_day);
            i64::from(person.supply - in_days.min(self.fit(member, Some(length))))
        };
        self.posts[at] - self.members(at).iter().map(lost).sum::<i64>()
    }

    /// Takes the shift at `at` out.
    pub fn take(&mut self, at: usize) {
        let (day, length) = self.kinds[at];
        self.kept[at] = false;
        self.lacking -= self.posts[at];
        for slot in self.begins[at]..self.begins[at + 1] {
            let member = self.able[slot] as usize;
            let open = &mut self.by_day[member * self.days + day];
            let counted = *open <= self.per_day;
            *open -= 1;
            self.by_length[member * self.lengths.len() + length] -= 1;
            self.people[member].in_days -= u32::from(counted);
            self.settle(member);
        }
    }

    /// Puts the shift at `at` (back) in.
    pub fn put(&mut self, at: usize) {
        let (day, length) = self.kinds[at];
        self.kept[at] = true;
        self.lacking += self.posts[at];
        for slot in self.begins[at]..self.begins[at + 1] {
            let member = self.able[slot] as usize;
            let open = &mut self.by_day[member * self.days + day];
            *open += 1;
            let counted = *open <= self.per_day;
            self.by_length[member * self.lengths.len() + length] += 1;
            self.people[member].in_days += u32::from(counted);
            self.settle(member);
        }
    }

    /// Puts everything back in.
    pub fn put_all(&mut self) {
        for at in 0..self.shifts.len() {
            if !self.kept[at] {
                self.put(at);
            }
        }
    }

    /// Whether the shift at `at` is in.
    pub fn has(&self, at: usize) -> bool {
        self.kept[at]
    }

    /// How many can stand on the shift at `at`: what it costs to take it out.
    pub fn cost(&self, at: usize) -> u64 {
        self.members(at).len() as u64
    }

    /// What the set cost to make, in the same measure.
    pub fn size(&self) -> u64 {
        self.able.len() as u64
    }

    /// The shifts that are in, in order.
    pub fn left(&self) -> Vec<ShiftIx> {
        let all = self.shifts.iter().zip(&self.kept);
        let mut left: Vec<ShiftIx> = all.filter(|(_, kept)| **kept).map(|(shift, _)| *shift).collect();
        left.sort_unstable();
        left
    }

    fn members(&self, at: usize) -> &[u32] {
        &self.able[self.begins[at]..self.begins[at + 1]]
    }

    /// What `member` supplies now.
    fn settle(&mut self, member: usize) {
        let supply = self.people[member].in_days.min(self.fit(member, None));
        let person = &mut self.people[member];
        self.lacking += i64::from(person.supply) - i64::from(supply);
        person.supply = supply;
    }

    /// How many of the shifts open to `member` fit into the week, the shortest first; without one of the length `without`.
    fn fit(&self, member: usize, without: Option<usize>) -> u32 {
        let (mut minutes, mut fit) = (self.minutes_per_week, 0);
        let open = &self.by_length[member * self.lengths.len()..][..self.lengths.len()];
        for (at, (length, open)) in self.lengths.iter().zip(open).enumerate() {
            let open = i64::from(*open) - i64::from(without == Some(at));
            let here = open.min(minutes / length.max(&1));
            fit += here as u32;
            minutes -= here * length;
            if here < open {
                break;
            }
        }
        fit
    }
}
