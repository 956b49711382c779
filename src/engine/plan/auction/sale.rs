//! The auction itself.

use std::collections::VecDeque;

use super::hall::{Hall, ONE};
use crate::engine::plan::task::Stand;

/// By how much a place that changes hands gets dearer.
const STEP: i64 = ONE / 16;
/// How many weeks each bidder makes up at most, one with another.
const TURNS: usize = 400;
/// How often it is seen what is sold, while each bidder makes up one.
const LOOKS: usize = 64;

/// A place on a lot.
#[derive(Clone, Copy)]
struct Place {
    worth: i64,
    price: i64,
    holder: Option<usize>,
}

impl Place {
    /// What it would bring somebody who does not hold it, at its price: one that nobody holds can be had for half.
    fn gain(&self) -> i64 {
        self.worth - if self.holder.is_some() { self.price + STEP } else { self.price / 2 }
    }
}

/// Who holds what.
struct Sale {
    lots: Vec<Vec<Place>>,
    /// By lot, the place that would bring most, and what.
    best: Vec<usize>,
    gain: Vec<i64>,
    /// By bidder, pages with lots and places.
    holds: Vec<Vec<(usize, usize, usize)>>,
    /// What all places held are worth.
    sum: i64,
}

impl Hall<'_, '_> {
    /// Sells, beginning at such prices by lot, until nobody who lost a place is left, or so much `work` was done, in states.
    /// Who stood where when most was sold.
    pub(super) fn sell(&mut self, prices: &[i64], work: usize, stop: &dyn Fn() -> bool) -> Vec<Stand> {
        let place = |price: i64| move |&worth: &i64| Place { worth, price: price * worth / ONE, holder: None };
        let mut sale = Sale {
            lots: self
                .lots
                .iter()
                .zip(prices)
                .map(|(lot, &price)| lot.worth.iter().map(place(price)).collect())
                .collect(),
            best: vec![0; self.lots.len()],
            gain: vec![0; self.lots.len()],
            holds: vec![Vec::new(); self.bidders.len()],
            sum: 0,
        };
        (0..self.lots.len()).for_each(|lot| sale.look_at(lot));
        let mut queue: VecDeque<usize> = (0..self.bidders.len()).collect();
        let mut waits = vec![true; self.bidders.len()];
        let mut most = (Vec::new(), 0);
        let turns = (work / self.size).min(TURNS) * self.bidders.len();
        let often = self.bidders.len() / LOOKS + 1;
        for turn in 0..turns {
            let Some(b) = queue.pop_front() else { break };
            if stop() {
                break;
            }
            waits[b] = false;
            for other in self.take_turn(&mut sale, b) {
                if !std::mem::replace(&mut waits[other], true) {
                    queue.push_back(other);
                }
            }
            if sale.sum > most.1 && (turn % often == 0 || queue.is_empty()) {
                most = (self.stands(&sale), sale.sum);
            }
        }
        most.0
    }

    /// Somebody makes up the best week there is at the present prices. Who lost a place by it.
    fn take_turn(&mut self, sale: &mut Sale, b: usize) -> Vec<usize> {
        let bidder = &self.bidders[b];
        // A place of one's own is kept where another is no better.
        for &(_, lot, at) in &sale.holds[b] {
            let place = sale.lots[lot][at];
            (sale.best[lot], sale.gain[lot]) = (at, place.worth - place.price / 2 + 1);
        }
        let best = |lots: &Vec<u32>| {
            let each = lots.iter().map(|&lot| (sale.gain[lot as usize], std::cmp::Reverse(lot)));
            each.max().map_or((0, 0), |(gain, lot)| (gain, lot.0 as usize))
        };
        let (worth, chosen): (Vec<i64>, Vec<usize>) = bidder.reach.iter().map(best).unzip();
        let (_, pages) = bidder.diary.best(self.task, &worth, &mut self.room);
        let chosen: Vec<(usize, usize, usize)> =
            pages.into_iter().map(|page| (page, chosen[page], sale.best[chosen[page]])).collect();
        for (_, lot, at) in std::mem::take(&mut sale.holds[b]) {
            sale.lots[lot][at].holder = None;
            sale.sum -= sale.lots[lot][at].worth;
            sale.look_at(lot);
        }
        let mut lost = Vec::new();
        for (page, lot, at) in chosen {
            let place = &mut sale.lots[lot][at];
            if let Some(other) = place.holder.replace(b) {
                place.price = (place.price + STEP).min(place.worth);
                sale.holds[other].retain(|held| (held.1, held.2) != (lot, at));
                lost.push(other);
            } else {
                sale.sum += place.worth;
            }
            sale.holds[b].push((page, lot, at));
            sale.look_at(lot);
        }
        lost
    }

    fn stands(&self, sale: &Sale) -> Vec<Stand> {
        let of = |(bidder, holds): (&super::hall::Bidder, &Vec<(usize, usize, usize)>)| {
            let stand = |held: &(usize, usize, usize)| {
                let lot = &self.lots[held.1];
                Stand { member: bidder.member, shift: lot.shift, kind: lot.kind }
            };
            holds.iter().map(stand).collect::<Vec<_>>()
        };
        self.bidders.iter().zip(&sale.holds).flat_map(of).collect()
    }
}

impl Sale {
    /// Finds the best place of a lot anew.
    fn look_at(&mut self, lot: usize) {
        let places = self.lots[lot].iter().enumerate();
        let best = places.map(|(at, place)| (place.gain(), std::cmp::Reverse(at))).max();
        (self.gain[lot], self.best[lot]) = best.map_or((0, 0), |(gain, at)| (gain, at.0));
    }
}
