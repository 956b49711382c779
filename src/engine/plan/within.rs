//! Where a plan may change anything when something is otherwise at a few sites only: the stretches of country that whoever could
//! come there, or comes free, can be sent to. Everything else stays as it is, and costs nothing.

use rustc_hash::FxHashSet;

use super::split::{self, Piece};
use super::task::{NONE, Task};
use crate::engine::candidates::globe::Globe;
use crate::model::{MemberIx, SiteIx};

/// What is otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Within<'a> {
    /// At these sites.
    pub sites: &'a [SiteIx],
    /// These members have come free, wherever they stood.
    pub members: &'a [MemberIx],
}

/// By site, whether anything may change there.
pub(super) fn open(task: &Task, pieces: &[Piece], within: Within) -> Vec<bool> {
    let globe = Globe::new(task.ground);
    let mut open = vec![false; task.ground.strike.sites.len()];
    for site in within.sites {
        open[site.ix()] = true;
    }
    let free: FxHashSet<MemberIx> = within.members.iter().copied().collect();
    for (member, person) in (0..).zip(&task.people).filter(|(_, person)| person.class != NONE) {
        let member = MemberIx(member);
        let comes = |&site: &SiteIx| globe.reaches(task.ground, member, site);
        if free.contains(&member) || within.sites.iter().any(comes) {
            for &site in &task.classes[person.class as usize].sites {
                open[site as usize] = true;
            }
        }
    }
    // What some rule joins is planned together, week after week.
    let site = |shift: &u32| task.posts[*shift as usize].site as usize;
    let mut closed: Vec<Vec<usize>> = split::clusters(task, pieces)
        .into_iter()
        .map(|cluster| cluster.iter().flat_map(|&piece| pieces[piece].shifts.iter().map(site)).collect())
        .collect();
    loop {
        let (joined, left): (Vec<_>, Vec<_>) =
            closed.into_iter().partition(|sites: &Vec<usize>| sites.iter().any(|&site| open[site]));
        if joined.is_empty() {
            return open;
        }
        for site in joined.into_iter().flatten() {
            open[site] = true;
        }
        closed = left;
    }
}
