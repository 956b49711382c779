//! The line now: large numbers, few keys, one hand.

use super::canvas::{Canvas, Cut};
use super::text::width;
use super::theme::{Role, role_of};
use crate::app::view::Desk;
use crate::app::view::line::{Presence, Row};
use crate::model::Duty;
use ratatui::layout::Rect;

/// Figures five rows high, three columns wide, a row a string.
const FIGURES: [[&str; 5]; 10] = [
    ["███", "█ █", "█ █", "█ █", "███"],
    [" █ ", "██ ", " █ ", " █ ", "███"],
    ["███", "  █", "███", "█  ", "███"],
    ["███", "  █", "███", "  █", "███"],
    ["█ █", "█ █", "███", "  █", "  █"],
    ["███", "█  ", "███", "  █", "███"],
    ["███", "█  ", "███", "█ █", "███"],
    ["███", "  █", "  █", "  █", "  █"],
    ["███", "█ █", "███", "█ █", "███"],
    ["███", "█ █", "███", "  █", "███"],
];

/// Draws the board of the line.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let Some(shift) = desk.board.shift else {
        canvas.put(area.x, area.y, area.width, &desk.speech.word("screen-nothing-more"), Role::Dim);
        return;
    };
    let (head, rest) = area.cut_top(2);
    let (words, speech, ground) = (desk.words(), desk.speech, desk.ground());
    let the_shift = ground.shift(shift);
    let lines = desk.lines_up();
    let at = lines.iter().position(|each| *each == shift).map_or(0, |at| at + 1);
    let count = format!("{} {at}/{} {}", canvas.theme.either("◂", "<"), lines.len(), canvas.theme.either("▸", ">"));
    let used = if lines.len() > 1 { canvas.put_right(head.x, head.y, head.width, &count, Role::Key) } else { 0 };
    let room = head.width.saturating_sub(used + 2);
    canvas.put(head.x, head.y, room, &desk.stretch_in(the_shift.line, room), Role::Strong);
    let left = the_shift.span.end.minutes_since(desk.now);
    let until = the_shift.span.start.minutes_since(desk.now);
    let clock_word = if until > 0 {
        let (days, hours) = (until / (24 * 60), until / 60 % 24);
        let values = [("days", days.into()), ("hours", hours.into()), ("minutes", (until % 60).into())];
        speech.say("line-begins-in", &values)
    } else if left > 0 {
        speech.say("line-ends-in", &[("hours", (left / 60).into()), ("minutes", (left % 60).into())])
    } else {
        speech.word("line-over")
    };
    let when = format!("{} {}   {clock_word}", words.day(shift), words.times(shift));
    canvas.put(head.x, head.y + 1, head.width, &when, Role::Plain);
    let (big, rows) = rest.cut_top(8);
    draw_big(canvas, big, desk, shift);
    draw_people(canvas, rows, desk);
}

/// How many are there, in figures that can be read at arm's length; beside them how many there should be.
fn draw_big(canvas: &mut Canvas, area: Rect, desk: &Desk, shift: crate::model::ShiftIx) {
    let (speech, the_shift) = (desk.speech, desk.ground().shift(shift));
    let (heads, captains) = (desk.board.present.heads, desk.board.present.captains);
    let status = desk.present_status().unwrap_or(crate::engine::coverage::Status::Open);
    // Before it begins, nobody is missing yet.
    let begun = the_shift.span.start <= desk.now;
    let alarm = |role: Role| if begun { role } else { Role::Dim };
    let mut x = area.x + 1;
    for figure in heads.to_string().bytes().map(|digit| usize::from(digit - b'0')) {
        for (y, row) in FIGURES[figure].iter().enumerate() {
            // Two columns a block, so that the figure stands upright.
            let row: String = row.chars().flat_map(|c| [c, c]).collect();
            let row = if canvas.theme.ascii { row.replace('█', "#") } else { row };
            canvas.put(x, area.y + 1 + y as u16, 6, &row, alarm(role_of(status)));
        }
        x += 8;
    }
    let x = x + 2;
    let room = area.right().saturating_sub(x);
    let line = |canvas: &mut Canvas, y: u16, text: &str, role: Role| {
        canvas.put(x, area.y + y, room, text, role);
    };
    let sign = format!("{} {}", canvas.theme.sign(status), desk.words().status(status));
    line(canvas, 1, &speech.say("line-here", &[("heads", heads.into())]), Role::Strong);
    line(canvas, 2, &sign, alarm(role_of(status)));
    let values = [("minimum", the_shift.minimum.into()), ("target", the_shift.target.into())];
    line(canvas, 3, &speech.say("line-wanted", &values), Role::Plain);
    let values = [("here", captains.into()), ("asked", the_shift.captains.into())];
    let role = if captains < the_shift.captains { alarm(Role::Captain) } else { Role::Plain };
    line(canvas, 4, &speech.say("line-captains", &values), role);
    let expected = desk.board.rows().iter().filter(|row| row.presence == Presence::Expected).count() as i64;
    let mut expected = speech.say("line-expected", &[("count", expected.into())]);
    if desk.board.guests > 0 {
        let guests = speech.say("line-guests", &[("count", desk.board.guests.into())]);
        expected = format!("{expected} · {guests}");
    }
    let over = desk.board.rows().iter().filter(|row| row.over.is_some()).count();
    if over > 0 {
        expected = format!("{expected} · {}", speech.say("line-unrelieved", &[("count", over.into())]));
    }
    line(canvas, 5, &expected, if over > 0 { Role::Warn } else { Role::Dim });
    if let Some((minutes, since)) = desk.board.short {
        let text = speech.say("line-short", &[("minutes", minutes.into()), ("since", desk.board_time(since).into())]);
        line(canvas, 6, &text, Role::Warn);
    }
}

/// Columns of the list of people, at most.
const WIDEST: u16 = 100;

fn draw_people(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let rows = desk.board.rows();
    canvas.rule(area.x, area.y, area.width);
    let (_, area) = area.cut_top(1);
    // A name and what is told of it at the other end of a wide screen are hard to read as one.
    let area = Rect { width: area.width.min(WIDEST), ..area };
    if rows.is_empty() {
        canvas.put(area.x, area.y, area.width, &desk.sentence("line-nobody", &[]), Role::Dim);
        return;
    }
    canvas.list(area, &desk.board.list, rows.len(), Some(0), true, |canvas, row, ix| {
        draw_person(canvas, row, desk, &rows[ix]);
    });
}

fn draw_person(canvas: &mut Canvas, row: Rect, desk: &Desk, person: &Row) {
    let (words, speech) = (desk.words(), desk.speech);
    let time = |at| desk.board_time(at);
    let (sign, role, text) = match person.presence {
        Presence::Expected => (canvas.theme.either("[ ]", "[ ]"), Role::Plain, String::new()),
        Presence::Here(came) => {
            (canvas.theme.either("[✓]", "[x]"), Role::Good, speech.say("line-since", &[("time", time(came).into())]))
        }
        Presence::Gone(came, went) => {
            let values = [("from", time(came).into()), ("to", time(went).into())];
            (canvas.theme.either("[→]", "[>]"), Role::Dim, speech.say("line-was", &values))
        }
        Presence::NotCome => (canvas.theme.either("[✗]", "[-]"), Role::Warn, speech.word("line-not-come")),
    };
    canvas.put(row.x + 1, row.y, 3, sign, role);
    let duty = match &person.rostered {
        Some(each) if each.duty == Duty::Picket => String::new(),
        Some(each) => words.duty(each.duty),
        None if person.over.is_some() => speech.word("line-not-relieved"),
        None => speech.word("line-walk-in"),
    };
    let (role, text) = match person.over {
        Some((_, minutes)) => {
            (Role::Warn, format!("{text}, {}", speech.say("line-over-by", &[("minutes", minutes.into())])))
        }
        None => (role, text),
    };
    let wide = width(&text).min(row.width / 3);
    canvas.put_right(row.right().saturating_sub(wide + 1), row.y, wide, &text, role);
    let duty_room = 14.min(row.width / 4);
    let name = row.width.saturating_sub(6 + duty_room + wide + 4);
    let ink = if person.presence == Presence::NotCome { Role::Dim } else { Role::Strong };
    canvas.put(row.x + 5, row.y, name, &words.member(person.member), ink);
    canvas.put(row.x + 6 + name, row.y, duty_room, &duty, Role::Key);
}
