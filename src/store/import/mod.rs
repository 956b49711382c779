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
mod merge;
mod source;
mod tidy;

pub use doubt::{Doubt, Why};
pub use list::List;
pub use map::Map;
pub use source::{Encoding, Table, read_file};
pub use tidy::{folded as folded_name, phone as plain_phone};

use super::column::Column;
use crate::model::problem::Problem;
use merge::Merge;
use std::collections::BTreeSet;

/// Why an export can't be brought in.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
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
    /// The map is not TOML: the first slip in its form, in its place.
    #[error("map: {}", .0.code)]
    MapSyntax(Box<Problem>),
    /// What the map gives for this column of the list is no name of a column, nor several.
    #[error("map: columns.{0}")]
    MapValue(String),
    /// What the map gives for this is no word of the list's, or no words for a column at all.
    #[error("map: {0}")]
    MapWord(String),
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

const ID: usize = Column::Id.ix();
const NAME: usize = Column::Name.ix();
/// What an import must know of the strike.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Locals begin with their region, 1 to 7.
    pub is_opseu: bool,
    /// The ids of its sites.
    pub sites: &'a BTreeSet<&'a str>,
}

/// Works out what bringing `table` into `lists` would do.
pub fn preview(table: &Table, map: &Map, lists: Vec<List>, known: Known<'_>) -> Result<Preview, ImportError> {
    let sources = map.resolve(&table.header)?;
    let mut merge = Merge::new(table, map, lists, known);
    for (line, fields) in &table.rows {
        merge.row(*line, &|column| sources[column].as_ref().map_or_else(String::new, |from| from.value(fields)))?;
    }
    // An export of nobody is one that went wrong: it would mark everyone.
    merge.finish().ok_or_else(|| ImportError::Nobody(table.name.clone()))
}
