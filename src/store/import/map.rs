//! Which of the export's columns is which of the list's.

use super::ImportError;
use super::tidy::DateOrder;
use crate::store::column::{COLUMNS, REQUIRED};
use std::collections::BTreeMap;

/// What a map says: for a column of the list, the export's columns it is made from. None: leave it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    columns: BTreeMap<usize, Vec<String>>,
    /// How the export writes dates that can be read in two ways.
    pub dates: DateOrder,
}

impl Map {
    /// Reads a map: `[columns]`, and in it `id = "Member No"`, `name = ["Last", "First"]`, or `status = ""` to leave a column
    /// as it is.
    pub fn parse(text: &str) -> Result<Self, ImportError> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            let before = text.get(..error.span().map_or(0, |span| span.start)).unwrap_or(text);
            let line = before.rsplit('\n').next().unwrap_or("");
            let (line, column) = (before.matches('\n').count() + 1, line.chars().count() + 1);
            ImportError::MapSyntax { line, column, detail: error.message().to_owned() }
        })?;
        let (mut columns, mut dates) = (BTreeMap::new(), DateOrder::default());
        for (key, value) in &table {
            if let (Some(order), "dates") = (value.as_str(), key.as_str()) {
                dates = match order {
                    "day-month-year" => DateOrder::DayFirst,
                    "month-day-year" => DateOrder::MonthFirst,
                    _ => return Err(ImportError::MapDates),
                };
                continue;
            }
            let Some(named) = value.as_table().filter(|_| key == "columns") else {
                return Err(ImportError::MapKey { column: key.clone(), known: "[columns], dates".into() });
            };
            for (column, from) in named {
                let ix = COLUMNS
                    .iter()
                    .position(|known| known == column)
                    .ok_or_else(|| ImportError::MapKey { column: column.clone(), known: COLUMNS.join(", ") })?;
                let text = |value: &toml::Value| value.as_str().map(str::to_owned);
                let from = match from {
                    toml::Value::Array(several) => several.iter().map(text).collect(),
                    one => text(one).map(|one| if one.trim().is_empty() { Vec::new() } else { vec![one] }),
                };
                columns.insert(ix, from.ok_or_else(|| ImportError::MapValue(column.clone()))?);
            }
        }
        Ok(Self { columns, dates })
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
    fn what_a_map_gets_wrong_is_told() {
        assert!(matches!(
            Map::parse("# é\n[columns]\nid = [\n"),
            Err(ImportError::MapSyntax { line: 3 | 4, column: 1.., .. })
        ));
        assert!(matches!(Map::parse("é = 1"), Err(ImportError::MapSyntax { line: 1, column: 1, .. })));
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
        assert!(matches!(Map::parse("[colums]\nid = \"x\""), Err(ImportError::MapKey { .. })));
        let map = Map::parse("[columns]\nid = \"No\"").expect("a map");
        assert!(matches!(map.resolve(&header(&["id", "name"])), Err(ImportError::NoColumn { .. })));
        assert!(matches!(map.resolve(&header(&["No", "no", "name"])), Err(ImportError::ColumnTwice(_))));
        assert!(matches!(Map::default().resolve(&header(&["id"])), Err(ImportError::NoColumn { .. })));
    }
}
