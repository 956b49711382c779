//! Text as a terminal shows it: in so many columns, and in signs that every terminal knows.

use crate::model::text::is_unseen;
pub use crate::speech::fit::{cut, width, wrapped};

/// What an ASCII terminal is shown: letters without their accents, `?` for what has no likeness.
pub(super) fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut shown = String::with_capacity(text.len());
    // One column stays one: taken apart it would become three dots.
    let text = text.chars().map(|c| if c == '…' { '~' } else { c });
    for c in text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c) && !is_unseen(*c)) {
        match c {
            c if c.is_ascii() => shown.push(c),
            '–' | '—' | '‑' | '−' | '─' | '·' | '•' => shown.push('-'),
            '’' | '‘' => shown.push('\''),
            '“' | '”' | '«' | '»' => shown.push('"'),
            '→' | '▸' => shown.push('>'),
            '←' => shown.push('<'),
            '×' => shown.push('x'),
            '†' => shown.push('+'),
            'ł' => shown.push('l'),
            'Ł' => shown.push('L'),
            'ø' => shown.push('o'),
            'Ø' => shown.push('O'),
            'đ' => shown.push('d'),
            'Đ' => shown.push('D'),
            'ı' => shown.push('i'),
            c => shown.extend(std::iter::repeat_n('?', usize::from(width(c.encode_utf8(&mut [0; 4]))))),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_ascii_signs_keep_their_width() {
        assert_eq!(plain("Bureau…d’Orillia · « à »"), "Bureau~d'Orillia - \" a \"");
        for text in ["…", "a…b", "· – —", "†", "Łódź", "李"] {
            assert_eq!(width(&plain(text)), width(text), "{text}");
        }
    }
}
