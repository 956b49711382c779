//! After an edit: as few moves as make the roster as good again as it can be.
//!
//! In the order of the planner's levels: captains, skills, heads up to minimum, heads up to target; then the hours of those whom
//! it moved or set free (see [`earn`](super::earn)). For whatever the edit left
//! empty somebody is found at the least loss: someone who is free or to spare; else from a shift that loses the least by it
//! (heads above its minimum rather than below, heads rather than a captain). Then those whom the edit set free are put where a
//! chain of moves makes use of them. What comes of it has no chain left that would better any level, in the stretch of country
//! and the weeks that the edit touched; and since a roster is at its best exactly when there is no such chain, it is as good
//! there as if everything had been planned anew, where a flow says all there is to say (see [`flow`](crate::engine::flow)),
//! provided it was as good before; of hours, nearly. Two members of a pool don't change places in step: whom a pool does not let go as things
//! stand, stays.
//!
//! That there is no chain is proven once, and kept true from one edit to the next (see [`watch`](super::watch)): so an answer
//! takes as long as what the edit touched is large, not the country.
//!
//! Nobody pinned moves, nor anyone who was put somewhere by hand, nor anyone on a shift that has begun. Where the edit made rules
//! stricter (a court's cap, a lower maximum), whoever may not stay goes first, people put there by hand too (see
//! [`breach`](crate::engine::breach)). Where such a number leaves a shift no more heads than posts, a head may be missed that a plan
//! made anew finds, because two would have to come in the place of one who holds a post: 4 times after 4,396 random edits.

use super::chain::{Chains, Sought};
use super::edit::{Edit, Holding};
use super::field::Field;
use super::hunt::{EVEN, Exchange, Hunt, Keep, Level};
use super::moves::{Want, touched};
use super::repair::{Move, Repair, moves};
use super::watch::{Kept, Stretch, Watch, kind_of};
use crate::engine::breach::amends;
use crate::model::{Assignment, Change, MemberIx, Roster, ShiftIx};
use crate::rules::{Ground, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// Chains made at most: a roster that wants more is to be planned.
pub(super) const MOST: usize = 500;
/// Shifts touched up to which each is filled first on its own.
const NEAR: usize = 64;
/// Members set free up to whom it is asked first where they can go themselves.
const FEW: usize = 8;
/// Chains refused by a rule up to which a set of places is kept.
pub(super) const REFUSED: usize = 12;
/// Chains passed over, at most, in one answer, that have nothing to do with the edit: each is a search.
const PASSED: usize = 3;

/// The moves that make `roster` as good again as it can be after `edit`, each on what those before left.
pub fn mend(field: &Field, ground: &Ground, roster: &Roster, edit: &Edit, terms: &Holding) -> Vec<Repair> {
    Watch::default().mend(field, ground, roster, edit, terms)
}

impl Watch {
    /// The same, with what is known from the edits before: the answer to one of many takes a small part of the time.
    pub fn mend(
        &mut self,
        field: &Field,
        ground: &Ground,
        roster: &Roster,
        edit: &Edit,
        terms: &Holding,
    ) -> Vec<Repair> {
        let amends = if edit.bars || edit.all { amends_of(ground, roster, edit, terms) } else { Vec::new() };
        if amends.is_empty() {
            return self.answer(field, ground, roster, edit, terms, scope(field, ground, edit));
        }
        let (mut lawful, mut edit) = (roster.clone(), edit.clone());
        for (change, _) in &amends {
            lawful.apply(change);
            edit.take_in(ground, change);
        }
        let mut made = told(&amends);
        made.extend(self.answer(field, ground, &lawful, &edit, terms, scope(field, ground, &edit)));
        made
    }

    /// Finds out what no edit has asked for yet; for a thread that has time. Nobody is moved.
    pub fn look(&mut self, field: &Field, ground: &Ground, roster: &Roster, terms: &Holding) {
        // Whatever is found has nothing to do with an edit that touched nothing.
        self.answer(field, ground, roster, &Edit::default(), terms, field.stretches(ground));
    }

    fn answer(
        &mut self,
        field: &Field,
        ground: &Ground,
        roster: &Roster,
        edit: &Edit,
        terms: &Holding,
        scope: Vec<Stretch>,
    ) -> Vec<Repair> {
        let kept = self.catch_up(field, ground, roster, edit, terms);
        let (chains, made) = (Chains::new(ground, roster), Vec::new());
        let mut touched = edit.clone();
        touched.tidy();
        // Whoever only looks on has time for all of them.
        let patience = if edit.is_empty() { MOST } else { PASSED };
        let mut mender =
            Mender { field, ground, terms, before: roster, edit, touched, scope, patience, kept, chains, made };
        mender.run();
        let Mender { kept, chains, made, touched, .. } = mender;
        kept.leave(ground, chains.roster(), &touched.shifts);
        made
    }
}

/// The stretches of country and the weeks that an edit touched.
fn scope(field: &Field, ground: &Ground, edit: &Edit) -> Vec<Stretch> {
    let regions = edit.shifts.iter().map(|shift| field.region(ground, ground.shift(*shift).site));
    let mut regions: BTreeSet<u32> = regions.collect();
    regions.extend(edit.members.iter().filter_map(|member| field.region_of(ground, *member)));
    regions.into_iter().flat_map(|region| edit.weeks.iter().map(move |week| (region, *week))).collect()
}

/// What has to change where an edit touched, whatever else: nobody stays whom a rule keeps off now.
fn amends_of(ground: &Ground, roster: &Roster, edit: &Edit, terms: &Holding) -> Vec<(Change, Refusal)> {
    if edit.all {
        return amends(ground, roster, roster.iter(), terms.from);
    }
    let members: BTreeSet<MemberIx> = edit.members.iter().copied().collect();
    let on = edit.shifts.iter().flat_map(|shift| roster.on(*shift)).filter(|each| !members.contains(&each.member));
    let of = members
        .iter()
        .flat_map(|member| roster.of(*member).iter().filter_map(move |shift| roster.get(*shift, *member)));
    amends(ground, roster, on.chain(of), terms.from)
}

/// The same as moves, those of each shift together.
fn told(amends: &[(Change, Refusal)]) -> Vec<Repair> {
    let mut of_shift: BTreeMap<ShiftIx, Vec<Move>> = BTreeMap::new();
    for (change, refusal) in amends {
        let place = |each: &Assignment| vec![(each.shift, each.duty)];
        let (from, to) = match change {
            Change::Removed(before) => (place(before), Vec::new()),
            Change::Altered { before, after } => (place(before), place(after)),
            Change::Added(after) => (Vec::new(), place(after)),
        };
        let each = Move { member: change.member(), from, to, barred: Some(refusal.code()) };
        of_shift.entry(change.shift()).or_default().push(each);
    }
    let repair = |(shift, moves)| Repair { shift, moves, missing: 0, brings: 0, earns: 0 };
    of_shift.into_iter().map(repair).collect()
}

/// What came of trying to better something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// A chain was made.
    One,
    /// There is none.
    None,
    /// One was found that has nothing to do with the edit.
    BesideThePoint,
}

/// What is being done about an edit.
pub(super) struct Mender<'m, 'k> {
    pub(super) field: &'m Field,
    pub(super) ground: &'m Ground,
    pub(super) terms: &'m Holding<'m>,
    /// The roster that the edit left.
    pub(super) before: &'m Roster,
    pub(super) edit: &'m Edit,
    /// What the edit touched, and every answer to it.
    pub(super) touched: Edit,
    pub(super) scope: Vec<Stretch>,
    /// Chains that may still be passed over.
    patience: usize,
    pub(super) kept: &'k mut Kept,
    pub(super) chains: Chains<'m>,
    pub(super) made: Vec<Repair>,
}

impl<'m> Mender<'m, '_> {
    fn run(&mut self) {
        // Where the edit took somebody away, most often somebody else comes at once; the wide search goes through less then.
        let edit = self.edit;
        for &shift in edit.shifts.iter().filter(|_| edit.shifts.len() <= NEAR) {
            // A captain and a head may each be missing of one who went.
            let mut most = edit.lost.get(&shift).map_or(u32::MAX, |lost| 2 * lost);
            for level in Level::ALL {
                self.fill(shift, level, &mut most);
            }
        }
        for level in Level::ALL {
            loop {
                let made = match self.better(level) {
                    Made::None => self.swap(level),
                    made => made,
                };
                match made {
                    Made::One if self.made.len() < MOST => {}
                    Made::One => return,
                    Made::None | Made::BesideThePoint => break,
                }
            }
        }
        self.earn();
    }

    /// Makes one chain that betters a level, wherever the edit makes one possible.
    fn better(&mut self, level: Level) -> Made {
        for at in 0..self.scope.len() {
            let stretch = self.scope[at];
            for exchange in self.ways(level, stretch) {
                let made = match self.close(exchange) {
                    Made::None => self.seek(exchange, stretch),
                    made => made,
                };
                if made != Made::None {
                    return made;
                }
            }
        }
        Made::None
    }

    /// What may change places: first nothing; then what a stretch lacks.
    pub(super) fn ways(&mut self, level: Level, stretch: Stretch) -> impl Iterator<Item = Exchange> + use<> {
        let mut any = |level: Level| {
            let lacking = self.kept.lacking(self.field, self.ground, self.chains.roster(), stretch, level);
            lacking.iter().next_back().is_some_and(|last| !has_begun(self.terms, self.ground, *last))
        };
        let (captains, skills) = (any(Level::Captains), any(Level::Skills));
        let wide = Exchange::new(level, captains, skills);
        std::iter::once(Exchange::new(level, false, false)).chain(wide.is_any().then_some(wide))
    }

    /// Notes the chain just made. It is taken back when it has nothing to do with the edit, nor with what answered it before: it
    /// could have been made without it, and is a plan's business.
    pub(super) fn note(&mut self, shift: ShiftIx, goes: Option<Move>) -> Made {
        // A chain is made from its end; people are told of it from its beginning.
        let told: Vec<MemberIx> = self.chains.done().iter().rev().map(|step| step.member).collect();
        let mut moves = moves(&self.chains, &told);
        moves.extend(goes);
        if !moves.iter().any(|each| self.touched.touches(each)) {
            self.chains.take_back();
            return Made::BesideThePoint;
        }
        let (shifts, members) = touched(self.chains.done()).unzip::<_, _, BTreeSet<_>, BTreeSet<_>>();
        let before = |shift| self.chains.base().on(shift).len();
        self.kept.turn(self.field, self.ground, before, self.chains.roster(), members, &shifts);
        self.chains.settle();
        self.touched.members.extend(moves.iter().map(|each| each.member));
        let places = moves.iter().flat_map(|each| each.from.iter().chain(&each.to));
        self.touched.shifts.extend(places.map(|place| place.0));
        self.touched.tidy();
        self.made.push(Repair { shift, moves, missing: 1, brings: 1, earns: 0 });
        Made::One
    }

    /// Fills a level of one shift as far as chains do.
    fn fill(&mut self, shift: ShiftIx, level: Level, most: &mut u32) {
        if has_begun(self.terms, self.ground, shift) || self.is_crowded(shift) {
            return;
        }
        let the_shift = self.ground.shift(shift);
        let stretch = (self.field.region(self.ground, the_shift.site), the_shift.week);
        let mut stuck = None;
        while *most > 0
            && !self.is_crowded(shift)
            && let Some(duty) =
                level.lacks(self.ground, self.chains.roster(), shift).into_iter().find(|duty| stuck != Some(*duty))
        {
            let made = self.ways(level, stretch).any(|exchange| {
                let is_barren = self.kept.kinds[kind_of(exchange)].barren.has((shift, duty), EVEN);
                !is_barren && self.one_of(exchange, &[(shift, duty)]).is_some()
            });
            // Of several skills, one that nobody can be found for does not keep the next from being sought.
            if made {
                *most -= 1;
                self.note(shift, None);
            } else if stuck.replace(duty).is_some() {
                return;
            }
        }
    }

    /// True when no head more may stand there, whatever posts are empty.
    pub(super) fn is_crowded(&self, shift: ShiftIx) -> bool {
        self.chains.roster().on(shift).len() as u32 >= self.ground.shift(shift).maximum
    }

    /// Seeks a chain to whatever a stretch lacks that is not known to lack it for good. What a chain leads to that has nothing to
    /// do with the edit is passed over, in the answers to come too: it keeps nothing else from being found.
    fn seek(&mut self, exchange: Exchange, stretch: Stretch) -> Made {
        loop {
            let wants = self.wants(exchange, stretch);
            if wants.is_empty() {
                return Made::None;
            }
            let Some(want) = self.one_of(exchange, &wants) else { return Made::None };
            let made = self.note(want.0, None);
            if made != Made::BesideThePoint {
                return made;
            }
            if self.patience == 0 {
                return Made::None;
            }
            self.patience -= 1;
            self.kept.kinds[kind_of(exchange)].passed.insert(want);
        }
    }

    /// That, what those whom the edit set free could fill themselves first.
    fn wants(&mut self, exchange: Exchange, stretch: Stretch) -> Vec<Want> {
        let (field, ground, level) = (self.field, self.ground, exchange.level);
        let open = self.kept.open(field, ground, self.chains.roster(), stretch, exchange).clone();
        let mut wants: Vec<Want> = Vec::new();
        for shift in open.into_iter().filter(|shift| !has_begun(self.terms, ground, *shift)) {
            let mut lacks = level.lacks(ground, self.chains.roster(), shift);
            lacks.dedup();
            let barren = &self.kept.kinds[kind_of(exchange)].barren;
            lacks.retain(|duty| !barren.has((shift, *duty), EVEN));
            if lacks.is_empty() {
                self.kept.open(field, ground, self.chains.roster(), stretch, exchange).remove(&shift);
            } else if !self.is_crowded(shift) {
                wants.extend(lacks.into_iter().map(|duty| (shift, duty)));
            }
        }
        let members = if self.edit.members.len() <= FEW { &self.edit.members[..] } else { &[] };
        let nearby = |want: &Want| members.iter().any(|member| field.is_free(ground, want.0, *member));
        let passed = &self.kept.kinds[kind_of(exchange)].passed;
        wants.retain(|want| !passed.contains(want) || nearby(want));
        if !members.is_empty() && wants.len() > 1 {
            wants.sort_by_cached_key(|want| !nearby(want));
        }
        wants
    }

    pub(super) fn hunt(&self, exchange: Exchange) -> Hunt<'m> {
        Hunt {
            settle: Keep::Target,
            exchange: Some(exchange),
            one_stays: false,
            by_hand_stays: true,
            from: self.terms.from,
            told: self.terms.told,
            off: self.kept.off.clone(),
            ..Hunt::anywhere(exchange.level.keep())
        }
    }

    /// Makes the best chain to one of these; none: it is known, then, what leads nowhere.
    fn one_of(&mut self, exchange: Exchange, wants: &[Want]) -> Option<Want> {
        let mut hunt = self.hunt(exchange);
        hunt.choosy = wants.len() == 1;
        let kind = &mut self.kept.kinds[kind_of(exchange)];
        let barren = std::mem::take(&mut kind.barren);
        hunt.barren = Some(&barren);
        let sought = self.chains.one_of(self.field, &mut hunt, wants);
        kind.barren = barren;
        match sought {
            Sought::Made(want) => Some(want),
            Sought::Hopeless(met) => {
                kind.barren.join(self.field, met);
                None
            }
            Sought::Unknown => None,
        }
    }
}

/// Takes those in who are in a pool with one of `members`: whom a pool can spare depends on where the others of it stand.
pub(super) fn with_pools(ground: &Ground, members: &mut BTreeSet<MemberIx>) {
    let pools: BTreeSet<_> = members.iter().flat_map(|member| ground.pools(*member)).copied().collect();
    for pool in pools {
        members.extend(&ground.strike.agreement.requirements[pool.ix()].pool);
    }
}

/// True when a shift began before what the terms leave open.
pub(super) fn has_begun(terms: &Holding, ground: &Ground, shift: ShiftIx) -> bool {
    terms.from.is_some_and(|from| ground.shift(shift).span.start < from)
}
