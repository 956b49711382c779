//! Regions, as what one sees is kept to one of them.

use crate::model::SiteIx;
use crate::rules::Ground;

/// A region to filter by; None: the sites without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionKey(pub Option<u32>);

/// The region a site lies in.
pub(super) fn region_of(ground: &Ground, site: SiteIx) -> RegionKey {
    RegionKey(ground.strike.site(site).region)
}

/// The regions there are, in order; the sites without one last.
pub fn regions(ground: &Ground) -> Vec<RegionKey> {
    let all: Vec<SiteIx> = (0..ground.strike.sites.len()).map(SiteIx::new).collect();
    regions_among(ground, &all)
}

/// The same of some sites.
pub(super) fn regions_among(ground: &Ground, sites: &[SiteIx]) -> Vec<RegionKey> {
    let mut regions: Vec<Option<u32>> = sites.iter().map(|site| ground.strike.site(*site).region).collect();
    regions.sort_by_key(|region| (region.is_none(), *region));
    regions.dedup();
    regions.into_iter().map(RegionKey).collect()
}

/// After `now` in `all`; after the last, none.
pub fn next_of<T: Copy + PartialEq>(all: &[T], now: Option<T>) -> Option<T> {
    match now {
        None => all.first().copied(),
        Some(now) => all.iter().position(|each| *each == now).and_then(|at| all.get(at + 1)).copied(),
    }
}
