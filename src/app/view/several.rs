//! Marks, and what is done with everything marked: one action, one way back.

use super::Desk;
use super::choice::{Act, Choice, Deed};
use super::filling::{fillings, missing};
use super::notice::Tone;
use super::picture::Row;
use super::place::Place;
use super::post::{CANDIDATES, STANDING};
use super::prompt::Pick;
use crate::app::session::{ActError, Many, Session, Step};
use crate::model::{MemberIx, ShiftIx};
use std::collections::BTreeSet;

/// What is marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Shifts, on the picture.
    pub shifts: BTreeSet<ShiftIx>,
    /// Members, on the page of this shift.
    pub members: BTreeSet<MemberIx>,
    on: Option<ShiftIx>,
}

impl Desk {
    /// The members marked on the page of `shift`.
    pub(super) fn marked_on(&self, shift: ShiftIx) -> &BTreeSet<MemberIx> {
        static NONE: BTreeSet<MemberIx> = BTreeSet::new();
        if self.marks.on == Some(shift) { &self.marks.members } else { &NONE }
    }

    /// True when this member is marked on the page of the shift looked at.
    pub fn is_marked(&self, member: MemberIx) -> bool {
        matches!(self.place, Place::Shift(shift) if self.marked_on(shift).contains(&member))
    }

    /// How many things are marked here, in words; None: nothing is.
    pub fn marked_text(&self) -> Option<String> {
        let count = self.marked();
        (count > 0).then(|| self.sentence("screen-marked", &[("count", count.into())]))
    }

    /// How many things are marked on this screen.
    pub fn marked(&self) -> usize {
        match self.place {
            Place::Shift(shift) => self.marked_on(shift).len(),
            Place::Coverage => self.marks.shifts.len(),
            _ => 0,
        }
    }

    /// Marks what the cursor is on, or takes its mark away, and goes on to the next row.
    pub(super) fn mark(&mut self) {
        match self.place {
            Place::Shift(shift) => {
                let Some(member) = self.post.member() else {
                    self.say("told-nobody-here");
                    return;
                };
                self.start_marks(shift);
                toggle(&mut self.marks.members, member);
            }
            Place::Coverage => {
                if self.is_on_heading() {
                    self.mark_under();
                    return;
                }
                let Some(shift) = self.picture.shift(self.ground()) else {
                    self.say("told-no-shift-here");
                    return;
                };
                toggle(&mut self.marks.shifts, shift);
            }
            _ => return,
        }
        self.step(super::list::Step::By(1));
    }

    /// True on the row of a region or a site: what is done there is done to all its shifts.
    pub(super) fn is_on_heading(&self) -> bool {
        self.place == Place::Coverage && matches!(self.picture.row(), Some(Row::Region(_) | Row::Site(_)))
    }

    /// Marks every shift to come of the region or site under the cursor, of the days shown; or takes these marks away.
    fn mark_under(&mut self) {
        let under = self.picture.shifts_under(self.ground()).into_iter();
        let all: BTreeSet<ShiftIx> = under.filter(|shift| self.is_to_come(*shift)).collect();
        if all.is_subset(&self.marks.shifts) {
            self.marks.shifts.retain(|shift| !all.contains(shift));
        } else {
            self.marks.shifts.extend(all);
        }
        self.tell_marked();
    }

    /// Forgets the marks of this screen. False: there were none.
    pub(super) fn forget_marks(&mut self) -> bool {
        let had = self.marked() > 0;
        if had {
            self.marks = Marks::default();
        }
        had
    }

    fn start_marks(&mut self, shift: ShiftIx) {
        if self.marks.on != Some(shift) {
            self.marks.on = Some(shift);
            self.marks.members.clear();
        }
    }

    /// Marks everything the list shows; when all of it is marked, nothing any more.
    pub(super) fn mark_all(&mut self) {
        match self.place {
            Place::Shift(shift) => {
                self.start_marks(shift);
                let facts = self.post.facts();
                let all: BTreeSet<MemberIx> = if self.post.pane == CANDIDATES {
                    facts.candidates.iter().map(|each| each.member).collect()
                } else {
                    facts.stands.iter().filter_map(|stand| stand.who.as_ref()).map(|who| who.member).collect()
                };
                toggle_all(&mut self.marks.members, all);
            }
            Place::Coverage => {
                let shown = self.picture.shifts_shown(self.ground());
                let all = shown.filter(|shift| self.is_to_come(*shift)).collect();
                toggle_all(&mut self.marks.shifts, all);
            }
            _ => return,
        }
        self.tell_marked();
    }

    fn is_to_come(&self, shift: ShiftIx) -> bool {
        self.ground().shift(shift).span.end > self.now
    }

    fn tell_marked(&mut self) {
        self.say_with("told-marked", &[("count", self.marked().into())]);
    }

    /// What can be done with everything marked.
    pub(super) fn ask_marked(&mut self) {
        if self.marked() == 0 {
            self.say("told-nothing-marked");
        } else {
            self.pick(Pick::Marked);
        }
    }

    pub(super) fn marked_choices(&self) -> Vec<Choice> {
        let deeds: &[Deed] = match self.place {
            Place::Shift(_) if self.post.pane == STANDING => &[Deed::Pin, Deed::Unpin, Deed::TakeOff, Deed::Send],
            Place::Shift(_) => &[Deed::Assign],
            _ => &[Deed::Captains, Deed::Fill, Deed::Pin, Deed::Unpin],
        };
        let word = |deed: &Deed| match deed {
            Deed::Pin => "deed-pin",
            Deed::Unpin => "deed-unpin",
            Deed::TakeOff => "deed-take-off",
            Deed::Assign => "deed-assign",
            Deed::Send => "deed-send",
            Deed::Captains => "deed-captains",
            Deed::Fill => "deed-fill",
            Deed::Forget => "deed-forget",
        };
        // How much of it there is to do, and where that is soon known, how much of it can be done.
        let aside = |deed: &Deed| {
            let (lack, can) = match deed {
                Deed::Captains => ("lack-captains", "deed-captains-can"),
                Deed::Fill => ("lack-heads", "deed-fill-can"),
                _ => return String::new(),
            };
            let count = missing(self, &self.marks.shifts, *deed);
            if count == 0 || self.session.is_large() {
                return self.speech.say(lack, &[("count", count.into())]);
            }
            let fillings = fillings(&self.session, &self.marks.shifts, *deed == Deed::Captains);
            self.speech.say(can, &[("count", count.into()), ("can", fillings.len().into())])
        };
        let choice = |deed: &Deed| Choice::new(self.speech.word(word(deed)), Act::Marked(*deed)).aside(aside(deed));
        deeds.iter().chain(&[Deed::Forget]).map(choice).collect()
    }

    /// Does something with everything marked.
    pub(super) fn do_marked(&mut self, deed: Deed) {
        let steps: Vec<Step> = match (deed, self.place) {
            (Deed::Forget, _) => {
                self.marks = Marks::default();
                return;
            }
            (Deed::Send, Place::Shift(from)) => {
                let members = self.marked_on(from).iter().copied().collect();
                self.pick(Pick::Move { from, members });
                return;
            }
            (Deed::Captains | Deed::Fill, _) => {
                self.fill_marked(deed);
                return;
            }
            (Deed::Pin | Deed::Unpin, Place::Coverage) => {
                let shifts = self.marks.shifts.iter();
                let all = shifts.flat_map(|shift| self.session.roster.on(*shift));
                all.map(|each| Step::Pin(each.shift, each.member, deed == Deed::Pin)).collect()
            }
            (_, Place::Shift(shift)) => {
                let step = |member: &MemberIx| match deed {
                    Deed::Pin => Step::Pin(shift, *member, true),
                    Deed::Unpin => Step::Pin(shift, *member, false),
                    Deed::TakeOff => Step::Take(shift, *member),
                    _ => Step::Put(shift, *member, self.session.best_duty(shift, *member)),
                };
                self.marked_on(shift).iter().map(step).collect()
            }
            _ => return,
        };
        self.carry_out_many(steps);
    }

    /// Carries several steps out as one action, and says how it went.
    pub(super) fn carry_out_many(&mut self, steps: Vec<Step>) {
        let takes_long = Session::takes_long(steps.len());
        let many = move |session: &mut Session| session.many(&steps);
        self.carry_out(takes_long, "busy-filling", many, Self::tell_many);
    }

    pub(super) fn tell_many(&mut self, many: Result<Many, ActError>) {
        match many {
            Ok(many) if many.done.entry.is_none() && many.refused.is_empty() => self.say("told-several-nothing"),
            Ok(many) => {
                let what = many.done.entry.as_ref().map(|entry| self.words().entry(entry)).unwrap_or_default();
                let left = many.refused.first().map(|(shift, member, why)| {
                    let why = why.first().map(|why| self.words().refusal(*shift, why)).unwrap_or_default();
                    let values = [
                        ("count", many.refused.len().into()),
                        ("member", self.words().member(*member).into()),
                        ("why", why.into()),
                    ];
                    self.speech.say("told-several-left-out", &values)
                });
                match (what.is_empty(), left) {
                    (true, left) => self.tell(Tone::Refused, left.unwrap_or_default()),
                    (false, None) => self.tell_done(format!("{what}.")),
                    (false, Some(left)) => self.tell_done(format!("{what}. {left}")),
                }
                self.marks = Marks::default();
            }
            Err(error) => self.refused(None, &error),
        }
    }
}

fn toggle<T: Ord + Copy>(marks: &mut BTreeSet<T>, what: T) {
    if !marks.remove(&what) {
        marks.insert(what);
    }
}

fn toggle_all<T: Ord>(marks: &mut BTreeSet<T>, all: BTreeSet<T>) {
    if all.is_subset(marks) {
        marks.clear();
    } else {
        *marks = all;
    }
}
