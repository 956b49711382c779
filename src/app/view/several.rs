//! Marks, and what is done with everything marked: one action, one way back.

use super::Desk;
use super::choice::{Act, Choice, Deed};
use super::notice::Tone;
use super::picture::Row;
use super::place::Place;
use super::post::{CANDIDATES, STANDING};
use super::prompt::{Pick, Prompt};
use super::score::Words;
use crate::app::session::{ActError, Many, Session, Step};
use crate::engine::candidates::{candidates, missing_posts};
use crate::engine::coverage::Status;
use crate::model::{Assignment, Duty, MemberIx, ShiftIx};
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
    fn marked_on(&self, shift: ShiftIx) -> &BTreeSet<MemberIx> {
        static NONE: BTreeSet<MemberIx> = BTreeSet::new();
        if self.marks.on == Some(shift) { &self.marks.members } else { &NONE }
    }

    /// True when this member is marked on the page of the shift looked at.
    pub fn is_marked(&self, member: MemberIx) -> bool {
        matches!(self.place, Place::Shift(shift) if self.marked_on(shift).contains(&member))
    }

    /// How many things are marked here, and the key that acts on them, in words; None: nothing is.
    pub fn marked_text(&self) -> Option<String> {
        let count = i64::try_from(self.marked()).unwrap_or(i64::MAX);
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
        let to_come = |shift: &ShiftIx| self.ground().shift(*shift).span.end > self.now;
        let all: BTreeSet<ShiftIx> = self.picture.shifts_under(self.ground()).into_iter().filter(to_come).collect();
        if all.is_subset(&self.marks.shifts) {
            self.marks.shifts.retain(|shift| !all.contains(shift));
        } else {
            self.marks.shifts.extend(all);
        }
        let count = self.marked() as i64;
        self.say_with("told-marked", &[("count", count.into())]);
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
                if all.is_subset(&self.marks.members) {
                    self.marks.members.clear();
                } else {
                    self.marks.members = all;
                }
            }
            Place::Coverage => {
                let all: BTreeSet<ShiftIx> = self
                    .picture
                    .shifts_shown(self.ground())
                    .filter(|shift| self.ground().shift(*shift).span.end > self.now)
                    .collect();
                if all.is_subset(&self.marks.shifts) {
                    self.marks.shifts.clear();
                } else {
                    self.marks.shifts = all;
                }
            }
            _ => return,
        }
        let count = self.marked() as i64;
        self.say_with("told-marked", &[("count", count.into())]);
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
                let shifts = self.marks.shifts.clone();
                let captains = deed == Deed::Captains;
                let fill = move |session: &mut Session| {
                    let steps = fillings(session, &shifts, captains);
                    session.many(&steps)
                };
                let count = missing(self, &self.marks.shifts, deed);
                let (nobody, still, none) = if captains {
                    ("told-several-nobody", "told-several-still", "told-several-none")
                } else {
                    ("told-filling-nobody", "told-filling-still", "told-filling-none")
                };
                let marked = self.marks.shifts.clone();
                self.carry_out(self.session.is_large(), "busy-filling", fill, move |desk, many| {
                    // Posts are empty, and nobody can be put there: that is not nothing to do.
                    let is_nobody =
                        many.as_ref().is_ok_and(|many: &Many| many.done.entry.is_none() && many.refused.is_empty());
                    if count > 0 && is_nobody {
                        // What would help is told of each; the cursor goes to the first.
                        let is_lacking = |shift: &ShiftIx| missing(desk, &BTreeSet::from([*shift]), deed) > 0;
                        let first = marked.iter().copied().find(is_lacking);
                        if let (Place::Coverage, Some(shift)) = (desk.place, first) {
                            desk.show_on_picture(shift);
                        }
                        desk.not_done(nobody, &[("count", count.into())]);
                    } else if is_nobody {
                        desk.say(none);
                    } else {
                        desk.tell_many(many);
                        // Of those that were empty, some still are.
                        let left = missing(desk, &marked, deed);
                        if let (Some(notice), true) = (&desk.notice, left > 0) {
                            let mut notice = notice.clone();
                            notice.add(&desk.sentence(still, &[("count", left.into())]));
                            desk.notice = Some(notice);
                        }
                    }
                });
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

    fn tell_many(&mut self, many: Result<Many, ActError>) {
        match many {
            Ok(many) if many.done.entry.is_none() && many.refused.is_empty() => self.say("told-several-nothing"),
            Ok(many) => {
                let what = many.done.entry.as_ref().map(|entry| self.words().entry(entry)).unwrap_or_default();
                let left = many.refused.first().map(|(shift, member, why)| {
                    let why = why.first().map(|why| self.words().refusal(*shift, why)).unwrap_or_default();
                    let values = [
                        ("count", (many.refused.len() as i64).into()),
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

    /// Asks where the member under the cursor (or everyone marked) goes instead.
    pub(super) fn ask_move(&mut self) {
        let Some(from) = self.chosen_shift() else { return };
        let marked: Vec<MemberIx> = self.marked_on(from).iter().copied().collect();
        let members = if marked.is_empty() {
            let stands = self.chosen_assignment().map(|each| each.member);
            stands.into_iter().collect()
        } else {
            marked
        };
        if members.is_empty() {
            self.not_done("told-choose-standing", &[]);
        } else {
            self.pick(Pick::Move { from, members });
        }
    }

    /// Where they can go: the backup site at that time first, then every other line at that time, the neediest first.
    pub(super) fn move_choices(&self, from: ShiftIx, members: &[MemberIx], typed: &str) -> Vec<Choice> {
        let ground = self.ground();
        let here = ground.shift(from);
        let query = Words::new(typed);
        let backup = ground.strike.site(here.site).backup;
        let mut found: Vec<(bool, Status, ShiftIx)> = Vec::new();
        for ix in ground.timetable.indices() {
            let shift = ground.shift(ix);
            if ix != from && shift.span.overlaps(here.span) {
                let status = super::overview::status(ground, &self.session.coverage, ix, false);
                found.push((backup != Some(shift.site), status, ix));
            }
        }
        found.sort_unstable();
        let mut choices = Vec::new();
        for (not_backup, status, to) in found {
            let name = self.words().shift(to);
            if choices.len() < 60 && query.fits(&name) {
                let lead = if not_backup { self.words().status(status) } else { self.speech.word("move-backup") };
                let lack = self.lack(to);
                choices
                    .push(Choice::new(name, Act::Send { from, to, members: members.to_vec() }).lead(lead).aside(lack));
            }
        }
        choices
    }

    pub(super) fn send(&mut self, from: ShiftIx, to: ShiftIx, members: &[MemberIx], asked: Option<Prompt>) {
        if let [only] = members {
            self.transfer(*only, from, to, asked);
            return;
        }
        let steps: Vec<Step> = members.iter().map(|member| Step::Send(from, to, *member)).collect();
        self.carry_out_many(steps);
    }
}

/// The best candidates for these shifts: captains for the captain's posts, or whoever brings them to the minimum.
fn fillings(session: &Session, shifts: &BTreeSet<ShiftIx>, captains: bool) -> Vec<Step> {
    let ground = &session.ground;
    let mut roster = session.roster.clone();
    let mut steps = Vec::new();
    for &shift in shifts {
        loop {
            let the_shift = ground.shift(shift);
            let missing = missing_posts(ground, &roster, shift);
            let enough = roster.on(shift).len() >= the_shift.minimum as usize;
            let wants = if captains { missing.contains(&Duty::Captain) } else { !missing.is_empty() || !enough };
            if !wants {
                break;
            }
            let fits = |duty: Duty| if captains { duty == Duty::Captain } else { !enough || duty != Duty::Picket };
            let best = candidates(ground, &roster, shift).into_iter().find(|each| fits(each.duty));
            let Some(best) = best else { break };
            roster.put(Assignment::planned(best.member, shift, best.duty));
            steps.push(Step::Put(shift, best.member, best.duty));
        }
    }
    steps
}

/// How many posts of captains are empty on the shifts; or, to be filled to their minimum, how many heads they lack.
fn missing(desk: &Desk, shifts: &BTreeSet<ShiftIx>, deed: Deed) -> u32 {
    let missing = |ix: &ShiftIx| {
        let (heads, shift) = (desk.session.coverage.of(*ix).planned(), desk.ground().shift(*ix));
        if deed == Deed::Captains { heads.captains_missing(shift) } else { heads.short_by(shift) }
    };
    shifts.iter().map(missing).sum()
}

fn toggle<T: Ord + Copy>(marks: &mut BTreeSet<T>, what: T) {
    if !marks.remove(&what) {
        marks.insert(what);
    }
}
