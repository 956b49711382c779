//! From pieces to one roster: the flows, side by side; then the mending, in order.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::close::{self, Closed};
use super::extract;
use super::kinds::Kinds;
use super::levels::{LEVELS, Level};
use super::live::Live;
use super::mend::{self, Candidates};
use super::nest::Nest;
use super::polish::polish;
use super::promise::{self, Cluster};
use super::relax::{Given, Relaxed};
use super::split::Piece;
use super::task::{Stand, Task};
use super::turns::Turns;
use super::wishes::Worth;
use super::{Cancelled, Options};
use super::{pools, seat};
use crate::engine::flow::Stopped;
use crate::engine::threads;
use crate::model::{Assignment, Roster, ShiftIx};

/// Work for mending one piece, in rules asked, and more for each of its members.
const MEND_BASE: u64 = 300_000;
const MEND_EACH: u64 = 150;
/// The most for one piece, however large: half a second of it on a quiet machine.
const MEND_MOST: u64 = 8_000_000;

/// In a piece of fewer members the flow of those who are free is followed to its end: it costs little, and may need no mending.
const FEW: usize = 2_000;

/// What the flow of a piece found.
#[derive(Clone, Debug, Default)]
struct Flowed {
    stands: Vec<Stand>,
    /// The best cost of the levels that are counted, each given those before, whatever pools say.
    cost: [i64; 5],
    /// There was time for every level.
    whole: bool,
    /// Members of pools were kept to their turns: without that the flow could have been better.
    in_turn: bool,
}

/// The rosters there are before.
#[derive(Clone, Copy)]
pub(super) struct Rosters<'a> {
    /// As it stands.
    pub(super) current: &'a Roster,
    /// What people were told, if they were.
    pub(super) published: Option<&'a Roster>,
}

/// The roster of all pieces, and the proven bounds of the five counted levels over what stays.
pub(super) fn solve(
    task: &Task,
    pieces: &[Piece],
    ties: &[Vec<u32>],
    rosters: Rosters,
    options: &Options,
) -> Result<(Vec<Stand>, [i64; 5]), Cancelled> {
    let (turns, nest) = (Turns::new(task, ties), Nest::new(&task.classes, task.ground.strike.sites.len()));
    let worth = Worth::new(task, ties);
    let given = Given { ties, turns: &turns, nest: &nest };
    let flowed = flow_all(task, pieces, given, &worth, options);
    if (options.cancel)() {
        return Err(Cancelled);
    }
    let stop = || (options.cancel)() || (options.enough)();
    let mut live = Live::new(task);
    for (piece, found) in pieces.iter().zip(&flowed) {
        match found {
            Some(found) => seat::settle(&mut live, found.stands.clone()),
            None => seat::settle(&mut live, present(task, piece, rosters.current)),
        }
    }
    let settled: Vec<bool> =
        pieces.iter().zip(&flowed).map(|(piece, found)| is_settled(&live, piece, found.as_ref())).collect();
    mend_all(&mut live, pieces, &flowed, options);
    if (options.cancel)() {
        return Err(Cancelled);
    }
    let most_of =
        |(piece, found): (&Piece, &Option<Flowed>)| found.as_ref().map_or_else(|| asked(task, piece), proven_by);
    let most: Vec<[i64; 5]> = pieces.iter().zip(&flowed).map(most_of).collect();
    let closed = close::close(&mut live, pieces, &most, &settled, ties, options);
    if let Some(published) = rosters.published {
        keep_promises(&mut live, pieces, &closed, &settled, &most, published, &stop);
    }
    if (options.cancel)() {
        return Err(Cancelled);
    }
    let mut proven = [0; 5];
    for Closed { pieces: cluster, exact, alone } in closed {
        let bound = sum(cluster.into_iter().map(|i| match &flowed[i] {
            Some(found) => {
                let reached = tally(&live, &pieces[i]);
                bounds(task, &pieces[i], given, &found.cost, &reached, &stop)
            }
            None => most[i],
        }));
        for i in 0..5 {
            proven[i] += exact[i].unwrap_or_else(|| bound[i].min(alone[i].unwrap_or(i64::MAX)));
        }
    }
    let everybody: Vec<bool> = vec![true; task.people.len()];
    polish(&mut live, pieces, &worth, &everybody, options.threads, &stop);
    // Who stands elsewhere now may have come free for one shift more.
    let before = live.clone();
    let mut longer = false;
    for (piece, most) in pieces.iter().zip(&most) {
        longer |= tally(&live, piece)[4] < most[4] && mend::top_up(&mut live, piece, mending_work(piece), &stop);
    }
    if longer {
        let changed: Vec<bool> = (0..task.people.len() as u32).map(|m| live.of(m) != before.of(m)).collect();
        polish(&mut live, pieces, &worth, &changed, options.threads, &stop);
    }
    Ok((live.stands(), proven))
}

/// Mends what the flows left below what they proved; where there was no time for the whole flow, whoever fits is seated first.
/// Weeks are mended side by side, each on its own copy of the roster, and taken over in order; where two of them wanted what
/// only one can have, the later one is mended once more.
fn mend_all(live: &mut Live, pieces: &[Piece], flowed: &[Option<Flowed>], options: &Options) {
    let stop = || (options.cancel)() || (options.enough)();
    let mut weeks: Vec<Vec<usize>> = Vec::new();
    for (i, (piece, found)) in pieces.iter().zip(flowed).enumerate() {
        if found.as_ref().is_some_and(|found| found.whole && tally(live, piece) == proven_by(found)) {
            continue;
        }
        match weeks.last_mut() {
            Some(week) if pieces[week[0]].week == piece.week => week.push(i),
            _ => weeks.push(vec![i]),
        }
    }
    let mend = |live: &mut Live, i: usize| {
        let (piece, found) = (&pieces[i], &flowed[i]);
        let who = Candidates::new(live.task, piece);
        if found.as_ref().is_none_or(|found| !found.whole) {
            seat::seat(live, piece, &who, options.cancel);
        }
        if let Some(found) = found {
            mend::mend(live, piece, &who, &proven_by(found), mending_work(piece), &stop);
        }
    };
    let before: &Live = live;
    let mended = threads::each(weeks.len(), options.threads, &|week| {
        let mut own = before.clone();
        let mended = |&i: &usize| {
            mend(&mut own, i);
            own.in_piece(&pieces[i])
        };
        weeks[week].iter().map(mended).collect::<Vec<_>>()
    });
    for (week, mended) in weeks.iter().zip(mended) {
        for (&i, stands) in week.iter().zip(mended) {
            if !seat::take_over(live, &[&pieces[i]], &stands) {
                mend(live, i);
            }
        }
    }
}

/// What the flow of a piece proves of the counted levels.
fn proven_by(found: &Flowed) -> [i64; 5] {
    found.cost.map(|cost| -cost)
}

/// Keeps to what was published, where that costs nothing.
fn keep_promises(
    live: &mut Live,
    pieces: &[Piece],
    closed: &[Closed],
    settled: &[bool],
    bounds: &[[i64; 5]],
    published: &Roster,
    stop: &dyn Fn() -> bool,
) {
    let promised: Vec<Vec<Stand>> = pieces.iter().map(|piece| present(live.task, piece, published)).collect();
    for Closed { pieces: group, exact, .. } in closed {
        let cluster = Cluster {
            pieces: group.iter().map(|&i| &pieces[i]).collect(),
            promised: group.iter().map(|&i| promised[i].clone()).collect(),
            bounds: group.iter().map(|&i| bounds[i]).collect(),
            proven: group.iter().all(|&i| settled[i]) || exact.iter().all(Option::is_some),
        };
        promise::keep(live, &cluster, &mending_work, stop);
    }
    for promised in &promised {
        promise::same_posts(live, promised);
    }
}

pub(super) fn mending_work(piece: &Piece) -> u64 {
    (MEND_BASE + MEND_EACH * piece.members.len() as u64).min(MEND_MOST)
}

/// Whether a piece has its whole flow, which is then the best roster there is as far as the flow can weigh it.
fn is_settled(live: &Live, piece: &Piece, found: Option<&Flowed>) -> bool {
    let on = piece.shifts.iter().map(|&s| live.on(s).len()).sum::<usize>();
    found.is_some_and(|found| !found.in_turn && found.stands.len() == on)
}

/// The flows of all pieces, on as many threads as allowed. None: there was no time.
fn flow_all(task: &Task, pieces: &[Piece], given: Given, worth: &Worth, options: &Options) -> Vec<Option<Flowed>> {
    // The largest first: whoever is done early then finds small ones left.
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(pieces[i].members.len()));
    let done = AtomicUsize::new(0);
    let stop = || (options.cancel)() || (options.enough)();
    let found = threads::each(pieces.len(), options.threads, &|at| {
        let found = flow(task, &pieces[order[at]], given, worth, &stop).ok();
        (options.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, pieces.len());
        found
    });
    let mut flowed = vec![None; pieces.len()];
    for (i, found) in order.into_iter().zip(found) {
        flowed[i] = found;
    }
    flowed
}

/// The flow of one piece, level by level. When there is no time for all levels, those reached are delivered.
///
/// Members of pools are kept to their turns first: a flow without that would send too many of them away at once, and what is
/// then left out is hard to fill again. From there the bounds are found with everybody free.
fn flow(task: &Task, piece: &Piece, given: Given, worth: &Worth, stop: &dyn Fn() -> bool) -> Result<Flowed, Stopped> {
    if stop() {
        return Err(Stopped);
    }
    let mut relaxed = Relaxed::new(task, piece, given, stop)?;
    // What was not looked at is bounded by what was asked.
    let asked = asked(task, piece).map(|asked| -asked);
    let in_turn = relaxed.keep_turns();
    let mut cost = asked;
    let whole = climb(task, &mut relaxed, &LEVELS, &mut cost, stop);
    let mut found = Flowed { stands: extract::stands(task, &relaxed, worth), cost, whole, in_turn };
    if in_turn {
        found.cost = asked;
        relaxed.open();
        let small = piece.members.len() < FEW;
        let levels = if small { &LEVELS[..] } else { &LEVELS[..asked.len()] };
        let free = whole && climb(task, &mut relaxed, levels, &mut found.cost, stop) && small;
        // Where no pool stands against it, the flow of those who are free is the best there is.
        if free
            && let stands = extract::stands(task, &relaxed, worth)
            && pools::allow(task, &stands)
        {
            (found.stands, found.in_turn) = (stands, false);
        }
    }
    Ok(found)
}

/// Brings the flow to its best level by level, and notes what each that is counted costs. False: there was no time for all.
fn climb(task: &Task, relaxed: &mut Relaxed, levels: &[Level], cost: &mut [i64], stop: &dyn Fn() -> bool) -> bool {
    for (i, &level) in levels.iter().enumerate() {
        let Ok(reached) = relaxed.reach(task, level, stop) else { return false };
        if let Some(slot) = cost.get_mut(i) {
            *slot = reached;
        }
    }
    true
}

/// The assignments of a piece in a roster, but those that stay in any case.
fn present(task: &Task, piece: &Piece, roster: &Roster) -> Vec<Stand> {
    let kinds = Kinds::new(task.ground);
    let on = |&shift: &u32| roster.on(ShiftIx(shift)).iter().map(move |each| (shift, each));
    let stand = |(shift, each): (u32, &Assignment)| Stand { member: each.member.0, shift, kind: kinds.of(each.duty) };
    let stays = |s: &Stand| task.fixed[s.member as usize].iter().any(|f| f.shift == s.shift);
    piece.shifts.iter().flat_map(on).map(stand).filter(|s| !stays(s)).collect()
}

/// What the movable assignments of a piece add to each counted level.
pub(super) fn tally(live: &Live, piece: &Piece) -> [i64; 5] {
    let task = live.task;
    let mut sum = [0; 5];
    for &s in &piece.shifts {
        let post = &task.posts[s as usize];
        for &(kind, asked, held) in &post.kinds {
            let filled = asked - live.missing(s, kind);
            sum[usize::from(!super::relax::is_captain(kind))] += i64::from(filled.min(asked) - held.min(asked));
        }
        let heads = live.heads(s);
        sum[2] += i64::from(heads.min(post.minimum) - post.held.min(post.minimum));
        sum[3] += i64::from(heads.min(post.target) - post.held.min(post.target));
    }
    for &m in &piece.members {
        sum[4] += live.minutes(m, piece.week).min(task.pay()) - task.fixed_minutes(m, piece.week).min(task.pay());
    }
    sum
}

/// What the movable assignments of a cluster add to each counted level.
pub(super) fn reached(live: &Live, pieces: &[&Piece]) -> [i64; 5] {
    sum(pieces.iter().map(|piece| tally(live, piece)))
}

/// Levels of several pieces, added up.
pub(super) fn sum(each: impl Iterator<Item = [i64; 5]>) -> [i64; 5] {
    each.fold([0; 5], |sum, more| std::array::from_fn(|level| sum[level] + more[level]))
}

/// What a piece could take at most, without looking at who there is.
fn asked(task: &Task, piece: &Piece) -> [i64; 5] {
    let mut sum = [0; 5];
    for &s in &piece.shifts {
        let post = &task.posts[s as usize];
        for &(kind, asked, held) in &post.kinds {
            sum[usize::from(!super::relax::is_captain(kind))] += i64::from((asked - held).max(0));
        }
        sum[2] += i64::from((post.minimum - post.held).clamp(0, post.room()));
        sum[3] += i64::from((post.target - post.held).clamp(0, post.room()));
    }
    for &m in &piece.members {
        sum[4] += (task.pay() - task.fixed_minutes(m, piece.week)).max(0);
    }
    sum
}

/// Whether each shift of a member's week earns as much as any other until the week earns nothing more.
fn even(task: &Task, piece: &Piece) -> bool {
    let minutes = |s: &u32| task.slots[task.slot_of(*s) as usize].minutes;
    let Some(length) = piece.shifts.first().map(minutes) else { return true };
    let whole = |m: &u32| (task.pay() - task.fixed_minutes(*m, piece.week)).max(0) % length == 0;
    piece.shifts.iter().all(|s| minutes(s) == length) && piece.members.iter().all(whole)
}

/// The proven bounds of a piece. A level's cost in the flow is a bound given the levels above it as the flow had them; below
/// a level that was not reached, each is bounded by itself, inside the face of those that were.
fn bounds(
    task: &Task,
    piece: &Piece,
    given: Given,
    cost: &[i64; 5],
    reached: &[i64; 5],
    stop: &dyn Fn() -> bool,
) -> [i64; 5] {
    let mut bound = cost.map(|cost| -cost);
    let Some(missed) = (0..5).find(|&i| reached[i] < bound[i]) else { return bound };
    // A flow that is best on a level of heads can be led on to the best of the next, and of equal hours, by paths that end at
    // one more head and take none away (Mendelsohn and Dulmage, *Some generalizations of the problem of distinct
    // representatives*, 1958): what was missed of heads lowers none of the bounds below it.
    if missed == 4 || missed >= 2 && even(task, piece) {
        return bound;
    }
    let apart = |level: Level| -> Result<i64, Stopped> {
        let mut relaxed = Relaxed::new(task, piece, given, stop)?;
        for &above in &LEVELS[..missed] {
            relaxed.reach(task, above, stop)?;
        }
        relaxed.reach(task, level, stop)
    };
    let most = asked(task, piece);
    for i in missed + 1..5 {
        bound[i] = apart(LEVELS[i]).map_or(most[i], |cost| -cost);
    }
    bound
}
