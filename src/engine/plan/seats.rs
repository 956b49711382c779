//! Who holds which place in a week, what it is worth to them, and what has changed of late: what exchanges are looked for in.
//!
//! It refuses to know who changes places with whom (see [`polish`](super::polish)).

use super::live::Live;
use super::split::Piece;
use super::task::{NONE, Stand};
use super::times::Times;
use super::wanting::News;
use super::wishes::{PROMISE, Price, Worth};

/// A place that somebody holds. Its number at its site stays, whoever holds it.
#[derive(Clone, Copy)]
pub(super) struct Seat {
    pub(super) stand: Stand,
    /// What it is worth to the member.
    pub(super) price: Price,
    /// The turn in which the member came to it; `NONE`: before the first, and nothing about it is new.
    since: u32,
    /// The number of its time in the week.
    pub(super) time: u32,
    pub(super) template: u32,
    /// The member's changes when the times were written down to which this could be moved; `NONE`: not yet.
    as_of: u32,
}

/// A place as whoever holds it knows it.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) site: u32,
    /// Its number there.
    pub(super) number: u32,
    /// What it is worth to the member.
    pub(super) price: Price,
    /// The turn in which the member came to it; `NONE`: before the first, and nothing about it is new.
    since: u32,
}

/// The places of a week.
pub(super) struct Seats<'a, 't, 'g> {
    worth: &'a Worth<'t, 'g>,
    week: u16,
    times: Times,
    /// By site, the places there.
    at: Vec<Vec<Seat>>,
    /// By site, for each place the times to which its holder could move it, as of the seat's note.
    open: Vec<Vec<u64>>,
    /// By member, the places held.
    of: Vec<Vec<Held>>,
    /// By member, how often a place was changed for one at another time.
    changes: Vec<u32>,
    /// By member, the turn in which that was last so; `NONE`: never.
    moved: Vec<u32>,
    /// By member, the times that may have come free by it, in this round and in the one before.
    freed: [Vec<u64>; 2],
    /// How many sites had their turn before this one, a round of them before the first counted in.
    turn: u32,
}

impl<'a, 't, 'g> Seats<'a, 't, 'g> {
    /// Of these pieces, all of one week. Those who are `new` count as changed before the first round.
    pub(super) fn new(worth: &'a Worth<'t, 'g>, live: &Live, pieces: &[&Piece], new: &[bool]) -> Self {
        let (task, week) = (worth.task, pieces[0].week);
        let (sites, people) = (task.ground.strike.sites.len(), task.people.len());
        let times = Times::new(task, week);
        let words = people * times.words();
        let since = |new: &bool| if *new { sites as u32 } else { NONE };
        let mut seats = Self {
            worth,
            week,
            times,
            at: vec![Vec::new(); sites],
            open: vec![Vec::new(); sites],
            of: vec![Vec::new(); people],
            changes: vec![0; people],
            moved: new.iter().map(since).collect(),
            freed: [vec![0; words], vec![0; words]],
            turn: 0,
        };
        for piece in pieces {
            let mut stands = live.in_piece(piece);
            stands.sort_unstable_by_key(|stand| (stand.shift, stand.member));
            for stand in stands {
                let Some(price) = worth.price(stand.member, stand.shift) else { continue };
                let post = &task.posts[stand.shift as usize];
                let time = seats.times.number(post.slot);
                let since = since(&new[stand.member as usize]);
                let seat = Seat { stand, price, since, time, template: post.template, as_of: NONE };
                let site = post.site as usize;
                let number = seats.at[site].len() as u32;
                seats.of[stand.member as usize].push(Held { site: post.site, number, price, since });
                seats.at[site].push(seat);
            }
        }
        for (open, at) in seats.open.iter_mut().zip(&seats.at) {
            open.resize(at.len() * seats.times.words(), 0);
        }
        seats
    }

    /// Begins the first round among people none of whom has changed places so far.
    pub(super) fn begin(&mut self) {
        self.turn = 0;
    }

    /// Begins the next round among these people.
    pub(super) fn next_round(&mut self, members: &[u32]) {
        let sites = self.at.len() as u32;
        self.turn = (self.turn / sites + 1) * sites;
        self.freed.swap(0, 1);
        let words = self.times.words();
        for &member in members {
            self.freed[0][member as usize * words..(member as usize + 1) * words].fill(0);
        }
    }

    /// The places at a site.
    pub(super) fn at(&self, site: usize) -> &[Seat] {
        &self.at[site]
    }

    /// The places a member holds.
    pub(super) fn of(&self, member: u32) -> &[Held] {
        &self.of[member as usize]
    }

    /// It is the turn of a site in the present round.
    pub(super) fn turn_to(&mut self, site: usize) {
        let sites = self.at.len() as u32;
        self.turn = (self.turn / sites) * sites + site as u32;
    }

    /// Whether something was changed since the site whose turn it is had its last, or in it: what was changed before has been
    /// looked at from there.
    fn is_late(&self, turn: u32) -> bool {
        turn != NONE && turn + self.at.len() as u32 >= self.turn
    }

    /// What is new about whoever holds a place since this site's last turn began.
    pub(super) fn news(&self, seat: &Seat) -> News {
        self.news_since(seat.since, seat.stand.member)
    }

    /// The same of a place as the member knows it.
    pub(super) fn news_of(&self, member: u32, held: Held) -> News {
        self.news_since(held.since, member)
    }

    fn news_since(&self, since: u32, member: u32) -> News {
        if self.is_late(since) {
            News::Seat
        } else if self.is_late(self.moved[member as usize]) {
            News::Free
        } else {
            News::Nothing
        }
    }

    /// Whether a member may have come free since then at the time of such a number.
    pub(super) fn is_newly_free_at(&self, member: u32, time: u32) -> bool {
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
        let at_once = self.worth.task.slot_of(mine.stand.shift) == self.worth.task.slot_of(theirs.stand.shift);
        for (from, to, price) in [(mine, b, prices[0]), (theirs, a, prices[1])] {
            let member = from.stand.member;
            let place = &mut self.at[to.0][to.1];
            place.stand.member = member;
            (place.price, place.since, place.as_of) = (price, self.turn, NONE);
            // Whoever stands elsewhere at the same time has come free at no other.
            if at_once {
                continue;
            }
            self.moved[member as usize] = self.turn;
            self.changes[member as usize] += 1;
            let words = self.times.words();
            let freed = &mut self.freed[0][member as usize * words..(member as usize + 1) * words];
            for (freed, more) in freed.iter_mut().zip(self.times.around(self.worth.task.slot_of(from.stand.shift))) {
                *freed |= more;
            }
        }
        for (member, from, to, price) in [(mine.stand.member, a, b, prices[0]), (theirs.stand.member, b, a, prices[1])]
        {
            let held = self.of[member as usize].iter_mut();
            for held in held.filter(|held| (held.site, held.number) == (from.0 as u32, from.1 as u32)).take(1) {
                *held = Held { site: to.0 as u32, number: to.1 as u32, price, since: self.turn };
            }
        }
    }

    /// What a member gains, at best, by the promise of a shift at a site on which the member does not stand.
    pub(super) fn promised(&self, live: &Live, member: u32, site: u32) -> Price {
        let (task, ties) = (self.worth.task, &self.worth.ties[member as usize]);
        let unkept = |&shift: &u32| {
            let post = &task.posts[shift as usize];
            post.site == site
                && task.slots[post.slot as usize].week == self.week
                && live.of(member).iter().all(|stand| stand.shift != shift)
        };
        if ties.iter().any(unkept) { PROMISE } else { 0 }
    }
}
