//! Promises, where the flow had to be mended: what was published is another start for the mending, and the better of the two
//! ends stands. So a plan that has nothing to gain moves nobody.

use rustc_hash::FxHashMap;

use super::kinds::{Kind, PICKET};
use super::live::Live;
use super::mend::{self, Candidates};
use super::piece::{sum, tally};
use super::seat;
use super::split::Piece;
use super::task::Stand;

/// Pieces that share a rule, with what each was promised and what its flow proved possible.
pub(super) struct Cluster<'a> {
    pub(super) pieces: Vec<&'a Piece>,
    /// The published assignments of each piece that may move.
    pub(super) promised: Vec<Vec<Stand>>,
    /// What no roster of each piece exceeds.
    pub(super) bounds: Vec<[i64; 5]>,
    /// What stands there now is proven best on the counted levels.
    pub(super) proven: bool,
}

/// What a cluster reaches on the five counted levels, how fairly and evenly, and how many changes to the promises that takes.
struct Worth {
    levels: [i64; 5],
    /// Minutes towards strike pay of every member's week, from the fewest up.
    hours: Vec<i64>,
    /// Squares of the heads above target, summed.
    surplus: i64,
    changes: usize,
}

impl Worth {
    /// Whether these changes are worth it, compared with fewer: one more post filled is; of hours, more than a thousandth.
    /// Neither end is proven best here, and two mendings of one strike differ by a few hours by chance: moving people for
    /// that would break promises for nothing.
    fn beats(&self, fewer: &Self) -> bool {
        let (coverage, before) = (&self.levels[..4], &fewer.levels[..4]);
        let (hours, hours_before) = (self.levels[4], fewer.levels[4]);
        coverage > before || coverage == before && hours > hours_before + hours_before / 1000
    }

    /// Whether this is as good on every level down to the changes, and has fewer of those.
    fn keeps_more(&self, other: &Self) -> bool {
        let as_good = self.levels == other.levels && self.hours >= other.hours && self.surplus <= other.surplus;
        as_good && self.changes < other.changes
    }
}

/// Puts the mended promises in the place of what stands there now, if that is better. `work` is for one piece.
pub(super) fn keep(live: &mut Live, cluster: &Cluster, work: &dyn Fn(&Piece) -> u64, stop: &dyn Fn() -> bool) {
    let now = worth(live, cluster);
    if now.changes == 0 {
        return;
    }
    let mut other = Live::new(live.task);
    for promised in &cluster.promised {
        seat::settle(&mut other, promised.clone());
    }
    let (told, as_told) = (worth(&other, cluster), other.clone());
    for (piece, bound) in cluster.pieces.iter().zip(&cluster.bounds) {
        let who = Candidates::new(live.task, piece);
        mend::mend(&mut other, piece, &who, bound, work(piece), stop);
    }
    let mut promised = worth(&other, cluster);
    if !promised.beats(&told) {
        (promised, other) = (told, as_told);
    }
    let better = if cluster.proven {
        promised.keeps_more(&now)
    } else if promised.changes <= now.changes {
        !now.beats(&promised)
    } else {
        promised.beats(&now)
    };
    if better {
        for stand in stands(live, cluster) {
            live.take(stand);
        }
        for stand in stands(&other, cluster) {
            live.put(stand);
        }
    }
}

fn stands(live: &Live, cluster: &Cluster) -> Vec<Stand> {
    cluster.pieces.iter().flat_map(|piece| live.in_piece(piece)).collect()
}

fn worth(live: &Live, cluster: &Cluster) -> Worth {
    let task = live.task;
    let levels = sum(cluster.pieces.iter().map(|piece| tally(live, piece)));
    let (mut changes, mut surplus, mut hours) = (0, 0, Vec::new());
    for (piece, promised) in cluster.pieces.iter().zip(&cluster.promised) {
        hours.extend(piece.members.iter().map(|&m| live.minutes(m, piece.week).min(task.pay())));
        let above = |&s: &u32| i64::from((live.heads(s) - task.posts[s as usize].target).max(0)).pow(2);
        surplus += piece.shifts.iter().map(above).sum::<i64>();
        let stays = |stand: &&Stand| live.on(stand.shift).iter().any(|(member, _)| *member == stand.member);
        let kept = promised.iter().filter(stays).count();
        let now: usize = piece.shifts.iter().map(|&s| live.on(s).len()).sum();
        changes += promised.len() + now - 2 * kept;
    }
    hours.sort_unstable();
    Worth { levels, hours, surplus, changes }
}

/// Gives those who keep their shift the post they were told as well, where two of them can change posts for it: nothing but
/// the number of changes can tell the difference.
pub(super) fn same_posts(live: &mut Live, promised: &[Stand]) {
    let told: FxHashMap<(u32, u32), Kind> = promised.iter().map(|s| ((s.shift, s.member), s.kind)).collect();
    for &Stand { member, shift, kind } in promised {
        let on: Vec<(u32, Kind)> = live.on(shift).to_vec();
        let Some(&(_, held)) = on.iter().find(|(who, held)| *who == member && *held != kind) else { continue };
        let able = |who: u32| held == PICKET || live.task.kinds_of(who).contains(&held);
        let content = |who: u32| told.get(&(shift, who)) == Some(&kind);
        let mut others: Vec<u32> = on.iter().filter(|row| row.1 == kind).map(|row| row.0).collect();
        others.retain(|&who| able(who) && !content(who));
        others.sort_unstable_by_key(|&who| (told.get(&(shift, who)) != Some(&held), who));
        if let Some(&other) = others.first() {
            live.take(Stand { member, shift, kind: held });
            live.take(Stand { member: other, shift, kind });
            live.put(Stand { member, shift, kind });
            live.put(Stand { member: other, shift, kind: held });
        }
    }
}
