//! The strike at a glance: how much is covered, the worst gaps, what runs now and next, regions and kinds of site.

use super::list::List;
use super::place::Pane;
use crate::engine::coverage::{Count, Coverage, Group, Status, Totals};
use crate::model::campaign::Mode;
use crate::model::{Instant, ShiftIx};
use crate::rules::{Ground, closed};

/// The lists of the overview, from the left and from the top.
pub const GAPS: Pane = 0;
/// Running and coming shifts.
pub const NOW: Pane = 1;
/// Regions.
pub const REGIONS: Pane = 2;
/// Kinds of site.
pub const KINDS: Pane = 3;

/// How many of the coming shifts are worth a row.
const COMING: usize = 200;

/// The state of the overview.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    /// Which list has the cursor.
    pub pane: Pane,
    /// The cursors, by pane.
    pub lists: [List; 4],
    facts: Option<(Key, Facts)>,
}

/// What the facts were worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    revision: u64,
    worst: bool,
    now: Instant,
}

/// What the overview lists.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Gaps that are not over yet, worst first.
    pub gaps: Vec<ShiftIx>,
    /// Gaps of shifts that are over.
    pub past_gaps: u32,
    /// Shifts that run now, worst first, then the coming ones by start.
    pub now: Vec<ShiftIx>,
    /// How many of them run now.
    pub running: usize,
    /// Regions and the sites without one.
    pub regions: Vec<(Option<u32>, Totals)>,
    /// Kinds of site.
    pub kinds: Vec<(crate::model::site::SiteKind, Totals)>,
}

impl Overview {
    /// The lists, worked out anew when the roster, the minute or the way of counting has changed.
    pub fn refresh(&mut self, ground: &Ground, coverage: &Coverage, revision: u64, worst: bool, now: Instant) {
        let key = Key { revision, worst, now };
        if self.facts.as_ref().is_none_or(|(old, _)| *old != key) {
            self.facts = Some((key, Facts::new(ground, coverage, worst, now)));
        }
    }

    /// Forgets what was worked out.
    pub(super) fn forget(&mut self) {
        self.facts = None;
    }

    /// The lists as last worked out.
    pub fn facts(&self) -> &Facts {
        static NONE: std::sync::LazyLock<Facts> = std::sync::LazyLock::new(Facts::default);
        self.facts.as_ref().map_or(&NONE, |(_, facts)| facts)
    }

    /// The length of a list.
    pub fn len(&self, pane: Pane) -> usize {
        let facts = self.facts();
        match pane {
            GAPS => facts.gaps.len(),
            NOW => facts.now.len(),
            REGIONS => facts.regions.len(),
            _ => facts.kinds.len(),
        }
    }

    /// The shift the cursor is on.
    pub fn shift(&self) -> Option<ShiftIx> {
        let facts = self.facts();
        match self.pane {
            GAPS => facts.gaps.get(self.lists[GAPS].at(facts.gaps.len())).copied(),
            NOW => facts.now.get(self.lists[NOW].at(facts.now.len())).copied(),
            _ => None,
        }
    }
}

/// The status of a shift, as planned or in the worst case.
pub fn status(ground: &Ground, coverage: &Coverage, shift: ShiftIx, worst: bool) -> Status {
    let tally = coverage.of(shift);
    if worst { tally.worst_status(ground.shift(shift)) } else { tally.status(ground.shift(shift)) }
}

/// The counts of some shifts, as planned or in the worst case.
pub fn count(totals: &Totals, worst: bool) -> &Count {
    if worst { &totals.worst } else { &totals.planned }
}

impl Facts {
    fn new(ground: &Ground, coverage: &Coverage, worst: bool, now: Instant) -> Self {
        let mut facts = Self::default();
        let (gaps, past) = gaps(ground, coverage, worst, now);
        facts.gaps = gaps;
        facts.past_gaps = past;
        let shifts = &ground.timetable.shifts;
        let coming = shifts.partition_point(|shift| shift.span.start <= now);
        facts.now = (0..coming).filter(|ix| now < shifts[*ix].span.end).map(ShiftIx::new).collect();
        facts.now.sort_by_key(|ix| status(ground, coverage, *ix, worst));
        facts.running = facts.now.len();
        facts.now.extend((coming..shifts.len()).take(COMING).map(ShiftIx::new));
        for (group, totals) in coverage.groups() {
            match group {
                Group::Region(region) => facts.regions.push((region, *totals)),
                Group::Kind(kind) => facts.kinds.push((kind, *totals)),
                _ => {}
            }
        }
        facts.regions.sort_by_key(|(region, _)| (region.is_none(), *region));
        facts
    }
}

/// The gaps that are not over at `now`, worst first: by status, then by what is missing, then by start; and how many are
/// over. When the whole plan is over, all of them count as coming: there is nothing else to look at.
pub fn gaps(ground: &Ground, coverage: &Coverage, worst: bool, now: Instant) -> (Vec<ShiftIx>, u32) {
    let over = ground.timetable.shifts.iter().all(|shift| shift.span.end <= now);
    let mut past = 0;
    let mut found = Vec::new();
    for ix in ground.timetable.indices() {
        let shift = ground.shift(ix);
        let tally = coverage.of(ix);
        let heads = if worst { tally.worst() } else { tally.planned() };
        let status = heads.status(shift);
        if !status.is_gap() {
            continue;
        }
        if shift.span.end <= now && !over {
            past += 1;
        } else {
            found.push((status, std::cmp::Reverse(heads.shortfall(shift)), ix));
        }
    }
    found.sort_unstable();
    (found.into_iter().map(|(_, _, ix)| ix).collect(), past)
}

/// Where the strike stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Before the first day: so many days to go.
    Before(i64),
    /// On the n-th day, from 1.
    Day(i64),
    /// After the last day, by so many days.
    After(i64),
}

/// The day of the plan at `now`, in the strike's time zone.
pub fn day(ground: &Ground, now: Instant) -> Day {
    let campaign = &ground.strike.campaign;
    let today = now.in_zone(campaign.zone).date_naive();
    let n = (today - campaign.first_day).num_days();
    match n {
        ..0 => Day::Before(-n),
        n if n < i64::from(campaign.days) => Day::Day(n + 1),
        n => Day::After(n + 1 - i64::from(campaign.days)),
    }
}

/// What kind of action is on at `now`; None: nothing yet, or no more.
pub fn mode(ground: &Ground, now: Instant) -> Option<Mode> {
    closed::phase_at(&ground.strike, now).map(|phase| phase.mode)
}
