//! A line to type in, and what it offers to choose from: searches, reasons, the palette, pickers and previews.
//!
//! What a picker offers is made where its subject is known (`seek`, `away`, `paper`, …); here is only the typing and the
//! choosing.

use super::choice::Choice;
use super::fields::{self, Field};
use super::list::List;
use super::noting::Noting;
use crate::app::commands::Key;
use crate::model::{Duty, LineIx, MemberIx, RequirementIx, ShiftIx, SiteIx, TemplateIx};
use crate::store::record::Entry;
use chrono::NaiveDate;
use tui_input::{Input, InputRequest};

/// Characters that a line takes: more than anybody would tell in one, and few enough to be looked through at every key.
pub const LONGEST: usize = 4_000;

/// What is being typed, and what can be chosen.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// The text so far.
    pub input: Input,
    /// True while the text is as it was proposed: what is typed then takes its place, what moves in it keeps it.
    pub proposed: bool,
    /// What else can be told with it.
    pub fields: Vec<Field>,
    /// Which of them is being typed in; None: the line itself.
    pub field: Option<usize>,
    /// What can be chosen, as last worked out.
    pub choices: Vec<Choice>,
    /// What stands above the choices: what an action would do.
    pub lines: Vec<String>,
    /// What stands above that: a name and some numbers a row, the first row says what they are.
    pub table: Vec<Vec<String>>,
    /// The cursor among the choices.
    pub list: List,
    /// The cursor among what a field offers, while it is being typed in.
    pub offered: List,
}

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To keep only rows of this screen's list that hold the words, as they are typed.
    Keep,
    /// To say why rules are set aside for this assignment.
    Reason {
        /// Where.
        shift: ShiftIx,
        /// Who.
        member: MemberIx,
        /// In which post.
        duty: Duty,
        /// The gap that is filled by whoever moves on from there; None: that is the shift itself.
        gap: Option<ShiftIx>,
    },
    /// To say how many rows to move by, or to which row.
    Count,
    /// To find anything: members, sites, shifts, gaps, commands.
    Seek,
    /// To choose a command by name.
    Palette,
    /// To choose from a list made for the occasion.
    Pick(Pick),
    /// To give a value.
    Value(Wanted),
}

/// Lists made for an occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Who can't come.
    Who {
        /// Is called in to essential duty, rather than absent.
        callin: bool,
    },
    /// When a member is away.
    Away {
        /// Who.
        member: MemberIx,
        /// Called in to essential duty, rather than absent.
        callin: bool,
        /// To what, when that is known.
        requirement: Option<RequirementIx>,
    },
    /// Which essential duty a member is called in to.
    Duties(MemberIx),
    /// Who is called in to this duty.
    Called(RequirementIx),
    /// Which site is closed.
    SiteToClose,
    /// Telling people, after a look at what they will be told.
    Publish,
    /// What to print.
    Paper,
    /// Where the members (from a shift) go instead.
    Move {
        /// From where.
        from: ShiftIx,
        /// Who.
        members: Vec<MemberIx>,
    },
    /// What a list keeps and leaves out.
    Filters,
    /// To what the history is narrowed.
    Touching,
    /// The numbers of a line.
    Numbers(LineIx),
    /// When a shift template runs.
    Times(TemplateIx),
    /// What can be done with what the cursor is on.
    Menu,
    /// Who else came to the line.
    WalkIn(ShiftIx),
    /// What would fill a gap.
    Ways(ShiftIx),
    /// Who of those on a shift is named for a post there that the list doesn't say they can hold.
    Name(ShiftIx, Duty),
    /// With whom a member on a shift changes places.
    Swap(ShiftIx, MemberIx),
    /// Until when a site is closed, or that it is opened again.
    Close(SiteIx),
    /// How a plan is worked out.
    Plan,
    /// What to suppose.
    WhatIf,
    /// What would come of it.
    Supposed,
    /// Which gaps are to be repaired.
    Repairs,
    /// Of which shifts is to be known what they can bear.
    Fragile,
    /// Into which folder a copy for strangers is written.
    Redact,
    /// Which list is brought in.
    Import,
    /// The branches that are kept, side by side.
    Branches,
    /// How far to take things back, from the entry with this number.
    Rewind(u64),
    /// Whether this is taken back: what another did, or what was done long ago.
    TakeBack(Entry),
    /// The field's words, explained.
    Glossary,
    /// What to do with the shifts marked.
    Marked,
    /// How many guests there are on a shift.
    Guests(ShiftIx),
    /// To whom the line is handed over.
    HandOver(ShiftIx),
    /// What happened at a site, on a line where one is meant.
    Incident(SiteIx, Option<LineIx>),
    /// What happened so far, there or anywhere.
    Incidents(Option<SiteIx>),
    /// At what time a member came or went.
    SignAt(ShiftIx, MemberIx),
    /// Why something of a week that is signed off is told otherwise.
    Correct(Noting),
    /// The lines of a paper sheet, one after the other.
    PaperSheet(ShiftIx),
    /// Duty of a member elsewhere, that counts like time on the line.
    Alternate(MemberIx),
    /// A member's hours and strike pay, week by week.
    Pay(MemberIx),
    /// Everyone's in the week that begins on this day.
    Book(NaiveDate),
    /// Who will be short of hours in the week that begins on this day, with a shift still to be offered.
    Short(NaiveDate),
    /// Which week is signed off.
    WeekToSignOff,
    /// The week that begins on this day is signed off, after a look at it.
    SignOff(NaiveDate),
}

/// What a value is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A number of a line.
    Number(LineIx, &'static str),
    /// The folder to open.
    Folder,
    /// The file to copy the record to.
    Backup,
    /// The code on a sheet.
    Code,
    /// An answer to a question about a new strike.
    Answer(usize),
}

impl Prompt {
    /// An empty line for `purpose`, or one that goes on from `text`.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        let (choices, lines, table) = (Vec::new(), Vec::new(), Vec::new());
        let fields = match &purpose {
            Purpose::Pick(pick) => fields::of(pick).iter().map(|name| Field::new(name)).collect(),
            _ => Vec::new(),
        };
        let input = Input::new(text.to_owned());
        Self {
            purpose,
            input,
            proposed: false,
            fields,
            field: None,
            choices,
            lines,
            table,
            list: List::default(),
            offered: List::default(),
        }
    }

    /// A line for `purpose` with a text that can be taken as it is, changed, or typed over.
    pub fn proposing(purpose: Purpose, text: &str) -> Self {
        let mut prompt = Self::new(purpose, "");
        prompt.propose(text);
        prompt
    }

    /// Proposes a text for the line.
    pub fn propose(&mut self, text: &str) {
        (self.input, self.proposed) = (Input::new(text.to_owned()), !text.is_empty());
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// True when there is a list to choose from.
    pub fn chooses(&self) -> bool {
        matches!(self.purpose, Purpose::Seek | Purpose::Palette | Purpose::Pick(_))
    }

    /// True when its list is there to be read.
    pub fn is_read(&self) -> bool {
        matches!(self.purpose, Purpose::Pick(Pick::Glossary | Pick::Incidents(_)))
    }

    /// The choice the cursor is on.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.cursor().at(self.choices.len()))
    }

    /// Takes an editing key; false when it is none.
    pub fn edit(&mut self, key: Key) -> bool {
        let takes_its_place = match key {
            Key::Char(c) => !c.is_control(),
            key => matches!(key, Key::Backspace | Key::Ctrl('h' | 'w') | Key::Delete),
        };
        if self.field.is_none() && std::mem::take(&mut self.proposed) && takes_its_place {
            self.input.reset();
        }
        let request = match key {
            Key::Char(_) if self.input_mut().value().chars().nth(LONGEST - 1).is_some() => return true,
            Key::Char(c) if !c.is_control() => InputRequest::InsertChar(c),
            Key::Backspace | Key::Ctrl('h') => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Ctrl('w') => InputRequest::DeletePrevWord,
            Key::Ctrl('u') => InputRequest::DeleteLine,
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
            Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
            _ => return false,
        };
        self.input_mut().handle(request);
        true
    }

    /// Puts pasted text in, as one line; gives how many characters of it have no room in a line of [`LONGEST`].
    pub fn paste(&mut self, text: &str) -> usize {
        if self.field.is_none() && !text.is_empty() && std::mem::take(&mut self.proposed) {
            self.input.reset();
        }
        let input = self.input_mut();
        let (line, at) = (input.value(), input.cursor());
        let (before, after) = line.split_at(line.char_indices().nth(at).map_or(line.len(), |(byte, _)| byte));
        let room = LONGEST.saturating_sub(line.chars().count());
        let put: String = text.chars().take(room).map(|c| if c.is_control() { ' ' } else { c }).collect();
        let count = put.chars().count();
        *input = Input::new([before, &put, after].concat()).with_cursor(at + count);
        text.chars().count() - count
    }
}
