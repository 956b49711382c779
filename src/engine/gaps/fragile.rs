//! How much a shift can bear: how many may stay away before it is short, whatever is re-arranged; whether one missing captain
//! breaks it; who carries most; where somebody waiting would help most.
//!
//! Replacements are found as repairs are, by the same chains of moves (see [`chain`](super::chain)), tried one after the other on a
//! copy, so what is said to be borne can be borne. It judges what is planned; it does not say how likely it is that anyone
//! stays away.

use super::chain::Chains;
use super::field::Field;
use super::fill::{ALL_LOOKS, LOOKS};
use super::hunt::{Hunt, Keep};
use crate::engine::coverage::Tally;
use crate::engine::threads::each;
use crate::model::{Duty, MemberIx, Roster, ShiftIx, SiteIx, Span};
use crate::rules::Ground;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
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
    strengths_while(ground, roster, shifts, threads, &|_| true).unwrap_or_default()
}

/// The same, for someone who looks on: `go_on` hears, from whatever thread, how many shifts are done; once it says no, nothing
/// more is looked at, and None comes.
pub fn strengths_while(
    ground: &Ground,
    roster: &Roster,
    shifts: &[ShiftIx],
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
        let mut chains = Chains::new(ground, roster);
        let mut strength = |shift: ShiftIx| Strength {
            shift,
            bears: bears(ground, &field, &mut chains, shift, looks),
            captains: captains(ground, &field, &mut chains, shift, looks),
        };
        let found = shifts.iter().filter(|shift| whole(shift)).map(|shift| strength(*shift)).collect();
        done.fetch_add(shifts.len(), Ordering::Relaxed);
        Some(found)
    };
    let parts: Vec<&[ShiftIx]> = shifts.chunks(PART).collect();
    let found: Option<Vec<Vec<Strength>>> = each(parts.len(), threads, &|part| some(parts[part])).into_iter().collect();
    Some(found?.into_iter().flatten().collect())
}

/// Shifts that one thread takes at a time.
const PART: usize = 32;

/// Everyone stays away, and whoever else can come does, up to the minimum: each of them makes good for one absence more.
fn bears(ground: &Ground, field: &Field, chains: &mut Chains, shift: ShiftIx, looks: u64) -> u32 {
    let here: Vec<MemberIx> = chains.roster().on(shift).iter().map(|each| each.member).collect();
    let heads = here.len() as u32;
    // A shift that nobody must hold is open all the same when nobody does.
    let minimum = ground.shift(shift).minimum.max(1);
    let out = chains.leave_out(shift, &here);
    let mut hunt = Hunt::new(shift, Keep::Minimum, looks);
    (hunt.absent, hunt.by_hand_stays) = (here, true);
    let come = |chains: &Chains| chains.roster().on(shift).len() as u32;
    while come(chains) < minimum && chains.one_more(field, &mut hunt, Duty::Picket) {}
    let bears = (heads + come(chains)).saturating_sub(minimum).min(heads);
    chains.bring_back(out);
    bears
}

/// The captains whom nobody could replace.
fn captains(ground: &Ground, field: &Field, chains: &mut Chains, shift: ShiftIx, looks: u64) -> Vec<MemberIx> {
    let captain = |each: &&crate::model::Assignment| each.duty == Duty::Captain;
    let here: Vec<MemberIx> = chains.roster().on(shift).iter().filter(captain).map(|each| each.member).collect();
    let asked = ground.shift(shift).captains;
    if here.len() as u32 > asked {
        return Vec::new();
    }
    // What one captain's place needs, every captain's place needs: the others can't come, being there.
    let needs = |member: &MemberIx| {
        let out = chains.leave_out(shift, &[*member]);
        let mut hunt = Hunt::new(shift, Keep::Minimum, looks);
        (hunt.absent, hunt.by_hand_stays) = (vec![*member], true);
        let replaced = chains.one_more(field, &mut hunt, Duty::Captain);
        chains.bring_back(out);
        !replaced
    };
    here.into_iter().filter(needs).collect()
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

/// Somebody waiting at a site, at the time of some shifts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standby {
    /// Where.
    pub site: SiteIx,
    /// When.
    pub span: Span,
    /// The fragile shifts of that time that are near enough.
    pub protects: Vec<ShiftIx>,
}

/// For each time at which fragile shifts stand, the site from which most of them are within the usual reach; most first.
pub fn standbys(ground: &Ground, strengths: &[Strength]) -> Vec<Standby> {
    let mut times: FxHashMap<(Span, NaiveDate), Vec<ShiftIx>> = FxHashMap::default();
    for each in strengths.iter().filter(|each| each.is_fragile()) {
        let shift = ground.shift(each.shift);
        times.entry((shift.span, shift.date)).or_default().push(each.shift);
    }
    let near = |from: SiteIx, to: SiteIx| {
        let (from, to) = (ground.strike.site(from), ground.strike.site(to));
        from.id == to.id || from.place.zip(to.place).is_some_and(|(a, b)| a.km_to(b) <= ground.strike.rules.reach_km)
    };
    let best = |((span, _), shifts): ((Span, NaiveDate), Vec<ShiftIx>)| {
        let protected = |site: SiteIx| -> Vec<ShiftIx> {
            shifts.iter().copied().filter(|&shift| near(site, ground.shift(shift).site)).collect()
        };
        // Waiting where one of them stands is as good as anywhere.
        let sites = shifts.iter().map(|&shift| ground.shift(shift).site);
        sites
            .map(|site| Standby { site, span, protects: protected(site) })
            .min_by_key(|standby| (std::cmp::Reverse(standby.protects.len()), standby.site))
    };
    let mut found: Vec<Standby> = times.into_iter().filter_map(best).collect();
    found.sort_by_key(|each| (std::cmp::Reverse(each.protects.len()), each.span.start, each.site));
    found
}
