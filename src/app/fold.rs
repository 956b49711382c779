//! Text made alike for searching: without case or accents, so that `levesque` finds `Lévesque`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Appends `text` folded to `folded`.
pub fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        folded.extend(text.bytes().map(|b| char::from(b.to_ascii_lowercase())));
        return;
    }
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ł' | 'Ł' => folded.push('l'),
            'ø' | 'Ø' => folded.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ı' => folded.push('i'),
            '’' | 'ʼ' => folded.push('\''),
            c => folded.extend(c.to_lowercase()),
        }
    }
}

/// `text` folded.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The letters and digits of a folded text as a set, to tell at once that a word is not in it.
pub fn letters(folded: &str) -> u64 {
    folded.bytes().fold(0, |set, byte| match byte {
        b'a'..=b'z' => set | 1 << (byte - b'a'),
        b'0'..=b'9' => set | 1 << (26 + byte - b'0'),
        _ => set,
    })
}

/// What a person typed, ready to be looked for: every word must be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// A query for each word of `text`.
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split_whitespace().map(str::to_owned).collect() }
    }

    /// True when nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The letters and digits that a text must have to hold every word; see [`letters`].
    pub fn letters(&self) -> u64 {
        self.words.iter().fold(0, |all, word| all | letters(word))
    }

    /// True when every word stands in `folded`.
    pub fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// True when every text this query finds was found by `before` too.
    pub fn narrows(&self, before: &Self) -> bool {
        before.words.iter().all(|old| self.words.iter().any(|word| word.contains(old.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter() {
        for (name, typed) in [
            ("Lévesque, Zoë", "LEVESQUE zoe"),
            ("Nguyễn, Thị Đào", "nguyen dao"),
            ("O’Brien, Siân", "o'brien sian"),
            ("Łukasiewicz, Paweł", "luka pawel"),
            ("Cœur, François", "coeur fr"),
            ("李, 明", "李"),
        ] {
            assert!(Query::new(typed).matches(&fold(name)), "{typed} in {name}");
        }
        assert!(!Query::new("zoe x").matches(&fold("Lévesque, Zoë")));
        assert!(Query::new("  ").is_empty());
    }

    #[test]
    fn a_longer_query_narrows_a_shorter() {
        assert!(Query::new("trem").narrows(&Query::new("tre")));
        assert!(Query::new("trem an").narrows(&Query::new("tre")));
        assert!(!Query::new("tre").narrows(&Query::new("trem")));
        assert!(Query::new("a").narrows(&Query::default()));
    }
}
