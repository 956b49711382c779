//! Marked shifts filled: with captains, or to their minimum, by the best candidates, as one action.

use super::Desk;
use super::choice::Deed;
use super::place::Place;
use crate::app::session::{ActError, Many, Session, Step};
use crate::engine::candidates::{candidates, missing_posts};
use crate::model::{Assignment, Duty, ShiftIx};
use std::collections::BTreeSet;

/// What is said: where nobody can be put there, where some still are missing, where nothing is.
type Told = (&'static str, &'static str, &'static str);

impl Desk {
    /// Puts the best captains, or the best of everyone, on the shifts marked, and says what is still missing.
    pub(super) fn fill_marked(&mut self, deed: Deed) {
        let captains = deed == Deed::Captains;
        let told = if captains {
            ("told-several-nobody", "told-several-still", "told-several-none")
        } else {
            ("told-filling-nobody", "told-filling-still", "told-filling-none")
        };
        let marked = self.marks.shifts.clone();
        let lacking = missing(self, &marked, deed);
        let shifts = marked.clone();
        let fill = move |session: &mut Session| session.many(&fillings(session, &shifts, captains));
        self.carry_out(self.session.is_large(), "busy-filling", fill, move |desk, many| {
            desk.tell_filled(many, &marked, (deed, lacking), told);
        });
    }

    /// Says how it went on `marked`, where so many were lacking before.
    fn tell_filled(
        &mut self,
        many: Result<Many, ActError>,
        marked: &BTreeSet<ShiftIx>,
        (deed, lacking): (Deed, u32),
        (nobody, still, none): Told,
    ) {
        let is_nobody = many.as_ref().is_ok_and(|many| many.done.entry.is_none() && many.refused.is_empty());
        if is_nobody && lacking == 0 {
            self.say(none);
        } else if is_nobody {
            // Posts are empty, and nobody can be put there: what would help is told of each, from the first.
            let first = marked.iter().copied().find(|shift| missing(self, &BTreeSet::from([*shift]), deed) > 0);
            if let (Place::Coverage, Some(shift)) = (self.place, first) {
                self.show_on_picture(shift);
            }
            self.not_done(nobody, &[("count", lacking.into())]);
        } else {
            self.tell_many(many);
            // Of those that were empty, some still are.
            let left = missing(self, marked, deed);
            let text = self.sentence(still, &[("count", left.into())]);
            if let Some(notice) = self.notice.as_mut().filter(|_| left > 0) {
                notice.add(&text);
            }
        }
    }
}

/// The best candidates for these shifts: captains for the captain's posts, or whoever brings them to the minimum.
pub(super) fn fillings(session: &Session, shifts: &BTreeSet<ShiftIx>, captains: bool) -> Vec<Step> {
    let ground = &session.ground;
    let mut roster = session.roster.clone();
    let mut steps = Vec::new();
    for &shift in shifts {
        loop {
            let the_shift = ground.shift(shift);
            let missing = missing_posts(ground, &roster, shift);
            let enough = roster.on(shift).len() >= the_shift.minimum as usize;
            let wants = if captains { missing.contains(&Duty::Captain) } else { !missing.is_empty() || !enough };
            if !wants {
                break;
            }
            let fits = |duty: Duty| if captains { duty == Duty::Captain } else { !enough || duty != Duty::Picket };
            let best = candidates(ground, &roster, shift).into_iter().find(|each| fits(each.duty));
            let Some(best) = best else { break };
            roster.put(Assignment::planned(best.member, shift, best.duty));
            steps.push(Step::Put(shift, best.member, best.duty));
        }
    }
    steps
}

/// How many posts of captains are empty on the shifts; or, to be filled to their minimum, how many heads they lack.
pub(super) fn missing(desk: &Desk, shifts: &BTreeSet<ShiftIx>, deed: Deed) -> u32 {
    let missing = |ix: &ShiftIx| {
        let (heads, shift) = (desk.session.coverage.of(*ix).planned(), desk.ground().shift(*ix));
        if deed == Deed::Captains { heads.captains_missing(shift) } else { heads.short_by(shift) }
    };
    shifts.iter().map(missing).sum()
}
