//! The planner: the best roster that the rules allow, level by level, with proof.
//!
//! The strike falls into *pieces* (a week of a stretch of country that nobody leaves). Each is a flow, brought to its best
//! level after level inside frozen faces (see [`flow`](super::flow)); that is exact but for what a flow can't say: rest and
//! overlap between days, pools, mixed shift lengths. Members of pools are kept to turns that their pool can spare (see
//! `turns`); what breaks another of these is left out, and the gap mended by chains of moves. Where shifts differ in length,
//! everybody's week is made up anew in an auction of places (see `auction`). Where little is left to decide, a whole-number
//! program brings every level to its best (see `whole`), or the people around each gap to theirs (see `whole::parts`). Sites and
//! shifts asked for, and distance, come last: by such a program too, else by exchanges within a week (see `polish`). The bounds
//! told are always those proven: of flows that know nothing of turns, of an auction's prices, or of a program.
//!
//! It refuses to know clocks (a caller says when to stop), files and words.

mod auction;
mod bits;
mod chain;
mod close;
mod extract;
mod hubs;
mod kinds;
mod lay;
mod levels;
mod live;
mod mend;
mod nest;
mod offers;
#[cfg(feature = "rival")]
mod outline;
mod piece;
mod polish;
mod pools;
mod prepare;
mod program;
mod promise;
mod relax;
mod relieve;
mod score;
mod seat;
mod seats;
mod split;
mod task;
mod times;
mod turns;
mod wanting;
mod week;
mod whole;
mod wishes;
mod within;

#[cfg(feature = "rival")]
pub use outline::{Outline, outlines};
pub use score::{Score, Scores, filled, gaps};
pub use within::Within;

use crate::model::{Assignment, Instant, MemberIx, Origin, Overrides, Roster, ShiftIx};
use crate::rules::{self, Case, Ground};
use kinds::Kinds;
use piece::Rosters;
use task::{Keep, Stand, Task};

/// How to plan.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Chooses among rosters that are equally good.
    pub seed: u64,
    /// Shifts that began before this stay as they are.
    pub from: Option<Instant>,
    /// Assignments made by hand go too; pinned ones never do.
    pub from_scratch: bool,
    /// Only this is otherwise than when the roster was planned: what lies so far off that it is nothing to it stays as it is. Of
    /// that nothing is proven. None: everything is planned.
    pub within: Option<Within<'a>>,
    /// How many threads may work. The answer is the same with any number.
    pub threads: usize,
    /// Asked often: true gives the whole thing up.
    pub cancel: &'a (dyn Fn() -> bool + Sync),
    /// Asked often: true ends the search, and what has been found is delivered.
    pub enough: &'a (dyn Fn() -> bool + Sync),
    /// Told when a piece of the work is done: how many, of how many.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            seed: 0,
            from: None,
            from_scratch: false,
            within: None,
            threads: 1,
            cancel: &|| false,
            enough: &|| false,
            progress: &|_, _| {},
        }
    }
}

/// A finished plan.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The roster: what stayed, and what the planner chose.
    pub roster: Roster,
    /// What it reaches, of what was asked, and what no roster can exceed.
    pub scores: Scores,
    /// Shifts that are open, short, or lack a captain or a skill.
    pub gaps: usize,
}

/// The caller cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// Plans the strike on `ground`. `current` is the roster as it stands; `published` what people were told.
pub fn plan(
    ground: &Ground,
    current: &Roster,
    published: Option<&Roster>,
    options: &Options,
) -> Result<Outcome, Cancelled> {
    let keep = Keep { from_scratch: options.from_scratch, from: options.from, at: None };
    let mut task = Task::new(ground, current, keep);
    let ties = promises(&task, published);
    let order = shuffled(task.people.len(), options.seed);
    let mut pieces = split::pieces(&task, &order);
    if let Some(within) = options.within {
        let open = within::open(&task, &pieces, within);
        task = Task::new(ground, current, Keep { at: Some(&open), ..keep });
        pieces = split::pieces(&task, &order);
    }
    let (stands, proven) = piece::solve(&task, &pieces, &ties, Rosters { current, published }, options)?;
    let roster = finished(ground, &task, current, &stands);
    let (reached, asked, base) = (filled(ground, &roster), score::asked(&task), score::standing(&task));
    let score = |i: usize| {
        let most = asked[i].max(reached[i]);
        let bound = if options.within.is_some() { most } else { most.min(base[i] + proven[i]) };
        debug_assert!(reached[i] <= bound || i > 0, "captains within their bound");
        Score { filled: reached[i], of: asked[i], bound: bound.max(reached[i]) }
    };
    let scores = Scores { captain: score(0), skill: score(1), minimum: score(2), target: score(3), hours: score(4) };
    let gaps = gaps(ground, &roster);
    Ok(Outcome { roster, scores, gaps })
}

/// The shifts that each member was promised, in order.
fn promises(task: &Task, published: Option<&Roster>) -> Vec<Vec<u32>> {
    let of = |m: usize| published.map_or(Vec::new(), |r| r.of(MemberIx::new(m)).iter().map(|s| s.0).collect());
    (0..task.people.len()).map(of).collect()
}

/// The members in an order that only the seed decides.
fn shuffled(members: usize, seed: u64) -> Vec<u32> {
    let mut order: Vec<u32> = (0..members as u32).collect();
    // SplitMix64 (Steele, Lea and Flood, 2014): a fixed, well-mixed number for each member.
    let mixed = |m: u32| {
        let mut z =
            seed.wrapping_add(u64::from(m).wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    order.sort_by_cached_key(|&m| (mixed(m), m));
    order
}

/// The roster of those who stay and those chosen. Every choice is put before every rule once more; what one refuses is
/// left out, so that a mistake of the planner can cost coverage but never break a rule.
fn finished(ground: &Ground, task: &Task, current: &Roster, stands: &[Stand]) -> Roster {
    let kinds = Kinds::new(ground);
    let mut roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
    for fixed in task.fixed.iter().flatten() {
        if let Some(stays) = current.get(ShiftIx(fixed.shift), MemberIx(fixed.member)) {
            roster.put(stays.clone());
        }
    }
    for stand in stands {
        let (member, shift, duty) = (MemberIx(stand.member), ShiftIx(stand.shift), kinds.duty(stand.kind));
        let case = Case { ground, roster: &roster, member, shift, duty };
        let refused = rules::refusal(&case);
        debug_assert!(refused.is_none(), "the planner chose what a rule refuses: {refused:?}");
        if refused.is_none() {
            roster.put(Assignment {
                member,
                shift,
                duty,
                pinned: false,
                origin: Origin::Plan,
                overrides: Overrides::NONE,
                reason: None,
            });
        }
    }
    roster
}

/// The greatest length that goes into both.
fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
