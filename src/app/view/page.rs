//! Pages: rows made for an occasion, from something that took a while to find out. What a repair would move, what one absence
//! breaks, what is wrong with the files. Each says its rows when they are drawn, so that nothing is made that nobody sees and a
//! page speaks the language of the screen; here is only what all of them share.

use super::Desk;
use super::calling::Calling;
use super::checked::Checked;
use super::fragile::Fragile;
use super::incoming::Incoming;
use super::list::{List, Step};
use super::place::Place;
use super::post::STANDING;
use super::purge::Purging;
use super::repairs::Repairs;
use super::retiming::Retimed;
use crate::model::{MemberIx, ShiftIx};

/// The pages there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The moves that a repair of several gaps would make.
    Repair,
    /// What one absence breaks.
    Fragile,
    /// What is wrong with the files.
    Check,
    /// What bringing a list in would do.
    Import,
    /// What a purge would take out.
    Purge,
    /// What other hours of a shift would do.
    Hours,
    /// Whom to ring about what has changed.
    Calls,
}

impl Kind {
    /// How many there are.
    const COUNT: usize = 7;

    /// The word in `speech` for its tab.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Repair => "tab-repair",
            Self::Fragile => "tab-fragile",
            Self::Check => "tab-check",
            Self::Import => "tab-import",
            Self::Purge => "tab-purge",
            Self::Hours => "tab-hours",
            Self::Calls => "tab-calls",
        }
    }

    /// True for a page whose rows an action would make so.
    pub const fn is_preview(self) -> bool {
        matches!(self, Self::Repair | Self::Import | Self::Purge | Self::Hours)
    }
}

/// How a row is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// The name of those below it.
    Heading,
    /// A row like others.
    #[default]
    Plain,
    /// What can't be helped here.
    Warn,
    /// What is wrong.
    Bad,
    /// What is done with.
    Done,
}

/// A row of a page.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// What stands before it, in a column of its own.
    pub lead: String,
    /// What it is.
    pub text: String,
    /// The shift that the text is, whose place can be named more shortly.
    pub shift: Option<ShiftIx>,
    /// What else there is to say, at the right.
    pub aside: String,
    /// All of it, told whole below the list for the row under the cursor; empty: text and aside are all.
    pub whole: String,
    /// How it is meant.
    pub ink: Ink,
    /// Where rows are ticked off: whether this one is.
    pub ticked: Option<bool>,
}

impl Row {
    /// A row that is a shift.
    pub(super) fn of_shift(desk: &Desk, shift: ShiftIx) -> Self {
        Self { text: desk.words().shift(shift), shift: Some(shift), ..Self::default() }
    }

    /// All there is to say of it.
    pub fn told(&self) -> String {
        match (self.whole.as_str(), self.aside.as_str()) {
            ("", "") => self.text.clone(),
            ("", aside) => format!("{} · {aside}", self.text),
            (whole, _) => whole.to_owned(),
        }
    }
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subject {
    /// The shift.
    pub shift: Option<ShiftIx>,
    /// The member.
    pub member: Option<MemberIx>,
}

/// What a page shows.
#[derive(Debug)]
pub(super) enum Matter {
    Repairs(Repairs),
    Fragile(Fragile),
    Check(Checked),
    Import(Incoming),
    Purge(Purging),
    Hours(Retimed),
    Calls(Calling),
}

impl Matter {
    fn kind(&self) -> Kind {
        match self {
            Self::Repairs(_) => Kind::Repair,
            Self::Fragile(_) => Kind::Fragile,
            Self::Check(_) => Kind::Check,
            Self::Import(_) => Kind::Import,
            Self::Purge(_) => Kind::Purge,
            Self::Hours(_) => Kind::Hours,
            Self::Calls(_) => Kind::Calls,
        }
    }

    fn rows(&self) -> &dyn Rows {
        match self {
            Self::Repairs(found) => found,
            Self::Fragile(found) => found,
            Self::Check(found) => found,
            Self::Import(found) => found,
            Self::Purge(found) => found,
            Self::Hours(found) => found,
            Self::Calls(found) => found,
        }
    }
}

/// The rows of a page.
pub(super) trait Rows {
    /// What there is to know before the rows.
    fn head(&self, desk: &Desk) -> Vec<String>;
    /// How many rows there are.
    fn len(&self) -> usize;
    /// A row below [`len`](Self::len).
    fn row(&self, desk: &Desk, at: usize) -> Row;
    /// What it is about.
    fn subject(&self, desk: &Desk, at: usize) -> Subject;
    /// True when there is something that the page's action would do.
    fn can_be_made(&self) -> bool {
        false
    }
    /// Why its action does nothing: the word in `speech`.
    fn why_not(&self) -> &'static str {
        "told-nothing-to-make"
    }
    /// True when nothing of it holds any more once the roster has changed.
    fn is_of_roster(&self) -> bool {
        true
    }
}

/// A page that was made.
#[derive(Debug)]
pub struct Page {
    pub(super) matter: Matter,
    /// The cursor.
    pub list: List,
    /// The roster's version that it was made of.
    version: u64,
    /// It came while one was elsewhere, and waits to be asked for.
    waits: bool,
}

/// The pages last made, one of each kind.
#[derive(Debug, Default)]
pub struct Pages([Option<Page>; Kind::COUNT]);

impl Pages {
    /// The page of a kind.
    pub fn get(&self, kind: Kind) -> Option<&Page> {
        self.0[kind as usize].as_ref()
    }

    pub(super) fn get_mut(&mut self, kind: Kind) -> Option<&mut Page> {
        self.0[kind as usize].as_mut()
    }

    pub(super) fn take(&mut self, kind: Kind) -> Option<Page> {
        self.0[kind as usize].take()
    }
}

impl Page {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.matter.rows().len()
    }

    /// True when it has no rows.
    pub fn is_empty(&self) -> bool {
        self.matter.rows().len() == 0
    }

    /// What there is to know before the rows.
    pub fn head(&self, desk: &Desk) -> Vec<String> {
        let mut head = self.matter.rows().head(desk);
        if self.is_stale(desk) {
            head.push(desk.sentence("page-stale", &[]));
        }
        head
    }

    /// A row.
    pub fn row(&self, desk: &Desk, at: usize) -> Row {
        self.matter.rows().row(desk, at)
    }

    /// The roster's version that it was made of.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// The row under the cursor.
    pub(super) fn at(&self) -> usize {
        self.list.at(self.len())
    }

    /// True when the roster is another than it was made of.
    fn is_stale(&self, desk: &Desk) -> bool {
        self.matter.rows().is_of_roster() && self.version != desk.session.version
    }
}

impl Desk {
    /// The page one is on.
    pub fn page(&self) -> Option<&Page> {
        let Place::Page(kind) = self.place else { return None };
        self.pages.get(kind)
    }

    /// Moves the cursor of a page; a name of what is below it is nothing to be on.
    pub(super) fn step_on_page(&mut self, kind: Kind, step: Step) {
        let Some(page) = self.pages.get_mut(kind) else { return };
        let (len, before) = (page.len(), page.at());
        page.list.step(step, len);
        let is_back = page.at() < before;
        let Some(page) = self.pages.get(kind) else { return };
        let is_name = |at: &usize| page.row(self, *at).ink == Ink::Heading;
        let at = page.at();
        let next = if is_back {
            (0..=at).rev().find(|at| !is_name(at)).or_else(|| (at..len).find(|at| !is_name(at)))
        } else {
            (at..len).find(|at| !is_name(at))
        };
        if let (Some(next), Some(page)) = (next, self.pages.get_mut(kind)) {
            page.list.go(next);
        }
    }

    /// Puts the cursor of a page on a row; on the name of some, on the first of them.
    pub(super) fn go_on_page(&mut self, kind: Kind, row: usize) {
        if let Some(page) = self.pages.get_mut(kind) {
            page.list.go(row);
        }
        self.step_on_page(kind, Step::By(0));
    }

    /// What the row under the cursor is about.
    pub(super) fn page_subject(&self) -> Subject {
        self.page()
            .filter(|page| !page.is_empty())
            .map_or_else(Subject::default, |page| page.matter.rows().subject(self, page.at()))
    }

    /// Shows a page that was just made of `version`; whoever has turned to something else since it was asked for, from
    /// `asked_from`, is told that it is there.
    pub(super) fn show_page(&mut self, matter: Matter, version: u64, asked_from: Place) {
        let kind = matter.kind();
        let is_elsewhere = self.prompt.is_some() || self.place != asked_from;
        let mut page = Page { matter, list: List::default(), version, waits: is_elsewhere };
        // A name of what is below it is nothing to be on.
        if !page.is_empty() && page.row(self, 0).ink == Ink::Heading {
            page.list.go(1);
        }
        self.pages.0[kind as usize] = Some(page);
        if is_elsewhere {
            self.say(&format!("told-{}-waits", kind.word().trim_start_matches("tab-")));
        } else {
            self.notice = None;
            self.open(Place::Page(kind));
        }
    }

    /// Puts what a page shows in place of what it showed, as it is for the roster of `version`; the cursor stays.
    pub(super) fn renew_page(&mut self, matter: Matter, version: u64) {
        if let Some(page) = self.pages.get_mut(matter.kind()) {
            (page.matter, page.version) = (matter, version);
        }
    }

    /// Turns to a page that waits to be asked for; false: there is none.
    pub(super) fn turn_to_waiting(&mut self, kind: Kind) -> bool {
        let waits = self.pages.get_mut(kind).is_some_and(|page| std::mem::take(&mut page.waits));
        if waits {
            self.open(Place::Page(kind));
        }
        waits
    }

    /// Forgets a page, and leaves it when one is on it.
    pub(super) fn leave_page(&mut self, kind: Kind) {
        drop(self.pages.take(kind));
        self.trail.retain(|place| *place != Place::Page(kind));
        // The first step back may only have let go of what was marked.
        for _ in 0..2 {
            if self.place == Place::Page(kind) {
                self.back();
            }
        }
    }

    /// True when the page one is on tells something that can be done.
    pub(super) fn can_make_page(&self) -> bool {
        self.page().is_some_and(|page| page.matter.rows().can_be_made() && !page.is_stale(self))
    }

    /// Does what the page one is on tells.
    pub(super) fn accept_page(&mut self) {
        if self.page().is_some_and(|page| page.is_stale(self)) {
            self.not_done("page-stale", &[]);
        } else if !self.can_make_page() {
            let why = self.page().map_or("told-nothing-to-make", |page| page.matter.rows().why_not());
            self.say(why);
        } else if let Place::Page(kind) = self.place {
            match kind {
                Kind::Repair => self.make_repairs(),
                Kind::Import => self.bring_in(),
                Kind::Purge => self.purge(),
                Kind::Hours => self.set_times(),
                Kind::Fragile | Kind::Check | Kind::Calls => {}
            }
        }
    }

    /// Opens what the row under the cursor is about: its shift, else its member. Where a list is of people, the cursor stays on
    /// the one it was on.
    pub(super) fn open_subject(&mut self) {
        let is_of_people = matches!(self.place, Place::Page(Kind::Calls | Kind::Hours));
        match self.page_subject() {
            Subject { shift: Some(shift), member } => {
                self.open(Place::Shift(shift));
                let stands = |member: &MemberIx| self.session.roster.get(shift, *member).is_some();
                if let Some(member) = member.filter(stands).filter(|_| is_of_people) {
                    self.post.pane = STANDING;
                    self.follow(member);
                }
            }
            Subject { member: Some(member), .. } => self.open(Place::Member(member)),
            _ => {}
        }
    }
}
