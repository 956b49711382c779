//! Under the coverage picture: heads through the day, and what the cursor is on, in words.

use crate::app::view::Desk;
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
    let top = format!(" {} ", desk.speech.say("picture-most-heads", &[("heads", most.into())]));
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
            let values = [("gaps", sum.gaps.into()), ("shifts", sum.shifts.into())];
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

/// A shift in words: its state, what is missing, where and when, its heads.
fn draw_shift(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: ShiftIx) {
    let status = desk.status_of(shift);
    let sign = format!("{} {} ", canvas.theme.sign(status), desk.words().status(status));
    let Told { missing, place, numbers } = told_in(desk, shift, area.width.saturating_sub(width(&sign)));
    let used = canvas.put_right(area.x, area.y, area.width, &numbers, Role::Dim);
    let mut pieces = vec![(sign.as_str(), role_of(status))];
    if !missing.is_empty() {
        pieces.extend([(missing.as_str(), Role::Warn), ("  ", Role::Plain)]);
    }
    pieces.push((&place, Role::Plain));
    canvas.run(area.x, area.y, area.width.saturating_sub(used), &pieces);
}

/// What is told of a shift besides its state.
struct Told {
    missing: String,
    place: String,
    numbers: String,
}

/// As much as `room` columns hold. What is missing stands nowhere else, and comes first; then the place. Of the numbers only
/// those are told that the picture does not show, or none.
fn told_in(desk: &Desk, shift: ShiftIx, room: u16) -> Told {
    let (words, line) = (desk.words(), desk.ground().shift(shift).line);
    let (long, short) = missing(desk, shift);
    let whole = words.shift(shift);
    let when = if short.is_empty() { format!("{} {}, ", words.day(shift), words.times(shift)) } else { String::new() };
    let is_whole = |left: u16| with_gap(&long) + width(&whole) <= left;
    let is_known = |left: u16| with_gap(&short) + width(&when) + desk.least_of(line) <= left;
    let beside = |numbers: &str| room.saturating_sub(with_gap(numbers));
    let numbers = ["screen-heads", "screen-heads-least"].map(|id| numbers(desk, shift, id));
    let fits = |numbers: &String| is_whole(beside(numbers)) || is_known(beside(numbers));
    let numbers = numbers.into_iter().find(fits).unwrap_or_default();
    let left = beside(&numbers);
    if is_whole(left) {
        return Told { missing: long, place: whole, numbers };
    }
    let left = left.saturating_sub(with_gap(&short) + width(&when));
    Told { missing: short, place: when + &desk.stretch_in(line, left), numbers }
}

/// Columns that a piece takes with what parts it from the next.
fn with_gap(text: &str) -> u16 {
    if text.is_empty() { 0 } else { width(text).saturating_add(2) }
}

/// What a shift lacks, and for how long it has been short: as a sentence, and in as few words as can be.
fn missing(desk: &Desk, shift: ShiftIx) -> (String, String) {
    let lack = Some(desk.lack(shift)).filter(|lack| !lack.is_empty());
    let long = lack.as_deref().map(|lack| desk.speech.say("screen-missing", &[("what", lack.into())]));
    let say = |minutes: i64| desk.speech.say("picture-short-minutes-long", &[("minutes", minutes.into())]);
    let minutes = desk.short_now(shift).map(say);
    [long, lack].map(|told| told.into_iter().chain(minutes.clone()).collect::<Vec<_>>().join("; ")).into()
}

/// Heads there and wanted.
fn numbers(desk: &Desk, shift: ShiftIx, id: &str) -> String {
    let (tally, the_shift) = (desk.coverage().of(shift), desk.ground().shift(shift));
    let values = [
        ("heads", tally.heads()),
        ("minimum", the_shift.minimum),
        ("target", the_shift.target),
        ("worst", tally.worst_case()),
    ];
    desk.speech.say(id, &values.map(|(name, value)| (name, value.into())))
}
