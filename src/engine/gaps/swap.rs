//! After an edit, posts that are empty where no head more may come: the holder of one comes in a picket's place.

use super::chain::Sought;
use super::hunt::Place;
use super::hunt::{EVEN, Exchange, Level};
use super::mend::{Made, Mender, has_begun};
use super::moves::Want;
use super::repair::Move;
use super::search::{Found, Search};
use super::watch::{Stretch, kind_of};
use crate::model::{Assignment, Duty, ShiftIx};
use std::collections::BTreeSet;

impl Mender<'_, '_> {
    /// Where a post is empty and no head more may come, the holder of it comes in a picket's place, who is free then.
    pub(super) fn swap(&mut self, level: Level) -> Made {
        for at in 0..self.scope.len() {
            let stretch = self.scope[at];
            let plain = Exchange::new(level, false, false);
            let open = self.kept.open(self.field, self.ground, self.chains.roster(), stretch, plain).clone();
            for shift in open.into_iter().filter(|shift| !has_begun(self.terms, self.ground, *shift)) {
                if self.is_crowded(shift) {
                    let made = self.swap_on(level, stretch, shift);
                    if made == Made::One {
                        return made;
                    }
                }
            }
        }
        Made::None
    }

    fn swap_on(&mut self, level: Level, stretch: Stretch, shift: ShiftIx) -> Made {
        let lacks = level.lacks(self.ground, self.chains.roster(), shift);
        let ways: Vec<Exchange> = self.ways(level, stretch).collect();
        let hunt = self.hunt(ways[0]);
        let may = |each: &&Assignment| each.duty == Duty::Picket && hunt.may_leave(self.ground, each);
        let picket = self.chains.roster().on(shift).iter().find(may).map(|each| each.member);
        let Some(picket) = picket else { return Made::None };
        // With nobody to spare for it, one who goes changes nothing.
        if ways.iter().all(|exchange| lacks.iter().all(|duty| self.is_hopeless(*exchange, (shift, *duty)))) {
            return Made::None;
        }
        let heads = self.chains.roster().on(shift).len();
        let out = self.chains.leave_out(shift, &[picket]);
        for exchange in ways {
            for &duty in &lacks {
                let mut hunt = self.hunt(exchange);
                hunt.choosy = true;
                if let Sought::Made(_) = self.chains.one_of(self.field, &mut hunt, &[(shift, duty)]) {
                    let goes = Move { member: picket, from: vec![(shift, Duty::Picket)], to: Vec::new(), barred: None };
                    let made = self.note(shift, Some(goes));
                    if made == Made::One {
                        let (members, shifts) = (BTreeSet::from([picket]), BTreeSet::from([shift]));
                        self.kept.turn(self.field, self.ground, |_| heads, self.chains.roster(), members, &shifts);
                    } else {
                        self.chains.bring_back(out);
                    }
                    return made;
                }
            }
        }
        self.chains.bring_back(out);
        Made::None
    }

    /// True when no chain leads to a post of a shift on which no head more may stand; it is found out, and kept.
    fn is_hopeless(&mut self, exchange: Exchange, want: Want) -> bool {
        let barren = &self.kept.kinds[kind_of(exchange)].barren;
        if barren.has(want, EVEN) {
            return true;
        }
        let mut hunt = self.hunt(exchange);
        hunt.barren = Some(barren);
        let mut search = Search::new(self.field, &self.chains, &mut hunt, &[want]);
        let found = search.run();
        let met: Vec<Place> = search.met().collect();
        let is_hopeless = matches!(found, Found::Nothing);
        if is_hopeless {
            self.kept.kinds[kind_of(exchange)].barren.join(self.field, met);
        }
        is_hopeless
    }
}
