//! What one absence breaks: the shifts to come that are fragile, on whom most of them hang, where somebody waiting would help.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::prompt::Pick;
use super::score::Words;
use crate::app::commands::Command;
use crate::app::session::{Frailty, Session};
use crate::engine::gaps::{Filter, Strength};
use crate::speech::{calendar, frailty, place};
use crate::store::progress::Stage;

/// Of those who carry most so many are told.
const MOST: usize = 50;
/// Of the places to wait so many.
const FEW: usize = 8;

/// What was found, in three lists.
#[derive(Debug)]
pub(super) struct Fragile {
    found: Frailty,
    /// The fragile ones among the shifts looked at.
    weak: Vec<Strength>,
    rows: Vec<Line>,
}

/// A row: the name of a list, or which of its things.
#[derive(Debug, Clone, Copy)]
enum Line {
    Head(&'static str),
    Shift(usize),
    Carrier(usize),
    Standby(usize),
}

impl Fragile {
    fn new(found: Frailty) -> Self {
        let weak: Vec<Strength> = found.fragile().cloned().collect();
        let mut rows = Vec::new();
        let mut list = |head, len: usize, line: fn(usize) -> Line| {
            if len > 0 {
                rows.push(Line::Head(head));
                rows.extend((0..len).map(line));
            }
        };
        // What can be done about it comes before on whom it hangs.
        list("fragile-standbys", found.standbys.len().min(FEW), Line::Standby);
        list("fragile-carriers", found.carriers.len().min(MOST), Line::Carrier);
        list("fragile-shifts", weak.len(), Line::Shift);
        Self { found, weak, rows }
    }
}

impl Rows for Fragile {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let mut head = vec![frailty::sum(desk.speech, &self.found.strengths)];
        if !self.found.standbys.is_empty() {
            head.push(frailty::waiting(desk.speech, &self.found.standbys));
        }
        head.push(frailty::deputies(desk.speech, &desk.session.roster, &self.found.strengths));
        head
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        let (speech, ground, words) = (desk.speech, desk.ground(), desk.words());
        let count = |n: usize| speech.say("fragile-count", &[("count", n.into())]);
        match self.rows[at] {
            Line::Head(id) => Row { text: speech.word(id), ink: Ink::Heading, ..Row::default() },
            Line::Shift(at) => {
                let each = &self.weak[at];
                let names: Vec<String> = each.captains.iter().map(|member| words.member(*member)).collect();
                let lead = speech.word(if each.bears == 0 { "fragile-lead-anyone" } else { "fragile-lead-captain" });
                let whole = frailty::weak(speech, ground, each);
                Row { lead, aside: names.join("; "), whole, ..Row::of_shift(desk, each.shift) }
            }
            Line::Carrier(at) => {
                let (member, shifts) = self.found.carriers[at];
                let text = place::member(ground, member);
                let whole = frailty::carrier(speech, ground, member, shifts);
                Row { lead: count(shifts as usize), text, whole, ..Row::default() }
            }
            Line::Standby(at) => {
                let each = &self.found.standbys[at];
                let whole = frailty::standby(speech, ground, each);
                let (day, times) = (words.day(each.beside), words.times(each.beside));
                let text = format!("{day} {times}, {}", words.site(each.site));
                let aside = speech.word(if each.captain { "fragile-wait-captain" } else { "fragile-wait-anyone" });
                Row { lead: count(each.protects.len()), text, aside, whole, ..Row::default() }
            }
        }
    }

    fn subject(&self, _: &Desk, at: usize) -> Subject {
        match self.rows[at] {
            Line::Head(_) => Subject::default(),
            Line::Shift(at) => {
                let each = &self.weak[at];
                Subject { shift: Some(each.shift), member: each.captains.first().copied() }
            }
            Line::Carrier(at) => Subject { shift: None, member: Some(self.found.carriers[at].0) },
            Line::Standby(at) => Subject { shift: self.found.standbys[at].protects.first().copied(), member: None },
        }
    }
}

impl Desk {
    /// Asks of which shifts is to be known what they can bear; or shows what was found, where that waits to be asked for.
    pub(super) fn ask_fragile(&mut self) {
        if !self.turn_to_waiting(Kind::Fragile) {
            self.pick(Pick::Fragile);
        }
    }

    /// Of which shifts that could be asked: all to come, those of the site under the cursor, those of its day.
    pub(super) fn fragile_choices(&self, typed: &str) -> Vec<Choice> {
        let speech = self.speech;
        let mut choices = vec![Choice::new(speech.word("fragile-every"), Act::Fragile(Filter::default()))];
        if let Some(site) = self.chosen_site() {
            let text = speech.say("fragile-of-site", &[("site", self.words().site(site).into())]);
            choices.push(Choice::new(text, Act::Fragile(Filter { site: Some(site), day: None })));
        }
        if let Some(day) = self.chosen_shift().map(|shift| self.ground().shift(shift).date) {
            let date = calendar::day_short(day, speech.language());
            let text = speech.say("fragile-of-day", &[("day", date.into())]);
            choices.push(Choice::new(text, Act::Fragile(Filter { site: None, day: Some(day) })));
        }
        let query = Words::new(typed);
        choices.retain(|choice| query.fits(&choice.text));
        choices
    }

    /// Finds it out, and shows it.
    pub(super) fn find_fragile(&mut self, filter: Filter) {
        let (from, version) = (self.place, self.session.version);
        let find = move |session: &Session, telling: &super::study::Telling| {
            session.frailty(filter, &|done, of| telling.go_on(Stage::Shifts, done, of))
        };
        self.study(self.is_worth_a_study(), "busy-fragile", Command::Fragile, find, move |desk, found| {
            let Some(found) = found else { return };
            if found.fragile().next().is_none() {
                let text = frailty::sum(desk.speech, &found.strengths);
                desk.tell(Tone::Info, text);
            } else {
                desk.show_page(Matter::Fragile(Fragile::new(found)), version, from);
            }
        });
    }
}
