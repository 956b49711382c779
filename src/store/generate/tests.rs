//! What must hold of every made strike, read with the plain parsers and not with the program's own reader.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::*;

fn options(members: usize, sites: usize, seed: u64) -> GenerateOptions {
    GenerateOptions { members, sites, seed, ..GenerateOptions::default() }
}

struct Made {
    strike: Table,
    sites: Vec<Table>,
    members: Vec<BTreeMap<String, String>>,
    agreement: Table,
}

fn tables(table: &Table, key: &str) -> Vec<Table> {
    let all = table.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    all.into_iter().map(|value| value.as_table().unwrap().clone()).collect()
}

fn text<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or("")
}

fn number(table: &Table, key: &str, default: i64) -> i64 {
    table.get(key).and_then(Value::as_integer).unwrap_or(default)
}

fn read(options: &GenerateOptions) -> Made {
    let files: BTreeMap<_, _> = generate(options).into_iter().collect();
    let toml = |name: &str| files[name].parse::<Table>().unwrap();
    let mut rows = csv::Reader::from_reader(files["members.csv"].as_bytes());
    let members = rows.deserialize().map(Result::unwrap).collect();
    Made {
        strike: toml("strike.toml"),
        sites: tables(&toml("sites.toml"), "site"),
        members,
        agreement: toml("essential.toml"),
    }
}

/// Holds the rules of the formats over one made strike.
fn hold(options: &GenerateOptions) -> Made {
    let made = read(options);
    let templates: BTreeSet<_> =
        tables(&made.strike, "shift").iter().map(|shift| text(shift, "id").to_owned()).collect();
    assert_eq!(made.members.len(), options.members);
    assert_eq!(made.sites.len(), options.sites.max(1));

    let site_ids: BTreeSet<_> = made.sites.iter().map(|site| text(site, "id").to_owned()).collect();
    assert_eq!(site_ids.len(), made.sites.len(), "site ids are unique");
    for site in &made.sites {
        let [minimum, target, maximum] =
            [("minimum", 4), ("target", 10), ("maximum", 40)].map(|(key, default)| number(site, key, default));
        assert!(0 <= minimum && minimum <= target && target <= maximum, "{site:?}");
        assert!(text(site, "id").chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-'));
        assert!(site["shifts"].as_array().unwrap().iter().all(|id| templates.contains(id.as_str().unwrap())));
        let backup = text(site, "backup");
        assert!(backup.is_empty() || (site_ids.contains(backup) && backup != text(site, "id")));
        for line in tables(site, "line") {
            for cap in tables(&line, "cap") {
                assert!(cap["from"].to_string() < cap["until"].to_string(), "{cap:?}");
            }
        }
    }

    let member_ids: BTreeSet<_> = made.members.iter().map(|row| row["id"].clone()).collect();
    assert_eq!(member_ids.len(), made.members.len(), "member ids are unique");
    for row in &made.members {
        assert!(site_ids.contains(&row["home_site"]), "{row:?}");
        assert!(row["sites"].split('>').all(|site| site.is_empty() || site_ids.contains(site)), "{row:?}");
        assert!(row["shifts"].split('>').all(|shift| shift.is_empty() || templates.contains(shift)), "{row:?}");
        assert_eq!(row["latitude"].is_empty(), row["longitude"].is_empty());
        assert!(row["phone"].contains("-555-01") && row["email"].ends_with("@example.org"), "{row:?}");
        assert!(row["name"].contains(", ") && !row["name"].chars().any(char::is_control));
    }

    let requirements = tables(&made.agreement, "requirement");
    let by_id: BTreeMap<_, _> = requirements.iter().map(|it| (text(it, "id"), it)).collect();
    assert_eq!(by_id.len(), requirements.len(), "requirement ids are unique");
    assert!(requirements.iter().all(|it| number(it, "required", 0) > 0 && site_ids.contains(text(it, "site"))));
    let designations = tables(&made.agreement, "designation");
    let designated: BTreeSet<_> = designations.iter().map(|it| (text(it, "member"), text(it, "requirement"))).collect();
    assert_eq!(designated.len(), designations.len(), "nobody is designated twice");
    for designation in &designations {
        assert!(member_ids.contains(text(designation, "member")));
        let requirement = by_id[text(designation, "requirement")];
        let kind = text(designation, "kind");
        let emergency = text(requirement, "part") == "emergency";
        assert!(!emergency || ["alternate", "on_call"].contains(&kind), "{designation:?}");
        assert!(kind != "part_time" || designation.contains_key("hours"), "{designation:?}");
        let stands_for = text(designation, "alternate_for");
        assert_eq!(kind == "alternate", !stands_for.is_empty());
        assert!(stands_for.is_empty() || designated.contains(&(stands_for, text(designation, "requirement"))));
        assert_ne!(stands_for, text(designation, "member"));
    }
    made
}

#[test]
fn strikes_of_every_size_keep_the_rules_of_the_formats() {
    for (members, sites) in
        [(0, 1), (1, 1), (1, 30), (2, 1), (20, 3), (341, 10), (341, 200), (1200, 60), (5000, 120), (9000, 2)]
    {
        for seed in 1..=3 {
            hold(&options(members, sites, seed));
        }
    }
    for days in [1, 2, 3, 7, 366] {
        hold(&GenerateOptions { days, ..options(300, 40, 9) });
    }
}

#[test]
fn the_same_seed_makes_the_same_bytes_and_another_seed_another_strike() {
    let first = generate(&options(500, 20, 1));
    assert_eq!(first, generate(&options(500, 20, 1)));
    let other = generate(&options(500, 20, 2));
    assert!(first.iter().zip(&other).all(|(a, b)| a.1 != b.1));
}

#[test]
fn a_large_strike_has_the_fields_character() {
    let made = hold(&options(5000, 120, 1));
    let share = |count: usize| count * 1000 / made.members.len();
    let captains = made.members.iter().filter(|row| row["skills"].contains("captain")).count();
    assert!((50..=80).contains(&share(captains)), "captains: {} in 1000", share(captains));
    let away = made.members.iter().filter(|row| row["status"] != "active").count();
    assert!((20..=45).contains(&share(away)), "not active: {} in 1000", share(away));
    let designations = tables(&made.agreement, "designation");
    assert!((150..=450).contains(&share(designations.len())), "designated: {} in 1000", share(designations.len()));
    let kinds: BTreeSet<_> = designations.iter().map(|it| text(it, "kind").to_owned()).collect();
    assert_eq!(kinds, ["alternate", "full_time", "on_call", "part_time", "pool"].map(str::to_owned).into());
    let regions: BTreeSet<_> = made.sites.iter().map(|site| number(site, "region", 0)).collect();
    assert_eq!(regions, (1..=7).collect());
    assert!(made.sites.iter().any(|site| text(site, "timezone") == "America/Winnipeg"));
    assert!(made.sites.iter().flat_map(|site| tables(site, "line")).any(|line| line.contains_key("cap")));
    assert!(made.sites.iter().any(|site| site.contains_key("stand_down")));
    let names: BTreeSet<_> = made.members.iter().map(|row| &row["name"]).collect();
    assert!(share(names.len()) > 900, "only {} names", names.len());
}
