//! Which of the export's columns is which of the list's.

use super::ImportError;
use super::tidy::DateOrder;
use crate::store::column::{COLUMNS, REQUIRED};
use crate::store::read::toml_table;
use std::collections::BTreeMap;

/// What a map says: for a column of the list, the export's columns it is made from, and the export's words for the list's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    /// Of none: leave it as it is.
    columns: BTreeMap<usize, Vec<String>>,
    /// By column and by the export's word, in small letters.
    words: BTreeMap<(usize, String), String>,
    /// How the export writes dates that can be read in two ways.
    pub dates: DateOrder,
}

impl Map {
    /// Reads a map: `[columns]`, and in it `id = "Member No"`, `name = ["Last", "First"]`, or `status = ""` to leave a column
    /// as it is; `[words.status]`, and in it `"on strike" = "active"`; and `dates`.
    pub fn parse(text: &str) -> Result<Self, ImportError> {
        let table = toml_table(text).map_err(ImportError::MapSyntax)?;
        let mut map = Self::default();
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("columns", toml::Value::Table(named)) => map.read_columns(named)?,
                ("words", toml::Value::Table(columns)) => map.read_words(columns)?,
                ("dates", toml::Value::String(order)) => {
                    map.dates = match order.as_str() {
                        "day-month-year" => DateOrder::DayFirst,
                        "month-day-year" => DateOrder::MonthFirst,
                        _ => return Err(ImportError::MapDates),
                    };
                }
                _ => return Err(ImportError::MapKey { column: key.clone(), known: KEYS.into() }),
            }
        }
        Ok(map)
    }

    fn read_columns(&mut self, named: &toml::Table) -> Result<(), ImportError> {
        for (column, from) in named {
            let text = |value: &toml::Value| value.as_str().map(str::to_owned);
            let from = match from {
                toml::Value::Array(several) => several.iter().map(text).collect(),
                one => text(one).map(|one| if one.trim().is_empty() { Vec::new() } else { vec![one] }),
            };
            let from = from.ok_or_else(|| ImportError::MapValue(column.clone()))?;
            self.columns.insert(known(column)?, from);
        }
        Ok(())
    }

    fn read_words(&mut self, columns: &toml::Table) -> Result<(), ImportError> {
        for (column, words) in columns {
            let ix = known(column)?;
            let wrong = |word: &str| ImportError::MapWord(format!("words.{column}{word}"));
            for (word, meant) in words.as_table().ok_or_else(|| wrong(""))? {
                let meant = meant.as_str().ok_or_else(|| wrong(&format!(".{word}")))?;
                self.words.insert((ix, word.trim().to_lowercase()), meant.to_owned());
            }
        }
        Ok(())
    }

    /// What the export's `value` of a column of the list says in the list's words: the whole of it or, where several stand
    /// with `;` between, each.
    pub fn reworded(&self, column: usize, value: String) -> String {
        let word = |word: &str| self.words.get(&(column, word.trim().to_lowercase()));
        if let Some(meant) = word(&value) {
            return meant.clone();
        }
        if !value.split(';').any(|part| word(part).is_some()) {
            return value;
        }
        let parts = value.split(';').map(|part| word(part).map_or_else(|| part.trim(), String::as_str));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(";")
    }

    /// Where each column of the list comes from in an export with this header. Those that the map does not name come from the
    /// column of the same name, in any case, if there is one.
    pub fn resolve(&self, header: &[String]) -> Result<Vec<Option<From>>, ImportError> {
        let mut all = Vec::with_capacity(COLUMNS.len());
        for (ix, column) in COLUMNS.iter().enumerate() {
            let from = match self.columns.get(&ix) {
                Some(named) => {
                    named.iter().map(|name| find(header, name)?.ok_or_else(|| missing(name, header))).collect()
                }
                None => find(header, column).map(|found| found.into_iter().collect()),
            };
            let from: Vec<usize> = from?;
            if from.is_empty() && ix < REQUIRED {
                let is_named = self.columns.contains_key(&ix);
                return Err(if is_named { ImportError::MapBlank(column) } else { missing(column, header) });
            }
            let between = if *column == "name" { ", " } else { " " };
            all.push(Some(From { columns: from, between }).filter(|from| !from.columns.is_empty()));
        }
        Ok(all)
    }
}

/// What a map can hold.
const KEYS: &str = "[columns], [words.COLUMN], dates";

/// The list's column of this name.
fn known(column: &str) -> Result<usize, ImportError> {
    let ix = COLUMNS.iter().position(|known| *known == column);
    ix.ok_or_else(|| ImportError::MapKey { column: column.to_owned(), known: COLUMNS.join(", ") })
}

fn find(header: &[String], name: &str) -> Result<Option<usize>, ImportError> {
    let wanted = name.trim().to_lowercase();
    let mut found = header.iter().enumerate().filter(|(_, column)| column.trim().to_lowercase() == wanted);
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(ImportError::ColumnTwice(name.to_owned())),
        (found, _) => Ok(found.map(|(ix, _)| ix)),
    }
}

fn missing(column: &str, header: &[String]) -> ImportError {
    ImportError::NoColumn { column: column.to_owned(), known: header.join(", ") }
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct From {
    columns: Vec<usize>,
    between: &'static str,
}

impl From {
    /// The value in a row, without the spaces round it and with no line ends inside.
    pub fn value(&self, fields: &[String]) -> String {
        let field = |ix: &usize| fields.get(*ix).map_or("", |field| field.trim());
        let parts: Vec<&str> = self.columns.iter().map(field).filter(|part| !part.is_empty()).collect();
        parts.join(self.between).replace(['\r', '\n', '\t'], " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::column::Column;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn columns_are_named_joined_or_left_as_they_are() {
        let map = Map::parse(
            "dates = \"day-month-year\"\n[columns]\nid = \"Member No\"\nname = [\"Last\", \"First\"]\nstatus = \"\"",
        )
        .expect("a map");
        assert_eq!(map.dates, DateOrder::DayFirst);
        let fields = header(&[" 7 ", "Tremblay", "Anne", "on strike", "108"]);
        let from = map.resolve(&header(&["member no", "LAST", "First", "Status", "Local"])).expect("resolved");
        let values: Vec<Option<String>> =
            from.iter().map(|from| from.as_ref().map(|from| from.value(&fields))).collect();
        assert_eq!(values[..3], [Some("7".into()), Some("Tremblay, Anne".into()), Some("108".into())]);
        assert!(values[3..].iter().all(Option::is_none));
    }

    #[test]
    fn the_export_s_words_are_put_in_the_list_s() {
        let status = Column::Status.ix();
        let skills = Column::Skills.ix();
        let map = Map::parse(
            "[words.status]\nActif = \"active\"\n\"en congé\" = \"leave\"\nactive = \"\"\n\
             [words.skills]\ncapitaine = \"captain\"\nsyndicat = \"\"\n",
        )
        .expect("a map");
        for (column, value, meant) in [
            (status, "ACTIF", "active"),
            (status, " En congé ", "leave"),
            (status, "active", ""),
            (status, "retraité", "retraité"),
            (skills, "Capitaine; français ;syndicat", "captain;français"),
            (skills, "actif; x", "actif; x"),
        ] {
            assert_eq!(map.reworded(column, value.to_owned()), meant, "{value}");
        }
    }

    #[test]
    fn what_a_map_gets_wrong_is_told() {
        for (text, place) in [("# é\n[columns]\nid = [\n", (3, 6)), ("é = 1", (1, 1)), ("a = 1\na = 2", (2, 1))] {
            let Err(ImportError::MapSyntax(slip)) = Map::parse(text) else { panic!("{text} is no map") };
            assert_eq!(slip.spot.map(|spot| (spot.line, spot.column)), Some(place), "{text}");
        }
        assert_eq!(Map::parse("dates = \"dd/mm\""), Err(ImportError::MapDates));
        for bad in ["7", "[7]", "[\"a\", 7]", "{ a = 1 }", "true"] {
            let map = format!("[columns]\nid = {bad}");
            assert_eq!(Map::parse(&map), Err(ImportError::MapValue("id".into())), "{bad}");
        }
        for blank in ["\"\"", "\" \"", "[]"] {
            let map = Map::parse(&format!("[columns]\nname = {blank}")).expect("a map");
            assert_eq!(map.resolve(&header(&["id", "name"])), Err(ImportError::MapBlank("name")), "{blank}");
        }
        assert!(matches!(Map::parse("[columns]\nnmae = \"x\""), Err(ImportError::MapKey { .. })));
        assert!(matches!(Map::parse("[words.stauts]\nx = \"y\""), Err(ImportError::MapKey { .. })));
        assert_eq!(Map::parse("[words]\nstatus = \"y\""), Err(ImportError::MapWord("words.status".into())));
        assert_eq!(Map::parse("[words.status]\nx = 1"), Err(ImportError::MapWord("words.status.x".into())));
        assert!(matches!(Map::parse("[colums]\nid = \"x\""), Err(ImportError::MapKey { .. })));
        let map = Map::parse("[columns]\nid = \"No\"").expect("a map");
        assert!(matches!(map.resolve(&header(&["id", "name"])), Err(ImportError::NoColumn { .. })));
        assert!(matches!(map.resolve(&header(&["No", "no", "name"])), Err(ImportError::ColumnTwice(_))));
        assert!(matches!(Map::default().resolve(&header(&["id"])), Err(ImportError::NoColumn { .. })));
    }
}
