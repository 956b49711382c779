//! Writes what was made as text: members.csv rows and the small pieces of TOML.
//!
//! It knows the spelling of the files, not what is in them.

use super::people::Person;
use crate::store::column::COLUMNS;

/// The whole members.csv.
pub fn members_csv(people: &[Person]) -> String {
    let mut text = String::with_capacity(160 * (people.len() + 1));
    row(&mut text, &COLUMNS.map(str::to_owned));
    for person in people {
        let degrees = |value: f64| format!("{value:.4}");
        row(
            &mut text,
            &[
                person.id.clone(),
                person.name.clone(),
                person.local.clone(),
                person.unit.to_owned(),
                person.classification.to_owned(),
                person.home_site.clone(),
                person.home.map_or_else(String::new, |home| degrees(home.0)),
                person.home.map_or_else(String::new, |home| degrees(home.1)),
                person.reach_km.map_or_else(String::new, |reach| reach.to_string()),
                person.phone.clone(),
                person.email.clone(),
                person.skills.join(";"),
                person.availability.clone(),
                person.sites.join(">"),
                person.shifts.join(">"),
                person.restrictions.join(";"),
                person.status.to_owned(),
            ],
        );
    }
    text
}

fn row(text: &mut String, cells: &[String; 17]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
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
