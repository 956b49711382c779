//! What members could gain by changing places between two sites, in the order in which they are put together.
//!
//! It refuses to know places and rules (see [`polish`](super::polish)).

use std::ops::Range;

use super::wishes::{NOTHING, Price};

/// What is new about somebody and a seat since the last turn of the site from which they are looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum News {
    Nothing,
    /// At some time the somebody may have come free.
    Free,
    /// The somebody has come to the seat.
    Seat,
}

/// Whether somebody is to be looked at for a place at another site.
#[derive(Clone, Copy)]
pub(super) struct Interest {
    pub(super) news: News,
    /// Whether the other site is among the best for this somebody.
    pub(super) wants: bool,
    /// Whether it was among those that were looked at before.
    pub(super) wanted: bool,
}

/// What somebody could gain at another site, at best.
#[derive(Clone, Copy)]
pub(super) struct Wanting {
    pub(super) gain: Price,
    pub(super) member: u32,
    /// The seat's number at its site.
    pub(super) seat: u32,
    /// The number of its time in the week.
    pub(super) time: u32,
    pub(super) template: u32,
    pub(super) interest: Interest,
}

impl Interest {
    fn is_new(self) -> bool {
        self.news > News::Nothing
    }

    /// Of whom at the other site there may be one with whom this somebody has not been looked at.
    fn look_at(self) -> Sort {
        match (self.is_new(), self.wanted) {
            (true, _) => Sort::new(Of::All, !self.wants),
            (false, false) => Sort::new(Of::Unseen, !self.wants),
            (false, true) => Sort::new(Of::New, !self.wants),
        }
    }

    fn is_of(self, sort: Sort) -> bool {
        self.wants >= sort.wants
            && match sort.of {
                Of::All => true,
                Of::Unseen => self.is_new() || !self.wanted,
                Of::New => self.is_new(),
            }
    }
}

/// Two of whom nothing is new have been looked at together before if one of them wanted it then.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    All,
    /// Those of whom something is new, and those who did not want it before.
    Unseen,
    /// Those of whom something is new.
    New,
}

/// Some of those at another site; of two neither of whom wants it nobody need be looked at.
#[derive(Clone, Copy)]
pub(super) struct Sort {
    of: Of,
    wants: bool,
}

impl Sort {
    const ALL: [Self; 6] = [
        Self::new(Of::All, false),
        Self::new(Of::Unseen, false),
        Self::new(Of::New, false),
        Self::new(Of::All, true),
        Self::new(Of::Unseen, true),
        Self::new(Of::New, true),
    ];

    const fn new(of: Of, wants: bool) -> Self {
        Self { of, wants }
    }

    fn number(self) -> usize {
        self.of as usize + if self.wants { 3 } else { 0 }
    }
}

/// Of every sort, the most that anybody has to gain.
#[derive(Clone, Copy)]
pub(super) struct Most([Price; Sort::ALL.len()]);

impl Most {
    /// Nobody has anything to gain.
    pub(super) const NOTHING: Self = Self([-NOTHING; Sort::ALL.len()]);

    pub(super) fn of(wanting: &[Wanting]) -> Self {
        let mut most = Self::NOTHING;
        for each in wanting {
            most.add(each.gain, each.interest);
        }
        most
    }

    /// Whether nobody was added.
    pub(super) fn is_nothing(&self) -> bool {
        self.0[Sort::new(Of::All, false).number()] == -NOTHING
    }

    pub(super) fn add(&mut self, gain: Price, interest: Interest) {
        for (most, sort) in self.0.iter_mut().zip(Sort::ALL) {
            if gain > *most && interest.is_of(sort) {
                *most = gain;
            }
        }
    }

    /// Among those with whom somebody of such interest is to be looked at.
    pub(super) fn to(&self, interest: Interest) -> Price {
        self.0[interest.look_at().number()]
    }
}

/// Those at another site, by time and template, whoever gains most first; of every sort.
pub(super) struct Others<'a> {
    all: &'a [Wanting],
    sorts: [Vec<u32>; Sort::ALL.len()],
    pub(super) alike: Vec<Alike>,
}

/// Where those of one time and template are, of every sort.
pub(super) struct Alike {
    pub(super) time: u32,
    pub(super) template: u32,
    at: [Range<usize>; Sort::ALL.len()],
}

impl<'a> Others<'a> {
    pub(super) fn new(all: &'a mut [Wanting]) -> Self {
        all.sort_unstable_by_key(|each| (each.time, each.template, -each.gain, each.seat));
        let mut others = Self { all, sorts: Default::default(), alike: Vec::new() };
        let mut next = 0;
        for chunk in others.all.chunk_by(|a, b| (a.time, a.template) == (b.time, b.template)) {
            let mut at: [Range<usize>; Sort::ALL.len()] = Default::default();
            for ((list, at), sort) in others.sorts.iter_mut().zip(&mut at).zip(Sort::ALL) {
                let begin = list.len();
                list.extend(
                    (next..).zip(chunk).filter(|(_, each)| each.interest.is_of(sort)).map(|(number, _)| number),
                );
                *at = begin..list.len();
            }
            next += chunk.len() as u32;
            let Wanting { time, template, .. } = chunk[0];
            others.alike.push(Alike { time, template, at });
        }
        others
    }

    /// Those who are alike whom `each` is to be looked at with, given what is new about `each` at their time.
    pub(super) fn of(&self, alike: &Alike, each: &Wanting, news: News) -> impl Iterator<Item = &Wanting> {
        let sort = Interest { news, ..each.interest }.look_at().number();
        self.sorts[sort][alike.at[sort].clone()].iter().map(|&number| &self.all[number as usize])
    }
}
