//! The essential services agreement: the requirements, and of the one chosen its windows and its people.

use super::canvas::{Canvas, Cut, cells_for};
use super::frame::title;
use super::rooms::Rooms;
use super::text::{width, wrapped};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::essential::{PEOPLE, REQUIREMENTS, Summary, Window, windows_on};
use crate::app::view::words::clock;
use crate::model::essential::{Part, Requirement};
use crate::speech::calendar;
use chrono::Datelike;
use ratatui::layout::Rect;

/// Draws the agreement.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let agreement = &desk.ground().strike.agreement;
    let speech = desk.speech;
    if agreement.requirements.is_empty() {
        let none = desk.sentence("screen-no-agreement", &[]);
        for (y, line) in wrapped(&none, area.width).iter().enumerate() {
            canvas.put(area.x, area.y + y as u16, area.width, line, Role::Dim);
        }
        return;
    }
    let (head, rest) = area.cut_top(2);
    let mut text = speech.say("screen-requirements", &[("count", (agreement.requirements.len() as i64).into())]);
    if let Some(version) = agreement.version {
        text.push_str(" · ");
        text.push_str(&speech.say("screen-agreement-version", &[("version", i64::from(version).into())]));
    }
    if let Some(signed) = agreement.signed {
        text.push_str(" · ");
        let day = calendar::date_long(signed, speech.language());
        text.push_str(&speech.say("screen-agreement-signed", &[("day", day.into())]));
    }
    canvas.put(head.x, head.y, head.width, &text, Role::Plain);
    let upper = (rest.height / 2).min(cells_for(agreement.requirements.len()).saturating_add(2));
    let (list, below) = rest.cut_top(upper);
    draw_requirements(canvas, Rect { height: list.height.saturating_sub(u16::from(list.height > 6)), ..list }, desk);
    let Some(ix) = desk.services.requirement(desk.ground()) else { return };
    let requirement = &agreement.requirements[ix.ix()];
    let (windows, people) = below.cut_left((below.width * 11 / 20).max(52));
    draw_windows(canvas, Rect { width: windows.width.saturating_sub(2), ..windows }, desk, requirement);
    draw_people(canvas, people, desk);
}

/// Numbers of a requirement, right-aligned: required, designated, free, at risk.
const NUMBERS: [&str; 4] = ["column-required", "column-designated", "column-free", "column-at-risk"];

fn draw_requirements(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let speech = desk.speech;
    let requirements = &desk.ground().strike.agreement.requirements;
    let focus = desk.services.pane == REQUIREMENTS;
    let numbers: Vec<String> = NUMBERS.iter().map(|word| speech.word(word)).collect();
    let wide: Vec<u16> = numbers.iter().map(|word| width(word).max(5) + 2).collect();
    let right: u16 = wide.iter().sum();
    // A column is left between the numbers and the mark of where one is in the list.
    let left = area.width.saturating_sub(right + 1);
    title(canvas, area.x, area.y, left.saturating_sub(1), &speech.word("screen-what-must-go-on"), "", focus);
    let mut x = area.x + left;
    for (word, wide) in numbers.iter().zip(&wide) {
        canvas.put_right(x, area.y, wide - 1, word, Role::Dim);
        x += wide;
    }
    let (_, rows) = area.cut_top(1);
    let list = &desk.services.lists[REQUIREMENTS];
    canvas.list(rows, list, requirements.len(), Some(REQUIREMENTS), focus, |canvas, row, ix| {
        let requirement = &requirements[ix];
        let summary = desk.services.summary(ix);
        let (sign, role) = verdict(canvas, requirement, &summary);
        canvas.put(row.x, row.y, 1, sign, role);
        let service = name(desk, requirement);
        let half = (left.saturating_sub(4)) / 2;
        let room = left.saturating_sub(half + 5);
        canvas.put(row.x + 2, row.y, half, &service, Role::Plain);
        let part = if requirement.part == Part::Emergency {
            format!(" · {}", speech.word("part-emergency"))
        } else {
            String::new()
        };
        let place = desk.site_in(requirement.site, room.saturating_sub(width(&part)));
        canvas.put(row.x + 3 + half, row.y, room, &format!("{place}{part}"), Role::Dim);
        if focus && ix == list.at(requirements.len()) {
            let whole = desk.words().site(requirement.site);
            if width(&service) > half || width(&whole) + width(&part) > room {
                canvas.whole = Some(format!("{service} · {whole}{part}"));
            }
        }
        let mut x = row.x + left;
        let free = (!requirement.pool.is_empty()).then_some(summary.free);
        let values = [Some(requirement.required), Some(summary.designated), free, Some(summary.at_risk)];
        for (value, wide) in values.into_iter().zip(&wide) {
            let role = if value.unwrap_or(0) == 0 { Role::Dim } else { Role::Plain };
            let text = value.map_or_else(|| "–".to_owned(), |value| value.to_string());
            canvas.put_right(x, row.y, wide - 1, &text, role);
            x += wide;
        }
    });
}

/// What a requirement is called.
fn name(desk: &Desk, requirement: &Requirement) -> String {
    let service = desk.words().service(requirement);
    requirement.classification.as_ref().map_or(service.clone(), |who| format!("{service}, {who}"))
}

/// Met, just met, or not.
fn verdict(canvas: &Canvas, requirement: &Requirement, summary: &Summary) -> (&'static str, Role) {
    let there = requirement.part == Part::Emergency && summary.at_risk >= requirement.required;
    if requirement.required == 0 || there || (requirement.part == Part::Essential && summary.missing == 0) {
        (canvas.theme.either("●", "="), Role::Full)
    } else {
        (canvas.theme.either("○", "O"), Role::Open)
    }
}

/// The windows of the days around the present.
fn draw_windows(canvas: &mut Canvas, area: Rect, desk: &Desk, requirement: &Requirement) {
    let (ground, speech) = (desk.ground(), desk.speech);
    let aside =
        requirement.trigger.as_ref().map(|trigger| speech.say("screen-trigger", &[("trigger", trigger.into())]));
    title(canvas, area.x, area.y, area.width, &speech.word("screen-windows"), &aside.unwrap_or_default(), false);
    let (_, rest) = area.cut_top(1);
    let (head, rows) = rest.cut_top(1);
    let numbers = ["column-required", "column-there", "column-on-line", "column-free"].map(|word| speech.word(word));
    let wide = numbers.each_ref().map(|word| width(word).max(4) + 1);
    let left = head.width.saturating_sub(wide.iter().sum());
    let column = |ix: usize| left + wide[..ix].iter().sum::<u16>();
    for (ix, word) in numbers.iter().enumerate() {
        canvas.put_right(head.x + column(ix), head.y, wide[ix], word, Role::Dim);
    }
    let campaign = &ground.strike.campaign;
    let zone = ground.strike.site(requirement.site).zone;
    let today = desk.now.in_zone(zone).date_naive().clamp(campaign.first_day, campaign.last_day());
    let days = today.iter_days().take_while(|date| *date <= campaign.last_day());
    let windows = days.flat_map(|date| windows_on(ground, &desk.session.roster, requirement, date));
    let times = |window: &Window| {
        let all_day = window.span.minutes() >= 23 * 60;
        let ends = [window.span.start, window.span.end].map(|at| clock(at, zone));
        if all_day { speech.word("screen-all-day") } else { calendar::times(ends[0], ends[1], speech.language()) }
    };
    let shown: Vec<(Window, String)> =
        windows.take(usize::from(rows.height)).map(|window| (window, times(&window))).collect();
    let Rooms { weekday, day, .. } = Rooms::of(speech.language());
    let widest = shown.iter().map(|(_, times)| width(times)).max().unwrap_or(0);
    // Where room is short the days go without their month: the times matter more.
    let (split, has_month) = if day + 1 + widest <= left { (day + 1, true) } else { (weekday + 4, false) };
    for (line, (window, times)) in shown.into_iter().enumerate() {
        let y = rows.y + line as u16;
        let day = if has_month {
            calendar::day_short(window.date, speech.language())
        } else {
            let name = calendar::weekday_short(window.date.weekday(), speech.language());
            format!("{name} {}", window.date.day())
        };
        canvas.put(rows.x, y, split - 1, &day, Role::Plain);
        canvas.put(rows.x + split, y, left.saturating_sub(split), &times, Role::Dim);
        for (ix, (value, role)) in window_numbers(requirement, &window).into_iter().enumerate() {
            canvas.put_right(rows.x + column(ix), y, wide[ix], &value, role);
        }
    }
}

fn window_numbers(requirement: &Requirement, window: &Window) -> [(String, Role); 4] {
    let short = requirement.part == Part::Essential && window.missing() > 0;
    let there = if short { Role::Open } else { Role::Full };
    let plain = |value: u32| (value.to_string(), if value == 0 { Role::Dim } else { Role::Plain });
    // Only a pool can spare people; the others' hours are theirs.
    let free = if window.pool == 0 { ("–".to_owned(), Role::Dim) } else { plain(window.free) };
    [plain(window.required), (window.there().to_string(), there), plain(window.on_line), free]
}

fn draw_people(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (ground, words, speech) = (desk.ground(), desk.words(), desk.speech);
    let people = desk.services.people(ground);
    let focus = desk.services.pane == PEOPLE;
    title(canvas, area.x, area.y, area.width, &speech.word("screen-designated"), &people.len().to_string(), focus);
    let (_, rows) = area.cut_top(1);
    canvas.list(rows, &desk.services.lists[PEOPLE], people.len(), Some(PEOPLE), focus, |canvas, row, ix| {
        let each = &ground.strike.agreement.designations[people[ix].ix()];
        let bond = words.bond(each.bond.word());
        let shifts = desk.session.roster.of(each.member).len();
        let on_line = if shifts > 0 {
            speech.say("screen-shifts-count", &[("count", (shifts as i64).into())])
        } else {
            String::new()
        };
        let right = if row.width >= 40 { 11 } else { 0 };
        let middle = 12;
        let name = row.width.saturating_sub(right + middle + 1);
        canvas.put(row.x, row.y, name, &words.member(each.member), Role::Plain);
        let role = if ground.at_risk(each.member) { Role::Warn } else { Role::Essential };
        canvas.put(row.x + name + 1, row.y, middle - 1, &bond, role);
        canvas.put_right(row.right().saturating_sub(right), row.y, right.saturating_sub(1), &on_line, Role::Dim);
    });
}
