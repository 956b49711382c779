//! The union's essential-duty roster, with the log of call-ins: fit to be handed to the employer. It tells who is bound to
//! which service and when; where anyone pickets, or could, is not on it, nor anyone's telephone, status or absences.

mod csv;
mod text;

pub use csv::csv;
pub use text::{sheets, text};

use super::view::View;
use crate::model::availability::{Item, On, Pattern};
use crate::model::essential::{Bond, Designation, Requirement};
use crate::model::time::{Clock, local_span};
use crate::model::{DesignationIx, MemberIx, SiteIx, Span};
use crate::store::record::Absence;
use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;

/// The kind of absence that is a call-in.
const CALL_IN: &str = "callin";

/// A requirement as shown.
struct Service<'a> {
    requirement: &'a Requirement,
    /// Those designated to it; with a day: those who are on duty that day, or can be called.
    people: Vec<&'a Designation>,
}

/// The requirements shown, by site in the order of the files.
fn services<'a>(view: &View<'a>) -> Vec<(SiteIx, Vec<Service<'a>>)> {
    let agreement = &view.ground.strike.agreement;
    let sites = (0..view.ground.strike.sites.len()).map(SiteIx::new);
    let of_site = |site: SiteIx| {
        let here = agreement.requirements.iter().filter(|each| each.site == site);
        let service = |requirement: &'a Requirement| {
            let people = requirement.designations.iter().map(|ix: &DesignationIx| &agreement.designations[ix.ix()]);
            Service { requirement, people: people.filter(|each| is_shown(view, site, each)).collect() }
        };
        (site, here.map(service).collect::<Vec<_>>())
    };
    sites
        .filter(|site| view.site.is_none_or(|wanted| wanted == *site))
        .map(of_site)
        .filter(|(_, services)| !services.is_empty())
        .collect()
}

fn is_shown(view: &View<'_>, site: SiteIx, designation: &Designation) -> bool {
    match &designation.bond {
        Bond::FullTime(_) | Bond::PartTime(_) => {
            let own = own_hours(view, designation);
            view.day.is_none_or(|date| !on_day(own, date, view.ground.strike.site(site).zone).is_empty())
        }
        Bond::Pool | Bond::Alternate | Bond::OnCall => true,
    }
}

/// The hours of a designation as written: its own, else the requirement's windows.
fn own_hours<'a>(view: &View<'a>, designation: &'a Designation) -> &'a [String] {
    if designation.hours_text.is_empty() {
        &view.ground.strike.agreement.requirements[designation.requirement.ix()].windows_text
    } else {
        &designation.hours_text
    }
}

/// The stretches of duty that begin on a day, one for each window as it is written (joined, day and night would be one
/// stretch without end). Nothing written: the whole day.
fn on_day(written: &[String], date: NaiveDate, zone: Tz) -> Vec<Span> {
    let items: Vec<Item> =
        written.iter().filter_map(|text| Pattern::parse(text).ok()).flat_map(|pattern| pattern.items).collect();
    if items.is_empty() {
        return vec![local_span(date, Clock(0), Clock(0), zone)];
    }
    let on_date = |item: &&Item| match item.on {
        On::Weekdays(days) => days.has(date.weekday()),
        On::Dates(first, last) => first <= date && date <= last,
    };
    let span = |item: &Item| {
        let (start, end) = item.time.unwrap_or((Clock(0), Clock(0)));
        local_span(date, start, end, zone)
    };
    let mut spans: Vec<Span> = items.iter().filter(on_date).map(span).collect();
    spans.sort_unstable();
    spans
}

/// A call-in of the log.
struct CallIn<'a> {
    absence: &'a Absence,
    member: Option<MemberIx>,
    requirement: Option<&'a Requirement>,
    /// Where it is kept: at the requirement's site, else where the member is designated, else at the workplace.
    site: Option<SiteIx>,
}

/// The call-ins shown, in order of telling.
fn call_ins<'a>(view: &View<'a>) -> Vec<CallIn<'a>> {
    let strike = &view.ground.strike;
    let agreement = &strike.agreement;
    let of = |absence: &'a Absence| {
        let member = strike.lookup.members.get(&absence.member).copied();
        let named = absence.requirement.as_ref().and_then(|id| strike.lookup.requirements.get(id));
        let requirement = named.map(|ix| &agreement.requirements[ix.ix()]);
        let designated = || {
            let of_member = agreement.designations.iter().find(|each| Some(each.member) == member)?;
            Some(agreement.requirements[of_member.requirement.ix()].site)
        };
        let home = || member.and_then(|member| strike.member(member).home);
        let site = requirement.map(|each| each.site).or_else(designated).or_else(home);
        CallIn { absence, member, requirement, site }
    };
    let mut log: Vec<CallIn<'a>> =
        view.absences.iter().filter(|each| each.kind == CALL_IN).map(of).filter(|each| is_logged(view, each)).collect();
    log.sort_by_key(|each| (each.absence.at, each.absence.id));
    log
}

fn is_logged(view: &View<'_>, call_in: &CallIn<'_>) -> bool {
    let here = view.site.is_none_or(|wanted| call_in.site == Some(wanted));
    let campaign = &view.ground.strike.campaign;
    let today = view.day.is_none_or(|date| {
        let day = Span::new(Clock(0).on(date, campaign.zone), Clock(0).on(date + Days::new(1), campaign.zone));
        let time = Pattern::parse_window(&call_in.absence.time);
        time.is_ok_and(|time| {
            let windows = time.windows(campaign.first_day, campaign.last_day(), campaign.zone);
            windows.open.is_none_or(|open| open.iter().any(|span| span.overlaps(day)))
        })
    });
    here && today
}
