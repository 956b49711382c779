//! Where somebody waiting would help most.
//!
//! The search that finds nobody for an absence meets every place from which a chain of moves leads to the shift (see
//! [`search`](super::search)). Whoever waits within reach of one of these at that time, free, is the one who was missing: comes to
//! the shift, or takes the place of somebody who goes there. So it is known of each fragile shift at which sites somebody waiting
//! would help, and whether that has to be a captain; posts to wait at are chosen so that each protects as many as it can that
//! none before it does.
//!
//! Who waits is nobody on the list: of those there is none, or the shift would not be fragile. It is somebody with the usual
//! reach and no skill but, where that is said, a captain's, who stands nowhere else then.

use super::fragile::Strength;
use super::hunt::Place;
use crate::model::{Duty, ShiftIx, SiteIx, Span};
use crate::rules::Ground;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The sites at which somebody waiting would make up for one absence from a shift.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Spots {
    /// Whoever that is.
    anyone: BTreeSet<SiteIx>,
    /// A captain.
    captain: BTreeSet<SiteIx>,
}

impl Spots {
    /// Those of the places that a search for somebody for `shift` met: of its own time, for nobody waits for days.
    pub fn met(ground: &Ground, shift: ShiftIx, places: impl IntoIterator<Item = Place>) -> Self {
        let span = ground.shift(shift).span;
        let mut spots = Self::default();
        for ((there, duty), _) in places {
            let there = ground.shift(there);
            match duty {
                _ if there.span != span => {}
                Duty::Picket => drop(spots.anyone.insert(there.site)),
                Duty::Captain => drop(spots.captain.insert(there.site)),
                Duty::Skill(_) => {}
            }
        }
        spots
    }

    /// True when one of them is near enough.
    fn have(&self, captain: bool, near: &mut impl FnMut(SiteIx) -> bool) -> bool {
        self.anyone.iter().any(|site| near(*site)) || captain && self.captain.iter().any(|site| near(*site))
    }
}

/// Somebody waiting at a site, at the time of some shifts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standby {
    /// Where.
    pub site: SiteIx,
    /// When.
    pub span: Span,
    /// A shift there at that time.
    pub beside: ShiftIx,
    /// It has to be a captain.
    pub captain: bool,
    /// The fragile shifts of that time that no one absence would break then, less those that somebody told of before protects.
    pub protects: Vec<ShiftIx>,
}

/// Where somebody waiting would protect fragile shifts: as few posts at each time as are found, those that protect most first.
pub fn standbys(ground: &Ground, strengths: &[Strength]) -> Vec<Standby> {
    let mut times: BTreeMap<(Span, NaiveDate), Vec<&Strength>> = BTreeMap::new();
    for each in strengths.iter().filter(|each| each.is_fragile()) {
        let shift = ground.shift(each.shift);
        times.entry((shift.span, shift.date)).or_default().push(each);
    }
    let mut places: FxHashMap<Span, BTreeMap<SiteIx, ShiftIx>> = FxHashMap::default();
    for ix in ground.timetable.indices() {
        let shift = ground.shift(ix);
        places.entry(shift.span).or_default().entry(shift.site).or_insert(ix);
    }
    let mut known: FxHashMap<(SiteIx, SiteIx), bool> = FxHashMap::default();
    let mut near = |from: SiteIx, to: SiteIx| *known.entry((from, to)).or_insert_with(|| is_near(ground, from, to));
    let mut found = Vec::new();
    for ((span, _), mut weak) in times {
        let Some(places) = places.get(&span) else { continue };
        loop {
            let waits = places.iter().flat_map(|(site, beside)| [false, true].map(|captain| (*site, *beside, captain)));
            let mut best: Option<Standby> = None;
            for (site, beside, captain) in waits {
                let protects =
                    |each: &&&Strength| each.relief.iter().all(|spots| spots.have(captain, &mut |to| near(site, to)));
                let protects: Vec<ShiftIx> = weak.iter().filter(protects).map(|each| each.shift).collect();
                // Waiting is as good at one as at another: the first, and no captain where anyone will do.
                if protects.len() > best.as_ref().map_or(0, |best| best.protects.len()) {
                    best = Some(Standby { site, span, beside, captain, protects });
                }
            }
            let Some(best) = best else { break };
            weak.retain(|each| !best.protects.contains(&each.shift));
            found.push(best);
        }
    }
    found.sort_by_key(|each| (std::cmp::Reverse(each.protects.len()), each.span.start, each.site));
    found
}

/// True when one site is within the usual reach of the other.
fn is_near(ground: &Ground, from: SiteIx, to: SiteIx) -> bool {
    let (here, there) = (ground.strike.site(from), ground.strike.site(to));
    from == to || here.place.zip(there.place).is_some_and(|(a, b)| a.km_to(b) <= ground.strike.rules.reach_km)
}
