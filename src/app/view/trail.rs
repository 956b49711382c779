//! From screen to screen, and the way back.

use super::list::List;
use super::place::Place;
use super::{Desk, member, post, start};
use crate::model::ShiftIx;

impl Desk {
    /// Goes to a screen with a number; the way back is forgotten.
    pub(super) fn go_to_tab(&mut self, place: Place) {
        self.trail.clear();
        self.place = place;
    }

    /// Opens a screen from which one comes back here.
    pub(super) fn open(&mut self, place: Place) {
        if self.place == place {
            return;
        }
        match place {
            Place::Shift(shift) if self.post.shift != shift || !self.trail.contains(&place) => {
                self.post = post::Post::new(shift);
            }
            Place::Member(member) if self.person.member != member || !self.trail.contains(&place) => {
                self.person = member::Person::new(member);
                // On the next shift, not on those that are over: that is what one is asked about.
                let over = |shift: &ShiftIx| self.session.ground.shift(*shift).span.end <= self.now;
                self.person.list.go(self.session.roster.of(member).partition_point(over));
            }
            Place::Help => self.help = List::default(),
            Place::Start => self.start = start::Start::default(),
            _ => {}
        }
        // A long wander between shifts and members must not grow without end, nor need as many keys to leave.
        if let Some(at) = self.trail.iter().position(|each| *each == place) {
            self.trail.truncate(at);
        } else {
            self.trail.push(self.place);
        }
        self.place = place;
    }

    /// The screen that help was asked for on.
    pub fn helped(&self) -> Place {
        self.trail.last().copied().unwrap_or(Place::Overview)
    }

    /// Replaces the shift looked at by another, keeping the way back.
    pub(super) fn turn_to(&mut self, shift: ShiftIx) {
        let pane = self.post.pane;
        self.post = post::Post::new(shift);
        self.post.pane = pane;
        self.place = Place::Shift(shift);
    }

    /// Lets go of what is marked; else goes back to where this screen was opened from; else shows everything again, and then
    /// goes to the first screen: step by step, the way one came.
    pub(super) fn back(&mut self) {
        if self.forget_marks() {
            return;
        }
        let is_kept = match self.place {
            Place::Coverage => !self.picture.filter.is_empty(),
            Place::Members => self.members.is_filtered(),
            Place::History => self.history.is_filtered(),
            _ => false,
        };
        if self.trail.is_empty() && is_kept {
            self.clear();
            return;
        }
        // On a shift everybody is shown again first.
        if matches!(self.place, Place::Shift(_)) && !self.post.words.is_empty() {
            self.post.words.clear();
            return;
        }
        match self.trail.pop() {
            Some(place) => {
                // What was narrowed for the page one comes from is whole for the next.
                if self.place == Place::History {
                    self.history.clear();
                }
                self.place = place;
                match place {
                    Place::Shift(shift) if self.post.shift != shift => self.post = post::Post::new(shift),
                    Place::Member(member) if self.person.member != member => {
                        self.person = member::Person::new(member);
                    }
                    _ => {}
                }
            }
            None if self.place == Place::Overview && self.looks_back() => self.come_back(),
            None if self.place == Place::Overview => {
                self.say("told-nowhere-back");
            }
            None => self.place = Place::Overview,
        }
    }

    /// The tab that is lit: the screen itself, or the one it was opened from.
    pub fn tab(&self) -> Option<Place> {
        let is_tab = |place: &&Place| Place::TABS.contains(*place);
        std::iter::once(&self.place).chain(self.trail.iter().rev()).find(is_tab).copied()
    }
}
