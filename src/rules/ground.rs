//! The ground that rules stand on: a strike with everything worked out that does not change while people are assigned.

use super::closed::{self, Closed};
use super::lawful::{self, Lawful};
use crate::model::availability::Windows;
use crate::model::essential::Bond;
use crate::model::index::{DesignationIx, LineIx, MemberIx, RequirementIx, ShiftIx, SkillIx, TemplateIx};
use crate::model::time::{date, week_of};
use crate::model::{Shift, Strike, Timetable};
use chrono::{Days, NaiveDate};

/// A strike, its timetable, and who is bound by what. Shared between threads behind an `Arc`; never changed.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The strike as read.
    pub strike: Strike,
    /// Every shift that exists.
    pub timetable: Timetable,
    /// When the strike becomes lawful, when the file tells.
    pub lawful: Option<Lawful>,
    /// The skill that captain posts ask for; None: nobody has it.
    pub captain: Option<SkillIx>,
    windows: Vec<Windows>,
    bonds: Vec<Vec<DesignationIx>>,
    pools: Vec<Vec<RequirementIx>>,
    at_risk: Vec<bool>,
}

/// The skill that makes a captain.
pub const CAPTAIN: &str = "captain";

impl Ground {
    /// Works out a strike.
    pub fn new(strike: Strike) -> Self {
        let lawful = lawful::lawful(&strike);
        let timetable = timetable(&strike, lawful.as_ref());
        let (first, last) = (strike.campaign.first_day, strike.campaign.last_day());
        let windows = strike.patterns.iter().map(|p| p.windows(first, last, strike.campaign.zone)).collect();
        let members = strike.members.len();
        let mut bonds = vec![Vec::new(); members];
        let mut pools = vec![Vec::new(); members];
        let mut at_risk = vec![false; members];
        for (ix, designation) in strike.agreement.designations.iter().enumerate() {
            let member = designation.member.ix();
            match designation.bond {
                Bond::FullTime(_) | Bond::PartTime(_) => bonds[member].push(DesignationIx::new(ix)),
                Bond::Alternate | Bond::OnCall => at_risk[member] = true,
                Bond::Pool => {}
            }
        }
        for (ix, requirement) in strike.agreement.requirements.iter().enumerate() {
            for member in &requirement.pool {
                pools[member.ix()].push(RequirementIx::new(ix));
            }
        }
        let captain = strike.find_skill(CAPTAIN);
        Self { strike, timetable, lawful, captain, windows, bonds, pools, at_risk }
    }

    /// The shift at `ix`.
    pub fn shift(&self, ix: ShiftIx) -> &Shift {
        self.timetable.get(ix)
    }

    /// When `member` can come; None: always.
    pub fn availability(&self, member: MemberIx) -> Option<&Windows> {
        self.strike.member(member).availability.map(|pattern| &self.windows[pattern.ix()])
    }

    /// The full-time and part-time designations of `member`.
    pub fn bonds(&self, member: MemberIx) -> &[DesignationIx] {
        &self.bonds[member.ix()]
    }

    /// The requirements whose pool holds `member`.
    pub fn pools(&self, member: MemberIx) -> &[RequirementIx] {
        &self.pools[member.ix()]
    }

    /// True when `member` may be called away: alternate or on call. Holds on every shift.
    pub fn at_risk(&self, member: MemberIx) -> bool {
        self.at_risk[member.ix()]
    }

    /// The shift with this id, or why there is none.
    pub fn find(&self, id: &str) -> Result<ShiftIx, Closed> {
        let (line, date, template) = self.parse_id(id)?;
        if let Some(shift) = self.timetable.find(line, date, template) {
            return Ok(shift);
        }
        match closed::shift(&self.strike, self.lawful.as_ref(), line, date, template) {
            Err(closed) => Err(closed),
            // The timetable holds every shift that exists, so only a date in another spelling comes here.
            Ok(_) => Err(Closed::Form),
        }
    }

    /// The line, day and template that an id names; whether there is such a shift is another question.
    pub fn parse_id(&self, id: &str) -> Result<(LineIx, NaiveDate, TemplateIx), Closed> {
        let parts: Vec<&str> = id.split('/').collect();
        let &[site, line, date_word, template] = parts.as_slice() else { return Err(Closed::Form) };
        let date = date(date_word).ok_or(Closed::Form)?;
        let site = *self.strike.lookup.sites.get(site).ok_or_else(|| Closed::Site(site.to_owned()))?;
        let line = self.strike.find_line(site, line).ok_or_else(|| Closed::Line(line.to_owned()))?;
        let template =
            *self.strike.lookup.templates.get(template).ok_or_else(|| Closed::Template(template.to_owned()))?;
        Ok((line, date, template))
    }
}

/// Every shift that exists.
fn timetable(strike: &Strike, lawful: Option<&Lawful>) -> Timetable {
    let (first, last) = (strike.campaign.first_day, strike.campaign.last_day());
    let starts = strike.pay.week_starts;
    let first_week = week_of(first, starts);
    let mut shifts = Vec::new();
    let mut date = first;
    while date <= last {
        for (line_ix, line) in strike.lines.iter().enumerate() {
            for &template in &line.templates {
                if let Ok(mut shift) = closed::shift(strike, lawful, LineIx::new(line_ix), date, template) {
                    shift.week = ((date - first_week).num_days() / 7) as u16;
                    shifts.push(shift);
                }
            }
        }
        date = date + Days::new(1);
    }
    let mut weeks = Vec::new();
    let mut week = first_week;
    while week <= last {
        weeks.push(week);
        week = week + Days::new(7);
    }
    Timetable::new(shifts, weeks)
}
