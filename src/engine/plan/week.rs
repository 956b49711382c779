//! One member's week: which slots are open, how many the member can stand in, and what each earns.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::task::Task;

/// What a member can give in one week, as far as the member alone goes.
#[derive(Clone, Debug, Default)]
pub(super) struct Week {
    /// Open slots of each day on which there are any, with how many of them can be stood.
    pub(super) days: Vec<(u32, Vec<u32>, i32)>,
    /// How many shifts at most: proven, though not always within reach.
    pub(super) most: i32,
    /// Most minutes that the k-th shift can add, longest first.
    pub(super) lengths: Vec<i64>,
    /// Minutes that stay in any case.
    pub(super) fixed: i64,
}

/// Weeks by what they are made of: most members' are like many others'.
#[derive(Default)]
pub(super) struct Weeks {
    known: FxHashMap<Vec<u32>, Rc<Week>>,
    open: Vec<u32>,
}

impl Weeks {
    /// A member's week, of those slots that are open to the member and `offered`.
    pub(super) fn of(&mut self, task: &Task, member: u32, week: u16, offered: &[bool]) -> Rc<Week> {
        self.open.clear();
        let open = |s: &&u32| offered[**s as usize] && task.open.has(member, **s);
        self.open.extend(task.week_slots[usize::from(week)].iter().filter(open));
        if !task.fixed[member as usize].is_empty() {
            return Rc::new(Week::new(task, member, week, &self.open));
        }
        if let Some(known) = self.known.get(&self.open) {
            return Rc::clone(known);
        }
        let made = Rc::new(Week::new(task, member, week, &self.open));
        self.known.insert(self.open.clone(), Rc::clone(&made));
        made
    }
}

impl Week {
    /// A member's week of these open slots.
    fn new(task: &Task, member: u32, week: u16, open: &[u32]) -> Self {
        let per_day = task.ground.strike.rules.shifts_per_day;
        let fixed = task.fixed_minutes(member, week);
        let mut out = Self { fixed, ..Self::default() };
        for &s in open {
            let day = task.slots[s as usize].day;
            // Slots are in order of start, and two time zones can put an earlier date behind a later one.
            match out.days.iter_mut().find(|d| d.0 == day) {
                Some(entry) => entry.1.push(s),
                None => out.days.push((day, vec![s], 0)),
            }
        }
        let mut crowded = false;
        for (day, slots, cap) in &mut out.days {
            let left = if task.fixed[member as usize].is_empty() {
                per_day
            } else {
                per_day - task.fixed_in_day(member, *day).min(per_day)
            };
            *cap = if left == 1 { 1 } else { apart(task, slots).min(left as i32) };
            let other_day = |t: &u32| task.slots[*t as usize].day != *day && open.binary_search(t).is_ok();
            crowded |= slots.iter().any(|&s| task.clash.row(s).any(|t| other_day(&t)));
        }
        let mut lengths: Vec<i64> = Vec::new();
        let mut shortest: Vec<i64> = Vec::new();
        for (_, slots, cap) in &out.days {
            let mut day: Vec<i64> = slots.iter().map(|&s| task.slots[s as usize].minutes).collect();
            day.sort_unstable();
            shortest.extend(day.iter().take(*cap as usize));
            lengths.extend(day.iter().rev().take(*cap as usize));
        }
        shortest.sort_unstable();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        let mut left = task.week_cap() - fixed;
        let fits = shortest
            .iter()
            .take_while(|&&l| {
                left -= l;
                left >= 0
            })
            .count();
        out.most = fits as i32;
        if crowded {
            let mut all: Vec<u32> = out.days.iter().flat_map(|d| d.1.iter().copied()).collect();
            all.sort_unstable();
            out.most = out.most.min(apart(task, &all));
        }
        lengths.truncate(out.most as usize);
        out.lengths = lengths;
        out
    }

    /// What the k-th shift adds towards full strike pay, at most: never rising.
    pub(super) fn gains(&self, pay: i64) -> Vec<i64> {
        let mut before = self.fixed;
        let step = |&l: &i64| {
            let gain = (before + l).min(pay) - before.min(pay);
            before += l;
            gain
        };
        self.lengths.iter().map(step).collect()
    }

    /// Minutes before the k-th shift: the price of fairness, rising.
    pub(super) fn heights(&self) -> Vec<i64> {
        let mut before = self.fixed;
        self.lengths
            .iter()
            .map(|&l| {
                before += l;
                before - l
            })
            .collect()
    }
}

/// The most slots, out of these (in order of start), that one member could stand in as far as overlap and rest go: taking
/// the one that ends first is best, as for any set of spans.
fn apart(task: &Task, slots: &[u32]) -> i32 {
    let rest = task.ground.strike.rules.min_rest_minutes;
    let mut by_end: Vec<_> = slots.iter().map(|&s| task.slots[s as usize].span).collect();
    by_end.sort_unstable_by_key(|span| (span.end, span.start));
    let mut count = 0;
    let mut free = None;
    for span in by_end {
        if free.is_none_or(|at| span.start >= at) {
            count += 1;
            free = Some(span.end.plus_minutes(rest.max(0)));
        }
    }
    count
}
