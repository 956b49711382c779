//! A line being typed: what its keys do, and what is looked for with it.

use super::choice::Act;
use super::list::Step;
use super::notice::Tone;
use super::place::Place;
use super::prompt::{Pick, Prompt, Purpose, Wanted};
use super::{Desk, Effect, picture, post};
use crate::app::commands::{Command, Key, Where};

/// Screens whose list can keep only rows that hold some words.
const KEEPS: Where = Where::COVERAGE.or(Where::SHIFT).or(Where::MEMBERS).or(Where::HISTORY);

impl Desk {
    /// Opens a picker.
    pub(super) fn pick(&mut self, pick: Pick) {
        self.notice = None;
        self.prompt = Some(Prompt::new(Purpose::Pick(pick), ""));
        self.choose_anew();
    }

    /// Asks for a value, and proposes one.
    pub(super) fn ask(&mut self, wanted: Wanted, text: &str) {
        self.prompt = Some(Prompt::proposing(Purpose::Value(wanted), text));
    }

    /// Searches everything.
    pub(super) fn seek(&mut self) {
        self.prompt = Some(Prompt::new(Purpose::Seek, ""));
        self.choose_anew();
    }

    /// Keeps only rows that hold some words.
    pub(super) fn keep_words(&mut self) {
        let text = match self.place {
            Place::Coverage => &self.picture.filter.words,
            Place::Shift(_) => &self.post.words,
            Place::History => &self.history.words,
            _ => &self.members.words,
        };
        self.prompt = Some(Prompt::new(Purpose::Keep, text));
    }

    pub(super) fn next_region(&mut self) {
        match self.place {
            Place::Coverage => self.picture.next_region(&self.session.ground),
            _ => self.members.next_region(&self.session.ground),
        }
    }

    pub(super) fn clear(&mut self) {
        match self.place {
            Place::Coverage => self.picture.filter = picture::Filter::default(),
            Place::History => self.history.clear(),
            _ => {
                self.members.words.clear();
                self.members.who = None;
                self.members.region = None;
            }
        }
    }

    /// A key while a line is being typed.
    pub(super) fn type_key(&mut self, key: Key) -> Option<Effect> {
        if self.prompt.as_ref()?.purpose == Purpose::Count {
            return self.count_key(key);
        }
        let prompt = self.prompt.as_mut()?;
        let step = match key {
            Key::Up | Key::BackTab | Key::Ctrl('p' | 'k') => Some(Step::By(-1)),
            Key::Down | Key::Ctrl('n' | 'j') => Some(Step::By(1)),
            Key::PageUp => Some(Step::Pages(-1)),
            Key::PageDown => Some(Step::Pages(1)),
            _ => None,
        };
        match (&prompt.purpose, key, step) {
            (purpose, Key::Esc, _) => {
                let was_keep = *purpose == Purpose::Keep;
                let was_sheet = matches!(purpose, Purpose::Pick(Pick::PaperSheet(_)));
                // Why something was not done stood beside what it was asked for with.
                if !prompt.fields.is_empty() {
                    self.notice = None;
                }
                self.prompt = None;
                if was_sheet {
                    self.say_sheet_left();
                }
                self.start.answers.clear();
                if was_keep {
                    self.look_for(String::new());
                }
            }
            (Purpose::Keep, Key::Enter | Key::Tab, _) => self.prompt = None,
            // The words looked for can be kept on the list behind instead.
            (Purpose::Seek, Key::Tab, _) if self.place.kind().meets(KEEPS) => {
                let words = prompt.text().to_owned();
                self.prompt = None;
                self.look_for(words);
            }
            // Where more can be told than one line, tab leads from one to the next.
            (Purpose::Pick(_), Key::Tab | Key::BackTab, _) if !prompt.fields.is_empty() => {
                prompt.turn(key == Key::Tab);
                self.choose_anew();
            }
            (_, _, Some(step)) => {
                if prompt.chooses() {
                    let len = prompt.choices.len();
                    // What is last in a list to choose from is one key away too.
                    prompt.cursor_mut().step_round(step, len);
                } else if prompt.purpose == Purpose::Keep {
                    // The list below the line can be walked while one types.
                    self.step(step);
                }
            }
            // The key that asked is the answer too.
            (Purpose::Pick(Pick::TakeBack(entry)), key, None)
                if self.keymap.find(key, self.place.kind()) == Some(Command::Undo) =>
            {
                let seq = entry.seq;
                return self.choose(Act::TakeBack(seq));
            }
            (Purpose::Seek | Purpose::Palette | Purpose::Pick(_), Key::Enter | Key::Tab, None) => {
                return self.take_chosen();
            }
            (Purpose::Pick(Pick::Filters), Key::Char(' '), None) if prompt.text().is_empty() => {
                let chosen = prompt.chosen().map(|choice| choice.act.clone());
                return chosen.and_then(|act| self.choose(act));
            }
            (Purpose::Reason { shift, member, duty, gap }, Key::Enter, None) => {
                let (shift, member, duty, gap) = (*shift, *member, *duty, *gap);
                let reason = prompt.text().trim().to_owned();
                if reason.is_empty() {
                    self.say("told-reason-needed");
                } else {
                    self.prompt = None;
                    match gap {
                        Some(gap) => self.fill_from_afar(gap, (shift, member, duty), &reason),
                        None => self.put(shift, member, duty, Some(&reason)),
                    }
                }
            }
            (Purpose::Value(wanted), Key::Enter, None) => {
                let (wanted, text) = (*wanted, prompt.text().to_owned());
                return self.take_value(wanted, &text);
            }
            (_, key, None) => {
                if prompt.edit(key) {
                    self.typed();
                }
            }
        }
        None
    }

    /// Takes what the cursor is on. A row that only says what to type says it again where answers stand, and so does a list of
    /// nothing: no key goes unanswered.
    fn take_chosen(&mut self) -> Option<Effect> {
        let prompt = self.prompt.as_ref()?;
        match prompt.chosen() {
            Some(choice) if choice.act == Act::Nothing && prompt.is_read() => self.say("told-to-be-read"),
            Some(choice) if choice.act == Act::Nothing => {
                let text = choice.text.clone();
                self.tell(Tone::Refused, text);
            }
            Some(choice) => {
                let act = choice.act.clone();
                return self.choose(act);
            }
            None if prompt.text().trim().is_empty() => self.say("told-nothing-to-choose"),
            None => self.say("told-nothing-fits"),
        }
        None
    }

    /// After the line has changed.
    pub(super) fn typed(&mut self) {
        let Some(prompt) = &mut self.prompt else { return };
        match prompt.purpose {
            Purpose::Keep => {
                let text = prompt.text().to_owned();
                self.look_for(text);
            }
            Purpose::Seek | Purpose::Palette | Purpose::Pick(_) => {
                // A note beside the choices leaves the cursor where it is.
                if prompt.narrows() {
                    prompt.cursor_mut().go(0);
                }
                if prompt.decides() {
                    self.choose_anew();
                }
            }
            Purpose::Count | Purpose::Reason { .. } | Purpose::Value(_) => self.notice = None,
        }
    }

    fn look_for(&mut self, words: String) {
        match self.place {
            Place::Coverage => self.picture.filter.words = words,
            Place::Shift(_) => {
                self.post.words = words;
                self.post.lists[post::CANDIDATES].go(0);
                self.post.lists[post::RULED_OUT].go(0);
            }
            Place::History => {
                self.history.words = words;
                self.history.list.go(0);
            }
            _ => {
                self.members.words = words;
                self.members.list.go(0);
            }
        }
    }
}
