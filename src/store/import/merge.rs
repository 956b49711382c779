//! The export, row by row, into the lists: who is new, what changes, who is gone, and what looks odd.

use super::{Changed, Doubt, ID, ImportError, Known, List, Map, NAME, Preview, Table, Why, tidy};
use crate::model::text::is_unseen;
use crate::store::column::{COLUMNS, Column};
use std::collections::{BTreeMap, BTreeSet};

/// The word that marks people who are gone: kept on the list, never rostered.
const GONE: &str = "excluded";
const LOCAL: usize = Column::Local.ix();
const HOME: usize = Column::HomeSite.ix();
const PHONE: usize = Column::Phone.ix();
const EMAIL: usize = Column::Email.ix();
const AVAILABILITY: usize = Column::Availability.ix();
const STATUS: usize = Column::Status.ix();

/// The lists while an export comes in.
pub(super) struct Merge<'a> {
    map: &'a Map,
    known: Known<'a>,
    /// What it comes to so far.
    preview: Preview,
    /// Where everybody on the lists stands: which list, which row.
    at: BTreeMap<String, (usize, usize)>,
    /// The ids that the export has, each with its line.
    seen: BTreeMap<String, u64>,
}

impl<'a> Merge<'a> {
    /// Nothing of `table` is in the `lists` yet.
    pub(super) fn new(table: &Table, map: &'a Map, lists: Vec<List>, known: Known<'a>) -> Self {
        let place = |(ix, list): (usize, &List)| -> Vec<(String, (usize, usize))> {
            list.rows().map(|row| (list.get(row, ID).to_owned(), (ix, row))).collect()
        };
        let at = lists.iter().enumerate().flat_map(place).collect();
        let preview = Preview {
            rows: 0,
            encoding: table.encoding,
            separator: table.separator,
            added: Vec::new(),
            changed: Vec::new(),
            unchanged: 0,
            gone: Vec::new(),
            absent: BTreeSet::new(),
            doubts: Vec::new(),
            lists,
        };
        Self { map, known, preview, at, seen: BTreeMap::new() }
    }

    /// Takes in the row on this `line`, whose `value` for each column of the list is asked.
    pub(super) fn row(&mut self, line: u64, value: &dyn Fn(usize) -> String) -> Result<(), ImportError> {
        let id = value(ID);
        if id.chars().any(is_unseen) {
            return Err(ImportError::UnseenInId(line));
        }
        let here = self.at.get(&id).copied();
        let unusable = if id.is_empty() {
            Some(Why::NoId)
        } else if let Some(&first) = self.seen.get(&id) {
            Some(Why::IdTwice { first })
        } else if here.is_none() && value(NAME).is_empty() {
            Some(Why::NoName)
        } else {
            None
        };
        if let Some(why) = unusable {
            self.preview.doubts.push(Doubt::of_row(why, &id, line));
            return Ok(());
        }
        let values = (1..COLUMNS.len()).map(|column| (column, self.map.reworded(column, value(column))));
        let (told, odd) = tidied(values, self.map, self.known);
        self.preview.doubts.extend(odd.into_iter().map(|why| Doubt::of_row(why, &id, line)));
        match here {
            Some(place) => self.change(place, told, line),
            None => self.add(&id, told),
        }
        self.seen.insert(id, line);
        Ok(())
    }

    /// Somebody who is on a list already.
    fn change(&mut self, (at, row): (usize, usize), told: Vec<(usize, String)>, line: u64) {
        let list = &mut self.preview.lists[at];
        let person = list.person(row);
        if is_marked(list, row) && !told.iter().any(|(column, _)| *column == STATUS) {
            self.preview.doubts.push(Doubt::of_row(Why::ExcludedHere, &person.id, line));
        }
        let new: Vec<(usize, String)> = told.into_iter().filter(|told| differs(list, row, told)).collect();
        if new.is_empty() {
            self.preview.unchanged += 1;
            return;
        }
        let columns = new.iter().map(|(column, _)| COLUMNS[*column]).collect();
        for (column, value) in new {
            list.set(row, column, value);
        }
        self.preview.changed.push(Changed { person: list.person(row), columns });
    }

    /// Somebody new, at the end of the last list.
    fn add(&mut self, id: &str, told: Vec<(usize, String)>) {
        let Some(list) = self.preview.lists.last_mut() else { return };
        let row = list.add(id);
        for (column, value) in told {
            list.set(row, column, value);
        }
        self.preview.added.push(list.person(row));
    }

    /// Everybody who is not in the export is gone; None: nobody is in it.
    pub(super) fn finish(mut self) -> Option<Preview> {
        for list in &mut self.preview.lists {
            for row in list.rows().filter(|row| !self.seen.contains_key(list.get(*row, ID))).collect::<Vec<_>>() {
                self.preview.absent.insert(list.get(row, ID).to_owned());
                if !is_marked(list, row) {
                    list.set(row, STATUS, GONE.to_owned());
                    self.preview.gone.push(list.person(row));
                }
            }
        }
        let mut preview = self.preview;
        if preview.gone.len() * 4 > self.at.len() {
            preview.doubts.push(Doubt::of_list(Why::ManyGone(preview.gone.len()), Vec::new()));
        }
        preview.doubts.extend(same_people(&preview.lists, &self.seen));
        preview.rows = self.seen.len();
        Some(preview).filter(|preview| preview.rows > 0)
    }
}

/// Whether a row bears the mark of those who are gone.
fn is_marked(list: &List, row: usize) -> bool {
    list.get(row, STATUS).eq_ignore_ascii_case(GONE)
}

/// What a row of the export tells, in the list's own forms, blank cells left out; and what looks odd in it. What can't be read
/// as anything is left as it stands on the list.
fn tidied(
    values: impl Iterator<Item = (usize, String)>,
    map: &Map,
    known: Known<'_>,
) -> (Vec<(usize, String)>, Vec<Why>) {
    let (mut told, mut unread, mut odd) = (Vec::new(), Vec::new(), Vec::new());
    for (column, value) in values.filter(|(_, value)| !value.is_empty()) {
        let value = match column {
            HOME if !known.sites.contains(value.as_str()) => {
                unread.push(Why::UnknownHome(value));
                continue;
            }
            AVAILABILITY => match tidy::dates(&value, map.dates) {
                Ok(dated) => dated,
                Err(word) => {
                    unread.push(Why::OddDate(word));
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
    unread.extend(odd);
    (told, unread)
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
