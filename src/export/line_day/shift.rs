//! One shift on a sheet: its title, how it is covered, who stands there and what is open.

use super::hours;
use crate::export::fit::{edges, wrap};
use crate::export::view::View;
use crate::model::{Assignment, Duty, ShiftIx, SiteIx};
use crate::speech::refusal::{coverage_word, duty_name};
use crate::speech::{calendar, number};
use crate::store::record::Was;

/// Marks a member who may be called away.
pub const AT_RISK: &str = "*";
/// Lines to write on for places above the posts that must be filled: no more than this on a shift; the rest is told in
/// words, so that a line which wants hundreds does not use up the paper.
const MOST_BLANKS: u32 = 20;

/// `Morning, 07:30–11:30 (4 h)`; with both dates when it ends on another than it starts.
pub fn shift_title(view: &View<'_>, ix: ShiftIx) -> String {
    let shift = view.ground.shift(ix);
    format!("{}, {} ({})", view.label(shift), times(view, ix), number::length(shift.minutes()))
}

/// `07:30–11:30`; with both dates when it ends on another day than it starts.
pub fn times(view: &View<'_>, ix: ShiftIx) -> String {
    let shift = view.ground.shift(ix);
    hours(view, shift.span, view.site_of(shift).zone)
}

/// The hours people were told before the shift had others: `was 06:30–10:30`; with the zone, where that is another too.
pub fn hours_told(view: &View<'_>, site: SiteIx, was: Was) -> String {
    let (start, end) = (was.span.start.in_zone(was.zone).time(), was.span.end.in_zone(was.zone).time());
    let times = calendar::times(start, end, view.language);
    let is_here = view.ground.strike.site(site).zone == was.zone;
    let zone = if is_here { String::new() } else { format!(" {}", was.zone.name()) };
    view.say("told-was", &[("times", format!("{times}{zone}").into())])
}

/// The heading of a shift, and what it is where the shift goes on on another page.
pub fn heading(view: &View<'_>, ix: ShiftIx, width: usize) -> (Vec<String>, Vec<String>) {
    let title = shift_title(view, ix);
    let mut heading = edges(&title, &status(view, ix), width);
    let counts = edges(&counts(view, ix), &view.shift_id(ix), width - 2);
    heading.extend(counts.iter().map(|line| format!("  {line}")));
    (heading, wrap(&view.say("paper-continued", &[("what", title.into())]), width, 3))
}

/// `THIN 11/12`: how well it is covered, heads, heads wanted.
pub fn status(view: &View<'_>, ix: ShiftIx) -> String {
    let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
    let word = coverage_word(view.speech(), tally.status(shift));
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
        let name = duty_name(view.speech(), &view.ground.strike, Duty::Skill(*skill));
        text = format!("{text}; {name} {held}/{posts}");
    }
    text
}

/// The name of a post, as it begins a row.
pub fn duty(view: &View<'_>, duty: Duty) -> String {
    let name = duty_name(view.speech(), &view.ground.strike, duty);
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
    let reason = each.reason.as_deref().map_or("—", String::as_str);
    Some(view.say("paper-set-aside", &[("rules", rules.join(", ").into()), ("reason", reason.into())]))
}

/// True when someone on these shifts may be called away to essential duty.
pub fn any_at_risk(view: &View<'_>, shifts: &[ShiftIx]) -> bool {
    shifts.iter().any(|ix| view.tally(*ix).at_risk() > 0)
}
