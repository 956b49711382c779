//! What else can be told with a choice: a note, a reason, who saw it, another time. Nothing of it is asked for: a line of its
//! own stands below the first, tab leads there, and left empty it costs no key.

use super::Desk;
use super::choice::{Act, Choice};
use super::list::List;
use super::prompt::{Pick, Prompt, Purpose};
use super::score::Words;
use crate::app::fold::fold;
use crate::model::{Duty, MemberIx, ShiftIx, SkillIx};
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
        Pick::PaperSheet(_) => "line",
        Pick::Times(_) => "hours",
        Pick::Alternate(_) => "length",
        Pick::Plan => "seed",
        Pick::Redact => "folder",
        Pick::Publish => "told",
        Pick::Close(_) => "reason",
        _ => return None,
    })
}

/// What else can be told with it.
pub fn of(pick: &Pick) -> &'static [&'static str] {
    match pick {
        Pick::Guests(_) => &["who", "by"],
        Pick::HandOver(_) => &["note", "giver"],
        Pick::Incident(..) => &["vehicle", "police", "witness", "when"],
        Pick::SignAt(..) | Pick::Correct(_) => &["by"],
        Pick::PaperSheet(_) => &["by", "correction"],
        Pick::Alternate(_) => &["task", "day", "by"],
        Pick::Away { callin: false, .. } => &["code", "stand-in"],
        Pick::Away { .. } => &["stand-in"],
        Pick::Close(_) => &["from", "until"],
        Pick::Plan => &["time-limit"],
        Pick::Paper => &["language", "width"],
        Pick::Swap(..) => &["set-aside"],
        Pick::Move { members, .. } if members.len() == 1 => &["duty", "set-aside"],
        _ => &[],
    }
}

/// What is only kept as it is told: it decides nothing of what can be chosen.
const KEPT: [&str; 13] = [
    "told",
    "reason",
    "who",
    "note",
    "vehicle",
    "police",
    "witness",
    "code",
    "correction",
    "seed",
    "time-limit",
    "language",
    "width",
];

/// What is told in numbers.
const NUMBERS: [&str; 12] =
    ["count", "time", "length", "line", "hours", "when", "day", "from", "until", "seed", "time-limit", "width"];

/// Fields that offer something to choose from: people, or the posts that a member can hold.
const OFFERED: [&str; 4] = ["by", "giver", "stand-in", DUTY];

/// The field for a post.
const DUTY: &str = "duty";

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
        self.offered.go(0);
    }

    /// The cursor in what is listed now: the choices, or what the field that is being typed in offers. The one stays where
    /// it is while the other moves.
    pub fn cursor(&self) -> &List {
        if self.offers() { &self.offered } else { &self.list }
    }

    /// The same, to be moved.
    pub(super) fn cursor_mut(&mut self) -> &mut List {
        if self.offers() { &mut self.offered } else { &mut self.list }
    }

    /// True when what is being typed decides what can be chosen.
    pub(super) fn narrows(&self) -> bool {
        match (&self.purpose, self.field) {
            (_, Some(_)) => self.offers(),
            (Purpose::Pick(Pick::PaperSheet(_) | Pick::Redact | Pick::Times(_)), None) => true,
            (Purpose::Pick(pick), None) => first(pick).is_none(),
            _ => true,
        }
    }

    /// True when what can be chosen may be other now that something was typed: of what is only kept, it is not.
    pub(super) fn decides(&self) -> bool {
        let first_of = |pick: &Pick| matches!(pick, Pick::Publish | Pick::Close(_)).then(|| first(pick)).flatten();
        let name = match (&self.purpose, self.field) {
            (Purpose::Pick(pick), None) => first_of(pick),
            _ => self.field_name(),
        };
        name.is_none_or(|name| !KEPT.contains(&name))
    }

    /// True when a number is an answer here, and not that of a choice.
    pub fn takes_numbers(&self) -> bool {
        let name = match (&self.purpose, self.field) {
            (Purpose::Pick(pick), None) => first(pick),
            _ => self.field_name(),
        };
        name.is_some_and(|name| NUMBERS.contains(&name))
    }

    /// The name of the field that is being typed in.
    fn field_name(&self) -> Option<&'static str> {
        self.fields.get(self.field?).map(|field| field.name)
    }

    /// True when the field that is being typed in has something to choose from.
    pub(super) fn offers(&self) -> bool {
        self.field_name().is_some_and(|name| OFFERED.contains(&name))
    }

    /// Puts a text into a field.
    pub(super) fn tell(&mut self, name: &str, text: &str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.input = Input::new(text.to_owned());
        }
    }

    /// What was told in a field, if anything was.
    pub fn told(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|field| field.name == name)?;
        Some(field.input.value().trim()).filter(|text| !text.is_empty())
    }
}

impl Desk {
    /// What can be typed in a field; a day is shown as one of this strike is written.
    pub fn field_how(&self, name: &str) -> String {
        let (day, _) = self.days_to_name();
        self.speech.say(&format!("field-{name}.how"), &[("day", day.to_string().into())])
    }

    /// What can be filled into the field that is being typed in.
    pub(super) fn field_choices(&self, pick: &Pick, prompt: &Prompt) -> Vec<Choice> {
        let field = prompt.field.and_then(|at| prompt.fields.get(at));
        let typed = field.map_or("", |field| field.input.value());
        let shift = match pick {
            Pick::Guests(shift) | Pick::HandOver(shift) | Pick::SignAt(shift, _) | Pick::PaperSheet(shift) => {
                Some(*shift)
            }
            _ => None,
        };
        let mut choices = Vec::new();
        // Who only passes by leaves it as it is.
        if typed.trim().is_empty() {
            choices.push(Choice::new(self.speech.word("field-empty"), Act::Fill(String::new())));
        }
        if let (Pick::Move { members, .. }, Some(DUTY)) = (pick, prompt.field_name()) {
            choices.extend(members.iter().flat_map(|member| self.duties_offered(*member, typed)));
        } else {
            let offered = match pick {
                Pick::Away { member, .. } => self.stand_ins(*member, typed),
                _ => self.captains_for(shift, typed),
            };
            choices.extend(offered.into_iter().map(|member| {
                let id = self.ground().strike.member(member).id.clone();
                Choice::new(self.words().member(member), Act::Fill(id.clone())).aside(id)
            }));
        }
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

    /// Who could take over: nothing typed, those whom the agreement names as the member's alternates.
    fn stand_ins(&self, member: MemberIx, typed: &str) -> Vec<MemberIx> {
        let query = Words::new(typed);
        if query.is_empty() {
            return self.session.alternates_of(member);
        }
        let mut found: Vec<MemberIx> = self.members_found(&query).into_iter().map(|(_, found)| found).collect();
        found.retain(|each| *each != member);
        found
    }

    /// The posts that a member can hold, of which the words typed are found.
    fn duties_offered(&self, member: MemberIx, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let held = self.duties().filter(|duty| skill::has(self.ground(), member, *duty));
        let named = held.map(|duty| self.words().duty(duty));
        let found = named.filter(|name| query.fits(name));
        found.map(|name| Choice::new(name.clone(), Act::Fill(name))).collect()
    }

    /// The post that is meant by a word of the screen, in its language, or of the files.
    pub(super) fn duty_named(&self, text: &str) -> Option<Duty> {
        let is_it = |duty: &Duty| fold(&self.words().duty(*duty)) == fold(text);
        self.duties().find(is_it).or_else(|| Duty::parse(text, &self.ground().strike))
    }

    /// Every post there is.
    fn duties(&self) -> impl Iterator<Item = Duty> {
        let strike = &self.ground().strike;
        let skills = (0..strike.skills.len()).map(SkillIx::new).filter(|ix| Some(*ix) != self.ground().captain);
        std::iter::once(Duty::Captain).chain(skills.map(Duty::Skill)).chain([Duty::Picket])
    }

    /// Puts a text into the field that is being typed in, and goes back to the line.
    pub(super) fn fill(&mut self, text: &str) {
        if let Some(prompt) = &mut self.prompt {
            *prompt.input_mut() = Input::new(text.to_owned());
            prompt.field = None;
        }
        self.choose_anew();
    }

    /// Puts a prompt back with everything that was typed: what it asked for was not done.
    pub(super) fn ask_again(&mut self, asked: Option<Prompt>) {
        self.prompt = asked;
        self.choose_anew();
    }
}
