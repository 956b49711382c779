//! Which key does what: the table's own keys, changed by a person's `keys.toml`.
//!
//! ```toml
//! next-gap = "n"                 # a command by its name in the table, and its key
//! undo = ["u", "ctrl-g"]         # or several; the first is the one that hints show
//! ```
//!
//! A key given to a command here is taken from whichever had it in the same place. What can't be used is told, and the rest
//! holds; the keys that always lead out (`q`, `ctrl-c`, `?`, `esc`) stay as they are.

use super::commands::{Command, Entry, Key, TABLE, Where};
use crate::model::nearest::nearest;
use crate::model::problem::{Problem, Value};
use crate::speech::Speech;
use crate::store::read::toml_table;

/// Every command's keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: TABLE.iter().map(|entry| entry.keys.to_vec()).collect() }
    }
}

/// What of a `keys.toml` can't be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Unusable {
    /// It is no TOML: its first slip.
    Form(Box<Problem>),
    /// No command has this name; the nearest that one has.
    Command(String, Option<&'static str>),
    /// No key is written so.
    Key(&'static str, String),
    /// A key, or several, was expected.
    Kind(&'static str),
    /// Two commands ask for one key where both apply: the later of them in the file does not get it.
    Clash(&'static str, &'static str, Key),
    /// The key always does the same.
    Reserved(&'static str, Key),
}

/// Keys that do the same whatever anyone writes: a person who has lost the way must find out.
const RESERVED: [(Key, Command); 4] = [
    (Key::Ctrl('c'), Command::Quit),
    (Key::Esc, Command::Back),
    (Key::Enter, Command::Open),
    (Key::Char('?'), Command::Help),
];

impl Keymap {
    /// The table's keys, changed by the text of a `keys.toml`; and what of it can't be used.
    pub fn of_toml(text: &str) -> (Self, Vec<Unusable>) {
        let mut map = Self::default();
        let table = match toml_table(text) {
            Ok(table) => table,
            Err(slip) => return (map, vec![Unusable::Form(slip)]),
        };
        let mut trouble = Vec::new();
        let mut given: Vec<(usize, Key)> = Vec::new();
        for (name, value) in &table {
            let Some(at) = TABLE.iter().position(|entry| entry.name == name) else {
                trouble.push(Unusable::Command(name.clone(), nearest(name, TABLE.iter().map(|entry| entry.name))));
                continue;
            };
            let row = &TABLE[at];
            let written: Vec<&str> = match value {
                toml::Value::String(key) => vec![key],
                toml::Value::Array(keys) => keys.iter().filter_map(toml::Value::as_str).collect(),
                _ => Vec::new(),
            };
            if written.is_empty() {
                trouble.push(Unusable::Kind(row.name));
                continue;
            }
            let mut keys = Vec::new();
            for text in written {
                let Some(key) = parse(text) else {
                    trouble.push(Unusable::Key(row.name, text.to_owned()));
                    continue;
                };
                if RESERVED.iter().any(|(reserved, command)| *reserved == key && *command != row.command) {
                    trouble.push(Unusable::Reserved(row.name, key));
                    continue;
                }
                let clash = given
                    .iter()
                    .find(|(other, taken)| *taken == key && *other != at && TABLE[*other].places.meets(row.places));
                match clash {
                    Some((other, _)) => trouble.push(Unusable::Clash(row.name, TABLE[*other].name, key)),
                    None => keys.push(key),
                }
            }
            if keys.is_empty() {
                continue;
            }
            // What had the key in the same place loses it.
            for (other, had) in map.keys.iter_mut().enumerate() {
                if other != at && TABLE[other].places.meets(row.places) {
                    had.retain(|key| !keys.contains(key));
                }
            }
            keys.extend(RESERVED.iter().filter(|(_, command)| *command == row.command).map(|(key, _)| *key));
            keys.dedup();
            given.extend(keys.iter().map(|key| (at, *key)));
            map.keys[at] = keys;
        }
        (map, trouble)
    }

    /// The command that `key` asks for in `place`.
    pub fn find(&self, key: Key, place: Where) -> Option<Command> {
        let rows = TABLE.iter().zip(&self.keys);
        rows.into_iter()
            .find(|(entry, keys)| entry.places.meets(place) && keys.contains(&key))
            .map(|(entry, _)| entry.command)
    }

    /// The keys of a row of the table.
    pub fn of(&self, row: &Entry) -> &[Key] {
        TABLE.iter().position(|entry| entry.command == row.command).map_or(&[], |at| &self.keys[at])
    }

    /// The key that a hint shows for a command; none: it has lost its keys.
    pub fn first(&self, command: Command) -> Option<Key> {
        TABLE.iter().position(|entry| entry.command == command).and_then(|at| self.keys[at].first().copied())
    }

    /// What the foot hints at in `place`: rows that still have a key.
    pub fn hints(&self, place: Where) -> impl Iterator<Item = (&'static Entry, Key)> {
        TABLE
            .iter()
            .zip(&self.keys)
            .filter(move |(entry, _)| entry.is_hinted(place))
            .filter_map(|(entry, keys)| Some((entry, *keys.first()?)))
    }
}

/// A key as `keys.toml` writes it: `n`, `N`, `ctrl-r`, `space`, `enter`, `pgdn`, `f`.
pub fn parse(text: &str) -> Option<Key> {
    let mut chars = text.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return (!only.is_control()).then_some(Key::Char(only));
    }
    let lower = text.to_ascii_lowercase();
    if let Some(letter) = lower.strip_prefix("ctrl-").or_else(|| lower.strip_prefix("c-")) {
        let mut chars = letter.chars();
        return match (chars.next(), chars.next()) {
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(Key::Ctrl(letter)),
            _ => None,
        };
    }
    Some(match lower.as_str() {
        "space" => Key::Char(' '),
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "shift-tab" => Key::BackTab,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "home" => Key::Home,
        "end" => Key::End,
        "pgup" => Key::PageUp,
        "pgdn" => Key::PageDown,
        "backspace" => Key::Backspace,
        "del" => Key::Delete,
        _ => return None,
    })
}

impl Unusable {
    /// What is wrong, in one sentence.
    pub fn sentence(&self, speech: Speech) -> String {
        let key = |key: &Key| Value::from(key.word().map_or_else(|| key.to_string(), |word| speech.word(word)));
        match self {
            Self::Form(slip) => {
                let (what, how) = speech.problem(slip);
                let line = slip.spot.as_ref().map_or(1, |spot| spot.line);
                let values = [("line", line.to_string().into()), ("what", what.into()), ("how", how.into())];
                speech.say("keys-form", &values)
            }
            Self::Command(name, None) => speech.say("keys-command", &[("name", name.into())]),
            Self::Command(name, Some(near)) => {
                speech.say("keys-command.near", &[("name", name.into()), ("near", (*near).into())])
            }
            Self::Key(name, text) => speech.say("keys-key", &[("name", (*name).into()), ("key", text.into())]),
            Self::Kind(name) => speech.say("keys-kind", &[("name", (*name).into())]),
            Self::Clash(name, other, taken) => {
                let values = [("name", (*name).into()), ("other", (*other).into()), ("key", key(taken))];
                speech.say("keys-clash", &values)
            }
            Self::Reserved(name, taken) => {
                speech.say("keys-reserved", &[("name", (*name).into()), ("key", key(taken))])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_given_is_taken_from_whoever_had_it() {
        let (map, trouble) = Keymap::of_toml("undo = [\"z\", \"ctrl-g\"] # as elsewhere\nzoom = \"Z\"\n");
        assert_eq!(trouble, []);
        assert_eq!(map.find(Key::Char('z'), Where::COVERAGE), Some(Command::Undo));
        assert_eq!(map.find(Key::Ctrl('g'), Where::MEMBERS), Some(Command::Undo));
        assert_eq!(map.find(Key::Char('Z'), Where::COVERAGE), Some(Command::Zoom));
        assert_eq!(map.find(Key::Char('u'), Where::COVERAGE), None, "its old key is free");
        assert_eq!(map.first(Command::Undo), Some(Key::Char('z')));
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_holds() {
        let text = "nxt-gap = \"n\"\nplan = \"hyper-x\"\nundo = 3\nhelp = \"F\"\nzoom = \"?\"\npublish = \"Q\"\nprint = \"Q\"\n";
        let (map, trouble) = Keymap::of_toml(text);
        assert_eq!(trouble.len(), 5, "{trouble:?}");
        assert!(trouble.contains(&Unusable::Command("nxt-gap".into(), Some("next-gap"))));
        assert!(
            trouble.contains(&Unusable::Clash("publish", "print", Key::Char('Q')))
                || trouble.contains(&Unusable::Clash("print", "publish", Key::Char('Q')))
        );
        assert_eq!(map.find(Key::Char('F'), Where::OVERVIEW), Some(Command::Help));
        assert_eq!(map.find(Key::Char('?'), Where::OVERVIEW), Some(Command::Help), "help keeps its key");
        assert_eq!(map.find(Key::Char('p'), Where::OVERVIEW), Some(Command::Plan));
        for language in [crate::model::campaign::Language::En, crate::model::campaign::Language::Fr] {
            for each in &trouble {
                let told = each.sentence(Speech::new(language));
                assert!(!told.starts_with("keys-") && !told.contains("{$"), "{told}");
            }
        }
        let (map, trouble) = Keymap::of_toml("zoom = \"z\"\nundo = ");
        assert_eq!((map, trouble.len()), (Keymap::default(), 1));
        let french = trouble[0].sentence(Speech::new(crate::model::campaign::Language::Fr));
        assert_eq!(french, "ligne 2\u{a0}: la valeur manque; écrivez une valeur après le «\u{a0}=\u{a0}»");
    }

    #[test]
    fn every_key_of_the_table_can_be_written() {
        for key in TABLE.iter().flat_map(|row| row.keys) {
            let english = Speech::new(crate::model::campaign::Language::En);
            let arrows = matches!(key, Key::Up | Key::Down | Key::Left | Key::Right);
            let text = key.word().map_or_else(|| key.to_string(), |word| english.word(word));
            assert!(arrows || parse(&text) == Some(*key), "{text}");
        }
    }
}
