//! The flow core against brute force, against an LP, and against its own certificate.
#![allow(clippy::unwrap_used, missing_docs)]

use microlp::{ComparisonOp, OptimizationDirection, Problem};
use picket::engine::flow::{Builder, Edge, Network, Node, Prices};
use proptest::prelude::*;
use std::fmt::Write as _;

const GO: &dyn Fn() -> bool = &|| false;

/// A price in a generated case: flat, or a rising row of marginal prices.
#[derive(Clone, Debug)]
enum Tag {
    Flat(i64),
    Row(Vec<i64>),
}

#[derive(Clone, Debug)]
struct Case {
    nodes: u32,
    edges: Vec<(u32, u32, i32)>,
    levels: Vec<Vec<(u32, Tag)>>,
}

fn tag() -> impl Strategy<Value = Tag> {
    prop_oneof![
        2 => (-2_i64..=2).prop_map(Tag::Flat),
        1 => prop::collection::vec(-3_i64..=3, 1..4).prop_map(|mut row| { row.sort_unstable(); Tag::Row(row) }),
    ]
}

fn case(nodes: u32, edges: usize, capacity: i32, levels: usize) -> impl Strategy<Value = Case> {
    (
        prop::collection::vec((0..nodes, 0..nodes, 0..=capacity), 1..=edges),
        prop::collection::vec(prop::collection::vec((0..edges as u32, tag()), 0..=edges), 1..=levels),
    )
        .prop_map(move |(edges, levels)| {
            let count = edges.len() as u32;
            let levels = levels
                .into_iter()
                .map(|level| {
                    let mut seen = Vec::new();
                    level
                        .into_iter()
                        .map(|(e, t)| (e % count, t))
                        .filter(|(e, _)| {
                            let new = !seen.contains(e);
                            seen.push(*e);
                            new
                        })
                        .collect()
                })
                .collect();
            Case { nodes, edges, levels }
        })
}

fn build(case: &Case) -> (Network, Vec<Prices>) {
    let mut b = Builder::new();
    for _ in 0..case.nodes {
        b.node();
    }
    for &(from, to, capacity) in &case.edges {
        b.edge(Node(from), Node(to), capacity);
    }
    let levels = case
        .levels
        .iter()
        .enumerate()
        .map(|(i, level)| {
            let mut prices = Prices::new();
            if i % 3 < 2 {
                // Where the search leans must not matter.
                prices.lean_on(Node((i + case.edges.len()) as u32 % case.nodes));
            }
            for (e, t) in level {
                match t {
                    Tag::Flat(p) => prices.flat(Edge(*e), *p),
                    Tag::Row(row) => {
                        let curve = prices.add_curve(row.clone());
                        prices.curve(Edge(*e), curve, 0);
                    }
                }
            }
            prices
        })
        .collect();
    (b.build(), levels)
}

fn cost_of(level: &[(u32, Tag)], flow: &[i32]) -> i64 {
    level
        .iter()
        .map(|(e, t)| {
            let x = i64::from(flow[*e as usize]);
            match t {
                Tag::Flat(p) => p * x,
                Tag::Row(row) => (0..x).map(|k| row[(k as usize).min(row.len() - 1)]).sum(),
            }
        })
        .sum()
}

/// The case with prices only on edges that meet at one node: these are settled by thresholds.
fn leaning(mut case: Case) -> Case {
    for (i, level) in case.levels.iter_mut().enumerate() {
        let at = (i + case.edges.len()) as u32 % case.nodes;
        level.retain(|(e, _)| {
            let (from, to, _) = case.edges[*e as usize];
            (from == at) != (to == at)
        });
    }
    case
}

/// Every circulation of the case, by plain enumeration.
fn circulations(case: &Case) -> Vec<Vec<i32>> {
    let mut all = Vec::new();
    let mut flow = vec![0; case.edges.len()];
    loop {
        let mut balance = vec![0; case.nodes as usize];
        for (&(from, to, _), &x) in case.edges.iter().zip(&flow) {
            balance[from as usize] -= x;
            balance[to as usize] += x;
        }
        if balance.iter().all(|&b| b == 0) {
            all.push(flow.clone());
        }
        let Some(e) = (0..flow.len()).find(|&e| flow[e] < case.edges[e].2) else { return all };
        flow[e] += 1;
        flow[..e].fill(0);
    }
}

fn run(case: &Case) -> (Network, Vec<i64>) {
    let (mut net, levels) = build(case);
    for prices in &levels {
        net.optimise(prices, GO).unwrap();
        assert_eq!(net.check_optimal(), Ok(()));
        net.freeze();
        assert_eq!(net.check_feasible(), Ok(()));
    }
    let values = levels.iter().map(|p| net.value(p)).collect();
    (net, values)
}

/// Against every circulation there is: the values are the best, and the face holds the best and no others.
fn judge_by_hand(case: &Case) -> Result<(), TestCaseError> {
    let (net, values) = run(case);
    let all = circulations(case);
    let key = |flow: &Vec<i32>| -> Vec<i64> { case.levels.iter().map(|l| cost_of(l, flow)).collect() };
    let best = all.iter().map(key).min().unwrap();
    prop_assert_eq!(&values, &best);
    for flow in &all {
        let inside = (0..flow.len()).all(|e| {
            let (low, high) = net.bounds(Edge(e as u32));
            (low..=high).contains(&flow[e])
        });
        prop_assert_eq!(inside, key(flow) == best, "the face holds all the optima and nothing else");
    }
    Ok(())
}

fn judge_by_lp(case: &Case) -> Result<(), TestCaseError> {
    let (_, values) = run(case);
    let weight = |level: usize| 2000_f64.powi((case.levels.len() - 1 - level) as i32);
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut balance: Vec<Vec<(microlp::Variable, f64)>> = vec![Vec::new(); case.nodes as usize];
    for (e, &(from, to, capacity)) in case.edges.iter().enumerate() {
        // Each unit is a variable with its own price: convex, so the LP takes the cheap ones first.
        for k in 0..capacity {
            let price: f64 = case
                .levels
                .iter()
                .enumerate()
                .map(|(l, level)| {
                    let one = |x: i32| {
                        let mut flow = vec![0; case.edges.len()];
                        flow[e] = x;
                        cost_of(level, &flow)
                    };
                    (one(k + 1) - one(k)) as f64 * weight(l)
                })
                .sum();
            let x = problem.add_var(price, (0.0, 1.0));
            balance[from as usize].push((x, -1.0));
            balance[to as usize].push((x, 1.0));
        }
    }
    for row in &balance {
        let mut net = std::collections::BTreeMap::new();
        for &(x, c) in row {
            let slot = net.entry(x.idx()).or_insert((x, 0.0));
            slot.1 += c;
        }
        let row: Vec<_> = net.into_values().filter(|&(_, c)| c != 0.0).collect();
        if !row.is_empty() {
            problem.add_constraint(&row[..], ComparisonOp::Eq, 0.0);
        }
    }
    let best = problem.solve().unwrap().into_solution().unwrap().objective();
    let ours: f64 = values.iter().enumerate().map(|(l, &v)| v as f64 * weight(l)).sum();
    prop_assert!((best - ours).abs() < 0.5, "LP {best}, flow {ours}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// Level by level inside the faces is the lexicographic optimum, and the last face is exactly the set of optima.
    #[test]
    fn levels_are_lexicographic(case in case(4, 7, 2, 4)) {
        judge_by_hand(&case)?;
    }

    /// The same where the prices of every level meet at one node.
    #[test]
    fn thresholds_find_the_same_faces(case in case(4, 7, 2, 3)) {
        judge_by_hand(&leaning(case))?;
    }

    /// And against the LP, with steeper curves and more edges.
    #[test]
    fn thresholds_match_a_weighted_lp(case in case(8, 40, 6, 3)) {
        judge_by_lp(&leaning(case))?;
    }

    /// The same on larger networks, where an LP with one weighted sum is the judge.
    #[test]
    fn levels_match_a_weighted_lp(case in case(9, 30, 6, 3)) {
        judge_by_lp(&case)?;
    }

    /// A strictly convex level over the edges out of one node gives the fairest flow: sorted upwards, the greatest.
    #[test]
    fn convex_is_fairest(links in prop::collection::vec((0_u32..4, 0_u32..4), 1..9), room in prop::collection::vec(1_i32..4, 4)) {
        let mut b = Builder::new();
        let (source, sink) = (b.node(), b.node());
        let people: Vec<_> = (0..4).map(|_| b.node()).collect();
        let tasks: Vec<_> = (0..4).map(|_| b.node()).collect();
        let hours: Vec<_> = people.iter().map(|&p| b.edge(source, p, 3)).collect();
        let mut seen = Vec::new();
        let links: Vec<_> = links.into_iter().filter(|l| { let new = !seen.contains(l); seen.push(*l); new }).collect();
        for &(p, t) in &links {
            b.edge(people[p as usize], tasks[t as usize], 1);
        }
        for (t, &r) in tasks.iter().zip(&room) {
            b.edge(*t, sink, r);
        }
        let total = b.edge(sink, source, 100);
        let mut net = b.build();
        let mut most = Prices::new();
        most.flat(total, -1);
        net.optimise(&most, GO).unwrap();
        net.freeze();
        let mut fair = Prices::new();
        let curve = fair.add_curve(vec![1, 2, 3]);
        for &h in &hours { fair.curve(h, curve, 0); }
        net.optimise(&fair, GO).unwrap();
        let mut ours: Vec<_> = hours.iter().map(|&h| net.flow(h)).collect();
        ours.sort_unstable();
        let mut best: Vec<i32> = Vec::new();
        let sum = ours.iter().sum::<i32>();
        for pick in 0..1_u32 << links.len() {
            let mut by = [0; 4];
            let mut load = [0; 4];
            for (i, &(p, t)) in links.iter().enumerate() {
                if pick >> i & 1 == 1 { by[p as usize] += 1; load[t as usize] += 1; }
            }
            let fits = by.iter().all(|&x| x <= 3) && load.iter().zip(&room).all(|(l, r)| l <= r);
            if fits && by.iter().sum::<i32>() == sum {
                by.sort_unstable();
                best = best.max(by.to_vec());
            }
        }
        prop_assert_eq!(ours, best);
    }
}

/// A start that is already a circulation is kept where nothing better is to be had.
#[test]
fn warm_start_moves_only_what_must_move() {
    let mut b = Builder::new();
    let (source, a, c, sink) = (b.node(), b.node(), b.node(), b.node());
    let (sa, sc) = (b.edge(source, a, 1), b.edge(source, c, 1));
    let (at, ct) = (b.edge(a, sink, 1), b.edge(c, sink, 1));
    let back = b.edge(sink, source, 1);
    let mut net = b.build();
    for e in [sc, ct, back] {
        net.set_flow(e, 1);
    }
    let mut prices = Prices::new();
    prices.flat(back, -1);
    net.optimise(&prices, GO).unwrap();
    assert_eq!([sa, at, sc, ct, back].map(|e| net.flow(e)), [0, 0, 1, 1, 1]);
}

#[test]
fn lower_bounds_hold() {
    let mut b = Builder::new();
    let (source, sink) = (b.node(), b.node());
    let dear = b.edge(source, sink, 5);
    let back = b.edge(sink, source, 5);
    let mut net = b.build();
    net.set_flow(dear, 3);
    net.set_flow(back, 3);
    net.narrow(dear, 2, 5);
    let mut prices = Prices::new();
    prices.flat(dear, 7);
    net.optimise(&prices, GO).unwrap();
    assert_eq!(net.flow(dear), 2);
    assert_eq!(net.value(&prices), 14);
}

#[test]
fn a_stopped_level_says_so() {
    let mut b = Builder::new();
    let (source, sink) = (b.node(), b.node());
    b.edge(source, sink, 5);
    let back = b.edge(sink, source, 5);
    let mut net = b.build();
    let mut prices = Prices::new();
    prices.flat(back, -1);
    assert!(net.optimise(&prices, &|| true).is_err());
    assert_eq!(net.check_feasible(), Ok(()));
}

#[test]
fn the_check_finds_a_bad_proof() {
    let mut b = Builder::new();
    let (source, sink) = (b.node(), b.node());
    let there = b.edge(source, sink, 5);
    let back = b.edge(sink, source, 5);
    let mut net = b.build();
    net.set_flow(there, 1);
    assert!(net.check_feasible().is_err(), "what enters the sink must leave it");
    net.set_flow(back, 1);
    assert!(net.check_feasible().is_ok());
}

/// A long chain would overflow a recursive search.
#[test]
fn long_paths_do_not_overflow() {
    let mut b = Builder::new();
    let nodes: Vec<_> = (0..200_000).map(|_| b.node()).collect();
    for pair in nodes.windows(2) {
        b.edge(pair[0], pair[1], 2);
    }
    let back = b.edge(nodes[nodes.len() - 1], nodes[0], 2);
    let mut net = b.build();
    let mut prices = Prices::new();
    prices.flat(back, -1);
    net.optimise(&prices, GO).unwrap();
    assert_eq!(net.flow(back), 2);
}

/// The least cost of a problem in the DIMACS format for minimum-cost flows; None: not all supplies can go where they are asked.
/// Lower bounds are sent on their way first.
fn dimacs(text: &str) -> Option<i64> {
    let mut nodes = Vec::new();
    let mut supply: Vec<i64> = Vec::new();
    let (mut arcs, mut base) = (Vec::new(), 0);
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| words[at].parse::<i64>().unwrap();
        match words.first().copied() {
            Some("p") => supply = vec![0; number(2) as usize + 1],
            Some("n") => supply[number(1) as usize] += number(2),
            Some("a") => {
                let (from, to, low, high, cost) =
                    (number(1) as usize, number(2) as usize, number(3), number(4), number(5));
                supply[from] -= low;
                supply[to] += low;
                base += low * cost;
                arcs.push((from, to, high - low, cost));
            }
            _ => {}
        }
    }
    let mut b = Builder::new();
    let (source, sink) = (b.node(), b.node());
    nodes.extend(supply.iter().map(|_| b.node()));
    let mut prices = Prices::new();
    for &(from, to, room, cost) in &arcs {
        let edge = b.edge(nodes[from], nodes[to], i32::try_from(room).unwrap());
        prices.flat(edge, cost);
    }
    for (node, &units) in nodes.iter().zip(&supply) {
        let units = i32::try_from(units).unwrap();
        if units > 0 {
            b.edge(source, *node, units);
        } else {
            b.edge(*node, sink, -units);
        }
    }
    let whole: i64 = supply.iter().filter(|units| **units > 0).sum();
    let back = b.edge(sink, source, i32::try_from(whole).unwrap());
    let reward: i64 = 1 + arcs.iter().map(|arc| arc.3.abs()).sum::<i64>();
    prices.flat(back, -reward);
    let mut net = b.build();
    net.optimise(&prices, &|| false).unwrap();
    net.check_optimal().unwrap();
    (i64::from(net.flow(back)) == whole).then(|| base + net.value(&prices) + reward * whole)
}

/// The least cost of an assignment problem as the OR-Library writes it: how many, then the costs row by row.
fn assignment(text: &str) -> i64 {
    let numbers: Vec<i64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    let size = numbers[0] as usize;
    let mut problem = format!("p min {} {}\n", size * 2, size * size);
    for i in 1..=size {
        writeln!(problem, "n {i} 1\nn {} -1", size + i).unwrap();
        for j in 1..=size {
            writeln!(problem, "a {i} {} 0 1 {}", size + j, numbers[1 + (i - 1) * size + j - 1]).unwrap();
        }
    }
    dimacs(&problem).unwrap()
}

#[test]
#[allow(clippy::print_stderr, reason = "whoever runs the tests is told what was left out")]
fn problems_that_others_wrote_have_the_optimum_that_others_found() {
    // The example of the format's own description, whose optimum is 14.
    let example = "p min 4 5\nn 1 4\nn 4 -4\na 1 2 0 4 2\na 1 3 0 2 2\na 2 3 0 2 1\na 2 4 0 3 3\na 3 4 0 5 1\n";
    assert_eq!(dimacs(example), Some(14));
    assert_eq!(
        dimacs(&example.replace("a 1 2 0 4 2", "a 1 2 3 4 2")),
        Some(16),
        "three of four must go over the first arc"
    );
    assert_eq!(dimacs(&example.replace("a 3 4 0 5 1", "a 3 4 0 0 1")), None, "only three of four can arrive");
    assert_eq!(assignment("3\n 4 1 3\n 2 0 5\n 3 2 2"), 5);
    let networks = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/networks");
    for (file, least) in [
        ("gte_bad.20", 534_457_927_080),
        ("gte_bad.40", 52_099_553_858),
        ("gte_bad.1160", 384_186_964_357),
        ("gte_bad.508829", 174_460_230_576),
    ] {
        assert_eq!(dimacs(&std::fs::read_to_string(networks.join(file)).unwrap()), Some(least), "{file}");
    }
    // Of Beasley's OR-Library one is kept here; the larger ones are looked for in a folder that holds them as they come.
    let folder = std::env::var_os("PICKET_ORLIB").map(std::path::PathBuf::from);
    for (file, optimum) in [("assign500.txt", 991), ("assign600.txt", 1176), ("assign700.txt", 1362)] {
        let places = [Some(&networks), folder.as_ref()].into_iter().flatten().map(|place| place.join(file));
        let Some(path) = places.into_iter().find(|path| path.exists()) else {
            eprintln!("skipped: {file} is in no folder that PICKET_ORLIB names (its optimum is {optimum})");
            continue;
        };
        assert_eq!(assignment(&std::fs::read_to_string(path).unwrap()), optimum, "{file}");
    }
}
