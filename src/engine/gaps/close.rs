//! Sees to it that the places known to lead nowhere still do, once members or shifts are otherwise than when that was found
//! out; or makes the chain that shows that they don't.

use super::barren::Barren;
use super::edit::Holding;
use super::hunt::{EVEN, Exchange, Keep, Level, Place};
use super::loose::{Ends, Growth, Lead, Loose, Start};
use super::mend::{Made, Mender, REFUSED, has_begun};
use super::moves::Step;
use super::search::{Found, Search};
use super::watch::kind_of;
use crate::model::Roster;
use crate::rules::Ground;

impl Mender<'_, '_> {
    /// Sees to it that what leads nowhere, of a kind, is right again; or makes the chain that it takes for it not to be.
    pub(super) fn close(&mut self, exchange: Exchange) -> Made {
        let at = kind_of(exchange);
        let mut banned = rustc_hash::FxHashSet::default();
        loop {
            let kind = &mut self.kept.kinds[at];
            if kind.barren.is_empty() || kind.members.is_empty() && kind.shifts.is_empty() {
                kind.is_right();
                return Made::None;
            }
            let mut barren = std::mem::take(&mut kind.barren);
            let (members, shifts) = (kind.members.clone(), kind.shifts.clone());
            let mut hunt = self.hunt(exchange);
            hunt.banned = std::mem::take(&mut banned);
            let (ground, field, terms) = (self.ground, self.field, self.terms);
            let roster = self.chains.roster().clone();
            let lacks = |place: Place| lacks(ground, &roster, terms, exchange.level, place);
            let ends = Ends { field, chains: &self.chains, hunt: &hunt, barren: &barren, lacks: &lacks };
            let Loose { mut starts, growth } = ends.loose(&members, &shifts);
            starts.extend(self.grow(exchange, &mut barren, &growth));
            if starts.is_empty() {
                let kind = &mut self.kept.kinds[at];
                kind.barren = barren;
                kind.is_right();
                return Made::None;
            }
            let ends = Ends { field, chains: &self.chains, hunt: &hunt, barren: &barren, lacks: &lacks };
            let lead = ends.lead(starts);
            self.kept.kinds[at].barren = barren;
            match lead {
                Lead::Chain(chain) => {
                    if self.chains.make(&mut hunt, &chain) {
                        let Some(last) = chain.last() else { return Made::None };
                        let made = self.note(last.to.0, None);
                        if made == Made::BesideThePoint {
                            self.kept.kinds[at].forget();
                            return Made::None;
                        }
                        return made;
                    }
                    if hunt.otherwise > 0 || hunt.banned.len() > REFUSED {
                        self.kept.kinds[at].forget();
                        return Made::None;
                    }
                }
                Lead::Nowhere(places) => self.kept.take_out(field, ground, exchange, &places),
                Lead::Far => {
                    self.kept.kinds[at].forget();
                    return Made::None;
                }
            }
            banned = hunt.banned;
        }
    }

    /// Takes in what places outside the set lead to, where that is nowhere; else, how a place of it could be filled from there.
    fn grow(&self, exchange: Exchange, barren: &mut Barren, growth: &[Growth]) -> Vec<Start> {
        let mut starts = Vec::new();
        let mut ways: Vec<(Place, Vec<Step>)> = Vec::new();
        for each in growth {
            let known = ways.iter().find(|(place, _)| *place == each.place).map(|(_, chain)| chain.clone());
            let tail = if barren.has(each.place.0, each.place.1) {
                None
            } else if known.is_some() {
                known
            } else {
                let mut hunt = self.hunt(exchange);
                hunt.barren = Some(barren);
                let mut search = Search::beyond(self.field, &self.chains, &mut hunt, &[each.place]);
                match search.run() {
                    Found::Chain(chain) => {
                        ways.push((each.place, chain.clone()));
                        Some(chain)
                    }
                    Found::Nothing | Found::Unknown => {
                        let met: Vec<Place> = search.met().collect();
                        barren.join(self.field, met);
                        None
                    }
                }
            };
            if let Some(mut tail) = tail {
                tail.extend(each.step);
                starts.push(Start { place: each.of, tail, keeps: Keep::Target });
            }
        }
        starts
    }
}

/// True when a shift lacks somebody in that place, and may have one more.
fn lacks(ground: &Ground, roster: &Roster, terms: &Holding, level: Level, ((shift, duty), balance): Place) -> bool {
    balance == EVEN
        && !has_begun(terms, ground, shift)
        && (roster.on(shift).len() as u32) < ground.shift(shift).maximum
        && level.is_lacking(ground, roster, shift)
        && level.lacks(ground, roster, shift).contains(&duty)
}
