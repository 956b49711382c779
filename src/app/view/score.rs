//! How well a text fits what was typed: whole words before beginnings, beginnings before middles, and, where nothing else
//! fits, a slip of the finger or letters left out.

use crate::app::fold::{fold, letters};

/// What a person typed, word by word, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    words: Vec<String>,
}

/// What a word costs that stands in the middle of another; at the beginning of one it costs less.
pub const MIDDLE: u32 = 6;

/// A word in which letters may be left out or mistyped has at least so many.
const LEAST: usize = 3;

impl Words {
    /// The words of `text`.
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split_whitespace().map(str::to_owned).collect() }
    }

    /// True when nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// The letters and digits that a text must have to hold every word exactly; see [`letters`].
    pub fn letters(&self) -> u64 {
        self.words.iter().fold(0, |all, word| all | letters(word))
    }

    /// The letters the words begin with: a text in which no word begins with one of them holds no slip of them.
    pub fn initials(&self) -> u64 {
        self.words.iter().filter_map(|word| word.get(..1)).fold(0, |all, first| all | letters(first))
    }

    /// How well `folded` fits as it stands: every word must be found in it. The less the better; None: not at all.
    pub fn exact(&self, folded: &str) -> Option<u32> {
        self.words.iter().try_fold(0, |sum, word| Some(sum + found(word, folded)?))
    }

    /// True when `text`, which is not folded, holds every word, slips forgiven; every text fits where nothing was typed.
    pub fn fits(&self, text: &str) -> bool {
        self.is_empty() || self.score(&fold(text)).is_some()
    }

    /// As [`exact`](Self::exact), with slips forgiven at a price.
    pub fn score(&self, folded: &str) -> Option<u32> {
        self.words.iter().try_fold(0, |sum, word| {
            Some(sum + found(word, folded).or_else(|| tokens(folded).filter_map(|token| near(word, token)).min())?)
        })
    }
}

/// The letters and digits that words of a folded text begin with.
pub fn initials(folded: &str) -> u64 {
    tokens(folded).filter_map(|token| token.get(..1)).fold(0, |all, first| all | letters(first))
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty())
}

fn found(word: &str, text: &str) -> Option<u32> {
    let at = text.find(word)?;
    let starts = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let ends = |at: usize| !text[at + word.len()..].chars().next().is_some_and(char::is_alphanumeric);
    Some(match at {
        0 if ends(0) => 0,
        0 => 1,
        at if starts(at) => 2 + u32::from(!ends(at)),
        _ if text.match_indices(word).any(|(at, _)| starts(at)) => 4,
        _ => MIDDLE,
    })
}

/// What a token costs that is not quite the word: one slip, or letters left out.
fn near(word: &str, token: &str) -> Option<u32> {
    if word.len() < LEAST || word.as_bytes().first() != token.as_bytes().first() {
        return None;
    }
    if word.len() > LEAST && one_slip(word.as_bytes(), token.as_bytes()) {
        return Some(10);
    }
    let mut rest = token.chars();
    let all = word.chars().all(|letter| rest.any(|each| each == letter));
    all.then(|| 12 + (token.len() - word.len()) as u32)
}

/// True when `word` begins `token` but for one letter too many, too few, another, or two changed about.
fn one_slip(word: &[u8], token: &[u8]) -> bool {
    let same = word.iter().zip(token).take_while(|(a, b)| a == b).count();
    let (w, t) = (&word[same..], &token[same..]);
    if w.is_empty() {
        return true;
    }
    let begins = |token: &[u8], word: &[u8]| token.starts_with(word);
    begins(t, &w[1..])
        || (!t.is_empty() && (begins(&t[1..], &w[1..]) || begins(&t[1..], w)))
        || (w.len() > 1 && t.len() > 1 && w[0] == t[1] && w[1] == t[0] && begins(&t[2..], &w[2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(typed: &str, text: &str) -> Option<u32> {
        Words::new(typed).score(&fold(text))
    }

    #[test]
    fn the_nearer_costs_less() {
        let order = [
            ("tremblay", "Tremblay, Anne"),
            ("tremb", "Tremblay, Anne"),
            ("anne", "Tremblay, Anne"),
            ("ann", "Tremblay, Anne"),
            ("blay", "Tremblay, Anne"),
            ("trembaly", "Tremblay, Anne"),
            ("tmb", "Tremblay, Anne"),
        ];
        let costs: Vec<u32> = order.iter().map(|(typed, text)| score(typed, text).expect(typed)).collect();
        assert!(costs.is_sorted(), "{costs:?}");
        assert_eq!(score("trx", "Tremblay, Anne"), None);
        assert_eq!(score("anne xavier", "Tremblay, Anne"), None, "every word must be found");
    }

    #[test]
    fn one_slip_of_the_finger_is_forgiven() {
        for typed in ["tremlay", "tremmblay", "trenblay", "trembaly", "TREMBLYA", "tremblay"] {
            assert!(score(typed, "Tremblay, Anne").is_some(), "{typed}");
        }
        for typed in ["zremblay", "trnmlay x", "tt"] {
            assert_eq!(score(typed, "Tremblay, Anne"), None, "{typed}");
        }
        assert!(score("levesqe", "Lévesque, Zoë").is_some());
    }

    #[test]
    fn a_text_without_the_letters_does_not_hold_the_word() {
        for (typed, text) in [("anne 42", "Tremblay, Anne 108-0042"), ("李", "李, 明"), ("zoe", "Lévesque, Zoë")] {
            let (words, text) = (Words::new(typed), fold(text));
            assert!(words.exact(&text).is_some());
            assert_eq!(words.letters() & !letters(&text), 0, "{typed}");
        }
    }
}
