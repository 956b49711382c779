//! The planner's flow beside LEMON's network simplex, on the same networks in one run.
//!
//! `cargo bench --features rival --bench rival` goes over a local and a union of 5,000; `-- 35000` or `-- 55000` over larger
//! ones, `-- 55000 apart` over one in stretches of country that nobody leaves. It needs a C++ compiler, and is built only when
//! asked for. Both get the pieces of a plan from nothing and bring four levels to their best, each given those above it: captains, skills, heads to minimum, heads to target. The planner's flow
//! does so level by level inside frozen faces; the simplex in one go, with a weight for each level above all that can be lost
//! below it. What both reach must be the same.
//!
//! The simplex is reached through a safe interface that makes lists of its own and takes the flow apart into paths, and that
//! is in its time. Where the weights would overflow its 32 bits, skills are left out for both, then minima.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[allow(dead_code, reason = "other benches use the rest")]
mod common;

use mcmf::{Capacity, Cost, GraphBuilder, Vertex};
use picket::engine::flow::{Builder, Edge, Network, Node, Prices};
use picket::engine::plan::{Outline, outlines};
use std::time::{Duration, Instant};

/// A unit's cost, and so a potential, stays below what the simplex gives its own arcs.
const LARGEST: i64 = 1 << 27;

/// The levels that are counted, first things first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Captain,
    Skill,
    Minimum,
    Target,
}

const ALL: [Level; 4] = [Level::Captain, Level::Skill, Level::Minimum, Level::Target];

fn main() {
    for (members, sites) in common::sizes(2) {
        compare(members, sites);
    }
}

fn compare(members: usize, sites: usize) {
    let dir = common::folder(members, sites);
    let ground = common::ground_in(&dir, common::country().unwrap_or(common::Country::Wide));
    let pieces = outlines(&ground);
    let (mut own, mut rival) = (Duration::ZERO, Duration::ZERO);
    let (mut whole, mut filled) = (0, [0; 4]);
    for piece in &pieces {
        let levels = levels_of(piece);
        whole += usize::from(levels.len() == ALL.len());
        let clock = Instant::now();
        let reached = by_faces(piece, &levels);
        own += clock.elapsed();
        let clock = Instant::now();
        let worth = by_simplex(piece, &levels);
        rival += clock.elapsed();
        for (level, count) in &reached {
            filled[*level as usize] += count;
        }
        // Told as 32 bits, whatever it is.
        let expected: i64 =
            reached.iter().zip(weights(piece, &levels)).map(|((_, count), weight)| count * weight).sum();
        assert_eq!(worth, (-expected) as i32, "both reach the same on {} nodes, {levels:?}", piece.nodes);
    }
    let edges: usize = pieces.iter().map(|piece| piece.edges.len()).sum();
    println!(
        "\n{members} members, {sites} sites: {} pieces, {edges} edges; all four levels in {whole} of them",
        pieces.len()
    );
    println!(
        "  reached by both, where counted: {} captains, {} skills, {} heads to minimum, {} to target",
        filled[0], filled[1], filled[2], filled[3]
    );
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("  the planner's flow, one thread      {:>10.1} ms", ms(own));
    println!("  LEMON's network simplex, one thread {:>10.1} ms   {:.1} × as long", ms(rival), ms(rival) / ms(own));
}

/// How much a level can count at most.
fn most(piece: &Outline, level: Level) -> i64 {
    let posts = |edges: &[usize]| edges.iter().map(|edge| i64::from(piece.edges[*edge].2)).sum();
    match level {
        Level::Captain => posts(&piece.captains),
        Level::Skill => posts(&piece.skills),
        Level::Minimum => piece.heads.iter().map(|(_, minimum, _)| i64::from(*minimum)).sum(),
        Level::Target => piece.heads.iter().map(|(_, _, target)| i64::from(*target)).sum(),
    }
}

/// What a unit of each level weighs: more than all that the levels below can count.
fn weights(piece: &Outline, levels: &[Level]) -> Vec<i64> {
    let mut weights = vec![1];
    for pair in levels.windows(2).rev() {
        let below = weights[weights.len() - 1];
        weights.push(below * (most(piece, pair[1]) + 1));
    }
    weights.reverse();
    weights
}

/// As many of the levels as the weights have room for.
fn levels_of(piece: &Outline) -> Vec<Level> {
    let mut levels = ALL.to_vec();
    for dear in [Level::Skill, Level::Minimum] {
        // A path may earn on several levels at once.
        if weights(piece, &levels).iter().sum::<i64>() > LARGEST {
            levels.retain(|level| *level != dear);
        }
    }
    levels
}

/// Level after level, each inside the face of those above.
fn by_faces(piece: &Outline, levels: &[Level]) -> Vec<(Level, i64)> {
    let mut builder = Builder::new();
    for _ in 0..piece.nodes {
        builder.node();
    }
    builder.edge(Node(piece.sink), Node(piece.source), i32::MAX / 4);
    for &(from, to, capacity) in &piece.edges {
        builder.edge(Node(from), Node(to), capacity);
    }
    let mut net: Network = builder.build();
    // The edge back came first.
    let number = |edge: usize| Edge(edge as u32 + 1);
    let mut reach = |level: Level| {
        let mut prices = Prices::new();
        match level {
            Level::Captain | Level::Skill => {
                let posts = if level == Level::Captain { &piece.captains } else { &piece.skills };
                for edge in posts {
                    prices.flat(number(*edge), -1);
                }
            }
            Level::Minimum | Level::Target => {
                prices.lean_on(Node(piece.sink));
                for &(edge, minimum, target) in &piece.heads {
                    let paid = if level == Level::Minimum { minimum } else { target };
                    if paid > 0 {
                        let mut marginals = vec![-1; paid as usize];
                        marginals.push(0);
                        let curve = prices.add_curve(marginals);
                        prices.curve(number(edge), curve, 0);
                    }
                }
            }
        }
        net.optimise(&prices, &|| false).unwrap();
        let worth = -net.value(&prices);
        net.freeze();
        (level, worth)
    };
    levels.iter().map(|level| reach(*level)).collect()
}

/// In one go, with weights. What need not flow goes past the network, at no cost: the interface seeks the greatest flow.
fn by_simplex(piece: &Outline, levels: &[Level]) -> i32 {
    let weights = weights(piece, levels);
    let weight = |level: Level| {
        let at = levels.iter().position(|each| *each == level);
        Cost(at.map_or(0, |at| -i32::try_from(weights[at]).unwrap()))
    };
    let whole: i64 = piece.edges.iter().filter(|(from, ..)| *from == piece.source).map(|each| i64::from(each.2)).sum();
    let whole = i32::try_from(whole).unwrap();
    let room = |capacity: i32| Capacity(capacity.min(whole));
    let vertex = |node: u32| if node == piece.sink { Vertex::Sink } else { Vertex::Node(node) };
    let mut graph: GraphBuilder<u32> = GraphBuilder::new();
    graph.add_edge(Vertex::Source, vertex(piece.source), Capacity(whole), Cost(0));
    graph.add_edge(vertex(piece.source), Vertex::Sink, Capacity(whole), Cost(0));
    let mut earns = vec![Cost(0); piece.edges.len()];
    piece.captains.iter().for_each(|edge| earns[*edge] = weight(Level::Captain));
    piece.skills.iter().for_each(|edge| earns[*edge] = weight(Level::Skill));
    let mut heads = vec![None; piece.edges.len()];
    piece.heads.iter().for_each(|&(edge, minimum, target)| heads[edge] = Some((minimum, target)));
    for (at, &(from, to, capacity)) in piece.edges.iter().enumerate() {
        let Some((minimum, target)) = heads[at] else {
            graph.add_edge(vertex(from), vertex(to), room(capacity), earns[at]);
            continue;
        };
        // The heads up to the minimum count on both levels, those up to the target on one, the rest on none.
        let both = Cost(weight(Level::Minimum).0 + weight(Level::Target).0);
        for (units, cost) in [(minimum, both), (target - minimum, weight(Level::Target)), (capacity - target, Cost(0))]
        {
            if units > 0 {
                graph.add_edge(vertex(from), vertex(to), room(units), cost);
            }
        }
    }
    graph.mcmf().0
}
