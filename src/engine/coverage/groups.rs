//! Which sums a shift belongs to: worked out once, so that an edit touches those and no others.

use crate::model::site::SiteKind;
use crate::model::{LineIx, SiteIx, TemplateIx};
use crate::rules::Ground;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// A sum that is kept up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The whole strike.
    All,
    /// A region; None: the sites without one.
    Region(Option<u32>),
    /// A kind of site.
    Kind(SiteKind),
    /// A site.
    Site(SiteIx),
    /// A line.
    Line(LineIx),
    /// A day.
    Day(NaiveDate),
    /// A template, on every line and day.
    Template(TemplateIx),
    /// A line on a day.
    LineDay(LineIx, NaiveDate),
    /// A template on a day, on every line.
    Slot(NaiveDate, TemplateIx),
}

const KINDS: usize = 9;

/// Every group that holds a shift (and the whole strike, always), and the groups of each shift.
#[derive(Debug)]
pub(super) struct Groups {
    pub sorted: Vec<Group>,
    pub find: FxHashMap<Group, u32>,
    of_shift: Vec<[u32; KINDS]>,
}

impl Groups {
    pub fn new(ground: &Ground) -> Self {
        let memberships: Vec<[Group; KINDS]> = ground
            .timetable
            .shifts
            .iter()
            .map(|shift| {
                let site = ground.strike.site(shift.site);
                [
                    Group::All,
                    Group::Region(site.region),
                    Group::Kind(site.kind),
                    Group::Site(shift.site),
                    Group::Line(shift.line),
                    Group::Day(shift.date),
                    Group::Template(shift.template),
                    Group::LineDay(shift.line, shift.date),
                    Group::Slot(shift.date, shift.template),
                ]
            })
            .collect();
        let mut find: FxHashMap<Group, u32> = FxHashMap::default();
        find.insert(Group::All, 0);
        find.extend(memberships.iter().flatten().map(|group| (*group, 0)));
        let mut sorted: Vec<Group> = find.keys().copied().collect();
        sorted.sort_unstable();
        for (at, group) in sorted.iter().enumerate() {
            find.insert(*group, at as u32);
        }
        let of_shift = memberships.iter().map(|groups| groups.map(|group| find[&group])).collect();
        Self { sorted, find, of_shift }
    }

    pub fn of(&self, shift: crate::model::ShiftIx) -> [u32; KINDS] {
        self.of_shift[shift.ix()]
    }
}
