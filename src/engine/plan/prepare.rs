//! From the strike to the task: who can stand when and where, and what assignments that stay have taken.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::bits::Bits;
use super::kinds::{CAPTAIN, Kind, Kinds};
use super::offers::ShiftsAt;
use super::pools;
use super::task::{Class, Keep, NONE, Person, Post, Slot, Stand, Task};
use crate::engine::candidates::globe::Globe;
use crate::model::time::Span;
use crate::model::{Duty, Instant, MemberIx, Origin, Roster, ShiftIx, SiteIx};
use crate::rules::{Ground, availability, essential, pool, restriction, status};

impl<'a> Task<'a> {
    /// Works the task out.
    pub(super) fn new(ground: &'a Ground, roster: &Roster, keep: Keep) -> Self {
        let kinds = Kinds::new(ground);
        let (slots, slot_of) = slots(ground);
        let clash = clashes(&slots, ground.strike.rules.min_rest_minutes);
        let weeks = ground.timetable.weeks.len();
        let shut = |shift: ShiftIx| {
            let shift = ground.shift(shift);
            keep.from.is_some_and(|from| shift.span.start < from) || keep.at.is_some_and(|open| !open[shift.site.ix()])
        };
        let mut posts = posts(ground, &kinds, &slot_of, &shut);
        let mut fixed: Vec<Vec<Stand>> = vec![Vec::new(); ground.strike.members.len()];
        for each in roster.iter() {
            let by_hand = each.origin == Origin::Hand && !keep.from_scratch;
            if each.pinned || by_hand || shut(each.shift) {
                let kind = kinds.of(each.duty);
                let post = &mut posts[each.shift.ix()];
                post.held += 1;
                if let Some(row) = post.kinds.iter_mut().find(|row| row.0 == kind) {
                    row.2 += 1;
                }
                fixed[each.member.ix()].push(Stand { member: each.member.0, shift: each.shift.0, kind });
            }
        }
        let shifts_at = ShiftsAt::new(&posts, slots.len(), ground.strike.sites.len());
        let mut week_slots = vec![Vec::new(); weeks];
        for (i, slot) in slots.iter().enumerate() {
            week_slots[usize::from(slot.week)].push(i as u32);
        }
        let mut task = Self {
            ground,
            open: Bits::new(fixed.len(), slots.len()),
            allowed: Bits::new(fixed.len(), slots.len()),
            slots,
            posts,
            people: Vec::new(),
            classes: Vec::new(),
            skillsets: Vec::new(),
            slot_of,
            clash,
            shifts_at,
            spots: Vec::new(),
            fixed,
            pools: Vec::new(),
            weeks,
            week_slots,
        };
        task.meet_people(&kinds);
        task.open_slots();
        task.allowed = task.open.clone();
        task.close_taken(keep.from);
        task.pools = pools::rows(&mut task);
        task
    }

    fn meet_people(&mut self, kinds: &Kinds) {
        let mut known: FxHashMap<ClassKey, (u32, u32)> = FxHashMap::default();
        let mut classes: FxHashMap<Class, u32> = FxHashMap::default();
        let mut skillsets: FxHashMap<Vec<Kind>, u32> = FxHashMap::default();
        let globe = Globe::new(self.ground);
        let mut used: Vec<u32> = self.posts.iter().map(|p| p.site).collect();
        used.sort_unstable();
        used.dedup();
        for m in self.ground.strike.member_indices() {
            let who = self.ground.strike.member(m);
            if status::refuses(self.ground, m).is_some() || who.restrictions.no_line {
                self.people.push(Person { class: NONE, skillset: 0, spot: NONE });
                continue;
            }
            let key = ClassKey::of(self.ground, m);
            let (class, spot) = *known.entry(key).or_insert_with(|| {
                let class = class(self.ground, &globe, m, &used);
                let class = *classes.entry(class).or_insert_with_key(|class| {
                    self.classes.push(class.clone());
                    self.classes.len() as u32 - 1
                });
                self.spots.push(m.0);
                (class, self.spots.len() as u32 - 1)
            });
            let set = kinds.of_member(self.ground, m);
            let next = self.skillsets.len() as u32;
            let skillset = *skillsets.entry(set.clone()).or_insert(next);
            if skillset == next {
                self.skillsets.push(set);
            }
            self.people.push(Person { class, skillset, spot });
        }
    }

    /// Opens every slot that availability, essential duty, nights and empty pools leave the member.
    fn open_slots(&mut self) {
        let ground = self.ground;
        let mut free: FxHashMap<u32, Vec<bool>> = FxHashMap::default();
        let nights: Vec<bool> =
            self.slots.iter().map(|s| restriction::touches_night(ground, ground.shift(s.sample))).collect();
        for m in 0..self.people.len() as u32 {
            if self.people[m as usize].class == NONE {
                continue;
            }
            let ix = MemberIx(m);
            let who = ground.strike.member(ix);
            let available = who.availability.map(|pattern| {
                &*free.entry(pattern.0).or_insert_with(|| {
                    self.slots.iter().map(|s| availability::refuses(ground, ix, s.sample).is_none()).collect()
                })
            });
            let bound = !ground.bonds(ix).is_empty();
            let pooled = !ground.pools(ix).is_empty();
            for (i, slot) in self.slots.iter().enumerate() {
                let open = available.is_none_or(|free| free[i])
                    && !(who.restrictions.no_nights && nights[i])
                    && !(bound && essential::refuses(ground, ix, slot.sample).is_some())
                    && !(pooled && pool::holds(ground, ix, slot.sample));
                if open {
                    self.open.set(m, i as u32);
                }
            }
        }
    }

    /// Closes slots that have begun, and those that assignments which stay rule out.
    fn close_taken(&mut self, from: Option<Instant>) {
        if let Some(from) = from {
            for (i, slot) in self.slots.iter().enumerate() {
                if slot.span.start < from {
                    self.open.clear_column(i as u32);
                }
            }
        }
        let (per_day, cap) = (self.ground.strike.rules.shifts_per_day, self.week_cap());
        if per_day == 0 {
            self.open = Bits::new(self.people.len(), self.slots.len());
        }
        for m in 0..self.people.len() as u32 {
            if self.fixed[m as usize].is_empty() {
                if self.people[m as usize].class != NONE {
                    let too_long = |s: u32| self.slots[s as usize].minutes > cap;
                    for s in self.open.row(m).filter(|&s| too_long(s)).collect::<Vec<_>>() {
                        self.open.clear(m, s);
                    }
                }
                continue;
            }
            let taken: Vec<u32> = self.fixed[m as usize].iter().map(|s| self.slot_of(s.shift)).collect();
            for s in self.open.row(m).collect::<Vec<_>>() {
                let slot = &self.slots[s as usize];
                let clashes = taken.iter().any(|&t| t == s || self.clash.has(s, t));
                let day_full = self.fixed_in_day(m, slot.day) >= per_day;
                let week_full = self.fixed_minutes(m, slot.week) + slot.minutes > cap;
                if clashes || day_full || week_full {
                    self.open.clear(m, s);
                }
            }
        }
    }
}

/// Every slot, in order of start; and the slot of each shift.
fn slots(ground: &Ground) -> (Vec<Slot>, Vec<u32>) {
    let mut slots = Vec::new();
    let mut known: FxHashMap<(Span, u32, u64), u32> = FxHashMap::default();
    let mut slot_of = Vec::with_capacity(ground.timetable.len());
    for ix in ground.timetable.indices() {
        let shift = ground.shift(ix);
        let day = (shift.date - ground.strike.campaign.first_day).num_days() as u32;
        let mut zone = FxHasher::default();
        ground.strike.site(shift.site).zone.hash(&mut zone);
        let slot = *known.entry((shift.span, day, zone.finish())).or_insert_with(|| {
            slots.push(Slot { span: shift.span, day, week: shift.week, minutes: shift.minutes(), sample: ix });
            slots.len() as u32 - 1
        });
        slot_of.push(slot);
    }
    (slots, slot_of)
}

/// For each slot the others that overlap it or leave too little rest. Slots are in order of start.
fn clashes(slots: &[Slot], rest: i64) -> Bits {
    let mut clash = Bits::new(slots.len(), slots.len());
    let longest = slots.iter().map(|s| s.minutes).max().unwrap_or(0);
    for (i, a) in slots.iter().enumerate() {
        for (j, b) in slots.iter().enumerate().skip(i + 1) {
            if b.span.start.minutes_since(a.span.start) > longest + rest {
                break;
            }
            if crowds(a.span, b.span, rest) {
                clash.set(i as u32, j as u32);
                clash.set(j as u32, i as u32);
            }
        }
    }
    clash
}

/// Whether one member can't stand in both spans.
fn crowds(a: Span, b: Span, rest: i64) -> bool {
    a.overlaps(b) || crate::rules::rest::minutes_between(a, b).is_some_and(|minutes| minutes < rest)
}

fn posts(ground: &Ground, kinds: &Kinds, slot_of: &[u32], shut: &dyn Fn(ShiftIx) -> bool) -> Vec<Post> {
    let post = |ix: ShiftIx| {
        let shift = ground.shift(ix);
        let captains = (shift.captains > 0).then_some((CAPTAIN, shift.captains as i32, 0));
        let needs = shift.needs.iter().map(|&(skill, n)| (kinds.of(Duty::Skill(skill)), n as i32, 0));
        Post {
            slot: slot_of[ix.ix()],
            site: shift.site.0,
            template: shift.template.0,
            minimum: shift.minimum as i32,
            target: shift.target as i32,
            maximum: shift.maximum as i32,
            kinds: captains.into_iter().chain(needs).collect(),
            held: 0,
            shut: shut(ix),
        }
    };
    ground.timetable.indices().map(post).collect()
}

/// What makes two members interchangeable as far as places go.
#[derive(PartialEq, Eq, Hash)]
struct ClassKey {
    start: Option<(u64, u64)>,
    reach: u64,
    home: u32,
    sites: Vec<u32>,
    needs: u8,
}

impl ClassKey {
    fn of(ground: &Ground, member: MemberIx) -> Self {
        let who = ground.strike.member(member);
        let needs = who.restrictions.amenities().fold(0, |bits, amenity| bits | 1 << amenity as u8);
        Self {
            start: who.start.map(|p| (p.latitude.to_bits(), p.longitude.to_bits())),
            reach: who.reach_km.to_bits(),
            home: who.home.map_or(NONE, |s| s.0),
            sites: who.sites.iter().map(|s| s.0).collect(),
            needs,
        }
    }
}

fn class(ground: &Ground, globe: &Globe, member: MemberIx, used: &[u32]) -> Class {
    let who = ground.strike.member(member);
    let suits = |&s: &u32| {
        let site = SiteIx(s);
        let offers = || who.restrictions.amenities().all(|a| ground.strike.site(site).offers(a));
        globe.reaches(ground, member, site) && offers()
    };
    Class { sites: used.iter().copied().filter(suits).collect() }
}
