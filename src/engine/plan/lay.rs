//! The ways of a network from groups of members to shifts, laid over no more nodes than they need.
//!
//! Where only one group or hub leads to a hub, that one leads to what is behind it instead: most classes are so small that every
//! second hub goes. It refuses to know members (see [`relax`](super::relax)) and what leads where (see [`hubs`](super::hubs)).

use super::hubs;
use super::kinds::Kind;
use crate::engine::flow::{Builder, Edge, Node};

/// Members who are alike on a day, and where they can go.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) day: u32,
    pub(super) node: Node,
    /// Who can enter, and where.
    pub(super) entries: Vec<(u32, Edge)>,
    pub(super) ways: Ways,
}

/// Where a group or a hub leads.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// To hubs, by number.
    pub(super) hubs: Vec<(Edge, u32)>,
    /// To shifts, in a kind of post.
    pub(super) posts: Vec<(Edge, u32, Kind)>,
}

/// What several groups or hubs can reach in a slot, in a kind of post.
#[derive(Debug)]
pub(super) struct Hub {
    /// One of the shifts behind it.
    pub(super) sample: u32,
    pub(super) kind: Kind,
    /// Of hubs, those before it.
    pub(super) ways: Ways,
}

/// The nodes of shifts, and of their posts that are to be filled.
#[derive(Debug)]
pub(super) struct Places(Vec<Vec<(Kind, Node)>>);

impl Places {
    /// Of so many shifts, none yet.
    pub(super) fn new(shifts: usize) -> Self {
        Self(vec![Vec::new(); shifts])
    }

    /// Notes the node of a shift's posts of a kind; of the shift itself for pickets.
    pub(super) fn add(&mut self, shift: u32, kind: Kind, node: Node) {
        self.0[shift as usize].push((kind, node));
    }

    /// The node of a shift's posts of a kind, when some are to be filled.
    pub(super) fn of(&self, shift: u32, kind: Kind) -> Option<Node> {
        self.0[shift as usize].iter().find(|(k, _)| *k == kind).map(|(_, node)| *node)
    }
}

/// Lays the ways of every group, given the hubs that it `leads` to; returns the hubs that are left.
pub(super) fn lay(
    b: &mut Builder,
    found: &[hubs::Hub],
    places: &Places,
    groups: &mut [Group],
    leads: &[Vec<u32>],
) -> Vec<Hub> {
    let mut users = vec![0_u32; found.len()];
    for &hub in leads.iter().flatten().chain(found.iter().flat_map(|hub| &hub.through)) {
        users[hub as usize] += 1;
    }
    let mut laid = Laid { found, places, at: vec![None; found.len()], hubs: Vec::new() };
    for hub in (0..found.len() as u32).filter(|&hub| users[hub as usize] > 1) {
        let node = b.node();
        let mut ways = Ways::default();
        laid.lead_past(b, node, hub, &mut ways);
        laid.at[hub as usize] = Some((laid.hubs.len() as u32, node));
        laid.hubs.push(Hub { sample: laid.sample(hub), kind: found[hub as usize].kind, ways });
    }
    for (group, leads) in groups.iter_mut().zip(leads) {
        for &hub in leads {
            laid.lead(b, group.node, hub, &mut group.ways);
        }
    }
    laid.hubs
}

/// The ways that are laid already.
struct Laid<'a> {
    found: &'a [hubs::Hub],
    places: &'a Places,
    /// By hub as it was found, its number among those that are laid, and its node.
    at: Vec<Option<(u32, Node)>>,
    hubs: Vec<Hub>,
}

impl Laid<'_> {
    /// Leads on to a hub, or past it.
    fn lead(&self, b: &mut Builder, from: Node, hub: u32, ways: &mut Ways) {
        match self.at[hub as usize] {
            Some((number, node)) => ways.hubs.push((b.edge(from, node, i32::MAX / 4), number)),
            None => self.lead_past(b, from, hub, ways),
        }
    }

    /// Leads on to what is behind a hub.
    fn lead_past(&self, b: &mut Builder, from: Node, hub: u32, ways: &mut Ways) {
        let found = &self.found[hub as usize];
        for &other in &found.through {
            self.lead(b, from, other, ways);
        }
        for &shift in &found.shifts {
            if let Some(to) = self.places.of(shift, found.kind) {
                ways.posts.push((b.edge(from, to, i32::MAX / 4), shift, found.kind));
            }
        }
    }

    /// One of the shifts behind a hub.
    fn sample(&self, hub: u32) -> u32 {
        let found = &self.found[hub as usize];
        found.shifts.first().copied().unwrap_or_else(|| self.sample(found.through[0]))
    }
}
