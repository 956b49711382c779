//! Who reaches which site, for everyone at once: points on the unit sphere, so that most pairs need no trigonometry.
//!
//! Every answer is that of [`reach::refuses`]: what lies too close to the border for the short way is asked there.

use crate::model::geo::{EARTH_RADIUS_KM, Place};
use crate::model::{MemberIx, SiteIx};
use crate::rules::{Ground, reach};

/// Relative doubt about a squared chord; rounding is orders of magnitude smaller.
const DOUBT: f64 = 1e-6;
/// The same for chords near nothing, absolute: a millimetre squared, on the unit sphere.
const NEAR: f64 = 1e-20;

/// How many bands there are from the southernmost member to the northernmost.
const BANDS: usize = 1024;

/// Where members start and sites lie.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Globe {
    members: Vec<Start>,
    sites: Vec<Option<[f64; 3]>>,
}

#[derive(Debug, Clone, Copy)]
struct Start {
    at: [f64; 3],
    /// The square of the chord that spans the member's reach; negative: nothing is near enough (or nobody knows).
    chord2: f64,
    home: u32,
    asked: bool,
}

const NOWHERE: u32 = u32::MAX;

impl Globe {
    pub fn new(ground: &Ground) -> Self {
        let start = |member: MemberIx| {
            let who = ground.strike.member(member);
            Start {
                at: who.start.map_or([0.0; 3], on_sphere),
                chord2: who.start.map_or(-1.0, |_| chord2(who.reach_km)),
                home: who.home.map_or(NOWHERE, |site| site.0),
                asked: !who.sites.is_empty(),
            }
        };
        Self {
            members: ground.strike.member_indices().map(start).collect(),
            sites: ground.strike.sites.iter().map(|site| site.place.map(on_sphere)).collect(),
        }
    }

    /// True when `site` is within the member's reach.
    pub fn reaches(&self, ground: &Ground, member: MemberIx, site: SiteIx) -> bool {
        let start = &self.members[member.ix()];
        if start.home == site.0 {
            return true;
        }
        let near = match self.sites[site.ix()] {
            None => Some(false),
            Some(_) if start.chord2 < 0.0 => Some(false),
            Some(at) => {
                let square: f64 = start.at.iter().zip(at).map(|(a, b)| (a - b) * (a - b)).sum();
                let doubt = start.chord2 * DOUBT + NEAR;
                if square < start.chord2 - doubt {
                    Some(true)
                } else if square > start.chord2 + doubt {
                    Some(false)
                } else {
                    None
                }
            }
        };
        match near {
            Some(true) => true,
            Some(false) if start.asked => ground.strike.member(member).sites.contains(&site),
            Some(false) => false,
            None => reach::refuses(ground, member, site).is_none(),
        }
    }
}

/// Members by where they start, so that who reaches a site is asked of those only who might.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Bands {
    /// Whose home a site is, or who asked for it: by site.
    named: Vec<Vec<MemberIx>>,
    /// Those with a start, from south to north by bands.
    members: Vec<MemberIx>,
    /// Where each band begins in `members`; and where the last one ends.
    begins: Vec<usize>,
    south: f64,
    /// Bands in a unit of the globe's axis.
    scale: f64,
    /// The longest chord that a member's reach spans.
    widest: f64,
}

impl Bands {
    pub fn new(ground: &Ground, globe: &Globe) -> Self {
        let strike = &ground.strike;
        let mut named = vec![Vec::new(); strike.sites.len()];
        for member in strike.member_indices() {
            let who = strike.member(member);
            who.home.iter().chain(&who.sites).for_each(|site| named[site.ix()].push(member));
        }
        let starts = || globe.members.iter().enumerate().filter(|(_, start)| start.chord2 >= 0.0);
        let heights = || starts().map(|(_, start)| start.at[2]);
        let (south, north) = (heights().fold(1.0, f64::min), heights().fold(-1.0, f64::max));
        let scale = BANDS as f64 / (north - south).max(f64::EPSILON);
        let mut bands = Self { named, members: Vec::new(), begins: Vec::new(), south, scale, widest: 0.0 };
        let mut begins = vec![0; BANDS + 2];
        starts().for_each(|(_, start)| begins[bands.of(start.at[2]) + 1] += 1);
        (1..begins.len()).for_each(|at| begins[at] += begins[at - 1]);
        let mut next = begins.clone();
        bands.members = vec![MemberIx(0); begins.last().copied().unwrap_or(0)];
        for (member, start) in starts() {
            let slot = &mut next[bands.of(start.at[2])];
            bands.members[*slot] = MemberIx::new(member);
            *slot += 1;
        }
        bands.widest = starts().map(|(_, start)| start.chord2).fold(0.0, f64::max).sqrt();
        bands.begins = begins;
        bands
    }

    /// Everyone who reaches `site`, in no order; some may come twice.
    pub fn who_reaches(&self, ground: &Ground, globe: &Globe, site: SiteIx) -> impl Iterator<Item = MemberIx> {
        // A chord is at least as long as what it spans along the axis; the doubt is the sphere's.
        let near = globe.sites[site.ix()].map_or(0..0, |at| {
            let wide = self.widest * (1.0 + DOUBT) + DOUBT;
            self.begins[self.of(at[2] - wide)]..self.begins[self.of(at[2] + wide) + 1]
        });
        let near = self.members[near].iter().copied();
        self.named[site.ix()].iter().copied().chain(near.filter(move |member| globe.reaches(ground, *member, site)))
    }

    /// The band at a height along the axis; the first or the last for what lies outside.
    fn of(&self, height: f64) -> usize {
        ((height - self.south) * self.scale).clamp(0.0, BANDS as f64) as usize
    }
}

fn on_sphere(place: Place) -> [f64; 3] {
    let (latitude, longitude) = (place.latitude.to_radians(), place.longitude.to_radians());
    [latitude.cos() * longitude.cos(), latitude.cos() * longitude.sin(), latitude.sin()]
}

/// The square of the chord under an arc of `km` on the unit sphere; the whole sphere lies within half its girth.
fn chord2(km: f64) -> f64 {
    let half = km / (2.0 * EARTH_RADIUS_KM);
    if half >= std::f64::consts::FRAC_PI_2 { f64::INFINITY } else { (2.0 * half.max(0.0).sin()).powi(2) }
}
