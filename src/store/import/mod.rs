//! A union database's export, brought into the list of members: what would change, and the files as they would then be.
//!
//! The export is the truth about who is a member and about the columns it has; the list is the truth about everything else.
//! So columns that the export lacks keep their values, and a blank cell of the export wipes nothing out. People who are
//! gone keep their row, since the agreement, the record and the ledger may still name them, and are marked `excluded`.
//!
//! Nothing is written here; see [`place`](super::place) for that.

mod doubt;
mod list;
mod map;
mod source;
mod tidy;

pub use doubt::{Doubt, Why};
pub use list::List;
pub use map::Map;
pub use source::{Encoding, Table, read_file};
pub use tidy::{folded as folded_name, phone as plain_phone};

use super::column::{COLUMNS, Column};
use crate::model::text::is_unseen;
use std::collections::{BTreeMap, BTreeSet};

/// Why an export can't be brought in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file can't be read.
    #[error("{file}: {detail}")]
    Unreadable {
        /// The file.
        file: String,
        /// Of what kind the trouble is.
        kind: std::io::ErrorKind,
        /// What the system says.
        detail: String,
    },
    /// No text, or none that holds a table.
    #[error("{0} is no table")]
    NoTable(String),
    /// A row has another number of fields than the header.
    #[error("line {line}: {fields} fields, {columns} columns")]
    Ragged {
        /// Its line.
        line: u64,
        /// Fields it has.
        fields: usize,
        /// Fields it should have.
        columns: usize,
    },
    /// A column that must be there is not.
    #[error("no column {column}")]
    NoColumn {
        /// The column wanted, as the export or the list names it.
        column: String,
        /// Those there are.
        known: String,
    },
    /// A column that is wanted stands in the header twice.
    #[error("two columns {0}")]
    ColumnTwice(String),
    /// A quotation mark is opened in a row and never closed: all that follows would be one field.
    #[error("line {0}: a quotation mark that is never closed")]
    Unclosed(u64),
    /// There is a header row, and no member below it.
    #[error("{0} holds nobody")]
    Nobody(String),
    /// The map is no text in UTF-8.
    #[error("map: no text")]
    MapText,
    /// The map is not TOML.
    #[error("map: line {line}, column {column}: {detail}")]
    MapSyntax {
        /// Its line.
        line: usize,
        /// The column, in characters.
        column: usize,
        /// What the parser says.
        detail: String,
    },
    /// What the map gives for this column of the list is no name of a column, nor several.
    #[error("map: columns.{0}")]
    MapValue(String),
    /// The map leaves a column as it is without which nobody is anybody.
    #[error("map: columns.{0} is needed")]
    MapBlank(&'static str),
    /// `dates` of the map is no order of dates.
    #[error("map: dates")]
    MapDates,
    /// The map names a column that members have not.
    #[error("map: no column {column}")]
    MapKey {
        /// What it names.
        column: String,
        /// The columns members have.
        known: String,
    },
    /// An id holds something that can't be seen.
    #[error("line {0}: unseen characters in the id")]
    UnseenInId(u64),
}

/// A person, by id and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// Someone of whom something is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Who.
    pub person: Person,
    /// In which columns.
    pub columns: Vec<&'static str>,
}

/// What an import would do.
#[derive(Debug)]
pub struct Preview {
    /// Rows of the export that hold a member.
    pub rows: usize,
    /// How the export's letters are written.
    pub encoding: Encoding,
    /// What stands between its fields.
    pub separator: char,
    /// New people, in the export's order.
    pub added: Vec<Person>,
    /// People of whom something is different, in the export's order.
    pub changed: Vec<Changed>,
    /// People of whom nothing is.
    pub unchanged: usize,
    /// People who are no longer in the export, in the list's order.
    pub gone: Vec<Person>,
    /// Ids of everyone on the list who is not in the export, also of those who were marked before: none of them stands on a
    /// shift.
    pub absent: BTreeSet<String>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
    /// The lists as they would be.
    pub lists: Vec<List>,
}

impl Preview {
    /// True when the lists would change.
    pub fn changes_lists(&self) -> bool {
        self.lists.iter().any(List::is_changed)
    }
}

/// The word that marks people who are gone: kept on the list, never rostered.
const GONE: &str = "excluded";
const ID: usize = Column::Id.ix();
const NAME: usize = Column::Name.ix();
const LOCAL: usize = Column::Local.ix();
const HOME: usize = Column::HomeSite.ix();
const PHONE: usize = Column::Phone.ix();
const EMAIL: usize = Column::Email.ix();
const AVAILABILITY: usize = Column::Availability.ix();
const STATUS: usize = Column::Status.ix();

/// What an import must know of the strike.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Locals begin with their region, 1 to 7.
    pub is_opseu: bool,
    /// The ids of its sites.
    pub sites: &'a BTreeSet<&'a str>,
}

/// Works out what bringing `table` into `lists` would do.
pub fn preview(table: &Table, map: &Map, mut lists: Vec<List>, known: Known<'_>) -> Result<Preview, ImportError> {
    let sources = map.resolve(&table.header)?;
    let mut where_is: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (at, list) in lists.iter().enumerate() {
        for row in list.rows() {
            where_is.insert(list.get(row, ID).to_owned(), (at, row));
        }
    }
    let on_list = where_is.len();
    let mut doubts = Vec::new();
    let (mut added, mut changed, mut unchanged) = (Vec::new(), Vec::new(), 0);
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for (line, fields) in &table.rows {
        let value = |column: usize| sources[column].as_ref().map_or_else(String::new, |from| from.value(fields));
        let id = value(ID);
        if id.is_empty() {
            doubts.push(Doubt::of_row(Why::NoId, "", *line));
            continue;
        }
        if id.chars().any(is_unseen) {
            return Err(ImportError::UnseenInId(*line));
        }
        if let Some(first) = seen.get(&id) {
            doubts.push(Doubt::of_row(Why::IdTwice { first: *first }, &id, *line));
            continue;
        }
        let here = where_is.get(&id).copied();
        if here.is_none() && value(NAME).is_empty() {
            doubts.push(Doubt::of_row(Why::NoName, &id, *line));
            continue;
        }
        seen.insert(id.clone(), *line);
        let told = tidied((1..COLUMNS.len()).map(|column| (column, value(column))), map, known, |why| {
            doubts.push(Doubt::of_row(why, &id, *line));
        });
        if let Some((at, row)) = here {
            let is_marked = lists[at].get(row, STATUS).eq_ignore_ascii_case(GONE);
            if is_marked && !told.iter().any(|(column, _)| *column == STATUS) {
                doubts.push(Doubt::of_row(Why::ExcludedHere, &id, *line));
            }
            let columns: Vec<usize> =
                told.iter().filter(|told| differs(&lists[at], row, told)).map(|(column, _)| *column).collect();
            for (column, value) in told.into_iter().filter(|(column, _)| columns.contains(column)) {
                lists[at].set(row, column, value);
            }
            if columns.is_empty() {
                unchanged += 1;
            } else {
                let person = lists[at].person(row);
                changed.push(Changed { person, columns: columns.into_iter().map(|ix| COLUMNS[ix]).collect() });
            }
        } else if let Some(last) = lists.last_mut() {
            let row = last.add(&id);
            for (column, value) in told {
                last.set(row, column, value);
            }
            added.push(last.person(row));
        }
    }
    let (mut gone, mut absent) = (Vec::new(), BTreeSet::new());
    for list in &mut lists {
        for row in list.rows() {
            if seen.contains_key(list.get(row, ID)) {
                continue;
            }
            absent.insert(list.get(row, ID).to_owned());
            if !list.get(row, STATUS).eq_ignore_ascii_case(GONE) {
                list.set(row, STATUS, GONE.to_owned());
                gone.push(list.person(row));
            }
        }
    }
    if gone.len() * 4 > on_list {
        doubts.push(Doubt::of_list(Why::ManyGone(gone.len()), Vec::new()));
    }
    doubts.extend(same_people(&lists, &seen));
    // An export of nobody is one that went wrong: it would mark everyone.
    if seen.is_empty() {
        return Err(ImportError::Nobody(table.name.clone()));
    }
    let (encoding, separator, rows) = (table.encoding, table.separator, seen.len());
    Ok(Preview { rows, encoding, separator, added, changed, unchanged, gone, absent, doubts, lists })
}

/// What a row of the export tells, in the list's own forms, blank cells left out. What can't be read as anything is left as it
/// stands on the list; that and whatever else looks odd is given to `doubt`.
fn tidied(
    values: impl Iterator<Item = (usize, String)>,
    map: &Map,
    known: Known<'_>,
    mut doubt: impl FnMut(Why),
) -> Vec<(usize, String)> {
    let mut told = Vec::new();
    let mut odd = Vec::new();
    for (column, value) in values.filter(|(_, value)| !value.is_empty()) {
        let value = match column {
            HOME if !known.sites.contains(value.as_str()) => {
                doubt(Why::UnknownHome(value));
                continue;
            }
            AVAILABILITY => match tidy::dates(&value, map.dates) {
                Ok(dated) => dated,
                Err(word) => {
                    doubt(Why::OddDate(word));
                    continue;
                }
            },
            PHONE => tidy::phone(&value).unwrap_or_else(|| {
                odd.push(Why::OddPhone);
                value
            }),
            STATUS => value.to_lowercase(),
            LOCAL if known.is_opseu && !value.starts_with(|first| ('1'..='7').contains(&first)) => {
                odd.push(Why::ImpossibleLocal(value.clone()));
                value
            }
            _ => value,
        };
        told.push((column, value));
    }
    odd.into_iter().for_each(doubt);
    told
}

/// True when the list says something else of a column than what is told: another form of the same telephone is no other.
fn differs(list: &List, row: usize, (column, value): &(usize, String)) -> bool {
    let old = list.get(row, *column);
    let is_same = old == value || (*column == PHONE && tidy::phone(old).as_ref() == Some(value));
    !(is_same || *column == STATUS && old.is_empty() && value == "active")
}

/// People under two ids: of one name, with one telephone or e-mail address.
fn same_people(lists: &[List], seen: &BTreeMap<String, u64>) -> Vec<Doubt> {
    let mut by_key: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for list in lists {
        for row in list.rows().filter(|row| seen.contains_key(list.get(*row, ID))) {
            let name = tidy::folded(list.get(row, NAME));
            let phone = list.get(row, PHONE);
            let phone = tidy::phone(phone).unwrap_or_else(|| phone.to_owned());
            for way in [phone, list.get(row, EMAIL).to_lowercase()] {
                if !way.is_empty() && !name.is_empty() {
                    by_key.entry((name.clone(), way)).or_default().push(list.get(row, ID).to_owned());
                }
            }
        }
    }
    let groups: BTreeSet<Vec<String>> = by_key.into_values().filter(|ids| ids.len() > 1).collect();
    groups.into_iter().map(|members| Doubt::of_list(Why::SamePerson, members)).collect()
}
