//! Makes fictional strikes: the four text files of a strike folder, from a seed.
//!
//! The same options give the same bytes on every machine. Nothing here reads a clock, a folder or another floor
//! of the house: it writes in the formats as anyone outside would. Towns are real; sites, people and
//! designations are not.

pub mod agreement;
mod campaign;
pub mod dice;
mod kinds;
mod layout;
pub(in crate::store) mod names;
pub mod people;
pub mod places;
pub mod profile;
pub mod text;
mod write;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use write::{WriteError, write};

use self::{
    dice::Dice,
    layout::{Site, WEEKDAY},
    people::{Habits, Person, Workplace},
    places::rough_km,
};

/// More members than any union on strike has; beyond it the strike's own numbers would be too large to be read.
pub const MOST_MEMBERS: usize = 200_000;
/// Far more sites than are picketed at once.
pub const MOST_SITES: usize = 5_000;
/// The longest plan there is.
pub const MOST_DAYS: u32 = 366;

/// How large a strike, and which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GenerateOptions {
    /// Members, all of them; up to [`MOST_MEMBERS`].
    pub members: usize,
    /// Sites; at least one, up to [`MOST_SITES`].
    pub sites: usize,
    /// Days in the plan, 1 to [`MOST_DAYS`].
    pub days: u32,
    /// Another seed, another strike.
    pub seed: u64,
    /// First day of the plan.
    pub first_day: NaiveDate,
}

impl Default for GenerateOptions {
    fn default() -> Self {
        Self {
            members: 341,
            sites: 10,
            days: 14,
            seed: 1,
            first_day: NaiveDate::from_ymd_opt(2026, 12, 7).unwrap_or_default(),
        }
    }
}

/// Makes the files of a strike: name and text of each. Numbers out of range are taken as the nearest in range.
pub fn generate(options: &GenerateOptions) -> Vec<(String, String)> {
    let options = GenerateOptions {
        members: options.members.min(MOST_MEMBERS),
        sites: options.sites.clamp(1, MOST_SITES),
        days: options.days.clamp(1, MOST_DAYS),
        ..*options
    };
    // Each part has its own stream, so that a change to one leaves the others as they were.
    let dice = |stream| Dice::new(options.seed, stream);
    let sites = layout::layout(options.sites, options.members, &mut dice(1));
    let habits = Habits {
        first_day: options.first_day,
        days: options.days,
        templates: &WEEKDAY,
        digits: options.members.to_string().len().max(4),
    };
    let mut people = people::people(&workplaces(&sites), &habits, &mut dice(2));
    settle_in(&mut people, &sites);
    let requirements = campaign::requirements(&sites, &people);
    let designations = agreement::designate(&requirements, &people, &mut dice(3));
    [
        ("strike.toml", campaign::strike_toml(&options)),
        ("sites.toml", campaign::sites_toml(&sites, &options, &mut dice(4))),
        ("members.csv", text::members_csv(&people)),
        ("essential.toml", campaign::essential_toml(&requirements, &designations, &options)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .to_vec()
}

/// Sites within reach of someone in a dense town: nobody there is sent past so many nearer lines.
const SITES_IN_REACH: usize = 9;
/// Kilometres from home to work up to which a union's list has no coordinates of the member's own.
const NEAR_WORK_KM: f64 = 20.0;

/// Makes the list look like a large union's: few rows carry coordinates, and where sites stand close together people are
/// kept to the nearest of them.
fn settle_in(people: &mut [Person], sites: &[Site]) {
    let at: BTreeMap<&str, (f64, f64)> =
        sites.iter().map(|site| (site.id.as_str(), (site.latitude, site.longitude))).collect();
    for person in people {
        let Some(&work) = at.get(person.home_site.as_str()) else { continue };
        person.home = person.home.filter(|&home| rough_km(home, work) > NEAR_WORK_KM);
        let start = person.home.unwrap_or(work);
        let mut away: Vec<f64> = at.values().map(|&site| rough_km(start, site)).collect();
        if away.len() > SITES_IN_REACH {
            let (_, &mut last, _) = away.select_nth_unstable_by(SITES_IN_REACH - 1, f64::total_cmp);
            let enough = last.ceil() as u32;
            if enough < person.reach_km.unwrap_or(campaign::REACH_KM) {
                person.reach_km = Some(enough.max(1));
            }
        }
    }
}

fn workplaces(sites: &[Site]) -> Vec<Workplace> {
    sites
        .iter()
        .filter(|site| site.members > 0)
        .map(|site| Workplace {
            site: site.id.clone(),
            town: site.town,
            local: site.local.clone(),
            members: site.members,
            captains: site.captains,
            trades: site.kind.trades,
            neighbours: site.near.iter().map(|&near| sites[near].id.clone()).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
