//! Places that lead nowhere: from none of them does a chain lead to anybody free or to spare.
//!
//! Everyone who could fill one of them stands on another of them. So nothing has to be sought from there, as long as that
//! holds; whoever keeps such places from one edit to the next has to see to it (see [`watch`](super::watch)).

use super::field::Field;
use super::hunt::{BALANCES, Balance, Place, number_of};
use super::moves::Want;
use crate::model::{Duty, ShiftIx};
use rustc_hash::FxHashMap;

/// A set of places.
#[derive(Debug, Clone, Default)]
pub(super) struct Barren {
    on: FxHashMap<ShiftIx, Vec<(Duty, Balance)>>,
    /// By time of shifts: the shifts with such places.
    at: Vec<Vec<ShiftIx>>,
    /// How many places are on each balance.
    count: [usize; BALANCES.len()],
}

impl Barren {
    pub fn is_empty(&self) -> bool {
        self.on.is_empty()
    }

    pub fn has(&self, (shift, duty): Want, balance: Balance) -> bool {
        self.on(shift).contains(&(duty, balance))
    }

    /// Those on one shift.
    pub fn on(&self, shift: ShiftIx) -> &[(Duty, Balance)] {
        self.on.get(&shift).map_or(&[], Vec::as_slice)
    }

    /// The shifts of one time (see [`Field::time`]) that have any.
    pub fn at(&self, time: usize) -> &[ShiftIx] {
        self.at.get(time).map_or(&[], Vec::as_slice)
    }

    /// The balances on which there are any.
    pub fn balances(&self) -> impl Iterator<Item = Balance> {
        BALANCES.into_iter().zip(self.count).filter(|(_, count)| *count > 0).map(|(balance, _)| balance)
    }

    /// Takes places in.
    pub fn join(&mut self, field: &Field, places: impl IntoIterator<Item = Place>) {
        self.at.resize(field.times(), Vec::new());
        for ((shift, duty), balance) in places {
            let on = self.on.entry(shift).or_default();
            if on.is_empty() {
                self.at[field.time(shift)].push(shift);
            }
            if !on.contains(&(duty, balance)) {
                on.push((duty, balance));
                self.count[number_of(balance)] += 1;
            }
        }
    }

    pub fn remove(&mut self, field: &Field, ((shift, duty), balance): Place) {
        let Some(on) = self.on.get_mut(&shift) else { return };
        let before = on.len();
        on.retain(|each| *each != (duty, balance));
        self.count[number_of(balance)] -= before - on.len();
        if on.is_empty() {
            self.on.remove(&shift);
            self.at[field.time(shift)].retain(|each| *each != shift);
        }
    }
}
