//! Long lines broken at spaces, for people. Documents and sheets have lines of their own.

use unicode_width::UnicodeWidthChar;

/// How much deeper than its beginning a line goes on.
const DEEPER: usize = 2;

/// `text` with every line that is wider than `width` broken at spaces, going on a little deeper than it begins. A word that
/// is wider on its own (a shift's id, a path) stays whole, so that it can be copied.
pub fn fold(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        if columns(line) <= width {
            out.push_str(line);
        } else {
            one(&mut out, line, width);
        }
        out.push_str(end);
    }
    out
}

fn one(out: &mut String, line: &str, width: usize) {
    let said = line.trim_start_matches(' ');
    let indent = (line.len() - said.len()).min(width / 2);
    out.push_str(&" ".repeat(indent));
    let (mut at, mut gap, mut is_first) = (indent, 0, true);
    for word in said.split(' ') {
        let wide = columns(word);
        if !is_first && at + gap + wide > width && wide > 0 {
            out.push('\n');
            out.push_str(&" ".repeat(indent + DEEPER));
            (at, gap) = (indent + DEEPER, 0);
        }
        if wide > 0 {
            out.push_str(&" ".repeat(gap));
            out.push_str(word);
            (at, gap) = (at + gap + wide, 0);
        }
        gap += 1;
        is_first = false;
    }
}

/// Columns that `text` takes on a terminal; colours take none.
pub fn columns(text: &str) -> usize {
    let mut chars = text.chars();
    let mut columns = 0;
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            chars.by_ref().find(|c| *c == 'm');
        } else {
            columns += c.width().unwrap_or(0);
        }
    }
    columns
}

/// `text` with spaces up to `width` columns after it.
pub fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// `text` with spaces up to `width` columns before it.
pub fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_words_stay_whole() {
        assert_eq!(fold("short\n", 10), "short\n");
        assert_eq!(fold("  one two three four\nfive", 11), "  one two\n    three\n    four\nfive");
        assert_eq!(fold("an-id-that-is-long and", 8), "an-id-that-is-long\n  and");
        assert_eq!(fold("\u{1b}[1mone two\u{1b}[0m", 7), "\u{1b}[1mone two\u{1b}[0m", "colours take no room");
        assert_eq!(fold("一二三 四五", 8), "一二三\n  四五", "wide letters take two columns");
        assert_eq!(fold("a   b", 5), "a   b");
    }
}
