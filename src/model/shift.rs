//! Shifts: a template on a line on a date, with its span, its numbers and its posts; and the timetable that holds them.
//!
//! Which shifts exist is a question of rules (phases, court orders, stand-downs), answered on the floor above; here is only
//! what a shift is.

use super::index::{LineIx, ShiftIx, SiteIx, SkillIx, TemplateIx};
use super::strike::Strike;
use super::time::Span;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// A shift that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// `SITE/LINE/YYYY-MM-DD/TEMPLATE`.
    pub id: String,
    /// The site of its line.
    pub site: SiteIx,
    /// Its line.
    pub line: LineIx,
    /// The template it is made from.
    pub template: TemplateIx,
    /// The local date on which it starts: the day and the week to which it counts.
    pub date: NaiveDate,
    /// Which of [`Timetable::weeks`] it counts to.
    pub week: u16,
    /// Start and end.
    pub span: Span,
    /// Heads below which it is short, court orders counted in.
    pub minimum: u32,
    /// Heads wanted, court orders counted in.
    pub target: u32,
    /// Heads never exceeded, court orders counted in.
    pub maximum: u32,
    /// Captain posts.
    pub captains: u32,
    /// Skill posts, ordered by the skill's name.
    pub needs: Vec<(SkillIx, u32)>,
}

impl Shift {
    /// Elapsed minutes.
    pub fn minutes(&self) -> i64 {
        self.span.minutes()
    }

    /// Posts of `duty`; None for `picket`, which has no number of its own.
    pub fn posts(&self, duty: Duty) -> Option<u32> {
        match duty {
            Duty::Captain => Some(self.captains),
            Duty::Skill(skill) => {
                Some(self.needs.iter().find(|(need, _)| *need == skill).map_or(0, |(_, count)| *count))
            }
            Duty::Picket => None,
        }
    }
}

/// The post a member holds on a shift. Ordered as sheets list them: captains, skills by name, pickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// Leads the line.
    Captain,
    /// Holds a post that asks for a skill.
    Skill(SkillIx),
    /// Holds the line.
    Picket,
}

impl Duty {
    /// The word in files and outputs: `captain`, `picket`, or the skill's name.
    pub fn word(self, strike: &Strike) -> &str {
        match self {
            Self::Captain => "captain",
            Self::Skill(skill) => strike.skill(skill),
            Self::Picket => "picket",
        }
    }

    /// The duty of that word; None when it is neither `captain`, `picket`, nor a skill that the strike names.
    pub fn parse(word: &str, strike: &Strike) -> Option<Self> {
        match word {
            "captain" => Some(Self::Captain),
            "picket" => Some(Self::Picket),
            skill => strike.find_skill(skill).map(Self::Skill),
        }
    }
}

/// Every shift that exists, ordered by start, then id (by code point).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timetable {
    /// The shifts; [`ShiftIx`] points here.
    pub shifts: Vec<Shift>,
    /// First days of the weeks that the plan touches, in order; [`Shift::week`] points here.
    pub weeks: Vec<NaiveDate>,
    by_key: FxHashMap<(LineIx, NaiveDate, TemplateIx), ShiftIx>,
}

impl Timetable {
    /// A timetable of `shifts`, which it puts in order. `weeks` are the first days of weeks, in order.
    pub fn new(mut shifts: Vec<Shift>, weeks: Vec<NaiveDate>) -> Self {
        shifts.sort_unstable_by(|a, b| a.span.start.cmp(&b.span.start).then_with(|| a.id.cmp(&b.id)));
        let by_key =
            shifts.iter().enumerate().map(|(ix, s)| ((s.line, s.date, s.template), ShiftIx::new(ix))).collect();
        Self { shifts, weeks, by_key }
    }

    /// The shift at `ix`.
    pub fn get(&self, ix: ShiftIx) -> &Shift {
        &self.shifts[ix.ix()]
    }

    /// The shift of `template` on `line` that starts on `date`, when it exists.
    pub fn find(&self, line: LineIx, date: NaiveDate, template: TemplateIx) -> Option<ShiftIx> {
        self.by_key.get(&(line, date, template)).copied()
    }

    /// Every index in order.
    pub fn indices(&self) -> impl ExactSizeIterator<Item = ShiftIx> + use<> {
        (0..self.shifts.len()).map(ShiftIx::new)
    }

    /// Number of shifts.
    pub fn len(&self) -> usize {
        self.shifts.len()
    }

    /// True when no shift exists.
    pub fn is_empty(&self) -> bool {
        self.shifts.is_empty()
    }
}
