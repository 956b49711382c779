//! The flow of one piece: everything the contract asks but rest, overlap, pools and mixed lengths.
//!
//! Source → member's week → (day) → group → hubs → post → shift → sink, and back from sink to source. A *group* holds members
//! who can go to the same places on a day; a *hub* is what several groups can reach in a slot in a kind of post (see
//! [`hubs`](super::hubs) and [`lay`](super::lay)). What this network can't say is left out, never added: every roster is a flow
//! here, so the best flow bounds every roster. Ways that are not a pool member's turn are there too, behind doors of their own
//! that can be closed.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::hubs::Hubs;
use super::kinds::{CAPTAIN, Kind, PICKET};
use super::lay::{self, Group, Hub, Places, Ways};
use super::nest::Nest;
use super::offers::Offers;
use super::split::Piece;
use super::task::Task;
use super::turns::Turns;
use super::week::{Week, Weeks};
use crate::engine::flow::{Builder, Edge, Network, Node, Stopped};

/// The edges through which a member's week enters the network.
#[derive(Debug)]
pub(super) struct WeekEdge {
    pub(super) edge: Edge,
    pub(super) week: Rc<Week>,
}

/// A member's own way to one shift: a promise to be kept.
#[derive(Debug)]
pub(super) struct Own {
    pub(super) member: u32,
    pub(super) shift: u32,
    pub(super) edge: Edge,
    pub(super) kinds: Vec<(Edge, Kind)>,
}

/// What is the same for every piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'a> {
    /// The shifts that each member was promised, by member.
    pub(super) ties: &'a [Vec<u32>],
    /// When it is whose turn in a pool.
    pub(super) turns: &'a Turns,
    /// Which classes share ways.
    pub(super) nest: &'a Nest,
}

/// The network of a piece, with the meaning of its edges.
#[derive(Debug)]
pub(super) struct Relaxed {
    pub(super) net: Network,
    /// Where members' weeks begin.
    pub(super) source: Node,
    /// Where heads end.
    pub(super) sink: Node,
    pub(super) weeks: Vec<WeekEdge>,
    pub(super) groups: Vec<Group>,
    pub(super) hubs: Vec<Hub>,
    pub(super) own: Vec<Own>,
    /// A level has been reached whose face is not closed yet.
    pub(super) has_face: bool,
    /// Ways into slots that a pool does not spare the member for, as turns were given.
    beyond: Vec<Edge>,
    /// Captain and skill posts.
    pub(super) posts: Vec<(u32, Kind, Edge)>,
    /// Heads of each shift.
    pub(super) heads: Vec<(u32, Edge)>,
}

/// How many members are built in between two questions whether to stop.
const ASK_EVERY: usize = 256;

struct Making<'t, 'g> {
    task: &'t Task<'g>,
    turns: &'t Turns,
    b: Builder,
    source: Node,
    places: Places,
    found: Hubs<'t, 'g>,
    /// Rows of slots on a day, each once.
    days: FxHashMap<Vec<u32>, u32>,
    /// By class, skillset and row of slots.
    group_of: FxHashMap<(u32, u32, u32), u32>,
    groups: Vec<Group>,
    /// By group, its hubs.
    leads: Vec<Vec<u32>>,
    /// Groups by what they lead to.
    alike: FxHashMap<(u32, Vec<u32>), u32>,
    own: Vec<Own>,
    beyond: Vec<Edge>,
}

impl Relaxed {
    /// Builds the network of a piece.
    pub(super) fn new(
        task: &Task,
        piece: &Piece,
        Given { ties, turns, nest }: Given,
        stop: &dyn Fn() -> bool,
    ) -> Result<Self, Stopped> {
        let mut b = Builder::new();
        let (source, sink) = (b.node(), b.node());
        b.edge(sink, source, i32::MAX / 4);
        let mut making = Making {
            task,
            turns,
            b,
            source,
            places: Places::new(task.posts.len()),
            found: Hubs::new(task, nest),
            days: FxHashMap::default(),
            group_of: FxHashMap::default(),
            groups: Vec::new(),
            leads: Vec::new(),
            alike: FxHashMap::default(),
            own: Vec::new(),
            beyond: Vec::new(),
        };
        let (mut posts, mut heads) = (Vec::new(), Vec::new());
        for &s in &piece.shifts {
            let post = &task.posts[s as usize];
            let node = making.b.node();
            making.places.add(s, PICKET, node);
            heads.push((s, making.b.edge(node, sink, post.room())));
            for &(kind, asked, held) in &post.kinds {
                if asked > held {
                    let holder = making.b.node();
                    making.places.add(s, kind, holder);
                    posts.push((s, kind, making.b.edge(holder, node, asked - held)));
                }
            }
        }
        let offers = Offers::new(task, piece.shifts.iter().copied());
        let mut offered: FxHashMap<u32, Vec<bool>> = FxHashMap::default();
        let mut alike = Weeks::default();
        let mut weeks = Vec::new();
        // Those who are sent to the same sites come together, in the order of the seed: what a search goes through then lies close
        // together in memory. At 55,000 members the flows took a quarter to half less for it, the more the busier the machine.
        let mut members = piece.members.clone();
        members.sort_by_key(|&m| {
            let class = task.people[m as usize].class;
            (task.classes[class as usize].sites.first(), class)
        });
        for (i, &m) in members.iter().enumerate() {
            if i % ASK_EVERY == 0 && stop() {
                return Err(Stopped);
            }
            let class = task.people[m as usize].class;
            let offers = &*offered.entry(class).or_insert_with(|| offers.to(task, class));
            let week = alike.of(task, m, piece.week, offers);
            if week.most > 0 {
                let edge = making.member(m, &week, &ties[m as usize]);
                weeks.push(WeekEdge { edge, week });
            }
        }
        let Making { mut b, found, places, mut groups, leads, own, beyond, .. } = making;
        let hubs = lay::lay(&mut b, &found.into_list(), &places, &mut groups, &leads);
        Ok(Self { net: b.build(), source, sink, weeks, groups, hubs, own, beyond, posts, heads, has_face: false })
    }

    /// Keeps members of pools to their turns; there must be no flow yet. False: everybody's turn is whenever they can.
    pub(super) fn keep_turns(&mut self) -> bool {
        for &edge in &self.beyond {
            self.net.narrow(edge, 0, 0);
        }
        !self.beyond.is_empty()
    }

    /// Opens every way, of whoever's turn it is and whatever levels were reached. The flow stays as it is.
    pub(super) fn open(&mut self) {
        self.net.open();
        self.has_face = false;
    }
}

impl Making<'_, '_> {
    fn member(&mut self, m: u32, week: &Week, ties: &[u32]) -> Edge {
        let node = self.b.node();
        let edge = self.b.edge(self.source, node, week.most);
        for (day, slots, cap) in &week.days {
            let (beyond, turns): (Vec<u32>, Vec<u32>) = slots.iter().partition(|&&s| self.turns.hold_back(m, s));
            if *cap == 1 && beyond.is_empty() {
                self.enter(m, node, *day, slots, ties);
                continue;
            }
            if *cap == 1 {
                let from = self.b.node();
                self.b.edge(node, from, 1);
                if !turns.is_empty() {
                    self.enter(m, from, *day, &turns, ties);
                }
                self.enter_beyond(m, from, *day, &beyond, ties);
                continue;
            }
            let from = if (*cap as usize) < slots.len() {
                let from = self.b.node();
                self.b.edge(node, from, *cap);
                from
            } else {
                node
            };
            for &s in &turns {
                self.enter(m, from, *day, &[s], ties);
            }
            for &s in &beyond {
                self.enter_beyond(m, from, *day, &[s], ties);
            }
        }
        edge
    }

    /// Lets the member into slots that it is not the member's turn for, by a way that can be closed.
    fn enter_beyond(&mut self, m: u32, from: Node, day: u32, slots: &[u32], ties: &[u32]) {
        let door = self.b.node();
        let edge = self.b.edge(from, door, 1);
        self.beyond.push(edge);
        self.enter(m, door, day, slots, ties);
    }

    /// Lets the member from `from` into one of `slots`.
    fn enter(&mut self, m: u32, from: Node, day: u32, slots: &[u32], ties: &[u32]) {
        let mine = |t: &&u32| slots.contains(&self.task.slot_of(**t)) && self.places.of(**t, PICKET).is_some();
        let mine: Vec<u32> = ties.iter().filter(mine).copied().collect();
        let from = if mine.is_empty() {
            from
        } else {
            let only = self.b.node();
            self.b.edge(from, only, 1);
            only
        };
        for shift in mine {
            let Some(place) = self.places.of(shift, PICKET) else { continue };
            if !self.task.reaches(m, self.task.posts[shift as usize].site) {
                continue;
            }
            let node = self.b.node();
            let edge = self.b.edge(from, node, 1);
            let mut kinds = vec![(self.b.edge(node, place, 1), PICKET)];
            for &kind in self.task.kinds_of(m) {
                if kind != PICKET
                    && let Some(post) = self.places.of(shift, kind)
                {
                    kinds.push((self.b.edge(node, post, 1), kind));
                }
            }
            self.own.push(Own { member: m, shift, edge, kinds });
        }
        let group = self.group(m, day, slots);
        let edge = self.b.edge(from, self.groups[group as usize].node, 1);
        self.groups[group as usize].entries.push((m, edge));
    }

    fn group(&mut self, m: u32, day: u32, slots: &[u32]) -> u32 {
        let person = self.task.people[m as usize];
        let row = if let Some(&row) = self.days.get(slots) {
            row
        } else {
            self.days.insert(slots.to_vec(), self.days.len() as u32);
            self.days.len() as u32 - 1
        };
        let key = (person.class, person.skillset, row);
        if let Some(&g) = self.group_of.get(&key) {
            return g;
        }
        let mut leads = Vec::new();
        for &s in slots {
            for &kind in &self.task.skillsets[person.skillset as usize] {
                let to_fill = |shift: u32| self.places.of(shift, kind).is_some();
                leads.extend(self.found.of(person.class, s, kind, &to_fill));
            }
        }
        let g = *self.alike.entry((day, leads)).or_insert_with_key(|(_, leads)| {
            self.groups.push(Group { day, node: self.b.node(), entries: Vec::new(), ways: Ways::default() });
            self.leads.push(leads.clone());
            self.groups.len() as u32 - 1
        });
        self.group_of.insert(key, g);
        g
    }
}

/// Whether a kind of post counts on level 1 (captains) or 2 (skills).
pub(super) fn is_captain(kind: Kind) -> bool {
    kind == CAPTAIN
}
