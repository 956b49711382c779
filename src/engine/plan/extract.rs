//! From a flow to names: who of those who are alike goes where.
//!
//! Any choice is as good for every level; choices that leave a member too little rest are avoided where they can be, and of the
//! ways behind a hub each takes the one that is worth most, as long as it is left: there is less to be exchanged afterwards.

use rustc_hash::FxHashMap;

use super::kinds::Kind;
use super::lay::Ways;
use super::relax::Relaxed;
use super::task::{Stand, Task};
use super::wishes::{NOTHING, Price, Worth};

/// The assignments that the flow stands for. They may break what the network can't say.
pub(super) fn stands(task: &Task, relaxed: &Relaxed, worth: &Worth) -> Vec<Stand> {
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
        let mut left = taken_ways(relaxed, &group.ways);
        if left.is_empty() {
            continue;
        }
        let bad = |taken: &FxHashMap<u32, Vec<u32>>, m: u32, way: &Way| {
            let slot = task.slot_of(way.sample);
            let clash = |t: &u32| *t == slot || task.clash.has(slot, *t);
            taken.get(&m).is_some_and(|slots| slots.iter().any(clash))
        };
        let coming = group.entries.iter().filter(|(_, e)| relaxed.net.flow(*e) > 0).map(|(m, _)| *m);
        let mut coming: Vec<(usize, u32)> =
            coming.map(|m| (left.iter().filter(|way| !bad(&taken, m, way)).count(), m)).collect();
        // Those with the fewest ways choose first.
        coming.sort_by_key(|(ways, _)| *ways);
        for (_, member) in coming {
            let best = left.iter_mut().filter(|way| way.flow > 0).min_by_key(|way| {
                (bad(&taken, member, way), task.wish(member, way.sample), std::cmp::Reverse(way.flow))
            });
            let Some(way) = best else { continue };
            way.flow -= 1;
            taken.entry(member).or_default().push(task.slot_of(way.sample));
            match way.hub {
                Some(hub) => arrivals[hub as usize].push(member),
                None => out.push(Stand { member, shift: way.sample, kind: way.kind }),
            }
        }
    }
    let behind = behind(relaxed);
    // Whoever goes on through another hub comes to one that was made before.
    for (at, hub) in relaxed.hubs.iter().enumerate().rev() {
        let members = std::mem::take(&mut arrivals[at]);
        let mut ways = taken_ways(relaxed, &hub.ways);
        let price = |member: u32, way: &Way| match way.hub {
            Some(hub) => least(worth, member, &behind[hub as usize]),
            None => least(worth, member, &[way.sample]),
        };
        allot(&mut ways, &members, &price, &mut |member, way| match way.hub {
            Some(hub) => arrivals[hub as usize].push(member),
            None => out.push(Stand { member, shift: way.sample, kind: way.kind }),
        });
    }
    out.sort_unstable();
    out
}

/// Sends members by ways that so many take: whoever would lose most by the second best goes first, by the best that is left.
fn allot(ways: &mut [Way], members: &[u32], price: &dyn Fn(u32, &Way) -> Price, send: &mut dyn FnMut(u32, &Way)) {
    if let [only] = ways {
        for &member in members {
            send(member, only);
        }
        return;
    }
    let prices: Vec<Vec<Price>> =
        members.iter().map(|&member| ways.iter().map(|way| price(member, way)).collect()).collect();
    let loss = |prices: &Vec<Price>| {
        let (mut best, mut second) = (NOTHING, NOTHING);
        for &price in prices {
            second = second.min(price.max(best));
            best = best.min(price);
        }
        second - best
    };
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_cached_key(|&at| std::cmp::Reverse(loss(&prices[at])));
    for at in order {
        let left = ways.iter_mut().zip(&prices[at]).filter(|(way, _)| way.flow > 0);
        let Some((best, _)) = left.min_by_key(|(_, price)| **price) else { continue };
        best.flow -= 1;
        send(members[at], best);
    }
}

/// By hub, the shifts that it is taken to.
fn behind(relaxed: &Relaxed) -> Vec<Vec<u32>> {
    let mut behind: Vec<Vec<u32>> = Vec::with_capacity(relaxed.hubs.len());
    for hub in &relaxed.hubs {
        let mut shifts = Vec::new();
        for way in taken_ways(relaxed, &hub.ways) {
            match way.hub {
                Some(hub) => shifts.extend_from_slice(&behind[hub as usize]),
                None => shifts.push(way.sample),
            }
        }
        behind.push(shifts);
    }
    behind
}

/// What the best of some shifts is worth to a member.
fn least(worth: &Worth, member: u32, shifts: &[u32]) -> Price {
    shifts.iter().filter_map(|&shift| worth.price(member, shift)).min().unwrap_or(NOTHING)
}

/// A way that is taken, and by how many.
struct Way {
    flow: i32,
    /// To a hub, or to a shift.
    hub: Option<u32>,
    /// That shift, or one behind the hub.
    sample: u32,
    kind: Kind,
}

/// Those of the ways that are taken.
fn taken_ways(relaxed: &Relaxed, ways: &Ways) -> Vec<Way> {
    let hubs = ways.hubs.iter().map(|&(edge, number)| {
        let hub = &relaxed.hubs[number as usize];
        Way { flow: relaxed.net.flow(edge), hub: Some(number), sample: hub.sample, kind: hub.kind }
    });
    let posts = ways.posts.iter().map(|&(edge, shift, kind)| Way {
        flow: relaxed.net.flow(edge),
        hub: None,
        sample: shift,
        kind,
    });
    hubs.chain(posts).filter(|way| way.flow > 0).collect()
}
