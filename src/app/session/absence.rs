//! Absences and closed sites on the ground: what a member was told to be unable to do becomes part of when the member can
//! come, and a site that was lost stands down, so that planner, candidates and hand assignments all obey it.

use crate::model::availability::{Item, On, Pattern};
use crate::model::site::StandDown;
use crate::model::time::{Clock, Weekdays, touches};
use crate::model::{Instant, MemberIx, PatternIx, SiteIx, Span, Strike};
use crate::store::record::{Absence, Fact, What};
use chrono::Days;
use rustc_hash::FxHashMap;

/// What the files alone say, where something was put over it.
#[derive(Debug, Clone, Default)]
pub struct Originals {
    availability: FxHashMap<MemberIx, Option<PatternIx>>,
    /// How many stand-downs a site has in the files.
    stand_downs: FxHashMap<SiteIx, usize>,
    /// How many patterns the strike has in the files.
    patterns: Option<usize>,
}

impl Originals {
    /// When a member can come as far as the files say.
    pub fn availability(&self, strike: &Strike, member: MemberIx) -> Option<PatternIx> {
        self.availability.get(&member).copied().unwrap_or_else(|| strike.member(member).availability)
    }
}

/// Puts `absences` into the availability of their members and `closures` into the stand-downs of their sites, in place of
/// those put in before. Those of members and sites that the files no longer know are passed over.
pub fn amend(strike: &mut Strike, originals: &mut Originals, absences: &[Absence], closures: &[Fact]) {
    for (member, original) in originals.availability.drain() {
        strike.members[member.ix()].availability = original;
    }
    for (site, count) in originals.stand_downs.drain() {
        strike.sites[site.ix()].stand_downs.truncate(count);
    }
    let patterns = *originals.patterns.get_or_insert(strike.patterns.len());
    strike.patterns.truncate(patterns);
    for absence in absences {
        let Some(&member) = strike.lookup.members.get(&absence.member) else { continue };
        let Ok(time) = Pattern::parse_window(&absence.time) else { continue };
        let present = strike.member(member).availability;
        originals.availability.entry(member).or_insert(present);
        let mut pattern = present.map_or_else(Pattern::default, |ix| strike.pattern(ix).clone());
        pattern.items.extend(away(&time).items);
        strike.members[member.ix()].availability = Some(PatternIx::new(strike.patterns.len()));
        strike.patterns.push(pattern);
    }
    for fact in closures {
        let What::Closure { site, from, until, reason } = &fact.what else { continue };
        let Some(&ix) = strike.lookup.sites.get(site) else { continue };
        let downs = &mut strike.sites[ix.ix()].stand_downs;
        originals.stand_downs.entry(ix).or_insert(downs.len());
        let span = Span::new(Instant(*from), until.map_or(Instant::FAR, Instant));
        downs.push(StandDown { span, reason: reason.clone() });
    }
}

/// `time`, as the times in which one can *not* come.
fn away(time: &Pattern) -> Pattern {
    let mut away = time.clone();
    for item in &mut away.items {
        item.not = true;
    }
    if away.items.is_empty() {
        let always = Item { not: true, on: On::Weekdays(Weekdays::ALL), time: None };
        away.items.push(always);
    }
    away
}

/// True when some of `spans` lies in the plan: from its first day to the end of a night that begins on its last.
pub fn meets_plan(strike: &Strike, spans: &[Span]) -> bool {
    let campaign = &strike.campaign;
    let midnight = |date| Clock(0).on(date, campaign.zone);
    touches(spans, Span::new(midnight(campaign.first_day), midnight(campaign.last_day() + Days::new(2))))
}

/// The stretches of `time` within the plan, and a little around it.
pub fn spans(strike: &Strike, time: &Pattern) -> Vec<Span> {
    let campaign = &strike.campaign;
    away(time).windows(campaign.first_day, campaign.last_day(), campaign.zone).shut
}
