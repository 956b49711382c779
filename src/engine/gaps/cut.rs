//! Where most is lacking for the number of shifts: the set with the gap in it that maximises posts − supply − λ·(shifts).
//!
//! For each λ that is a smallest cut of a network from shifts over members' days and weeks, since what members can supply is
//! a sum of least capacities (Picard 1976; for rising λ the sets are nested: Gallo, Grigoriadis and Tarjan 1989). The greatest
//! λ whose set still lacks something gives the densest set; what it holds in excess is taken out afterwards, and whether it
//! proves anything is for others to count.

use super::muster::Muster;
use super::supply::{Need, lacking};
use crate::engine::flow::{Builder, Edge, Node, Prices};
use crate::model::ShiftIx;
use rustc_hash::FxHashMap;

/// A post, in the units of λ.
const POST: i32 = 64;
/// The values of λ that are tried.
const LAMBDAS: [i32; 6] = [44, 32, 21, 12, 6, 2];
/// Steps of a flow for each member who can stand on a shift.
const STEPS: u64 = 8;

/// The densest of the sets within `shifts`, all of one week; None: none lacks anything, or it would take too long.
pub(super) fn densest(
    muster: &Muster,
    need: &Need,
    gap: ShiftIx,
    shifts: &[ShiftIx],
    work: &mut u64,
) -> Option<Vec<ShiftIx>> {
    let ground = muster.ground;
    let rules = &ground.strike.rules;
    let shortest = shifts.iter().map(|ix| ground.shift(*ix).minutes()).min().unwrap_or(1).max(1);
    let a_week = i32::try_from(rules.minutes_per_week / shortest).unwrap_or(i32::MAX / POST).min(i32::MAX / POST);
    let a_day = rules.shifts_per_day as i32;
    let (source, sink) = (0, 1);
    let mut nodes = 2 + shifts.len() as u32;
    // The edges after those from the source.
    let mut edges: Vec<(u32, u32, i32)> = Vec::new();
    let (mut weeks, mut days) = (FxHashMap::default(), FxHashMap::default());
    for (at, ix) in shifts.iter().enumerate() {
        let date = ground.shift(*ix).date;
        for member in need.able(muster, *ix).iter() {
            let week = *weeks.entry(member).or_insert_with(|| {
                edges.push((nodes, sink, a_week * POST));
                nodes += 1;
                nodes - 1
            });
            let day = *days.entry((member, date)).or_insert_with(|| {
                edges.push((nodes, week, a_day * POST));
                nodes += 1;
                nodes - 1
            });
            edges.push((2 + at as u32, day, POST));
        }
    }
    for lambda in LAMBDAS {
        *work = work.checked_sub(edges.len() as u64 * STEPS)?;
        let worth = |ix: &ShiftIx| {
            let posts = i32::try_from(need.posts(ground.shift(*ix))).unwrap_or(i32::MAX / POST);
            if *ix == gap { i32::MAX / 4 } else { (posts * POST - lambda).max(0) }
        };
        let from_source: Vec<i32> = shifts.iter().map(worth).collect();
        let reached = source_side(nodes, (source, sink), &from_source, &edges)?;
        let found: Vec<ShiftIx> =
            shifts.iter().enumerate().filter(|(at, _)| reached[2 + at]).map(|(_, ix)| *ix).collect();
        if found.len() > 1 && lacking(muster, need, &found) > 0 {
            return Some(found);
        }
    }
    None
}

/// The nodes that can still be reached from the source once as much flows as can.
fn source_side(
    nodes: u32,
    (source, sink): (u32, u32),
    from_source: &[i32],
    edges: &[(u32, u32, i32)],
) -> Option<Vec<bool>> {
    let mut builder = Builder::new();
    for _ in 0..nodes {
        builder.node();
    }
    let mut all: Vec<(u32, u32, i32)> =
        from_source.iter().enumerate().map(|(at, room)| (source, 2 + at as u32, *room)).collect();
    all.extend(edges);
    for &(from, to, room) in &all {
        builder.edge(Node(from), Node(to), room);
    }
    let back = builder.edge(Node(sink), Node(source), i32::MAX / 2);
    let mut net = builder.build();
    let mut prices = Prices::new();
    prices.flat(back, -1);
    net.optimise(&prices, &|| false).ok()?;
    // Where there is room on, and where something could be sent back.
    let mut on: Vec<Vec<u32>> = vec![Vec::new(); nodes as usize];
    for (at, &(from, to, room)) in all.iter().enumerate() {
        let flow = net.flow(Edge(at as u32));
        if flow < room {
            on[from as usize].push(to);
        }
        if flow > 0 {
            on[to as usize].push(from);
        }
    }
    let mut reached = vec![false; nodes as usize];
    let mut open = vec![source];
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut reached[node as usize], true) {
            open.extend(on[node as usize].iter().filter(|next| !reached[**next as usize]));
        }
    }
    Some(reached)
}
