//! One person: who it is, the weeks as strips, the shifts as a list.

use super::canvas::{Canvas, Cut};
use super::frame::title;
use super::rooms::Rooms;
use super::text::{width, wrapped};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::member::{Hold, designations, strip};
use crate::model::MemberIx;
use crate::model::member::Status;
use crate::speech::calendar;
use chrono::{Datelike, Days};
use ratatui::layout::Rect;

/// Draws a person's page.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk, member: MemberIx) {
    let facts = in_rows(facts(desk, member), area.width);
    let (head, rest) = area.cut_top(facts.len() as u16 + 2);
    draw_head(canvas, head, desk, member, &facts);
    let weeks = desk.ground().timetable.weeks.len() as u16;
    let room = (rest.height.saturating_sub(5)).min(weeks + 2);
    let (strips, shifts) = rest.cut_top(room);
    draw_weeks(canvas, strips, desk, member);
    draw_shifts(canvas, shifts, desk, member);
}

/// What there is to know about a member, a line each.
fn facts(desk: &Desk, member: MemberIx) -> Vec<(String, String)> {
    let (ground, words, speech) = (desk.ground(), desk.words(), desk.speech);
    let who = ground.strike.member(member);
    let mut facts = Vec::new();
    let home = who.home.map(|site| words.site(site)).unwrap_or_default();
    let reach =
        speech.say("fact-reach", &[("km", crate::speech::number::decimal(who.reach_km, 1, speech.language()).into())]);
    facts.push((speech.word("column-home"), if home.is_empty() { reach } else { format!("{home} · {reach}") }));
    if !who.skills.is_empty() {
        let skills: Vec<String> = who.skills.iter().map(|skill| words.skill(*skill)).collect();
        facts.push((speech.word("column-skills"), skills.join(", ")));
    }
    let bonds: Vec<String> = designations(ground, member)
        .map(|ix| {
            let each = &ground.strike.agreement.designations[ix.ix()];
            let requirement = &ground.strike.agreement.requirements[each.requirement.ix()];
            let (service, bond) = (words.service(requirement), words.bond(each.bond.word()));
            let hours = if each.hours_text.is_empty() { &requirement.windows_text } else { &each.hours_text };
            let mut text = format!("{bond}, {service}");
            if !hours.is_empty() && !ground.bonds(member).is_empty() {
                text = format!("{text} ({})", crate::speech::hours::hours(desk.speech, hours));
            }
            text
        })
        .collect();
    if !bonds.is_empty() {
        facts.push((speech.word("column-bond"), bonds.join("; ")));
    }
    facts
}

/// The same in rows of `room` columns; what goes on in a row of its own has no label.
fn in_rows(facts: Vec<(String, String)>, room: u16) -> Vec<(String, String)> {
    let label = label_room(&facts);
    let rows = |(label_text, text): (String, String)| {
        let mut lines = wrapped(&text, room.saturating_sub(label));
        // What has no room in the last is cut there, and seen to be.
        if lines.len() > LINES {
            let rest = lines.split_off(LINES - 1).join(" ");
            lines.push(rest);
        }
        lines
            .into_iter()
            .enumerate()
            .map(move |(ix, line)| (if ix == 0 { label_text.clone() } else { String::new() }, line))
    };
    facts.into_iter().flat_map(rows).collect()
}

/// Columns of what stands before a fact.
fn label_room(facts: &[(String, String)]) -> u16 {
    facts.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2
}

/// Rows that a fact may take.
const LINES: usize = 2;

fn draw_head(canvas: &mut Canvas, area: Rect, desk: &Desk, member: MemberIx, facts: &[(String, String)]) {
    let (words, speech) = (desk.words(), desk.speech);
    let who = desk.ground().strike.member(member);
    let local = who.local.as_ref().map(|local| speech.say("fact-local", &[("local", local.into())]));
    let about: Vec<String> = [Some(who.id.clone()), who.classification.clone(), local].into_iter().flatten().collect();
    let name = words.member(member);
    let about = about.join(" · ");
    let mut pieces = vec![(name.as_str(), Role::Strong), ("   ", Role::Plain), (about.as_str(), Role::Dim)];
    let status = words.standing(who.status);
    if who.status != Status::Active {
        pieces.extend([("   ", Role::Plain), (status.as_str(), Role::Warn)]);
    }
    canvas.run(area.x, area.y, area.width, &pieces);
    let label = label_room(facts);
    for (line, (name, text)) in facts.iter().enumerate() {
        let y = area.y + 1 + line as u16;
        canvas.put(area.x, y, label, name, Role::Dim);
        canvas.put(area.x + label, y, area.width.saturating_sub(label), text, Role::Plain);
    }
}

/// A row a week: its days as strips of three-hour parts, its hours against a full week.
fn draw_weeks(canvas: &mut Canvas, area: Rect, desk: &Desk, member: MemberIx) {
    let (ground, words, speech) = (desk.ground(), desk.words(), desk.speech);
    let campaign = &ground.strike.campaign;
    let label = Rooms::of(speech.language()).date + 2;
    let right = 20;
    let room = area.width.saturating_sub(label + right);
    let day = (room / 7).min(14);
    let parts = usize::from(day.saturating_sub(1)).clamp(1, 12);
    let weeks = &ground.timetable.weeks;
    if let Some(first) = weeks.first() {
        for (ix, date) in first.iter_days().take(7).enumerate() {
            let name = calendar::weekday_short(date.weekday(), speech.language());
            canvas.put(area.x + label + ix as u16 * day, area.y, day.saturating_sub(1), name, Role::Dim);
        }
    }
    let key = [(Hold::Line, "hold-line"), (Hold::Essential, "hold-essential"), (Hold::Away, "hold-away")];
    let mut x = area.x + label + 7 * day + 1;
    for (hold, word) in key {
        let (sign, role) = look(canvas, hold);
        let text = speech.word(word);
        if x + 2 + width(&text) > area.right() {
            break;
        }
        x += canvas.run(x, area.y, area.right().saturating_sub(x), &[(sign, role), (&text, Role::Dim)]) + 1;
    }
    let (_, rows) = area.cut_top(1);
    for (line, (week, first)) in weeks.iter().enumerate().take(usize::from(rows.height)).enumerate() {
        let y = rows.y + line as u16;
        let this = week == usize::from(desk.week());
        canvas.put(
            rows.x,
            y,
            label - 1,
            &calendar::date_short(*first, speech.language()),
            if this { Role::Strong } else { Role::Dim },
        );
        for ix in 0..7u16 {
            let date = *first + Days::new(u64::from(ix));
            let x = rows.x + label + ix * day;
            if date < campaign.first_day || date > campaign.last_day() {
                continue;
            }
            for (part, hold) in strip(ground, &desk.session.roster, member, date, parts).into_iter().enumerate() {
                let (sign, role) = look(canvas, hold);
                canvas.put(x + part as u16, y, 1, sign, role);
            }
        }
        let minutes = desk.session.coverage.week_minutes(member, week as u16);
        let full = ground.strike.pay.minutes_per_week;
        let x = rows.x + label + 7 * day + 1;
        let text = format!("{} / {} h", words.hours(minutes), words.hours(full));
        let room = rows.right().saturating_sub(x);
        let wide = width(&text).min(room);
        canvas.put_right(
            rows.right().saturating_sub(wide),
            y,
            wide,
            &text,
            if minutes >= full { Role::Full } else { Role::Plain },
        );
        canvas.bar(
            x,
            y,
            room.saturating_sub(wide + 1),
            minutes,
            full,
            if minutes >= full { Role::Fill } else { Role::Thin },
        );
    }
}

fn look(canvas: &Canvas, hold: Hold) -> (&'static str, Role) {
    match hold {
        Hold::Line => (canvas.theme.either("█", "#"), Role::Fill),
        Hold::Essential => (canvas.theme.either("▒", "e"), Role::Essential),
        Hold::Away => (canvas.theme.either("╱", "/"), Role::Dim),
        Hold::Free => (canvas.theme.either("·", "."), Role::Track),
    }
}

fn draw_shifts(canvas: &mut Canvas, area: Rect, desk: &Desk, member: MemberIx) {
    let (ground, words, speech) = (desk.ground(), desk.words(), desk.speech);
    let shifts = desk.session.roster.of(member);
    title(canvas, area.x, area.y, area.width, &speech.word("screen-shifts"), &shifts.len().to_string(), true);
    let (_, rows) = area.cut_top(1);
    if shifts.is_empty() {
        canvas.put(rows.x, rows.y, rows.width, &speech.word("screen-no-shifts-of-member"), Role::Dim);
        return;
    }
    canvas.list(rows, &desk.person.list, shifts.len(), Some(0), true, |canvas, row, ix| {
        let shift = shifts[ix];
        let Some(each) = desk.session.roster.get(shift, member) else { return };
        let past = ground.shift(shift).span.end <= desk.now;
        let ink = if past { Role::Dim } else { Role::Plain };
        let Rooms { day, times, .. } = Rooms::of(speech.language());
        canvas.put(row.x, row.y, day, &words.day(shift), ink);
        canvas.put(row.x + day + 1, row.y, times, &words.times(shift), ink);
        let mut marks = vec![words.duty(each.duty)];
        if each.pinned {
            marks.push(speech.word("screen-pinned"));
        }
        marks.extend(each.overrides.words().map(|word| format!("† {}", speech.word(&format!("rule-{word}")))));
        let marks = marks.join(", ");
        let wide = width(&marks).min(row.width / 3);
        canvas.put_right(row.right().saturating_sub(wide + 1), row.y, wide, &marks, ink);
        let x = row.x + day + times + 3;
        let room = row.right().saturating_sub(x + wide + 3);
        canvas.put(x, row.y, room, &desk.stretch_in(ground.shift(shift).line, room), ink);
    });
}
