//! What pictures share: text that is text and nothing else, and one look for each status that can be told apart in colour,
//! by the colour-blind, and on a black-and-white printer: the darker, the worse, and a sign in each.

use crate::engine::coverage::Status;
use crate::speech::visible::visible;
use std::borrow::Cow;

/// The typefaces of pictures and pages: whatever the reader's machine has.
pub const FONT: &str = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";

/// `text` inside an element or an attribute: harmless, and with nothing that markup would take for its own.
pub fn escape(text: &str) -> String {
    let shown = visible(text);
    let mut safe = String::with_capacity(shown.len() + 8);
    for c in shown.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // Not characters of XML.
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ => safe.push(c),
        }
    }
    safe
}

/// How a status looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Fill, darker the worse; blue to orange to brown, which no common colour-blindness mixes up.
    pub fill: &'static str,
    /// Ink that can be read on it.
    pub ink: &'static str,
    /// The sign in it.
    pub sign: &'static str,
}

/// The look of a status.
pub fn look(status: Status) -> Look {
    let (fill, ink, sign) = match status {
        Status::Open => ("#2b0f0a", "#ffffff", "×"),
        Status::Short => ("#9c3413", "#ffffff", "!"),
        Status::Captain => ("#d9822b", "#000000", "C"),
        Status::Skill => ("#e5ad52", "#000000", "S"),
        Status::Thin => ("#b7d7ea", "#000000", "–"),
        Status::Full => ("#f1f7fb", "#000000", ""),
    };
    Look { fill, ink, sign }
}

/// Pixels that `text` takes in letters of that size, by a rule of thumb: few faces have letters wider than six tenths of
/// their height; wide scripts count twice.
pub fn room(text: &str, size: usize) -> usize {
    (super::fit::columns(text) * size * 60).div_ceil(100)
}

/// As much of `text` as fits into so many pixels of letters of that size, by the same rule of thumb.
pub fn fitted(text: &str, pixels: usize, size: usize) -> Cow<'_, str> {
    let letters = pixels * 100 / (size * 60).max(1);
    if super::fit::columns(text) <= letters { Cow::Borrowed(text) } else { Cow::Owned(super::fit::cut(text, letters)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_literally() {
        assert_eq!(escape("<b>\"A\" & 'B'</b>\u{1b}"), "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;␛");
    }

    #[test]
    fn worse_is_darker() {
        let light = |status| {
            let fill = look(status).fill;
            let part = |at: usize| u32::from_str_radix(&fill[at..at + 2], 16).unwrap();
            // Brightness as the eye weighs it (Rec. 601).
            299 * part(1) + 587 * part(3) + 114 * part(5)
        };
        for pair in Status::ALL.windows(2) {
            assert!(light(pair[0]) + 20_000 < light(pair[1]), "{pair:?}");
        }
    }
}
