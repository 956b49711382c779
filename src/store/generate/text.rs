//! Writes what was made as text: members.csv rows and the small pieces of TOML.
//!
//! It knows the spelling of the files, not what is in them.

use super::people::Person;
use crate::store::column::COLUMNS;

/// The whole members.csv.
pub fn members_csv(people: &[Person]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::with_capacity(160 * (people.len() + 1)));
    // In memory no row fails.
    let _ = writer.write_record(COLUMNS);
    for person in people {
        let degrees =
            |of: fn((f64, f64)) -> f64| person.home.map_or_else(String::new, |home| format!("{:.4}", of(home)));
        let reach = person.reach_km.map_or_else(String::new, |reach| reach.to_string());
        let _ = writer.write_record([
            person.id.as_str(),
            &person.name,
            &person.local,
            person.unit,
            person.classification,
            &person.home_site,
            &degrees(|home| home.0),
            &degrees(|home| home.1),
            &reach,
            &person.phone,
            &person.email,
            &person.skills.join(";"),
            &person.availability,
            &person.sites.join(">"),
            &person.shifts.join(">"),
            &person.restrictions.join(";"),
            person.status,
        ]);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A TOML string. What is written here holds no control characters.
pub fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A TOML array of strings.
pub fn list<T: AsRef<str>>(values: &[T]) -> String {
    let quoted: Vec<_> = values.iter().map(|value| quoted(value.as_ref())).collect();
    format!("[{}]", quoted.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_backslashes_are_kept() {
        assert_eq!(quoted(r#"a "b" \c"#), r#""a \"b\" \\c""#);
        assert_eq!(list(&["a", "b"]), r#"["a", "b"]"#);
    }
}
