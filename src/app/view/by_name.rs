//! Commands by their names: the palette, the menu of what can be done here, and what a search finds of them.
//!
//! A command is found by its name, by its word at the foot, by what its help says, and by other words that people have for
//! it (`also-NAME` in `speech`). One that does nothing on this screen is found too, and leads to where it does.

use super::choice::{Act, Choice};
use super::notice::Tone;
use super::page::Kind;
use super::place::Place;
use super::score::Words;
use super::{Desk, key_text};
use crate::app::commands::{Chapter, Command, Entry, Key, TABLE, Where, entry};
use crate::app::fold::fold;
use crate::model::{MemberIx, ShiftIx};

/// Commands chosen by name that are kept in mind.
const LATELY: usize = 5;

/// Of commands, so many are worth a row among members, sites and shifts.
const AMONG_OTHERS: usize = 6;

/// What a word costs more that stands in the help only, or in a command of another screen.
const IN_HELP: u32 = 2;

/// The same of a command that applies on another screen.
const ELSEWHERE: u32 = 3;

impl Desk {
    /// The commands by name. Nothing typed: those chosen here lately, then those that do something, then the rest.
    pub(super) fn palette_choices(&self, typed: &str) -> Vec<Choice> {
        let words = Words::new(typed);
        if !words.is_empty() {
            return self.commands_found(&words).into_iter().map(|(_, row)| self.command_choice(row)).collect();
        }
        let here = self.place.kind();
        let mut rows: Vec<&Entry> = TABLE.iter().filter(|row| row.places.meets(here)).collect();
        rows.sort_by_key(|row| {
            let lately = self.lately.iter().position(|each| *each == row.command).unwrap_or(LATELY);
            (lately, row.chapter == Chapter::Moving, row.chapter != Chapter::Doing, row.chapter)
        });
        rows.into_iter().map(|row| self.command_choice(row)).collect()
    }

    /// Keeps in mind which command was chosen by its name.
    pub(super) fn note_lately(&mut self, command: Command) {
        self.lately.retain(|each| *each != command);
        self.lately.insert(0, command);
        self.lately.truncate(LATELY);
    }

    /// What can be done here: the commands that change something first.
    pub(super) fn menu_choices(&self, typed: &str) -> Vec<Choice> {
        let here = self.place.kind();
        let words = Words::new(typed);
        [Chapter::Doing, Chapter::Finding, Chapter::Folder, Chapter::Program]
            .into_iter()
            .flat_map(|chapter| TABLE.iter().filter(move |row| row.chapter == chapter && row.places.meets(here)))
            .filter(|row| words.is_empty() || self.fits(row, &words).is_some())
            .map(|row| self.command_choice(row))
            .collect()
    }

    /// The commands that a search offers beside what else it finds, by cost.
    pub(super) fn commands_sought(&self, words: &Words) -> Vec<(u32, Choice)> {
        let found = self.commands_found(words).into_iter().take(AMONG_OTHERS);
        found.map(|(cost, row)| (cost, self.command_choice(row).lead(self.speech.word("found-command")))).collect()
    }

    /// The commands that fit, by cost; those that apply here first.
    fn commands_found(&self, words: &Words) -> Vec<(u32, &'static Entry)> {
        let here = self.place.kind();
        let mut found: Vec<(u32, &Entry)> = TABLE
            .iter()
            .filter(|row| row.command != Command::Find)
            .filter_map(|row| {
                let applies = row.places.meets(here);
                let cost = self.fits(row, words)?;
                (applies || self.where_it_applies(row).is_some())
                    .then_some((cost + if applies { 0 } else { ELSEWHERE }, row))
            })
            .collect();
        found.sort_by_key(|(cost, _)| *cost);
        found
    }

    /// What it costs to call a command by these words; None: nobody would.
    fn fits(&self, row: &Entry, words: &Words) -> Option<u32> {
        let hint = fold(&self.speech.word(&format!("command-{}.hint", row.name)));
        let what = fold(&self.speech.word(&format!("command-{}", row.name)));
        let also = self.speech.find(&format!("also-{}", row.name), &[]).map_or_else(String::new, |text| fold(&text));
        let whole = words.score(&format!("{what} {hint} {also}")).map(|cost| cost + IN_HELP);
        let names = [fold(row.name), hint, also];
        names.iter().filter_map(|name| words.score(name)).chain(whole).min()
    }

    /// Where a command can be given from here, if it can't be given here: a numbered screen, else the shift under the cursor.
    fn where_it_applies(&self, row: &Entry) -> Option<Place> {
        let shift = self.chosen_shift().filter(|_| row.places.meets(Where::SHIFT)).map(Place::Shift);
        Place::TABS.into_iter().find(|place| row.places.meets(place.kind())).or(shift)
    }

    /// A command as it can be chosen: its word, what it does, its key; or where it can be done.
    fn command_choice(&self, row: &Entry) -> Choice {
        let hint = self.speech.word(&format!("command-{}.hint", row.name));
        let what = self.speech.word(&format!("command-{}", row.name));
        let there = (!row.places.meets(self.place.kind())).then(|| self.where_it_applies(row)).flatten();
        let (act, aside) = if let Some(place) = there {
            let word = self.speech.word(place.word());
            (Act::There(place, row.command), self.speech.say("found-elsewhere", &[("place", word.into())]))
        } else {
            let key = self.keymap.first(row.command).map(|key| key_text(self.speech, key));
            (Act::Command(row.command), key.unwrap_or_default())
        };
        Choice::new(what, act).lead(hint).aside(aside)
    }

    /// Says that a key does nothing here, and what it does on which other screens.
    pub(super) fn tell_elsewhere(&mut self, key: Key) {
        let others = [Place::Shift(ShiftIx(0)), Place::Member(MemberIx(0)), Place::Plan, Place::Page(Kind::Calls)];
        let screens = Place::TABS.into_iter().chain(others);
        let word = |place: Place| self.speech.word(place.word());
        let told = |row: &Entry| {
            let places: Vec<String> =
                screens.clone().filter(|place| row.places.meets(place.kind())).map(word).collect();
            let what = self.speech.word(&format!("command-{}.hint", row.name));
            // What is only on a page that something opens has no place of its own.
            if places.is_empty() { what } else { format!("{what} ({})", places.join(", ")) }
        };
        let rows = TABLE.iter().filter(|row| self.keymap.of(row).contains(&key));
        let what: Vec<String> = rows.map(told).collect();
        let id = if what.is_empty() { "told-no-such-key" } else { "told-key-elsewhere" };
        self.say_with(id, &[("key", key_text(self.speech, key).into()), ("what", what.join("; ").into())]);
    }

    /// Goes to a screen on which a command can be given, and says with which key.
    pub(super) fn go_where(&mut self, place: Place, command: Command) {
        match place {
            Place::Line => self.go_to_line(),
            Place::Shift(_) => self.open(place),
            place => self.go_to_tab(place),
        }
        // What was said on the way, as that no line is up, matters more.
        if self.notice.is_none() {
            let what = entry(command).map(|row| self.speech.word(&format!("command-{}", row.name)));
            let values = [("key", self.key_of(command).into()), ("what", what.unwrap_or_default().into())];
            let text = self.speech.say("told-there", &values);
            self.tell(Tone::Info, text);
        }
    }
}
