//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members who stand in the same slot change places when both may and it is better for them together. Times, posts and
//! numbers stay as they are, so no rule and no level above can feel it; and what happens in one slot is nothing to another,
//! so the slots are gone through side by side.

use super::kinds::{Kind, PICKET};
use super::live::Live;
use super::task::{NONE, Stand, Task};
use super::threads;

/// Kilometres that count as one step: nearer than this, one site is as good as another.
pub(super) const KM_STEP: u32 = 10;

/// How often each slot is gone through at most.
const ROUNDS: usize = 3;

/// Changes places within each slot as long as someone gains.
pub(super) fn polish(live: &mut Live, ties: &[Vec<u32>], threads: usize, stop: &(dyn Fn() -> bool + Sync)) {
    if stop() {
        return;
    }
    let task = live.task;
    let ways = Ways::new(task, ties);
    let mut by_slot: Vec<Vec<u32>> = vec![Vec::new(); task.slots.len()];
    for (s, post) in task.posts.iter().enumerate() {
        if !live.on(s as u32).is_empty() {
            by_slot[post.slot as usize].push(s as u32);
        }
    }
    by_slot.retain(|shifts| shifts.len() > 1);
    let standing: &Live = live;
    let polished = threads::each(by_slot.len(), threads, &|i| {
        let mut seats = Seats::new(&ways, standing, &by_slot[i]);
        let rounds = (0..ROUNDS).take_while(|_| !stop() && seats.round(&ways)).count();
        (rounds > 0).then_some(seats)
    });
    for seats in polished.into_iter().flatten() {
        seats.take(live);
    }
}

/// What a place is worth to a member, less being better: promises broken weigh more than any wishes missed, and those more than
/// any kilometres; two places at a time are compared.
type Price = i64;
const PROMISE: Price = 1 << 40;
const WISH: Price = 1 << 20;

/// How far it is from every spot to the sites of its class.
struct Ways<'a, 'g> {
    task: &'a Task<'g>,
    ties: &'a [Vec<u32>],
    km: Vec<Box<[u16]>>,
}

impl<'a, 'g> Ways<'a, 'g> {
    fn new(task: &'a Task<'g>, ties: &'a [Vec<u32>]) -> Self {
        let row = |&member: &u32| {
            let class = &task.classes[task.people[member as usize].class as usize];
            class.sites.iter().map(|&site| task.km_to(member, site) as u16).collect()
        };
        Self { task, ties, km: task.spots.iter().map(row).collect() }
    }

    /// The price of a shift to a member; none where the member can't be sent.
    fn price(&self, member: u32, shift: u32) -> Option<Price> {
        let person = self.task.people[member as usize];
        let (class, row) = (self.task.classes.get(person.class as usize)?, self.km.get(person.spot as usize)?);
        let at = class.sites.binary_search(&self.task.posts[shift as usize].site).ok()?;
        let kept = self.ties[member as usize].contains(&shift);
        let dislike = Price::from(self.task.dislike(member, shift));
        Some(Price::from(row[at]) + dislike * WISH - Price::from(kept) * PROMISE)
    }

    fn can(&self, member: u32, kind: Kind) -> bool {
        kind == PICKET || self.task.kinds_of(member).contains(&kind)
    }
}

/// A place that somebody holds, and what it is worth to that member.
#[derive(Clone, Copy)]
struct Seat {
    member: u32,
    kind: Kind,
    price: Price,
}

/// Who stands where in one slot.
struct Seats {
    shifts: Vec<u32>,
    on: Vec<Vec<Seat>>,
}

impl Seats {
    fn new(ways: &Ways, live: &Live, shifts: &[u32]) -> Self {
        let on = |&shift: &u32| {
            let seat = |&(member, kind): &(u32, Kind)| {
                // Whoever stands somewhere can be sent there.
                let price = ways.price(member, shift).unwrap_or_default();
                Seat { member, kind, price }
            };
            let mut on: Vec<Seat> = live.on(shift).iter().map(seat).collect();
            on.sort_unstable_by_key(|seat| (seat.member, seat.kind));
            on
        };
        Self { shifts: shifts.to_vec(), on: shifts.iter().map(on).collect() }
    }

    /// One look at everybody. False: nobody gained.
    fn round(&mut self, ways: &Ways) -> bool {
        let task = ways.task;
        let slot = task.slot_of(self.shifts[0]);
        let mut moved = false;
        for here in 0..self.shifts.len() {
            for i in 0..self.on[here].len() {
                let mine = self.on[here][i];
                let class = task.people[mine.member as usize].class;
                if class == NONE {
                    continue;
                }
                let mut best: Option<(Price, usize, usize, Price, Price)> = None;
                for &shift in task.classes[class as usize].sites.iter().flat_map(|&site| task.shifts_at(slot, site)) {
                    let Ok(there) = self.shifts.binary_search(&shift) else { continue };
                    let Some(then) = ways.price(mine.member, shift).filter(|&then| there != here && then < mine.price)
                    else {
                        continue;
                    };
                    for (j, other) in self.on[there].iter().enumerate() {
                        let able = ways.can(other.member, mine.kind) && ways.can(mine.member, other.kind);
                        let Some(theirs) = able.then(|| ways.price(other.member, self.shifts[here])).flatten() else {
                            continue;
                        };
                        let rise = then - mine.price + theirs - other.price;
                        if rise < 0 && best.is_none_or(|best| rise < best.0) {
                            best = Some((rise, there, j, then, theirs));
                        }
                    }
                }
                if let Some((_, there, j, then, theirs)) = best {
                    let other = self.on[there][j];
                    self.on[there][j] = Seat { member: mine.member, price: then, ..other };
                    self.on[here][i] = Seat { member: other.member, price: theirs, ..mine };
                    moved = true;
                }
            }
        }
        moved
    }

    /// Puts everybody where they are now.
    fn take(self, live: &mut Live) {
        for &shift in &self.shifts {
            for (member, kind) in live.on(shift).to_vec() {
                live.take(Stand { member, shift, kind });
            }
        }
        for (&shift, on) in self.shifts.iter().zip(&self.on) {
            for seat in on {
                live.put(Stand { member: seat.member, shift, kind: seat.kind });
            }
        }
    }
}
