//! The order of names in a list, as readers of English and French look for them: by letters first, whatever their case and
//! accents; `Étienne` stands with `Etienne`, before `Evans`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Compare these to sort: letters without accents and case, then the text itself to tell the rest apart.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(2 * text.len() + 1);
    if text.is_ascii() {
        key.extend(text.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        key.extend(text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase));
    }
    // Sorts before every letter, so that a name stands before its own longer forms.
    key.push('\0');
    key.push_str(text);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_decide_last() {
        let mut names = ["Zoé", "Etienne", "evans", "Étienne", "Ève", "Eve", "Côté, Anne", "Cote, Zoé", "Œuvray"];
        names.sort_by_key(|name| key(name));
        assert_eq!(
            names,
            ["Côté, Anne", "Cote, Zoé", "Etienne", "Étienne", "evans", "Eve", "Ève", "Zoé", "Œuvray"],
            "ligatures are letters of their own"
        );
    }
}
