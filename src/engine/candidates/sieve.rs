//! The rules put to everyone for one shift: the same answers as [`crate::rules::refusal`], asked of 55,000 members at once.
//!
//! What is the same for the whole shift (night, what the site lacks, who reaches the site, what a pool can spare) is worked
//! out once; what differs is read from narrow columns. A test holds every answer to the rules' own.

use crate::model::member::Status;
use crate::model::site::Amenity;
use crate::model::{Duty, MemberIx, Roster, Shift, ShiftIx, SiteIx};
use crate::rules::rest::minutes_between;
use crate::rules::{Case, Ground, RuleCode, essential, pool, reach, restriction, skill};
use std::cell::RefCell;

const NO_LINE: u8 = 1;
const NO_NIGHTS: u8 = 2;
const SEATING: u8 = 4;
const ACCESSIBLE: u8 = 8;
const SHELTER: u8 = 16;
const WASHROOM: u8 = 32;
/// Not to be rostered at all.
const INACTIVE: u8 = 64;
/// Has a part in the essential services agreement that may keep the member off a line.
const BOUND: u8 = 128;

/// What the rules ask about each member first, in a byte.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Faces(Vec<u8>);

impl Faces {
    pub fn new(ground: &Ground) -> Self {
        let face = |member: MemberIx| {
            let who = ground.strike.member(member);
            let mut face = 0;
            for (set, bit) in [
                (who.restrictions.no_line, NO_LINE),
                (who.restrictions.no_nights, NO_NIGHTS),
                (who.status != Status::Active, INACTIVE),
                (!ground.bonds(member).is_empty() || !ground.pools(member).is_empty(), BOUND),
            ] {
                if set {
                    face |= bit;
                }
            }
            who.restrictions.amenities().fold(face, |face, amenity| face | bit_of(amenity))
        };
        Self(ground.strike.member_indices().map(face).collect())
    }
}

fn bit_of(amenity: Amenity) -> u8 {
    match amenity {
        Amenity::Seating => SEATING,
        Amenity::Accessible => ACCESSIBLE,
        Amenity::Shelter => SHELTER,
        Amenity::Washroom => WASHROOM,
        Amenity::Parking | Amenity::Transit => 0,
    }
}

/// Who reaches a site, by member.
pub(in crate::engine) fn reach_of(ground: &Ground, site: SiteIx) -> Vec<bool> {
    ground.strike.member_indices().map(|member| reach::refuses(ground, member, site).is_none()).collect()
}

/// One shift's rules, ready to be put to anyone.
#[derive(Debug)]
pub(in crate::engine) struct Sieve<'a> {
    ground: &'a Ground,
    roster: &'a Roster,
    faces: &'a Faces,
    reach: Option<&'a [bool]>,
    ix: ShiftIx,
    shift: &'a Shift,
    /// The restrictions this shift does not meet.
    unmet: u8,
    full: bool,
    /// Of the pools met so far: does it refuse a member who stands nowhere near in time?
    pools: RefCell<Vec<(u32, bool)>>,
}

impl<'a> Sieve<'a> {
    /// `reach`, when it is at hand, is [`reach_of`] the shift's site.
    pub fn new(
        ground: &'a Ground,
        roster: &'a Roster,
        faces: &'a Faces,
        reach: Option<&'a [bool]>,
        ix: ShiftIx,
    ) -> Self {
        let shift = ground.shift(ix);
        let site = ground.strike.site(shift.site);
        let mut unmet = NO_LINE;
        if restriction::touches_night(ground, shift) {
            unmet |= NO_NIGHTS;
        }
        for (_, amenity) in Amenity::WORDS {
            if !site.offers(amenity) {
                unmet |= bit_of(amenity);
            }
        }
        let full = roster.on(ix).len() as u32 >= shift.maximum;
        Self { ground, roster, faces, reach, ix, shift, unmet, full, pools: RefCell::default() }
    }

    /// The first rule, in the contract's order, that keeps `member` from standing there in any post of `posts` (in none
    /// that asks for a skill, when there are no `posts`). The member's own place on the shift, if any, is left out. The
    /// posts are taken to be free.
    pub fn first(&self, member: MemberIx, posts: &[Duty]) -> Option<RuleCode> {
        let face = self.faces.0[member.ix()];
        let week = self.week_around(member);
        if week.overlaps {
            return Some(RuleCode::Overlap);
        }
        if face & BOUND != 0 {
            if essential::refuses(self.ground, member, self.ix).is_some() {
                return Some(RuleCode::Essential);
            }
            if self.pool_refuses(member, week.near) {
                return Some(RuleCode::Pool);
            }
        }
        if face & INACTIVE != 0 {
            return Some(RuleCode::Status);
        }
        if self.ground.availability(member).is_some_and(|windows| !windows.allow(self.shift.span)) {
            return Some(RuleCode::Availability);
        }
        let reaches = match self.reach {
            Some(reach) => reach[member.ix()],
            None => reach::refuses(self.ground, member, self.shift.site).is_none(),
        };
        if !reaches {
            return Some(RuleCode::Reach);
        }
        if face & self.unmet != 0 {
            return Some(RuleCode::Restriction);
        }
        let rules = &self.ground.strike.rules;
        if week.same_day >= rules.shifts_per_day {
            return Some(RuleCode::Daily);
        }
        if week.minutes + self.shift.minutes() > rules.minutes_per_week {
            return Some(RuleCode::Weekly);
        }
        if week.unrested {
            return Some(RuleCode::Rest);
        }
        if self.full && !self.has_a_place(member) {
            return Some(RuleCode::Maximum);
        }
        let skilled = posts.is_empty() || posts.iter().any(|duty| skill::has(self.ground, member, *duty));
        (!skilled).then_some(RuleCode::Skill)
    }

    /// True when the member stands on this full shift, and it is not over-full.
    fn has_a_place(&self, member: MemberIx) -> bool {
        self.roster.on(self.ix).len() as u32 == self.shift.maximum && self.roster.of(member).contains(&self.ix)
    }

    /// The member's other shifts, as far as this one is concerned.
    fn week_around(&self, member: MemberIx) -> Around {
        let mut around = Around::default();
        let buffered = self.shift.span.widened(2 * self.ground.strike.rules.essential_buffer_minutes);
        for &other in self.roster.of(member) {
            if other == self.ix {
                continue;
            }
            let shift = self.ground.shift(other);
            around.same_day += u32::from(shift.date == self.shift.date);
            if shift.week == self.shift.week {
                around.minutes += shift.minutes();
            }
            match minutes_between(self.shift.span, shift.span) {
                Some(minutes) => around.unrested |= minutes < self.ground.strike.rules.min_rest_minutes,
                None => around.overlaps |= shift.span.overlaps(self.shift.span),
            }
            around.near |= shift.span.overlaps(buffered);
        }
        around
    }

    /// Whether a pool refuses. All its members who stand on nothing near in time get the same answer; it is kept.
    fn pool_refuses(&self, member: MemberIx, near: bool) -> bool {
        let pools = self.ground.pools(member);
        if pools.is_empty() {
            return false;
        }
        let case = Case { ground: self.ground, roster: self.roster, member, shift: self.ix, duty: Duty::Picket };
        // A member of several pools gets one answer for all of them, so it can't be shared.
        let &[requirement] = pools else { return pool::judge(&case).is_some() };
        if near || self.roster.of(member).contains(&self.ix) {
            return pool::judge(&case).is_some();
        }
        let mut known = self.pools.borrow_mut();
        if let Some((_, refuses)) = known.iter().find(|(each, _)| *each == requirement.0) {
            return *refuses;
        }
        let refuses = pool::judge(&case).is_some();
        known.push((requirement.0, refuses));
        refuses
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Around {
    overlaps: bool,
    unrested: bool,
    /// Some shift lies so near that it may keep the member out of a pool at the same time.
    near: bool,
    same_day: u32,
    minutes: i64,
}
