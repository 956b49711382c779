//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members who stand in the same slot change places when both may and it is better for them together. Times, posts and
//! numbers stay as they are, so no rule and no level above can feel it; and what happens in one slot is nothing to another,
//! so the slots are gone through side by side.

use rustc_hash::FxHashMap;

use super::kinds::{Kind, PICKET};
use super::live::Live;
use super::task::{Stand, Task};
use crate::engine::threads;

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
    /// What the member could gain at best: the price of the best place of all, less this one.
    hope: Price,
}

/// Two members who change places.
#[derive(Clone, Copy)]
struct Gain {
    /// What it costs both together: less than nothing.
    rise: Price,
    /// Where the other stands: the shift, and the seat on it.
    there: usize,
    j: usize,
    /// What each new place is worth to whoever comes to it: the one who is looked at, and the other.
    then: Price,
    theirs: Price,
}

/// The most that anybody on a shift could gain: whoever hopes for most comes first there.
fn hope(on: &[Seat]) -> Price {
    on.first().map_or(0, |seat| seat.hope)
}

/// Puts those on a shift in the order of what they hope for.
fn in_order(on: &mut [Seat]) {
    on.sort_unstable_by_key(|seat| (seat.hope, seat.who));
}

/// Who stands where in one slot. Shifts go by their place among those of the slot.
struct Seats {
    shifts: Vec<u32>,
    /// By shift, in the order of what they hope for.
    on: Vec<Vec<Seat>>,
    /// Everybody who stands somewhere.
    members: Vec<u32>,
    /// The shifts in reach of a class, each class once; which of them is a member's, and where the member's prices of them begin.
    reaches: Vec<Vec<usize>>,
    reach: Vec<usize>,
    first: Vec<usize>,
    prices: Vec<Price>,
    /// By member, what the best place of all would be worth.
    least: Vec<Price>,
    /// By shift, the most that anybody on it could gain.
    hopes: Vec<Price>,
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
            reaches: Vec::new(),
            reach: Vec::new(),
            first: Vec::new(),
            prices: Vec::new(),
            least: Vec::new(),
            hopes: Vec::with_capacity(shifts.len()),
            stirred: vec![0; shifts.len()],
        };
        let slot = task.slot_of(shifts[0]);
        let mut known: FxHashMap<u32, usize> = FxHashMap::default();
        for &shift in shifts {
            let mut on = live.on(shift).to_vec();
            on.sort_unstable();
            let mut row = Vec::with_capacity(on.len());
            for (member, kind) in on {
                let class = task.people[member as usize].class;
                let reach = *known.entry(class).or_insert_with(|| {
                    let sites = task.classes.get(class as usize).map_or(&[][..], |class| &class.sites);
                    let here = sites.iter().flat_map(|&site| task.shifts_at(slot, site));
                    seats.reaches.push(here.filter_map(|shift| shifts.binary_search(shift).ok()).collect());
                    seats.reaches.len() - 1
                });
                seats.reach.push(reach);
                let reach = &seats.reaches[reach];
                seats.first.push(seats.prices.len());
                seats.prices.extend(reach.iter().map(|&at| ways.price(member, shifts[at]).unwrap_or_default()));
                // Whoever stands somewhere can be sent there.
                let price = ways.price(member, shift).unwrap_or_default();
                let least = seats.prices[seats.first[seats.members.len()]..].iter().copied().min();
                let least = least.map_or(price, |least| least.min(price));
                seats.least.push(least);
                row.push(Seat { who: seats.members.len(), kind, price, hope: least - price });
                seats.members.push(member);
            }
            in_order(&mut row);
            seats.hopes.push(hope(&row));
            seats.on.push(row);
        }
        seats
    }

    /// The shifts that somebody can be sent to, in the order of sites, and what each is worth.
    fn prices(&self, who: usize) -> impl Iterator<Item = (usize, Price)> + '_ {
        self.reaches[self.reach[who]].iter().copied().zip(self.prices[self.first[who]..].iter().copied())
    }

    /// What a shift is worth to somebody; none where the member can't be sent there.
    fn price(&self, who: usize, at: usize) -> Option<Price> {
        let place = self.reaches[self.reach[who]].iter().position(|shift| *shift == at)?;
        Some(self.prices[self.first[who] + place])
    }

    fn seat(&self, who: usize, kind: Kind, price: Price) -> Seat {
        Seat { who, kind, price, hope: self.least[who] - price }
    }

    /// One look at everybody who stands where somebody came or went in the round before, or could go there. Rounds are
    /// counted from one. False: nobody gained.
    fn round(&mut self, ways: &Ways, round: usize) -> bool {
        let mut moved = false;
        let mut looked_at = Vec::new();
        for here in 0..self.shifts.len() {
            looked_at.clear();
            looked_at.extend(self.on[here].iter().take_while(|seat| seat.hope < 0).map(|seat| seat.who));
            for &who in &looked_at {
                // Somebody looked at before may have sent this one away.
                let Some(i) = self.on[here].iter().position(|seat| seat.who == who) else { continue };
                if let Some(gain) = self.best(ways, here, i, round) {
                    self.swap(here, i, &gain);
                    (self.stirred[here], self.stirred[gain.there]) = (round, round);
                    moved = true;
                }
            }
        }
        moved
    }

    /// The best change of places for somebody who gains by it.
    fn best(&self, ways: &Ways, here: usize, i: usize, round: usize) -> Option<Gain> {
        let mine = self.on[here][i];
        let stirred = |at: usize| self.stirred[at] + 1 >= round;
        let mut best: Option<Gain> = None;
        for (there, then) in self.prices(mine.who) {
            if then >= mine.price || there == here || !stirred(here) && !stirred(there) {
                continue;
            }
            // How much the other has to gain, so that both together gain more than by the best way so far.
            let enough = |best: Option<Gain>| best.map_or(0, |best| best.rise) - (then - mine.price);
            if self.hopes[there] >= enough(best) {
                continue;
            }
            for (j, other) in self.on[there].iter().enumerate() {
                if other.hope >= enough(best) {
                    break;
                }
                let able = ways.can(self.members[other.who], mine.kind) && ways.can(self.members[mine.who], other.kind);
                let theirs = able.then(|| self.price(other.who, here));
                let Some(theirs) = theirs.flatten() else { continue };
                let rise = then - mine.price + theirs - other.price;
                if rise < best.map_or(0, |best| best.rise) {
                    best = Some(Gain { rise, there, j, then, theirs });
                }
            }
        }
        best
    }

    fn swap(&mut self, here: usize, i: usize, &Gain { there, j, then, theirs, .. }: &Gain) {
        let (mine, other) = (self.on[here][i], self.on[there][j]);
        self.on[there][j] = self.seat(mine.who, other.kind, then);
        self.on[here][i] = self.seat(other.who, mine.kind, theirs);
        for at in [here, there] {
            in_order(&mut self.on[at]);
            self.hopes[at] = hope(&self.on[at]);
        }
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
