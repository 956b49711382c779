//! What is different from what people were told: the changes since the roster was last published, person by person.
//!
//! A shift that people were told of and that exists no more (a lost site, a court order, a stand-down) counts too: they must
//! hear of it, and as soon as of any other. So does someone who was told to come and is no longer on the list of members: on
//! the sheets people hold there is still a name that is on none made now.

use crate::model::time::local_span;
use crate::model::{Duty, Instant, LineIx, MemberIx, Roster, ShiftIx, SiteIx, Span, TemplateIx};
use crate::rules::Ground;
use crate::rules::closed::{day_in, site_in};
use crate::speech::order;
use crate::store::record::{Hours, Row, Stranded, Was};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is held against what, and of which shifts.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The strike.
    pub ground: &'a Ground,
    /// Who stands where.
    pub roster: &'a Roster,
    /// The roster and the hours that people were last told; None: nothing yet.
    pub told: Option<(&'a Roster, &'a Hours)>,
    /// What they were told of that has no place any more.
    pub lost: Option<&'a Stranded>,
    /// The present.
    pub now: Instant,
    /// Only this site.
    pub site: Option<SiteIx>,
    /// Only shifts of this day (the local date on which they start).
    pub day: Option<NaiveDate>,
}

impl<'a> Asked<'a> {
    /// The shifts asked for, in order.
    fn shifts(&self) -> impl Iterator<Item = ShiftIx> {
        self.ground.timetable.indices().filter(|ix| {
            let shift = self.ground.shift(*ix);
            self.site.is_none_or(|site| shift.site == site) && self.day.is_none_or(|day| shift.date == day)
        })
    }

    /// The hours people were told for a shift, when it has others now.
    pub fn was(&self, shift: ShiftIx) -> Option<Was> {
        self.told?.1.other(self.ground, shift)
    }

    /// What people were told of a shift that has no place any more, though the shift does: whom (by id) and what.
    pub fn lost_on(&self, shift: ShiftIx) -> impl Iterator<Item = (&'a str, &'a Row)> + use<'a> {
        let id = &self.ground.shift(shift).id;
        let from = (id.clone(), String::new());
        let lost = self.lost.into_iter().flat_map(move |lost| lost.range(from.clone()..));
        lost.take_while(move |((at, _), _)| at == id).map(|((_, member), row)| (member.as_str(), row))
    }

    /// Everyone with differences, in order of name. Of those `to_ring`, only shifts that are not over; and first come those who
    /// can't wait.
    pub fn differences(&self, to_ring: bool) -> Vec<(Person<'a>, Vec<Difference>)> {
        let Some((told, hours)) = self.told else { return Vec::new() };
        let mut of: BTreeMap<Person<'a>, Vec<Difference>> = BTreeMap::new();
        for ix in self.shifts() {
            self.on_shift(ix, told, &mut |person, difference| of.entry(person).or_default().push(difference));
        }
        for ((shift, member), row) in self.lost.into_iter().flatten() {
            let is_asked = self.site.is_none_or(|ix| self.ground.strike.site(ix).id == site_in(shift))
                && self.day.is_none_or(|wanted| wanted.to_string() == day_in(shift));
            if is_asked && self.ground.find(shift).is_err() {
                let at = lost(self.ground, shift).map_or(Place::Unknown, Place::Lost);
                let was = match at {
                    Place::Lost(lost) => hours.other_than(&self.ground.strike, (lost.site, lost.template, lost.date)),
                    _ => None,
                };
                let before = Some(row.duty.clone());
                let difference = Difference { id: shift.clone(), at, before, after: None, was };
                of.entry(Person::of(self.ground, member)).or_default().push(difference);
            }
        }
        let is_due = |each: &Difference| !to_ring || each.reach(self.ground).is_none_or(|span| span.end > self.now);
        let mut rows: Vec<(Person<'a>, Vec<Difference>)> = Vec::with_capacity(of.len());
        for (person, mut all) in of {
            all.retain(is_due);
            all.sort_by_cached_key(|each| each.key(self.ground));
            if !all.is_empty() {
                rows.push((person, all));
            }
        }
        // Whoever must hear at once is rung first.
        let can_wait = |all: &[Difference]| to_ring && !all.iter().any(|each| each.is_short_notice(self));
        rows.sort_by_cached_key(|(person, all)| (can_wait(all), person.list_key(self.ground)));
        rows
    }

    /// The differences on a shift that exists.
    fn on_shift(&self, ix: ShiftIx, told: &Roster, take: &mut dyn FnMut(Person<'a>, Difference)) {
        let (strike, was) = (&self.ground.strike, self.was(ix));
        let word = |duty: Duty| duty.word(strike).to_owned();
        let on_shift = |before: Option<String>, after| Difference {
            id: self.ground.shift(ix).id.clone(),
            at: Place::Shift(ix),
            was: was.filter(|_| before.is_some()),
            before,
            after,
        };
        for each in told.on(ix) {
            let after = self.roster.get(ix, each.member).map(|now| word(now.duty));
            let before = Some(word(each.duty));
            if after != before || was.is_some() {
                take(Person::Member(each.member), on_shift(before, after));
            }
        }
        let lost: Vec<(&'a str, &Row)> = self.lost_on(ix).collect();
        for each in self.roster.on(ix).iter().filter(|each| told.get(ix, each.member).is_none()) {
            // Told of a post that is none any more.
            let told = lost.iter().find(|(member, _)| *member == strike.member(each.member).id);
            let before = told.map(|(_, row)| row.duty.clone());
            take(Person::Member(each.member), on_shift(before, Some(word(each.duty))));
        }
        for (member, row) in lost {
            let person = Person::of(self.ground, member);
            let stands = matches!(person, Person::Member(member) if self.roster.get(ix, member).is_some());
            if !stands {
                take(person, on_shift(Some(row.duty.clone()), None));
            }
        }
    }
}

/// One difference.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The shift's id.
    pub id: String,
    /// The shift.
    pub at: Place,
    /// The post told.
    pub before: Option<String>,
    /// The post now.
    pub after: Option<String>,
    /// The hours told, when they are others than now.
    pub was: Option<Was>,
}

/// The shift of a difference.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// One that exists.
    Shift(ShiftIx),
    /// One that exists no more, as far as its id still tells.
    Lost(Lost),
    /// One that exists no more, and of which the files know nothing.
    Unknown,
}

/// A shift that exists no more.
#[derive(Debug, Clone, Copy)]
pub struct Lost {
    /// Where it was.
    pub site: SiteIx,
    /// On which line.
    pub line: LineIx,
    /// Of which template.
    pub template: TemplateIx,
    /// On which day.
    pub date: NaiveDate,
    /// When it would be now.
    pub span: Span,
}

impl Difference {
    /// The word in data.
    pub fn word(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "added",
            (_, None) => "removed",
            // Who comes at the wrong hour stands at no post at all.
            _ if self.was.is_some() => "time",
            _ => "duty",
        }
    }

    /// When the shift is, or was to be.
    pub fn span(&self, ground: &Ground) -> Option<Span> {
        match self.at {
            Place::Shift(ix) => Some(ground.shift(ix).span),
            Place::Lost(lost) => Some(lost.span),
            Place::Unknown => None,
        }
    }

    /// Where the shift is, as far as it is known.
    pub fn site(&self, ground: &Ground) -> Option<SiteIx> {
        match self.at {
            Place::Shift(ix) => Some(ground.shift(ix).site),
            Place::Lost(lost) => Some(lost.site),
            Place::Unknown => None,
        }
    }

    /// True when the shift begins so soon, or goes on already, that people must be told at once.
    pub fn is_short_notice(&self, asked: &Asked<'_>) -> bool {
        let soon = asked.now.plus_minutes(asked.ground.strike.rules.notice_minutes);
        self.reach(asked.ground).is_some_and(|span| span.start < soon && span.end > asked.now)
    }

    /// The time in which someone who was told one thing or the other may come to the line.
    fn reach(&self, ground: &Ground) -> Option<Span> {
        let now = self.span(ground)?;
        Some(self.was.map_or(now, |Was { span, .. }| Span::new(now.start.min(span.start), now.end.max(span.end))))
    }

    /// The order in which a person hears of it: by time, and what goes before what comes.
    fn key(&self, ground: &Ground) -> (Instant, bool, String) {
        (self.span(ground).map_or(Instant::FAR, |span| span.start), self.before.is_none(), self.id.clone())
    }
}

/// Whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person<'a> {
    /// A member.
    Member(MemberIx),
    /// Someone who is no longer on the list of members: of them only the id is left.
    Gone(&'a str),
}

impl<'a> Person<'a> {
    /// The person with that id.
    fn of(ground: &Ground, id: &'a str) -> Self {
        ground.strike.lookup.members.get(id).map_or(Self::Gone(id), |member| Self::Member(*member))
    }

    /// The id as the union writes it.
    pub fn id(self, ground: &'a Ground) -> &'a str {
        match self {
            Self::Member(member) => &ground.strike.member(member).id,
            Self::Gone(id) => id,
        }
    }

    /// Where the person stands in a list of names.
    fn list_key(self, ground: &'a Ground) -> (String, &'a str) {
        let id = self.id(ground);
        match self {
            Self::Member(member) => (order::key(&ground.strike.member(member).name), id),
            Self::Gone(_) => (order::key(id), id),
        }
    }
}

/// What the files still know of a shift that exists no more.
fn lost(ground: &Ground, id: &str) -> Option<Lost> {
    let strike = &ground.strike;
    let (line, date, template) = ground.parse_id(id).ok()?;
    let site = strike.line(line).site;
    let (start, end) = (strike.template(template).start, strike.template(template).end);
    let span = local_span(date, start, end, strike.site(site).zone);
    Some(Lost { site, line, template, date, span })
}
