//! Where shifts differ in length: places go by auction.
//!
//! A chain of moves can't give up one long shift for two short ones, and hours left over here and there fill no place until
//! somebody's week is made up anew. So each member in turn takes the best week there is, at the price of each place: one that
//! another holds costs more each time it changes hands. Whoever loses a place makes up a new week. (After Bertsekas, *The
//! auction algorithm*, 1988; weeks instead of single places make it a heuristic.) The prices prove something as well: see `proof`.
//!
//! Pools and whatever else the rules say is asked only when people are put where the auction has them; chains then fill what that
//! leaves open.

mod diary;
mod hall;
mod proof;
mod sale;

use super::kinds::PICKET;
use super::levels::{LEVELS, Level};
use super::live::Live;
use super::piece::reached;
use super::relax::is_captain;
use super::split::Piece;
use super::task::Stand;
use hall::Hall;

/// What may be done for one proof, and in one auction, in states: some half a second.
const WORK: usize = 300_000_000;
/// How much more a place towards the minimum is worth than one towards the target, where both are sold.
const MORE: i64 = 8;

/// What came of an auction.
pub(super) struct Sold {
    /// Who stands where, if the coverage is better for it.
    pub(super) better: Option<Vec<Stand>>,
    /// The most that is possible on each level, given those above at theirs.
    pub(super) most: [i64; 5],
    /// The most that is possible on each level whatever those above are at, as far as it was looked for.
    pub(super) alone: [Option<i64>; 5],
}

/// Holds an auction in a cluster. `most` is what is known to be possible on each level, given those above at theirs; `mend` fills
/// with chains what is left open in a piece, by its place among the `pieces`.
pub(super) fn hold(
    live: &Live,
    pieces: &[&Piece],
    mut most: [i64; 5],
    mend: &dyn Fn(&mut Live, usize),
    stop: &dyn Fn() -> bool,
) -> Sold {
    let before = reached(live, pieces);
    let (mut prices, mut alone) = (None, [None; 5]);
    let mut as_given = true;
    for (i, &level) in LEVELS[..4].iter().enumerate() {
        if as_given && before[i] == most[i] || stop() {
            continue;
        }
        let proof = Hall::of_all(live, pieces, level).prove(before[i], WORK, stop);
        alone[i] = Some(proof.most);
        if level == Level::Captain {
            prices = Some(proof.prices);
        }
        // Where a level above can't be at what was known of it, what was known of this one says nothing.
        let is_less = proof.most < most[i];
        most[i] = if as_given { proof.most.min(most[i]) } else { proof.most };
        as_given &= !is_less;
    }
    let Some(first) = (0..4).find(|&i| before[i] < most[i]) else { return Sold { better: None, most, alone } };
    let mut prices = prices.filter(|_| first == 0);
    let mut trial = live.clone();
    // Places towards the target are sold with those towards the minimum: one can't be had without the other.
    for &level in &LEVELS[first.min(Level::Minimum as usize)..=Level::Minimum as usize] {
        sell(&mut trial, pieces, level, prices.take(), stop);
    }
    (0..pieces.len()).for_each(|at| mend(&mut trial, at));
    let is_better = reached(&trial, pieces) > before;
    Sold { better: is_better.then(|| pieces.iter().flat_map(|piece| trial.in_piece(piece)).collect()), most, alone }
}

/// Sells the places of a level anew, beginning at such prices. Whoever held one of it, or of a level below, leaves it first.
fn sell(live: &mut Live, pieces: &[&Piece], level: Level, prices: Option<Vec<i64>>, stop: &dyn Fn() -> bool) {
    let goes = |stand: &Stand| match level {
        Level::Captain => true,
        Level::Skill => !is_captain(stand.kind),
        _ => stand.kind == PICKET,
    };
    for piece in pieces {
        for stand in live.in_piece(piece).into_iter().filter(goes) {
            live.take(stand);
        }
    }
    let mut hall = Hall::of_free(live, pieces, level, MORE);
    let prices = prices.unwrap_or_else(|| vec![0; hall.lots.len()]);
    for stand in hall.sell(&prices, WORK, stop) {
        if live.fits(stand, None) {
            live.put(stand);
        }
    }
}
