//! Chains of moves that put one more head, or the holder of a post, on a shift.
//!
//! Someone free comes; or someone leaves a shift that can spare a head, or that another member can take over, and so on.
//! Nobody pinned moves, nor anyone else who is not to (see [`Hunt`]). A shift on the way may be left with fewer heads, but
//! never with fewer than it has to keep (see [`Keep`]), and never with a captain or skill post empty that is filled now, unless
//! that is made up for (see [`Exchange`](super::hunt::Exchange)). The search (see [`search`](super::search)) goes over places in order of the length of
//! the chain, each place once, as a search for an augmenting path does. What is found is carried out on a copy of the roster
//! and put before every rule there; a chain that any rule refuses is not made.
//!
//! It doesn't know why anyone wants that head, nor how many.

use super::field::Field;
use super::hunt::{Balance, Hunt, Keep, Place};
use super::moves::{Step, Want, touched};
use super::search::{Found, Search};
use crate::model::{Assignment, Duty, MemberIx, Roster, ShiftIx};
use crate::rules::{Case, Ground, Refusal, pool, refusal};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Chains that a rule refused when they were carried out, before the search gives up on another head.
const REFUSED: usize = 12;

/// What came of seeking a chain that can be carried out.
pub(super) enum Sought {
    /// It was made, and this is filled.
    Made(Want),
    /// There is none: from none of these places, those wanted among them, does one lead anywhere.
    Hopeless(Vec<Place>),
    /// None was found, which proves nothing.
    Unknown,
}

/// Why a chain was not made.
struct Refused {
    /// The step at fault.
    step: Step,
    /// A pool was against it.
    by_pool: bool,
}

/// The kinds of [`Keep`].
const KEEPS: usize = 3;

/// Makes chains on a copy of a roster.
#[derive(Debug)]
pub(super) struct Chains<'a> {
    pub(super) ground: &'a Ground,
    pub(super) base: Cow<'a, Roster>,
    pub(super) roster: Roster,
    /// Every step made since the copy was the same as the base.
    done: Vec<Step>,
    /// By what shifts have to keep: the places that no chain can fill on the base, where nothing changes places.
    dead: [FxHashSet<Want>; KEEPS],
}

impl<'a> Chains<'a> {
    pub fn new(ground: &'a Ground, base: &'a Roster) -> Self {
        Self { ground, base: Cow::Borrowed(base), roster: base.clone(), done: Vec::new(), dead: Default::default() }
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
        self.dead = Default::default();
        let base = self.base.to_mut();
        members.iter().filter_map(|&member| base.take(shift, member)).collect()
    }

    /// Puts those back who were left out; every step made meanwhile is taken back first.
    pub fn bring_back(&mut self, left_out: Vec<Assignment>) {
        self.take_back();
        self.dead = Default::default();
        for each in left_out {
            self.roster.put(each.clone());
            self.base.to_mut().put(each);
        }
    }

    /// Keeps every step: from here on the roster is what they made of it.
    pub fn settle(&mut self) {
        if self.done.is_empty() {
            return;
        }
        let base = self.base.to_mut();
        for (shift, member) in touched(&self.done) {
            base.take(shift, member);
            if let Some(now) = self.roster.get(shift, member) {
                base.put(now.clone());
            }
        }
        self.done.clear();
        self.dead = Default::default();
    }

    /// Puts one more holder of `duty` on the gap by the shortest chain there is; a picket is one more head, a post can also be
    /// taken by a picket who is there. False: none was found.
    pub fn one_more(&mut self, field: &Field, hunt: &mut Hunt, duty: Duty) -> bool {
        let Some(gap) = hunt.gap else { return false };
        match self.one_of(field, hunt, &[(gap, duty)]) {
            Sought::Made(_) => true,
            Sought::Hopeless(met) => {
                self.give_up(hunt, gap, &met);
                false
            }
            Sought::Unknown => false,
        }
    }

    /// The same for one of `wants`, whichever the shortest chain leads to. Where there are several, none of them may be one
    /// that could spare what it has.
    pub fn one_of(&mut self, field: &Field, hunt: &mut Hunt, wants: &[Want]) -> Sought {
        while hunt.refused <= REFUSED {
            let mut search = Search::new(field, self, hunt, wants);
            let chain = match search.run() {
                Found::Chain(chain) => chain,
                Found::Nothing => {
                    let met: Vec<Place> = search.met().collect();
                    return if hunt.otherwise == 0 { Sought::Hopeless(met) } else { Sought::Unknown };
                }
                Found::Unknown => return Sought::Unknown,
            };
            let Some(want) = chain.last().map(|step| step.to) else { return Sought::Unknown };
            if self.make(hunt, &chain) {
                return Sought::Made(want);
            }
        }
        Sought::Unknown
    }

    /// Makes a chain that was found, if no rule refuses it; else the step at fault is banned from the hunt.
    pub fn make(&mut self, hunt: &mut Hunt, chain: &[Step]) -> bool {
        let Some(want) = chain.last().map(|step| step.to) else { return false };
        match self.carry_out(hunt, want, chain) {
            Ok(()) => {
                self.done.extend_from_slice(chain);
                true
            }
            Err(Refused { step, by_pool }) => {
                hunt.refused += 1;
                hunt.otherwise += usize::from(!by_pool);
                hunt.banned.insert(step);
                false
            }
        }
    }

    /// Notes that nothing met on the way can spare anyone, for the gap or any other: what was met is dead as long as nobody
    /// moves.
    fn give_up(&mut self, hunt: &Hunt, gap: ShiftIx, met: &[Place]) {
        let on_base = self.done.is_empty() && hunt.absent.is_empty() && hunt.banned.is_empty();
        // The gap itself is asked for nothing: it counts only where it could not spare anyone either.
        if on_base && hunt.exchange.is_none() && self.base.on(gap).len() as u32 <= self.heads_of(hunt, gap) {
            self.dead[hunt.keep as usize].extend(met.iter().map(|place| place.0));
        }
    }

    /// True when it is known that no chain can fill `want`, met on that balance.
    pub(super) fn is_dead(&self, hunt: &Hunt, want: Want, balance: Balance) -> bool {
        match (hunt.exchange, hunt.barren) {
            (_, Some(barren)) => barren.has(want, balance),
            (None, None) => self.dead[hunt.keep as usize].contains(&want),
            (Some(_), None) => false,
        }
    }

    /// True when no rule keeps `member` from coming to a shift as a picket, on the copy as it is.
    pub fn may_come(&self, shift: ShiftIx, member: MemberIx) -> bool {
        let case = Case { ground: self.ground, roster: &self.roster, member, shift, duty: Duty::Picket };
        refusal(&case).is_none()
    }

    /// True when no pool keeps `member` from a place, on the copy as it is.
    pub(super) fn pools_allow(&self, (shift, duty): Want, member: MemberIx) -> bool {
        self.ground.pools(member).is_empty()
            || pool::judge(&Case { ground: self.ground, roster: &self.roster, member, shift, duty }).is_none()
    }

    /// What the shift can still keep when a place there is left and not taken by anyone else; None: less than it must. The
    /// gap never may: what it has got already would only be carried on.
    pub(super) fn spares(&self, hunt: &Hunt, (shift, duty): Want) -> Option<Keep> {
        if Some(shift) == hunt.gap || duty != Duty::Picket || hunt.earning.is_some() {
            return None;
        }
        let the_shift = self.ground.shift(shift);
        let (heads, had) = (self.roster.on(shift).len() as u32, self.base.on(shift).len() as u32);
        let least = u32::from(hunt.one_stays);
        let keeps = if heads > had.min(the_shift.target.max(least)) {
            Keep::Target
        } else if heads > had.min(the_shift.minimum.max(least)) {
            Keep::Minimum
        } else {
            Keep::Nothing
        };
        (keeps <= hunt.keep && heads > had.min(least)).then_some(keeps)
    }

    /// The heads that a shift on the way is to keep, if it has them.
    fn heads_of(&self, hunt: &Hunt, shift: ShiftIx) -> u32 {
        let (the_shift, least) = (self.ground.shift(shift), u32::from(hunt.one_stays));
        match hunt.keep {
            Keep::Target => the_shift.target.max(least),
            Keep::Minimum => the_shift.minimum.max(least),
            Keep::Nothing => least,
        }
    }

    /// Carries a chain out on the copy. When a rule refuses a step of it, or a shift on the way loses what it must keep,
    /// nothing is changed, and the step at fault is given back.
    fn carry_out(&mut self, hunt: &Hunt, want: Want, chain: &[Step]) -> Result<(), Refused> {
        let Some(&first) = chain.first() else { return Ok(()) };
        let before: Vec<Assignment> = touched(chain).filter_map(|(s, m)| self.roster.get(s, m).cloned()).collect();
        let count = |roster: &Roster| (roster.on(want.0).len(), holders(roster, want));
        let (heads, held) = count(&self.roster);
        let levels = self.levels(chain);
        for step in chain {
            for shift in step.left() {
                self.roster.take(shift, step.member);
            }
        }
        for step in chain {
            self.roster.put(Assignment::planned(step.member, step.to.0, step.to.1));
        }
        let refused = chain.iter().find_map(|&step| {
            let (shift, duty) = step.to;
            let case = Case { ground: self.ground, roster: &self.roster, member: step.member, shift, duty };
            // Who is led to two posts of one shift holds the second.
            if self.roster.get(shift, step.member).is_none_or(|now| now.duty != duty) {
                return Some(Refused { step, by_pool: false });
            }
            refusal(&case).map(|refusal| Refused { step, by_pool: matches!(refusal, Refusal::Pool { .. }) })
        });
        let kept = if hunt.exchange.is_some() {
            self.levels(chain) > levels
        } else {
            let now = count(&self.roster);
            let reached = if want.1 == Duty::Picket { now.0 == heads + 1 } else { now.0 >= heads && now.1 == held + 1 };
            reached
                && self.keeps_posts(want.0)
                && touched(chain).all(|(shift, _)| shift == want.0 || self.keeps(hunt, shift))
        };
        let fault = match refused {
            Some(refused) => refused,
            None if kept => return Ok(()),
            None => Refused { step: first, by_pool: false },
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
        let had = self.base.on(shift).len() as u32;
        self.roster.on(shift).len() as u32 >= had.min(self.heads_of(hunt, shift)) && self.keeps_posts(shift)
    }

    fn keeps_posts(&self, shift: ShiftIx) -> bool {
        let the_shift = self.ground.shift(shift);
        let held = |roster: &Roster, duty| holders(roster, (shift, duty));
        let skills = the_shift.needs.iter().map(|(need, _)| Duty::Skill(*need));
        std::iter::once(Duty::Captain)
            .chain(skills)
            .all(|duty| held(&self.roster, duty) >= held(&self.base, duty).min(posts(the_shift, duty)))
    }

    /// What the shifts that a chain touches have of each level, all together.
    fn levels(&self, chain: &[Step]) -> [usize; 4] {
        let shifts: BTreeSet<ShiftIx> = touched(chain).map(|(shift, _)| shift).collect();
        let mut sum = [0; 4];
        for shift in shifts {
            let (the_shift, heads) = (self.ground.shift(shift), self.roster.on(shift).len());
            let filled = |duty: Duty| holders(&self.roster, (shift, duty)).min(posts(the_shift, duty));
            sum[0] += filled(Duty::Captain);
            sum[1] += the_shift.needs.iter().map(|(need, _)| filled(Duty::Skill(*need))).sum::<usize>();
            sum[2] += heads.min(the_shift.minimum as usize);
            sum[3] += heads.min(the_shift.target as usize);
        }
        sum
    }

    /// True when the shift has fewer holders of a post than it asks for.
    pub(super) fn lacks(&self, (shift, duty): Want) -> bool {
        holders(&self.roster, (shift, duty)) < self.ground.shift(shift).posts(duty).map_or(0, |posts| posts as usize)
    }
}

/// How many of a post a shift has.
fn posts(shift: &crate::model::Shift, duty: Duty) -> usize {
    shift.posts(duty).map_or(usize::MAX, |posts| posts as usize)
}

/// How many hold a post.
fn holders(roster: &Roster, (shift, duty): Want) -> usize {
    roster.on(shift).iter().filter(|each| each.duty == duty).count()
}
