//! Moving about: rows, columns, lists, screens, gaps, days; and opening what one is on.

use super::choice::Act;
use super::lens::{Counting, Present};
use super::list::Step;
use super::page::Kind;
use super::place::{Pane, Place};
use super::prompt::Pick;
use super::{Desk, essential, overview, picture, post};
use crate::model::ShiftIx;

impl Desk {
    /// Moves the cursor of the list that has it.
    pub(super) fn step(&mut self, step: Step) {
        match self.place {
            Place::Overview => {
                let pane = self.overview.pane;
                let len = self.overview.len(pane);
                self.overview.lists[pane].step(step, len);
            }
            Place::Coverage => self.picture.step(step),
            Place::Members => {
                let len = self.members.rows().len();
                self.members.list.step(step, len);
            }
            Place::Essential => {
                let ground = &self.session.ground;
                let len = match self.services.pane {
                    essential::REQUIREMENTS => ground.strike.agreement.requirements.len(),
                    _ => self.services.people(ground).len(),
                };
                if self.services.pane == essential::REQUIREMENTS {
                    self.services.lists[essential::PEOPLE].go(0);
                }
                self.services.lists[self.services.pane].step(step, len);
            }
            Place::History => {
                let len = self.history.len();
                self.history.list.step(step, len);
            }
            Place::Shift(_) => {
                let pane = self.post.pane;
                let len = self.post.len(pane);
                self.post.lists[pane].step(step, len);
            }
            Place::Member(member) => self.person.list.step(step, self.session.roster.of(member).len()),
            Place::Plan => {
                let len = self.planning.plan.as_ref().map_or(0, |plan| plan.len());
                self.planning.list.step(step, len);
            }
            Place::Help => self.help.step(step, usize::MAX >> 1),
            Place::Line => {
                let len = self.board.rows().len();
                self.board.list.step(step, len);
            }
            Place::Map => {
                let (list, len) = self.map.list();
                list.step(step, len);
            }
            Place::Start => {
                let len = self.starts().len();
                self.start.list.step(step, len);
            }
            Place::Page(kind) => {
                self.step_on_page(kind, step);
            }
        }
    }

    /// Moves to the list beside, or a column on.
    pub(super) fn sideways(&mut self, right: bool) {
        let to = |pane: Pane, panes: usize| if right { (pane + 1).min(panes - 1) } else { pane.saturating_sub(1) };
        match self.place {
            Place::Overview => self.overview.pane = to(self.overview.pane, 4),
            Place::Coverage => self.picture.shift_column(&self.session.ground, if right { 1 } else { -1 }),
            Place::Essential => self.services.pane = to(self.services.pane, 2),
            Place::Shift(_) => self.post.pane = to(self.post.pane, 3),
            Place::Line => self.turn_line(right),
            Place::Map if right && !self.map.zoomed => self.look_into_region(),
            Place::Map if !right => self.map.zoomed = false,
            Place::Members => {
                let weeks = self.ground().timetable.weeks.len() as u16;
                self.members.sort_beside(right, weeks);
            }
            Place::Map
            | Place::History
            | Place::Member(_)
            | Place::Plan
            | Place::Help
            | Place::Start
            | Place::Page(_) => {}
        }
    }

    /// Day, week, whole strike; on the map, into a region and out again.
    pub(super) fn zoom(&mut self) {
        match self.place {
            Place::Map if self.map.zoomed => self.map.zoomed = false,
            Place::Map => self.look_into_region(),
            _ => self.picture.zoom_on(&self.session.ground),
        }
    }

    fn look_into_region(&mut self) {
        if self.map.region().is_some_and(|region| !region.spots.is_empty()) {
            self.map.zoomed = true;
            self.map.sites = super::list::List::default();
        }
    }

    /// Opens what the cursor is on, or does the obvious thing with it.
    pub(super) fn open_chosen(&mut self) {
        match self.place {
            Place::Overview => match self.overview.pane {
                overview::GAPS | overview::NOW => {
                    if let Some(shift) = self.overview.shift() {
                        self.open(Place::Shift(shift));
                    }
                }
                pane => self.open_group(pane),
            },
            Place::Coverage => match self.picture.row() {
                Some(picture::Row::Site(_) | picture::Row::Region(_)) => self.picture.fold(&self.session.ground),
                _ => match self.picture.shift(&self.session.ground) {
                    Some(shift) => self.open(Place::Shift(shift)),
                    None => self.say("told-no-shift-here"),
                },
            },
            Place::Members => {
                if let Some(member) = self.members.member() {
                    self.open(Place::Member(member));
                }
            }
            Place::Essential => match self.services.pane {
                essential::REQUIREMENTS => self.services.pane = essential::PEOPLE,
                _ => self.show_member(),
            },
            Place::Shift(_) => {
                let on_member = self.post.pane == post::STANDING && self.post.member().is_some();
                if on_member { self.show_member() } else { self.assign() }
            }
            Place::Member(_) => {
                if let Some(shift) = self.person.shift(&self.session.roster) {
                    self.open(Place::Shift(shift));
                }
            }
            Place::Line => self.sign(),
            Place::Map => match self.map.site() {
                Some(site) => {
                    self.choose(Act::Site(site));
                }
                None => self.look_into_region(),
            },
            Place::Start => {
                let starts = self.starts();
                if let Some(choice) = starts.get(self.start.list.at(starts.len())) {
                    self.choose(choice.act.clone());
                }
            }
            Place::History => {
                if let Some(seq) = self.history.chosen().map(|line| line.entry.seq) {
                    self.pick(Pick::Rewind(seq));
                }
            }
            Place::Page(Kind::Purge) => self.turn_purge_row(),
            Place::Page(_) => self.open_subject(),
            Place::Plan | Place::Help => {}
        }
    }

    /// From a region or a kind on the overview to the picture of it.
    fn open_group(&mut self, pane: Pane) {
        let facts = self.overview.facts();
        let at = self.overview.lists[pane].at(self.overview.len(pane));
        let mut filter = picture::Filter::default();
        if pane == overview::REGIONS {
            filter.region = facts.regions.get(at).map(|(region, _)| picture::RegionKey(*region));
        } else {
            filter.kind = facts.kinds.get(at).map(|(kind, _)| *kind);
        }
        self.picture.filter = filter;
        self.trail = vec![Place::Overview];
        self.place = Place::Coverage;
    }

    pub(super) fn next_tab(&mut self, forward: bool) {
        let tabs = Place::TABS;
        let at = self.tab().and_then(|tab| tabs.iter().position(|each| *each == tab)).unwrap_or(0);
        let next = if forward { at + 1 } else { at + tabs.len() - 1 };
        self.go_to_tab(tabs[next % tabs.len()]);
    }

    /// The next gap, by severity; on the picture, of the sites shown.
    pub(super) fn next_gap(&mut self, forward: bool) {
        self.refresh_gaps();
        let gaps = &self.overview.facts().gaps;
        let next = match self.place {
            Place::Coverage => picture::next_gap(self.ground(), gaps, &self.picture, forward),
            Place::Shift(here) => picture::after(gaps, Some(here), forward),
            _ => {
                self.overview.pane = overview::GAPS;
                let len = self.overview.len(overview::GAPS);
                self.overview.lists[overview::GAPS].step(Step::By(if forward { 1 } else { -1 }), len);
                if len == 0 {
                    self.say("told-no-gap");
                }
                return;
            }
        };
        match next {
            None => self.say("told-no-gap"),
            Some(shift) if self.place == Place::Coverage => self.show_on_picture(shift),
            Some(shift) => self.turn_to(shift),
        }
    }

    pub(super) fn count_the_other_way(&mut self) {
        self.counting = self.counting.next();
        self.say(match self.counting {
            Counting::Planned => "told-planned",
            Counting::Worst => "told-worst",
            Counting::Now => "told-now",
        });
    }

    pub(super) fn go_to_now(&mut self) {
        if self.place == Place::Line {
            self.board.shift = None;
            return;
        }
        let zone = self.ground().strike.campaign.zone;
        self.picture.date = self.now.in_zone(zone).date_naive();
        if let Place::Member(member) = self.place {
            let shifts = self.session.roster.of(member);
            let next = shifts.partition_point(|shift| self.ground().shift(*shift).span.end <= self.now);
            self.person.list.go(next);
        }
    }

    /// Puts the picture's cursor on a shift.
    pub(super) fn show_on_picture(&mut self, shift: ShiftIx) {
        let (revision, worst) = (self.counted(), self.counts_worst());
        let coverage = Present::or_planned(self.present.as_ref(), &self.session.coverage);
        self.picture.go_to(&self.session.ground, coverage, revision, worst, shift);
    }

    /// The shift before or after on the same line.
    pub(super) fn along_the_line(&mut self, later: bool) {
        let Place::Shift(here) = self.place else { return };
        let ground = &self.session.ground;
        let line = ground.shift(here).line;
        let same = |ix: &usize| ground.timetable.shifts[*ix].line == line;
        let found =
            if later { (here.ix() + 1..ground.timetable.len()).find(same) } else { (0..here.ix()).rev().find(same) };
        match found {
            Some(ix) => self.turn_to(ShiftIx::new(ix)),
            None => self.say("told-no-shift-beyond"),
        }
    }

    pub(super) fn show_member(&mut self) {
        let member = self.chosen_member();
        match member {
            Some(member) => self.open(Place::Member(member)),
            None => self.say("told-nobody-here"),
        }
    }
}
