//! The members: one row each, only those on the screen.

use super::canvas::{Canvas, Cut};
use super::text::{width, wrapped};
use super::theme::Role;
use crate::app::view::Desk;
use crate::app::view::members::{Column, region_of};
use crate::app::view::place::Target;
use crate::model::MemberIx;
use crate::model::member::Status;
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (head, rest) = area.cut_top(1);
    draw_head(canvas, head, desk);
    let (names, rows) = rest.cut_top(2);
    let columns = columns(area.width.saturating_sub(1), desk);
    draw_names(canvas, names, desk, &columns);
    let members = desk.members.rows();
    if members.is_empty() {
        let is_listed = !desk.ground().strike.members.is_empty();
        let why = desk.sentence(if is_listed { "screen-nobody-passes" } else { "screen-nobody-listed" }, &[]);
        for (y, text) in (rows.y + 1..).zip(wrapped(&why, rows.width)) {
            canvas.put(rows.x, y, rows.width, &text, Role::Dim);
        }
        return;
    }
    canvas.list(rows, &desk.members.list, members.len(), Some(0), true, |canvas, row, ix| {
        let cut = draw_member(canvas, row, desk, &columns, members[ix]);
        if !cut.is_empty() && ix == desk.members.list.at(members.len()) {
            canvas.whole = Some(cut.join(" · "));
        }
    });
}

/// The names of the columns; above those of the weeks, what is counted in them.
fn draw_names(canvas: &mut Canvas, area: Rect, desk: &Desk, columns: &[Place]) {
    let end = columns.last().map_or(0, |last| last.x + last.room);
    canvas.put_right(area.x, area.y, end, &desk.speech.word("column-hours-of"), Role::Dim);
    let (_, names) = area.cut_top(1);
    let order = desk.members.order;
    for column in columns {
        let name = match column.what {
            Column::Hours(week) => week_name(desk, week),
            what => desk.speech.word(word(what)),
        };
        let is_present = matches!(column.what, Column::Hours(week) if week == desk.week());
        if order.by == column.what {
            // The sign is never cut off: the name is, before it.
            let sign = if order.down { canvas.theme.either("↓", "v") } else { canvas.theme.either("↑", "^") };
            let name = super::text::cut(&name, column.room.saturating_sub(1), canvas.theme.ascii).into_owned();
            put(canvas, names, column, &format!("{name}{sign}"), Role::TitleOn);
        } else {
            put(canvas, names, column, &name, if is_present { Role::Title } else { Role::Dim });
        }
        canvas.hit(Rect { x: names.x + column.x, width: column.room, ..names }, Target::Column(column.what));
    }
}

/// How many are listed, and the filters in force.
pub(super) fn count_and_chips(desk: &Desk) -> (String, Vec<String>) {
    let (members, words, speech) = (&desk.members, desk.words(), desk.speech);
    let all = desk.ground().strike.members.len() as i64;
    let shown = members.rows().len() as i64;
    let count = if members.is_filtered() {
        speech.say("screen-members-of", &[("shown", shown.into()), ("all", all.into())])
    } else {
        speech.say("screen-members", &[("all", all.into())])
    };
    let mut chips: Vec<String> = Vec::new();
    chips.extend(members.who.map(|who| speech.word(who.word())));
    chips.extend(members.region.map(|region| words.region(region.0)));
    if !members.words.trim().is_empty() {
        chips.push(format!("/{}", members.words.trim()));
    }
    (count, chips)
}

fn draw_head(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (members, speech) = (&desk.members, desk.speech);
    let (count, chips) = count_and_chips(desk);
    let mut x = canvas.put(area.x, area.y, area.width, &count, Role::Strong);
    x += canvas.chips(Rect { x: area.x + x, width: area.width.saturating_sub(x), ..area }, &chips);
    let mut order = speech.word(members.order.word());
    if members.order.is_backwards() {
        order = speech.say("order-backwards", &[("order", order.into())]);
    }
    let order = speech.say("screen-ordered", &[("order", order.into())]);
    let room = area.width.saturating_sub(x + 3);
    canvas.put_right(
        area.right().saturating_sub(room.min(width(&order))),
        area.y,
        room.min(width(&order)),
        &order,
        Role::Dim,
    );
}

/// What a column is called.
const fn word(what: Column) -> &'static str {
    match what {
        Column::Name => "column-member",
        Column::Id => "column-id",
        Column::Home => "column-home",
        Column::Class => "column-class",
        Column::Skills => "column-skills",
        Column::Bond => "column-bond",
        Column::Shifts => "column-shifts",
        Column::Hours(_) => "column-hours",
    }
}

struct Place {
    what: Column,
    x: u16,
    room: u16,
    right: bool,
}

/// Which columns there is room for: what matters most first, then as many weeks as fit.
fn columns(room: u16, desk: &Desk) -> Vec<Place> {
    let weeks = desk.ground().timetable.weeks.len() as u16;
    let mut fixed = vec![(Column::Name, 24), (Column::Id, 10), (Column::Home, 18), (Column::Bond, 11)];
    if room >= 100 {
        fixed[0].1 = 28;
        fixed[2].1 = 26;
        fixed.insert(3, (Column::Skills, 16));
    }
    if room >= 150 {
        fixed[2].1 = 40;
        fixed.insert(3, (Column::Class, if room >= 180 { 22 } else { 12 }));
        fixed[4].1 = 28;
        fixed.push((Column::Shifts, 7));
    }
    // As wide as the longest name of a week with the sign of the order, where there is room for it.
    let named = (0..weeks).map(|week| width(&week_name(desk, week)) + 2).max().unwrap_or(7);
    let week = if room >= 150 { named.max(7) } else { named.clamp(7, 10) };
    let used: u16 = fixed.iter().map(|(_, wide)| wide + 1).sum();
    let many = (room.saturating_sub(used) / week).clamp(1, weeks.max(1));
    let first = desk.week().min(weeks.saturating_sub(many));
    let spare = room.saturating_sub(used + many * week);
    share_out(&mut fixed, spare, desk);
    let mut columns = Vec::new();
    let mut x = 0;
    for (what, wide) in fixed {
        columns.push(Place { what, x, room: wide, right: what == Column::Shifts });
        x += wide + 1;
    }
    for week_ix in 0..many {
        columns.push(Place { what: Column::Hours(first + week_ix), x, room: week - 1, right: true });
        x += week;
    }
    columns
}

/// Gives what is left over to the columns that are cut most, so that the hours stand at the edge: places as far as the longest
/// asks for it, names as far as most ask for it, then classes and skills; on a narrow screen names and places share it.
fn share_out(columns: &mut [(Column, u16)], mut spare: u16, desk: &Desk) {
    let longest = desk.longest_site();
    let is_narrow = columns.iter().all(|(column, _)| *column != Column::Skills);
    let shares: &[(Column, u16)] = if is_narrow {
        &[(Column::Name, 24 + spare.div_ceil(2).min(14)), (Column::Home, 32)]
    } else {
        let home = Column::Home;
        &[(home, longest.min(30)), (Column::Name, 32), (home, longest), (Column::Class, 30), (Column::Skills, 40)]
    };
    for &(what, most) in shares {
        if let Some((_, wide)) = columns.iter_mut().find(|(column, _)| *column == what) {
            let more = most.saturating_sub(*wide).min(spare);
            *wide += more;
            spare -= more;
        }
    }
}

/// A week by its first day: `7 Dec`.
fn week_name(desk: &Desk, week: u16) -> String {
    let first = desk.ground().timetable.weeks.get(usize::from(week));
    first.map_or_else(String::new, |first| crate::speech::calendar::date_short(*first, desk.speech.language()))
}

/// Writes what stands in a column of a row.
fn put(canvas: &mut Canvas, row: Rect, column: &Place, text: &str, role: Role) {
    if column.right {
        canvas.put_right(row.x + column.x, row.y, column.room, text, role);
    } else {
        canvas.put(row.x + column.x, row.y, column.room, text, role);
    }
}

/// A member in one row; gives what of it was cut.
fn draw_member(canvas: &mut Canvas, row: Rect, desk: &Desk, columns: &[Place], member: MemberIx) -> Vec<String> {
    let (ground, words) = (desk.ground(), desk.words());
    let who = ground.strike.member(member);
    let active = who.status == Status::Active;
    let mut cut = Vec::new();
    for column in columns {
        let (text, role) = match column.what {
            Column::Name => (words.member(member), if active { Role::Plain } else { Role::Dim }),
            Column::Id => (who.id.clone(), Role::Dim),
            Column::Home => match who.home {
                Some(site) => (desk.site_in(site, column.room), if active { Role::Plain } else { Role::Dim }),
                None => (words.region(region_of(ground, member)), Role::Dim),
            },
            Column::Class => (who.classification.clone().unwrap_or_default(), Role::Dim),
            Column::Skills => {
                let skills: Vec<String> = who.skills.iter().map(|skill| words.skill(*skill)).collect();
                (skills.join(", "), Role::Plain)
            }
            Column::Bond if !active => (words.standing(who.status), Role::Warn),
            Column::Bond => match desk.members.index().get().and_then(|index| index.bond(member)) {
                Some(bond) => (words.bond(bond), Role::Essential),
                None => (String::new(), Role::Plain),
            },
            Column::Shifts => (desk.session.roster.of(member).len().to_string(), Role::Plain),
            Column::Hours(week) => {
                let minutes = desk.session.coverage.week_minutes(member, week);
                let full = ground.strike.pay.minutes_per_week;
                let role = match minutes {
                    0 => Role::Dim,
                    minutes if minutes >= full => Role::Full,
                    _ => Role::Plain,
                };
                (if active || minutes > 0 { words.hours(minutes) } else { String::new() }, role)
            }
        };
        put(canvas, row, column, &text, role);
        let whole = who.home.filter(|_| column.what == Column::Home).map_or(text, |site| words.site(site));
        if width(&whole) > column.room {
            cut.push(whole);
        }
    }
    cut
}
