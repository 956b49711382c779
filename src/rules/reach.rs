//! Reach (†): nobody is sent farther than agreed.

use super::ground::Ground;
use super::{Case, Refusal};
use crate::model::{MemberIx, SiteIx};

/// Refuses when the site is neither asked for, nor the workplace, nor near enough.
pub fn judge(case: &Case) -> Option<Refusal> {
    refuses(case.ground, case.member, case.the_shift().site)
}

/// The same, for a site.
pub fn refuses(ground: &Ground, member: MemberIx, site: SiteIx) -> Option<Refusal> {
    let who = ground.strike.member(member);
    if who.home == Some(site) || who.sites.contains(&site) {
        return None;
    }
    let km = distance_km(ground, member, site);
    let near = km.is_some_and(|km| km <= who.reach_km);
    (!near).then_some(Refusal::Reach { km, reach_km: who.reach_km })
}

/// Kilometres from where the member starts to the site; None where either is not known.
pub fn distance_km(ground: &Ground, member: MemberIx, site: SiteIx) -> Option<f64> {
    let (from, to) = (ground.strike.member(member).start?, ground.strike.site(site).place?);
    Some(from.km_to(to))
}
