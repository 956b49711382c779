//! Coverage: how many stand where, in which posts, and what that amounts to.
//!
//! Counted once over the whole strike; from then on every edit changes what it touches and nothing else: the shift's
//! [`Tally`], the member's week, and the handful of sums ([`Group`]) the shift belongs to. Two numbers throughout, planned
//! and worst case (without the members at risk).
//!
//! It counts whatever roster it is given and asks no rule whether that roster is permitted.

mod asked;
mod groups;
mod present;
mod tally;
mod totals;

pub use groups::Group;
pub use present::Present;
pub use tally::{Heads, Status, Tally};
pub use totals::{Count, Filled, Levels, Totals};

use crate::model::{Assignment, Change, LineIx, MemberIx, Roster, ShiftIx, SiteIx};
use crate::rules::Ground;
use chrono::NaiveDate;
use groups::Groups;
use std::sync::{Arc, OnceLock};

/// The counts of a roster, kept in step with it by [`Coverage::apply`]. A copy costs next to nothing until one of the two
/// changes.
#[derive(Debug, Clone)]
pub struct Coverage {
    groups: Arc<Groups>,
    asked: Arc<OnceLock<i64>>,
    tallies: Arc<Vec<Tally>>,
    totals: Arc<Vec<Totals>>,
    /// Rostered minutes, by member, then week.
    weeks: Arc<Vec<u32>>,
    weeks_each: usize,
    /// Σ over members and weeks of min(rostered, strike pay's minutes).
    hours: i64,
}

/// Adds the minutes of an assignment to its member's of that week, or takes them away; gives what that is towards strike pay.
fn stand(ground: &Ground, each: &Assignment, minutes: &mut u32, up: bool) -> i64 {
    let paid = ground.strike.pay.minutes_per_week;
    let before = i64::from(*minutes).min(paid);
    let more = ground.shift(each.shift).minutes() as u32;
    *minutes = if up { *minutes + more } else { minutes.saturating_sub(more) };
    i64::from(*minutes).min(paid) - before
}

/// Where the minutes of an assignment's member and week are kept.
fn week_of(ground: &Ground, each: &Assignment, weeks_each: usize) -> usize {
    each.member.ix() * weeks_each + usize::from(ground.shift(each.shift).week)
}

/// The same numbers, whatever was worked out on the way.
impl PartialEq for Coverage {
    fn eq(&self, other: &Self) -> bool {
        self.tallies == other.tallies
            && self.totals == other.totals
            && self.weeks == other.weeks
            && self.hours == other.hours
    }
}

impl Coverage {
    /// Counts `roster` from scratch.
    pub fn count(ground: &Ground, roster: &Roster) -> Self {
        Self::uncounted(ground).counting(ground, roster)
    }

    /// What counting needs, and nothing counted yet: can be had before there is a roster.
    pub fn uncounted(ground: &Ground) -> Self {
        let groups = Arc::new(Groups::new(ground));
        let weeks_each = ground.timetable.weeks.len();
        Self {
            asked: Arc::default(),
            tallies: Arc::new(ground.timetable.shifts.iter().map(Tally::empty).collect()),
            totals: Arc::new(vec![Totals::default(); groups.sorted.len()]),
            weeks: Arc::new(vec![0; weeks_each * ground.strike.members.len()]),
            weeks_each,
            hours: 0,
            groups,
        }
    }

    /// Counts `roster`, where nothing is counted yet.
    #[must_use]
    pub fn counting(mut self, ground: &Ground, roster: &Roster) -> Self {
        let (tallies, totals) = (Arc::make_mut(&mut self.tallies), Arc::make_mut(&mut self.totals));
        let (weeks, hours) = (Arc::make_mut(&mut self.weeks), &mut self.hours);
        for ix in ground.timetable.indices() {
            let shift = ground.shift(ix);
            for each in roster.on(ix) {
                tallies[ix.ix()].step(shift, each.duty, ground.at_risk(each.member), true);
                *hours += stand(ground, each, &mut weeks[week_of(ground, each, self.weeks_each)], true);
            }
            let one = Totals::of(shift, &tallies[ix.ix()]);
            for group in self.groups.of(ix) {
                totals[group as usize] += one;
            }
        }
        self
    }

    /// Follows a change of the roster. Only what the change touches is counted anew; pins, origins and reasons touch
    /// nothing here.
    pub fn apply(&mut self, ground: &Ground, change: &Change) {
        let (before, after) = match change {
            Change::Added(after) => (None, Some(after)),
            Change::Removed(before) => (Some(before), None),
            Change::Altered { before, after } => (Some(before), Some(after)),
        };
        if before.map(|each| each.duty) == after.map(|each| each.duty) {
            return;
        }
        let ix = change.shift();
        let shift = ground.shift(ix);
        let at_risk = ground.at_risk(change.member());
        let tally = &mut Arc::make_mut(&mut self.tallies)[ix.ix()];
        let was = Totals::of(shift, tally);
        if let Some(before) = before {
            tally.step(shift, before.duty, at_risk, false);
        }
        if let Some(after) = after {
            tally.step(shift, after.duty, at_risk, true);
        }
        let is = Totals::of(shift, tally);
        let all = Arc::make_mut(&mut self.totals);
        for group in self.groups.of(ix) {
            let totals = &mut all[group as usize];
            *totals += is;
            *totals -= was;
        }
        let (each, up) = match (before, after) {
            (None, Some(after)) => (after, true),
            (Some(before), None) => (before, false),
            _ => return,
        };
        let minutes = &mut Arc::make_mut(&mut self.weeks)[week_of(ground, each, self.weeks_each)];
        self.hours += stand(ground, each, minutes, up);
    }

    /// Who stands on a shift, in numbers.
    pub fn of(&self, shift: ShiftIx) -> &Tally {
        &self.tallies[shift.ix()]
    }

    /// Minutes `member` is rostered in week number `week` (see [`crate::model::Timetable::weeks`]).
    pub fn week_minutes(&self, member: MemberIx, week: u16) -> i64 {
        i64::from(self.weeks[member.ix() * self.weeks_each + usize::from(week)])
    }

    /// The sums of the whole strike.
    pub fn totals(&self) -> &Totals {
        // `Group::All` sorts first and is always there.
        &self.totals[0]
    }

    /// The sums of a group; all zero when no shift belongs to it.
    pub fn sum(&self, group: Group) -> Totals {
        self.groups.find.get(&group).map_or_else(Totals::default, |at| self.totals[*at as usize])
    }

    /// The sums of a site.
    pub fn site(&self, site: SiteIx) -> Totals {
        self.sum(Group::Site(site))
    }

    /// The sums of a line.
    pub fn line(&self, line: LineIx) -> Totals {
        self.sum(Group::Line(line))
    }

    /// The sums of a day.
    pub fn day(&self, date: NaiveDate) -> Totals {
        self.sum(Group::Day(date))
    }

    /// Every group that holds a shift, with its sums, in order.
    pub fn groups(&self) -> impl Iterator<Item = (Group, &Totals)> {
        self.groups.sorted.iter().copied().zip(self.totals.iter())
    }

    /// Minutes towards strike pay as planned, over members and weeks; see [`Levels::hours`].
    pub fn hours_filled(&self) -> i64 {
        self.hours
    }

    /// Minutes asked: strike pay's full week for every member and week with at least one shift open to the member.
    /// Worked out when first asked for, then remembered: it does not depend on the roster.
    pub fn hours_asked(&self, ground: &Ground) -> i64 {
        *self.asked.get_or_init(|| asked::minutes_asked(ground))
    }

    /// The levels as planned.
    pub fn levels(&self, ground: &Ground) -> Levels {
        let count = self.totals().planned;
        Levels {
            captain: count.captain,
            skill: count.skill,
            minimum: count.minimum,
            target: count.target,
            hours: Filled { filled: self.hours, of: self.hours_asked(ground) },
        }
    }
}
