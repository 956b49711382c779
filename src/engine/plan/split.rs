//! Pieces that no member joins within a week: they are planned one by one, in any order or at once. And clusters of them, which
//! some rule joins all the same.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::task::{NONE, Task};

/// A week of a stretch of country.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) week: u16,
    /// Shifts that can take someone, in order.
    pub(super) shifts: Vec<u32>,
    /// Members who could stand on one of them, in the order of the seed.
    pub(super) members: Vec<u32>,
}

/// Every piece, in order of week, then of its first site. `order` is the order in which members come.
pub(super) fn pieces(task: &Task, order: &[u32]) -> Vec<Piece> {
    let sites = task.ground.strike.sites.len();
    let mut by_week: Vec<Vec<u32>> = vec![Vec::new(); task.weeks];
    for (s, post) in task.posts.iter().enumerate() {
        if post.room() > 0 {
            by_week[usize::from(task.slots[post.slot as usize].week)].push(s as u32);
        }
    }
    let mut pieces = Vec::new();
    for (week, shifts) in by_week.iter().enumerate() {
        let mut out = vec![false; sites];
        for &s in shifts {
            out[task.posts[s as usize].site as usize] = true;
        }
        let mut roots = Roots((0..sites as u32).collect());
        let mut door = vec![NONE; task.classes.len()];
        for (c, class) in task.classes.iter().enumerate() {
            let mut here = class.sites.iter().copied().filter(|&s| out[s as usize]);
            if let Some(first) = here.next() {
                door[c] = first;
                here.for_each(|s| roots.join(first, s));
            }
        }
        let mut piece_of = vec![NONE; sites];
        let begin = pieces.len();
        for site in (0..sites as u32).filter(|&s| out[s as usize]) {
            let root = roots.find(site) as usize;
            if piece_of[root] == NONE {
                piece_of[root] = pieces.len() as u32;
                pieces.push(Piece { week: week as u16, shifts: Vec::new(), members: Vec::new() });
            }
        }
        for &s in shifts {
            let root = roots.find(task.posts[s as usize].site) as usize;
            pieces[piece_of[root] as usize].shifts.push(s);
        }
        for &m in order {
            let class = task.people[m as usize].class;
            if class == NONE || door[class as usize] == NONE {
                continue;
            }
            let root = roots.find(door[class as usize]) as usize;
            if task.week_slots[week].iter().any(|&s| task.open.has(m, s)) {
                pieces[piece_of[root] as usize].members.push(m);
            }
        }
        debug_assert!(pieces[begin..].iter().all(|p| !p.shifts.is_empty()));
    }
    pieces
}

/// Pieces that share a rule: one member's rest across a week's end, or a pool.
pub(super) fn clusters(task: &Task, pieces: &[Piece]) -> Vec<Vec<usize>> {
    let mut of: Vec<usize> = (0..pieces.len()).collect();
    let join = |of: &mut Vec<usize>, a: usize, b: usize| {
        let (from, to) = (of[a].max(of[b]), of[a].min(of[b]));
        if from != to {
            of.iter_mut().filter(|c| **c == from).for_each(|c| *c = to);
        }
    };
    let week = |s: u32| task.slots[s as usize].week;
    let at_border = |s: u32| task.clash.row(s).any(|t| week(t) != week(s));
    let at_border: Vec<bool> = (0..task.slots.len() as u32).map(at_border).collect();
    let mut pooled: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for row in &task.pools {
        pooled.extend(row.members.iter().map(|&m| (m, Vec::new())));
    }
    let mut before: Vec<Option<usize>> = vec![None; task.people.len()];
    for (i, piece) in pieces.iter().enumerate() {
        for &m in &piece.members {
            if let Some(before) = before[m as usize]
                && task.open.row(m).any(|s| at_border[s as usize])
            {
                join(&mut of, before, i);
            }
            before[m as usize] = Some(i);
            if let Some(theirs) = pooled.get_mut(&m) {
                theirs.push(i);
            }
        }
    }
    for row in &task.pools {
        let weeks: BTreeSet<u16> = row.slots.iter().map(|&s| week(s)).collect();
        let shared = row.members.iter().flat_map(|m| &pooled[m]).filter(|&&i| weeks.contains(&pieces[i].week));
        let shared: Vec<usize> = shared.copied().collect();
        shared.windows(2).for_each(|pair| join(&mut of, pair[0], pair[1]));
    }
    let mut clusters: Vec<Vec<usize>> = vec![Vec::new(); pieces.len()];
    for (i, c) in of.into_iter().enumerate() {
        clusters[c].push(i);
    }
    clusters.retain(|c| !c.is_empty());
    clusters
}

/// Whether shifts of these pieces differ in length, which the flow can't weigh.
pub(super) fn mixed(task: &Task, pieces: &[&Piece]) -> bool {
    let mut lengths = pieces.iter().flat_map(|p| &p.shifts).map(|&s| task.slots[task.slot_of(s) as usize].minutes);
    let first = lengths.next();
    lengths.any(|l| Some(l) != first)
}

/// Union-find.
struct Roots(Vec<u32>);

impl Roots {
    fn find(&mut self, mut x: u32) -> u32 {
        while self.0[x as usize] != x {
            let up = self.0[self.0[x as usize] as usize];
            self.0[x as usize] = up;
            x = up;
        }
        x
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        // The smaller number stays the root, so that pieces come in order of their first site.
        self.0[a.max(b) as usize] = a.min(b);
    }
}
