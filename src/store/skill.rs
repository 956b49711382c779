//! A skill put into a member's row of a list; everything else stays as it was written.

use super::column::Column;
use super::import::List;

/// Adds a skill to those of the member `id`. False: the list has no such member, or says so already.
pub fn add(list: &mut List, id: &str, skill: &str) -> bool {
    let (ids, skills) = (Column::Id.ix(), Column::Skills.ix());
    let Some(row) = list.rows().find(|row| list.get(*row, ids) == id) else { return false };
    let known = list.get(row, skills).to_owned();
    if known.split(';').any(|each| each.trim().eq_ignore_ascii_case(skill)) {
        return false;
    }
    let between = if known.is_empty() { "" } else { ";" };
    list.set(row, skills, format!("{known}{between}{skill}"));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_says_one_skill_more() {
        let text = "id,name,skills\n1,\"A, B\",captain;french\n2,C,\n";
        let mut list = List::of_bytes("members.csv", text.as_bytes().to_vec()).expect("a table");
        assert!(!add(&mut list, "1", "captain"), "it is there");
        assert!(!add(&mut list, "9", "captain"), "nobody of that id");
        assert!(!list.is_changed());
        assert!(add(&mut list, "1", "first_aid") && add(&mut list, "2", "captain"));
        assert_eq!(list.after(), text.replace("french", "french;first_aid").replace("2,C,", "2,C,captain"));
    }

    #[test]
    fn a_list_without_the_column_gets_it() {
        let mut list = List::of_bytes("members.csv", b"id,name\n1,A\n2,B\n".to_vec()).expect("a table");
        assert!(add(&mut list, "2", "captain"));
        assert_eq!(list.after(), "id,name,skills\n1,A,\n2,B,captain\n");
    }
}
