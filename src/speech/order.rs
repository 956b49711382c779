//! The order of names in a list, as readers of English and French look for them: by letters first, whatever their case,
//! accents, strokes and ligatures; `Étienne` stands with `Etienne`, before `Evans`, `Đỗ` with `Do`, and `Œuvray` as `Oeuvray`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Compare these to sort: letters without accents and case, then the text itself to tell the rest apart.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(2 * text.len() + 1);
    if text.is_ascii() {
        key.extend(text.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        let letters = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        letters.for_each(|c| match plain(c) {
            Some(plain) => key.push_str(plain),
            None => key.push(c),
        });
    }
    // Sorts before every letter, so that a name stands before its own longer forms.
    key.push('\0');
    key.push_str(text);
    key
}

/// The letters under which a reader looks for one that no decomposition takes apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'þ' => "th",
        'ŧ' => "t",
        '’' | 'ʼ' => "'",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_decide_last() {
        let mut names = [
            "Zoé",
            "Etienne",
            "evans",
            "Étienne",
            "Ève",
            "Eve",
            "Côté, Anne",
            "Cote, Zoé",
            "Œuvray",
            "Odum",
            "Đỗ, Việt",
            "Dobbs",
            "Łukasz",
            "Lund",
            "O’Brien, Zoé",
            "O'Brien, Yan",
        ];
        names.sort_by_key(|name| key(name));
        assert_eq!(
            names,
            [
                "Côté, Anne",
                "Cote, Zoé",
                "Đỗ, Việt",
                "Dobbs",
                "Etienne",
                "Étienne",
                "evans",
                "Eve",
                "Ève",
                "Łukasz",
                "Lund",
                "O'Brien, Yan",
                "O’Brien, Zoé",
                "Odum",
                "Œuvray",
                "Zoé",
            ]
        );
    }
}
