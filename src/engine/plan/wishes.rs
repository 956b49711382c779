//! What places are worth to members: promises, then sites and shifts they asked for, then distance.

use super::kinds::{Kind, PICKET};
use super::task::{NONE, Task};

/// What a place is worth to a member, less being better: promises broken weigh more than any wishes missed, and those more than
/// any kilometres; two places at a time are compared.
pub(super) type Price = i64;
pub(super) const PROMISE: Price = 1 << 40;
pub(super) const WISH: Price = 1 << 20;
/// More than any two places can differ by.
pub(super) const NOTHING: Price = 1 << 50;

/// Somebody in reach of a site, how far it is and how much worse than the one asked for first.
#[derive(Clone, Copy, Debug)]
struct Near {
    member: u32,
    km: u16,
    rank: u16,
}

/// What places are worth to members.
#[derive(Debug)]
pub(super) struct Worth<'a, 'g> {
    pub(super) task: &'a Task<'g>,
    /// The shifts that each member was promised.
    pub(super) ties: &'a [Vec<u32>],
    /// How far it is from every spot to the sites of its class.
    km: Vec<Box<[u16]>>,
    /// By site, who is in reach of it: as the pairs are gone through again and again, each is written down in full.
    near: Vec<Vec<Near>>,
    /// Who asked for sites, and who for templates.
    asks_sites: Vec<bool>,
    asks_templates: Vec<bool>,
}

impl<'a, 'g> Worth<'a, 'g> {
    pub(super) fn new(task: &'a Task<'g>, ties: &'a [Vec<u32>]) -> Self {
        let row = |&member: &u32| {
            let class = &task.classes[task.people[member as usize].class as usize];
            class.sites.iter().map(|&site| task.km_to(member, site) as u16).collect()
        };
        let members = &task.ground.strike.members;
        let mut worth = Self {
            task,
            ties,
            km: task.spots.iter().map(row).collect(),
            near: vec![Vec::new(); task.ground.strike.sites.len()],
            asks_sites: members.iter().map(|member| !member.sites.is_empty()).collect(),
            asks_templates: members.iter().map(|member| !member.shifts.is_empty()).collect(),
        };
        let mut near = std::mem::take(&mut worth.near);
        for (member, person) in (0..).zip(&task.people).filter(|(_, person)| person.class != NONE) {
            for (&site, &km) in task.classes[person.class as usize].sites.iter().zip(&worth.km[person.spot as usize]) {
                near[site as usize].push(Near { member, km, rank: worth.rank(member, site) as u16 });
            }
        }
        worth.near = near;
        worth
    }

    /// How much worse a site is to a member than the one asked for first.
    fn rank(&self, member: u32, site: u32) -> u32 {
        if self.asks_sites[member as usize] { self.task.site_rank(member, site) } else { 0 }
    }

    /// Whoever is in reach of a site, and what it is worth to them, whatever the time.
    pub(super) fn near(&self, site: u32) -> impl Iterator<Item = (u32, Price)> + '_ {
        self.near[site as usize].iter().map(|near| (near.member, price(near.km, near.rank.into())))
    }

    /// What each site in reach is worth to a member, whatever the time: the best that any shift there can be.
    pub(super) fn places(&self, member: u32) -> impl Iterator<Item = (u32, Price)> + '_ {
        let person = self.task.people[member as usize];
        let (sites, km) = (&self.task.classes[person.class as usize].sites, &self.km[person.spot as usize]);
        sites.iter().zip(km).map(move |(&site, &km)| (site, price(km, self.rank(member, site))))
    }

    /// What a site costs a member at most that is among so many that are best for the member.
    pub(super) fn limit(&self, member: u32, among: usize) -> Price {
        if self.task.people[member as usize].class == NONE {
            return NOTHING;
        }
        let mut prices: Vec<Price> = self.places(member).map(|place| place.1).collect();
        if prices.len() <= among { NOTHING } else { *prices.select_nth_unstable(among - 1).1 }
    }

    /// What a site is worth to a member, whatever the time, which is the one of such a number in the member's class.
    fn place(&self, member: u32, site: u32, at: usize) -> Price {
        let km = self.km[self.task.people[member as usize].spot as usize][at];
        price(km, self.rank(member, site))
    }

    /// How much worse a template is to a member than the one asked for first.
    pub(super) fn wish(&self, member: u32, template: u32) -> Price {
        let rank = if self.asks_templates[member as usize] { self.task.template_rank(member, template) } else { 0 };
        Price::from(rank) * WISH
    }

    /// The price of a shift to a member; none where the member can't be sent.
    pub(super) fn price(&self, member: u32, shift: u32) -> Option<Price> {
        let (post, class) = (&self.task.posts[shift as usize], self.task.people[member as usize].class);
        let at = self.task.classes.get(class as usize)?.sites.binary_search(&post.site).ok()?;
        let kept = Price::from(self.ties[member as usize].contains(&shift));
        Some(self.place(member, post.site, at) + self.wish(member, post.template) - kept * PROMISE)
    }

    /// Whether a member can hold such a post.
    pub(super) fn can(&self, member: u32, kind: Kind) -> bool {
        kind == PICKET || self.task.kinds_of(member).contains(&kind)
    }
}

/// What so many kilometres are worth, and a site that is so much worse than the one asked for first.
fn price(km: u16, rank: u32) -> Price {
    Price::from(km) + Price::from(rank) * WISH
}
