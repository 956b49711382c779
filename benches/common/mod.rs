//! What the benches of the planner share: the strikes they are run on, which of them were asked for, and the clock.

use picket::model::geo::Place;
use picket::model::{SiteIx, Strike};
use picket::rules::Ground;
use picket::store::generate::{GenerateOptions, generate};
use picket::store::read::read_strike;
use std::time::{Duration, Instant};

/// Members and sites: a local, a small union, a large one, the province.
pub const SIZES: [(usize, usize); 4] = [(341, 10), (5_000, 120), (35_000, 600), (55_000, 1_000)];
/// Days of each strike.
pub const DAYS: u32 = 14;

/// The sizes that the command line asks for; `unasked` of them, the smallest, when it names none. None at all for
/// `cargo test --benches`, which wants a bench to begin and end.
pub fn sizes(unasked: usize) -> Vec<(usize, usize)> {
    if std::env::args().any(|word| word == "--test") {
        return Vec::new();
    }
    let wanted: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let is_wanted = |(at, (members, _)): &(usize, (usize, usize))| {
        if wanted.is_empty() { *at < unasked } else { wanted.contains(members) }
    };
    SIZES.into_iter().enumerate().filter(is_wanted).map(|(_, size)| size).collect()
}

/// The files of a fictional strike of that size, in a folder that goes when it is dropped.
pub fn folder(members: usize, sites: usize) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in generate(&GenerateOptions { members, sites, days: DAYS, ..GenerateOptions::default() }) {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// The strike read from such a folder.
pub fn ground(dir: &tempfile::TempDir) -> Ground {
    Ground::new(read_strike(dir.path()).strike.unwrap())
}

/// Where a strike lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Country {
    /// As it is made: over the whole of the province.
    Wide,
    /// In pieces (see [`move_apart`]).
    Apart,
    /// In one city (see [`move_together`]).
    City,
}

/// The country that the command line asks for, if it names one.
pub fn country() -> Option<Country> {
    let named = |word: String| match word.as_str() {
        "wide" => Some(Country::Wide),
        "apart" => Some(Country::Apart),
        "city" => Some(Country::City),
        _ => None,
    };
    std::env::args().find_map(named)
}

/// The strike read from such a folder, in such a country.
pub fn ground_in(dir: &tempfile::TempDir, country: Country) -> Ground {
    let mut strike = read_strike(dir.path()).strike.unwrap();
    match country {
        Country::Wide => {}
        Country::Apart => move_apart(&mut strike),
        Country::City => move_together(&mut strike),
    }
    Ground::new(strike)
}

/// Moves everybody, from an own address each, and all sites into a city through which everybody goes [`ACROSS_KM`] far: a third
/// of all sites is in reach of each, and hardly two members reach the same ones.
fn move_together(strike: &mut Strike) {
    // Spread evenly, and the same every time: multiples of two fractions of the plastic number (Roberts, *The unreasonable
    // effectiveness of quasirandom sequences*, 2018).
    let place = |number: usize| Place {
        latitude: 43.4 + 0.6 * (number as f64 * 0.754_877_666).fract(),
        longitude: -80.0 + (number as f64 * 0.569_840_291).fract(),
    };
    let sites = strike.sites.len();
    for (at, site) in strike.sites.iter_mut().enumerate() {
        site.place = Some(place(at));
    }
    for (at, member) in strike.members.iter_mut().enumerate() {
        member.start = Some(place(sites + at));
        member.reach_km = ACROSS_KM;
    }
}

/// How far everybody goes in such a city.
const ACROSS_KM: f64 = 30.0;

/// Stretches of country of a strike moved apart.
const STRETCHES: usize = 72;

/// Moves sites and people into stretches of country so far from each other that nobody goes from one to the next. The planner's
/// goals were set on such a strike: in 145 pieces at 55,000 members, where the country as it is hangs together, a piece a week but
/// for the north.
fn move_apart(strike: &mut Strike) {
    let all: Vec<SiteIx> = (0..strike.sites.len()).map(SiteIx::new).collect();
    let mut stretch = vec![0; all.len()];
    for (number, sites) in split(strike, all, STRETCHES).into_iter().enumerate() {
        for site in sites {
            stretch[site.ix()] = number;
        }
    }
    // Distances within a stretch stay as they are: it goes east, and every other one to the south of the equator.
    let away = |place: Place, number: usize| Place {
        latitude: if number.is_multiple_of(2) { place.latitude } else { -place.latitude },
        longitude: (place.longitude + number as f64 * 5.0 + 180.0).rem_euclid(360.0) - 180.0,
    };
    for at in 0..strike.sites.len() {
        let site = &mut strike.sites[at];
        site.place = site.place.map(|place| away(place, stretch[at]));
        site.backup = site.backup.filter(|backup| stretch[backup.ix()] == stretch[at]);
    }
    for member in &mut strike.members {
        let Some(home) = member.home.map(|home| stretch[home.ix()]) else { continue };
        member.start = member.start.map(|start| away(start, home));
        member.sites.retain(|site| stretch[site.ix()] == home);
    }
}

/// Cuts the country in two across its longer side, again and again, until there are so many stretches.
fn split(strike: &Strike, mut sites: Vec<SiteIx>, into: usize) -> Vec<Vec<SiteIx>> {
    if into <= 1 || sites.len() <= 1 {
        return vec![sites];
    }
    let place = |site: &SiteIx| strike.sites[site.ix()].place.unwrap();
    let wide = |of: &dyn Fn(Place) -> f64| {
        let along = sites.iter().map(|site| of(place(site)));
        along.clone().fold(f64::MIN, f64::max) - along.fold(f64::MAX, f64::min)
    };
    // A degree of longitude is some seven tenths of one of latitude here.
    let north = wide(&|p| p.latitude) > 0.7 * wide(&|p| p.longitude);
    let along = |site: &SiteIx| if north { place(site).latitude } else { place(site).longitude };
    sites.sort_by(|a, b| along(a).total_cmp(&along(b)).then(a.cmp(b)));
    let rest = sites.split_off(sites.len() * (into / 2) / into);
    let mut stretches = split(strike, sites, into / 2);
    stretches.extend(split(strike, rest, into - into / 2));
    stretches
}

/// What some work comes to, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let clock = Instant::now();
    let made = work();
    (made, clock.elapsed())
}
