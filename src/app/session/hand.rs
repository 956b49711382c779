//! By hand: one member on one shift, off it, pinned, or in another post. The rules are asked every time; those that a
//! person may set aside (†) are, when a reason is given, and the reason is kept.

use super::Session;
use super::action::{ActError, Done, Draft};
use crate::model::{Assignment, Change, Duty, MemberIx, Origin, Overrides, Roster, ShiftIx};
use crate::rules::{Case, Ground, Refusal, RuleCode, refusals};
use crate::store::record::Payload;
use serde_json::{Value, json};
use std::sync::Arc;

impl Session {
    /// Puts `member` on `shift` in the post of `duty` (none given: the best vacant one the member can hold). On the shift
    /// already: changes the duty or the pin, or does nothing when both are as asked.
    pub fn assign(
        &mut self,
        shift: ShiftIx,
        member: MemberIx,
        duty: Option<Duty>,
        pin: bool,
        reason: Option<&str>,
    ) -> Result<Done, ActError> {
        self.act_on(&[(shift, member)], |session| session.draft_assign(shift, member, duty, pin, reason))
    }

    /// Takes `member` off `shift`.
    pub fn unassign(&mut self, shift: ShiftIx, member: MemberIx) -> Result<Done, ActError> {
        self.act_on(&[(shift, member)], |session| {
            let before = session.roster.get(shift, member).ok_or(ActError::NotThere(shift, member))?.clone();
            let particulars = session.particulars(shift, member, before.duty);
            Ok(Some(session.draft("unassign", particulars, Change::Removed(before))))
        })
    }

    /// Pins an assignment (it stays, whatever the planner would rather), or unpins it.
    pub fn set_pin(&mut self, shift: ShiftIx, member: MemberIx, pinned: bool) -> Result<Done, ActError> {
        self.act_on(&[(shift, member)], |session| {
            let before = session.roster.get(shift, member).ok_or(ActError::NotThere(shift, member))?.clone();
            if before.pinned == pinned {
                return Ok(None);
            }
            let after = Assignment { pinned, ..before.clone() };
            let action = if pinned { "pin" } else { "unpin" };
            let particulars = session.particulars(shift, member, after.duty);
            Ok(Some(session.draft(action, particulars, Change::Altered { before, after })))
        })
    }

    /// Gives an assignment another post.
    pub fn set_duty(&mut self, shift: ShiftIx, member: MemberIx, duty: Duty) -> Result<Done, ActError> {
        self.act_on(&[(shift, member)], |session| match session.roster.get(shift, member) {
            Some(_) => session.draft_assign(shift, member, Some(duty), false, None),
            None => Err(ActError::NotThere(shift, member)),
        })
    }

    /// The post that `member` would hold on `shift` when none is asked for: captain when one is wanted and the member is
    /// one, else a wanted skill of the member's, else picket.
    pub fn best_duty(&self, shift: ShiftIx, member: MemberIx) -> Duty {
        best_duty(&self.ground, &self.roster, shift, member)
    }

    /// The same on a roster that is not (yet) the session's.
    pub(super) fn post_for(&self, roster: &Roster, shift: ShiftIx, member: MemberIx) -> Duty {
        best_duty(&self.ground, roster, shift, member)
    }

    fn draft_assign(
        &self,
        shift: ShiftIx,
        member: MemberIx,
        duty: Option<Duty>,
        pin: bool,
        reason: Option<&str>,
    ) -> Result<Option<Draft>, ActError> {
        let before = self.roster.get(shift, member).cloned();
        let duty =
            duty.or_else(|| before.as_ref().map(|each| each.duty)).unwrap_or_else(|| self.best_duty(shift, member));
        let pinned = pin || before.as_ref().is_some_and(|each| each.pinned);
        if before.as_ref().is_some_and(|each| each.duty == duty && each.pinned == pinned) {
            return Ok(None);
        }
        let case = Case { ground: &self.ground, roster: &self.roster, member, shift, duty };
        let aside = before.as_ref().map_or(Overrides::NONE, |each| each.overrides);
        let overrides = set_aside(refusals(&case), aside, reason.is_some()).map_err(ActError::Refused)?;
        let reason = reason
            .map(|reason| Arc::new(reason.to_owned()))
            .or_else(|| before.as_ref().and_then(|each| each.reason.clone()));
        let same_duty = before.as_ref().is_some_and(|each| each.duty == duty);
        let origin = before.as_ref().filter(|_| same_duty).map_or(Origin::Hand, |each| each.origin);
        let after = Assignment { member, shift, duty, pinned, origin, overrides, reason };
        let mut particulars = self.particulars(shift, member, duty);
        particulars["pinned"] = Value::from(pinned);
        particulars["overrides"] = Value::from(after.overrides.words().collect::<Vec<_>>());
        if let Some(reason) = &after.reason {
            particulars["reason"] = Value::from(reason.as_str());
        }
        let action = match &before {
            None => "assign",
            Some(_) if same_duty => "pin",
            Some(_) => "duty",
        };
        let change = match before {
            Some(before) => Change::Altered { before, after },
            None => Change::Added(after),
        };
        Ok(Some(self.draft(action, particulars, change)))
    }

    fn draft(&self, action: &'static str, particulars: Value, change: Change) -> Draft {
        Draft::new(action, particulars, Payload::of_changes(&self.ground, &[change]))
    }

    /// Who and where, as the journal keeps it.
    pub(super) fn particulars(&self, shift: ShiftIx, member: MemberIx, duty: Duty) -> Value {
        let person = self.ground.strike.member(member);
        json!({
            "shift": self.ground.shift(shift).id, "member": person.id, "name": person.name,
            "duty": duty.word(&self.ground.strike),
        })
    }
}

/// The best vacant post of `shift` for `member` in `roster`.
fn best_duty(ground: &Ground, roster: &Roster, shift: ShiftIx, member: MemberIx) -> Duty {
    let (wanted, person) = (ground.shift(shift), ground.strike.member(member));
    let vacant = |duty: Duty| {
        let held = roster.on(shift).iter().filter(|each| each.member != member && each.duty == duty).count();
        wanted.posts(duty).is_some_and(|posts| (held as u32) < posts)
    };
    if ground.captain.is_some_and(|captain| person.has(captain)) && vacant(Duty::Captain) {
        return Duty::Captain;
    }
    let skills = wanted.needs.iter().map(|(skill, _)| *skill).filter(|skill| person.has(*skill));
    skills.map(Duty::Skill).find(|duty| vacant(*duty)).unwrap_or(Duty::Picket)
}

/// The assignment by hand of `member` to `shift` in `roster`, when the rules allow it: in the post of `like` where the member
/// can hold it, else in the best vacant one.
pub(super) fn fit(
    ground: &Ground,
    roster: &Roster,
    (shift, member): (ShiftIx, MemberIx),
    like: Option<Duty>,
    reason: Option<&str>,
) -> Result<Assignment, Vec<Refusal>> {
    if roster.get(shift, member).is_some() {
        return Err(vec![Refusal::Overlap { other: shift }]);
    }
    let allowed = |duty: Duty| {
        let found = refusals(&Case { ground, roster, member, shift, duty });
        set_aside(found, Overrides::NONE, reason.is_some()).map(|overrides| (duty, overrides))
    };
    let best = || allowed(best_duty(ground, roster, shift, member));
    let (duty, overrides) = match like {
        Some(duty) => allowed(duty).or_else(|_| best())?,
        None => best()?,
    };
    let reason = reason.filter(|_| !overrides.is_empty()).map(str::to_owned);
    Ok(Assignment { member, shift, duty, pinned: false, origin: Origin::Hand, overrides, reason: reason.map(Arc::new) })
}

/// The rules set aside by a reason; or every refusal, when one of them can't be or there is no reason. What was set aside
/// before needs no new reason.
pub(super) fn set_aside(refusals: Vec<Refusal>, before: Overrides, reason: bool) -> Result<Overrides, Vec<Refusal>> {
    let known: Vec<&str> = before.words().collect();
    let allowed = |code: RuleCode| code.can_be_set_aside() && (reason || known.contains(&code.word()));
    if refusals.iter().all(|refusal| allowed(refusal.code())) {
        Ok(Overrides::of_words(refusals.iter().map(|refusal| refusal.code().word())))
    } else {
        Err(refusals)
    }
}
