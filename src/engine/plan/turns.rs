//! Whose turn it is: slots handed out to the members of pools, so that whoever takes them, no pool is overdrawn.
//!
//! That a pool may spare so many people at every instant is nothing that a flow can say: shifts that overlap in part with the
//! buffer around them share some of its instants and not others. What is handed out here is on the safe side of it. It is no
//! bound: another handing out could be better, which is why the flow is asked again for its bounds without it.

use super::bits::Bits;
use super::task::{NONE, Task};

/// Slots that are open to a member and not handed out.
#[derive(Debug)]
pub(super) struct Turns {
    held_back: Bits,
    /// Members of pools, by whether they are.
    pooled: Vec<bool>,
}

impl Turns {
    /// Hands slots out to the members of every pool: those of shifts they were promised first (`ties`, by member), then one a
    /// day to each, then whatever a pool still spares. Whoever comes first on one day comes last on the next.
    pub(super) fn new(task: &Task, ties: &[Vec<u32>]) -> Self {
        let mut hand = Hand::new(task);
        for &m in &hand.members.clone() {
            for &shift in &ties[m as usize] {
                hand.give(m, task.slot_of(shift));
            }
        }
        let mut days: Vec<Vec<u32>> = Vec::new();
        for (s, slot) in task.slots.iter().enumerate() {
            days.resize(days.len().max(slot.day as usize + 1), Vec::new());
            days[slot.day as usize].push(s as u32);
        }
        for (day, slots) in days.iter().enumerate() {
            let mut members = hand.members.clone();
            let first = if members.is_empty() { 0 } else { day % members.len() };
            members.rotate_left(first);
            for &m in &members {
                if !slots.iter().any(|&s| hand.given.has(m, s))
                    && let Some(best) =
                        slots.iter().copied().filter(|&s| hand.can(m, s)).min_by_key(|&s| hand.price(m, s))
                {
                    hand.give(m, best);
                }
            }
            for &m in &members {
                for &s in slots {
                    hand.give(m, s);
                }
            }
        }
        let mut held_back = Bits::new(task.people.len(), task.slots.len());
        let mut pooled = vec![false; task.people.len()];
        for &m in &hand.members {
            pooled[m as usize] = true;
            for s in task.open.row(m).filter(|&s| !hand.given.has(m, s)) {
                held_back.set(m, s);
            }
        }
        Self { held_back, pooled }
    }

    /// Whether the slot, open to the member, is not handed out to the member.
    pub(super) fn hold_back(&self, member: u32, slot: u32) -> bool {
        self.pooled[member as usize] && self.held_back.has(member, slot)
    }
}

/// What has been handed out so far.
struct Hand<'t, 'g> {
    task: &'t Task<'g>,
    /// Members of pools, in order of the first pool that each is in.
    members: Vec<u32>,
    given: Bits,
    /// The pools' rows that each member is in, by member.
    rows: Vec<Vec<u32>>,
    /// How many members of each row have a slot of it.
    away: Vec<i32>,
}

impl<'t, 'g> Hand<'t, 'g> {
    fn new(task: &'t Task<'g>) -> Self {
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); task.people.len()];
        let mut members = Vec::new();
        for (i, row) in task.pools.iter().enumerate() {
            for &m in &row.members {
                if rows[m as usize].is_empty() {
                    members.push(m);
                }
                rows[m as usize].push(i as u32);
            }
        }
        members.retain(|&m| task.people[m as usize].class != NONE);
        let given = Bits::new(task.people.len(), task.slots.len());
        Self { task, members, given, rows, away: vec![0; task.pools.len()] }
    }

    /// The rows that the member would newly be away from in a slot.
    fn new_rows(&self, member: u32, slot: u32) -> impl Iterator<Item = usize> + '_ {
        let rows = self.rows[member as usize].iter().map(|&r| r as usize);
        rows.filter(move |&r| {
            let slots = &self.task.pools[r].slots;
            slots.binary_search(&slot).is_ok() && !slots.iter().any(|&s| self.given.has(member, s))
        })
    }

    fn left(&self, row: usize) -> i32 {
        self.task.pools[row].spare - self.away[row]
    }

    fn can(&self, member: u32, slot: u32) -> bool {
        self.task.open.has(member, slot) && self.new_rows(member, slot).all(|r| self.left(r) > 0)
    }

    /// How much of its pools a slot takes: in as few rows as can be, then where the most is left.
    fn price(&self, member: u32, slot: u32) -> (usize, i32) {
        let (mut rows, mut least) = (0, i32::MAX);
        for row in self.new_rows(member, slot) {
            rows += 1;
            least = least.min(self.left(row));
        }
        (rows, -least)
    }

    /// Hands a slot out, if the pools allow it.
    fn give(&mut self, member: u32, slot: u32) {
        if !self.given.has(member, slot) && self.can(member, slot) {
            for row in self.new_rows(member, slot).collect::<Vec<_>>() {
                self.away[row] += 1;
            }
            self.given.set(member, slot);
        }
    }
}
