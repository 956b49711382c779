//! A site that is lost: a court order, a fire, a landlord. It stands down from that moment, and its people go to its backup,
//! in one action; who can't go there comes free, and it is told why.

use super::Session;
use super::action::{ActError, Done, Draft};
use super::hand::fit;
use crate::model::{Assignment, Instant, Roster, Shift, ShiftIx, SiteIx, Span};
use crate::rules::Refusal;
use crate::store::record::{FactStep, Payload, What};
use serde_json::{Value, json};

/// What became of the people of a closed site.
#[derive(Debug, Clone)]
pub struct Closing {
    /// The action.
    pub done: Done,
    /// Where each one who could be moved stands now, by id: the member, the shift before, the shift now.
    pub moved: Vec<(String, String, String)>,
    /// Those who came free.
    pub unmoved: Vec<Unmoved>,
}

/// Someone who came free when the site was closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Unmoved {
    /// Id of the member.
    pub member: String,
    /// Id of the shift that is gone.
    pub shift: String,
    /// Why the member may not stand at the backup; empty: there is no shift at that time, or no backup at all.
    pub refusals: Vec<Refusal>,
}

/// What closing a site would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WouldClose {
    /// Shifts that would exist no more.
    pub shifts: usize,
    /// Assignments that would move to the backup.
    pub moved: usize,
    /// Assignments that would come free.
    pub freed: usize,
}

impl Session {
    /// Closes `site` from `from` until `until` (for good, if None): shifts that any of that time touches exist no more.
    /// Their people are moved to the site's backup where the rules allow it.
    pub fn close_site(
        &mut self,
        site: SiteIx,
        from: Instant,
        until: Option<Instant>,
        reason: Option<&str>,
    ) -> Result<Closing, ActError> {
        let span = Span::new(from, until.unwrap_or(Instant::FAR));
        let plan = std::cell::RefCell::new(Plan::default());
        let done = self.act(|session| {
            let ground = &session.ground;
            let (place, found) = (ground.strike.site(site), session.relocate(site, span));
            let is_closed = place.stand_downs.iter().any(|down| down.span.covers(span));
            if span.is_empty() || is_closed {
                return Ok(None);
            }
            let mut particulars = json!({
                "site": place.id, "place": place.name, "moved": found.after.len(), "freed": found.unmoved.len(),
                "from": local(from, place.zone),
            });
            if let Some(backup) = place.backup {
                particulars["backup"] = Value::from(ground.strike.site(backup).name.as_str());
            }
            if let Some(until) = until {
                particulars["until"] = Value::from(local(until, place.zone));
            }
            // Where the place has another time than the strike, it is said whose these are.
            let strike_zone = ground.strike.campaign.zone;
            if from.in_zone(place.zone).naive_local() != from.in_zone(strike_zone).naive_local() {
                particulars["zone"] = Value::from(place.zone.name());
            }
            if let Some(reason) = reason {
                particulars["reason"] = Value::from(reason);
            }
            let mut payload = session.moved(found.before.clone(), found.after.clone());
            let what = What::Closure {
                site: place.id.clone(),
                from: from.0,
                until: until.map(|until| until.0),
                reason: reason.map(str::to_owned),
            };
            payload.facts.push(session.told_fact(session.now(), what));
            plan.replace(found);
            Ok(Some(Draft::new("close", particulars, payload)))
        })?;
        let Plan { moved, unmoved, .. } = plan.into_inner();
        Ok(Closing { done, moved, unmoved })
    }

    /// What closing `site` then would do, without doing it.
    pub fn preview_close(&self, site: SiteIx, from: Instant, until: Option<Instant>) -> WouldClose {
        let span = Span::new(from, until.unwrap_or(Instant::FAR));
        let lost = |shift: &&Shift| shift.site == site && shift.span.overlaps(span);
        let shifts = self.ground.timetable.shifts.iter().filter(lost).count();
        let found = self.relocate(site, span);
        WouldClose { shifts, moved: found.moved.len(), freed: found.unmoved.len() }
    }

    /// Opens a site that was closed; who stood there does not come back by itself.
    pub fn reopen_site(&mut self, site: SiteIx) -> Result<Done, ActError> {
        self.act(|session| {
            let place = session.ground.strike.site(site);
            let closures = session.record.facts(What::CLOSURE, Some(&place.id))?;
            if closures.is_empty() {
                return Ok(None);
            }
            let particulars = json!({ "site": place.id, "place": place.name });
            let facts = closures.into_iter().map(FactStep::gone).collect();
            Ok(Some(Draft::new("reopen", particulars, Payload { facts, ..Payload::default() })))
        })
    }

    /// Works out where the people go who stand at `site` in `span`: captains first, so that the backup gets them.
    fn relocate(&self, site: SiteIx, span: Span) -> Plan {
        let ground = &self.ground;
        let mut plan = Plan::default();
        let lost = |shift: &Shift| shift.site == site && shift.span.overlaps(span);
        let gone = ground.timetable.indices().filter(|ix| lost(ground.shift(*ix)));
        let mut before: Vec<Assignment> = gone.flat_map(|ix| self.roster.on(ix)).cloned().collect();
        before.sort_by_key(|each| (ground.shift(each.shift).span.start, each.shift, each.duty, each.member));
        let mut trial = self.roster.clone();
        for each in &before {
            trial.take(each.shift, each.member);
        }
        let backup = ground.strike.site(site).backup.map(|backup| -> Vec<ShiftIx> {
            ground.timetable.indices().filter(|ix| ground.shift(*ix).site == backup).collect()
        });
        for each in &before {
            let id = |shift: ShiftIx| ground.shift(shift).id.clone();
            let member = ground.strike.member(each.member).id.clone();
            match backup.as_ref().map(|backup| self.place_at(&trial, backup, each)) {
                Some(Ok(after)) => {
                    plan.moved.push((member, id(each.shift), id(after.shift)));
                    trial.put(after.clone());
                    plan.after.push(after);
                }
                Some(Err(refusals)) => plan.unmoved.push(Unmoved { member, shift: id(each.shift), refusals }),
                None => plan.unmoved.push(Unmoved { member, shift: id(each.shift), refusals: Vec::new() }),
            }
        }
        plan.before = before;
        plan
    }

    /// A place on one of the shifts of the backup at about the same time: of the lines, the one that needs it most.
    fn place_at(&self, trial: &Roster, backup: &[ShiftIx], each: &Assignment) -> Result<Assignment, Vec<Refusal>> {
        let ground = &self.ground;
        let was = ground.shift(each.shift);
        let shared = |shift: &Shift| shift.span.end.min(was.span.end).0 - shift.span.start.max(was.span.start).0;
        let mut there: Vec<ShiftIx> = backup.iter().copied().filter(|ix| shared(ground.shift(*ix)) > 0).collect();
        let need = |ix: ShiftIx| {
            let (shift, heads) = (ground.shift(ix), trial.on(ix).len() as i64);
            (heads >= i64::from(shift.minimum), heads - i64::from(shift.target))
        };
        there.sort_by_key(|ix| (-shared(ground.shift(*ix)), need(*ix), *ix));
        let mut first = None;
        for ix in there {
            match fit(ground, trial, (ix, each.member), Some(each.duty), None) {
                Ok(after) => return Ok(after),
                Err(refusals) => first = first.or(Some(refusals)),
            }
        }
        Err(first.unwrap_or_default())
    }
}

/// Who goes where.
#[derive(Default)]
struct Plan {
    before: Vec<Assignment>,
    after: Vec<Assignment>,
    moved: Vec<(String, String, String)>,
    unmoved: Vec<Unmoved>,
}

fn local(at: Instant, zone: chrono_tz::Tz) -> String {
    at.in_zone(zone).format("%Y-%m-%d %H:%M").to_string()
}
