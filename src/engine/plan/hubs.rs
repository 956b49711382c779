//! Hubs: where a class can go in a slot, in a kind of post. Each is there once, however many classes it serves.
//!
//! It says what leads where, and refuses to know nodes and edges (see [`relax`](super::relax)).

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::kinds::Kind;
use super::nest::Nest;
use super::task::Task;

/// What can be reached in a slot, in a kind of post.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Hub {
    pub(super) slot: u32,
    pub(super) kind: Kind,
    /// Hubs of the same slot and kind, made before this one, through which more is reached.
    pub(super) through: Vec<u32>,
    pub(super) shifts: Vec<u32>,
}

/// The hubs of a piece.
#[derive(Debug)]
pub(super) struct Hubs<'t, 'g> {
    task: &'t Task<'g>,
    nest: &'t Nest,
    known: FxHashMap<(u32, u32, Kind), Option<u32>>,
    list: IndexSet<Hub, FxBuildHasher>,
}

impl<'t, 'g> Hubs<'t, 'g> {
    pub(super) fn new(task: &'t Task<'g>, nest: &'t Nest) -> Self {
        Self { task, nest, known: FxHashMap::default(), list: IndexSet::default() }
    }

    /// The number of a class's hub, given which shifts have such posts `to_fill`; none where nothing is to be filled.
    pub(super) fn of(&mut self, class: u32, slot: u32, kind: Kind, to_fill: &dyn Fn(u32) -> bool) -> Option<u32> {
        if let Some(&known) = self.known.get(&(class, slot, kind)) {
            return known;
        }
        let (task, parts) = (self.task, self.nest.of(class));
        let (mut through, mut shifts) = (Vec::new(), Vec::new());
        for &part in &parts.classes {
            let Some(hub) = self.of(part, slot, kind, to_fill) else { continue };
            match self.list.get_index(hub as usize) {
                Some(Hub { through, shifts: only, .. }) if through.is_empty() && only.len() == 1 => shifts.extend(only),
                _ => through.push(hub),
            }
        }
        shifts.extend(parts.sites.iter().flat_map(|&site| task.shifts_at(slot, site)).filter(|&&s| to_fill(s)));
        for list in [&mut through, &mut shifts] {
            list.sort_unstable();
            list.dedup();
        }
        let made = match (&through[..], &shifts[..]) {
            ([], []) => None,
            // Here this class reaches no more than the other does.
            ([same], []) => Some(*same),
            _ => Some(self.list.insert_full(Hub { slot, kind, through, shifts }).0 as u32),
        };
        self.known.insert((class, slot, kind), made);
        made
    }

    /// All of them; each after those through which it reaches more.
    pub(super) fn into_list(self) -> Vec<Hub> {
        self.list.into_iter().collect()
    }
}
