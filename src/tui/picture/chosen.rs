//! Under the coverage picture: heads through the day, and what the cursor is on, in words.

use crate::app::view::Desk;
use crate::app::view::overview::status;
use crate::app::view::picture::Row;
use crate::model::ShiftIx;
use crate::speech::calendar;
use crate::tui::canvas::Canvas;
use crate::tui::text::width;
use crate::tui::theme::{Role, role_of};
use ratatui::layout::Rect;

/// Parts of a day in the strip of heads: one an hour.
const HOURS: usize = 24;

/// Heads through the day at the site under the cursor, hour by hour, on the line above the words.
fn draw_day(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let Some(row) = desk.picture.row() else { return };
    let ground = desk.ground();
    let Some(site) = row.site(ground) else { return };
    let zone = ground.strike.site(site).zone;
    let date = desk.picture.date;
    let midnight = crate::model::time::Clock(0);
    let day = crate::model::Span::new(midnight.on(date, zone), midnight.on(date + chrono::Days::new(1), zone));
    let before = date.checked_sub_days(chrono::Days::new(1)).unwrap_or(date);
    let lines = &ground.strike.site(site).lines;
    let shifts: Vec<ShiftIx> = lines
        .iter()
        .flat_map(|line| ground.strike.line(*line).templates.iter().map(move |template| (*line, *template)))
        .flat_map(|(line, template)| {
            [before, date].into_iter().filter_map(move |on| ground.timetable.find(line, on, template))
        })
        .collect();
    let heads = desk.heads_through(&shifts, HOURS, day);
    let most = heads.iter().copied().max().unwrap_or(0);
    if most == 0 || area.width < 70 {
        return;
    }
    let label = format!(" {} ", calendar::day_short(date, desk.speech.language()));
    let top = format!(" {} ", desk.speech.say("picture-most-heads", &[("heads", i64::from(most).into())]));
    let wide = HOURS as u16 + width(&label) + width(&top);
    let mut x = area.right().saturating_sub(wide + 2);
    x += canvas.put(x, area.y, width(&label), &label, Role::Dim);
    for heads in heads {
        let sign = spark(canvas, heads, most);
        canvas.put(x, area.y, 1, sign, if heads == 0 { Role::Track } else { Role::Fill });
        x += 1;
    }
    canvas.put(x, area.y, width(&top), &top, Role::Dim);
}

/// A number as a bar an eighth high at least, when it is not nothing.
fn spark(canvas: &Canvas, heads: u32, most: u32) -> &'static str {
    const EIGHTHS: [&str; 9] = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    const ASCII: [&str; 9] = [".", "1", "2", "3", "4", "5", "6", "7", "8"];
    let eighth = (heads * 8).div_ceil(most.max(1)).min(8) as usize;
    if canvas.theme.ascii { ASCII[eighth] } else { EIGHTHS[eighth] }
}

/// What the cursor is on, in words.
pub fn draw_chosen(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    canvas.rule(area.x, area.y, area.width);
    draw_day(canvas, Rect { height: 1, ..area }, desk);
    let y = area.y + 1;
    let (words, speech) = (desk.words(), desk.speech);
    match (desk.picture.row(), desk.picture.shift(desk.ground())) {
        (_, Some(shift)) => draw_shift(canvas, Rect { y, height: 1, ..area }, desk, shift),
        (Some(Row::Region(region)), None) => {
            let sheet = desk.picture.sheet();
            let column = sheet.columns.get(desk.picture.column());
            let sum = column.and_then(|column| sheet.regions.get(&(region, *column))).copied().unwrap_or_default();
            let values = [("gaps", i64::from(sum.gaps).into()), ("shifts", i64::from(sum.shifts).into())];
            let day = calendar::day_short(desk.picture.date, speech.language());
            let text = format!("{} · {day} · {}", words.region(region.0), speech.say("screen-gaps-of", &values));
            canvas.put(area.x, y, area.width, &text, Role::Dim);
        }
        (Some(Row::Site(site)), None) => {
            let site = desk.ground().strike.site(site);
            let kind = words.kind(site.kind);
            let place = [Some(words.region(site.region)), site.city.clone(), site.address.clone(), Some(kind)];
            let text = place.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            canvas.put(area.x, y, area.width, &text, Role::Dim);
        }
        _ => {
            canvas.put(area.x, y, area.width, &speech.word("screen-no-shift"), Role::Dim);
        }
    }
}

/// A shift in words: its state, what is missing, where and when, its heads. Where room is short, what is missing comes first.
fn draw_shift(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx) {
    let (words, speech) = (desk.words(), desk.speech);
    let status = status(desk.ground(), desk.coverage(), shift, desk.counts_worst());
    let tally = desk.coverage().of(shift);
    let the_shift = desk.ground().shift(shift);
    let sign = format!("{} {} ", canvas.theme.sign(status), words.status(status));
    let numbers = speech.say(
        "screen-heads",
        &[
            ("heads", i64::from(tally.heads()).into()),
            ("minimum", i64::from(the_shift.minimum).into()),
            ("target", i64::from(the_shift.target).into()),
            ("worst", i64::from(tally.worst_case()).into()),
        ],
    );
    let lack = desk.lack(shift);
    let minutes = desk.short_now(shift);
    let minutes = minutes.map(|n| speech.say("picture-short-minutes-long", &[("minutes", n.into())]));
    let told = (!lack.is_empty()).then(|| speech.say("screen-missing", &[("what", lack.as_str().into())]));
    let with_minutes = |told: Option<String>| told.into_iter().chain(minutes.clone()).collect::<Vec<_>>().join("; ");
    let (whole, mut missing) = (words.shift(shift), with_minutes(told));
    let between = |missing: &str| if missing.is_empty() { 0 } else { 2 };
    let beside = width(&numbers) + 2;
    let mut room = area.width.saturating_sub(beside);
    if width(&sign) + width(&whole) + between(&missing) + width(&missing) > room {
        // What is missing stands nowhere else; the picture tells the day and the heads.
        missing = with_minutes((!lack.is_empty()).then_some(lack));
        if width(&sign) + width(&missing) > room {
            room = area.width;
        }
    }
    if room < area.width {
        canvas.put_right(area.x, area.y, area.width, &numbers, Role::Dim);
    }
    let left = room.saturating_sub(width(&sign) + between(&missing) + width(&missing));
    let when = format!("{} {}, ", words.day(shift), words.times(shift));
    let place = if width(&whole) <= left {
        whole
    } else if missing.is_empty() {
        when.clone() + &desk.stretch_in(the_shift.line, left.saturating_sub(width(&when)))
    } else {
        desk.stretch_in(the_shift.line, left)
    };
    let mut pieces = vec![(sign.as_str(), role_of(status))];
    if !missing.is_empty() {
        pieces.extend([(missing.as_str(), Role::Warn), ("  ", Role::Plain)]);
    }
    pieces.push((&place, Role::Plain));
    canvas.run(area.x, area.y, room, &pieces);
}
