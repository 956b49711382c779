//! A line's numbers, changed in the person's own sites file: one value is put in or replaced, everything else (comments,
//! order, spaces) stays as it was written.

use std::fs;
use std::path::PathBuf;
use toml_edit::{DocumentMut, Item, Table, Value, value};

/// A file, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The file.
    pub path: PathBuf,
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
}

/// Sets `key` of a line to `number` in whichever of `files` holds the site; a site's only line keeps its numbers with the
/// site. Nothing is written yet. None: no file holds the site (or it can't be read as it is).
pub fn edit(files: &[PathBuf], site: &str, line: &str, key: &str, number: u32) -> Option<Edited> {
    files.iter().find_map(|path| {
        let before = fs::read_to_string(path).ok()?;
        let after = edited(&before, site, line, key, number)?;
        Some(Edited { path: path.clone(), before, after })
    })
}

/// The same for many numbers at once: site, line, key, number. Each file comes once, those that don't change are left out.
/// None: no file holds one of the sites.
pub fn edit_all(files: &[PathBuf], numbers: &[(&str, &str, &str, u32)]) -> Option<Vec<Edited>> {
    let mut texts: Vec<Edited> = Vec::new();
    for path in files {
        let Ok(before) = fs::read_to_string(path) else { continue };
        texts.push(Edited { path: path.clone(), after: before.clone(), before });
    }
    let mut documents: Vec<Option<DocumentMut>> = texts.iter().map(|text| text.before.parse().ok()).collect();
    for (site, line, key, number) in numbers {
        let mut known = documents.iter_mut().flatten();
        known.find_map(|document| put(document, site, line, key, *number))?;
    }
    for (text, document) in texts.iter_mut().zip(documents) {
        if let Some(document) = document {
            text.after = document.to_string();
        }
    }
    texts.retain(|text| text.after != text.before);
    Some(texts)
}

fn edited(text: &str, site: &str, line: &str, key: &str, number: u32) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    put(&mut document, site, line, key, number)?;
    Some(document.to_string())
}

fn put(document: &mut DocumentMut, site: &str, line: &str, key: &str, number: u32) -> Option<()> {
    let sites = document.get_mut("site")?.as_array_of_tables_mut()?;
    let has_id = |table: &Table, id: &str| table.get("id").and_then(Item::as_str) == Some(id);
    let place = sites.iter_mut().find(|table| has_id(table, site))?;
    let own_line = place
        .get("line")
        .and_then(Item::as_array_of_tables)
        .is_some_and(|lines| lines.iter().any(|table| has_id(table, line)));
    let table = if own_line {
        place.get_mut("line")?.as_array_of_tables_mut()?.iter_mut().find(|table| has_id(table, line))?
    } else {
        place
    };
    set(table, key, i64::from(number));
    Some(())
}

/// Replaces the value and nothing around it; a key that was not there comes after the others.
pub(super) fn set(table: &mut Table, key: &str, new: impl Into<Value>) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            *old = new.into();
            *old.decor_mut() = decor;
        }
        None => {
            table.insert(key, value(new));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Our sites.\n\n[[site]]\nid = \"yard\"\nname = \"Yard\"   # the old one\nminimum = 4  # agreed\n\n\
                        [[site]]\nid = \"gate\"\nname = \"Gate\"\n\n[[site.line]]\nid = \"front\"\n# busy\ntarget = 12\n\n\
                        [[site.line]]\nid = \"back\"\n";

    #[test]
    fn a_number_changes_and_nothing_else() {
        let after = edited(TEXT, "yard", "main", "minimum", 6).expect("the site is there");
        assert_eq!(after, TEXT.replace("minimum = 4 ", "minimum = 6 "));
        let after = edited(TEXT, "gate", "front", "target", 9).expect("the line is there");
        assert_eq!(after, TEXT.replace("target = 12", "target = 9"));
    }

    #[test]
    fn a_number_that_was_not_there_comes_to_its_line() {
        let after = edited(TEXT, "gate", "back", "minimum", 3).expect("the line is there");
        assert_eq!(after, format!("{TEXT}minimum = 3\n"));
        let after = edited(TEXT, "yard", "main", "target", 8).expect("the site is there");
        assert!(after.contains("minimum = 4  # agreed\ntarget = 8\n"), "{after}");
        assert_eq!(edited(TEXT, "mill", "main", "minimum", 3), None);
        assert_eq!(edited("not toml =", "yard", "main", "minimum", 3), None);
    }
}
