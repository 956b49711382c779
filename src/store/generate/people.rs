//! The people: who works where, lives where, can do what and when.
//!
//! Given workplaces with a head count each, it makes that many fictional members for each. It knows nothing of
//! lines, targets or essential services; designations are made afterwards from what it returns.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{
    dice::{Dice, share_out},
    names::{NameBook, mailbox},
    places::{Place, km_per_degree_east},
};

/// A group of workers within a workplace: its unit, its classification, and its weight in the head count.
pub type Trade = (&'static str, &'static str, u32);

/// One place of work.
#[derive(Debug, Clone)]
pub struct Workplace {
    /// Site id.
    pub site: String,
    /// The town around which its people live.
    pub town: &'static Place,
    /// The union local, three digits, the first being the region's.
    pub local: String,
    /// How many members work here.
    pub members: usize,
    /// How many of them are picket captains (fewer when there aren't so many who can stand).
    pub captains: usize,
    /// What they do.
    pub trades: &'static [Trade],
    /// Other sites a member might ask for, nearest first.
    pub neighbours: Vec<String>,
}

/// What holds for the whole strike.
#[derive(Debug, Clone, Copy)]
pub struct Habits<'a> {
    /// First day of the plan, for dates people can't come.
    pub first_day: NaiveDate,
    /// Days in the plan.
    pub days: u32,
    /// Template ids from early to late, for the order people like them in.
    pub templates: &'a [&'a str],
    /// Digits of the number after the local in a member id.
    pub digits: usize,
}

/// One fictional member, ready for a row of members.csv.
#[derive(Debug, Clone)]
pub struct Person {
    /// `108-0042`
    pub id: String,
    /// `Tremblay, Anne`
    pub name: String,
    /// Three digits, the first being the region's.
    pub local: String,
    /// Part of the employer.
    pub unit: &'static str,
    /// Job.
    pub classification: &'static str,
    /// Site id of the workplace.
    pub home_site: String,
    /// Where the member starts from; none: the workplace.
    pub home: Option<(f64, f64)>,
    /// Own reach in kilometres, when it isn't the strike's.
    pub reach_km: Option<u32>,
    /// A number of the range kept for fiction.
    pub phone: String,
    /// At example.org.
    pub email: String,
    /// Captain first.
    pub skills: Vec<&'static str>,
    /// In the grammar of members.csv.
    pub availability: String,
    /// Site ids asked for, best first.
    pub sites: Vec<String>,
    /// Template ids, best first.
    pub shifts: Vec<String>,
    /// Codes of members.csv.
    pub restrictions: Vec<&'static str>,
    /// Code of members.csv.
    pub status: &'static str,
}

impl Person {
    /// Whether the member may stand at all.
    pub fn can_stand(&self) -> bool {
        self.status == "active" && !self.restrictions.contains(&"no_line")
    }
}

/// Why a member can't stand, and how many in 10,000 that holds for (310: about three in a hundred).
const STATUSES: [(&str, u32); 6] =
    [("leave", 80), ("ltd", 60), ("wsib", 50), ("parental", 65), ("excluded", 20), ("arbitration", 35)];

/// Makes the members of all workplaces, in the order of the workplaces; ids run on within a local.
pub fn people(workplaces: &[Workplace], habits: &Habits<'_>, dice: &mut Dice) -> Vec<Person> {
    let book = NameBook::default();
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let mut mailboxes: BTreeMap<String, u32> = BTreeMap::new();
    let mut everyone = Vec::with_capacity(workplaces.iter().map(|place| place.members).sum());
    for workplace in workplaces {
        let first = everyone.len();
        for (trade, count) in workplace.trades.iter().zip(trade_counts(workplace)) {
            for _ in 0..count {
                let number = numbers.entry(&workplace.local).or_insert(0);
                *number += 1;
                let id = format!("{}-{:0width$}", workplace.local, number, width = habits.digits);
                let mut person = person(id, workplace, trade, habits, &book, dice);
                person.email = address(&person, &mut mailboxes);
                everyone.push(person);
            }
        }
        appoint_captains(&mut everyone[first..], workplace.captains, dice);
    }
    everyone
}

/// How many of each trade; a workplace with fewer people than trades has its weightiest ones.
fn trade_counts(workplace: &Workplace) -> Vec<usize> {
    let weights: Vec<u32> = workplace.trades.iter().map(|trade| trade.2).collect();
    share_out(workplace.members, &weights)
}

fn person(
    id: String,
    workplace: &Workplace,
    trade: &Trade,
    habits: &Habits<'_>,
    book: &NameBook,
    dice: &mut Dice,
) -> Person {
    let town = workplace.town;
    let weights = town.people.weights();
    let community = weights[dice.weighted(weights.iter().map(|&(_, weight)| weight))].0;
    let french = community.french_per_mille() + if town.speaks_french() { 130 } else { 0 };
    let mut skills = Vec::new();
    for (skill, per_mille) in [("first_aid", 110), ("marshal", 60), ("driver", 90), ("french", french)] {
        if dice.chance(per_mille) {
            skills.push(skill);
        }
    }
    Person {
        name: book.draw(community, dice),
        local: workplace.local.clone(),
        unit: trade.0,
        classification: trade.1,
        home_site: workplace.site.clone(),
        home: home(town, dice),
        reach_km: reach(town, dice),
        phone: format!("{}-555-{:04}", town.area, 100 + dice.below(100)),
        email: String::new(),
        skills,
        availability: availability(habits, dice),
        sites: wished_sites(workplace, dice),
        shifts: wished_shifts(habits, dice),
        restrictions: restrictions(dice),
        status: status(dice),
        id,
    }
}

/// Where someone lives: around the town, now and then a long way out; one in twelve has told the union
/// nothing. To four decimals, about ten metres: near enough for a reach, too coarse for a door.
fn home(town: &Place, dice: &mut Dice) -> Option<(f64, f64)> {
    if dice.chance(80) {
        return None;
    }
    let far = if dice.chance(90) { 2.6 } else { 1.0 };
    let north = dice.bell() * town.spread_km() * far / 111.2;
    let east = dice.bell() * town.spread_km() * far / km_per_degree_east(town.latitude);
    let round = |degrees: f64| (degrees * 10_000.0).round() / 10_000.0;
    Some((round(town.latitude + north), round(town.longitude + east)))
}

fn reach(town: &Place, dice: &mut Dice) -> Option<u32> {
    // In the north an hour's drive is nothing; in a city some have no car.
    if town.thousands < 100 && town.region >= 6 {
        return dice.chance(250).then(|| *dice.pick(&[80, 100, 120, 150]));
    }
    dice.chance(170).then(|| *dice.pick(&[8, 12, 15, 20, 25, 25, 30, 40, 80]))
}

fn availability(habits: &Habits<'_>, dice: &mut Dice) -> String {
    let usual = match dice.below(1000) {
        0..640 => "",
        640..720 => "mon-fri 07:00-19:00",
        720..770 => "mon-fri 06:00-16:00; sat-sun",
        770..805 => "mon-thu",
        805..835 => "mon-fri 09:00-20:00",
        835..860 => "tue-sat",
        860..885 => "mon,wed,fri; sun",
        885..905 => "not tue",
        905..925 => "not sat-sun",
        925..940 => "sun-thu 06:00-20:00",
        940..955 => "mon-fri 11:00-23:00; sat-sun 08:00-20:00",
        955..970 => "not mon-fri 15:00-18:00",
        970..980 => "sat-sun; not mon-fri 07:00-17:00",
        980..990 => "mon-wed,fri 07:00-20:00",
        _ => "mon-fri 22:00-12:00",
    };
    let day = |offset: usize| habits.first_day + Days::new(offset as u64);
    let days = habits.days.max(1) as usize;
    let away = match dice.below(100) {
        0..6 => format!("not {}", day(dice.below(days))),
        6..8 => {
            let from = dice.below(days);
            format!("not {}..{}", day(from), day((from + 1 + dice.below(4)).min(days - 1).max(from)))
        }
        8..10 => format!("not {} 12:00-17:00", day(dice.below(days))),
        _ => String::new(),
    };
    match (usual.is_empty(), away.is_empty()) {
        (_, true) => usual.to_owned(),
        (true, false) => away,
        (false, false) => format!("{usual}; {away}"),
    }
}

fn wished_sites(workplace: &Workplace, dice: &mut Dice) -> Vec<String> {
    let Some(nearest) = workplace.neighbours.first() else { return Vec::new() };
    match dice.below(100) {
        0..7 => vec![workplace.site.clone()],
        7..11 => vec![nearest.clone(), workplace.site.clone()],
        11..14 => {
            let mut wished = vec![workplace.site.clone()];
            wished.extend(workplace.neighbours.iter().take(2).cloned());
            wished
        }
        14..15 => vec![dice.pick(&workplace.neighbours).clone()],
        _ => Vec::new(),
    }
}

fn wished_shifts(habits: &Habits<'_>, dice: &mut Dice) -> Vec<String> {
    let Some(last) = habits.templates.len().checked_sub(1) else { return Vec::new() };
    let id = |index: usize| habits.templates[index.min(last)].to_owned();
    let mut wished = match dice.below(100) {
        0..12 => vec![id(0), id(1)],
        12..20 => vec![id(0)],
        20..25 => vec![id(1)],
        25..29 => vec![id(last), id(last.saturating_sub(1))],
        _ => Vec::new(),
    };
    wished.dedup();
    wished
}

fn restrictions(dice: &mut Dice) -> Vec<&'static str> {
    const SHARES: [(&str, u32); 6] =
        [("no_nights", 30), ("seating", 14), ("washroom", 10), ("shelter", 6), ("accessible", 8), ("no_line", 10)];
    SHARES.iter().filter(|(_, share)| dice.chance(*share)).map(|(code, _)| *code).collect()
}

fn status(dice: &mut Dice) -> &'static str {
    let mut left = dice.below(10_000) as u32;
    for (code, share) in STATUSES {
        if left < share {
            return code;
        }
        left -= share;
    }
    "active"
}

/// `anne.tremblay@example.org`, with a number from the second of that name on.
fn address(person: &Person, taken: &mut BTreeMap<String, u32>) -> String {
    let mut mailbox = mailbox(&person.name);
    if mailbox.is_empty() {
        mailbox = format!("member.{}", person.id);
    }
    let number = taken.entry(mailbox.clone()).and_modify(|number| *number += 1).or_insert(1);
    if *number > 1 {
        mailbox.push_str(&number.to_string());
    }
    mailbox.push_str("@example.org");
    mailbox
}

/// Makes captains of some who can stand; captains are the ones who turn out, so most are free at any hour.
fn appoint_captains(staff: &mut [Person], captains: usize, dice: &mut Dice) {
    let mut able: Vec<usize> = (0..staff.len()).filter(|&index| staff[index].can_stand()).collect();
    dice.shuffle(&mut able);
    for &index in able.iter().take(captains) {
        staff[index].skills.insert(0, "captain");
        if dice.chance(700) {
            staff[index].availability.clear();
        }
    }
}
