//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members change places when both may and it is better for them together: within a slot, or from one time to another of
//! the same length and week. Every shift keeps its heads and posts, every week its hours, so no level above can feel it. Pairs
//! of sites are gone through: at each, whoever gains most by the other first, with whoever there loses least by it. Weeks are
//! gone through side by side.

use super::live::{Fit, Live};
use super::mend;
use super::seats::{Seat, Seats};
use super::split::Piece;
use super::task::Stand;
use super::times;
use super::wanting::{Interest, Most, News, Others, Wanting};
use super::wishes::{NOTHING, Price, Worth};
use crate::engine::threads;

/// How often the sites are gone through at most.
const ROUNDS: u32 = 32;
/// A week of so many seats is not gone through until nobody gains, but until a round changes less than one in so many of them:
/// what comes after that is few metres for much work.
const MANY: usize = 10_000;
const FEW: usize = 100;
/// Of two who change places one at least comes to a site that is among so many that are best for them: first among few, by which
/// most is gained at once. Once a round changes less than one in [`ENOUGH`] seats, among more. In a large city, where everybody
/// reaches hundreds of sites, what lies beyond the last would be most of the work and hardly any of the gain.
const BEST: [usize; 3] = [4, 12, 24];
const ENOUGH: usize = 10;

/// Changes places within each week as long as someone gains: of two one at least, of whom something is `new` or comes to be.
pub(super) fn polish(
    live: &mut Live,
    pieces: &[Piece],
    worth: &Worth,
    new: &[bool],
    threads: usize,
    stop: &(dyn Fn() -> bool + Sync),
) {
    let everybody = new.iter().all(|new| *new);
    let pieces: Vec<&Piece> =
        pieces.iter().filter(|piece| piece.members.iter().any(|&member| new[member as usize])).collect();
    let weeks: Vec<&[&Piece]> = pieces.chunk_by(|a, b| a.week == b.week).collect();
    let before: &Live = live;
    let changes = threads::each(weeks.len(), threads, &|week| {
        let mut own = before.clone();
        let mut exchange = Exchange::new(worth, &mut own, weeks[week], new);
        // Nobody joins two pieces of a week, so each is gone through to its end: what is looked at then lies close together.
        let _ = weeks[week].iter().try_for_each(|piece| exchange.run(piece, everybody, stop));
        exchange.changes
    });
    for Change { out, into } in changes.into_iter().flatten() {
        let changed = mend::change(live, &out, &into);
        debug_assert!(changed, "what one week changes is nothing to another");
    }
}

/// It was asked to stop.
struct Stopped;

/// Two members who have changed places.
struct Change {
    out: [Stand; 2],
    into: [Stand; 2],
}

/// A week in which members change places.
struct Exchange<'a, 'l, 't, 'g> {
    worth: &'a Worth<'t, 'g>,
    live: &'l mut Live<'t, 'g>,
    seats: Seats<'a, 't, 'g>,
    /// How many places there are in all.
    seated: usize,
    /// By site, the most that somebody could gain there, or that somebody there could gain, at the site that is looked at.
    most: Vec<Most>,
    /// By site, what those at the site that is looked at could gain there.
    going: Vec<Vec<Wanting>>,
    /// By site, what those there could gain at the site that is looked at.
    coming: Vec<Vec<Wanting>>,
    /// By member, what a site costs at most that is among the best for them, and that was among those looked at before.
    limits: Vec<(Price, Price)>,
    /// The times to which somebody could move.
    times: Vec<u64>,
    changes: Vec<Change>,
}

impl<'a, 'l, 't, 'g> Exchange<'a, 'l, 't, 'g> {
    fn new(worth: &'a Worth<'t, 'g>, live: &'l mut Live<'t, 'g>, pieces: &[&Piece], new: &[bool]) -> Self {
        let sites = worth.task.ground.strike.sites.len();
        let before = if new.iter().all(|new| *new) { -NOTHING } else { NOTHING };
        let seats = Seats::new(worth, live, pieces, new);
        Self {
            worth,
            seated: (0..sites).map(|site| seats.at(site).len()).sum(),
            seats,
            live,
            most: vec![Most::NOTHING; sites],
            going: vec![Vec::new(); sites],
            coming: vec![Vec::new(); sites],
            // Of two of whom nothing is new nothing is looked for unless everybody is.
            limits: vec![(before, before); worth.task.people.len()],
            times: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// Goes through a piece. Where `everybody` is new, those are sought first who gain most.
    fn run(&mut self, piece: &Piece, everybody: bool, stop: &dyn Fn() -> bool) -> Result<(), Stopped> {
        let mut sites: Vec<usize> =
            piece.shifts.iter().map(|&shift| self.worth.task.posts[shift as usize].site as usize).collect();
        sites.sort_unstable();
        sites.dedup();
        let seats: usize = sites.iter().map(|&site| self.seats.at(site).len()).sum();
        let mut stages = self.stages(piece, everybody).into_iter().peekable();
        let mut rounds = 0..ROUNDS;
        self.seats.begin();
        while let Some(among) = stages.next() {
            for &member in &piece.members {
                self.limits[member as usize].0 = self.worth.limit(member, among);
            }
            for _ in rounds.by_ref() {
                self.seats.next_round(&piece.members);
                let changed = self.go_round(&sites, stop)?;
                for &member in &piece.members {
                    let (limit, before) = &mut self.limits[member as usize];
                    *before = *limit;
                }
                let enough = match stages.peek() {
                    Some(_) => changed * ENOUGH < seats,
                    None => self.seated >= MANY && changed * FEW < seats,
                };
                if changed == 0 || enough {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Among how many sites that are best for somebody the other has to be, one after the other.
    fn stages(&self, piece: &Piece, everybody: bool) -> Vec<usize> {
        let task = self.worth.task;
        let reaches = |&member: &u32| task.classes[task.people[member as usize].class as usize].sites.len();
        let reached = piece.members.iter().map(reaches).max().unwrap_or_default();
        let mut stages = BEST.to_vec();
        stages.extend((self.seated < MANY).then_some(usize::MAX));
        // Where nobody reaches more sites than are looked at already, once is enough.
        let needed = stages.iter().position(|&best| best >= reached).map_or(stages.len(), |last| last + 1);
        stages.truncate(needed);
        if everybody { stages } else { stages.split_off(needed - 1) }
    }

    /// Goes through all pairs of some sites. How many have changed places.
    fn go_round(&mut self, sites: &[usize], stop: &dyn Fn() -> bool) -> Result<usize, Stopped> {
        let before = self.changes.len();
        for &here in sites {
            if stop() {
                return Err(Stopped);
            }
            self.seats.turn_to(here);
            self.look_around(here);
        }
        Ok(self.changes.len() - before)
    }

    /// Whether whoever holds a place is to be looked at for another that would bring so much and is worth so much; at the `same`
    /// site, or another.
    fn interest(&self, member: u32, news: News, (gain, price): (Price, Price), same: bool) -> Interest {
        let (limit, before) = self.limits[member as usize];
        let among = |limit: Price| gain > 0 && (same || price <= limit);
        Interest { news, wants: among(limit), wanted: among(before) }
    }

    /// What those at a site could gain at others from there on: told are the seat's number, the other site, how much, and
    /// whether they are to be looked at for it.
    fn for_those_at(&self, here: usize, mut tell: impl FnMut(usize, usize, Price, Interest)) {
        for (number, seat) in self.seats.at(here).iter().enumerate() {
            let (member, news) = (seat.stand.member, self.seats.news(seat));
            for (site, price) in self.worth.places(member).filter(|place| place.0 as usize >= here) {
                let (site, price) = (site as usize, price - self.seats.promised(self.live, member, site));
                let gain = seat.price - price;
                tell(number, site, gain, self.interest(member, news, (gain, price), site == here));
            }
        }
    }

    /// What those at other sites from there on could gain at a site, told in the same way.
    fn for_those_near(&self, here: usize, mut tell: impl FnMut(usize, usize, Price, Interest)) {
        for (member, price) in self.worth.near(here as u32) {
            let price = price - self.seats.promised(self.live, member, here as u32);
            for held in self.seats.of(member).iter().filter(|held| held.site as usize >= here) {
                let (site, gain) = (held.site as usize, held.price - price);
                let news = self.seats.news_of(member, *held);
                tell(held.number as usize, site, gain, self.interest(member, news, (gain, price), site == here));
            }
        }
    }

    /// Whoever holds a place at a site, as somebody who could gain so much.
    fn wanting(&self, site: usize, number: usize, gain: Price, interest: Interest) -> Wanting {
        let seat = &self.seats.at(site)[number];
        let Seat { time, template, .. } = *seat;
        Wanting { gain, member: seat.stand.member, seat: number as u32, time, template, interest }
    }

    /// Changes places between a site and those after it.
    fn look_around(&mut self, here: usize) {
        let (mut going, mut coming) = (std::mem::take(&mut self.going), std::mem::take(&mut self.coming));
        let mut most = std::mem::take(&mut self.most);
        // Only those are noted for whom there may be somebody at the other site.
        let mut touched: Vec<usize> = Vec::new();
        self.for_those_at(here, |_, there, gain, interest| {
            if most[there].is_nothing() {
                touched.push(there);
            }
            most[there].add(gain, interest);
        });
        let mut sites: Vec<usize> = Vec::new();
        self.for_those_near(here, |number, there, gain, interest| {
            if gain + most[there].to(interest) > 0 {
                let noted = &mut coming[there];
                if noted.is_empty() {
                    sites.push(there);
                }
                noted.push(self.wanting(there, number, gain, interest));
            }
        });
        for &there in &touched {
            most[there] = Most::of(&coming[there]);
        }
        self.for_those_at(here, |number, there, gain, interest| {
            if gain + most[there].to(interest) > 0 && (here != there || gain > 0) {
                going[there].push(self.wanting(here, number, gain, interest));
            }
        });
        for there in touched {
            most[there] = Most::NOTHING;
        }
        sites.sort_unstable();
        let mut gone = vec![false; self.seats.at(here).len()];
        for there in sites {
            self.trade((here, there), &mut going[there], &mut coming[there], &mut gone);
            going[there].clear();
            coming[there].clear();
        }
        (self.going, self.coming, self.most) = (going, coming, most);
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
        coming.retain(|each| each.gain + most.to(each.interest) > 0 && (here != there || !gone[each.seat as usize]));
        let most = Most::of(coming);
        going.retain(|each| each.gain + most.to(each.interest) > 0 && (here != there || each.gain > 0));
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
        let worth = self.worth;
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
            let gain = each.gain - worth.wish(a.member, alike.template);
            let all = self.is_new_at(each, alike.time);
            for other in others.of(alike, each, if all { each.interest.news } else { News::Nothing }) {
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
                if !worth.can(a.member, b.kind) || !worth.can(b.member, a.kind) {
                    continue;
                }
                let (Some(mine), Some(for_them)) = (worth.price(a.member, b.shift), worth.price(b.member, a.shift))
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

    /// Whether two members and their places have not been looked at together as they are now.
    fn is_new(&self, a: &Wanting, b: &Wanting) -> bool {
        !a.interest.wanted && !b.interest.wanted || self.is_new_at(a, b.time) || self.is_new_at(b, a.time)
    }

    /// Whether something about somebody is new that has to do with a time.
    fn is_new_at(&self, each: &Wanting, time: u32) -> bool {
        match each.interest.news {
            News::Nothing => false,
            News::Free => self.seats.is_newly_free_at(each.member, time),
            News::Seat => true,
        }
    }

    /// Whether two may change places, as far as every rule goes.
    fn may(&mut self, a: Stand, b: Stand) -> bool {
        self.live.fit(Stand { member: a.member, ..b }, Some(a.shift), &[b]) == Fit::Yes
            && self.live.fit(Stand { member: b.member, ..a }, Some(b.shift), &[a]) == Fit::Yes
    }
}
