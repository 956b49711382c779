//! The rules put to everyone for one shift: the same answers as [`crate::rules::refusal`], asked of 55,000 members at once.
//!
//! What is the same for the whole shift (night, what the site lacks, who reaches the site, what a pool can spare) is worked
//! out once; what differs is read from narrow columns. A test holds every answer to the rules' own.

use super::globe::Globe;
use crate::model::member::Status;
use crate::model::site::Amenity;
use crate::model::{Duty, Instant, MemberIx, PatternIx, Roster, ShiftIx};
use crate::rules::{Case, Ground, RuleCode, essential, pool, restriction, skill};
use rustc_hash::FxHashMap;

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

fn bit_of(amenity: Amenity) -> u8 {
    match amenity {
        Amenity::Seating => SEATING,
        Amenity::Accessible => ACCESSIBLE,
        Amenity::Shelter => SHELTER,
        Amenity::Washroom => WASHROOM,
        Amenity::Parking | Amenity::Transit => 0,
    }
}

/// A shift as far as a member's other shifts are concerned. Seconds count from the first shift's start.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: i32,
    end: i32,
    day: u16,
    week: u16,
}

/// What the rules ask about every member of a roster, in columns.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Columns {
    pub globe: Globe,
    faces: Vec<u8>,
    /// The availability pattern; [`ALWAYS`]: none.
    patterns: Vec<u32>,
    stretches: Vec<Stretch>,
    /// Where each member's shifts begin in `standing`.
    first: Vec<u32>,
    standing: Vec<(ShiftIx, Stretch)>,
}

const ALWAYS: u32 = u32::MAX;

impl Columns {
    pub fn new(ground: &Ground, roster: &Roster) -> Self {
        let base = ground.timetable.shifts.first().map_or(Instant(0), |shift| shift.span.start);
        let since = |at: Instant| (at.0 - base.0) as i32;
        let stretch = |shift: &crate::model::Shift| Stretch {
            start: since(shift.span.start),
            end: since(shift.span.end),
            day: (shift.date - ground.strike.campaign.first_day).num_days() as u16,
            week: shift.week,
        };
        let stretches: Vec<Stretch> = ground.timetable.shifts.iter().map(stretch).collect();
        let members = ground.strike.members.len();
        let (mut faces, mut patterns) = (Vec::with_capacity(members), Vec::with_capacity(members));
        let mut first = Vec::with_capacity(members + 1);
        let mut standing = Vec::with_capacity(roster.len());
        for member in ground.strike.member_indices() {
            faces.push(face(ground, member));
            patterns.push(ground.strike.member(member).availability.map_or(ALWAYS, |pattern| pattern.0));
            first.push(standing.len() as u32);
            standing.extend(roster.of(member).iter().map(|ix| (*ix, stretches[ix.ix()])));
        }
        first.push(standing.len() as u32);
        Self { globe: Globe::new(ground), faces, patterns, stretches, first, standing }
    }

    fn of(&self, member: MemberIx) -> &[(ShiftIx, Stretch)] {
        &self.standing[self.first[member.ix()] as usize..self.first[member.ix() + 1] as usize]
    }
}

fn face(ground: &Ground, member: MemberIx) -> u8 {
    let who = ground.strike.member(member);
    let bits = [
        (who.restrictions.no_line, NO_LINE),
        (who.restrictions.no_nights, NO_NIGHTS),
        (who.status != Status::Active, INACTIVE),
        (!ground.bonds(member).is_empty() || !ground.pools(member).is_empty(), BOUND),
    ];
    let face = bits.into_iter().filter(|(set, _)| *set).fold(0, |face, (_, bit)| face | bit);
    who.restrictions.amenities().fold(face, |face, amenity| face | bit_of(amenity))
}

/// The rules of one shift that look at the member alone, ready to be put to anyone.
#[derive(Debug)]
pub(in crate::engine) struct Bars<'a> {
    ground: &'a Ground,
    columns: &'a Columns,
    ix: ShiftIx,
    /// The restrictions this shift does not meet.
    unmet: u8,
    /// Whether those of a pattern can come; None: not yet asked.
    comes: Vec<Option<bool>>,
}

impl<'a> Bars<'a> {
    pub fn new(ground: &'a Ground, columns: &'a Columns, ix: ShiftIx) -> Self {
        let shift = ground.shift(ix);
        let site = ground.strike.site(shift.site);
        let lacks = Amenity::WORDS.iter().map(|(_, amenity)| *amenity).filter(|amenity| !site.offers(*amenity));
        let mut unmet = lacks.fold(NO_LINE, |unmet, amenity| unmet | bit_of(amenity));
        if restriction::touches_night(ground, shift) {
            unmet |= NO_NIGHTS;
        }
        Self { ground, columns, ix, unmet, comes: vec![None; ground.strike.patterns.len()] }
    }

    /// True when some rule that no roster can change keeps `member` off the shift: all of [`crate::rules::barred`] but
    /// reach, which is asked site by site.
    pub fn bar(&mut self, member: MemberIx) -> bool {
        let face = self.columns.faces[member.ix()];
        face & (INACTIVE | self.unmet) != 0
            || !self.can_come(member)
            || (face & BOUND != 0
                && (essential::refuses(self.ground, member, self.ix).is_some()
                    || pool::holds(self.ground, member, self.ix)))
    }

    fn can_come(&mut self, member: MemberIx) -> bool {
        let pattern = self.columns.patterns[member.ix()];
        if pattern == ALWAYS {
            return true;
        }
        let (ground, ix) = (self.ground, self.ix);
        *self.comes[PatternIx(pattern).ix()].get_or_insert_with(|| {
            ground.availability(member).is_none_or(|windows| windows.allow(ground.shift(ix).span))
        })
    }
}

/// One shift's rules, ready to be put to anyone.
#[derive(Debug)]
pub(in crate::engine) struct Sieve<'a> {
    bars: Bars<'a>,
    roster: &'a Roster,
    reach: &'a [bool],
    this: Stretch,
    minutes: i64,
    /// The shift has its maximum of heads, or more.
    full: bool,
    /// The shift has more heads than its maximum.
    over: bool,
    /// Of the pools met so far: does it refuse a member who stands nowhere near in time?
    pools: FxHashMap<u32, bool>,
}

impl<'a> Sieve<'a> {
    /// `columns` are of the same ground and roster; `reach` is [`Globe::column`] of the shift's site.
    pub fn new(ground: &'a Ground, roster: &'a Roster, columns: &'a Columns, reach: &'a [bool], ix: ShiftIx) -> Self {
        let shift = ground.shift(ix);
        let heads = roster.on(ix).len() as u32;
        Self {
            bars: Bars::new(ground, columns, ix),
            roster,
            reach,
            this: columns.stretches[ix.ix()],
            minutes: shift.minutes(),
            full: heads >= shift.maximum,
            over: heads > shift.maximum,
            pools: FxHashMap::default(),
        }
    }

    /// The first rule, in the contract's order, that keeps `member` from standing there in any post of `posts` (in none
    /// that asks for a skill, when there are no `posts`). The member's own place on the shift, if any, is left out. The
    /// posts are taken to be free.
    pub fn first(&mut self, member: MemberIx, posts: &[Duty]) -> Option<RuleCode> {
        let face = self.bars.columns.faces[member.ix()];
        let around = self.around(member);
        if around.overlaps {
            return Some(RuleCode::Overlap);
        }
        if face & BOUND != 0 {
            if essential::refuses(self.bars.ground, member, self.bars.ix).is_some() {
                return Some(RuleCode::Essential);
            }
            if self.pool_refuses(member) {
                return Some(RuleCode::Pool);
            }
        }
        if face & INACTIVE != 0 {
            return Some(RuleCode::Status);
        }
        if !self.bars.can_come(member) {
            return Some(RuleCode::Availability);
        }
        if !self.reach[member.ix()] {
            return Some(RuleCode::Reach);
        }
        if face & self.bars.unmet != 0 {
            return Some(RuleCode::Restriction);
        }
        let rules = &self.bars.ground.strike.rules;
        if around.same_day >= rules.shifts_per_day {
            return Some(RuleCode::Daily);
        }
        let rostered = if around.same_week { self.rostered(member) } else { 0 };
        if rostered + self.minutes > rules.minutes_per_week {
            return Some(RuleCode::Weekly);
        }
        if around.unrested {
            return Some(RuleCode::Rest);
        }
        if self.full && (self.over || !self.roster.of(member).contains(&self.bars.ix)) {
            return Some(RuleCode::Maximum);
        }
        let skilled = posts.is_empty() || posts.iter().any(|duty| skill::has(self.bars.ground, member, *duty));
        (!skilled).then_some(RuleCode::Skill)
    }

    /// The member's other shifts, as far as this one is concerned.
    fn around(&self, member: MemberIx) -> Around {
        let mut around = Around::default();
        let this = self.this;
        let rest = self.bars.ground.strike.rules.min_rest_minutes * 60;
        for (ix, other) in self.bars.columns.of(member) {
            if *ix == self.bars.ix {
                continue;
            }
            around.same_day += u32::from(other.day == this.day);
            around.same_week |= other.week == this.week;
            // Seconds between the two; negative when they overlap.
            let between = i64::from((other.start - this.end).max(this.start - other.end));
            around.overlaps |= between < 0;
            around.unrested |= between < rest;
        }
        around
    }

    /// Minutes of the member's other shifts in the same week.
    fn rostered(&self, member: MemberIx) -> i64 {
        let others = self
            .bars
            .columns
            .of(member)
            .iter()
            .filter(|(ix, other)| *ix != self.bars.ix && other.week == self.this.week);
        others.map(|(ix, _)| self.bars.ground.shift(*ix).minutes()).sum()
    }

    /// Whether a pool refuses. All its members who stand on nothing near in time get the same answer; it is kept.
    fn pool_refuses(&mut self, member: MemberIx) -> bool {
        let pools = self.bars.ground.pools(member);
        let case =
            Case { ground: self.bars.ground, roster: self.roster, member, shift: self.bars.ix, duty: Duty::Picket };
        match pools {
            [] => false,
            // A member of several pools gets one answer for all of them, so it can't be shared.
            &[requirement] if !self.stands_near(member) => {
                *self.pools.entry(requirement.0).or_insert_with(|| pool::judge(&case).is_some())
            }
            _ => pool::judge(&case).is_some(),
        }
    }

    /// True when the member stands on this shift, or so near in time that it may keep the member out of a pool as well.
    fn stands_near(&self, member: MemberIx) -> bool {
        let buffer = self.bars.ground.strike.rules.essential_buffer_minutes;
        let span = self.bars.ground.shift(self.bars.ix).span.widened(buffer);
        self.roster.of(member).iter().any(|other| self.bars.ground.shift(*other).span.widened(buffer).overlaps(span))
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Around {
    overlaps: bool,
    unrested: bool,
    same_week: bool,
    same_day: u32,
}
