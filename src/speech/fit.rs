//! Text as it fits: how wide it is, cut or broken to a width. Counted is what it takes up on a screen and on paper, never its
//! bytes: a wide letter takes two columns, a combining mark none, and what a reader sees as one character (a grapheme) stays
//! whole.
//!
//! Refuses to know what can't be shown at all: the text is taken to be harmless already (see [`visible`](super::visible)).

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that `text` takes; of more than a screen can have, as many as can be told.
pub fn width(text: &str) -> u16 {
    u16::try_from(columns(text)).unwrap_or(u16::MAX)
}

/// The same, however many they are.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// `text` in at most `room` columns: whole, or cut between graphemes with `…` at its end.
pub fn cut(text: &str, room: impl Into<usize>, ascii: bool) -> Cow<'_, str> {
    let room = room.into();
    if columns(text) <= room {
        return Cow::Borrowed(text);
    }
    if room == 0 {
        return Cow::Borrowed("");
    }
    let (first, rest) = broken(text, room - 1);
    // After words that were left out already, one sign is enough; and none is cut from nothing.
    let mut kept = without_stub(first, rest).trim_end_matches([' ', ',', ';', ':', '·', '…']).to_owned();
    kept.push(if ascii { '~' } else { '…' });
    Cow::Owned(kept)
}

/// `first` without the letter or two of a word that `rest` goes on with: `Front ga` says less than `Front`. Of a name a letter
/// tells it from the next, so what has a capital stays.
fn without_stub<'a>(first: &'a str, rest: &str) -> &'a str {
    let is_broken = rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '\'' | '’'));
    let (before, last) = first.rsplit_once(' ').unwrap_or(("", first));
    let is_stub = last.chars().count() < LEAST_OF_A_WORD && last.chars().all(char::is_lowercase);
    if is_broken && is_stub && !before.is_empty() { before } else { first }
}

/// So many letters of a word say something.
const LEAST_OF_A_WORD: usize = 3;

/// As much of `text` as fits into `room` columns, and the rest: broken between graphemes.
fn broken(text: &str, room: usize) -> (&str, &str) {
    let mut used = 0;
    let fits = |(_, grapheme): &(usize, &str)| {
        used += columns(grapheme);
        used <= room
    };
    let end = text.grapheme_indices(true).take_while(fits).last().map_or(0, |(at, grapheme)| at + grapheme.len());
    text.split_at(end)
}

/// `text` in lines of at most `room` columns, broken between words (at no space that is made to hold); a word longer than a
/// line, between graphemes.
pub fn wrapped(text: &str, room: impl Into<usize>) -> Vec<String> {
    let room = room.into().max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let wide = columns(word);
        match lines.last_mut() {
            Some(line) if used + 1 + wide <= room => {
                line.push(' ');
                line.push_str(word);
                used += 1 + wide;
            }
            _ => {
                let mut rest = word;
                while !rest.is_empty() {
                    let (mut line, mut after) = broken(rest, room);
                    if line.is_empty() {
                        // A sign wider than the line stands alone, and is cut when it is drawn.
                        (line, after) = rest.split_at(rest.graphemes(true).next().map_or(rest.len(), str::len));
                    }
                    used = columns(line);
                    lines.push(line.to_owned());
                    rest = after;
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARD: [&str; 5] = ["Lévesque", "李小龍李小龍", "\u{202e}abc", "🏳️‍🌈🏳️‍🌈", "n̈n̈n̈n̈n̈n̈n̈"];

    #[test]
    fn text_is_cut_between_graphemes() {
        assert_eq!(cut("Tremblay, Anne", 20_u16, false), "Tremblay, Anne");
        assert_eq!(cut("Tremblay, Anne", 9_u16, false), "Tremblay…");
        assert_eq!(cut("Tremblay, Anne", 11_u16, false), "Tremblay…");
        assert_eq!(cut("Tremblay, Anne", 12_u16, false), "Tremblay, A…", "a letter tells her from the next");
        assert_eq!(cut("李小龍", 4_u16, false), "李…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2_u16, false), "e\u{301}…");
        assert_eq!(cut("abc", 0_u16, false), "");
        for room in 0_u16..12 {
            for text in HARD {
                assert!(width(&cut(text, room, false)) <= room, "{text} in {room}");
            }
        }
    }

    #[test]
    fn nothing_is_cut_to_a_stub() {
        for (text, room, shown) in [
            ("Front gate, north", 9_u16, "Front…"),
            ("Front gate, north", 10, "Front gat…"),
            ("Front gate, north", 12, "Front gate…"),
            ("gate", 3, "ga…"),
            ("one in sight", 7, "one in…"),
            ("outside the times they gave", 25, "outside the times they…"),
            ("Centre…, Entrée", 10, "Centre…"),
        ] {
            assert_eq!(cut(text, room, false), shown, "{text} in {room}");
        }
    }

    #[test]
    fn text_longer_than_numbers_of_columns_go_is_cut_like_any_other() {
        for long in ["x".repeat(65_546), "é".repeat(65_546)] {
            assert_eq!((width(&long), width(&cut(&long, 10_u16, false))), (u16::MAX, 10));
            assert!(wrapped(&long, 80_u16).iter().all(|line| width(line) <= 80));
        }
    }

    #[test]
    fn lines_are_broken_between_words_and_long_words_between_graphemes() {
        assert_eq!(wrapped("to the  next gap", 8_u16), ["to the", "next gap"]);
        assert_eq!(wrapped("a Wolfeschlegelsteinhausen b", 10_u16), ["a", "Wolfeschle", "gelsteinha", "usen b"]);
        assert_eq!(wrapped("李小龍李", 5_u16), ["李小", "龍李"]);
        assert_eq!(wrapped("李 b", 1_u16), ["李", "b"], "what is wider than a line stands alone");
        assert_eq!(wrapped("", 8_u16), Vec::<String>::new());
        for room in 0_u16..12 {
            for text in HARD {
                let lines = wrapped(text, room);
                assert_eq!(lines.concat(), text);
                assert!(lines.iter().all(|line| width(line) <= room.max(2)), "{text} in {room}");
            }
        }
    }
}
