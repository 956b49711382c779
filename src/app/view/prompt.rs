//! A line to type in, and what it offers to choose from: searches, reasons, the palette, pickers and previews.
//!
//! What a picker offers is made where its subject is known (`seek`, `away`, `paper`, …); here is only the typing and the
//! choosing.

use super::fields::{self, Field};
use super::history::Of;
use super::keep::Keep;
use super::list::List;
use super::noting::Noting;
use super::place::Place;
use crate::app::commands::{Command, Key};
use crate::engine::gaps::Filter;
use crate::engine::suppose::Supposition;
use crate::model::{Duty, Instant, LineIx, MemberIx, RequirementIx, ShiftIx, SiteIx};
use chrono::NaiveDate;
use std::path::PathBuf;
use tui_input::{Input, InputRequest};

/// What is being typed, and what can be chosen.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// The text so far.
    pub input: Input,
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
    /// What can be done with what the cursor is on.
    Menu,
    /// Who else came to the line.
    WalkIn(ShiftIx),
    /// What would fill a gap.
    Ways(ShiftIx),
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

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it is.
    pub text: String,
    /// What else there is to say about it, at the right.
    pub aside: String,
    /// A word before it: its kind, its key.
    pub lead: String,
    /// What choosing it does.
    pub act: Act,
}

impl Choice {
    /// A choice that needs no more words.
    pub fn new(text: impl Into<String>, act: Act) -> Self {
        Self { text: text.into(), aside: String::new(), lead: String::new(), act }
    }

    /// With a word at the right.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<String>) -> Self {
        self.aside = aside.into();
        self
    }

    /// With a word before it.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = lead.into();
        self
    }
}

/// What choosing does.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// A command.
    Command(Command),
    /// Opens a screen.
    Go(Place),
    /// The picture, on this site.
    Site(SiteIx),
    /// Notes that a member can stand again: in that time, or from now on.
    Back(MemberIx, Option<String>),
    /// Notes that a member is away.
    Away {
        /// Who.
        member: MemberIx,
        /// When, as an availability.
        time: String,
        /// Called in, rather than absent.
        callin: bool,
        /// To what.
        requirement: Option<RequirementIx>,
    },
    /// Asks when, for a call-in to this duty.
    CallInTo(MemberIx, Option<RequirementIx>),
    /// Asks until when a site is closed.
    AskClose(SiteIx),
    /// Makes the roster what people are told.
    Publish,
    /// Prints.
    Print(Paper),
    /// Sends members from one shift to another.
    Send {
        /// From where.
        from: ShiftIx,
        /// Where to.
        to: ShiftIx,
        /// Who.
        members: Vec<MemberIx>,
    },
    /// Two members take each other's shift.
    Swap((ShiftIx, MemberIx), (ShiftIx, MemberIx)),
    /// Closes a site from the one instant until the other; None: for good.
    Close(SiteIx, Instant, Option<Instant>),
    /// Opens a closed site again.
    Reopen(SiteIx),
    /// Works a plan out.
    Plan {
        /// What was done by hand is planned anew too.
        from_scratch: bool,
    },
    /// Plans the strike as it would be.
    Suppose(Supposition),
    /// Keeps what was supposed as a branch.
    KeepBranch,
    /// Makes it so.
    MakeSo,
    /// Shows the branches side by side.
    Branches,
    /// Makes a branch so.
    TakeBranch(String),
    /// Drops a branch.
    DropBranch(String),
    /// Makes the moves that fill a gap.
    Repair(ShiftIx),
    /// Shows the moves that would fill several.
    Repairs(super::repairs::Wanted),
    /// Shows what the shifts to come can bear.
    Fragile(Filter),
    /// Shows what bringing in this export would do, read by this map.
    Import(PathBuf, Option<PathBuf>),
    /// Writes a copy for strangers into this folder.
    Redact(PathBuf),
    /// Goes on typing from here.
    Type(String),
    /// Shows the roster as it was after the entry with this number.
    LookBack(u64),
    /// Asks for the reason that lets a member onto a shift.
    Reason(ShiftIx, MemberIx),
    /// Shows a member among those who can't stand on a shift.
    RuledOut(ShiftIx, MemberIx),
    /// Asks for a number, and proposes one.
    Propose(LineIx, &'static str, u32),
    /// Turns a filter on or off; the list stays open.
    Keep(Keep),
    /// Shows only what was done with this.
    Narrow(Of),
    /// Asks for a number.
    Number(LineIx, &'static str),
    /// Does something with everything marked.
    Marked(Deed),
    /// Takes back everything from the entry with this number on.
    Rewind(u64),
    /// Opens the built-in sample, or goes on with it.
    Sample,
    /// Asks for a folder.
    AskFolder,
    /// Asks the questions of a new strike.
    NewStrike,
    /// Fills in the field that is being typed in.
    Fill(String),
    /// Counts guests.
    Guests(ShiftIx, u32),
    /// Hands the line over.
    HandOver(ShiftIx, MemberIx),
    /// Notes what happened.
    Incident(SiteIx, Option<LineIx>, Instant),
    /// Shows what happened so far.
    Incidents(Option<SiteIx>),
    /// Notes who was there.
    Note(Noting),
    /// Enters a line of a paper sheet; the next one is asked for.
    SheetLine(ShiftIx, String),
    /// Asks at what time a member came or went.
    AskSignAt(ShiftIx, MemberIx),
    /// Shows everyone's hours in the week that begins on this day.
    Book(NaiveDate),
    /// Shows who will be short of hours in the week that begins on this day.
    Short(NaiveDate),
    /// Puts a member on a shift that is offered for missing hours.
    Offer(ShiftIx, MemberIx),
    /// Shows what signing the week off that begins on this day would lock.
    AskSignOff(NaiveDate),
    /// Signs it off.
    SignOff(NaiveDate),
    /// Nothing: it is there to be read.
    Nothing,
}

/// What can be done with several things at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Pin every assignment.
    Pin,
    /// Let every assignment go.
    Unpin,
    /// Take everyone off.
    TakeOff,
    /// Put everyone on.
    Assign,
    /// Send everyone elsewhere.
    Send,
    /// The best captain for every captain's post that is empty.
    Captains,
    /// The best candidates, until the minimum is reached.
    Fill,
    /// Forget the marks.
    Forget,
}

/// A sheet to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// What, as `export` names it.
    pub what: &'static str,
    /// Its form, as `export` names it; None: the usual.
    pub format: Option<&'static str>,
    /// Only this site.
    pub site: Option<SiteIx>,
    /// Only this day.
    pub day: Option<NaiveDate>,
    /// Only this member.
    pub member: Option<MemberIx>,
    /// Of everything at once: only files that would say something else than they do.
    pub only_changed: bool,
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
            fields,
            field: None,
            choices,
            lines,
            table,
            list: List::default(),
            offered: List::default(),
        }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// True when there is a list to choose from.
    pub fn chooses(&self) -> bool {
        matches!(self.purpose, Purpose::Seek | Purpose::Palette | Purpose::Pick(_))
    }

    /// The choice the cursor is on.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.cursor().at(self.choices.len()))
    }

    /// Takes an editing key; false when it is none.
    pub fn edit(&mut self, key: Key) -> bool {
        let request = match key {
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

    /// Puts pasted text in, as one line.
    pub fn paste(&mut self, text: &str) {
        for c in text.chars() {
            let c = if c.is_control() { ' ' } else { c };
            self.input_mut().handle(InputRequest::InsertChar(c));
        }
    }
}
