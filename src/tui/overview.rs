//! The overview: how much is covered, the worst gaps, what runs now and next, regions and kinds.

use super::canvas::{Canvas, Cut};
use super::frame::title;
use super::rooms::Rooms;
use super::text::width;
use super::theme::{Role, role_of};
use crate::app::view::Desk;
use crate::app::view::overview::{self as facts, Day, GAPS, KINDS, NOW, REGIONS, count};
use crate::app::view::place::{Pane, Target};
use crate::engine::coverage::{Filled, Totals};
use crate::model::ShiftIx;
use crate::speech::calendar;
use ratatui::layout::Rect;

/// From so many columns on, a gap's row has a word for how it stands, and says when the shift ends.
const WIDE: u16 = 100;
/// Columns of that word.
const STATUS: u16 = 18;

/// Draws the overview.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (first, rest) = area.cut_top(2);
    draw_where(canvas, first, desk);
    let levels = levels(desk);
    let (block, rest) = rest.cut_top(levels.len() as u16 + 2);
    draw_levels(canvas, block, desk, &levels);
    // The lists share what is left: the gaps get the larger half.
    let below = (rest.height.saturating_sub(1) / 2).clamp(5, 16);
    let (gaps, below) = rest.cut_bottom(below);
    draw_gaps(canvas, Rect { height: gaps.height.saturating_sub(1), ..gaps }, desk);
    draw_below(canvas, below, desk);
}

/// Where the strike stands: the day, what is on, when it is lawful.
fn draw_where(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (ground, words, speech) = (desk.ground(), desk.words(), desk.speech);
    let days = i64::from(ground.strike.campaign.days);
    let day = match facts::day(ground, desk.now) {
        Day::Before(days) => speech.say("screen-days-to-go", &[("days", days.into())]),
        Day::Day(day) => speech.say("screen-day-of", &[("day", day.into()), ("days", days.into())]),
        Day::After(days) => speech.say("screen-days-over", &[("days", days.into())]),
    };
    let mode = facts::mode(ground, desk.now).map_or("mode-none", calendar::mode);
    let lawful = ground.lawful.as_ref().map(|lawful| {
        let at = words.instant(lawful.at);
        if lawful.at <= desk.now {
            speech.say("screen-lawful-since", &[("at", at.into())])
        } else {
            let minutes = lawful.at.minutes_since(desk.now);
            let (days, hours) = (minutes / 1440, minutes / 60 % 24);
            let values =
                [("at", at.into()), ("days", days.into()), ("hours", hours.into()), ("minutes", (minutes % 60).into())];
            let id = if days > 0 { "screen-lawful-in-days" } else { "screen-lawful-in-hours" };
            speech.say(id, &values)
        }
    });
    let mode = speech.word(mode);
    let dot = " · ";
    let pieces = [(day.as_str(), Role::Strong), (dot, Role::Dim), (mode.as_str(), Role::Plain)];
    let used = canvas.run(area.x, area.y, area.width, &pieces);
    let Some(lawful) = lawful else { return };
    let waiting = ground.lawful.as_ref().is_some_and(|lawful| lawful.at > desk.now);
    let role = if waiting { Role::Warn } else { Role::Plain };
    // Where all three have no room in a row, when it may begin has the next to itself.
    if used + width(dot) + width(&lawful) <= area.width {
        canvas.run(area.x + used, area.y, area.width - used, &[(dot, Role::Dim), (&lawful, role)]);
    } else {
        canvas.put(area.x, area.y + 1, area.width, &lawful, role);
    }
}

/// The levels that something was asked of: name, planned, worst case.
fn levels(desk: &Desk) -> Vec<(String, Filled, Filled)> {
    let totals = desk.coverage().totals();
    let (planned, worst) = (&totals.planned, &totals.worst);
    [
        ("level-captain", planned.captain, worst.captain),
        ("level-skill", planned.skill, worst.skill),
        ("level-minimum", planned.minimum, worst.minimum),
        ("level-target", planned.target, worst.target),
    ]
    .into_iter()
    .filter(|(_, planned, _)| planned.of > 0)
    .map(|(word, planned, worst)| (desk.speech.word(word), planned, worst))
    .collect()
}

fn draw_levels(canvas: &mut Canvas, area: Rect, desk: &Desk, levels: &[(String, Filled, Filled)]) {
    let (words, speech) = (desk.words(), desk.speech);
    let totals = desk.coverage().totals();
    let gaps = i64::from(totals.planned.gaps());
    let values = [("gaps", gaps.into()), ("shifts", totals.shifts.into())];
    let head = speech.say("screen-gaps-of", &values);
    let both = |filled: &Filled| format!("{} / {}", words.number(filled.filled), words.number(filled.of));
    let widest = levels.iter().flat_map(|(_, planned, worst)| [planned, worst]).map(|each| width(&both(each))).max();
    let column = widest.map_or(15, |widest| (widest + 2).max(15));
    let right = area.right().saturating_sub(2 * column);
    let role = if gaps > 0 { Role::Short } else { Role::Good };
    canvas.put(area.x, area.y, right.saturating_sub(area.x), &head, role);
    canvas.put_right(right, area.y, column, &speech.word("screen-planned"), Role::Dim);
    canvas.put_right(right + column, area.y, column, &speech.word("screen-worst-case"), Role::Dim);
    let label = levels.iter().map(|(name, ..)| width(name)).max().unwrap_or(0) + 2;
    for (line, (name, planned, worst)) in levels.iter().enumerate() {
        let y = area.y + 1 + line as u16;
        canvas.put(area.x, y, label, name, Role::Plain);
        let shown = if desk.counts_worst() { worst } else { planned };
        let room = right.saturating_sub(area.x + label);
        let role = if shown.missing() > 0 { Role::Thin } else { Role::Fill };
        canvas.bar(area.x + label, y, room, shown.filled, shown.of, role);
        for (x, filled, on) in [(right, planned, !desk.counts_worst()), (right + column, worst, desk.counts_worst())] {
            canvas.put_right(x, y, column, &both(filled), if on { Role::Strong } else { Role::Dim });
        }
    }
    let y = area.y + 1 + levels.len() as u16;
    let worst_gaps = i64::from(totals.worst.gaps());
    if worst_gaps > gaps {
        let text = speech.say("screen-worst-gaps", &[("gaps", worst_gaps.into())]);
        canvas.put_right(area.x, y, area.width, &text, Role::Dim);
    }
}

fn draw_gaps(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (facts, speech) = (desk.overview.facts(), desk.speech);
    let mut aside = String::new();
    if desk.ground().strike.members.is_empty() {
        aside = desk.sentence("screen-list-first", &[]);
    } else if desk.session.roster.is_empty() {
        aside = desk.sentence("screen-plan-first", &[]);
    } else if facts.past_gaps > 0 {
        aside = speech.say("screen-past-gaps", &[("gaps", facts.past_gaps.into())]);
    }
    let focus = desk.overview.pane == GAPS;
    let name = speech.word(if desk.counts_worst() { "screen-gaps-in-worst-case" } else { "screen-worst-first" });
    title(canvas, area.x, area.y, area.width, &name, &aside, focus);
    let (_, rows) = area.cut_top(1);
    if facts.gaps.is_empty() {
        let none =
            speech.word(if desk.session.roster.is_empty() { "screen-nothing-planned" } else { "screen-no-gaps" });
        canvas.put(rows.x, rows.y, rows.width, &none, Role::Good);
        return;
    }
    let list = &desk.overview.lists[GAPS];
    let shown = &facts.gaps[list.window(facts.gaps.len(), usize::from(rows.height))];
    let scrolls = u16::from(facts.gaps.len() > usize::from(rows.height));
    let columns = Columns::of(desk, rows.width.saturating_sub(scrolls), shown);
    canvas.list(rows, list, facts.gaps.len(), Some(GAPS), focus, |canvas, row, ix| {
        let shift = facts.gaps[ix];
        let is_whole = draw_gap(canvas, row, desk, (shift, columns));
        if focus && !is_whole && ix == list.at(facts.gaps.len()) {
            let stretch = desk.words().stretch(desk.ground().shift(shift).line);
            canvas.whole = Some(format!("{stretch} · {}", desk.lack(shift)));
        }
    });
}

/// The columns before the place of a gap: its sign and its word, and when.
fn before_place(desk: &Desk, width: u16) -> u16 {
    let rooms = Rooms::of(desk.speech.language());
    if width >= WIDE { 2 + STATUS + 1 + rooms.day_and_times() + 1 } else { 2 + rooms.day_and_time() + 1 }
}

/// The columns of the rows of gaps after their time: the place, and how many are there.
#[derive(Clone, Copy)]
struct Columns {
    place: u16,
    count: u16,
}

impl Columns {
    /// Those of the gaps `shown` in rows of `room`. What is missing stands in its usual columns, or has what it needs: a name
    /// can be made shorter and still be known. It keeps a third.
    fn of(desk: &Desk, room: u16, shown: &[ShiftIx]) -> Self {
        let widest = |of: &dyn Fn(ShiftIx) -> String| shown.iter().map(|shift| width(&of(*shift))).max().unwrap_or(0);
        let count = widest(&|shift| count_of(desk, shift)).max(5) + 1;
        let shared = room.saturating_sub(before_place(desk, room) + count + 2);
        let name = widest(&|shift| desk.words().stretch(desk.ground().shift(shift).line)) + 1;
        let lack = widest(&|shift| desk.lack(shift)) + 1;
        let beside = shared.saturating_sub(name);
        let usual = match room {
            0..WIDE => 23,
            WIDE..150 => 30,
            _ => 50,
        };
        let place = shared.saturating_sub(lack.max(usual.min(beside)).min(beside.max(shared * 2 / 3)));
        Self { place, count }
    }
}

/// Heads on a gap, and its target.
fn count_of(desk: &Desk, shift: ShiftIx) -> String {
    format!("{}/{}", desk.heads_on(shift).heads, desk.ground().shift(shift).target)
}

/// A gap in one row: its word, when, where, how many, what is missing. False: something of it was cut.
fn draw_gap(canvas: &mut Canvas, row: Rect, desk: &Desk, (shift, columns): (ShiftIx, Columns)) -> bool {
    let (words, ground) = (desk.words(), desk.ground());
    let status = desk.status_of(shift);
    let role = role_of(status);
    canvas.put(row.x, row.y, 1, canvas.theme.sign(status), role);
    // Where room is short the sign and what is missing say it.
    let wide = row.width >= WIDE;
    if wide {
        canvas.put(row.x + 2, row.y, STATUS, &words.status(status), role);
    }
    let rooms = Rooms::of(desk.speech.language());
    let (when, room) = if wide {
        (format!("{} {}", words.day(shift), words.times(shift)), rooms.day_and_times())
    } else {
        (format!("{} {}", words.day(shift), words.start(shift)), rooms.day_and_time())
    };
    let x = row.x + before_place(desk, row.width);
    canvas.put(x - room - 1, row.y, room, &when, Role::Plain);
    let line = ground.shift(shift).line;
    let Columns { place, count } = columns;
    canvas.put(x, row.y, place, &desk.stretch_in(line, place.saturating_sub(1)), Role::Plain);
    let x = x + place;
    canvas.put_right(x, row.y, count, &count_of(desk, shift), Role::Strong);
    let lack = desk.lack(shift);
    let x = x + count + 2;
    // A column stays free before the mark of how far down the list one is.
    let room = row.right().saturating_sub(x + 1);
    canvas.put(x, row.y, room, &lack, Role::Dim);
    width(&words.stretch(line)) <= place && width(&lack) <= room
}

/// Now and next at the left, regions and kinds beside it: all three when there is room, else the one last chosen.
fn draw_below(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let wide = area.width >= 110;
    let now = if wide { area.width * 2 / 5 } else { area.width / 2 };
    let (left, right) = area.cut_left(now);
    draw_now(canvas, Rect { width: left.width.saturating_sub(2), ..left }, desk);
    if wide {
        let (regions, kinds) = right.cut_left(right.width * 2 / 5);
        draw_groups(canvas, Rect { width: regions.width.saturating_sub(2), ..regions }, desk, REGIONS, false);
        draw_groups(canvas, kinds, desk, KINDS, false);
    } else {
        let pane = if desk.overview.pane == KINDS { KINDS } else { REGIONS };
        draw_groups(canvas, right, desk, pane, true);
    }
}

fn draw_now(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (facts, words, speech) = (desk.overview.facts(), desk.words(), desk.speech);
    let focus = desk.overview.pane == NOW;
    let aside = if facts.running > 0 {
        speech.say("screen-running", &[("shifts", facts.running.into())])
    } else {
        String::new()
    };
    title(canvas, area.x, area.y, area.width, &speech.word("screen-now-and-next"), &aside, focus);
    let (_, rows) = area.cut_top(1);
    if facts.now.is_empty() {
        canvas.put(rows.x, rows.y, rows.width, &speech.word("screen-nothing-more"), Role::Dim);
        return;
    }
    canvas.list(rows, &desk.overview.lists[NOW], facts.now.len(), Some(NOW), focus, |canvas, row, ix| {
        let shift = facts.now[ix];
        let the_shift = desk.ground().shift(shift);
        let status = desk.status_of(shift);
        let start = words.start(shift);
        let (when, role) = if ix < facts.running {
            (speech.word("screen-now"), Role::Good)
        } else {
            (
                format!(
                    "{} {start}",
                    calendar::weekday_short(chrono::Datelike::weekday(&the_shift.date), speech.language())
                ),
                Role::Dim,
            )
        };
        let Rooms { weekday, time, .. } = Rooms::of(speech.language());
        let label = weekday + 1 + time + 1;
        canvas.put(row.x, row.y, label - 1, &when, role);
        let place = row.width.saturating_sub(label + 9);
        let stretch = words.stretch(the_shift.line);
        canvas.put(row.x + label, row.y, place, &desk.stretch_in(the_shift.line, place), Role::Plain);
        if focus && width(&stretch) > place && ix == desk.overview.lists[NOW].at(facts.now.len()) {
            canvas.whole = Some(stretch);
        }
        canvas.put(row.right().saturating_sub(8), row.y, 1, canvas.theme.sign(status), role_of(status));
        canvas.put_right(row.right().saturating_sub(7), row.y, 6, &count_of(desk, shift), Role::Plain);
    });
}

fn draw_groups(canvas: &mut Canvas, area: Rect, desk: &Desk, pane: Pane, shared: bool) {
    let (facts, words, speech) = (desk.overview.facts(), desk.words(), desk.speech);
    let rows: Vec<(String, Totals)> = if pane == REGIONS {
        facts.regions.iter().map(|(region, totals)| (words.region(*region), *totals)).collect()
    } else {
        facts.kinds.iter().map(|(kind, totals)| (words.kind(*kind), *totals)).collect()
    };
    let focus = desk.overview.pane == pane;
    let (this, other) =
        if pane == REGIONS { ("screen-by-region", "screen-by-kind") } else { ("screen-by-kind", "screen-by-region") };
    let aside = if shared { speech.word(other) } else { String::new() };
    title(canvas, area.x, area.y, area.width, &speech.word(this), &aside, focus);
    if shared {
        let other = if pane == REGIONS { KINDS } else { REGIONS };
        let (head, _) = area.cut_top(1);
        canvas.hit(Rect { x: head.x + head.width / 2, width: head.width / 2, ..head }, Target::List(other));
    }
    let (_, body) = area.cut_top(1);
    let label = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(body.width / 2) + 1;
    canvas.list(body, &desk.overview.lists[pane], rows.len(), Some(pane), focus, |canvas, row, ix| {
        let (name, totals) = &rows[ix];
        let count = count(totals, desk.counts_worst());
        canvas.put(row.x, row.y, label.saturating_sub(1), name, Role::Plain);
        let right = 12;
        let bar = row.width.saturating_sub(label + right + 1);
        let full = count.target;
        let role = if count.gaps() > 0 { Role::Thin } else { Role::Fill };
        canvas.bar(row.x + label, row.y, bar, full.filled, full.of, role);
        let gaps = speech.say("screen-gaps", &[("gaps", count.gaps().into())]);
        let role = if count.gaps() > 0 { Role::Short } else { Role::Dim };
        canvas.put_right(row.right().saturating_sub(right), row.y, right - 1, &gaps, role);
    });
}
