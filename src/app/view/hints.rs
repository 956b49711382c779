//! What the foot hints at: of the commands that the table hints at on this screen, those that would do something where the
//! cursor is; what changes something comes before what finds something.

use super::keys::needs_people;
use super::place::Place;
use super::post::{CANDIDATES, RULED_OUT};
use super::{Desk, key_text, picture};
use crate::app::commands::{Chapter, Command, Entry, Key};

/// A hint at the foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What the key does.
    pub command: Command,
    /// The key.
    pub key: String,
    /// In a word.
    pub text: String,
}

impl Desk {
    /// The hints for where the cursor is, the most useful first.
    pub fn hints(&self) -> Vec<Hint> {
        self.hint_slots().into_iter().filter(|(_, is_on)| *is_on).map(|(hint, _)| hint).collect()
    }

    /// The hints for this screen, and whether each is for where the cursor is: on the picture, where every other row may be a
    /// gap, what is done to one keeps its place meanwhile, so that the others stay in theirs.
    pub fn hint_slots(&self) -> Vec<(Hint, bool)> {
        let keeps_place = |command| {
            self.place == Place::Coverage && matches!(command, Command::Assign | Command::Ways | Command::Numbers)
        };
        let slot = |(row, key): (&Entry, _)| {
            let is_on = self.is_of_use(row.command);
            let hint = Hint { command: row.command, key: key_text(self.speech, key), text: self.hint_word(row.name) };
            (is_on || keeps_place(row.command)).then_some((hint, is_on))
        };
        self.keys_of(self.place).into_iter().filter_map(slot).collect()
    }

    /// Every key that the foot of a screen may hint at, in the same order, wherever its cursor is.
    pub fn keys_of(&self, place: Place) -> Vec<(&'static Entry, Key)> {
        let mut rows: Vec<_> = self.keymap.hints(place.kind()).collect();
        rows.sort_by_key(|(row, _)| weight(row, place));
        rows
    }

    /// The word for a command at the foot; some do a thing of their own on a screen.
    fn hint_word(&self, name: &str) -> String {
        let place = self.place.word().trim_start_matches("tab-");
        let own = self.speech.find(&format!("command-{name}.hint-{place}"), &[]);
        own.unwrap_or_else(|| self.speech.word(&format!("command-{name}.hint")))
    }

    /// True when the command would do something here and now.
    fn is_of_use(&self, command: Command) -> bool {
        let on_shift = matches!(self.place, Place::Shift(_));
        let has_people = !self.ground().strike.members.is_empty();
        match command {
            command if needs_people(command) && !has_people => false,
            Command::Import => !has_people,
            Command::Open | Command::LookBack => self.has_rows(),
            Command::Assign if on_shift => self.post.pane == CANDIDATES && !self.post.facts().candidates.is_empty(),
            Command::Assign => self.marked() > 0 || self.is_on_heading() || self.is_on_gap(),
            Command::Ways => self.is_on_gap(),
            Command::Override => self.post.pane == RULED_OUT,
            Command::Unassign | Command::Pin | Command::Duty | Command::Move | Command::Swap => {
                self.marked() > 0 || self.chosen_assignment().is_some()
            }
            Command::Marked => self.marked() > 0,
            Command::Numbers | Command::Hours => self.chosen_shift().is_some() || self.chosen_site().is_some(),
            Command::TakeOffer => self.has_offer(),
            Command::ShowMember | Command::Ring => self.chosen_member().is_some(),
            Command::CallIn => !self.ground().strike.agreement.designations.is_empty(),
            Command::Make => self.can_make_page(),
            Command::Clear if self.place == Place::Coverage => !self.picture.filter.is_empty(),
            Command::Clear if self.place == Place::History => self.history.is_filtered(),
            Command::Clear => self.members.is_filtered(),
            Command::Region => picture::regions(self.ground()).len() > 1,
            Command::Undo => self.session.seq() > 0,
            _ => true,
        }
    }

    /// True when there is something for the cursor to be on.
    fn has_rows(&self) -> bool {
        match self.place {
            Place::Page(_) => self.page().is_some_and(|page| !page.is_empty()),
            Place::Essential => !self.ground().strike.agreement.requirements.is_empty(),
            Place::History => !self.history.is_empty(),
            Place::Members => !self.members.rows().is_empty(),
            _ => true,
        }
    }

    /// True when the shift under the cursor is a gap.
    fn is_on_gap(&self) -> bool {
        self.chosen_shift().is_some_and(|shift| self.status_of(shift).is_gap())
    }
}

fn weight(row: &Entry, place: Place) -> u8 {
    match (row.command, row.chapter) {
        // It is hinted at where nothing else can be done.
        (Command::Import, _) => 1,
        (Command::Undo | Command::Redo, _) => 4,
        (_, Chapter::Program) => 6,
        _ if row.spare.meets(place.kind()) => 5,
        (_, Chapter::Moving) => 0,
        // To work a plan out does more than to repair, and every gap has a key of its own.
        (Command::Repair, _) | (_, Chapter::Finding) => 2,
        (_, Chapter::Doing) => 1,
        (_, Chapter::Screens | Chapter::Folder) => 3,
    }
}
