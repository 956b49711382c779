//! What is different from what people were told: the changes since the roster was last published, person by person; and
//! the same as a list of calls to make.
//!
//! A shift that people were told of and that exists no more (a court order, a stand-down) counts too: they must hear of it.

mod csv;
mod text;

pub use csv::csv;
pub use text::text;

use super::view::View;
use crate::model::{Duty, MemberIx, ShiftIx};
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
#[derive(Debug, Clone, PartialEq, Eq)]
struct Difference {
    shift: Place,
    /// The post told.
    before: Option<String>,
    /// The post now.
    after: Option<String>,
}

/// The shift of a difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// One that exists.
    Shift(ShiftIx),
    /// One that exists no more, by id.
    Lost(String),
}

impl Difference {
    fn word(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "duty",
        }
    }
}

/// Everyone with differences, in order of name.
fn differences(view: &View<'_>, list: List) -> Vec<(MemberIx, Vec<Difference>)> {
    let Some(published) = view.published else { return Vec::new() };
    let mut of: BTreeMap<MemberIx, BTreeMap<Place, Difference>> = BTreeMap::new();
    let word = |duty: Duty| view.duty_word(duty).to_owned();
    for ix in view.shifts().filter(|ix| list == List::Changes || view.ground.shift(*ix).span.end > view.generated) {
        for each in published.roster.on(ix) {
            let after = view.roster.get(ix, each.member).map(|now| word(now.duty));
            let before = Some(word(each.duty));
            if after != before {
                let difference = Difference { shift: Place::Shift(ix), before, after };
                of.entry(each.member).or_default().insert(Place::Shift(ix), difference);
            }
        }
        for each in view.roster.on(ix).iter().filter(|each| published.roster.get(ix, each.member).is_none()) {
            let difference = Difference { shift: Place::Shift(ix), before: None, after: Some(word(each.duty)) };
            of.entry(each.member).or_default().insert(Place::Shift(ix), difference);
        }
    }
    for ((shift, member), row) in view.told_lost.into_iter().flatten() {
        let Some(&member) = view.ground.strike.lookup.members.get(member) else { continue };
        let mut parts = shift.split('/');
        let (site, day) = (parts.next().unwrap_or(""), parts.nth(1).unwrap_or(""));
        let is_shown = view.site.is_none_or(|ix| view.ground.strike.site(ix).id == site)
            && view.day.is_none_or(|wanted| wanted.to_string() == day);
        if is_shown && view.ground.find(shift).is_err() {
            let place = Place::Lost(shift.clone());
            let difference = Difference { shift: place.clone(), before: Some(row.duty.clone()), after: None };
            of.entry(member).or_default().insert(place, difference);
        }
    }
    let mut rows: Vec<_> = of.into_iter().map(|(member, all)| (member, all.into_values().collect())).collect();
    rows.sort_by_cached_key(|(member, _)| view.list_key(*member));
    rows
}

/// True when the shift begins so soon that people must be told at once.
fn is_short_notice(view: &View<'_>, difference: &Difference) -> bool {
    let Place::Shift(ix) = difference.shift else { return false };
    let left = view.ground.shift(ix).span.start.minutes_since(view.generated);
    (0..view.ground.strike.rules.notice_minutes).contains(&left)
}
