//! The best roster of a small strike, level by level, as whole-number programs.
//!
//! Every hard rule is a row. Each level's best is found, then kept as a row
//! while the next is sought: the contract's order, word for word.

use super::levels;
use super::milp::{Program, Sense, Trouble};
use super::roster::{Roster, Seat};
use super::rules;
use super::strike::Strike;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

pub type Aim = Vec<(usize, i64)>;

pub struct Exact<'a> {
    strike: &'a Strike,
    program: Program,
    time: Duration,
    /// (member, shift) → whether the member stands there.
    stands: BTreeMap<(usize, usize), usize>,
    /// (member, shift, duty) → whether the member holds that post.
    holds: BTreeMap<(usize, usize, String), usize>,
    /// (member, week) → hours up to full strike pay, in `unit` minutes.
    hours: BTreeMap<(usize, NaiveDate), usize>,
    unit: i64,
    aims: [Aim; 5],
    /// What each shift adds to the first four levels.
    parts: BTreeMap<(usize, usize), Aim>,
    point: Option<Vec<i64>>,
}

impl<'a> Exact<'a> {
    /// `pins` stay as they are; everyone else stands where the rules allow.
    pub fn new(strike: &'a Strike, pins: &[Seat], time: Duration) -> Self {
        let mut exact = Self {
            strike,
            program: Program::default(),
            time,
            stands: BTreeMap::new(),
            holds: BTreeMap::new(),
            hours: BTreeMap::new(),
            unit: 1,
            aims: Default::default(),
            parts: BTreeMap::new(),
            point: None,
        };
        exact.people(pins);
        exact.posts();
        exact.clashes(pins);
        exact.days_and_weeks();
        exact.pools();
        exact
    }

    pub fn size(&self) -> usize {
        self.stands.len()
    }

    fn people(&mut self, pins: &[Seat]) {
        let strike = self.strike;
        for shift in 0..strike.shifts.len() {
            for member in 0..strike.members.len() {
                let pin = pins.iter().find(|p| (p.member, p.shift) == (member, shift));
                if pin.is_none() && !rules::eligible(strike, member, shift) {
                    continue;
                }
                let var = self.program.var(i64::from(pin.is_some()), 1);
                self.stands.insert((member, shift), var);
                let duties = std::iter::once("captain")
                    .chain(strike.shifts[shift].needs.keys().map(String::as_str))
                    .filter(|duty| strike.members[member].skills.contains(*duty));
                let mut posts = vec![(var, -1)];
                for duty in duties {
                    let post = self.program.var(0, 1);
                    if let Some(pin) = pin {
                        self.program.fix(post, i64::from(pin.duty == duty));
                    }
                    self.holds.insert((member, shift, duty.to_owned()), post);
                    posts.push((post, 1));
                }
                if posts.len() > 1 {
                    self.program.row(&posts, Sense::AtMost, 0);
                }
            }
        }
    }

    /// Everyone who may stand on a shift, one term each.
    fn standing(&self, shift: usize) -> Aim {
        let on = self.stands.iter().filter(|((_, s), _)| *s == shift);
        on.map(|(_, var)| (*var, 1)).collect()
    }

    fn posts(&mut self) {
        for (index, shift) in self.strike.shifts.iter().enumerate() {
            let heads = self.standing(index);
            self.program.row(&heads, Sense::AtMost, shift.maximum as i64);
            for duty in std::iter::once("captain").chain(shift.needs.keys().map(String::as_str)) {
                let on = self.holds.iter().filter(|((_, s, d), _)| *s == index && d == duty);
                let holders: Aim = on.map(|(_, var)| (*var, 1)).collect();
                self.program.row(&holders, Sense::AtMost, shift.posts(duty) as i64);
                self.add(usize::from(duty != "captain"), index, &holders);
            }
            for (level, asked) in [(2, shift.minimum), (3, shift.target)] {
                let filled = self.program.var(0, asked as i64);
                let mut row = vec![(filled, 1)];
                row.extend(heads.iter().map(|(var, _)| (*var, -1)));
                self.program.row(&row, Sense::AtMost, 0);
                self.add(level, index, &[(filled, 1)]);
            }
        }
    }

    fn add(&mut self, level: usize, shift: usize, aim: &[(usize, i64)]) {
        self.aims[level].extend(aim);
        self.parts.entry((level, shift)).or_default().extend(aim);
    }

    /// Overlap and rest. A shift with its rest after it is a stretch of time;
    /// of the stretches that lie over one instant a member takes one. Told
    /// instant by instant, and not pair by pair, the rows leave few fractions.
    fn clashes(&mut self, pins: &[Seat]) {
        let strike = self.strike;
        for member in 0..strike.members.len() {
            let theirs: Vec<(usize, usize)> =
                self.stands.range((member, 0)..(member + 1, 0)).map(|((_, shift), var)| (*shift, *var)).collect();
            let rows: BTreeSet<Vec<(usize, usize)>> = theirs
                .iter()
                .map(|(first, _)| {
                    let at = strike.shifts[*first].span.0;
                    let over = |(shift, _): &&(usize, usize)| {
                        let span = strike.shifts[*shift].span;
                        span.0 <= at && at < span.1 + strike.rest
                    };
                    theirs.iter().filter(over).copied().collect()
                })
                .collect();
            for row in rows.iter().filter(|row| row.len() > 1) {
                let pinned =
                    |(shift, _): &&(usize, usize)| pins.iter().any(|p| (p.member, p.shift) == (member, *shift));
                // Two pins may stand too close, by a person's word.
                let most = row.iter().filter(pinned).count().max(1);
                let row: Aim = row.iter().map(|(_, var)| (*var, 1)).collect();
                self.program.row(&row, Sense::AtMost, most as i64);
            }
        }
    }

    fn days_and_weeks(&mut self) {
        let strike = self.strike;
        let lengths = strike.shifts.iter().map(super::strike::Shift::minutes);
        let common = lengths.fold(0, gcd).max(1);
        self.unit = gcd(common, strike.pay_minutes).max(1);
        for member in 0..strike.members.len() {
            let mut days: BTreeMap<NaiveDate, Aim> = BTreeMap::new();
            let mut weeks: BTreeMap<NaiveDate, Aim> = BTreeMap::new();
            for (&(_, shift), &var) in self.stands.range((member, 0)..(member + 1, 0)) {
                let shift = &strike.shifts[shift];
                days.entry(shift.date).or_default().push((var, 1));
                weeks.entry(shift.week).or_default().push((var, shift.minutes() / common));
            }
            for row in days.values().filter(|row| row.len() > strike.shifts_per_day) {
                self.program.row(row, Sense::AtMost, strike.shifts_per_day as i64);
            }
            for (week, row) in weeks {
                self.program.row(&row, Sense::AtMost, strike.week_minutes / common);
                let hours = self.program.var(0, strike.pay_minutes / self.unit);
                let scale = common / self.unit;
                let mut told = vec![(hours, 1)];
                told.extend(row.iter().map(|(var, length)| (*var, -length * scale)));
                self.program.row(&told, Sense::AtMost, 0);
                self.hours.insert((member, week), hours);
                self.aims[4].push((hours, 1));
            }
        }
    }

    fn pools(&mut self) {
        for pool in &self.strike.pools {
            let theirs: BTreeSet<usize> = self
                .stands
                .keys()
                .filter(|(member, _)| pool.members.contains(member))
                .map(|(_, shift)| *shift)
                .collect();
            let theirs: Vec<usize> = theirs.into_iter().collect();
            let sets: BTreeSet<BTreeSet<usize>> =
                rules::moments(self.strike, pool, &theirs).into_iter().map(|moment| moment.shifts).collect();
            for set in &sets {
                if sets.iter().any(|other| other != set && set.is_subset(other)) {
                    continue;
                }
                let mut away = Aim::new();
                for &member in &pool.members {
                    let on: Vec<(usize, usize)> =
                        set.iter().filter_map(|s| Some((*s, *self.stands.get(&(member, *s))?))).collect();
                    let apart = |a: usize, b: usize| !self.one_of(a, b);
                    let both = on.iter().any(|(a, _)| on.iter().any(|(b, _)| a != b && apart(*a, *b)));
                    if !both {
                        away.extend(on.iter().map(|(_, var)| (*var, 1)));
                        continue;
                    }
                    // Away on both of two shifts is away once.
                    let gone = self.program.var(0, 1);
                    for (first, _) in &on {
                        let mut row = vec![(gone, -1)];
                        let from = on.iter().filter(|(s, _)| s == first || self.one_of(*first, *s));
                        let mut taken: Vec<usize> = Vec::new();
                        for (shift, var) in from {
                            if taken.iter().all(|t| self.one_of(*t, *shift)) {
                                taken.push(*shift);
                                row.push((*var, 1));
                            }
                        }
                        self.program.row(&row, Sense::AtMost, 0);
                    }
                    away.push((gone, 1));
                }
                if away.len() > pool.spare {
                    self.program.row(&away, Sense::AtMost, pool.spare as i64);
                }
            }
        }
    }

    /// Whether nobody but by pins can stand on both.
    fn one_of(&self, a: usize, b: usize) -> bool {
        let same_day = self.strike.shifts[a].date == self.strike.shifts[b].date;
        (same_day && self.strike.shifts_per_day == 1) || rules::clash(self.strike, a, b).is_some()
    }

    fn best(&mut self, aim: &Aim) -> Result<i64, Trouble> {
        let best = self.program.maximise(aim, self.point.as_deref(), self.time)?;
        self.point = Some(best.point);
        Ok(best.value)
    }

    /// The most that can be filled of a level, given what is kept; not yet kept.
    /// Hours are in minutes.
    pub fn most(&mut self, level: usize) -> Result<i64, Trouble> {
        let aim = self.aims[level].clone();
        Ok(self.best(&aim)? * self.scale(level))
    }

    /// From here on a level is filled at least so far.
    pub fn keep(&mut self, level: usize, value: i64) {
        let aim = self.aims[level].clone();
        self.program.row(&aim, Sense::AtLeast, value / self.scale(level));
    }

    fn scale(&self, level: usize) -> i64 {
        if level == 4 { self.unit } else { 1 }
    }

    /// Levels 1 to 5, each at its best given those above.
    pub fn levels(&mut self) -> Result<[i64; 5], Trouble> {
        let mut found = [0; 5];
        for (level, value) in found.iter_mut().enumerate() {
            *value = self.most(level)?;
            self.keep(level, *value);
        }
        Ok(found)
    }

    /// Level 5's fairness, after [`Self::levels`]: of two lists sorted upwards
    /// the lexicographically greater has, at the first amount where they
    /// differ, fewer member-weeks at or below it. So those are made fewest,
    /// amount by amount.
    pub fn fair(&mut self) -> Result<Vec<i64>, Trouble> {
        let full = self.strike.pay_minutes / self.unit;
        let mut amounts = BTreeSet::from([0]);
        for shift in &self.strike.shifts {
            let length = shift.minutes() / self.unit;
            // As often as it fits: more sums than can occur do no harm.
            for _ in 0..=full / length.max(1) {
                let more: Vec<i64> = amounts.iter().map(|a| (a + length).min(full)).collect();
                let before = amounts.len();
                amounts.extend(more);
                if amounts.len() == before {
                    break;
                }
            }
        }
        let amounts: Vec<i64> = amounts.into_iter().collect();
        for pair in amounts.windows(2) {
            let hours: Vec<usize> = self.hours.values().copied().collect();
            let mut point = self.point.clone();
            let mut few = Aim::new();
            for var in hours {
                let low = self.program.var(0, 1);
                self.program.row(&[(var, 1), (low, pair[1])], Sense::AtLeast, pair[1]);
                if let Some(point) = &mut point {
                    point.push(i64::from(point[var] < pair[1]));
                }
                few.push((low, -1));
            }
            self.point = point;
            let best = self.best(&few)?;
            self.program.row(&few, Sense::AtLeast, best);
        }
        Ok(levels::hours(self.strike, &self.roster()))
    }

    /// Level 6, after [`Self::fair`]: the least sum of squares of heads above
    /// target, which is at its least when they are spread evenly.
    pub fn spread(&mut self) -> Result<i64, Trouble> {
        let mut costs = Aim::new();
        for (index, shift) in self.strike.shifts.iter().enumerate() {
            let heads = self.standing(index);
            let room = shift.maximum.min(heads.len()).saturating_sub(shift.target);
            let mut row: Aim = heads;
            for step in 0..room {
                let over = self.program.var(0, 1);
                row.push((over, -1));
                costs.push((over, -(2 * step as i64 + 1)));
            }
            if room > 0 {
                self.program.row(&row, Sense::AtMost, shift.target as i64);
            }
        }
        self.point = None;
        let best = self.best(&costs)?;
        self.program.row(&costs, Sense::AtLeast, best);
        Ok(-best)
    }

    /// Level 7, first part, after [`Self::spread`]: the fewest seats that differ from what was told.
    pub fn changes(&mut self, told: &Roster) -> Result<i64, Trouble> {
        let was = |pair: &(usize, usize)| told.seats.iter().any(|seat| (seat.member, seat.shift) == *pair);
        let gone = told.seats.iter().filter(|s| !self.stands.contains_key(&(s.member, s.shift)));
        let mut always = gone.count() as i64;
        let mut aim = Aim::new();
        for (pair, var) in &self.stands {
            always += i64::from(was(pair));
            aim.push((*var, if was(pair) { 1 } else { -1 }));
        }
        let best = self.best(&aim)?;
        self.program.row(&aim, Sense::AtLeast, best);
        Ok(always - best)
    }

    /// Level 7, the rest: the least that places cost the members who stand there, by `cost` of member and shift.
    pub fn least(&mut self, cost: impl Fn(usize, usize) -> i64) -> Result<i64, Trouble> {
        let aim: Aim = self.stands.iter().map(|(&(member, shift), var)| (*var, -cost(member, shift))).collect();
        let best = self.best(&aim)?;
        self.program.row(&aim, Sense::AtLeast, best);
        Ok(-best)
    }

    /// The most that any roster can fill of a level over some shifts alone.
    pub fn supply(&mut self, level: usize, shifts: &[usize]) -> Result<i64, Trouble> {
        let parts = shifts.iter().filter_map(|shift| self.parts.get(&(level, *shift)));
        let aim: Aim = parts.flatten().copied().collect();
        self.best(&aim)
    }

    /// The most heads that can stand on a shift while no other shift that is no
    /// gap in `roster` becomes one; with `keep`, while no other gap grows either.
    pub fn heads_without_a_new_gap(&mut self, roster: &Roster, shift: usize, keep: bool) -> Result<i64, Trouble> {
        for (index, other) in self.strike.shifts.iter().enumerate() {
            let state = levels::state(self.strike, roster, index);
            if index == shift || (state.is_gap() && !keep) {
                continue;
            }
            let least = state.heads.min(other.minimum.max(1)) as i64;
            let heads = self.standing(index);
            self.program.row(&heads, Sense::AtLeast, least);
            let captains = std::iter::once(("captain", state.captains));
            let skills = state.skills.iter().map(|(skill, count)| (skill.as_str(), *count));
            for (duty, filled) in captains.chain(skills) {
                let on = self.holds.iter().filter(|((_, s, d), _)| *s == index && d == duty);
                let holders: Aim = on.map(|(_, var)| (*var, 1)).collect();
                self.program.row(&holders, Sense::AtLeast, filled as i64);
            }
        }
        let aim = self.standing(shift);
        self.best(&aim)
    }

    /// The roster last found.
    pub fn roster(&self) -> Roster {
        let mut roster = Roster::default();
        let Some(point) = &self.point else {
            return roster;
        };
        for (&(member, shift), &var) in &self.stands {
            if point[var] == 1 {
                let duty = self
                    .holds
                    .iter()
                    .find(|((m, s, _), post)| (*m, *s) == (member, shift) && point[**post] == 1)
                    .map_or("picket", |((_, _, duty), _)| duty);
                roster.seat(shift, member, duty);
            }
        }
        roster
    }
}

pub fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
