//! Closed: no assignment to a shift that does not exist. Here is decided which shifts do.

use super::lawful::Lawful;
use crate::model::campaign::{Mode, Phase};
use crate::model::index::{LineIx, SkillIx, TemplateIx};
use crate::model::site::{Line, LineNumbers};
use crate::model::time::local_span;
use crate::model::{Instant, Shift, Span, Strike};
use chrono::{Datelike, NaiveDate};

/// Why a shift does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// The id is not of the form `SITE/LINE/YYYY-MM-DD/TEMPLATE`.
    Form,
    /// There is no such site.
    Site(String),
    /// The site has no such line.
    Line(String),
    /// There is no such template.
    Template(String),
    /// The date is not one of the plan's days.
    Horizon,
    /// The template does not run at that line.
    NotHere,
    /// The template does not run on that weekday.
    Weekday,
    /// It would have no length (a clock change swallows it).
    NoLength,
    /// No phase covers its start.
    NoPhase,
    /// The phase in force has no lines.
    Phase(Mode),
    /// The phase in force is rotating and this site is not out.
    NotOut,
    /// It starts before the strike is lawful.
    NotLawful(Instant),
    /// An information shift outside an information phase.
    InformationOnly,
    /// Not an information shift, in an information phase.
    NotInformation,
    /// Picketing stands down there in part of its time, for this reason.
    StandDown(Option<String>),
    /// A court order allows nobody there in part of its time.
    Cap(Option<String>),
}

/// The shift of `template` on `line` that starts on `date`, or why there is none. `lawful` is [`super::lawful::lawful`].
pub fn shift(
    strike: &Strike,
    lawful: Option<&Lawful>,
    line_ix: LineIx,
    date: NaiveDate,
    template_ix: TemplateIx,
) -> Result<Shift, Closed> {
    let (line, template) = (strike.line(line_ix), strike.template(template_ix));
    let site = strike.site(line.site);
    if date < strike.campaign.first_day || date > strike.campaign.last_day() {
        return Err(Closed::Horizon);
    }
    if !line.templates.contains(&template_ix) {
        return Err(Closed::NotHere);
    }
    if !template.days.has(date.weekday()) {
        return Err(Closed::Weekday);
    }
    let span = local_span(date, template.start, template.end, site.zone);
    if span.is_empty() {
        return Err(Closed::NoLength);
    }
    phase_allows(strike, lawful, line, template.information, span.start)?;
    if let Some(down) = site.stand_downs.iter().chain(&line.stand_downs).find(|down| down.span.overlaps(span)) {
        return Err(Closed::StandDown(down.reason.clone()));
    }
    let numbers = capped(line, span)?;
    let (captains, needs) = posts(numbers, &line.needs);
    Ok(Shift {
        id: format!("{}/{}/{}/{}", site.id, line.id, date, template.id),
        site: line.site,
        line: line_ix,
        template: template_ix,
        date,
        week: 0,
        span,
        minimum: numbers.minimum,
        target: numbers.target,
        maximum: numbers.maximum,
        captains,
        needs,
    })
}

/// The site that a shift's id names, be there such a shift or not.
pub fn site_in(id: &str) -> &str {
    id.split('/').next().unwrap_or("")
}

/// The day that it names; empty where the id has none.
pub fn day_in(id: &str) -> &str {
    id.split('/').nth(2).unwrap_or("")
}

/// The phase in force at `at`.
pub fn phase_at(strike: &Strike, at: Instant) -> Option<&Phase> {
    strike.phases.iter().rev().find(|phase| phase.from <= at && phase.until.is_none_or(|until| at < until))
}

fn phase_allows(
    strike: &Strike,
    lawful: Option<&Lawful>,
    line: &Line,
    information: bool,
    start: Instant,
) -> Result<(), Closed> {
    let phase = phase_at(strike, start).ok_or(Closed::NoPhase)?;
    if phase.mode == Mode::Information {
        return if information { Ok(()) } else { Err(Closed::NotInformation) };
    }
    match phase.mode {
        Mode::WorkToRule | Mode::Suspended | Mode::Settled => return Err(Closed::Phase(phase.mode)),
        Mode::Rotating => {
            let site = strike.site(line.site);
            let out = phase.sites.contains(&line.site) || site.region.is_some_and(|r| phase.regions.contains(&r));
            if !out {
                return Err(Closed::NotOut);
            }
        }
        Mode::Full | Mode::Information => {}
    }
    if information {
        return Err(Closed::InformationOnly);
    }
    match lawful {
        Some(lawful) if start < lawful.at => Err(Closed::NotLawful(lawful.at)),
        _ => Ok(()),
    }
}

/// The line's numbers under the court orders that touch `span`: of several, the lowest.
fn capped(line: &Line, span: Span) -> Result<LineNumbers, Closed> {
    let mut numbers = line.numbers;
    if let Some(cap) = line.caps.iter().filter(|cap| cap.span.overlaps(span)).min_by_key(|cap| cap.at_most) {
        if cap.at_most == 0 {
            return Err(Closed::Cap(cap.order.clone()));
        }
        numbers.maximum = numbers.maximum.min(cap.at_most);
    }
    numbers.target = numbers.target.min(numbers.maximum);
    numbers.minimum = numbers.minimum.min(numbers.target);
    Ok(numbers)
}

/// Captain and skill posts: never more than the maximum, captains first, then skills in the order of their names.
fn posts(numbers: LineNumbers, needs: &[(SkillIx, u32)]) -> (u32, Vec<(SkillIx, u32)>) {
    let captains = numbers.target.div_ceil(numbers.captain_ratio.max(1)).max(1).min(numbers.maximum);
    let mut left = numbers.maximum - captains;
    let mut asked = Vec::with_capacity(needs.len());
    for (skill, count) in needs {
        let count = (*count).min(left);
        left -= count;
        if count > 0 {
            asked.push((*skill, count));
        }
    }
    (captains, asked)
}
