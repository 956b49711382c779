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

/// The same in tables below each other, each no wider than `width`: every one has the first `kept` cells of a row, then as many of
/// the others as there is room for.
pub fn aligned_within(rows: &[Vec<String>], kept: usize, width: usize) -> Vec<String> {
    let cells = rows.iter().map(Vec::len).max().unwrap_or_default();
    let wide = |at: usize| 2 + rows.iter().filter_map(|row| row.get(at)).map(|cell| columns(cell)).max().unwrap_or(0);
    let own: usize = (0..kept).map(wide).sum();
    let (mut tables, mut room) = (Vec::new(), 0);
    for at in kept..cells {
        let width_of = wide(at);
        match tables.last_mut() {
            Some(table) if width_of <= room => {
                room -= width_of;
                Vec::push(table, at);
            }
            _ => {
                room = width.saturating_sub(own + width_of);
                tables.push(vec![at]);
            }
        }
    }
    let table = |more: &Vec<usize>| {
        let row = |row: &Vec<String>| -> Vec<String> {
            (0..kept).chain(more.iter().copied()).filter_map(|at| row.get(at).cloned()).collect()
        };
        aligned(&rows.iter().map(row).collect::<Vec<_>>())
    };
    let tables: Vec<Vec<String>> = tables.iter().map(table).collect();
    tables
        .into_iter()
        .reduce(|mut all, table| {
            all.push(String::new());
            all.extend(table);
            all
        })
        .unwrap_or_else(|| aligned(rows))
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

    #[test]
    fn what_is_too_wide_stands_below() {
        let rows = [["", "now", "one", "two", "three"], ["a", "1", "2", "3", "4"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let both = ["     now  one  two", "  a    1    2    3", "", "     now  three", "  a    1      4"];
        assert_eq!(aligned_within(&rows, 2, 18), both);
        assert_eq!(aligned_within(&rows, 2, 80).len(), 2);
        assert!(aligned_within(&rows, 2, 3).iter().all(|line| line.len() < 20), "one at a time where there is no room");
    }
}
