//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members change places when both may and it is better for them together: within a slot, or from one time to another of
//! the same length and week. Every shift keeps its heads and posts, every week its hours, so no level above can feel it. Pairs
//! of sites are gone through: at each, whoever gains most by the other first, with whoever there loses least by it. Weeks are
//! gone through side by side.

use super::live::{Fit, Live};
use super::mend;
use super::split::Piece;
use super::task::Stand;
use super::times::{self, Times};
use super::wishes::{NOTHING, PROMISE, Price, Ways};
use crate::engine::threads;

/// How often the sites are gone through at most, and how many of so many seats a round has to change to be followed by another:
/// what comes after that is few metres for much work. A small week is gone through until nobody gains.
const ROUNDS: usize = 32;
const FEW: usize = 1_000;

/// Changes places within each week as long as someone gains: of two one at least, of whom something is `new` or comes to be.
pub(super) fn polish(
    live: &mut Live,
    pieces: &[Piece],
    ties: &[Vec<u32>],
    new: &[bool],
    threads: usize,
    stop: &(dyn Fn() -> bool + Sync),
) {
    let ways = Ways::new(live.task, ties);
    let weeks: Vec<&[Piece]> = pieces.chunk_by(|a, b| a.week == b.week).collect();
    let before: &Live = live;
    let changes = threads::each(weeks.len(), threads, &|week| {
        let mut own = before.clone();
        Exchange::new(&ways, &mut own, weeks[week], new).run(stop)
    });
    for Change { out, into } in changes.into_iter().flatten() {
        let changed = mend::change(live, &out, &into);
        debug_assert!(changed, "what one week changes is nothing to another");
    }
}

/// Two members who have changed places.
struct Change {
    out: [Stand; 2],
    into: [Stand; 2],
}

/// A place that somebody holds.
#[derive(Clone, Copy)]
struct Seat {
    stand: Stand,
    /// What it is worth to the member.
    price: Price,
    /// What the member could gain at best by any other.
    hope: Price,
}

/// What somebody could gain at another site, at best.
#[derive(Clone, Copy)]
struct Wanting {
    gain: Price,
    /// The seat's number at its site.
    seat: u32,
    /// The number of its time in the week.
    time: u32,
    template: u32,
    /// Whether anything of this somebody has changed since the last round.
    new: bool,
}

/// The most that anybody has to gain: two of whom nothing is new have been looked at together before.
struct Most {
    all: Price,
    new: Price,
}

impl Most {
    fn of(wanting: &[Wanting]) -> Self {
        let most = |each: &mut dyn Iterator<Item = &Wanting>| each.map(|each| each.gain).max().unwrap_or(-NOTHING);
        Self { all: most(&mut wanting.iter()), new: most(&mut wanting.iter().filter(|each| each.new)) }
    }

    /// To somebody of whom something is new, or nothing.
    fn to(&self, new: bool) -> Price {
        if new { self.all } else { self.new }
    }
}

/// A week in which members change places.
struct Exchange<'a, 'l, 't, 'g> {
    ways: &'a Ways<'t, 'g>,
    live: &'l mut Live<'t, 'g>,
    week: u16,
    times: Times,
    /// By site, who stands there.
    at: Vec<Vec<Seat>>,
    /// By member, the round in which one of the member's shifts was last changed for another; 0: before the first.
    moved: Vec<Option<usize>>,
    /// By class, as which of its sites it has the one that is looked at.
    reach: Vec<Option<usize>>,
    /// By site, what those at the site that is looked at could gain there.
    towards: Vec<Vec<Wanting>>,
    changes: Vec<Change>,
}

impl<'a, 'l, 't, 'g> Exchange<'a, 'l, 't, 'g> {
    fn new(ways: &'a Ways<'t, 'g>, live: &'l mut Live<'t, 'g>, pieces: &[Piece], new: &[bool]) -> Self {
        let (sites, week) = (ways.task.ground.strike.sites.len(), pieces[0].week);
        let mut exchange = Self {
            ways,
            live,
            week,
            times: Times::new(ways.task, week),
            at: vec![Vec::new(); sites],
            moved: new.iter().map(|new| new.then_some(0)).collect(),
            reach: vec![None; ways.task.classes.len()],
            towards: vec![Vec::new(); sites],
            changes: Vec::new(),
        };
        for piece in pieces {
            let mut stands = exchange.live.in_piece(piece);
            stands.sort_unstable_by_key(|stand| (stand.shift, stand.member));
            for stand in stands {
                let Some(price) = ways.price(stand.member, stand.shift) else { continue };
                let seat = exchange.seat(stand, price);
                exchange.at[ways.task.posts[stand.shift as usize].site as usize].push(seat);
            }
        }
        exchange
    }

    fn seat(&self, stand: Stand, price: Price) -> Seat {
        let least = self.ways.places(stand.member).map(|place| place.1).min();
        let promised = if self.unkept(stand.member).next().is_some() { PROMISE } else { 0 };
        Seat { stand, price, hope: price - least.unwrap_or(price) + promised }
    }

    /// Sites where a member was promised a shift this week and does not stand on it.
    fn unkept(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        let (task, of) = (self.ways.task, self.live.of(member));
        let posts = self.ways.ties[member as usize].iter().map(|&shift| (shift, &task.posts[shift as usize]));
        let here = posts.filter(|(_, post)| task.slots[post.slot as usize].week == self.week);
        here.filter(|(shift, _)| of.iter().all(|stand| stand.shift != *shift)).map(|(_, post)| post.site)
    }

    fn run(mut self, stop: &dyn Fn() -> bool) -> Vec<Change> {
        let seats: usize = self.at.iter().map(Vec::len).sum();
        for round in 1..=ROUNDS {
            let before = self.changes.len();
            for here in 0..self.at.len() {
                if stop() {
                    return self.changes;
                }
                self.look_around(here, round);
            }
            let changed = self.changes.len() - before;
            if changed * FEW < seats.max(1) {
                break;
            }
        }
        self.changes
    }

    /// Whether one of a member's shifts has been changed since the round before this one began.
    fn is_new(&self, member: u32, round: usize) -> bool {
        self.moved[member as usize].is_some_and(|moved| moved + 1 >= round)
    }

    /// What whoever has a seat would gain by a place that is worth `price` at best.
    fn wanting(&self, seat: &Seat, number: usize, gain: Price, round: usize) -> Wanting {
        let post = &self.ways.task.posts[seat.stand.shift as usize];
        let new = self.is_new(seat.stand.member, round);
        Wanting { gain, seat: number as u32, time: self.times.number(post.slot), template: post.template, new }
    }

    /// Changes places between a site and those after it.
    fn look_around(&mut self, here: usize, round: usize) {
        let mut sites: Vec<usize> = Vec::new();
        let mut towards = std::mem::take(&mut self.towards);
        for (i, seat) in self.at[here].iter().enumerate() {
            let member = seat.stand.member;
            let unkept: Vec<u32> = self.unkept(member).collect();
            let wanting = self.wanting(seat, i, 0, round);
            for (site, price) in self.ways.places(member) {
                let there = site as usize;
                if there < here || self.at[there].is_empty() {
                    continue;
                }
                let promised = if unkept.contains(&site) { PROMISE } else { 0 };
                if towards[there].is_empty() {
                    sites.push(there);
                }
                towards[there].push(Wanting { gain: seat.price - price + promised, ..wanting });
            }
        }
        sites.sort_unstable();
        let near = &self.ways.near[here];
        for &(class, at) in near {
            self.reach[class as usize] = Some(at);
        }
        let mut gone = vec![false; self.at[here].len()];
        for there in sites {
            self.trade((here, there), &mut towards[there], &mut gone, round);
            towards[there].clear();
        }
        for &(class, _) in near {
            self.reach[class as usize] = None;
        }
        self.towards = towards;
    }

    /// Changes places between two sites. Those of the first who have come or gone meanwhile are `gone`.
    fn trade(&mut self, (here, there): (usize, usize), wanting: &mut Vec<Wanting>, gone: &mut [bool], round: usize) {
        wanting.retain(|each| !gone[each.seat as usize]);
        let most = Most::of(wanting);
        let mut others: Vec<Wanting> = Vec::new();
        for (j, seat) in self.at[there].iter().enumerate() {
            let new = self.is_new(seat.stand.member, round);
            if seat.hope + most.to(new) <= 0 {
                continue;
            }
            let member = seat.stand.member;
            let Some(at) = self.reach[self.ways.task.people[member as usize].class as usize] else { continue };
            let price = self.ways.place(member, here as u32, at);
            let promised = if self.unkept(member).any(|site| site as usize == here) { PROMISE } else { 0 };
            let gain = seat.price - price + promised;
            if gain + most.to(new) > 0 {
                others.push(self.wanting(seat, j, gain, round));
            }
        }
        let most = Most::of(&others);
        wanting.retain(|each| each.gain + most.to(each.new) > 0 && (here != there || each.gain > 0));
        wanting.sort_unstable_by_key(|each| (-each.gain, each.seat));
        others.sort_unstable_by_key(|each| (each.template, -each.gain, each.seat));
        // Two of whom nothing is new have been looked at together before.
        let new: Vec<Wanting> = others.iter().filter(|each| each.new).copied().collect();
        let mut left = vec![false; self.at[there].len()];
        let mut times = Vec::new();
        for each in &*wanting {
            let i = each.seat as usize;
            if here == there && left[i] {
                continue;
            }
            let seat = self.at[here][i];
            let others = if each.new { &others } else { &new };
            if others.is_empty() {
                continue;
            }
            self.times.of(self.live, seat.stand, &mut times);
            let Some((j, mine, theirs)) = self.best(&seat, each, (there, others), &left, &times) else { continue };
            let (a, b) = (seat.stand, self.at[there][j].stand);
            let into = [Stand { member: b.member, ..a }, Stand { member: a.member, ..b }];
            if !mend::change(self.live, &[a, b], &into) {
                continue;
            }
            self.changes.push(Change { out: [a, b], into });
            self.at[here][i] = self.seat(into[0], theirs);
            self.at[there][j] = self.seat(into[1], mine);
            (self.moved[a.member as usize], self.moved[b.member as usize]) = (Some(round), Some(round));
            (gone[i], left[j]) = (true, true);
            if here == there {
                (gone[j], left[i]) = (true, true);
            }
        }
    }

    /// With whom of another site somebody changes places best, and what the new places are worth to both.
    fn best(
        &mut self,
        seat: &Seat,
        each: &Wanting,
        (there, others): (usize, &[Wanting]),
        left: &[bool],
        times: &[u64],
    ) -> Option<(usize, Price, Price)> {
        let (ways, a) = (self.ways, seat.stand);
        let mut most = 0;
        let mut best = None;
        for alike in others.chunk_by(|a, b| a.template == b.template) {
            let gain = each.gain - ways.wish(a.member, alike[0].template);
            for other in alike {
                if gain + other.gain <= most {
                    break;
                }
                if left[other.seat as usize] || !times::contains(times, other.time) {
                    continue;
                }
                let theirs = self.at[there][other.seat as usize];
                let b = theirs.stand;
                if a.member == b.member || !ways.can(a.member, b.kind) || !ways.can(b.member, a.kind) {
                    continue;
                }
                if !self.times.has(self.live, b, each.time) {
                    continue;
                }
                let (Some(mine), Some(for_them)) = (ways.price(a.member, b.shift), ways.price(b.member, a.shift))
                else {
                    continue;
                };
                let both = seat.price - mine + theirs.price - for_them;
                if both > most && self.may(a, b) {
                    most = both;
                    best = Some((other.seat as usize, mine, for_them));
                }
            }
        }
        best
    }

    /// Whether two may change places, as far as every rule goes.
    fn may(&mut self, a: Stand, b: Stand) -> bool {
        self.live.fit(Stand { member: a.member, ..b }, Some(a.shift), &[b]) == Fit::Yes
            && self.live.fit(Stand { member: b.member, ..a }, Some(b.shift), &[a]) == Fit::Yes
    }
}
