//! Chains of moves that put one more head, or the holder of a post, on a shift.
//!
//! Someone free comes; or someone leaves a shift that can spare a head, or that another member can take over, and so on.
//! Nobody pinned moves, nor anyone else who is not to (see [`Hunt`]). A shift on the way may be left with fewer heads, but never with fewer than it has to keep (see
//! [`Keep`]) nor empty, and never with a captain or skill post empty that is filled now: no gap is opened, none deepened. The
//! search goes over places in order of the length of the chain, each place once, as a search for an augmenting path does. What
//! is found is carried out on a copy of the roster and put before every rule there; a chain that any rule refuses is not made.
//!
//! It doesn't know why anyone wants that head, nor how many.

use super::crowd::Crowd;
use super::moves::{Step, Want, touched, ways_in};
use super::muster::Muster;
use crate::engine::candidates::{candidate_for, rank};
use crate::model::{Assignment, Duty, Instant, MemberIx, Origin, Roster, ShiftIx};
use crate::rules::{Case, Ground, refusal, skill};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// What it costs to find out whom to look at for one place, in members looked at.
pub(super) const PLACE: u64 = 20;
/// Chains that a rule refused when they were carried out, before the search gives up on another head.
const REFUSED: usize = 12;

/// The heads that a shift on the way keeps, if it has them: one at least, since a shift without heads is a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Its minimum.
    Minimum,
    /// Its target.
    Target,
}

/// The search for chains to one shift: what it may still cost, and what was found not to go.
#[derive(Debug)]
pub(super) struct Hunt {
    /// Where.
    pub gap: ShiftIx,
    /// What shifts on the way keep.
    pub keep: Keep,
    /// Members that may still be looked at.
    pub looks: u64,
    /// Take the best of those who can end a chain, not the first.
    pub choosy: bool,
    /// Nobody leaves a shift that begins before this.
    pub from: Option<Instant>,
    /// Nobody leaves a place given by hand.
    pub by_hand_stays: bool,
    /// They can't come, nor move.
    pub absent: Vec<MemberIx>,
    banned: FxHashSet<Step>,
    refused: usize,
}

impl Hunt {
    pub fn new(gap: ShiftIx, keep: Keep, looks: u64) -> Self {
        Self {
            gap,
            keep,
            looks,
            choosy: false,
            from: None,
            by_hand_stays: false,
            absent: Vec::new(),
            banned: FxHashSet::default(),
            refused: 0,
        }
    }
}

impl Hunt {
    fn may_leave(&self, ground: &Ground, each: &Assignment) -> bool {
        let stays =
            each.pinned || self.absent.contains(&each.member) || self.by_hand_stays && each.origin == Origin::Hand;
        !stays && self.from.is_none_or(|from| ground.shift(each.shift).span.start >= from)
    }
}

/// Makes chains on a copy of a roster.
#[derive(Debug)]
pub(super) struct Chains<'a> {
    ground: &'a Ground,
    base: Cow<'a, Roster>,
    roster: Roster,
    /// Every step made since the copy was the same as the base.
    done: Vec<Step>,
    /// Wants that no chain can meet on the base while shifts keep their minimum.
    dead: FxHashSet<Want>,
}

/// One search for one more head.
struct Search<'s> {
    hunt: &'s mut Hunt,
    /// Wants in the order found, with the step that opened each (the first has none).
    wants: Vec<(Want, Option<(usize, Step)>)>,
    seen: FxHashSet<Want>,
    /// By time of shifts: those whose every way to a shift of that time has been looked at.
    tried: FxHashMap<usize, Crowd>,
    exhausted: bool,
}

impl<'a> Chains<'a> {
    pub fn new(ground: &'a Ground, base: &'a Roster) -> Self {
        Self { ground, base: Cow::Borrowed(base), roster: base.clone(), done: Vec::new(), dead: FxHashSet::default() }
    }

    /// The roster as it was before.
    pub fn base(&self) -> &Roster {
        &self.base
    }

    /// The roster with every step made.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// What has been made since the last [`take_back`](Self::take_back) or [`settle`](Self::settle).
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// Puts a member who leaves nothing on a shift as a picket; the caller knows that no rule says no.
    pub fn put(&mut self, shift: ShiftIx, member: MemberIx) {
        self.roster.put(Assignment::planned(member, shift, Duty::Picket));
        self.done.push(Step { to: (shift, Duty::Picket), member, from: None, also: None });
    }

    /// Takes every step back.
    pub fn take_back(&mut self) {
        for step in std::mem::take(&mut self.done).iter().rev() {
            for (shift, member) in step.touched() {
                self.roster.take(shift, member);
                if let Some(was) = self.base.get(shift, member) {
                    self.roster.put(was.clone());
                }
            }
        }
    }

    /// Takes people off a shift as if they had never been there; [`bring_back`](Self::bring_back) undoes it.
    pub fn leave_out(&mut self, shift: ShiftIx, members: &[MemberIx]) -> Vec<Assignment> {
        for &member in members {
            self.roster.take(shift, member);
        }
        let base = self.base.to_mut();
        members.iter().filter_map(|&member| base.take(shift, member)).collect()
    }

    /// Puts those back who were left out; every step made meanwhile is taken back first.
    pub fn bring_back(&mut self, left_out: Vec<Assignment>) {
        self.take_back();
        for each in left_out {
            self.roster.put(each.clone());
            self.base.to_mut().put(each);
        }
    }

    /// Keeps every step: from here on the roster is what they made of it.
    pub fn settle(&mut self) {
        let base = self.base.to_mut();
        for (shift, member) in touched(&self.done) {
            base.take(shift, member);
            if let Some(now) = self.roster.get(shift, member) {
                base.put(now.clone());
            }
        }
        self.done.clear();
        self.dead.clear();
    }

    /// Puts one more holder of `duty` on the gap by the shortest chain there is; a picket is one more head, a post can also be
    /// taken by a picket who is there. False: none was found.
    pub fn one_more(&mut self, muster: &Muster, hunt: &mut Hunt, duty: Duty) -> bool {
        let want = (hunt.gap, duty);
        while hunt.refused <= REFUSED {
            let mut search = Search {
                hunt: &mut *hunt,
                wants: vec![(want, None)],
                seen: std::iter::once(want).collect(),
                tried: FxHashMap::default(),
                exhausted: false,
            };
            let Some(chain) = self.chain(muster, &mut search) else {
                let whole = !search.exhausted
                    && search.hunt.banned.is_empty()
                    && search.hunt.absent.is_empty()
                    && self.done.is_empty();
                let least = search.hunt.keep == Keep::Minimum
                    && self.base.on(want.0).len() as u32 <= self.ground.shift(want.0).minimum;
                if whole && least && duty == Duty::Picket {
                    // Nothing met on the way can spare anyone, for this gap or any other.
                    let dead: Vec<Want> = search.wants.iter().map(|(want, _)| *want).collect();
                    self.dead.extend(dead);
                }
                return false;
            };
            match self.carry_out(hunt, want, &chain) {
                Ok(()) => {
                    self.done.extend(chain);
                    return true;
                }
                Err(step) => {
                    hunt.refused += 1;
                    hunt.banned.insert(step);
                }
            }
        }
        false
    }

    /// True when no rule keeps `member` from coming to a shift as a picket, on the copy as it is.
    pub fn may_come(&self, shift: ShiftIx, member: MemberIx) -> bool {
        let case = Case { ground: self.ground, roster: &self.roster, member, shift, duty: Duty::Picket };
        refusal(&case).is_none()
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
            let may = search.hunt.may_leave(self.ground, each);
            let movable = may && each.duty != duty && skill::has(self.ground, each.member, duty);
            let step = Step { to: want, member: each.member, from: Some((shift, each.duty)), also: None };
            if !movable || search.hunt.banned.contains(&step) {
                continue;
            }
            // On the way one head has gone already; a picket who takes the post leaves nothing to fill but that head.
            if each.duty == Duty::Picket && (at == 0 || self.can_spare_head(search.hunt, shift)) {
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
        let skipping = search.hunt.banned.is_empty();
        if let Some(tried) = search.tried.get(&muster.time(shift)).filter(|_| skipping) {
            free.drop(tried);
        }
        search.hunt.looks = search.hunt.looks.saturating_sub(PLACE);
        let mut best: Option<Step> = None;
        for member in free.iter() {
            if search.hunt.looks == 0 {
                search.exhausted = true;
                return best;
            }
            search.hunt.looks -= 1;
            let others = self.roster.of(member);
            if others.contains(&shift) || search.hunt.absent.contains(&member) {
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
                let Some((step, ends)) = step.filter(|(step, _)| !search.hunt.banned.contains(step)) else { continue };
                match step.from {
                    // Those who come from nowhere are asked about pools before anyone else has moved.
                    None if at == 0 && !self.pools_allow(want, member) => {}
                    _ if ends && !search.hunt.choosy => return Some(step),
                    _ if ends => best = Some(best.filter(|best| !self.is_better(&step, best)).unwrap_or(step)),
                    Some(from) => search.open(at, step, from, &self.dead),
                    None => {}
                }
            }
        }
        best
    }

    /// Whether one end of a chain is to be preferred to another: whoever leaves nothing comes first, then the better candidate.
    fn is_better(&self, step: &Step, other: &Step) -> bool {
        let candidate = |step: &Step| candidate_for(self.ground, &self.roster, step.to.0, step.member);
        let leaves = |step: &Step| step.left().count();
        leaves(step).cmp(&leaves(other)).then_with(|| rank(self.ground, &candidate(step), &candidate(other))).is_lt()
    }

    /// The step by which `member` leaves `other`, and `also` a shift that can spare a head there and then; with it, whether
    /// nothing is left to fill. None: the member may not leave it, or `also` can't be spared.
    fn leave(
        &self,
        search: &Search,
        want: Want,
        member: MemberIx,
        other: ShiftIx,
        also: Option<ShiftIx>,
    ) -> Option<(Step, bool)> {
        let may_leave = |each: &&Assignment| search.hunt.may_leave(self.ground, each);
        let place = |shift| self.roster.get(shift, member).filter(may_leave);
        let spared = |shift, duty| duty == Duty::Picket && self.can_spare_head(search.hunt, shift);
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
    fn can_spare_head(&self, hunt: &Hunt, shift: ShiftIx) -> bool {
        shift != hunt.gap && self.roster.on(shift).len() as u32 > self.floor(hunt, shift)
    }

    /// Heads that must stay: what the shift is to keep, or what there was when that was less; the gap keeps all it had.
    fn floor(&self, hunt: &Hunt, shift: ShiftIx) -> u32 {
        let (had, the_shift) = (self.base.on(shift).len() as u32, self.ground.shift(shift));
        let keeps = match hunt.keep {
            Keep::Minimum => the_shift.minimum,
            Keep::Target => the_shift.target,
        };
        if shift == hunt.gap { had } else { had.min(keeps.max(1)) }
    }

    /// Carries a chain out on the copy. When a rule refuses a step of it, or a shift on the way loses what it must keep,
    /// nothing is changed, and the step at fault is given back.
    fn carry_out(&mut self, hunt: &Hunt, want: Want, chain: &[Step]) -> Result<(), Step> {
        let Some(&first) = chain.first() else { return Ok(()) };
        let before: Vec<Assignment> = touched(chain).filter_map(|(s, m)| self.roster.get(s, m).cloned()).collect();
        let count = |roster: &Roster| (roster.on(want.0).len(), holders(roster, want));
        let (heads, held) = count(&self.roster);
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
        let now = count(&self.roster);
        let reached = if want.1 == Duty::Picket { now.0 == heads + 1 } else { now.0 >= heads && now.1 == held + 1 };
        let kept = reached && touched(chain).all(|(shift, _)| self.keeps(hunt, shift));
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
    fn keeps(&self, hunt: &Hunt, shift: ShiftIx) -> bool {
        let the_shift = self.ground.shift(shift);
        let held = |roster: &Roster, duty| holders(roster, (shift, duty));
        let duties = std::iter::once(Duty::Captain).chain(the_shift.needs.iter().map(|(need, _)| Duty::Skill(*need)));
        self.roster.on(shift).len() as u32 >= self.floor(hunt, shift)
            && duties.into_iter().all(|duty| held(&self.roster, duty) >= held(&self.base, duty))
    }
}

/// How many hold a post.
fn holders(roster: &Roster, (shift, duty): Want) -> usize {
    roster.on(shift).iter().filter(|each| each.duty == duty).count()
}

impl Search<'_> {
    fn open(&mut self, parent: usize, step: Step, want: Want, dead: &FxHashSet<Want>) {
        if !dead.contains(&want) && self.seen.insert(want) {
            self.wants.push((want, Some((parent, step))));
        }
    }
}
