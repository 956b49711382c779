//! The last levels: sites and shifts that members asked for, then distance.
//!
//! Two members who stand in the same slot change places when both may and it is better for them together. Times, posts and
//! numbers stay as they are, so no level above can feel it.

use super::live::Live;
use super::task::{Kind, Stand, Task};

/// Kilometres that count as one step: nearer than this, one site is as good as another.
pub(super) const KM_STEP: u32 = 10;

/// How often each slot is gone through at most.
const ROUNDS: usize = 3;

/// Changes places within each slot as long as someone gains.
pub(super) fn polish(live: &mut Live, ties: &[Vec<u32>], stop: &dyn Fn() -> bool) {
    let task = live.task;
    let mut by_slot: Vec<Vec<u32>> = vec![Vec::new(); task.slots.len()];
    for (s, post) in task.posts.iter().enumerate() {
        if !live.on(s as u32).is_empty() {
            by_slot[post.slot as usize].push(s as u32);
        }
    }
    for shifts in by_slot.iter().filter(|shifts| shifts.len() > 1) {
        for _ in 0..ROUNDS {
            if stop() || !round(live, ties, shifts) {
                break;
            }
        }
    }
}

/// Levels below those that matter for coverage and hours, in order.
type Price = [i64; 3];

/// Promises broken, wishes missed, kilometres: what a member thinks of standing on a shift, less being better.
fn price(task: &Task, ties: &[Vec<u32>], member: u32, shift: u32) -> Price {
    let kept = ties[member as usize].contains(&shift);
    [-i64::from(kept), i64::from(task.dislike(member, shift)), i64::from(task.km(member, shift))]
}

/// How much dearer two prices are than two others, taken together.
fn rise(after: [Price; 2], before: [Price; 2]) -> Price {
    std::array::from_fn(|i| after[0][i] + after[1][i] - before[0][i] - before[1][i])
}

fn round(live: &mut Live, ties: &[Vec<u32>], shifts: &[u32]) -> bool {
    let task = live.task;
    let mut moved = false;
    for &here in shifts {
        let (site, slot) = (task.posts[here as usize].site, task.posts[here as usize].slot);
        let mut on: Vec<(u32, Kind)> = live.on(here).to_vec();
        on.sort_unstable();
        for (member, kind) in on {
            let now = price(task, ties, member, here);
            let mut best: Option<(Price, Stand)> = None;
            let sites = &task.classes[task.people[member as usize].class as usize].sites;
            let at = |site: &u32| task.shifts_at.get(&(slot, *site));
            for &there in sites.iter().filter_map(at).flatten() {
                if there == here {
                    continue;
                }
                let then = price(task, ties, member, there);
                if then >= now {
                    continue;
                }
                for &(other, other_kind) in live.on(there) {
                    let able = task.kinds_of(other).contains(&kind) && task.kinds_of(member).contains(&other_kind);
                    if !able || other == member || !task.reaches(other, site) {
                        continue;
                    }
                    let before = [now, price(task, ties, other, there)];
                    let rise = rise([then, price(task, ties, other, here)], before);
                    let swap = (rise, Stand { member: other, shift: there, kind: other_kind });
                    if rise < Price::default() && best.is_none_or(|best| swap < best) {
                        best = Some(swap);
                    }
                }
            }
            if let Some((_, other)) = best {
                exchange(live, Stand { member, shift: here, kind }, other);
                moved = true;
            }
        }
    }
    moved
}

fn exchange(live: &mut Live, a: Stand, b: Stand) {
    live.take(a);
    live.take(b);
    let (to_b, to_a) = (Stand { member: a.member, ..b }, Stand { member: b.member, ..a });
    let fits = live.fits(to_b, None) && live.fits(to_a, None);
    let (first, second) = if fits { (to_b, to_a) } else { (a, b) };
    live.put(first);
    live.put(second);
}
