//! The most posts of one kind that can be filled, whatever becomes of all others: a plain maximum flow (Dinic 1970) over everyone
//! who may stand on a shift at all, with the hours of a week and the shifts of a day; rest and pools are left out. So no roster
//! fills more, of a strike of any size.

use super::rules;
use super::strike::{Shift, Strike};
use std::collections::{BTreeMap, VecDeque};

/// The most posts of a kind that can be filled: `asked` of each shift, by members who can `hold` one.
pub fn most(strike: &Strike, hold: impl Fn(usize) -> bool, asked: impl Fn(&Shift) -> usize) -> i64 {
    let shortest = strike.shifts.iter().map(Shift::minutes).min().unwrap_or(1).max(1);
    let (source, sink) = (0, 1);
    let mut flow = Flow { arcs: Vec::new(), from: vec![Vec::new(), Vec::new()] };
    let shifts: Vec<Option<usize>> =
        strike.shifts.iter().map(|shift| (asked(shift) > 0).then(|| flow.node_to(sink, asked(shift) as i64))).collect();
    for member in (0..strike.members.len()).filter(|member| hold(*member)) {
        let (mut weeks, mut days) = (BTreeMap::new(), BTreeMap::new());
        for (at, node) in shifts.iter().enumerate() {
            let shift = &strike.shifts[at];
            let Some(node) = *node else { continue };
            if !rules::eligible(strike, member, at) {
                continue;
            }
            let week = *weeks.entry(shift.week).or_insert_with(|| {
                let node = flow.node();
                flow.arc(source, node, strike.week_minutes / shortest);
                node
            });
            let day = *days.entry(shift.date).or_insert_with(|| {
                let node = flow.node();
                flow.arc(week, node, strike.shifts_per_day as i64);
                node
            });
            flow.arc(day, node, 1);
        }
    }
    flow.most(source, sink)
}

struct Flow {
    /// Where to, and how much more; each arc is followed by the way back.
    arcs: Vec<(usize, i64)>,
    /// By node, its arcs.
    from: Vec<Vec<usize>>,
}

impl Flow {
    fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }

    fn node_to(&mut self, to: usize, room: i64) -> usize {
        let node = self.node();
        self.arc(node, to, room);
        node
    }

    fn arc(&mut self, from: usize, to: usize, room: i64) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.from[from].push(self.arcs.len());
            self.arcs.push((to, room));
        }
    }

    fn most(&mut self, source: usize, sink: usize) -> i64 {
        let mut sum = 0;
        loop {
            let steps = self.steps_to(sink);
            if steps[source] == usize::MAX {
                return sum;
            }
            let mut next = vec![0; self.from.len()];
            while let Some(path) = self.path(source, sink, &steps, &mut next) {
                let amount = path.iter().map(|arc| self.arcs[*arc].1).min().unwrap_or(0);
                for arc in path {
                    self.arcs[arc].1 -= amount;
                    self.arcs[arc ^ 1].1 += amount;
                }
                sum += amount;
            }
        }
    }

    /// How many arcs with room it is from every node.
    fn steps_to(&self, sink: usize) -> Vec<usize> {
        let mut steps = vec![usize::MAX; self.from.len()];
        steps[sink] = 0;
        let mut queue = VecDeque::from([sink]);
        while let Some(node) = queue.pop_front() {
            for &arc in &self.from[node] {
                let before = self.arcs[arc].0;
                if self.arcs[arc ^ 1].1 > 0 && steps[before] == usize::MAX {
                    steps[before] = steps[node] + 1;
                    queue.push_back(before);
                }
            }
        }
        steps
    }

    /// A shortest way; `next` is how many arcs of each node have led nowhere.
    fn path(&self, source: usize, sink: usize, steps: &[usize], next: &mut [usize]) -> Option<Vec<usize>> {
        let (mut path, mut node) = (Vec::new(), source);
        while node != sink {
            let on = self.from[node][next[node]..].iter().position(|&arc| {
                let (to, room) = self.arcs[arc];
                room > 0 && steps[to] != usize::MAX && steps[to] + 1 == steps[node]
            });
            if let Some(skipped) = on {
                next[node] += skipped;
                let arc = self.from[node][next[node]];
                path.push(arc);
                node = self.arcs[arc].0;
            } else {
                next[node] = self.from[node].len();
                let back: usize = path.pop()?;
                node = self.arcs[back ^ 1].0;
                next[node] += 1;
            }
        }
        Some(path)
    }
}
