//! What was done, by whom, when; the latest first: all of it, what touches one member or one shift, or what holds some words.

use super::Desk;
use super::choice::{Act, Choice};
use super::list::List;
use super::place::Place;
use super::prompt::Pick;
use super::score::Words as Query;
use super::words::Words;
use crate::app::commands::Command;
use crate::app::fold::fold;
use crate::app::said;
use crate::app::session::Session;
use crate::model::campaign::Language;
use crate::model::{MemberIx, ShiftIx};
use crate::store::record::{Entry, RecordError, Turns};
use std::collections::BTreeSet;

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The entry.
    pub entry: Entry,
    /// It was taken back.
    pub undone: bool,
    /// It is what undo would take back next.
    pub next_undo: bool,
}

impl Line {
    /// True when it can be taken back.
    pub fn undoable(&self) -> bool {
        self.entry.undoable
    }
}

/// Whom or what the entries shown touch; by their ids, which stay what they are when the files are read anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// This member.
    Member(String),
    /// This shift; or every shift whose id begins so: of a site, of a line.
    Shifts(String),
}

/// The history, and what of it is shown.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The cursor.
    pub list: List,
    /// What the entries shown touch; None: anything.
    pub of: Option<Of>,
    /// The words they hold.
    pub words: String,
    /// All of them, the latest first, as of a number.
    all: Vec<Line>,
    as_of: Option<u64>,
    /// The numbers of those that touch what is asked for, as of a number.
    touching: Option<(u64, BTreeSet<u64>)>,
    /// Each as it is read, folded, in a language: made when words are looked for first.
    texts: Option<(Language, Vec<String>)>,
    shown: Vec<usize>,
}

impl History {
    /// The lines shown, the latest first.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Line> {
        self.shown.iter().map(|at| &self.all[*at])
    }

    /// A line shown.
    pub fn row(&self, at: usize) -> Option<&Line> {
        self.shown.get(at).map(|at| &self.all[*at])
    }

    /// How many lines are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// True when no line is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Every line, shown or not.
    pub fn all(&self) -> &[Line] {
        &self.all
    }

    /// The line under the cursor.
    pub fn chosen(&self) -> Option<&Line> {
        self.row(self.list.at(self.len()))
    }

    /// True when some entries are left out.
    pub fn is_filtered(&self) -> bool {
        self.of.is_some() || !self.words.trim().is_empty()
    }

    /// Shows everything again.
    pub(super) fn clear(&mut self) {
        self.words.clear();
        self.of = None;
        self.touching = None;
        self.list = List::default();
    }

    /// Forgets what was read.
    pub(super) fn forget(&mut self) {
        self.as_of = None;
    }
}

/// The lines of a journal, the latest first.
fn lines(entries: Vec<Entry>, turns: &Turns) -> Vec<Line> {
    let line = |entry: Entry| Line {
        undone: turns.all_undone.contains(&entry.seq),
        next_undo: turns.next_undo() == Some(entry.seq),
        entry,
    };
    entries.into_iter().rev().map(line).collect()
}

impl Words<'_> {
    /// The sentence about an entry.
    pub fn entry(&self, entry: &Entry) -> String {
        said::summary_here(self.speech, self.ground, entry)
    }
}

impl Desk {
    /// Brings the history in step with the record.
    pub(super) fn refresh_history(&mut self) {
        if self.history.as_of != Some(self.session.seq()) {
            match self.session.history() {
                Ok((entries, turns)) => {
                    self.history.all = lines(entries, &turns);
                    self.history.as_of = Some(self.session.seq());
                    self.history.texts = None;
                }
                Err(error) => self.tell_trouble(&error),
            }
        }
        let is_known = self.history.touching.as_ref().is_some_and(|(seq, _)| Some(*seq) == self.history.as_of);
        if self.history.of.is_some() && !is_known && !self.is_at_work() {
            self.find_touching();
        }
        self.choose_entries();
    }

    /// Finds out which entries touch what is asked for.
    fn find_touching(&mut self) {
        let Some(of) = self.history.of.clone() else { return };
        let (asked, seq) = (of.clone(), self.session.seq());
        let find = move |session: &Session, _: &super::study::Telling| match &of {
            Of::Member(id) => session.touching(Some(id), None),
            Of::Shifts(id) => session.touching(None, Some(id)),
        };
        // Every entry of a large plan is read for it.
        let takes_long = self.session.is_large();
        self.study(takes_long, "busy-looking-back", Command::Touching, find, move |desk, found| {
            desk.found_touching(&asked, seq, found);
        });
    }

    fn found_touching(&mut self, asked: &Of, seq: u64, found: Result<BTreeSet<u64>, RecordError>) {
        match found {
            Ok(found) if self.history.of.as_ref() == Some(asked) => {
                self.history.touching = Some((seq, found));
                self.choose_entries();
            }
            Ok(_) => {}
            Err(error) => {
                self.history.clear();
                self.tell_trouble(&error);
            }
        }
    }

    /// Which lines are shown.
    fn choose_entries(&mut self) {
        let query = Query::new(&self.history.words);
        let language = self.speech.language();
        if !query.is_empty() && self.history.texts.as_ref().is_none_or(|(known, _)| *known != language) {
            let words = self.words();
            let text = |line: &Line| {
                fold(&format!("{} {} {}", words.entry(&line.entry), line.entry.actor, words.instant(line.entry.at)))
            };
            self.history.texts = Some((language, self.history.all.iter().map(text).collect()));
        }
        let History { of, touching, texts, all, .. } = &self.history;
        let touches = |line: &Line| match (of, touching) {
            (None, _) => true,
            (Some(_), Some((_, found))) => found.contains(&line.entry.seq),
            (Some(_), None) => false,
        };
        let holds =
            |at: usize| query.is_empty() || texts.as_ref().is_some_and(|(_, texts)| query.exact(&texts[at]).is_some());
        self.history.shown = (0..all.len()).filter(|at| touches(&all[*at]) && holds(*at)).collect();
    }

    /// Shows what was done with the shift that is looked at, else with the member, or the shift, under the cursor.
    pub(super) fn show_touching(&mut self) {
        let member = self.chosen_member().filter(|_| !matches!(self.place, Place::Shift(_)));
        let of = match (member, self.chosen_shift()) {
            (Some(member), _) => self.of_member(member),
            (None, Some(shift)) => self.of_shift(shift),
            (None, None) => {
                self.not_done("told-nothing-here", &[]);
                return;
            }
        };
        self.narrow(of);
    }

    fn of_member(&self, member: MemberIx) -> Of {
        Of::Member(self.ground().strike.member(member).id.clone())
    }

    fn of_shift(&self, shift: ShiftIx) -> Of {
        Of::Shifts(self.ground().shift(shift).id.clone())
    }

    /// Shows only what touches this; the way back leads to where it was asked for.
    pub(super) fn narrow(&mut self, of: Of) {
        self.history.clear();
        self.history.of = Some(of);
        self.open(Place::History);
    }

    /// What the history can be narrowed to. Nothing typed: the member and the shift of the entry under the cursor; else
    /// members, sites and shifts that are found.
    pub(super) fn touching_choices(&self, typed: &str) -> Vec<Choice> {
        let query = Query::new(typed);
        let choice = |of: Of| Choice::new(self.of_text(&of), Act::Narrow(of));
        let (member, shift) = (self.speech.word("found-member"), self.speech.word("found-shift"));
        if query.is_empty() {
            let everything = Choice::new(self.speech.word("keep-all"), Act::Command(Command::Clear));
            let mut choices: Vec<Choice> = self.history.is_filtered().then_some(everything).into_iter().collect();
            let told = self.history.chosen().map(|line| &line.entry.particulars);
            let named = |name: &str| told.and_then(|told| told[name].as_str()).map(str::to_owned);
            choices.extend(named("member").map(|id| choice(Of::Member(id)).lead(member)));
            choices.extend(named("shift").map(|id| choice(Of::Shifts(id)).lead(shift)));
            if choices.is_empty() {
                choices.push(Choice::new(self.speech.word("touching-nobody"), Act::Nothing));
            }
            return choices;
        }
        let members = self.members_found(&query).into_iter().map(|(_, member)| self.of_member(member));
        let mut choices: Vec<Choice> = members.map(|of| choice(of).lead(member.as_str())).collect();
        let strike = &self.ground().strike;
        let sites = self.sites_found(&query).into_iter();
        choices.extend(sites.map(|(_, site)| {
            choice(Of::Shifts(format!("{}/", strike.site(site).id))).lead(self.speech.word("found-site"))
        }));
        let shifts = self.shifts_found(&query).into_iter();
        choices.extend(shifts.map(|ix| choice(self.of_shift(ix)).lead(shift.as_str())));
        choices
    }

    /// Asks what the history is narrowed to.
    pub(super) fn ask_touching(&mut self) {
        self.pick(Pick::Touching);
    }

    /// What the entries shown touch, in words; what the files no longer know by its id.
    pub fn of_text(&self, of: &Of) -> String {
        let strike = &self.ground().strike;
        match of {
            Of::Member(id) => strike.lookup.members.get(id).map_or_else(|| id.clone(), |ix| self.words().member(*ix)),
            Of::Shifts(id) => {
                let site = id.strip_suffix('/').and_then(|site| strike.lookup.sites.get(site));
                match (self.ground().find(id), site) {
                    (Ok(shift), _) => self.words().shift(shift),
                    (Err(_), Some(site)) => self.words().site(*site),
                    (Err(_), None) => id.clone(),
                }
            }
        }
    }

    /// What is left out, and what for: a word each.
    pub fn history_chips(&self) -> Vec<String> {
        let of = self.history.of.iter().map(|of| self.of_text(of));
        let words = self.history.words.trim();
        of.chain((!words.is_empty()).then(|| format!("/{words}"))).collect()
    }
}
