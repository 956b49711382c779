//! Text from outside, made harmless: what would move a cursor, ring a bell or turn a line round is shown instead of sent; what
//! a spreadsheet would run stays text.

use crate::model::text::is_unseen;
use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with control characters as their pictures (`␛`, `␀`), and with the marks that reorder or hide text as `‹U+202E›`.
/// Letters of every script, combining marks and joiners stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    // Most text is plain; bytes tell that faster than characters.
    let plain = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if plain || !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c as u32 {
            code @ 0..=0x1f => shown.push(char::from_u32(0x2400 + code).unwrap_or('\u{fffd}')),
            0x7f => shown.push('\u{2421}'),
            code if is_unseen(c) => {
                let _ = write!(shown, "‹U+{code:04X}›");
            }
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// `text` as a cell: control characters are shown instead of sent, and what a spreadsheet would take for a formula gets an
/// apostrophe in front.
pub fn cell(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    if starts_formula(text) || starts_formula(&shown) { Cow::Owned(format!("'{shown}")) } else { shown }
}

/// True when a spreadsheet may run `text`: it starts, after spaces, with one of the signs that begin a formula, in their
/// full-width forms too; or with a tab or line end, which some programs drop before they look.
fn starts_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(visible("Anne\u{1b}[2J"), "Anne␛[2J");
        assert_eq!(visible("a\u{202e}b\u{9b}c\u{7f}\n"), "a‹U+202E›b‹U+009B›c␡␊");
        assert!(matches!(visible("Nguyễn Thị, ᐊᓂᔑᓈᐯ, عمر, 李"), Cow::Borrowed(_)));
    }

    #[test]
    fn formulas_are_made_harmless() {
        for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\u{3000}=1", "＝1", "＋1", "－1", "＠1"] {
            assert_eq!(cell(bad), format!("'{bad}"));
        }
        assert_eq!((cell("\t=1"), cell("\r1"), cell("\n1")), ("'␉=1".into(), "'␍1".into(), "'␊1".into()));
        assert_eq!(cell("\u{1b}=1"), "␛=1", "what shows in its place begins no formula");
        assert_eq!(cell("Tremblay, Anne"), "Tremblay, Anne");
        assert_eq!(cell("O'Brien = Anne"), "O'Brien = Anne");
        assert_eq!(cell("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
    }
}
