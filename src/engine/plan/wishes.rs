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

/// What places are worth to members.
#[derive(Debug)]
pub(super) struct Worth<'a, 'g> {
    pub(super) task: &'a Task<'g>,
    /// The shifts that each member was promised.
    pub(super) ties: &'a [Vec<u32>],
    /// How far it is from every spot to the sites of its class.
    km: Vec<Box<[u16]>>,
    /// By site, the classes in reach of it, and as which of its sites each has it.
    pub(super) near: Vec<Vec<(u32, usize)>>,
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
        let mut near = vec![Vec::new(); task.ground.strike.sites.len()];
        for (number, class) in task.classes.iter().enumerate() {
            for (at, &site) in class.sites.iter().enumerate() {
                near[site as usize].push((number as u32, at));
            }
        }
        let members = &task.ground.strike.members;
        Self {
            task,
            ties,
            km: task.spots.iter().map(row).collect(),
            near,
            asks_sites: members.iter().map(|member| !member.sites.is_empty()).collect(),
            asks_templates: members.iter().map(|member| !member.shifts.is_empty()).collect(),
        }
    }

    /// What each site in reach is worth to a member, whatever the time: the best that any shift there can be.
    pub(super) fn places(&self, member: u32) -> impl Iterator<Item = (u32, Price)> + '_ {
        let person = self.task.people[member as usize];
        let (sites, km) = (&self.task.classes[person.class as usize].sites, &self.km[person.spot as usize]);
        let asks = self.asks_sites[member as usize];
        sites.iter().zip(km).map(move |(&site, &km)| {
            let rank = if asks { self.task.site_rank(member, site) } else { 0 };
            (site, Price::from(km) + Price::from(rank) * WISH)
        })
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
    pub(super) fn place(&self, member: u32, site: u32, at: usize) -> Price {
        let km = self.km[self.task.people[member as usize].spot as usize][at];
        let rank = if self.asks_sites[member as usize] { self.task.site_rank(member, site) } else { 0 };
        Price::from(km) + Price::from(rank) * WISH
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
