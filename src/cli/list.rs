//! Lists and tables as people read them.

use super::fold::{columns, left, right};
use crate::speech::Speech;

/// The first `most` of `lines`, each `indent` deep, and how many more there are.
pub fn first(speech: Speech, indent: &str, most: usize, lines: impl ExactSizeIterator<Item = String>) -> String {
    let more = lines.len().saturating_sub(most);
    let more = (more > 0).then(|| speech.say("cli-candidates-more", &[("count", more.into())]));
    lines.take(most).chain(more).flat_map(|line| [indent.to_owned(), line, "\n".to_owned()]).collect()
}

/// Rows whose cells stand under each other, a line each: the first cell at the left, the others at the right.
pub fn aligned<R: AsRef<[String]>>(rows: &[R]) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        let row = row.as_ref();
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = columns(cell).max(*width);
        }
    }
    let set = |(at, cell): (usize, &String)| {
        let cell = if at == 0 { left(cell, widths[at]) } else { right(cell, widths[at]) };
        format!("  {cell}")
    };
    rows.iter().map(|row| row.as_ref().iter().enumerate().map(set).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::campaign::Language;

    #[test]
    fn what_is_not_shown_is_counted() {
        let of = |count: usize| first(Speech::new(Language::En), "  ", 2, (0..count).map(|at| at.to_string()));
        assert_eq!(of(0), "");
        assert_eq!(of(2), "  0\n  1\n");
        assert_eq!(of(4), "  0\n  1\n  and 2 more\n");
    }

    #[test]
    fn cells_stand_under_each_other_by_their_columns() {
        let rows = [["a", "10"], ["一二", "9"]].map(|row| row.map(str::to_owned));
        assert_eq!(aligned(&rows), ["  a     10", "  一二   9"]);
    }
}
