//! Loose ends: what some moves opened in a set of places that led nowhere, and where that leads.
//!
//! Who has moved, or has time again, may come to a place of the set from outside it; a shift that has other people or other
//! numbers may spare one. Only these are looked at. From each such place the set is gone through the other way round, from who
//! stands there to where else they could stand: to a place that lacks somebody, and then there is a chain; or to none, and
//! then the places gone through leave the set, and the rest of it holds.

use super::arcs::{Left, inside, leave, slides};
use super::barren::Barren;
use super::chain::Chains;
use super::field::Field;
use super::hunt::{Hunt, Keep, Place};
use super::moves::{Leaving, Step, Want, ways_in};
use crate::model::{MemberIx, ShiftIx};
use crate::rules::skill;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Places gone through, at most, before the set is given up.
const FAR: usize = 4_000;

/// A place of the set that somebody could fill, and how: the last mover first; none: it can be spared.
#[derive(Debug)]
pub(super) struct Start {
    pub place: Place,
    pub tail: Vec<Step>,
    pub keeps: Keep,
}

/// A place outside the set whose holder could come to one in it, by that step (none: it is a post of the same shift).
#[derive(Debug)]
pub(super) struct Growth {
    pub place: Place,
    pub of: Place,
    pub step: Option<Step>,
}

/// Every loose end.
#[derive(Debug, Default)]
pub(super) struct Loose {
    pub starts: Vec<Start>,
    pub growth: Vec<Growth>,
}

/// Where it leads.
pub(super) enum Lead {
    /// To a place that lacks somebody: the steps of the shortest chain there, the last mover first.
    Chain(Vec<Step>),
    /// To none; every place gone through.
    Nowhere(Vec<Place>),
    /// Too far.
    Far,
}

/// A set of places, and what is asked about it.
pub(super) struct Ends<'e, 'a, 'h> {
    pub field: &'e Field,
    pub chains: &'e Chains<'a>,
    pub hunt: &'e Hunt<'h>,
    pub barren: &'e Barren,
    /// Whether a place of the set is one that lacks somebody, and may have somebody more.
    pub lacks: &'e dyn Fn(Place) -> bool,
}

impl Ends<'_, '_, '_> {
    /// The loose ends that come of these members' other places or times, and of these shifts' other people or numbers.
    pub fn loose(&self, members: &BTreeSet<MemberIx>, shifts: &BTreeSet<ShiftIx>) -> Loose {
        let mut loose = Loose::default();
        for &member in members {
            self.of_member(member, &mut loose);
        }
        for &shift in shifts {
            self.of_shift(shift, &mut loose);
        }
        loose
    }

    fn of_member(&self, member: MemberIx, loose: &mut Loose) {
        let leads_out = |from: Want| self.barren.balances().any(|balance| !self.barren.has(from, balance));
        let wanted = |left: &Left| left.keeps.is_some() || left.from.is_some_and(leads_out);
        self.to_elsewhere(member, wanted, |of, step, keeps| {
            // What a pool does not allow as things stand is asked again when one of the pool moves.
            if keeps.is_none() && step.from.is_some_and(|from| self.barren.has(from, of.1))
                || !self.chains.pools_allow(of.0, member)
            {
                return;
            }
            match (keeps, step.from) {
                (Some(keeps), _) => loose.starts.push(Start { place: of, tail: vec![step], keeps }),
                (None, Some(from)) => loose.growth.push(Growth { place: (from, of.1), of, step: Some(step) }),
                (None, None) => {}
            }
        });
    }

    fn of_shift(&self, shift: ShiftIx, loose: &mut Loose) {
        for &(duty, balance) in self.barren.on(shift) {
            let place = ((shift, duty), balance);
            if let Some(keeps) = self.chains.spares(self.hunt, (shift, duty)) {
                loose.starts.push(Start { place, tail: Vec::new(), keeps });
            }
            if let Some(exchange) = self.hunt.exchange {
                slides(self.chains, exchange, (shift, duty), balance, |duty, balance| {
                    if !self.barren.has((shift, duty), balance) {
                        loose.growth.push(Growth { place: ((shift, duty), balance), of: place, step: None });
                    }
                });
            }
            inside(self.chains, self.hunt, (shift, duty), (self.lacks)(place), |step, keeps| {
                match (keeps, step.from) {
                    _ if self.hunt.banned.contains(&step) => {}
                    (Some(keeps), _) => loose.starts.push(Start { place, tail: vec![step], keeps }),
                    (None, Some(from)) if !self.barren.has(from, balance) => {
                        loose.growth.push(Growth { place: (from, balance), of: place, step: Some(step) });
                    }
                    (None, _) => {}
                }
            });
        }
    }

    /// Every step by which `member` would come to a place of the set on another shift, leaving what is `wanted`.
    fn to_elsewhere(
        &self,
        member: MemberIx,
        wanted: impl Fn(&Left) -> bool,
        mut take: impl FnMut(Place, Step, Option<Keep>),
    ) {
        let (field, chains) = (self.field, self.chains);
        let (ground, others) = (chains.ground, chains.roster.of(member));
        let mut ways: Vec<Leaving> = Vec::new();
        for time in 0..field.times() {
            let at = self.barren.at(time);
            if at.is_empty() || !field.can_come(ground, at[0]).has(member) {
                continue;
            }
            // A member's ways depend on the time alone.
            ways_in(ground, others, at[0], &mut ways);
            let lefts = ways.iter().filter_map(|leaving| leave(chains, self.hunt, member, *leaving));
            let lefts: Vec<Left> = lefts.filter(|left| wanted(left)).collect();
            if lefts.is_empty() {
                continue;
            }
            for &shift in at {
                let reaches = field.reach(ground, ground.shift(shift).site).has(member)
                    && !field.kept_away(ground, shift).has(member);
                if !reaches || others.contains(&shift) || self.hunt.stays_off(shift, member) {
                    continue;
                }
                for &(duty, balance) in self.barren.on(shift) {
                    if !skill::has(ground, member, duty) {
                        continue;
                    }
                    for left in &lefts {
                        let step = left.step((shift, duty), member);
                        if !self.hunt.banned.contains(&step) {
                            take(((shift, duty), balance), step, left.keeps);
                        }
                    }
                }
            }
        }
    }

    /// Goes through the set from `starts` on, in order of the length of the chain.
    pub fn lead(&self, mut starts: Vec<Start>) -> Lead {
        starts.sort_by_key(|start| (start.keeps, start.tail.len()));
        let mut walk = Walk { met: FxHashMap::default(), layers: BTreeMap::new() };
        let mut next = 0;
        while next < starts.len() {
            let keeps = starts[next].keeps;
            while let Some(start) = starts.get(next).filter(|start| start.keeps == keeps) {
                let price = start.tail.iter().map(|step| self.hunt.price(step)).sum();
                walk.meet(start.place, Met { before: Err(next), price }, start.tail.len());
                next += 1;
            }
            while let Some((depth, mut layer)) = walk.layers.pop_first() {
                let mut best: Option<(i32, Place)> = None;
                let mut at = 0;
                while let Some(&place) = layer.get(at) {
                    at += 1;
                    let price = walk.met[&place].price;
                    if (self.lacks)(place) {
                        let this = (price, place);
                        best = Some(best.map_or(this, |best| best.min(this)));
                        continue;
                    }
                    self.back(place, |to, step| {
                        let more = step.map_or(0, |step| self.hunt.price(&step));
                        let met = Met { before: Ok((place, step)), price: price + more };
                        if step.is_some() {
                            walk.meet(to, met, depth + 1);
                        } else if walk.is_new(to, met) {
                            layer.push(to);
                        }
                    });
                    if walk.met.len() > FAR {
                        return Lead::Far;
                    }
                }
                if let Some((_, place)) = best {
                    return Lead::Chain(walk.chain(place, &starts));
                }
            }
        }
        Lead::Nowhere(walk.met.into_keys().collect())
    }

    /// Every place of the set that somebody who stands at `place` could fill, or that is another post of the same shift which
    /// filling `place` would do for.
    fn back(&self, place: Place, mut take: impl FnMut(Place, Option<Step>)) {
        let ((shift, duty), balance) = place;
        for &(post, other) in self.barren.on(shift) {
            let of = ((shift, post), other);
            if let Some(exchange) = self.hunt.exchange {
                slides(self.chains, exchange, of.0, other, |to, on| {
                    if (to, on) == (duty, balance) {
                        take(of, None);
                    }
                });
            }
            if other == balance {
                inside(self.chains, self.hunt, of.0, (self.lacks)(of), |step, _| {
                    if step.from == Some(place.0) && !self.hunt.banned.contains(&step) {
                        take(of, Some(step));
                    }
                });
            }
        }
        for each in self.chains.roster.on(shift).iter().filter(|each| each.duty == duty) {
            self.to_elsewhere(
                each.member,
                |left| left.from == Some(place.0),
                |to, step, _| {
                    if to.1 == balance {
                        take(to, Some(step));
                    }
                },
            );
        }
    }
}

/// A place gone through: from which other by which step, or from which start; and how much less of what people were told would
/// hold.
#[derive(Clone, Copy)]
struct Met {
    before: Result<(Place, Option<Step>), usize>,
    price: i32,
}

struct Walk {
    met: FxHashMap<Place, Met>,
    /// By the length of the chain.
    layers: BTreeMap<usize, Vec<Place>>,
}

impl Walk {
    fn is_new(&mut self, place: Place, met: Met) -> bool {
        let is_new = !self.met.contains_key(&place);
        if is_new {
            self.met.insert(place, met);
        }
        is_new
    }

    fn meet(&mut self, place: Place, met: Met, depth: usize) {
        if self.is_new(place, met) {
            self.layers.entry(depth).or_default().push(place);
        }
    }

    /// The steps that lead to `place`, the last mover first.
    fn chain(&self, place: Place, starts: &[Start]) -> Vec<Step> {
        let (mut steps, mut here) = (Vec::new(), place);
        let start = loop {
            match self.met.get(&here).map(|met| met.before) {
                Some(Ok((before, step))) => {
                    steps.extend(step);
                    here = before;
                }
                Some(Err(start)) => break starts.get(start),
                None => break None,
            }
        };
        let tail = start.map_or(&[][..], |start| &start.tail);
        tail.iter().copied().chain(steps.into_iter().rev()).collect()
    }
}
