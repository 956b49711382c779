//! After an edit: as few moves as make the roster as good again as it can be.
//!
//! In the order of the planner's levels: captains, skills, heads up to minimum, heads up to target. For whatever the edit left
//! empty somebody is found at the least loss: someone who is free or to spare; else from a shift that loses the least by it
//! (heads above its minimum rather than below, heads rather than a captain). Then those whom the edit set free are put where a
//! chain of moves makes use of them. What comes of it has no chain left that would better any level, in the stretch of country
//! and the weeks that the edit touched; and since a roster is at its best exactly when there is no such chain, it is as good
//! there as if everything had been planned anew, where a flow says all there is to say (see [`flow`](crate::engine::flow)),
//! provided it was as good before.
//!
//! Nobody pinned moves, nor anyone who was put somewhere by hand, nor anyone on a shift that has begun.

use super::chain::{Chains, Exchange, Hunt, Keep, Level};
use super::field::Field;
use super::moves::Want;
use super::repair::{Move, Repair, moves};
use crate::model::{Assignment, Change, Duty, Instant, MemberIx, Roster, ShiftIx};
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
    fn touches(&self, each: &Move) -> bool {
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

    fn tidy(&mut self) {
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

impl Level {
    const ALL: [Self; 4] = [Self::Captains, Self::Skills, Self::Minimum, Self::Target];

    /// The heads that a shift on the way keeps at least, so that no level above this one loses.
    fn keep(self) -> Keep {
        match self {
            Self::Captains | Self::Skills => Keep::Nothing,
            Self::Minimum => Keep::Minimum,
            Self::Target => Keep::Target,
        }
    }

    /// True when a shift lacks any of it. Those on a shift stand in order of their posts.
    fn is_lacking(self, ground: &Ground, roster: &Roster, shift: ShiftIx) -> bool {
        let (the_shift, on) = (ground.shift(shift), roster.on(shift));
        match self {
            Self::Captains => {
                the_shift.captains > 0
                    && on.get(the_shift.captains as usize - 1).is_none_or(|each| each.duty != Duty::Captain)
            }
            Self::Skills => !the_shift.needs.is_empty() && !self.lacks(ground, roster, shift).is_empty(),
            Self::Minimum => (on.len() as u32) < the_shift.minimum.min(the_shift.maximum),
            Self::Target => (on.len() as u32) < the_shift.target.min(the_shift.maximum),
        }
    }

    /// What a shift lacks of it: the posts, each as often as it is empty.
    fn lacks(self, ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Duty> {
        let (the_shift, on) = (ground.shift(shift), roster.on(shift));
        let held = |duty: Duty| on.iter().filter(|each| each.duty == duty).count() as u32;
        let empty = |duty: Duty, posts: u32| std::iter::repeat_n(duty, posts.saturating_sub(held(duty)) as usize);
        let heads = |aimed: u32| {
            let missing = aimed.min(the_shift.maximum).saturating_sub(on.len() as u32);
            std::iter::repeat_n(Duty::Picket, missing as usize).collect()
        };
        match self {
            Self::Captains => empty(Duty::Captain, the_shift.captains).collect(),
            Self::Skills => {
                the_shift.needs.iter().flat_map(|(skill, count)| empty(Duty::Skill(*skill), *count)).collect()
            }
            Self::Minimum => heads(the_shift.minimum),
            Self::Target => heads(the_shift.target),
        }
    }
}

/// The moves that make `roster` as good again as it can be after `edit`, each on what those before left.
pub fn mend(field: &Field, ground: &Ground, roster: &Roster, edit: &Edit, terms: &Holding) -> Vec<Repair> {
    let (chains, made, scope) = (Chains::new(ground, roster), Vec::new(), Vec::new());
    let touched = edit.clone();
    let mut mender = Mender { field, ground, terms, off: &edit.off, touched, scope, lacking: None, chains, made };
    mender.scope = mender.scope(edit);
    // Where the edit took somebody away, most often somebody else comes at once; the wide search goes through less then.
    for &shift in edit.shifts.iter().filter(|_| edit.shifts.len() <= NEAR) {
        // A captain and a head may each be missing of one who went.
        let mut most = edit.lost.get(&shift).map_or(u32::MAX, |lost| 2 * lost);
        for level in Level::ALL {
            mender.fill(shift, level, &mut most);
        }
    }
    for level in Level::ALL {
        while mender.made.len() < MOST
            && let Some(wants) = mender.wants(level, edit)
        {
            if !mender.one_of(level, &wants) {
                break;
            }
            if mender.is_beside_the_point() {
                return mender.made;
            }
        }
        if !mender.swap(level) {
            return mender.made;
        }
    }
    mender.made
}

struct Mender<'m> {
    field: &'m Field,
    ground: &'m Ground,
    terms: &'m Holding<'m>,
    off: &'m [(ShiftIx, MemberIx)],
    /// What the edit touched, and every answer to it.
    touched: Edit,
    /// The shifts that hang together with what the edit touched.
    scope: Vec<ShiftIx>,
    /// Whether any of them lacked a captain, and a skill, when that was first asked.
    lacking: Option<(bool, bool)>,
    chains: Chains<'m>,
    made: Vec<Repair>,
}

impl<'m> Mender<'m> {
    /// True when the last moves have nothing to do with the edit, nor with what answered it before: they could have been made
    /// without it, and are a plan's business. They are not made then.
    fn is_beside_the_point(&mut self) -> bool {
        let Some(last) = self.made.last() else { return false };
        if !last.moves.iter().any(|each| self.touched.touches(each)) {
            self.made.pop();
            return true;
        }
        for each in &last.moves {
            self.touched.members.push(each.member);
            self.touched.shifts.extend(each.from.iter().chain(&each.to).map(|place| place.0));
        }
        self.touched.tidy();
        false
    }

    /// Fills a level of one shift as far as chains do.
    fn fill(&mut self, shift: ShiftIx, level: Level, most: &mut u32) {
        if self.has_begun(shift) || self.is_crowded(shift) {
            return;
        }
        let mut stuck = None;
        while *most > 0
            && !self.is_crowded(shift)
            && let Some(duty) =
                level.lacks(self.ground, self.chains.roster(), shift).into_iter().find(|duty| stuck != Some(*duty))
        {
            // Of several skills, one that nobody can be found for does not keep the next from being sought.
            if self.one_of(level, &[(shift, duty)]) {
                *most -= 1;
                self.is_beside_the_point();
            } else if stuck.replace(duty).is_some() {
                return;
            }
        }
    }

    /// True when no head more may stand there, whatever posts are empty.
    fn is_crowded(&self, shift: ShiftIx) -> bool {
        self.chains.roster().on(shift).len() as u32 >= self.ground.shift(shift).maximum
    }

    /// Where a post is empty and no head more may come, the holder of it comes in a picket's place, who is free then.
    /// False: that has nothing to do with the edit.
    fn swap(&mut self, level: Level) -> bool {
        for shift in self.scope.clone() {
            while self.is_crowded(shift) && level.is_lacking(self.ground, self.chains.roster(), shift) {
                let hunt = self.hunt(level, (false, false));
                let may = |each: &&Assignment| each.duty == Duty::Picket && hunt.may_leave(self.ground, each);
                let Some(picket) = self.chains.roster().on(shift).iter().find(may).map(|each| each.member) else {
                    break;
                };
                let lacks = level.lacks(self.ground, self.chains.roster(), shift);
                let out = self.chains.leave_out(shift, &[picket]);
                if lacks.into_iter().any(|duty| self.one_of(level, &[(shift, duty)])) {
                    let goes = Move { member: picket, from: vec![(shift, Duty::Picket)], to: Vec::new() };
                    if let Some(made) = self.made.last_mut() {
                        made.moves.push(goes);
                    }
                    if self.is_beside_the_point() {
                        return false;
                    }
                } else {
                    self.chains.bring_back(out);
                    break;
                }
            }
        }
        true
    }

    fn has_begun(&self, shift: ShiftIx) -> bool {
        self.terms.from.is_some_and(|from| self.ground.shift(shift).span.start < from)
    }

    /// The shifts that hang together with what the edit touched, and have not begun.
    fn scope(&self, edit: &Edit) -> Vec<ShiftIx> {
        let regions = edit.shifts.iter().map(|shift| self.ground.shift(*shift).site);
        let mut regions: BTreeSet<u32> = regions.map(|site| self.field.region(self.ground, site)).collect();
        regions.extend(edit.members.iter().filter_map(|member| self.field.region_of(self.ground, *member)));
        let mut scope = Vec::new();
        for region in regions {
            for &week in &edit.weeks {
                let shifts = self.field.shifts_in(self.ground, region, week).iter().copied();
                scope.extend(shifts.filter(|shift| !self.has_begun(*shift)));
            }
        }
        scope
    }

    /// What is lacking of a level, that which those whom the edit set free could fill themselves first.
    fn wants(&mut self, level: Level, edit: &Edit) -> Option<Vec<Want>> {
        let (ground, roster) = (self.ground, self.chains.roster());
        let lacking: Vec<ShiftIx> =
            self.scope.iter().copied().filter(|shift| level.is_lacking(ground, roster, *shift)).collect();
        let lacking: Vec<ShiftIx> = lacking.into_iter().filter(|shift| !self.is_crowded(*shift)).collect();
        if lacking.is_empty() {
            return None;
        }
        let flags = self.lacking();
        let hunt = self.hunt(level, flags);
        let mut wants: Vec<Want> = Vec::new();
        for shift in lacking {
            let mut lacks = level.lacks(ground, self.chains.roster(), shift);
            lacks.dedup();
            let open = |want: &Want| !self.chains.is_lost(&hunt, *want);
            wants.extend(lacks.into_iter().map(|duty| (shift, duty)).filter(open));
        }
        let nearby = |want: &Want| edit.members.iter().any(|member| self.field.is_free(ground, want.0, *member));
        if edit.members.len() <= FEW {
            wants.sort_by_cached_key(|want| !nearby(want));
        }
        (!wants.is_empty()).then_some(wants)
    }

    fn hunt(&self, level: Level, (captains, skills): (bool, bool)) -> Hunt<'m> {
        Hunt {
            settle: Keep::Target,
            exchange: Some(Exchange { level, captains, skills }),
            one_stays: false,
            by_hand_stays: true,
            from: self.terms.from,
            told: self.terms.told,
            off: self.off.to_vec(),
            ..Hunt::anywhere(level.keep())
        }
    }

    /// Whether any shift in scope lacks a captain, and whether any lacks a skill.
    fn lacking(&mut self) -> (bool, bool) {
        let (ground, roster) = (self.ground, self.chains.roster());
        let any = |level: Level| self.scope.iter().any(|shift| level.is_lacking(ground, roster, *shift));
        *self.lacking.get_or_insert_with(|| (any(Level::Captains), any(Level::Skills)))
    }

    fn one_of(&mut self, level: Level, wants: &[Want]) -> bool {
        let mut hunt = self.hunt(level, (false, false));
        hunt.choosy = wants.len() == 1;
        let mut found = self.chains.one_of(self.field, &mut hunt, wants);
        if found.is_none() {
            let lacking = self.lacking();
            if lacking != (false, false) {
                let mut hunt = self.hunt(level, lacking);
                hunt.looks = EXCHANGES;
                found = self.chains.one_of(self.field, &mut hunt, wants);
            }
        }
        let Some(want) = found else { return false };
        // A chain is made from its end; people are told of it from its beginning.
        let told: Vec<MemberIx> = self.chains.done().iter().rev().map(|step| step.member).collect();
        let moves = moves(&self.chains, &told);
        self.chains.settle();
        self.made.push(Repair { shift: want.0, moves, missing: 1, brings: 1 });
        true
    }
}

/// Members looked at, at most, for chains on which captains and skills change places.
const EXCHANGES: u64 = 10_000;
/// Chains made at most: a roster that wants more is to be planned.
const MOST: usize = 500;
/// Shifts touched up to which each is filled first on its own.
const NEAR: usize = 64;
/// Members set free up to whom it is asked first where they can go themselves.
const FEW: usize = 8;
