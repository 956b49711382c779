//! A new strike from a few answers: the three files that are required, with what else can stand in them told in comments.

use super::place::{make_private, place_all_new};
use chrono::NaiveDate;
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use toml_edit::Value;

/// What is known of a new strike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStrike {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub first_day: NaiveDate,
    /// How many days are planned.
    pub days: u16,
    /// The sites' names.
    pub sites: Vec<String>,
    /// The shifts of a day: start and end, each `HH:MM`.
    pub shifts: Vec<(String, String)>,
    /// The language, `en` or `fr`.
    pub language: &'static str,
}

/// Writes the strike into `folder`, which is made. Refuses a folder that holds a strike.
pub fn create(folder: &Path, strike: &NewStrike) -> io::Result<()> {
    for name in ["strike.toml", "sites.toml", "members.csv"] {
        if folder.join(name).symlink_metadata().is_ok() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, folder.join(name).display().to_string()));
        }
    }
    make_private(folder)?;
    let files = texts(strike);
    // strike.toml last: a folder without it isn't taken for a strike, should the program be killed half-way.
    let in_order = files.iter().rev().map(|(name, text)| (*name, text.as_str()));
    place_all_new(folder, in_order).map_err(|(_, error)| error)
}

/// The files' names and texts.
pub fn texts(strike: &NewStrike) -> [(&'static str, String); 3] {
    let quoted = |text: &str| Value::from(text).to_string().trim().to_owned();
    let mut campaign = format!(
        "# The campaign. `picket man` tells every key.\n[strike]\nname = {}\nfirst_day = {}\ndays = {}\nlanguage = \"{}\"\n\n\
         # [rules]\n# shifts_per_day = 1\n# hours_per_week = 20\n# min_rest_hours = 8\n# reach_km = 60\n\n\
         [line]                # every line, unless a site says otherwise\nminimum = 4           # heads below which it is \
         short\ntarget = 10           # heads wanted\n",
        quoted(&strike.name),
        strike.first_day,
        strike.days,
        strike.language,
    );
    for (nth, (start, end)) in strike.shifts.iter().enumerate() {
        let _ =
            write!(campaign, "\n[[shift]]\nid = \"{}\"\nstart = \"{start}\"\nend = \"{end}\"\n", shift_id(nth, start));
    }
    let mut sites =
        "# The sites and their lines. Put what you know: city, region, latitude and longitude, needs.\n".to_owned();
    let mut ids: Vec<String> = Vec::new();
    for name in &strike.sites {
        let mut id = slug(name);
        while ids.contains(&id) {
            id.push_str("-2");
        }
        let _ = write!(sites, "\n[[site]]\nid = \"{id}\"\nname = {}\n", quoted(name));
        ids.push(id);
    }
    let members = "id,name,skills,availability,home_site,phone\n".to_owned();
    [("strike.toml", campaign), ("sites.toml", sites), ("members.csv", members)]
}

fn shift_id(nth: usize, start: &str) -> String {
    let hour: u32 = start.get(..2).and_then(|hour| hour.parse().ok()).unwrap_or(0);
    let word = match hour {
        5..=9 => "am",
        10..=12 => "mid",
        13..=17 => "pm",
        _ => "night",
    };
    format!("{word}-{}", nth + 1)
}

/// A name as an id: `Front gate, London` becomes `front-gate-london`.
pub fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::new();
    for c in name.nfkd() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c.is_ascii() && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { "site".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read::read_strike;

    #[test]
    fn a_new_strike_is_one_the_program_takes() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path().join("new/one");
        let strike = NewStrike {
            name: "Local 42 \"Yard\"".into(),
            first_day: NaiveDate::from_ymd_opt(2026, 12, 7).expect("a date"),
            days: 14,
            sites: vec!["Main gate".into(), "Dépôt".into(), "Main gate".into()],
            shifts: vec![("07:30".into(), "11:30".into()), ("11:30".into(), "15:30".into())],
            language: "fr",
        };
        create(&folder, &strike).expect("written");
        let reading = read_strike(&folder);
        assert!(
            reading.problems.iter().all(|each| each.severity != crate::model::problem::Severity::Error),
            "{:?}",
            reading.problems
        );
        let read = reading.strike.expect("a strike");
        assert_eq!((read.sites.len(), read.templates.len(), read.campaign.name.as_str()), (3, 2, "Local 42 \"Yard\""));
        assert!(create(&folder, &strike).is_err(), "not over a strike that is there");
    }
}
