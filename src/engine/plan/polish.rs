//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members who stand in the same slot change places when both may and it is better for them together. Times, posts and
//! numbers stay as they are, so no rule and no level above can feel it; and what happens in one slot is nothing to another,
//! so the slots are gone through side by side.

use rustc_hash::FxHashMap;

use super::kinds::{Kind, PICKET};
use super::live::Live;
use super::task::{Stand, Task};
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
        let rounds = (1..=ROUNDS).take_while(|&round| !stop() && seats.round(&ways, round)).count();
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
    /// The member's number among those who stand in the slot.
    who: usize,
    kind: Kind,
    price: Price,
}

/// Who stands where in one slot. Shifts go by their place among those of the slot.
struct Seats {
    shifts: Vec<u32>,
    on: Vec<Vec<Seat>>,
    /// Everybody who stands somewhere.
    members: Vec<u32>,
    /// By class, the shifts in reach; and where a member's prices of them begin.
    reach: FxHashMap<u32, Vec<usize>>,
    first: Vec<usize>,
    prices: Vec<Price>,
    /// By member, what the best place of all would be worth.
    least: Vec<Price>,
    /// By shift, the round in which somebody last came or went.
    stirred: Vec<usize>,
}

impl Seats {
    fn new(ways: &Ways, live: &Live, shifts: &[u32]) -> Self {
        let task = ways.task;
        let mut seats = Self {
            shifts: shifts.to_vec(),
            on: Vec::with_capacity(shifts.len()),
            members: Vec::new(),
            reach: FxHashMap::default(),
            first: Vec::new(),
            prices: Vec::new(),
            least: Vec::new(),
            stirred: vec![0; shifts.len()],
        };
        let slot = task.slot_of(shifts[0]);
        for &shift in shifts {
            let mut on = live.on(shift).to_vec();
            on.sort_unstable();
            let mut row = Vec::with_capacity(on.len());
            for (member, kind) in on {
                let class = task.people[member as usize].class;
                let reach = seats.reach.entry(class).or_insert_with(|| {
                    let sites = task.classes.get(class as usize).map_or(&[][..], |class| &class.sites);
                    let here = sites.iter().flat_map(|&site| task.shifts_at(slot, site));
                    here.filter_map(|shift| shifts.binary_search(shift).ok()).collect()
                });
                seats.first.push(seats.prices.len());
                seats.prices.extend(reach.iter().map(|&at| ways.price(member, shifts[at]).unwrap_or_default()));
                // Whoever stands somewhere can be sent there.
                let price = ways.price(member, shift).unwrap_or_default();
                let least = seats.prices[seats.first[seats.members.len()]..].iter().copied().min();
                seats.least.push(least.map_or(price, |least| least.min(price)));
                row.push(Seat { who: seats.members.len(), kind, price });
                seats.members.push(member);
            }
            seats.on.push(row);
        }
        seats
    }

    /// The shifts that somebody can be sent to, in the order of sites, and what each is worth.
    fn prices(&self, task: &Task, who: usize) -> impl Iterator<Item = (usize, Price)> + '_ {
        let reach = self.reach.get(&task.people[self.members[who] as usize].class).map_or(&[][..], Vec::as_slice);
        reach.iter().copied().zip(self.prices[self.first[who]..].iter().copied())
    }

    /// One look at everybody who stands where somebody came or went in the round before, or could go there. Rounds are
    /// counted from one. False: nobody gained.
    fn round(&mut self, ways: &Ways, round: usize) -> bool {
        let task = ways.task;
        let mut moved = false;
        for here in 0..self.shifts.len() {
            for i in 0..self.on[here].len() {
                let mine = self.on[here][i];
                let stirred = |at: usize| self.stirred[at] + 1 >= round;
                let mut best: Option<(Price, usize, usize, Price, Price)> = None;
                for (there, then) in self.prices(task, mine.who) {
                    if then >= mine.price || there == here || !stirred(here) && !stirred(there) {
                        continue;
                    }
                    for (j, other) in self.on[there].iter().enumerate() {
                        // What the other can gain at best is not enough.
                        let hope = then - mine.price + self.least[other.who] - other.price;
                        if best.is_some_and(|best| best.0 <= hope) {
                            continue;
                        }
                        let able = ways.can(self.members[other.who], mine.kind)
                            && ways.can(self.members[mine.who], other.kind);
                        let theirs =
                            || self.prices(task, other.who).find(|(at, _)| *at == here).map(|(_, price)| price);
                        let Some(theirs) = able.then(theirs).flatten() else { continue };
                        let rise = then - mine.price + theirs - other.price;
                        if rise < 0 && best.is_none_or(|best| rise < best.0) {
                            best = Some((rise, there, j, then, theirs));
                        }
                    }
                }
                if let Some((_, there, j, then, theirs)) = best {
                    let other = self.on[there][j];
                    self.on[there][j] = Seat { who: mine.who, price: then, ..other };
                    self.on[here][i] = Seat { who: other.who, price: theirs, ..mine };
                    (self.stirred[here], self.stirred[there]) = (round, round);
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
                live.put(Stand { member: self.members[seat.who], shift, kind: seat.kind });
            }
        }
    }
}
