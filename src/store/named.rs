//! The file of the essential services agreement, named in the person's own strike.toml: comments, order and spaces stay.

use super::numbers::set;
use toml_edit::{DocumentMut, Item, Table};

/// The text of strike.toml with the agreement in `file`. None: it can't be read as it is.
pub fn agreement(text: &str, file: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let files = document.entry("files").or_insert_with(|| Item::Table(Table::new())).as_table_mut()?;
    match files.get_mut("essential") {
        Some(_) => set(files, "essential", file),
        None => {
            files.insert("essential", toml_edit::value(file));
        }
    }
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_named_and_nothing_else_changes() {
        let text = "[strike]\nname = \"A\"\n\n[files]\nessential = \"v3.toml\"   # signed\nsites = \"s.toml\"\n";
        assert_eq!(agreement(text, "v4.toml").expect("it is read"), text.replace("v3", "v4"));
        let without = "# ours\n[strike]\nname = \"A\"\n";
        let after = agreement(without, "v4.toml").expect("it is read");
        assert_eq!(after, format!("{without}\n[files]\nessential = \"v4.toml\"\n"));
        assert_eq!(agreement("[files", "v4.toml"), None);
    }
}
