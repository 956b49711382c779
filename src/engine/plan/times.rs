//! To which times of a week a member could move one shift, as far as the member's other shifts go.

use super::live::Live;
use super::task::{Stand, Task};

/// Sets of times, a bit for each slot of a week in its order, so many words each.
pub(super) struct Times {
    words: usize,
    /// By slot, its number in the week; of no meaning for those of other weeks.
    number: Vec<u32>,
    /// By slot of any week, the times that nobody who stands in it has as well. Of several shifts a day only those that overlap
    /// or leave too little rest are meant.
    taken: Vec<u64>,
    /// By slot, the times of the same length, where changing from one to the other is nothing to another week; and itself.
    alike: Vec<u64>,
    /// By slot, the times that whoever leaves it may come free at.
    around: Vec<u64>,
    /// By member, the times that are open.
    open: Vec<u64>,
}

impl Times {
    /// Of one week.
    pub(super) fn new(task: &Task, week: u16) -> Self {
        let slots = &task.week_slots[usize::from(week)];
        let words = slots.len().div_ceil(64);
        let mut number = vec![0; task.slots.len()];
        for (i, &slot) in slots.iter().enumerate() {
            number[slot as usize] = i as u32;
        }
        let once = task.ground.strike.rules.shifts_per_day == 1;
        let border = border(task);
        let day = |slot: u32| task.slots[slot as usize].day;
        let minutes = |slot: u32| task.slots[slot as usize].minutes;
        let all = 0..task.slots.len() as u32;
        let rows = |count: std::ops::Range<u32>, has: &dyn Fn(u32, u32) -> bool| -> Vec<u64> {
            count.flat_map(|row| set(slots, |slot| has(row, slot))).collect()
        };
        let apart = |a: u32, b: u32| border[a as usize] || border[b as usize] || minutes(a) != minutes(b);
        Self {
            words,
            taken: rows(all.clone(), &|a, b| a == b || task.clash.has(a, b) || once && day(a) == day(b)),
            around: rows(all.clone(), &|a, b| a == b || task.clash.has(a, b) || day(a) == day(b)),
            alike: rows(all, &|a, b| a == b || !apart(a, b)),
            open: rows(0..task.people.len() as u32, &|member, slot| task.open.has(member, slot)),
            number,
        }
    }

    /// The number of a slot of the week.
    pub(super) fn number(&self, slot: u32) -> u32 {
        self.number[slot as usize]
    }

    /// How many words a set of times takes.
    pub(super) fn words(&self) -> usize {
        self.words
    }

    /// The times that whoever leaves a slot may come free at.
    pub(super) fn around(&self, slot: u32) -> &[u64] {
        &self.around[slot as usize * self.words..(slot as usize + 1) * self.words]
    }

    /// Writes down the times to which a member could move a shift; its own is one of them.
    pub(super) fn write(&self, live: &Live, stand: Stand, times: &mut [u64]) {
        for (word, times) in times.iter_mut().enumerate() {
            *times = self.word(live, stand, word);
        }
    }

    fn word(&self, live: &Live, stand: Stand, word: usize) -> u64 {
        let row = |rows: &[u64], row: u32| rows[row as usize * self.words + word];
        let slot = live.task.slot_of(stand.shift);
        let others = live.of(stand.member).iter().filter(|other| other.shift != stand.shift);
        let taken = others.fold(0, |taken, other| taken | row(&self.taken, live.task.slot_of(other.shift)));
        row(&self.open, stand.member) & row(&self.alike, slot) & !taken
    }
}

/// Whether the slot of such a number is one of these times.
pub(super) fn contains(times: &[u64], number: u32) -> bool {
    times[number as usize / 64] >> (number % 64) & 1 == 1
}

/// Those of these slots for which it holds.
fn set(slots: &[u32], has: impl Fn(u32) -> bool) -> Vec<u64> {
    let word = |slots: &[u32]| slots.iter().rev().fold(0, |word, &slot| word << 1 | u64::from(has(slot)));
    slots.chunks(64).map(word).collect()
}

/// Slots in which a later week could be felt, by rest or by a pool.
fn border(task: &Task) -> Vec<bool> {
    let week = |slot: u32| task.slots[slot as usize].week;
    let clashes = |slot: u32| task.clash.row(slot).any(|other| week(other) > week(slot));
    let mut border: Vec<bool> = (0..task.slots.len() as u32).map(clashes).collect();
    for slots in task.pools.iter().map(|pool| &pool.slots) {
        let last = slots.iter().map(|&slot| week(slot)).max();
        for &slot in slots.iter().filter(|&&slot| Some(week(slot)) < last) {
            border[slot as usize] = true;
        }
    }
    border
}
