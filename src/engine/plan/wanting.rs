//! What members could gain by changing places between two sites, in the order in which they are put together.
//!
//! It refuses to know places and rules (see [`polish`](super::polish)).

use std::ops::Range;

use super::wishes::{NOTHING, Price};

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
    /// Whether anything of this somebody has changed since the last round.
    pub(super) new: bool,
    /// Whether this somebody came to the seat since then.
    pub(super) new_place: bool,
    /// Whether the other site is among the best for this somebody.
    pub(super) wants: bool,
}

/// Two of whom nothing is new have been looked at together before, and two neither of whom wants it need not be: so of those at
/// the other site all, those of whom something is new, those who want it, or those of both.
const SORTS: usize = 4;

fn sort(new: bool, wants: bool) -> usize {
    usize::from(new) + 2 * usize::from(wants)
}

/// Of every sort, the most that anybody has to gain.
#[derive(Clone, Copy)]
pub(super) struct Most([Price; SORTS]);

impl Most {
    /// Nobody has anything to gain.
    pub(super) const NOTHING: Self = Self([-NOTHING; SORTS]);

    pub(super) fn of(wanting: &[Wanting]) -> Self {
        let mut most = Self::NOTHING;
        for each in wanting {
            most.add(each);
        }
        most
    }

    pub(super) fn add(&mut self, each: &Wanting) {
        for (new, wants) in [(false, false), (true, false), (false, true), (true, true)] {
            let most = &mut self.0[sort(new, wants)];
            if each.new >= new && each.wants >= wants && each.gain > *most {
                *most = each.gain;
            }
        }
    }

    /// Among those with whom somebody of the other site is to be looked at.
    pub(super) fn to(&self, each: &Wanting) -> Price {
        self.0[sort(!each.new, !each.wants)]
    }
}

/// Those at another site, by time and template, whoever gains most first; of every sort.
pub(super) struct Others {
    sorts: [Vec<Wanting>; SORTS],
    pub(super) alike: Vec<Alike>,
}

/// Where those of one time and template are, of every sort.
pub(super) struct Alike {
    pub(super) time: u32,
    pub(super) template: u32,
    at: [Range<usize>; SORTS],
}

impl Others {
    pub(super) fn new(all: &mut [Wanting]) -> Self {
        all.sort_unstable_by_key(|each| (each.time, each.template, -each.gain, each.seat));
        let mut others = Self { sorts: Default::default(), alike: Vec::new() };
        for chunk in all.chunk_by(|a, b| (a.time, a.template) == (b.time, b.template)) {
            let mut at = [0..0, 0..0, 0..0, 0..0];
            for (new, wants) in [(false, false), (true, false), (false, true), (true, true)] {
                let list = &mut others.sorts[sort(new, wants)];
                let begin = list.len();
                list.extend(chunk.iter().filter(|each| each.new >= new && each.wants >= wants));
                at[sort(new, wants)] = begin..list.len();
            }
            let Wanting { time, template, .. } = chunk[0];
            others.alike.push(Alike { time, template, at });
        }
        others
    }

    /// Those of some who are alike: all, or only those of whom something is `new`, or who want it.
    pub(super) fn of(&self, alike: &Alike, new: bool, wants: bool) -> &[Wanting] {
        &self.sorts[sort(new, wants)][alike.at[sort(new, wants)].clone()]
    }
}
