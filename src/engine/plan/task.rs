//! The task in dense numbers: slots, posts, people in classes, and what is taken already.
//!
//! A *slot* is a span on a date in a time zone; whether a member is free then does not depend on the site. A *class* holds
//! the members who can be sent to the same sites. So the millions of pairs
//! (member, shift) are a product of (member, slot) and (class, site), and nothing larger is ever written down.

use super::bits::Bits;
use super::kinds::Kind;
use super::offers::ShiftsAt;
use super::pools::PoolRow;
use crate::model::time::Span;
use crate::model::{Instant, MemberIx, ShiftIx, SiteIx};
use crate::rules::{Ground, reach};

/// No such number.
pub(super) const NONE: u32 = u32::MAX;

/// A span on a local date in a time zone.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) span: Span,
    /// Days since the first day of the plan.
    pub(super) day: u32,
    pub(super) week: u16,
    pub(super) minutes: i64,
    /// One of its shifts, to put questions to the rules with.
    pub(super) sample: ShiftIx,
}

/// A shift's numbers, and what of them is taken by assignments that stay.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) slot: u32,
    pub(super) site: u32,
    pub(super) template: u32,
    pub(super) minimum: i32,
    pub(super) target: i32,
    pub(super) maximum: i32,
    /// Captains (first) and skills, with how many are asked and how many of these are held by assignments that stay.
    pub(super) kinds: Vec<(Kind, i32, i32)>,
    /// Heads that stay.
    pub(super) held: i32,
    /// Takes nobody new: it began before the planner may change anything.
    pub(super) shut: bool,
}

impl Post {
    /// Heads that may still come.
    pub(super) fn room(&self) -> i32 {
        if self.shut { 0 } else { (self.maximum - self.held).max(0) }
    }
}

/// What does not change about a member while planning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// The member's class; `NONE`: never rostered.
    pub(super) class: u32,
    /// The set of kinds of posts that the member can hold.
    pub(super) skillset: u32,
    /// Members with one spot start from one place, and are of one class.
    pub(super) spot: u32,
}

/// One assignment in dense numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stand {
    pub(super) member: u32,
    pub(super) shift: u32,
    pub(super) kind: Kind,
}

/// Where the members of a class can be sent, with what they think of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Class {
    /// Sites in reach with what the members need there, in order.
    pub(super) sites: Vec<u32>,
}

/// Everything the planner works on.
#[derive(Debug)]
pub(super) struct Task<'a> {
    pub(super) ground: &'a Ground,
    pub(super) slots: Vec<Slot>,
    pub(super) posts: Vec<Post>,
    pub(super) people: Vec<Person>,
    pub(super) classes: Vec<Class>,
    /// Kinds of posts of each skillset, picket included, in order.
    pub(super) skillsets: Vec<Vec<Kind>>,
    /// Which slots each member may still stand in, as far as the member alone goes.
    pub(super) open: Bits,
    /// The same before assignments that stay are counted: what the strike allows the member at all.
    pub(super) allowed: Bits,
    /// The slot of each shift.
    pub(super) slot_of: Vec<u32>,
    /// Slots that can't be stood by one member together with this one (overlap, rest), itself left out.
    pub(super) clash: Bits,
    /// Shifts by slot and site.
    pub(super) shifts_at: ShiftsAt,
    /// A member of each spot, to measure distances from.
    pub(super) spots: Vec<u32>,
    /// Assignments that stay, by member.
    pub(super) fixed: Vec<Vec<Stand>>,
    /// Pools that could be overdrawn.
    pub(super) pools: Vec<PoolRow>,
    pub(super) weeks: usize,
    /// The slots of each week, in order.
    pub(super) week_slots: Vec<Vec<u32>>,
}

/// Which of the present assignments stay.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keep<'a> {
    /// Assignments made by hand go like the planner's own.
    pub(super) from_scratch: bool,
    /// Shifts that began before this stay as they are.
    pub(super) from: Option<Instant>,
    /// By site, whether anything may change there; None: everywhere.
    pub(super) at: Option<&'a [bool]>,
}

impl Task<'_> {
    /// The kinds of posts a member can hold.
    pub(super) fn kinds_of(&self, member: u32) -> &[Kind] {
        self.skillsets.get(self.people[member as usize].skillset as usize).map_or(&[], Vec::as_slice)
    }

    /// The shifts in a slot at a site: one a line, as a rule.
    pub(super) fn shifts_at(&self, slot: u32, site: u32) -> &[u32] {
        self.shifts_at.get(slot, site)
    }

    /// The slot of a shift.
    pub(super) fn slot_of(&self, shift: u32) -> u32 {
        self.slot_of[shift as usize]
    }

    /// Most minutes a member may stand in one week.
    pub(super) fn week_cap(&self) -> i64 {
        self.ground.strike.rules.minutes_per_week
    }

    /// Minutes a week that earn full strike pay.
    pub(super) fn pay(&self) -> i64 {
        self.ground.strike.pay.minutes_per_week
    }

    /// Minutes that assignments which stay take of a member's week.
    pub(super) fn fixed_minutes(&self, member: u32, week: u16) -> i64 {
        let minutes = |s: &Stand| {
            let slot = &self.slots[self.slot_of(s.shift) as usize];
            if slot.week == week { slot.minutes } else { 0 }
        };
        self.fixed[member as usize].iter().map(minutes).sum()
    }

    /// Shifts that assignments which stay take of a member's day.
    pub(super) fn fixed_in_day(&self, member: u32, day: u32) -> u32 {
        self.fixed[member as usize].iter().filter(|s| self.slots[self.slot_of(s.shift) as usize].day == day).count()
            as u32
    }

    /// Whether the member's class can be sent to a site.
    pub(super) fn reaches(&self, member: u32, site: u32) -> bool {
        let class = self.people[member as usize].class;
        class != NONE && self.classes[class as usize].sites.binary_search(&site).is_ok()
    }

    /// A member's rank of a shift's site and template: less is better.
    pub(super) fn dislike(&self, member: u32, shift: u32) -> u32 {
        self.site_rank(member, self.posts[shift as usize].site) + self.wish(member, shift)
    }

    /// A member's rank of a shift's template.
    pub(super) fn wish(&self, member: u32, shift: u32) -> u32 {
        self.template_rank(member, self.posts[shift as usize].template)
    }

    /// A member's rank of a template: less is better.
    pub(super) fn template_rank(&self, member: u32, template: u32) -> u32 {
        let wishes = &self.ground.strike.member(MemberIx(member)).shifts;
        wishes.iter().position(|t| t.0 == template).unwrap_or(wishes.len()) as u32
    }

    /// A member's rank of a site: less is better.
    pub(super) fn site_rank(&self, member: u32, site: u32) -> u32 {
        let wishes = &self.ground.strike.member(MemberIx(member)).sites;
        wishes.iter().position(|s| s.0 == site).unwrap_or(wishes.len()) as u32
    }

    /// Kilometres from where a member starts to a shift, rounded; nothing where that is not known.
    pub(super) fn km(&self, member: u32, shift: u32) -> u32 {
        self.km_to(member, self.posts[shift as usize].site)
    }

    /// The same to a site.
    pub(super) fn km_to(&self, member: u32, site: u32) -> u32 {
        reach::distance_km(self.ground, MemberIx(member), SiteIx(site)).map_or(0, |km| km.round() as u32)
    }
}
