//! Text in the columns of a sheet: cells, paragraphs, and lines with something at both edges.

use crate::speech::fit;

pub use crate::speech::fit::columns;

/// As much of `text` as fits into `width` columns, with `…` where something was cut off.
pub fn cut(text: &str, width: usize) -> String {
    fit::cut(text, width, false).into_owned()
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

/// `text` in lines of at most `width` columns; of more than `most` lines the rest is cut off.
pub fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = fit::wrapped(text, width);
    if let Some(last) = most.checked_sub(1).filter(|last| *last + 1 < lines.len()) {
        let rest = lines.split_off(last).join(" ");
        lines.push(cut(&rest, width));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_as_wide_as_they_look() {
        assert_eq!(pad("李小龍", 8), "李小龍  ");
        assert_eq!(pad_left("7", 3), "  7");
        assert_eq!(cut("Anne", 0), "");
    }

    #[test]
    fn lines_too_many_are_cut_off_with_a_mark() {
        assert_eq!(wrap("one two three", 7, 9), ["one two", "three"]);
        assert_eq!(wrap("one two three four", 7, 2), ["one two", "three…"]);
        assert_eq!(wrap("to a friend", 7, 1), ["to a…"], "nothing but the mark is added where there is room for more");
        assert!(wrap("", 7, 2).is_empty());
    }

    #[test]
    fn edges_meet_or_stack() {
        assert_eq!(edges("left", "right", 12), ["left   right"]);
        assert_eq!(edges("left", "right", 10), ["left", "     right"]);
    }
}
