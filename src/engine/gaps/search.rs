//! The search for one chain of moves: from the place that wants somebody backwards, in order of length.
//!
//! Every place is met once. A member is looked at once for every time at which shifts stand, and no more for a day once every
//! place is met that the member could leave for a shift on that day: then nothing new can come of it. So a search without hope
//! ends when all that hangs together has been met, and that is the proof that there is no chain (see [`Found::Nothing`]) as
//! far as one member's own time goes.
//!
//! Where captains and skills may change places, a place is met once on every [`Balance`]: a captain's post given up on the way
//! has to be made up for by another that is filled on the way, one that was empty.

use super::chain::{Chains, Hunt, Keep, Level, PLACE};
use super::crowd::Crowd;
use super::field::Field;
use super::moves::{Leaving, Step, Want, ways_in};
use crate::engine::candidates::{Candidate, candidate, missing_posts, rank};
use crate::model::time::week_of;
use crate::model::{Assignment, Duty, MemberIx, ShiftIx};
use crate::rules::{Ground, skill};
use chrono::{Days, NaiveDate};
use rustc_hash::FxHashMap;

/// Of a member whose hours are not used up: more may always come of it.
const OPEN: u32 = u32::MAX;

/// What came of a search.
pub(super) enum Found {
    /// The steps of the shortest chain, the last mover first.
    Chain(Vec<Step>),
    /// There is none.
    Nothing,
    /// None was found before the looks were used up.
    Unknown,
}

/// Captain posts and skill posts given up so far, less those filled that were empty.
pub(super) type Balance = (i8, i8);

/// Nothing given up that was not made up for.
pub(super) const EVEN: Balance = (0, 0);
/// More than one post is not given up at a time, nor filled ahead.
const LEAN: std::ops::RangeInclusive<i8> = -1..=1;
const BALANCES: usize = 9;

fn place_of((captains, skills): Balance) -> usize {
    ((captains + 1) * 3 + skills + 1) as usize
}

/// A place that wants somebody, once it is met.
struct Node {
    want: Want,
    balance: Balance,
    /// The step that leaves it (none: another post of the same shift), and to which place; the first have no place.
    parent: Option<(usize, Option<Step>)>,
    depth: u32,
    /// How much less of what people were told would hold, so far.
    price: i32,
}

/// A chain that could be made: the place at its end, and the step that ends it there, if one is needed.
struct Ending {
    at: usize,
    step: Option<Step>,
    keeps: Keep,
    balance: Balance,
    price: i32,
    candidate: Option<Candidate>,
}

pub(super) struct Search<'s, 'a, 'h> {
    field: &'s Field,
    chains: &'s Chains<'a>,
    hunt: &'s mut Hunt<'h>,
    nodes: Vec<Node>,
    seen: FxHashMap<(Want, Balance), usize>,
    /// By balance and time of shifts: those whose every way to a shift of that time has been looked at.
    tried: Vec<Option<Crowd>>,
    /// By balance and day: those of whom something new can still come, as far as that is known; None: everyone.
    live: Vec<Option<Crowd>>,
    /// Of members looked at, by day and balance: how many places they could leave are not met yet, or [`OPEN`].
    left: FxHashMap<(MemberIx, usize, Balance), u32>,
    first_day: NaiveDate,
    days: usize,
    ways: Vec<Leaving>,
    best: Option<Ending>,
    /// Posts that nobody holds on the shift looked at, once they are asked for.
    missing: Option<Vec<Duty>>,
}

impl<'s, 'a, 'h> Search<'s, 'a, 'h> {
    pub fn new(field: &'s Field, chains: &'s Chains<'a>, hunt: &'s mut Hunt<'h>, wants: &[Want]) -> Self {
        let balances = if hunt.exchange.is_some() { BALANCES } else { place_of(EVEN) + 1 };
        let days = usize::from(chains.ground.strike.campaign.days);
        let mut search = Self {
            field,
            nodes: Vec::new(),
            seen: FxHashMap::default(),
            tried: vec![None; field.times() * balances],
            live: vec![None; days * balances],
            left: FxHashMap::default(),
            first_day: chains.ground.strike.campaign.first_day,
            days,
            ways: Vec::new(),
            best: None,
            missing: None,
            chains,
            hunt,
        };
        for &want in wants {
            search.meet(want, EVEN, None, 0, 0);
        }
        search
    }

    /// The places met.
    pub fn met(&self) -> impl Iterator<Item = (Want, Balance)> {
        self.nodes.iter().map(|node| (node.want, node.balance))
    }

    fn ground(&self) -> &'a Ground {
        self.chains.ground
    }

    pub fn run(&mut self) -> Found {
        let (mut level, mut done) = (0..self.nodes.len(), 0);
        while !level.is_empty() {
            let mut order: Vec<usize> = level.clone().collect();
            // Those who were told least otherwise first: whoever is met on two ways is met on the better.
            order.sort_by_key(|at| self.nodes[*at].price);
            for at in order {
                done += 1;
                self.missing = None;
                let goes_on = self.inside(at) && self.outside(at);
                if !goes_on {
                    return self.best.take().map_or(Found::Unknown, |best| Found::Chain(self.steps(&best)));
                }
                if let Some(best) = self.best.take_if(|best| is_settled(best, self.hunt) && !self.hunt.choosy) {
                    return Found::Chain(self.steps(&best));
                }
            }
            if let Some(best) = self.best.take_if(|best| is_settled(best, self.hunt)) {
                return Found::Chain(self.steps(&best));
            }
            level = done..self.nodes.len();
        }
        self.best.take().map_or(Found::Nothing, |best| Found::Chain(self.steps(&best)))
    }

    fn steps(&self, best: &Ending) -> Vec<Step> {
        let mut steps: Vec<Step> = best.step.into_iter().collect();
        let mut here = best.at;
        while let Some((parent, step)) = self.nodes[here].parent {
            steps.extend(step);
            here = parent;
        }
        steps
    }

    /// Looks at those on the same shift, in another post, who have the skill. False: the search is over.
    fn inside(&mut self, at: usize) -> bool {
        let want = self.nodes[at].want;
        let (shift, duty) = want;
        if duty == Duty::Picket {
            return true;
        }
        let chains = self.chains;
        for each in chains.roster.on(shift) {
            let may = each.duty != duty && self.hunt.may_leave(chains.ground, each);
            let step = Step { to: want, member: each.member, from: Some((shift, each.duty)), also: None };
            if !may || !skill::has(chains.ground, each.member, duty) || self.hunt.banned.contains(&step) {
                continue;
            }
            // On the way one head has gone already; a picket who takes the post leaves nothing to fill but that head.
            let keeps = match each.duty {
                Duty::Picket if self.nodes[at].depth == 0 => Some(Keep::Target),
                _ => chains.spares(self.hunt, (shift, each.duty)),
            };
            self.weigh(at, step, keeps);
        }
        true
    }

    /// Looks at those from elsewhere: free, or on a shift that can spare the place or have it filled again. False: the
    /// search is over.
    fn outside(&mut self, at: usize) -> bool {
        let Node { want, depth, balance, .. } = self.nodes[at];
        let ((shift, duty), ground, field, chains) = (want, self.ground(), self.field, self.chains);
        let the_shift = ground.shift(shift);
        let time = place_of(balance) * field.times() + field.time(shift);
        let day = place_of(balance) * self.days + self.day(shift);
        let mut free = field.can_come(ground, shift).clone();
        let live = self.live[day].as_ref();
        let not = [Some(field.kept_away(ground, shift)), self.tried[time].as_ref()];
        free.narrow(field.reach(ground, the_shift.site), not, [field.skilled(ground, duty), live]);
        self.hunt.looks = self.hunt.looks.saturating_sub(PLACE);
        let mut ways = std::mem::take(&mut self.ways);
        for member in free.iter() {
            if self.hunt.looks == 0 {
                return false;
            }
            self.hunt.looks -= 1;
            let others = chains.roster.of(member);
            if others.contains(&shift) || self.hunt.absent.contains(&member) || self.hunt.off.contains(&(shift, member))
            {
                continue;
            }
            ways_in(ground, others, shift, &mut ways);
            let mut whole = true;
            for leaving in &ways {
                let (step, keeps) = match *leaving {
                    [None, _] => (Step { to: want, member, from: None, also: None }, Some(Keep::Target)),
                    [Some(one), other] => match self.leave(want, member, one, other) {
                        Some(found) => found,
                        None => continue,
                    },
                };
                // Those who come from nowhere are asked about pools before anyone else has moved.
                let barred = step.from.is_none() && depth == 0 && !chains.pools_allow(want, member);
                if barred || self.hunt.banned.contains(&step) {
                    whole = false;
                    continue;
                }
                self.weigh(at, step, keeps);
            }
            if whole {
                // A member's ways depend on the time of the shift alone, and every place they open is open now.
                self.tried[time].get_or_insert_with(|| field.nobody()).insert(member);
            }
            self.count(member, shift, balance);
        }
        self.ways = ways;
        true
    }

    /// The step by which `member` leaves one shift, or two of which one can spare a head there and then; with it, what the
    /// shifts keep when nobody comes in the member's place. None: the member may not leave.
    fn leave(
        &self,
        want: Want,
        member: MemberIx,
        one: ShiftIx,
        other: Option<ShiftIx>,
    ) -> Option<(Step, Option<Keep>)> {
        let place = |shift: ShiftIx| -> Option<Want> {
            let may_leave = |each: &&Assignment| self.hunt.may_leave(self.chains.ground, each);
            self.chains.roster.get(shift, member).filter(may_leave).map(|each| (shift, each.duty))
        };
        let from = place(one)?;
        let Some(other) = other else {
            let step = Step { to: want, member, from: Some(from), also: None };
            return Some((step, self.chains.spares(self.hunt, from)));
        };
        let also = place(other)?;
        let spared = |want: Want| self.chains.spares(self.hunt, want);
        let step = |from: Want, also: ShiftIx| Step { to: want, member, from: Some(from), also: Some(also) };
        match (spared(from), spared(also)) {
            (keeps, Some(here)) => Some((step(from, also.0), keeps.map(|keeps| keeps.max(here)))),
            (Some(_), None) => Some((step(also, from.0), None)),
            (None, None) => None,
        }
    }

    /// Takes a step into account: as the end of a chain, where the place left can be spared; as the way to that place.
    fn weigh(&mut self, at: usize, step: Step, keeps: Option<Keep>) {
        let Node { price, depth, balance, .. } = self.nodes[at];
        let price = price + self.hunt.price(&step);
        if let Some(keeps) = keeps {
            self.end(at, Some(step), keeps, balance, price);
        }
        // What costs nothing need not be filled again.
        if let Some(from) = step.from.filter(|_| keeps.is_none_or(|keeps| keeps > self.hunt.settle)) {
            self.meet(from, balance, Some((at, Some(step))), depth + 1, price);
        }
    }

    /// Remembers a chain, when it is better than the best so far.
    fn end(&mut self, at: usize, step: Option<Step>, keeps: Keep, balance: Balance, price: i32) {
        if let Some(exchange) = self.hunt.exchange
            && (balance.0 > 0 || balance.1 > 0 && exchange.level > Level::Captains)
        {
            return;
        }
        let keeps = keeps.max(self.hunt.settle);
        let rank_of = |ending: &Ending| (ending.balance, ending.keeps, self.nodes[ending.at].depth);
        let mut ending = Ending { at, step, keeps, balance, price, candidate: None };
        if let Some(best) = &self.best {
            let choose = match rank_of(&ending).cmp(&rank_of(best)) {
                std::cmp::Ordering::Less => true,
                std::cmp::Ordering::Greater => false,
                std::cmp::Ordering::Equal => self.hunt.choosy,
            };
            if !choose {
                return;
            }
        }
        if let Some(step) = step.filter(|_| self.hunt.choosy) {
            let (ground, roster) = (self.chains.ground, &self.chains.roster);
            let missing = self.missing.get_or_insert_with(|| missing_posts(ground, roster, step.to.0));
            ending.candidate = Some(candidate(ground, roster, step.to.0, step.member, missing));
        }
        let better = |best: &Ending| {
            let ties = |ending: &Ending| (rank_of(ending), ending.price, leaves(ending));
            let ranks = || match (&ending.candidate, &best.candidate) {
                (Some(one), Some(other)) => rank(self.chains.ground, one, other),
                _ => std::cmp::Ordering::Equal,
            };
            ties(&ending).cmp(&ties(best)).then_with(ranks).is_lt()
        };
        if self.best.as_ref().is_none_or(better) {
            self.best = Some(ending);
        }
    }

    /// Meets a place; one met already by a chain of the same length is met on the better way.
    fn meet(&mut self, want: Want, balance: Balance, parent: Option<(usize, Option<Step>)>, depth: u32, price: i32) {
        if let Some(&at) = self.seen.get(&(want, balance)) {
            let node = &mut self.nodes[at];
            if node.depth == depth && price < node.price {
                (node.parent, node.price) = (parent, price);
            }
            return;
        }
        if parent.is_some() && self.chains.is_dead(self.hunt, want, balance) {
            return;
        }
        let at = self.nodes.len();
        self.seen.insert((want, balance), at);
        self.nodes.push(Node { want, balance, parent, depth, price });
        self.pass(want, balance);
        self.slide(at);
    }

    /// Meets the same shift's places in other posts, where captains and skills may change places: a post is given up, and
    /// only the head is wanted; or a post that is empty is filled by whoever comes.
    fn slide(&mut self, at: usize) {
        let Some(exchange) = self.hunt.exchange else { return };
        let Node { want: (shift, duty), balance: (captains, skills), .. } = self.nodes[at];
        match duty {
            Duty::Captain if exchange.captains => self.slide_to(at, Duty::Picket, (captains + 1, skills)),
            Duty::Skill(_) if exchange.skills || exchange.level == Level::Captains => {
                self.slide_to(at, Duty::Picket, (captains, skills + 1));
            }
            Duty::Captain | Duty::Skill(_) => {}
            Duty::Picket => {
                let the_shift = self.ground().shift(shift);
                if exchange.captains && self.chains.lacks((shift, Duty::Captain)) {
                    self.slide_to(at, Duty::Captain, (captains - 1, skills));
                }
                for duty in the_shift.needs.iter().filter(|_| exchange.skills).map(|(need, _)| Duty::Skill(*need)) {
                    if self.chains.lacks((shift, duty)) {
                        self.slide_to(at, duty, (captains, skills - 1));
                    }
                }
            }
        }
    }

    fn slide_to(&mut self, at: usize, duty: Duty, balance: Balance) {
        if !LEAN.contains(&balance.0) || !LEAN.contains(&balance.1) {
            return;
        }
        let Node { want: (shift, _), depth, price, .. } = self.nodes[at];
        self.meet((shift, duty), balance, Some((at, None)), depth, price);
        // What is given up may be all there is to it: the head can be spared.
        if let Some(keeps) = self.chains.spares(self.hunt, (shift, duty)).filter(|_| depth > 0) {
            self.end(at, None, keeps, balance, price);
        }
    }

    fn day(&self, shift: ShiftIx) -> usize {
        (self.ground().shift(shift).date - self.first_day).num_days().max(0) as usize
    }

    /// Those who hold a place that is met have one less to leave: for shifts of its day, and, with no hours left, for shifts of
    /// the days of its week on which they stand nowhere.
    fn pass(&mut self, want: Want, balance: Balance) {
        if self.left.is_empty() {
            return;
        }
        let (chains, day) = (self.chains, self.day(want.0));
        for each in chains.roster.on(want.0).iter().filter(|each| each.duty == want.1) {
            if !self.hunt.may_leave(chains.ground, each) {
                continue;
            }
            for day in day.saturating_sub(6)..=(day + 6).min(self.days.saturating_sub(1)) {
                let Some(&left) = self.left.get(&(each.member, day, balance)) else { continue };
                if left != OPEN && self.leaves_for(each.member, day).any(|place| place == want.0) {
                    self.left.insert((each.member, day, balance), left.saturating_sub(1));
                    if left <= 1 {
                        self.forget(each.member, day, balance);
                    }
                }
            }
        }
    }

    /// The shifts one of which `member` must leave for one on that day: those of the day, where that is full; else those of
    /// the week.
    fn leaves_for(&self, member: MemberIx, day: usize) -> impl Iterator<Item = ShiftIx> + use<'a> {
        let (ground, date) = (self.ground(), self.first_day + Days::new(day as u64));
        let others = self.chains.roster.of(member);
        let that_day = others.iter().filter(|ix| ground.shift(**ix).date == date).count() as u32;
        let full = that_day >= ground.strike.rules.shifts_per_day;
        let week = week_of(date, ground.strike.pay.week_starts);
        let others: Vec<ShiftIx> = others.to_vec();
        others.into_iter().filter(move |ix| {
            let other = ground.shift(*ix).date;
            if full { other == date } else { week_of(other, ground.strike.pay.week_starts) == week }
        })
    }

    /// Counts what a member who was looked at for `shift` could still leave for shifts of that day.
    fn count(&mut self, member: MemberIx, shift: ShiftIx, balance: Balance) {
        let (ground, chains, day) = (self.ground(), self.chains, self.day(shift));
        if self.left.contains_key(&(member, day, balance)) {
            return;
        }
        let (date, week) = (ground.shift(shift).date, ground.shift(shift).week);
        let (mut minutes, mut that_day) = (0, 0);
        for other in chains.roster.of(member).iter().map(|ix| ground.shift(*ix)).filter(|other| other.week == week) {
            minutes += other.minutes();
            that_day += u32::from(other.date == date);
        }
        let rules = &ground.strike.rules;
        let bound = that_day >= rules.shifts_per_day || minutes + self.field.shortest() > rules.minutes_per_week;
        let open = |place: ShiftIx| {
            let each = chains.roster.get(place, member).filter(|each| self.hunt.may_leave(ground, each));
            each.is_some_and(|each| {
                let want = (place, each.duty);
                !self.seen.contains_key(&(want, balance)) && !chains.is_dead(self.hunt, want, balance)
            })
        };
        let left = if bound { self.leaves_for(member, day).filter(|place| open(*place)).count() as u32 } else { OPEN };
        self.left.insert((member, day, balance), left);
        if left == 0 {
            self.forget(member, day, balance);
        }
    }

    fn forget(&mut self, member: MemberIx, day: usize, balance: Balance) {
        let at = place_of(balance) * self.days + day;
        self.live[at].get_or_insert_with(|| self.field.everyone()).remove(member);
    }
}

/// True when there is no better chain to wait for.
fn is_settled(ending: &Ending, hunt: &Hunt) -> bool {
    ending.keeps <= hunt.settle && ending.balance <= EVEN
}

fn leaves(ending: &Ending) -> usize {
    ending.step.map_or(0, |step| step.left().count())
}
