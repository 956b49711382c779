//! Repairs of several gaps at once: which are meant, the moves they would make shown first, then made as one action.

use super::Desk;
use super::choice::{Act, Choice};
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::prompt::Pick;
use super::score::Words;
use crate::app::commands::Command;
use crate::app::session::Session;
use crate::engine::gaps::{Aim, Filter, Repair};
use crate::model::{MemberIx, ShiftIx};
use crate::speech::number::decimal;
use crate::speech::place;
use crate::store::progress::Stage;
use std::collections::BTreeSet;

/// What is to be repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Gaps, so far.
    Gaps(Filter, Aim),
    /// Whatever moves better anywhere.
    All,
}

/// The repairs of several shifts, looked at.
#[derive(Debug)]
pub(super) struct Repairs {
    all: Vec<Repair>,
    /// A row each: the repair, and which of its moves; None: the shift itself.
    rows: Vec<(usize, Option<usize>)>,
    /// Of the rows, those from here on are shifts that no move fills.
    stuck: usize,
    people: usize,
}

impl Repairs {
    fn new(all: Vec<Repair>) -> Self {
        let people: BTreeSet<MemberIx> = all.iter().flat_map(|each| &each.moves).map(|each| each.member).collect();
        let mut rows = Vec::new();
        for (at, each) in all.iter().enumerate().filter(|(_, each)| !each.moves.is_empty()) {
            rows.push((at, None));
            rows.extend((0..each.moves.len()).map(|step| (at, Some(step))));
        }
        let stuck = rows.len();
        rows.extend(all.iter().enumerate().filter(|(_, each)| each.moves.is_empty()).map(|(at, _)| (at, None)));
        let people = people.len();
        Self { all, rows, stuck, people }
    }
}

impl Rows for Repairs {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let stuck = self.rows.len() - self.stuck;
        let gaps = self.all.iter().filter(|each| each.missing > 0).count();
        let values = [("gaps", gaps.into()), ("people", self.people.into())];
        let mut head = vec![desk.speech.say("repair-sum", &values)];
        if stuck > 0 {
            head.push(desk.sentence("page-repair-stuck", &[("count", stuck.into())]));
        }
        if self.stuck > 0 {
            head.push(desk.sentence("page-repair-take", &[]));
        }
        head
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        let (speech, ground) = (desk.speech, desk.ground());
        let (repair, step) = self.rows[at];
        let each = &self.all[repair];
        if let Some(step) = step {
            return Row { text: place::step(speech, ground, &each.moves[step], None), ..Row::default() };
        }
        let values = [("brings", each.brings.into()), ("missing", each.missing.into())];
        let shift = Row::of_shift(desk, each.shift);
        if !each.moves.is_empty() {
            let lead = match each {
                Repair { brings: 1.., .. } => speech.say("ways-brings", &values),
                Repair { earns: 1.., .. } => {
                    let earned = decimal(each.earns as f64 / 60.0, 1, speech.language());
                    speech.say("ways-earns", &[("earned", earned.into())])
                }
                _ => speech.word("ways-barred"),
            };
            return Row { lead, ink: Ink::Heading, ..shift };
        }
        let aside = desk.lack(each.shift);
        let whole = format!("{} — {}", shift.text, speech.say("screen-missing", &[("what", aside.as_str().into())]));
        Row { lead: speech.word("page-repair-none"), aside, whole, ink: Ink::Warn, ..shift }
    }

    fn can_be_made(&self) -> bool {
        self.stuck > 0
    }

    fn subject(&self, _: &Desk, at: usize) -> Subject {
        let (repair, step) = self.rows[at];
        let each = &self.all[repair];
        match step.map(|step| &each.moves[step]) {
            Some(step) => {
                Subject { shift: step.to.first().or(step.from.first()).map(|place| place.0), member: Some(step.member) }
            }
            None => Subject { shift: Some(each.shift), member: None },
        }
    }
}

impl Desk {
    /// Asks which gaps are to be repaired; or shows what was found, where that waits to be asked for.
    pub(super) fn ask_repairs(&mut self) {
        if !self.turn_to_waiting(Kind::Repair) {
            self.pick(Pick::Repairs);
        }
    }

    /// Which gaps could be meant, how many they are: all, those of the site under the cursor, those of its day.
    pub(super) fn repairs_choices(&self, typed: &str) -> Vec<Choice> {
        let speech = self.speech;
        let mut all: Vec<(String, Filter)> = vec![(speech.word("repair-every"), Filter::default())];
        if let Some(site) = self.chosen_site() {
            let text = speech.say("repair-of-site", &[("site", self.words().site(site).into())]);
            all.push((text, Filter { site: Some(site), day: None }));
        }
        if let Some(day) = self.chosen_shift().map(|shift| self.ground().shift(shift).date) {
            let date = crate::speech::calendar::day_short(day, speech.language());
            all.push((speech.say("repair-of-day", &[("day", date.into())]), Filter { site: None, day: Some(day) }));
        }
        let count = |filter: Filter| {
            let gaps = self.session.gaps_to_come(filter).len();
            speech.say("screen-gaps", &[("gaps", gaps.into())])
        };
        let choice = |(text, filter): (String, Filter)| {
            Choice::new(text, Act::Repairs(Wanted::Gaps(filter, Aim::NoGap))).aside(count(filter))
        };
        let mut choices: Vec<Choice> = all.into_iter().map(choice).collect();
        let target = Wanted::Gaps(Filter::default(), Aim::Target);
        choices
            .push(Choice::new(speech.word("repair-to-target"), Act::Repairs(target)).aside(count(Filter::default())));
        choices.push(Choice::new(speech.word("repair-anything"), Act::Repairs(Wanted::All)));
        let query = Words::new(typed);
        choices.retain(|choice| query.fits(&choice.text));
        choices
    }

    /// Finds the moves, and shows them.
    pub(super) fn find_repairs(&mut self, wanted: Wanted) {
        let (from, version) = (self.place, self.session.version);
        let find = move |session: &Session, telling: &super::study::Telling| match wanted {
            Wanted::All => Some(session.answers_to(&session.edit_of_all())),
            Wanted::Gaps(filter, aim) => {
                let shifts: Vec<ShiftIx> = session.gaps_to_come(filter);
                let go_on = |done: usize| telling.go_on(Stage::Shifts, done, shifts.len());
                session.repairs_while(&shifts, aim, &go_on)
            }
        };
        self.study(self.is_worth_a_study(), "busy-repairs", Command::Repair, find, move |desk, found| match found {
            None => {}
            Some(found) if found.is_empty() => {
                desk.say(if wanted == Wanted::All { "hold-nothing" } else { "repair-no-gaps" });
            }
            Some(found) => desk.show_page(Matter::Repairs(Repairs::new(found)), version, from),
        });
    }

    /// True where looking at every shift takes longer than a frame.
    pub(super) fn is_worth_a_study(&self) -> bool {
        const MANY: usize = 200;
        self.ground().timetable.len() > MANY
    }

    /// Makes the moves looked at.
    pub(super) fn make_repairs(&mut self) {
        let Some(page) = self.pages.get(Kind::Repair) else { return };
        let Matter::Repairs(found) = &page.matter else { return };
        let repairs = found.all.clone();
        let takes_long = Session::takes_long(repairs.iter().map(|each| each.moves.len()).sum());
        self.carry_out(
            takes_long,
            "busy-repairing",
            move |session| session.repair(&repairs),
            |desk, done| match done {
                Ok(done) => {
                    desk.leave_page(Kind::Repair);
                    desk.tell_entry(&done);
                }
                Err(error) => desk.refused(None, &error),
            },
        );
    }
}
