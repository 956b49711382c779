//! What is different from what people were told: the changes since the roster was last published, person by person; and
//! the same as a list of calls to make.
//!
//! A shift that people were told of and that exists no more (a lost site, a court order, a stand-down) counts too: they must
//! hear of it, and as soon as of any other. So does someone who was told to come and is no longer on the list of members: on
//! the sheets people hold there is still a name that is on none made now.

mod csv;
mod text;

pub use csv::csv;
pub use text::text;

use super::view::View;
use crate::model::time::local_span;
use crate::model::{Duty, Instant, LineIx, MemberIx, ShiftIx, SiteIx, Span, TemplateIx};
use crate::speech::order;
use crate::store::record::{Row, Was};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Every change; without telephones.
    Changes,
    /// Whom to ring, with telephones: only shifts that are not over.
    Calls,
}

/// One difference.
#[derive(Debug, Clone)]
struct Difference {
    /// The shift's id.
    id: String,
    at: Place,
    /// The post told.
    before: Option<String>,
    /// The post now.
    after: Option<String>,
    /// The hours told, when they are others than now.
    was: Option<Was>,
}

/// The shift of a difference.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// One that exists.
    Shift(ShiftIx),
    /// One that exists no more, as far as its id still tells.
    Lost(Lost),
    /// One that exists no more, and of which the files know nothing.
    Unknown,
}

/// A shift that exists no more.
#[derive(Debug, Clone, Copy)]
struct Lost {
    site: SiteIx,
    line: LineIx,
    template: TemplateIx,
    date: NaiveDate,
    span: Span,
}

impl Difference {
    fn word(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "added",
            (_, None) => "removed",
            // Who comes at the wrong hour stands at no post at all.
            _ if self.was.is_some() => "time",
            _ => "duty",
        }
    }

    /// When the shift is, or was to be.
    fn span(&self, view: &View<'_>) -> Option<Span> {
        match self.at {
            Place::Shift(ix) => Some(view.ground.shift(ix).span),
            Place::Lost(lost) => Some(lost.span),
            Place::Unknown => None,
        }
    }

    /// Where the shift is, as far as it is known.
    fn site(&self, view: &View<'_>) -> Option<SiteIx> {
        match self.at {
            Place::Shift(ix) => Some(view.ground.shift(ix).site),
            Place::Lost(lost) => Some(lost.site),
            Place::Unknown => None,
        }
    }

    /// The time in which someone who was told one thing or the other may come to the line.
    fn reach(&self, view: &View<'_>) -> Option<Span> {
        let now = self.span(view)?;
        Some(self.was.map_or(now, |Was { span, .. }| Span::new(now.start.min(span.start), now.end.max(span.end))))
    }

    /// The order in which a person hears of it: by time, and what goes before what comes.
    fn key(&self, view: &View<'_>) -> (Instant, bool, String) {
        (self.span(view).map_or(Instant::FAR, |span| span.start), self.before.is_none(), self.id.clone())
    }
}

/// Whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Person<'a> {
    /// A member.
    Member(MemberIx),
    /// Someone who is no longer on the list of members: of them only the id is left.
    Gone(&'a str),
}

impl<'a> Person<'a> {
    /// The person with that id.
    fn of(view: &View<'_>, id: &'a str) -> Self {
        view.ground.strike.lookup.members.get(id).map_or(Self::Gone(id), |member| Self::Member(*member))
    }

    /// The id as the union writes it.
    fn id(self, view: &View<'a>) -> &'a str {
        match self {
            Self::Member(member) => view.raw_id(member),
            Self::Gone(id) => id,
        }
    }

    /// Where the person stands in a list of names.
    fn list_key(self, view: &View<'a>) -> (String, &'a str) {
        match self {
            Self::Member(member) => view.list_key(member),
            Self::Gone(id) => (order::key(id), id),
        }
    }
}

/// Everyone with differences, in order of name; of calls, first those that can't wait.
fn differences<'a>(view: &View<'a>, list: List) -> Vec<(Person<'a>, Vec<Difference>)> {
    let Some(published) = view.published else { return Vec::new() };
    let mut of: BTreeMap<Person<'a>, Vec<Difference>> = BTreeMap::new();
    let word = |duty: Duty| view.duty_word(duty).to_owned();
    for ix in view.shifts() {
        let was = view.was(ix);
        let on_shift = |before: Option<String>, after| Difference {
            id: view.ground.shift(ix).id.clone(),
            at: Place::Shift(ix),
            was: was.filter(|_| before.is_some()),
            before,
            after,
        };
        for each in published.roster.on(ix) {
            let after = view.roster.get(ix, each.member).map(|now| word(now.duty));
            let before = Some(word(each.duty));
            if after != before || was.is_some() {
                of.entry(Person::Member(each.member)).or_default().push(on_shift(before, after));
            }
        }
        let lost: Vec<(&str, &Row)> = view.told_lost_on(ix).collect();
        for each in view.roster.on(ix).iter().filter(|each| published.roster.get(ix, each.member).is_none()) {
            // Told of a post that is none any more.
            let told = lost.iter().find(|(member, _)| *member == view.raw_id(each.member));
            let before = told.map(|(_, row)| row.duty.clone());
            of.entry(Person::Member(each.member)).or_default().push(on_shift(before, Some(word(each.duty))));
        }
        for (member, row) in lost {
            let person = Person::of(view, member);
            let stands = matches!(person, Person::Member(member) if view.roster.get(ix, member).is_some());
            if !stands {
                of.entry(person).or_default().push(on_shift(Some(row.duty.clone()), None));
            }
        }
    }
    for ((shift, member), row) in view.told_lost.into_iter().flatten() {
        let mut parts = shift.split('/');
        let (site, day) = (parts.next().unwrap_or(""), parts.nth(1).unwrap_or(""));
        let is_shown = view.site.is_none_or(|ix| view.ground.strike.site(ix).id == site)
            && view.day.is_none_or(|wanted| wanted.to_string() == day);
        if is_shown && view.ground.find(shift).is_err() {
            let at = lost(view, shift).map_or(Place::Unknown, Place::Lost);
            let was = match at {
                Place::Lost(lost) => {
                    published.hours.other_than(&view.ground.strike, (lost.site, lost.template, lost.date))
                }
                _ => None,
            };
            let difference = Difference { id: shift.clone(), at, before: Some(row.duty.clone()), after: None, was };
            of.entry(Person::of(view, member)).or_default().push(difference);
        }
    }
    let is_due =
        |each: &Difference| list == List::Changes || each.reach(view).is_none_or(|span| span.end > view.generated);
    let mut rows: Vec<(Person<'a>, Vec<Difference>)> = Vec::with_capacity(of.len());
    for (person, mut all) in of {
        all.retain(is_due);
        all.sort_by_cached_key(|each| each.key(view));
        if !all.is_empty() {
            rows.push((person, all));
        }
    }
    // Whoever must hear at once is rung first.
    let can_wait = |all: &[Difference]| list == List::Calls && !all.iter().any(|each| is_short_notice(view, each));
    rows.sort_by_cached_key(|(person, all)| (can_wait(all), person.list_key(view)));
    rows
}

/// What the files still know of a shift that exists no more.
fn lost(view: &View<'_>, id: &str) -> Option<Lost> {
    let strike = &view.ground.strike;
    let (line, date, template) = view.ground.parse_id(id).ok()?;
    let site = strike.line(line).site;
    let (start, end) = (strike.template(template).start, strike.template(template).end);
    let span = local_span(date, start, end, strike.site(site).zone);
    Some(Lost { site, line, template, date, span })
}

/// True when the shift begins so soon, or goes on already, that people must be told at once.
fn is_short_notice(view: &View<'_>, difference: &Difference) -> bool {
    let soon = view.generated.plus_minutes(view.ground.strike.rules.notice_minutes);
    difference.reach(view).is_some_and(|span| span.start < soon && span.end > view.generated)
}
