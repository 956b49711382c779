//! How much a shift can bear: how many may stay away before it is short, whatever is re-arranged; whether one missing captain
//! breaks it; who carries most. Where somebody waiting would help most: see [`standby`](super::standby).
//!
//! Replacements are found as repairs are, by the same chains of moves (see [`chain`](super::chain)), tried one after the other on a
//! copy, so what is said to be borne can be borne. It judges what is planned; it does not say how likely it is that anyone
//! stays away.

use super::chain::{Chains, Sought};
use super::field::Field;
use super::fill::{ALL_LOOKS, LOOKS};
use super::hunt::{EVEN, Hunt, Keep};
use super::moves::Want;
use super::standby::Spots;
use crate::engine::coverage::Tally;
use crate::engine::threads::each;
use crate::model::{Duty, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::Ground;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a shift can bear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// Which.
    pub shift: ShiftIx,
    /// So many of those who stand there may stay away, any of them as far as heads go, and moves still fill it to its minimum.
    pub bears: u32,
    /// The captains without whom a post would be empty that no move fills.
    pub captains: Vec<MemberIx>,
    /// Where somebody waiting at its time would make up for an absence that breaks it, of each such absence.
    pub(super) relief: Vec<Spots>,
}

impl Strength {
    /// True when one person's absence can make it a gap that no move fills.
    pub fn is_fragile(&self) -> bool {
        self.bears == 0 || !self.captains.is_empty()
    }
}

/// What the shifts can bear that are no gaps, in their order; on up to `threads` threads, with the same answer on any number.
/// The work one may ask of the search is shared between them evenly: of thousands, one may bear more than is said.
pub fn strengths(ground: &Ground, roster: &Roster, shifts: &[ShiftIx], threads: usize) -> Vec<Strength> {
    strengths_while(ground, roster, shifts, None, threads, &|_| true).unwrap_or_default()
}

/// The same, where nobody leaves a shift that began before `from`, for someone who looks on: `go_on` hears, from whatever thread,
/// how many shifts are done; once it says no, nothing more is looked at, and None comes.
pub fn strengths_while(
    ground: &Ground,
    roster: &Roster,
    shifts: &[ShiftIx],
    from: Option<Instant>,
    threads: usize,
    go_on: &(dyn Fn(usize) -> bool + Sync),
) -> Option<Vec<Strength>> {
    let field = Field::new(ground);
    let whole = |shift: &ShiftIx| !Tally::of(ground, roster, *shift).status(ground.shift(*shift)).is_gap();
    let looks = LOOKS.min(ALL_LOOKS / shifts.len().max(1) as u64);
    let done = AtomicUsize::new(0);
    let some = |shifts: &[ShiftIx]| -> Option<Vec<Strength>> {
        if !go_on(done.load(Ordering::Relaxed)) {
            return None;
        }
        let mut trial = Trial { ground, field: &field, chains: Chains::new(ground, roster), looks, from };
        let found = shifts.iter().filter(|shift| whole(shift)).map(|shift| trial.strength(*shift)).collect();
        done.fetch_add(shifts.len(), Ordering::Relaxed);
        Some(found)
    };
    let parts: Vec<&[ShiftIx]> = shifts.chunks(PART).collect();
    let found: Option<Vec<Vec<Strength>>> = each(parts.len(), threads, &|part| some(parts[part])).into_iter().collect();
    Some(found?.into_iter().flatten().collect())
}

/// Shifts that one thread takes at a time.
const PART: usize = 32;

/// Absences tried on a copy of a roster.
struct Trial<'a> {
    ground: &'a Ground,
    field: &'a Field,
    chains: Chains<'a>,
    looks: u64,
    from: Option<Instant>,
}

impl<'a> Trial<'a> {
    fn strength(&mut self, shift: ShiftIx) -> Strength {
        let mut relief = Vec::new();
        let bears = self.bears(shift, &mut relief);
        let captains = self.captains(shift, &mut relief);
        Strength { shift, bears, captains, relief }
    }

    /// A search for whoever comes to `shift` while these stay away.
    fn hunt(&self, shift: ShiftIx, absent: Vec<MemberIx>) -> Hunt<'a> {
        let mut hunt = Hunt::new(shift, Keep::Minimum, self.looks);
        (hunt.absent, hunt.by_hand_stays, hunt.from) = (absent, true, self.from);
        hunt
    }

    /// Everyone stays away, and whoever else can come does, up to the minimum: each of them makes good for one absence more.
    fn bears(&mut self, shift: ShiftIx, relief: &mut Vec<Spots>) -> u32 {
        let here: Vec<MemberIx> = self.chains.roster().on(shift).iter().map(|each| each.member).collect();
        let heads = here.len() as u32;
        // A shift that nobody must hold is open all the same when nobody does.
        let minimum = self.ground.shift(shift).minimum.max(1);
        let out = self.chains.leave_out(shift, &here);
        let mut hunt = self.hunt(shift, here);
        let want = (shift, Duty::Picket);
        let mut come = 0;
        while come < minimum {
            let sought = self.chains.one_of(self.field, &mut hunt, &[want]);
            if let Sought::Made(_) = sought {
                come += 1;
                continue;
            }
            if heads + come == minimum {
                relief.push(self.spots(want, sought));
            }
            break;
        }
        self.chains.bring_back(out);
        (heads + come).saturating_sub(minimum).min(heads)
    }

    /// Where somebody waiting would fill what a search in vain did not: at any of the places that it met. Where it was broken off,
    /// only the place itself is sure.
    fn spots(&self, want: Want, sought: Sought) -> Spots {
        match sought {
            Sought::Hopeless(met) => Spots::met(self.ground, want.0, met),
            Sought::Made(_) | Sought::Unknown => Spots::met(self.ground, want.0, [(want, EVEN)]),
        }
    }

    /// The captains whom nobody could replace.
    fn captains(&mut self, shift: ShiftIx, relief: &mut Vec<Spots>) -> Vec<MemberIx> {
        let captain = |each: &&crate::model::Assignment| each.duty == Duty::Captain;
        let on = self.chains.roster().on(shift).iter();
        let here: Vec<MemberIx> = on.filter(captain).map(|each| each.member).collect();
        if here.len() as u32 > self.ground.shift(shift).captains {
            return Vec::new();
        }
        let mut needed = Vec::new();
        for member in here {
            // What one captain's place needs, every captain's place needs: the others can't come, being there.
            let out = self.chains.leave_out(shift, &[member]);
            let mut hunt = self.hunt(shift, vec![member]);
            let want = (shift, Duty::Captain);
            let sought = self.chains.one_of(self.field, &mut hunt, &[want]);
            if !matches!(sought, Sought::Made(_)) {
                relief.push(self.spots(want, sought));
                needed.push(member);
            }
            self.chains.bring_back(out);
        }
        needed
    }
}

/// Members on whom fragile shifts hang, with how many, most first: their absence alone would make each a gap that no move
/// fills.
pub fn carriers(roster: &Roster, strengths: &[Strength]) -> Vec<(MemberIx, u32)> {
    let mut count: BTreeMap<MemberIx, u32> = BTreeMap::new();
    for each in strengths {
        let all = roster.on(each.shift).iter().map(|on| on.member).filter(|_| each.bears == 0);
        let captains = each.captains.iter().copied().filter(|_| each.bears > 0);
        for member in all.chain(captains) {
            *count.entry(member).or_default() += 1;
        }
    }
    let mut most: Vec<(MemberIx, u32)> = count.into_iter().collect();
    most.sort_by_key(|&(member, shifts)| (std::cmp::Reverse(shifts), member));
    most
}
