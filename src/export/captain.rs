//! The captain's copy: a sheet for each line's day with everyone's telephone, who relieves whom, where to go when the site
//! is lost, how long vehicles may be held, what a court has ordered, and the number of headquarters.
//!
//! What a member must not be asked, or needs, is told as what the captain does about it; why is not the captain's business.

use super::fit::{columns, wrap};
use super::furniture::{Block, Row, RowKind, Sheet};
use super::line_day::{self, AT_RISK, LineDay, Place};
use super::people::People;
use super::view::View;
use crate::model::member::Restrictions;
use crate::model::site::Amenity;
use crate::model::{Assignment, Duty, Instant, LineIx, MemberIx, ShiftIx, SiteIx};
use crate::speech::calendar;
use crate::speech::visible::visible;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::io::{self, Write};

/// Widest that the column of telephones grows.
const PHONE: usize = 18;
/// A shift relieves another when no more than so many minutes lie between them.
const RELIEF: i64 = 60;
/// What begins an instruction.
const DO: &str = ">";

/// Writes the sheets.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = line_day::line_days(view);
    let maker = Maker::of(view);
    let values = [("sheets", days.len().into()), ("people", view.totals().assignments.into())];
    let end = view.say("captain-end", &values);
    line_day::print(view, &days, &view.say("captain-title", &[]), |day| vec![maker.sheet(view, day)], &end, to)
}

/// Makes the sheets of one view: holds what is worked out once for all of them.
pub struct Maker {
    layout: People,
    lines: Lines,
}

impl Maker {
    /// For the sheets of `view`.
    pub fn of(view: &View<'_>) -> Self {
        let layout = People::of(view, "captain-column-phone", PHONE, |member| columns(&phone(view, member)));
        Self { layout, lines: Lines::of(view) }
    }

    /// The sheet of a line's day.
    pub fn sheet(&self, view: &View<'_>, day: &LineDay) -> Sheet {
        sheet(view, &self.layout, &self.lines, day)
    }
}

/// Every line's shifts in order of time, to find who comes before and after.
struct Lines(FxHashMap<LineIx, Vec<ShiftIx>>);

impl Lines {
    fn of(view: &View<'_>) -> Self {
        let mut lines: FxHashMap<LineIx, Vec<ShiftIx>> = FxHashMap::default();
        for ix in view.ground.timetable.indices() {
            lines.entry(view.ground.shift(ix).line).or_default().push(ix);
        }
        Self(lines)
    }

    /// The next shift of the same day, whenever it comes.
    fn next_that_day(&self, view: &View<'_>, ix: ShiftIx) -> Option<ShiftIx> {
        let shift = view.ground.shift(ix);
        let later = |other: &ShiftIx| {
            let other = view.ground.shift(*other);
            other.date == shift.date && other.span.start >= shift.span.end
        };
        self.0.get(&shift.line)?.iter().copied().find(later)
    }

    /// The shift that a shift relieves, and the one that relieves it.
    fn around(&self, view: &View<'_>, ix: ShiftIx) -> (Option<ShiftIx>, Option<ShiftIx>) {
        let Some(all) = self.0.get(&view.ground.shift(ix).line) else { return (None, None) };
        let near = |first: ShiftIx, then: ShiftIx| {
            let (first, then) = (view.ground.shift(first).span, view.ground.shift(then).span);
            first.start < then.start && first.end < then.end && then.start.minutes_since(first.end) <= RELIEF
        };
        let at = all.partition_point(|each| *each < ix);
        let before = all[..at].iter().rev().copied().find(|each| near(*each, ix));
        let after = all[at..].iter().copied().find(|each| near(ix, *each));
        (before, after)
    }
}

/// A member's telephone; the e-mail of one who has none.
fn phone<'a>(view: &View<'a>, member: MemberIx) -> Cow<'a, str> {
    let row = view.ground.strike.member(member);
    visible(row.phone.as_deref().or(row.email.as_deref()).unwrap_or(""))
}

fn sheet(view: &View<'_>, layout: &People, lines: &Lines, day: &LineDay) -> Sheet {
    let word = |id: &str| view.say(id, &[]);
    let mut totals = vec![line_day::totals(view, &day.shifts)];
    if line_day::any_at_risk(view, &day.shifts) {
        totals.push(format!("{AT_RISK} {}", word("paper-at-risk")));
    }
    let titles = ["paper-column-post", "paper-column-name", "paper-column-member", "captain-column-phone"].map(word);
    let mut notes = vec![word("captain-secret"), headquarters(view)];
    notes.extend(line_day::notes(view, day));
    notes.extend(on_site(view, day));
    Sheet {
        head: line_day::head(view, day, word("captain-title")),
        notes,
        columns: vec![layout.row(&titles[0], &titles[1], &titles[2], &titles[3], "")],
        blocks: day.shifts.iter().map(|ix| block(view, layout, lines, *ix)).collect(),
        totals,
        ..Sheet::default()
    }
}

/// The number of headquarters, or room to write it down.
pub fn headquarters(view: &View<'_>) -> String {
    match &view.ground.strike.campaign.hq_phone {
        Some(phone) => view.say("captain-headquarters", &[("phone", phone.into())]),
        None => view.say("captain-headquarters-blank", &[]),
    }
}

/// How long vehicles are held, who is to be let through, and what there is for those who stand there.
fn on_site(view: &View<'_>, day: &LineDay) -> Vec<String> {
    let site = view.ground.strike.site(day.site);
    let minutes = view.ground.strike.line(day.line).numbers.vehicle_delay_minutes;
    let mut notes = vec![view.say("captain-vehicles", &[("minutes", minutes.into())])];
    if !site.neutral_tenants.is_empty() {
        notes.push(view.say("captain-tenants", &[("tenants", site.neutral_tenants.join(", ").into())]));
    }
    notes.push(amenities(view, day.site));
    notes
}

fn amenities(view: &View<'_>, site: SiteIx) -> String {
    let site = view.ground.strike.site(site);
    let names = |offered: bool| -> Vec<String> {
        let wanted = Amenity::WORDS.iter().filter(|(_, amenity)| site.offers(*amenity) == offered);
        wanted.map(|(word, _)| view.say("captain-amenity", &[("amenity", (*word).into())])).collect()
    };
    let (here, missing) = (names(true), names(false));
    let list = |names: Vec<String>| names.join(", ");
    match (here.is_empty(), missing.is_empty()) {
        (true, _) => view.say("captain-amenities-none", &[]),
        (_, true) => view.say("captain-amenities-all", &[("here", list(here).into())]),
        _ => view.say("captain-amenities", &[("here", list(here).into()), ("missing", list(missing).into())]),
    }
}

fn block(view: &View<'_>, layout: &People, lines: &Lines, ix: ShiftIx) -> Block {
    let (mut heading, again) = line_day::heading(view, ix, layout.width);
    let (before, after) = lines.around(view, ix);
    let shift = view.ground.shift(ix);
    let clock = |at: Instant| calendar::time(at.in_zone(view.site_of(shift).zone).time(), view.language);
    let relief = |id: &str, other: ShiftIx, at: Instant| {
        let label = view.label(view.ground.shift(other));
        let values = [("shift", label.as_ref().into()), ("at", clock(at).into()), ("who", leaders(view, other).into())];
        view.say(id, &values)
    };
    let mut told = Vec::new();
    told.extend(before.map(|other| relief("captain-relieves", other, shift.span.start)));
    told.push(match (after, lines.next_that_day(view, ix)) {
        (Some(other), _) => relief("captain-relieved", other, view.ground.shift(other).span.start),
        (None, Some(next)) => {
            let again = clock(view.ground.shift(next).span.start);
            let values = [("at", clock(shift.span.end).into()), ("again", again.into())];
            view.say("captain-pause", &values)
        }
        (None, None) => view.say("captain-last", &[("at", clock(shift.span.end).into())]),
    });
    for each in told {
        heading.extend(wrap(&each, layout.width - 2, 3).iter().map(|line| format!("  {line}")));
    }
    let places = line_day::places(view, ix);
    let mut rows: Vec<Row> = Vec::new();
    for place in &places.rows {
        rows.push(match place {
            Place::Held(each) => person(view, layout, each),
            Place::Open(duty) => Row { lines: vec![layout.vacancy(*duty)], kind: RowKind::Open },
        });
    }
    for remark in line_day::remarks(view, &places) {
        rows.push(Row { lines: layout.remark(&remark), kind: RowKind::Remark });
    }
    Block { heading, again, rows, ..Block::default() }
}

/// The captains of a shift with their telephones.
fn leaders(view: &View<'_>, ix: ShiftIx) -> String {
    let captains = view.by_name(ix).into_iter().filter(|each| each.duty == Duty::Captain);
    let named: Vec<String> = captains
        .map(|each| match phone(view, each.member) {
            none if none.is_empty() => view.member_name(each.member).into_owned(),
            phone => format!("{} ({phone})", view.member_name(each.member)),
        })
        .collect();
    if named.is_empty() { view.say("captain-nobody", &[]) } else { named.join("; ") }
}

fn person(view: &View<'_>, layout: &People, each: &Assignment) -> Row {
    let mark = if view.ground.at_risk(each.member) { AT_RISK } else { "" };
    let member = each.member;
    let (name, id, phone) = (view.member_name(member), view.member_id(member), phone(view, member));
    let mut lines = vec![layout.row(layout.duty(each.duty), &name, &id, &phone, mark)];
    if !layout.has_last() && !phone.is_empty() {
        lines.extend(layout.remark(&phone));
    }
    let instructions = instructions(view, view.ground.strike.member(member).restrictions);
    if !instructions.is_empty() {
        lines.extend(layout.remark(&format!("{DO} {}", instructions.join("; "))));
    }
    if let Some(aside) = line_day::set_aside(view, each) {
        lines.extend(layout.remark(&aside));
    }
    Row { lines, kind: RowKind::Person }
}

/// What a captain does for someone, in the order of the contract's words. Someone who never stands on a line needs nothing
/// here.
fn instructions(view: &View<'_>, restrictions: Restrictions) -> Vec<String> {
    [
        (restrictions.no_nights, "nights"),
        (restrictions.seating, "seating"),
        (restrictions.accessible, "accessible"),
        (restrictions.shelter, "shelter"),
        (restrictions.washroom, "washroom"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, what)| view.say("captain-instruction", &[("what", what.into())]))
    .collect()
}
