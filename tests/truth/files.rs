//! The files of a strike folder, field by field, with the contract's defaults.
//!
//! Good input only: what a person may get wrong is not this reader's business,
//! so it panics at the first surprise.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use toml::value::Datetime;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrikeFile {
    pub strike: Head,
    pub legal: Option<Legal>,
    #[serde(default)]
    pub phase: Vec<Phase>,
    #[serde(default)]
    pub strike_pay: StrikePay,
    #[serde(default)]
    pub rules: Rules,
    #[serde(default)]
    pub line: LineKeys,
    #[serde(default)]
    pub shift: Vec<Template>,
    #[serde(default)]
    pub files: Files,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub name: String,
    pub union: Option<String>,
    pub statute: Option<String>,
    pub timezone: Option<String>,
    pub first_day: Datetime,
    pub days: Option<u32>,
    pub language: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legal {
    pub no_board_mailed: Option<Datetime>,
    pub strike_vote: Option<Datetime>,
    pub notice_served: Option<Datetime>,
    pub essential_agreement_signed: Option<Datetime>,
    pub lawful_from: Option<LawfulFrom>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawfulFrom {
    pub at: Datetime,
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    pub mode: String,
    pub from: Datetime,
    pub until: Option<Datetime>,
    pub sites: Option<Vec<String>>,
    pub regions: Option<Vec<i64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StrikePay {
    pub hours_per_week: f64,
    pub hours_per_day: f64,
    pub week_starts: String,
    pub rounding_minutes: i64,
    pub first_paid_day: i64,
    pub basis: String,
    pub rates: Vec<Rate>,
}

impl Default for StrikePay {
    fn default() -> Self {
        Self {
            hours_per_week: 20.0,
            hours_per_day: 4.0,
            week_starts: "monday".into(),
            rounding_minutes: 30,
            first_paid_day: 1,
            basis: "pro_rata".into(),
            rates: Vec::new(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    pub from_week: i64,
    pub per_week: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    pub shifts_per_day: usize,
    pub hours_per_week: f64,
    pub min_rest_hours: f64,
    pub essential_buffer_minutes: i64,
    pub essential_may_picket_off_duty: bool,
    pub reach_km: f64,
    pub notice_hours: f64,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            shifts_per_day: 1,
            hours_per_week: 20.0,
            min_rest_hours: 8.0,
            essential_buffer_minutes: 60,
            essential_may_picket_off_duty: true,
            reach_km: 60.0,
            notice_hours: 24.0,
        }
    }
}

/// The keys that `[line]`, a site and a line may each set.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineKeys {
    pub minimum: Option<usize>,
    pub target: Option<usize>,
    pub maximum: Option<usize>,
    pub captain_ratio: Option<usize>,
    pub vehicle_delay_minutes: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub id: String,
    pub label: Option<String>,
    pub label_fr: Option<String>,
    pub start: String,
    pub end: String,
    pub days: Option<Vec<String>>,
    #[serde(default)]
    pub information: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    sites: Option<OneOrMany>,
    members: Option<OneOrMany>,
    essential: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn list(&self) -> Vec<String> {
        match self {
            Self::One(name) => vec![name.clone()],
            Self::Many(names) => names.clone(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SitesFile {
    #[serde(default)]
    pub site: Vec<Site>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub id: String,
    pub name: String,
    pub name_fr: Option<String>,
    pub kind: Option<String>,
    pub address: Option<String>,
    pub city: Option<String>,
    pub region: Option<i64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub timezone: Option<String>,
    pub shifts: Option<Vec<String>>,
    pub backup: Option<String>,
    #[serde(default)]
    pub neutral_tenants: Vec<String>,
    #[serde(default)]
    pub amenities: Vec<String>,
    pub minimum: Option<usize>,
    pub target: Option<usize>,
    pub maximum: Option<usize>,
    pub captain_ratio: Option<usize>,
    pub vehicle_delay_minutes: Option<i64>,
    #[serde(default)]
    pub needs: BTreeMap<String, usize>,
    #[serde(default)]
    pub line: Vec<Line>,
    #[serde(default)]
    pub stand_down: Vec<StandDown>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub id: String,
    pub name: Option<String>,
    pub name_fr: Option<String>,
    pub minimum: Option<usize>,
    pub target: Option<usize>,
    pub maximum: Option<usize>,
    pub captain_ratio: Option<usize>,
    pub vehicle_delay_minutes: Option<i64>,
    pub needs: Option<BTreeMap<String, usize>>,
    pub shifts: Option<Vec<String>>,
    #[serde(default)]
    pub cap: Vec<Cap>,
    #[serde(default)]
    pub stand_down: Vec<StandDown>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    pub at_most: usize,
    pub from: Datetime,
    pub until: Option<Datetime>,
    pub order: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandDown {
    pub from: Datetime,
    pub until: Datetime,
    pub reason: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EssentialFile {
    pub version: Option<i64>,
    pub signed: Option<Datetime>,
    #[serde(default)]
    pub requirement: Vec<Requirement>,
    #[serde(default)]
    pub designation: Vec<Designation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub id: String,
    pub site: String,
    pub service: Option<String>,
    pub classification: Option<String>,
    pub part: Option<String>,
    pub required: usize,
    pub normal_complement: Option<usize>,
    pub windows: Option<Vec<String>>,
    pub trigger: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Designation {
    pub member: String,
    pub requirement: String,
    pub kind: String,
    pub hours: Option<Vec<String>>,
    pub alternate_for: Option<String>,
    pub response_minutes: Option<i64>,
}

/// A row of members.csv: lower-case column name → cell.
pub type Row = BTreeMap<String, String>;

#[derive(Debug)]
pub struct Folder {
    pub strike: StrikeFile,
    pub sites: Vec<Site>,
    pub members: Vec<Row>,
    pub essential: EssentialFile,
}

impl Folder {
    pub fn read(dir: &Path) -> Self {
        let text = |name: &str| std::fs::read_to_string(dir.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let strike: StrikeFile = toml::from_str(&text("strike.toml")).expect("strike.toml");
        let names = |given: &Option<OneOrMany>, usual: &str| {
            given.as_ref().map_or_else(|| vec![usual.to_owned()], OneOrMany::list)
        };
        let sites = names(&strike.files.sites, "sites.toml")
            .iter()
            .flat_map(|name| toml::from_str::<SitesFile>(&text(name)).expect(name).site)
            .collect();
        let members = names(&strike.files.members, "members.csv").iter().flat_map(|name| rows(&text(name))).collect();
        let essential = match &strike.files.essential {
            Some(name) => toml::from_str(&text(name)).expect(name),
            None if dir.join("essential.toml").exists() => {
                toml::from_str(&text("essential.toml")).expect("essential.toml")
            }
            None => EssentialFile::default(),
        };
        Self { strike, sites, members, essential }
    }
}

fn rows(text: &str) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers().expect("header").iter().map(|h| h.trim().to_lowercase()).collect();
    reader
        .records()
        .map(|record| {
            let record = record.expect("row");
            header.iter().cloned().zip(record.iter().map(|cell| cell.trim().to_owned())).collect()
        })
        .collect()
}

pub fn date(value: &Datetime) -> NaiveDate {
    let date = value.date.expect("a date");
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
        .expect("a day of the calendar")
}

/// A local date and time; a bare date is its midnight.
pub fn local(value: &Datetime) -> NaiveDateTime {
    assert!(value.offset.is_none(), "a local time, without offset");
    let time = value.time.map_or(NaiveTime::MIN, |t| {
        NaiveTime::from_hms_opt(u32::from(t.hour), u32::from(t.minute), t.second.map_or(0, u32::from))
            .expect("a time of day")
    });
    date(value).and_time(time)
}
