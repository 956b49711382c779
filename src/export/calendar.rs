//! The strike's calendar: the legal dates with the sum behind each, the phases, and every day of the plan.

use super::code::Code;
use super::fit::{pad, wrap};
use super::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use super::line_day;
use super::press;
use super::view::View;
use crate::engine::pay;
use crate::model::Instant;
use crate::model::campaign::Statute;
use crate::model::money::Cents;
use crate::model::time::Clock;
use crate::rules::lawful::{self, Ground, NO_BOARD_DAYS, NOTICE_DAYS};
use crate::speech::{calendar, number};
use chrono::{Days, NaiveDate};
use std::io::{self, Write};

/// Writes the calendar.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    press::print(view, &[sheet(view)], "", to)
}

/// The calendar's sheet.
pub fn sheet(view: &View<'_>) -> Sheet {
    let width = paper_width(view);
    let (legal, phases, days) = (legal(view), phases(view), days(view));
    let values = [("phases", view.ground.strike.phases.len().into()), ("days", days.len().into())];
    let block = |heading: &str, rows: &[(String, String)]| {
        let heading = view.say(heading, &[]);
        let again = wrap(&view.say("paper-continued", &[("what", heading.as_str().into())]), width, 2);
        let rows = rows.iter().map(|(left, right)| row(width, left, right)).collect();
        Block { heading: vec![heading], again, rows, ..Block::default() }
    };
    let mut blocks = Vec::new();
    if !legal.is_empty() {
        blocks.push(block("calendar-legal", &legal));
    }
    blocks.push(block("calendar-phases", &phases));
    blocks.push(block("calendar-days", &days));
    Sheet {
        head: Head {
            title: view.say("calendar-title", &[]),
            place: statute(view),
            dates: line_day::plan_days(view),
            version: line_day::version(view),
            state: String::new(),
            code: Some(code(view)),
        },
        notes: vec![view.say("calendar-advice", &[])],
        columns: Vec::new(),
        blocks,
        totals: vec![view.say("calendar-totals", &values)],
        counted: Counted::Rows,
    }
}

/// Another code whenever a legal date, a phase or a day of the plan is another.
fn code(view: &View<'_>) -> Code {
    let strike = &view.ground.strike;
    let mut parts = vec!["calendar".to_owned(), strike.campaign.name.clone()];
    parts.extend([strike.campaign.first_day.to_string(), strike.campaign.days.to_string()]);
    parts.push(view.ground.lawful.as_ref().map_or_else(String::new, |lawful| lawful.at.0.to_string()));
    parts.extend(lawful::arithmetic(strike).into_iter().map(|(_, at)| at.0.to_string()));
    for phase in &strike.phases {
        parts.extend([format!("{:?}", phase.mode), phase.from.0.to_string()]);
        parts.push(phase.until.map_or_else(String::new, |until| until.0.to_string()));
    }
    Code::of(parts)
}

fn row(width: usize, left: &str, right: &str) -> Row {
    let label = (width * 2 / 5).clamp(16, 42);
    let mut right = wrap(right, width - label - 4, 6).into_iter();
    let mut left = wrap(left, label, 6).into_iter();
    let mut lines = Vec::new();
    loop {
        let (a, b) = (left.next(), right.next());
        if a.is_none() && b.is_none() {
            return Row { lines, kind: RowKind::Open };
        }
        let line = format!("  {}  {}", pad(&a.unwrap_or_default(), label), b.unwrap_or_default());
        lines.push(line.trim_end().to_owned());
    }
}

/// A date that no line breaks in two.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

fn statute(view: &View<'_>) -> String {
    let word = match view.ground.strike.campaign.statute {
        Statute::Lra => "lra",
        Statute::Cecba => "cecba",
        Statute::Sbcba => "sbcba",
        Statute::Ccba => "ccba",
        Statute::Federal => "federal",
        Statute::Other => "other",
    };
    view.say("calendar-statute", &[("statute", word.into())])
}

/// The steps of the law and what follows from each: what is told, the sum, and which decides.
fn legal(view: &View<'_>) -> Vec<(String, String)> {
    let strike = &view.ground.strike;
    let Some(legal) = &strike.legal else { return Vec::new() };
    let zone = strike.campaign.zone;
    let day = |date: NaiveDate| unbroken(&calendar::day_long(date, view.language));
    let moment = |at: Instant| {
        let local = at.in_zone(zone);
        format!("{}\u{a0}{}", day(local.date_naive()), calendar::time(local.time(), view.language))
    };
    let word = |id: &str| view.say(id, &[]);
    let mut rows = vec![(word("calendar-vote"), legal.strike_vote.map_or_else(|| word("calendar-untold"), day))];
    for (ground, at) in lawful::arithmetic(strike) {
        let (label, from, days) = match ground {
            Ground::NoBoard(date) => ("calendar-no-board", date, NO_BOARD_DAYS),
            Ground::Notice(date) => ("calendar-notice", date, NOTICE_DAYS),
            Ground::Agreement(date) => ("calendar-agreement", date, 0),
            Ground::Agreed(_) => continue,
        };
        let values = [("from", day(from).into()), ("days", days.into()), ("at", moment(at).into())];
        rows.push((word(label), view.say("calendar-sum", &values)));
    }
    if let Some((at, reason)) = &legal.lawful_from {
        let said = if reason.is_empty() { "calendar-agreed-bare" } else { "calendar-agreed" };
        let values = [("at", moment(*at).into()), ("reason", reason.into())];
        rows.push((word("calendar-otherwise"), view.say(said, &values)));
    }
    let lawful = view.ground.lawful.as_ref().map_or_else(|| word("calendar-untold"), |lawful| moment(lawful.at));
    rows.push((word("calendar-lawful"), lawful));
    rows
}

fn phases(view: &View<'_>) -> Vec<(String, String)> {
    let strike = &view.ground.strike;
    let zone = strike.campaign.zone;
    let moment = |at: Instant| unbroken(&line_day::moment(view, at, zone));
    let row = |phase: &crate::model::campaign::Phase| {
        let from = ("from", moment(phase.from).into());
        let when = match phase.until {
            Some(until) => view.say("paper-from-to", &[from, ("to", moment(until).into())]),
            None => view.say("paper-from", &[from]),
        };
        let mut out: Vec<String> = phase.sites.iter().map(|site| view.site_name(*site).into_owned()).collect();
        out.extend(
            phase.regions.iter().map(|region| view.say("board-region", &[("region", region.to_string().into())])),
        );
        let mode = view.say(calendar::mode(phase.mode), &[]);
        (if out.is_empty() { mode } else { view.of(&mode, &out.join(", ")) }, when)
    };
    strike.phases.iter().map(row).collect()
}

/// The phases of a day, one after the other; None: there is none. One that lasts no hour of it only ends there, as does the
/// phase before a strike that begins at a minute past midnight.
fn phases_on(view: &View<'_>, date: NaiveDate) -> Option<String> {
    const HOUR: i64 = 60;
    let strike = &view.ground.strike;
    let zone = strike.campaign.zone;
    let (start, end) = (Clock(0).on(date, zone), Clock(0).on(date + Days::new(1), zone));
    let said = strike.phases.iter().filter_map(|phase| {
        let from = phase.from.max(start);
        let until = phase.until.map_or(end, |until| until.min(end));
        let mode = view.say(calendar::mode(phase.mode), &[]);
        let since = calendar::time(from.in_zone(zone).time(), view.language);
        let late = || view.say("calendar-since", &[("mode", mode.as_str().into()), ("time", since.into())]);
        (until.minutes_since(from) >= HOUR)
            .then(|| if from.minutes_since(start) < HOUR { mode.clone() } else { late() })
    });
    said.reduce(|before, then| format!("{before}, {then}"))
}

/// Every day of the plan: what it is of the strike, its phases, its shifts, and strike pay where a week begins.
fn days(view: &View<'_>) -> Vec<(String, String)> {
    let strike = &view.ground.strike;
    let campaign = &strike.campaign;
    let mut shifts = vec![0_usize; usize::from(campaign.days)];
    for ix in view.ground.timetable.indices() {
        let at = (view.ground.shift(ix).date - campaign.first_day).num_days();
        if let Some(count) = usize::try_from(at).ok().and_then(|at| shifts.get_mut(at)) {
            *count += 1;
        }
    }
    let row = |(at, shifts): (usize, usize)| {
        let date = campaign.first_day + Days::new(at as u64);
        let week = pay::strike_week(&strike.pay, campaign.first_day, date);
        let phases = phases_on(view, date).unwrap_or_else(|| view.say("calendar-no-phase", &[]));
        let mut said = format!("{phases}; {}", view.say("calendar-shifts", &[("shifts", shifts.into())]));
        let begins = at == 0 || chrono::Datelike::weekday(&date) == strike.pay.week_starts;
        let rate = pay::rate(&strike.pay, week);
        if begins && rate != Cents(0) {
            let values = [("week", week.into()), ("rate", number::money(rate, view.language).into())];
            said = format!("{said}; {}", view.say("calendar-pay", &values));
        }
        let values = [("day", (at + 1).into()), ("date", calendar::day_short(date, view.language).into())];
        (view.say("calendar-day", &values), said)
    };
    shifts.into_iter().enumerate().map(row).collect()
}
