//! Workbooks: the roster and the ledger for people who live in a spreadsheet. Text is written as text, never as a formula;
//! times, lengths and money as numbers, so that they sort and add up.

use super::line_day;
use super::view::View;
use crate::model::Instant;
use crate::speech::visible::visible;
use chrono::{NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::Tz;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// Rows of a worksheet, with the head.
const MOST_ROWS: usize = 1_048_576;
/// Characters of a cell.
const LONGEST: usize = 32_000;
/// Units of width that no column goes beyond.
const WIDEST: usize = 44;

/// What stands in a cell.
enum Cell {
    Text(String),
    Number(f64),
    Moment(NaiveDateTime),
    Day(NaiveDate),
    Money(f64),
}

/// A worksheet as it is filled.
struct Page {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Page {
    fn new(view: &View<'_>, name: &str, columns: &[&str]) -> Self {
        let columns = columns.iter().map(|column| view.say(&format!("workbook-{column}"), &[])).collect();
        Self { name: view.say(name, &[]), columns, rows: Vec::new() }
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
    let mut people = Page::new(
        view,
        "workbook-roster",
        &[
            "date", "starts", "ends", "hours", "site", "line", "shift", "post", "member", "name", "local", "at-risk",
            "pinned", "aside", "id",
        ],
    );
    let mut shifts = Page::new(
        view,
        "workbook-shifts",
        &[
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
        ],
    );
    for ix in view.shifts() {
        let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
        let zone = view.site_of(shift).zone;
        let (site, label) = (view.site_name(shift.site), view.label(shift));
        let line = visible(view.ground.strike.line(shift.line).name(view.language));
        let when = || [Cell::Day(shift.date), moment(shift.span.start, zone), moment(shift.span.end, zone)];
        for each in view.by_name(ix) {
            let mut row = Vec::from(when());
            row.push(hours(shift.minutes()));
            row.extend([&site, &line, &label].map(|part| text(part)));
            row.push(text(&line_day::duty(view, each.duty)));
            row.extend(
                [view.member_id(each.member), view.member_name(each.member), view.member_local(each.member)]
                    .map(|part| text(&part)),
            );
            row.extend([view.ground.at_risk(each.member), each.pinned].map(|yes| yes_no(view, yes)));
            row.push(text(&line_day::set_aside(view, each).unwrap_or_default()));
            row.push(text(&shift.id));
            people.rows.push(row);
        }
        let mut row = Vec::from(when());
        row.extend([&site, &line, &label].map(|part| text(part)));
        let speech = crate::speech::Speech::new(view.language);
        row.push(text(&crate::speech::refusal::coverage_word(speech, tally.status(shift))));
        row.extend([tally.heads(), shift.minimum, shift.target, shift.maximum].map(count));
        row.extend([tally.planned().captains, shift.captains, tally.worst_case()].map(count));
        row.push(text(&shift.id));
        shifts.rows.push(row);
    }
    write(view, vec![people, shifts], to)
}

/// Writes the ledger: a row for each member and week.
pub fn ledger(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(
        view,
        "workbook-ledger",
        &[
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
        ],
    );
    for week in view.weeks() {
        for row in &week.rows {
            let member = row.ix.map(|ix| view.ground.strike.member(ix));
            page.rows.push(vec![
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
            ]);
        }
    }
    write(view, vec![page], to)
}

fn write(view: &View<'_>, pages: Vec<Page>, to: &mut dyn Write) -> io::Result<()> {
    let bytes = bytes(view, pages).map_err(|error| io::Error::other(error.to_string()))?;
    to.write_all(&bytes)
}

fn bytes(view: &View<'_>, pages: Vec<Page>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = super::furniture::made(view);
    let about = format!("{}. {made}.", line_day::version(view));
    // The document's own date is the strike's clock, so that the same roster makes the same bytes.
    let properties = DocProperties::new().set_title(view.strike_name().as_ref()).set_comment(&about);
    let at = view.generated.in_zone(Tz::UTC).naive_utc();
    workbook.set_properties(&properties.set_creation_datetime(&datetime(at)?));
    for page in pages {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&page.name)?;
        fill(sheet, &page)?;
        sheet.set_header(format!("&L{}&R{}", escape(&view.strike_name()), escape(&about)));
        sheet.set_footer("&C&P / &N");
    }
    workbook.save_to_buffer()
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

fn fill(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let money = Format::new().set_num_format("0.00");
    let mut widths: Vec<usize> = page.columns.iter().map(|name| super::fit::columns(name).min(14)).collect();
    for (at, name) in page.columns.iter().enumerate() {
        sheet.write_string_with_format(0, at as u16, name, &head)?;
    }
    let rows = page.rows.len().min(MOST_ROWS - 1);
    for (row, cells) in page.rows.iter().take(rows).enumerate() {
        let row = row as u32 + 1;
        for (at, cell) in cells.iter().enumerate() {
            let column = at as u16;
            let width = match cell {
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                    super::fit::columns(text)
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                    8
                }
                Cell::Money(amount) => {
                    sheet.write_number_with_format(row, column, *amount, &money)?;
                    10
                }
                Cell::Day(date) => {
                    sheet.write_datetime_with_format(row, column, &datetime((*date).into())?, &day)?;
                    10
                }
                Cell::Moment(at) => {
                    sheet.write_datetime_with_format(row, column, &datetime(*at)?, &moment)?;
                    16
                }
            };
            if let Some(widest) = widths.get_mut(at) {
                *widest = (*widest).max(width);
            }
        }
    }
    for (at, width) in widths.into_iter().enumerate() {
        sheet.set_column_width(at as u16, width.min(WIDEST) as f64 + 1.5)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, rows as u32, page.columns.len().saturating_sub(1) as u16)?;
    sheet.set_landscape().set_paper_size(1).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}
