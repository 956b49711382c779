//! What else happens on a line: guests, hand-overs from captain to captain, incidents. Facts, kept as they are told.

use super::Session;
use super::action::{ActError, Done, Draft};
use super::attendance::By;
use super::time_out::said_name;
use crate::model::{Duty, Instant, LineIx, MemberIx, ShiftIx, SiteIx};
use crate::rules::{Refusal, skill};
use crate::store::record::{Fact, FactStep, Incident, Payload, RecordError, Sign, What};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::{Value, json};

/// An incident as it is told. Texts are kept as they are: facts, no opinions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report<'a> {
    /// What happened.
    pub facts: &'a str,
    /// The vehicle: plate, colour, make.
    pub vehicle: Option<&'a str>,
    /// The police: officer, badge, what was said.
    pub police: Option<&'a str>,
    /// Who saw it.
    pub witness: Option<&'a str>,
}

/// An incident that was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The number of its entry in the journal.
    pub id: u64,
    /// When it happened.
    pub at: Instant,
    /// The zone of its site; of a site that the files no longer know, the strike's.
    pub zone: Tz,
    /// What happened.
    pub incident: Incident,
    /// Who noted it.
    pub by: String,
}

/// Most guests that are counted at once: more is a slip of the finger.
const MOST_GUESTS: u32 = 10_000;

/// A number of guests as a person tells it.
pub fn guests_told(text: &str) -> Option<u32> {
    text.trim().parse::<u32>().ok().filter(|count| (1..=MOST_GUESTS).contains(count))
}

impl Session {
    /// The incidents noted so far, in order of happening: at a site, on a day of that site's calendar.
    pub fn incidents(&self, site: Option<SiteIx>, day: Option<NaiveDate>) -> Result<Vec<Noted>, RecordError> {
        let strike = &self.ground.strike;
        let key = site.map(|site| strike.site(site).id.as_str());
        let mut found = Vec::new();
        for (fact, by) in self.facts(What::INCIDENT, key)? {
            let What::Incident(incident) = fact.what else { continue };
            let known = strike.lookup.sites.get(&incident.site);
            let zone = known.map_or(strike.campaign.zone, |site| strike.site(*site).zone);
            let at = Instant(fact.at);
            if day.is_none_or(|day| day == at.in_zone(zone).date_naive()) {
                found.push(Noted { id: fact.id, at, zone, incident, by });
            }
        }
        found.sort_by_key(|each| (each.at, each.id));
        Ok(found)
    }

    /// Counts guests on a shift: people who are no members.
    pub fn guests(&mut self, shift: ShiftIx, count: u32, who: Option<&str>, by: By<'_>) -> Result<Done, ActError> {
        self.act(|session| {
            if count == 0 {
                return Ok(None);
            }
            let id = session.ground.shift(shift).id.clone();
            let mut particulars = json!({ "shift": id, "count": count });
            if let Some(who) = who {
                particulars["guests"] = Value::from(who);
            }
            by.tell(&mut particulars);
            let what = What::Guests { shift: id, count, who: who.map(str::to_owned) };
            Ok(Some(session.fact("guests", particulars, session.now(), what)))
        })
    }

    /// A captain gives the line of `shift` to another. `from`: who gives it (none told: the rostered captain who is signed in,
    /// if there is exactly one). The one who takes it must be a captain.
    pub fn hand_over(
        &mut self,
        shift: ShiftIx,
        from: Option<MemberIx>,
        to: MemberIx,
        note: Option<&str>,
    ) -> Result<Done, ActError> {
        self.act(|session| {
            let strike = &session.ground.strike;
            let duty = Duty::Captain;
            if !skill::has(&session.ground, to, duty) {
                return Err(ActError::Refused(vec![Refusal::Skill { duty }]));
            }
            let from = match from {
                Some(from) => Some(from),
                None => session.captain_here(shift)?.filter(|here| *here != to),
            };
            let (id, taker) = (session.ground.shift(shift).id.clone(), strike.member(to));
            let mut particulars = json!({ "shift": id, "member": taker.id, "name": taker.name });
            if let Some(from) = from.map(|from| strike.member(from)) {
                particulars["from"] = Value::from(said_name(&from.name, &from.id));
                particulars["member_from"] = Value::from(from.id.as_str());
            }
            if let Some(note) = note {
                particulars["note"] = Value::from(note);
            }
            let here = session.signs_on(shift)?.iter().filter(|each| each.sign.is_open()).count();
            particulars["here"] = Value::from(here);
            let what = What::Handover {
                shift: id,
                from: from.map(|from| strike.member(from).id.clone()),
                to: taker.id.clone(),
                note: note.map(str::to_owned),
            };
            Ok(Some(session.fact("handover", particulars, session.now(), what)))
        })
    }

    /// The only captain who is signed in to `shift`, by the roster.
    fn captain_here(&self, shift: ShiftIx) -> Result<Option<MemberIx>, RecordError> {
        let mut captains = Vec::new();
        for each in self.roster.on(shift).iter().filter(|each| each.duty == Duty::Captain) {
            if self.signs(shift, each.member)?.iter().any(Sign::is_open) {
                captains.push(each.member);
            }
        }
        Ok(if let [only] = captains.as_slice() { Some(*only) } else { None })
    }

    /// Notes an incident at a site, on a line when one is meant, at the time told.
    pub fn incident(
        &mut self,
        site: SiteIx,
        line: Option<LineIx>,
        at: Instant,
        told: Report<'_>,
    ) -> Result<Done, ActError> {
        self.act(|session| {
            let strike = &session.ground.strike;
            let place = strike.site(site);
            let line = line.map(|line| strike.line(line).id.clone());
            let whole = line.as_ref().map_or_else(|| place.id.clone(), |line| format!("{}/{line}", place.id));
            let time = at.in_zone(place.zone).format("%Y-%m-%d %H:%M").to_string();
            let mut particulars = json!({ "place": whole, "site": place.id, "time": time, "facts": told.facts });
            for (name, text) in [("vehicle", told.vehicle), ("police", told.police), ("witness", told.witness)] {
                if let Some(text) = text {
                    particulars[name] = Value::from(text);
                }
            }
            let text = |text: Option<&str>| text.map(str::to_owned);
            let what = What::Incident(Incident {
                site: place.id.clone(),
                line,
                facts: told.facts.to_owned(),
                vehicle: text(told.vehicle),
                police: text(told.police),
                witness: text(told.witness),
            });
            Ok(Some(session.fact("incident", particulars, at, what)))
        })
    }

    /// Facts of one kind (see [`What`]), in order of telling, with who told each; only what is looked up by `key`, when one
    /// is given.
    pub fn facts(&self, kind: &str, key: Option<&str>) -> Result<Vec<(Fact, String)>, RecordError> {
        let facts = self.record.facts(kind, key)?;
        facts.into_iter().map(|fact| self.record.entry(fact.id).map(|(entry, _)| (fact, entry.actor))).collect()
    }

    /// An action that tells one fact.
    pub(super) fn fact(&self, action: &'static str, particulars: Value, at: Instant, what: What) -> Draft {
        Draft::new(action, particulars, Payload { facts: vec![self.told_fact(at, what)], ..Payload::default() })
    }

    /// A fact, told by the next entry of the journal.
    pub(super) fn told_fact(&self, at: Instant, what: What) -> FactStep {
        FactStep::told(Fact { id: self.seq() + 1, at: at.0, what })
    }
}
