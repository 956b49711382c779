//! Telephones and e-mail addresses, read from the lists when a captain asks for them, and for no longer than that: nothing that
//! works on a strike needs to know them.

use super::desk::Desk;
use super::source::{File, MOST_CSV_BYTES, load};
use super::table::{Header, Row, Rows, read_header};
use crate::store::column::{COLUMNS, Column, REQUIRED};
use std::path::Path;

/// How somebody can be reached, as it stands on the list. It says nothing of itself in a log.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The telephone.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Contact").finish_non_exhaustive()
    }
}

impl Contact {
    /// The ways there are: telephone, then e-mail.
    pub fn ways(&self) -> impl Iterator<Item = &str> {
        [&self.phone, &self.email].into_iter().filter_map(|way| way.as_deref())
    }
}

/// How the member with this id can be reached, from the lists (named as the strike names them) in `folder`. None: on none of
/// them, as they can be read now.
pub fn contact(folder: &Path, lists: &[String], id: &str) -> Option<Contact> {
    let desk = Desk::default();
    lists.iter().find_map(|name| {
        let file = load(&desk, folder, name, MOST_CSV_BYTES);
        // An id that stands nowhere in the text stands in no row of it.
        file.text.contains(id).then(|| in_list(&desk, &file, id)).flatten()
    })
}

fn in_list(desk: &Desk, file: &File, id: &str) -> Option<Contact> {
    let mut rows = Rows::new(file);
    let header = read_header(desk, file, &mut rows, COLUMNS, REQUIRED)?;
    while let Some(row) = rows.next() {
        if row.len() == header.width && field(&header, &row, Column::Id) == Some(id) {
            let told = |column| field(&header, &row, column).map(str::to_owned);
            return Some(Contact { phone: told(Column::Phone), email: told(Column::Email) });
        }
    }
    None
}

/// A field without the spaces round it, when it says something.
fn field<'a>(header: &Header<{ COLUMNS.len() }>, row: &Row<'a>, column: Column) -> Option<&'a str> {
    let text = row.field(header.columns[column.ix()]?).trim();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_of_an_id_tells_how_to_reach_its_member() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = "name,id,email,phone\n\"Roy, S\",42-0011,x@y.ca,1\n\"42-001, not an id\",42-002,,\n\"Roy, \"\"Sy\"\"\",42-001 ,, (519) 555-0142\n";
        std::fs::write(folder.path().join("a.csv"), "id,name\n42-009,Okafor\n").expect("written");
        std::fs::write(folder.path().join("b.csv"), text).expect("written");
        let lists = ["a.csv".to_owned(), "b.csv".to_owned(), "gone.csv".to_owned()];
        let of = |id| contact(folder.path(), &lists, id);
        let roy = of("42-001").expect("on the list");
        assert_eq!(roy.ways().collect::<Vec<_>>(), ["(519) 555-0142"]);
        assert_eq!(of("42-0011").and_then(|each| each.email).as_deref(), Some("x@y.ca"));
        assert_eq!(of("42-002"), Some(Contact::default()));
        assert_eq!(of("42-009"), Some(Contact::default()), "a list without such columns");
        assert_eq!(of("42"), None);
        assert!(!format!("{roy:?}").contains("555"), "a log tells no telephone");
    }
}
