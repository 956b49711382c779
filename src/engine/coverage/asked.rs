//! How many hours are asked: a full week of strike duty for every member and week with a shift open to the member.
//!
//! Members times shifts is beyond counting out in a large strike, so each member's weeks are looked for where they are most
//! likely: at the home site and the sites asked for, then within reach; shifts of one site at the same time are one case.
//! The answer itself is the rules' own ([`barred`]).

use crate::engine::candidates::globe::Globe;
use crate::model::member::Status;
use crate::model::{MemberIx, ShiftIx, SiteIx, Span};
use crate::rules::{Ground, availability, barred, essential, pool};
use rustc_hash::FxHashSet;

/// Minutes asked over the whole strike.
pub(super) fn minutes_asked(ground: &Ground) -> i64 {
    let cases = Cases::new(ground);
    let weeks: usize = ground.strike.member_indices().map(|member| cases.weeks_open(ground, member)).sum();
    weeks as i64 * ground.strike.pay.minutes_per_week
}

/// One shift for each set of shifts that the rules on members alone can't tell apart.
struct Cases {
    globe: Globe,
    /// By site, then week: shifts of different times.
    at_site: Vec<Vec<Vec<ShiftIx>>>,
    /// By week: shifts of different times, whatever the site.
    anywhere: Vec<Vec<ShiftIx>>,
}

impl Cases {
    fn new(ground: &Ground) -> Self {
        let weeks = ground.timetable.weeks.len();
        let mut at_site = vec![vec![Vec::new(); weeks]; ground.strike.sites.len()];
        let mut anywhere = vec![Vec::new(); weeks];
        let mut seen_at_site: FxHashSet<(SiteIx, Span, u16)> = FxHashSet::default();
        let mut seen: FxHashSet<(Span, u16)> = FxHashSet::default();
        for (ix, shift) in ground.timetable.shifts.iter().enumerate() {
            if seen_at_site.insert((shift.site, shift.span, shift.week)) {
                at_site[shift.site.ix()][usize::from(shift.week)].push(ShiftIx::new(ix));
            }
            if seen.insert((shift.span, shift.week)) {
                anywhere[usize::from(shift.week)].push(ShiftIx::new(ix));
            }
        }
        Self { globe: Globe::new(ground), at_site, anywhere }
    }

    /// In how many weeks some shift is open to `member`.
    fn weeks_open(&self, ground: &Ground, member: MemberIx) -> usize {
        let who = ground.strike.member(member);
        if who.status != Status::Active || who.restrictions.no_line {
            return 0;
        }
        let mut left: Vec<usize> = (0..self.anywhere.len()).filter(|week| !self.anywhere[*week].is_empty()).collect();
        let asked = left.len();
        for site in who.home.iter().chain(&who.sites) {
            self.strike_off(ground, member, *site, &mut left);
        }
        let before = left.len();
        // Weeks in which the member can't come at all are not looked for site by site.
        left.retain(|week| self.anywhere[*week].iter().any(|shift| can_come(ground, member, *shift)));
        let never = before - left.len();
        for site in (0..ground.strike.sites.len()).map(SiteIx::new) {
            if left.is_empty() {
                break;
            }
            if self.globe.reaches(ground, member, site) {
                self.strike_off(ground, member, site, &mut left);
            }
        }
        asked - never - left.len()
    }

    /// Takes out of `left` the weeks in which a shift at `site` is open to `member`.
    fn strike_off(&self, ground: &Ground, member: MemberIx, site: SiteIx, left: &mut Vec<usize>) {
        let weeks = &self.at_site[site.ix()];
        left.retain(|week| !weeks[*week].iter().any(|shift| barred(ground, member, *shift).is_none()));
    }
}

/// True when no rule on the member's time alone forbids the time of `shift`.
fn can_come(ground: &Ground, member: MemberIx, shift: ShiftIx) -> bool {
    availability::refuses(ground, member, shift).is_none()
        && essential::refuses(ground, member, shift).is_none()
        && !pool::holds(ground, member, shift)
}
