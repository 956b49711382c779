//! Hours after an edit: another shift for whoever lost one, on a line that may have one head more.
//!
//! The planner's fifth level, sought once the four of coverage are as they should be. A member who is short of the week's hours
//! goes where a shift has room; where all of them are full, somebody there moves on to one that has, in a chain of any length.
//! Nobody's hours fall by it, and no shift has fewer heads or fewer posts filled than before, so nothing that counts for more
//! can feel it. A new plan may do better where it leaves one shift without a post that can't be filled and not another: after 5
//! of 12,000 random edits it had one shift's hours more.

use super::field::Field;
use super::hunt::Hunt;
use super::moves::{Leaving, Step, Want, ways_in};
use crate::engine::candidates::candidate_for;
use crate::model::{Duty, MemberIx, Roster, ShiftIx};
use crate::rules::{Ground, skill};
use rustc_hash::FxHashSet;

/// Shifts looked at, at most, before a member's hours are given up: a thousandth of a second.
const LOOKS: usize = 40_000;
/// Sites out of reach that cost as much as one shift looked at.
const SITES: usize = 8;

/// Minutes by which a member's week is short of what earns full strike pay; nothing where it is not.
pub(super) fn short_of(ground: &Ground, roster: &Roster, member: MemberIx, week: u16) -> i64 {
    (ground.strike.pay.minutes_per_week - rostered(ground, roster, member, week)).max(0)
}

fn rostered(ground: &Ground, roster: &Roster, member: MemberIx, week: u16) -> i64 {
    let shifts = roster.of(member).iter().map(|shift| ground.shift(*shift));
    shifts.filter(|shift| shift.week == week).map(crate::model::Shift::minutes).sum()
}

/// Where somebody goes, and because of whom: the place taken from the one who stands there, and how that came about.
struct Met {
    place: Want,
    holder: MemberIx,
    /// The step by which somebody comes in the holder's place.
    step: Step,
    before: Option<usize>,
}

/// A search for hours in one week, on a roster as it is.
pub(super) struct Earning<'e, 'h> {
    pub field: &'e Field,
    pub ground: &'e Ground,
    pub roster: &'e Roster,
    pub hunt: &'e Hunt<'h>,
    pub week: u16,
    /// Whether others may move on to make room.
    pub deep: bool,
}

impl Earning<'_, '_> {
    /// The shortest chain that gives `member` one shift more, the member's own step first. None: none was found.
    ///
    /// `left` is how many shifts may still be looked at, for this member and others.
    pub fn chain(&self, member: MemberIx, left: &mut usize) -> Option<Vec<Step>> {
        if short_of(self.ground, self.roster, member, self.week) == 0 {
            return None;
        }
        let may = LOOKS.min(*left);
        let mut looks = may;
        let chain = self.search(member, &mut looks);
        *left -= may - looks;
        chain
    }

    fn search(&self, member: MemberIx, looks: &mut usize) -> Option<Vec<Step>> {
        let (mut met, mut seen): (Vec<Met>, FxHashSet<(Want, MemberIx)>) = (Vec::new(), FxHashSet::default());
        if let Some(step) = self.onward(member, None, None, &mut met, &mut seen, looks) {
            return Some(vec![step]);
        }
        if !self.deep {
            return None;
        }
        let mut at = 0;
        while at < met.len() && *looks > 0 {
            let Met { place, holder, .. } = met[at];
            if let Some(step) = self.onward(holder, Some(place), Some(at), &mut met, &mut seen, looks) {
                return Some(steps(&met, at, step));
            }
            at += 1;
        }
        None
    }

    /// The best step of `member` to a shift that has room, away from the place left. Where there is none, those are met whose
    /// places the member could take.
    fn onward(
        &self,
        member: MemberIx,
        from: Option<Want>,
        before: Option<usize>,
        met: &mut Vec<Met>,
        seen: &mut FxHashSet<(Want, MemberIx)>,
        looks: &mut usize,
    ) -> Option<Step> {
        let (mut rooms, mut full) = (Vec::new(), Vec::new());
        for shift in self.open_to(member, from, looks) {
            let has_room = (self.roster.on(shift).len() as u32) < self.ground.shift(shift).maximum;
            if has_room { rooms.push(shift) } else { full.push(shift) }
        }
        let step = |to: Want| Step { to, member, from, also: None };
        let rooms = rooms.into_iter().map(|shift| step((shift, Duty::Picket)));
        let best = rooms.filter(|step| !self.hunt.banned.contains(step)).min_by_key(|step| self.cost(step));
        if best.is_some() {
            return best;
        }
        for shift in full {
            for each in self.roster.on(shift).iter().filter(|each| self.hunt.may_leave(self.ground, each)) {
                let place = (shift, each.duty);
                let step = step(place);
                let is_way = skill::has(self.ground, member, each.duty) && !self.hunt.banned.contains(&step);
                // Of those in one place on a shift, whoever moves on is another way.
                if is_way && each.member != member && seen.insert((place, each.member)) {
                    met.push(Met { place, holder: each.member, step, before });
                }
            }
        }
        None
    }

    /// What a step to a shift with room costs, less being better: paid hours missed, heads above target, what people were told,
    /// then the sites and shifts asked for and the way there.
    fn cost(&self, step: &Step) -> (i64, i64, i32, u32, u32, i64, ShiftIx) {
        let shift = self.ground.shift(step.to.0);
        let candidate = candidate_for(self.ground, self.roster, step.to.0, step.member);
        let earned = shift.minutes() - candidate.unpaid_minutes;
        let surplus = (self.roster.on(step.to.0).len() as i64 + 1 - i64::from(shift.target)).max(0);
        let asked = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
        let metres = candidate.km.map_or(i64::MAX, |km| (km * 1000.0) as i64);
        let wishes = (asked(candidate.site_rank), asked(candidate.shift_rank));
        (-earned, surplus, self.hunt.price(step), wishes.0, wishes.1, metres, step.to.0)
    }

    /// The shifts of the week on which `member` could stand besides all others, or instead of the one left; the hours of the
    /// week don't fall by that, or grow where nothing is left.
    fn open_to(&self, member: MemberIx, from: Option<Want>, looks: &mut usize) -> Vec<ShiftIx> {
        let (ground, field) = (self.ground, self.field);
        let Some(region) = field.region_of(ground, member) else { return Vec::new() };
        let others = self.roster.of(member);
        let stays: Vec<ShiftIx> =
            others.iter().copied().filter(|other| from.is_none_or(|from| from.0 != *other)).collect();
        let least = from.map_or(1, |from| ground.shift(from.0).minutes());
        let mut ways: Vec<Leaving> = Vec::new();
        let mut times: Vec<Option<bool>> = vec![None; field.times()];
        let mut open = Vec::new();
        let sites = field.sites_in(ground, region);
        *looks = looks.saturating_sub(sites.len() / SITES);
        let reached = sites.iter().filter(|site| field.reach(ground, **site).has(member));
        for &shift in reached.flat_map(|site| field.shifts_at(ground, *site, self.week)) {
            *looks = looks.saturating_sub(1);
            let comes = *times[field.time(shift)].get_or_insert_with(|| {
                ways_in(ground, &stays, shift, &mut ways);
                let fits = ways.first() == Some(&[None, None]) && ground.shift(shift).minutes() >= least;
                fits && self.hunt.from.is_none_or(|from| ground.shift(shift).span.start >= from)
            });
            if comes
                && field.is_free(ground, shift, member)
                && !others.contains(&shift)
                && !self.hunt.stays_off(shift, member)
            {
                open.push(shift);
            }
        }
        open
    }
}

/// The steps that lead to `last`, in the order in which they come about.
fn steps(met: &[Met], at: usize, last: Step) -> Vec<Step> {
    let mut steps = vec![last];
    let mut here = Some(at);
    while let Some(Met { step, before, .. }) = here.map(|here| &met[here]) {
        steps.push(*step);
        here = *before;
    }
    steps.reverse();
    steps
}
