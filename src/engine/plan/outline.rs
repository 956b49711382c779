//! The planner's networks as plain lists, so that another solver can be put to the same problem (`benches/rival.rs`).

use super::nest::Nest;
use super::relax::{Given, Relaxed, is_captain};
use super::task::{Keep, Task};
use super::turns::Turns;
use super::{promises, shuffled, split};
use crate::engine::flow::Edge;
use crate::model::Roster;
use crate::rules::Ground;

/// The network of one piece, and what its levels count.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// How many nodes there are.
    pub nodes: usize,
    /// Where members' weeks begin, and where heads end.
    pub source: u32,
    /// See `source`.
    pub sink: u32,
    /// From, to, capacity; but for the edge from the sink back to the source.
    pub edges: Vec<(u32, u32, i32)>,
    /// Edges of captain posts, by their number.
    pub captains: Vec<usize>,
    /// Edges of skill posts.
    pub skills: Vec<usize>,
    /// Edges of heads, with how many of them count towards the minimum, and towards the target.
    pub heads: Vec<(usize, i32, i32)>,
}

/// The networks of all pieces for a plan from nothing.
pub fn outlines(ground: &Ground) -> Vec<Outline> {
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let task = Task::new(ground, &empty, Keep { from_scratch: true, from: None, at: None });
    let ties = promises(&task, None);
    let pieces = split::pieces(&task, &shuffled(task.people.len(), 0));
    let (turns, nest) = (Turns::new(&task, &ties), Nest::new(&task.classes, task.ground.strike.sites.len()));
    let given = Given { ties: &ties, turns: &turns, nest: &nest };
    let relaxed = pieces.iter().filter_map(|piece| Relaxed::new(&task, piece, given, &|| false).ok());
    relaxed.map(|relaxed| outline(&task, &relaxed)).collect()
}

fn outline(task: &Task, relaxed: &Relaxed) -> Outline {
    let net = &relaxed.net;
    let mut number = vec![None; net.edges()];
    let mut found =
        Outline { nodes: net.nodes(), source: relaxed.source.0, sink: relaxed.sink.0, ..Outline::default() };
    for edge in 0..net.edges() as u32 {
        let (from, to) = net.ends(Edge(edge));
        if (from, to) != (relaxed.sink, relaxed.source) {
            number[edge as usize] = Some(found.edges.len());
            found.edges.push((from.0, to.0, net.bounds(Edge(edge)).1));
        }
    }
    let at = |edge: Edge| number[edge.0 as usize].unwrap_or_default();
    for &(_, kind, edge) in &relaxed.posts {
        if is_captain(kind) { found.captains.push(at(edge)) } else { found.skills.push(at(edge)) }
    }
    for &(shift, edge) in &relaxed.heads {
        let post = &task.posts[shift as usize];
        let paid = |asked: i32| (asked - post.held).clamp(0, post.room());
        found.heads.push((at(edge), paid(post.minimum), paid(post.target)));
    }
    found
}
