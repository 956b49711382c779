//! What a prompt offers to choose from, and what choosing each of it does.

use super::history::Of;
use super::keep::Keep;
use super::noting::Noting;
use super::paper::Paper;
use super::place::Place;
use crate::app::commands::Command;
use crate::app::session::{Premise, Times};
use crate::engine::gaps::Filter;
use crate::model::{Duty, Instant, LineIx, MemberIx, RequirementIx, ShiftIx, SiteIx, TemplateIx};
use chrono::NaiveDate;
use std::path::PathBuf;

/// A place that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A site.
    Site(SiteIx),
    /// A line of a site.
    Line(LineIx),
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it is.
    pub text: String,
    /// What else there is to say about it, at the right.
    pub aside: String,
    /// A place that is named after that, as shortly as there is room.
    pub spot: Option<Spot>,
    /// A word before it: its kind, its key.
    pub lead: String,
    /// What choosing it does.
    pub act: Act,
}

impl Choice {
    /// A choice that needs no more words.
    pub fn new(text: impl Into<String>, act: Act) -> Self {
        Self { text: text.into(), aside: String::new(), spot: None, lead: String::new(), act }
    }

    /// With a word at the right.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<String>) -> Self {
        self.aside = aside.into();
        self
    }

    /// With a place after the words at the right.
    #[must_use]
    pub fn at(mut self, spot: Spot) -> Self {
        self.spot = Some(spot);
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
    /// Goes to a screen on which a command can be given.
    There(Place, Command),
    /// Opens a screen.
    Go(Place),
    /// Shows a member among those of a shift.
    OnShift(ShiftIx, MemberIx),
    /// The picture, on this site.
    Site(SiteIx),
    /// Notes that a member can stand again: in that time, or from now on.
    Back(MemberIx, Option<String>),
    /// Asks when this member is away; called in to essential duty, rather than absent.
    Who(MemberIx, bool),
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
    /// Asks when a template runs.
    AskTimes(TemplateIx),
    /// Looks at what other times for it would do.
    Times(TemplateIx, Times),
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
    Suppose(Premise),
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
    /// Asks for the reason that lets a member onto another shift, from which somebody moves on to this gap.
    AskAfar(ShiftIx, MemberIx),
    /// Asks who of those on a shift is named for a post there that the list doesn't say they can hold.
    AskName(ShiftIx, Duty),
    /// Names a member for it.
    Name(ShiftIx, MemberIx, Duty),
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
    /// Takes back the entry with this number, if it is still the last.
    TakeBack(u64),
    /// Takes back the entry with this number alone.
    TakeBackAlone(u64),
    /// Takes back everything from the entry with this number on.
    Rewind(u64),
    /// Goes on with the strike that is open.
    GoOn,
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
    /// Everyone short of hours in the week looked at, on the list of members.
    ListShort,
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
