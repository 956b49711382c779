//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members change places when both may and it is better for them together: within a slot, or from one time to another of
//! the same length and week. Every shift keeps its heads and posts, every week its hours, so no level above can feel it. Pairs
//! of sites are gone through: at each, whoever gains most by the other first, with whoever there loses least by it. Weeks are
//! gone through side by side.

use std::ops::Range;

use super::live::{Fit, Live};
use super::mend;
use super::seats::{Seat, Seats};
use super::split::Piece;
use super::task::{NONE, Stand};
use super::times;
use super::wishes::{NOTHING, Price, Ways};
use crate::engine::threads;

/// How often the sites are gone through at most.
const ROUNDS: u32 = 32;
/// A week of so many seats is not gone through until nobody gains, but until a round changes less than one in so many of them:
/// what comes after that is few metres for much work.
const MANY: usize = 10_000;
const FEW: usize = 100;

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

/// What somebody could gain at another site, at best.
#[derive(Clone, Copy)]
struct Wanting {
    gain: Price,
    member: u32,
    /// The seat's number at its site.
    seat: u32,
    /// The number of its time in the week.
    time: u32,
    template: u32,
    /// Whether anything of this somebody has changed since the last round.
    new: bool,
    /// Whether this somebody came to the seat since then.
    new_place: bool,
}

/// The most that anybody has to gain: two of whom nothing is new have been looked at together before.
#[derive(Clone, Copy)]
struct Most {
    all: Price,
    new: Price,
}

impl Most {
    /// Nobody has anything to gain.
    const NOTHING: Self = Self { all: -NOTHING, new: -NOTHING };

    fn of(wanting: &[Wanting]) -> Self {
        let mut most = Self::NOTHING;
        for each in wanting {
            most.add(each.gain, each.new);
        }
        most
    }

    fn add(&mut self, gain: Price, new: bool) {
        self.all = self.all.max(gain);
        if new {
            self.new = self.new.max(gain);
        }
    }

    /// To somebody of whom something is new, or nothing.
    fn to(&self, new: bool) -> Price {
        if new { self.all } else { self.new }
    }
}

/// Those at another site, by time and template, whoever gains most first.
struct Others<'a> {
    all: &'a [Wanting],
    /// Those of whom something is new.
    new: Vec<Wanting>,
    alike: Vec<Alike>,
}

/// Where those of one time and template are.
struct Alike {
    time: u32,
    template: u32,
    all: Range<usize>,
    new: Range<usize>,
}

impl<'a> Others<'a> {
    fn new(all: &'a mut [Wanting]) -> Self {
        all.sort_unstable_by_key(|each| (each.time, each.template, -each.gain, each.seat));
        let new: Vec<Wanting> = all.iter().filter(|each| each.new).copied().collect();
        let mut alike: Vec<Alike> = Vec::new();
        let (mut at, mut new_at) = (0, 0);
        for chunk in all.chunk_by(|a, b| (a.time, a.template) == (b.time, b.template)) {
            let (end, new_end) = (at + chunk.len(), new_at + chunk.iter().filter(|each| each.new).count());
            let Wanting { time, template, .. } = chunk[0];
            alike.push(Alike { time, template, all: at..end, new: new_at..new_end });
            (at, new_at) = (end, new_end);
        }
        Self { all, new, alike }
    }
}

/// A week in which members change places.
struct Exchange<'a, 'l, 't, 'g> {
    ways: &'a Ways<'t, 'g>,
    live: &'l mut Live<'t, 'g>,
    seats: Seats<'a, 't, 'g>,
    /// By class, its members.
    members: Vec<Vec<u32>>,
    /// By site, what those at the site that is looked at could gain there, and the most of it.
    going: Vec<(Most, Vec<Wanting>)>,
    /// By site, what those there could gain at the site that is looked at, and the most of it.
    coming: Vec<(Most, Vec<Wanting>)>,
    /// The times to which somebody could move.
    times: Vec<u64>,
    changes: Vec<Change>,
}

impl<'a, 'l, 't, 'g> Exchange<'a, 'l, 't, 'g> {
    fn new(ways: &'a Ways<'t, 'g>, live: &'l mut Live<'t, 'g>, pieces: &[Piece], new: &[bool]) -> Self {
        let sites = ways.task.ground.strike.sites.len();
        let mut members = vec![Vec::new(); ways.task.classes.len()];
        for (member, person) in ways.task.people.iter().enumerate().filter(|(_, person)| person.class != NONE) {
            members[person.class as usize].push(member as u32);
        }
        Self {
            ways,
            seats: Seats::new(ways, live, pieces, new),
            live,
            members,
            going: vec![(Most::NOTHING, Vec::new()); sites],
            coming: vec![(Most::NOTHING, Vec::new()); sites],
            times: Vec::new(),
            changes: Vec::new(),
        }
    }

    fn run(mut self, stop: &dyn Fn() -> bool) -> Vec<Change> {
        let (sites, seats) = (self.going.len(), self.seats.len());
        for _ in 0..ROUNDS {
            self.seats.next_round();
            let before = self.changes.len();
            for here in 0..sites {
                if stop() {
                    return self.changes;
                }
                self.look_around(here);
            }
            let changed = self.changes.len() - before;
            if changed == 0 || seats >= MANY && changed * FEW < seats {
                break;
            }
        }
        self.changes
    }

    /// What whoever has a seat would gain by a place that is worth nothing.
    fn wanting(&self, seat: &Seat, number: usize) -> Wanting {
        Wanting {
            gain: seat.price,
            member: seat.stand.member,
            seat: number as u32,
            time: seat.time,
            template: seat.template,
            new: self.seats.is_new(seat.stand.member),
            new_place: self.seats.is_new_place(seat),
        }
    }

    /// What those at a site could gain at others from there on, each told with the other.
    fn for_those_at(&self, here: usize, mut tell: impl FnMut(usize, Wanting)) {
        for (number, seat) in self.seats.at(here).iter().enumerate() {
            let wanting = self.wanting(seat, number);
            for (site, price) in self.ways.places(wanting.member) {
                if site as usize >= here {
                    let promised = self.seats.promised(self.live, wanting.member, site);
                    tell(site as usize, Wanting { gain: seat.price - price + promised, ..wanting });
                }
            }
        }
    }

    /// What those at other sites from there on could gain at a site, each told with the other.
    fn for_those_near(&self, here: usize, mut tell: impl FnMut(usize, Wanting)) {
        for &(class, at) in &self.ways.near[here] {
            for &member in &self.members[class as usize] {
                let price = self.ways.place(member, here as u32, at);
                let promised = self.seats.promised(self.live, member, here as u32);
                for &(site, number) in self.seats.of(member) {
                    if site as usize >= here {
                        let seat = &self.seats.at(site as usize)[number as usize];
                        let wanting = self.wanting(seat, number as usize);
                        tell(site as usize, Wanting { gain: seat.price - price + promised, ..wanting });
                    }
                }
            }
        }
    }

    /// Changes places between a site and those after it.
    fn look_around(&mut self, here: usize) {
        let (mut going, mut coming) = (std::mem::take(&mut self.going), std::mem::take(&mut self.coming));
        // Only those are noted for whom there may be somebody at the other site.
        self.for_those_at(here, |there, each| going[there].0.add(each.gain, each.new));
        let mut sites: Vec<usize> = Vec::new();
        self.for_those_near(here, |there, each| {
            if each.gain + going[there].0.to(each.new) > 0 {
                let (most, noted) = &mut coming[there];
                if noted.is_empty() {
                    sites.push(there);
                }
                most.add(each.gain, each.new);
                noted.push(each);
            }
        });
        self.for_those_at(here, |there, each| {
            if each.gain + coming[there].0.to(each.new) > 0 && (here != there || each.gain > 0) {
                going[there].1.push(each);
            }
        });
        sites.sort_unstable();
        let mut gone = vec![false; self.seats.at(here).len()];
        for there in sites {
            self.trade((here, there), &mut going[there].1, &mut coming[there].1, &mut gone);
            going[there].1.clear();
            coming[there].1.clear();
            coming[there].0 = Most::NOTHING;
        }
        self.for_those_at(here, |there, _| going[there].0 = Most::NOTHING);
        (self.going, self.coming) = (going, coming);
    }

    /// Changes places between two sites. Those of the first who have come or gone meanwhile are `gone`.
    fn trade(
        &mut self,
        (here, there): (usize, usize),
        going: &mut Vec<Wanting>,
        coming: &mut Vec<Wanting>,
        gone: &mut [bool],
    ) {
        going.retain(|each| !gone[each.seat as usize]);
        let most = Most::of(going);
        coming.retain(|each| each.gain + most.to(each.new) > 0 && (here != there || !gone[each.seat as usize]));
        let most = Most::of(coming);
        going.retain(|each| each.gain + most.to(each.new) > 0 && (here != there || each.gain > 0));
        going.sort_unstable_by_key(|each| (-each.gain, each.seat));
        let others = Others::new(coming);
        let mut left = vec![false; self.seats.at(there).len()];
        for each in &*going {
            let i = each.seat as usize;
            if here == there && left[i] {
                continue;
            }
            let Some((j, mine, theirs)) = self.best((here, there), each, &others, &left) else { continue };
            let (a, b) = (self.seats.at(here)[i].stand, self.seats.at(there)[j].stand);
            let into = [Stand { member: b.member, ..a }, Stand { member: a.member, ..b }];
            if !mend::change(self.live, &[a, b], &into) {
                continue;
            }
            self.changes.push(Change { out: [a, b], into });
            self.seats.swap((here, i), (there, j), [mine, theirs]);
            (gone[i], left[j]) = (true, true);
            if here == there {
                (gone[j], left[i]) = (true, true);
            }
        }
    }

    /// With whom of another site somebody changes places best, and what the new places are worth to both.
    fn best(
        &mut self,
        (here, there): (usize, usize),
        each: &Wanting,
        others: &Others,
        left: &[bool],
    ) -> Option<(usize, Price, Price)> {
        let ways = self.ways;
        let seat = self.seats.at(here)[each.seat as usize];
        let a = seat.stand;
        let mut times = std::mem::take(&mut self.times);
        times.clear();
        times.extend_from_slice(self.seats.open(self.live, (here, each.seat as usize)));
        let mut most = 0;
        let mut best = None;
        for alike in &others.alike {
            if !times::contains(&times, alike.time) {
                continue;
            }
            let gain = each.gain - ways.wish(a.member, alike.template);
            let all = each.new_place || each.new && self.seats.is_newly_free(each.member, alike.time);
            let alike = if all { &others.all[alike.all.clone()] } else { &others.new[alike.new.clone()] };
            for other in alike {
                if gain + other.gain <= most {
                    break;
                }
                let j = other.seat as usize;
                if left[j]
                    || each.member == other.member
                    || !self.is_new(each, other)
                    || !times::contains(self.seats.open(self.live, (there, j)), each.time)
                {
                    continue;
                }
                let theirs = self.seats.at(there)[j];
                let b = theirs.stand;
                if !ways.can(a.member, b.kind) || !ways.can(b.member, a.kind) {
                    continue;
                }
                let (Some(mine), Some(for_them)) = (ways.price(a.member, b.shift), ways.price(b.member, a.shift))
                else {
                    continue;
                };
                let both = seat.price - mine + theirs.price - for_them;
                if both > most && self.may(a, b) {
                    most = both;
                    best = Some((j, mine, for_them));
                }
            }
        }
        self.times = times;
        best
    }

    /// Whether there is anything about two members and their places that was not so when they were last looked at together.
    fn is_new(&self, a: &Wanting, b: &Wanting) -> bool {
        a.new_place
            || b.new_place
            || a.new && self.seats.is_newly_free(a.member, b.time)
            || b.new && self.seats.is_newly_free(b.member, a.time)
    }

    /// Whether two may change places, as far as every rule goes.
    fn may(&mut self, a: Stand, b: Stand) -> bool {
        self.live.fit(Stand { member: a.member, ..b }, Some(a.shift), &[b]) == Fit::Yes
            && self.live.fit(Stand { member: b.member, ..a }, Some(b.shift), &[a]) == Fit::Yes
    }
}
