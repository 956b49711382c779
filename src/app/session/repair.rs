//! Repairs: the moves that fill gaps, offered; and made, as one action, when someone takes them.

use super::Session;
use super::action::{ActError, Against, Done, Draft};
use super::hand::set_aside;
use crate::engine::breach::first_breach;
use crate::engine::gaps::{Aim, Filter, Repair, Terms, gaps, repairs_while};
use crate::model::{Assignment, Duty, MemberIx, Origin, Overrides, Roster, ShiftIx};
use crate::rules::{Case, refusals};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Session {
    /// What would fill these shifts, each on what those before left; shifts that have begun keep whom they have.
    pub fn repairs_of(&self, shifts: &[ShiftIx], aim: Aim) -> Vec<Repair> {
        self.repairs_while(shifts, aim, &|_| true).unwrap_or_default()
    }

    /// The same, for someone who looks on: `go_on` hears how many shifts are done; once it says no, None comes.
    pub fn repairs_while(&self, shifts: &[ShiftIx], aim: Aim, go_on: &dyn Fn(usize) -> bool) -> Option<Vec<Repair>> {
        let told = self.published.as_ref().map(|(_, roster)| roster);
        let terms = Terms { aim, from: Some(self.now()), told };
        repairs_while(self.field(), &self.ground, &self.roster, shifts, &terms, go_on)
    }

    /// The gaps of `filter` that can still be filled, worst first: their shifts are not over.
    pub fn gaps_to_come(&self, filter: Filter) -> Vec<ShiftIx> {
        let now = self.now();
        let listed = gaps(&self.ground, &self.coverage, filter).into_iter().map(|gap| gap.shift);
        listed.filter(|&shift| self.ground.shift(shift).span.end > now).collect()
    }

    /// Makes the moves of `repairs`, all or none. They are held against the rules on the roster as it is now.
    pub fn repair(&mut self, repairs: &[Repair]) -> Result<Done, ActError> {
        self.make(repairs, "repair")
    }

    /// The same, as the action of that name.
    pub(super) fn make(&mut self, repairs: &[Repair], action: &'static str) -> Result<Done, ActError> {
        let moves = || repairs.iter().flat_map(|each| &each.moves);
        let about: Vec<(ShiftIx, MemberIx)> =
            moves().flat_map(|each| each.from.iter().chain(&each.to).map(|place| (place.0, each.member))).collect();
        self.act_on(&about, |session| {
            let (trial, touched) = session.moved_by(repairs)?;
            let of = |roster: &Roster| -> Vec<Assignment> {
                touched.iter().filter_map(|&(shift, member)| roster.get(shift, member).cloned()).collect()
            };
            let (before, after) = (of(&session.roster), of(&trial));
            let payload = session.moved(before, after);
            if payload.steps().next().is_none() {
                return Ok(None);
            }
            let made: Vec<&Repair> = repairs.iter().filter(|each| !each.moves.is_empty()).collect();
            let people: BTreeSet<MemberIx> = touched.iter().map(|(_, member)| *member).collect();
            let mut particulars = json!({
                "shift": made.first().map_or("", |each| session.ground.shift(each.shift).id.as_str()),
                "shifts": made.len(),
                "brings": made.iter().map(|each| each.brings).sum::<u32>(),
                "people": people.len(),
            });
            let earned: i64 = made.iter().map(|each| each.earns).sum();
            if earned > 0 {
                particulars["earned"] = earned.into();
            }
            Ok(Some(Draft::new(action, particulars, payload)))
        })
    }

    /// The roster with the moves of `repairs` made, and whose places they touch.
    fn moved_by(&self, repairs: &[Repair]) -> Result<(Roster, BTreeSet<(ShiftIx, MemberIx)>), ActError> {
        let mut trial = self.roster.clone();
        let (mut against, mut touched) = (Vec::new(), BTreeSet::new());
        for repair in repairs {
            let mut left: Vec<Assignment> = Vec::new();
            for each in &repair.moves {
                for &(shift, duty) in &each.from {
                    let there = trial.take(shift, each.member).filter(|there| there.duty == duty && !there.pinned);
                    left.push(there.ok_or(ActError::NotThere(shift, each.member))?);
                    touched.insert((shift, each.member));
                }
            }
            for each in &repair.moves {
                for &(shift, duty) in &each.to {
                    // Who only changes post stays there on the same terms.
                    let stays = left.iter().find(|was| (was.shift, was.member) == (shift, each.member));
                    trial.put(stays.map_or_else(
                        || Assignment::planned(each.member, shift, duty),
                        |was| Assignment { duty, ..was.clone() },
                    ));
                    touched.insert((shift, each.member));
                }
            }
            // Each repair rests on those before it and on nothing after it.
            for each in &repair.moves {
                for &(shift, duty) in &each.to {
                    let case = Case { ground: &self.ground, roster: &trial, member: each.member, shift, duty };
                    let stays = trial.get(shift, each.member).filter(|_| each.from.iter().any(|was| was.0 == shift));
                    let found = match stays {
                        Some(stays) => first_breach(&self.ground, &trial, stays).into_iter().collect(),
                        None => refusals(&case),
                    };
                    if !found.is_empty() {
                        against.push(Against { member: each.member, shift, refusals: found });
                    }
                }
            }
        }
        if !against.is_empty() {
            return Err(ActError::RefusedEach(against));
        }
        Ok((trial, touched))
    }

    /// Puts a member where rules are set aside for `reason`, in the place of one who moves on by `repair`, as one action.
    pub fn fill_from_afar(
        &mut self,
        repair: &Repair,
        (shift, member, duty): (ShiftIx, MemberIx, Duty),
        reason: &str,
    ) -> Result<Done, ActError> {
        let places =
            repair.moves.iter().flat_map(|each| each.from.iter().chain(&each.to).map(|at| (at.0, each.member)));
        let about: Vec<(ShiftIx, MemberIx)> = places.chain([(shift, member)]).collect();
        self.act_on(&about, |session| {
            let (mut trial, mut touched) = session.moved_by(std::slice::from_ref(repair))?;
            let found = refusals(&Case { ground: &session.ground, roster: &trial, member, shift, duty });
            let overrides = set_aside(found, Overrides::NONE, true).map_err(ActError::Refused)?;
            let reason = Some(Arc::new(reason.to_owned()));
            let mut particulars = session.particulars(shift, member, duty);
            particulars["pinned"] = false.into();
            particulars["overrides"] = overrides.words().collect::<Vec<_>>().into();
            particulars["reason"] = reason.as_deref().map(String::as_str).into();
            let put = Assignment { member, shift, duty, pinned: false, origin: Origin::Hand, overrides, reason };
            trial.put(put);
            touched.insert((shift, member));
            let of = |roster: &Roster| -> Vec<Assignment> {
                touched.iter().filter_map(|&(shift, member)| roster.get(shift, member).cloned()).collect()
            };
            let payload = session.moved(of(&session.roster), of(&trial));
            Ok(Some(Draft::new("assign", particulars, payload)))
        })
    }
}
