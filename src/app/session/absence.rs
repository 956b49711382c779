//! Absences on the ground: what a member was told to be unable to do becomes part of when the member can come, so that
//! planner, candidates and hand assignments all obey it.

use crate::model::availability::{On, Pattern};
use crate::model::time::Weekdays;
use crate::model::{MemberIx, PatternIx, Span, Strike};
use crate::store::record::Absence;
use rustc_hash::FxHashMap;

/// When members can come by the file alone, for those whose absences were added.
pub type Originals = FxHashMap<MemberIx, Option<PatternIx>>;

/// Puts `absences` into the availability of their members, in place of those put in before. Absences of members that the
/// file no longer knows are passed over.
pub fn amend(strike: &mut Strike, originals: &mut Originals, absences: &[Absence]) {
    for (member, original) in originals.drain() {
        strike.members[member.ix()].availability = original;
    }
    for absence in absences {
        let Some(&member) = strike.lookup.members.get(&absence.member) else { continue };
        let Ok(time) = Pattern::parse_window(&absence.time) else { continue };
        let present = strike.member(member).availability;
        originals.entry(member).or_insert(present);
        let mut pattern = present.map_or_else(Pattern::default, |ix| strike.pattern(ix).clone());
        pattern.items.extend(away(&time).items);
        strike.members[member.ix()].availability = Some(PatternIx::new(strike.patterns.len()));
        strike.patterns.push(pattern);
    }
}

/// `time`, as the times in which one can *not* come.
fn away(time: &Pattern) -> Pattern {
    let mut away = time.clone();
    for item in &mut away.items {
        item.not = true;
    }
    if away.items.is_empty() {
        let always = crate::model::availability::Item { not: true, on: On::Weekdays(Weekdays::ALL), time: None };
        away.items.push(always);
    }
    away
}

/// The stretches of `time` within the plan.
pub fn spans(strike: &Strike, time: &Pattern) -> Vec<Span> {
    let campaign = &strike.campaign;
    away(time).windows(campaign.first_day, campaign.last_day(), campaign.zone).shut
}
