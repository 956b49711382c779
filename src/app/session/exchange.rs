//! Members who change places: a swap of two, a transfer to another shift. Each is one action: all of it happens, or none.

use super::Session;
use super::action::{ActError, Against, Done, Draft};
use super::hand::fit;
use super::time_out::said_name;
use crate::model::{Assignment, Change, Duty, MemberIx, ShiftIx};
use crate::rules::{Case, refusals};
use crate::store::record::Payload;
use serde_json::{Value, json};

impl Session {
    /// Two members take each other's shift, in each other's post where they can hold it. `reason` sets † rules aside.
    pub fn swap(
        &mut self,
        one: (ShiftIx, MemberIx),
        other: (ShiftIx, MemberIx),
        reason: Option<&str>,
    ) -> Result<Done, ActError> {
        self.act_on(&[one, other], |session| {
            let Some((a, b, came)) = session.swapped(one, other, reason)? else { return Ok(None) };
            let strike = &session.ground.strike;
            let id = |shift: ShiftIx| session.ground.shift(shift).id.as_str();
            let said = |member: MemberIx| said_name(&strike.member(member).name, &strike.member(member).id);
            let mut particulars = json!({
                "one": said(a.member), "other": said(b.member), "shift_one": id(a.shift), "shift_other": id(b.shift),
                "member_one": strike.member(a.member).id, "member_other": strike.member(b.member).id,
            });
            tell_reason(&mut particulars, &came, reason);
            Ok(Some(Draft::new("swap", particulars, session.moved(vec![a, b], came))))
        })
    }

    /// True when the two could take each other's shift; without a `reason`, with no rule set aside.
    pub fn can_swap(&self, one: (ShiftIx, MemberIx), other: (ShiftIx, MemberIx), reason: Option<&str>) -> bool {
        matches!(self.swapped(one, other, reason), Ok(Some(_)))
    }

    /// What stands before a swap, and what after. None: nothing would change.
    fn swapped(
        &self,
        one: (ShiftIx, MemberIx),
        other: (ShiftIx, MemberIx),
        reason: Option<&str>,
    ) -> Result<Option<(Assignment, Assignment, Vec<Assignment>)>, ActError> {
        let here = |(shift, member)| self.roster.get(shift, member).cloned().ok_or(ActError::NotThere(shift, member));
        let (a, b) = (here(one)?, here(other)?);
        if a.member == b.member || a.shift == b.shift && a.duty == b.duty {
            return Ok(None);
        }
        let mut trial = self.roster.clone();
        trial.take(a.shift, a.member);
        trial.take(b.shift, b.member);
        let (mut came, mut against) = (Vec::new(), Vec::new());
        for (member, place, pinned) in [(a.member, &b, a.pinned), (b.member, &a, b.pinned)] {
            match fit(&self.ground, &trial, (place.shift, member), Some(place.duty), reason) {
                Ok(each) => {
                    let each = Assignment { pinned, ..each };
                    trial.put(each.clone());
                    came.push(each);
                }
                Err(refusals) => against.push(Against { member, shift: place.shift, refusals }),
            }
        }
        if against.is_empty() { Ok(Some((a, b, came))) } else { Err(ActError::RefusedEach(against)) }
    }

    /// A member goes from one shift to another, to the same post where it is vacant there. `reason` sets † rules aside.
    pub fn transfer(
        &mut self,
        member: MemberIx,
        from: ShiftIx,
        to: ShiftIx,
        duty: Option<Duty>,
        reason: Option<&str>,
    ) -> Result<Done, ActError> {
        self.act_on(&[(from, member), (to, member)], |session| {
            let before = session.roster.get(from, member).cloned().ok_or(ActError::NotThere(from, member))?;
            if from == to {
                return Ok(None);
            }
            let mut trial = session.roster.clone();
            trial.take(from, member);
            let refuse = |refusals| ActError::RefusedEach(vec![Against { member, shift: to, refusals }]);
            // A post that was asked for is the one meant; else the one held so far, or the best.
            let after = match duty {
                Some(duty) => {
                    let each = fit(&session.ground, &trial, (to, member), Some(duty), reason).map_err(refuse)?;
                    if each.duty != duty {
                        let case = Case { ground: &session.ground, roster: &trial, member, shift: to, duty };
                        return Err(refuse(refusals(&case)));
                    }
                    each
                }
                None => fit(&session.ground, &trial, (to, member), Some(before.duty), reason).map_err(refuse)?,
            };
            let after = Assignment { pinned: before.pinned, ..after };
            let mut particulars = session.particulars(to, member, after.duty);
            particulars["shift_from"] = Value::from(session.ground.shift(from).id.as_str());
            tell_reason(&mut particulars, std::slice::from_ref(&after), reason);
            Ok(Some(Draft::new("transfer", particulars, session.moved(vec![before], vec![after]))))
        })
    }

    /// What takes people from `before` to `after`; where one stands on the same shift in both, it is one change.
    pub(super) fn moved(&self, before: Vec<Assignment>, after: Vec<Assignment>) -> Payload {
        let mut changes: Vec<Change> = Vec::with_capacity(before.len() + after.len());
        let mut after: Vec<Option<Assignment>> = after.into_iter().map(Some).collect();
        for before in before {
            let same = |each: &&mut Option<Assignment>| {
                each.as_ref().is_some_and(|each| each.shift == before.shift && each.member == before.member)
            };
            let stays = after.iter_mut().find(same).and_then(Option::take);
            changes.push(match stays {
                Some(after) => Change::Altered { before, after },
                None => Change::Removed(before),
            });
        }
        changes.extend(after.into_iter().flatten().map(Change::Added));
        Payload::of_changes(&self.ground, &changes)
    }
}

fn tell_reason(particulars: &mut Value, came: &[Assignment], reason: Option<&str>) {
    let mut aside: Vec<&str> = came.iter().flat_map(|each| each.overrides.words()).collect();
    aside.sort_unstable();
    aside.dedup();
    if let (false, Some(reason)) = (aside.is_empty(), reason) {
        particulars["overrides"] = Value::from(aside);
        particulars["reason"] = Value::from(reason);
    }
}
