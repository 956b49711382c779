//! Where the strike stands: sites dealt out over Ontario's towns, with their people and their lines.
//!
//! Heads are asked in proportion to who can be expected near a site, a little more here and a little less
//! there, so that the strike is neither trivial nor hopeless. It draws no member.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    dice::{Dice, share_out},
    kinds::{KINDS, Kind, essential_per_mille},
    places::{PLACES, Place, km_per_degree_east, rough_km},
};

/// Heads for which one captain stands in a fictional strike.
pub const CAPTAIN_RATIO: u32 = 20;

/// Regions of the union.
const REGIONS: usize = 7;

/// Shifts a member who can stand stands in a week: five at most, less those kept away by something.
const SHIFTS_A_WEEK: f64 = 4.8;

/// A site, as laid out.
#[derive(Debug, Clone)]
pub struct Site {
    /// Unique id.
    pub id: String,
    /// English name.
    pub name: String,
    /// French name.
    pub name_fr: String,
    /// What kind of place.
    pub kind: &'static Kind,
    /// Its town.
    pub town: &'static Place,
    /// Street and number, where the name carries one.
    pub address: Option<String>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The local of its people.
    pub local: String,
    /// How many members work here.
    pub members: usize,
    /// How many of them are captains.
    pub captains: usize,
    /// Other sites near it, by index, nearest first.
    pub near: Vec<usize>,
    /// Template ids that run here.
    pub shifts: Vec<&'static str>,
    /// Its lines.
    pub lines: Vec<&'static str>,
    /// Heads wanted on each shift of each line.
    pub target: u32,
    /// Heads below which a line is short.
    pub minimum: u32,
    /// Codes of sites.toml.
    pub amenities: Vec<&'static str>,
    /// Heads with a skill.
    pub needs: Option<(&'static str, u32)>,
}

/// The templates of a weekday, from early to late.
pub const WEEKDAY: [&str; 3] = ["am", "mid", "pm"];
/// The templates of a weekend.
pub const WEEKEND: [&str; 2] = ["weekend-am", "weekend-pm"];

/// Lays out that many sites for that many members.
pub fn layout(sites: usize, members: usize, dice: &mut Dice) -> Vec<Site> {
    let mut laid = Vec::with_capacity(sites);
    let mut taken = Taken::default();
    for index in 0..sites {
        laid.push(place(index, sites, &mut taken, dice));
    }
    laid.sort_by(|a, b| (a.town.region, &a.id).cmp(&(b.town.region, &b.id)));
    number_locals(&mut laid);
    staff(&mut laid, members, dice);
    find_neighbours(&mut laid);
    ask_for_heads(&mut laid, dice);
    laid
}

/// What has been used up while sites are dealt out.
#[derive(Debug, Default)]
struct Taken {
    ids: BTreeSet<String>,
    kinds: BTreeSet<(&'static str, &'static str)>,
}

fn place(index: usize, sites: usize, taken: &mut Taken, dice: &mut Dice) -> Site {
    // With room for it, every region has a site: one of the first seven.
    let region = if sites >= REGIONS * 2 && index < REGIONS { Some(index as u8 + 1) } else { None };
    // Small towns have more public workplaces than their share of the people.
    let weight = |place: &Place| if region.is_none_or(|it| it == place.region) { place.thousands + 25 } else { 0 };
    let town = &PLACES[dice.weighted(PLACES.iter().map(weight))];
    let fits = |kind: &Kind| {
        town.thousands >= kind.from_thousands
            && !(kind.one_a_town && taken.kinds.contains(&(town.name, kind.code)))
            && (index > 0 || kind.staff > 0)
    };
    // The second site is one where essential services weigh heavily, so that no strike is without.
    let wanted = |kind: &Kind| index != 1 || kind.all_week;
    let weights: Vec<u32> = KINDS.iter().map(|kind| if fits(kind) && wanted(kind) { kind.weight } else { 0 }).collect();
    let kind = &KINDS[dice.weighted(weights.iter().copied())];
    taken.kinds.insert((town.name, kind.code));
    let address = kind.name.contains("{address}").then(|| address(dice));
    let fill = |pattern: &str| {
        let address = address.as_deref().unwrap_or_default();
        pattern.replace("{address}", address).replace("{town}", town.name).replace("{de}", &of_town(town.name))
    };
    let near_centre = town.spread_km() / 3.0;
    let degrees = |value: f64| (value * 10_000.0).round() / 10_000.0;
    let mut amenities = Vec::new();
    for (amenity, per_mille) in
        [("washroom", 700), ("parking", 650), ("transit", 350), ("shelter", 300), ("seating", 550), ("accessible", 600)]
    {
        if dice.chance(per_mille) {
            amenities.push(amenity);
        }
    }
    let needs = match dice.below(100) {
        0..12 => Some(("first_aid", 1)),
        12..17 => Some(("marshal", 1)),
        17..40 if town.speaks_french() => Some(("french", 1)),
        _ => None,
    };
    Site {
        id: unique_id(kind, town, &mut taken.ids),
        name: fill(kind.name),
        name_fr: fill(kind.name_fr),
        kind,
        town,
        address,
        latitude: degrees(town.latitude + dice.between(-near_centre, near_centre) / 111.2),
        longitude: degrees(
            town.longitude + dice.between(-near_centre, near_centre) / km_per_degree_east(town.latitude),
        ),
        local: String::new(),
        members: 0,
        captains: 0,
        near: Vec::new(),
        shifts: Vec::new(),
        lines: Vec::new(),
        target: 1,
        minimum: 1,
        amenities,
        needs,
    }
}

/// `gov-thunder-bay`, `gov-thunder-bay-2`, …
fn unique_id(kind: &Kind, town: &Place, taken: &mut BTreeSet<String>) -> String {
    let plain: String = town
        .name
        .chars()
        .map(|letter| if letter == 'é' { 'e' } else { letter.to_ascii_lowercase() })
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == ' ')
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect();
    let stem = format!("{}-{plain}", kind.slug);
    let mut id = stem.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    id
}

fn address(dice: &mut Dice) -> String {
    const STREETS: [&str; 24] = [
        "King St W",
        "Queen St E",
        "Main St",
        "Dundas St",
        "Front St",
        "Water St",
        "Wellington St",
        "Victoria Ave",
        "Court St",
        "Simcoe St",
        "Bay St",
        "Elgin St",
        "Durham St",
        "Algonquin Blvd",
        "Memorial Ave",
        "Division St",
        "Brock Rd",
        "Talbot St",
        "Ontario St",
        "Huron St",
        "Cedar Ave",
        "Maple Grove Rd",
        "Concession Rd 4",
        "Industrial Pkwy",
    ];
    format!("{} {}", 10 + dice.below(1890), dice.pick(&STREETS))
}

/// `de London`, `d'Ottawa`.
fn of_town(town: &str) -> String {
    if town.starts_with(['A', 'E', 'I', 'O', 'U', 'É', 'H']) && town != "Hamilton" && town != "Huntsville" {
        format!("d'{town}")
    } else {
        format!("de {town}")
    }
}

/// Locals `101` to `199` in region 1 and so on, one a site, shared when a region has more.
fn number_locals(sites: &mut [Site]) {
    let mut counts = BTreeMap::<u8, u32>::new();
    for site in sites {
        let count = counts.entry(site.town.region).or_insert(0);
        site.local = format!("{}{:02}", site.town.region, *count % 99 + 1);
        *count += 1;
    }
}

fn staff(sites: &mut [Site], members: usize, dice: &mut Dice) {
    let weights: Vec<u32> =
        sites.iter().map(|site| site.kind.staff * (60 + dice.below(80)) as u32 * size_factor(site.town)).collect();
    for (site, members) in sites.iter_mut().zip(share_out(members, &weights)) {
        site.members = members;
        // Among a handful there may be nobody with the skill.
        site.needs = site.needs.filter(|_| members >= 8);
    }
}

/// Offices in a city are larger.
fn size_factor(town: &Place) -> u32 {
    match town.thousands {
        300.. => 5,
        50.. => 4,
        10.. => 3,
        _ => 2,
    }
}

/// The three nearest other sites, in order; ties to the earlier.
fn find_neighbours(sites: &mut [Site]) {
    let at: Vec<_> = sites.iter().map(|site| (site.latitude, site.longitude)).collect();
    for (index, site) in sites.iter_mut().enumerate() {
        let mut others: Vec<_> = (0..at.len())
            .filter(|&other| other != index)
            .map(|other| (rough_km(at[index], at[other]), other))
            .collect();
        others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        site.near = others.into_iter().take(3).map(|(_, other)| other).collect();
    }
}

/// Shares out the member-shifts that a town's people can be expected to stand over the town's lines.
fn ask_for_heads(sites: &mut [Site], dice: &mut Dice) {
    let mut towns = BTreeMap::<&'static str, Vec<usize>>::new();
    for (index, site) in sites.iter().enumerate() {
        towns.entry(site.town.name).or_default().push(index);
    }
    for (_, here) in towns {
        // One town in eight asks for more than it has, and can't do with much less.
        let (ratio, least) = if dice.chance(120) {
            (dice.between(1.15, 1.6), dice.between(0.7, 0.95))
        } else {
            (dice.between(0.8, 1.08), dice.between(0.45, 0.65))
        };
        let supply: f64 = here.iter().map(|&index| shifts_a_week(&sites[index])).sum();
        let average = supply / here.len() as f64;
        // A site nobody works at is picketed by its neighbours.
        let weights: Vec<f64> = here.iter().map(|&index| shifts_a_week(&sites[index]) + 0.35 * average).collect();
        let all: f64 = weights.iter().sum();
        for (&index, weight) in here.iter().zip(weights) {
            let heads = if all > 0.0 { ratio * supply * weight / all } else { 0.0 };
            open_lines(&mut sites[index], heads, least);
        }
        appoint(sites, &here);
    }
    if sites.iter().all(|site| site.captains == 0)
        && let Some(site) = sites.iter_mut().find(|site| site.members > 0)
    {
        site.captains = 1;
    }
}

/// What the people of a site can be expected to stand in a week.
fn shifts_a_week(site: &Site) -> f64 {
    let free = 1.0 - 0.45 * f64::from(essential_per_mille(site.kind)) / 1000.0;
    site.members as f64 * 0.95 * free * SHIFTS_A_WEEK
}

/// Decides on lines, shifts and heads for so many heads a week; `least` is the share of the target without which a
/// line is short.
fn open_lines(site: &mut Site, heads: f64, least: f64) {
    site.lines = match heads as u32 {
        2000.. => vec!["front-gate", "staff-lot", "loading-dock"],
        600.. if site.kind.all_week => vec!["front-gate", "staff-lot"],
        600.. => vec!["main-door", "parking"],
        _ => vec!["main"],
    };
    let weekend = if site.kind.all_week && heads > 120.0 { &WEEKEND[..] } else { &[] };
    // Three shifts a day need eight heads or so each to be worth it.
    let weekday = match heads as u32 {
        130.. => &WEEKDAY[..],
        45.. => &WEEKDAY[..2],
        _ => &WEEKDAY[1..2],
    };
    site.shifts = [weekday, weekend].concat();
    let slots = (weekday.len() * 5 + weekend.len() * 2) * site.lines.len();
    site.target = ((heads / slots as f64).round() as u32).clamp(1, 400);
    // A head or two over a whole number of captains isn't worth another captain.
    if site.target > CAPTAIN_RATIO && site.target % CAPTAIN_RATIO <= 2 {
        site.target -= site.target % CAPTAIN_RATIO;
    }
    site.minimum = ((f64::from(site.target) * least).round() as u32).clamp(1, site.target);
}

/// Makes 5 to 8 members in 100 captains, as many as the town's lines ask for within that.
fn appoint(sites: &mut [Site], here: &[usize]) {
    let posts: u32 = here
        .iter()
        .map(|&index| {
            let site = &sites[index];
            let weekend = site.shifts.iter().filter(|shift| WEEKEND.contains(shift)).count();
            let slots = (site.shifts.len() - weekend) * 5 + weekend * 2;
            (slots * site.lines.len()) as u32 * site.target.div_ceil(CAPTAIN_RATIO)
        })
        .sum();
    let members: usize = here.iter().map(|&index| sites[index].members).sum();
    let wanted = (f64::from(posts) / SHIFTS_A_WEEK).ceil();
    let captains = wanted.clamp(0.05 * members as f64, 0.08 * members as f64).round() as usize;
    let captains = if members >= 8 { captains.max(1) } else { captains };
    let weights: Vec<u32> = here.iter().map(|&index| sites[index].members as u32).collect();
    for (&index, captains) in here.iter().zip(share_out(captains, &weights)) {
        sites[index].captains = captains;
    }
}
