//! What the flows can't say to the end: where shifts differ in length, auctions; where little is left to decide, whole-number
//! programs; and what these leave, part by part.

use super::Options;
use super::auction;
use super::live::Live;
use super::mend::{self, Candidates};
use super::piece::{mending_work, sum};
use super::program::Work;
use super::seat;
use super::split::{self, Piece};
use super::whole;
use crate::engine::threads;

/// What may be done for wishes in all clusters of which nothing else can be better, each of them so many at least: more in one
/// would take long.
const WORK_OF_WISHES: u64 = 24_000_000;
const LEAST_SHARES: usize = 4;

/// A cluster of pieces, by their numbers, and what is known of it.
pub(super) struct Closed {
    pub(super) pieces: Vec<usize>,
    /// The best of each level, where it was found.
    pub(super) exact: [Option<i64>; 5],
    /// The most that is possible on a level whatever those above are at, where that was looked for.
    pub(super) alone: [Option<i64>; 5],
}

/// Clusters of pieces, with what is proven of those that were closed. `most` is what no roster of each piece exceeds.
pub(super) fn close(
    live: &mut Live,
    pieces: &[Piece],
    most: &[[i64; 5]],
    settled: &[bool],
    ties: &[Vec<u32>],
    options: &Options,
) -> Vec<Closed> {
    let task = live.task;
    let stop = || (options.cancel)() || (options.enough)();
    let clusters = split::clusters(task, pieces);
    let of = |cluster: &[usize]| -> Vec<&Piece> { cluster.iter().map(|&i| &pieces[i]).collect() };
    let most_of = |cluster: &[usize]| sum(cluster.iter().map(|&i| most[i]));
    let mixed: Vec<bool> = clusters.iter().map(|cluster| split::mixed(task, &of(cluster))).collect();
    let settled = |cluster: &[usize]| cluster.iter().all(|&i| settled[i]);
    let open: Vec<bool> = clusters.iter().zip(&mixed).map(|(cluster, mixed)| *mixed || !settled(cluster)).collect();
    let mut known: Vec<[i64; 5]> = clusters.iter().map(|cluster| most_of(cluster)).collect();
    let mut alone = vec![[None; 5]; clusters.len()];
    let chains = |live: &mut Live, i: usize| {
        let who = Candidates::new(task, &pieces[i]);
        mend::mend(live, &pieces[i], &who, &most[i], mending_work(&pieces[i]), &stop);
    };
    let standing: &Live = live;
    let sold = threads::each(clusters.len(), options.threads, &|c| {
        let mend = |live: &mut Live, at: usize| chains(live, clusters[c][at]);
        mixed[c].then(|| auction::hold(standing, &of(&clusters[c]), known[c], &mend, &stop))
    });
    for (c, sold) in sold.into_iter().enumerate().filter_map(|(c, sold)| Some((c, sold?))) {
        (known[c], alone[c]) = (sold.most, sold.alone);
        if let Some(better) = sold.better {
            seat::take_over(live, &of(&clusters[c]), &better);
        }
    }
    let standing: &Live = live;
    let wishes = WORK_OF_WISHES / open.iter().filter(|open| !**open).count().max(LEAST_SHARES) as u64;
    let found = threads::each(clusters.len(), options.threads, &|c| {
        let cluster = of(&clusters[c]);
        if open[c] {
            whole::best(standing, &cluster, ties, known[c], &stop)
        } else {
            whole::please(standing, &cluster, ties, Work(wishes), &stop)
        }
    });
    let mut work = whole::parts::WORK;
    let mut closed = Vec::new();
    for (c, (cluster, found)) in clusters.into_iter().zip(found).enumerate() {
        let programmed = found.is_some() && open[c];
        let mut exact = found.map_or([None; 5], |found| found.take(live));
        if open[c] && exact.iter().any(Option::is_none) {
            let bettered = whole::parts::better(live, &of(&cluster), &mut exact, &known[c], &mut work, &stop);
            // What neither came to the end of, chains may still better.
            if programmed || bettered {
                for &i in &cluster {
                    chains(live, i);
                }
            }
        }
        if open[c] {
            for &i in &cluster {
                mend::even_out(live, &pieces[i], mending_work(&pieces[i]) / 4, &stop);
            }
        }
        closed.push(Closed { pieces: cluster, exact, alone: alone[c] });
    }
    closed
}
