//! A chain of moves that fills one post: a member who is free comes, or one who leaves a place that another takes, and so on.
//!
//! Posts are gone through in order of the length of the chain, each once, as a search for an augmenting path does. Where a pool
//! is full, whoever of it leaves a place makes room in it; and that may have to happen just when the one who comes has to leave
//! a place too. Every rule is asked of each step, and of the whole once more when it is carried out.

use rustc_hash::FxHashSet;

use super::kinds::{CAPTAIN, Kind, PICKET};
use super::levels::Level;
use super::live::{Fit, Live};
use super::mend::{self, Candidates};
use super::task::Stand;

/// A post to fill: the shift and the kind.
pub(super) type Need = (u32, Kind);

/// The first level that suffers when the assignment goes.
pub(super) fn loss(live: &Live, shift: u32, kind: Kind) -> Option<Level> {
    let post = &live.task.posts[shift as usize];
    let heads = live.heads(shift);
    if kind == CAPTAIN {
        Some(Level::Captain)
    } else if kind != PICKET {
        Some(Level::Skill)
    } else if heads <= post.minimum {
        Some(Level::Minimum)
    } else if heads <= post.target {
        Some(Level::Target)
    } else {
        None
    }
}

/// Fills up to `most` of several posts by chains of moves, the shortest first; returns how many. The search goes on past what it
/// found, so where it found something, another may find more. It ends early when so many rules were asked (`end`); where it
/// found nothing at all, every post gone through is `dead`.
pub(super) fn fill(
    live: &mut Live,
    who: &Candidates,
    needs: &[Need],
    level: Level,
    dead: &mut FxHashSet<Need>,
    (most, end): (i64, u64),
) -> i64 {
    let mut search = Search { live, who, level, dead, steps: Vec::new(), end };
    let filled = search.run(needs, most);
    if filled > 0 || search.live.asked >= end {
        for step in search.steps {
            dead.remove(&step.need);
        }
    }
    filled
}

/// A post that a search came by.
#[derive(Clone, Copy)]
struct Step {
    need: Need,
    /// The step before, by its number; and the place that is taken there when this post is left.
    before: Option<(usize, Stand)>,
    /// Whose post this is: the one who takes that place, or one whose going frees a pool for it.
    holder: Option<Stand>,
    /// What is left besides for that place, and nobody need take: where whoever takes it has to leave a shift and a pool is full.
    also: Option<Stand>,
}

impl Step {
    /// What is left for the place taken.
    fn left(&self) -> impl Iterator<Item = Stand> + use<> {
        self.holder.into_iter().chain(self.also)
    }
}

struct Search<'a, 't, 'g> {
    live: &'a mut Live<'t, 'g>,
    who: &'a Candidates,
    level: Level,
    dead: &'a mut FxHashSet<Need>,
    steps: Vec<Step>,
    end: u64,
}

impl Search<'_, '_, '_> {
    fn run(&mut self, needs: &[Need], most: i64) -> i64 {
        let mut filled = 0;
        for &need in needs {
            // A captain who already stands there as a picket only changes the armband.
            while filled < most
                && need.1 != PICKET
                && let Some(stand) = change_duty(self.live, need)
            {
                self.live.take(stand);
                self.live.put(Stand { kind: need.1, ..stand });
                filled += 1;
            }
            if filled < most && self.is_lacking(need) && self.dead.insert(need) {
                self.steps.push(Step { need, before: None, holder: None, also: None });
            }
        }
        let mut at = 0;
        while filled < most && at < self.steps.len() && self.live.asked < self.end {
            if self.leads_on(at) && self.look_for_one(at) {
                filled += 1;
            } else {
                at += 1;
            }
        }
        filled
    }

    fn is_lacking(&self, (shift, kind): Need) -> bool {
        mend::lacks(self.live, shift, self.level).contains(&kind)
    }

    /// Whether the way to a step is still there: the chains found since it was noted have moved nobody on it, and have not filled
    /// the post that it is for.
    fn leads_on(&self, at: usize) -> bool {
        let mut step = &self.steps[at];
        loop {
            if !step.left().all(|stand| self.moves(stand)) {
                return false;
            }
            let Some((before, _)) = step.before else { return self.is_lacking(step.need) };
            step = &self.steps[before];
        }
    }

    /// Looks for somebody to take the post of a step; those who would have to leave another for it are noted.
    fn look_for_one(&mut self, at: usize) -> bool {
        let (shift, kind) = self.steps[at].need;
        let vacated: Vec<Stand> = self.steps[at].left().collect();
        let slot = self.live.task.slot_of(shift);
        let site = self.live.task.posts[shift as usize].site;
        // Pools that keep somebody off this post: whoever of them leaves a place makes room for anyone, so once is enough.
        let mut pools: Vec<u32> = Vec::new();
        let mut leavers: Vec<Stand> = Vec::new();
        let who = self.who;
        for &m in who.at(site) {
            let able =
                self.live.task.open.has(m, slot) && (kind == PICKET || self.live.task.kinds_of(m).contains(&kind));
            if !able || self.is_on_path(at, m) || self.live.of(m).iter().any(|s| s.shift == shift) {
                continue;
            }
            let stand = Stand { member: m, shift, kind };
            // Who would leave a post that is then to be filled, or need not be.
            match self.live.ways(stand, &vacated, &mut leavers) {
                Fit::Yes => {
                    if self.carry_out(at, stand, &[]) {
                        return true;
                    }
                    continue;
                }
                Fit::Pool(row) if !leavers.is_empty() => {
                    if self.leave_both(at, stand, &leavers, row) {
                        return true;
                    }
                    continue;
                }
                Fit::Pool(row) if !pools.contains(&row) => {
                    pools.push(row);
                    leavers = self.mates(at, m, row);
                }
                Fit::Pool(_) | Fit::No => {}
            }
            for &other in &leavers {
                if self.is_dead(other) || !self.moves(other) {
                    continue;
                }
                if other.member != m {
                    let gone: Vec<Stand> = vacated.iter().copied().chain([other]).collect();
                    if self.live.fit(stand, None, &gone) != Fit::Yes {
                        continue;
                    }
                }
                if self.is_free(other) {
                    if self.carry_out(at, stand, &[other]) {
                        return true;
                    }
                } else {
                    self.note(at, stand, other, None);
                }
            }
        }
        false
    }

    /// Whoever takes the post has to leave one of `own`, and somebody a place that fills the pool. One of the two places may then
    /// have to be filled in its turn; where both would have to be, it is let be.
    fn leave_both(&mut self, at: usize, stand: Stand, own: &[Stand], row: u32) -> bool {
        let mates = self.mates(at, stand.member, row);
        for &mine in own {
            if !self.moves(mine) {
                continue;
            }
            for &mate in &mates {
                let (mine_is_free, mate_is_free) = (self.is_free(mine), self.is_free(mate));
                let (holder, also) = if mate_is_free { (mine, mate) } else { (mate, mine) };
                if !(mine_is_free || mate_is_free) || self.is_dead(holder) {
                    continue;
                }
                let gone: Vec<Stand> = self.steps[at].left().chain([mate]).collect();
                if self.live.fit(stand, Some(mine.shift), &gone) != Fit::Yes {
                    continue;
                }
                if !(mine_is_free && mate_is_free) {
                    self.note(at, stand, holder, Some(also));
                } else if self.carry_out(at, stand, &[mine, mate]) {
                    return true;
                }
            }
        }
        false
    }

    /// Those who would make room in a pool for `member` by leaving a place, but for whoever moves in the chain.
    fn mates(&mut self, at: usize, member: u32, row: u32) -> Vec<Stand> {
        let mut out = self.live.out_of(row);
        out.retain(|s| s.member != member && !self.is_on_path(at, s.member));
        out
    }

    /// The post that `holder` leaves is to be filled next.
    fn note(&mut self, at: usize, stand: Stand, holder: Stand, also: Option<Stand>) {
        let need = (holder.shift, holder.kind);
        self.dead.insert(need);
        self.steps.push(Step { need, before: Some((at, stand)), holder: Some(holder), also });
    }

    /// Whether the post was gone through, by this search or one before that came back with nothing.
    fn is_dead(&self, stand: Stand) -> bool {
        self.dead.contains(&(stand.shift, stand.kind))
    }

    /// Whether it is an assignment that may move.
    fn moves(&self, stand: Stand) -> bool {
        self.live.on(stand.shift).contains(&(stand.member, stand.kind))
    }

    /// Whether nothing suffers on the level, or above it, when the place is left.
    fn is_free(&self, stand: Stand) -> bool {
        loss(self.live, stand.shift, stand.kind).is_none_or(|lost| lost > self.level)
    }

    fn is_on_path(&self, at: usize, member: u32) -> bool {
        let mut step = &self.steps[at];
        loop {
            if step.left().any(|s| s.member == member) {
                return true;
            }
            let Some((before, taken)) = step.before else { return false };
            if taken.member == member {
                return true;
            }
            step = &self.steps[before];
        }
    }

    /// Carries a chain out that ends with `last` taking the post of a step, once `leaves` are left.
    fn carry_out(&mut self, at: usize, last: Stand, leaves: &[Stand]) -> bool {
        let mut out = leaves.to_vec();
        let mut into = vec![last];
        let mut step = &self.steps[at];
        out.extend(step.left());
        while let Some((before, taken)) = step.before {
            into.push(taken);
            step = &self.steps[before];
            out.extend(step.left());
        }
        mend::change(self.live, &out, &into)
    }
}

fn change_duty(live: &Live, (shift, kind): Need) -> Option<Stand> {
    if live.missing(shift, kind) <= 0 {
        return None;
    }
    let able = |m: u32| live.task.kinds_of(m).contains(&kind);
    let mut on: Vec<_> = live.on(shift).iter().filter(|(m, k)| *k == PICKET && able(*m)).collect();
    on.sort_unstable();
    on.first().map(|&&(member, kind)| Stand { member, shift, kind })
}
