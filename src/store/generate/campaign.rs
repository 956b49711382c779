//! The text of strike.toml, sites.toml and essential.toml of a fictional strike.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::{
    GenerateOptions,
    agreement::{Designation, Requirement, designation_toml, people_per_post, requirement_toml},
    dice::Dice,
    kinds::Service,
    layout::{CAPTAIN_RATIO, Site, WEEKDAY, WEEKEND},
    people::Person,
    places::rough_km,
    text::{list, quoted},
};

/// Kilometres a member can be sent when the row says nothing.
pub const REACH_KM: u32 = 60;

/// How far away people can still be sent when a site is lost.
const BACKUP_KM: f64 = 40.0;

/// strike.toml.
pub fn strike_toml(options: &GenerateOptions) -> String {
    let before = |days: u64| options.first_day.checked_sub_days(Days::new(days)).unwrap_or(options.first_day);
    let name = format!("Fictional strike {}/{}, seed {}", options.members, options.sites, options.seed);
    format!(
        r#"# A fictional strike, made by `picket generate --members {members} --sites {sites} --days {days} --seed {seed}`.
# Towns are real; sites, people and their designations are not.

[strike]
name = {name}
union = "Fictional Employees' Union"
statute = "cecba"
timezone = "America/Toronto"
first_day = {first}
days = {days}
language = "en"

# The no-board notice was mailed 17 days before the first day: lawful from 00:01 on it.
[legal]
strike_vote = {vote}
no_board_mailed = {no_board}
essential_agreement_signed = {signed}

[[phase]]
mode = "full"
from = {first}T00:01:00

[strike_pay]
hours_per_week = 20
hours_per_day = 4
rates = [{{ from_week = 1, per_week = "450.00" }}, {{ from_week = 4, per_week = "550.00" }}]

[rules]
shifts_per_day = 1
hours_per_week = 20
min_rest_hours = 8
reach_km = {REACH_KM}

[line]
captain_ratio = {ratio}

[[shift]]
id = "{am}"
label = "Morning"
label_fr = "Matin"
start = "07:00"
end = "11:00"
days = ["mon", "tue", "wed", "thu", "fri"]

[[shift]]
id = "{mid}"
label = "Midday"
label_fr = "Midi"
start = "11:00"
end = "15:00"
days = ["mon", "tue", "wed", "thu", "fri"]

[[shift]]
id = "{pm}"
label = "Afternoon"
label_fr = "Après-midi"
start = "15:00"
end = "19:00"
days = ["mon", "tue", "wed", "thu", "fri"]

[[shift]]
id = "{weekend_am}"
label = "Weekend morning"
label_fr = "Matin de fin de semaine"
start = "08:00"
end = "12:00"
days = ["sat", "sun"]

[[shift]]
id = "{weekend_pm}"
label = "Weekend afternoon"
label_fr = "Après-midi de fin de semaine"
start = "12:00"
end = "16:00"
days = ["sat", "sun"]
"#,
        members = options.members,
        sites = options.sites,
        days = options.days,
        seed = options.seed,
        name = quoted(&name),
        first = options.first_day,
        vote = before(27),
        no_board = before(17),
        signed = before(10),
        ratio = CAPTAIN_RATIO,
        am = WEEKDAY[0],
        mid = WEEKDAY[1],
        pm = WEEKDAY[2],
        weekend_am = WEEKEND[0],
        weekend_pm = WEEKEND[1],
    )
}

/// sites.toml, with a few court orders and stand-downs drawn by the dice.
pub fn sites_toml(sites: &[Site], options: &GenerateOptions, dice: &mut Dice) -> String {
    let mut text = String::from("# Fictional sites in real towns.\n");
    let capped = some_of(sites, 25, 8, dice);
    let stood_down = some_of(sites, 45, 12, dice);
    for (index, site) in sites.iter().enumerate() {
        site_toml(&mut text, sites, site);
        if stood_down.contains(&index) {
            stand_down(&mut text, options, dice);
        }
        for (number, line) in site.lines.iter().enumerate() {
            let cap = number == 0 && capped.contains(&index);
            // A site with no line of its own has one called "main".
            if site.lines.len() > 1 || cap {
                let _ = write!(text, "\n[[site.line]]\nid = {}\n", quoted(line));
                if *line != "main" {
                    let _ = writeln!(text, "name = {}", quoted(line_name(line)));
                }
            }
            if cap {
                court_order(&mut text, site, options, dice);
            }
        }
    }
    text
}

/// One site in `every`, at least one from `at_least` sites on; in order.
fn some_of(sites: &[Site], every: usize, at_least: usize, dice: &mut Dice) -> Vec<usize> {
    let mut all: Vec<usize> = (0..sites.len()).filter(|&index| sites[index].target > 2).collect();
    dice.shuffle(&mut all);
    all.truncate((sites.len() / every).max(usize::from(sites.len() >= at_least)));
    all.sort_unstable();
    all
}

fn line_name(line: &str) -> &'static str {
    match line {
        "front-gate" => "Front gate",
        "staff-lot" => "Staff parking lot",
        "loading-dock" => "Loading dock",
        "parking" => "Parking entrance",
        _ => "Main door",
    }
}

fn site_toml(text: &mut String, sites: &[Site], site: &Site) {
    let mut line = |key: &str, value: String| {
        let _ = writeln!(text, "{key} = {value}");
    };
    line("\n[[site]]\nid", quoted(&site.id));
    line("name", quoted(&site.name));
    line("name_fr", quoted(&site.name_fr));
    line("kind", quoted(site.kind.code));
    if let Some(address) = &site.address {
        line("address", quoted(address));
    }
    line("city", quoted(site.town.name));
    line("region", site.town.region.to_string());
    line("latitude", format!("{:.4}", site.latitude));
    line("longitude", format!("{:.4}", site.longitude));
    if let Some(zone) = site.town.timezone() {
        line("timezone", quoted(zone));
    }
    line("shifts", list(&site.shifts));
    if let Some(near) = site.near.first().map(|&near| &sites[near])
        && rough_km((site.latitude, site.longitude), (near.latitude, near.longitude)) < BACKUP_KM
    {
        line("backup", quoted(&near.id));
    }
    if !site.amenities.is_empty() {
        line("amenities", list(&site.amenities));
    }
    line("minimum", site.minimum.to_string());
    line("target", site.target.to_string());
    if site.target > 30 {
        line("maximum", (site.target + site.target / 3).to_string());
    }
    if let Some((skill, count)) = site.needs {
        line("needs", format!("{{ {skill} = {count} }}"));
    }
}

/// A day within the plan, never past its last.
fn day(options: &GenerateOptions, offset: usize) -> NaiveDate {
    let last = options.days.saturating_sub(1) as usize;
    options.first_day + Days::new(offset.min(last) as u64)
}

fn stand_down(text: &mut String, options: &GenerateOptions, dice: &mut Dice) {
    const REASONS: [&str; 4] = ["funeral", "extreme cold warning", "blood donor clinic", "memorial service"];
    let from = day(options, 2 + dice.below(8));
    let until = from + Days::new(1);
    let _ = write!(
        text,
        "\n[[site.stand_down]]\nfrom = {from}T00:00:00\nuntil = {until}T00:00:00\nreason = {}\n",
        quoted(dice.pick::<&str>(&REASONS)),
    );
}

fn court_order(text: &mut String, site: &Site, options: &GenerateOptions, dice: &mut Dice) {
    let from = day(options, 1 + dice.below(3));
    let until = from + Days::new(3 + dice.below(6) as u64);
    let order = format!("{} CV-{:02}-{:04}", site.town.name, options.first_day.format("%y"), 1 + dice.below(800));
    let _ = write!(
        text,
        "\n[[site.line.cap]]\nat_most = {}\nfrom = {from}T00:00:00\nuntil = {until}T00:00:00\norder = {}\n",
        (site.target / 2).max(2),
        quoted(&order),
    );
}

/// The requirements that the people of each site can carry.
pub fn requirements(sites: &[Site], people: &[Person]) -> Vec<Requirement> {
    let mut made = Vec::new();
    let mut staff = people.chunk_by(|a, b| a.home_site == b.home_site).peekable();
    for site in sites {
        // People come in the order of their sites, and some sites have none.
        let Some(here) = staff.next_if(|here| here[0].home_site == site.id) else { continue };
        for service in site.kind.services {
            let able =
                here.iter().filter(|it| it.classification == service.classification && it.status == "active").count();
            made.extend(requirement(site, service, able));
        }
    }
    made
}

/// What so many people of the classification can carry; nothing when they can't carry any.
fn requirement(site: &Site, service: &Service, able: usize) -> Option<Requirement> {
    let share = able * service.per_mille as usize / 1000;
    let windows =
        (1..=service.windows.len().max(1)).rev().find(|&windows| share >= people_per_post(service.cover, windows))?;
    Some(Requirement {
        id: format!("{}-{}", site.id, service.slug),
        site: site.id.clone(),
        service: service.name.to_owned(),
        classification: service.classification.to_owned(),
        cover: service.cover,
        required: share / people_per_post(service.cover, windows),
        normal_complement: (service.trigger.is_none()).then_some(if service.cover == super::agreement::Cover::Pool {
            share
        } else {
            able
        }),
        windows: service.windows.iter().take(windows).map(|&window| window.to_owned()).collect(),
        trigger: service.trigger.map(str::to_owned),
    })
}

/// essential.toml.
pub fn essential_toml(requirements: &[Requirement], designations: &[Designation], options: &GenerateOptions) -> String {
    let signed = options.first_day.checked_sub_days(Days::new(10)).unwrap_or(options.first_day);
    let mut text = format!("# A fictional essential services agreement.\n\nversion = 1\nsigned = {signed}\n");
    for requirement in requirements {
        requirement_toml(&mut text, requirement);
    }
    for designation in designations {
        designation_toml(&mut text, designation);
    }
    text
}
