//! Who holds which place in a week, what it is worth to them, and what has changed of late: what exchanges are looked for in.
//!
//! It refuses to know who changes places with whom (see [`polish`](super::polish)).

use super::live::Live;
use super::split::Piece;
use super::task::{NONE, Stand};
use super::times::Times;
use super::wishes::{PROMISE, Price, Ways};

/// A place that somebody holds. Its number at its site stays, whoever holds it.
#[derive(Clone, Copy)]
pub(super) struct Seat {
    pub(super) stand: Stand,
    /// What it is worth to the member.
    pub(super) price: Price,
    /// The number of its time in the week.
    pub(super) time: u32,
    pub(super) template: u32,
    /// The round in which the member came to it.
    pub(super) since: u32,
    /// The member's changes when the times were written down to which this could be moved; `NONE`: not yet.
    as_of: u32,
}

/// The places of a week.
pub(super) struct Seats<'a, 't, 'g> {
    ways: &'a Ways<'t, 'g>,
    week: u16,
    times: Times,
    /// By site, the places there.
    at: Vec<Vec<Seat>>,
    /// By site, for each place the times to which its holder could move it, as of the seat's note.
    open: Vec<Vec<u64>>,
    /// By member, the places held: site and number.
    of: Vec<Vec<(u32, u32)>>,
    /// By member, how often a place was changed for another.
    changes: Vec<u32>,
    /// By member, the round in which that was last so; `NONE`: never.
    moved: Vec<u32>,
    /// By member, the times that may have come free by it, in this round and in the one before.
    freed: [Vec<u64>; 2],
    round: u32,
    /// Before this round nobody has been looked at together as they are now.
    renewed: u32,
}

impl<'a, 't, 'g> Seats<'a, 't, 'g> {
    /// Of these pieces, all of one week. Those who are `new` count as changed before the first round.
    pub(super) fn new(ways: &'a Ways<'t, 'g>, live: &Live, pieces: &[Piece], new: &[bool]) -> Self {
        let (task, week) = (ways.task, pieces[0].week);
        let (sites, people) = (task.ground.strike.sites.len(), task.people.len());
        let times = Times::new(task, week);
        let words = people * times.words();
        let mut seats = Self {
            ways,
            week,
            times,
            at: vec![Vec::new(); sites],
            open: vec![Vec::new(); sites],
            of: vec![Vec::new(); people],
            changes: vec![0; people],
            moved: new.iter().map(|new| if *new { 0 } else { NONE }).collect(),
            freed: [vec![0; words], vec![0; words]],
            round: 0,
            renewed: 0,
        };
        for piece in pieces {
            let mut stands = live.in_piece(piece);
            stands.sort_unstable_by_key(|stand| (stand.shift, stand.member));
            for stand in stands {
                let Some(price) = ways.price(stand.member, stand.shift) else { continue };
                let post = &task.posts[stand.shift as usize];
                let time = seats.times.number(post.slot);
                let since = if new[stand.member as usize] { 0 } else { NONE };
                let seat = Seat { stand, price, time, template: post.template, since, as_of: NONE };
                let site = post.site as usize;
                seats.of[stand.member as usize].push((post.site, seats.at[site].len() as u32));
                seats.at[site].push(seat);
            }
        }
        for (open, at) in seats.open.iter_mut().zip(&seats.at) {
            open.resize(at.len() * seats.times.words(), 0);
        }
        seats
    }

    /// Begins the next round.
    pub(super) fn next_round(&mut self) {
        self.round += 1;
        self.freed.swap(0, 1);
        self.freed[0].fill(0);
    }

    /// From the next round on everybody counts as new.
    pub(super) fn renew(&mut self) {
        self.renewed = self.round + 1;
    }

    pub(super) fn len(&self) -> usize {
        self.at.iter().map(Vec::len).sum()
    }

    /// The places at a site.
    pub(super) fn at(&self, site: usize) -> &[Seat] {
        &self.at[site]
    }

    /// The places a member holds: site and number.
    pub(super) fn of(&self, member: u32) -> &[(u32, u32)] {
        &self.of[member as usize]
    }

    /// Whether something was changed in such a round that has not been looked at yet from all sides.
    fn is_late(&self, round: u32) -> bool {
        self.renewed == self.round || round != NONE && round + 1 >= self.round
    }

    /// Whether one of a member's places has been changed since the round before this one began.
    pub(super) fn is_new(&self, member: u32) -> bool {
        self.is_late(self.moved[member as usize])
    }

    /// Whether a member has come to a place since then.
    pub(super) fn is_new_place(&self, seat: &Seat) -> bool {
        self.is_late(seat.since)
    }

    /// Whether a member may have come free since then at the time of such a number.
    pub(super) fn is_newly_free(&self, member: u32, time: u32) -> bool {
        let at = member as usize * self.times.words() + time as usize / 64;
        (self.freed[0][at] | self.freed[1][at]) >> (time % 64) & 1 == 1
    }

    /// The times to which the member who holds a place could move it, as far as the member's others go.
    pub(super) fn open(&mut self, live: &Live, (site, number): (usize, usize)) -> &[u64] {
        let seat = &mut self.at[site][number];
        let words = self.times.words();
        let open = &mut self.open[site][number * words..(number + 1) * words];
        let as_of = self.changes[seat.stand.member as usize];
        if seat.as_of != as_of {
            seat.as_of = as_of;
            self.times.write(live, seat.stand, open);
        }
        open
    }

    /// Two members have changed places; to each the new one is worth what is said.
    pub(super) fn swap(&mut self, a: (usize, usize), b: (usize, usize), prices: [Price; 2]) {
        let (mine, theirs) = (self.at[a.0][a.1], self.at[b.0][b.1]);
        for (from, to, price) in [(mine, b, prices[0]), (theirs, a, prices[1])] {
            let member = from.stand.member;
            let place = &mut self.at[to.0][to.1];
            place.stand.member = member;
            (place.price, place.since, place.as_of) = (price, self.round, NONE);
            self.moved[member as usize] = self.round;
            self.changes[member as usize] += 1;
            let words = self.times.words();
            let freed = &mut self.freed[0][member as usize * words..(member as usize + 1) * words];
            for (freed, more) in freed.iter_mut().zip(self.times.around(self.ways.task.slot_of(from.stand.shift))) {
                *freed |= more;
            }
        }
        for (member, from, to) in [(mine.stand.member, a, b), (theirs.stand.member, b, a)] {
            for held in &mut self.of[member as usize] {
                if *held == (from.0 as u32, from.1 as u32) {
                    *held = (to.0 as u32, to.1 as u32);
                    break;
                }
            }
        }
    }

    /// What a member gains, at best, by the promise of a shift at a site on which the member does not stand.
    pub(super) fn promised(&self, live: &Live, member: u32, site: u32) -> Price {
        let (task, ties) = (self.ways.task, &self.ways.ties[member as usize]);
        let unkept = |&shift: &u32| {
            let post = &task.posts[shift as usize];
            post.site == site
                && task.slots[post.slot as usize].week == self.week
                && live.of(member).iter().all(|stand| stand.shift != shift)
        };
        if ties.iter().any(unkept) { PROMISE } else { 0 }
    }
}
