//! The roster while it is being mended: every hard rule is asked before anyone is put anywhere.

use std::collections::BTreeSet;

use super::kinds::{Kind, PICKET};
use super::split::Piece;
use super::task::{Post, Stand, Task};

/// Whether a member may stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Yes,
    /// Only this pool row stands against it.
    Pool(u32),
    No,
}

/// What of a member's other shifts stands against one more.
#[derive(Clone, Copy, Debug, Default)]
struct Against {
    /// The shift that overlaps it or leaves too little rest.
    clash: Option<u32>,
    /// There is more than one such.
    clashes: bool,
    /// The day, where it is full.
    day: Option<u32>,
    /// Minutes above the most for the week.
    over: i64,
}

impl Against {
    fn is_nothing(&self) -> bool {
        self.clash.is_none() && self.day.is_none() && self.over <= 0
    }

    /// Whether nothing would be left of it without this shift.
    fn ends_with(&self, task: &Task, shift: u32, week: u16) -> bool {
        let slot = &task.slots[task.slot_of(shift) as usize];
        !self.clashes
            && self.clash.is_none_or(|clash| clash == shift)
            && self.day.is_none_or(|day| day == slot.day)
            && (self.over <= 0 || slot.week == week && slot.minutes >= self.over)
    }
}

/// Assignments by member and by shift, with the counts that rules ask for.
#[derive(Clone, Debug)]
pub(super) struct Live<'t, 'g> {
    pub(super) task: &'t Task<'g>,
    /// Every member's assignments, those that stay included.
    of: Vec<Vec<Stand>>,
    /// Those that may move, by shift.
    on: Vec<Vec<(u32, Kind)>>,
    heads: Vec<i32>,
    held: Vec<Vec<i32>>,
    pools_of: Vec<Vec<u32>>,
    /// How many of each pool row's members stand in its slots.
    away: Vec<i32>,
    /// How many rules were asked: the measure of work, which is the same on every machine.
    pub(super) asked: u64,
}

impl<'t, 'g> Live<'t, 'g> {
    /// The roster of those who stay.
    pub(super) fn new(task: &'t Task<'g>) -> Self {
        let mut pools_of = vec![Vec::new(); task.people.len()];
        for (i, row) in task.pools.iter().enumerate() {
            for &m in &row.members {
                pools_of[m as usize].push(i as u32);
            }
        }
        Self {
            task,
            of: task.fixed.clone(),
            on: vec![Vec::new(); task.posts.len()],
            heads: task.posts.iter().map(|p| p.held).collect(),
            held: task.posts.iter().map(|p| p.kinds.iter().map(|k| k.2).collect()).collect(),
            pools_of,
            away: vec![0; task.pools.len()],
            asked: 0,
        }
    }

    /// Heads on a shift.
    pub(super) fn heads(&self, shift: u32) -> i32 {
        self.heads[shift as usize]
    }

    /// Members on a shift who may move, with their posts.
    pub(super) fn on(&self, shift: u32) -> &[(u32, Kind)] {
        &self.on[shift as usize]
    }

    /// A member's assignments.
    pub(super) fn of(&self, member: u32) -> &[Stand] {
        &self.of[member as usize]
    }

    /// How many posts of a kind are empty on a shift.
    pub(super) fn missing(&self, shift: u32, kind: Kind) -> i32 {
        let post = &self.task.posts[shift as usize];
        let at = post.kinds.iter().position(|row| row.0 == kind);
        at.map_or(0, |i| post.kinds[i].1 - self.held[shift as usize][i])
    }

    /// The pool rows that a member is in.
    pub(super) fn pools_of(&self, member: u32) -> &[u32] {
        &self.pools_of[member as usize]
    }

    /// A member's minutes in a week.
    pub(super) fn minutes(&self, member: u32, week: u16) -> i64 {
        let slot = |s: &Stand| &self.task.slots[self.task.slot_of(s.shift) as usize];
        self.of[member as usize].iter().map(slot).filter(|s| s.week == week).map(|s| s.minutes).sum()
    }

    /// Whether the member may stand there, once off `leaving`.
    pub(super) fn fits(&mut self, stand: Stand, leaving: Option<u32>) -> bool {
        self.fit(stand, leaving, &[]) == Fit::Yes
    }

    /// The same, once `gone`, places of others, are free.
    pub(super) fn fit(&mut self, stand: Stand, leaving: Option<u32>, gone: &[Stand]) -> Fit {
        if !self.fits_alone(stand, leaving, gone) {
            return Fit::No;
        }
        let slot = self.task.slot_of(stand.shift);
        let rows = &self.pools_of[stand.member as usize];
        match rows.iter().find(|&&row| !self.pool_spares(row, stand.member, slot, gone)) {
            None => Fit::Yes,
            Some(&row) => Fit::Pool(row),
        }
    }

    /// What has to happen for `stand`, once `gone`, places of others, are free. `Yes`: nothing. `No`: the member would have to
    /// leave one of the shifts written to `leaves`; where there are none, there is no way. `Pool`: somebody has to make room in
    /// it, and where there are `leaves`, the member would have to leave one of them too.
    pub(super) fn ways(&mut self, stand: Stand, gone: &[Stand], leaves: &mut Vec<Stand>) -> Fit {
        leaves.clear();
        self.asked += 1;
        if !self.has_room(stand, None, gone) {
            return Fit::No;
        }
        let slot = self.task.slot_of(stand.shift);
        let rows = &self.pools_of[stand.member as usize];
        let full = rows.iter().copied().find(|&row| !self.pool_spares(row, stand.member, slot, gone));
        let against = self.against(stand, None);
        if against.is_nothing() {
            return full.map_or(Fit::Yes, Fit::Pool);
        }
        let week = self.task.slots[slot as usize].week;
        let would_do = |other: &&Stand| against.ends_with(self.task, other.shift, week);
        leaves.extend(self.of[stand.member as usize].iter().filter(would_do));
        match full {
            Some(row) if !leaves.is_empty() => Fit::Pool(row),
            _ => Fit::No,
        }
    }

    /// Every rule but that of pools.
    fn fits_alone(&mut self, stand: Stand, leaving: Option<u32>, gone: &[Stand]) -> bool {
        self.asked += 1;
        self.has_room(stand, leaving, gone)
            && self.task.reaches(stand.member, self.task.posts[stand.shift as usize].site)
            && self.against(stand, leaving).is_nothing()
    }

    /// Whether the shift has a place of that kind, and the member is able and free to take it.
    fn has_room(&self, stand: Stand, leaving: Option<u32>, gone: &[Stand]) -> bool {
        let Stand { member, shift, kind } = stand;
        let task = self.task;
        let post = &task.posts[shift as usize];
        let here = i32::from(leaving == Some(shift)) + gone.iter().filter(|g| g.shift == shift).count() as i32;
        let place = gone.iter().filter(|g| g.shift == shift && g.kind == kind).count() as i32;
        let full = post.shut || self.heads[shift as usize] - here >= post.maximum;
        let able = kind == PICKET || self.missing(shift, kind) + place > 0 && task.kinds_of(member).contains(&kind);
        !full && able && task.open.has(member, post.slot)
    }

    /// What stands against it in the member's own roster, but `leaving`.
    fn against(&self, stand: Stand, leaving: Option<u32>) -> Against {
        let task = self.task;
        let at = task.slot_of(stand.shift);
        let slot = &task.slots[at as usize];
        let (mut today, mut week) = (0, slot.minutes);
        let mut against = Against::default();
        for other in &self.of[stand.member as usize] {
            if Some(other.shift) == leaving {
                continue;
            }
            let s = task.slot_of(other.shift);
            if s == at || task.clash.has(at, s) {
                against.clashes = against.clash.is_some();
                against.clash = Some(other.shift);
                if against.clashes {
                    return against;
                }
            }
            let other = &task.slots[s as usize];
            today += u32::from(other.day == slot.day);
            week += if other.week == slot.week { other.minutes } else { 0 };
        }
        against.day = (today >= task.ground.strike.rules.shifts_per_day).then_some(slot.day);
        against.over = week - task.week_cap();
        against
    }

    fn pool_spares(&self, row: u32, member: u32, slot: u32, gone: &[Stand]) -> bool {
        let pool = &self.task.pools[row as usize];
        if pool.slots.binary_search(&slot).is_err() {
            return true;
        }
        if self.away[row as usize] < pool.spare {
            return true;
        }
        let mut away = self.away[row as usize] - i32::from(self.is_away(row, member, None));
        for gone in gone.iter().filter(|gone| self.pools_of[gone.member as usize].contains(&row)) {
            let back = self.is_away(row, gone.member, None) && !self.is_away(row, gone.member, Some(gone.shift));
            away -= i32::from(back);
        }
        away < pool.spare
    }

    /// Those of a pool row who stand in its slots on assignments that may move.
    pub(super) fn out_of(&mut self, row: u32) -> Vec<Stand> {
        let pool = &self.task.pools[row as usize];
        self.asked += pool.members.len() as u64;
        let there = |s: &&Stand| pool.slots.binary_search(&self.task.slot_of(s.shift)).is_ok();
        let movable = |s: &&Stand| self.on[s.shift as usize].contains(&(s.member, s.kind));
        pool.members.iter().flat_map(|&m| self.of[m as usize].iter().filter(there).filter(movable)).copied().collect()
    }

    /// What a shift asks, where all stay where they are but those who yield their place.
    pub(super) fn without(&self, shift: u32, yields: &dyn Fn(u32, Kind) -> bool) -> Post {
        let mut post = self.task.posts[shift as usize].clone();
        let free: Vec<Kind> = self.on(shift).iter().filter(|on| yields(on.0, on.1)).map(|on| on.1).collect();
        post.held = self.heads(shift) - free.len() as i32;
        for (row, held) in post.kinds.iter_mut().zip(&self.held[shift as usize]) {
            row.2 = held - free.iter().filter(|kind| **kind == row.0).count() as i32;
        }
        post
    }

    /// How many of `members` a pool row lets go, where all others stay where they are.
    pub(super) fn spare_without(&self, row: u32, members: &BTreeSet<u32>) -> i32 {
        let pool = &self.task.pools[row as usize];
        let free = pool.members.iter().filter(|m| members.contains(m) && self.is_away(row, **m, None)).count() as i32;
        pool.spare - (self.away[row as usize] - free)
    }

    /// Whether a member of a pool stands in one of the row's slots, on a shift other than `but`.
    fn is_away(&self, row: u32, member: u32, but: Option<u32>) -> bool {
        let slots = &self.task.pools[row as usize].slots;
        let stands = |s: &Stand| Some(s.shift) != but && slots.binary_search(&self.task.slot_of(s.shift)).is_ok();
        self.of[member as usize].iter().any(stands)
    }

    /// Puts an assignment in that fits.
    pub(super) fn put(&mut self, stand: Stand) {
        let Stand { member, shift, kind } = stand;
        self.of[member as usize].push(stand);
        self.count_away(stand, 1);
        self.on[shift as usize].push((member, kind));
        self.count(stand, 1);
    }

    /// Takes an assignment out that may move.
    pub(super) fn take(&mut self, stand: Stand) {
        self.count_away(stand, -1);
        self.of[stand.member as usize].retain(|s| *s != stand);
        self.on[stand.shift as usize].retain(|x| *x != (stand.member, stand.kind));
        self.count(stand, -1);
    }

    /// Counts a stand that is on the member's list in the pools, or out of them, where it is the only one there.
    fn count_away(&mut self, stand: Stand, by: i32) {
        for i in 0..self.pools_of[stand.member as usize].len() {
            let row = self.pools_of[stand.member as usize][i];
            let slots = &self.task.pools[row as usize].slots;
            let there = slots.binary_search(&self.task.slot_of(stand.shift)).is_ok();
            if there && !self.is_away(row, stand.member, Some(stand.shift)) {
                self.away[row as usize] += by;
            }
        }
    }

    fn count(&mut self, stand: Stand, by: i32) {
        let s = stand.shift as usize;
        self.heads[s] += by;
        if let Some(i) = self.task.posts[s].kinds.iter().position(|row| row.0 == stand.kind) {
            self.held[s][i] += by;
        }
    }

    /// Those of a piece that may move, by shift.
    pub(super) fn in_piece(&self, piece: &Piece) -> Vec<Stand> {
        let on = |&shift: &u32| self.on(shift).iter().map(move |&(member, kind)| Stand { member, shift, kind });
        piece.shifts.iter().flat_map(on).collect()
    }

    /// Every assignment that may move, in order.
    pub(super) fn stands(&self) -> Vec<Stand> {
        let of = |(s, on): (usize, &Vec<(u32, Kind)>)| {
            on.iter().map(|&(member, kind)| Stand { member, shift: s as u32, kind }).collect::<Vec<_>>()
        };
        let mut all: Vec<Stand> = self.on.iter().enumerate().flat_map(of).collect();
        all.sort_unstable();
        all
    }
}
