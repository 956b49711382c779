//! Workbooks: the roster and the ledger for people who live in a spreadsheet. Text is written as text, never as a formula;
//! times, lengths and money as numbers, so that they sort and add up.

use super::line_day;
use super::view::View;
use crate::model::{Instant, Shift};
use crate::speech::refusal::coverage_word;
use crate::speech::visible::visible;
use chrono::{NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::Tz;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// Characters of a cell.
const LONGEST: usize = 32_000;
/// Units of width that no column goes beyond.
const WIDEST: usize = 44;

/// What stands in a cell.
#[derive(Clone)]
enum Cell {
    Text(String),
    Number(f64),
    Moment(NaiveDateTime),
    Day(NaiveDate),
    Money(f64),
}

/// A worksheet as it is filled, row by row: what is written is out of memory, since a province's roster has half a million rows.
struct Page<'w> {
    sheet: &'w mut Worksheet,
    formats: &'w Formats,
    /// What each column asks, in units of width.
    widths: Vec<usize>,
    /// Rows below the head.
    rows: u32,
}

/// How cells are shown.
struct Formats {
    head: Format,
    day: Format,
    moment: Format,
    money: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
            money: Format::new().set_num_format("0.00"),
        }
    }
}

impl<'w> Page<'w> {
    /// A worksheet more, with its head.
    fn begin(
        view: &View<'_>,
        workbook: &'w mut Workbook,
        formats: &'w Formats,
        name: &str,
        columns: &[&str],
    ) -> Result<Self, XlsxError> {
        let sheet = workbook.add_worksheet_with_low_memory()?;
        sheet.set_name(view.say(name, &[]))?;
        let mut widths = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            let name = view.say(&format!("workbook-{column}"), &[]);
            sheet.write_string_with_format(0, at as u16, &name, &formats.head)?;
            widths.push(super::fit::columns(&name).min(14));
        }
        Ok(Self { sheet, formats, widths, rows: 0 })
    }

    /// A row more. A worksheet holds a million of them: what would not fit is an error, never left out.
    fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), XlsxError> {
        self.rows += 1;
        for ((at, cell), widest) in cells.into_iter().enumerate().zip(&mut self.widths) {
            let (row, column) = (self.rows, at as u16);
            let width = match cell {
                Cell::Text(text) => {
                    let width = super::fit::columns(&text);
                    self.sheet.write_string(row, column, text)?;
                    width
                }
                Cell::Number(number) => {
                    self.sheet.write_number(row, column, number)?;
                    8
                }
                Cell::Money(amount) => {
                    self.sheet.write_number_with_format(row, column, amount, &self.formats.money)?;
                    10
                }
                Cell::Day(date) => {
                    let day = datetime(date.into())?;
                    self.sheet.write_datetime_with_format(row, column, &day, &self.formats.day)?;
                    10
                }
                Cell::Moment(at) => {
                    self.sheet.write_datetime_with_format(row, column, &datetime(at)?, &self.formats.moment)?;
                    16
                }
            };
            *widest = (*widest).max(width);
        }
        Ok(())
    }

    /// All rows are written: the columns as wide as they ask, the head in sight, on paper as on the screen.
    fn end(self, view: &View<'_>) -> Result<(), XlsxError> {
        let Self { sheet, widths, rows, .. } = self;
        for (at, width) in widths.iter().enumerate() {
            sheet.set_column_width(at as u16, (*width).min(WIDEST) as f64 + 1.5)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, rows, widths.len().saturating_sub(1) as u16)?;
        sheet.set_landscape().set_paper_size(1).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        sheet.set_header(format!("&L{}&R{}", escape(&view.strike_name()), escape(&about(view))));
        sheet.set_footer("&C&P / &N");
        Ok(())
    }
}

fn text(text: &str) -> Cell {
    let shown = visible(text);
    Cell::Text(shown.chars().take(LONGEST).collect())
}

fn moment(at: Instant, zone: Tz) -> Cell {
    Cell::Moment(at.in_zone(zone).naive_local())
}

fn count(number: u32) -> Cell {
    Cell::Number(f64::from(number))
}

/// Minutes as hours.
fn hours(minutes: i64) -> Cell {
    Cell::Number(minutes as f64 / 60.0)
}

fn yes_no(view: &View<'_>, yes: bool) -> Cell {
    Cell::Text(view.say("workbook-yes-no", &[("yes", if yes { "yes" } else { "no" }.into())]))
}

/// Writes the roster: one worksheet with a row for everyone on each shift, one with a row for each shift.
pub fn roster(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    write(view, &[people, shifts], to)
}

/// Writes the ledger: a row for each member and week.
pub fn ledger(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    write(view, &[weeks], to)
}

/// Adds a worksheet to a workbook.
type Fill = fn(&View<'_>, &mut Workbook, &Formats) -> Result<(), XlsxError>;

/// What is the same in every row of a shift: its day, when it starts and ends; where it is.
fn of_shift(view: &View<'_>, shift: &Shift) -> ([Cell; 3], [Cell; 3]) {
    let zone = view.site_of(shift).zone;
    let line = view.ground.strike.line(shift.line).name(view.language);
    (
        [Cell::Day(shift.date), moment(shift.span.start, zone), moment(shift.span.end, zone)],
        [text(&view.site_name(shift.site)), text(line), text(&view.label(shift))],
    )
}

fn people(view: &View<'_>, workbook: &mut Workbook, formats: &Formats) -> Result<(), XlsxError> {
    let columns = [
        "date", "starts", "ends", "hours", "site", "line", "shift", "post", "member", "name", "local", "at-risk",
        "pinned", "aside", "id",
    ];
    let mut page = Page::begin(view, workbook, formats, "workbook-roster", &columns)?;
    for ix in view.shifts() {
        let shift = view.ground.shift(ix);
        let (when, place) = of_shift(view, shift);
        for each in view.by_name(ix) {
            let who = [view.member_id(each.member), view.member_name(each.member), view.member_local(each.member)];
            let marks = [view.ground.at_risk(each.member), each.pinned];
            let mut row: Vec<Cell> = when.to_vec();
            row.push(hours(shift.minutes()));
            row.extend_from_slice(&place);
            row.push(text(&line_day::duty(view, each.duty)));
            row.extend(who.map(|part| text(&part)));
            row.extend(marks.map(|yes| yes_no(view, yes)));
            row.push(text(&line_day::set_aside(view, each).unwrap_or_default()));
            row.push(text(&shift.id));
            page.row(row)?;
        }
    }
    page.end(view)
}

fn shifts(view: &View<'_>, workbook: &mut Workbook, formats: &Formats) -> Result<(), XlsxError> {
    let columns = [
        "date",
        "starts",
        "ends",
        "site",
        "line",
        "shift",
        "status",
        "heads",
        "minimum",
        "target",
        "maximum",
        "captains",
        "captains-wanted",
        "worst",
        "id",
    ];
    let mut page = Page::begin(view, workbook, formats, "workbook-shifts", &columns)?;
    let speech = view.speech();
    for ix in view.shifts() {
        let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
        let (when, place) = of_shift(view, shift);
        let status = coverage_word(speech, tally.status(shift));
        let heads = [tally.heads(), shift.minimum, shift.target, shift.maximum];
        let more = [tally.planned().captains, shift.captains, tally.worst_case()];
        let row = when.into_iter().chain(place).chain([text(&status)]).chain(heads.map(count)).chain(more.map(count));
        page.row(row.chain([text(&shift.id)]))?;
    }
    page.end(view)
}

fn weeks(view: &View<'_>, workbook: &mut Workbook, formats: &Formats) -> Result<(), XlsxError> {
    let columns = [
        "week",
        "strike-week",
        "member",
        "name",
        "local",
        "rostered",
        "attended",
        "credited",
        "full",
        "full-pay",
        "pay",
        "open",
        "no-shows",
    ];
    let mut page = Page::begin(view, workbook, formats, "workbook-ledger", &columns)?;
    for week in view.weeks() {
        for row in &week.rows {
            let member = row.ix.map(|ix| view.ground.strike.member(ix));
            page.row([
                Cell::Day(week.starts),
                Cell::Number(week.number as f64),
                text(&row.member),
                text(member.map_or("", |member| member.name.as_str())),
                text(member.and_then(|member| member.local.as_deref()).unwrap_or("")),
                hours(row.rostered),
                hours(row.attended),
                hours(row.credited),
                hours(row.full),
                Cell::Money(week.rate.0 as f64 / 100.0),
                Cell::Money(row.pay.0 as f64 / 100.0),
                count(row.open),
                count(row.no_shows),
            ])?;
        }
    }
    page.end(view)
}

fn write(view: &View<'_>, pages: &[Fill], to: &mut dyn Write) -> io::Result<()> {
    let bytes = bytes(view, pages).map_err(|error| io::Error::other(error.to_string()))?;
    to.write_all(&bytes)
}

fn bytes(view: &View<'_>, pages: &[Fill]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The document's own date is the strike's clock, so that the same roster makes the same bytes.
    let properties = DocProperties::new().set_title(view.strike_name().as_ref()).set_comment(about(view));
    let at = view.generated.in_zone(Tz::UTC).naive_utc();
    workbook.set_properties(&properties.set_creation_datetime(&datetime(at)?));
    let formats = Formats::new();
    for fill in pages {
        fill(view, &mut workbook, &formats)?;
    }
    workbook.save_to_buffer()
}

/// Which version of the roster it is, and when the workbook was made.
fn about(view: &View<'_>) -> String {
    format!("{}. {}.", line_day::version(view), super::furniture::made(view))
}

/// `&` begins a code in heads and feet of pages.
fn escape(text: &str) -> String {
    text.chars().take(100).collect::<String>().replace('&', "&&")
}

fn datetime(at: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    let (date, time) = (at.date(), at.time());
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8)?.and_hms(
        time.hour() as u16,
        time.minute() as u8,
        time.second(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worksheet_that_is_full_takes_no_row_for_another() {
        let (mut workbook, formats) = (Workbook::new(), Formats::new());
        let sheet = workbook.add_worksheet_with_low_memory().unwrap();
        // The head, and all rows but one of the 1,048,576 there can be.
        let mut page = Page { sheet, formats: &formats, widths: vec![0], rows: 1_048_574 };
        assert!(page.row([count(1)]).is_ok());
        assert!(matches!(page.row([count(2)]), Err(XlsxError::RowColumnLimitError)));
    }
}
