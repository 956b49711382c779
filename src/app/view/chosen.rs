//! What the cursor is on, on any screen.

use super::Desk;
use super::essential::PEOPLE;
use super::place::Place;
use super::post::STANDING;
use crate::model::{Assignment, MemberIx, ShiftIx, SiteIx};

impl Desk {
    /// The shift the cursor is on.
    pub fn chosen_shift(&self) -> Option<ShiftIx> {
        match self.place {
            Place::Overview => self.overview.shift(),
            Place::Coverage => self.picture.shift(self.ground()),
            Place::Shift(shift) => Some(shift),
            Place::Member(_) => self.person.shift(&self.session.roster),
            Place::Line => self.board.shift,
            Place::Page(_) => self.page_subject().shift,
            _ => None,
        }
    }

    /// The member the cursor is on.
    pub fn chosen_member(&self) -> Option<MemberIx> {
        match self.place {
            Place::Shift(_) => self.post.member(),
            Place::Members => self.members.member(),
            Place::Member(member) => Some(member),
            Place::Essential => self.services.member(self.ground()).filter(|_| self.services.pane == PEOPLE),
            Place::Line => self.board.member(),
            Place::Plan => self
                .planning
                .plan
                .as_ref()
                .and_then(|plan| plan.change(self.planning.list.at(plan.len())))
                .map(|change| change.member()),
            Place::Page(_) => self.page_subject().member,
            _ => None,
        }
    }

    /// The site the cursor is on.
    pub fn chosen_site(&self) -> Option<SiteIx> {
        let of_row = match self.place {
            Place::Coverage => self.picture.row().and_then(|row| row.site(self.ground())),
            Place::Map => self.map.site(),
            _ => None,
        };
        of_row.or_else(|| self.chosen_shift().map(|shift| self.ground().shift(shift).site))
    }

    /// The assignment the cursor is on.
    pub(super) fn chosen_assignment(&self) -> Option<Assignment> {
        match self.place {
            Place::Shift(_) if self.post.pane == STANDING => {
                self.post.facts().stands.get(self.post.at(STANDING)).and_then(|stand| stand.who.clone())
            }
            Place::Member(_) => self.person.assignment(&self.session.roster).cloned(),
            _ => None,
        }
    }
}
