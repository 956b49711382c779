//! The frame around every screen: the bar, the tabs, the line that answers, the hints at the foot.

use super::canvas::{Canvas, Cut};
use super::text::{cut, width, wrapped};
use super::theme::Role;
use super::{essential, help, history, line, map, member, members, overview, page, picture, plan, post, prompt, start};
use crate::app::commands::Command;
use crate::app::view::Desk;
use crate::app::view::hints::Hint;
use crate::app::view::lens::Counting;
use crate::app::view::notice::{Notice, Tone};
use crate::app::view::place::{Place, Target};
use ratatui::layout::Rect;

/// The least columns and rows that every screen can be used in.
pub const MINIMUM: (u16, u16) = (80, 24);

/// Draws the whole screen.
pub fn draw(canvas: &mut Canvas, desk: &Desk) {
    let area = canvas.area();
    if area.width < MINIMUM.0 || area.height < MINIMUM.1 {
        too_small(canvas, desk);
        return;
    }
    let (bar, rest) = area.cut_top(1);
    let (tabs, rest) = rest.cut_top(1);
    let (rest, foot) = rest.cut_bottom(1);
    let (body, answer) = rest.cut_bottom(1);
    let (_, body) = body.cut_top(1);
    draw_bar(canvas, bar, desk);
    draw_tabs(canvas, tabs, desk);
    let body = body.inset(1);
    draw_place(canvas, body, desk);
    let cut_off = canvas.whole.take();
    let taken = draw_answer(canvas, answer.inset(1), desk);
    if let Some(text) = cut_off.filter(|_| is_quiet(desk) && desk.news.is_none() && desk.prompt.is_none()) {
        let answer = answer.inset(1);
        canvas.put(answer.x, answer.y, answer.width, &text, Role::Dim);
    }
    let (body, _) = body.cut_bottom(taken);
    let whole = prompt::draw(canvas, body, answer.inset(1), desk);
    match whole {
        Some(text) => draw_whole(canvas, foot.inset(1), desk, &text),
        None => draw_hints(canvas, foot.inset(1), desk),
    }
}

/// True when nothing is said above the foot.
fn is_quiet(desk: &Desk) -> bool {
    desk.notice.is_none() && desk.busy_text().is_none()
}

/// What a row had no room for, whole; where it takes two rows and nothing is said above the foot, there too.
fn draw_whole(canvas: &mut Canvas, foot: Rect, desk: &Desk, text: &str) {
    let lines = wrapped(text, foot.width);
    if is_quiet(desk) && lines.len() > 1 {
        let above = Rect { y: foot.y.saturating_sub(1), ..foot };
        canvas.blank(above);
        canvas.put(above.x, above.y, above.width, &lines[0], Role::Dim);
        canvas.put(foot.x, foot.y, foot.width, &lines[1..].join(" "), Role::Dim);
    } else {
        canvas.put(foot.x, foot.y, foot.width, text, Role::Dim);
    }
}

/// Draws the screen one is on, without its frame.
pub fn draw_place(canvas: &mut Canvas, body: Rect, desk: &Desk) {
    match desk.place {
        Place::Overview => overview::draw(canvas, body, desk),
        Place::Coverage => picture::draw(canvas, body, desk),
        Place::Members => members::draw(canvas, body, desk),
        Place::Essential => essential::draw(canvas, body, desk),
        Place::History => history::draw(canvas, body, desk),
        Place::Shift(shift) => post::draw(canvas, body, desk, shift),
        Place::Member(member) => member::draw(canvas, body, desk, member),
        Place::Plan => plan::draw(canvas, body, desk),
        Place::Help => help::draw(canvas, body, desk),
        Place::Line => line::draw(canvas, body, desk),
        Place::Map => map::draw(canvas, body, desk),
        Place::Start => start::draw(canvas, body, desk),
        Place::Page(_) => page::draw(canvas, body, desk),
    }
}

/// What is said when there is too little room.
fn too_small(canvas: &mut Canvas, desk: &Desk) {
    let area = canvas.area();
    let values = [
        ("columns", MINIMUM.0.into()),
        ("rows", MINIMUM.1.into()),
        ("width", area.width.into()),
        ("height", area.height.into()),
    ];
    let lines = [
        ("Picket".to_owned(), Role::Strong),
        (desk.speech.say("screen-too-small", &values), Role::Plain),
        (desk.sentence("screen-too-small-keys", &[]), Role::Dim),
    ];
    let mut y = area.y + area.height.saturating_sub(3) / 2;
    for (text, role) in lines {
        for line in wrapped(&text, area.width) {
            let x = area.x + area.width.saturating_sub(width(&line)) / 2;
            canvas.put(x, y, area.width, &line, role);
            y = y.saturating_add(1);
        }
    }
}

fn draw_bar(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let words = desk.words();
    canvas.repeat(area.x, area.y, area.width, " ", Role::Bar);
    let version = desk.speech.say("screen-version", &[("version", desk.session.version.into())]);
    let counting = match desk.counting {
        Counting::Planned => None,
        Counting::Worst => Some("screen-counting-worst"),
        Counting::Now => Some("screen-counting-now"),
    };
    let holds = desk.holds_the_line().then_some("screen-hold");
    let modes = counting.into_iter().chain(holds);
    let modes: String = modes.map(|word| desk.speech.word(word) + "   ").collect();
    let past = desk.past_text();
    let at = past.clone().unwrap_or_else(|| words.instant(desk.now));
    let right = format!("{modes}{at}   {version} ");
    let used = canvas.put_right(area.x, area.y, area.width, &right, Role::BarDim);
    let room = area.width.saturating_sub(used + 2);
    let name = &desk.ground().strike.campaign.name;
    canvas.run(area.x, area.y, room, &[(" Picket", Role::BarDim), ("  ", Role::Bar), (name, Role::Bar)]);
    if !modes.is_empty() || past.is_some() {
        let x = area.right().saturating_sub(used);
        let style = canvas.theme.style(Role::Warn).fg;
        let room = width(&past.map_or_else(|| modes.trim_end().to_owned(), |past| format!("{modes}{past}")));
        canvas.tint(Rect { x, width: room, ..area }, style);
    }
}

fn draw_tabs(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let lit = desk.tab();
    let is_opened = !Place::TABS.contains(&desk.place);
    let here = format!("{} {}", canvas.theme.either("▸", ">"), desk.speech.word(desk.place.word()));
    let names: Vec<String> = Place::TABS.iter().map(|place| desk.speech.word(place.word())).collect();
    let gaps = Place::TABS.len() as u16;
    let wide = |longest: u16| names.iter().map(|name| width(name).min(longest) + 2).sum::<u16>();
    let between = if wide(LONGEST_TAB) + 3 * gaps + 12 <= area.width { 3 } else { 1 };
    // What is opened from a tab stands in their row: the longest of their names give way to its own.
    let needed = if is_opened { width(&here) + 2 } else { 1 };
    let fits = |longest: &u16| wide(*longest) + between * gaps + needed <= area.width;
    let longest = (LEAST_TAB..=LONGEST_TAB).rev().find(fits).unwrap_or(LEAST_TAB);
    let mut x = area.x + 1;
    for (ix, (place, name)) in Place::TABS.into_iter().zip(&names).enumerate() {
        let on = desk.place == place || (lit == Some(place));
        let number = (ix + 1).to_string();
        let start = x;
        x += canvas.put(x, area.y, 2, &number, Role::Key) + 1;
        x += canvas.put(x, area.y, longest, name, if on { Role::TabOn } else { Role::Tab });
        canvas.hit(Rect { x: start, width: x - start, ..area }, Target::Tab(place));
        x += between;
    }
    if is_opened {
        canvas.put(x, area.y, area.right().saturating_sub(x), &here, Role::TabOn);
    }
}

/// Draws what was just said; gives how many rows above its own it took.
fn draw_answer(canvas: &mut Canvas, mut area: Rect, desk: &Desk) -> u16 {
    if let Some(text) = desk.busy_text() {
        let used = canvas.put_right(area.x, area.y, area.width, &text, Role::Key);
        area.width = area.width.saturating_sub(used + 2);
    }
    let Some(notice) = &desk.notice else {
        // What others did is pointed out where nothing else is said.
        return desk.news.as_ref().map_or(0, |news| draw_news(canvas, area, news));
    };
    let (sign, role) = match notice.tone {
        Tone::Done => (canvas.theme.either("✓", "*"), Role::Good),
        Tone::Info => (canvas.theme.either("·", "."), Role::Plain),
        Tone::Refused => (canvas.theme.either("✗", "x"), Role::Warn),
        Tone::Failed => (canvas.theme.either("✗", "x"), Role::Bad),
    };
    let ink = if notice.tone == Tone::Failed { Role::Bad } else { Role::Plain };
    let room = area.width.saturating_sub(2);
    // What does not fit into its row is told in those above it until the next key; not over a line that is being typed there.
    let is_typed_here = desk.prompt.as_ref().is_some_and(|prompt| !prompt.chooses());
    let most = if is_typed_here { 1 } else { ANSWER };
    let lines = answer_lines(notice, room, most);
    let above = lines.len().saturating_sub(1) as u16;
    let top = area.y.saturating_sub(above);
    if lines.len() > 1 {
        canvas.blank(Rect { y: top, height: area.y - top + 1, ..area });
    }
    canvas.put(area.x, top, 2, sign, role);
    for (y, (text, how)) in (top..).zip(&lines) {
        let used = canvas.put(area.x + 2, y, room, text, ink);
        let gap = u16::from(used > 0 && !how.is_empty());
        canvas.put(area.x + 2 + used + gap, y, room.saturating_sub(used + gap), how, Role::Dim);
    }
    above
}

/// Draws what others did; gives how many rows above its own it took.
fn draw_news(canvas: &mut Canvas, area: Rect, news: &str) -> u16 {
    let room = area.width.saturating_sub(2);
    let mut lines = wrapped(news, room);
    if lines.len() > NEWS {
        let rest = lines.split_off(NEWS - 1).join(" ");
        lines.push(rest);
    }
    let above = lines.len().saturating_sub(1) as u16;
    let top = area.y.saturating_sub(above);
    if above > 0 {
        canvas.blank(Rect { y: top, height: above + 1, ..area });
    }
    canvas.put(area.x, top, 2, canvas.theme.either("↻", "@"), Role::Key);
    for (y, line) in (top..).zip(&lines) {
        canvas.put(area.x + 2, y, room, line, Role::Dim);
    }
    above
}

/// Rows that what others did may take: it is pointed out, not more.
const NEWS: usize = 2;

/// Columns that the name of a tab takes at most, and so many at least where room is short.
const LONGEST_TAB: u16 = 24;
const LEAST_TAB: u16 = 5;

/// Rows an answer may take.
const ANSWER: usize = 6;

/// An answer in rows: what was done, then how to take it back. Where there are too few rows, what was done is cut.
fn answer_lines(notice: &Notice, room: u16, most: usize) -> Vec<(String, String)> {
    let how = width(&notice.how);
    let gap = u16::from(how > 0);
    if most == 1 || width(&notice.text) + gap + how <= room {
        let left = room.saturating_sub(how + gap);
        return vec![(cut(&notice.text, left, false).into_owned(), notice.how.clone())];
    }
    let told = wrapped(&notice.text, room);
    let mut lines: Vec<(String, String)> = told.into_iter().map(|line| (line, String::new())).collect();
    let has_room = lines.last().is_some_and(|(last, _)| width(last) + gap + how <= room);
    let below = if has_room || how == 0 { Vec::new() } else { wrapped(&notice.how, room) };
    let keep = most.saturating_sub(below.len()).max(1);
    if lines.len() > keep {
        let rest: Vec<String> = lines.drain(keep - 1..).map(|(line, _)| line).collect();
        let left = if below.is_empty() { room.saturating_sub(how + gap) } else { room };
        lines.push((cut(&rest.join(" "), left, false).into_owned(), String::new()));
    }
    if below.is_empty()
        && let Some((_, last)) = lines.last_mut()
    {
        last.clone_from(&notice.how);
    }
    lines.extend(below.into_iter().map(|line| (String::new(), line)));
    lines
}

fn draw_hints(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    if let Some(prompt) = &desk.prompt {
        canvas.put(area.x, area.y, area.width, &prompt::how(desk, prompt), Role::Dim);
        return;
    }
    let mut x = area.x;
    let wide = |hint: &Hint| width(&hint.key) + 1 + width(&hint.text);
    let mut slots = desk.hint_slots();
    if slots.iter().map(|(hint, _)| wide(hint) + 2).sum::<u16>() > area.width + 2 {
        slots.retain(|(_, is_on)| *is_on);
    }
    // Where there is no room for all, the way to the rest of them is still shown.
    let is_way = |hint: &&Hint| matches!(hint.command, Command::Menu | Command::Help);
    let mut ways: u16 = slots.iter().map(|(hint, _)| hint).filter(is_way).map(|hint| wide(hint) + 2).sum();
    for (hint, is_on) in &slots {
        let wide = wide(hint);
        if is_way(&hint) {
            ways -= wide + 2;
        }
        if x + wide + ways > area.right() {
            continue;
        }
        if !is_on {
            // What is of no use just here stands back; where no ink tells it from the others, it is not there.
            if canvas.theme.style(Role::Rule) != canvas.theme.style(Role::Dim) {
                canvas.run(x, area.y, wide, &[(&hint.key, Role::Rule), (" ", Role::Rule), (&hint.text, Role::Rule)]);
            }
            x += wide + 2;
            continue;
        }
        let start = x;
        x += canvas.put(x, area.y, width(&hint.key), &hint.key, Role::Key) + 1;
        x += canvas.put(x, area.y, width(&hint.text), &hint.text, Role::Dim);
        canvas.hit(Rect { x: start, width: wide, ..area }, Target::Command(hint.command));
        x += 2;
    }
}

/// The name of a block, with a line after it.
pub fn title(canvas: &mut Canvas, x: u16, y: u16, room: u16, text: &str, aside: &str, focus: bool) {
    let role = if focus { Role::TitleOn } else { Role::Title };
    let mark = if focus { canvas.theme.either("▸ ", "> ") } else { "" };
    let mut used = canvas.run(x, y, room, &[(mark, Role::Key), (text, role)]);
    if !aside.is_empty() && used + 2 < room {
        used += 2;
        used += canvas.put(x + used, y, room - used, aside, Role::Dim);
    }
    if used + 2 < room {
        canvas.rule(x + used + 1, y, room - used - 1);
    }
}
