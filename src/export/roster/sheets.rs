//! What the roster's sheets say, whether in columns or in tables: a sheet is a line's day.

use crate::engine::coverage::Totals;
use crate::export::view::View;
use crate::model::problem::Value;
use crate::model::time::Clock;
use crate::model::{Assignment, Duty, Instant, LineIx, ShiftIx, SiteIx, Span};
use crate::speech::refusal::{coverage_word, duty_name};
use crate::speech::visible::visible;
use crate::speech::{Speech, calendar, number};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Lines to write on for places above the posts that must be filled: no more than this on a shift; the rest is told in
/// words, so that a line which wants hundreds does not use up the paper.
const MOST_BLANKS: u32 = 20;

/// A line's day.
#[derive(Debug)]
pub struct LineDay {
    /// The site.
    pub site: SiteIx,
    /// The line.
    pub line: LineIx,
    /// The local date on which its shifts start.
    pub date: NaiveDate,
    /// The shifts, in order.
    pub shifts: Vec<ShiftIx>,
}

/// Every line's days that have shifts: by site and line in the order of the files, then by day.
pub fn line_days(view: &View<'_>) -> Vec<LineDay> {
    let mut days: BTreeMap<(SiteIx, LineIx, NaiveDate), Vec<ShiftIx>> = BTreeMap::new();
    for ix in view.shifts() {
        let shift = view.ground.shift(ix);
        days.entry((shift.site, shift.line, shift.date)).or_default().push(ix);
    }
    days.into_iter().map(|((site, line, date), shifts)| LineDay { site, line, date, shifts }).collect()
}

/// `Site — Line`, or the site alone when its only line has no name.
pub fn where_to(view: &View<'_>, day: &LineDay) -> String {
    match view.line_name(day.line) {
        Some(line) => format!("{} — {line}", view.site_name(day.site)),
        None => view.site_name(day.site).into_owned(),
    }
}

/// The local date, or both when one of the shifts ends on the next.
pub fn dates(view: &View<'_>, day: &LineDay) -> String {
    let last = day.shifts.iter().map(|ix| local_dates(view, *ix).1).max().unwrap_or(day.date).max(day.date);
    let first = calendar::day_long(day.date, view.language);
    if last == day.date { first } else { format!("{first} – {}", calendar::day_long(last, view.language)) }
}

/// The local dates on which a shift starts and ends.
fn local_dates(view: &View<'_>, ix: ShiftIx) -> (NaiveDate, NaiveDate) {
    let shift = view.ground.shift(ix);
    let zone = view.site_of(shift).zone;
    (shift.span.start.in_zone(zone).date_naive(), shift.span.end.in_zone(zone).date_naive())
}

/// Which version of the roster.
pub fn version(view: &View<'_>) -> String {
    view.say("paper-version", &[("version", view.version.to_string().into())])
}

/// Whether these shifts stand as people were told.
pub fn state(view: &View<'_>, shifts: &[ShiftIx]) -> String {
    let Some(published) = view.published else { return view.say("paper-draft", &[]) };
    let changes: usize = shifts.iter().filter_map(|ix| view.changes_since_published(*ix)).sum();
    let version = ("published", Value::from(published.version.to_string()));
    if changes == 0 {
        view.say("paper-published", &[version])
    } else {
        view.say("paper-changed", &[version, ("changes", changes.into())])
    }
}

/// What people on the line need to know that day: where it is, whose clock counts, court orders, stand-downs, and where to
/// go when the site is lost.
pub fn notes(view: &View<'_>, day: &LineDay) -> Vec<String> {
    let strike = &view.ground.strike;
    let (site, line) = (strike.site(day.site), strike.line(day.line));
    let mut notes = Vec::new();
    notes.extend(address(view, day.site));
    if site.zone != strike.campaign.zone {
        notes.push(view.say("paper-zone", &[("zone", site.zone.name().into())]));
    }
    let spans = || day.shifts.iter().map(|ix| view.ground.shift(*ix).span);
    for cap in line.caps.iter().filter(|cap| spans().any(|span| span.overlaps(cap.span))) {
        let values = [
            ("order", cap.order.as_deref().unwrap_or("").into()),
            ("most", cap.at_most.into()),
            ("when", when(view, cap.span, site.zone).into()),
        ];
        notes.push(view.say(if cap.order.is_some() { "paper-cap" } else { "paper-cap-unnamed" }, &values));
    }
    let whole_day = Span::new(Clock(0).on(day.date, site.zone), Clock(0).on(day.date + Days::new(1), site.zone));
    for down in site.stand_downs.iter().chain(&line.stand_downs).filter(|down| down.span.overlaps(whole_day)) {
        let values = [
            ("when", when(view, down.span, site.zone).into()),
            ("reason", down.reason.as_deref().unwrap_or("").into()),
        ];
        notes.push(view.say(if down.reason.is_some() { "paper-stand-down" } else { "paper-stand-down-bare" }, &values));
    }
    if let Some(backup) = site.backup {
        let mut there = view.site_name(backup).into_owned();
        if let Some(address) = address(view, backup) {
            there = format!("{there}, {address}");
        }
        notes.push(view.say("paper-backup", &[("site", there.into())]));
    }
    notes
}

/// Street and city of a site, as far as they are known.
fn address(view: &View<'_>, site: SiteIx) -> Option<String> {
    let site = view.ground.strike.site(site);
    let parts: Vec<&str> = site.address.iter().chain(&site.city).map(|part| part.trim()).collect();
    (!parts.is_empty()).then(|| visible(&parts.join(", ")).into_owned())
}

/// `from Wed 9 Dec 00:00 to Wed 16 Dec 00:00`, or without an end.
fn when(view: &View<'_>, span: Span, zone: chrono_tz::Tz) -> String {
    let from = ("from", Value::from(moment(view, span.start, zone)));
    if span.end >= Instant::FAR {
        return view.say("paper-from", &[from]);
    }
    view.say("paper-from-to", &[from, ("to", moment(view, span.end, zone).into())])
}

/// `Wed 9 Dec 00:00`.
fn moment(view: &View<'_>, at: Instant, zone: chrono_tz::Tz) -> String {
    let local = at.in_zone(zone);
    let day = calendar::day_short(local.date_naive(), view.language);
    format!("{day} {}", calendar::time(local.time(), view.language))
}

/// `Morning, 07:30–11:30 (4 h)`; with both dates when it ends on another than it starts.
pub fn shift_title(view: &View<'_>, ix: ShiftIx) -> String {
    let shift = view.ground.shift(ix);
    let zone = view.site_of(shift).zone;
    let (first, last) = local_dates(view, ix);
    let times = if first == last {
        let (start, end) = (shift.span.start.in_zone(zone).time(), shift.span.end.in_zone(zone).time());
        calendar::times(start, end, view.language)
    } else {
        format!("{} – {}", moment(view, shift.span.start, zone), moment(view, shift.span.end, zone))
    };
    format!("{}, {times} ({})", view.label(shift), number::length(shift.minutes()))
}

/// `THIN 11/12`: how well it is covered, heads, heads wanted.
pub fn status(view: &View<'_>, ix: ShiftIx) -> String {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    let word = coverage_word(Speech::new(view.language), tally.status(shift));
    format!("{} {}/{}", word.to_uppercase(), tally.heads(), shift.target)
}

/// The numbers behind the status: minimum, maximum, posts held of posts asked, worst case.
pub fn counts(view: &View<'_>, ix: ShiftIx) -> String {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    let held = tally.planned();
    let values = [
        ("minimum", shift.minimum.into()),
        ("maximum", shift.maximum.into()),
        ("captains", held.captains.into()),
        ("of", shift.captains.into()),
        ("worst", tally.worst_case().into()),
    ];
    let mut text = view.say("paper-counts", &values);
    for ((skill, posts), held) in shift.needs.iter().zip(held.skills) {
        let name = duty_name(Speech::new(view.language), &view.ground.strike, Duty::Skill(*skill));
        text = format!("{text}; {name} {held}/{posts}");
    }
    text
}

/// The name of a post, as it begins a row.
pub fn duty(view: &View<'_>, duty: Duty) -> String {
    let name = duty_name(Speech::new(view.language), &view.ground.strike, duty);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What stands on a row of a shift.
#[derive(Debug)]
pub enum Place<'a> {
    /// Someone in a post.
    Held(&'a Assignment),
    /// A post or place for someone yet to come.
    Open(Duty),
}

/// Who stands on a shift and what is open, in the order of a sheet: each open post beside the held posts of its kind, so
/// that a missing captain is seen first.
#[derive(Debug)]
pub struct Places<'a> {
    /// One for each row.
    pub rows: Vec<Place<'a>>,
    /// Open places beyond the rows.
    pub more: u32,
    /// Posts nobody holds though the shift may take nobody more: one of those who stand there must take each.
    pub to_be_taken: Vec<Duty>,
}

/// The rows of a shift. Never more than the shift's maximum: a blank line is an invitation, and a court order is not to be
/// broken by one.
pub fn places<'a>(view: &View<'a>, ix: ShiftIx) -> Places<'a> {
    let shift = view.ground.shift(ix);
    let held = view.tally(ix).planned();
    let mut open = vec![Duty::Captain; held.captains_missing(shift) as usize];
    for (skill, missing) in held.needs_missing(shift) {
        open.extend(std::iter::repeat_n(Duty::Skill(skill), missing as usize));
    }
    let room = shift.maximum.saturating_sub(held.heads);
    let to_be_taken = open.split_off(open.len().min(room as usize));
    let pickets = shift.target.saturating_sub(held.heads + open.len() as u32);
    let blanks = pickets.min(MOST_BLANKS);
    open.extend(std::iter::repeat_n(Duty::Picket, blanks as usize));
    let mut open = open.into_iter().peekable();
    let mut rows = Vec::new();
    for each in view.by_name(ix) {
        while let Some(duty) = open.next_if(|duty| *duty < each.duty) {
            rows.push(Place::Open(duty));
        }
        rows.push(Place::Held(each));
    }
    rows.extend(open.map(Place::Open));
    Places { rows, more: pickets - blanks, to_be_taken }
}

/// What is to be said under the rows of a shift.
pub fn remarks(view: &View<'_>, places: &Places<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    if places.more > 0 {
        remarks.push(view.say("paper-more-open", &[("count", places.more.into())]));
    }
    for post in &places.to_be_taken {
        remarks.push(view.say("paper-to-be-taken", &[("post", duty(view, *post).into())]));
    }
    remarks
}

/// The rules set aside for an assignment, with the reason given.
pub fn set_aside(view: &View<'_>, each: &Assignment) -> Option<String> {
    if each.overrides.is_empty() {
        return None;
    }
    let rules: Vec<String> =
        each.overrides.words().map(|rule| view.say("paper-rule", &[("rule", rule.into())])).collect();
    let reason = each.reason.as_deref().unwrap_or("—");
    Some(view.say("paper-set-aside", &[("rules", rules.join(", ").into()), ("reason", reason.into())]))
}

/// True when someone on these shifts may be called away to essential duty.
pub fn any_at_risk(view: &View<'_>, shifts: &[ShiftIx]) -> bool {
    shifts.iter().any(|ix| view.tally(*ix).at_risk() > 0)
}

/// What the shifts add up to.
pub fn totals(view: &View<'_>, shifts: &[ShiftIx]) -> String {
    let mut sum = Totals::default();
    let mut wanted: u32 = 0;
    for ix in shifts {
        let shift = view.ground.shift(*ix);
        sum += Totals::of(shift, view.tally(*ix));
        wanted += shift.target;
    }
    let values = [
        ("shifts", sum.shifts.into()),
        ("people", sum.assignments.into()),
        ("wanted", wanted.into()),
        ("captains", sum.planned.captain.filled.into()),
        ("of", sum.planned.captain.of.into()),
        ("gaps", sum.gaps().into()),
        ("worst", sum.worst.heads.into()),
    ];
    view.say("paper-totals", &values)
}

/// The last words: what everything shown adds up to.
pub fn end(view: &View<'_>, sheets: usize) -> String {
    let totals = view.totals();
    let values = [
        ("sheets", sheets.into()),
        ("shifts", totals.shifts.into()),
        ("assignments", totals.assignments.into()),
        ("gaps", totals.gaps.into()),
    ];
    view.say("paper-end", &values)
}
