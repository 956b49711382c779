//! Levers further off: what is granted to one who leaves another shift for it; and what would have to be granted on another shift,
//! from which a chain of moves then leads to the gap.
//!
//! The search that finds no chain to a gap meets every place from which one leads there (see [`search`](super::search)): these are
//! the shifts on this side of the cut, and whoever could stand on one of them but for a single thing, the shift that is left for it
//! aside, is an arc that crosses it. The nearest of them are tried: the member is put there, in the place of one who comes free by
//! that, the chain is made on a copy, what the member leaves is filled again where it can't be spared, and every rule is asked
//! but the one that would be granted.

use super::chain::{Chains, Sought};
use super::field::Field;
use super::fill::LOOKS;
use super::hunt::{Hunt, Keep};
use super::levers::{Key, Lever};
use super::moves::Want;
use super::repair::{Move, moves_between};
use crate::engine::candidates::{Candidate, candidate_for, rank};
use crate::model::{Assignment, Duty, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::{Case, Ground};
use rustc_hash::FxHashSet;

/// Places looked at, at most, the nearest first.
const PLACES: usize = 12;
/// Levers told, at most; and those that ask for the same thing.
const TOLD: usize = 4;
const ALIKE: usize = 2;
/// Chains sought for all of them, at most, and members looked at by one of these searches.
const TRIALS: usize = 120;
const LOOKS_OF_TRIAL: u64 = 30_000;

/// One who could stand at a place if one thing were granted.
struct Offer {
    key: Key,
    place: Want,
    /// The shift left for it.
    leaves: Option<ShiftIx>,
    candidate: Candidate,
}

/// Levers for one more holder of one of `posts` on `gap` that move somebody, each with what it costs; nobody is told of whom `asked`
/// says that the same can be asked for the gap itself. None where moves alone bring one: nothing has to be granted then.
pub(super) fn beyond(
    field: &Field,
    ground: &Ground,
    roster: &Roster,
    gap: ShiftIx,
    posts: &[Duty],
    asked: &dyn Fn(Key, MemberIx) -> bool,
    from: Option<Instant>,
) -> Vec<(Key, Lever)> {
    let mut found: Vec<(Key, Lever)> = Vec::new();
    let mut trials = TRIALS;
    for &duty in posts {
        let trial = Trial { field, ground, roster, gap: (gap, duty), from };
        let mut chains = Chains::new(ground, roster);
        let Sought::Hopeless(met) = chains.one_of(field, &mut trial.hunt(gap, LOOKS), &[(gap, duty)]) else {
            return Vec::new();
        };
        let near = trial.nearest(met.into_iter().map(|place| place.0));
        let mut offers: Vec<Offer> = near.into_iter().flat_map(|place| trial.offers(place, asked)).collect();
        // The cheapest first; of those that cost the same, who leaves nothing, then the nearest place.
        offers.sort_by_key(|offer| (offer.key, offer.leaves.is_some()));
        for offer in offers {
            let told = |(key, lever): &(Key, Lever)| *key == offer.key && lever.members == [offer.candidate.member];
            let alike = found.iter().filter(|(key, _)| *key == offer.key).count();
            if found.len() < TOLD && alike < ALIKE && !found.iter().any(told) {
                found.extend(trial.lever(&offer, &mut trials).map(|lever| (offer.key, lever)));
            }
        }
    }
    found
}

/// Levers are tried on copies of the roster.
struct Trial<'a> {
    field: &'a Field,
    ground: &'a Ground,
    roster: &'a Roster,
    gap: Want,
    from: Option<Instant>,
}

impl Trial<'_> {
    fn hunt(&self, shift: ShiftIx, looks: u64) -> Hunt<'static> {
        let mut hunt = Hunt::new(shift, Keep::Minimum, looks);
        (hunt.by_hand_stays, hunt.from, hunt.choosy) = (true, self.from, looks == LOOKS_OF_TRIAL);
        hunt
    }

    /// The places met, the gap's first, then those of its own day and site.
    fn nearest(&self, met: impl Iterator<Item = Want>) -> Vec<Want> {
        let here = self.ground.shift(self.gap.0);
        let mut seen = FxHashSet::default();
        let is_open = |shift: ShiftIx| self.from.is_none_or(|from| self.ground.shift(shift).span.start >= from);
        let open = |want: &Want| *want == self.gap || want.0 != self.gap.0 && is_open(want.0);
        let mut places: Vec<Want> = met.filter(open).filter(|want| seen.insert(*want)).collect();
        places.sort_by_key(|want| {
            let there = self.ground.shift(want.0);
            let days = (there.date - here.date).num_days().abs();
            (*want != self.gap, days, there.site != here.site, want.0, want.1)
        });
        places.truncate(PLACES);
        places
    }

    /// Those against whom one single thing speaks at a place, but for a shift that they could leave; the best first.
    fn offers(&self, place: Want, asked: &dyn Fn(Key, MemberIx) -> bool) -> Vec<Offer> {
        let (ground, (shift, duty)) = (self.ground, place);
        let mut without = self.roster.clone();
        if place != self.gap {
            let holds = self.roster.on(shift).iter().find(|each| each.duty == duty && !each.pinned);
            let Some(holder) = holds.map(|each| each.member) else { return Vec::new() };
            without.take(shift, holder);
        }
        // Of those who have a skill there are few: they are asked about longer ways too.
        let crowd = self.field.skilled(ground, duty);
        let crowd = crowd.unwrap_or_else(|| self.field.reach(ground, ground.shift(shift).site));
        let may = self.hunt(shift, 0);
        let mut found = Vec::new();
        for member in crowd.iter().filter(|member| self.roster.get(shift, *member).is_none()) {
            let key = |roster: &Roster| Key::of(&Case { ground, roster, member, shift, duty });
            let candidate = |roster: &Roster| candidate_for(ground, roster, shift, member);
            if let Some(key) = key(&without) {
                let leaves = None;
                found.extend((place != self.gap).then(|| Offer { key, place, leaves, candidate: candidate(&without) }));
                continue;
            }
            for &left in self.roster.of(member) {
                let Some(there) = self.roster.get(left, member).filter(|each| may.may_leave(ground, each)) else {
                    continue;
                };
                without.take(left, member);
                // What only another shift of the member's forbids is no matter of granting.
                let key = key(&without).filter(|key| !matches!(key, Key::Rest | Key::Weekly | Key::Daily));
                let offer = |key| Offer { key, place, leaves: Some(left), candidate: candidate(&without) };
                found.extend(key.map(offer));
                without.put(there.clone());
            }
        }
        found.retain(|offer| !asked(offer.key, offer.candidate.member));
        let far = |offer: &Offer| offer.candidate.km.filter(|_| offer.key == Key::Reach).unwrap_or_default();
        found.sort_by(|a, b| far(a).total_cmp(&far(b)).then_with(|| rank(ground, &a.candidate, &b.candidate)));
        found
    }

    /// The lever that has somebody at a place, with the moves that lead from there; None where none lead to the gap, or what is
    /// left for it can't be spared.
    fn lever(&self, offer: &Offer, trials: &mut usize) -> Option<Lever> {
        let (place, member) = (offer.place, offer.candidate.member);
        let may = self.hunt(place.0, 0);
        let holders = self.roster.on(place.0).iter();
        let holders = holders.filter(|each| each.duty == place.1 && may.may_leave(self.ground, each));
        let freed: Vec<Option<MemberIx>> =
            if place == self.gap { vec![None] } else { holders.map(|each| Some(each.member)).collect() };
        freed.into_iter().find_map(|freed| {
            *trials = trials.checked_sub(1)?;
            let moves = self.moves(offer, freed)?;
            let means = offer.key.means(offer.candidate.km.unwrap_or(0.0));
            Some(Lever { means, members: vec![member], brings: 1, of: 1, at: Some(place), moves })
        })
    }

    /// Who would move, once the member is at the place and `freed` is not any more.
    fn moves(&self, offer: &Offer, freed: Option<MemberIx>) -> Option<Vec<Move>> {
        let (ground, (shift, duty), member) = (self.ground, offer.place, offer.candidate.member);
        let mut chains = Chains::new(ground, self.roster);
        if let Some(left) = offer.leaves {
            chains.leave_out(left, &[member]);
        }
        if let Some(freed) = freed {
            chains.leave_out(shift, &[freed]);
            let mut hunt = self.hunt(self.gap.0, LOOKS_OF_TRIAL);
            // Nobody comes in that place but the one who is asked.
            (hunt.absent, hunt.off) = (vec![member], vec![(shift, freed)]);
            let Sought::Made(_) = chains.one_of(self.field, &mut hunt, &[self.gap]) else { return None };
        }
        let mut moved: Vec<MemberIx> = chains.done().iter().rev().map(|step| step.member).collect();
        // A chain that has nothing to do with it would be a repair; this one begins with whoever came free.
        if freed.is_some_and(|freed| !moved.contains(&freed)) {
            return None;
        }
        if let Some(left) = offer.leaves.filter(|left| !self.can_spare(&chains, *left, member)) {
            // What the first chain brought is not to be spent on the second.
            chains.settle();
            let mut hunt = self.hunt(left, LOOKS_OF_TRIAL);
            hunt.absent = moved.iter().copied().chain([member]).collect();
            let duty = self.roster.get(left, member)?.duty;
            let Sought::Made(_) = chains.one_of(self.field, &mut hunt, &[(left, duty)]) else { return None };
            moved.extend(chains.done().iter().rev().map(|step| step.member));
        }
        let mut after = chains.roster().clone();
        let case = Case { ground, roster: &after, member, shift, duty };
        if Key::of(&case) != Some(offer.key) {
            return None;
        }
        after.put(Assignment::planned(member, shift, duty));
        let own = offer.leaves.map(|_| member);
        Some(moves_between(self.roster, &after, own.into_iter().chain(moved)))
    }

    /// True when a shift has enough without `member`, who left it.
    fn can_spare(&self, chains: &Chains, left: ShiftIx, member: MemberIx) -> bool {
        let is_picket = self.roster.get(left, member).is_some_and(|each| each.duty == Duty::Picket);
        let had = self.roster.on(left).len() as u32;
        is_picket && chains.roster().on(left).len() as u32 >= had.min(self.ground.shift(left).minimum.max(1))
    }
}
