//! The search for one chain of moves: from the place that wants somebody backwards, in order of length.
//!
//! Every place is met once. A search without hope ends when all that hangs together has been met, and that is the proof that
//! there is no chain (see [`Found::Nothing`]) as far as one member's own time goes.
//!
//! Where captains and skills may change places, a place is met once on every [`Balance`]: a captain's post given up on the way
//! has to be made up for by another that was filled before, one that was empty.

use super::arcs::{inside, leave, slides};
use super::chain::Chains;
use super::field::Field;
use super::hunt::{Balance, EVEN, GIVEN, Hunt, Keep, PLACE, Place};
use super::moves::{Leaving, Step, Want, ways_in};
use super::spent::Spent;
use crate::engine::candidates::{Candidate, candidate, missing_posts, rank};
use crate::model::Duty;
use rustc_hash::FxHashMap;

/// What came of a search.
pub(super) enum Found {
    /// The steps of the shortest chain, the last mover first.
    Chain(Vec<Step>),
    /// There is none.
    Nothing,
    /// None was found before the looks were used up.
    Unknown,
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
    seen: FxHashMap<Place, usize>,
    spent: Spent<'s, 'a>,
    ways: Vec<Leaving>,
    best: Option<Ending>,
    /// Posts that nobody holds on the shift looked at, once they are asked for.
    missing: Option<Vec<Duty>>,
}

impl<'s, 'a, 'h> Search<'s, 'a, 'h> {
    /// For whichever of `wants` can be filled.
    pub fn new(field: &'s Field, chains: &'s Chains<'a>, hunt: &'s mut Hunt<'h>, wants: &[Want]) -> Self {
        Self::from(field, chains, hunt, wants.iter().map(|want| (*want, EVEN)), 0)
    }

    /// For whichever of places that somebody would leave.
    pub fn beyond(field: &'s Field, chains: &'s Chains<'a>, hunt: &'s mut Hunt<'h>, places: &[Place]) -> Self {
        Self::from(field, chains, hunt, places.iter().copied(), 1)
    }

    fn from(
        field: &'s Field,
        chains: &'s Chains<'a>,
        hunt: &'s mut Hunt<'h>,
        places: impl Iterator<Item = Place>,
        depth: u32,
    ) -> Self {
        let mut search = Self {
            field,
            nodes: Vec::new(),
            seen: FxHashMap::default(),
            spent: Spent::new(field, chains),
            ways: Vec::new(),
            best: None,
            missing: None,
            chains,
            hunt,
        };
        for (want, balance) in places {
            search.meet(want, balance, None, depth, 0);
        }
        search
    }

    /// The places met.
    pub fn met(&self) -> impl Iterator<Item = Place> {
        self.nodes.iter().map(|node| (node.want, node.balance))
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
                self.inside(at);
                if !self.outside(at) {
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

    /// Looks at those on the same shift, in another post, who have the skill.
    fn inside(&mut self, at: usize) {
        let Node { want, depth, .. } = self.nodes[at];
        let mut found: Vec<(Step, Option<Keep>)> = Vec::new();
        inside(self.chains, self.hunt, want, depth == 0, |step, keeps| found.push((step, keeps)));
        for (step, keeps) in found {
            if !self.hunt.banned.contains(&step) {
                self.weigh(at, step, keeps);
            }
        }
    }

    /// Looks at those from elsewhere: free, or on a shift that can spare the place or have it filled again. False: the
    /// search is over.
    fn outside(&mut self, at: usize) -> bool {
        let Node { want, depth, balance, .. } = self.nodes[at];
        let ((shift, duty), ground, field, chains) = (want, self.chains.ground, self.field, self.chains);
        let mut free = field.can_come(ground, shift).clone();
        let (tried, live) = self.spent.of(shift, balance);
        let not = [Some(field.kept_away(ground, shift)), tried];
        free.narrow(field.reach(ground, ground.shift(shift).site), not, [field.skilled(ground, duty), live]);
        self.hunt.looks = self.hunt.looks.saturating_sub(PLACE);
        let mut ways = std::mem::take(&mut self.ways);
        for member in free.iter() {
            if self.hunt.looks == 0 {
                return false;
            }
            self.hunt.looks -= 1;
            let others = chains.roster.of(member);
            if others.contains(&shift) || self.hunt.stays_off(shift, member) {
                continue;
            }
            // What a pool does not allow as things stand is no way, when what is known is to be kept; and that depends on the
            // time alone.
            if self.hunt.exchange.is_some() && !chains.pools_allow(want, member) {
                self.spent.tried(member, shift, balance);
                continue;
            }
            ways_in(ground, others, shift, &mut ways);
            let mut whole = true;
            for &leaving in &ways {
                let Some(left) = leave(chains, self.hunt, member, leaving) else { continue };
                let step = left.step(want, member);
                // Those who come from nowhere are asked about pools before anyone else has moved.
                let barred = step.from.is_none() && depth == 0 && !chains.pools_allow(want, member);
                if barred || self.hunt.banned.contains(&step) {
                    whole = false;
                    continue;
                }
                self.weigh(at, step, left.keeps);
            }
            if whole {
                self.spent.tried(member, shift, balance);
            }
            let (seen, hunt) = (&self.seen, &*self.hunt);
            let is_met = |place: Place| seen.contains_key(&place) || chains.is_dead(hunt, place.0, place.1);
            self.spent.count(hunt, member, shift, balance, is_met);
        }
        self.ways = ways;
        true
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
        self.spent.pass(self.hunt, want, balance);
        self.slide(at);
    }

    /// Meets the same shift's places in other posts, where captains and skills may change places.
    fn slide(&mut self, at: usize) {
        let Some(exchange) = self.hunt.exchange else { return };
        let Node { want, balance, depth, price, .. } = self.nodes[at];
        let mut found: Vec<(Duty, Balance)> = Vec::new();
        slides(self.chains, exchange, want, balance, |duty, balance| found.push((duty, balance)));
        for (duty, balance) in found {
            self.meet((want.0, duty), balance, Some((at, None)), depth, price);
            // What is given up may be all there is to it: the head can be spared.
            if let Some(keeps) = self.chains.spares(self.hunt, (want.0, duty)).filter(|_| depth > 0) {
                self.end(at, None, keeps, balance, price);
            }
        }
    }
}

/// True when there is no better chain to wait for.
fn is_settled(ending: &Ending, hunt: &Hunt) -> bool {
    ending.keeps <= hunt.settle && ending.balance < GIVEN
}

fn leaves(ending: &Ending) -> usize {
    ending.step.map_or(0, |step| step.left().count())
}
