//! Someone came or went at another time than the present: it is entered later, from memory or from paper.

use super::Desk;
use super::choice::{Act, Choice};
use super::noting::Noting;
use super::place::Place;
use super::prompt::Pick;
use super::words::clock;
use crate::app::session::{Reading, SECOND, Told, Way, When, reading_told};
use crate::model::{Instant, MemberIx, ShiftIx};
use crate::speech::calendar;
use chrono_tz::Tz;

impl Desk {
    /// The member the cursor is on, and the shift on whose sheet that is.
    pub(super) fn on_a_sheet(&mut self) -> Option<(ShiftIx, MemberIx)> {
        let found = match self.place {
            Place::Shift(shift) => self.post.member().map(|member| (shift, member)),
            _ => self.board.row().and_then(|row| {
                let sheet = row.over.map(|(shift, _)| shift).or(self.board.shift)?;
                Some((sheet, row.member))
            }),
        };
        if found.is_none() {
            self.say("told-nobody-here");
        }
        found
    }

    /// Asks at what time the member under the cursor came or went.
    pub(super) fn ask_sign_at(&mut self) {
        if let Some((shift, member)) = self.on_a_sheet() {
            self.pick(Pick::SignAt(shift, member));
        }
    }

    /// What the sheet says of the member so far.
    pub(super) fn sign_at_lines(&self, shift: ShiftIx, member: MemberIx) -> Vec<String> {
        let zone = self.zone_of(shift);
        let time = |at: i64| self.clock_of(Instant(at), zone);
        let signs = self.session.signs(shift, member).unwrap_or_default();
        let line = |sign: &crate::store::record::Sign| match (sign.came, sign.went) {
            (None, _) => self.speech.word("line-not-come"),
            (Some(came), None) => self.speech.say("line-since", &[("time", time(came).into())]),
            (Some(came), Some(went)) => {
                self.speech.say("line-was", &[("from", time(came).into()), ("to", time(went).into())])
            }
        };
        let said: Vec<String> = signs.iter().map(line).collect();
        let sheet = if said.is_empty() { self.speech.word("sign-at-nothing") } else { said.join("; ") };
        let values = [("shift", self.words().shift(shift).into()), ("sheet", sheet.into())];
        vec![self.speech.say("sign-at-sheet", &values)]
    }

    /// The times that are likely, the present first; or the one that was typed, or both of them.
    pub(super) fn sign_at_choices(&self, shift: ShiftIx, member: MemberIx, typed: &str) -> Vec<Choice> {
        let (zone, span) = (self.zone_of(shift), self.ground().shift(shift).span);
        let signs = self.session.signs(shift, member).unwrap_or_default();
        let is_open = signs.iter().any(crate::store::record::Sign::is_open);
        let (way, edge, at_edge) =
            if is_open { (Way::Out, span.end, "sign-at-end") } else { (Way::In, span.start, "sign-at-start") };
        let word = if way == Way::In { "sign-at-in" } else { "sign-at-out" };
        let choice = |told: Told, time: String| {
            let what = Noting::Sign { shift, member, way, told };
            Choice::new(self.speech.say(word, &[("time", time.into())]), Act::Note(what))
        };
        let at = |at: Instant| choice(Told::At(When::At(at)), self.clock_of(at, zone));
        if typed.trim().is_empty() {
            let mut choices = vec![at(self.now).aside(self.speech.word("sign-at-now"))];
            // What lies ahead has not happened.
            if edge <= self.now || way == Way::In {
                choices.push(at(edge).aside(self.speech.word(at_edge)));
            }
            return choices;
        }
        let came = signs.iter().find(|sign| sign.is_open()).and_then(|sign| sign.came).map(Instant);
        let readings: Option<Vec<_>> = typed.split_whitespace().map(reading_told).collect();
        match readings.as_deref() {
            Some([only]) => {
                let at = |told: Reading| choice(Told::Clock(told), self.reading_text(told));
                self.of_two(shift, *only, came, &|told, aside| at(told).aside(aside))
            }
            Some([came, went]) => {
                let both = |went: Reading, aside: String| {
                    let text = |told| self.reading_text(told);
                    let values = [("from", text(*came).into()), ("to", text(went).into())];
                    let id = &self.ground().strike.member(member).id;
                    let what = Noting::Sheet { shift, text: format!("{id} {came} {went}") };
                    let instead = (!signs.is_empty()).then(|| self.speech.word("sign-at-instead"));
                    let asides: Vec<String> =
                        [aside].into_iter().filter(|aside| !aside.is_empty()).chain(instead).collect();
                    Choice::new(self.speech.say("sign-at-both", &values), Act::Note(what)).aside(asides.join(" · "))
                };
                let came = self.session.instant(shift, Told::Clock(*came), None);
                self.of_two(shift, *went, Some(came), &both)
            }
            _ => vec![Choice::new(self.speech.word("sign-at-how"), Act::Nothing)],
        }
    }

    /// The choice of a reading; where the clocks go back and it comes twice, of each of the two: an hour hangs on that.
    fn of_two(
        &self,
        shift: ShiftIx,
        told: Reading,
        came: Option<Instant>,
        choice: &dyn Fn(Reading, String) -> Choice,
    ) -> Vec<Choice> {
        let second = Reading { is_second: true, ..told };
        let at = |told| self.session.instant(shift, Told::Clock(told), came);
        if at(told) == at(second) {
            return vec![choice(told, String::new())];
        }
        let (before, after) = (self.speech.word("sign-at-first"), self.speech.word("sign-at-second"));
        vec![choice(told, before), choice(second, after)]
    }

    /// A reading of a clock as the language writes it.
    pub(super) fn reading_text(&self, told: Reading) -> String {
        let text = calendar::clock(told.clock, self.speech.language());
        if told.is_second { text + SECOND } else { text }
    }

    /// The zone of a shift's site.
    pub(super) fn zone_of(&self, shift: ShiftIx) -> Tz {
        self.ground().strike.site(self.ground().shift(shift).site).zone
    }

    /// What the clock of a place shows at an instant.
    pub(super) fn clock_of(&self, at: Instant, zone: Tz) -> String {
        calendar::time(clock(at, zone), self.speech.language())
    }

    /// The same with its day.
    pub(super) fn day_and_clock(&self, at: Instant, zone: Tz) -> String {
        let day = calendar::day_short(at.in_zone(zone).date_naive(), self.speech.language());
        format!("{day} {}", self.clock_of(at, zone))
    }
}
