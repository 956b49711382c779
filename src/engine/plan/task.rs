//! The task in dense numbers: slots, posts, people in classes, and what is taken already.
//!
//! A *slot* is a span on a date in a time zone; whether a member is free then does not depend on the site. A *class* holds
//! the members who can be sent to the same sites. So the millions of pairs
//! (member, shift) are a product of (member, slot) and (class, site), and nothing larger is ever written down.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::bits::Bits;
use super::pools::{self, PoolRow};
use crate::engine::candidates::globe::Globe;
use crate::model::time::Span;
use crate::model::{Duty, Instant, MemberIx, Origin, Roster, ShiftIx, SiteIx, SkillIx};
use crate::rules::{Ground, availability, essential, pool, reach, restriction, status};

/// No such number.
pub(super) const NONE: u32 = u32::MAX;

/// A post's kind: picket, captain, or a skill in the order of names.
pub(super) type Kind = u16;
/// The post that needs nothing.
pub(super) const PICKET: Kind = 0;
/// The captain's post.
pub(super) const CAPTAIN: Kind = 1;

/// A span on a local date in a time zone.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) span: Span,
    /// Days since the first day of the plan.
    pub(super) day: u32,
    pub(super) week: u16,
    pub(super) minutes: i64,
    /// One of its shifts, to put questions to the rules with.
    sample: ShiftIx,
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
    /// Slots that can't be stood by one member together with this one (overlap, rest), itself left out.
    pub(super) clash: Vec<Vec<u32>>,
    /// Shifts by slot and site.
    shifts_at: ShiftsAt,
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
pub(super) struct Keep {
    /// Assignments made by hand go like the planner's own.
    pub(super) from_scratch: bool,
    /// Shifts that began before this stay as they are.
    pub(super) from: Option<Instant>,
}

impl<'a> Task<'a> {
    /// Works the task out.
    pub(super) fn new(ground: &'a Ground, roster: &Roster, keep: Keep) -> Self {
        let kinds = Kinds::new(ground);
        let (slots, slot_of) = slots(ground);
        let clash = clashes(&slots, ground.strike.rules.min_rest_minutes);
        let weeks = ground.timetable.weeks.len();
        let shut = |shift: ShiftIx| keep.from.is_some_and(|from| ground.shift(shift).span.start < from);
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
        self.posts[shift as usize].slot
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
        let (who, site) = (self.ground.strike.member(MemberIx(member)), self.posts[shift as usize].site);
        let rank = who.sites.iter().position(|s| s.0 == site).unwrap_or(who.sites.len());
        rank as u32 + self.wish(member, shift)
    }

    /// A member's rank of a shift's template.
    pub(super) fn wish(&self, member: u32, shift: u32) -> u32 {
        let (who, template) = (self.ground.strike.member(MemberIx(member)), self.posts[shift as usize].template);
        who.shifts.iter().position(|t| t.0 == template).unwrap_or(who.shifts.len()) as u32
    }

    /// Kilometres from where a member starts to a shift, rounded; nothing where that is not known.
    pub(super) fn km(&self, member: u32, shift: u32) -> u32 {
        self.km_to(member, self.posts[shift as usize].site)
    }

    /// The same to a site.
    pub(super) fn km_to(&self, member: u32, site: u32) -> u32 {
        reach::distance_km(self.ground, MemberIx(member), SiteIx(site)).map_or(0, |km| km.round() as u32)
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
                let clashes = taken.iter().any(|&t| t == s || self.clash[s as usize].contains(&t));
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
fn clashes(slots: &[Slot], rest: i64) -> Vec<Vec<u32>> {
    let mut clash = vec![Vec::new(); slots.len()];
    let longest = slots.iter().map(|s| s.minutes).max().unwrap_or(0);
    for (i, a) in slots.iter().enumerate() {
        for (j, b) in slots.iter().enumerate().skip(i + 1) {
            if b.span.start.minutes_since(a.span.start) > longest + rest {
                break;
            }
            if crowds(a.span, b.span, rest) {
                clash[i].push(j as u32);
                clash[j].push(i as u32);
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

/// In which slots there are shifts at each site.
pub(super) struct Offers(Bits);

impl Offers {
    /// Of these shifts.
    pub(super) fn new(task: &Task, shifts: impl IntoIterator<Item = u32>) -> Self {
        let mut slots = Bits::new(task.ground.strike.sites.len(), task.slots.len());
        for s in shifts {
            let post = &task.posts[s as usize];
            slots.set(post.site, post.slot);
        }
        Self(slots)
    }

    /// In which slots the members of a class can stand anywhere.
    pub(super) fn to(&self, task: &Task, class: u32) -> Vec<bool> {
        let mut slots = vec![false; task.slots.len()];
        for &site in &task.classes[class as usize].sites {
            for slot in self.0.row(site) {
                slots[slot as usize] = true;
            }
        }
        slots
    }
}

/// Shifts by slot and site, in rows.
#[derive(Debug)]
struct ShiftsAt {
    first: Vec<u32>,
    shifts: Vec<u32>,
    sites: usize,
}

impl ShiftsAt {
    fn new(posts: &[Post], slots: usize, sites: usize) -> Self {
        let row = |post: &Post| post.slot as usize * sites + post.site as usize;
        let mut first = vec![0; slots * sites + 1];
        for post in posts {
            first[row(post) + 1] += 1;
        }
        for i in 1..first.len() {
            first[i] += first[i - 1];
        }
        let mut next = first.clone();
        let mut shifts = vec![0; posts.len()];
        for (s, post) in posts.iter().enumerate() {
            let at = &mut next[row(post)];
            shifts[*at as usize] = s as u32;
            *at += 1;
        }
        Self { first, shifts, sites }
    }

    fn get(&self, slot: u32, site: u32) -> &[u32] {
        let row = slot as usize * self.sites + site as usize;
        &self.shifts[self.first[row] as usize..self.first[row + 1] as usize]
    }
}

/// The kinds of posts that some shift asks for.
pub(super) struct Kinds {
    skills: Vec<SkillIx>,
}

impl Kinds {
    pub(super) fn new(ground: &Ground) -> Self {
        let mut skills: Vec<SkillIx> =
            ground.timetable.shifts.iter().flat_map(|s| s.needs.iter().map(|(skill, _)| *skill)).collect();
        skills.sort_unstable();
        skills.dedup();
        Self { skills }
    }

    /// The number of a duty; a skill that no shift asks for counts as picket.
    pub(super) fn of(&self, duty: Duty) -> Kind {
        match duty {
            Duty::Picket => PICKET,
            Duty::Captain => CAPTAIN,
            Duty::Skill(skill) => self.skills.binary_search(&skill).map_or(PICKET, |i| i as Kind + 2),
        }
    }

    /// The duty of a number.
    pub(super) fn duty(&self, kind: Kind) -> Duty {
        match kind {
            PICKET => Duty::Picket,
            CAPTAIN => Duty::Captain,
            kind => Duty::Skill(self.skills[usize::from(kind) - 2]),
        }
    }

    fn of_member(&self, ground: &Ground, member: MemberIx) -> Vec<Kind> {
        let who = ground.strike.member(member);
        let captain = ground.captain.is_some_and(|c| who.has(c)).then_some(CAPTAIN);
        let skills = who.skills.iter().filter_map(|s| self.skills.binary_search(s).ok()).map(|i| i as Kind + 2);
        std::iter::once(PICKET).chain(captain).chain(skills).collect()
    }
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
