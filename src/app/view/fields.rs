//! What else can be told with a choice: a note, a reason, who saw it, another time. Nothing of it is asked for: a line of its
//! own stands below the first, tab leads there, and left empty it costs no key.

use super::Desk;
use super::prompt::{Act, Choice, Pick, Prompt, Purpose};
use super::score::Words;
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::rules::skill;
use tui_input::Input;

/// So many people are offered for a field.
const MOST: usize = 12;

/// Something that can be told beside what a line is typed for.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name; the words are `field-NAME`, and `.how` for what can be typed.
    pub name: &'static str,
    /// The text so far.
    pub input: Input,
}

impl Field {
    /// An empty one.
    pub fn new(name: &'static str) -> Self {
        Self { name, input: Input::default() }
    }
}

/// What a list's own line is for, where it does not search the list.
pub fn first(pick: &Pick) -> Option<&'static str> {
    Some(match pick {
        Pick::Guests(_) => "count",
        Pick::Incident(..) => "facts",
        Pick::SignAt(..) => "time",
        Pick::Correct(_) => "correction",
        _ => return None,
    })
}

/// What else can be told with it.
pub fn of(pick: &Pick) -> &'static [&'static str] {
    match pick {
        Pick::Guests(_) => &["who", "by"],
        Pick::HandOver(_) => &["note", "giver"],
        Pick::Incident(..) => &["vehicle", "police", "witness", "when"],
        Pick::SignAt(..) => &["by"],
        _ => &[],
    }
}

/// Fields that offer people to choose from.
const PEOPLE: [&str; 2] = ["by", "giver"];

impl Prompt {
    /// The line or the field that is being typed in.
    pub fn input_mut(&mut self) -> &mut Input {
        match self.field.and_then(|at| self.fields.get_mut(at)) {
            Some(field) => &mut field.input,
            None => &mut self.input,
        }
    }

    /// On to the next field, or to the one before; after the last comes the line itself.
    pub(super) fn turn(&mut self, forward: bool) {
        let (at, count) = (self.field.map_or(0, |at| at + 1), self.fields.len() + 1);
        let next = if forward { at + 1 } else { at + count - 1 } % count;
        self.field = next.checked_sub(1);
        self.list.go(0);
    }

    /// True when what is being typed decides what can be chosen.
    pub(super) fn narrows(&self) -> bool {
        match (&self.purpose, self.field) {
            (_, Some(_)) => self.offers(),
            (Purpose::Pick(pick), None) => first(pick).is_none(),
            _ => true,
        }
    }

    /// The name of the field that is being typed in.
    fn field_name(&self) -> Option<&'static str> {
        self.fields.get(self.field?).map(|field| field.name)
    }

    /// True when the field that is being typed in has something to choose from.
    pub(super) fn offers(&self) -> bool {
        self.field_name().is_some_and(|name| PEOPLE.contains(&name))
    }

    /// What was told in a field, if anything was.
    pub fn told(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|field| field.name == name)?;
        Some(field.input.value().trim()).filter(|text| !text.is_empty())
    }
}

impl Desk {
    /// What can be filled into the field that is being typed in.
    pub(super) fn field_choices(&self, pick: &Pick, prompt: &Prompt) -> Vec<Choice> {
        let field = prompt.field.and_then(|at| prompt.fields.get(at));
        let typed = field.map_or("", |field| field.input.value());
        let shift = match pick {
            Pick::Guests(shift) | Pick::HandOver(shift) | Pick::SignAt(shift, _) => Some(*shift),
            _ => None,
        };
        let mut choices = Vec::new();
        // Who only passes by leaves it as it is.
        if typed.trim().is_empty() {
            choices.push(Choice::new(self.speech.word("field-empty"), Act::Fill(String::new())));
        }
        let offered = self.captains_for(shift, typed).into_iter();
        choices.extend(offered.map(|member| {
            let id = self.ground().strike.member(member).id.clone();
            Choice::new(self.words().member(member), Act::Fill(id.clone())).aside(id)
        }));
        if choices.is_empty() {
            choices.push(Choice::new(typed.trim(), Act::Fill(typed.trim().to_owned())));
        }
        choices
    }

    /// Captains: nothing typed, those who stand on the shift as captains; else those whose name fits, members who are no
    /// captains after them.
    fn captains_for(&self, shift: Option<ShiftIx>, typed: &str) -> Vec<MemberIx> {
        let query = Words::new(typed);
        if query.is_empty() {
            let on = shift.map(|shift| self.session.roster.on(shift)).unwrap_or_default();
            let captains = on.iter().filter(|each| skill::has(self.ground(), each.member, Duty::Captain));
            return captains.map(|each| each.member).take(MOST).collect();
        }
        let mut found: Vec<MemberIx> = self.members_found(&query).into_iter().map(|(_, member)| member).collect();
        found.sort_by_key(|member| !skill::has(self.ground(), *member, Duty::Captain));
        found.truncate(MOST);
        found
    }

    /// Puts a text into the field that is being typed in, and goes back to the line.
    pub(super) fn fill(&mut self, text: &str) {
        if let Some(prompt) = &mut self.prompt {
            *prompt.input_mut() = Input::new(text.to_owned());
            prompt.field = None;
            prompt.list.go(0);
        }
        self.choose_anew();
    }

    /// Puts a prompt back with everything that was typed: what it asked for was not done.
    pub(super) fn ask_again(&mut self, asked: Option<Prompt>) {
        self.prompt = asked;
        self.choose_anew();
    }
}
