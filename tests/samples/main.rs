//! The samples in `config/`: their people come from the generator and can't drift from it.
//!
//! sites.toml, strike.toml and the upper part of essential.toml are written by hand. members.csv and the
//! designations are made from the recipes. After a change to either,
//!
//! ```text
//! PICKET_WRITE_SAMPLES=1 cargo test --test samples
//! ```
//!
//! writes them anew.
#![allow(clippy::unwrap_used, missing_docs)]

mod recipes;

use std::{collections::BTreeMap, fs, path::PathBuf};

use chrono::NaiveDate;
use picket::store::{
    generate::{
        GenerateOptions,
        agreement::{Cover, Requirement, designate, designation_toml},
        dice::{Dice, share_out},
        generate,
        people::{Habits, Person, Workplace, people},
        places,
        text::members_csv,
        write,
    },
    read::read_strike,
};
use recipes::Recipe;
use toml::{Table, Value};

/// What stands between the hand-written part of essential.toml and the made one.
const MARK: &str = "# ---- Designations: ";

fn folder(recipe: &Recipe) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("config").join(recipe.folder)
}

fn read(recipe: &Recipe, file: &str) -> Table {
    fs::read_to_string(folder(recipe).join(file)).unwrap().parse().unwrap()
}

fn tables(table: &Table, key: &str) -> Vec<Table> {
    let all = table.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    all.into_iter().map(|value| value.as_table().unwrap().clone()).collect()
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn count(table: &Table, key: &str) -> Option<usize> {
    table.get(key).and_then(Value::as_integer).map(|number| usize::try_from(number).unwrap())
}

/// The sites of a sample, by id: kind, town and coordinates.
fn sites(recipe: &Recipe) -> BTreeMap<String, Table> {
    tables(&read(recipe, "sites.toml"), "site").into_iter().map(|site| (text(&site, "id"), site)).collect()
}

fn coordinates(site: &Table) -> (f64, f64) {
    let degrees = |key: &str| site.get(key).and_then(Value::as_float).unwrap();
    (degrees("latitude"), degrees("longitude"))
}

fn make_people(recipe: &Recipe) -> Vec<Person> {
    let sites = sites(recipe);
    let weights: Vec<u32> = recipe.workplaces.iter().map(|place| place.2).collect();
    let members = share_out(recipe.members, &weights);
    let captains = share_out(recipe.members * recipe.captains_per_mille / 1000, &weights);
    let workplaces: Vec<_> = recipe
        .workplaces
        .iter()
        .zip(members.into_iter().zip(captains))
        .map(|(&(id, local, _), (members, captains))| {
            let site = &sites[id];
            let town = places::find(&text(site, "city")).unwrap();
            assert_eq!(local.as_bytes()[0] - b'0', town.region, "{id}: the local's first digit is the region");
            let mut near: Vec<_> = sites
                .iter()
                .filter(|(other, _)| *other != id)
                .map(|(other, there)| (places::rough_km(coordinates(site), coordinates(there)), other.clone()))
                .collect();
            near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            Workplace {
                site: id.to_owned(),
                town,
                local: local.to_owned(),
                members,
                captains,
                trades: (recipe.trades)(&text(site, "kind")),
                neighbours: near.into_iter().take(3).map(|(_, other)| other).collect(),
            }
        })
        .collect();
    let strike = read(recipe, "strike.toml")["strike"].as_table().unwrap().clone();
    let first_day: NaiveDate = strike["first_day"].as_datetime().unwrap().to_string().parse().unwrap();
    let days = u32::try_from(count(&strike, "days").unwrap()).unwrap();
    let habits = Habits { first_day, days, templates: recipe.templates, digits: 4 };
    people(&workplaces, &habits, &mut Dice::new(recipe.seed, 2))
}

/// The hand-written requirements; how one is covered shows in its words.
fn requirements(agreement: &Table) -> Vec<Requirement> {
    let requirement = |table: &Table| {
        let windows: Vec<String> = table
            .get("windows")
            .and_then(Value::as_array)
            .map(|all| all.iter().map(|it| it.as_str().unwrap().to_owned()).collect())
            .unwrap_or_default();
        let service = text(table, "service");
        let cover = match service.as_str() {
            _ if text(table, "part") == "emergency" => Cover::OnCall,
            "Health care" | "High-risk supervision" => Cover::Pool,
            _ if windows.iter().any(|window| window.starts_with("mon-sun ")) => Cover::Rotation,
            _ => Cover::Windows,
        };
        Requirement {
            id: text(table, "id"),
            site: text(table, "site"),
            classification: text(table, "classification"),
            required: count(table, "required").unwrap(),
            normal_complement: count(table, "normal_complement"),
            trigger: table.contains_key("trigger").then(|| text(table, "trigger")),
            service,
            cover,
            windows,
        }
    };
    tables(agreement, "requirement").iter().map(requirement).collect()
}

/// essential.toml with its hand-written part as it is and its designations made anew.
fn essential_toml(recipe: &Recipe, people: &[Person]) -> Option<String> {
    let written = fs::read_to_string(folder(recipe).join("essential.toml")).ok()?;
    let start = written.find(MARK).unwrap();
    let end = start + written[start..].find('\n').unwrap() + 1;
    let mut made = written[..end].to_owned();
    let requirements = requirements(&written.parse().unwrap());
    let designations = designate(&requirements, people, &mut Dice::new(recipe.seed, 3));
    for designation in &designations {
        designation_toml(&mut made, designation);
    }
    let covered = |requirement: &Requirement| {
        let own = designations.iter().filter(|it| it.requirement == requirement.id && it.kind != "alternate");
        own.count() >= requirement.required
    };
    let bare: Vec<_> = requirements.iter().filter(|it| !covered(it)).map(|it| &it.id).collect();
    assert!(bare.is_empty(), "too few people for {bare:?}");
    Some(made)
}

#[test]
fn the_samples_people_are_those_of_their_seeds() {
    let write = std::env::var_os("PICKET_WRITE_SAMPLES").is_some();
    for recipe in recipes::ALL {
        let people = make_people(recipe);
        assert_eq!(people.len(), recipe.members);
        let made = [("members.csv", Some(members_csv(&people))), ("essential.toml", essential_toml(recipe, &people))];
        for (file, made) in made {
            let path = folder(recipe).join(file);
            match made {
                None => assert!(!path.exists()),
                Some(made) if write => fs::write(path, made).unwrap(),
                Some(made) => assert!(
                    fs::read_to_string(&path).unwrap_or_default() == made,
                    "{} isn't what its seed gives; see the head of this file",
                    path.display()
                ),
            }
        }
    }
}

#[test]
fn the_public_service_sample_designates_in_every_way() {
    let agreement = read(&recipes::ALL[0], "essential.toml");
    let mut kinds: Vec<_> = tables(&agreement, "designation").iter().map(|it| text(it, "kind")).collect();
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, ["alternate", "full_time", "on_call", "part_time", "pool"]);
}

#[test]
fn the_samples_and_generated_strikes_have_nothing_to_complain_of() {
    for recipe in recipes::ALL {
        assert_eq!(read_strike(&folder(recipe)).problems, [], "{}", recipe.folder);
    }
    for (members, sites) in [(1, 1), (341, 10), (2000, 80)] {
        let home = tempfile::tempdir().unwrap();
        write(home.path(), &generate(&GenerateOptions { members, sites, ..GenerateOptions::default() })).unwrap();
        let reading = read_strike(home.path());
        assert_eq!(reading.problems, [], "{members} members, {sites} sites");
        assert_eq!(reading.strike.unwrap().members.len(), members);
    }
}
