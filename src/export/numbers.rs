//! Numbers in columns at the right of a name: each column as wide as what stands in it asks for, so that a strike of tens of
//! thousands still reads, and a small one leaves its names whole.

use super::fit::{columns, cut, pad, pad_left, wrap};

/// A name has at least so many columns beside the numbers; else it stands above them.
const LEAST: usize = 16;
/// Lines that a long name takes.
const LINES: usize = 2;

/// The columns of a table of names and numbers.
pub struct Numbers<const N: usize> {
    width: usize,
    widths: [usize; N],
}

impl<const N: usize> Numbers<N> {
    /// For paper of this width: wide enough for the titles and for every row.
    pub fn of<'a>(width: usize, titles: &[String; N], rows: impl IntoIterator<Item = &'a [String; N]>) -> Self {
        let mut widths = titles.each_ref().map(|title| columns(title) + 1);
        for row in rows {
            for (widest, text) in widths.iter_mut().zip(row) {
                *widest = (*widest).max(columns(text) + 1);
            }
        }
        Self { width, widths }
    }

    /// Columns that are left for the name.
    fn name(&self) -> usize {
        self.width.saturating_sub(self.widths.iter().sum())
    }

    /// The lines of a row.
    pub fn row(&self, name: &str, numbers: &[String; N]) -> Vec<String> {
        let cells: Vec<String> = numbers.iter().zip(self.widths).map(|(text, width)| pad_left(text, width)).collect();
        let room = self.name();
        if room >= LEAST && columns(name) <= room {
            return vec![format!("{}{}", pad(name, room), cells.concat())];
        }
        let mut lines = wrap(name, self.width, LINES);
        if room >= LEAST {
            lines.push(format!("{}{}", " ".repeat(room), cells.concat()));
            return lines;
        }
        // Too narrow even for the numbers: they go on below, each under its title all the same.
        let mut line = String::new();
        for cell in cells {
            if !line.is_empty() && columns(&line) + columns(&cell) > self.width {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(&cut(&cell, self.width));
        }
        lines.push(line);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    fn numbers(texts: [&str; 3]) -> [String; 3] {
        texts.map(str::to_owned)
    }

    #[test]
    fn nothing_is_cut_and_columns_keep_their_place() {
        let titles = numbers(["People", "Gaps", "Came"]);
        let (small, large) = (numbers(["1/2", "0", "7"]), numbers(["45,771/43,644", "1,007", "45,700"]));
        let table = Numbers::of(48, &titles, [&small, &large]);
        // As wide as the widest number and a space; the name has what is left of 48.
        let expected = format!("{:<21}{:>14}{:>6}{:>7}", "Gate", "People", "Gaps", "Came");
        assert_eq!(table.row("Gate", &titles), [expected]);
        assert_eq!(table.row("Gate", &large)[0].trim_start_matches("Gate").trim_start(), "45,771/43,644 1,007 45,700");
        assert_eq!(table.row("A name that is longer than its room", &small).len(), 2);
        for width in 10..60 {
            let table = Numbers::of(width, &titles, [&small, &large]);
            let all = table.row("Gate", &large).join(" ");
            assert!(large.iter().all(|text| all.contains(text.as_str()) || width < 15), "{width}: {all}");
        }
    }
}
