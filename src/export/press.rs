//! Printing: sheets one after another, each page with its number among all.
//!
//! How many pages there are in all stands on the first of them. A few sheets are held until that is known; of a province,
//! whose sheets take hundreds of megabytes, they are made twice, by as many threads as there are, and forgotten in between.

use super::fit::{columns, cut, pad_left, wrap};
use super::furniture::{Page, Sheet, closing, pages, paper_width};
use super::view::View;
use crate::engine::threads;
use std::io::{self, Write};

/// So many lots of sheets are held at once.
const ROUND: usize = 256;

/// Writes sheets, each starting a new page, and after the last of them `end`.
pub fn print(view: &View<'_>, sheets: &[Sheet], end: &str, to: &mut dyn Write) -> io::Result<()> {
    print_pages(view, sheets, end, to).map(drop)
}

/// As [`print()`]; tells how many pages there are.
pub fn print_pages(view: &View<'_>, sheets: &[Sheet], end: &str, to: &mut dyn Write) -> io::Result<usize> {
    let end = wrap(end, paper_width(view), 3);
    let laid = lay(view, sheets, Some(&end));
    let mut numbers = Numbers { last: 0, of: laid.iter().map(Vec::len).sum() };
    write_sheets(view, sheets, &laid, &mut numbers, to)?;
    write_end(&end, to)?;
    Ok(numbers.of)
}

/// As [`print()`], of sheets that are made from `lots` (at least one, and each gives a sheet at least), lot by lot.
pub fn print_lots<T: Sync>(
    view: &View<'_>,
    lots: &[T],
    sheets: impl Fn(&T) -> Vec<Sheet> + Sync,
    end: &str,
    to: &mut dyn Write,
) -> io::Result<()> {
    let end = wrap(end, paper_width(view), 3);
    let made = |at: usize| {
        let sheets = sheets(&lots[at]);
        let laid = lay(view, &sheets, (at + 1 == lots.len()).then_some(&end));
        (sheets, laid)
    };
    let counts = threads::each(lots.len(), threads::all(), &|at| made(at).1.iter().map(Vec::len).sum::<usize>());
    let of = counts.iter().sum();
    let before: Vec<usize> = counts
        .iter()
        .scan(0, |sum, count| {
            *sum += count;
            Some(*sum - count)
        })
        .collect();
    for from in (0..lots.len()).step_by(ROUND) {
        let texts = threads::each((lots.len() - from).min(ROUND), threads::all(), &|nth| {
            let at = from + nth;
            let (sheets, laid) = made(at);
            let mut text = Vec::new();
            write_sheets(view, &sheets, &laid, &mut Numbers { last: before[at], of }, &mut text).map(|()| text)
        });
        for text in texts {
            to.write_all(&text?)?;
        }
    }
    write_end(&end, to)
}

/// The pages of each sheet; where the last is the last of all, there is room for the end on it.
fn lay(view: &View<'_>, sheets: &[Sheet], end: Option<&Vec<String>>) -> Vec<Vec<Page>> {
    let spared = |at: usize| end.filter(|_| at + 1 == sheets.len()).map_or(0, |end| end.len() + 1);
    sheets.iter().enumerate().map(|(at, sheet)| pages(view, sheet, paper_width(view), spared(at))).collect()
}

/// The number of the page printed last, and how many there are in all.
struct Numbers {
    last: usize,
    of: usize,
}

fn write_sheets(
    view: &View<'_>,
    sheets: &[Sheet],
    laid: &[Vec<Page>],
    numbers: &mut Numbers,
    to: &mut dyn Write,
) -> io::Result<()> {
    for (sheet, pages) in sheets.iter().zip(laid) {
        for page in pages {
            if numbers.last > 0 {
                to.write_all(if view.form_feeds { b"\x0c" } else { b"\n\n" })?;
            }
            numbers.last += 1;
            write_page(view, sheet, page, numbers, to)?;
        }
    }
    Ok(())
}

fn write_page(view: &View<'_>, sheet: &Sheet, page: &Page, numbers: &Numbers, to: &mut dyn Write) -> io::Result<()> {
    let width = paper_width(view);
    let values = [("page", numbers.last.to_string().into()), ("pages", numbers.of.to_string().into())];
    let label = view.say("paper-page", &values);
    let name = cut(&view.strike_name(), width.saturating_sub(columns(&label) + 2));
    writeln!(to, "{name}{}", pad_left(&label, width - columns(&name)))?;
    write_lines(&page.lines, to)?;
    write_lines(&closing(view, sheet, page.people, page.open, width), to)
}

fn write_end(end: &[String], to: &mut dyn Write) -> io::Result<()> {
    if !end.is_empty() {
        to.write_all(b"\n")?;
    }
    write_lines(end, to)
}

fn write_lines(lines: &[String], to: &mut dyn Write) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(to, "{}", line.trim_end()))
}
