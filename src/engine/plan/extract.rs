//! From a flow to names: who of those who are alike goes where.
//!
//! Any choice is as good for every level; choices that leave a member too little rest are avoided where they can be.

use rustc_hash::FxHashMap;

use super::relax::Relaxed;
use super::task::{Stand, Task};

/// The assignments that the flow stands for. They may break what the network can't say.
pub(super) fn stands(task: &Task, relaxed: &Relaxed) -> Vec<Stand> {
    let mut out = Vec::new();
    let mut taken: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for own in &relaxed.own {
        if relaxed.net.flow(own.edge) > 0 {
            let kind = own.kinds.iter().find(|(e, _)| relaxed.net.flow(*e) > 0).map_or(0, |(_, kind)| *kind);
            out.push(Stand { member: own.member, shift: own.shift, kind });
            taken.entry(own.member).or_default().push(task.slot_of(own.shift));
        }
    }
    let mut order: Vec<usize> = (0..relaxed.groups.len()).collect();
    order.sort_by_key(|&g| relaxed.groups[g].day);
    let mut arrivals: Vec<Vec<u32>> = vec![Vec::new(); relaxed.hubs.len()];
    for g in order {
        let group = &relaxed.groups[g];
        let mut left: Vec<(i32, u32)> =
            group.hubs.iter().map(|&(edge, hub)| (relaxed.net.flow(edge), hub)).filter(|(flow, _)| *flow > 0).collect();
        if left.is_empty() {
            continue;
        }
        let bad = |m: u32, hub: u32| {
            let slot = relaxed.hubs[hub as usize].slot;
            let clash = |t: &u32| *t == slot || task.clash.has(slot, *t);
            taken.get(&m).is_some_and(|slots| slots.iter().any(clash))
        };
        let wish = |m: u32, hub: u32| task.wish(m, relaxed.hubs[hub as usize].shifts[0].1);
        let coming = group.entries.iter().filter(|(_, e)| relaxed.net.flow(*e) > 0).map(|(m, _)| *m);
        let mut coming: Vec<(usize, u32)> =
            coming.map(|m| (left.iter().filter(|(_, hub)| !bad(m, *hub)).count(), m)).collect();
        // Those with the fewest ways choose first.
        coming.sort_by_key(|(ways, _)| *ways);
        let mut chosen = Vec::with_capacity(coming.len());
        for (_, m) in coming {
            let best = (0..left.len())
                .filter(|&i| left[i].0 > 0)
                .min_by_key(|&i| (bad(m, left[i].1), wish(m, left[i].1), std::cmp::Reverse(left[i].0)));
            if let Some(i) = best {
                left[i].0 -= 1;
                chosen.push((m, left[i].1));
            }
        }
        for (m, hub) in chosen {
            arrivals[hub as usize].push(m);
            taken.entry(m).or_default().push(relaxed.hubs[hub as usize].slot);
        }
    }
    for (hub, members) in relaxed.hubs.iter().zip(arrivals) {
        let mut members = members.into_iter();
        for &(edge, shift) in &hub.shifts {
            let flow = relaxed.net.flow(edge) as usize;
            out.extend(members.by_ref().take(flow).map(|member| Stand { member, shift, kind: hub.kind }));
        }
    }
    out.sort_unstable();
    out
}
