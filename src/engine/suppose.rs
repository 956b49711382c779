//! A strike as it would be if something were otherwise: a site lost, more places out, more heads wanted, people sent further.
//!
//! It changes a copy of the strike, and carries a roster over to it as far as the shifts are still there. It plans nothing and
//! compares nothing, and it knows no files: what is supposed here is written nowhere.

use crate::model::campaign::{Mode, Phase};
use crate::model::site::{LineNumbers, StandDown};
use crate::model::{Instant, Roster, SiteIx, Span, Strike};
use crate::rules::Ground;

/// One thing that is supposed.
#[derive(Debug, Clone, PartialEq)]
pub enum Supposition {
    /// No picketing at these sites from that instant on.
    Closed {
        /// Where.
        sites: Vec<SiteIx>,
        /// From when.
        from: Instant,
    },
    /// These sites are out in every rotating phase, from that instant on.
    Out {
        /// Where.
        sites: Vec<SiteIx>,
        /// From when.
        from: Instant,
    },
    /// Everybody is out from that instant on, whatever the phases say.
    Full {
        /// From when.
        from: Instant,
    },
    /// So many more heads (or fewer) at least on every line. Targets and maxima give way where they would be lower.
    Minimum {
        /// How many more.
        by: i32,
    },
    /// So many more heads (or fewer) wanted on every line. Minima and maxima give way.
    Target {
        /// How many more.
        by: i32,
    },
    /// Nobody is sent less far than this.
    Reach {
        /// Kilometres.
        km: f64,
    },
}

/// The strike with all of it supposed, one after the other.
pub fn suppose(strike: &Strike, what: &[Supposition]) -> Strike {
    let mut strike = strike.clone();
    for each in what {
        match each {
            Supposition::Closed { sites, from } => {
                for site in sites {
                    let down = StandDown { span: Span::new(*from, Instant::FAR), reason: None };
                    strike.sites[site.ix()].stand_downs.push(down);
                }
            }
            Supposition::Out { sites, from } => out(&mut strike.phases, sites, *from),
            Supposition::Full { from } => all_out(&mut strike.phases, *from),
            Supposition::Minimum { by } => {
                for line in &mut strike.lines {
                    let minimum = line.numbers.minimum.saturating_add_signed(*by);
                    let target = line.numbers.target.max(minimum);
                    line.numbers = with(line.numbers, minimum, target);
                }
            }
            Supposition::Target { by } => {
                for line in &mut strike.lines {
                    let target = line.numbers.target.saturating_add_signed(*by);
                    line.numbers = with(line.numbers, line.numbers.minimum.min(target), target);
                }
            }
            Supposition::Reach { km } => {
                for member in &mut strike.members {
                    member.reach_km = member.reach_km.max(*km);
                }
            }
        }
    }
    strike
}

fn with(numbers: LineNumbers, minimum: u32, target: u32) -> LineNumbers {
    LineNumbers { minimum, target, maximum: numbers.maximum.max(target), ..numbers }
}

/// These sites are out in the rotating phases from `from` on; one that is on by then goes on in two parts.
fn out(phases: &mut Vec<Phase>, sites: &[SiteIx], from: Instant) {
    let is_on = |phase: &Phase| phase.from < from && phase.until.is_none_or(|until| until > from);
    if let Some(at) = phases.iter().position(is_on) {
        let past = Phase { until: Some(from), ..phases[at].clone() };
        phases[at].from = from;
        phases.insert(at, past);
    }
    for phase in phases.iter_mut().filter(|phase| phase.mode == Mode::Rotating && phase.from >= from) {
        phase.sites.extend(sites);
    }
}

/// One phase from `from` on, in which everybody is out; what was before stays.
fn all_out(phases: &mut Vec<Phase>, from: Instant) {
    phases.retain(|phase| phase.from < from);
    for phase in phases.iter_mut().filter(|phase| phase.until.is_none_or(|until| until > from)) {
        phase.until = Some(from);
    }
    phases.push(Phase { mode: Mode::Full, from, until: None, sites: Vec::new(), regions: Vec::new() });
}

/// The roster of `before` on the shifts that `after` still has. Members are the same in both.
pub fn carried(roster: &Roster, before: &Ground, after: &Ground) -> Roster {
    let mut carried = Roster::new(after.timetable.len(), after.strike.members.len());
    for each in roster.iter() {
        if let Ok(shift) = after.find(&before.shift(each.shift).id) {
            let mut each = each.clone();
            each.shift = shift;
            carried.put(each);
        }
    }
    carried
}
