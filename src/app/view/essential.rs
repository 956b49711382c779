//! The essential services agreement: what must go on, by day; who is there for it, who is free, who is at risk.

use super::list::List;
use super::place::Pane;
use crate::model::essential::{Bond, Requirement};
use crate::model::time::{Clock, first_touch, merged};
use crate::model::{DesignationIx, Instant, MemberIx, RequirementIx, Roster, ShiftIx, Span};
use crate::rules::Ground;
use chrono::{Days, NaiveDate};

/// The requirements.
pub const REQUIREMENTS: Pane = 0;
/// The people designated to the one chosen.
pub const PEOPLE: Pane = 1;

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Services {
    /// Which list has the cursor.
    pub pane: Pane,
    /// The cursors, by pane.
    pub lists: [List; 2],
    summaries: Option<(u64, Vec<Summary>)>,
}

impl Services {
    /// Sums the requirements up anew when the roster has changed.
    pub fn refresh(&mut self, ground: &Ground, roster: &Roster, revision: u64) {
        if self.summaries.as_ref().is_none_or(|(old, _)| *old != revision) {
            let all = ground.strike.agreement.requirements.iter();
            self.summaries = Some((revision, all.map(|each| summary(ground, roster, each)).collect()));
        }
    }

    /// Forgets what was worked out.
    pub(super) fn forget(&mut self) {
        self.summaries = None;
    }

    /// A requirement summed up, as last worked out.
    pub fn summary(&self, requirement: usize) -> Summary {
        self.summaries.as_ref().and_then(|(_, all)| all.get(requirement)).copied().unwrap_or_default()
    }

    /// The requirement the cursor is on.
    pub fn requirement(&self, ground: &Ground) -> Option<RequirementIx> {
        let len = ground.strike.agreement.requirements.len();
        (len > 0).then(|| RequirementIx::new(self.lists[REQUIREMENTS].at(len)))
    }

    /// The people designated to it.
    pub fn people<'a>(&self, ground: &'a Ground) -> &'a [DesignationIx] {
        self.requirement(ground).map_or(&[], |ix| &ground.strike.agreement.requirements[ix.ix()].designations)
    }

    /// The member the cursor is on.
    pub fn member(&self, ground: &Ground) -> Option<MemberIx> {
        let people = self.people(ground);
        let at = people.get(self.lists[PEOPLE].at(people.len()))?;
        Some(ground.strike.agreement.designations[at.ix()].member)
    }
}

/// A requirement in one of its windows, within one local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The day, in the site's zone.
    pub date: NaiveDate,
    /// The part of the window that lies in the day.
    pub span: Span,
    /// People on duty in it.
    pub required: u32,
    /// Full-time and part-time designated members whose hours fall into it.
    pub on_duty: u32,
    /// Members of the pool.
    pub pool: u32,
    /// Most members of the pool who are on a line, or too close to one, at one instant.
    pub on_line: u32,
    /// How many more of the pool could be.
    pub free: u32,
}

impl Window {
    /// People there for it at the worst instant.
    pub fn there(&self) -> u32 {
        self.on_duty + (self.pool - self.on_line.min(self.pool))
    }

    /// People missing to what is required.
    pub fn missing(&self) -> u32 {
        self.required.saturating_sub(self.there())
    }
}

/// The windows of a requirement on one day of the plan.
pub fn windows_on(ground: &Ground, roster: &Roster, requirement: &Requirement, date: NaiveDate) -> Vec<Window> {
    let zone = ground.strike.site(requirement.site).zone;
    let day = Span::new(Clock(0).on(date, zone), Clock(0).on(date + Days::new(1), zone));
    let whole = [day];
    let open = requirement.windows.open.as_deref().unwrap_or(&whole);
    let first = open.partition_point(|window| window.end <= day.start);
    let inside = open[first..].iter().take_while(|window| window.start < day.end);
    inside
        .map(|window| {
            let span = Span::new(window.start.max(day.start), window.end.min(day.end));
            let on_line = most_on_line(ground, roster, requirement, span);
            Window {
                date,
                span,
                required: requirement.required,
                on_duty: on_duty(ground, requirement, span),
                pool: requirement.pool.len() as u32,
                on_line,
                free: requirement.pool_spare().saturating_sub(on_line),
            }
        })
        .collect()
}

fn on_duty(ground: &Ground, requirement: &Requirement, span: Span) -> u32 {
    let designations = requirement.designations.iter().map(|ix| &ground.strike.agreement.designations[ix.ix()]);
    let there = designations.filter(|each| match &each.bond {
        Bond::FullTime(hours) | Bond::PartTime(hours) => {
            hours.open.as_deref().is_none_or(|open| first_touch(open, span).is_some())
        }
        Bond::Pool | Bond::Alternate | Bond::OnCall => false,
    });
    there.count() as u32
}

/// The time in which a shift takes a member away from essential duty.
fn away(ground: &Ground, shift: ShiftIx) -> Span {
    ground.shift(shift).span.widened(ground.strike.rules.essential_buffer_minutes)
}

fn most_on_line(ground: &Ground, roster: &Roster, requirement: &Requirement, span: Span) -> u32 {
    // A step up where a member leaves the pool, a step down where one is back; ends before starts at the same instant.
    let mut steps: Vec<(Instant, i32)> = Vec::new();
    for &member in &requirement.pool {
        let spans = roster.of(member).iter().map(|&shift| away(ground, shift)).filter(|away| away.overlaps(span));
        for out in merged(spans.collect()) {
            steps.push((out.start.max(span.start), 1));
            steps.push((out.end.min(span.end), -1));
        }
    }
    steps.sort_unstable();
    let (mut now, mut most) = (0, 0);
    for (_, step) in steps {
        now += step;
        most = most.max(now);
    }
    most as u32
}

/// A requirement over the whole plan: the worst of its windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Designated in all, each member once, whatever the kind.
    pub designated: u32,
    /// Alternates and on-call members.
    pub at_risk: u32,
    /// Shifts on lines that those at risk hold.
    pub at_risk_shifts: u32,
    /// Most missing in one window.
    pub missing: u32,
    /// Fewest free in one window.
    pub free: u32,
}

/// Sums a requirement up over every day of the plan.
pub fn summary(ground: &Ground, roster: &Roster, requirement: &Requirement) -> Summary {
    let campaign = &ground.strike.campaign;
    let mut summary = Summary { free: u32::MAX, ..Summary::default() };
    let mut members: Vec<MemberIx> = Vec::new();
    for ix in &requirement.designations {
        let each = &ground.strike.agreement.designations[ix.ix()];
        members.push(each.member);
        if matches!(each.bond, Bond::Alternate | Bond::OnCall) {
            summary.at_risk += 1;
            summary.at_risk_shifts += roster.of(each.member).len() as u32;
        }
    }
    members.sort_unstable();
    members.dedup();
    summary.designated = members.len() as u32;
    for date in campaign.first_day.iter_days().take(usize::from(campaign.days)) {
        for window in windows_on(ground, roster, requirement, date) {
            summary.missing = summary.missing.max(window.missing());
            summary.free = summary.free.min(window.free);
        }
    }
    if summary.free == u32::MAX {
        summary.free = requirement.pool_spare();
    }
    summary
}
