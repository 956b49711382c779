//! How far people are sent, written into the person's own files: into `[rules]` of strike.toml, and into the rows of the members
//! that say less for themselves. Everything else stays as it was written.

use super::column::Column;
use super::import::List;
use super::numbers::set;
use toml_edit::{DocumentMut, Item, Table, Value};

/// The text of strike.toml with a reach of so many kilometres. None: it can't be read as it is.
pub fn in_rules(text: &str, km: f64) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let rules = document.entry("rules").or_insert_with(|| Item::Table(Table::new())).as_table_mut()?;
    let is_whole = km.fract() == 0.0;
    set(rules, Column::ReachKm.name(), if is_whole { Value::from(km as i64) } else { Value::from(km) });
    Some(document.to_string())
}

/// Raises the reach of every member whose row says less. True when one did.
pub fn in_list(list: &mut List, km: f64) -> bool {
    let column = Column::ReachKm.ix();
    let says_less = |row: &usize| list.get(*row, column).parse::<f64>().is_ok_and(|own| own < km);
    let rows: Vec<usize> = list.rows().filter(says_less).collect();
    for row in &rows {
        list.set(*row, column, km.to_string());
    }
    !rows.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reach_is_put_in_and_nothing_else_changes() {
        let text = "[strike]\nname = \"A\"\n\n[rules]\nreach_km = 45   # agreed\nmin_rest_hours = 10\n";
        assert_eq!(in_rules(text, 90.0).expect("it is read"), text.replace("45 ", "90 "));
        assert_eq!(in_rules(text, 67.5).expect("it is read"), text.replace("45 ", "67.5 "));
        let without = "[strike]\nname = \"A\"   # ours\n";
        assert_eq!(in_rules(without, 90.0).expect("it is read"), format!("{without}\n[rules]\nreach_km = 90\n"));
        assert_eq!(in_rules("[rules", 90.0), None);
    }

    #[test]
    fn of_the_members_only_those_whose_own_reach_is_less_are_changed() {
        let text = "id,name,reach_km\n1,\"A, B\",40\n2,C,\n3,D,120\n";
        let mut list = List::of_bytes("members.csv", text.as_bytes().to_vec()).expect("a table");
        assert!(in_list(&mut list, 90.0));
        assert_eq!(list.after(), text.replace(",40", ",90"));
        assert!(!in_list(&mut list, 90.0), "nobody says less any more");
        let mut none = List::of_bytes("members.csv", b"id,name\n1,A\n".to_vec()).expect("a table");
        assert!(!in_list(&mut none, 90.0));
    }
}
