//! Who can't come, and what people are told: absences, call-ins to essential duty, publishing.

use super::action::{ActError, Done, Draft, PUBLISH};
use super::{Session, absence};
use crate::model::availability::Pattern;
use crate::model::{Change, MemberIx, RequirementIx};
use crate::store::record::{Absence, Payload};
use serde_json::{Value, json};

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
    /// it come free, pinned or not, and none is given in it from now on.
    pub fn time_out(&mut self, member: MemberIx, time: &Pattern, text: &str, cause: Cause) -> Result<Done, ActError> {
        self.act(|session| {
            let ground = &session.ground;
            let spans = absence::spans(&ground.strike, time);
            let changes: Vec<Change> = session
                .roster
                .of(member)
                .iter()
                .filter(|shift| crate::model::time::touches(&spans, ground.shift(**shift).span))
                .filter_map(|shift| session.roster.get(*shift, member).cloned().map(Change::Removed))
                .collect();
            let person = ground.strike.member(member);
            let (kind, code, requirement) = match cause {
                Cause::Absent(code) => ("absent", code.map(str::to_owned), None),
                Cause::CalledIn(ix) => {
                    ("callin", None, ix.map(|ix| ground.strike.agreement.requirements[ix.ix()].id.clone()))
                }
            };
            let mut particulars = json!({
                "member": person.id, "name": person.name, "time": text, "freed": changes.len(),
                "shifts": changes.iter().map(|change| ground.shift(change.shift()).id.as_str()).collect::<Vec<_>>(),
            });
            for (name, value) in [("code", &code), ("requirement", &requirement)] {
                if let Some(value) = value {
                    particulars[name] = Value::from(value.as_str());
                }
            }
            let mut payload = Payload::of_changes(ground, &changes);
            payload.came.push(Absence {
                id: session.record.seq() + 1,
                member: person.id.clone(),
                time: text.to_owned(),
                kind: kind.to_owned(),
                at: session.now().0,
                code,
                requirement,
            });
            Ok(Some(Draft::new(kind, particulars, payload)))
        })
    }

    /// Makes the roster as it is what people were told. Publishing the same version twice does nothing.
    pub fn publish(&mut self, note: Option<&str>) -> Result<Done, ActError> {
        self.act(|session| {
            if session.published.as_ref().is_some_and(|(version, _)| *version == session.version) {
                return Ok(None);
            }
            let mut particulars = json!({ "version": session.version, "assignments": session.roster.len() });
            if let Some(note) = note {
                particulars["note"] = Value::from(note);
            }
            let draft = Draft::new(PUBLISH, particulars, Payload::default());
            Ok(Some(Draft { publishes: true, ..draft }))
        })
    }
}
