//! The pointer: clicks, the wheel, and where the cursor is put by them.

use super::list::Step;
use super::place::{Pane, Place, Target};
use super::prompt::Purpose;
use super::{Desk, Effect};

impl Desk {
    pub(super) fn click(&mut self, target: Target) -> Option<Effect> {
        if let Target::Choice(row) = target {
            let prompt = self.prompt.as_mut()?;
            prompt.cursor_mut().go(row);
            let chosen = prompt.chosen().map(|choice| choice.act.clone());
            return chosen.and_then(|act| self.choose(act));
        }
        if let Target::Field(at) = target {
            let prompt = self.prompt.as_mut()?;
            prompt.field = at;
            prompt.offered.go(0);
            self.choose_anew();
            return None;
        }
        let was_open = self.prompt.take().is_some_and(|prompt| prompt.purpose != Purpose::Keep);
        self.notice = None;
        match target {
            Target::Tab(place) => self.go_to_tab(place),
            Target::Command(command) => return self.command(command),
            // A click beside a prompt only closes it.
            Target::Row(..) | Target::Cell(..) if was_open => {}
            Target::Row(pane, row) => {
                if self.point(pane, row) {
                    self.open_chosen();
                }
            }
            Target::Cell(row, column) => {
                let before = (self.picture.row(), self.picture.column());
                self.picture.go(row, column);
                self.refresh();
                if before == (self.picture.row(), self.picture.column()) {
                    self.open_chosen();
                }
            }
            Target::List(pane) => self.choose_pane(pane),
            Target::Column(by) => self.members.sort_by(by),
            Target::Choice(_) | Target::Field(_) => {}
        }
        None
    }

    /// Puts the cursor where the pointer is, and opens nothing.
    pub(super) fn point_at(&mut self, target: Option<Target>) {
        match target {
            Some(Target::Row(pane, row)) => {
                self.point(pane, row);
            }
            Some(Target::Cell(row, column)) => self.picture.go(row, column),
            Some(Target::Tab(place)) => self.go_to_tab(place),
            _ => {}
        }
    }

    fn choose_pane(&mut self, pane: Pane) {
        match self.place {
            Place::Overview => self.overview.pane = pane.min(3),
            Place::Essential => self.services.pane = pane.min(1),
            Place::Shift(_) => self.post.pane = pane.min(2),
            _ => {}
        }
    }

    /// Puts the cursor on a row; true when it was there already.
    fn point(&mut self, pane: Pane, row: usize) -> bool {
        let before = self.cursor();
        self.choose_pane(pane);
        match self.place {
            Place::Overview => self.overview.lists[self.overview.pane].go(row),
            Place::Coverage => self.picture.list.go(row),
            Place::Members => self.members.list.go(row),
            Place::Essential => self.services.lists[self.services.pane].go(row),
            Place::History => self.history.list.go(row),
            Place::Shift(_) => self.post.lists[self.post.pane].go(row),
            Place::Member(_) => self.person.list.go(row),
            Place::Plan => self.planning.list.go(row),
            Place::Line => self.board.list.go(row),
            Place::Map => self.map.list().0.go(row),
            Place::Start => self.start.list.go(row),
            Place::Page(kind) => self.go_on_page(kind, row),
            Place::Help => {}
        }
        before == (pane, row)
    }

    /// The list that has the cursor, and the row it is on.
    pub fn cursor(&self) -> (Pane, usize) {
        let far = usize::MAX;
        match self.place {
            Place::Overview => (self.overview.pane, self.overview.lists[self.overview.pane].at(far)),
            Place::Coverage => (0, self.picture.list.at(far)),
            Place::Members => (0, self.members.list.at(far)),
            Place::Essential => (self.services.pane, self.services.lists[self.services.pane].at(far)),
            Place::History => (0, self.history.list.at(far)),
            Place::Shift(_) => (self.post.pane, self.post.lists[self.post.pane].at(far)),
            Place::Member(_) => (0, self.person.list.at(far)),
            Place::Plan => (0, self.planning.list.at(far)),
            Place::Line => (0, self.board.list.at(far)),
            Place::Map if self.map.zoomed => (0, self.map.sites.at(far)),
            Place::Map => (0, self.map.regions.at(far)),
            Place::Start => (0, self.start.list.at(far)),
            Place::Page(_) => (0, self.page().map_or(0, |page| page.list.at(far))),
            Place::Help => (0, 0),
        }
    }

    /// The wheel moves the list under the pointer.
    pub(super) fn wheel(&mut self, target: Option<Target>, rows: isize) {
        if let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.chooses()) {
            let len = prompt.choices.len();
            prompt.cursor_mut().step(Step::By(rows), len);
            return;
        }
        if let Some(Target::Row(pane, _) | Target::List(pane)) = target {
            self.choose_pane(pane);
        }
        self.step(Step::By(rows));
    }
}
