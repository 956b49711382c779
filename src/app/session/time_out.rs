//! Who can't come, and what people are told: absences, call-ins to essential duty, publishing.

use super::action::{ActError, Against, Done, Draft};
use super::hand::fit;
use super::{Session, absence};
use crate::model::availability::Pattern;
use crate::model::time::touches;
use crate::model::{Assignment, Change, MemberIx, RequirementIx, ShiftIx};
use crate::store::record::{Absence, Hours, PUBLISH, Payload};
use serde_json::{Value, json};

/// Name and id, as people say a member; the id alone when there is no name.
pub(super) fn said_name(name: &str, id: &str) -> String {
    if name.trim().is_empty() { id.to_owned() } else { format!("{} ({id})", name.trim()) }
}

/// Why a member can't stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause<'a> {
    /// Away, with the code given for it.
    Absent(Option<&'a str>),
    /// Called in to essential or emergency duty.
    CalledIn(Option<RequirementIx>),
}

impl Session {
    /// Notes that `member` can't stand in `time` (written as an availability; `text` is how it was written): the shifts in
    /// it come free, pinned or not, and none is given in it from now on. An `alternate` takes all of them over in the same
    /// action, where the rules allow it; else nothing is done. What is noted already is not noted twice.
    pub fn time_out(
        &mut self,
        member: MemberIx,
        time: &Pattern,
        text: &str,
        cause: Cause,
        alternate: Option<MemberIx>,
    ) -> Result<Done, ActError> {
        self.act(|session| {
            let ground = &session.ground;
            let spans = absence::spans(&ground.strike, time);
            let changes: Vec<Change> = session
                .roster
                .of(member)
                .iter()
                .filter(|shift| touches(&spans, ground.shift(**shift).span))
                .filter_map(|shift| session.roster.get(*shift, member).cloned().map(Change::Removed))
                .collect();
            let taken_over = match alternate {
                Some(alternate) => session.taken_over(&changes, alternate)?,
                None => Vec::new(),
            };
            let person = ground.strike.member(member);
            let (kind, code, requirement) = match cause {
                Cause::Absent(code) => ("absent", code.map(str::to_owned), None),
                Cause::CalledIn(ix) => {
                    ("callin", None, ix.map(|ix| ground.strike.agreement.requirements[ix.ix()].id.clone()))
                }
            };
            let stand_in = alternate.map(|alternate| ground.strike.member(alternate));
            let came = Absence {
                id: session.record.seq() + 1,
                member: person.id.clone(),
                time: text.to_owned(),
                kind: kind.to_owned(),
                at: session.now().0,
                code,
                requirement,
                alternate: stand_in.map(|alternate| alternate.id.clone()),
            };
            if changes.is_empty() && session.absences.iter().any(|each| each.says_as(&came)) {
                return Ok(None);
            }
            let mut particulars = json!({
                "member": person.id, "name": person.name, "time": text, "freed": changes.len(),
                "shifts": changes.iter().map(|change| ground.shift(change.shift()).id.as_str()).collect::<Vec<_>>(),
            });
            for (name, value) in [("code", &came.code), ("requirement", &came.requirement)] {
                if let Some(value) = value {
                    particulars[name] = Value::from(value.as_str());
                }
            }
            if !absence::meets_plan(&ground.strike, &spans) {
                particulars["outside"] = Value::from(true);
            }
            if let Some(alternate) = stand_in {
                particulars["alternate"] = Value::from(said_name(&alternate.name, &alternate.id));
                particulars["member_alternate"] = Value::from(alternate.id.as_str());
            }
            let all: Vec<Change> = changes.into_iter().chain(taken_over).collect();
            let mut payload = Payload::of_changes(ground, &all);
            payload.came.push(came);
            Ok(Some(Draft::new(kind, particulars, payload)))
        })
    }

    /// `alternate` on each of the shifts that come free, in the same posts where the skills allow it.
    fn taken_over(&self, freed: &[Change], alternate: MemberIx) -> Result<Vec<Change>, ActError> {
        let mut trial = self.roster.clone();
        let (mut came, mut against) = (Vec::new(), Vec::new());
        for change in freed {
            trial.apply(change);
        }
        for change in freed {
            let Change::Removed(before) = change else { continue };
            match fit(&self.ground, &trial, (before.shift, alternate), Some(before.duty), None) {
                Ok(each) => {
                    trial.put(each.clone());
                    came.push(Change::Added(each));
                }
                Err(refusals) => against.push(Against { member: alternate, shift: before.shift, refusals }),
            }
        }
        if against.is_empty() { Ok(came) } else { Err(ActError::RefusedEach(against)) }
    }

    /// The members whom the agreement names as alternates for `member`.
    pub fn alternates_of(&self, member: MemberIx) -> Vec<MemberIx> {
        let designations = &self.ground.strike.agreement.designations;
        let mut named: Vec<MemberIx> =
            designations.iter().filter(|each| each.alternate_for == Some(member)).map(|each| each.member).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// Those who were told of a shift that they still stand on, at other hours than it has now; in order.
    pub fn told_other_hours(&self) -> Vec<(ShiftIx, MemberIx)> {
        let Some((_, told)) = &self.published else { return Vec::new() };
        let ground = &self.ground;
        let stands = |each: &&Assignment| self.roster.get(each.shift, each.member).is_some();
        let has_others = |ix: &ShiftIx| !told.on(*ix).is_empty() && self.told_hours.other(ground, *ix).is_some();
        let shifts = ground.timetable.indices().filter(has_others);
        let mut all: Vec<(ShiftIx, MemberIx)> =
            shifts.flat_map(|ix| told.on(ix).iter().filter(stands)).map(|each| (each.shift, each.member)).collect();
        all.sort_unstable();
        all
    }

    /// True when people were told this version, and the hours that its shifts have now.
    pub fn is_told(&self) -> bool {
        let is_version = self.published.as_ref().is_some_and(|(version, _)| *version == self.version);
        is_version && self.told_other_hours().is_empty()
    }

    /// Makes the roster as it is what people were told. Publishing the same version twice does nothing, unless the files
    /// give its shifts other hours since.
    pub fn publish(&mut self, note: Option<&str>) -> Result<Done, ActError> {
        self.act(|session| {
            if session.is_told() {
                return Ok(None);
            }
            let mut particulars = json!({ "version": session.version, "assignments": session.roster.len() });
            if let Some(note) = note {
                particulars["note"] = Value::from(note);
            }
            Hours::of(&session.ground, &session.roster).tell(&mut particulars);
            Ok(Some(Draft::new(PUBLISH, particulars, Payload::default())))
        })
    }
}
