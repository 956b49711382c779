//! The field: who could come to which shift, whatever the roster.
//!
//! What no assignment changes is worked out once and kept, to be shared by everyone who asks about the same strike: who can
//! come at each time at which shifts stand, once a time; who reaches a site, once a site; whom a site's lacks keep away, once
//! for each combination of lacks; who has a skill, once a skill. Nothing is worked out before it is asked for. When one
//! member's availability changes, [`Field::hear`] brings along what is known; anything else makes another field.

use super::crowd::Crowd;
use crate::engine::candidates::globe::{Bands, Globe};
use crate::model::site::Amenity;
use crate::model::{Duty, MemberIx, Shift, ShiftIx, SiteIx, Span};
use crate::rules::{Ground, availability, essential, pool, restriction, skill, status};
use chrono::NaiveDate;
use chrono_tz::Tz;
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

const NO_LINE: u8 = 1;
const NO_NIGHTS: u8 = 2;
/// The bit of the first amenity; the others follow in the order of [`AMENITIES`].
const FIRST_AMENITY: usize = 2;
const AMENITIES: [Amenity; 4] = [Amenity::Seating, Amenity::Accessible, Amenity::Shelter, Amenity::Washroom];
const LACKS: usize = 1 << (FIRST_AMENITY + AMENITIES.len());

/// A time at which shifts stand: where, is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Time {
    span: Span,
    date: NaiveDate,
    week: u16,
}

/// Tells one field from another; copies are the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Stamp(Arc<()>);

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A strike's field. It goes with one [`Ground`], which every question brings along.
#[derive(Debug, Clone)]
pub struct Field {
    stamp: Stamp,
    /// Who can come at other times than when it was made, in the order told.
    heard: Vec<MemberIx>,
    members: usize,
    globe: Globe,
    /// Every time, with one of its shifts.
    times: Vec<(Time, ShiftIx)>,
    /// Of each shift, the number of its time, and what it lacks.
    of_shift: Vec<(u32, u8)>,
    /// The shortest shift's minutes.
    shortest: i64,
    can_come: Vec<OnceLock<Crowd>>,
    bands: OnceLock<Bands>,
    reach: Vec<OnceLock<Crowd>>,
    kept_away: Vec<OnceLock<Crowd>>,
    skilled: Vec<OnceLock<Crowd>>,
    regions: OnceLock<Regions>,
}

/// Stretches of country that nobody leaves.
#[derive(Debug, Clone)]
struct Regions {
    /// Of each site.
    of_site: Vec<u32>,
    /// The shifts of each in each week, in order.
    shifts: FxHashMap<(u32, u16), Vec<ShiftIx>>,
    /// The sites of each, in order.
    sites: FxHashMap<u32, Vec<SiteIx>>,
    /// The shifts at each site in each week, in order.
    at: FxHashMap<(SiteIx, u16), Vec<ShiftIx>>,
}

impl Field {
    /// The field of a strike, with nothing worked out yet.
    pub fn new(ground: &Ground) -> Self {
        let mut found: FxHashMap<Time, u32> = FxHashMap::default();
        let mut nights: FxHashMap<(Span, Tz), bool> = FxHashMap::default();
        let mut times = Vec::new();
        let mut of_shift = Vec::with_capacity(ground.timetable.len());
        let mut shortest = i64::MAX;
        for ix in ground.timetable.indices() {
            let shift = ground.shift(ix);
            shortest = shortest.min(shift.minutes());
            let time = Time { span: shift.span, date: shift.date, week: shift.week };
            let number = *found.entry(time).or_insert_with(|| {
                times.push((time, ix));
                times.len() as u32 - 1
            });
            let zone = ground.strike.site(shift.site).zone;
            let night = *nights.entry((shift.span, zone)).or_insert_with(|| restriction::touches_night(ground, shift));
            of_shift.push((number, lacks(ground, shift, night)));
        }
        let cells = |count: usize| std::iter::repeat_with(OnceLock::new).take(count).collect();
        Self {
            stamp: Stamp::default(),
            heard: Vec::new(),
            members: ground.strike.members.len(),
            globe: Globe::new(ground),
            of_shift,
            shortest,
            can_come: cells(times.len()),
            times,
            bands: OnceLock::new(),
            reach: cells(ground.strike.sites.len()),
            kept_away: cells(LACKS),
            skilled: cells(ground.strike.skills.len()),
            regions: OnceLock::new(),
        }
    }

    /// Brings along what was worked out when `member` can come at other times than before, and nothing else has changed:
    /// neither shifts, nor rules, nor anyone else.
    pub fn hear(&mut self, ground: &Ground, member: MemberIx) {
        self.heard.push(member);
        for (cell, (_, shift)) in self.can_come.iter_mut().zip(&self.times) {
            if let Some(crowd) = cell.get_mut() {
                if can_come(ground, member, *shift) { crowd.insert(member) } else { crowd.remove(member) }
            }
        }
    }

    /// Works everything out that does not depend on who asks; for a thread that has time.
    pub fn warm(&self, ground: &Ground) {
        self.regions(ground);
        for shift in ground.timetable.indices() {
            self.can_come(ground, shift);
            self.reach(ground, ground.shift(shift).site);
            self.kept_away(ground, shift);
        }
    }

    /// Which field this is.
    pub(super) fn stamp(&self) -> Stamp {
        self.stamp.clone()
    }

    /// Those it heard of, in order.
    pub(super) fn heard(&self) -> &[MemberIx] {
        &self.heard
    }

    pub(super) fn nobody(&self) -> Crowd {
        Crowd::nobody(self.members)
    }

    pub(super) fn everyone(&self) -> Crowd {
        Crowd::everybody(self.members)
    }

    /// How many times there are.
    pub(super) fn times(&self) -> usize {
        self.times.len()
    }

    /// The number of the time at which `shift` stands.
    pub(super) fn time(&self, shift: ShiftIx) -> usize {
        self.of_shift[shift.ix()].0 as usize
    }

    /// A shift of that time.
    pub(super) fn shift_of(&self, time: usize) -> ShiftIx {
        self.times[time].1
    }

    /// The shortest shift's minutes.
    pub(super) fn shortest(&self) -> i64 {
        self.shortest
    }

    /// Whom no rule keeps off `shift` that no roster can change, as far as they don't look at the site.
    pub(super) fn can_come(&self, ground: &Ground, shift: ShiftIx) -> &Crowd {
        self.can_come[self.time(shift)].get_or_init(|| all_who_can_come(ground, shift))
    }

    /// Who reaches `site`.
    pub(super) fn reach(&self, ground: &Ground, site: SiteIx) -> &Crowd {
        self.reach[site.ix()].get_or_init(|| {
            let bands = self.bands.get_or_init(|| Bands::new(ground, &self.globe));
            let mut crowd = self.nobody();
            bands.who_reaches(ground, &self.globe, site).for_each(|member| crowd.insert(member));
            crowd
        })
    }

    /// Whose restrictions `shift` does not meet.
    pub(super) fn kept_away(&self, ground: &Ground, shift: ShiftIx) -> &Crowd {
        let lacks = self.of_shift[shift.ix()].1;
        self.kept_away[usize::from(lacks)].get_or_init(|| self.all(|member| asks(ground, member) & lacks != 0))
    }

    /// Who has the skill of `duty`; None: it asks for none. A post that nobody can hold has nobody.
    pub(super) fn skilled(&self, ground: &Ground, duty: Duty) -> Option<&Crowd> {
        static NOBODY: OnceLock<Crowd> = OnceLock::new();
        let which = match duty {
            Duty::Skill(which) => Some(which),
            Duty::Captain => ground.captain,
            Duty::Picket => return None,
        };
        let Some(which) = which else { return Some(NOBODY.get_or_init(|| Crowd::nobody(0))) };
        Some(self.skilled[which.ix()].get_or_init(|| self.all(|member| skill::has(ground, member, duty))))
    }

    /// Whom no rule keeps off `shift` that no roster can change: as [`crate::rules::barred`] has it.
    pub(super) fn free(&self, ground: &Ground, shift: ShiftIx) -> Crowd {
        let mut free = self.can_come(ground, shift).clone();
        free.keep(self.reach(ground, ground.shift(shift).site));
        free.drop(self.kept_away(ground, shift));
        free
    }

    /// True when no rule keeps `member` off `shift` that no roster can change.
    pub(super) fn is_free(&self, ground: &Ground, shift: ShiftIx, member: MemberIx) -> bool {
        self.can_come(ground, shift).has(member)
            && self.reach(ground, ground.shift(shift).site).has(member)
            && !self.kept_away(ground, shift).has(member)
    }

    /// The stretch of country in which a site lies, that nobody leaves.
    pub(super) fn region(&self, ground: &Ground, site: SiteIx) -> u32 {
        self.regions(ground).of_site[site.ix()]
    }

    /// The one in which a member is; None: no site is within reach.
    pub(super) fn region_of(&self, ground: &Ground, member: MemberIx) -> Option<u32> {
        self.first_site(ground, member).map(|site| self.region(ground, site))
    }

    /// The shifts of a stretch of country in a week, in order.
    pub(super) fn shifts_in(&self, ground: &Ground, region: u32, week: u16) -> &[ShiftIx] {
        self.regions(ground).shifts.get(&(region, week)).map_or(&[], Vec::as_slice)
    }

    /// The sites of a stretch of country, in order.
    pub(super) fn sites_in(&self, ground: &Ground, region: u32) -> &[SiteIx] {
        self.regions(ground).sites.get(&region).map_or(&[], Vec::as_slice)
    }

    /// The shifts at a site in a week, in order.
    pub(super) fn shifts_at(&self, ground: &Ground, site: SiteIx, week: u16) -> &[ShiftIx] {
        self.regions(ground).at.get(&(site, week)).map_or(&[], Vec::as_slice)
    }

    /// Every stretch of country in every week in which it has shifts, in order.
    pub(super) fn stretches(&self, ground: &Ground) -> Vec<(u32, u16)> {
        let mut stretches: Vec<(u32, u16)> = self.regions(ground).shifts.keys().copied().collect();
        stretches.sort_unstable();
        stretches
    }

    fn first_site(&self, ground: &Ground, member: MemberIx) -> Option<SiteIx> {
        let sites = (0..ground.strike.sites.len()).map(SiteIx::new);
        ground
            .strike
            .member(member)
            .home
            .or_else(|| sites.into_iter().find(|site| self.globe.reaches(ground, member, *site)))
    }

    fn regions(&self, ground: &Ground) -> &Regions {
        self.regions.get_or_init(|| {
            let mut of_site: Vec<u32> = (0..ground.strike.sites.len() as u32).collect();
            for member in ground.strike.member_indices() {
                let Some(first) = self.first_site(ground, member) else { continue };
                for site in (0..of_site.len()).map(SiteIx::new) {
                    let (here, there) = (of_site[first.ix()], of_site[site.ix()]);
                    if here != there && self.globe.reaches(ground, member, site) {
                        of_site.iter_mut().filter(|region| **region == there).for_each(|region| *region = here);
                    }
                }
            }
            let mut shifts: FxHashMap<(u32, u16), Vec<ShiftIx>> = FxHashMap::default();
            let mut at: FxHashMap<(SiteIx, u16), Vec<ShiftIx>> = FxHashMap::default();
            for ix in ground.timetable.indices() {
                let shift = ground.shift(ix);
                shifts.entry((of_site[shift.site.ix()], shift.week)).or_default().push(ix);
                at.entry((shift.site, shift.week)).or_default().push(ix);
            }
            let mut sites: FxHashMap<u32, Vec<SiteIx>> = FxHashMap::default();
            for (site, region) in of_site.iter().enumerate() {
                sites.entry(*region).or_default().push(SiteIx::new(site));
            }
            Regions { of_site, shifts, sites, at }
        })
    }

    fn all(&self, wanted: impl Fn(MemberIx) -> bool) -> Crowd {
        let mut crowd = self.nobody();
        (0..self.members).map(MemberIx::new).filter(|member| wanted(*member)).for_each(|member| crowd.insert(member));
        crowd
    }
}

/// Everyone whom no rule keeps off the time of `shift` that no roster can change, as far as they don't look at the site.
fn all_who_can_come(ground: &Ground, shift: ShiftIx) -> Crowd {
    let mut comes: Vec<Option<bool>> = vec![None; ground.strike.patterns.len()];
    let mut crowd = Crowd::nobody(ground.strike.members.len());
    for member in ground.strike.member_indices() {
        let available = ground.strike.member(member).availability.is_none_or(|pattern| {
            *comes[pattern.ix()].get_or_insert_with(|| availability::refuses(ground, member, shift).is_none())
        });
        if available && is_at_liberty(ground, member, shift) {
            crowd.insert(member);
        }
    }
    crowd
}

/// The same for one member.
fn can_come(ground: &Ground, member: MemberIx, shift: ShiftIx) -> bool {
    availability::refuses(ground, member, shift).is_none() && is_at_liberty(ground, member, shift)
}

/// True when neither status nor essential duty keeps the member off.
fn is_at_liberty(ground: &Ground, member: MemberIx, shift: ShiftIx) -> bool {
    status::refuses(ground, member).is_none()
        && essential::refuses(ground, member, shift).is_none()
        && !pool::holds(ground, member, shift)
}

/// The restrictions that `shift` does not meet, as bits.
fn lacks(ground: &Ground, shift: &Shift, night: bool) -> u8 {
    let site = ground.strike.site(shift.site);
    let lacking = AMENITIES.iter().enumerate().filter(|(_, amenity)| !site.offers(**amenity));
    let lacks = lacking.fold(NO_LINE, |lacks, (at, _)| lacks | 1 << (FIRST_AMENITY + at));
    if night { lacks | NO_NIGHTS } else { lacks }
}

/// The restrictions of `member`, as bits.
fn asks(ground: &Ground, member: MemberIx) -> u8 {
    let restrictions = ground.strike.member(member).restrictions;
    let bits = [(restrictions.no_line, NO_LINE), (restrictions.no_nights, NO_NIGHTS)];
    let asks = bits.into_iter().filter(|(asked, _)| *asked).fold(0, |asks, (_, bit)| asks | bit);
    let amenity = |amenity| AMENITIES.iter().position(|each| *each == amenity);
    restrictions.amenities().filter_map(amenity).fold(asks, |asks, at| asks | 1 << (FIRST_AMENITY + at))
}
