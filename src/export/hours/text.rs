//! The ledger on paper: a sheet for each week.

use crate::engine::pay::{Row, Week};
use crate::export::code::Code;
use crate::export::fit::{columns, pad, pad_left};
use crate::export::furniture::{Block, Counted, Head, Row as Line, RowKind, Sheet, paper_width};
use crate::export::line_day::{state, version};
use crate::export::press;
use crate::export::view::View;
use crate::model::campaign::Language;
use crate::model::money::Cents;
use crate::speech::visible::visible;
use crate::speech::{calendar, number};
use chrono::Days;
use std::io::{self, Write};

/// Marks a member who was not signed out.
const OPEN: &str = "*";
/// Marks a member whose pay is no longer what was signed off.
const CORRECTED: &str = "±";

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let rows = || view.weeks().iter().flat_map(|week| &week.rows);
    let values = [
        ("weeks", view.weeks().len().into()),
        ("rows", rows().count().into()),
        ("pay", number::money(rows().map(|row| row.pay).fold(Cents(0), sum), view.language).into()),
    ];
    press::print(view, &sheets(view), &view.say("hours-end", &values), to)
}

/// The sheets.
pub fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let layout = Layout::of(view);
    view.weeks().iter().map(|week| sheet(view, &layout, week)).collect()
}

fn sum(a: Cents, b: Cents) -> Cents {
    Cents(a.0 + b.0)
}

/// Narrower paper has no room for the numbers beside the names: they go below.
const BESIDE_FROM: usize = 64;

/// Columns of the rows, in display columns.
struct Layout {
    width: usize,
    id: usize,
    name: usize,
    numbers: [usize; 4],
    headings: [String; 4],
    language: Language,
}

impl Layout {
    fn of(view: &View<'_>) -> Self {
        let width = paper_width(view);
        let ids = view.weeks().iter().flat_map(|week| &week.rows).map(|row| columns(&visible(&row.member)));
        let id = ids.max().unwrap_or(0).max(columns(&view.say("paper-column-member", &[]))).min(width / 4);
        let headings =
            ["rostered", "attended", "credited", "pay"].map(|name| view.say(&format!("hours-column-{name}"), &[]));
        let numbers = [0, 1, 2, 3].map(|ix| columns(&headings[ix]).max(if ix == 3 { 10 } else { 8 }));
        let taken = id + 2 + numbers.iter().map(|width| width + 1).sum::<usize>() + 2;
        let name = if width < BESIDE_FROM { width - id - 2 } else { width - taken };
        Self { width, id, name, numbers, headings, language: view.language }
    }

    fn row(&self, id: &str, name: &str, numbers: &[String; 4], mark: &str) -> Vec<String> {
        let who = format!("{}  {}", pad(id, self.id), pad(name, self.name));
        if self.width < BESIDE_FROM {
            let each = (self.width - 2) / numbers.len();
            let numbers: String = numbers.iter().map(|text| pad_left(text, each)).collect();
            return vec![who.trim_end().to_owned(), format!("{numbers} {mark}").trim_end().to_owned()];
        }
        let numbers: String = numbers.iter().zip(self.numbers).map(|(text, width)| pad_left(text, width + 1)).collect();
        vec![format!("{who}{numbers} {mark}").trim_end().to_owned()]
    }

    fn money(&self, amount: Cents) -> String {
        number::money(amount, self.language)
    }
}

fn sheet(view: &View<'_>, layout: &Layout, week: &Week) -> Sheet {
    let mut notes = vec![match week.rate {
        Cents(0) => view.say("hours-no-rate", &[]),
        rate => {
            let full = number::length(view.ground.strike.pay.minutes_per_week);
            view.say("hours-rate", &[("rate", layout.money(rate).into()), ("full", full.into())])
        }
    }];
    if week.rows.is_empty() {
        notes.push(view.say("hours-nothing", &[]));
    }
    let mut titles =
        layout.row(&view.say("paper-column-member", &[]), &view.say("paper-column-name", &[]), &layout.headings, "");
    titles.push("-".repeat(layout.width));
    let rows = week.rows.iter().map(|row| line(view, layout, row)).collect();
    let blocks = if week.rows.is_empty() { Vec::new() } else { vec![Block { rows, ..Block::default() }] };
    Sheet {
        head: Head {
            place: view.say("hours-title", &[]),
            dates: week_said(view, week),
            version: version(view),
            state: state(view, &[]),
            code: Some(code(view, week)),
            ..Head::default()
        },
        notes,
        columns: titles,
        blocks,
        totals: totals(view, layout, week),
        counted: Counted::Rows,
    }
}

/// Which week: its number in the strike, and its days.
pub fn week_said(view: &View<'_>, week: &Week) -> String {
    let day = |offset| calendar::day_long(week.starts + Days::new(offset), view.language);
    let values = [("number", week.number.into()), ("from", day(0).into()), ("to", day(6).into())];
    if week.number < 1 {
        return view.say("hours-week-before", &values[1..]);
    }
    view.say("hours-week", &values)
}

/// Another code whenever anyone's hours or pay in the week are others.
fn code(view: &View<'_>, week: &Week) -> Code {
    let mut parts = vec!["hours".to_owned(), view.ground.strike.campaign.name.clone(), week.starts.to_string()];
    for row in &week.rows {
        parts.push(row.member.clone());
        let numbers = [row.rostered, row.attended, row.credited, row.full, row.pay.0];
        parts.extend(numbers.map(|number| number.to_string()));
    }
    Code::of(parts)
}

fn line(view: &View<'_>, layout: &Layout, row: &Row) -> Line {
    let name = row.ix.map_or_else(String::new, |ix| view.member_name(ix).into_owned());
    let length = number::length;
    let numbers = [length(row.rostered), length(row.attended), length(row.credited), layout.money(row.pay)];
    let mark = if row.correction().is_some() {
        CORRECTED
    } else if row.open > 0 {
        OPEN
    } else {
        ""
    };
    Line { lines: layout.row(&visible(&row.member), &name, &numbers, mark), kind: RowKind::Person }
}

fn totals(view: &View<'_>, layout: &Layout, week: &Week) -> Vec<String> {
    let minutes = |of: fn(&Row) -> i64| number::long(week.rows.iter().map(of).sum(), view.language).into();
    let values = [
        ("members", week.rows.len().into()),
        ("rostered", minutes(|row| row.rostered)),
        ("attended", minutes(|row| row.attended)),
        ("credited", minutes(|row| row.credited)),
        ("pay", layout.money(week.rows.iter().map(|row| row.pay).fold(Cents(0), sum)).into()),
    ];
    let mut totals = vec![view.say("hours-totals", &values)];
    let (open, missed): (u32, u32) = week.rows.iter().fold((0, 0), |(a, b), row| (a + row.open, b + row.no_shows));
    if open + missed > 0 {
        totals.push(view.say("hours-total-open", &[("open", open.into()), ("missed", missed.into())]));
    }
    let of = |minutes: fn(&Row) -> i64| week.rows.iter().map(minutes).sum::<i64>();
    let (alternate, essential) = (of(|row| row.alternate), of(|row| row.essential));
    for (id, minutes) in [("hours-alternate", alternate), ("hours-essential", essential)] {
        if minutes > 0 {
            totals.push(view.say(id, &[("length", number::long(minutes, view.language).into())]));
        }
    }
    if let Some((by, at)) = &week.signed_off {
        let at = at.in_zone(view.ground.strike.campaign.zone).naive_local();
        let when =
            format!("{} {}", calendar::day_short(at.date(), view.language), calendar::time(at.time(), view.language));
        totals.push(view.say("hours-signed-off", &[("by", by.into()), ("at", when.into())]));
        let corrections: Vec<Cents> = week.rows.iter().filter_map(Row::correction).collect();
        if !corrections.is_empty() {
            let pay = layout.money(corrections.iter().copied().fold(Cents(0), sum));
            let values = [("members", corrections.len().into()), ("pay", pay.into())];
            totals.push(format!("{CORRECTED} {}", view.say("hours-correction", &values)));
        }
    }
    if open > 0 {
        totals.push(format!("{OPEN} {}", view.say("hours-open", &[])));
    }
    totals
}
