//! The roster as data: what outside readers make of it.

use super::hand::Made;
use super::{made, strikes};
use picket::export::{Format, View};
use picket::model::campaign::Language;
use picket::model::{Duty, Roster};
use picket::rules::Ground;
use serde_json::{Value, json};

#[test]
fn the_documents_look_like_this() {
    let all = Made::by_hand();
    let day = "2026-12-07".parse().ok();
    insta::assert_snapshot!("json", made(&View { day, ..all.view() }, Format::Json));
    insta::assert_snapshot!("csv_french", made(&View { language: Language::Fr, ..all.view() }, Format::Csv));
}

/// The document worked out another way: from the roster alone, without the counts.
fn expected(ground: &Ground, roster: &Roster) -> Value {
    let mut shifts = Vec::new();
    let (mut assignments, mut gaps) = (0, 0);
    let mut order: Vec<_> = ground.timetable.shifts.iter().collect();
    order.sort_by_key(|shift| (shift.span.start, shift.id.clone()));
    for shift in order {
        let on = roster.on(ground.find(&shift.id).unwrap());
        let word = |duty: Duty| match duty {
            Duty::Captain => "captain".to_owned(),
            Duty::Skill(skill) => ground.strike.skills[skill.ix()].clone(),
            Duty::Picket => "picket".to_owned(),
        };
        let mut standing: Vec<(u8, String, String, Value)> = Vec::new();
        for each in on {
            let id = ground.strike.members[each.member.ix()].id.clone();
            let rank = match each.duty {
                Duty::Captain => 0,
                Duty::Skill(_) => 1,
                Duty::Picket => 2,
            };
            let mut aside = Vec::new();
            for (set, rule) in [
                (each.overrides.availability, "availability"),
                (each.overrides.reach, "reach"),
                (each.overrides.rest, "rest"),
            ] {
                if set {
                    aside.push(rule);
                }
            }
            let row = json!({
                "member": id, "duty": word(each.duty), "pinned": each.pinned, "origin": each.origin.word(), "overrides": aside,
            });
            standing.push((rank, word(each.duty), id, row));
        }
        standing.sort_by(|a, b| (a.0, &a.1, &a.2).cmp(&(b.0, &b.1, &b.2)));
        let heads = on.len() as u32;
        let held = |duty| on.iter().filter(|each| each.duty == duty).count() as u32;
        let lacks_skill = shift.needs.iter().any(|(skill, posts)| held(Duty::Skill(*skill)) < *posts);
        let status = match () {
            () if heads == 0 => "open",
            () if heads < shift.minimum => "short",
            () if held(Duty::Captain) < shift.captains => "captain",
            () if lacks_skill => "skill",
            () if heads < shift.target => "thin",
            () => "full",
        };
        assignments += heads;
        gaps += u32::from(!["thin", "full"].contains(&status));
        let zone = ground.strike.sites[shift.site.ix()].zone;
        let at = |seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&zone).to_rfc3339();
        let needs: serde_json::Map<String, Value> =
            shift.needs.iter().map(|(skill, posts)| (word(Duty::Skill(*skill)), (*posts).into())).collect();
        shifts.push(json!({
            "id": shift.id, "starts": at(shift.span.start.0), "ends": at(shift.span.end.0),
            "minimum": shift.minimum, "target": shift.target, "maximum": shift.maximum, "captains": shift.captains,
            "needs": needs, "heads": heads,
            "worst_case": on.iter().filter(|each| !ground.at_risk(each.member)).count(),
            "status": status,
            "assigned": standing.into_iter().map(|(.., row)| row).collect::<Vec<_>>(),
        }));
    }
    json!({
        "strike": ground.strike.campaign.name, "version": 1012, "published": 9,
        "generated": "2026-12-01T14:03:00-05:00",
        "totals": { "shifts": shifts.len(), "assignments": assignments, "gaps": gaps },
        "shifts": shifts,
    })
}

#[test]
fn the_json_is_the_roster() {
    let mut cases = vec![Made::by_hand()];
    cases.extend((0..40).map(|seed| {
        let ground = strikes::small(seed);
        let roster = strikes::filled(&ground, 0.8, seed);
        Made::of(ground, roster)
    }));
    for (ix, all) in cases.iter().enumerate() {
        let mut expected = expected_of(all);
        let found: Value = serde_json::from_str(&made(&all.view(), Format::Json)).unwrap();
        assert_eq!(found, expected, "case {ix}");
        let unpublished = made(&View { published: None, ..all.view() }, Format::Json);
        expected["published"] = Value::Null;
        assert_eq!(serde_json::from_str::<Value>(&unpublished).unwrap(), expected, "case {ix}");
    }
}

fn expected_of(all: &Made) -> Value {
    expected(&all.ground, &all.roster)
}

#[test]
fn only_the_shifts_asked_for_are_counted() {
    let all = Made::by_hand();
    let day = "2026-12-08".parse().ok();
    let document: Value = serde_json::from_str(&made(&View { day, ..all.view() }, Format::Json)).unwrap();
    let shifts = document["shifts"].as_array().unwrap();
    assert!(!shifts.is_empty() && shifts.iter().all(|shift| shift["id"].as_str().unwrap().contains("/2026-12-08/")));
    assert_eq!(document["totals"]["shifts"], shifts.len());
    let heads: u64 = shifts.iter().map(|shift| shift["heads"].as_u64().unwrap()).sum();
    assert_eq!(document["totals"]["assignments"], heads);
}

#[test]
fn the_table_reads_back_as_the_document() {
    let all = Made::by_hand();
    for mark in [false, true] {
        let text = made(&View { byte_order_mark: mark, ..all.view() }, Format::Csv);
        assert_eq!(text.starts_with('\u{feff}'), mark);
        let text = text.trim_start_matches('\u{feff}');
        assert!(text.lines().count() * 2 == text.matches(['\r', '\n']).count(), "every row ends in CR LF");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let at = |name: &str| columns.iter().position(|column| column == name).unwrap();
        let mut rows: Vec<(String, String, String)> = Vec::new();
        for row in reader.records() {
            let row = row.unwrap();
            rows.push((row[at("shift")].into(), row[at("member")].into(), row[at("duty")].into()));
            assert_eq!((&row[at("version")], &row[at("published")]), ("1012", "9"));
        }
        let document = expected_of(&all);
        let mut wanted = Vec::new();
        for shift in document["shifts"].as_array().unwrap() {
            for each in shift["assigned"].as_array().unwrap() {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                wanted.push((text(&shift["id"]), text(&each["member"]), text(&each["duty"])));
            }
        }
        assert_eq!(rows, wanted);
    }
}

#[test]
fn a_large_roster_is_written_whole() {
    let size = strikes::Size { members: 5_000, sites: 150, days: 14 };
    let ground = strikes::made(size, 1);
    let mut roster = strikes::empty(&ground);
    let members = ground.strike.members.len() as u32;
    let mut next = 0;
    for ix in ground.timetable.indices() {
        for _ in 0..ground.shift(ix).maximum {
            roster.put(picket::model::Assignment::planned(picket::model::MemberIx(next % members), ix, Duty::Picket));
            next += 1;
        }
    }
    let all = Made::of(ground, roster);
    let document: Value = serde_json::from_str(&made(&all.view(), Format::Json)).unwrap();
    assert_eq!(document["totals"]["assignments"], all.roster.len());
    assert_eq!(made(&all.view(), Format::Csv).lines().count(), all.roster.len() + 1);
    let text = made(&all.view(), Format::Text);
    // Many lots of sheets, made by several threads: every page has its number, in order.
    let of = text.matches("\nOn this page ").count();
    let numbers: Vec<&str> =
        text.lines().filter_map(|line| line.rsplit_once("  Page ").map(|(_, rest)| rest)).collect();
    assert_eq!(numbers, (1..=of).map(|number| format!("{number} of {of}")).collect::<Vec<_>>());
}
