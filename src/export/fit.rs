//! Fitting text into columns: by what it takes up on paper, never by its bytes, and never through a character.
//!
//! A wide letter takes two columns, a combining mark none; what a reader sees as one character (a grapheme) stays whole.
//! The text is taken to be harmless already (see [`crate::speech::visible`]).

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Stands where something was cut off.
const CUT: &str = "…";

/// Columns that `text` takes up.
pub fn columns(text: &str) -> usize {
    // Most of what stands on paper is of letters that need no looking up.
    let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_plain { text.len() } else { text.width() }
}

/// As much of `text` as fits into `width` columns, with `…` where something was cut off.
pub fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let end = head(text, width - 1);
    format!("{}{CUT}", text[..end].trim_end())
}

/// `text` cut and filled up with spaces to exactly `width` columns.
pub fn pad(text: &str, width: usize) -> String {
    let mut cell = cut(text, width);
    cell.extend(std::iter::repeat_n(' ', width.saturating_sub(columns(&cell))));
    cell
}

/// `text` cut and moved to the right edge of exactly `width` columns.
pub fn pad_left(text: &str, width: usize) -> String {
    let cell = cut(text, width);
    format!("{}{cell}", " ".repeat(width.saturating_sub(columns(&cell))))
}

/// `text` broken at its spaces into lines of at most `width` columns; a word longer than a line is broken inside. Of more
/// than `most` lines the rest is cut off.
pub fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let together = columns(&line) + usize::from(!line.is_empty()) + columns(word);
        if together <= width {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while columns(rest) > width {
            // A single character wider than the line goes on alone: better over the edge than lost or endless.
            let end = match head(rest, width) {
                0 => rest.graphemes(true).next().map_or(rest.len(), str::len),
                end => end,
            };
            lines.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        rest.clone_into(&mut line);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            // The mark stands for what was cut off, be there room beside the last word or not.
            let end = head(last, width - 1);
            *last = format!("{}{CUT}", last[..end].trim_end());
        }
    }
    lines
}

/// Two texts on one line, at its two edges; where they don't fit side by side, one below the other.
pub fn edges(left: &str, right: &str, width: usize) -> Vec<String> {
    if right.is_empty() {
        return wrap(left, width, 3);
    }
    let (left_columns, right_columns) = (columns(left), columns(right));
    if left_columns + right_columns + 2 <= width {
        return vec![format!("{left}{}{right}", " ".repeat(width - left_columns - right_columns))];
    }
    let mut lines = wrap(left, width, 3);
    lines.extend(wrap(right, width, 3).iter().map(|line| pad_left(line, width)));
    lines
}

/// Bytes of the longest run of whole characters from the start of `text` that fits into `width` columns.
fn head(text: &str, width: usize) -> usize {
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let next = at + grapheme.len();
        if columns(&text[..next]) > width {
            break;
        }
        end = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_and_marks_count_as_seen() {
        assert_eq!(pad("李小龍", 8), "李小龍  ");
        assert_eq!(cut("李小龍李小龍", 6), "李小…", "half a letter is no letter");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(pad_left("7", 3), "  7");
        assert_eq!(cut("Anne", 0), "");
    }

    #[test]
    fn long_text_wraps_at_spaces_and_then_inside_words() {
        assert_eq!(wrap("one two three", 7, 9), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij kl", 4, 9), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(wrap("one two three four", 7, 2), ["one two", "three…"]);
        assert_eq!(wrap("to a friend", 7, 1), ["to a…"], "nothing but the mark is added where there is room for more");
        assert!(wrap("", 7, 2).is_empty());
        assert_eq!(wrap("李李", 1, 9), ["李", "李"]);
    }

    #[test]
    fn edges_meet_or_stack() {
        assert_eq!(edges("left", "right", 12), ["left   right"]);
        assert_eq!(edges("left", "right", 10), ["left", "     right"]);
    }
}
