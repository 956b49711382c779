//! Small strikes to the last post: what the flow could not say, as one whole-number program.
//!
//! Rest, overlap, pools and mixed lengths are rows here like all the rest, so each level's best is the best there is, and
//! proven. The price is time: it is asked only where little is left to decide. Where the flow had to be mended it goes through
//! all levels; elsewhere through the last ones, which no flow weighs.

mod fair;
pub(super) mod parts;
mod rows;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::kinds::{Kind, PICKET};
use super::live::Live;
use super::program::{Limit, Program, Sum, Var, Work};
use super::split::Piece;
use super::task::{Post, Stand, Task};
use fair::MemberWeek;

/// Pairs of member and shift up to which a whole-number program is asked.
const MOST_PAIRS: usize = 500;

/// What may be done for the levels that are counted and for fairness, each of them half of what those before have left; of it in
/// vain for fairness, where what is found is found early, and what is not found takes all there is; for heads above target and for
/// promises; and for what only makes people's lives easier.
const WORK: Work = Work(30_000_000);
const WORK_IN_VAIN: Work = Work(4_500_000);
const WORK_OF_CHANGES: Work = Work(10_000_000);
const WORK_OF_WISHES: Work = Work(3_000_000);

/// The best roster of a cluster.
pub(super) struct Best {
    before: Vec<Stand>,
    after: Vec<Stand>,
    proven: [Option<i64>; 5],
}

/// Looks for the best of a cluster on every level. `bounds` is the most that is possible, each level given those above at
/// theirs. None where there is too much to decide.
pub(super) fn best(
    live: &Live,
    pieces: &[&Piece],
    ties: &[Vec<u32>],
    bounds: [i64; 5],
    stop: &dyn Fn() -> bool,
) -> Option<Best> {
    let (mut whole, before) = Whole::of_cluster(live, pieces)?;
    let proven = whole.levels(ties, bounds, stop);
    Some(Best { before, after: whole.stands(), proven })
}

/// Looks for places that people like better in a cluster of which nothing else can be better: every level above, fairness,
/// heads above target and promises stay as good as they are. None where there is too much to decide, or nothing to wish for.
pub(super) fn please(
    live: &Live,
    pieces: &[&Piece],
    ties: &[Vec<u32>],
    work: Work,
    stop: &dyn Fn() -> bool,
) -> Option<Best> {
    let (mut whole, before) = Whole::of_cluster(live, pieces)?;
    let (ranks, ways) = (whole.dislikes(false), whole.dislikes(true));
    if ranks.is_empty() && ways.is_empty() {
        return None;
    }
    for level in 0..whole.aims.len() {
        whole.keep(level);
    }
    // With no work to do it, what is known stays.
    let mut none = Work(0);
    whole.be_fair(&mut none, stop);
    for aim in [whole.surplus(), whole.promises(ties)] {
        whole.best(&aim, None, &mut none, 1);
    }
    for aim in [ranks, ways] {
        if !stop() {
            whole.best(&aim, None, &mut Work(work.0 / 2), 1);
        }
    }
    Some(Best { before, after: whole.stands(), proven: [None; 5] })
}

impl Best {
    /// Puts everybody where the best has them. What is proven of the five counted levels, over what stays.
    pub(super) fn take(self, live: &mut Live) -> [Option<i64>; 5] {
        if super::mend::change(live, &self.before, &self.after) {
            return self.proven;
        }
        // Floating point led to a place that a rule refuses: what was there before stands.
        [None; 5]
    }
}

struct Whole<'t, 'g> {
    task: &'t Task<'g>,
    program: Program,
    /// Who may stand where, in order of member, then shift.
    pairs: Vec<(u32, u32, Var)>,
    at: FxHashMap<(u32, u32), usize>,
    /// Posts that pairs may hold, by position of the pair.
    posts: Vec<(usize, Kind, Var)>,
    /// In order; and what each asks, with those who stand still on it.
    shifts: Vec<u32>,
    asked: Vec<Post>,
    /// The pool rows of those who may move, and how many may be away from each, beside those who stand still.
    pools: Vec<(u32, i32)>,
    heads: FxHashMap<u32, Sum>,
    weeks: Vec<MemberWeek>,
    /// Heads up to minimum and up to target, that follow from who stands.
    steps: Vec<(usize, u32, Var)>,
    /// Members gone from their pool at some instant.
    gone: Vec<(Var, Vec<Var>)>,
    unit: i64,
    aims: [Sum; 5],
    point: Vec<f64>,
}

impl<'t, 'g> Whole<'t, 'g> {
    /// A program of everybody in a cluster, and who stands there. None where there is too much to decide.
    fn of_cluster(live: &Live<'t, 'g>, pieces: &[&Piece]) -> Option<(Self, Vec<Stand>)> {
        if pieces.iter().map(|p| p.members.len()).sum::<usize>() > MOST_PAIRS {
            return None;
        }
        let shifts = pieces.iter().flat_map(|p| p.shifts.iter().copied()).collect();
        let members: BTreeSet<u32> = pieces.iter().flat_map(|p| p.members.iter().copied()).collect();
        let mut whole = Self::new(live, shifts, &members, &|_, _| true, &|_| false)?;
        let before: Vec<Stand> = pieces.iter().flat_map(|p| live.in_piece(p)).collect();
        whole.know(&before);
        Some((whole, before))
    }

    /// A program of these members on these shifts, as far as they `may`; everybody else stands still, but whoever holds a post
    /// of a kind that yields. None where there is too much to decide.
    fn new(
        live: &Live<'t, 'g>,
        mut shifts: Vec<u32>,
        members: &BTreeSet<u32>,
        may: &dyn Fn(u32, u32) -> bool,
        yields: &dyn Fn(Kind) -> bool,
    ) -> Option<Self> {
        let task = live.task;
        shifts.sort_unstable();
        let asked = shifts.iter().map(|&s| live.without(s, &|m, kind| members.contains(&m) || yields(kind))).collect();
        let rows: BTreeSet<u32> = members.iter().flat_map(|&m| live.pools_of(m)).copied().collect();
        let pools = rows.into_iter().map(|row| (row, live.spare_without(row, members))).collect();
        let mut whole = Self {
            task,
            program: Program::default(),
            pairs: Vec::new(),
            at: FxHashMap::default(),
            posts: Vec::new(),
            shifts,
            asked,
            pools,
            heads: FxHashMap::default(),
            weeks: Vec::new(),
            steps: Vec::new(),
            gone: Vec::new(),
            unit: 1,
            aims: Default::default(),
            point: Vec::new(),
        };
        for &m in members {
            for i in 0..whole.shifts.len() {
                let (s, post) = (whole.shifts[i], &whole.asked[i]);
                if post.room() > 0 && task.open.has(m, post.slot) && task.reaches(m, post.site) && may(m, s) {
                    if whole.pairs.len() == MOST_PAIRS {
                        return None;
                    }
                    whole.stand(m, s);
                }
            }
        }
        whole.fill_posts();
        for &m in members {
            whole.keep_apart(m);
        }
        whole.count_hours(members);
        whole.keep_pools();
        Some(whole)
    }

    /// What a shift asks, with those who stand still on it.
    fn post(&self, shift: u32) -> &Post {
        &self.asked[self.shifts.partition_point(|s| *s < shift)]
    }

    /// Starts from a roster that obeys every rule.
    fn know(&mut self, stands: &[Stand]) {
        let mut point = vec![0.0; self.program.len()];
        for stand in stands {
            let Some(&pair) = self.at.get(&(stand.member, stand.shift)) else { continue };
            point[self.pairs[pair].2] = 1.0;
            if let Some(post) = self.posts.iter().find(|p| p.0 == pair && p.1 == stand.kind) {
                point[post.2] = 1.0;
            }
        }
        self.point = point;
        self.follow();
    }

    /// Puts what follows from who stands at its best.
    fn follow(&mut self) {
        let task = self.task;
        for &(level, s, step) in &self.steps {
            let post = self.post(s);
            let heads: f64 = self.heads[&s].iter().map(|(var, _)| self.point[*var]).sum();
            let asked = if level == 2 { post.minimum } else { post.target };
            self.point[step] = heads.min(f64::from((asked - post.held).clamp(0, post.room())));
        }
        for (gone, over) in &self.gone {
            self.point[*gone] = over.iter().map(|var| self.point[*var]).fold(0.0, f64::max);
        }
        for each in &self.weeks {
            let of_week = self.of(each.member).into_iter().filter(|t| task.slots[t.0 as usize].week == each.week);
            let minutes: f64 = of_week.map(|t| self.point[t.1] * task.slots[t.0 as usize].minutes as f64).sum();
            let most = (task.pay() / self.unit - each.fixed).max(0) as f64;
            self.point[each.hours] = (minutes / self.unit as f64).min(most);
        }
    }

    /// Every level in order, each kept while the next is sought.
    fn levels(&mut self, ties: &[Vec<u32>], bounds: [i64; 5], stop: &dyn Fn() -> bool) -> [Option<i64>; 5] {
        let mut proven = [None; 5];
        // As long as each level reaches its bound, the next bound holds too, and what reaches that need not be looked for.
        let mut bounds = Some(bounds);
        let mut work = WORK;
        for (level, proven) in proven.iter_mut().enumerate() {
            if stop() {
                break;
            }
            let unit = if level == 4 { self.unit } else { 1 };
            let bound = bounds.map(|bounds| bounds[level] / unit);
            let (value, sure) = self.best(&self.aims[level].clone(), bound, &mut work, 2);
            if sure {
                *proven = Some(value * unit);
            }
            bounds = bounds.filter(|_| bound == Some(value));
        }
        if !stop() {
            self.be_fair(&mut work, stop);
        }
        let wishes = [
            (self.surplus(), WORK_OF_CHANGES),
            (self.promises(ties), WORK_OF_CHANGES),
            (self.dislikes(false), WORK_OF_WISHES),
            (self.dislikes(true), WORK_OF_WISHES),
        ];
        for (aim, mut work) in wishes {
            if !stop() {
                self.best(&aim, None, &mut work, 1);
            }
        }
        proven
    }

    /// What a level is worth at the point that is known.
    fn worth(&self, level: usize) -> i64 {
        let worth: f64 = self.aims[level].iter().map(|(var, weight)| self.point[*var] * *weight as f64).sum();
        worth.round() as i64
    }

    /// Keeps a level at least as good as at the point that is known.
    fn keep(&mut self, level: usize) {
        if !self.aims[level].is_empty() {
            self.program.row(self.aims[level].clone(), Limit::AtLeast(self.worth(level)));
        }
    }

    /// The greatest value of an aim, kept from here on; whether it is proven. `bound`: more than this is known to be impossible.
    /// No more is done than one `share`th of the `work`.
    fn best(&mut self, aim: &Sum, bound: Option<i64>, work: &mut Work, share: u64) -> (i64, bool) {
        if aim.is_empty() {
            return (0, true);
        }
        let best = work.share(share, |work| self.program.most(aim, &self.point, bound, work));
        self.point = best.point;
        // What this aim did not ask about may be anywhere: the next is to start from what it is with these people.
        self.follow();
        self.program.row(aim.clone(), Limit::AtLeast(best.value));
        (best.value, best.proven)
    }

    /// The k-th head above target costs 2k - 1: squares, least when spread evenly.
    fn surplus(&mut self) -> Sum {
        let mut aim = Sum::new();
        for i in 0..self.shifts.len() {
            let s = self.shifts[i];
            let post = &self.asked[i];
            let Some(heads) = self.heads.get(&s).cloned() else { continue };
            let over = i64::from((post.held - post.target).max(0));
            let free = i64::from((post.target - post.held).max(0));
            let steps = (i64::from(post.room()).min(heads.len() as i64) - free).max(0);
            if steps == 0 {
                continue;
            }
            let standing: f64 = heads.iter().map(|(var, _)| self.point[*var]).sum();
            let mut row = heads;
            for k in 1..=steps {
                let step = self.program.following(1);
                self.point.push((standing - (free + k - 1) as f64).clamp(0.0, 1.0));
                row.push((step, -1));
                aim.push((step, -(2 * (over + k) - 1)));
            }
            self.program.row(row, Limit::AtMost(free));
        }
        aim
    }

    /// A promise kept is a change less, a new place a change more.
    fn promises(&self, ties: &[Vec<u32>]) -> Sum {
        if self.pairs.iter().all(|(m, _, _)| ties[*m as usize].is_empty()) {
            return Sum::new();
        }
        let promised = |m: u32, s: u32| ties[m as usize].contains(&s);
        self.pairs.iter().map(|&(m, s, var)| (var, if promised(m, s) { 1 } else { -1 })).collect()
    }

    /// Ranks of sites and templates, or distance.
    fn dislikes(&self, distance: bool) -> Sum {
        let cost = |m: u32, s: u32| i64::from(if distance { self.task.km(m, s) } else { self.task.dislike(m, s) });
        self.pairs.iter().map(|&(m, s, var)| (var, -cost(m, s))).filter(|(_, c)| *c != 0).collect()
    }

    /// Who stands, by the last point.
    fn stands(&self) -> Vec<Stand> {
        let mut stands: Vec<Stand> = Vec::new();
        for (pair, &(member, shift, var)) in self.pairs.iter().enumerate() {
            if self.point[var] > 0.5 {
                let held = self.posts.iter().find(|p| p.0 == pair && self.point[p.2] > 0.5);
                stands.push(Stand { member, shift, kind: held.map_or(PICKET, |p| p.1) });
            }
        }
        stands
    }
}
