//! What a gap could still get: how many more heads some re-arrangement of unpinned assignments could put there.
//!
//! A chain of moves puts one more head on the shift: someone free comes; or someone leaves a shift that can spare a head,
//! or that another member can take over, and so on. Nobody pinned moves. A shift on the way may be left with fewer heads,
//! but never below its minimum (or below what it has, when that is less) nor empty, and never with a captain or skill post empty that
//! is filled now: no gap is opened, none deepened. The search goes over places in order of the length of the chain, each
//! place once, as a search for an augmenting path does. What is found is carried out on a copy of the roster and put
//! before every rule there; a chain that any rule refuses is not counted.
//!
//! *What the number is.* It is always true that so many can be put there: the re-arrangement was made and checked. It is
//! the most where the rules of [`flow`](crate::engine::flow) say all there is to say: one shift a day, shifts of one
//! length, no rest or pool in play. Beyond that it may be too low where a member would have to give up two shifts at once
//! for one and neither can spare a head, or two members of a pool would have to change places in step. And work is bounded,
//! counted in members looked at, so that the answer is the same on every machine: [`LOOKS`] for one gap, [`ALL_LOOKS`] for
//! all that are asked about together, shared evenly. Those at hand without a chain are counted before any of it is spent.

use super::crowd::Crowd;
use super::moves::{Step, Want, touched, ways_in};
use super::muster::Muster;
use crate::model::{Assignment, Duty, MemberIx, Roster, ShiftIx};
use crate::rules::{Case, Ground, refusal, skill};
use rustc_hash::{FxHashMap, FxHashSet};

/// Members looked at for one gap, at most.
const LOOKS: u64 = 1_000_000;
/// Members looked at for all gaps asked about together, at most.
const ALL_LOOKS: u64 = 20_000_000;
/// What it costs to find out whom to look at for one place, in members looked at.
const PLACE: u64 = 20;
/// Chains that a rule refused when they were carried out, before the search gives up on another head.
const REFUSED: usize = 12;

/// Looks for chains on a copy of a roster; leaves it as it was after each gap.
#[derive(Debug)]
pub(super) struct Filler<'a> {
    ground: &'a Ground,
    base: &'a Roster,
    roster: Roster,
    /// Wants that no chain can meet on the roster as it stands.
    dead: FxHashSet<Want>,
}

/// One search for one more head.
struct Search<'s> {
    gap: ShiftIx,
    looks: &'s mut u64,
    banned: &'s FxHashSet<Step>,
    /// Wants in the order found, with the step that opened each (the first has none).
    wants: Vec<(Want, Option<(usize, Step)>)>,
    seen: FxHashSet<Want>,
    /// By time of shifts: those whose every way to a shift of that time has been looked at.
    tried: FxHashMap<usize, Crowd>,
    exhausted: bool,
}

impl<'a> Filler<'a> {
    pub fn new(ground: &'a Ground, base: &'a Roster) -> Self {
        Self { ground, base, roster: base.clone(), dead: FxHashSet::default() }
    }

    /// How many more heads could be put on `gap`, one of so many `gaps` that are asked about together.
    pub fn fillable(&mut self, muster: &Muster, gap: ShiftIx, gaps: usize) -> u32 {
        let had = self.base.on(gap).len() as u32;
        let room = self.ground.shift(gap).maximum.saturating_sub(had);
        let at_hand = muster.at_hand(gap);
        let in_pools = |member: &MemberIx| !self.ground.pools(*member).is_empty();
        let (in_pools, sure): (Vec<MemberIx>, Vec<MemberIx>) = at_hand.iter().partition(in_pools);
        if sure.len() as u32 >= room {
            return room;
        }
        let mut done: Vec<Step> = Vec::new();
        let mut looks = LOOKS.min(ALL_LOOKS / gaps.max(1) as u64);
        for member in sure {
            self.roster.put(Assignment::planned(member, gap, Duty::Picket));
            done.push(Step { to: (gap, Duty::Picket), member, from: None, also: None });
        }
        // Those of a pool are asked one after the other: each that comes leaves it with one fewer to spare.
        for member in in_pools {
            looks = looks.saturating_sub(PLACE);
            if looks > 0 && (self.roster.on(gap).len() as u32) < had + room && self.may_come(gap, member) {
                self.roster.put(Assignment::planned(member, gap, Duty::Picket));
                done.push(Step { to: (gap, Duty::Picket), member, from: None, also: None });
            }
        }
        self.by_chains(muster, gap, looks, &mut done);
        let found = (self.roster.on(gap).len() as u32).saturating_sub(had);
        for step in done.iter().rev() {
            self.restore(step);
        }
        found
    }

    /// Puts more heads on `gap` by chains of moves; what was done is added to `done`.
    fn by_chains(&mut self, muster: &Muster, gap: ShiftIx, mut looks: u64, done: &mut Vec<Step>) {
        let (had, most) = (self.base.on(gap).len() as u32, self.ground.shift(gap).maximum);
        let mut banned: FxHashSet<Step> = FxHashSet::default();
        let mut refused = 0;
        while (self.roster.on(gap).len() as u32) < most && refused <= REFUSED {
            let mut search = Search {
                gap,
                looks: &mut looks,
                banned: &banned,
                wants: vec![((gap, Duty::Picket), None)],
                seen: std::iter::once((gap, Duty::Picket)).collect(),
                tried: FxHashMap::default(),
                exhausted: false,
            };
            let Some(chain) = self.chain(muster, &mut search) else {
                let whole = !search.exhausted && banned.is_empty() && done.is_empty();
                if whole && had <= self.ground.shift(gap).minimum {
                    // Nothing met on the way can spare anyone, for this gap or any other.
                    let dead: Vec<Want> = search.wants.iter().map(|(want, _)| *want).collect();
                    self.dead.extend(dead);
                }
                break;
            };
            match self.carry_out(gap, &chain) {
                Ok(()) => done.extend(chain),
                Err(step) => {
                    refused += 1;
                    banned.insert(step);
                }
            }
        }
    }

    /// True when no rule keeps `member` from coming to `gap` as a picket, on the copy as it is.
    fn may_come(&self, gap: ShiftIx, member: MemberIx) -> bool {
        let case = Case { ground: self.ground, roster: &self.roster, member, shift: gap, duty: Duty::Picket };
        refusal(&case).is_none()
    }

    /// Puts the places that a step touched back to what the roster has.
    fn restore(&mut self, step: &Step) {
        for (shift, member) in step.touched() {
            self.roster.take(shift, member);
            if let Some(was) = self.base.get(shift, member) {
                self.roster.put(was.clone());
            }
        }
    }

    /// The steps of the shortest chain, the last mover first.
    fn chain(&mut self, muster: &Muster, search: &mut Search) -> Option<Vec<Step>> {
        let mut at = 0;
        while at < search.wants.len() {
            let (want, _) = search.wants[at];
            if let Some(step) = self.inside(search, at, want).or_else(|| self.outside(muster, search, at, want)) {
                let mut steps = vec![step];
                let mut here = at;
                while let Some((parent, step)) = search.wants[here].1 {
                    steps.push(step);
                    here = parent;
                }
                return Some(steps);
            }
            at += 1;
        }
        None
    }

    /// Someone on the same shift, in another post, who has the skill.
    fn inside(&self, search: &mut Search, at: usize, want: Want) -> Option<Step> {
        let (shift, duty) = want;
        if duty == Duty::Picket {
            return None;
        }
        for each in self.roster.on(shift) {
            let movable = !each.pinned && each.duty != duty && skill::has(self.ground, each.member, duty);
            let step = Step { to: want, member: each.member, from: Some((shift, each.duty)), also: None };
            if !movable || search.banned.contains(&step) {
                continue;
            }
            // One head has gone already; a picket who takes the post leaves nothing to fill but that head.
            if each.duty == Duty::Picket && self.can_spare_head(search.gap, shift) {
                return Some(step);
            }
            search.open(at, step, (shift, each.duty), &self.dead);
        }
        None
    }

    /// Someone from elsewhere: free, or from a shift that can spare the place or have it filled again.
    fn outside(&mut self, muster: &Muster, search: &mut Search, at: usize, want: Want) -> Option<Step> {
        let (shift, duty) = want;
        let ground = self.ground;
        let mut free = muster.free(shift);
        if duty != Duty::Picket {
            free.keep(&muster.able(&[duty]));
        }
        // A member's ways depend on the time of the shift alone, and every place they open is open already.
        let skipping = search.banned.is_empty();
        if let Some(tried) = search.tried.get(&muster.time(shift)).filter(|_| skipping) {
            free.drop(tried);
        }
        *search.looks = search.looks.saturating_sub(PLACE);
        for member in free.iter() {
            if *search.looks == 0 {
                search.exhausted = true;
                return None;
            }
            *search.looks -= 1;
            let others = self.roster.of(member);
            if others.contains(&shift) {
                continue;
            }
            if skipping && at > 0 {
                search.tried.entry(muster.time(shift)).or_insert_with(|| muster.nobody()).insert(member);
            }
            for leaving in ways_in(ground, others, shift) {
                let step = match leaving {
                    [None, _] => Some((Step { to: want, member, from: None, also: None }, true)),
                    [Some(other), None] => self.leave(search, want, member, other, None),
                    [Some(one), Some(other)] => self
                        .leave(search, want, member, one, Some(other))
                        .or_else(|| self.leave(search, want, member, other, Some(one))),
                };
                let Some((step, ends)) = step.filter(|(step, _)| !search.banned.contains(step)) else { continue };
                match step.from {
                    // Those who come from nowhere are asked about pools before anyone else has moved.
                    None if at == 0 && !self.pools_allow(want, member) => {}
                    _ if ends => return Some(step),
                    Some(from) => search.open(at, step, from, &self.dead),
                    None => {}
                }
            }
        }
        None
    }

    /// The step by which `member` leaves `other`, and `also` a shift that can spare a head there and then; with it, whether
    /// nothing is left to fill. None: pinned there, or `also` can't be spared.
    fn leave(
        &self,
        search: &Search,
        want: Want,
        member: MemberIx,
        other: ShiftIx,
        also: Option<ShiftIx>,
    ) -> Option<(Step, bool)> {
        let place = |shift| self.roster.get(shift, member).filter(|each| !each.pinned);
        let spared = |shift, duty| duty == Duty::Picket && self.can_spare_head(search.gap, shift);
        if also.is_some_and(|also| place(also).is_none_or(|each| !spared(also, each.duty))) {
            return None;
        }
        let from = (other, place(other)?.duty);
        Some((Step { to: want, member, from: Some(from), also }, spared(from.0, from.1)))
    }

    fn pools_allow(&self, (shift, duty): Want, member: MemberIx) -> bool {
        self.ground.pools(member).is_empty()
            || refusal(&Case { ground: self.ground, roster: &self.roster, member, shift, duty }).is_none()
    }

    /// True when the shift may lose a head. The gap never may: what it has got already would only be carried on.
    fn can_spare_head(&self, gap: ShiftIx, shift: ShiftIx) -> bool {
        shift != gap && self.roster.on(shift).len() as u32 > self.floor(gap, shift)
    }

    /// Heads that must stay: the minimum (one at least: a shift without heads is a gap), or what there was when that was
    /// less; the gap keeps all it had.
    fn floor(&self, gap: ShiftIx, shift: ShiftIx) -> u32 {
        let had = self.base.on(shift).len() as u32;
        if shift == gap { had } else { had.min(self.ground.shift(shift).minimum.max(1)) }
    }

    /// Carries a chain out on the copy. When a rule refuses a step of it, or a shift on the way loses what it must keep,
    /// nothing is changed, and the step at fault is given back.
    fn carry_out(&mut self, gap: ShiftIx, chain: &[Step]) -> Result<(), Step> {
        let Some(&first) = chain.first() else { return Ok(()) };
        let before: Vec<Assignment> = touched(chain).filter_map(|(s, m)| self.roster.get(s, m).cloned()).collect();
        let heads = self.roster.on(gap).len();
        for step in chain {
            for shift in step.left() {
                self.roster.take(shift, step.member);
            }
        }
        for step in chain {
            self.roster.put(Assignment::planned(step.member, step.to.0, step.to.1));
        }
        let refused = chain.iter().find(|step| {
            let (shift, duty) = step.to;
            let case = Case { ground: self.ground, roster: &self.roster, member: step.member, shift, duty };
            self.roster.get(shift, step.member).is_none() || refusal(&case).is_some()
        });
        let kept = self.roster.on(gap).len() == heads + 1 && touched(chain).all(|(shift, _)| self.keeps(gap, shift));
        let fault = match refused {
            Some(step) => *step,
            None if kept => return Ok(()),
            None => first,
        };
        for (shift, member) in touched(chain) {
            self.roster.take(shift, member);
        }
        for each in before {
            self.roster.put(each);
        }
        Err(fault)
    }

    /// True when the shift has the heads and the captain and skill posts that it must keep.
    fn keeps(&self, gap: ShiftIx, shift: ShiftIx) -> bool {
        let the_shift = self.ground.shift(shift);
        let held = |roster: &Roster, duty| roster.on(shift).iter().filter(|each| each.duty == duty).count();
        let duties = std::iter::once(Duty::Captain).chain(the_shift.needs.iter().map(|(need, _)| Duty::Skill(*need)));
        self.roster.on(shift).len() as u32 >= self.floor(gap, shift)
            && duties.into_iter().all(|duty| held(&self.roster, duty) >= held(self.base, duty))
    }
}

impl Search<'_> {
    fn open(&mut self, parent: usize, step: Step, want: Want, dead: &FxHashSet<Want>) {
        if !dead.contains(&want) && self.seen.insert(want) {
            self.wants.push((want, Some((parent, step))));
        }
    }
}
