//! A list of members as it stands in its file, row by row, so that what is not changed is written as it was: order, unknown
//! columns, quotation marks, blank lines, line ends.

use super::{ID, ImportError, NAME, Person};
use crate::store::column::COLUMNS;
use crate::store::record::{Edit, Patch};
use csv::ReaderBuilder;
use std::ops::Range;

const MARK: &str = "\u{feff}";

/// One file of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// As the strike names it.
    pub name: String,
    text: String,
    header: Row,
    /// Columns that the file has.
    width: usize,
    columns: [Option<usize>; COLUMNS.len()],
    rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    /// Where it stands in the text, without its line end; None: a new one.
    place: Option<Range<usize>>,
    fields: Vec<String>,
    is_changed: bool,
}

impl List {
    /// The list in the bytes of the file called `name`. It has been read with the strike before, so it is whole.
    pub fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, ImportError> {
        let no_table = || ImportError::NoTable(name.to_owned());
        let text = String::from_utf8(bytes).map_err(|_| no_table())?;
        let mark = if text.starts_with(MARK) { MARK.len() } else { 0 };
        let mut rows = Vec::new();
        let mut reader = ReaderBuilder::new();
        reader.has_headers(false).flexible(true);
        let starts_at = |byte: u64| {
            let byte = mark + usize::try_from(byte).unwrap_or(usize::MAX);
            let rest = text.get(byte..).unwrap_or("");
            byte + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
        };
        for record in reader.from_reader(&text.as_bytes()[mark..]).into_records() {
            let record = record.map_err(|_| no_table())?;
            let start = starts_at(record.position().map_or(0, csv::Position::byte));
            let fields = record.iter().map(str::to_owned).collect();
            rows.push(Row { place: Some(start..text.len()), fields, is_changed: false });
        }
        let starts: Vec<usize> = rows.iter().filter_map(|row| row.place.as_ref().map(|place| place.start)).collect();
        for (ix, row) in rows.iter_mut().enumerate() {
            let (Some(start), next) = (starts.get(ix).copied(), starts.get(ix + 1)) else { continue };
            let body = text.get(start..next.copied().unwrap_or(text.len())).unwrap_or("");
            row.place = Some(start..start + body.trim_end_matches(['\r', '\n']).len());
        }
        if rows.is_empty() {
            return Err(no_table());
        }
        let header = rows.remove(0);
        let names: Vec<String> = header.fields.iter().map(|name| name.trim().to_lowercase()).collect();
        let columns = COLUMNS.map(|column| names.iter().position(|name| name == column));
        Ok(Self { name: name.to_owned(), text, width: header.fields.len(), header, columns, rows })
    }

    /// The rows that hold a member.
    pub fn rows(&self) -> impl Iterator<Item = usize> + use<> {
        let holds = |row: &Row| row.fields.iter().any(|field| !field.trim().is_empty());
        let found: Vec<usize> = (0..self.rows.len()).filter(|ix| holds(&self.rows[*ix])).collect();
        found.into_iter()
    }

    /// A value, without the spaces round it; blank when there is no such column.
    pub fn get(&self, row: usize, column: usize) -> &str {
        self.columns[column].and_then(|ix| self.rows[row].fields.get(ix)).map_or("", |field| field.trim())
    }

    /// Changes a value. A column that is missing is added at the end.
    pub fn set(&mut self, row: usize, column: usize, value: String) {
        let ix = self.columns[column].unwrap_or_else(|| {
            self.header.fields.push(COLUMNS[column].to_owned());
            self.columns[column] = Some(self.header.fields.len() - 1);
            self.header.fields.len() - 1
        });
        let row = &mut self.rows[row];
        if row.fields.len() <= ix {
            row.fields.resize(ix + 1, String::new());
        }
        row.fields[ix] = value;
        row.is_changed = true;
    }

    /// The columns as the file names them, in its order.
    pub fn header(&self) -> &[String] {
        &self.header.fields
    }

    /// Puts something else in place of every value of the file's `nth` column; gives how many there were. Blanks stay blank.
    pub fn rewrite(&mut self, nth: usize, new: impl Fn(&str) -> String) -> usize {
        let mut found = 0;
        for row in &mut self.rows {
            if let Some(field) = row.fields.get_mut(nth).filter(|field| !field.trim().is_empty()) {
                *field = new(field);
                row.is_changed = true;
                found += 1;
            }
        }
        found
    }

    /// Adds a row for the member `id`; gives its number.
    pub fn add(&mut self, id: &str) -> usize {
        self.rows.push(Row { place: None, fields: vec![String::new(); self.header.fields.len()], is_changed: true });
        let row = self.rows.len() - 1;
        self.set(row, ID, id.to_owned());
        row
    }

    /// Who stands on a row.
    pub fn person(&self, row: usize) -> Person {
        Person { id: self.get(row, ID).to_owned(), name: self.get(row, NAME).to_owned() }
    }

    /// True when the file would be written anew.
    pub fn is_changed(&self) -> bool {
        self.rows.iter().any(|row| row.is_changed)
    }

    /// The file as it was read.
    pub fn before(&self) -> &str {
        &self.text
    }

    /// The file as it would be.
    pub fn after(&self) -> String {
        self.patch().apply(&self.text).unwrap_or_else(|| self.text.clone())
    }

    /// What the file would be changed by.
    pub fn patch(&self) -> Patch {
        let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let more = &self.header.fields[self.width..];
        let mut edits = Vec::new();
        let mut added = String::new();
        for (ix, row) in std::iter::once(&self.header).chain(&self.rows).enumerate() {
            let Some(place) = row.place.clone() else {
                if added.is_empty() && !self.text.ends_with(['\r', '\n']) {
                    added.push_str(end);
                }
                added.push_str(&self.line(row));
                added.push_str(end);
                continue;
            };
            if row.is_changed {
                let old = self.text[place.clone()].to_owned();
                edits.push(Edit { at: place.start, old, new: self.line(row) });
                continue;
            }
            let is_blank = row.fields.iter().all(|field| field.trim().is_empty());
            if more.is_empty() || is_blank {
                continue;
            }
            let new = more.iter().flat_map(|name| [",", if ix == 0 { name } else { "" }]).collect();
            edits.push(Edit { at: place.end, old: String::new(), new });
        }
        if !added.is_empty() {
            edits.push(Edit { at: self.text.len(), old: String::new(), new: added });
        }
        Patch::new(&self.name, &self.text, edits)
    }

    fn line(&self, row: &Row) -> String {
        let blank = String::new();
        let field = |ix: usize| quoted(row.fields.get(ix).unwrap_or(&blank));
        (0..self.header.fields.len()).map(field).collect::<Vec<_>>().join(",")
    }
}

/// A field as it stands in a file.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) || field.trim() != field {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> List {
        List::of_bytes("members.csv", text.as_bytes().to_vec()).expect("a list")
    }

    #[test]
    fn what_is_not_touched_stays_as_it_was() {
        for text in [
            "\u{feff}Name,x,ID\r\n\"Tremblay, Anne\",\"keep \"\"this\"\"\",1\r\n\r\n,,\r\nBob,,2\r\n",
            "id,name\n1,\"a\nb\"\n\n\n2,c",
            "id,name\r1,a\r2,b\r",
        ] {
            assert_eq!(list(text).after(), text);
        }
    }

    #[test]
    fn rows_change_columns_come_and_people_are_added() {
        let mut list = list("\u{feff}Name,x,ID\r\n\"Tremblay, Anne\",\" q\",1\r\n\r\n\"Bob\",,2\r\n,,\r\n");
        assert_eq!(list.rows().collect::<Vec<_>>(), [0, 1]);
        list.set(0, crate::store::column::Column::Phone.ix(), "519-555-0142".into());
        let new = list.add("3");
        list.set(new, NAME, "O\"Hara, C".into());
        assert_eq!(
            list.after(),
            "\u{feff}Name,x,ID,phone\r\n\"Tremblay, Anne\",\" q\",1,519-555-0142\r\n\r\n\"Bob\",,2,\r\n,,\r\n\"O\"\"Hara, C\",,3,\r\n"
        );
        let mut list = self::list("id,name\n1,a");
        let new = list.add("2");
        list.set(new, NAME, "b".into());
        assert_eq!(list.after(), "id,name\n1,a\n2,b\n");
    }
}
