//! Pieces that no member joins within a week: they are planned one by one, in any order or at once.

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
