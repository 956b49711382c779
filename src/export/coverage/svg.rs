//! The coverage as a picture: a row for each line, a field for each shift, the darker the worse. Drawn for paper: it needs
//! no colour, no script, no font of its own, and nothing from anywhere else.

use super::{Column, Matrix, names};
use crate::engine::coverage::Status;
use crate::export::furniture::made;
use crate::export::line_day;
use crate::export::picture::{FONT, escape, fitted, look, room};
use crate::export::view::View;
use crate::model::ShiftIx;
use crate::speech::{calendar, refusal::coverage_word};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Pixels: of a field, of the names beside the rows at least and at most, of the margins.
const FIELD: (usize, usize) = (24, 18);
const NAMES: (usize, usize) = (120, 450);
const MARGIN: usize = 12;
/// Pixels between days, and of a day's name and date over its fields.
const DAY_GAP: usize = 6;
const DAY: usize = 46;
/// Pixels across at least: when it was made stands in one line with what it is.
const LEAST: usize = 940;
/// Pixels above the rows.
const TOP: usize = 118;

/// Writes the picture.
pub fn svg(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    to.write_all(drawn(view).as_bytes())
}

/// The picture as an element.
pub fn drawn(view: &View<'_>) -> String {
    let shifts: Vec<ShiftIx> = view.shifts().collect();
    let matrix = Matrix::of(view, shifts.iter().copied(), true);
    let places = places(&matrix.columns);
    let right = places.last().map_or(0, |left| left + FIELD.0.max(DAY));
    let named: Vec<(String, Option<String>)> = matrix.rows.iter().map(|(line, _)| names(view, *line)).collect();
    let widest = named.iter().map(|(site, line)| room(&together(site, line.as_deref()), 11)).max().unwrap_or(0);
    let beside = (widest + 10).clamp(NAMES.0, NAMES.1);
    let width = (MARGIN + beside + right + MARGIN).max(LEAST);
    let bottom = TOP + matrix.rows.len() * FIELD.1;
    let height = bottom + 34;
    let mut svg = String::new();
    let language = view.speech().word("picture-language");
    let title = view.say("coverage-title", &[]);
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         lang=\"{language}\" role=\"img\" font-family=\"{FONT}\" font-size=\"11\" fill=\"#000\">\n\
         <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>",
        escape(&view.of(&title, &view.strike_name())),
    );
    head(view, &mut svg, &title, &shifts, width);
    legend(view, &mut svg);
    titles(view, &mut svg, &matrix.columns, &places, MARGIN + beside);
    for (at, ((_, fields), (site, line))) in matrix.rows.iter().zip(&named).enumerate() {
        let top = TOP + at * FIELD.1;
        if at % 2 == 1 {
            let _ = writeln!(
                svg,
                "<rect x=\"{MARGIN}\" y=\"{top}\" width=\"{}\" height=\"{}\" fill=\"#f4f4f4\"/>",
                beside + right,
                FIELD.1
            );
        }
        let shown = name(site, line.as_deref(), beside - 8);
        let _ = writeln!(svg, "<text x=\"{MARGIN}\" y=\"{}\">{}</text>", top + 13, escape(&shown));
        for (column, left) in matrix.columns.iter().zip(&places) {
            if let Some(field) = fields.get(column) {
                field.shifts.iter().for_each(|ix| cell(view, &mut svg, *ix, MARGIN + beside + left, top));
            }
        }
    }
    let totals = line_day::totals(view, &shifts);
    let totals = fitted(&totals, width - 2 * MARGIN, 11);
    let _ = writeln!(svg, "<text x=\"{MARGIN}\" y=\"{}\">{}</text>\n</svg>", bottom + 22, escape(&totals));
    svg
}

/// `Site — Line`, or the site alone.
fn together(site: &str, line: Option<&str>) -> String {
    line.map_or_else(|| site.to_owned(), |line| format!("{site} — {line}"))
}

/// The same in so many pixels: where it is too long the site is cut, since the line tells the rows of a site apart.
fn name(site: &str, line: Option<&str>, pixels: usize) -> String {
    let whole = together(site, line);
    let short = line.map(|line| format!(" — {line}")).filter(|_| room(&whole, 11) > pixels);
    match short {
        Some(line) if room(&line, 11) * 2 < pixels => format!("{}{line}", fitted(site, pixels - room(&line, 11), 11)),
        _ => fitted(&whole, pixels, 11).into_owned(),
    }
}

/// Where each column begins, from the left of the first; a gap between days, and room for the name of each.
fn places(columns: &[Column]) -> Vec<usize> {
    let (mut left, mut day) = (0, 0);
    let mut before = columns.first().map(|column| column.date);
    columns
        .iter()
        .map(|column| {
            if before != Some(column.date) {
                left = (left + DAY_GAP).max(day + DAY);
                day = left;
                before = Some(column.date);
            }
            let here = left;
            left += FIELD.0;
            here
        })
        .collect()
}

fn head(view: &View<'_>, svg: &mut String, title: &str, shifts: &[ShiftIx], width: usize) {
    let title = format!("{} — {title}", view.strike_name());
    let place = match (view.site, view.day) {
        (Some(site), Some(day)) => format!("{}, {}", view.site_name(site), line_day::day_dates(view, day, shifts)),
        (Some(site), None) => format!("{}, {}", view.site_name(site), line_day::plan_days(view)),
        (None, Some(day)) => line_day::day_dates(view, day, shifts),
        (None, None) => line_day::plan_days(view),
    };
    let about = format!("{}. {}. {}.", line_day::version(view), line_day::state(view, shifts), made(view));
    for (text, y, size) in [(title, 24, 15), (place, 42, 11), (about, 58, 11)] {
        let weight = if size > 11 { " font-weight=\"bold\"" } else { "" };
        let shown = fitted(&text, width - 2 * MARGIN, size);
        let _ = writeln!(svg, "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\"{weight}>{}</text>", escape(&shown));
    }
}

fn legend(view: &View<'_>, svg: &mut String) {
    let speech = view.speech();
    let mut left = MARGIN;
    for status in Status::ALL {
        let word = coverage_word(speech, status);
        field(svg, status, left, 68, "");
        let _ = writeln!(svg, "<text x=\"{}\" y=\"81\">{}</text>", left + FIELD.0 + 4, escape(&word));
        left += FIELD.0 + 18 + room(&word, 11);
    }
    let _ = writeln!(svg, "<text x=\"{left}\" y=\"81\">{}</text>", escape(&view.say("picture-at-risk", &[])));
}

/// Days, and below them the times at which the shifts begin.
fn titles(view: &View<'_>, svg: &mut String, columns: &[Column], places: &[usize], beside: usize) {
    let mut before = None;
    for (column, left) in columns.iter().zip(places) {
        let left = beside + left;
        if before != Some(column.date) {
            before = Some(column.date);
            let weekday = calendar::weekday_short(chrono::Datelike::weekday(&column.date), view.language);
            let date = calendar::date_short(column.date, view.language);
            for (text, y) in [(weekday, 93), (date.as_str(), 103)] {
                let _ = writeln!(svg, "<text x=\"{left}\" y=\"{y}\" font-size=\"9\">{}</text>", escape(text));
            }
        }
        if let Some(template) = column.template {
            let start = view.ground.strike.template(template).start;
            let _ = writeln!(
                svg,
                "<text x=\"{}\" y=\"112\" font-size=\"7\" text-anchor=\"middle\">{start}</text>",
                left + FIELD.0 / 2,
            );
        }
    }
}

/// A shift's field, with its numbers for whoever points at it.
fn cell(view: &View<'_>, svg: &mut String, ix: ShiftIx, left: usize, top: usize) {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    let about = view.of(&shift.id, &format!("{}. {}", line_day::status(view, ix), line_day::counts(view, ix)));
    field(svg, tally.status(shift), left, top, &about);
    // A notch: the worst case is worse.
    if tally.worst_status(shift) < tally.status(shift) {
        let (x, y) = (left + FIELD.0 - 1, top + 1);
        let _ = writeln!(svg, "<path d=\"M{x} {y}h-6l6 6z\" fill=\"#000\" stroke=\"#fff\" stroke-width=\".5\"/>");
    }
}

fn field(svg: &mut String, status: Status, left: usize, top: usize, about: &str) {
    let look = look(status);
    let (width, height) = (FIELD.0 - 1, FIELD.1 - 1);
    let about = if about.is_empty() { String::new() } else { format!("<title>{}</title>", escape(about)) };
    let _ = writeln!(
        svg,
        "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{}\" stroke=\"#555\" \
         stroke-width=\".6\">{about}</rect>",
        look.fill
    );
    if !look.sign.is_empty() {
        let (x, y) = (left + width / 2, top + 13);
        let _ = writeln!(
            svg,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"{}\" pointer-events=\"none\">{}</text>",
            look.ink, look.sign
        );
    }
}
