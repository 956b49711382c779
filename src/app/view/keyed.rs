//! Sentences that name keys. A key is whatever the person has made it, so no sentence spells one: `{ $key-NAME }` in it
//! stands for the key of the command of that name.

use super::notice::Tone;
use super::{Desk, key_text};
use crate::app::commands::{Command, TABLE};
use crate::model::problem::Value;

impl Desk {
    /// The key of a command as hints show it; one that has lost its keys is called by its name.
    pub fn key_of(&self, command: Command) -> String {
        let key = self.keymap.first(command).map(|key| key_text(self.speech, key));
        key.unwrap_or_else(|| {
            let name = TABLE.iter().find(|row| row.command == command).map_or("", |row| row.name);
            format!(":{name}")
        })
    }

    /// The sentence `id` with its particulars, and with the keys that it names.
    pub fn sentence(&self, id: &str, values: &[(&str, Value)]) -> String {
        let keys = TABLE.iter().map(|row| (row.key, Value::from(self.key_of(row.command))));
        let all: Vec<(&str, Value)> = values.iter().cloned().chain(keys).collect();
        self.speech.say(id, &all)
    }

    /// Says a sentence without particulars.
    pub(super) fn say(&mut self, id: &str) {
        self.say_with(id, &[]);
    }

    /// Says a sentence.
    pub(super) fn say_with(&mut self, id: &str, values: &[(&str, Value)]) {
        let text = self.sentence(id, values);
        self.tell(Tone::Info, text);
    }

    /// Says why something was not done.
    pub(super) fn not_done(&mut self, id: &str, values: &[(&str, Value)]) {
        let text = self.sentence(id, values);
        self.tell(Tone::Refused, text);
    }
}
