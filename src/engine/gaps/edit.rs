//! What an edit touched, and on which terms it is answered.

use super::moves::Want;
use super::repair::Move;
use crate::model::{Change, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::Ground;
use std::collections::{BTreeMap, BTreeSet};

/// What an edit touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// Shifts that lost somebody, or whose numbers are others now, or that are new.
    pub shifts: Vec<ShiftIx>,
    /// Members who may stand where they might not before: they lost a place, or have time again.
    pub members: Vec<MemberIx>,
    /// The weeks in which that is.
    pub weeks: BTreeSet<u16>,
    /// Those who were taken off a shift by hand: they are not put there again.
    pub off: Vec<(ShiftIx, MemberIx)>,
    /// Of the shifts, how many heads each lost; one that is not among them may have come to lack any number.
    pub lost: BTreeMap<ShiftIx, u32>,
    /// Everything is looked over, whatever was touched.
    pub all: bool,
    /// Numbers, times or rules are others now: some who stand where it touched may have to go.
    pub bars: bool,
}

impl Edit {
    /// The edit that led from one roster to another on the same shifts.
    pub fn between(ground: &Ground, before: &Roster, after: &Roster) -> Self {
        let mut edit = Self::default();
        for change in before.changes_to(after) {
            edit.take_in(ground, &change);
        }
        edit
    }

    /// Takes a change made by hand in.
    pub fn take_in(&mut self, ground: &Ground, change: &Change) {
        let (shift, member) = (change.shift(), change.member());
        self.members.push(member);
        self.off.retain(|pair| *pair != (shift, member));
        let gone = matches!(change, Change::Removed(_));
        if gone {
            self.off.push((shift, member));
        }
        if self.lost.contains_key(&shift) || !self.shifts.contains(&shift) {
            *self.lost.entry(shift).or_default() += u32::from(gone);
        }
        self.touch(ground, [shift]);
    }

    /// True for a move on or off a shift that was touched, or of a member who was.
    pub(super) fn touches(&self, each: &Move) -> bool {
        let touched = |(shift, _): &Want| self.shifts.binary_search(shift).is_ok();
        self.all || self.members.binary_search(&each.member).is_ok() || each.from.iter().chain(&each.to).any(touched)
    }

    /// Takes shifts in that lack somebody who might be found, or could spare somebody now.
    pub fn touch(&mut self, ground: &Ground, shifts: impl IntoIterator<Item = ShiftIx>) {
        for shift in shifts {
            self.shifts.push(shift);
            self.weeks.insert(ground.shift(shift).week);
        }
        self.tidy();
    }

    pub(super) fn tidy(&mut self) {
        self.shifts.sort_unstable();
        self.shifts.dedup();
        self.members.sort_unstable();
        self.members.dedup();
    }

    /// True when nothing was touched.
    pub fn is_empty(&self) -> bool {
        self.shifts.is_empty() && self.members.is_empty()
    }
}

/// On which terms a roster is mended.
#[derive(Debug, Clone, Copy, Default)]
pub struct Holding<'a> {
    /// Shifts that begin before this keep whom they have.
    pub from: Option<Instant>,
    /// What people were told: of moves that are equally few, those that change least of it.
    pub told: Option<&'a Roster>,
}
