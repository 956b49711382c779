//! One member's weeks: which slots together are worth most.
//!
//! Slots are gone through week by week in order of start; what is known of each is the most that a choice ending there is worth, by
//! the time that it takes of the week (Dantzig, *Discrete-variable extremum problems*, 1957, of each week's hours).
//!
//! Whatever the rules allow one member is a choice here: only what lies next to each other in that order is asked about rest and
//! about the day, so where time zones differ a choice may be too good, and never too bad. A proof holds either way.

use crate::engine::plan::live::Live;
use crate::engine::plan::task::Task;

/// A slot that a member may stand in.
#[derive(Clone, Copy, Debug)]
struct Page {
    slot: u32,
    day: u32,
    week: u16,
    /// Time it takes, in units.
    units: usize,
    /// Units that there are in its week, and shifts on its day.
    most: usize,
    left: usize,
    /// All pages before this one are on other days and far enough away to be stood in as well.
    far: usize,
    /// The first page of its week.
    week_begin: usize,
}

/// The slots open to one member, in order of week and start.
#[derive(Clone, Debug)]
pub(super) struct Diary {
    pages: Vec<Page>,
    /// The most shifts on a day.
    days: usize,
    /// One more than the most units in a week.
    units: usize,
}

/// Room for choices, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// By page, shifts on the day so far and units of the week so far: the most, and the state before.
    worth: Vec<(i64, usize)>,
    /// By page and units, the best state of that page or one before it in the same week.
    so_far: Vec<usize>,
    /// By page, the best state of it or one before it.
    any: Vec<usize>,
}

const NONE: usize = usize::MAX;
/// What can't be.
const NEVER: i64 = i64::MIN / 2;

impl Diary {
    /// A member's slots out of `slots`, in order of week and start, beside what the member has in the roster; in units of so many
    /// minutes, which go into the length of each.
    pub(super) fn new(live: &Live, member: u32, slots: &[u32], unit: i64) -> Self {
        let task = live.task;
        let has = live.of(member).iter().map(|stand| &task.slots[task.slot_of(stand.shift) as usize]);
        let mut pages: Vec<Page> = Vec::with_capacity(slots.len());
        for &slot in slots {
            let is = &task.slots[slot as usize];
            let near = |page: &Page| page.day == is.day || task.clash.has(page.slot, slot);
            let used: i64 = has.clone().filter(|other| other.week == is.week).map(|other| other.minutes).sum();
            let today = has.clone().filter(|other| other.day == is.day).count();
            pages.push(Page {
                slot,
                day: is.day,
                week: is.week,
                units: (is.minutes / unit) as usize,
                most: ((task.week_cap() - used).max(0) / unit) as usize,
                left: (task.ground.strike.rules.shifts_per_day as usize).saturating_sub(today),
                far: pages.iter().position(near).unwrap_or(pages.len()),
                week_begin: pages.iter().position(|page| page.week == is.week).unwrap_or(pages.len()),
            });
        }
        let days = pages.iter().map(|page| page.left).max().unwrap_or(0).max(1);
        let units = pages.iter().map(|page| page.most).max().unwrap_or(0) + 1;
        Self { pages, days, units }
    }

    /// How many states a choice goes through: what it costs.
    pub(super) fn size(&self) -> usize {
        self.pages.len() * self.days * self.units
    }

    /// Which pages together are worth most, given what each is worth, and what they come to. Pages worth nothing are left out.
    pub(super) fn best(&self, task: &Task, worth: &[i64], room: &mut Room) -> (i64, Vec<usize>) {
        room.worth.clear();
        room.worth.resize(self.size(), (NEVER, NONE));
        room.so_far.clear();
        room.so_far.resize(self.pages.len() * self.units, NONE);
        room.any.clear();
        for (i, page) in self.pages.iter().enumerate() {
            if worth[i] > 0 && page.left > 0 && page.units <= page.most {
                self.end_with(task, i, worth[i], room);
            }
            self.look_back(i, room);
        }
        let Some(mut at) = room.any.last().copied().filter(|at| *at != NONE) else { return (0, Vec::new()) };
        let sum = room.worth[at].0;
        let mut chosen = Vec::new();
        while at != NONE {
            chosen.push(at / self.units / self.days);
            at = room.worth[at].1;
        }
        chosen.reverse();
        (sum, chosen)
    }

    /// The number of the state of a page with so many shifts on its day and so many units of its week used.
    fn state(&self, page: usize, today: usize, used: usize) -> usize {
        (page * self.days + today - 1) * self.units + used
    }

    /// Every choice that ends with a page.
    fn end_with(&self, task: &Task, i: usize, worth: i64, room: &mut Room) {
        let page = self.pages[i];
        let put = |room: &mut Room, today: usize, used: usize, before: usize| {
            let sum = worth + if before == NONE { 0 } else { room.worth[before].0 };
            let at = &mut room.worth[self.state(i, today, used)];
            if used <= page.most && sum > at.0 {
                *at = (sum, before);
            }
        };
        let earlier = page.far.min(page.week_begin).checked_sub(1).map_or(NONE, |last| room.any[last]);
        put(room, 1, page.units, earlier);
        if page.far > page.week_begin {
            for used in 0..=page.most - page.units {
                let before = room.so_far[(page.far - 1) * self.units + used];
                if before != NONE {
                    put(room, 1, used + page.units, before);
                }
            }
        }
        for (j, near) in self.pages.iter().enumerate().take(i).skip(page.far) {
            if task.clash.has(near.slot, page.slot) {
                continue;
            }
            for today in 1..=near.left.min(self.days) {
                let after = if near.day == page.day { today + 1 } else { 1 };
                if after > page.left {
                    continue;
                }
                for used in 0..=near.most {
                    let before = self.state(j, today, used);
                    let now = if near.week == page.week { used + page.units } else { page.units };
                    if room.worth[before].0 > NEVER && now <= page.most {
                        put(room, after, now, before);
                    }
                }
            }
        }
    }

    /// The best states up to a page.
    fn look_back(&self, i: usize, room: &mut Room) {
        let mut any = if i > 0 { room.any[i - 1] } else { NONE };
        for used in 0..self.units {
            let is_first = i == self.pages[i].week_begin;
            let mut best = if is_first { NONE } else { room.so_far[(i - 1) * self.units + used] };
            for today in 1..=self.days {
                best = better(room, best, self.state(i, today, used));
            }
            room.so_far[i * self.units + used] = best;
            any = better(room, any, best);
        }
        room.any.push(any);
    }
}

/// The better of two states; the first where they are alike.
fn better(room: &Room, a: usize, b: usize) -> usize {
    let worth = |state: usize| if state == NONE { NEVER } else { room.worth[state].0 };
    if worth(b) > worth(a) { b } else { a }
}
