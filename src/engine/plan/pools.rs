//! Pools as rows: at this instant of a window, so many of these members may stand in these slots.

use rustc_hash::FxHashMap;

use super::task::{NONE, Stand, Task};
use crate::model::time::first_touch;
use crate::model::{Instant, Span};

/// At most `spare` of `members` may stand in any of `slots`: all of them, with the buffer, cover one instant of a window.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PoolRow {
    /// In order.
    pub(super) slots: Vec<u32>,
    /// Members who could stand, in order; those who stand there in any case are counted out.
    pub(super) members: Vec<u32>,
    /// How many of them may.
    pub(super) spare: i32,
}

/// Every row that could be overdrawn; slots of members whose pool is used up are closed.
pub(super) fn rows(task: &mut Task) -> Vec<PoolRow> {
    let ground = task.ground;
    let buffer = ground.strike.rules.essential_buffer_minutes;
    let wide: Vec<Span> = task.slots.iter().map(|s| s.span.widened(buffer)).collect();
    let mut rows = Vec::new();
    for requirement in &ground.strike.agreement.requirements {
        if requirement.pool.is_empty() {
            continue;
        }
        let windows = requirement.windows.open.as_deref().unwrap_or_default();
        let sets = maximal(moments(&wide, windows));
        for slots in sets {
            let stays = |m: u32| task.fixed[m as usize].iter().any(|s| slots.contains(&task.slot_of(s.shift)));
            let mut spare = requirement.pool_spare() as i32;
            let mut members = Vec::new();
            for m in &requirement.pool {
                if stays(m.0) {
                    spare -= 1;
                } else if task.people[m.ix()].class != NONE && slots.iter().any(|&s| task.open.has(m.0, s)) {
                    members.push(m.0);
                }
            }
            if spare <= 0 {
                for &m in &members {
                    for &s in &slots {
                        task.open.clear(m, s);
                    }
                }
            } else if members.len() as i32 > spare {
                rows.push(PoolRow { slots, members, spare });
            }
        }
    }
    // Slots closed by a later pool may have left an earlier row with nothing to watch.
    for row in &mut rows {
        row.members.retain(|&m| row.slots.iter().any(|&s| task.open.has(m, s)));
    }
    rows.retain(|row| row.members.len() as i32 > row.spare);
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Whether these stands overdraw no pool.
pub(super) fn allow(task: &Task, stands: &[Stand]) -> bool {
    let mut of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for stand in stands {
        of.entry(stand.member).or_default().push(task.slot_of(stand.shift));
    }
    task.pools.iter().all(|row| {
        let away = |m: &&u32| of.get(m).is_some_and(|slots| slots.iter().any(|s| row.slots.binary_search(s).is_ok()));
        row.members.iter().filter(away).count() as i32 <= row.spare
    })
}

/// The sets of slots that cover one instant of a window, at every instant where such a set can be largest.
fn moments(wide: &[Span], windows: &[Span]) -> Vec<Vec<u32>> {
    let mut instants: Vec<Instant> = Vec::new();
    for span in wide {
        let first = windows.partition_point(|w| w.end <= span.start);
        instants.extend(windows[first..].iter().take_while(|w| w.start < span.end).map(|w| w.start.max(span.start)));
    }
    instants.sort_unstable();
    instants.dedup();
    let covers = |at: Instant| (0..wide.len() as u32).filter(|&s| wide[s as usize].contains(at)).collect::<Vec<_>>();
    instants
        .into_iter()
        .filter(|at| first_touch(windows, Span::new(*at, Instant(at.0 + 1))).is_some())
        .map(covers)
        .collect()
}

/// Only sets that are no part of another.
fn maximal(mut sets: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    sets.sort_unstable();
    sets.dedup();
    let within = |a: &[u32], b: &[u32]| a.len() < b.len() && a.iter().all(|x| b.binary_search(x).is_ok());
    let keep: Vec<bool> = sets.iter().map(|a| !sets.iter().any(|b| within(a, b))).collect();
    let mut keep = keep.into_iter();
    sets.retain(|_| keep.next().unwrap_or(false));
    sets
}
